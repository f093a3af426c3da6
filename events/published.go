package events

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// A text that tells mostly of days long before its own publication is a
// retrospect: an encyclopedia's page, a chapter. What it says was said was not
// said on its day of publication.
const (
	longBefore = 30 // days
	manyDates  = 8
)

// answered bounds a reply to something that the text tells of a day before its
// publication: it was denied or condemned then, or since, and no text says when.
func (d *documentAnalysis) answered(kind string) (When, bool) {
	switch kind {
	case "denial", "condemnation":
	default:
		return When{}, false
	}
	from, published := d.running.when, d.published()
	if from.Precision != "day" || from.Latest >= published.Earliest || published.Earliest-from.Earliest > storyDays {
		if from = d.earlierDay; d.tellsOfToday {
			return When{}, false
		}
	}
	if d.looksBack || from.EDTF == "" {
		return When{}, false
	}
	return When{Earliest: from.Earliest, Latest: published.Latest, Rule: "after what it answers",
		Basis: fmt.Sprintf("derived: no date in the text; between %s, of which it tells, and its publication on %s", from.EDTF, published.EDTF)}, true
}

// tellsNow reports whether a spoken trigger tells what the text itself
// reports: in the past or perfect, or in the present as headlines do; not an
// infinitive, not background in the pluperfect.
func (a *sentenceAnalysis) tellsNow(t trigger) bool {
	if t.noun {
		switch a.tense(t) {
		case "past", "perfect", "present", "progressive":
			return !a.definite(t)
		}
		return false
	}
	switch a.words[t.head].tag {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN":
		return a.clauses[t.clause].verb == t.head || a.hasAux(t.head, formHas|formWas)
	case "VB", "VBG":
		return false
	}
	return true
}

// isNews reports whether a text tells trigger t as the news of its day: in a
// headline, or in the present perfect, which English keeps for what is new,
// or in the past tense if it is of a kind that is made public when it is done.
// What is told of violence may be days old when it is told, and is not dated so.
func (d *documentAnalysis) isNews(a *sentenceAnalysis, t trigger) bool {
	if isGrave(t.of.Class) || a.relative(t.head) { // "the line, which filed for insolvency, ..."
		return false
	}
	head := t.head
	if t.noun {
		// "has made its maiden flight": the noun tells what the verb says was done
		if head = a.lexicalVerb(a.clauses[t.clause]); head < 0 || head > t.first || a.words[head].lexeme.cues&cueLight == 0 {
			return false
		}
	}
	switch a.words[head].tag {
	case "VBZ", "VBP":
		return a.role == text.Title
	case "VBN":
		return a.role == text.Title || a.tense(t) == "perfect" && a.hasAux(head, formHas) || a.tense(t) == "past" && a.hasAux(head, formWas) && d.madePublic(a, t)
	case "VBD":
		return d.madePublic(a, t)
	case "VBG":
		return d.open && (a.role == text.Title || a.hasAux(head, formIs)) // "is cutting 400 jobs"
	}
	return false
}

// madePublic reports whether t is of a kind that is made known on the day it
// is done, in a text that gives no other day as that of its story.
func (d *documentAnalysis) madePublic(a *sentenceAnalysis, t trigger) bool {
	switch t.of.Class {
	case "economy", "politics", "diplomacy", "statement", "other":
		return d.earlierDay.EDTF == ""
	}
	return false
}

// beginStory notes the opening sentence of a text, and the day that it gives to
// what the text is about, however long before publication.
func (d *documentAnalysis) beginStory(a *sentenceAnalysis, i int, r *Report) {
	if a.role != text.Body || d.opening >= 0 && d.opening != i {
		return
	}
	d.opening = i
	if d.earlierDay.EDTF == "" && r.Modality == Happened && statesDay(r.When) && r.When.Latest < d.published().Earliest {
		d.earlierDay = r.When
	}
}

// storyDays is how many days before its publication a text's story may lie.
const storyDays = 7

// tellsOfToday reports whether a text names the day of its publication.
func tellsOfToday(published When, times []timex.Mention) bool {
	return published.Precision == "day" && slices.ContainsFunc(times, func(m timex.Mention) bool {
		return m.Clock == timex.ClockPublication && m.Precision == "day" && m.Earliest == published.Earliest
	})
}

// earlierDay returns the first day within storyDays before its publication
// that a text names, no date if it names none.
func earlierDay(published When, times []timex.Mention) When {
	first := noDate()
	if published.Precision != "day" {
		return first
	}
	for k := range times {
		m := &times[k]
		if m.Precision == "day" && m.Clock == timex.ClockPublication && m.Earliest < published.Earliest && published.Earliest-m.Earliest <= storyDays &&
			(first.EDTF == "" || m.Earliest < first.Earliest) {
			first = fromMention(m)
		}
	}
	return first
}

// published returns the document's day of publication as a date.
func (d *documentAnalysis) published() When { return d.publication }

// dayOf returns the day of publication that a document states as a date.
func dayOf(published string) When {
	v, err := edtf.Parse(published)
	if err != nil || published == "" {
		return noDate()
	}
	day, _, _ := strings.Cut(published, "T")
	w := When{EDTF: day, Precision: v.Precision()}
	w.Earliest, w.Latest = v.Bounds()
	if day != published {
		w.Precision = "day"
	}
	return w
}

// looksBack reports whether the dates of a document make it a retrospect.
func looksBack(published When, times []timex.Mention, blocks []text.Block) bool {
	if published.Latest == edtf.Open {
		return false
	}
	near, far := 0, 0
	b := 0
	for _, m := range times {
		for b < len(blocks) && blocks[b].End <= m.Start {
			b++
		}
		if b == len(blocks) || blocks[b].Role != text.Body || m.Latest == edtf.Open || m.Type == timex.Duration || m.Type == timex.Set {
			continue
		}
		if published.Earliest-m.Latest > longBefore {
			far++
		} else if m.Clock == timex.ClockPublication || m.Precision == "day" {
			near++
		}
	}
	return far >= manyDates && far > 3*near
}
