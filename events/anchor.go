package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// landmark is a happening with a date of its own, which what a text tells
// further on may be dated by: "after the ceasefire", "during the siege".
type landmark struct {
	kind, word      string // word: of its trigger, lower case
	when            When
	sentence, block int
}

// The reach of a landmark, and how many are looked back at.
const (
	landmarkSentences = 4
	landmarkBlocks    = 1
	maxLandmarks      = 24
)

// landmarkOf remembers the happening that a report dates by its own sentence.
func (d *documentAnalysis) landmarkOf(a *sentenceAnalysis, i int, t trigger, r *Report) {
	if !d.looksBack || a.role != text.Body || r.Modality != Happened || r.When.EDTF == "" || r.When.isSet() || a.v.kinds[r.Kind].Spoken || !ownDate(r.When) {
		return
	}
	d.landmarks = append(d.landmarks, landmark{r.Kind, a.words[t.head].low, r.When, i, a.block})
}

// anchored dates trigger k of a retrospect by a happening that its clause
// names as known, and that the text dated just before: "after the ceasefire
// the president admitted". A known happening that only its toll is added to
// ("the fighting left forty dead") has the date it was told with.
func (d *documentAnalysis) anchored(a *sentenceAnalysis, i, k int, m Modality) (When, bool) {
	t := a.triggers[k]
	if !d.looksBack || a.role != text.Body || m.Rank() > Denied.Rank() || a.tense(t) == "pluperfect" && !t.noun {
		return When{}, false
	}
	if t.noun && a.definite(t) && !t.of.Spoken && len(a.tallied) > 0 {
		if l := d.landmarkFor(a, i, t); l != nil {
			w := l.when
			w.Rule, w.Basis = "known", "the date that the text gave to it before: "+w.Basis
			return w, true
		}
	}
	for j, u := range a.triggers {
		if j == k || !u.noun || !a.definite(u) || u.first > t.first && u.clause != t.clause || !a.frames(u, t) {
			continue
		}
		relation := a.orderBefore(u.first)
		if relation == "" {
			continue
		}
		l := d.landmarkFor(a, i, u)
		if l == nil {
			continue
		}
		w := l.when
		w.Rule = "anchored"
		w.Basis = relation + " “" + a.words[u.head].low + "”, which the text dated before: " + w.Basis
		switch {
		case relation == "during":
		case relation == "after" && w.Latest != edtf.Open:
			w.EDTF, w.Earliest, w.Latest, w.Precision = endOf(w)+"/..", w.Latest, edtf.Open, "interval"
			if !strings.Contains(l.when.EDTF, "/") {
				w.Earliest = l.when.Earliest
			}
		case relation == "before" && w.Earliest != edtf.Open:
			w.EDTF, w.Latest, w.Earliest, w.Precision = "../"+startOf(w), w.Earliest, edtf.Open, "interval"
			if !strings.Contains(l.when.EDTF, "/") {
				w.Latest = l.when.Latest
			}
		default:
			continue
		}
		return w, true
	}
	return When{}, false
}

// frames reports whether noun u stands in what opens the sentence or in the
// clause of t, so that its time bounds that of t.
func (a *sentenceAnalysis) frames(u, t trigger) bool {
	return u.clause == t.clause || u.last <= a.clauses[u.clause].front && t.clause <= u.clause+1
}

// orderBefore returns how the noun phrase that ends at word i is put in order
// with its clause: after, before or during it; "" for not at all.
func (a *sentenceAnalysis) orderBefore(i int) string {
	for j, n := i-1, 0; j >= a.first && n < 5; j, n = j-1, n+1 {
		switch w := &a.words[j]; {
		case w.low == "after" || w.low == "following":
			return "after"
		case w.low == "before":
			return "before"
		case w.low == "during" || w.low == "amid":
			return "during"
		case w.tag == "DT" || w.tag == "PRP$" || strings.HasPrefix(w.tag, "JJ") || w.tag == "VBN" || w.noun() || w.low == "'s":
		default:
			return ""
		}
	}
	return ""
}

// landmarkFor returns the last landmark that noun t may take up: told just
// before, by the same word, or else of the same kind, nil for none.
func (d *documentAnalysis) landmarkFor(a *sentenceAnalysis, i int, t trigger) *landmark {
	near := d.landmarks[max(0, len(d.landmarks)-maxLandmarks):]
	word := a.words[t.head].low
	for _, same := range []func(l *landmark) bool{
		func(l *landmark) bool { return l.word == word },
		func(l *landmark) bool { return l.kind == t.kind },
	} {
		for k, l := range slices.Backward(near) {
			if i-l.sentence > landmarkSentences || a.block-l.block > landmarkBlocks {
				break
			}
			if l.sentence < i && same(&l) {
				return &near[k]
			}
		}
	}
	return nil
}

// ownDate reports whether a report's own sentence dates it, and not only up to a day.
func ownDate(w When) bool {
	switch w.Rule {
	case "clause", "fronted", "modifier", "coordination", "clause before", "clause after", "list", "shared":
		return !strings.HasPrefix(w.EDTF, "..")
	}
	return false
}

// startOf and endOf return the first and the last date that an EDTF value names.
func startOf(w When) string {
	from, _, _ := strings.Cut(w.EDTF, "/")
	return from
}

func endOf(w When) string {
	return w.EDTF[strings.LastIndexByte(w.EDTF, '/')+1:]
}
