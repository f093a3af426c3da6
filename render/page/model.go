package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// A model is a graph made ready for the page: everything that names another
// thing by id names it by number, and names used often stand in lists.
type model struct {
	g   *graph.Graph
	opt Options

	kinds     []Kind
	kind      map[string]int
	document  map[string]int
	family    map[string]int
	event     map[string]int
	report    map[string]int
	places    *names
	actors    *names
	outlets   *names
	whens     *whens
	byEvent   [][]int   // reports of each event, in order of publication
	spans     []offsets // one a document
	textShown []bool    // the document's text is in the page
}

func newModel(g *graph.Graph, opt Options) *model {
	m := &model{
		g: g, opt: opt, kinds: []Kind{},
		kind: map[string]int{}, document: map[string]int{}, family: map[string]int{}, event: map[string]int{}, report: map[string]int{},
		places: newNames(), actors: newNames(), outlets: newNames(), whens: newWhens(),
	}
	for i := range g.Documents {
		m.document[g.Documents[i].ID] = i
		m.outlets.number(g.Documents[i].Outlet)
		m.spans = append(m.spans, newOffsets(g.Documents[i].Text))
		m.textShown = append(m.textShown, opt.Text == FullText && g.Documents[i].Text != "")
	}
	for i := range g.Families {
		m.family[g.Families[i].ID] = i
	}
	for i := range g.Reports {
		m.report[g.Reports[i].ID] = i
	}
	m.byEvent = make([][]int, len(g.Events))
	for i := range g.Events {
		e := &g.Events[i]
		m.event[e.ID] = i
		for _, id := range e.Reports {
			if r, ok := m.report[id]; ok {
				m.byEvent[i] = append(m.byEvent[i], r)
			}
		}
		slices.SortStableFunc(m.byEvent[i], func(a, b int) int {
			return cmp.Or(cmp.Compare(m.published(a), m.published(b)), cmp.Compare(a, b))
		})
	}
	m.findKinds()
	return m
}

// published is the publication date of a report's document for sorting; those
// without one come last.
func (m *model) published(report int) string {
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
	at    map[events.When]int
	EDTF  []string      `json:"edtf"`
	Words []string      `json:"words"`
	A     []*int        `json:"a"` // first day, null when open
	B     []*int        `json:"b"` // last day
	Glyph []chart.Glyph `json:"glyph"`
	Flags []int         `json:"flags"` // 1 approximate, 2 uncertain
	Basis []string      `json:"basis"`
}

func newWhens() *whens {
	return &whens{at: map[events.When]int{}, EDTF: []string{}, Words: []string{}, A: []*int{}, B: []*int{}, Glyph: []chart.Glyph{}, Flags: []int{}, Basis: []string{}}
}

func (n *whens) number(w events.When) int {
	w.Precision, w.Rule = "", "" // neither is shown
	if i, ok := n.at[w]; ok {
		return i
	}
	i := len(n.EDTF)
	n.at[w] = i
	mark := chart.MarkOf(w)
	flags := 0
	if mark.Approximate {
		flags |= 1
	}
	if mark.Uncertain {
		flags |= 2
	}
	n.EDTF = append(n.EDTF, w.EDTF)
	n.Words = append(n.Words, chart.DateWords(w))
	n.A = append(n.A, day(w.Earliest))
	n.B = append(n.B, day(w.Latest))
	n.Glyph = append(n.Glyph, mark.Glyph)
	n.Flags = append(n.Flags, flags)
	n.Basis = append(n.Basis, w.Basis)
	return i
}

func day(d edtf.Day) *int {
	if d == edtf.Open {
		return nil
	}
	n := int(d)
	return &n
}
