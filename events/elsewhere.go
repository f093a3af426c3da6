package events

import "strings"

// Places that stand in the clause of a happening, or beside it, and are of
// something else: of who acts, of another happening, of an aside.

// actsItself reports whether a name stands for those who rule there: "Ruritaville
// attacked the convoy", "a truce that Ruritaville helped to arrange". A town
// that falls or burns has no object behind its verb.
func (a *sentenceAnalysis) actsItself(t trigger, p placeRef) bool {
	if p.prep != "" {
		return false
	}
	i := p.last
	for i < a.last && (a.words[i].tag == "RB" || a.words[i].tag == "MD" || a.is(i, cueAuxiliary)) {
		i++
	}
	if !a.holds(i) || !a.words[i].verb() || a.suffers(i) || a.isCast(i, a.v.undergo) || !t.noun && p.last > t.first {
		return false
	}
	if i != t.head && (a.words[i].tag == "VBN" || a.words[i].tag == "VBG" || t.of.Class == "politics") {
		return false // what a government votes or declares is of its own country
	}
	if i++; i == t.head+1 {
		i = t.last
	}
	if !a.holds(i) || a.inTime(i) {
		return false
	}
	next := &a.words[i]
	return next.noun() || next.tag == "DT" || next.tag == "CD" || next.tag == "TO" || strings.HasPrefix(next.tag, "PRP") || strings.HasPrefix(next.tag, "JJ")
}

// undergoes reports whether p is the subject of a verb that says of a place what
// is there: "Ruritania has 40 cases of the disease", "Ruritania saw floods".
func (a *sentenceAnalysis) undergoes(t trigger, p placeRef) bool {
	if !p.mayMove || p.prep != "" || t.of.Class != "disaster" || p.last > t.first || a.lowAt(p.last) == "'s" {
		return false
	}
	i := p.last
	for i < t.first && (a.words[i].tag == "RB" || a.is(i, cueAuxiliary) && a.words[i+1].verb()) {
		i++
	}
	return a.isCast(i, a.v.undergo) && clauseOf(a.clauses, p.first) == t.clause
}

// wherePlace reports whether t stands in what "where" says of p: "the valley of
// Ruritania, where raids began".
func (a *sentenceAnalysis) wherePlace(t trigger, p placeRef) bool {
	i := p.last
	if a.lowAt(i) == "," {
		i++
	}
	return t.first > i && a.holds(i) && a.words[i].lexeme.link.relation == "where"
}

// struckByOther reports whether p is what another happening of the sentence
// struck or took, so that t was not there for that: "after the capture of
// Ruritaville, a truce was signed", "approved plans to take Ruritaville". What has
// no kind of its own may be part of it: "won a victory by taking Ruritaville".
func (a *sentenceAnalysis) struckByOther(t trigger, p placeRef) bool {
	if c := t.of.Class; c == "other" || isGrave(t.of.Class) {
		return false
	}
	for _, u := range a.triggers {
		if u.head != t.head && a.isStruck(u, p) {
			return true
		}
	}
	return false
}

// ofCause reports whether p is where something was done that t, an arrest or
// another act of justice, is for: "was arrested in Genova over a robbery in Sylva".
func (a *sentenceAnalysis) ofCause(t trigger, p placeRef) bool {
	if t.of.Class != "justice" || p.first < t.last {
		return false
	}
	for _, u := range a.triggers {
		if u.noun && u.head != t.head && u.first >= t.last && u.last < p.first && a.is(u.last, cueSpot) && a.leads(u.last, p) {
			return true
		}
	}
	return false
}

// inAside reports whether p stands in brackets that t does not stand in:
// "near Ruritaville (on the road from Genova)".
func (a *sentenceAnalysis) inAside(t trigger, p placeRef) bool {
	if p.prep == "in" || p.prep == "at" || p.prep == "near" {
		return false // "in Ruritania (in the districts of Genova and Sylva)"
	}
	for i := p.first - 1; i > a.first && i > p.first-bracketReach; i-- {
		switch a.words[i].low {
		case ")":
			return false
		case "(":
			return t.head < i || t.head > p.last
		}
	}
	return false
}

// bracketReach is how many words before a place the bracket may open that it stands in.
const bracketReach = 12
