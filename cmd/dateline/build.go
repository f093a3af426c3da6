package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/export"
	"github.com/dateline-project/dateline/render/page"
)

// How much of the documents' text the outputs hold.
const (
	textFull   = page.FullText // all of it
	textQuotes = page.Quotes   // the quoted sentences
	textNone   = page.NoText   // no sentence, only the words that tell the events
)

type buildOptions struct {
	reading
	ownKinds
	siding
	correcting
	page     string
	json     string
	csv      string
	manifest string
	title    string
	text     string
	split    bool
	top      int
	parts    *partsFolder // of a page that is split, nil otherwise
}

func buildCommand(s streams) *cobra.Command {
	var opt buildOptions
	cmd := &cobra.Command{
		Use:   "build PATH...",
		Short: "Make an interactive timeline of documents",
		Long: `Build reads documents, finds the events that they report, and writes them as
one interactive page, as data, or both. A PATH is a file, a folder, or "-" for
standard input, which is read as plain text.

The page is one file that needs no network. Without -o and any other output it
is timeline.html. The name "-" stands for standard output. Each output is
written whole or not at all, so an earlier one survives a run that fails.

A document that cannot be read is named on standard error with the reason, the
others go on, and the exit code is 1.`,
		Example: `  dateline build reports/ -o timeline.html
  dateline build reports/ wire.jsonl --json graph.json --csv events.csv
  dateline build --kinds press.txt reports/
  dateline build --corrections corrections.json reports/
  dateline build --text quotes --title "The truce and after" reports/
  dateline build --top 40 --title "The war in forty events" reports/`,
		Args: needPaths,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if flag := opt.unnamed(cmd.Flags().Changed); flag != "" {
				return usageError{fmt.Errorf("%s needs the name of a file, or \"-\" for standard output", flag)}
			}
			v, err := opt.ownKinds.load(cmd)
			if err != nil {
				return err
			}
			return opt.run(cmd.Context(), s, v, paths)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&opt.page, "output", "o", "", "write the page to `FILE`")
	f.StringVar(&opt.json, "json", "", "write the whole graph to `FILE`, as \"dateline export\" reads it")
	f.StringVar(&opt.csv, "csv", "", "write a table of the events to `FILE`; \"dateline export\" writes all tables, and other formats")
	f.StringVar(&opt.manifest, "manifest", "", "write to `FILE` what this was made of, for \"dateline verify\"")
	f.StringVar(&opt.title, "title", "", "title of the page")
	f.StringVar(&opt.text, "text", textFull, "how much of the documents' text the outputs hold: full, quotes or none")
	f.BoolVar(&opt.split, "split", false, "write what the page need not hold at once, its texts and quotes, into a folder beside it: for very many documents")
	f.IntVar(&opt.top, "top", 0, "keep the `N` events of the greatest weight, with all their reports; everything is read and merged all the same")
	values(cmd, "text", textFull, textQuotes, textNone)
	opt.ownKinds.flag(cmd)
	opt.reading.flags(cmd)
	opt.siding.flags(cmd)
	opt.correcting.flags(cmd)
	return cmd
}

// unnamed returns the flag of an output that is given with no name, "" for none.
func (opt *buildOptions) unnamed(given func(flag string) bool) string {
	switch {
	case given("output") && opt.page == "":
		return "-o"
	case given("json") && opt.json == "":
		return "--json"
	case given("csv") && opt.csv == "":
		return "--csv"
	case given("manifest") && opt.manifest == "":
		return "--manifest"
	}
	return ""
}

func (opt *buildOptions) run(ctx context.Context, s streams, v vocabulary, paths []string) error {
	if err := opt.check(); err != nil {
		return err
	}
	if err := checkText(opt.text); err != nil {
		return err
	}
	if opt.top < 0 {
		return usageError{errors.New("--top must not be negative")}
	}
	if opt.page == "" && opt.json == "" && opt.csv == "" && opt.manifest == "" {
		opt.page = "timeline.html"
	}
	if opt.split {
		if opt.page == "" {
			return usageError{errors.New("--split splits the page: name it with -o")}
		}
		var err error
		if opt.parts, err = partsBeside(opt.page); err != nil {
			return err
		}
		defer opt.parts.discard()
	}
	var g, whole *graph.Graph // what the outputs hold, and what was made of all documents
	outs := opt.outputs(&g, &v)
	if opt.manifest != "" {
		outs = withManifest(outs, opt.manifest, paths, &whole)
	}
	if err := errors.Join(checkOutputs(outs), notInputs(outs, paths, v.input(), opt.siding.input(), opt.correcting.input())); err != nil {
		return err
	}
	table, err := opt.siding.read()
	if err != nil {
		return err
	}
	corrections, err := opt.correcting.read()
	if err != nil {
		return err
	}
	bar := newProgress(s.err, opt.quiet)
	defer bar.finish()
	in := input{paths: paths, reading: opt.reading, stdin: s.in, outs: outs, bar: bar, corrections: corrections}
	options := map[string]string{"text": opt.text}
	if opt.top > 0 {
		options["top"] = strconv.Itoa(opt.top)
	}
	whole, t, err := assemble(ctx, in, &v, options)
	if err != nil {
		return err
	}
	if t.documents == 0 {
		return t.err()
	}
	if _, err := opt.declare(ctx, whole, table, opt.quiet, bar); err != nil {
		return err
	}
	g = whole.Select(graph.Filter{Top: opt.top})
	opt.correcting.tell(whole, opt.quiet, bar)
	bar.set("writing", 0, -1)
	if err := writeOutputs(ctx, outs, s.out); err != nil {
		return err
	}
	if opt.parts != nil {
		if err := opt.parts.take(); err != nil {
			return err
		}
	}
	bar.finish()
	if !opt.quiet {
		w := s.out
		if slices.ContainsFunc(outs, func(o output) bool { return o.name == "-" }) {
			w = s.err // standard output holds the output alone
		}
		fmt.Fprintln(w, summary(g, len(whole.Events), &t, outs))
	}
	return t.err()
}

// outputs lists what to write; g is set by the time that it is written.
func (opt *buildOptions) outputs(g **graph.Graph, v *vocabulary) []output {
	var outs []output
	if opt.page != "" {
		outs = append(outs, output{opt.page, func(w io.Writer) error {
			o := page.Options{Title: opt.title, Kinds: v.pageKinds(), Text: opt.text}
			if opt.parts != nil {
				o.Split, o.Folder = opt.parts.write, opt.parts.address()
			}
			return page.Write(w, *g, o)
		}})
	}
	if opt.json != "" {
		outs = append(outs, output{opt.json, func(w io.Writer) error { return export.JSON(w, withoutText(*g, opt.text)) }})
	}
	if opt.csv != "" {
		outs = append(outs, output{opt.csv, func(w io.Writer) error { return export.EventsCSV(w, *g, export.Options{Kinds: v.exportKinds()}) }})
	}
	return outs
}

// assemble reads the documents, extracts their reports and merges them.
// options are written into the graph. The graph is nil if no document could be read.
func assemble(ctx context.Context, in input, v *vocabulary, options map[string]string) (*graph.Graph, tally, error) {
	x, err := v.extractor()
	if err != nil {
		return nil, tally{}, err
	}
	in.aside = v.path
	v.note(options)
	var documents []source.Document
	var reports []events.Report
	t, err := each(ctx, in, x.Extract, func(d *source.Document, r []events.Report) error {
		documents = append(documents, *d)
		reports = append(reports, r...)
		in.bar.set("reading", len(documents), -1)
		return nil
	})
	if err != nil || t.documents == 0 {
		return nil, t, err
	}
	// The graph is the same in whatever order the inputs are named.
	slices.SortFunc(t.diagnostics, func(a, b source.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Message, b.Message))
	})
	collectAfter(growthMerging)
	defer collectAfter(growthGraph)
	g, err := graph.Build(ctx, documents, reports, graph.Options{
		Kinds:       v.kinds,
		Generator:   graph.Generator{Name: "dateline", Version: version(), Options: options},
		Diagnostics: t.diagnostics,
		Corrections: in.corrections,
		Workers:     in.workers,
		Progress:    func(done, total int) { in.bar.set("merging", done, total) },
	})
	return g, t, err
}

// A namedInput is a file that an option names, and what it is.
type namedInput struct{ path, what string }

// notInputs refuses to replace a document that is named as an input, or what
// an option names to be read.
func notInputs(outs []output, paths []string, named ...namedInput) error {
	inputs := named
	for _, p := range paths {
		inputs = append(slices.Clip(inputs), namedInput{p, "one of the documents"})
	}
	for _, o := range outs {
		file, err := os.Stat(o.name)
		if err != nil || !file.Mode().IsRegular() {
			continue
		}
		for _, x := range inputs {
			if in, err := os.Stat(x.path); err == nil && os.SameFile(file, in) {
				return fmt.Errorf("cannot write %s: it is %s to read", o.name, x.what)
			}
		}
	}
	return nil
}

// notSources tells the files that are no documents of this run, and warns of
// each: what it will replace, as in a folder that is read and written to the
// page of the last run is no source, and the file of kinds, "" for none. It
// returns nil when there is no such file.
func notSources(outs []output, kinds string, warn func(source.Diagnostic)) func(path string, file fs.FileInfo) bool {
	type known struct {
		file fs.FileInfo
		why  string
	}
	var files []known
	add := func(name, why string) {
		if name == "" || name == "-" {
			return
		}
		if file, err := os.Stat(name); err == nil && file.Mode().IsRegular() {
			files = append(files, known{file, why})
		}
	}
	for _, o := range outs {
		add(o.name, "not read, as this run writes it")
	}
	add(kinds, "not read as a document, as --kinds names it")
	if len(files) == 0 {
		return nil
	}
	return func(path string, in fs.FileInfo) bool {
		for _, k := range files {
			if os.SameFile(in, k.file) {
				warn(source.Diagnostic{Path: path, Severity: source.Warning, Message: k.why})
				return true
			}
		}
		return false
	}
}

// withoutText returns a copy of g without the words of the documents: all but
// the quotes, or the quotes as well. Spans stay, so that who has the documents
// finds them.
func withoutText(g *graph.Graph, text string) *graph.Graph {
	if text == textFull {
		return g
	}
	short := *g
	short.Documents = slices.Clone(g.Documents)
	for i := range short.Documents {
		d := *short.Documents[i].Document
		d.Text = ""
		short.Documents[i].Document = &d
	}
	if text == textQuotes {
		return &short
	}
	short.Reports = slices.Clone(g.Reports)
	for i := range short.Reports {
		r := *short.Reports[i].Report
		r.Quote.Text = ""
		short.Reports[i].Report = &r
	}
	short.Links = slices.Clone(g.Links)
	for i := range short.Links {
		short.Links[i].Why.Text = ""
	}
	return &short
}

// summary says in one line what was made, of found events.
func summary(g *graph.Graph, found int, t *tally, outs []output) string {
	var b strings.Builder
	b.WriteString(plural(t.documents, "document"))
	if n := t.unread(); n > 0 {
		fmt.Fprintf(&b, " (%d more could not be read)", n)
	}
	if len(g.Events) == 0 {
		b.WriteString(", no event found")
	} else {
		fmt.Fprintf(&b, ", %s, %s", plural(len(g.Reports), "report"), plural(len(g.Events), "event"))
	}
	if found > len(g.Events) {
		fmt.Fprintf(&b, " of %d", found)
	}
	if s := names(outs); s != "" {
		b.WriteString(": " + s)
	}
	return b.String()
}

// needPaths asks for at least one path, and says so in plain words.
func needPaths(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return errors.New(`no PATH given: name files or folders, or "-" for standard input`)
	}
	return nil
}
