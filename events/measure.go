package events

import "strings"

// measured is a word that says what a number counts: killed, wounded, missing.
type measured struct {
	at, last int    // words, half open
	measure  string // killed, injured, casualties, ...
	before   bool   // it counts what stands before it: "nine were killed", "nine dead"
	after    bool   // it counts what stands after it: "killing nine", "destroyed 20 houses"
	noun     bool   // death, casualty
}

// measures finds the counting words of a sentence. Two joined by "and" or
// "or" ("killed or seriously injured") count together.
func (a *sentenceAnalysis) measures() []measured {
	var out []measured
	for i := a.first; i < a.last; i++ {
		if !a.words[i].has(knownMeasure) {
			continue
		}
		if p := a.measurePhrase(i); p != nil {
			out = append(out, measured{at: i, last: i + len(p.words), measure: p.relation, before: true})
			i += len(p.words) - 1
			continue
		}
		x, ok := a.measureAt(i)
		if !ok {
			continue
		}
		if n := len(out); n == 0 || !a.countsWith(&out[n-1], x) {
			out = append(out, x)
		}
	}
	return out
}

// measureAt reads the counting word at i, and on which side of it the number stands.
func (a *sentenceAnalysis) measureAt(i int) (measured, bool) {
	w, known := &a.words[i], a.words[i].lexeme.measure
	x := measured{at: i, last: i + 1, measure: known.name, noun: known.pos == 'n'}
	if x.measure == "casualties" && a.v.measure[a.lowAt(i-1)].name == "killed" && a.words[i-1].tag == "RB" {
		x.measure = "killed" // "fatally shot": the verb counts, and the adverb says what
	}
	if x.measure == "" || a.countsNobody(i, x.measure) {
		return x, false
	}
	switch {
	case x.noun:
		x.before, x.after = true, true
	case known.pos == 'a' || a.is(i, cueIntransitive):
		x.before = true
	case w.tag == "VBG":
		x.after = true
	case w.tag == "VBN" && !a.passive(i) && i+1 < a.last && a.words[i+1].tag == "CD" && !a.inTime(i+1):
		x.after = true // "a gunman fatally shot three people"
	case a.passive(i), (w.tag == "VBN" || w.tag == "JJ") && !a.hasAux(i, formHas|formHad):
		x.before = true
	default:
		x.after = true
	}
	return x, true
}

// countsNobody reports whether the word at i, of a measure, counts nothing here.
func (a *sentenceAnalysis) countsNobody(i int, measure string) bool {
	w, known := &a.words[i], a.words[i].lexeme.measure
	switch {
	case w.tag == "RB" && i+1 < a.last && a.words[i+1].verb() && a.v.measure[a.words[i+1].low].name == "casualties":
		return true // the adverb of "fatally shot"
	case a.v.bodies[w.low] && !(w.noun() && a.comesToLight(i)):
		return true
	case w.verb() && a.is(i-1, cueAlmost):
		return true // "nearly killed them"
	case measure == "casualties" && !w.noun() && a.lowAt(i+1) == "at":
		return true // "was shot at"
	case known.pos == 'v' && w.noun() && (w.tag != "NN" || strings.HasSuffix(w.low, "ing")):
		return true
	}
	return a.modifies(i)
}

// countsWith makes one of two counting words that count together: "shot and
// killed", "shot dead", "killed or wounded". It reports false for others.
func (a *sentenceAnalysis) countsWith(before *measured, x measured) bool {
	harm := x.measure == "killed" || x.measure == "injured"
	switch {
	case harm && before.at >= x.at-3 && a.words[before.at].lexeme.measure.name == "casualties" && a.onlyJoins(before.last, x.at):
		before.measure, before.last = x.measure, x.last
		return true
	case before.measure != x.measure && joined(a.words, before.last, x.at) && joins(before.measure, x.measure):
		before.measure, before.last = "casualties", x.last
		before.before, before.after = before.before || x.before, before.after || x.after
		return true
	}
	return false
}

// comesToLight reports whether the clause of word i has a verb of finding:
// "bodies" are the dead where they were found, and else may be of any sort.
func (a *sentenceAnalysis) comesToLight(i int) bool {
	c := a.clauses[clauseOf(a.clauses, i)]
	for j := c.first; j < c.last; j++ {
		if a.words[j].verb() && a.v.finds[a.words[j].low] {
			return true
		}
	}
	return false
}

// measurePhrase returns the phrase of several words that counts and stands at word i, nil for none.
func (a *sentenceAnalysis) measurePhrase(i int) *wordPattern {
	for _, k := range a.words[i].lexeme.measures {
		if p := &a.v.measurePhrases[k]; a.opensWith(i, p.words) {
			return p
		}
	}
	return nil
}

// opensWith reports whether the sentence goes on with these words at word i.
func (a *sentenceAnalysis) opensWith(i int, words []string) bool {
	if i+len(words) > a.last {
		return false
	}
	for n, w := range words {
		if a.words[i+n].low != w {
			return false
		}
	}
	return true
}

// onlyJoins reports whether nothing but "and" and "to" stands between two words.
func (a *sentenceAnalysis) onlyJoins(i, j int) bool {
	for ; i < j; i++ {
		if low := a.words[i].low; low != "and" && low != "to" {
			return false
		}
	}
	return true
}

// joined reports whether only "and", "or" and an adverb stand between two words.
func joined(words []word, i, j int) bool {
	if j-i > 2 || j == i {
		return false
	}
	return (words[i].low == "and" || words[i].low == "or") && (j-i == 1 || words[i+1].tag == "RB")
}

func joins(a, b string) bool {
	return (a == "killed" || a == "injured") && (b == "killed" || b == "injured")
}

// passive reports whether the participle at i has a form of "be" before it.
func (a *sentenceAnalysis) passive(i int) bool {
	return a.hasAux(i, formIs|formWas|formBeen|formBeing|formBe|formGet)
}

// hasAux reports whether an auxiliary of one of the forms stands before word i, with only adverbs and other auxiliaries between.
func (a *sentenceAnalysis) hasAux(i int, aux form) bool {
	for j := i - 1; j >= a.first && j >= i-5; j-- {
		switch w := &a.words[j]; {
		case w.form(aux):
			return true
		case !w.form(formBetween) && w.tag != "RB" && w.lexeme.measure.name == "":
			return false
		}
	}
	return false
}
