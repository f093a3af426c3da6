package events

import (
	"fmt"
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

// whenBy dates trigger k by r, the expression of time that its sentence has for
// it, nil for none; else by when it was said, by the text's publication, and by
// what was told before, in this order.
func (d *documentAnalysis) whenBy(a *sentenceAnalysis, i, k int, total bool, m Modality, r *timeRef, rule string) (w When, dated bool) {
	t := a.triggers[k]
	if w, ok := d.stated(a, k, total, r, rule); ok {
		return w, true
	}
	if w, ok := d.asSaid(a, t, m); ok {
		return w, true
	}
	if w, ok := d.saidBeside(a, t, m); ok {
		return w, false
	}
	if w, ok := d.inEntry(a, i, t, total, m); ok {
		return w, false
	}
	if w, ok := d.asPublished(a, t, total, m); ok {
		return w, false
	}
	if w, ok := d.anchored(a, i, k, m); ok {
		return w, false
	}
	if w, ok := d.takenUp(a, i, t, m); ok {
		return w, false
	}
	if w, ok := d.carried(a, i, t, m); ok {
		return w, false
	}
	if w, ok := d.underHeading(a, t, m); ok {
		return w, false
	}
	return d.bounded(a, i, t, m), false
}

// stated returns the date that the sentence itself gives.
func (d *documentAnalysis) stated(a *sentenceAnalysis, k int, total bool, r *timeRef, rule string) (w When, ok bool) {
	t := a.triggers[k]
	if list, ok := a.datesOf(k); ok {
		return list.when(), true
	}
	if w, ok := a.offsetFrom(t); ok {
		return w, true
	}
	if r == nil {
		return w, false
	}
	if rule == "matter of saying" || a.toldAsDone(t, r) {
		return saidBy(fromMention(r.Mention)), true
	}
	w = a.whenOf(t, r, rule)
	if q := d.dayMeant(a, r); q != nil {
		w = fromMention(q.Mention)
		w.Rule, w.Basis = rule, "“today” on the day that the sentence states: "+w.Basis
	}
	if (rule == "clause" || rule == "fronted") && a.doneBy(t, r) && !strings.Contains(w.EDTF, "/") {
		w.EDTF, w.Earliest, w.Precision = "../"+w.EDTF, edtf.Open, "interval"
		w.Basis += ", when it had happened already"
		return w, true
	}
	if d.clockAlone(a, t, r) {
		at := w.Basis
		w = d.running.when
		w.Rule, w.Basis = rule, "a clock on the day that the text tells of: "+d.running.when.Basis+"; not "+at
	}
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

// dayMeant returns the day that "today" means in a sentence that states another than that of
// publication: a text may be put out days after it was written. nil where it is that of publication.
func (d *documentAnalysis) dayMeant(a *sentenceAnalysis, r *timeRef) *timeRef {
	published := d.published()
	if published.Precision != "day" || r.Underspecified != "day+0" {
		return nil
	}
	for k := range a.times {
		q := &a.times[k]
		if ago := published.Earliest - q.Earliest; q.Earliest == q.Latest && q.dates() && ago > 0 && ago <= sameBreath && q.statesMonth() {
			return q
		}
	}
	return nil
}

// clockAlone reports whether r is a clock without a day, which was given that of
// publication, and the story has told of harm on another day: "The gunfire started at 11:54 p.m."
func (d *documentAnalysis) clockAlone(a *sentenceAnalysis, t trigger, r *timeRef) bool {
	return r.Rule == "clock" && r.Underspecified == "XXXX-XX-XX" && r.Clock == timex.ClockPublication && isGrave(t.of.Class) &&
		d.running.when.Precision == "day" && len(d.sentences) <= shortText
}

// asSaid dates what is said by when it was said.
func (d *documentAnalysis) asSaid(a *sentenceAnalysis, t trigger, m Modality) (When, bool) {
	said := d.saidDate(a, t)
	if said.EDTF == "" {
		said = d.saidThen(a, t)
	}
	if in := d.introductionOf(int(a.words[t.head].start)); in != nil && said.EDTF == "" {
		said = in.when
	}
	if said.EDTF == "" || t.of.Spoken || m != Happened && m != Alleged && m != Denied {
		return When{}, false
	}
	if a.goingOn(t) && said.Precision == "day" {
		said.Rule, said.Basis = "going on when told", "told as going on on the day it was said: "+said.Basis
		return said, true
	}
	return saidBy(said), true
}

// asPublished dates a statement by when its speaker spoke, and what a text
// tells as its news, or as a total, by its publication.
func (d *documentAnalysis) asPublished(a *sentenceAnalysis, t trigger, total bool, m Modality) (When, bool) {
	if m != Happened {
		return When{}, false
	}
	published, spoken := d.published(), t.of.Spoken && a.tellsNow(t)
	if spoken {
		if day, ok := d.spokeOn(a, d.speakerOf(a, t)); ok {
			return day, true
		}
	}
	if w, ok := d.answered(t.kind); ok {
		return w, true
	}
	switch {
	case published.EDTF == "" || d.looksBack:
		return When{}, false
	case spoken:
		published.Basis = fmt.Sprintf("a text of %s tells that it was said, and gives no other day", published.EDTF)
		published.Rule = "said in the text"
		return published, true
	case published.Precision == "day" && d.isNews(a, t):
		published.Basis = fmt.Sprintf("a text of %s tells it as its news, and gives no other day", published.EDTF)
		published.Rule = "told as news"
		return published, true
	case total:
		w := saidBy(published)
		w.Basis = "a running total in a text published on " + published.EDTF
		return w, true
	}
	return When{}, false
}

// bounded returns no date, and the bounds that the publication sets and, in a
// retrospect, what was told right before.
func (d *documentAnalysis) bounded(a *sentenceAnalysis, i int, t trigger, m Modality) When {
	w, published, tense := noDate(), d.published(), a.tense(t)
	switch {
	case published.EDTF == "":
	case d.toldOnFrom(a, i, t, m) && d.reached.when.Earliest <= published.Latest: // a page may be dated before what was added to it
		w.Earliest, w.Latest, w.Rule = d.reached.when.Earliest, published.Latest, "told after"
		w.Basis = "derived: no date in the text; told on from what it tells of " + d.reached.when.EDTF
	case (m == Happened || m == Alleged) && tense != "future":
		w.Latest, w.Rule = published.Latest, "before publication"
		w.Basis = "derived: no date in the text; not after its publication on " + published.EDTF
	case m == Planned && tense != "past" && tense != "pluperfect" && !d.looksBack:
		w.Earliest, w.Rule = published.Earliest, "after publication"
		w.Basis = "derived: no date in the text; still ahead when it was published on " + published.EDTF
	}
	return w
}

// toldOnFrom reports whether a retrospect goes on with trigger t from what it
// has dated just before in the same paragraph.
func (d *documentAnalysis) toldOnFrom(a *sentenceAnalysis, i int, t trigger, m Modality) bool {
	p := d.reached
	if !d.looksBack || a.role != text.Body || p.when.EDTF == "" || p.when.Earliest == edtf.Open || p.block != a.block || i <= p.sentence || i-p.sentence > carriesSentences {
		return false
	}
	switch tense := a.tense(t); {
	case d.otherTime(a, p.when), t.noun && a.definite(t):
		return false
	case m == Planned:
		return tense == "future"
	default:
		return m.Rank() <= Denied.Rank() && tense == "past" && (t.noun || a.tells(t.head))
	}
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
