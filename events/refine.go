package events

import (
	"slices"

	"github.com/dateline-project/dateline/data"
)

// draft is a report with what only the document's other reports are compared by.
type draft struct {
	Report
	sentence int
	by       trigger   // what tells it
	known    bool      // it is a noun that means something already told: "the attack"
	refined  bool      // its kind is that of another report
	harm     data.Harm // of its kind; set when reports are refined
	steps    []Step
}

// refineReach is how far, in sentences, the harm done by a happening may be
// told after it: "A rocket fell on the market. Three people were killed."
const refineReach = 1

// refineWindow is how many reports before and after one are looked at.
const refineWindow = 60

// refine gives a report told in wide words the kind of the happening that it
// goes on about: "the attack" that the document elsewhere calls a missile
// strike, at the same place and not on another day; "two were killed" in the
// sentence after the strike, or anywhere in a text that tells of nothing else
// that kills. Where the document tells of two kinds there, the words are left
// as they are.
func (d *documentAnalysis) refine(reports []draft) {
	byArms := false
	for i := range reports {
		r := &reports[i]
		r.harm = d.v.kinds[r.Kind].Harm
		byArms = byArms || r.harm == data.ByArms
	}
	if byArms {
		for i := range reports {
			if r := &reports[i]; r.Kind == "shooting" {
				d.rename(r, "attack", r.Trigger, "the text tells of shells or missiles, and with what this was done is not said")
			}
		}
	}
	sole := d.soleMeans(reports)
	for i := range reports {
		r := &reports[i]
		if r.harm != data.WideHarm && !countsMissing(r) {
			continue
		}
		var from *draft
		switch {
		case r.Modality == Denied && d.looksBack: // which of many is denied is not said
		case r.Modality == Denied:
			from = d.mainly(reports, r.Places) // "denied that it had opened fire": what the text is about
		case countsMissing(r): // of those aboard, not abducted
			if from = d.causeOf(reports, i, sole); from != nil && d.v.kinds[from.Kind].Class != "disaster" {
				from = nil
			}
		case r.Kind == "attack":
			from = d.attackOf(reports, i, sole)
		case r.Modality == Happened && ofOne(r.Figures):
			from = d.causeOf(reports, i, sole)
		}
		if from == nil {
			continue
		}
		d.rename(r, from.Kind, from.Trigger, "the document tells of it, at the same place and not another day, as "+from.Kind)
		r.refined = true
	}
}

// countsMissing reports whether a report counts who is missing.
func countsMissing(r *draft) bool {
	return r.Kind == "disappearance" && slices.ContainsFunc(r.Figures, func(f Figure) bool { return f.Measure == "missing" })
}

// ofOne reports whether figures are of one happening: there are some, and no running total.
func ofOne(fs []Figure) bool {
	return len(fs) > 0 && !slices.ContainsFunc(fs, func(f Figure) bool { return f.Scope == ScopeTotal })
}

// soleMeans returns the one kind of the document that says how harm is done, "" for none or several.
func (d *documentAnalysis) soleMeans(reports []draft) string {
	sole := ""
	for i := range reports {
		switch k := reports[i].Kind; {
		case !reports[i].harm.NamesMeans() || k == sole:
		case sole != "":
			return ""
		default:
			sole = k
		}
	}
	return sole
}

// attackOf returns the report that tells the means of attack i: one at the
// same place and not on another day, where the document names one kind there,
// or no other kind at all. It returns nil for none.
func (d *documentAnalysis) attackOf(reports []draft, i int, sole string) *draft {
	r := &reports[i]
	var from *draft
	for j := max(0, i-refineWindow); j < min(len(reports), i+refineWindow); j++ {
		o := &reports[j]
		if !o.harm.NamesMeans() || !mayBeOneDay(r.When, o.When) || daysOf(o.When) > manyDays && r.When.EDTF != "" ||
			!samePlace(r.Places, o.Places, o.Kind == sole && (r.known || sameDay(r.When, o.When))) {
			continue
		}
		if from != nil && from.Kind != o.Kind {
			return nil
		}
		from = o
	}
	return from
}

// causeOf returns the report of what did the harm that report i counts: one
// with the same figure, one told right before it, or the only sort of means
// that the document names. It returns nil for none, or for several kinds.
func (d *documentAnalysis) causeOf(reports []draft, i int, sole string) *draft {
	r := &reports[i]
	var near, same, only *draft
	for j := max(0, i-refineWindow); j < min(len(reports), i+refineWindow); j++ {
		o := &reports[j]
		if !o.harm.NamesMeans() && !(r.sentence-o.sentence == 1 && o.harm == data.ByForce) || o.refined || o.Modality != Happened && o.Kind != sole || !mayBeOneDay(r.When, o.When) || !samePlace(r.Places, o.Places, true) {
			continue
		}
		gap := r.sentence - o.sentence
		switch {
		case sharedFigure(r.Figures, o.Figures):
			if same == nil {
				same = o
			}
		case gap >= 0 && gap <= refineReach && (r.When.EDTF == "" || r.When.EDTF == o.When.EDTF):
			if near != nil && near.Kind != o.Kind {
				return nil
			}
			near = o
		case o.Kind == sole && r.Kind != "death" && only == nil && (samePlace(r.Places, o.Places, false) || sameDay(r.When, o.When)):
			only = o
		}
	}
	switch {
	case same != nil:
		return same
	case near != nil:
		return near
	}
	return only
}

// sharedFigure reports whether two lists count as many of the same, more than one.
func sharedFigure(a, b []Figure) bool {
	for _, f := range a {
		for _, g := range b {
			if f.Measure == g.Measure && f.Low == g.Low && f.Low > 1 && f.Population == g.Population && f.Scope == g.Scope {
				return true
			}
		}
	}
	return false
}

// rename gives a report another kind, and the id that goes with it.
func (d *documentAnalysis) rename(r *draft, kind string, from Quote, why string) {
	d.add(r, Step{"kind", "refined", from, why})
	r.Kind, r.harm = kind, d.v.kinds[kind].Harm
	r.ID = reportID(d.doc, r.Trigger.Start, kind)
}

// add adds a rule that fired to those of a report that is already made, if somebody asked for them.
func (d *documentAnalysis) add(r *draft, step Step) {
	if d.explain {
		r.steps = append(r.steps, step)
	}
}

// mainly returns the first report of heavy arms that a text gives as a fact, one
// at one of the places before all others; nil for none.
func (d *documentAnalysis) mainly(reports []draft, at []Place) *draft {
	var first *draft
	for i := range reports {
		r := &reports[i]
		if r.harm != data.ByArms || r.Modality != Happened {
			continue
		}
		if samePlace(at, r.Places, false) {
			return r
		}
		if first == nil {
			first = r
		}
	}
	return first
}

// sameDay reports whether a text states one day for both, in their own sentences.
func sameDay(a, b When) bool {
	return a.EDTF != "" && b.EDTF != "" && a.Rule != "carried" && b.Rule != "carried" && a.Earliest == a.Latest && a.Earliest == b.Earliest && a.Latest == b.Latest
}

// mayBeOneDay reports whether two dates do not exclude each other.
func mayBeOneDay(a, b When) bool {
	return a.EDTF == "" || b.EDTF == "" || a.Earliest <= b.Latest && b.Earliest <= a.Latest
}

// samePlace reports whether two lists of places share one that is no country;
// none says what a list without places gives.
func samePlace(a, b []Place, none bool) bool {
	if len(a) == 0 || len(b) == 0 {
		return none
	}
	for _, p := range a {
		for _, q := range b {
			if p.Precision != CountryPlace && (p.ID != "" && p.ID == q.ID || p.Name == q.Name) {
				return true
			}
		}
	}
	return false
}
