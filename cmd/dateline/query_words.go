package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// stated are the sentences of what a text states, from the first event of a
// link to the second.
var stated = map[string]string{
	"causes":      "%s led to %s",
	"responds-to": "%s was in response to %s",
	"violates":    "%s was in breach of %s",
	"before":      "%s came before %s",
	"after":       "%s came after %s",
	"during":      "%s took place during %s",
	"repeats":     "%s is told as a repetition of %s",
	"contradicts": "%s contradicts %s",
	"part-of":     "%s was part of %s",
}

// derived are those of what follows from dates and places.
var derived = map[string]string{
	"before":      "%s came before %s by their dates",
	"after":       "%s came after %s by their dates",
	"meets":       "%s ended the day before %s began, by their dates",
	"overlaps":    "%s began first and lasted into %s, by their dates",
	"starts":      "%s began with %s, by their dates",
	"finishes":    "%s ended with %s, by their dates",
	"during":      "%s took place in the days of %s",
	"equals":      "%s and %s have the same dates",
	"part-of":     "%s was in the days and at the place of %s",
	"repeats":     "%s is like %s",
	"contradicts": "%s and %s contradict each other",
}

// related puts two events into the sentence of a relation. A relation that this
// program does not know stands between them as it is.
func related(sentences map[string]string, relation, from, to string) string {
	if form, ok := sentences[relation]; ok {
		return fmt.Sprintf(form, from, to)
	}
	return from + " " + inline(relation) + " " + to
}

// sentence returns a step as a sentence with its footnotes. What no text
// states has no word of cause in it, and says so.
func (r *reply) sentence(s *graph.Step) string {
	from, to := r.name(s.From), r.name(s.To)
	if s.Basis == graph.Stated || s.Basis == graph.Ordered {
		said := ", says " + r.source(s.Why.Document)
		x, y := r.trigger(s.From, &s.Why), r.trigger(s.To, &s.Why)
		if x != nil && y != nil && x.Text != "" && y.Text != "" {
			said += fmt.Sprintf(" of “%s” and “%s”", inline(x.Text), inline(y.Text))
		}
		if s.Why.Text != "" {
			said += ": “" + excerpt(&s.Why, x, y) + "”"
		}
		if s.AgainstDates(r.event(s.From), r.event(s.To)) {
			said += ", and their dates say otherwise"
		}
		return related(stated, s.Relation, from, to) + said + " " + r.cite(s.Why.Document, s.Why.Quote)
	}
	notes := r.notes(s.Reports)
	what := ""
	switch {
	case s.Relation == "same-place" && s.Shared != "":
		what = fmt.Sprintf("%s and %s were both at %s", from, to, inline(s.Shared))
	case s.Relation == "same-actor" && s.Shared != "":
		what = fmt.Sprintf("%s and %s both name %s", from, to, inline(s.Shared))
	case s.Relation == "reported-together":
		what = fmt.Sprintf("%s and %s are told in one sentence by several texts", from, to)
	case s.Relation == graph.SameDocument:
		what = fmt.Sprintf("%s and %s are told in one text, %s", from, to, r.textName(s.Shared))
	default:
		what = related(derived, s.Relation, from, to)
	}
	if apart := r.apart(s.From, s.To); s.Basis == graph.Near && apart != "" {
		what += ", " + apart
	}
	if !r.linked(s.From, s.To) {
		what += "; no text links the two"
	}
	return what + " " + notes
}

// trigger returns the words that tell an event in the quote of a link, nil
// when none of its reports stands there.
func (r *reply) trigger(event string, w *graph.Why) *events.Quote {
	for _, id := range r.event(event).Reports {
		if x := r.finder.Report(id); x != nil && x.Document == w.Document && x.Quote.Span == w.Span {
			return &x.Trigger
		}
	}
	return nil
}

// aroundBytes is how much of a quote is shown on either side of the words that
// it is quoted for. Footnotes hold quotes in full.
const (
	aroundBytes = 70
	titleRunes  = 80
)

// excerpt returns the part of a link's quote that holds both triggers, cut at
// spaces, with dots for the rest.
func excerpt(w *graph.Why, x, y *events.Quote) string {
	if x == nil || y == nil {
		return inline(w.Text)
	}
	from, to := min(x.Start, y.Start)-w.Start-aroundBytes, max(x.End, y.End)-w.Start+aroundBytes
	before, after := "", ""
	if from > 0 && from < len(w.Text) {
		if at := strings.IndexByte(w.Text[from:], ' '); at >= 0 {
			from, before = from+at+1, "..."
		}
	}
	if to > 0 && to < len(w.Text) {
		if at := strings.LastIndexByte(w.Text[:to], ' '); at >= 0 {
			to, after = at, "..."
		}
	}
	if before == "" {
		from = 0
	}
	if after == "" {
		to = len(w.Text)
	}
	if from >= to {
		return inline(w.Text)
	}
	return before + inline(w.Text[from:to]) + after
}

// shorten returns the first n characters of s, cut at a word, with dots for the rest.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	if at := strings.LastIndexByte(cut, ' '); at > len(cut)/2 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:.") + "..."
}

// linked reports whether a text states a link between two events.
func (r *reply) linked(a, b string) bool {
	return slices.ContainsFunc(r.g.Links, func(l graph.Link) bool {
		return (l.Basis == graph.Stated || l.Basis == graph.Ordered) && (l.From == a && l.To == b || l.From == b && l.To == a)
	})
}

// apart says how far apart two events are in time, "" when that is not known
// to the day.
func (r *reply) apart(from, to string) string {
	x, y := r.event(from).When, r.event(to).When
	if x.EDTF == "" || y.EDTF == "" || x.Latest == edtf.Open || y.Latest == edtf.Open || x.Earliest == edtf.Open || y.Earliest == edtf.Open {
		return ""
	}
	if x.Earliest > y.Earliest {
		x, y = y, x
	}
	if x.Latest-x.Earliest > 1 && x.Precision != "interval" || y.Latest-y.Earliest > 1 && y.Precision != "interval" {
		return ""
	}
	switch gap := int(y.Earliest) - int(x.Latest); {
	case gap < 0:
		return ""
	case gap == 0:
		return "on the same day"
	default:
		return inDays(gap) + " apart"
	}
}

func inDays(n int) string {
	switch {
	case n == 1:
		return "a day"
	case n < 90:
		return fmt.Sprintf("%d days", n)
	case n < 730:
		return fmt.Sprintf("about %d months", (n+15)/30)
	}
	return fmt.Sprintf("about %d years", (n+182)/365)
}

// strengths name what stands behind a step, by graph.Step.Strength.
var strengths = []string{
	graph.TextStates: "A text states it",
	graph.TextOrders: "A text gives the order",
	graph.Structure:  "By dates and places",
	graph.InCommon:   "Something in common, and no text that links them",
	graph.TimeAlone:  "By their dates alone",
}

// values lists the values of an attribute with their footnotes: 12 [1]; at least 9 [2][3].
func (r *reply) values(attribute string, values []graph.Value) string {
	s := ""
	for i, v := range values {
		if i > 0 {
			s += "; "
		}
		s += valueWords(attribute, v.Value) + " " + r.notes(v.Reports)
	}
	return s
}

// valueWords writes a date as a reader would, and leaves other values as they are.
func valueWords(attribute, v string) string {
	if attribute == "date" {
		v = chart.DateWords(events.When{EDTF: v})
	}
	return inline(v)
}
