package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// asAfter returns where "as" stands that says what the object of the verb at i
// is: "slammed the ruling as", -1 for nowhere.
func (a *sentenceAnalysis) asAfter(i int) int {
	for j := i + 1; j < a.last && j < i+clauseReach; j++ {
		switch w := &a.words[j]; {
		case w.low == "as" && j > i+1:
			return j
		case w.kind == text.Punct && w.low != "'s" || w.finite() || w.low == "that":
			return -1
		}
	}
	return -1
}

// orSo reports whether "so" stands before the subject of the verb at i, for what
// was said before: "prices will fall, or so the ministry hopes".
func (a *sentenceAnalysis) orSo(i int) bool {
	for j := i - 1; j > a.first && j >= i-maxBeforeSource; j-- {
		switch w := &a.words[j]; {
		case w.low == "so":
			return a.lowAt(j-1) == "or" || a.lowAt(j-1) == ","
		case w.verb() && !w.noun() || w.kind == text.Punct && w.low != "'s":
			return false
		}
	}
	return false
}

// documentShows reports whether the verb at i has a document for its subject
// and says what somebody does or did: "polls show her leading", "the video shows soldiers beating a man".
func (a *sentenceAnalysis) documentShows(i int) bool {
	c := a.clauses[clauseOf(a.clauses, i)]
	if !slices.ContainsFunc(a.words[c.first:i], func(w word) bool { return w.form(formDocument) && w.noun() }) {
		return false
	}
	for j := i + 1; j < a.last && j < i+clauseReach; j++ {
		switch w := &a.words[j]; {
		case w.tag == "VBG":
			return j > i+1
		case a.inTime(j) || w.low == "'s":
		case w.verb(), w.kind == text.Punct, w.tag == "MD", w.tag == "IN" && w.low != "of", strings.HasPrefix(w.tag, "W"):
			return false
		}
	}
	return false
}

// onlyPosted reports whether the participle at i tells what was done with a
// document, and not what it says: "in a statement posted on its website".
func (a *sentenceAnalysis) onlyPosted(i int) bool {
	return i > a.first && a.words[i].form(formPosted) && a.words[i-1].noun() && a.words[i-1].form(formDocument)
}

// wantsNoName reports whether who speaks at the verb at i asks not to be named.
func (a *sentenceAnalysis) wantsNoName(i int) bool {
	for j := i + 1; j < min(a.last, i+6); j++ {
		if a.words[j].form(formUnnamed) {
			return true
		}
	}
	return false
}
