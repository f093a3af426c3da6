package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/timex"
)

// opensSpeech returns the verb of saying whose sentence or clause a date opens,
// -1 for none: "On Monday the mayor stated that" gives the day of the saying.
func (a *sentenceAnalysis) opensSpeech(r *timeRef) int {
	for _, sp := range a.acts {
		if sp.verb == r.last+1 && a.closesAside(r) {
			return sp.verb
		}
		if r.ofPeriod() || sp.verb <= r.last || sp.tail || !a.thatFollows(sp.verb) && !a.toHaveFollows(sp.verb) || a.words[sp.verb].tag == "VBG" && !a.noFiniteVerb(r.last, sp.verb) {
			continue // but "on Monday he addressed the nation, saying that"
		}
		if c := clauseOf(a.clauses, sp.verb); !timeRelation(a.clauses[c].link) && (r.fronted && c <= r.clause+1 || c == r.clause && r.first-a.clauses[c].first <= 3) {
			return sp.verb
		}
	}
	return -1
}

// toHaveFollows reports whether what the verb at i says is told as done by who
// says it: "claimed to have shot down a drone".
func (a *sentenceAnalysis) toHaveFollows(i int) bool {
	return a.lowAt(i+1) == "to" && a.lowAt(i+2) == "have"
}

// closesAside reports whether a date closes an aside that says in what something
// was said: "The army, in a letter of 9 April, denied it".
func (a *sentenceAnalysis) closesAside(r *timeRef) bool {
	if a.lowAt(r.last) != "," || r.prep != "of" && r.prep != "on" && r.prep != "in" {
		return false
	}
	for i := r.first - 1; i > a.first && r.first-i <= maxOpening; i-- {
		switch w := &a.words[i]; {
		case w.verb() && w.tag != "VBG":
			return false
		case w.low == ",":
			low := a.lowAt(i + 1)
			return low == "in" || low == "at" || low == "during"
		}
	}
	return false
}

// timeRelation reports whether a clause tells by its relation when another was:
// "after it was found that", whose day is not that of the finding.
func timeRelation(link string) bool {
	switch link {
	case "after", "before", "since", "until", "when", "while", "as", "because":
		return true
	}
	return false
}

// speechAt returns the index of the verb of saying that a date hangs on, or -1:
// "said on Friday that", "told reporters on Monday", "Saturday, officials said" does not.
func (a *sentenceAnalysis) speechAt(r timeRef) int {
	if r.Type == timex.Duration && (r.prep == "over" || r.prep == "within") {
		return -1 // "announced 400 job cuts over the next two years"
	}
	if r.prep == "of" || r.ofPeriod() || a.toldBySpeaker(&r) {
		return -1 // "described the events of today", "for the final quarter, the firm says it made"
	}
	for i, n := r.first-1, 0; i >= a.first && n < 6; i, n = i-1, n+1 {
		w := &a.words[i]
		if w.low == "," || w.low == "\"" || w.low == "”" || w.low == "that" {
			break
		}
		if w.verb() || w.tag == "NN" && n == 0 {
			if w.lexeme.cues&cueSays != 0 && w.verb() && w.tag != "VBG" && w.tag != "VB" && !a.recorded(i) {
				return i
			}
			break
		}
	}
	// "on Friday said", "Friday announced that"; not "who visited it in 1994 noted"
	if r.last < a.last && !a.ofRelative(r.first) && a.words[r.last].verb() && a.words[r.last].tag != "VBG" && a.words[r.last].lexeme.cues&cueSays != 0 && r.first > a.first+1 {
		return r.last
	}
	return -1
}

// recorded reports whether the verb at i only says of violence before it that it
// happened: "clashes were reported on 4 May"; not "the attack was".
func (a *sentenceAnalysis) recorded(i int) bool {
	return a.words[i].form(formRecorded) && a.passive(i) && slices.ContainsFunc(a.triggers, func(t trigger) bool {
		return t.noun && t.last <= i && t.clause == clauseOf(a.clauses, i) && t.of.Class == "violence" && !a.definite(t)
	})
}

// ofPeriod reports whether r is what figures are for, and no time of telling
// them: "a loss for the third quarter".
func (r timeRef) ofPeriod() bool { return r.prep == "for" && r.Precision != "day" }

// toldBySpeaker reports whether r is part of what somebody has said in the sentence
// before the verb of saying: "Our third-quarter results please us, he said".
func (a *sentenceAnalysis) toldBySpeaker(r *timeRef) bool {
	return slices.ContainsFunc(a.acts, func(sp speech) bool { return sp.verb >= 0 && sp.tail && sp.holds(r.first) })
}

// ofRelative reports whether a verb stands between the word i and the "who" or
// "which" before it, whose time it then is.
func (a *sentenceAnalysis) ofRelative(i int) bool {
	verb := false
	for j := i - 1; j >= a.first && a.words[j].low != ","; j-- {
		if strings.HasPrefix(a.words[j].tag, "W") {
			return verb
		}
		verb = verb || a.words[j].verb()
	}
	return false
}
