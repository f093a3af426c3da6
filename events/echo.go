package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// leadReach is how many sentences after a headline tell what it tells.
const leadReach = 3

// echoWindow is how many reports before and after one are looked at.
const echoWindow = 200

// echo gives what a text tells twice the day that it states once: a headline
// that of its lead, and a noun that takes up a happening ("the maiden flight",
// of a plane that "made its maiden flight on 11 December") that of what is
// called so, if the text gives only one. A retrospect tells of many battles in
// the same words, and of none in one day.
func (d *documentAnalysis) echo(reports []draft) {
	if d.looksBack {
		return
	}
	for i := range reports {
		r := &reports[i]
		if r.Modality != Happened {
			continue
		}
		same := d.repeats
		switch title := d.sentences[r.sentence].role == text.Title; {
		case title && !statesDay(r.When):
			same = d.leads
		case r.When.EDTF != "" || !r.known:
			continue
		}
		from := onlyDay(reports, i, func(o *draft) bool { return o != r && o.Modality == Happened && statesDay(o.When) && same(o, r) })
		switch {
		case from != nil:
			d.give(r, from, from.When, "told elsewhere", "the day that the text elsewhere gives to “"+from.Trigger.Text+"”: ")
			r.When.Rule = "told elsewhere"
		case r.known:
			if from = d.meantBy(reports, i); from != nil {
				d.give(r, from, from.When, "meant", "takes up “"+from.Trigger.Text+"”: ")
			}
		}
	}
}

// meantBy returns the report of harm that a noun takes up which means something
// known ("wounding nine in the attack"): the only one with a day that its
// sentence, or else the one before in the paragraph, tells before it; nil for none.
func (d *documentAnalysis) meantBy(reports []draft, i int) *draft {
	r := &reports[i]
	a := d.sentenceOf[r.sentence]
	if r.When.EDTF != "" || !a.harms(r.Kind) {
		return nil
	}
	for back := 0; back <= refineReach; back++ {
		n := r.sentence - back
		if n < 0 || d.sentences[n].block != a.block {
			return nil
		}
		told := func(o *draft) bool {
			return o.sentence == n && o.by.first < r.by.first && o.Modality == Happened && a.harms(o.Kind) && !o.known
		}
		for j := i - 1; j >= 0 && reports[j].sentence >= n; j-- {
			if told(&reports[j]) {
				return onlyDay(reports[:i], i, func(o *draft) bool { return told(o) && happenedThen(o.When) })
			}
		}
	}
	return nil
}

// happenedThen reports whether a date is one on which something happened, and no bound.
func happenedThen(w When) bool {
	return w.EDTF != "" && !strings.HasPrefix(w.EDTF, "..") && !strings.HasSuffix(w.EDTF, "..")
}

// onlyDay returns the report that gives the only day among those near report i
// that fit, nil for none or several.
func onlyDay(reports []draft, i int, fits func(*draft) bool) *draft {
	var from *draft
	for j := max(0, i-echoWindow); j < min(len(reports), i+echoWindow); j++ {
		o := &reports[j]
		if !fits(o) {
			continue
		}
		if from != nil && from.When.EDTF != o.When.EDTF {
			return nil
		}
		from = o
	}
	return from
}

// leads reports whether o stands in the lead and tells what headline r tells.
func (d *documentAnalysis) leads(o, r *draft) bool {
	if d.sentences[o.sentence].role != text.Body || o.sentence-r.sentence > leadReach || !samePlace(o.Places, r.Places, true) {
		return false
	}
	return o.Kind == r.Kind || d.open && o.sentence == d.opening && d.sameVerb(o, r)
}

// sameVerb reports whether the verb of headline r may tell what that of the
// opening sentence does: "Mayor quits", of a mayor who "resigned on Wednesday".
func (d *documentAnalysis) sameVerb(o, r *draft) bool {
	kinds := d.sentenceOf[o.sentence].v.kinds
	x, y := kinds[o.Kind], kinds[r.Kind]
	return o.by.clause == 0 && r.by.clause == 0 && !o.by.noun && !r.by.noun && !isGrave(x.Class) &&
		(x.Class == y.Class || o.Kind == "other" || r.Kind == "other" && !x.Spoken)
}

// repeats reports whether noun r takes up what o, of the same kind, calls by the same word.
func (d *documentAnalysis) repeats(o, r *draft) bool {
	last := func(s string) string {
		s = strings.ToLower(s)
		return strings.TrimSuffix(s[strings.LastIndexByte(s, ' ')+1:], "s")
	}
	return o.Kind == r.Kind && o.by.noun && last(o.Trigger.Text) == last(r.Trigger.Text) && samePlace(o.Places, r.Places, true)
}

// statesDay reports whether the sentence of a report gives it a day.
func statesDay(w When) bool {
	switch w.Rule {
	case "clause", "fronted", "modifier", "coordination", "clause before", "clause after", "speech":
		return w.Precision == "day"
	}
	return false
}
