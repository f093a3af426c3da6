package export

import (
	"strconv"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
)

var claimColumns = []column{
	{"claim_id", code, "id of the report and number of the claim in it"},
	{"event_id", code, "the event it is told of"},
	{"report_id", code, "the report, which is one document's account of the event"},
	{"document_id", words, "the document that holds it"},
	{"attribute", words, "what is claimed: kind, when, place, actor, target, or what a figure counts"},
	{"value", words, "the value claimed: a date as EDTF, a figure as a number, a range, or \">=\" and a number"},
	{"unit_scope", words, "of a figure: who is counted; \"total as of\" a date for a running total, \"part\" for a part of a larger figure"},
	{"hedge", words, "words that make it less certain"},
	{"modality", words, "how it is told: happened, alleged, denied, demanded, planned, hypothetical, negated"},
	{"speaker", words, "who says so, outermost first; empty when the document itself does"},
	{"char_start", integer, "where it stands in the document's text: first byte, of UTF-8"},
	{"char_end", integer, "the byte after the last"},
	{"quote", words, "the sentence"},
	{"published", date, "when the document was published, as EDTF"},
}

// claimTable has a row for each value that a report claims. Where a value has
// no words of its own, its span is that of the words that tell the event.
func claimTable(x *index) table {
	t := table{name: "claims", doc: "one row a value that a report claims, with its sentence", columns: claimColumns}
	t.rows = func(yield func([]string) bool) {
		cells := make([]string, len(claimColumns))
		for i := range x.g.Reports {
			r := &x.g.Reports[i]
			cells[1], cells[2], cells[3] = r.Event, r.ID, r.Document
			d := x.documents[r.Document]
			cells[8], cells[9], cells[12], cells[13] = string(r.Modality), speakers(r, d), r.Quote.Text, ""
			if d != nil {
				cells[13] = d.Published
			}
			n := 0
			claim := func(attribute, value, scope, hedge string, start, end int) bool {
				n++
				if start >= end {
					start, end = r.Trigger.Start, r.Trigger.End
				}
				cells[0] = r.ID + "." + strconv.Itoa(n)
				cells[4], cells[5], cells[6], cells[7] = attribute, value, scope, hedge
				cells[10], cells[11] = strconv.Itoa(start), strconv.Itoa(end)
				return yield(cells)
			}
			if !claims(r, claim) {
				return
			}
		}
	}
	return t
}

// claims calls yield for each value that r claims, until it returns false.
func claims(r *graph.Report, yield func(attribute, value, scope, hedge string, start, end int) bool) bool {
	if !yield("kind", r.Kind, "", r.Hedge, r.Trigger.Start, r.Trigger.End) {
		return false
	}
	if r.When.EDTF != "" && !yield("when", r.When.EDTF, "", r.Hedge, 0, 0) {
		return false
	}
	for i := range r.Places {
		if p := &r.Places[i]; !yield("place", placeName(p), "", r.Hedge, p.Start, p.End) {
			return false
		}
	}
	for i := range r.Actors {
		if a := &r.Actors[i]; !yield("actor", a.Name, "", r.Hedge, a.Start, a.End) {
			return false
		}
	}
	for i := range r.Targets {
		if a := &r.Targets[i]; !yield("target", a.Name, "", r.Hedge, a.Start, a.End) {
			return false
		}
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; !yield(f.Measure, figureValue(f), figureScope(f), f.Hedge, f.Start, f.End) {
			return false
		}
	}
	return true
}

// figureValue is a figure as stated: "9", "9-12", ">=9".
func figureValue(f *events.Figure) string {
	low := strconv.FormatInt(f.Low, 10)
	switch {
	case f.High == nil:
		return ">=" + low
	case *f.High == f.Low:
		return low
	}
	return low + "-" + strconv.FormatInt(*f.High, 10)
}

func figureScope(f *events.Figure) string {
	s := f.Population
	switch f.Scope {
	case events.ScopeTotal:
		if s != "" {
			s += "; "
		}
		s += "total"
		if f.AsOf != "" {
			s += " as of " + f.AsOf
		}
	case events.ScopePart:
		if s != "" {
			s += "; "
		}
		s += "part"
	}
	return s
}
