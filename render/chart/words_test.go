package chart_test

import (
	"testing"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/chart"
)

func TestDateWordsAreNeverMorePreciseThanTheValue(t *testing.T) {
	for _, c := range []struct{ edtf, want string }{
		{"2020-10-04", "4 October 2020"},
		{"2020-10-04T01:30:00", "4 October 2020, 01:30"},
		{"2020-10-04T01:00:00Z", "4 October 2020, 01:00 UTC"},
		{"2020-10-04T01:30:15+04:00", "4 October 2020, 01:30:15 UTC+04:00"},
		{"2020-10", "October 2020"},
		{"2020", "2020"},
		{"2023-05-XX", "a day in May 2023"},
		{"2023-XX-XX", "a day in 2023"},
		{"2023-XX", "a month in 2023"},
		{"1993-23", "autumn 1993"},
		{"2020-33", "first quarter of 2020"},
		{"199X", "the 1990s"},
		{"19XX", "the 20th century"},
		{"2023-05-04~", "about 4 May 2023"},
		{"2010-04-19~/2010-04-25~", "about 19–25 April 2010"},
		{"2023-05-04?", "4 May 2023 (uncertain)"},
		{"2023-05%", "about May 2023 (uncertain)"},
		{"2023-05-04/2023-05-09", "4–9 May 2023"},
		{"2023-04-28/2023-05-09", "28 April – 9 May 2023"},
		{"2022-12-28/2023-01-02", "28 December 2022 – 2 January 2023"},
		{"2023-04/2023-06", "April–June 2023"},
		{"1991/1994", "1991 – 1994"},
		{"2023-05-04/..", "not before 4 May 2023"},
		{"../2023-05-04", "not after 4 May 2023"},
		{"/2023-05-04", "not after 4 May 2023"},
		{"[2023-05-03,2023-05-05]", "3 May 2023 or 5 May 2023"},
		{"{1991,1993}", "1991 and 1993"},
		{"-0489-08-12", "12 August 490 BC"},
		{"Y17000", "17000"},
		{"about teatime", "about teatime"},
		{"2023-13", "2023-13"},
	} {
		if got := chart.DateWords(testgraph.When(c.edtf, "")); got != c.want {
			t.Errorf("DateWords(%q) = %q, want %q", c.edtf, got, c.want)
		}
	}
}

func TestDateWordsOfBoundsAlone(t *testing.T) {
	a, b := edtf.NewDay(2020, 9, 27), edtf.NewDay(2020, 10, 4)
	for _, c := range []struct {
		first, last edtf.Day
		want        string
	}{
		{edtf.Open, edtf.Open, "no date"},
		{a, edtf.Open, "not before 27 September 2020"},
		{edtf.Open, b, "not after 4 October 2020"},
		{a, b, "between 27 September 2020 and 4 October 2020"},
		{a, a, "27 September 2020 (derived)"},
	} {
		if got := chart.DateWords(testgraph.Between(c.first, c.last, "test")); got != c.want {
			t.Errorf("DateWords(%v to %v) = %q, want %q", c.first, c.last, got, c.want)
		}
	}
}

func TestMarkOfEachSortOfDate(t *testing.T) {
	for _, c := range []struct {
		edtf string
		want chart.Mark
	}{
		{"2023-05-04", chart.Mark{Glyph: chart.GlyphDay}},
		{"2023-05-04T12:00:00", chart.Mark{Glyph: chart.GlyphDay}},
		{"2023-05", chart.Mark{Glyph: chart.GlyphBracket, Whole: true}},
		{"2023-05-XX", chart.Mark{Glyph: chart.GlyphBracket}},
		{"2023", chart.Mark{Glyph: chart.GlyphBracket, Whole: true}},
		{"1993-23", chart.Mark{Glyph: chart.GlyphBracket, Whole: true}},
		{"2023-05-04/2023-05-09", chart.Mark{Glyph: chart.GlyphSpan}},
		{"2023-05-04/..", chart.Mark{Glyph: chart.GlyphAfter}},
		{"../2023-05-04", chart.Mark{Glyph: chart.GlyphBefore}},
		{"[2023-05-03,2023-05-05]", chart.Mark{Glyph: chart.GlyphOneOf}},
		{"2023-05-04~", chart.Mark{Glyph: chart.GlyphDay, Approximate: true}},
		{"2023-05?", chart.Mark{Glyph: chart.GlyphBracket, Uncertain: true, Whole: true}},
		{"199X", chart.Mark{Glyph: chart.GlyphBracket}},
		{"2023-05-04%", chart.Mark{Glyph: chart.GlyphDay, Approximate: true, Uncertain: true}},
	} {
		if got := chart.MarkOf(testgraph.When(c.edtf, "stated")); got != c.want {
			t.Errorf("MarkOf(%q) = %+v, want %+v", c.edtf, got, c.want)
		}
	}
	if got := chart.MarkOf(testgraph.Between(1, 9, "test")); got.Glyph != chart.GlyphOrder {
		t.Errorf("derived bounds are drawn as glyph %d, want %d", got.Glyph, chart.GlyphOrder)
	}
	if got := chart.MarkOf(events.When{Earliest: edtf.Open, Latest: edtf.Open}); got.Glyph != chart.GlyphNone {
		t.Errorf("no date is drawn as glyph %d", got.Glyph)
	}
}

func TestCoreOfASpanIsWhatItsEndsLeaveCertain(t *testing.T) {
	for _, c := range []struct{ edtf, first, last string }{
		{"2023-05-04/2023-05-09", "2023-05-04", "2023-05-09"},
		{"2023-05/2023-07", "2023-05-31", "2023-07-01"},
		{"2023-05-04~/2023-06", "2023-05-04", "2023-06-01"},
		{"2023/2023-07", "", ""}, // it may have begun in December
		{"2023-05-04/..", "", ""},
		{"2023-05-04", "", ""},
		{"", "", ""},
	} {
		first, last, ok := chart.Core(testgraph.When(c.edtf, "stated"))
		if ok != (c.first != "") || ok && (first.String() != c.first || last.String() != c.last) {
			t.Errorf("Core(%q) = %v, %v, %v, want %s, %s", c.edtf, first, last, ok, c.first, c.last)
		}
	}
}
