package events

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// when dates trigger k of sentence i; dated says that its own sentence gives the date.
func (d *documentAnalysis) when(a *sentenceAnalysis, i, k int, total bool, m Modality) (w When, dated bool) {
	r, rule := a.dateOf(k)
	if total {
		if c := a.countedFrom(); c != nil {
			r, rule = c, "clause"
		}
	}
	w, dated = d.whenBy(a, i, k, total, m, r, rule)
	var words text.Span
	if r != nil {
		words = r.Span
	}
	if w.Rule == "" {
		d.note("when", "none", words, "the text gives no date for it")
	} else {
		d.note("when", w.Rule, words, w.Basis)
	}
	return w, dated
}

// whenBy dates trigger k by r, the expression of time that its sentence has for it, nil for none.
func (d *documentAnalysis) whenBy(a *sentenceAnalysis, i, k int, total bool, m Modality, r *timeRef, rule string) (w When, dated bool) {
	t := a.triggers[k]
	if first, last := a.severalDates(t); first != nil {
		w = fromMention(first.Mention)
		w.EDTF, w.Latest, w.Precision, w.Rule = w.EDTF+"/"+last.EDTF, last.Latest, "interval", "list"
		w.Basis += "; the first of several days that are told together, up to " + last.EDTF
		return w, true
	}
	if w, ok := a.offsetFrom(t); ok {
		return w, true
	}
	if r != nil && rule == "matter of saying" {
		return saidBy(fromMention(r.Mention)), true
	}
	if r != nil {
		w = a.whenOf(t, r, rule)
		if total && !strings.Contains(w.EDTF, "/") {
			w.EDTF, w.Earliest, w.Precision = "../"+w.EDTF, edtf.Open, "interval"
			w.Basis = "a running total as of " + w.Basis
		}
		if from, open := strings.CutSuffix(w.EDTF, "/.."); total && open {
			end := d.saidDate(a, t)
			if end.EDTF == "" && !d.looksBack {
				end = d.published()
			}
			if end.Precision == "day" && end.Latest >= w.Earliest {
				w.EDTF, w.Latest = from+"/"+end.EDTF, end.Latest
				w.Basis += fmt.Sprintf("; a running total up to %s, when it was told", end.EDTF)
			}
		}
		return w, true
	}
	spoken := a.v.kinds[t.kind].Spoken
	if said := d.saidDate(a, t); said.EDTF != "" && !spoken && (m == Happened || m == Alleged || m == Denied) {
		if a.goingOn(t) && said.Precision == "day" {
			said.Rule, said.Basis = "going on when told", "told as going on on the day it was said: "+said.Basis
			return said, true
		}
		return saidBy(said), true
	}
	published := d.published()
	if spoken && m == Happened && a.tellsNow(t) {
		if day, ok := d.spokeOn(a, d.speakerOf(a, t)); ok {
			return day, false
		}
	}
	if w, ok := d.answered(t.kind); ok && m == Happened {
		return w, false
	}
	if spoken && published.EDTF != "" && m == Happened && !d.looksBack && a.tellsNow(t) {
		published.Basis = fmt.Sprintf("a text of %s tells that it was said, and gives no other day", published.EDTF)
		published.Rule = "said in the text"
		return published, false
	}
	if published.Precision == "day" && m == Happened && !d.looksBack && d.isNews(a, t) {
		published.Basis = fmt.Sprintf("a text of %s tells it as its news, and gives no other day", published.EDTF)
		published.Rule = "told as news"
		return published, false
	}
	if total && published.EDTF != "" && m == Happened && !d.looksBack {
		w = saidBy(published)
		w.Basis = "a running total in a text published on " + published.EDTF
		return w, false
	}
	for _, known := range []func() (When, bool){
		func() (When, bool) { return d.takenUp(a, i, t, m) },
		func() (When, bool) { return d.carried(a, i, t, m) },
		func() (When, bool) { return d.underHeading(a, t, m) },
	} {
		if w, ok := known(); ok {
			return w, false
		}
	}
	w = noDate()
	if published.EDTF != "" && (m == Happened || m == Alleged) && a.tense(t) != "future" {
		w.Latest, w.Rule = published.Latest, "before publication"
		w.Basis = "derived: no date in the text; not after its publication on " + published.EDTF
	}
	if published.EDTF != "" && m == Planned && a.tense(t) != "past" && a.tense(t) != "pluperfect" {
		w.Earliest, w.Rule = published.Earliest, "after publication"
		w.Basis = "derived: no date in the text; still ahead when it was published on " + published.EDTF
	}
	return w, false
}

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

// running is the date that the text has reached: that of the last happening
// it dates, in the order of reading.
type running struct {
	when     When
	places   []Place
	sentence int
	block    int
}

// carries is how many sentences, and blocks, a date is carried on.
const (
	carriesSentences = 3
	carriesBlocks    = 2
)

// A text that tells mostly of days long before its own publication is a
// retrospect: an encyclopedia's page, a chapter. What it says was said was not
// said on its day of publication.
const (
	longBefore = 30 // days
	manyDates  = 8
)

// carried gives an undated happening the date that the text has reached, if
// it goes on telling: in the past tense, close by, and not of something
// already known, which is merged with its first account instead.
func (d *documentAnalysis) carried(a *sentenceAnalysis, i int, t trigger, m Modality) (When, bool) {
	r := d.running
	if r.when.EDTF == "" || a.v.kinds[t.kind].Spoken || m == Demanded || m == Planned || m == Hypothetical || m == Negated {
		return When{}, false
	}
	if i-r.sentence > carriesSentences || a.block-r.block > carriesBlocks || a.role != text.Body || i == r.sentence && a.clauses[t.clause].link != "and" && a.clauses[t.clause].link != "" {
		return When{}, false
	}
	if t.noun && a.definite(t) || !t.noun && !a.tells(t.head) {
		return When{}, false
	}
	switch a.tense(t) {
	case "past", "":
	default:
		return When{}, false
	}
	switch a.v.kinds[t.kind].Class {
	case "violence", "harm", "disaster", "territory":
	default:
		return When{}, false
	}
	if d.otherTime(a, r.when) {
		return When{}, false
	}
	w := r.when
	w.Rule = "carried"
	w.Basis = "carried on from the sentence before: " + strings.TrimPrefix(w.Basis, "carried on from the sentence before: ")
	return w, true
}

// reach notes the date that a report has brought the text to.
func (d *documentAnalysis) reach(a *sentenceAnalysis, i int, r *Report) {
	switch r.When.Rule {
	case "clause", "fronted", "modifier", "coordination", "clause before", "clause after", "said by then":
	default:
		return
	}
	switch {
	case a.harms(r.Kind), r.Kind == "crime":
	default:
		return // what goes on from a statement or a visit need not be of its day
	}
	if a.role != text.Body || r.Modality.Rank() > Denied.Rank() || a.v.kinds[r.Kind].Spoken || r.Kind == "anniversary" || r.Kind == "casualty-report" && strings.HasPrefix(r.When.EDTF, "../") {
		return
	}
	if r.When.Precision != "day" && r.When.Rule != "said by then" {
		d.running = running{} // a month or a year is told in passing
		return
	}
	d.running = running{r.When, r.Places, i, a.block}
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
		return a.clauses[t.clause].verb == t.head || a.hasAux(t.head, "has", "have", "was", "were")
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
	switch a.v.kinds[t.kind].Class {
	case "violence", "harm", "territory", "disaster":
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
		return a.role == text.Title || a.tense(t) == "perfect" && a.hasAux(head, "has", "have") || a.tense(t) == "past" && a.hasAux(head, "was", "were") && d.madePublic(a, t)
	case "VBD":
		return d.madePublic(a, t)
	}
	return false
}

// madePublic reports whether t is of a kind that is made known on the day it
// is done, in a text that gives no other day as that of its story.
func (d *documentAnalysis) madePublic(a *sentenceAnalysis, t trigger) bool {
	switch a.v.kinds[t.kind].Class {
	case "economy", "politics", "diplomacy", "statement", "other":
		return d.earlierDay.EDTF == ""
	}
	return false
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

// saidDate returns the date of the act of saying whose content trigger t is.
func (d *documentAnalysis) saidDate(a *sentenceAnalysis, t trigger) When {
	for _, sp := range a.acts {
		if sp.verb < 0 || !sp.holds(t.head) {
			continue
		}
		for _, r := range a.times {
			if r.speech == sp.verb && r.dates() {
				return fromMention(r.Mention)
			}
		}
	}
	return noDate()
}

// goingOn reports whether a verb tells what goes on: "that shells were falling".
func (a *sentenceAnalysis) goingOn(t trigger) bool {
	if t.noun {
		return false
	}
	for i := t.head; i < t.last; i++ {
		if a.words[i].tag == "VBG" && a.passive(i) {
			return true
		}
	}
	return false
}
