package main

import (
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
)

// sharing keeps one copy of what a graph says many times. A graph that was
// just built shares by itself; one that is read back would hold each name, id
// and sentence as often as the file has it.
type sharing struct {
	strings map[string]string
	texts   map[string]string // of documents, by id
}

func newSharing() *sharing {
	return &sharing{strings: map[string]string{}, texts: map[string]string{}}
}

func (s *sharing) string(p *string) {
	if known, ok := s.strings[*p]; ok {
		*p = known
	} else {
		s.strings[*p] = *p
	}
}

func (s *sharing) document(d *graph.Document) {
	if d.Document == nil { // none of its fields was in the file
		d.Document = &source.Document{}
	}
	for _, p := range []*string{&d.ID, &d.Outlet, &d.Family, &d.Language} {
		s.string(p)
	}
	s.texts[d.ID] = d.Text
}

// quote makes q a part of the text that it stands in.
func (s *sharing) quote(document string, q *events.Quote) {
	text := s.texts[document]
	if q.Start >= 0 && q.Start <= q.End && q.End <= len(text) && text[q.Start:q.End] == q.Text {
		q.Text = text[q.Start:q.End]
	}
}

func (s *sharing) report(r *graph.Report) {
	if r.Report == nil {
		r.Report = &events.Report{}
	}
	for _, p := range []*string{&r.Document, &r.Kind, &r.Event, &r.Hedge, (*string)(&r.Modality)} {
		s.string(p)
	}
	s.when(&r.When)
	s.quote(r.Document, &r.Trigger)
	s.quote(r.Document, &r.Quote)
	s.places(r.Places)
	s.actors(r.Actors)
	s.actors(r.Targets)
	for i := range r.Attribution {
		s.string(&r.Attribution[i].Speaker)
		s.string(&r.Attribution[i].Cue)
	}
}

func (s *sharing) event(e *graph.Event) {
	for _, p := range []*string{&e.ID, &e.Kind, &e.Label, (*string)(&e.Modality)} {
		s.string(p)
	}
	s.when(&e.When)
	s.places(e.Places)
	s.actors(e.Actors)
	s.actors(e.Targets)
}

func (s *sharing) link(l *graph.Link) {
	for _, p := range []*string{&l.From, &l.To, &l.Relation, &l.Basis, &l.Why.Document} {
		s.string(p)
	}
	s.quote(l.Why.Document, &l.Why.Quote)
}

func (s *sharing) when(w *events.When) {
	for _, p := range []*string{&w.EDTF, &w.Precision, &w.Basis, &w.Rule} {
		s.string(p)
	}
}

func (s *sharing) places(places []events.Place) {
	for i := range places {
		p := &places[i]
		s.string(&p.Name)
		s.string(&p.ID)
		s.string(&p.Precision)
		for k := range p.Names {
			s.string(&p.Names[k])
		}
	}
}

func (s *sharing) actors(actors []events.Actor) {
	for i := range actors {
		s.string(&actors[i].Name)
		s.string(&actors[i].Sort)
	}
}
