package timex

import "github.com/dateline-project/dateline/events/text"

// headLine is a line or a heading that is nothing but a year or a month. The
// days that are told below it without a year, or without a month, are of it.
type headLine struct {
	year  date // noUnit: there is none
	month date // likewise
	at    int  // token of the last of them
	level int  // of the heading that gives the year, 0 for a line of the text
}

// headLines keeps the year or the month of an expression that is all of its block.
func (r *resolver) headLines(e *expr, d date) {
	if role := r.f.role(e.first); role != text.Body && role != text.Heading || e.rule.op != opDate || !r.f.alone(e) {
		return
	}
	h := &r.under
	switch {
	case d.unit == year && e.v.is(slotYear):
		*h = headLine{year: d, at: e.first, level: r.f.level(e.first)}
	case d.unit == month && e.v.is(slotYear):
		*h = headLine{year: date{unit: year, year: d.year}, month: d, at: e.first, level: r.f.level(e.first)}
	case d.unit == month && d.year == h.year.year && h.year.unit != noUnit:
		h.month, h.at = d, e.first
	}
}

// leaveHead forgets the year and the month of a line when a heading begins that
// they do not reach beyond: one that is not itself a part of a year.
func (r *resolver) leaveHead(heading *text.Block, e *expr) {
	part := heading.Contains(r.f.span(e)) && r.f.alone(e) && !e.v.is(slotYear)
	if !part && (r.under.level == 0 || heading.Level <= r.under.level) {
		r.under = headLine{}
	}
}

// yearAbove returns the year of the line that e stands under, if e opens a
// paragraph, or a sentence below a heading; noUnit for none.
func (r *resolver) yearAbove(e *expr) date {
	h := &r.under
	const words = 1 // before it: "On"
	switch {
	case h.year.unit == noUnit:
		return date{}
	case h.level > 0 && r.opens(e), r.f.cells[e.first]&cellBlock != 0, e.first > 0 && r.f.cells[e.first-words]&cellBlock != 0:
		r.from = h.at
		return h.year
	}
	return date{}
}

// alone reports whether an expression is all that its block says.
func (f *finder) alone(e *expr) bool {
	for i := e.first; f.cells[i]&cellBlock == 0; {
		if i--; i < 0 || f.tokens[i].Kind != text.Punct {
			return false
		}
	}
	for i := e.last; i < len(f.cells) && f.cells[i]&cellBlock == 0; i++ {
		if f.tokens[i].Kind != text.Punct {
			return false
		}
	}
	return true
}

// level returns the level of the heading that a token stands in, 0 for none.
func (f *finder) level(tok int) int {
	if b := f.block(tok); b >= 0 && f.blocks[b].Role == text.Heading {
		return f.blocks[b].Level
	}
	return 0
}
