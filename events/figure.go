package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// tally is a quantity joined with what it counts.
type tally struct {
	count quantity
	by    measured
	scope string
}

// tallies joins the numbers of a sentence with the words that say what they
// count: first the word after a number ("34 others were wounded"), then the
// verb before it and on through a list ("destroyed 20 houses, 3 schools").
func (a *sentenceAnalysis) tallies() []tally {
	ms := a.measures()
	if len(ms) == 0 {
		return nil
	}
	var out []tally
	qs := a.quantities()
	taken := map[int]int{} // quantity -> index in out
	join := func(q int, m measured, scope string) {
		qs[q].used = true
		taken[q] = len(out)
		out = append(out, tally{qs[q], m, scope})
	}
	for q := range qs {
		if a.partOf(qs[q]) {
			continue // "including four women": decided below
		}
		if a.noneOf(qs[q]) || q > 0 && qs[q-1].last == qs[q].first-1 && a.lowAt(qs[q].first-1) == "of" {
			continue // "three members of a family" are three
		}
		if m := a.measureAfter(qs[q], qs, q, ms); m != nil && counts(*m, qs[q]) {
			scope := ScopeEvent
			if a.ofTheHurt(qs[q], m.at) {
				scope = ScopePart // "two of the injured are children"
			}
			join(q, *m, scope)
		} else if m := a.measureBefore(qs[q], ms); m != nil && counts(*m, qs[q]) {
			join(q, *m, ScopeEvent)
		} else if k, ok := taken[q-1]; ok && a.listed(qs[q-1].last, qs[q].first) && out[k].by.after && qs[q].population.name != "" {
			join(q, out[k].by, out[k].scope)
		}
	}
	for q := len(qs) - 2; q >= 0; q-- {
		// "30 soldiers and 7 civilians who went missing": the list shares the word at its end
		if k, ok := taken[q+1]; ok && !qs[q].used && out[k].by.before && qs[q].population.name != "" && a.listed(qs[q].last, qs[q+1].first) {
			join(q, out[k].by, out[k].scope)
		}
	}
	for q := range qs {
		if qs[q].used || !a.partOf(qs[q]) && !(q > 0 && a.partOf(qs[q-1]) && a.listed(qs[q-1].last, qs[q].first)) {
			continue
		}
		for p := q - 1; p >= 0; p-- {
			if k, ok := taken[p]; ok {
				if qs[q].population.name != "" {
					join(q, out[k].by, ScopePart)
				}
				break
			}
		}
	}
	return a.addListed(out, ms)
}

// counts reports whether what befell can befall what is counted: houses are
// destroyed, not wounded.
func counts(m measured, q quantity) bool {
	if q.population.groups && (m.measure == "killed" || m.measure == "injured" || m.measure == "casualties") {
		return false // a family was killed: how many is not said
	}
	return !q.population.things || m.measure == "destroyed" || m.measure == "damaged" || m.measure == "captured"
}

// noneOf reports whether a number is the whole of which none, or all but some, are meant.
func (a *sentenceAnalysis) noneOf(q quantity) bool {
	for i := q.first - 1; i >= a.first && i >= q.first-3; i-- {
		switch w := &a.words[i]; {
		case w.form(formNone):
			return true
		case w.low == "but": // "all but two", not "nobody was killed but 15 were hurt"
			return i > a.first && a.words[i-1].form(formAll)
		case w.low != "of" && w.low != "the":
			return false
		}
	}
	return false
}

// partOf reports whether a number gives a part of one before it: "including four women".
func (a *sentenceAnalysis) partOf(q quantity) bool {
	i := q.first - 1
	if i < a.first {
		return false
	}
	if n := q.number + 1; a.lowAt(n) == "of" && (a.lowAt(n+1) == "them" || a.lowAt(n+1) == "whom") {
		return true // "three of them women"
	}
	return a.is(i, cuePart)
}

// listed reports whether only commas and a conjunction stand between two places of a list.
func (a *sentenceAnalysis) listed(i, j int) bool {
	if j <= i {
		return false
	}
	for ; i < j; i++ {
		if low := a.words[i].low; low != "," && low != "and" && low != "or" && low != "as" && low != "well" {
			return false
		}
	}
	return true
}

// Words that are read from a number to the word that counts it.
const (
	countAfter  = 24 // behind it, with its noun and asides
	countBefore = 5  // before it
)

// measureAfter looks right from a number over its noun, asides between commas
// or dashes, and auxiliaries, for the word that counts it.
func (a *sentenceAnalysis) measureAfter(q quantity, qs []quantity, self int, ms []measured) *measured {
	aside := false // between dashes or brackets
	for i, n := q.last, 0; i < a.last && n < countAfter; i, n = i+1, n+1 {
		if m := a.countedBy(q, ms, i, n); m != nil && !aside {
			return m
		}
		w := &a.words[i]
		switch {
		case w.low == "–" || w.low == "—" || w.low == "(" || w.low == ")":
			aside = w.low != ")" && !aside
		case aside:
		case w.low == ",":
			end := a.asideEnd(i)
			if end < 0 {
				return nil
			}
			i = end
			continue
		case !a.mayStandBetween(i):
			return nil
		}
		for o := range qs {
			if o != self && qs[o].first == i && !aside && !a.partOf(qs[o]) && a.lowAt(i-1) != "of" {
				return nil
			}
		}
	}
	return nil
}

// countedBy returns the counting word at i, n words behind the number q, if it counts q; nil for none.
func (a *sentenceAnalysis) countedBy(q quantity, ms []measured, i, n int) *measured {
	for k := range ms {
		if ms[k].at != i {
			continue
		}
		bare := n == 0 && a.noObject(ms[k].last) // "40 wounded today", "two people injured in", not "a gunman shot and wounded three"
		if ms[k].before || ms[k].noun && n <= 2 || bare {
			if o := k + 1; o < len(ms) && a.ofTheHurt(q, i) && ms[o].before && ms[o].measure == "killed" {
				return &ms[o] // "three of the wounded died"
			}
			return &ms[k]
		}
	}
	return nil
}

// asideEnd returns the comma that closes the aside which the comma at i opens:
// ", including two children,", ", more than half of them children, had fled"; -1 for none.
func (a *sentenceAnalysis) asideEnd(i int) int {
	switch a.lowAt(i + 1) {
	case "including", "among", "most", "all":
		for j := i + 1; j < a.last; j++ {
			if a.words[j].low == "," {
				return j
			}
		}
		return -1
	}
	return a.apposition(i)
}

// mayStandBetween reports whether word i may stand between a number and the word that counts it.
func (a *sentenceAnalysis) mayStandBetween(i int) bool {
	w := &a.words[i]
	switch {
	case w.kind == text.Number && a.isAge(i, i+1):
		return true
	case w.tag == "IN" || w.tag == "DT" || w.tag == "RB" || strings.HasPrefix(w.tag, "JJ") || w.noun() || w.tag == "MD" || w.tag == "POS" || w.tag == "PRP$" || w.tag == "TO":
		return w.low != "after" && w.low != "as" && w.low != "that" && w.low != "when"
	}
	return w.form(formIs|formWas|formHas|formHad|formBeen|formBe|formBeing) || w.low == "who" || w.lexeme.cues&cueCountLink != 0
}

// ofTheHurt reports whether a number is part of those hurt, whom the word at i names: "three of the wounded".
func (a *sentenceAnalysis) ofTheHurt(q quantity, i int) bool {
	n := q.number + 1
	return i == n+2 && a.lowAt(n) == "of" && (a.lowAt(n+1) == "the" || a.lowAt(n+1) == "those") && a.words[i].lexeme.measure.name == "injured"
}

// apposition returns the comma that closes what the comma at i opens, if no
// verb stands between and a verb follows: ", more than half of them children,
// had fled"; else -1.
func (a *sentenceAnalysis) apposition(i int) int {
	for j := i + 1; j < a.last && j-i < 14; j++ {
		switch w := &a.words[j]; {
		case w.low == ",":
			if j+1 < a.last && (a.words[j+1].verb() || a.words[j+1].tag == "MD") {
				return j
			}
			return -1
		case w.finite():
			return -1
		}
	}
	return -1
}

// objectFollows reports whether w can begin the object of a verb before it.
func objectFollows(w word) bool {
	return w.tag == "DT" || w.tag == "CD" || w.noun() || strings.HasPrefix(w.tag, "JJ") || w.tag == "PRP$" || w.tag == "PRP"
}

// measureBefore looks left from a number for the verb or noun that counts it.
func (a *sentenceAnalysis) measureBefore(q quantity, ms []measured) *measured {
	if m := a.roseTo(q, ms); m != nil {
		return m
	}
	for i, n := q.first-1, 0; i >= a.first && n < countBefore; i, n = i-1, n+1 {
		for k := range ms {
			if ms[k].last-1 == i && (ms[k].after || ms[k].noun || n == 0 && !a.passive(i)) {
				return &ms[k]
			}
		}
		if a.is(i, cueCountFiller|cueCountMove) {
			continue
		}
		return nil
	}
	return nil
}

// roseTo returns the counting word whose number is told as having come to q:
// "the number of people killed in the blast rose to six", "bringing to 21 the
// number of dead"; nil for none.
func (a *sentenceAnalysis) roseTo(q quantity, ms []measured) *measured {
	i := q.first - 1
	if low := a.lowAt(i); low != "to" && low != "at" || i-1 < a.first {
		return nil
	}
	moved := false
	var between *measured // "puts the dead at 613"
	for j := i - 1; j >= a.first && i-j < 14; j-- {
		if a.words[j].low == ";" {
			return nil
		}
		if a.words[j].lexeme.cues&cueCountMove != 0 {
			if between != nil {
				return between
			}
			moved = true
		}
		for k := range ms {
			if ms[k].last-1 != j {
				continue
			}
			if moved {
				return &ms[k]
			}
			between = &ms[k]
		}
	}
	if moved { // "bringing to 21 the number of dead"
		for k := range ms {
			if d := ms[k].at - q.last; d >= 0 && d < 8 {
				return &ms[k]
			}
		}
	}
	return nil
}

// figures returns the tallies as figures of the contract, in order of the
// text. scope, unless "", replaces the scope of all but parts.
func (a *sentenceAnalysis) figures(ts []tally, scope, asOf string) []Figure {
	out := []Figure{}
	for _, t := range ts {
		q := t.count
		f := Figure{Measure: t.by.measure, Population: q.population.name, Low: q.low, High: q.high, Hedge: q.hedge, Scope: t.scope,
			Span: text.Span{Start: int(a.words[q.first].start), End: int(a.words[max(q.last, q.number+1)-1].end)}}
		if f.Population == "" {
			f.Population = "people"
			if (f.Measure == "destroyed" || f.Measure == "damaged") && q.noun >= 0 {
				f.Population = a.words[q.noun].low
			}
		}
		if scope != "" && f.Scope != ScopePart {
			f.Scope = scope
		}
		if f.Scope == ScopeTotal {
			f.AsOf = asOf
		}
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(x, y Figure) int { return x.Start - y.Start })
	return out
}
