package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// wording is the kind of a report and the words that tell it.
type wording struct{ kind, trigger string }

// toldAgain says which reports say nothing that another does not say.
func (d *documentAnalysis) toldAgain(reports []draft) []bool {
	again := make([]bool, len(reports))
	before := make([]int, len(reports)) // the last report before each that has its kind and trigger, -1 for none
	if d.worded == nil {
		d.worded = map[wording]int{}
	}
	for i := range reports {
		w := wording{reports[i].Kind, reports[i].Trigger.Text}
		before[i] = -1
		if j, ok := d.worded[w]; ok {
			before[i] = j
		}
		d.worded[w] = i
		again[i] = d.tellsAgain(reports, i, before)
	}
	return again
}

// tellsAgain reports whether report i says nothing that another does not say:
// a wide word beside the name of the same thing ("targeted the town with
// missiles", but not "rockets fell on the town and bombs on the village"), a
// noun that only takes up what was told before, or a headline that the text
// repeats. Where a text tells of nothing grave each mention is kept.
// Those with its kind and trigger are found by before.
func (d *documentAnalysis) tellsAgain(reports []draft, i int, before []int) bool {
	r := &reports[i]
	for j := before[i]; j >= 0 && j >= i-refineWindow; j = before[j] {
		if o := &reports[j]; o.sentence != r.sentence && o.When.EDTF == r.When.EDTF && strings.EqualFold(o.Quote.Text, r.Quote.Text) {
			return true
		}
	}
	if d.onlyAttributes(reports, i) {
		return true
	}
	if len(r.Figures) > 0 {
		return false
	}
	if r.Modality == Demanded {
		return d.demandsAgain(reports, i)
	}
	if r.Modality != Happened {
		return false
	}
	for j := i - 1; r.known && !d.open && j >= 0 && j >= i-refineWindow; j-- {
		o := &reports[j]
		if (r.When.EDTF == "" || r.When.Rule == "carried" || holdsDate(r.When, o.When)) && o.Kind == r.Kind && o.Modality == Happened && samePlace(r.Places, o.Places, true) {
			return true
		}
	}
	for j := max(0, i-refineWindow); r.refined && j < min(len(reports), i+refineWindow); j++ {
		o := &reports[j]
		if j != i && !o.refined && o.Kind == r.Kind && o.sentence == r.sentence && o.by.clause == r.by.clause && (r.When.EDTF == "" || r.When.EDTF == o.When.EDTF) &&
			samePlace(r.Places, o.Places, true) && !d.toldApart(r, o) {
			return true
		}
	}
	return false
}

// demandsAgain reports whether somebody has demanded what report i says, in the
// same words and without another date or place.
func (d *documentAnalysis) demandsAgain(reports []draft, i int) bool {
	r := &reports[i]
	return r.When.EDTF == "" && slices.ContainsFunc(reports[max(0, i-refineWindow):i], func(o draft) bool {
		return o.sentence != r.sentence && o.Modality == Demanded && o.Kind == r.Kind && strings.EqualFold(o.Trigger.Text, r.Trigger.Text) &&
			samePlace(withoutCountries(o.Places), withoutCountries(r.Places), true) && d.sameDemander(&o, r)
	})
}

// withoutCountries returns those of ps that are no country, which is often only
// the country of somebody.
func withoutCountries(ps []Place) []Place {
	return slices.DeleteFunc(slices.Clone(ps), func(p Place) bool { return p.Precision == CountryPlace })
}

// sameDemander reports whether one speaker demands what two reports say, or in one
// of them nobody does but whoever publishes the text.
func (d *documentAnalysis) sameDemander(o, r *draft) bool {
	x, y := d.demander(o), d.demander(r)
	return strings.HasSuffix(x, y) || strings.HasSuffix(y, x)
}

// demander returns who speaks first in the sentence of a report, "" for nobody.
func (d *documentAnalysis) demander(r *draft) string {
	a := d.sentenceOf[r.sentence]
	for _, sp := range a.acts {
		if x := d.link(a, sp).Speaker; x != "" {
			return bare(x)
		}
	}
	return ""
}

// holdsDate reports whether w is a longer time than o, and o lies within it.
func holdsDate(w, o When) bool {
	return w.EDTF != "" && o.EDTF != "" && w.Earliest <= o.Earliest && o.Latest <= w.Latest && daysOf(w) > daysOf(o) && daysOf(o) > 0
}

// onlyAttributes reports whether report i is an act of saying of which nothing is
// told but what was said, and that is a report of its own: "the ministry said
// that the depot had been shelled". Who said it stands in the chain of that
// report. An act with a day or a place of its own is told; and what is denied,
// demanded or threatened is not told as having happened, and the act is what did.
func (d *documentAnalysis) onlyAttributes(reports []draft, i int) bool {
	r := &reports[i]
	if r.Kind != "statement" || r.by.noun || d.open || statesDay(r.When) || len(withoutCountries(r.Places)) > 0 {
		return false
	}
	a := d.sentenceOf[r.sentence]
	if a.addresses(r.by.head) {
		return false
	}
	for j := i - 1; j >= 0 && reports[j].sentence == r.sentence; j-- {
		if a.isContent(r.by, &reports[j]) {
			return true
		}
	}
	for j := i + 1; j < len(reports) && reports[j].sentence == r.sentence; j++ {
		if a.isContent(r.by, &reports[j]) {
			return true
		}
	}
	return false
}

// addresses reports whether the verb at i is said to a body that meets, which is
// an event whatever was said: "told parliament", "told the court".
func (a *sentenceAnalysis) addresses(i int) bool {
	if !a.is(i, cueTells) {
		return false
	}
	j := i + 1 + boolInt(a.tagAt(i+1) == "DT" || a.tagAt(i+1) == "PRP$")
	return a.is(j, cueOrganisation) && !a.words[j].is(text.Upper)
}

// isContent reports whether o tells what the act of saying t says, as a fact: by the
// verb of the clause that is said, or by its subject.
func (a *sentenceAnalysis) isContent(t trigger, o *draft) bool {
	k := a.v.kinds[o.Kind]
	if k.Spoken || !isGrave(k.Class) || o.Modality != Happened && o.Modality != Alleged {
		return false
	}
	verb := a.lexicalVerb(a.clauses[o.by.clause])
	if !(o.by.noun && verb > o.by.head || !o.by.noun && (verb == o.by.head || a.clauses[o.by.clause].verb == o.by.head)) {
		return false
	}
	return slices.ContainsFunc(a.acts, func(sp speech) bool { return sp.verb >= t.first && sp.verb < t.last && sp.holds(o.by.head) })
}

// toldApart reports whether "and" stands between the triggers of two reports.
func (d *documentAnalysis) toldApart(r, o *draft) bool {
	between := d.doc.Text[min(o.Trigger.End, r.Trigger.Start):max(o.Trigger.Start, r.Trigger.Start)]
	return strings.Contains(between, " and ")
}
