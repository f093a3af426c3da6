package events

import (
	"slices"
)

// draft is a report with what only the document's other reports are compared by.
type draft struct {
	Report
	sentence, clause int
	noun             bool // its trigger is a noun
	known            bool // one that means something already told: "the attack"
	refined          bool // its kind is that of another report
	steps            []Step
}

// tellsAgain reports whether report i says nothing that another does not say:
// a wide word beside the name of the same thing ("targeted the town with
// missiles"), or a noun that only takes up what was told before.
func tellsAgain(reports []draft, i int) bool {
	r := &reports[i]
	if len(r.Figures) > 0 || r.Modality != Happened {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-refineWindow; j-- {
		o := &reports[j]
		if r.known && (r.When.EDTF == "" || r.When.Rule == "carried") && o.Kind == r.Kind && o.Modality == Happened && samePlace(r.Places, o.Places, true) {
			return true
		}
	}
	for j := max(0, i-refineWindow); r.refined && j < min(len(reports), i+refineWindow); j++ {
		o := &reports[j]
		if j != i && !o.refined && o.Kind == r.Kind && o.sentence == r.sentence && o.clause == r.clause && (r.When.EDTF == "" || r.When.EDTF == o.When.EDTF) {
			return true
		}
	}
	return false
}

// wideKinds are told in words that name no means; the document may name it elsewhere.
var wideKinds = map[string]bool{"attack": true, "casualty-report": true, "death": true}

// heavyKinds are those of arms that armies use.
var heavyKinds = map[string]bool{"missile-strike": true, "shelling": true, "air-strike": true}

// refineReach is how far, in sentences, the harm done by a happening may be
// told after it: "A rocket fell on the market. Three people were killed."
const refineReach = 1

// refineWindow is how many reports before and after one are looked at.
const refineWindow = 60

// refine gives a report told in wide words the kind of the happening that it
// goes on about: "the attack" that the document elsewhere calls a missile
// strike, at the same place and not on another day; "two were killed" in the
// sentence after the strike. Where the document tells of two kinds there, the
// words are left as they are.
func (d *documentAnalysis) refine(reports []draft) {
	first := mainly(reports)
	if slices.ContainsFunc(reports, func(r draft) bool { return heavyKinds[r.Kind] }) {
		for i := range reports {
			if r := &reports[i]; r.Kind == "shooting" {
				d.rename(r, "attack", r.Trigger, "the text tells of shells or missiles, and with what this was done is not said")
			}
		}
	}
	for i := range reports {
		r := &reports[i]
		if !wideKinds[r.Kind] {
			continue
		}
		harm := r.Kind == "casualty-report" || r.Kind == "death"
		if harm && (len(r.Figures) == 0 || slices.ContainsFunc(r.Figures, func(f Figure) bool { return f.Scope == ScopeTotal }) || r.Modality != Happened) {
			continue
		}
		kind, from := "", Quote{}
		if r.Modality == Denied && first != nil {
			kind, from = first.Kind, first.Trigger // "denied that it had opened fire": what the text is about
		}
		for j := max(0, i-refineWindow); r.Modality != Denied && j < min(len(reports), i+refineWindow); j++ {
			o := &reports[j]
			if !namesMeans(o.Kind) || o.Kind == r.Kind || !mayBeOneDay(r.When, o.When) {
				continue
			}
			gap := r.sentence - o.sentence
			switch {
			case harm:
				if gap < 0 || gap > refineReach || o.Modality != Happened || r.When.EDTF != "" && r.When.EDTF != o.When.EDTF || !samePlace(r.Places, o.Places, true) {
					continue
				}
			case !samePlace(r.Places, o.Places, false):
				continue
			}
			if kind != "" && kind != o.Kind {
				kind = ""
				break
			}
			kind, from = o.Kind, o.Trigger
		}
		if kind != "" {
			d.rename(r, kind, from, "the document tells of it, at the same place and not another day, as "+kind)
			r.refined = true
		}
	}
}

// rename gives a report another kind, and the id that goes with it.
func (d *documentAnalysis) rename(r *draft, kind string, from Quote, why string) {
	if d.explain {
		r.steps = append(r.steps, Step{"kind", "refined", from, why})
	}
	r.Kind = kind
	r.ID = reportID(d.doc, r.Trigger.Start, kind)
}

// mainly returns the first report of heavy arms that a text gives as a fact, nil for none.
func mainly(reports []draft) *draft {
	for i := range reports {
		if heavyKinds[reports[i].Kind] && reports[i].Modality == Happened {
			return &reports[i]
		}
	}
	return nil
}

// namesMeans reports whether a kind says how harm was done.
func namesMeans(kind string) bool {
	switch kind {
	case "missile-strike", "shelling", "air-strike", "explosive", "suicide-bombing", "chemical-weapon", "grenade", "shooting", "accident", "disaster":
		return true
	}
	return false
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
