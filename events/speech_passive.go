package events

import (
	"github.com/dateline-project/dateline/events/text"
)

// passiveSpeech reads the participle of saying at i with its auxiliary: "was
// quoted by Y as saying", "is expected to", "it was argued by Y that", "that it
// had fired was confirmed by Y".
func (a *sentenceAnalysis) passiveSpeech(s string, i int) []speech {
	by, after := actorRef{}, i+1
	if a.lowAt(after) == "by" {
		if r, ok := a.nounPhrase(s, after+1, a.last); ok {
			by, after = r, r.last
		}
	}
	if after < a.last && a.words[after].tag == "RB" {
		after++ // "is expected permanently to"
	}
	if sp, ok := a.quotedAs(s, i, by); ok {
		return sp
	}
	k := a.words[i].lexeme.cues
	if k&(cueSpeech|cueSpeechThat|cueSpeechClause|cueSpeechTo) == 0 {
		return nil
	}
	sp := speech{verb: i, first: i, last: i + 1, cue: i, cueEnd: i + 1, to: a.last}
	if by.last > 0 {
		sp.by(by)
		sp.last = by.last
	}
	sp.hearsay = by.last == 0
	switch {
	case a.thatFollows(i):
		sp.from = a.thatAfter(i)
	case a.lowAt(after) == "to" && after+1 < a.last && a.words[after+1].tag == "VB":
		// what is said of the subject stands on both sides
		if sp.from = a.passiveSubject(i); sp.from < 0 {
			sp.from = after // "the well that is expected to": what it is said of stands before its clause
		}
		sp.to = a.clauseEnd(sp.from)
		if sp.to <= after {
			sp.to = a.last
		}
	case by.last > 0 && a.lowAt(after) == "as" && a.passiveSubject(i) >= 0:
		sp.from, sp.first = a.passiveSubject(i), a.auxiliaryStart(i) // "was described by the mayor as a joke"
		sp.to = a.phraseEnd(after)
		if a.quotes(after+1) || a.quotes(after+2) {
			sp.to = a.last
		}
	case by.last > 0 && a.auxiliaryStart(i) > a.first:
		sp.from, sp.to, sp.tail = a.first, a.auxiliaryStart(i), true
	default:
		return nil
	}
	return []speech{sp}
}

// quotedAs reads "X was quoted (by Y) as saying" at the participle i. Y, who
// may also stand behind "saying", is who tells that X said it.
func (a *sentenceAnalysis) quotedAs(s string, i int, by actorRef) ([]speech, bool) {
	saying := a.asSaying(i)
	if saying < 0 {
		return nil, false
	}
	subject, ok := a.subjectOf(s, i)
	if !ok {
		return nil, true
	}
	sp := speech{verb: i, first: subject.first, last: saying + 1, cue: i, cueEnd: i + 1, from: saying + 1, to: a.last}
	sp.by(subject)
	if before := a.lowAt(subject.first - 1 - boolInt(a.is(subject.first-1, cueDeterminer))); closes(before) || before == "," {
		sp.from, sp.to, sp.tail = a.first, subject.first, true // "“There is no plan,” the minister was quoted as saying"
	}
	if by.last == 0 {
		return []speech{sp}, true
	}
	outer := sp
	outer.by(by)
	return []speech{outer, sp}, true
}

// asSaying returns where "saying" stands of "as saying" behind the verb at i, -1 for nowhere.
func (a *sentenceAnalysis) asSaying(i int) int {
	for j := i + 1; j+1 < a.last && j <= i+9; j++ {
		if w := &a.words[j+1]; a.words[j].low == "as" && w.tag == "VBG" && w.lexeme.cues&cueSpeech != 0 {
			return j + 1
		}
	}
	return -1
}

// quotesAsSaying reads "Y quoted X as saying" at the verb of sp, whose speaker
// is Y: what X says is what Y tells.
func (a *sentenceAnalysis) quotesAsSaying(s string, sp speech) (inner speech, ok bool) {
	saying := a.asSaying(sp.verb)
	if saying < 0 {
		return inner, false
	}
	x, ok := a.nounPhrase(s, sp.verb+1, saying)
	inner = sp
	inner.by(x)
	inner.negated = false
	if !sp.tail {
		inner.from = saying + 1
	}
	return inner, ok
}

// auxiliaryStart returns where the auxiliaries and adverbs begin that lead to the verb at i.
func (a *sentenceAnalysis) auxiliaryStart(i int) int {
	for i > a.first && (a.words[i-1].lexeme.cues&cueAuxiliary != 0 || a.words[i-1].tag == "RB" || a.words[i-1].tag == "MD") {
		i--
	}
	return i
}

// passiveSubject returns where the subject of the passive verb at i begins in its
// clause, -1 where there is none.
func (a *sentenceAnalysis) passiveSubject(i int) int {
	c := a.clauses[clauseOf(a.clauses, i)]
	first, end := c.first, a.auxiliaryStart(i)
	for first < end && (a.words[first].kind == text.Punct || a.words[first].lexeme.link.relation != "" && first == c.first) {
		first++
	}
	if first >= end {
		return -1
	}
	return first
}

// hearsay reads an adverb by which nobody says who says it: "reportedly".
func (a *sentenceAnalysis) hearsay(i int) speech {
	c := a.clauses[clauseOf(a.clauses, i)]
	return speech{verb: -1, first: i, last: i + 1, cue: i, cueEnd: i + 1, from: c.first, to: a.clauseEnd(max(c.first, i)), hearsay: true}
}
