package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
)

// siding holds the option of every command that can tell sides apart.
type siding struct {
	file string
}

func (o *siding) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.file, "sides", "", "CSV `FILE` that says which outlet or speaker is of which side, a line each: NAME,SIDE")
}

// input names the table among what is only read.
func (o *siding) input() namedInput { return namedInput{o.file, "the table of sides"} }

// read returns the table that is named, nil for none. It is read before any
// work is done, so that a slip in it costs no time.
func (o *siding) read() (*graph.SideTable, error) { return readNamed(o.file, graph.ReadSides) }

// declare writes the sides of a table into g, and warns of its names that no
// document has. A nil table leaves g as it is.
func (o *siding) declare(ctx context.Context, g *graph.Graph, t *graph.SideTable, quiet bool, bar *progress) (graph.SideNames, error) {
	if t == nil {
		return graph.SideNames{}, nil
	}
	names, err := g.DeclareSides(ctx, t)
	tell := teller{bar: bar, quiet: quiet}
	for _, u := range names.Unmatched {
		tell.say(source.Diagnostic{Path: o.file, Line: u.Line, Severity: source.Warning,
			Message: fmt.Sprintf("no outlet and no speaker has the name %q; see \"dateline query sides\" for the names there are", u.Name)})
	}
	return names, err
}
