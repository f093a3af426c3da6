package events

import (
	"strings"
	"unicode"

	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// A diaryEntry is what stands under a line that is nothing but a date, or behind
// a date that a paragraph opens with as a sentence, as in a chronology and a diary.
type diaryEntry struct {
	when  When
	block int // of that date
	level int // of the heading that it is, 0 for a line of the text
}

const (
	fewestHeadings = 2  // that are dates in a text which has entries
	fewestLines    = 3  // lines of the text that are, if no heading is
	entryReach     = 12 // paragraphs to which the date of such a line reaches; that of a heading reaches to the next
)

// findEntries returns the entries of the document, in order; none if it has a
// date or two alone, which date the text and not a part of it.
func (d *documentAnalysis) findEntries() []diaryEntry {
	var all []diaryEntry
	headings, days := 0, map[string]bool{}
	times := d.times
	for i, sentence := range d.sentences {
		if i > 0 && d.sentences[i-1].block == sentence.block || sentence.role == text.Title {
			continue
		}
		for len(times) > 0 && times[0].Start < sentence.Start {
			times = times[1:]
		}
		if len(times) == 0 {
			break
		}
		if w, ok := d.onlyDate(sentence.Span, times); ok {
			b := d.doc.Blocks[sentence.block]
			all = append(all, diaryEntry{w, sentence.block, b.Level})
			days[w.EDTF] = true
			if b.Role == text.Heading {
				headings++
			}
		}
	}
	if len(days) < fewestHeadings || headings < fewestHeadings && len(days) < fewestLines {
		return nil
	}
	return all
}

// onlyDate returns the date that is all that s, a sentence, says, up to a month
// long. times are the document's from there on.
func (d *documentAnalysis) onlyDate(s text.Span, times []timex.Mention) (When, bool) {
	first, last := &times[0], &times[0]
	if first.Range != "" && len(times) > 1 && times[1].Range == first.Range && times[1].End <= s.End {
		last = &times[1]
	}
	if first.EDTF == "" || first.Named || first.Type == timex.Set || strings.Contains(first.Rule, ":") || first.Start >= s.End || last.End > s.End ||
		hasWord(d.doc.Text[s.Start:first.Start]) || hasWord(d.doc.Text[last.End:s.End]) {
		return When{}, false
	}
	w := fromMention(first)
	const month = 31
	n := daysOf(w)
	return w, n > 0 && n <= month
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
	e := d.entry
	if e == nil || block == e.block {
		return
	}
	switch b := d.doc.Blocks[block]; {
	case b.Role == text.Heading && (e.level == 0 || b.Level <= e.level), e.level == 0 && block-e.block > entryReach:
		d.entry = nil
	}
}

// inEntry gives what an entry tells, without a date of its own, the time that it
// has told of just before, or that of the entry; to what somebody counted by
// then, that as its end.
func (d *documentAnalysis) inEntry(a *sentenceAnalysis, i int, t trigger, total bool, m Modality) (When, bool) {
	if d.entry == nil {
		return When{}, false
	}
	if w, ok := d.takenUp(a, i, t, m); ok {
		return w, true
	}
	if w, ok := d.carried(a, i, t, m); ok {
		return w, true
	}
	if a.role != text.Body || m.Rank() > Denied.Rank() || t.noun && a.definite(t) {
		return When{}, false
	}
	w := d.entry.when
	switch tense := a.tense(t); {
	case tense == "pluperfect", tense == "future", d.otherTime(a, w):
		return When{}, false
	}
	w.Rule, w.Basis = "entry", "the date that heads the entry: "+w.Basis
	if total {
		w = saidBy(w)
		w.Basis = "a running total in the entry of " + d.entry.when.EDTF
	}
	return w, true
}
