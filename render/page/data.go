package page

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// meta is what the scripts know before they read a column.
type meta struct {
	Title        string                     `json:"title"`
	Generator    string                     `json:"generator"`
	TextMode     string                     `json:"textMode"`
	Kinds        []Kind                     `json:"kinds"`
	Modalities   []string                   `json:"modalities"`
	Outlets      []string                   `json:"outlets"`
	Sides        []string                   `json:"sides"` // that the user declared; empty when there are none
	Charts       map[string]json.RawMessage `json:"charts"`
	Reports      int                        `json:"reports"`      // reports
	ReportsBlock int                        `json:"reportsBlock"` // reports in a block of them
	Texts        []int                      `json:"texts"`        // first document of each block of texts
	Facets       map[string]facetHead       `json:"facets"`
	Reviewed     bool                       `json:"reviewed"` // reviewers have decided something
}

// facetHead is what the filter shows of a property at first, so that it is
// there with the first chart: the values themselves come with the facets.
type facetHead struct {
	Size int        `json:"size"` // values that events have
	Top  []facetTop `json:"top"`  // most events first
}

type facetTop struct {
	Number int    `json:"n"`
	Label  string `json:"label"`
	Count  int    `json:"count"` // events
}

// facetsAtFirst is how many values of a property the filter shows at first; facets.js knows it too.
const facetsAtFirst = 7

// core is what the first screen needs: the chart's options, and of each event
// what a chronology draws.
func (m *model) core() (*columns, error) {
	g, c := m.g, &columns{}
	modalities := newNames()
	for _, x := range events.Modalities {
		modalities.number(string(x))
	}
	n := len(m.events)
	kind, when, modality, differs := make([]int, n), make([]int, n), make([]int, n), make([]int, n)
	documents, families, accounts, reported := make([]int, n), make([]int, n), make([]int, n), make([]int, n)
	weight, labels := make([]float64, n), make([]string, n)
	for k, i := range m.events {
		e := &g.Events[i]
		kind[k], when[k], modality[k], differs[k] = m.kind[e.Kind], m.whens.number(e.When), modalities.number(string(e.Modality)), sorts(e)
		documents[k], families[k], accounts[k] = e.Documents, e.Families, e.Accounts
		weight[k], labels[k], reported[k] = e.Weight, e.Label, day(m.firstReported(i))
	}
	c.ints("kind", kind)
	c.ints("when", when)
	c.ints("modality", modality)
	c.ints("differs", differs)
	c.ints("documents", documents)
	c.ints("families", families)
	c.ints("accounts", accounts)
	c.ints("reported", reported)
	if len(g.Corrections) > 0 {
		c.ints("review", m.reviewed())
	}
	c.floats("weight", weight)
	c.strings("label", labels)
	m.days(c, m.whens.list)
	charts := map[string]json.RawMessage{}
	for _, x := range chart.Charts() {
		option, err := x.Option(g)
		if err != nil {
			return nil, err
		}
		charts[x.Name] = option
	}
	heads := map[string]facetHead{}
	for i := range m.filters {
		heads[m.filters[i].name] = m.filters[i].head()
	}
	c.head.Meta = meta{
		Title: m.opt.Title, Generator: g.Generator.Name + " " + g.Generator.Version, TextMode: m.opt.Text,
		Kinds: m.kinds, Modalities: modalities.list, Outlets: m.outlets.list, Sides: m.sideNames, Charts: charts,
		Reports: len(m.reports), ReportsBlock: reportsBlock, Texts: m.textBlocks(), Facets: heads, Reviewed: len(g.Corrections) > 0,
	}
	return c, nil
}

// days adds the bounds of dates and how they are drawn.
func (m *model) days(c *columns, list []events.When) {
	first, last, glyph, flags := make([]int, len(list)), make([]int, len(list)), make([]int, len(list)), make([]int, len(list))
	from, to := make([]int, len(list)), make([]int, len(list)) // how many days at either end of a span are uncertain
	for i, w := range list {
		mark := chart.MarkOf(w)
		first[i], last[i], glyph[i] = day(w.Earliest), day(w.Latest), int(mark.Glyph)
		if mark.Approximate {
			flags[i] |= 1
		}
		if mark.Uncertain {
			flags[i] |= 2
		}
		if mark.Whole {
			flags[i] |= 4
		}
		if mark.Glyph != chart.GlyphSpan {
			continue
		}
		if a, b, ok := chart.Core(w); ok {
			// Bounds may be narrower than the value: others have narrowed them.
			from[i], to[i] = max(0, int(a-w.Earliest)), max(0, int(w.Latest-b))
		} else if strings.Contains(w.EDTF, "/") {
			from[i] = int(w.Latest - w.Earliest + 1) // nothing is certain
		}
	}
	c.ints("looseFirst", from)
	c.ints("looseLast", to)
	c.ints("first", first)
	c.ints("last", last)
	c.ints("glyph", glyph)
	c.ints("flags", flags)
}

// sorts tells which sorts of dispute an event has, a bit for each: conflict,
// revision, scope, silence.
func sorts(e *graph.Event) int {
	bits := 0
	for _, d := range e.Disputes {
		for k, sort := range []string{graph.Conflict, graph.Revision, graph.Scope, graph.Silence} {
			if d.Sort == sort {
				bits |= 1 << k
			}
		}
	}
	return bits
}

// firstReported returns the first day on which a document that reports event i
// of the graph was published, edtf.Open when none is known.
func (m *model) firstReported(i int) edtf.Day {
	first := edtf.Day(edtf.Open)
	for _, r := range m.byEvent[i] {
		d, ok := m.document[m.g.Reports[r].Document]
		if ok && m.published[d] != edtf.Open && (first == edtf.Open || m.published[d] < first) {
			first = m.published[d]
		}
	}
	return first
}

// facetList is a property of which an event may have several values.
type facetList struct {
	name   string
	labels []string // of the values
	events [][]int  // the values of each event
}

// head counts the values.
func (f *facetList) head() facetHead {
	counts := make([]int, len(f.labels))
	for _, list := range f.events {
		for _, v := range list {
			counts[v]++
		}
	}
	var used []int
	for v, n := range counts {
		if n > 0 {
			used = append(used, v)
		}
	}
	slices.SortStableFunc(used, func(a, b int) int { return counts[b] - counts[a] })
	h := facetHead{Size: len(used), Top: []facetTop{}}
	for _, v := range used[:min(facetsAtFirst, len(used))] {
		h.Top = append(h.Top, facetTop{v, f.labels[v], counts[v]})
	}
	return h
}

// facetLists are the properties that events are filtered by and stand in lanes by.
func (m *model) facetLists() []facetList {
	n := len(m.events)
	places, actors, outlets, sides := make([][]int, n), make([][]int, n), make([][]int, n), make([][]int, n)
	for k, i := range m.events {
		e := &m.g.Events[i]
		var p, a, o set
		for j := range e.Places {
			p.add(m.places.number(placeName(&e.Places[j])))
		}
		for j := range e.Actors {
			a.add(m.actors.number(e.Actors[j].Name))
		}
		for j := range e.Targets {
			a.add(m.actors.number(e.Targets[j].Name))
		}
		for _, r := range m.byEvent[i] {
			if doc, ok := m.document[m.g.Reports[r].Document]; ok {
				o.add(m.outlets.number(m.g.Documents[doc].Outlet))
			}
		}
		places[k], actors[k], outlets[k], sides[k] = p, a, o, m.sidesOf(m.byEvent[i])
	}
	return []facetList{{"place", m.places.list, places}, {"actor", m.actors.list, actors}, {"outlet", m.outlets.list, outlets}, {"side", m.sideNames, sides}}
}

// facets are the values of each property, and the names of places and actors.
func (m *model) facets() *columns {
	c := &columns{}
	for i := range m.filters {
		c.lists(m.filters[i].name, m.filters[i].events)
	}
	accounts := make([][]int, len(m.events))
	for k, i := range m.events {
		accounts[k] = m.sideAccounts(&m.g.Events[i])
	}
	c.lists("sideAccounts", accounts)
	c.strings("places", m.places.list)
	c.strings("actors", m.actors.list)
	return c
}
