// Bigpage writes pages of any number of events, to measure them in a browser:
//
//	go run ./internal/bigpage -events 100000 -o big.html graph.json...
//
// It repeats what "dateline build --json" wrote, each time with ids of its own
// and eleven years later, until there are as many events as asked for. Labels,
// sentences, places and links are thus those of real builds. Without a graph
// it invents one.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/page"
)

func main() {
	log.SetFlags(0)
	n := flag.Int("events", 10000, "how many events")
	out := flag.String("o", "big.html", "the page to write")
	text := flag.String("text", page.FullText, "full, quotes or none")
	split := flag.Bool("split", false, "write the parts into a folder beside the page")
	flag.Parse()
	if err := run(*n, *out, *text, *split, flag.Args()); err != nil {
		log.Fatal(err)
	}
}

func run(n int, out, text string, split bool, inputs []string) error {
	g, err := given(inputs, n)
	if err != nil {
		return err
	}
	all, err := data.Kinds()
	if err != nil {
		return err
	}
	var kinds []page.Kind
	for _, k := range all {
		kinds = append(kinds, page.Kind{ID: k.ID, Label: k.Label, Class: k.Class})
	}
	opt := page.Options{Title: fmt.Sprintf("%d events", n), Kinds: kinds, Text: text}
	if split {
		opt.Folder = filepath.Base(out) + ".parts"
		if err := os.MkdirAll(out+".parts", 0o755); err != nil {
			return err
		}
		opt.Split = func(name string, b []byte) error { return os.WriteFile(filepath.Join(out+".parts", name), b, 0o644) }
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := page.Write(f, g, opt); err != nil {
		return err
	}
	fmt.Println(len(g.Documents), "documents,", len(g.Reports), "reports,", len(g.Events), "events,", len(g.Links), "links")
	return f.Close()
}

// given returns n events: those of the files, or invented ones without any.
func given(inputs []string, n int) (*graph.Graph, error) {
	if len(inputs) == 0 {
		return testgraph.Scale(n), nil
	}
	return repeat(inputs, n)
}

// repeat joins the graphs of the files, over and over, until there are n events.
func repeat(inputs []string, n int) (*graph.Graph, error) {
	var parts []graph.Graph
	for _, name := range inputs {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var g graph.Graph
		if err := json.Unmarshal(b, &g); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if len(g.Events) == 0 {
			return nil, fmt.Errorf("%s holds no event", name)
		}
		parts = append(parts, g)
	}
	all := &graph.Graph{Version: 1, Generator: graph.Generator{Name: "dateline", Version: "bigpage"}}
	for round := 0; len(all.Events) < n; round++ {
		for k := range parts {
			if len(all.Events) < n {
				add(all, &parts[k], fmt.Sprintf("%d.%d:", round, k), 11*round, n-len(all.Events))
			}
		}
	}
	slices.SortStableFunc(all.Events, func(a, b graph.Event) int { return int(sortDay(a.When) - sortDay(b.When)) })
	return all, nil
}

// later returns a date so many years later; one that does not begin with a
// year of four digits stays.
func later(date string, years int) string {
	if len(date) < 4 {
		return date
	}
	y, err := strconv.Atoi(date[:4])
	if err != nil {
		return date
	}
	return fmt.Sprintf("%04d%s", y+years, date[4:])
}

func sortDay(w events.When) edtf.Day {
	if w.Earliest == edtf.Open {
		return w.Latest
	}
	return w.Earliest
}

// add appends a copy of g to all, at most some events of it, with a prefix
// before every id, so many years later.
func add(all, g *graph.Graph, prefix string, years, most int) {
	id := func(s string) string {
		if s == "" {
			return ""
		}
		return prefix + s
	}
	ids := func(list []string) []string {
		c := make([]string, len(list))
		for i, s := range list {
			c[i] = id(s)
		}
		return c
	}
	shift := func(w events.When) events.When {
		for _, d := range []*edtf.Day{&w.Earliest, &w.Latest} {
			if *d != edtf.Open {
				y, m, day := d.Date()
				*d = edtf.NewDay(y+years, m, min(day, 28))
			}
		}
		return w
	}
	kept := map[string]bool{}
	for _, e := range g.Events[:min(most, len(g.Events))] {
		kept[e.ID] = true
		e.ID, e.PartOf, e.Reports, e.When = id(e.ID), id(e.PartOf), ids(e.Reports), shift(e.When)
		e.Figures, e.Disputes = slices.Clone(e.Figures), slices.Clone(e.Disputes)
		for i := range e.Figures {
			e.Figures[i].Reports = ids(e.Figures[i].Reports)
		}
		for i := range e.Disputes {
			e.Disputes[i].Values = slices.Clone(e.Disputes[i].Values)
			for k := range e.Disputes[i].Values {
				e.Disputes[i].Values[k].Reports = ids(e.Disputes[i].Values[k].Reports)
			}
		}
		all.Events = append(all.Events, e)
	}
	for _, d := range g.Documents {
		copied := *d.Document
		d.Document = &copied
		d.ID, d.Family, d.CopyOf, d.Published = id(d.ID), id(d.Family), id(d.CopyOf), later(d.Published, years)
		all.Documents = append(all.Documents, d)
	}
	for _, f := range g.Families {
		f.ID, f.First, f.Documents = id(f.ID), id(f.First), ids(f.Documents)
		all.Families = append(all.Families, f)
	}
	for _, r := range g.Reports {
		if kept[r.Event] {
			copied := *r.Report
			r.Report = &copied
			r.ID, r.Event, r.Document, r.When = id(r.ID), id(r.Event), id(r.Document), shift(r.When)
			all.Reports = append(all.Reports, r)
		}
	}
	for _, s := range g.Series {
		s.ID, s.Points = id(s.ID), slices.Clone(s.Points)
		for i := range s.Points {
			s.Points[i].Report, s.Points[i].AsOf = id(s.Points[i].Report), later(s.Points[i].AsOf, years)
		}
		all.Series = append(all.Series, s)
	}
	for _, l := range g.Links {
		if kept[l.From] && kept[l.To] {
			l.From, l.To, l.Why.Document = id(l.From), id(l.To), id(l.Why.Document)
			all.Links = append(all.Links, l)
		}
	}
}
