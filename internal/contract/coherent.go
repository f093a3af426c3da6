package contract

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/graph"
)

// Coherent reports where a graph, as JSON, breaks the contract in a way that a
// JSON Schema cannot see: ids that lead nowhere, arrays out of order, bounds
// that cross, and quotes that do not stand in their document.
func Coherent(value []byte) error {
	var g graph.Graph
	if err := json.Unmarshal(value, &g); err != nil {
		return err
	}
	c := checker{documents: map[string]string{}, reports: map[string]string{}, events: map[string]bool{}}
	c.index(&g)
	c.families(&g)
	for _, r := range g.Reports {
		c.report(r)
	}
	for _, e := range g.Events {
		c.event(e)
	}
	c.links(&g)
	c.sides(&g)
	return errors.Join(c.errs...)
}

type checker struct {
	documents map[string]string // id to text
	reports   map[string]string // id to event
	events    map[string]bool
	errs      []error
}

func (c *checker) failf(format string, args ...any) {
	if len(c.errs) < 20 { // enough to see what is wrong
		c.errs = append(c.errs, fmt.Errorf(format, args...))
	}
}

// index fills the maps, and checks that ids are unique and arrays in order.
func (c *checker) index(g *graph.Graph) {
	for _, d := range g.Documents {
		if _, twice := c.documents[d.ID]; twice {
			c.failf("document %q: two have this id", d.ID)
		}
		c.documents[d.ID] = d.Text
	}
	for _, r := range g.Reports {
		if _, twice := c.reports[r.ID]; twice {
			c.failf("report %q: two have this id", r.ID)
		}
		c.reports[r.ID] = r.Event
	}
	for _, e := range g.Events {
		if c.events[e.ID] {
			c.failf("event %q: two have this id", e.ID)
		}
		c.events[e.ID] = true
	}
	if !slices.IsSortedFunc(g.Documents, func(a, b graph.Document) int { return cmp.Compare(a.ID, b.ID) }) {
		c.failf("documents are not in order of id")
	}
	if !slices.IsSortedFunc(g.Reports, func(a, b graph.Report) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Trigger.Start, b.Trigger.Start))
	}) {
		c.failf("reports are not in order of document and span")
	}
}

func (c *checker) families(g *graph.Graph) {
	of := map[string]string{}
	for _, f := range g.Families {
		for _, d := range f.Documents {
			c.document("family "+f.ID, d)
			of[d] = f.ID
		}
		if !slices.Contains(f.Documents, f.First) {
			c.failf("family %q: its first, %q, is not one of it", f.ID, f.First)
		}
		if !slices.IsSorted(f.Outlets) {
			c.failf("family %q: outlets are not in order", f.ID)
		}
	}
	for _, d := range g.Documents {
		if of[d.ID] != d.Family {
			c.failf("document %q: family is %q, and the families say %q", d.ID, d.Family, of[d.ID])
		}
		for _, id := range []string{d.CopyOf, d.Revises} {
			if id != "" {
				c.document("document "+d.ID, id)
			}
		}
		c.written(d)
	}
	c.copies(g)
}

// copies checks that copies and borrowed passages name documents, and spans of them.
func (c *checker) copies(g *graph.Graph) {
	spans := func(who, id string, spans ...text.Span) {
		c.document(who, id)
		for _, s := range spans {
			if t := c.documents[id]; s.Start >= s.End || t != "" && s.End > len(t) {
				c.failf("%s: no text of %q from %d to %d", who, id, s.Start, s.End)
			}
		}
	}
	for _, f := range g.Families {
		for _, x := range f.Copies {
			who := "copy " + x.Document
			spans(who, x.Document, x.Added...)
			spans(who, x.Of, x.Dropped...)
			for _, l := range x.Lost {
				spans(who, x.Of, l.From)
				spans(who, x.Document, l.To)
			}
		}
	}
	for _, d := range g.Documents {
		for _, p := range d.Borrowed {
			spans("document "+d.ID, d.ID, p.Span)
			spans("document "+d.ID, p.Of, p.At)
		}
	}
}

func (c *checker) written(d graph.Document) {
	if w := d.Written; w != nil && (w.Earliest == edtf.Open && w.Latest == edtf.Open || w.Earliest != edtf.Open && w.Latest != edtf.Open && w.Earliest > w.Latest) {
		c.failf("document %q: written from %s to %s", d.ID, w.Earliest, w.Latest)
	}
}

func (c *checker) document(who, id string) {
	if _, ok := c.documents[id]; !ok {
		c.failf("%s: no document %q", who, id)
	}
}

func (c *checker) report(r graph.Report) {
	who := "report " + r.ID
	c.document(who, r.Document)
	if !c.events[r.Event] {
		c.failf("%s: no event %q", who, r.Event)
	}
	s := c.documents[r.Document]
	c.quote(who+": trigger", s, r.Trigger)
	c.quote(who+": quote", s, r.Quote)
	c.when(who, r.When)
	if !r.Quote.Contains(r.Trigger.Span) {
		c.failf("%s: its trigger lies outside its quote", who)
	}
	for _, f := range r.Figures {
		if f.High != nil && *f.High < f.Low {
			c.failf("%s: figure from %d to %d", who, f.Low, *f.High)
		}
	}
}

// quote checks that q stands in s; a graph without texts has no s to look in.
func (c *checker) quote(who, s string, q events.Quote) {
	switch {
	case q.End < q.Start:
		c.failf("%s: ends at %d before it starts at %d", who, q.End, q.Start)
	case s == "":
	case q.End > len(s):
		c.failf("%s: ends at %d, the text at %d", who, q.End, len(s))
	case s[q.Start:q.End] != q.Text:
		c.failf("%s: is %q, and the text says %q", who, q.Text, s[q.Start:q.End])
	case !utf8.ValidString(q.Text):
		c.failf("%s: cuts a character in two", who)
	}
}

func (c *checker) when(who string, w events.When) {
	if w.Earliest > w.Latest && w.Latest.String() != "" {
		c.failf("%s: earliest %s is after latest %s", who, w.Earliest, w.Latest)
	}
	if w.EDTF != "" && w.Basis == "" {
		c.failf("%s: the date %s has no basis", who, w.EDTF)
	}
}

func (c *checker) event(e graph.Event) {
	who := "event " + e.ID
	c.when(who, e.When)
	for _, id := range e.Reports {
		if got, ok := c.reports[id]; !ok || got != e.ID {
			c.failf("%s: report %q belongs to %q", who, id, got)
		}
	}
	if e.PartOf != "" && !c.events[e.PartOf] {
		c.failf("%s: part of %q, which is no event", who, e.PartOf)
	}
	if e.Accounts > e.Families || e.Families > e.Documents || e.Documents > len(e.Reports) {
		c.failf("%s: %d accounts, %d families, %d documents, %d reports", who, e.Accounts, e.Families, e.Documents, len(e.Reports))
	}
	for _, f := range e.Figures {
		c.reportsOf(who, f.Reports)
		if f.Best != nil && *f.Best < f.Low || f.High != nil && *f.High < f.Low {
			c.failf("%s: best or high of %s lies below its low", who, f.Measure)
		}
		for _, v := range f.Values {
			c.reportsOf(who, v.Reports)
		}
	}
	for _, d := range e.Disputes {
		for _, v := range d.Values {
			c.reportsOf(who, v.Reports)
		}
	}
}

func (c *checker) reportsOf(who string, ids []string) {
	for _, id := range ids {
		if _, ok := c.reports[id]; !ok {
			c.failf("%s: no report %q", who, id)
		}
	}
}

func (c *checker) links(g *graph.Graph) {
	for _, l := range g.Links {
		who := fmt.Sprintf("link %s %s %s", l.From, l.Relation, l.To)
		if !c.events[l.From] || !c.events[l.To] || l.From == l.To {
			c.failf("%s: an end is no event, or both are one", who)
		}
		if l.Why.Document != "" {
			c.document(who, l.Why.Document)
			c.quote(who, c.documents[l.Why.Document], l.Why.Quote)
		}
	}
	for _, s := range g.Series {
		for _, p := range s.Points {
			c.reportsOf("series "+s.ID, []string{p.Report})
		}
	}
}

// sides checks that every side was declared, and that none stands in a graph
// without any.
func (c *checker) sides(g *graph.Graph) {
	declared := map[string]bool{"": true}
	if g.Sides != nil {
		for _, d := range g.Sides.Declared {
			declared[d.Side] = true
		}
		c.shares("graph", &g.Sides.Sides, declared)
	}
	side := func(who, name string) {
		if !declared[name] {
			c.failf("%s: side %q was not declared", who, name)
		}
	}
	for _, d := range g.Documents {
		side("document "+d.ID, d.Side)
	}
	for _, r := range g.Reports {
		side("report "+r.ID, r.Side)
	}
	for _, e := range g.Events {
		if (e.Sides != nil) != (g.Sides != nil) {
			c.failf("event %s: sides here or in the graph, and not in both", e.ID)
		} else if e.Sides != nil {
			c.shares("event "+e.ID, e.Sides, declared)
		}
	}
}

func (c *checker) shares(who string, s *graph.Sides, declared map[string]bool) {
	alone := 0
	for _, x := range s.Shares {
		if !declared[x.Side] {
			c.failf("%s: a share of side %q, which was not declared", who, x.Side)
		}
		if x.Alone > x.Accounts || x.Accounts > s.Accounts {
			c.failf("%s: side %q has %d accounts, %d of them alone, of %d in all", who, x.Side, x.Accounts, x.Alone, s.Accounts)
		}
		alone += x.Alone
	}
	if alone > s.Accounts || !declared[s.OneSided] || (s.OneSided == "") != (s.Note == "") {
		c.failf("%s: %d accounts of one side alone of %d, one-sided %q, note %q", who, alone, s.Accounts, s.OneSided, s.Note)
	}
}
