package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// quantity is a number of things in a sentence: "at least nine civilians",
// "dozens", "between 10 and 12 houses". first and last index words, half open,
// the hedge before and the noun after included; noun is -1 if there is none.
type quantity struct {
	first, number, last int
	noun                int
	low                 int64
	high                *int64
	hedge               string
	population          population
	used                bool
}

// quantities finds the numbers of a sentence that may count something.
// Numbers inside a time expression, sums of money and percentages are none.
func (a *sentenceAnalysis) quantities() []quantity {
	var out []quantity
	for i := a.first; i < a.last; {
		if !a.words[i].has(knownBound|knownNumber) && !a.theOne(i) {
			i++
			continue
		}
		q, ok := a.quantityAt(i)
		if !ok {
			i++
			continue
		}
		if !a.describesOne(i) {
			out = append(out, q)
		}
		i = max(q.last, i+1)
	}
	return out
}

// quantityAt reads the number at word i, with the hedge before it and what it counts.
func (a *sentenceAnalysis) quantityAt(i int) (quantity, bool) {
	q := quantity{first: i, number: i, noun: -1}
	relation := "="
	if p, ok := a.boundAt(i); ok {
		relation, q.hedge = p.relation, strings.Join(p.words, " ")
		q.number += len(p.words)
	}
	low, high, n, ok := a.v.number(a.words[q.number:a.last])
	end := q.number + n
	switch {
	case ok && n == 1 && a.words[q.number].low == "a" && a.oneMore(end):
		return q.one(end + 1), true
	case !ok && q.number == i && a.anotherOne(i):
		return q.one(i + 1), true
	case !ok && q.number == i && a.theOne(i):
		q = q.one(i + 1)
		if a.words[i].low == "the" {
			q.noun, q.last, q.population = i+1, i+2, a.words[i+1].lexeme.population
		}
		return q, true
	case !ok || a.ofChildren(i) || a.countsNothing(q.number, end):
		return q, false
	}
	if h, n := a.rangeEnd(q.number, end, low); n > 0 {
		high, end = h, end+n
	}
	if end < a.last && a.is(end, cueUnit) || q.number > a.first && a.is(q.number-1, cueNumbered) {
		return q, false
	}
	q.low, q.high = low, high
	q.bound(relation)
	if q.hedge == "" && q.high == nil {
		q.hedge = a.words[q.number].low
	}
	q.noun, q.population, q.last = a.counted(end)
	return q, true
}

// one returns q as one person, for whom words up to last stand.
func (q quantity) one(last int) quantity {
	n := int64(1)
	q.low, q.high, q.last = n, &n, last
	return q
}

// bound widens the number that q has by the relation of the hedge before it.
func (q *quantity) bound(relation string) {
	switch relation {
	case ">=", ">":
		q.high = nil
	case "<=", "<":
		said := q.low
		q.low, q.high = 0, &said
		if relation == "<" && (q.hedge == "nearly" || q.hedge == "almost") {
			q.low = said // nearly 40: the number said stands for both
		}
	}
}

// countsNothing reports whether the number of words i to end is of a time, an age
// or a share, or a word that counts only with what is counted: "no one was
// hurt", "not one person died"; but "a soldier", "a 19-year-old man".
func (a *sentenceAnalysis) countsNothing(i, end int) bool {
	switch a.words[i].low {
	case "one":
		if before := a.lowAt(i - 1); before == "no" || before == "not" {
			return true
		}
	case "a", "an", "both", "no":
		if end-i == 1 && !a.countsOne(end) {
			return true
		}
	}
	return a.inTime(i) || a.isAge(i, end) || a.isShare(i, end) || a.isOneOf(i)
}

// rangeEnd reads the upper end of a range, behind its lower one at words i to end,
// and how many words it takes, 0 for none: 10-12, 10 to 12, between 10 and 12.
func (a *sentenceAnalysis) rangeEnd(i, end int, low int64) (high *int64, n int) {
	switch a.lowAt(end) {
	case "to", "-", "–":
	case "and":
		if a.lowAt(i-1) != "between" {
			return nil, 0
		}
	default:
		return nil, 0
	}
	if end+1 >= a.last {
		return nil, 0
	}
	_, high, n, ok := a.v.number(a.words[end+1 : a.last])
	if !ok || high == nil || *high <= low {
		return nil, 0
	}
	return high, n + 1
}

// ofChildren reports whether the number at i is how many children somebody has: "a father of two".
func (a *sentenceAnalysis) ofChildren(i int) bool {
	if a.lowAt(i-1) != "of" || i-2 < a.first || a.words[i-2].tag != "NN" && a.words[i-2].tag != "NNP" {
		return false
	}
	p := a.v.person[a.words[i-2].low]
	return p != nil && p.sex != anySex
}

// oneMore reports whether an ordinal that stands for a person follows: "and a
// second was taken to hospital".
func (a *sentenceAnalysis) oneMore(i int) bool {
	return a.v.ordinal[a.lowAt(i)] > 1 && i+1 < a.last && a.words[i+1].verb() && a.words[i+1].lexeme.cues&cueCountLink != 0
}

// anotherOne reports whether "another" stands for a person whom something
// befell: "and another was injured".
func (a *sentenceAnalysis) anotherOne(i int) bool {
	p := a.v.person[a.words[i].low]
	if p == nil || !p.another || a.words[i].tag != "DT" || i+1 >= a.last {
		return false
	}
	w := &a.words[i+1]
	return w.verb() && (w.lexeme.cues&cueCountLink != 0 || w.lexeme.measure.name == "injured" || w.lexeme.measure.name == "killed")
}

// describesOne reports whether the number at word i only says more of one person: "a mother of two", "a man of 60".
func (a *sentenceAnalysis) describesOne(i int) bool {
	if a.lowAt(i-1) != "of" || i-2 < a.first {
		return false
	}
	w := &a.words[i-2]
	kin := a.v.person[w.low]
	return (w.tag == "NN" || w.tag == "NNP") && (w.lexeme.population.persons() || kin != nil && kin.sex != anySex)
}

// theOne reports whether one known person stands at word i as the subject of
// what befell him: "the driver died", "she was killed".
func (a *sentenceAnalysis) theOne(i int) bool {
	befalls := func(j int) bool {
		return j < a.last && a.words[j].verb() && (a.words[j].lexeme.measure.name != "" || a.words[j].lexeme.cues&cueCountLink != 0)
	}
	if low := a.words[i].low; low == "he" || low == "she" {
		return befalls(i + 1)
	}
	if a.words[i].low != "the" || i+2 >= a.last || a.words[i+1].tag != "NN" {
		return false
	}
	p := a.words[i+1].lexeme.population
	return befalls(i+2) && p.name != "" && !p.things
}

// countsOne reports whether a noun that names a population follows at i, with only adjectives before it.
func (a *sentenceAnalysis) countsOne(i int) bool {
	for n := 0; i < a.last && n < 4; i, n = i+1, n+1 {
		w := &a.words[i]
		if p := w.lexeme.population; p.name != "" && (n == 0 || !p.things && w.tag == "NN") {
			return !(i+1 < a.last && a.words[i+1].noun() && a.words[i+1].lexeme.population.name == "" && a.words[i+1].lexeme.measure.name == "" && !a.inTime(i+1))
		}
		if !strings.HasPrefix(w.tag, "JJ") && w.tag != "CD" && !a.isDemonym(i) && !strings.HasSuffix(w.low, "-old") {
			return false
		}
	}
	return false
}

// isAge reports whether a number is how old somebody is: "a woman of 28",
// "Ann Lee, 45, said".
func (a *sentenceAnalysis) isAge(i, end int) bool {
	if i-2 < a.first || end-i != 1 || a.words[i].kind != text.Number || len(a.words[i].low) > 2 {
		return false
	}
	before := a.words[i-2]
	switch a.words[i-1].low {
	case "was", "is": // "The man killed was 23."
		person := before.lexeme.measure.pos == 'v' || before.lexeme.population.persons() && before.tag == "NN" || before.tag == "PRP"
		return person && (end == a.last || a.words[end].kind == text.Punct)
	case "and":
		return i-3 >= a.first && before.kind == text.Number && (a.lowAt(i-3) == "aged" || a.lowAt(i-3) == "ages")
	case "of":
		return before.tag == "NN" && before.lexeme.population.name != ""
	case ",":
		return before.is(text.Upper) && (end == a.last || a.words[end].low == "," || a.words[end].low == "." || a.words[end].low == "and")
	}
	return false
}

// isOneOf reports whether the number at i only says of what sort something was:
// "the massacre is one of the crimes of those years".
func (a *sentenceAnalysis) isOneOf(i int) bool {
	if a.lowAt(i) != "one" || a.lowAt(i+1) != "of" || i == a.first || !a.words[i-1].form(formIs|formWas) {
		return false
	}
	noun, people, _ := a.counted(i + 1)
	return noun < 0 || people.name == ""
}

// isShare reports whether a number is one of the two of "one in ten".
func (a *sentenceAnalysis) isShare(i, end int) bool {
	number := func(j int) bool {
		if j < a.first || j >= a.last {
			return false
		}
		_, _, _, ok := a.v.number(a.words[j:a.last])
		return ok && !a.inTime(j)
	}
	return a.lowAt(end) == "in" && number(end+1) || a.lowAt(i-1) == "in" && number(i-2)
}

// counted finds the noun that a number counts: up to four adjectives and
// nouns on, the last word of the noun phrase that names a population, else
// the last noun. "of" goes on ("dozens of houses", "two of the soldiers").
func (a *sentenceAnalysis) counted(i int) (noun int, p population, last int) {
	noun, last = -1, i
	for n := 0; i < a.last && n < 6; i, n = i+1, n+1 {
		w := &a.words[i]
		switch {
		case w.low == "of" && n == 0, (w.low == "the" || w.low == "them" || w.low == "whom") && n == 1, w.low == "his" || w.low == "her" || w.low == "their" || w.low == "its":
			continue
		case w.lexeme.population.name != "" && (w.noun() || w.low == "others"):
			if noun < 0 || p.name != "police" { // "police officers" are police
				p = w.lexeme.population
			}
			noun, last = i, i+1
			if i+1 < a.last && a.words[i+1].noun() && a.words[i+1].lexeme.measure.name == "" {
				if a.inAnyTrigger(i + 1) {
					return -1, population{}, i // "a missile strike" counts no missile
				}
				continue // "police officers": the last noun is the one counted
			}
			return noun, p, last
		case w.lexeme.measure.name != "":
			return noun, p, last
		case w.noun():
			noun, last = i, i+1
		case strings.HasPrefix(w.tag, "JJ") || w.tag == "VBN" || w.tag == "RB" && n == 0 || w.low == "'s":
		default:
			return noun, p, last
		}
	}
	return noun, p, last
}

// boundAt returns the longest phrase of the bound list that stands at word i and has a number after it.
func (a *sentenceAnalysis) boundAt(i int) (wordPattern, bool) {
	best := a.boundPattern(i)
	if len(best.words) == 0 {
		return best, false
	}
	_, _, _, ok := a.v.number(a.words[i+len(best.words) : a.last])
	return best, ok
}

// boundPattern returns the longest words at i that may bound a number behind
// them, without words where none do.
func (a *sentenceAnalysis) boundPattern(i int) wordPattern {
	best := wordPattern{}
	if !a.words[i].has(knownBound) {
		return best
	}
	for _, k := range a.words[i].lexeme.bounds {
		p := a.v.bounds[k]
		if len(p.words) > len(best.words) && i+len(p.words) < a.last && a.opensWith(i, p.words) {
			best = p
		}
	}
	return best
}

// inTime reports whether word i lies in a time expression of the sentence.
func (a *sentenceAnalysis) inTime(i int) bool {
	return a.holds(i) && a.words[i].timed
}
