package events

import (
	"slices"
)

// tallyOwners gives each tally of the sentence the trigger whose figure it is:
// a violent or accidental event of the same clause, else of the sentence,
// else the counting word itself. The result holds for each tally the index of
// its trigger, -1 for none.
func (a *sentenceAnalysis) tallyOwners() []int {
	if len(a.tallied) == 0 {
		return nil
	}
	owner := make([]int, len(a.tallied))
	for n, t := range a.tallied {
		own := -1
		for k, tr := range a.triggers {
			if t.by.at >= tr.first && t.by.at < tr.last {
				own = k
			}
		}
		event := a.eventOf(n)
		switch {
		case event >= 0 && !a.totalCue(n):
			owner[n] = event
		case own >= 0:
			owner[n] = own
			// one report for a list: "23 were killed and 76 injured"
			if n > 0 && owner[n-1] >= 0 && a.triggers[owner[n-1]].kind == a.triggers[own].kind && a.listedTallies(n-1, n) {
				owner[n] = owner[n-1]
			}
		case event >= 0:
			owner[n] = event
		default:
			owner[n] = -1
			if n > 0 {
				owner[n] = owner[n-1]
			}
		}
	}
	return owner
}

// eventOf returns the trigger of the event that caused tally n: violence or
// disaster in its clause, or in one that its clause hangs on; -1 for none.
func (a *sentenceAnalysis) eventOf(n int) int {
	c := clauseOf(a.clauses, a.tallied[n].by.at)
	event, other := -1, a.tellsAnother(c)
	for k, tr := range a.triggers {
		if !isGrave(tr.of.Class) || tr.kind == "casualty-report" || tr.kind == "death" || tr.kind == "destruction" || tr.kind == "displacement" || tr.kind == "disappearance" {
			continue
		}
		link := a.clauses[tr.clause].link
		before := tr.first < a.tallied[n].by.at
		reaches := tr.clause <= c || link == "when" || link == "after" || link == "as" || link == ""
		switch {
		case !reaches, other && tr.clause != c:
		case event >= 0 && tr.of.Class == "territory" && a.triggers[event].of.Class == "violence":
			// "blew himself up at a checkpoint": the place of a base does no harm
		case event < 0,
			tr.clause == c && (a.triggers[event].clause != c || before), // the nearest before, in its own clause first
			before && a.triggers[event].clause != c:
			event = k
		}
	}
	return event
}

// tellsAnother reports whether clause c tells of what another happening is
// measured by: "the worst since March, when five were killed".
func (a *sentenceAnalysis) tellsAnother(c int) bool {
	return slices.ContainsFunc(a.times, func(r timeRef) bool { return r.yardstick && r.when == c })
}

// harms reports whether events of a kind cause figures: killed, destroyed.
func (a *sentenceAnalysis) harms(kind string) bool {
	return isGrave(a.v.kinds[kind].Class)
}

// totalCue reports whether a tally is a running total: by itself, or because
// the sentence gives one and the tally has no event of its own ("41 civilians
// were killed and 205 wounded; 1,165 houses were damaged").
func (a *sentenceAnalysis) totalCue(n int) bool {
	if a.totals == nil {
		for m := range a.tallied {
			a.totals = append(a.totals, a.totalAlone(m))
		}
	}
	if a.totals[n] != noTotal {
		return true
	}
	if a.eventOf(n) >= 0 {
		return false
	}
	for m := range a.tallied {
		if m == n {
			continue
		}
		switch a.totals[m] {
		case sentenceTotal:
			return true
		case clauseTotal:
			if a.listedTallies(min(m, n), max(m, n)) && a.tallied[m].by.at < a.tallied[n].by.at {
				return true
			}
		}
	}
	return false
}

// listedTallies reports whether tallies lo to hi follow on one another in coordinated clauses.
func (a *sentenceAnalysis) listedTallies(lo, hi int) bool {
	x, y := clauseOf(a.clauses, a.tallied[lo].by.at), clauseOf(a.clauses, a.tallied[hi].by.at)
	return x == y || y == x+1 && a.clauses[y].link == "and"
}

// How far the cue of a running total reaches.
type totalReach uint8

const (
	noTotal       totalReach = iota
	clauseTotal              // its clause, and a list that goes on from it
	sentenceTotal            // the whole sentence
)

// fewCounted is the number from which a count in the perfect, without a
// happening, is taken for a running total: "eleven officers had been injured"
// may tell of one night, "47 civilians had been killed" does not.
const fewCounted = 20

// totalAlone finds the cues of a running total: "since", "by" or "as of" a
// time with the perfect, and words such as "statistics" before, which reach
// over the sentence; "so far", a word such as "toll", or the perfect with
// neither an event nor a date of its own, in the clause.
func (a *sentenceAnalysis) totalAlone(n int) totalReach {
	t := a.tallied[n]
	at := clauseOf(a.clauses, t.by.at)
	c := a.clauses[at]
	perfect := a.hasAux(t.by.at, formHas|formHad) || a.clauseHas(c, formHas|formHad)
	for i := a.first; i < a.last; i++ {
		low := a.words[i].low
		inClause := i >= c.first && i < c.last
		switch {
		case low == "since" && (perfect || a.sinceDate(i)), low == "as" && a.lowAt(i+1) == "of" && a.timeNear(i+2), low == "by" && perfect && a.timeNear(i+1):
			return sentenceTotal
		case low == "toll" && a.eventOf(n) >= 0: // the toll of what the sentence names
		case a.words[i].lexeme.cues&cueTotal != 0 && i < c.first && (!a.words[i].verb() || i >= a.clauses[at-1].first):
			return sentenceTotal
		case a.words[i].lexeme.cues&cueTotal != 0 && inClause, low == "so" && a.lowAt(i+1) == "far" && inClause, low == "to" && a.lowAt(i+1) == "date" && inClause:
			return clauseTotal
		}
	}
	if !perfect || a.dateIn(c) {
		return noTotal
	}
	if a.eventOf(n) < 0 {
		if t.count.low < fewCounted {
			return noTotal
		}
		return clauseTotal
	}
	// "47 had been killed in the attacks": many happenings, no one place, no date of its own
	for _, tr := range a.triggers {
		if tr.noun && tr.first > t.by.at && tr.clause == at && a.words[tr.head].tag == "NNS" && tr.of.Class == "violence" && !a.localityIn(c) {
			return clauseTotal
		}
	}
	return noTotal
}

func (a *sentenceAnalysis) clauseHas(c clause, f form) bool {
	return slices.ContainsFunc(a.words[c.first:c.last], func(w word) bool { return w.form(f) })
}

// countedFrom returns the date that a running total counts from or to: that
// of "since", "by" or "as of"; nil for none.
func (a *sentenceAnalysis) countedFrom() *timeRef {
	for i := range a.times {
		r := &a.times[i]
		asOf := r.prep == "of" && a.lowAt(r.first-2) == "as"
		if r.dates() && (r.prep == "since" || r.prep == "by" || asOf) {
			return r
		}
	}
	return nil
}

// timeNear reports whether a time expression begins at word i, or after an article there.
func (a *sentenceAnalysis) timeNear(i int) bool {
	for _, r := range a.times {
		if r.first == i || r.first == i+1 && a.words[i].tag == "DT" {
			return true
		}
	}
	return false
}

func (a *sentenceAnalysis) sinceDate(i int) bool {
	for _, r := range a.times {
		if r.prep == "since" && !r.yardstick && r.first > i && r.first-i <= 4 {
			return true
		}
	}
	return false
}

func (a *sentenceAnalysis) localityIn(c clause) bool {
	for _, p := range a.places {
		if p.first >= c.first && p.first < c.last && p.locates && (p.Precision == LocalityPlace || p.Precision == PointPlace) {
			return true
		}
	}
	return false
}

func (a *sentenceAnalysis) dateIn(c clause) bool {
	for _, r := range a.times {
		if r.first >= c.first && r.first < c.last && r.dates() && r.speech < 0 {
			return true
		}
	}
	return false
}

// tallyTotal reports whether the sentence gives a running total, which counts for more than one place.
func (a *sentenceAnalysis) tallyTotal() bool {
	for n := range a.tallied {
		if a.totalCue(n) {
			return true
		}
	}
	return false
}
