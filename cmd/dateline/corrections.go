package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
)

// correcting holds the option of a command that applies a reviewer's decisions.
type correcting struct {
	file string
}

func (o *correcting) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.file, "corrections", "", "apply what reviewers decided: the `FILE` that the page's view Review saves")
}

// input names the file among what is only read.
func (o *correcting) input() namedInput { return namedInput{o.file, "the file of corrections"} }

// read returns the corrections that are named, nil for none. They are read
// before any work is done, so that a slip in them costs no time.
func (o *correcting) read() (*graph.Corrections, error) {
	list, err := readNamed(o.file, graph.ReadCorrections)
	if o.file == "" || err != nil {
		return nil, err
	}
	return &graph.Corrections{Name: filepath.Base(o.file), List: list}, nil
}

// tell says which corrections no longer fit, or need another look, and how many
// were applied. Those that do not fit are told even when all else is quiet.
func (o *correcting) tell(g *graph.Graph, quiet bool, bar *progress) {
	done := map[string]int{}
	for i, c := range g.Corrections {
		done[c.Outcome]++
		if c.Says == "" || quiet && c.Outcome != graph.OutcomeMisfit {
			continue
		}
		bar.println(describe(source.Diagnostic{Path: o.file, Severity: source.Warning, Message: fmt.Sprintf("correction %d, %s: %s", i+1, c.Action, c.Says)}))
	}
	if n := len(g.Corrections); n > 0 && !quiet {
		bar.println(fmt.Sprintf("%s: %d applied, %d already so, %d not applied", plural(n, "correction"), done[graph.OutcomeApplied], done[graph.OutcomeAlready], done[graph.OutcomeMisfit]))
	}
}

// leaveRejected returns g without the events that reviewers rejected, for what
// tells events as a story or draws them, and the words that say how many these
// are, "" for none. Tables and the JSON keep them, marked as such.
func leaveRejected(g *graph.Graph) (*graph.Graph, string) {
	g, n := g.WithoutRejected()
	if n == 0 {
		return g, ""
	}
	return g, "without " + plural(n, "event") + " rejected in review"
}
