package events

import (
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// oldest is the age over which a number after a name is none.
const oldest = 110

// victimsIn reads words i to j as a list of persons: "Ann Lee, 45, a clerk, and two others".
func (a *sentenceAnalysis) victimsIn(i, j int) []victim {
	var out []victim
	list := false // of several, for it holds "and"
	for k := i; k < j; k++ {
		list = list || a.words[k].tag == "CC"
	}
	joined := false // by "and" to the one before
	aged := false   // the one before was an age: "two girls, 15 and 16"
	for i < j {
		end := i
		for end < j && a.words[end].low != "," && a.words[end].tag != "CC" {
			end++
		}
		switch v, ok := a.victimAt(i, end); {
		case end == i:
		case a.ageAlone(i, end) || aged && end == i+1 && a.words[i].kind == text.Number:
			aged = true
			if n := len(out); n > 0 && out[n-1].n == 1 && out[n-1].age == 0 {
				out[n-1].age, _ = strconv.ParseInt(a.words[end-1].low, 10, 64)
			}
		case ok && len(out) > 0 && !joined && apposed(&out[len(out)-1], &v, list):
			out[len(out)-1].take(&v)
		case ok:
			out = append(out, v)
		}
		if end > i {
			aged = aged && a.words[end-1].kind == text.Number
		}
		joined = end < j && a.words[end].tag == "CC"
		i = end + 1
	}
	return out
}

// ageAlone reports whether words i to j are the age of who stands before them.
func (a *sentenceAnalysis) ageAlone(i, j int) bool {
	w := &a.words[j-1]
	if j-i > 2 || j-i == 2 && a.v.person[a.words[i].low] == nil && a.words[i].lexeme.cues&cueNumbered == 0 {
		return false
	}
	n, err := strconv.Atoi(w.low)
	return err == nil && n < oldest && a.lowAt(i-1) == ","
}

// apposed reports whether v, after a comma, says more of o: "Ann Lee, a clerk",
// "the driver, Ann Lee", and where no list goes on "the driver, a man of 60".
func apposed(o, v *victim, list bool) bool {
	more := (o.name != "") != (v.name != "") || !list && (o.known || o.another) && !v.known
	return o.n == 1 && v.n == 1 && !v.another && more && (o.sex == v.sex || o.sex == anySex || v.sex == anySex)
}

// take adds to o what v says of the same person.
func (o *victim) take(v *victim) {
	if o.name == "" {
		o.name = v.name
	}
	if o.age == 0 {
		o.age = v.age
	}
	if o.sex == anySex {
		o.sex = v.sex
	}
	if v.ordinal > 0 {
		o.ordinal = v.ordinal
	}
	o.doer = o.doer || v.doer
}

// victimAt reads words i to j, which hold neither comma nor conjunction, as a person or a number of persons.
func (a *sentenceAnalysis) victimAt(i, j int) (victim, bool) {
	for i < j && (a.inTime(i) || a.words[i].tag == "RB" && !a.words[i].has(knownNumber)) {
		i++
	}
	if p, ok := a.boundAt(i); ok && i+len(p.words) < j {
		i += len(p.words) // "at least two others"
	}
	if i >= j || a.words[i].tag == "IN" || a.words[i].lexeme.cues&cueNegated != 0 { // "neither officer"
		return victim{}, false
	}
	v := victim{n: 1, first: i, last: j, among: a.lowAt(j-1) == "among"} // "four people, a boy among them"
	a.describe(&v, i, j)
	first := &a.words[i]
	p := a.v.person[first.low]
	low, _, n, counted := a.v.number(a.words[i:j])
	switch {
	case (first.tag == "PRP" && first.low != "her" || j == i+1 && (first.tag == "PRP" || first.tag == "PRP$")) && p != nil && p.sex != anySex:
		v.known, v.pronoun = true, true
	case counted && n > 1: // "a couple", "a dozen soldiers"
		v.n = low
		return v, i+n == j || v.another || a.persons(i+n, j)
	case first.low == "both" && j == i+1:
		v.n, v.told = 2, true
	case first.low == "the":
		if low, _, n, ok := a.v.number(a.words[i+1 : j]); ok {
			v.n = low
			return v, i+1+n == j || a.persons(i+1+n, j)
		}
		v.known = true
		for k := i; k < j; k++ {
			v.known = v.known && a.words[k].low != "'s" // "the girl's mother"
		}
		return v, a.singular(i+1, j)
	case (first.low == "a" || first.low == "an") && a.pairAt(i+1, j):
		v.n = 2
	case first.low == "a" || first.low == "an":
		return v, v.ordinal > 0 && i+2 == j || a.singular(i+1, j)
	case v.another && !counted && j == i+1:
	case first.tag == "PRP$" || first.low == "her":
		if low, _, n, counted := a.v.number(a.words[i+1 : j]); counted {
			v.n = low
			return v, a.persons(i+1+n, j)
		}
		return v, a.singular(i+1, j)
	case counted:
		v.n = low
		of := i+n < j && a.words[i+n].low == "of"
		v.bare = i+n == j || of
		if of {
			a.wholeOf(&v, i+n+1, j)
			v.bare = i+n+1 >= j || a.words[i+n+1].tag != "PRP$" // "two of his sons" are none of those told before
		}
		if v.bare && !of && first.kind == text.Number && a.afterComma(i) {
			return v, false // an age
		}
		return v, of || v.bare || v.another || a.persons(i+n, j)
	case first.is(text.Upper) && first.tag != "PRP" && a.named(&v, i, j):
	default:
		return v, a.singular(i, j) // "Man killed", "another man"
	}
	return v, true
}

// pairAt reports whether words i to j are a couple with what describes it: "married couple".
func (a *sentenceAnalysis) pairAt(i, j int) bool {
	head := a.headOf(i, j)
	return head > i && a.v.quantity[a.words[head].low].low == 2 && a.v.multiplier[a.words[head].low] == 2
}

// wholeOf enters the number of those of whom v is a part, if words i to j give it: "the
// three men", or that they are told already: "the victims".
func (a *sentenceAnalysis) wholeOf(v *victim, i, j int) {
	if i < j && a.words[i].tag == "DT" {
		i++
		v.told = i < j && a.words[i].lexeme.measure.name != ""
	}
	if low, _, n, ok := a.v.number(a.words[i:max(i, j)]); ok && a.persons(i+n, j) {
		v.whole, v.wholeAt = low, i
	}
}

// afterComma reports whether a comma or a form of "be" stands before word i, with adverbs between.
func (a *sentenceAnalysis) afterComma(i int) bool {
	for i--; i > a.first && a.words[i].tag == "RB"; i-- {
	}
	return a.lowAt(i) == "," || a.is(i, cueCountLink)
}

// describe reads age, sex, order and part in words i to j.
func (a *sentenceAnalysis) describe(v *victim, i, j int) {
	for k := i; k < j; k++ {
		w := &a.words[k]
		if p := a.v.person[w.low]; p != nil {
			if v.sex == anySex || k > i {
				v.sex = p.sex
			}
			v.doer = v.doer || p.doer
			v.another = v.another || p.another
		}
		if n := a.v.ordinal[w.low]; n > 1 {
			v.ordinal, v.another = n, true
		}
		if years, _, ok := strings.Cut(w.low, "-year-old"); ok {
			v.age, _ = strconv.ParseInt(years, 10, 64)
		}
	}
}

// singular reports whether the noun that words i to j end with, before any
// "of" or "from", is one person.
func (a *sentenceAnalysis) singular(i, j int) bool {
	head := a.headOf(i, j)
	if head < 0 {
		return false
	}
	w := &a.words[head]
	kin := a.v.person[w.low]
	return (w.tag == "NN" || w.tag == "NNP" || w.tag == "JJ" || w.tag == "CD") &&
		(w.lexeme.population.persons() || kin != nil && kin.sex != anySex || strings.HasSuffix(w.low, "-year-old"))
}

// persons reports whether the noun that words i to j end with is no thing.
func (a *sentenceAnalysis) persons(i, j int) bool {
	head := a.headOf(i, j)
	return head >= 0 && !a.words[head].lexeme.population.things && !a.words[head].lexeme.population.groups && (a.words[head].tag == "NNS" || a.words[head].lexeme.population.name != "") && a.words[head].lexeme.cues&cueUnit == 0
}

// headOf returns the last noun of words i to j before a preposition, -1 for none.
func (a *sentenceAnalysis) headOf(i, j int) int {
	head := -1
	for ; i < j && a.words[i].tag != "IN" && a.words[i].tag != "TO" && !strings.HasPrefix(a.words[i].tag, "W"); i++ {
		w := &a.words[i]
		if w.noun() || w.lexeme.population.name != "" || strings.HasSuffix(w.low, "-year-old") {
			head = i
		}
	}
	return head
}

// named reports whether words i to j begin with the name of a person, and enters it.
func (a *sentenceAnalysis) named(v *victim, i, j int) bool {
	k, words := i, 0
	title := false
	var name []string
	for ; k < j && a.words[k].is(text.Upper) && a.words[k].kind == text.Word && !a.inTime(k); k++ {
		w := &a.words[k]
		if w.mark != 0 || w.lexeme.cues&cueOrganisation != 0 || w.lexeme.population.name != "" && w.lexeme.cues&cueTitle == 0 {
			return false
		}
		if w.lexeme.cues&cueTitle != 0 {
			title = true
			continue
		}
		words++
		name = append(name, w.low)
	}
	if words == 0 || words == 1 && !title && k < j || k < j && a.words[k].low != "of" {
		return false // "Toledo man", "Ann Lee's brother"
	}
	v.name, v.known = strings.Join(name, " "), words == 1
	return true
}
