package events

import (
	"slices"
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
	whole       int64 // 3 of "two of the three men", else 0
	wholeAt     int   // the word of that number
	known       bool  // "he", "the driver": somebody already told, if anybody is
	pronoun     bool  // "he"
	another     bool  // "another man", "two others": nobody already told
	bare        bool  // a number alone: "one fatally", which may be part of one before
	doer        bool  // who did the harm: "the gunman"
	active      bool  // the verb has who did it as its subject: "killing three"
	among       bool  // one of those whose number stands before: "six people, five women and a man"
	told        bool  // of those told already: "two of the victims"
	died        bool  // "has died", not "was killed"
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

// victims returns whom the sentence tells killed or hurt, in order of the words of harm.
func (a *sentenceAnalysis) victims() []victim {
	var out []victim
	for _, m := range a.harmWords() {
		for _, v := range a.harmedBy(m) {
			out = appendVictim(out, v)
		}
	}
	return a.byOwnHand(out)
}

// harmedBy returns whom the word of harm m tells killed or hurt.
func (a *sentenceAnalysis) harmedBy(m measured) []victim {
	var found []victim
	self := a.v.person[a.lowAt(m.last)]
	reflexive := self != nil && self.reflexive
	listed := reflexive && a.listed(m.last+1, m.last+2) // "killing himself and three others"
	if m.before || reflexive && !listed {
		found = a.sufferersOf(m)
		for i := range found {
			found[i].doer = found[i].doer || reflexive // "before he killed himself"
		}
	}
	switch {
	case len(found) > 0:
	case reflexive && !listed:
		found = []victim{{n: 1, sex: self.sex, known: true, doer: true, first: m.last, last: m.last + 1}}
	case m.after:
		found = a.sufferersAfter(m.last)
		for i := range found {
			found[i].active = true
			found[i].doer = found[i].doer || listed && found[i].first == m.last
		}
	}
	if partsOfFirst(found) {
		for i := range found[1:] {
			found[1+i].among = true
		}
	}
	if a.words[m.at].tag == "RB" && len(found) > 1 {
		found = found[len(found)-1:] // "two men were shot, one fatally"
	}
	for i := range found {
		v := &found[i]
		v.harm, v.died = m.measure, a.is(m.at, cueIntransitive)
		v.doer = v.doer || v.known && m.before && a.byPolice(m.last)
		if v.whole > 0 && v.last == m.at { // "two of the three people shot": who were shot is the whole
			v.n, v.first, v.bare = v.whole, v.wholeAt, false
		}
	}
	return found
}

// byPolice reports whether "by" and police stand at word i: whom they shoot in a story of
// a shooting is most often who did it, "He was killed by officers".
func (a *sentenceAnalysis) byPolice(i int) bool {
	for j := i + 1; a.lowAt(i) == "by" && j < a.last && j-i < 5 && (a.words[j].noun() || a.words[j].tag == "DT" || a.words[j].tag == "CD"); j++ {
		if p := a.words[j].lexeme.population.name; p == "police" || p == "officers" {
			return true
		}
	}
	return false
}

// sufferersOf returns who suffers what the words of harm m tell of their subject.
func (a *sentenceAnalysis) sufferersOf(m measured) []victim {
	if found := a.sufferersBefore(m.at); len(found) > 0 {
		return found
	}
	if tag := a.words[m.at].tag; m.last-m.at > 1 && (tag == "IN" || tag == "TO") { // "another man went to a hospital with a wound"
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
		n := a.phraseAt(i, a.v.ownHand)
		if n == 0 {
			continue
		}
		v := victim{harm: "killed", n: 1, known: true, doer: true, first: i, last: i + n}
		if last := a.v.person[a.words[i+n-1].low]; last != nil {
			v.sex = last.sex
		}
		out = append(out, v)
		i += n - 1
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
	return x != y && (x == "killed" || x == "injured" && y == "casualties")
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
		if n := a.phraseAt(i, a.v.deathsOf); n > 0 {
			out = append(out, measured{at: i, last: i + n, measure: "killed", after: true})
		}
		if a.v.bodies[a.words[i].low] && a.lowAt(i-1) == "whose" && a.comesToLight(i) {
			out = append(out, measured{at: i - 1, last: i, measure: "killed", before: true})
		}
		if a.v.toDeath[a.words[i].low] && a.words[i].verb() && !a.passive(i) && a.endsInDeath(i+1) {
			out = append(out, measured{at: i, last: i + 1, measure: "killed", after: true})
		}
	}
	return out
}

// endsInDeath reports whether the object that begins at word i is followed by "to
// death": "stabbed his roommate to death".
func (a *sentenceAnalysis) endsInDeath(i int) bool {
	for j := i; j < a.last && j-i < 12; j++ {
		if a.words[j].low == "to" && a.lowAt(j+1) == "death" {
			return j > i
		}
		if a.words[j].finite() {
			return false
		}
	}
	return false
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
	e = a.beforeDashes(e)
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
		if w.low == "of" && a.tagAt(s-2) == "NNS" && a.lowAt(s-3) == "the" {
			break // "the names of two people"
		}
		if w.verb() && w.lexeme.cues&cueNumbered == 0 && !a.attributive(s-1) || w.tag == "MD" || a.breaksList(s-1) || a.harmsBefore(s-1) {
			break
		}
		s--
	}
	if found := a.victimsIn(s, e); len(found) > 0 {
		return found
	}
	for i := s - 1; i > a.first && s-i < 15; i-- {
		switch w := &a.words[i]; {
		case strings.HasPrefix(w.tag, "W"), // "a third man, who is 19, was wounded"
			i == s-1 && s < e && (a.words[s].tag == "IN" || a.inTime(s)) && w.verb() && a.words[i-1].noun() && w.lexeme.past: // "two of the people shot on Friday have died"
			return a.sufferersBefore(i)
		}
	}
	return nil
}

// longestAside is how many words may stand between two dashes.
const longestAside = 30

// beforeDashes returns where the aside between dashes begins that ends before word
// e, so that "three clerks – two women and a man – were killed" are three; e if there is none.
func (a *sentenceAnalysis) beforeDashes(e int) int {
	if e-1 <= a.first || !a.dash(e-1) {
		return e
	}
	i := e - 2
	for a.dash(i) {
		i-- // the other hyphen of the dash that closes
	}
	for ; i > a.first && e-i < longestAside; i-- {
		if a.dash(i) && !a.dash(i-1) {
			return i
		}
	}
	return e
}

// sufferersAfter returns whom a verb of harm that ends before word i has as its object.
func (a *sentenceAnalysis) sufferersAfter(i int) []victim {
	for i < a.last && (a.words[i].tag == "RB" || a.words[i].low == "dead") {
		i++
	}
	j, part := i, 0 // part: where the last of the list begins, with what joins it
	for ; j < a.last && j-i < 30; j++ {
		w := &a.words[j]
		if p, ok := a.boundAt(j); ok {
			j += len(p.words) - 1 // "at least two others"
			continue
		}
		if w.tag == "VBD" || w.tag == "VBN" && w.lexeme.cues&cueIntransitive != 0 || w.tag == "VBZ" || w.tag == "VBP" || w.tag == "MD" {
			if part > i {
				j = part // "killing two, and a third fled": who follows is its subject
			}
			break
		}
		if w.verb() && !a.attributive(j) || w.tag == "TO" || w.tag == "IN" && w.low != "of" || a.breaksList(j) || a.inTime(j) && !strings.HasSuffix(w.low, "-old") || a.is(j, cuePart) || a.saysAt(j) {
			break
		}
		if w.low == "," || w.tag == "CC" {
			part = j
		}
	}
	return a.victimsIn(i, j)
}

// attributive reports whether the participle at i stands within a noun phrase: "an armed man".
func (a *sentenceAnalysis) attributive(i int) bool {
	if tag := a.words[i].tag; tag != "VBN" && tag != "VBG" || i <= a.first || i+1 >= a.last {
		return false
	}
	before, after := &a.words[i-1], &a.words[i+1]
	return (before.tag == "DT" || before.tag == "PRP$" || before.tag == "CD" || strings.HasPrefix(before.tag, "JJ")) && (after.noun() || strings.HasPrefix(after.tag, "JJ"))
}

// saysAt reports whether the words of an act of saying begin at word i: "killing two, the police said".
func (a *sentenceAnalysis) saysAt(i int) bool {
	return slices.ContainsFunc(a.acts, func(sp speech) bool { return sp.first == i && sp.tail })
}

// harmsBefore reports whether the word at i says what befell those before it, with
// somebody else behind: "two people dead and a third injured".
func (a *sentenceAnalysis) harmsBefore(i int) bool {
	w := &a.words[i]
	return !w.noun() && (w.lexeme.measure.name == "killed" || w.lexeme.measure.name == "injured") && (a.lowAt(i+1) == "," || a.tagAt(i+1) == "CC")
}

// dash reports whether word i is a dash, or one of the hyphens that stand for one: "GARY, Ind. -- Two men".
func (a *sentenceAnalysis) dash(i int) bool {
	switch a.lowAt(i) {
	case "–", "—":
		return true
	case "-":
		return a.words[i].is(text.Space) || a.lowAt(i-1) == "-"
	}
	return false
}

// breaksList reports whether no list of persons goes on over word i.
func (a *sentenceAnalysis) breaksList(i int) bool {
	w := &a.words[i]
	switch w.low {
	case ";", ":", "(", ")", "\"", "“", "”":
		return true
	}
	if r := w.lexeme.link.relation; r != "" && r != "and" {
		return true
	}
	return strings.HasPrefix(w.tag, "W") || a.dash(i)
}
