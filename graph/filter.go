package graph

import (
	"cmp"
	"slices"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
)

// Filter says which events of a graph are wanted: those that meet every
// condition. The zero value wants all. The conditions, and what they mean, are
// those of the page's filter, so that a table or figure and the page agree.
//
// A name is given as it stands in the graph, whole; case, accents and white
// space around it do not count, and "*" stands for any characters.
type Filter struct {
	// Since and Until keep the events that may have happened on a day of that
	// range, from the first day that Since can mean to the last of Until: a
	// month holds all its days. An event whose date is known to the year alone
	// is kept by every day of that year; one without any date by none.
	Since, Until edtf.Value
	Kinds        []string          // ids of kinds; an event has one of them
	Places       []string          // names of places, or their gazetteer's ids; an event is at one of them
	Actors       []string          // of who did and of who was harmed; an event has one of them
	Outlets      []string          // one of them reports the event. All its reports are kept
	Modalities   []events.Modality // an event is told in one of these ways
	Disputed     bool              // independent accounts contradict each other
	Events       []string          // ids
	Top          int               // of the events that meet all else, as many of the greatest weight; 0 for all
}

// IsZero reports whether f wants every event.
func (f *Filter) IsZero() bool { return f.String() == "" }

// Disputed reports whether independent accounts of e contradict each other.
// Revisions, figures of different scope and silence are no conflict.
func (e *Event) Disputed() bool {
	return slices.ContainsFunc(e.Disputes, func(d Dispute) bool { return d.Sort == Conflict })
}

// Select returns the graph of the events that f wants, in the same order, with
// all that is told of them: their reports, the families of the documents that
// hold these, the links between them and the running totals that those reports
// state. Every id in it leads somewhere; counts, weights and disputes are
// those of g, as every report of a kept event is kept. Its generator's option
// "filter" is f.String(). Diagnostics stay, being of the whole run.
//
// The result shares memory with g, and neither is to be changed. With a filter
// that wants all it is g itself.
func (g *Graph) Select(f Filter) *Graph {
	if f.IsZero() {
		return g
	}
	m := newMatcher(g, f)
	var kept []int
	for i := range g.Events {
		if m.wants(&g.Events[i]) {
			kept = append(kept, i)
		}
	}
	if f.Top > 0 && len(kept) > f.Top {
		slices.SortStableFunc(kept, func(a, b int) int { return cmp.Compare(g.Events[b].Weight, g.Events[a].Weight) })
		kept = kept[:f.Top]
		slices.Sort(kept)
	}
	return g.view(kept, f.String())
}

// view returns the graph of the events at those places of g.Events, which are
// in order.
func (g *Graph) view(kept []int, filter string) *Graph {
	v := &Graph{
		Version: g.Version, Generator: g.Generator, Diagnostics: g.Diagnostics,
		Events: make([]Event, len(kept)), Documents: []Document{}, Families: []Family{}, Reports: []Report{}, Series: []Series{}, Links: []Link{},
	}
	v.Generator.Options = map[string]string{"filter": filter}
	for k, o := range g.Generator.Options {
		if k != "filter" {
			v.Generator.Options[k] = o
		}
	}
	inView := make(map[string]bool, len(kept))
	for _, i := range kept {
		inView[g.Events[i].ID] = true
	}
	for k, i := range kept {
		v.Events[k] = g.Events[i]
		if !inView[v.Events[k].PartOf] {
			v.Events[k].PartOf = ""
		}
	}
	reports := v.takeReports(g, inView)
	v.takeDocuments(g)
	for i := range g.Links {
		if l := &g.Links[i]; inView[l.From] && inView[l.To] {
			v.Links = append(v.Links, *l)
		}
	}
	for _, s := range g.Series {
		s.Points = slices.DeleteFunc(slices.Clone(s.Points), func(p Point) bool { return !reports[p.Report] })
		if len(s.Points) > 0 {
			v.Series = append(v.Series, s)
		}
	}
	v.Sides, v.Corrections = g.Sides, g.Corrections
	v.countSides()
	return v
}

// takeReports takes the reports of the events that are in view, and returns their ids.
func (v *Graph) takeReports(g *Graph, inView map[string]bool) map[string]bool {
	ids := map[string]bool{}
	for i := range g.Reports {
		if r := &g.Reports[i]; inView[r.Event] {
			v.Reports = append(v.Reports, *r)
			ids[r.ID] = true
		}
	}
	return ids
}

// takeDocuments takes the documents of the reports of v, and their families whole:
// a copy is told of with what it copies.
func (v *Graph) takeDocuments(g *Graph) {
	documents, families := map[string]bool{}, map[string]bool{}
	for i := range v.Reports {
		documents[v.Reports[i].Document] = true
	}
	for i := range g.Documents {
		if d := &g.Documents[i]; documents[d.ID] && d.Family != "" {
			families[d.Family] = true
		}
	}
	for i := range g.Documents {
		if d := &g.Documents[i]; documents[d.ID] || families[d.Family] {
			v.Documents = append(v.Documents, *d)
		}
	}
	v.keepReferences()
	for i := range g.Families {
		if families[g.Families[i].ID] {
			v.Families = append(v.Families, g.Families[i])
		}
	}
}

// keepReferences takes away what documents say of documents that the view has not.
func (v *Graph) keepReferences() {
	index := indexOf(v.Documents, func(d *Document) string { return d.ID })
	for i := range v.Documents {
		d := &v.Documents[i]
		if _, ok := index[d.Revises]; !ok {
			d.Revises = ""
		}
		d.Borrowed = slices.DeleteFunc(slices.Clone(d.Borrowed), func(p Borrowed) bool { _, ok := index[p.Of]; return !ok })
	}
}
