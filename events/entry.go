package events

import (
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// A diaryEntry is what stands under a line that is nothing but a date, or behind
// a date that a paragraph opens with as a sentence, as in a chronology and a diary.
type diaryEntry struct {
	when  When
	block int         // of that date
	level int         // of the heading that it is, 0 for a line of the text
	outer *diaryEntry // that it is a part of, nil for none
	clock bool        // a time of day heads it
	list  bool        // what it dates is indented under it
}

const (
	fewestHeadings = 2 // that are dates in a text which has entries
	fewestLines    = 3 // lines of the text that are, if no heading is
	placeWords     = 4 // behind the date, at most: "3 May 2023, Kherson region"
)

// findEntries returns the entries of the document, those of a live report too,
// in order, and how many paragraphs the date of a line reaches at most; none if
// it has a date or two alone, which date the text and not a part of it, or if
// dates stand below what they date. An entry without a date ends the one before it.
func (d *documentAnalysis) findEntries() (all []diaryEntry, reach int) {
	headings, days := 0, map[string]bool{}
	times, clocks, told, last := d.times, d.clocks, false, sentence{block: -1}
	for i, s := range d.sentences {
		if i > 0 && d.sentences[i-1].block == s.block || s.role == text.Title {
			continue
		}
		last = s
		for len(times) > 0 && times[0].Start < s.Start {
			times = times[1:]
		}
		b := d.doc.Blocks[s.block]
		w, opens := d.openingDate(s, times)
		clock := len(clocks) > 0 && clocks[0].block == s.block
		if clock {
			w, opens, clocks = clocks[0].day, true, clocks[1:]
		}
		switch {
		case !opens && len(all) == 0:
			told = told || b.Role == text.Body
			continue
		case !opens, w.EDTF == "" && b.Role == text.Heading:
			continue
		}
		e := diaryEntry{when: w, block: s.block, level: b.Level, clock: clock, list: d.heads(s.block)}
		all = append(all, e)
		if w.EDTF != "" {
			days[w.EDTF] = true
			headings += boolInt(b.Role == text.Heading || e.list)
		}
	}
	below := told && len(all) > 0 && all[len(all)-1].block == last.block && !d.saysMore(last)
	if len(d.clocks) == 0 && (len(days) < fewestHeadings || headings < fewestHeadings && len(days) < fewestLines) || headings < fewestHeadings && below {
		return nil, 0
	}
	for i := range all {
		if i > 0 {
			reach = max(reach, all[i].block-all[i-1].block-1)
		}
		for o := i - 1; o >= 0 && all[i].outer == nil; o-- {
			if all[o].list && !d.over(&all[o], all[i].block, 0) {
				all[i].outer = &all[o]
			}
		}
	}
	return all, max(1, reach)
}

// heads reports whether what stands behind a block of a list is indented under it.
func (d *documentAnalysis) heads(block int) bool {
	b := d.doc.Blocks
	return b[block].Role == text.Body && block+1 < len(b) && b[block+1].Role == text.Body && b[block+1].Depth > b[block].Depth
}

// over reports whether an entry has ended before a block; reach is how many
// paragraphs the date of a line dates at most.
func (d *documentAnalysis) over(e *diaryEntry, block, reach int) bool {
	switch b := d.doc.Blocks[block]; {
	case b.Role == text.Heading && e.clock && block == e.block+1:
		return false // the headline of an entry of a live report
	case b.Role == text.Heading:
		return e.level == 0 || b.Level <= e.level
	case e.list:
		return b.Role == text.Body && b.Depth <= d.doc.Blocks[e.block].Depth
	}
	return e.level == 0 && block-e.block > reach
}

// openingDate returns the date that sentence s, the first of its block, opens
// with and that is all that it says, but for a place; no date where it is none
// of a month or less, or more is said. It is not open when no time stands there.
// times are the document's from there on.
func (d *documentAnalysis) openingDate(s sentence, times []timex.Mention) (w When, opens bool) {
	if len(times) == 0 || times[0].Start >= s.End || hasWord(d.wording(s.Start, times[0].Start)) {
		return w, false
	}
	first, last := &times[0], &times[0]
	if first.Range != "" && len(times) > 1 && times[1].Range == first.Range && times[1].End <= s.End {
		last = &times[1]
	}
	rest := d.wording(min(last.End, s.End), s.End)
	const month = 31
	switch date := fromMention(first); {
	case hasWord(rest) && !d.isPlaceLine(s, rest) && !d.heads(s.block):
		return w, strings.ContainsAny(rest[:1], ":.,") || strings.HasPrefix(strings.TrimLeft(rest, " "), "–")
	case first.EDTF == "" || first.Named || first.Type == timex.Set || strings.Contains(first.Rule, ":") || daysOf(date) <= 0 || daysOf(date) > month:
		return w, true
	default:
		return date, true
	}
}

// saysMore reports whether the block of s, which opens with a date or a clock,
// tells something behind that.
func (d *documentAnalysis) saysMore(s sentence) bool {
	b := d.doc.Blocks[s.block]
	at := s.Start
	for i := range d.times {
		if m := &d.times[i]; m.Start >= s.Start && m.End <= b.End {
			at = m.End
		}
	}
	return hasWord(d.wording(at, b.End))
}

// isPlaceLine reports whether rest, which ends sentence s, is a place or a
// weekday set off from a date, and all of the line: ", Kherson region", "(Monday)".
func (d *documentAnalysis) isPlaceLine(s sentence, rest string) bool {
	words := strings.Fields(rest)
	if b := d.doc.Blocks[s.block]; s.End < b.End && hasWord(d.wording(s.End, b.End)) || len(words) > placeWords+1 {
		return false
	}
	head := strings.TrimLeft(rest, " ")
	return strings.ContainsAny(head[:1], ",(-") && unicode.IsUpper([]rune(strings.TrimLeft(head, ",(- "))[0]) && !slices.ContainsFunc(d.words[s.first:s.last], func(w word) bool { return w.finite() })
}

// wording returns the text from byte start to end without markup.
func (d *documentAnalysis) wording(start, end int) string {
	marks := d.doc.Markup
	i, _ := slices.BinarySearchFunc(marks, start+1, func(m text.Span, at int) int { return m.End - at })
	if i == len(marks) || marks[i].Start >= end {
		return d.doc.Text[start:end]
	}
	var b strings.Builder
	for ; i < len(marks) && marks[i].Start < end; i++ {
		b.WriteString(d.doc.Text[start:max(start, marks[i].Start)])
		start = min(max(start, marks[i].End), end)
	}
	b.WriteString(d.doc.Text[start:end])
	return b.String()
}

// hasWord reports whether s has a letter or a digit.
func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// enterBlock notes in which entry the text is when it comes to a block.
func (d *documentAnalysis) enterBlock(block int) {
	for len(d.entries) > 0 && d.entries[0].block <= block {
		d.entry, d.entries = &d.entries[0], d.entries[1:]
		d.running, d.reached, d.told = running{}, reached{}, running{}
	}
	for d.entry != nil && block != d.entry.block && d.over(d.entry, block, d.entryReach) {
		d.entry = d.entry.outer
	}
}

// inEntry gives what an entry tells, without a date of its own, the time that it
// has told of just before, or that of the entry; to what somebody says or has
// counted then, that as its end.
func (d *documentAnalysis) inEntry(a *sentenceAnalysis, i int, t trigger, total bool, m Modality) (When, bool) {
	if d.entry == nil || d.entry.when.EDTF == "" {
		return When{}, false
	}
	if w, ok := d.takenUp(a, i, t, m); ok {
		return w, true
	}
	if w, ok := d.carried(a, i, t, m); ok {
		return w, true
	}
	if a.role != text.Body || m.Rank() > Denied.Rank() || t.noun && a.definite(t) || a.lookingBack(t) || d.inFlashback(a, i) {
		return When{}, false
	}
	w := d.entry.when
	w.Rule, w.Basis = "entry", "the date that heads the entry: "+w.Basis
	switch spoken := t.of.Spoken; {
	case total:
		w = saidBy(w)
		w.Basis = "a running total in the entry of " + d.entry.when.EDTF
	case !spoken && (m != Happened || a.isSaid(t.head)) && !a.goingOn(t):
		w = saidBy(w)
	case a.tense(t) == "pluperfect":
		return When{}, false
	}
	return w, true
}

// inFlashback reports whether sentence i, or the one before it in its paragraph,
// is about another time than the entry: "In 2014 rebels took the town. They
// burned a church." So it is where a time is named that cannot be read.
func (d *documentAnalysis) inFlashback(a *sentenceAnalysis, i int) bool {
	other := func(a *sentenceAnalysis) bool {
		return d.otherTime(a, d.entry.when) || slices.ContainsFunc(a.timesFound, func(m timex.Mention) bool {
			return m.EDTF == "" && (m.Type == timex.Date || m.Type == timex.Time) && m.Value != "PRESENT_REF"
		})
	}
	if other(a) {
		return true
	}
	if i == 0 || d.sentences[i-1].block != a.block || d.sentenceOf[i-1] == nil {
		return false
	}
	return other(d.sentenceOf[i-1])
}

// lookingBack reports whether a sentence tells t as what somebody is known by, or
// what was before: "who shot two policemen", "after rebels took the town".
func (a *sentenceAnalysis) lookingBack(t trigger) bool {
	switch a.clauses[t.clause].link {
	case "after", "before", "since", "until", "when", "who", "which", "where", "whose":
		return true
	}
	switch a.orderBefore(t.first) {
	case "after", "before":
		return t.noun
	}
	if !t.noun && (a.relative(t.head) || a.words[t.head].tag == "VBN" && a.describesNoun(t.head)) || a.tense(t) == "future" {
		return true
	}
	c := a.clauses[t.clause]
	for i := c.first; i < c.last; i++ {
		if a.words[i].form(formFormerly) && !a.inTime(i) {
			return true
		}
	}
	return false
}
