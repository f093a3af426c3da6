package graph

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

// A corpus of the tests is written one line a document and one line a report:
//
//	= a 2020-10-05 Daily      document a, published then, by the outlet Daily; "-" for unknown
//	a missile-strike @ganja 2020-10-04 killed=9 by=Army says=Ministry !planned | The [strike] hit Ganja -> x
//
// A report names its document, its kind, then in any order its places, its
// date, figures (=, >= or ~3-5, "killed/civilians=9", "total:killed=47:2020-10-16"),
// actors, targets (on=), speaker and modality, underscores for spaces; behind
// the bar its sentence, the trigger in brackets; behind the arrow the event it
// belongs to. Reports of one label must be one event, of two labels two.
type corpus struct {
	docs    []source.Document
	reports []events.Report
	truth   map[string]string // report id -> label
}

// sites are the places of the tests; two names of one place share its id.
var sites = map[string]events.Place{
	"ganja":       {Name: "Ganja", ID: "1", Lat: 40.68, Lon: 46.36, Precision: events.LocalityPlace},
	"stepanakert": {Name: "Stepanakert", ID: "2", Lat: 39.82, Lon: 46.75, Precision: events.LocalityPlace, Names: []string{"Khankendi", "Stepanakert"}},
	"shusha":      {Name: "Shusha", ID: "12", Lat: 39.76, Lon: 46.75, Precision: events.LocalityPlace},
	"khankendi":   {Name: "Khankendi", ID: "2", Lat: 39.82, Lon: 46.75, Precision: events.LocalityPlace, Names: []string{"Khankendi", "Stepanakert"}},
	"barda":       {Name: "Barda", ID: "3", Lat: 40.37, Lon: 47.13, Precision: events.LocalityPlace},
	"goygol":      {Name: "Goygol", ID: "5", Lat: 40.59, Lon: 46.33, Precision: events.LocalityPlace},
	"azerbaijan":  {Name: "Azerbaijan", ID: "4", Lat: 40.5, Lon: 47.5, Precision: events.CountryPlace},
	"karabakh":    {Name: "Karabakh", ID: "6", Lat: 39.9, Lon: 46.8, Precision: events.RegionPlace},
	"moscow":      {Name: "Moscow", ID: "7", Lat: 55.75, Lon: 37.62, Precision: events.LocalityPlace},
	"upton":       {Name: "Upton", Precision: events.LocalityPlace},
}

func parseCorpus(t testing.TB, s string) *corpus {
	t.Helper()
	c := &corpus{truth: map[string]string{}}
	bodies := map[string]*strings.Builder{}
	for _, line := range strings.Split(s, "\n") {
		line = strings.TrimSpace(line)
		f := strings.Fields(line)
		switch {
		case line == "":
		case f[0] == "=":
			d := source.Document{ID: f[1], Path: f[1] + ".txt", SHA256: "sha-" + f[1]}
			if f[2] != "-" {
				d.Published = f[2]
			}
			if len(f) > 3 && f[3] != "-" {
				d.Outlet = f[3]
			}
			c.docs = append(c.docs, d)
			bodies[f[1]] = &strings.Builder{}
		default:
			head, tail, ok := strings.Cut(line, "|")
			if !ok || bodies[f[0]] == nil {
				t.Fatalf("no report of a document: %q", line)
			}
			quote, label, _ := strings.Cut(tail, "->")
			c.add(t, strings.Fields(head), strings.TrimSpace(quote), strings.TrimSpace(label), bodies[f[0]])
		}
	}
	for i := range c.docs {
		c.docs[i].Text = bodies[c.docs[i].ID].String()
	}
	return c
}

func (c *corpus) add(t testing.TB, f []string, quote, label string, body *strings.Builder) {
	t.Helper()
	r := events.Report{ID: "r" + strconv.Itoa(len(c.reports)), Document: f[0], Kind: f[1], Modality: events.Happened,
		Places: []events.Place{}, Actors: []events.Actor{}, Targets: []events.Actor{}, Figures: []events.Figure{}, Attribution: []events.Attribution{}}
	r.When.Earliest, r.When.Latest = edtf.Open, edtf.Open
	before, rest, ok := strings.Cut(quote, "[")
	trigger, after, ok2 := strings.Cut(rest, "]")
	if !ok || !ok2 {
		t.Fatalf("no trigger in brackets: %q", quote)
	}
	quote = before + trigger + after
	start := body.Len()
	body.WriteString(quote + "\n\n")
	r.Quote = events.Quote{Span: text.Span{Start: start, End: start + len(quote)}, Text: quote}
	r.Trigger = events.Quote{Span: text.Span{Start: start + len(before), End: start + len(before) + len(trigger)}, Text: trigger}
	for _, w := range f[2:] {
		key, value, has := strings.Cut(w, "=")
		value = strings.ReplaceAll(value, "_", " ")
		switch {
		case w[0] == '@':
			p, ok := sites[w[1:]]
			if !ok {
				t.Fatalf("unknown place %q", w)
			}
			r.Places = append(r.Places, p)
		case w[0] == '!':
			r.Modality = events.Modality(w[1:])
		case key == "by":
			r.Actors = append(r.Actors, events.Actor{Name: value, Sort: "force"})
		case key == "on":
			r.Targets = append(r.Targets, events.Actor{Name: value, Sort: "group"})
		case key == "says":
			r.Attribution = append(r.Attribution, events.Attribution{Speaker: value, Cue: "said"})
		case has:
			r.Figures = append(r.Figures, parseFigure(t, w))
		default:
			v, err := edtf.Parse(w)
			if err != nil {
				t.Fatalf("%q is no date: %v", w, err)
			}
			r.When.EDTF, r.When.Precision = w, v.Precision()
			r.When.Earliest, r.When.Latest = v.Bounds()
		}
	}
	c.reports = append(c.reports, r)
	c.truth[r.ID] = label
}

func parseFigure(t testing.TB, w string) events.Figure {
	t.Helper()
	f := events.Figure{Scope: events.ScopeEvent}
	if s, ok := strings.CutPrefix(w, "total:"); ok {
		f.Scope = events.ScopeTotal
		w, f.AsOf, _ = strings.Cut(s, ":")
	}
	key, value, _ := strings.Cut(w, "=")
	key, open := strings.CutSuffix(key, ">")
	f.Measure, f.Population, _ = strings.Cut(key, "/")
	low, high, ranged := strings.Cut(value, "-")
	n, err := strconv.ParseInt(low, 10, 64)
	if err != nil {
		t.Fatalf("%q is no figure", w)
	}
	f.Low = n
	if ranged {
		n, _ = strconv.ParseInt(high, 10, 64)
	}
	if !open {
		f.High = &n
	}
	return f
}

func (c *corpus) build(t testing.TB) *Graph {
	t.Helper()
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	g, err := Build(context.Background(), c.docs, c.reports, Options{Kinds: kinds})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// clusters returns the labels of each event's reports, sorted, as one string an event.
func (c *corpus) clusters(g *Graph) []string {
	by := map[string][]string{}
	for _, r := range g.Reports {
		by[r.Event] = append(by[r.Event], c.truth[r.ID])
	}
	var out []string
	for _, l := range by {
		slices.Sort(l)
		out = append(out, strings.Join(l, " "))
	}
	slices.Sort(out)
	return out
}

// wanted returns what clusters must return.
func (c *corpus) wanted() []string {
	by := map[string][]string{}
	for _, l := range c.truth {
		by[l] = append(by[l], l)
	}
	var out []string
	for _, l := range by {
		out = append(out, strings.Join(l, " "))
	}
	slices.Sort(out)
	return out
}

func eventOf(t testing.TB, g *Graph, report string) *Event {
	t.Helper()
	for i := range g.Reports {
		if g.Reports[i].ID != report {
			continue
		}
		for k := range g.Events {
			if g.Events[k].ID == g.Reports[i].Event {
				return &g.Events[k]
			}
		}
	}
	t.Fatalf("no event holds report %s", report)
	return nil
}
