package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// measured is a word that says what a number counts: killed, wounded, missing.
type measured struct {
	at, last int    // words, half open
	measure  string // killed, injured, casualties, ...
	before   bool   // it counts what stands before it: "nine were killed", "nine dead"
	after    bool   // it counts what stands after it: "killing nine", "destroyed 20 houses"
	noun     bool   // death, casualty
}

// measures finds the counting words of a sentence. Two joined by "and" or
// "or" ("killed or seriously injured") count together.
func (a *sentenceAnalysis) measures() []measured {
	var out []measured
	for i := a.first; i < a.last; i++ {
		if !a.words[i].has(knownMeasure) {
			continue
		}
		if p := a.measurePhrase(i); p != nil {
			out = append(out, measured{at: i, last: i + len(p.words), measure: p.relation, before: true})
			i += len(p.words) - 1
			continue
		}
		w, known := &a.words[i], a.words[i].lexeme.measure
		m := known.name
		if w.tag == "RB" && i+1 < a.last && a.words[i+1].verb() && a.v.measure[a.words[i+1].low].name == "casualties" {
			continue // "fatally shot": the verb counts, and the adverb says what
		}
		if m == "casualties" && a.v.measure[a.lowAt(i-1)].name == "killed" && a.words[i-1].tag == "RB" {
			m = "killed"
		}
		if a.v.bodies[w.low] && !(w.noun() && a.comesToLight(i)) {
			continue
		}
		if w.verb() && a.is(i-1, cueAlmost) {
			continue // "nearly killed them"
		}
		if m == "casualties" && !w.noun() && a.lowAt(i+1) == "at" {
			continue // "was shot at"
		}
		if m == "" || known.pos == 'v' && w.noun() && (w.tag != "NN" || strings.HasSuffix(w.low, "ing")) || a.modifies(i) {
			continue
		}
		x := measured{at: i, last: i + 1, measure: m, noun: known.pos == 'n'}
		switch {
		case x.noun:
			x.before, x.after = true, true
		case known.pos == 'a' || a.is(i, cueIntransitive):
			x.before = true
		case w.tag == "VBG":
			x.after = true
		case w.tag == "VBN" && !a.passive(i) && i+1 < a.last && a.words[i+1].tag == "CD" && !a.inTime(i+1):
			x.after = true // "a gunman fatally shot three people"
		case a.passive(i), (w.tag == "VBN" || w.tag == "JJ") && !a.hasAux(i, formHas|formHad):
			x.before = true
		default:
			x.after = true
		}
		if n := len(out); n > 0 && out[n-1].at >= i-3 && a.words[out[n-1].at].lexeme.measure.name == "casualties" && (m == "killed" || m == "injured") && a.onlyJoins(out[n-1].last, i) {
			out[n-1].measure, out[n-1].last = m, i+1 // "shot and killed", "shot dead", "shot and wounded"
			continue
		}
		if n := len(out); n > 0 && out[n-1].measure != m && joined(a.words, out[n-1].last, i) && joins(out[n-1].measure, m) {
			out[n-1].measure, out[n-1].last = "casualties", i+1
			out[n-1].before, out[n-1].after = out[n-1].before || x.before, out[n-1].after || x.after
			continue
		}
		out = append(out, x)
	}
	return out
}

// comesToLight reports whether the clause of word i has a verb of finding:
// "bodies" are the dead where they were found, and else may be of any sort.
func (a *sentenceAnalysis) comesToLight(i int) bool {
	c := a.clauses[clauseOf(a.clauses, i)]
	for j := c.first; j < c.last; j++ {
		if a.words[j].verb() && a.v.finds[a.words[j].low] {
			return true
		}
	}
	return false
}

// measurePhrase returns the phrase of several words that counts and stands at word i, nil for none.
func (a *sentenceAnalysis) measurePhrase(i int) *wordPattern {
	for _, k := range a.words[i].lexeme.measures {
		if p := &a.v.measurePhrases[k]; a.opensWith(i, p.words) {
			return p
		}
	}
	return nil
}

// opensWith reports whether the sentence goes on with these words at word i.
func (a *sentenceAnalysis) opensWith(i int, words []string) bool {
	if i+len(words) > a.last {
		return false
	}
	for n, w := range words {
		if a.words[i+n].low != w {
			return false
		}
	}
	return true
}

// onlyJoins reports whether nothing but "and" and "to" stands between two words.
func (a *sentenceAnalysis) onlyJoins(i, j int) bool {
	for ; i < j; i++ {
		if low := a.words[i].low; low != "and" && low != "to" {
			return false
		}
	}
	return true
}

// joined reports whether only "and", "or" and an adverb stand between two words.
func joined(words []word, i, j int) bool {
	if j-i > 2 || j == i {
		return false
	}
	return (words[i].low == "and" || words[i].low == "or") && (j-i == 1 || words[i+1].tag == "RB")
}

func joins(a, b string) bool {
	return (a == "killed" || a == "injured") && (b == "killed" || b == "injured")
}

// passive reports whether the participle at i has a form of "be" before it.
func (a *sentenceAnalysis) passive(i int) bool {
	return a.hasAux(i, formIs|formWas|formBeen|formBeing|formBe|formGet)
}

// hasAux reports whether an auxiliary of one of the forms stands before word i, with only adverbs and other auxiliaries between.
func (a *sentenceAnalysis) hasAux(i int, aux form) bool {
	for j := i - 1; j >= a.first && j >= i-5; j-- {
		switch w := &a.words[j]; {
		case w.form(aux):
			return true
		case !w.form(formBetween) && w.tag != "RB" && w.lexeme.measure.name == "":
			return false
		}
	}
	return false
}

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
		switch a.words[i].low {
		case "none", "neither":
			return true
		case "but": // "all but two", not "nobody was killed but 15 were hurt"
			switch a.lowAt(i - 1) {
			case "all", "none", "nobody", "any", "anybody", "anyone", "everyone", "everybody":
				return true
			}
			return false
		case "of", "the":
		default:
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

// measureAfter looks right from a number over its noun, asides between commas
// or dashes, and auxiliaries, for the word that counts it.
func (a *sentenceAnalysis) measureAfter(q quantity, qs []quantity, self int, ms []measured) *measured {
	i, aside := q.last, false
	for n := 0; i < a.last && n < 24; i, n = i+1, n+1 {
		for k := range ms {
			bare := n == 0 && a.noObject(ms[k].last) // "40 wounded today", "two people injured in", not "a gunman shot and wounded three"
			if ms[k].at == i && (ms[k].before || ms[k].noun && n <= 2 || bare) && !aside {
				if o := k + 1; o < len(ms) && a.ofTheHurt(q, i) && ms[o].before && ms[o].measure == "killed" {
					return &ms[o] // "three of the wounded died"
				}
				return &ms[k]
			}
		}
		w := &a.words[i]
		switch {
		case w.low == "–" || w.low == "—" || w.low == "(" || w.low == ")":
			aside = w.low != ")" && !aside
		case aside:
		case w.low == ",":
			// an aside such as ", including two children," is stepped over
			if i+1 < a.last && (a.words[i+1].low == "including" || a.words[i+1].low == "among" || a.words[i+1].low == "most" || a.words[i+1].low == "all") {
				aside = true
			} else if aside {
				aside = false
			} else if end := a.apposition(i); end > 0 {
				i = end
				continue
			} else {
				return nil
			}
		case w.kind == text.Number && a.isAge(i, i+1):
		case w.tag == "IN" || w.tag == "DT" || w.tag == "RB" || strings.HasPrefix(w.tag, "JJ") || w.noun() || w.tag == "MD" || w.tag == "POS" || w.tag == "PRP$" || w.tag == "TO":
			if w.low == "after" || w.low == "as" || w.low == "that" || w.low == "when" {
				return nil
			}
		case w.low == "was" || w.low == "were" || w.low == "is" || w.low == "are" || w.low == "has" || w.low == "have" || w.low == "had" || w.low == "been" || w.low == "be" || w.low == "being" || w.low == "who" || w.lexeme.cues&cueCountLink != 0:
		default:
			return nil
		}
		if w.low == "," && aside {
			// the aside ends at its closing comma
			for j := i + 1; j < a.last; j++ {
				if a.words[j].low == "," {
					i, aside = j, false
					break
				}
			}
			if aside {
				return nil
			}
		}
		for o := range qs {
			if o != self && qs[o].first == i && !aside && !a.partOf(qs[o]) && a.lowAt(i-1) != "of" {
				return nil
			}
		}
	}
	return nil
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
	for i, n := q.first-1, 0; i >= a.first && n < 5; i, n = i-1, n+1 {
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
