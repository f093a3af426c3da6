package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// speechAtNoun reads a noun of saying with its content: "the ministry's claim
// that", "the allegation by villagers that", "repeated its claim that", "her
// pledge to", "the bank's view is that". Without an owner it is hearsay:
// "rumours that", unless who is told before says it: "said in a statement that".
func (a *sentenceAnalysis) speechAtNoun(s string, i int, before []speech) (speech, bool) {
	sp := speech{verb: -1, first: i, last: i + 1, cue: i, cueEnd: i + 1}
	clause := false
	if sp.from, sp.to, clause = a.saidByNoun(i); sp.from >= sp.to {
		return sp, false
	}
	r, ok := a.speakerOfNoun(s, i, sp.from, clause)
	switch {
	case ok:
		sp.by(r)
		sp.first, sp.last = min(sp.first, r.first), max(sp.last, r.last)
		if r.first > i && r.first < sp.from {
			sp.last = sp.from // "by the carmaker"
		}
	case clause && a.lowAt(sp.from) == "that" && !slices.ContainsFunc(before, func(o speech) bool { return o.from == sp.from }):
		sp.hearsay = true
	default:
		return sp, false
	}
	return sp, true
}

// saidByNoun returns the words that the noun of saying at i has as its content,
// none where from is to; clause is false for one that only an owner makes
// somebody's words: "her prediction of a recession", "its pledge to pay".
func (a *sentenceAnalysis) saidByNoun(i int) (from, to int, clause bool) {
	switch next := a.lowAt(i + 1); {
	case next == ":" && opensQuotation(a.lowAt(i+2)):
		return i + 2, a.last, true
	case a.is(i+1, cueAuxiliary) && (a.lowAt(i+2) == "that" || a.lowAt(i+2) == "to" && i+3 < a.last && a.words[i+3].tag == "VB"):
		return i + 2, a.last, true
	}
	for j := i + 1; j+1 < a.last && j <= i+maxBeforeSource; j++ {
		switch w := &a.words[j]; {
		case w.low == "that":
			if next := &a.words[j+1]; next.verb() || next.tag == "MD" {
				return 0, 0, false // "concerns about the outbreak that began in May"
			}
			return j, a.clauseEnd(j + 1), true
		case w.low == "to" && a.words[j+1].tag == "VB":
			return j, a.phraseEnd(j + 1), false
		case w.verb() || w.tag == "MD" || w.low == ",":
			j = a.last
		}
	}
	if a.lowAt(i+1) == "of" {
		return i + 1, a.phraseEnd(i + 2), false
	}
	return 0, 0, false
}

// phraseEnd returns where the phrase that begins at word i ends: at punctuation or a finite verb.
func (a *sentenceAnalysis) phraseEnd(i int) int {
	for ; i < a.last; i++ {
		switch w := &a.words[i]; {
		case w.kind == text.Punct && w.low != "'s" && w.low != "$" && w.low != "%" || w.finite():
			return i
		}
	}
	return i
}

// speakerOfNoun finds whose the noun of saying at i is: a possessive, "by" or
// "from", before a clause "of" as well, or the subject of a verb that utters it.
func (a *sentenceAnalysis) speakerOfNoun(s string, i, from int, clause bool) (actorRef, bool) {
	switch low := a.lowAt(i + 1); {
	case i+1 >= from:
	case low == "by" || low == "from" || low == "among" || low == "of" && clause:
		return a.nounPhrase(s, i+2, from)
	}
	for j := i - 1; j >= a.first && j >= i-3; j-- {
		w := &a.words[j]
		switch {
		case w.tag == "POS" || w.low == "'s" || w.low == "'" && j > a.first && a.words[j-1].noun():
			return a.nounPhrase(s, a.ownerStart(j), j)
		case w.tag == "PRP$" && (j == a.first || !a.words[j-1].verb()):
			return a.pronounAt(s, j), true
		case w.verb() && (w.lexeme.cues&cueUtter != 0 || j+1 < i && a.words[j+1].tag == "PRP$"):
			return a.subjectOf(s, j)
		}
	}
	return actorRef{}, false
}

// ownerStart returns where the name begins whose possessive is at word j.
func (a *sentenceAnalysis) ownerStart(j int) int {
	for j > a.first && (a.words[j-1].noun() || strings.HasPrefix(a.words[j-1].tag, "JJ")) && !a.inTime(j-1) {
		j--
	}
	return j
}
