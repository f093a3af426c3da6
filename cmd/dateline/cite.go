package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/export"
)

type citeOptions struct {
	reading
	ownKinds
	filtering
	format string
	output string
}

// citeFormats are the formats of export that hold citations alone, and the
// notes as text.
var citeFormats = []string{"chicago", "csl-json", "bibtex", "ris"}

func citeCommand(s streams) *cobra.Command {
	opt := citeOptions{format: citeFormats[0], output: "-"}
	cmd := &cobra.Command{
		Use:   "cite GRAPH|PATH [EVENT...]",
		Short: "Print footnotes for the documents behind an event",
		Long: `Cite prints a note of the Chicago Manual of Style for each document that
reports an EVENT, in order of publication, with the sentence that reports it.
EVENT is the id of an event, as tables, the JSON and the page's address have
it; events can also be chosen with the options of a filter.

With --format the same documents are written as data for a citation program.`,
		Example: `  dateline cite graph.json e-1f2a3b4c
  dateline cite graph.json --place Ganja --since 2020-10 --top 1
  dateline cite graph.json --disputed --format bibtex -o sources.bib`,
		Args: needPaths,
		RunE: func(cmd *cobra.Command, args []string) error {
			opt.filtering.events = append(opt.filtering.events, args[1:]...)
			if opt.output == "" {
				return usageError{errors.New(`-o needs the name of a file, or "-" for standard output`)}
			}
			f, err := opt.filter()
			if err != nil {
				return err
			}
			if f.IsZero() {
				return usageError{errors.New("no EVENT given: name its id, or choose events with an option such as --place or --top")}
			}
			v, err := opt.ownKinds.load(cmd)
			if err != nil {
				return err
			}
			return opt.run(cmd.Context(), s, v, args[:1])
		},
	}
	f := cmd.Flags()
	f.StringVarP(&opt.format, "format", "f", opt.format, "chicago, csl-json, bibtex or ris")
	f.StringVarP(&opt.output, "output", "o", "-", "write to `FILE`")
	opt.filtering.flags(cmd)
	opt.ownKinds.flag(cmd)
	opt.reading.flags(cmd)
	values(cmd, "format", citeFormats...)
	return cmd
}

func (opt *citeOptions) run(ctx context.Context, s streams, v vocabulary, paths []string) error {
	if err := opt.reading.check(); err != nil {
		return err
	}
	write := writeNotes
	if opt.format != citeFormats[0] {
		write = nil
		for _, f := range export.Formats {
			for _, name := range citeFormats {
				if f.Name == name && name == opt.format {
					write = f.Write
				}
			}
		}
	}
	if write == nil {
		return usageError{fmt.Errorf("--format %s: it is one of %s", printable(opt.format), strings.Join(citeFormats, ", "))}
	}
	var g *graph.Graph
	outs := []output{{opt.output, func(w io.Writer) error {
		_, err := write(w, g, export.Options{})
		return err
	}}}
	if err := errors.Join(checkOutputs(outs), notInputs(outs, paths, v.input())); err != nil {
		return err
	}
	bar := newProgress(s.err, opt.quiet)
	defer bar.finish()
	g, t, err := loadGraph(ctx, input{paths: paths, reading: opt.reading, stdin: s.in, outs: outs, bar: bar}, &v, textFull)
	if err != nil {
		return err
	}
	if g == nil {
		return t.err()
	}
	g, _ = leaveRejected(g)
	if g, err = opt.choose(g); err != nil {
		return err
	}
	bar.finish()
	if err := writeOutputs(ctx, outs, s.out); err != nil {
		return err
	}
	return t.err()
}

func writeNotes(w io.Writer, g *graph.Graph, opt export.Options) ([]export.Left, error) {
	return nil, export.Notes(w, g, opt)
}
