package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/export"
)

type exportOptions struct {
	reading
	ownKinds
	siding
	filtering
	format   string
	output   string
	manifest string
	title    string
	text     string
	spans    bool
	bom      bool
}

func exportCommand(s streams) *cobra.Command {
	var opt exportOptions
	cmd := &cobra.Command{
		Use:   "export GRAPH|PATH...",
		Short: "Write events for other programs: spreadsheets, word processors, maps, citations",
		Long: `Export writes the events of a graph in a format that another program reads.
GRAPH is a file that "dateline build --json" wrote; of documents, files and
folders, it builds one on the fly. "-" is standard input, a graph or a text.

The formats:

` + formatLines() + `
No format makes a date more precise than the texts do, and each tells what is
alleged, denied, demanded or planned from what happened. What a format cannot
hold is left out, named with its number on standard error, and the exit code
stays 0.

The file is named by -o, "-" for standard output; without it, it has the name
of the graph or the one path with the extension of the format. Each is written
whole or not at all.`,
		Example: `  dateline export graph.json --format docx -o chronicle.docx
  dateline export graph.json --format csv -o tables/ --since 2020-10 --place Ganja
  dateline export reports/ --format xlsx --disputed
  dateline export graph.json --format ics --top 20 -o - | less`,
		Args: needPaths,
		RunE: func(cmd *cobra.Command, paths []string) error {
			for flag, name := range map[string]string{"output": opt.output, "manifest": opt.manifest} {
				if cmd.Flags().Changed(flag) && name == "" {
					return usageError{fmt.Errorf("--%s needs the name of a file, or \"-\" for standard output", flag)}
				}
			}
			v, err := opt.ownKinds.load(cmd)
			if err != nil {
				return err
			}
			return opt.run(cmd.Context(), s, v, paths)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&opt.format, "format", "f", "", "one of the formats above")
	f.StringVarP(&opt.output, "output", "o", "", "write to `FILE`, for csv to a folder")
	f.StringVar(&opt.manifest, "manifest", "", "write to `FILE` what this was made of, for \"dateline verify\"")
	f.StringVar(&opt.title, "title", "", "title of what is written")
	f.StringVar(&opt.text, "text", textFull, "how much of the documents' text it holds: full, quotes or none")
	f.BoolVar(&opt.spans, "spans", false, "ics: write an event known to the month or year as all its days, with a title that says so")
	f.BoolVar(&opt.bom, "bom", false, "csv: begin with a byte order mark, without which some spreadsheets read UTF-8 wrongly")
	opt.filtering.flags(cmd)
	opt.ownKinds.flag(cmd)
	opt.siding.flags(cmd)
	opt.reading.flags(cmd)
	values(cmd, "text", textFull, textQuotes, textNone)
	var names []string
	for _, x := range export.Formats {
		names = append(names, x.Name)
	}
	values(cmd, "format", names...)
	return cmd
}

// formatLines lists the formats for the help text.
func formatLines() string {
	var b strings.Builder
	for _, f := range export.Formats {
		fmt.Fprintf(&b, "  %-11s %s\n", f.Name, f.Doc)
	}
	return b.String()
}

func (opt *exportOptions) run(ctx context.Context, s streams, v vocabulary, paths []string) error {
	format, err := opt.check()
	if err != nil {
		return err
	}
	if opt.output == "" {
		opt.output = defaultName(paths, format)
	}
	table, err := opt.siding.read()
	if err != nil {
		return err
	}
	var g *graph.Graph
	var left []export.Left
	eo := export.Options{Title: opt.title, Kinds: v.exportKinds(), Spans: opt.spans, BOM: opt.bom}
	outs := opt.outputs(format, &g, &left, eo)
	if opt.manifest != "" {
		outs = withManifest(outs, opt.manifest, paths, &g)
	}
	undo, err := opt.folder(format)
	if err != nil {
		return err
	}
	defer undo()
	if err := errors.Join(checkOutputs(outs), notInputs(outs, paths, v.input(), opt.siding.input())); err != nil {
		return err
	}
	bar := newProgress(s.err, opt.quiet)
	defer bar.finish()
	in := input{paths: paths, reading: opt.reading, stdin: s.in, outs: outs, bar: bar}
	g, t, err := loadGraph(ctx, in, &v, opt.text)
	if err != nil {
		return err
	}
	if g == nil {
		return t.err()
	}
	if _, err := opt.declare(ctx, g, table, opt.quiet, bar); err != nil {
		return err
	}
	without := ""
	if !format.Review {
		g, without = leaveRejected(g)
	}
	if g, err = opt.choose(g); err != nil {
		return err
	}
	g = withoutText(g, opt.text)
	bar.set("writing", 0, -1)
	if err := writeOutputs(ctx, outs, s.out); err != nil {
		return err
	}
	bar.finish()
	if without != "" {
		fmt.Fprintf(s.err, "%s: %s\n", format.Name, without)
	}
	for _, l := range left {
		fmt.Fprintf(s.err, "%s: %d left out: %s\n", format.Name, l.Count, l.Reason)
	}
	if len(g.Events) == 0 {
		fmt.Fprintln(s.err, "no event meets the conditions; what was written holds none")
	}
	if !opt.quiet {
		w := s.out
		if opt.output == "-" {
			w = s.err
		}
		fmt.Fprintln(w, opt.summary(g))
	}
	return t.err()
}

func (opt *exportOptions) check() (*export.Format, error) {
	if err := opt.reading.check(); err != nil {
		return nil, err
	}
	if _, err := opt.filter(); err != nil {
		return nil, err
	}
	if err := checkText(opt.text); err != nil {
		return nil, err
	}
	var names []string
	for i := range export.Formats {
		f := &export.Formats[i]
		names = append(names, f.Name)
		if f.Name != opt.format {
			continue
		}
		if f.Write == nil && opt.output == "-" {
			return nil, usageError{fmt.Errorf("%s is a folder of tables: name one with -o", f.Name)}
		}
		return f, nil
	}
	if opt.format == "" {
		return nil, usageError{fmt.Errorf("--format is missing: it is one of %s", strings.Join(names, ", "))}
	}
	return nil, usageError{fmt.Errorf("--format %s: it is one of %s", printable(opt.format), strings.Join(names, ", "))}
}

// defaultName is that of the first path with the format's extension, in the
// working folder.
func defaultName(paths []string, f *export.Format) string {
	base := "timeline"
	if p := filepath.Base(paths[0]); len(paths) == 1 && paths[0] != "-" && p != "." && p != ".." && p != string(filepath.Separator) {
		base = strings.TrimSuffix(p, filepath.Ext(p))
	}
	switch {
	case f.Write == nil:
		return base + "-" + f.Name
	case f.Extension == ".json": // several formats have it, and the graph too
		return base + "." + f.Name + ".json"
	}
	return base + f.Extension
}

// folder makes the folder of a format that is one. undo takes it away again if
// it was made and nothing came into it.
func (opt *exportOptions) folder(f *export.Format) (undo func(), err error) {
	nothing := func() {}
	if f.Write != nil {
		return nothing, nil
	}
	err = os.Mkdir(opt.output, 0o777)
	if errors.Is(err, os.ErrExist) {
		if info, err := os.Stat(opt.output); err == nil && !info.IsDir() {
			return nothing, fmt.Errorf("cannot write %s: it is a file, and %s is a folder of tables", opt.output, f.Name)
		}
		return nothing, nil
	}
	if err != nil {
		return nothing, fmt.Errorf("cannot make the folder %s: %w", opt.output, plain(err))
	}
	return func() { _ = os.Remove(opt.output) }, nil // which fails, as it should, when it holds anything
}

// outputs lists what to write; g is set by the time that it is written.
func (opt *exportOptions) outputs(f *export.Format, g **graph.Graph, left *[]export.Left, eo export.Options) []output {
	if f.Write != nil {
		return []output{{opt.output, func(w io.Writer) (err error) {
			*left, err = f.Write(w, *g, eo)
			return err
		}}}
	}
	var outs []output
	var parts []func(io.Writer) error
	for i, name := range f.Files {
		outs = append(outs, output{filepath.Join(opt.output, name), func(w io.Writer) error {
			if parts == nil {
				parts = f.Folder(*g, eo)
			}
			return parts[i](w)
		}})
	}
	return outs
}

func (opt *exportOptions) summary(g *graph.Graph) string {
	s := fmt.Sprintf("%s, %s, %s", plural(len(g.Documents), "document"), plural(len(g.Reports), "report"), plural(len(g.Events), "event"))
	if opt.output != "-" {
		s += ": " + opt.output
	}
	return s
}

// exportKinds returns the kinds as package export names them.
func (v *vocabulary) exportKinds() []export.Kind {
	kinds := make([]export.Kind, len(v.kinds))
	for i, k := range v.kinds {
		kinds[i] = export.Kind{ID: k.ID, Label: k.Label, Class: k.Class}
	}
	return kinds
}

// checkText refuses a value of --text that is none.
func checkText(text string) error {
	switch text {
	case textFull, textQuotes, textNone:
		return nil
	}
	return usageError{fmt.Errorf("--text %s: it is full, quotes or none", printable(text))}
}
