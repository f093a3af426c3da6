package events

import (
	"strings"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/edtf"
)

// shareTimes gives what a text about nothing grave tells together one time: a
// participle goes on with its clause ("lost its licence, closing two plants"),
// what happened at an occasion happened when the occasion did ("signed it at a
// ceremony"), an infinitive lies ahead of what leads to it ("won a contract to
// supply"), and a noun takes up what was told before ("the merger"). Only
// reports without a date get one, from a report that happened on one day.
func (d *documentAnalysis) shareTimes(reports []draft) {
	if d.looksBack || !d.open {
		return
	}
	for i := range reports {
		r := &reports[i]
		if r.When.EDTF != "" {
			if o := d.saidAt(reports, i); o != nil {
				d.give(r, o, o.When, "told with", "told as part of “"+o.Trigger.Text+"”: ")
			}
			continue
		}
		if o := d.leadsTo(reports, i); o != nil {
			w := o.When
			if !strings.HasSuffix(w.EDTF, "/..") {
				w.EDTF, w.Latest, w.Precision = w.EDTF+"/..", edtf.Open, "interval"
			}
			d.give(r, o, w, "what leads to it", "from the day of “"+o.Trigger.Text+"” on, which leads to it: ")
		} else if o := d.toldWith(reports, i); o != nil {
			d.give(r, o, o.When, "told with", "told as part of “"+o.Trigger.Text+"”: ")
		} else if o := d.takesUpNoun(reports, i); o != nil {
			d.give(r, o, o.When, "told elsewhere", "takes up “"+o.Trigger.Text+"”: ")
		}
	}
}

// give dates r by the date of o, as basis says in words.
func (d *documentAnalysis) give(r, o *draft, w When, rule, basis string) {
	if !strings.HasPrefix(w.Basis, basis) {
		w.Basis = basis + w.Basis
	}
	w.Rule, r.When = rule, w
	if d.explain {
		r.steps = append(r.steps, Step{"when", rule, o.Trigger, w.Basis})
	}
}

// happenedOn reports whether a report tells what has happened on one day.
func (r *draft) happenedOn() bool { return r.Modality == Happened && r.When.Precision == "day" }

// leadsTo returns the report of the same sentence that infinitive i hangs on,
// nil for none: the one before it, with no finite verb between.
func (d *documentAnalysis) leadsTo(reports []draft, i int) *draft {
	r := &reports[i]
	a := d.sentenceOf[r.sentence]
	if r.Modality != Planned || r.by.noun || a.words[r.by.head].tag != "VB" || !a.infinitive(r.by.head) {
		return nil
	}
	for j := i - 1; j >= 0 && reports[j].sentence == r.sentence; j-- {
		o := &reports[j]
		switch {
		case !a.noFiniteVerb(o.by.last, r.by.first):
			return nil
		case o.happenedOn() || o.When.Rule == "what leads to it":
			return o
		}
	}
	return nil
}

// toldWith returns the report of the same clause or sentence that report i is
// part of, nil for none.
func (d *documentAnalysis) toldWith(reports []draft, i int) *draft {
	r := &reports[i]
	a := d.sentenceOf[r.sentence]
	if r.Modality != Happened {
		return nil
	}
	goesOn := !r.by.noun && a.continues(r.by.head)
	for j := i - 1; j >= 0 && reports[j].sentence == r.sentence; j-- {
		switch o := &reports[j]; {
		case !o.happenedOn():
		case a.oneTime(r.by, o.by):
			return o
		case goesOn && !o.by.noun && a.noFiniteVerb(o.by.last, r.by.first),
			r.by.noun && !o.by.noun && o.by.clause == r.by.clause && (a.occasion(r.by) || a.madeBy(o.by, r.by)),
			!r.by.noun && o.by.noun && o.by.clause == r.by.clause && a.occasion(o.by):
			return o
		}
	}
	for j := i + 1; j < len(reports) && reports[j].sentence == r.sentence; j++ {
		o := &reports[j]
		if o.happenedOn() && a.oneTime(r.by, o.by) {
			return o
		}
		if o.happenedOn() && o.by.noun != r.by.noun && o.by.clause == r.by.clause && (r.by.noun && a.occasion(r.by) || o.by.noun && a.occasion(o.by)) {
			return o
		}
	}
	return nil
}

// saidAt returns the occasion, of a day that the text states, at which was said
// what else would have been said on the day of publication: "told reporters at
// the ceremony". nil for none.
func (d *documentAnalysis) saidAt(reports []draft, i int) *draft {
	r := &reports[i]
	if r.by.noun || r.When.Rule != "said in the text" {
		return nil
	}
	a := d.sentenceOf[r.sentence]
	for j := max(0, i-echoWindow); j < min(len(reports), i+echoWindow); j++ {
		o := &reports[j]
		if o.sentence == r.sentence && o.by.clause == r.by.clause && o.by.noun && o.happenedOn() && o.When.Rule == "told elsewhere" && a.occasion(o.by) {
			return o
		}
	}
	return nil
}

// continues reports whether the verb at i is a participle that goes on with what
// the clause before tells: "..., closing two plants", "by selling its stake".
func (a *sentenceAnalysis) continues(i int) bool {
	before := a.lowAt(i - 1)
	return a.words[i].tag == "VBG" && (before == "," || before == "by")
}

// occasion reports whether noun t names when and where its clause happened:
// "at the ceremony", "during a visit", "in a deal"; not "a delay in the delivery".
func (a *sentenceAnalysis) occasion(t trigger) bool {
	determiner := ""
	for i := t.first - 1; i > a.first-1 && i >= t.first-5; i-- {
		w := &a.words[i]
		switch {
		case w.tag == "DT" || w.tag == "PRP$":
			determiner = w.low
		case w.tag == "IN":
			switch w.low {
			case "at", "during":
				return determiner != ""
			case "in":
				return determiner == "a" || determiner == "an" || determiner != "" && (i == a.first || !a.words[i-1].noun())
			}
			return false
		case !w.noun() && !strings.HasPrefix(w.tag, "JJ") && w.tag != "VBN" && w.tag != "CD":
			return false
		}
	}
	return false
}

// madeBy reports whether noun t is what verb v brought about: "negotiated the purchase".
func (a *sentenceAnalysis) madeBy(v, t trigger) bool {
	return v.last <= t.first && t.first-v.last <= 6 && (v.of.PLOVER == "AGREE" || v.kind == "talks") && t.of.PLOVER == "AGREE" && a.directObject(v.last-1, t)
}

// takesUpNoun returns the report told before that noun i takes up: of its kind,
// or the verb that it is made from. nil for none, or if these have several days.
func (d *documentAnalysis) takesUpNoun(reports []draft, i int) *draft {
	r := &reports[i]
	if !r.known && !d.sentenceOf[r.sentence].sumsUp(r.by) || r.Modality != Happened {
		return nil
	}
	return onlyDay(reports[:i], i, func(o *draft) bool { return o.sentence != r.sentence && o.happenedOn() && d.sameDeed(o, r) })
}

// sameDeed reports whether noun r may name again what o tells.
func (d *documentAnalysis) sameDeed(o, r *draft) bool {
	kinds := d.sentenceOf[r.sentence].v.kinds
	if kinds[o.Kind].Spoken != kinds[r.Kind].Spoken || !samePlace(o.Places, r.Places, true) {
		return false
	}
	if kinds[r.Kind].Traits.Has(data.Worded) {
		return sameStem(o.Trigger.Text, r.Trigger.Text)
	}
	return o.Kind == r.Kind || kinds[o.Kind].PLOVER == "AGREE" && kinds[r.Kind].PLOVER == "AGREE"
}

// A noun and the verb that it is made from begin alike, up to an ending.
const (
	stemLetters   = 4 // at least
	endingLetters = 3 // of the shorter word, at most
)

// sameStem reports whether two words may be forms of one: "opened" and
// "opening", "decided" and "decision", not "contract" and "continue".
func sameStem(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n >= max(stemLetters, min(len(a), len(b))-endingLetters)
}
