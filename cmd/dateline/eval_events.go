package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/graph/score"
)

type evalEventsOptions struct {
	reading
	ownKinds
	instances string
	misses    bool
}

func evalEventsCommand(s streams) *cobra.Command {
	var opt evalEventsOptions
	cmd := &cobra.Command{
		Use:   "events GOLD.jsonl|GOLD.json|FOLDER",
		Short: "Score the events found against annotated ones",
		Long: `Events reads annotated documents, as build does, and scores what it finds.
GOLD.jsonl holds one document a line, as JSON:

  {"doc", "dct", "title", "text", "partial", "calm", "quiet", "mentions": [{"text", "context",
    "start", "end", "main", "event", "kind", "modality", "when", "place",
    "at", "speaker", "cue", "actors", "targets",
    "figures": [{"measure", "value", "scope"}]}]}

A mention is the word that tells a happening: start and end are UTF-8 bytes
into the document's text, half open. Instead of them, "context" may give words
that stand once in the document and hold "text" once. All else may be left out;
what a mention does not have is not scored. kind, modality, when (EDTF), place
and speaker are one value or a list of those accepted; among them "" accepts
that none is stated, and "speaker": [] is the outlet itself. "at" gives degrees
north and east, to tell towns of one name apart. Mentions of one
happening share the name "event", across documents. "main" marks what the
document is about. With "partial": true, not all events of it are annotated;
with "calm": true, it tells of no political violence and no protest; "quiet"
lists sentences of it that tell of none.

GOLD.json holds one object with "documents" and "reports" about documents that
stand beside it as files: data/sample/_about/annotation.json is one. For a
FOLDER it is the file _about/annotation.json in it.

A mention and a report match, one to one, where their words overlap, or where
the report's trigger stands in the mention's context. The measures, in per cent
of what is counted, are:

` + measureHelp(),
		Example: `  dateline eval events data/sample
  dateline eval events --misses gold.jsonl
  dateline eval events --instances instances.jsonl gold.jsonl`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{errors.New("name one file of annotated documents, or a folder with an annotation")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := opt.ownKinds.load(cmd)
			if err != nil {
				return err
			}
			return opt.run(cmd.Context(), s, v, args[0])
		},
	}
	cmd.Flags().BoolVar(&opt.misses, "misses", false, "print what is wrong before the scores: measure, document, where, found, wanted")
	cmd.Flags().StringVar(&opt.instances, "instances", "", "`FILE` of JSON lines with the dates of events: id, time, begin, end, as TimeML writes them")
	opt.ownKinds.flag(cmd)
	opt.flags(cmd)
	return cmd
}

func measureHelp() string {
	var b strings.Builder
	for _, m := range score.Measures {
		fmt.Fprintf(&b, "  %-13s %s\n", m.Name, m.Doc)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func (opt *evalEventsOptions) run(ctx context.Context, s streams, v vocabulary, path string) error {
	if err := opt.check(); err != nil {
		return err
	}
	gold, documents, err := readGold(path)
	if err != nil {
		return err
	}
	if opt.instances != "" {
		b, err := os.ReadFile(opt.instances)
		if err != nil {
			return fmt.Errorf("%w; name a file of JSON lines", err)
		}
		if err := gold.AddInstances(printable(opt.instances), b); err != nil {
			return err
		}
	}
	bar := newProgress(s.err, opt.quiet || isTerminal(s.out))
	defer bar.finish()
	g, t, err := assemble(ctx, input{paths: []string{documents}, reading: opt.reading, bar: bar}, &v, map[string]string{})
	if err != nil {
		return err
	}
	if t.documents == 0 {
		return t.err()
	}
	result := score.Compare(gold, g)
	bar.finish()
	for _, f := range result.Faults {
		fmt.Fprintln(s.err, printable(f))
	}
	out := bufio.NewWriter(s.out)
	if opt.misses {
		for _, m := range result.Misses {
			fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\n", m.Measure, printable(m.Document), inLine(m.Where), inLine(m.Got), inLine(m.Want))
		}
	}
	writeScore(out, &result)
	if err := out.Flush(); err != nil {
		return err
	}
	if len(result.Faults) > 0 {
		return fmt.Errorf("%s: %s of the annotation could not be placed", printable(path), plural(len(result.Faults), "part"))
	}
	return t.err()
}

// readGold reads an annotation, and says where its documents are.
func readGold(path string) (gold *score.Gold, documents string, err error) {
	documents = path
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, "_about", "annotation.json")
	} else if filepath.Ext(path) == ".json" {
		documents = filepath.Dir(path)
		if name := filepath.Base(documents); name[0] == '_' {
			documents = filepath.Dir(documents)
		}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, "", fmt.Errorf("%w; name a file of annotated documents, or a folder with _about/annotation.json", err)
	}
	if documents != path {
		gold, err = score.ParseAnnotation(printable(path), b)
	} else {
		gold, err = score.ParseLines(printable(path), b)
	}
	return gold, documents, err
}

func writeScore(w io.Writer, r *score.Result) {
	fmt.Fprintf(w, "documents %d  mentions %d  reports %d  events %d\n", r.Documents, r.Marks, r.Reports, r.Events)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "MEASURE\t%\tRIGHT\tOF\t")
	for _, m := range r.Measures {
		fmt.Fprintf(t, "%s\t%.1f\t%d\t%d\t\n", m.Name, m.Percent(), m.Right, m.Of)
	}
	t.Flush() // errors are those of w, which is a bufio.Writer and keeps them
}

// inLine returns s as one cell of a line.
func inLine(s string) string { return printable(strings.Join(strings.Fields(s), " ")) }
