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
	spoken := t.of.Spoken
	switch tag := a.words[t.head].tag; {
	case t.kind == "anniversary":
		return true
	case t.noun && a.role == text.Heading:
		return true // "Casualties", "Massacre": the section says what it is about
	case t.noun && (a.onlyFrames(t) || a.onlyNamesWhose(t)):
		return true
	case t.noun || (tag == "VBG" || tag == "NN") && a.lowAt(t.head+1) == "of":
		return spoken && a.definite(t) || m == Hypothetical || m == Happened && a.anyOf(t)
	case a.role == text.Title:
		return false
	case tag == "VBN" && m == Happened && !spoken && !a.open && isGrave(t.of.Class) && a.hasAux(t.head, formIs) && !a.hasAux(t.head, formWas|formHas|formHad):
		return true // "the district is still occupied"
	case tag == "VBN" && m == Happened && a.backgrounds(t.kind) && (a.clauses[t.clause].verb != t.head || t.clause > 0 && a.clauses[t.clause].link == "" && a.lowAt(t.head+1) == "by") && a.describesNoun(t.head):
		return true // "the houses occupied by the army", "the plight of settlements destroyed by the enemy"
	case spoken && (tag == "VBP" || tag == "VBZ") && a.relative(t.head) && a.relativeBy(t.head, "WDT"):
		return true // "resolutions which call on the army to withdraw": what a document says at any time
	case tag == "VBZ" || tag == "VBP":
		return !spoken && !d.open && m == Happened
	}
	return m == Happened && a.onlyAimedAt(t) || m == Hypothetical && a.isPurpose(t.head)
}

// onlyFrames reports whether a known happening only says when another one was:
// "during the recent operations, rockets were fired".
func (a *sentenceAnalysis) onlyFrames(t trigger) bool {
	return t.of.Class == "violence" && a.definite(t) && a.orderBefore(t.first) == "during" && slices.ContainsFunc(a.triggers, func(o trigger) bool { return o.head != t.head && o.clause == t.clause && o.kind != "other" })
}

// backgrounds reports whether a kind is one that people and things are often known
// by, long after it happened: taken, destroyed, displaced.
func (a *sentenceAnalysis) backgrounds(kind string) bool {
	switch a.v.kinds[kind].Class {
	case "territory", "harm":
		return true
	}
	return false
}

// onlyNamesWhose reports whether a known happening only says whose somebody or
// something is: "veterans of the battle", "the memory of the massacre".
func (a *sentenceAnalysis) onlyNamesWhose(t trigger) bool {
	if t.of.Class != "violence" || !a.definite(t) {
		return false
	}
	for i := t.first - 1; i > a.first && i >= t.first-4; i-- {
		if a.lowAt(i) == "of" {
			return a.isCast(i-1, a.v.relic)
		}
	}
	return false
}

// relativeBy reports whether the relative clause of the verb at i opens with a
// pronoun of this tag: WDT for "which", WP for "who".
func (a *sentenceAnalysis) relativeBy(i int, tag string) bool {
	for i--; i >= a.first && !strings.HasPrefix(a.words[i].tag, "W"); i-- {
	}
	return i >= a.first && a.words[i].tag == tag
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
