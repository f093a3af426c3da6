package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// idle reports whether a trigger without date and figure tells no happening:
// it takes up something said ("in his appeal"), says what is so ("the army
// occupies the hills"), what something is for, or what might be.
func (d *documentAnalysis) idle(a *sentenceAnalysis, t trigger, m Modality) bool {
	spoken := a.v.kinds[t.kind].Spoken
	switch tag := a.words[t.head].tag; {
	case t.kind == "anniversary", a.muses && a.onlyMused(t):
		return true
	case t.noun && a.role == text.Heading:
		return true // "Casualties", "Massacre": the section says what it is about
	case t.noun && (a.onlyFrames(t) || a.onlyNamesWhose(t)):
		return true
	case t.noun:
		return spoken && a.definite(t) || m == Hypothetical || m == Happened && a.anyOf(t)
	case a.role == text.Title:
		return false
	case tag == "VBN" && m == Happened && !spoken && !d.open && a.harms(t.kind) && a.hasAux(t.head, formIs) && !a.hasAux(t.head, formWas|formHas|formHad):
		return true // "the district is still occupied"
	case tag == "VBN" && m == Happened && a.v.kinds[t.kind].Class == "territory" && a.clauses[t.clause].verb != t.head && a.describesNoun(t.head):
		return true
	case tag == "VBZ" || tag == "VBP":
		return !spoken && !a.open && m == Happened
	}
	return m == Happened && a.onlyAimedAt(t) || m == Hypothetical && a.isPurpose(t.head)
}

// onlyFrames reports whether a known happening only says when another one was:
// "during the recent operations, rockets were fired".
func (a *sentenceAnalysis) onlyFrames(t trigger) bool {
	return a.v.kinds[t.kind].Class == "violence" && a.definite(t) && a.orderBefore(t.first) == "during" && slices.ContainsFunc(a.triggers, func(o trigger) bool { return o.head != t.head && o.clause == t.clause && o.kind != "other" })
}

// onlyNamesWhose reports whether a known happening only says whose somebody or
// something is: "veterans of the battle", "the memory of the massacre".
func (a *sentenceAnalysis) onlyNamesWhose(t trigger) bool {
	if a.v.kinds[t.kind].Class != "violence" || !a.definite(t) {
		return false
	}
	for i := t.first - 1; i > a.first && i >= t.first-4; i-- {
		if a.lowAt(i) == "of" {
			return a.isCast(i-1, a.v.relic)
		}
	}
	return false
}

// describesNoun reports whether the participle at i only describes the noun
// before it: "the houses occupied by the army".
func (a *sentenceAnalysis) describesNoun(i int) bool {
	return i > a.first && a.words[i-1].noun() && a.words[min(i+1, a.last-1)].tag == "IN" && !a.hasAux(i, formIs|formWas|formBeen|formBeing|formHas|formHad)
}

// anyOf reports whether a noun means any of its sort: "any breach of the truce".
func (a *sentenceAnalysis) anyOf(t trigger) bool {
	for i := t.first - 1; i >= a.first && i >= t.first-3; i-- {
		if a.is(i, cueGeneric) {
			return true
		}
		if !strings.HasPrefix(a.words[i].tag, "JJ") {
			return false
		}
	}
	return false
}
