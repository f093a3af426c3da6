package export

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// index finds what a graph's ids name. An id that leads nowhere gives nil.
type index struct {
	g         *graph.Graph
	documents map[string]*graph.Document
	reports   map[string]*graph.Report
	events    map[string]*graph.Event
	kinds     map[string]Kind
	published map[string]edtf.Value // by document; only of those whose date can be read
	cited     map[*graph.Document]Citation
	order     map[string]int // of documents by publication; the undated, which come last, have none
}

func newIndex(g *graph.Graph, opt Options) *index {
	x := &index{
		g: g, documents: make(map[string]*graph.Document, len(g.Documents)), reports: make(map[string]*graph.Report, len(g.Reports)),
		cited: map[*graph.Document]Citation{}, events: make(map[string]*graph.Event, len(g.Events)), kinds: make(map[string]Kind, len(opt.Kinds)), published: make(map[string]edtf.Value, len(g.Documents)),
	}
	for i := range g.Documents {
		d := &g.Documents[i]
		x.documents[d.ID] = d
		if v, err := edtf.Parse(d.Published); err == nil {
			x.published[d.ID] = v
		}
	}
	x.orderDocuments()
	for i := range g.Reports {
		x.reports[g.Reports[i].ID] = &g.Reports[i]
	}
	for i := range g.Events {
		x.events[g.Events[i].ID] = &g.Events[i]
	}
	for _, k := range opt.Kinds {
		x.kinds[k.ID] = k
	}
	return x
}

// note is Note, once for each document.
func (x *index) note(d *graph.Document) Citation {
	c, ok := x.cited[d]
	if !ok {
		c = Note(d)
		x.cited[d] = c
	}
	return c
}

func (x *index) kindLabel(id string) string { return cmp.Or(x.kinds[id].Label, id, "Event") }

func (x *index) class(kind string) string { return cmp.Or(x.kinds[kind].Class, "other") }

// orderDocuments numbers the documents by when they were published; those of
// one date have one number.
func (x *index) orderDocuments() {
	ids := slices.Sorted(maps.Keys(x.published))
	slices.SortStableFunc(ids, func(a, b string) int { return edtf.Compare(x.published[a], x.published[b]) })
	x.order = make(map[string]int, len(ids))
	for i, id := range ids {
		x.order[id] = i
		if i > 0 && edtf.Compare(x.published[ids[i-1]], x.published[id]) == 0 {
			x.order[id] = x.order[ids[i-1]]
		}
	}
}

// reportsOf returns the reports of e in order of publication, those of undated
// documents last, then in the graph's order.
func (x *index) reportsOf(e *graph.Event) []*graph.Report {
	out := make([]*graph.Report, 0, len(e.Reports))
	for _, id := range e.Reports {
		if r := x.reports[id]; r != nil {
			out = append(out, r)
		}
	}
	if len(out) > 1 {
		slices.SortStableFunc(out, func(a, b *graph.Report) int { return cmp.Compare(x.at(a), x.at(b)) })
	}
	return out
}

// at is the number of the document of r by when it was published.
func (x *index) at(r *graph.Report) int {
	if n, ok := x.order[r.Document]; ok {
		return n
	}
	return len(x.order)
}

// reported returns the first and the last publication date among the documents
// that report e, as they state it; "" when none states one.
func (x *index) reported(e *graph.Event) (first, last string) {
	var from, to edtf.Value
	for _, id := range e.Reports {
		r := x.reports[id]
		if r == nil {
			continue
		}
		v, ok := x.published[r.Document]
		if !ok {
			continue
		}
		if from.IsZero() || edtf.Compare(v, from) < 0 {
			from = v
		}
		if to.IsZero() || laterEnd(v, to) {
			to = v
		}
	}
	return from.String(), to.String()
}

// laterEnd reports whether a ends after b, or with it and begins later.
func laterEnd(a, b edtf.Value) bool {
	_, la := a.Bounds()
	_, lb := b.Bounds()
	return cmp.Or(cmp.Compare(la, lb), edtf.Compare(a, b)) > 0
}

// told says before the label of an event in what way the texts speak of it,
// where that is not as of something that happened.
var told = map[events.Modality]string{
	events.Alleged:      "Alleged",
	events.Denied:       "Denied",
	events.Demanded:     "Demanded",
	events.Planned:      "Planned",
	events.Hypothetical: "Hypothetical",
	events.Negated:      "Said not to have happened",
}

// title returns the label of e, never as if it had happened when it did not.
func title(e *graph.Event) string {
	label := cmp.Or(oneLine(e.Label), "Event")
	if e.Modality == events.Happened {
		return label
	}
	return cmp.Or(told[e.Modality], oneLine(string(e.Modality)), "Modality unknown") + ": " + label
}

// placeName is a place with all its names in alphabetical order, so that none
// is preferred.
func placeName(p *events.Place) string {
	if len(p.Names) == 0 {
		return p.Name
	}
	return strings.Join(p.Names, " / ")
}

func placesOf(e *graph.Event) string {
	return join(e.Places, func(p events.Place) string { return placeName(&p) })
}

func actorsOf(list []events.Actor) string {
	return join(list, func(a events.Actor) string { return a.Name })
}

// located reports whether p has coordinates; a place that no gazetteer holds
// has none, and 0, 0 would be a place in the Gulf of Guinea.
func located(p *events.Place) bool {
	return p.ID != "" && p.Lat >= -90 && p.Lat <= 90 && p.Lon >= -180 && p.Lon <= 180
}

// speakers returns the chain of those who say it, outermost first, without the
// outlet of the document d itself; d may be nil.
func speakers(r *graph.Report, d *graph.Document) string {
	return join(r.Attribution, func(a events.Attribution) string {
		if d != nil && a.Speaker == d.Outlet {
			return ""
		}
		return a.Speaker
	})
}

// join puts each name once, in the order of the graph.
func join[T any](values []T, name func(T) string) string {
	var names []string
	for _, v := range values {
		if s := name(v); s != "" && !slices.Contains(names, s) {
			names = append(names, s)
		}
	}
	return strings.Join(names, "; ")
}

// oneLine returns s on one line: white space and control characters, with
// which a format may be broken or a reader misled, are one space.
func oneLine(s string) string {
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		clean = s[i] > ' ' && s[i] < 0x7f || s[i] == ' ' && i > 0 && i < len(s)-1 && s[i-1] != ' '
	}
	if clean {
		return s
	}
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "\ufffd"), isBlank), " ")
}

// isBlank tells white space, controls, and the characters that turn the
// direction of the text that follows them.
func isBlank(r rune) bool {
	switch {
	case r <= ' ', r >= 0x7f && r <= 0xa0, r == 0x1680, r >= 0x2000 && r <= 0x200a, r == 0x2028, r == 0x2029, r == 0x202f, r == 0x205f, r == 0x3000,
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff, r == 0xfffe, r == 0xffff:
		return true
	}
	return false
}

// dateWords is the date of e in words, never more precise than the texts.
func dateWords(e *graph.Event) string { return oneLine(chart.DateWords(e.When)) }
