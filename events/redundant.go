package events

import "slices"

// redundant reports whether trigger k says nothing that another trigger of
// its clause does not say better.
func (a *sentenceAnalysis) redundant(k int, owner []int) bool {
	t := a.triggers[k]
	if t.noun && (a.predicateOf(k) || a.causeOf(k, owner) || a.isCharge(k)) {
		return true
	}
	switch t.kind {
	case "attack", "attack-on-civilians":
		// "targeted civilians with missile attacks": the means tell it
		return !t.noun && a.besides(k, func(o trigger) bool {
			return o.noun && o.first > t.last && o.of.Harm.NamesMeans() && a.means(t.last, o.first)
		})
	case "ceasefire-breach":
		// "violated the truce with attacks on the town": the attacks tell it
		return !t.noun && a.besides(k, func(o trigger) bool {
			return o.noun && o.first > t.last && o.of.Class == "violence" && a.lowAt(t.last) == "with" && a.noFiniteVerb(t.last, o.first)
		})
	case "statement":
		// "said in a statement", "told a press conference": the verb tells it
		return t.noun && a.besides(k, func(o trigger) bool {
			return !o.noun && o.of.Spoken && o.first < t.first && t.first-o.last <= 8
		})
	case "other":
		return !t.noun && a.unnamedBeside(k)
	case "agreement", "launch", "closure", "result":
		// verbs with a wide meaning: "agreed to a ceasefire", "launched an attack"
		return !t.noun && a.besides(k, func(o trigger) bool {
			return o.noun && o.kind != t.kind && o.kind != "other" && !o.of.Spoken
		})
	case "destruction":
		return !a.hasTally(k, owner) && a.destroyedBy(k)
	case "visit":
		// "were injured by mines while visiting the cemetery"
		return a.words[t.head].tag == "VBG" && a.clauses[t.clause].link == "while"
	case "casualty-report", "death":
		// without a number, a killing is told by what killed, or by its own verb alone
		return !a.hasTally(k, owner) && (t.weak && !a.words[t.head].verb() || slices.ContainsFunc(a.triggers, func(o trigger) bool {
			return o.head != t.head && isGrave(o.of.Class) && !(o.weak && o.kind == t.kind && o.first > t.first)
		}))
	}
	return false
}

// besides reports whether another trigger of the clause of trigger k is such a one.
func (a *sentenceAnalysis) besides(k int, such func(trigger) bool) bool {
	for j, o := range a.triggers {
		if j != k && o.clause == a.triggers[k].clause && such(o) {
			return true
		}
	}
	return false
}

// unnamedBeside reports whether a noun tells what trigger k, a verb of no kind, only says
// to have happened ("clashes erupted", "the crimes that happened"), or its clause tells more.
func (a *sentenceAnalysis) unnamedBeside(k int) bool {
	t := a.triggers[k]
	if t.phrase >= 0 && slices.ContainsFunc(a.triggers[:k], func(o trigger) bool { return o.noun && o.kind != "other" && t.clause-o.clause <= 1 }) {
		return true
	}
	if t.last-t.first != 1 || a.open && a.words[t.head].lexeme.cues&(cueLight|cueHappen) == 0 {
		return false
	}
	return a.besides(k, func(o trigger) bool { return o.kind != "other" && !(o.weak && o.of.Spoken) })
}

// destroyedBy reports whether an attack tells what trigger k says it destroyed: "the attack
// destroyed a house", "fired rockets, killing ten and destroying the church".
func (a *sentenceAnalysis) destroyedBy(k int) bool {
	t := a.triggers[k]
	told := func(o trigger) bool { return o.first < t.first && o.of.Class == "violence" && !o.weak }
	return a.besides(k, told) || a.effectOf(t) || a.effectBeside(t) && slices.ContainsFunc(a.triggers, told)
}

// effectBeside reports whether a participle only goes on with what else a
// happening has done: "killing one, injuring four and destroying the church".
func (a *sentenceAnalysis) effectBeside(t trigger) bool {
	return a.words[t.head].tag == "VBG" && !t.noun && slices.ContainsFunc(a.tallied, func(x tally) bool {
		i, last := t.first-1, max(x.count.last, x.by.last)
		return i >= last && i-last <= 2 && a.words[i].tag == "CC"
	})
}

// effectOf reports whether what brought destruction about is told in the clause
// that hangs on that of t: "were buried under debris after the army launched a missile".
func (a *sentenceAnalysis) effectOf(t trigger) bool {
	c := t.clause + 1
	return c < len(a.clauses) && a.clauses[c].link == "after" && slices.ContainsFunc(a.triggers, func(o trigger) bool {
		return o.clause == c && !o.weak && o.of.Harm.NamesMeans()
	})
}

// causeOf reports whether noun trigger k is only named as the cause of harm that
// its clause counts: "47 were killed as a result of the strikes", "the attacks
// have destroyed 40 houses".
func (a *sentenceAnalysis) causeOf(k int, owner []int) bool {
	t := a.triggers[k]
	if t.of.Class != "violence" || a.hasTally(k, owner) || a.words[t.head].tag != "NNS" {
		return false
	}
	for j, o := range a.triggers {
		if o.clause != t.clause && o.clause != t.clause-1 || o.noun || o.of.Class != "harm" || !a.hasTally(j, owner) {
			continue
		}
		if o.first > t.last && a.onlyVerbs(t.last, o.first) || o.first < t.first && a.resultBefore(t.first) {
			return true
		}
	}
	return false
}

// onlyVerbs reports whether nothing but verbs, adverbs and prepositions stands between two words.
func (a *sentenceAnalysis) onlyVerbs(i, j int) bool {
	for ; i < j; i++ {
		if w := &a.words[i]; !w.verb() && w.tag != "RB" && w.tag != "IN" && w.tag != "MD" {
			return false
		}
	}
	return true
}

// resultBefore reports whether what stands before the noun phrase that ends at
// word i makes it a cause: "due to the fresh attacks", "as a result of strikes".
func (a *sentenceAnalysis) resultBefore(i int) bool {
	for j, n := i-1, 0; j > a.first && n < 5; j, n = j-1, n+1 {
		switch w := &a.words[j]; {
		case w.low == "to":
			return a.lowAt(j-1) == "due"
		case w.low == "of":
			return a.lowAt(j-1) == "result" || a.lowAt(j-1) == "because"
		case w.verb(), w.low == ",", w.tag == "IN":
			return false
		}
	}
	return false
}

// isCharge reports whether noun trigger k is what an arrest, a charge or a verdict of
// its clause is for: "was arraigned on two counts of attempted homicide".
func (a *sentenceAnalysis) isCharge(k int) bool {
	t := a.triggers[k]
	if t.kind != "crime" {
		return false
	}
	return slices.ContainsFunc(a.triggers[:k], func(o trigger) bool {
		return o.clause == t.clause && (o.kind == "arrest" || o.kind == "court-ruling" || o.kind == "accusation") && a.inPhraseOf(o.last, t.first) && a.noFiniteVerb(o.last, t.first)
	})
}

// means reports whether "with", "by" or "in" stands between two words.
func (a *sentenceAnalysis) means(i, j int) bool {
	for ; i < j; i++ {
		if low := a.words[i].low; low == "with" || low == "by" || low == "in" {
			return true
		}
	}
	return false
}

// predicateOf reports whether noun trigger k only says what another noun of its
// clause was: "the attack was a massacre", "is one of the crimes that".
func (a *sentenceAnalysis) predicateOf(k int) bool {
	t := a.triggers[k]
	for j := range k {
		o := a.triggers[j]
		if !o.noun || o.clause != t.clause || o.of.Class != t.of.Class {
			continue
		}
		for i := t.first - 1; i >= o.last; i-- {
			w := &a.words[i]
			if w.form(formIs | formWas) {
				return true
			}
			if w.verb() || w.low == "," || w.low == "and" || w.tag == "IN" && w.low != "of" {
				break
			}
		}
	}
	return false
}

func (a *sentenceAnalysis) hasTally(k int, owner []int) bool {
	return slices.Contains(owner, k)
}
