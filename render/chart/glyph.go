package chart

import (
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
)

// Glyph says how a date is drawn. What is known of a date and how long a
// happening lasted are different things: only GlyphSpan is drawn as a bar.
type Glyph int

// The glyphs. The page's scripts know them by these numbers, so that their
// order is part of the page's data.
const (
	GlyphNone    Glyph = iota // no date and no bound: listed, not drawn
	GlyphDay                  // one day, or a time of it: a dot
	GlyphSpan                 // from one day to another: a bar with square ends
	GlyphBracket              // some time within a week, a month, a season, a year: a dot on a thin bracket
	GlyphAfter                // open to the future: an arrow
	GlyphBefore               // open to the past: an arrow
	GlyphOneOf                // one of several days: dots joined by a dotted line
	GlyphOrder                // no date stated, only bounds derived: a dot on dotted tethers
)

// Mark is how one date is drawn: its glyph, and whether the source calls it
// approximate (EDTF ~) or uncertain (EDTF ?). EDTF % is both.
type Mark struct {
	Glyph       Glyph
	Approximate bool
	Uncertain   bool
	Whole       bool // of a GlyphBracket: the month or year as such ("2023-05"), and not one unknown day of it ("2023-05-XX")
}

// MarkOf returns how w is drawn. It reads the shape of the EDTF value; the days
// come from w.Earliest and w.Latest.
func MarkOf(w events.When) Mark {
	s := w.EDTF
	m := Mark{
		Approximate: strings.ContainsAny(s, "~%"),
		Uncertain:   strings.ContainsAny(s, "?%"),
	}
	switch {
	case w.Earliest == edtf.Open && w.Latest == edtf.Open:
		m.Glyph = GlyphNone
	case s == "" || strings.HasPrefix(w.Basis, "derived:"):
		m.Glyph = GlyphOrder
	case w.Latest == edtf.Open:
		m.Glyph = GlyphAfter
	case w.Earliest == edtf.Open:
		m.Glyph = GlyphBefore
	case strings.HasPrefix(s, "[") && !strings.Contains(s, ".."):
		m.Glyph = GlyphOneOf
	case InWeek(w):
		m.Glyph, m.Whole = GlyphBracket, true
	case strings.Contains(s, "/") || strings.Contains(s, ".."):
		m.Glyph = GlyphSpan
	case w.Earliest == w.Latest:
		m.Glyph = GlyphDay
	default:
		m.Glyph = GlyphBracket
		m.Whole = !strings.Contains(s, "X")
	}
	return m
}

// InWeek reports whether w is some time within one week or weekend, which EDTF
// can only write as the interval of its days: it did not last from the first of
// them to the last.
func InWeek(w events.When) bool { return w.Precision == "week" || w.Precision == "weekend" }

// Core returns the days that a GlyphSpan certainly covers: from the last day on
// which it may have begun to the first on which it may have ended. "2023-05/2023-07"
// has the core 31 May to 1 July; its ends are loose. ok is false when the ends
// leave no such day, and for what is no interval of two known ends.
func Core(w events.When) (first, last edtf.Day, ok bool) {
	from, to, found := strings.Cut(w.EDTF, "/")
	if !found {
		return 0, 0, false
	}
	a, err := edtf.Parse(from)
	if err != nil {
		return 0, 0, false
	}
	b, err := edtf.Parse(to)
	if err != nil {
		return 0, 0, false
	}
	_, first = a.Bounds()
	last, _ = b.Bounds()
	return first, last, first != edtf.Open && last != edtf.Open && first <= last
}
