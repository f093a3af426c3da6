package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// definite reports whether a noun trigger means something already known: it
// has "the" or a possessive before it, or follows one ("breach of the truce").
// "A new ceasefire" and "a truce" are not definite.
func (a *sentenceAnalysis) definite(t trigger) bool {
	for i, n := t.first-1, 0; i >= a.first && n < 5; i, n = i-1, n+1 {
		w := &a.words[i]
		switch {
		case w.lexeme.cues&cueIndefinite != 0:
			return false
		case w.lexeme.cues&cueDefinite != 0 && w.tag != "IN" || w.low == "'s" || w.tag == "PRP$":
			return true
		case w.noun() || w.verb() && w.tag != "VBN" && w.tag != "VBG" || w.tag == "IN" || w.low == ",":
			return false
		}
	}
	return false
}

// governs reports whether the verb at i takes trigger t as what is wanted or
// planned: an infinitive after it, or a noun that is its object or that an
// infinitive or "for" leads to, with no finite verb between.
func (a *sentenceAnalysis) governs(i int, t trigger) bool {
	leads := false
	for j := i + 1; j < t.first; j++ {
		switch w := &a.words[j]; {
		case w.tensed() || w.low == ";" || w.low == "that":
			return false
		case w.low == "for" || w.low == "to" && j+1 < a.last && a.words[j+1].tag == "VB":
			leads = true
		}
	}
	if t.noun {
		return leads || a.directObject(i, t)
	}
	return a.infinitive(t.head) || a.words[t.head].tag == "VB" || a.words[t.head].tag == "VBG" && t.head-i <= 2
}

// isToBe reports whether t is what is to happen: "are to meet", "was to have
// ended", "the meeting that was to be held".
func (a *sentenceAnalysis) isToBe(t trigger) bool {
	c := a.clauses[t.clause]
	lo, hi := max(c.first, t.head-8), t.head
	switch {
	case t.noun:
		lo, hi = t.last, min(c.last, t.last+12)
	case a.infinitive(t.head):
		lo = a.first // a list of infinitives: "is to hand over Kalbajar, to withdraw from Aghdam and to leave Lachin"
	}
	found := false
	for i := lo; i+1 < hi; i++ {
		switch w := &a.words[i]; {
		case w.form(formIs | formWas):
			found = a.words[i+1].low == "to" && i+2 < a.last && (a.words[i+2].tag == "VB" || a.words[i+2].tag == "NN")
		case w.tensed():
			found = false // another verb has come between
		}
		if found && (t.noun || i+2 >= hi) {
			break
		}
	}
	return found
}

// governor returns the verb that takes clause c as its content ("... denied
// that"), -1 if it is no such clause. Coordinated clauses share one.
func (a *sentenceAnalysis) governor(c int) int {
	if a.clauses[c].link != "that" && a.clauses[c].link != "whether" {
		return -1
	}
	for k := c - 1; k >= 0; k-- {
		if a.clauses[k].link == "that" {
			// a clause told with this one, unless it is what this one is said in: "said that he had denied that"
			v := a.lexicalVerb(a.clauses[k])
			if v >= 0 && a.is(v, cueAlleged|cueDenied) && a.clauses[k].last-v <= 4 {
				return v
			}
			continue
		}
		for i := a.clauses[k].last - 1; i >= a.clauses[k].first; i-- {
			if a.words[i].verb() || a.words[i].noun() && a.words[i].lexeme.cues&(cueAlleged|cueDenied) != 0 {
				return i
			}
		}
		return -1
	}
	return -1
}

// directObject reports whether noun t follows the verb at i with only its own
// determiner and adjectives between: "demanded the withdrawal".
func (a *sentenceAnalysis) directObject(i int, t trigger) bool {
	for j := i + 1; j < t.first; j++ {
		if tag := a.words[j].tag; tag != "DT" && tag != "PRP$" && tag != "RP" && !strings.HasPrefix(tag, "JJ") && a.words[j].low != "for" && a.words[j].low != "on" {
			return false
		}
	}
	return true
}

// infinitive reports whether the verb at i has "to" before it.
func (a *sentenceAnalysis) infinitive(i int) bool {
	for j := i - 1; j >= a.first && j >= i-4; j-- {
		switch {
		case a.words[j].low == "to":
			return true
		case a.words[j].tag == "RB", a.words[j].tag == "CC", a.words[j].tag == "VB":
		default:
			return false
		}
	}
	return false
}

// isPurpose reports whether the verb at i is what something else was done for:
// "in order to retake the town", "so as to".
func (a *sentenceAnalysis) isPurpose(i int) bool {
	for j := i - 1; j > a.first+1 && j >= i-4; j-- {
		if a.words[j].low == "to" {
			return a.words[j-1].low == "order" && a.words[j-2].low == "in" || a.words[j-1].low == "as" && a.words[j-2].low == "so"
		}
	}
	return false
}

func (a *sentenceAnalysis) followedByTo(i int) bool {
	return i+1 < a.last && (a.words[i+1].low == "to" || a.words[i+1].low == "for" || a.words[i+1].low == "that")
}

// negates reports whether the negation at i belongs to the verb of t: only
// auxiliaries and adverbs stand between.
func (a *sentenceAnalysis) negates(i int, t trigger) bool {
	for j := i + 1; j < t.head; j++ {
		switch a.words[j].tag {
		case "RB", "VB", "VBN", "MD", "VBD", "VBZ", "VBP", "TO", "VBG":
		default:
			return false
		}
	}
	return true
}

// toldBefore reports whether clause c is what somebody said, without a condition.
func (a *sentenceAnalysis) toldBefore(c int) bool {
	for _, k := range a.clauses {
		if k.link == "if" || k.link == "unless" {
			return false
		}
	}
	for _, sp := range a.acts {
		if !a.is(sp.verb, cueSays|cueTells) {
			continue // hopes and fears are no plans
		}
		if a.words[sp.verb].tag == "VBD" && sp.from <= a.clauses[c].first && a.clauses[c].first < sp.to {
			return true
		}
		if sp.verb >= a.clauses[c].first && sp.verb < a.clauses[c].last && a.words[sp.verb].tag == "VBD" && !sp.tail {
			return true // "he said he would"
		}
	}
	return false
}

// noFiniteVerb reports whether no finite verb stands between two words.
func (a *sentenceAnalysis) noFiniteVerb(i, j int) bool {
	for ; i < j; i++ {
		if a.words[i].finite() {
			return false
		}
	}
	return true
}

// onlyAimedAt reports whether a verb trigger is an infinitive that nothing
// makes true: "to destroy bridges" says what for, not that it was done.
func (a *sentenceAnalysis) onlyAimedAt(t trigger) bool {
	if t.noun || a.words[t.head].tag != "VB" || !a.infinitive(t.head) {
		return false
	}
	for j := t.head - 1; j >= a.first && j > t.head-12; j-- {
		switch w := &a.words[j]; {
		case w.lexeme.cues&cueImplicative != 0 && w.verb() && w.tag != "VB", w.low == "had" && a.lowAt(j+1) == "to":
			return false // "began to withdraw", "had to flee"
		case w.tensed() || w.low == ",":
			return true
		}
	}
	return true
}

// byVerb reports whether t begins with a verb that is not a noun told wrongly apart.
func (a *sentenceAnalysis) byVerb(t trigger) bool {
	return t.first == t.head && (t.last == t.head+1 || t.phrase >= 0 && a.v.phrases[t.phrase].Words[0].POS == 'v')
}

// asks reports whether the sentence is a question: it ends as one and opens
// with an auxiliary or a word that asks, or is a headline.
func (a *sentenceAnalysis) asks() bool {
	if a.lowAt(a.last-1) != "?" {
		return false
	}
	w := &a.words[a.first]
	return a.role == text.Title || strings.HasPrefix(w.tag, "W") || w.tag == "MD" || w.lexeme.cues&cueAuxiliary != 0
}

// inverted reports whether the sentence is a condition without "if": "Had the
// bomb exploded, hundreds would have died".
func (a *sentenceAnalysis) inverted() bool {
	if !a.words[a.first].form(formInverts) {
		return false
	}
	for i := a.first; i < a.last; i++ {
		if a.words[i].tag == "MD" && a.words[i].lexeme.cues&cueHypothetical != 0 {
			return true
		}
	}
	return false
}

// countFollows reports whether a number stands at word i: "nearly 40 were
// killed" weakens the number, not the killing.
func (a *sentenceAnalysis) countFollows(i int) bool {
	_, _, _, ok := a.v.number(a.words[min(i, a.last):a.last])
	return ok
}

// verbAfter returns the first verb after word i that is no auxiliary, -1 for none within three words.
func (a *sentenceAnalysis) verbAfter(i, last int) int {
	for j := i + 1; j < last && j <= i+3; j++ {
		if a.words[j].verb() && !a.is(j, cueAuxiliary) {
			return j
		}
	}
	return -1
}

// nobody reports whether the negation at i makes the subject of the verb of t
// empty: "no group claimed", "none of the passengers was hurt".
func (a *sentenceAnalysis) nobody(i int, t trigger) bool {
	if !a.is(i, cueEmptySubject) {
		return false
	}
	for j := i + 1; j < t.head; j++ {
		if w := &a.words[j]; w.low == "," || w.tag == "IN" && w.low != "of" && w.low != "in" && w.low != "from" && w.low != "on" || w.verb() && w.lexeme.cues&cueAuxiliary == 0 {
			return false
		}
	}
	return true
}

// deniesOfItself reports whether who speaks says of itself, or of everybody,
// that it has not done t: "the army said it had not shelled the town", "the
// ministry said that nothing had been fired". That is what others deny by the word.
func (a *sentenceAnalysis) deniesOfItself(t trigger) bool {
	if t.of.Class != "violence" {
		return false
	}
	for _, sp := range a.acts {
		if sp.sort != Force && sp.sort != State && sp.sort != Organisation || !sp.holds(t.head) {
			continue
		}
		for i := max(sp.from, a.clauses[t.clause].first); i < t.head; i++ {
			if w := &a.words[i]; w.tag == "PRP" || w.tag == "PRP$" || a.is(i, cueEmptySubject) {
				return true
			} else if w.noun() || w.verb() {
				break
			}
		}
	}
	return false
}
