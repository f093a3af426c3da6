package contract

import (
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/graph"
)

const exampleText = "Two shells hit the mill on Monday, killing at least 3 people, the council said."

// Example returns a small graph by hand, in which every field of the contract
// is used and every array has an element. Each call returns a new one.
func Example() *graph.Graph {
	span := func(start, end int) text.Span { return text.Span{Start: start, End: end} }
	quote := func(start, end int) events.Quote {
		return events.Quote{Span: span(start, end), Text: exampleText[start:end]}
	}
	day := edtf.NewDay(2021, 3, 1)
	when := events.When{EDTF: "2021-03-01", Earliest: day, Latest: day, Precision: "day", Basis: "Monday before the day of publication", Rule: "weekday"}
	place := events.Place{Name: "Millford", Names: []string{"Millford", "Old Mill"}, Lat: -12.5, Lon: 0.25, ID: "1", Precision: events.LocalityPlace, Span: span(15, 23)}
	council := events.Actor{Name: "=council", Sort: "organisation", Span: span(62, 73)}
	mill := events.Actor{Name: "the mill", Sort: "organisation", Span: span(15, 23)}
	three := int64(3)
	sides := graph.Sides{Accounts: 1, Shares: []graph.Share{{Side: "North", Documents: 1, Families: 1, Accounts: 1, Alone: 1}, {Side: "South"}},
		OneSided: "North", Note: "The only account of it is of North."}
	report := func(id, event, kind string, trigger events.Quote) graph.Report {
		return graph.Report{Event: event, Side: "North", Report: &events.Report{
			ID: id, Document: "a.txt", Kind: kind, Trigger: trigger, Quote: quote(0, len(exampleText)), When: when,
			Places: []events.Place{place}, Actors: []events.Actor{council}, Targets: []events.Actor{mill},
			Figures: []events.Figure{
				{Measure: "killed", Low: 3, Hedge: "at least", Scope: events.ScopeEvent, Span: span(43, 60)},
				{Measure: "killed", Low: 3, High: &three, Scope: events.ScopeTotal, AsOf: "2021-03-02", Span: span(52, 60)},
			},
			Attribution: []events.Attribution{{Speaker: "the council", Cue: "said", Span: span(62, 78), Source: span(62, 73), CueSpan: span(74, 78), Content: span(0, 60)}},
			Modality:    events.Happened,
		}}
	}
	event := func(id, kind, label, report string) graph.Event {
		return graph.Event{
			ID: id, Kind: kind, Label: label, When: when, Places: []events.Place{place}, Actors: []events.Actor{council}, Targets: []events.Actor{mill},
			Figures: []graph.Figure{{Measure: "killed", Low: 3, Reports: []string{report},
				Values: []graph.FigureValue{{Low: 3, Families: 1, Reports: []string{report}}}}},
			Reports: []string{report}, Documents: 1, Families: 1, Accounts: 1, Modality: events.Happened,
			Disputes: []graph.Dispute{{Attribute: "killed", Sort: graph.Conflict, Values: []graph.Value{{Value: "3", Reports: []string{report}}}}},
			Weight:   1.5,
			Sides:    &sides,
			Review:   &graph.Review{Status: graph.Accepted, Starred: true, Was: "2021-03", Corrections: []int{0}},
		}
	}
	stand := graph.CorrectionState{Events: []string{"e1"}, Reports: []string{"r1"}, EDTF: "2021-03", CopyOf: "a.txt", Status: graph.Open}
	return &graph.Graph{
		Corrections: []graph.AppliedCorrection{{Outcome: graph.OutcomeApplied, Says: "look again", Correction: graph.Correction{
			Action: graph.Accept, Event: "e1", Document: "a.txt", Who: "A. Reader", When: "2026-01-31T15:04:05Z", Reason: "two sources", Before: stand, After: stand}}},
		Version:   1,
		Generator: graph.Generator{Name: "dateline", Version: "devel", Options: map[string]string{"text": "full"}},
		Documents: []graph.Document{{Family: "f1", Side: "North", Revises: "a.txt", // one document stands for all
			Borrowed: []graph.Borrowed{{Span: span(0, 32), Of: "a.txt", At: span(0, 32)}},
			Written:  &graph.Written{Earliest: day, Latest: day, Basis: "derived: no date of publication; not before 2021-03-01, of which it tells as past"},
			Document: &source.Document{
				ID: "a.txt", Path: "a.txt", Title: "At the mill", Outlet: "The Courier", Language: "en", Published: "2021-03-02", PublishedBasis: "2 March 2021",
				SHA256: "4f2aa0c7f3b4cf0a8b7e0a0d5c1e0d1f9d3f6f5f1c2b3a4d5e6f708192a3b4c5", Text: exampleText, Synthetic: true,
			}}},
		Families: []graph.Family{{ID: "f1", Documents: []string{"a.txt"}, First: "a.txt", Outlets: []string{"The Courier"},
			Copies: []graph.Copy{{Document: "a.txt", Of: "a.txt", Kept: 1, Taken: 1, Added: []text.Span{span(0, 32)}, Dropped: []text.Span{span(0, 32)},
				Lost: []graph.LostHedge{{Word: "at least", Sort: graph.Bound, From: span(0, 32), To: span(0, 32)}}}}}},
		Reports: []graph.Report{report("r1", "e1", "shelling", quote(4, 10)), report("r2", "e2", "death", quote(35, 42))},
		Events:  []graph.Event{event("e1", "shelling", "Shelling, Millford", "r1"), event("e2", "death", "Death, Millford", "r2")},
		Series: []graph.Series{{ID: "s1", Measure: "killed", Place: "Millford", Points: []graph.Point{
			{AsOf: "2021-03-02", Low: 3, High: &three, Report: "r2"}}}},
		Links: []graph.Link{{From: "e1", To: "e2", Relation: "causes", Basis: graph.Stated,
			Why: graph.Why{Document: "a.txt", Quote: quote(0, 60)}}},
		Diagnostics: []source.Diagnostic{{Path: "b.bin", Severity: source.Error, Message: "no text: the file is binary"}},
		Sides: &graph.GraphSides{
			Declared: []graph.DeclaredSide{
				{Side: "North", Outlets: []string{"The Courier"}, Speakers: []graph.DeclaredSpeaker{{Name: "Millford council", Written: []string{"the council"}}}},
				{Side: "South", Outlets: []string{}, Speakers: []graph.DeclaredSpeaker{}},
			},
			Sides: graph.Sides{Accounts: 2, Shares: []graph.Share{{Side: "North", Documents: 1, Families: 1, Accounts: 2, Alone: 2, Speakers: 1}, {Side: "South"}}, OneSided: "North",
				Note: "These events are told mainly by one side: 2 of the 2 accounts of them are of North alone."},
		},
	}
}
