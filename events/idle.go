package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// idle reports whether a trigger without date and figure tells no happening:
// it takes up something said ("in his appeal"), says what is so ("the army
// occupies the hills"), what something is for, or what might be.
func (d *documentAnalysis) idle(a *sentenceAnalysis, t trigger, m Modality) bool {
	spoken := a.v.kinds[t.kind].Spoken
	switch tag := a.words[t.head].tag; {
	case t.kind == "anniversary":
		return true
	case t.noun && a.role == text.Heading:
		return true // "Casualties", "Massacre": the section says what it is about
	case t.noun:
		return spoken && a.definite(t) || m == Hypothetical || m == Happened && a.anyOf(t)
	case a.role == text.Title:
		return false
	case tag == "VBZ" || tag == "VBP":
		return !spoken && !d.open && m == Happened
	}
	return m == Happened && a.onlyAimedAt(t) || m == Hypothetical && a.isPurpose(t.head)
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
