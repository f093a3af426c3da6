package export

import (
	"slices"
	"strconv"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
)

// eventRow is an event with what its cells are read from.
type eventRow struct {
	*graph.Event
	x           *index
	place       *events.Place // the first, nil for none
	killed      *graph.Figure // nil when no report gives one
	injured     *graph.Figure
	first, last string // EDTF: when it was first and last reported
}

// eventColumns are the columns of the table of events with what fills them.
var eventColumns = []struct {
	column
	cell func(*eventRow) string
}{
	{column{"event_id", code, "stable id of the event"}, func(r *eventRow) string { return r.ID }},
	{column{"title", words, "label made from kind, place and date; never a source's words"}, func(r *eventRow) string { return r.Label }},
	{column{"type", words, "id of the kind of event"}, func(r *eventRow) string { return r.Kind }},
	{column{"edtf", date, "the date as ISO 8601-2 (EDTF); empty when no text states one"}, func(r *eventRow) string { return r.When.EDTF }},
	{column{"earliest", date, "first day it can mean; empty when open"}, func(r *eventRow) string { return r.When.Earliest.String() }},
	{column{"latest", date, "last day it can mean; empty when open"}, func(r *eventRow) string { return r.When.Latest.String() }},
	{column{"date", words, "the date in words, as precise as the texts state it"}, func(r *eventRow) string { return dateWords(r.Event) }},
	{column{"date_precision", words, "what the date is known to: day, month, season, year, interval, ..."}, func(r *eventRow) string { return r.When.Precision }},
	{column{"date_basis", words, "how the date was read; \"derived:\" begins one that no text states"}, func(r *eventRow) string { return r.When.Basis }},
	{column{"modality", words, "how it is told: happened, alleged, denied, demanded, planned, hypothetical, negated. Only the first is told as a fact"}, func(r *eventRow) string { return string(r.Modality) }},
	{column{"type_label", words, "the kind in words"}, func(r *eventRow) string { return r.x.kindLabel(r.Kind) }},
	{column{"place", words, "places with all their names in alphabetical order"}, func(r *eventRow) string { return placesOf(r.Event) }},
	{column{"lat", number, "latitude of the first place in degrees, WGS 84; empty when it is in no gazetteer"}, func(r *eventRow) string {
		return coordinate(r.place, func(p *events.Place) float64 { return p.Lat })
	}},
	{column{"lon", number, "longitude of the first place"}, func(r *eventRow) string {
		return coordinate(r.place, func(p *events.Place) float64 { return p.Lon })
	}},
	{column{"geo_precision", words, "what the first place is: point, locality, district, region or country, whose coordinates are of a point within it"}, func(r *eventRow) string {
		if r.place == nil {
			return ""
		}
		return r.place.Precision
	}},
	{column{"actors", words, "who did it, as the texts name them"}, func(r *eventRow) string { return actorsOf(r.Actors) }},
	{column{"targets", words, "who was harmed, as the texts name them"}, func(r *eventRow) string { return actorsOf(r.Targets) }},
	{column{"killed_low", integer, "lowest number of killed that a report states, of the event itself"}, func(r *eventRow) string { return low(r.killed) }},
	{column{"killed_best", integer, "the number most accounts give; empty when none gives an exact one"}, func(r *eventRow) string { return best(r.killed) }},
	{column{"killed_high", integer, "highest number; empty when a report says \"at least\""}, func(r *eventRow) string { return high(r.killed) }},
	{column{"killed_population", words, "who is counted; empty for people of any sort"}, func(r *eventRow) string { return population(r.killed) }},
	{column{"injured_low", integer, "lowest number of injured"}, func(r *eventRow) string { return low(r.injured) }},
	{column{"injured_best", integer, "the number most accounts give"}, func(r *eventRow) string { return best(r.injured) }},
	{column{"injured_high", integer, "highest number"}, func(r *eventRow) string { return high(r.injured) }},
	{column{"n_reports", integer, "reports of it"}, func(r *eventRow) string { return strconv.Itoa(len(r.Reports)) }},
	{column{"n_documents", integer, "documents that report it"}, func(r *eventRow) string { return strconv.Itoa(r.Documents) }},
	{column{"n_families", integer, "of these, texts that are no copies of each other"}, func(r *eventRow) string { return strconv.Itoa(r.Families) }},
	{column{"n_accounts", integer, "of these, independent accounts: a text that only repeats a speaker whom another quotes is none"}, func(r *eventRow) string { return strconv.Itoa(r.Accounts) }},
	{column{"n_sides", integer, "sides, of those that the user declared, whose word one of its accounts gives; empty when none were declared"}, func(r *eventRow) string { return sides(r.Sides) }},
	{column{"one_sided", words, "the side that nearly all its accounts are of, and of no other; empty when there is none"}, func(r *eventRow) string {
		if r.Sides == nil {
			return ""
		}
		return r.Sides.OneSided
	}},
	{column{"contested", boolean, "independent accounts contradict each other"}, func(r *eventRow) string { return strconv.FormatBool(r.Disputed()) }},
	{column{"dispute_kinds", words, "what its accounts differ in, and how: conflict, revision, scope, silence"}, func(r *eventRow) string {
		return join(r.Disputes, func(d graph.Dispute) string { return d.Attribute + " (" + d.Sort + ")" })
	}},
	{column{"part_of", code, "id of the longer event that it is part of"}, func(r *eventRow) string { return r.PartOf }},
	{column{"first_reported", date, "publication date of the first document, as it states it"}, func(r *eventRow) string { return r.first }},
	{column{"last_reported", date, "publication date of the last document"}, func(r *eventRow) string { return r.last }},
	{column{"review_status", words, "what reviewers decided: open, accepted or rejected; empty when no correction concerns it"}, func(r *eventRow) string {
		if r.Review == nil {
			return ""
		}
		return r.Review.Status
	}},
	{column{"edtf_of_reports", date, "the date that the reports give, where a reviewer gave another; empty where none did"}, func(r *eventRow) string {
		if r.Review == nil {
			return ""
		}
		return r.Review.Was
	}},
	{column{"weight", number, "how much is known of it; comparable within one table"}, func(r *eventRow) string { return decimal(r.Weight) }},
}

func eventTable(x *index) table {
	t := table{name: "events", doc: "one row an event, by time"}
	for _, c := range eventColumns {
		t.columns = append(t.columns, c.column)
	}
	t.rows = func(yield func([]string) bool) {
		cells := make([]string, len(eventColumns))
		for i := range x.g.Events {
			r := eventRow{Event: &x.g.Events[i], x: x}
			if len(r.Places) > 0 {
				r.place = &r.Places[0]
			}
			r.killed, r.injured = widest(r.Figures, "killed"), widest(r.Figures, "injured")
			r.first, r.last = x.reported(r.Event)
			for k := range eventColumns {
				cells[k] = eventColumns[k].cell(&r)
			}
			if !yield(cells) {
				return
			}
		}
	}
	return t
}

func sides(s *graph.Sides) string {
	if s == nil {
		return ""
	}
	n := 0
	for _, share := range s.Shares {
		if share.Side != "" && share.Accounts > 0 {
			n++
		}
	}
	return strconv.Itoa(n)
}

func coordinate(p *events.Place, of func(*events.Place) float64) string {
	if p == nil || !located(p) {
		return ""
	}
	return decimal(of(p))
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// widest returns the figure of a measure that counts the most people: that of
// no particular population if there is one, else the one with the greatest
// low. Populations overlap (women, civilians), so they are never added up.
func widest(figures []graph.Figure, measure string) *graph.Figure {
	of := slices.DeleteFunc(slices.Clone(figures), func(f graph.Figure) bool { return f.Measure != measure })
	if len(of) == 0 {
		return nil
	}
	widest := slices.MaxFunc(of, func(a, b graph.Figure) int {
		if general(&a) != general(&b) {
			if general(&a) {
				return 1
			}
			return -1
		}
		return int(max(-1, min(1, a.Low-b.Low)))
	})
	return &widest
}

func low(f *graph.Figure) string {
	if f == nil {
		return ""
	}
	return strconv.FormatInt(f.Low, 10)
}

func best(f *graph.Figure) string {
	if f == nil {
		return ""
	}
	return count(f.Best)
}

func high(f *graph.Figure) string {
	if f == nil {
		return ""
	}
	return count(f.High)
}

func population(f *graph.Figure) string {
	if f == nil {
		return ""
	}
	return f.Population
}

// count is a number that may be unknown.
func count(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}
