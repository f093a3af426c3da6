package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/tetratelabs/wazero"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/figure"
)

type figureOptions struct {
	reading
	ownKinds
	siding
	filtering
	chart, size, lang, title string
	output, format           string
	grey                     bool
	dpi                      int
	fonts                    []string
	alt                      bool
}

// figureFormats are the formats of figures, which are also the extensions of their files.
var figureFormats = []string{"svg", "png", "pdf"}

func figureCommand(s streams) *cobra.Command {
	var opt figureOptions
	var charts, sizes strings.Builder
	var chartNames, sizeNames []string
	for _, c := range figure.Charts {
		chartNames = append(chartNames, c.Name)
		fmt.Fprintf(&charts, "  %-14s %s\n", c.Name, c.Doc)
	}
	for _, z := range figure.Sizes {
		sizeNames = append(sizeNames, z.Name)
		fmt.Fprintf(&sizes, "  %-14s %s\n", z.Name, z.Doc)
	}
	cmd := &cobra.Command{
		Use:   "figure GRAPH|PATH...",
		Short: "Draw a chart for print: SVG, PNG or PDF",
		Long: `Figure draws one chart of a graph, or of documents, for a report, an article or
a slide. It needs no browser. A GRAPH is a file that "build --json" wrote; a
PATH is a file or a folder of documents, or "-" for standard input.

Charts:
` + charts.String() + `
Sizes:
` + sizes.String() + `
The extension of the file tells the format. Beside it, in FILE.alt.txt, is what
the figure shows in 150 characters, for an alternative text, and in full. The
figure's metadata hold the same, and the command that makes it again.

Text is in the embedded font Noto Sans, which has Latin, Greek, Cyrillic,
Armenian, Georgian, Hebrew and Arabic letters; --font names a file of another.`,
		Example: `  dateline figure graph.json -o timeline.svg
  dateline figure reports/ --since 2020-10 --size slide -o slide.png
  dateline figure graph.json --chart totals --size 85mm --grey -o toll.pdf`,
		Args: needPaths,
		RunE: func(cmd *cobra.Command, paths []string) error {
			v, err := opt.ownKinds.load(cmd)
			if err != nil {
				return err
			}
			return opt.run(cmd.Context(), s, v, paths)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opt.chart, "chart", chartNames[0], "what is drawn: "+strings.Join(chartNames, ", "))
	f.StringVarP(&opt.output, "output", "o", "figure.svg", "write the figure to `FILE`; - is standard output")
	f.StringVar(&opt.format, "format", "", "svg, png or pdf (default: what the name of the file ends in)")
	f.StringVar(&opt.size, "size", "160mm", "how large: "+strings.Join(sizeNames, ", "))
	f.BoolVar(&opt.grey, "grey", false, "without colour")
	f.IntVar(&opt.dpi, "dpi", 300, "dots an inch of a PNG; sizes in pixels have their own")
	f.StringVar(&opt.lang, "lang", "en", "language of the figure's own words: "+strings.Join(figure.Languages(), ", "))
	f.StringVar(&opt.title, "title", "", "title of the figure")
	f.StringArrayVar(&opt.fonts, "font", nil, "`FILE` of a TrueType or OpenType font for characters that the embedded one lacks; may be given several times")
	f.BoolVar(&opt.alt, "alt", true, "write FILE.alt.txt beside the figure")
	values(cmd, "chart", chartNames...)
	values(cmd, "size", sizeNames...)
	values(cmd, "format", figureFormats...)
	values(cmd, "lang", figure.Languages()...)
	opt.filtering.flags(cmd)
	opt.ownKinds.flag(cmd)
	opt.siding.flags(cmd)
	opt.reading.flags(cmd)
	return cmd
}

func (opt *figureOptions) run(ctx context.Context, s streams, v vocabulary, paths []string) error {
	if err := opt.check(); err != nil {
		return err
	}
	filter, err := opt.filter()
	if err != nil {
		return err
	}
	draw := figure.Options{Chart: opt.chart, Size: opt.size, Grey: opt.grey, Lang: opt.lang, Title: opt.title, Filter: filter.String(), Command: opt.command(paths, &filter)}
	if err := draw.Check(); err != nil {
		return usageError{err}
	}
	if draw.Fonts, err = readFonts(opt.fonts); err != nil {
		return err
	}
	var fig *figure.Figure
	outs := opt.outputs(ctx, &fig)
	if err := errors.Join(checkOutputs(outs), notInputs(outs, append(slices.Clone(paths), opt.fonts...), v.input(), opt.siding.input())); err != nil {
		return err
	}
	table, err := opt.siding.read()
	if err != nil {
		return err
	}
	bar := newProgress(s.err, opt.quiet)
	defer bar.finish()
	g, t, err := loadGraph(ctx, input{paths: paths, reading: opt.reading, stdin: s.in, outs: outs, bar: bar}, &v, textFull)
	if err != nil {
		return err
	}
	if t.documents == 0 && g == nil {
		return t.err()
	}
	if _, err := opt.declare(ctx, g, table, opt.quiet, bar); err != nil {
		return err
	}
	describeKinds(&draw, g, v.kinds)
	g, without := leaveRejected(g)
	draw.Filter = strings.Join(slices.DeleteFunc([]string{draw.Filter, without}, func(s string) bool { return s == "" }), "; ")
	if g, err = opt.choose(g); err != nil {
		return err
	}
	bar.set("drawing", 0, -1)
	if fig, err = figure.Draw(g, draw); err != nil {
		return err
	}
	tell := teller{bar: bar, quiet: opt.quiet}
	for _, w := range fig.Warnings(opt.format) {
		tell.say(source.Diagnostic{Path: opt.output, Severity: source.Warning, Message: w})
	}
	if err := writeOutputs(ctx, outs, s.out); err != nil {
		return err
	}
	bar.finish()
	if len(g.Events) == 0 {
		fmt.Fprintln(s.err, "no event meets the conditions; the figure shows none")
	}
	if !opt.quiet {
		w := s.out
		if opt.output == "-" {
			w = s.err
		}
		fmt.Fprintf(w, "%s of %s: %s\n", opt.chart, plural(len(g.Events), "event"), names(outs))
	}
	return t.errUnlessEmpty(g)
}

// describeKinds names the groups of kinds, and those that occur in the whole
// graph: a part of it is drawn in the same hues, which are also the page's.
func describeKinds(draw *figure.Options, g *graph.Graph, kinds []data.Kind) {
	class := map[string]string{}
	for _, k := range kinds {
		draw.Kinds = append(draw.Kinds, figure.Kind{ID: k.ID, Class: k.Class})
		class[k.ID] = k.Class
	}
	for i := range g.Events {
		if c := class[g.Events[i].Kind]; c != "" && !slices.Contains(draw.Classes, c) {
			draw.Classes = append(draw.Classes, c)
		}
	}
}

// errUnlessEmpty is err, but a graph that is read may hold no document.
func (t *tally) errUnlessEmpty(g *graph.Graph) error {
	if t.documents == 0 && g != nil {
		return nil
	}
	return t.err()
}

// check completes the options and refuses what cannot be.
func (opt *figureOptions) check() error {
	if err := opt.reading.check(); err != nil {
		return err
	}
	if opt.output == "" {
		return usageError{errors.New(`-o needs the name of a file, or "-" for standard output`)}
	}
	if opt.format == "" {
		opt.format = strings.TrimPrefix(strings.ToLower(filepath.Ext(opt.output)), ".")
		if !slices.Contains(figureFormats, opt.format) {
			if opt.output == "-" {
				opt.format = "svg"
			} else {
				return usageError{fmt.Errorf("%s: the name ends in none of .svg, .png, .pdf; --format tells the format", printable(opt.output))}
			}
		}
	}
	if !slices.Contains(figureFormats, opt.format) {
		return usageError{fmt.Errorf("--format %s: it is svg, png or pdf", printable(opt.format))}
	}
	if opt.dpi < 36 || opt.dpi > 1200 {
		return usageError{errors.New("--dpi is from 36 to 1200")}
	}
	return nil
}

// outputs lists what to write; fig is set by the time that it is written.
func (opt *figureOptions) outputs(ctx context.Context, fig **figure.Figure) []output {
	outs := []output{{opt.output, func(w io.Writer) error {
		switch opt.format {
		case "png":
			return opt.png(ctx, *fig, w)
		case "pdf":
			return (*fig).PDF(w)
		}
		return (*fig).SVG(w)
	}}}
	if opt.alt && opt.output != "-" {
		name := strings.TrimSuffix(opt.output, filepath.Ext(opt.output)) + ".alt.txt"
		outs = append(outs, output{name, func(w io.Writer) error {
			_, err := fmt.Fprintf(w, "%s\n\n%s", (*fig).Alt, (*fig).Long)
			return err
		}})
	}
	return outs
}

// png compiles the rasteriser, which is a second's work, or finds it in the
// user's cache from the last time.
func (opt *figureOptions) png(ctx context.Context, fig *figure.Figure, w io.Writer) error {
	var cache wazero.CompilationCache
	if dir, err := os.UserCacheDir(); err == nil {
		// Without a place for it nothing is lost but the second.
		if c, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "dateline")); err == nil {
			cache = c
			defer c.Close(ctx)
		}
	}
	r, err := figure.NewRasteriser(ctx, cache)
	if err != nil {
		return err
	}
	return errors.Join(fig.PNG(ctx, w, r, opt.dpi), r.Close(ctx))
}

// command is the command line that gives the figure again. Paths are as they
// were given, but for absolute ones, of which the name stays.
func (opt *figureOptions) command(paths []string, filter *graph.Filter) string {
	args := []string{"dateline", "figure"}
	for _, p := range paths {
		if filepath.IsAbs(p) {
			p = filepath.Base(p)
		}
		args = append(args, shellQuote(filepath.ToSlash(p)))
	}
	args = append(args, "--chart", opt.chart, "--size", opt.size)
	if opt.grey {
		args = append(args, "--grey")
	}
	if opt.format == "png" {
		args = append(args, "--dpi", strconv.Itoa(opt.dpi))
	}
	if opt.lang != "en" {
		args = append(args, "--lang", opt.lang)
	}
	if opt.title != "" {
		args = append(args, "--title", shellQuote(opt.title))
	}
	if f := filter.String(); f != "" {
		args = append(args, f)
	}
	if opt.ownKinds.path != "" {
		args = append(args, "--kinds", shellQuote(filepath.Base(opt.ownKinds.path)))
	}
	if opt.siding.file != "" {
		args = append(args, "--sides", shellQuote(filepath.Base(opt.siding.file)))
	}
	for _, f := range opt.fonts {
		args = append(args, "--font", shellQuote(filepath.Base(f)))
	}
	return strings.Join(append(args, "-o", "figure."+opt.format), " ")
}

// shellQuote quotes s for a POSIX shell where it needs that.
func shellQuote(s string) string {
	if s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./:,+@%", r))
	}) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// mostFont is the size of the largest font that is read.
const mostFont = 64 << 20

func readFonts(names []string) ([][]byte, error) {
	var all [][]byte
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("cannot read the font %s: %w", printable(name), plain(err))
		}
		b, err := io.ReadAll(io.LimitReader(f, mostFont+1))
		f.Close()
		switch {
		case err != nil:
			return nil, fmt.Errorf("cannot read the font %s: %w", printable(name), plain(err))
		case len(b) > mostFont:
			return nil, fmt.Errorf("the font %s is larger than 64 MiB", printable(name))
		}
		all = append(all, b)
	}
	return all, nil
}
