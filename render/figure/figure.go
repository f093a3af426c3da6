// Package figure draws charts of a graph for print: as SVG, PNG or PDF,
// without a browser. A chart is planned for a size, drawn as a scene of shapes
// and texts in points, and each format is written from that scene, so that all
// three show the same. Labels are placed with the metrics of the embedded
// font, and none lies over another.
package figure

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// Kind names a kind of event, and the group of kinds it is of.
type Kind struct {
	ID    string
	Class string
}

// Options say what is drawn, and how. The zero value of a field is its default.
type Options struct {
	Chart   string   // one of Charts; "" means "timeline"
	Size    string   // one of Sizes; "" means "160mm"
	Grey    bool     // no colour
	Lang    string   // of the figure's own words; "" means "en"
	Title   string   // "" means one that names the chart and the time
	Kinds   []Kind   // the groups of kinds; a kind that is missing here is of the group "other"
	Classes []string // groups that have a hue, where they are more than those of g; a part of a graph then has the hues of the whole
	Fonts   [][]byte // files of TrueType or OpenType fonts for characters that the embedded one lacks
	Filter  string   // what g was selected by, for the source note; "" for nothing
	Command string   // the command that gives this figure again
}

// Figure is a drawing, ready to be written in any format.
type Figure struct {
	Title   string
	Alt     string // what the figure shows, in 150 characters at most
	Long    string // the same for readers who cannot see it, in full, as plain text
	Missing []rune // characters that no font has, in order; they are drawn as boxes
	command string
	lang    string
	size    Size
	scene   scene
	zoom    float64 // how many points of the page a point of the scene is
	fonts   *fonts
}

// Chart describes one chart of the table of Charts.
type Chart struct {
	Name string
	Doc  string // one line for help texts
	plan func(d *drawing, width, height float64) (*plan, error)
}

// Charts lists the charts, in the order of the help text.
var Charts = []Chart{
	{"timeline", "events on an axis of time, in lanes", timeline},
	{"totals", "running totals that are stated over time, a small chart for each measure", eChart(chart.Totals, explainTotals)},
	{"disagreements", "events of which accounts differ, with the values and who gives them", eChart(chart.Disagreements, explainDisagreements)},
	{"network", "events and the links between them", eChart(chart.Network, explainNetwork)},
	{"coverage", "which outlet reported which event", eChart(chart.Coverage, explainCoverage)},
	{"calendar", "days, shaded by how many events happened on them", eChart(chart.Calendar, explainCalendar)},
	{"map", "places, by how many events happened there", eChart(chart.Map, explainMap)},
}

// plan is a chart that is laid out for a width and a height, and not yet drawn.
type plan struct {
	height float64
	sub    string   // what stands below the title; "" for the number of events and their time
	whole  bool     // every event it is about is drawn and labelled
	legend []sample // how to read it
	notes  []string // sentences without their full stop
	draw   func(s *scene, x, y float64) error
}

// drawing is what a chart needs to be planned and drawn.
type drawing struct {
	g       *graph.Graph
	opt     *Options
	size    Size
	fonts   *fonts
	colours *colours
	words   *words
	classOf map[string]string
	engine  *engine // nil until a chart needs it
}

func (d *drawing) class(e *graph.Event) string {
	if c := d.classOf[e.Kind]; c != "" {
		return c
	}
	return "other"
}

// Draw draws a chart of g. Errors are those of options: an unknown chart, size
// or language, a font that cannot be read.
func Draw(g *graph.Graph, opt Options) (*Figure, error) {
	kind, size, err := opt.check()
	if err != nil {
		return nil, err
	}
	fonts, err := newFonts(opt.Fonts)
	if err != nil {
		return nil, err
	}
	d := &drawing{g: g, opt: &opt, size: size, fonts: fonts, colours: &paperColours, words: languages[opt.Lang], classOf: map[string]string{}}
	if opt.Grey {
		d.colours = &greyColours
	}
	for _, k := range opt.Kinds {
		d.classOf[k.ID] = k.Class
	}
	f := &Figure{Title: d.title(), command: opt.Command, lang: opt.Lang, size: size, fonts: fonts}
	if err := d.compose(f, kind); err != nil {
		return nil, err
	}
	f.Missing = fonts.lacking()
	return f, nil
}

// Check returns what is wrong with the options that need no graph.
func (opt Options) Check() error {
	_, _, err := opt.check()
	return err
}

// check fills in defaults.
func (opt *Options) check() (Chart, Size, error) {
	if opt.Chart == "" {
		opt.Chart = Charts[0].Name
	}
	if opt.Size == "" {
		opt.Size = "160mm"
	}
	if opt.Lang == "" {
		opt.Lang = "en"
	}
	c := slices.IndexFunc(Charts, func(c Chart) bool { return c.Name == opt.Chart })
	if c < 0 {
		return Chart{}, Size{}, fmt.Errorf("there is no chart %q: it is one of %s", opt.Chart, namesOf(Charts, func(c Chart) string { return c.Name }))
	}
	s := slices.IndexFunc(Sizes, func(s Size) bool { return s.Name == opt.Size })
	if s < 0 {
		return Chart{}, Size{}, fmt.Errorf("there is no size %q: it is one of %s", opt.Size, namesOf(Sizes, func(s Size) string { return s.Name }))
	}
	if languages[opt.Lang] == nil {
		return Chart{}, Size{}, fmt.Errorf("figures have no words in %q: they have them in %s", opt.Lang, strings.Join(Languages(), ", "))
	}
	for _, k := range opt.Fonts {
		if len(k) == 0 {
			return Chart{}, Size{}, errors.New("a font is empty")
		}
	}
	return Charts[c], Sizes[s], nil
}

// Languages lists the languages that figures have words in, in order.
func Languages() []string {
	var all []string
	for l := range languages {
		all = append(all, l)
	}
	slices.Sort(all)
	return all
}

func namesOf[T any](list []T, name func(T) string) string {
	s := make([]string, len(list))
	for i, x := range list {
		s[i] = name(x)
	}
	return strings.Join(s, ", ")
}

// Warnings returns what a user should know of f in a format: "svg", "png" or
// "pdf". It is nil when all is well.
func (f *Figure) Warnings(format string) []string {
	var out []string
	if len(f.Missing) > 0 {
		out = append(out, "no font has "+nameRunes(f.Missing)+"; name one that does with --font FILE")
	}
	if beyond := f.beyondPDF(); format == "pdf" && len(beyond) > 0 {
		out = append(out, "PDF cannot hold "+nameRunes(beyond)+", which are beyond U+FFFF; SVG and PNG can")
	}
	return out
}

// beyondPDF returns the characters in f that a font has and a PDF cannot hold, in order.
func (f *Figure) beyondPDF() []rune {
	var out []rune
	for _, it := range f.scene.items {
		if it.text == nil {
			continue
		}
		for _, r := range it.text.s {
			if r > lastInPDF && !ignorable(r) && !slices.Contains(out, r) && !slices.Contains(f.Missing, r) {
				out = append(out, r)
			}
		}
	}
	slices.Sort(out)
	return out
}

// nameRunes lists characters with their code points, the first eight of them.
func nameRunes(all []rune) string {
	shown := all[:min(len(all), 8)]
	s := make([]string, len(shown))
	for i, r := range shown {
		s[i] = fmt.Sprintf("%c (U+%04X)", r, r)
	}
	list := strings.Join(s, ", ")
	if n := len(all) - len(shown); n > 0 {
		list += fmt.Sprintf(" and %d more", n)
	}
	return list
}
