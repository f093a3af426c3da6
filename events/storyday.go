package events

import (
	"strings"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// callOutReach is how many sentences after the chief report of a local story
// its second account, of who was called to the scene, may stand.
const callOutReach = 5

// dateDeed gives the chief report of a local story, and what is told of its
// deed before it, the day that the story states elsewhere, where its own
// sentence gives none or only the month or year: that of the only deed it dates, else that
// on which somebody was called to the scene.
func (d *documentAnalysis) dateDeed(reports []draft, chief *draft) {
	if d.looksBack {
		return
	}
	w, from := d.dayOf(reports, chief, data.Deed)
	if w.EDTF == "" {
		w, from = d.dayOf(reports, chief, data.Toll) // "he was killed on 3 May"
	}
	if w.EDTF == "" {
		w, from = d.calledOut(chief)
	}
	if w.EDTF == "" {
		return
	}
	for i := range reports {
		r := &reports[i]
		if r != chief && !d.tellsBefore(r, chief) || !leavesDay(r.When) || !within(w, r.When) {
			continue
		}
		r.When = w
		d.add(r, Step{"when", w.Rule, from, w.Basis})
	}
}

// tellsBefore reports whether r tells the deed of chief before it does: a headline, or the same kind, or
// words for an assault that say no more ("was jailed for stabbing a boy", of an attack that is dated further on).
func (d *documentAnalysis) tellsBefore(r, chief *draft) bool {
	if r.sentence > chief.sentence || r.Modality != Happened && r.Modality != Alleged {
		return false
	}
	switch {
	case !leavesDay(chief.When):
		return r.sentence < chief.sentence && d.sentences[r.sentence].role == text.Body && d.is(r.Kind, data.Assault) && d.is(chief.Kind, data.Assault)
	case d.sentences[r.sentence].role == text.Title:
		return d.is(r.Kind, data.Deed)
	}
	return r.Kind == chief.Kind
}

// dayOf returns the one day that the story's reports of kinds with a trait state within the
// bounds of the chief one, and the words of the first of these; no date for none or several.
func (d *documentAnalysis) dayOf(reports []draft, chief *draft, trait data.Traits) (w When, from Quote) {
	for i := range reports {
		r := &reports[i]
		if !d.is(r.Kind, trait) || r.Modality != Happened && r.Modality != Alleged || !statesDay(r.When) || !within(r.When, chief.When) {
			continue
		}
		if w.EDTF != "" && w.EDTF != r.When.EDTF {
			return When{}, from
		}
		if w.EDTF == "" {
			w, from = r.When, r.Trigger
		}
	}
	if w.EDTF != "" {
		w.Rule, w.Basis = "told elsewhere", "the only day that the text gives to such a deed, “"+from.Text+"”: "+w.Basis
	}
	return w, from
}

// calledOut returns the day on which, the story says, somebody was called to
// the scene: "Police responded to a call at 2 a.m. Sunday".
func (d *documentAnalysis) calledOut(chief *draft) (When, Quote) {
	for i := chief.sentence; i < len(d.sentenceOf) && i <= chief.sentence+callOutReach; i++ {
		a := d.sentenceOf[i]
		if a == nil || a.role != text.Body {
			continue
		}
		for at := a.first; at < a.last; at++ {
			n := a.phraseAt(at, a.v.callOuts)
			if n == 0 {
				continue
			}
			c := a.clauses[clauseOf(a.clauses, at)]
			for k := range a.times {
				r := &a.times[k]
				if r.first < c.first || r.first >= c.last || !r.dates() || r.Rule == "clock" || r.speech >= 0 && (r.speech < at || r.speech >= at+n) {
					continue
				}
				w := fromMention(r.Mention)
				if w.Precision != "day" || !within(w, chief.When) || a.words[at+n-1].form(formRecorded) && !strings.Contains(r.Value, "T") {
					continue // "was reported on 5 May" may be the day of the paper, "was reported at 2 a.m." is that of a call
				}
				from := a.quote(at, at+n)
				w.Rule, w.Basis = "called out", "the day on which somebody “"+from.Text+"” it: "+w.Basis
				return w, from
			}
		}
	}
	return When{}, Quote{}
}

// quote returns the words from i to j of the document.
func (a *sentenceAnalysis) quote(i, j int) Quote {
	s := text.Span{Start: int(a.words[i].start), End: int(a.words[j-1].end)}
	words := make([]string, 0, j-i)
	for _, w := range a.words[i:j] {
		words = append(words, w.low)
	}
	return Quote{s, strings.Join(words, " ")}
}

// leavesDay reports whether a date leaves open which day of a month or a year
// it was, or up to one: a weekend or a week is all of its days.
func leavesDay(w When) bool {
	return w.EDTF == "" || w.Precision == "month" || w.Precision == "year" || w.Earliest == edtf.Open
}

// within reports whether w lies within the bounds that o states, if it states any.
func within(w, o When) bool {
	return o.EDTF == "" || (o.Earliest == edtf.Open || o.Earliest <= w.Earliest) && (o.Latest == edtf.Open || w.Latest <= o.Latest)
}

// is reports whether a kind has a trait.
func (d *documentAnalysis) is(kind string, t data.Traits) bool { return d.v.kinds[kind].Traits.Has(t) }
