// Package testgraph makes graphs for the tests of render: a small one with
// every sort of date, modality and dispute, one of any size, and one full of
// hostile text. All places, outlets and sentences in them are invented.
package testgraph

import (
	"fmt"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/graph"
)

// builder puts a graph together; ids are made from numbers.
type builder struct {
	g      *graph.Graph
	events map[string]int
	docs   map[string]int
}

func newBuilder() *builder {
	return &builder{
		g: &graph.Graph{
			Version: 1, Generator: graph.Generator{Name: "dateline", Version: "test", Options: map[string]string{}},
			Documents: []graph.Document{}, Families: []graph.Family{}, Reports: []graph.Report{}, Events: []graph.Event{},
			Series: []graph.Series{}, Links: []graph.Link{}, Diagnostics: []source.Diagnostic{},
		},
		events: map[string]int{}, docs: map[string]int{},
	}
}

// When returns a date of an EDTF value with the bounds that the value has.
func When(value, basis string) events.When {
	w := events.When{EDTF: value, Earliest: edtf.Open, Latest: edtf.Open, Basis: basis, Rule: "test"}
	if v, err := edtf.Parse(value); err == nil {
		w.Earliest, w.Latest = v.Bounds()
		w.Precision = v.Precision()
	}
	return w
}

// Between returns a date that no text states, with derived bounds.
func Between(first, last edtf.Day, basis string) events.When {
	return events.When{Earliest: first, Latest: last, Basis: "derived: " + basis, Rule: "test"}
}

// document adds a document. Sentences are appended by report.
func (b *builder) document(id, outlet, title, published, family, copyOf string) {
	b.docs[id] = len(b.g.Documents)
	b.g.Documents = append(b.g.Documents, graph.Document{
		Document: &source.Document{
			ID: id, Path: id, Title: title, Outlet: outlet, Published: published, PublishedBasis: published, Language: "en",
			SHA256: strings.Repeat("0", 64), Text: title + "\n\n", Synthetic: true,
		},
		Family: family, CopyOf: copyOf,
	})
	for i := range b.g.Families {
		f := &b.g.Families[i]
		if f.ID == family {
			f.Documents = append(f.Documents, id)
			return
		}
	}
	b.g.Families = append(b.g.Families, graph.Family{ID: family, Documents: []string{id}, First: id, Outlets: []string{outlet}})
}

// event adds an event without reports.
func (b *builder) event(id, kind, label, place string, when events.When, m events.Modality) *graph.Event {
	b.events[id] = len(b.g.Events)
	e := graph.Event{
		ID: id, Kind: kind, Label: label, When: when, Modality: m,
		Places: []events.Place{}, Actors: []events.Actor{}, Targets: []events.Actor{}, Figures: []graph.Figure{}, Reports: []string{}, Disputes: []graph.Dispute{},
	}
	if place != "" {
		e.Places = append(e.Places, events.Place{Name: place, Names: strings.Split(place, " / "), Precision: events.LocalityPlace})
	}
	b.g.Events = append(b.g.Events, e)
	return &b.g.Events[len(b.g.Events)-1]
}

// report appends a sentence to a document and reports an event by it. The
// trigger stands between stars in the sentence: "Shells *hit* the bridge."
func (b *builder) report(event, doc, sentence string, change func(*events.Report)) {
	before, rest, _ := strings.Cut(sentence, "*")
	trigger, after, _ := strings.Cut(rest, "*")
	plain := before + trigger + after
	d := &b.g.Documents[b.docs[doc]]
	start := len(d.Text)
	d.Text += plain + "\n"
	e := &b.g.Events[b.events[event]]
	at := func(from, to int) events.Quote {
		return events.Quote{Span: text.Span{Start: from, End: to}, Text: d.Text[from:to]}
	}
	r := graph.Report{
		Report: &events.Report{
			ID: fmt.Sprintf("r%04d", len(b.g.Reports)+1), Document: doc, Kind: e.Kind,
			Trigger: at(start+len(before), start+len(before)+len(trigger)), Quote: at(start, start+len(plain)),
			When: e.When, Places: e.Places, Actors: []events.Actor{}, Targets: []events.Actor{}, Figures: []events.Figure{}, Attribution: []events.Attribution{}, Modality: e.Modality,
		},
		Event: event,
	}
	if change != nil {
		change(r.Report)
	}
	e.Reports = append(e.Reports, r.ID)
	b.g.Reports = append(b.g.Reports, r)
}

// graph counts what the events hold and returns the graph.
func (b *builder) graph() *graph.Graph {
	report := map[string]*graph.Report{}
	for i := range b.g.Reports {
		report[b.g.Reports[i].ID] = &b.g.Reports[i]
	}
	for i := range b.g.Events {
		e := &b.g.Events[i]
		docs, families := map[string]bool{}, map[string]bool{}
		for _, id := range e.Reports {
			d := report[id].Document
			docs[d] = true
			families[b.g.Documents[b.docs[d]].Family] = true
		}
		e.Documents, e.Families, e.Accounts = len(docs), len(families), len(families)
		e.Weight = float64(len(families)) + float64(len(e.Disputes))/2
	}
	return b.g
}

func figure(measure string, low int64, high *int64, hedge string) events.Figure {
	return events.Figure{Measure: measure, Population: "", Low: low, High: high, Hedge: hedge, Scope: events.ScopeEvent}
}

func ptr(n int64) *int64 { return &n }
