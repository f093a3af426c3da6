package events

import (
	"strconv"
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

func (a *sentenceAnalysis) quantityAt(i int) (quantity, bool) {
	q := quantity{first: i, noun: -1}
	relation := "="
	j := i
	if p, ok := a.boundAt(i); ok {
		relation, q.hedge = p.relation, strings.Join(p.words, " ")
		j += len(p.words)
	}
	q.number = j
	low, high, n, ok := a.v.number(a.words[j:a.last])
	if ok && n == 1 && a.words[j].low == "a" && a.oneMore(j+1) {
		one := int64(1)
		q.low, q.high, q.last = 1, &one, j+2
		return q, true
	}
	if !ok && j == i && a.anotherOne(i) {
		one := int64(1)
		q.low, q.high, q.last = 1, &one, i+1
		return q, true
	}
	if !ok && j == i && a.theOne(i) {
		one := int64(1)
		q.low, q.high, q.last = 1, &one, i+1
		if a.words[i].low == "the" {
			q.noun, q.last, q.population = i+1, i+2, a.words[i+1].lexeme.population
		}
		return q, true
	}
	if !ok || a.inTime(j) {
		return q, false
	}
	if a.words[j].low == "one" && (a.lowAt(j-1) == "no" || a.lowAt(j-1) == "not") {
		return q, false // "no one was hurt", "not one person died"
	}
	if a.ofChildren(i) {
		return q, false
	}
	end := j + n
	if n == 1 && (a.words[j].low == "a" || a.words[j].low == "an" || a.words[j].low == "both" || a.words[j].low == "no") && !a.countsOne(end) {
		return q, false // an article counts only with what is counted: "a soldier", "a 19-year-old man"
	}
	if a.isAge(j, end) || a.isShare(j, end) || a.isOneOf(j) {
		return q, false
	}
	// a range: 10-12, 10 to 12, between 10 and 12
	if end+1 < a.last && (a.words[end].low == "to" || a.words[end].low == "-" || a.words[end].low == "–" || a.words[end].low == "and" && j > a.first && a.words[j-1].low == "between") {
		if _, h, m, ok := a.v.number(a.words[end+1 : a.last]); ok && h != nil && *h > low {
			high = h
			end += 1 + m
		}
	}
	if end < a.last {
		if a.is(end, cueUnit) {
			return q, false
		}
	}
	if j > a.first {
		if a.is(j-1, cueNumbered) {
			return q, false
		}
	}
	q.low, q.high = low, high
	switch relation {
	case ">=":
		q.high = nil
	case ">":
		q.high = nil
	case "<=", "<":
		h := low
		q.low, q.high = 0, &h
		if relation == "<" && (q.hedge == "nearly" || q.hedge == "almost") {
			q.low, q.high = low, &h // nearly 40: the number said stands for both
		}
	}
	if q.hedge == "" && q.high == nil {
		q.hedge = a.words[q.number].low
	}
	q.last = end
	q.noun, q.population, q.last = a.counted(end)
	return q, true
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
	switch a.lowAt(i) {
	case "second", "third", "fourth", "fifth", "sixth":
	default:
		return false
	}
	return i+1 < a.last && a.words[i+1].verb() && a.words[i+1].lexeme.cues&cueCountLink != 0
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
		if len(p.words) <= len(best.words) || i+len(p.words) >= a.last {
			continue
		}
		same := true
		for n, w := range p.words {
			same = same && a.words[i+n].low == w
		}
		if same {
			best = p
		}
	}
	return best
}

// inTime reports whether word i lies in a time expression of the sentence.
func (a *sentenceAnalysis) inTime(i int) bool {
	return a.holds(i) && a.words[i].timed
}

// number reads a number in digits or words at the head of ws: "1,165",
// "twenty-three", "two dozen", "500 thousand", "hundreds". n is how many words it takes.
func (v *vocabulary) number(ws []word) (low int64, high *int64, n int, ok bool) {
	if len(ws) == 0 || !ws[0].has(knownNumber) {
		return
	}
	value := func(x int64) *int64 { return &x }
	w := ws[0].low
	switch {
	case ws[0].kind == text.Number && isDigits(w):
		clean := strings.ReplaceAll(w, ",", "")
		if len(clean) > 1 && clean[0] == '0' && !strings.HasPrefix(clean, "0.") {
			return
		}
		n = 1
		if len(clean) <= 3 { // 31 000 and 31, 000 are thousands
			switch {
			case len(ws) > 1 && ws[1].kind == text.Number && len(ws[1].low) == 3 && isDigits(ws[1].low):
				clean, n = clean+ws[1].low, 2
			case len(ws) > 2 && ws[1].low == "," && ws[2].low == "000":
				clean, n = clean+"000", 3
			}
		}
		f, err := strconv.ParseFloat(clean, 64)
		if err != nil || f > 1e12 {
			return
		}
		whole := f == float64(int64(f))
		if n == 1 && len(ws) > 1 && v.multiplier[ws[1].low] > 0 {
			f *= float64(v.multiplier[ws[1].low])
			n = 2
		} else if !whole {
			return 0, nil, 0, false // a share or a size, not a count
		}
		return int64(f), value(int64(f)), n, true
	case strings.Contains(w, "-"):
		tens, ones, _ := strings.Cut(w, "-")
		a, b := v.quantity[tens], v.quantity[ones]
		if a.high != nil && b.high != nil && a.low >= 20 && a.low <= 90 && b.low >= 1 && b.low <= 9 {
			return a.low + b.low, value(a.low + b.low), 1, true
		}
		return
	}
	q, found := v.quantity[w]
	if m := v.multiplier[w]; !found && m > 0 && len(ws) > 2 && ws[1].low == "and" { // hundred and six
		if r, h, k, ok := v.number(ws[2:]); ok && h != nil && r < m {
			return m + r, value(m + r), 2 + k, true
		}
	}
	if !found {
		return
	}
	low, high, n = q.low, q.high, 1
	if high == nil && len(ws) > 2 && ws[1].low == "of" { // tens of thousands
		if m := v.multiplier[strings.TrimSuffix(ws[2].low, "s")]; m > 0 && strings.HasSuffix(ws[2].low, "s") {
			return low * m, nil, 3, true
		}
	}
	for n < len(ws) {
		m := v.multiplier[ws[n].low]
		if ws[n].low == "dozen" {
			m = 12
		}
		if m == 0 || high == nil {
			break
		}
		low *= m
		high = value(low)
		n++
		if n+1 < len(ws) && ws[n].low == "and" { // two hundred and six
			if r, ok := v.quantity[ws[n+1].low]; ok && r.high != nil && r.low > 1 && r.low < m {
				low += r.low
				high = value(low)
				n += 2
			}
		}
	}
	return low, high, n, true
}
