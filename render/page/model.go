package page

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// A model is a graph made ready for the page: everything that names another
// thing by id names it by number, and names used often stand in lists.
//
// Events are numbered in order of the middle of their dates, those without any
// date last; reports event by event, in order of publication. So a window of
// time is a range of events, and the reports of an event are a range of
// reports. Documents and families keep the order of the graph.
type model struct {
	g   *graph.Graph
	opt Options

	kinds     []Kind
	kind      map[string]int
	document  map[string]int
	family    map[string]int
	event     map[string]int // page numbers
	report    map[string]int // page numbers
	events    []int          // the graph's events in the order of the page
	reports   []int          // the graph's reports in the order of the page
	byEvent   [][]int        // the graph's reports of each of its events, in order of publication
	places    *names
	actors    *names
	outlets   *names
	whens     *whens
	sideNames []string   // that the user declared, in alphabetical order; none without sides
	published []edtf.Day // first day of each document's publication, edtf.Open when unknown
	textShown []bool     // the document's text is in the page
	filters   []facetList
	words     *words
}

func newModel(g *graph.Graph, opt Options) *model {
	m := &model{
		g: g, opt: opt, words: newWords(), kinds: []Kind{},
		kind: map[string]int{}, document: map[string]int{}, family: map[string]int{}, event: map[string]int{}, report: map[string]int{},
		places: newNames(), actors: newNames(), outlets: newNames(), whens: newWhens(),
	}
	m.sideNames = m.sides()
	for i := range g.Documents {
		d := &g.Documents[i]
		m.document[d.ID] = i
		m.outlets.number(d.Outlet)
		m.textShown = append(m.textShown, opt.Text == FullText && d.Text != "")
		day := edtf.Day(edtf.Open)
		if v, err := edtf.Parse(d.Published); err == nil {
			day, _ = v.Bounds()
		}
		m.published = append(m.published, day)
	}
	for i := range g.Families {
		m.family[g.Families[i].ID] = i
	}
	m.orderEvents()
	m.orderReports()
	m.findKinds()
	m.filters = m.facetLists()
	return m
}

// orderEvents numbers the events.
func (m *model) orderEvents() {
	g := m.g
	m.events = make([]int, len(g.Events))
	middle := make([]int, len(g.Events)) // twice the middle day
	for i := range g.Events {
		m.events[i] = i
		switch w := &g.Events[i].When; {
		case w.Earliest == edtf.Open && w.Latest == edtf.Open:
			middle[i] = math.MaxInt
		case w.Earliest == edtf.Open:
			middle[i] = 2 * int(w.Latest)
		case w.Latest == edtf.Open:
			middle[i] = 2 * int(w.Earliest)
		default:
			middle[i] = int(w.Earliest) + int(w.Latest)
		}
	}
	slices.SortStableFunc(m.events, func(a, b int) int { return cmp.Compare(middle[a], middle[b]) })
	for n, i := range m.events {
		m.event[g.Events[i].ID] = n
	}
}

// orderReports numbers the reports; those of no event come last.
func (m *model) orderReports() {
	g := m.g
	at := make(map[string]int, len(g.Reports))
	for i := range g.Reports {
		at[g.Reports[i].ID] = i
	}
	taken := make([]bool, len(g.Reports))
	m.byEvent = make([][]int, len(g.Events))
	for _, i := range m.events {
		var list []int
		for _, id := range g.Events[i].Reports {
			if r, ok := at[id]; ok && !taken[r] {
				taken[r] = true
				list = append(list, r)
			}
		}
		slices.SortStableFunc(list, func(a, b int) int {
			return cmp.Or(cmp.Compare(m.publication(a), m.publication(b)), cmp.Compare(a, b))
		})
		m.byEvent[i] = list
		m.reports = append(m.reports, list...)
	}
	for r := range g.Reports {
		if !taken[r] {
			m.reports = append(m.reports, r)
		}
	}
	for n, r := range m.reports {
		m.report[g.Reports[r].ID] = n
	}
}

// publication is the publication date of a report's document for sorting;
// those without one come last.
func (m *model) publication(report int) string {
	if d, ok := m.document[m.g.Reports[report].Document]; ok && m.g.Documents[d].Published != "" {
		return m.g.Documents[d].Published
	}
	return "~" // after every digit
}

// findKinds keeps the kinds that occur, in the order of the options, and adds
// those the options do not name.
func (m *model) findKinds() {
	used := map[string]bool{}
	for i := range m.g.Events {
		used[m.g.Events[i].Kind] = true
	}
	for i := range m.g.Reports {
		used[m.g.Reports[i].Kind] = true
	}
	add := func(k Kind) {
		if _, ok := m.kind[k.ID]; ok {
			return
		}
		k.Label = cmp.Or(k.Label, k.ID, "Event")
		k.Class = cmp.Or(k.Class, "other")
		m.kind[k.ID] = len(m.kinds)
		m.kinds = append(m.kinds, k)
	}
	for _, k := range m.opt.Kinds {
		if used[k.ID] {
			add(k)
		}
	}
	var rest []string
	for id := range used {
		rest = append(rest, id)
	}
	slices.Sort(rest)
	for _, id := range rest {
		add(Kind{ID: id})
	}
}

// placeName is a place as shown: all its names in alphabetical order, so that
// none is preferred, three at most.
func placeName(p *events.Place) string {
	if len(p.Names) == 0 {
		return p.Name
	}
	return strings.Join(p.Names[:min(3, len(p.Names))], " / ")
}

// disputed reports whether independent accounts of e contradict each other.
// Revisions, figures of different scope and silence are no conflict.
func disputed(e *graph.Event) bool {
	return slices.ContainsFunc(e.Disputes, func(d graph.Dispute) bool { return d.Sort == graph.Conflict })
}

// quote returns the text of a quote as the options allow it.
func (m *model) quote(q events.Quote) string {
	if m.opt.Text == NoText {
		return ""
	}
	return q.Text
}

// names numbers strings in the order they are first seen.
type names struct {
	list []string
	at   map[string]int
}

func newNames() *names { return &names{list: []string{}, at: map[string]int{}} }

func (n *names) number(s string) int {
	i, ok := n.at[s]
	if !ok {
		i = len(n.list)
		n.at[s] = i
		n.list = append(n.list, s)
	}
	return i
}

// whens numbers dates, so that one that many reports state stands in the page once.
type whens struct {
	at   map[events.When]int
	list []events.When
}

func newWhens() *whens { return &whens{at: map[events.When]int{}} }

// plainWhen returns w without what is not shown of it.
func plainWhen(w events.When) events.When {
	w.Precision, w.Rule = "", ""
	return w
}

func (n *whens) number(w events.When) int {
	w = plainWhen(w)
	i, ok := n.at[w]
	if !ok {
		i = len(n.list)
		n.at[w] = i
		n.list = append(n.list, w)
	}
	return i
}

// day returns a day for a column.
func day(d edtf.Day) int {
	if d == edtf.Open {
		return none
	}
	return int(d)
}
