package events

import (
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// victim is a person whom a sentence tells killed or hurt, or several counted
// together. Harm is "killed", "injured" or, of who was shot and may have died, "casualties".
type victim struct {
	harm        string
	n           int64
	name        string // in lower case, without title; "" if none is given
	age         int64  // 0 if none is given
	sex         sex
	ordinal     int64 // 3 of "a third man", else 0
	first, last int   // words, half open
	known       bool  // "he", "the driver": somebody already told, if anybody is
	pronoun     bool  // "he"
	another     bool  // "another man", "two others": nobody already told
	bare        bool  // a number alone: "one fatally", which may be part of one before
	doer        bool  // who did the harm: "the gunman"
	active      bool  // the verb has who did it as its subject: "killing three"
}

type sex uint8

const (
	anySex sex = iota
	male
	female
)

// personWord is what a noun or pronoun says of a person.
type personWord struct {
	sex                      sex
	doer, another, reflexive bool
}

// oldest is the age over which a number after a name is none.
const oldest = 110

// victims returns whom the sentence tells killed or hurt, in order of the words of harm.
func (a *sentenceAnalysis) victims() []victim {
	var out []victim
	for _, m := range a.harmWords() {
		var found []victim
		self := a.v.person[a.lowAt(m.last)]
		reflexive := self != nil && self.reflexive
		if m.before || reflexive {
			found = a.sufferersOf(m)
		}
		switch {
		case len(found) > 0:
		case reflexive:
			found = []victim{{n: 1, sex: self.sex, known: true, doer: true, first: m.last, last: m.last + 1}}
		case m.after:
			found = a.sufferersAfter(m.last)
			for i := range found {
				found[i].active = true
			}
		}
		for _, v := range found {
			v.harm = m.measure
			out = appendVictim(out, v)
		}
	}
	return a.byOwnHand(out)
}

// sufferersOf returns who suffers what the words of harm m tell of their subject.
func (a *sentenceAnalysis) sufferersOf(m measured) []victim {
	if found := a.sufferersBefore(m.at); len(found) > 0 {
		return found
	}
	if m.last-m.at > 1 && a.words[m.at].tag == "IN" { // "another man went to a hospital with a wound"
		for i := m.at - 1; i > a.first && m.at-i < 10; i-- {
			if a.words[i].verb() {
				return a.sufferersBefore(i)
			}
		}
	}
	if m.measure == "killed" && a.lowAt(m.at-1) == "found" && a.lowAt(m.at-2) == "was" { // a subject too long to be read
		return []victim{{n: 1, known: true, first: m.at, last: m.last}}
	}
	return nil
}

// byOwnHand adds to out who is told in so many words to have killed himself:
// "before turning the gun on himself".
func (a *sentenceAnalysis) byOwnHand(out []victim) []victim {
	for i := a.first; i < a.last; i++ {
		for _, p := range a.v.ownHand {
			if n := len(p.words); a.opensWith(i, p.words) {
				last := a.v.person[a.words[i+n-1].low]
				v := victim{harm: "killed", n: 1, known: true, doer: true, first: i, last: i + n}
				if last != nil {
					v.sex = last.sex
				}
				out = append(out, v)
				i += n - 1
				break
			}
		}
	}
	return out
}

// appendVictim adds v, or where the same words are there already the graver harm of the two.
func appendVictim(out []victim, v victim) []victim {
	for i := range out {
		if o := &out[i]; o.first == v.first {
			if graver(v.harm, o.harm) {
				o.harm = v.harm
			}
			return out
		}
	}
	return append(out, v)
}

// graver reports whether harm x says more than y: of the shot some are dead and the others hurt.
func graver(x, y string) bool {
	rank := map[string]int{"casualties": 1, "injured": 2, "killed": 3}
	return rank[x] > rank[y]
}

// harmWords returns the counting words of the sentence that tell of killed and hurt
// persons, and the verbs that do so where somebody shoots: "was hit in the leg".
func (a *sentenceAnalysis) harmWords() []measured {
	var out []measured
	for _, m := range a.measures() {
		if !m.noun && !a.countsTotal(m) && (m.measure == "killed" || m.measure == "injured" || m.measure == "casualties") {
			if w := &a.words[m.at]; m.after && w.tag == "VBD" && a.noObject(m.last) {
				m.before = true // "his brother wounded"
			}
			out = append(out, m)
		}
	}
	for i := a.first; i < a.last; i++ {
		if tag := a.words[i].tag; a.v.hits[a.words[i].low] && (tag == "VBN" || tag == "VBD") && (a.passive(i) || a.noObject(i+1)) && a.lowAt(i+1) != "by" {
			out = append(out, measured{at: i, last: i + 1, measure: "casualties", before: true})
		}
	}
	return out
}

// countsTotal reports whether m counts a running total: "bringing to 21 the number of people killed".
func (a *sentenceAnalysis) countsTotal(m measured) bool {
	for n := range a.tallied {
		if a.tallied[n].by.at == m.at && a.totalCue(n) {
			return true
		}
	}
	return false
}

// noObject reports whether no object follows a verb that ends before word i.
func (a *sentenceAnalysis) noObject(i int) bool {
	return i >= a.last || a.inTime(i) || !objectFollows(a.words[i])
}

// sufferersBefore returns whom a word of harm at word at has as its subject.
func (a *sentenceAnalysis) sufferersBefore(at int) []victim {
	e := at
	for e > a.first {
		w := &a.words[e-1]
		switch {
		case w.lexeme.cues&cueNegated != 0 || w.tag == "MD":
			return nil
		case w.lexeme.cues&cueCountLink != 0 || w.tag == "RB" || w.low == "then":
			e--
			continue
		case w.low == "and" && e-2 > a.first && a.words[e-2].verb() && (a.words[e-3].lexeme.cues&cueCountLink != 0 || a.words[e-3].tag == "RB"):
			e -= 2 // "was robbed and shot"
			continue
		}
		break
	}
	s := e
	for s > a.first && e-s < 40 {
		w := &a.words[s-1]
		if w.lexeme.cues&cuePart != 0 {
			if e = s - 1; a.lowAt(e-1) == "," {
				e--
			}
			s = e
			continue
		}
		if w.verb() && w.lexeme.cues&cueNumbered == 0 || w.tag == "MD" || breaksList(w) {
			break
		}
		s--
	}
	if found := a.victimsIn(s, e); len(found) > 0 {
		return found
	}
	for i := s - 1; i > a.first && s-i < 15; i-- { // "a third man, who is 19, was wounded"
		if strings.HasPrefix(a.words[i].tag, "W") {
			return a.sufferersBefore(i)
		}
	}
	return nil
}

// sufferersAfter returns whom a verb of harm that ends before word i has as its object.
func (a *sentenceAnalysis) sufferersAfter(i int) []victim {
	for i < a.last && (a.words[i].tag == "RB" || a.words[i].low == "dead") {
		i++
	}
	j := i
	for ; j < a.last && j-i < 30; j++ {
		w := &a.words[j]
		if w.verb() || w.tag == "MD" || w.tag == "TO" || w.tag == "IN" && w.low != "of" || breaksList(w) || a.inTime(j) || a.is(j, cuePart) {
			break
		}
	}
	return a.victimsIn(i, j)
}

// breaksList reports whether no list of persons goes on over w.
func breaksList(w *word) bool {
	switch w.low {
	case ";", ":", "(", ")", "—", "–", "\"", "“", "”":
		return true
	}
	if r := w.lexeme.link.relation; r != "" && r != "and" {
		return true
	}
	return strings.HasPrefix(w.tag, "W")
}

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
	if i >= j || a.words[i].tag == "IN" {
		return victim{}, false
	}
	v := victim{n: 1, first: i, last: j}
	a.describe(&v, i, j)
	first := &a.words[i]
	p := a.v.person[first.low]
	low, _, n, counted := a.v.number(a.words[i:j])
	switch {
	case first.tag == "PRP" && p != nil && p.sex != anySex:
		v.known, v.pronoun = true, true
	case first.low == "the":
		v.known = true
		for k := i; k < j; k++ {
			v.known = v.known && a.words[k].low != "'s" // "the girl's mother"
		}
		return v, a.singular(i+1, j)
	case first.low == "a" || first.low == "an":
		return v, v.ordinal > 0 && i+2 == j || a.singular(i+1, j)
	case v.another && !counted && j == i+1:
	case first.tag == "PRP$":
		if low, _, n, counted := a.v.number(a.words[i+1 : j]); counted {
			v.n = low
			return v, a.persons(i+1+n, j)
		}
		return v, a.singular(i+1, j)
	case counted:
		v.n = low
		of := i+n < j && a.words[i+n].low == "of"
		v.bare = i+n == j || of
		if v.bare && !of && first.kind == text.Number && a.afterComma(i) {
			return v, false // an age
		}
		return v, v.bare || v.another || a.persons(i+n, j)
	case first.is(text.Upper) && a.named(&v, i, j):
	default:
		return v, a.singular(i, j) // "Man killed", "another man"
	}
	return v, true
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
	return head >= 0 && (a.words[head].tag == "NN" || a.words[head].tag == "NNP" || a.words[head].tag == "JJ" || a.words[head].tag == "CD") &&
		(a.words[head].lexeme.population.name != "" && !a.words[head].lexeme.population.things || strings.HasSuffix(a.words[head].low, "-year-old"))
}

// persons reports whether the noun that words i to j end with is no thing.
func (a *sentenceAnalysis) persons(i, j int) bool {
	head := a.headOf(i, j)
	return head >= 0 && !a.words[head].lexeme.population.things && (a.words[head].tag == "NNS" || a.words[head].lexeme.population.name != "") && a.words[head].lexeme.cues&cueUnit == 0
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
