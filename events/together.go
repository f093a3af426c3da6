package events

import (
	"slices"
	"strings"
)

// oneTime reports whether r and o, of one sentence of a text about nothing grave,
// are told as of one time, o being dated.
func (a *sentenceAnalysis) oneTime(r, o trigger) bool {
	switch {
	case !r.noun && !o.noun && r.first < o.first:
		return a.participleOpens(r) && a.nextClause(r, o) || a.whileThat(r) && a.nextClause(r, o)
	case !r.noun && !o.noun:
		return a.whileThat(r) && a.nextClause(o, r)
	case r.noun && !o.noun && r.first < o.first:
		return a.occasion(r) && a.nextClause(r, o) && a.verbless(r.first)
	case r.noun && o.noun:
		return a.during(r, o)
	case r.first == o.last && a.words[r.head].tag == "VBN":
		return a.occasion(o) // "at a ceremony attended by ministers"
	}
	return false
}

// nextClause reports whether o tells the clause after that of t.
func (a *sentenceAnalysis) nextClause(t, o trigger) bool {
	return o.clause == t.clause+1 && !strings.HasPrefix(a.clauses[o.clause].link, "wh") && a.clauses[o.clause].link != "that" ||
		o.clause == t.clause+2 && a.clauses[o.clause].link == ""
}

// participleOpens reports whether a sentence opens with the participle t: "Citing costs,
// the board closed it".
func (a *sentenceAnalysis) participleOpens(t trigger) bool {
	return t.head == a.first && a.words[t.head].tag == "VBG"
}

// verbless reports whether no verb stands before word i, so that it is of what
// opens the sentence.
func (a *sentenceAnalysis) verbless(i int) bool {
	return !slices.ContainsFunc(a.words[a.first:i], func(w word) bool { return w.verb() || w.tag == "MD" })
}

// whileThat reports whether verb t tells what was going on as something else
// happened: "as the ferry was being towed out".
func (a *sentenceAnalysis) whileThat(t trigger) bool {
	link := a.clauses[t.clause].link
	return (link == "as" || link == "while") && a.hasAux(t.head, formWas|formBeing) && (a.words[t.head].tag == "VBG" || a.hasAux(t.head, formBeing))
}

// during reports whether noun t happened on the occasion that noun o names right
// behind it: "a fault on its maiden flight".
func (a *sentenceAnalysis) during(t, o trigger) bool {
	if t.last+1 >= o.first || o.first-t.last > 8 {
		return false
	}
	switch a.lowAt(t.last) {
	case "on", "during", "at":
	default:
		return false
	}
	for i := t.last + 1; i < o.first; i++ {
		if w := &a.words[i]; w.tag != "DT" && w.tag != "PRP$" && w.tag != "POS" && w.low != "'s" && !strings.HasPrefix(w.tag, "JJ") && !w.noun() && w.tag != "CD" {
			return false
		}
	}
	return true
}

// sumsUp reports whether noun t says what something told before was: "This was
// the largest bankruptcy filing of the year".
func (a *sentenceAnalysis) sumsUp(t trigger) bool {
	switch a.lowAt(a.first) {
	case "this", "it", "that":
	default:
		return false
	}
	return t.noun && t.clause == 0 && a.words[min(a.first+1, a.last-1)].form(formIs|formWas) && a.verbless(a.first+1) && a.opensAfter(a.first+2, t.first)
}

// opensAfter reports whether no verb and no preposition stands between two words.
func (a *sentenceAnalysis) opensAfter(i, j int) bool {
	for ; i < j; i++ {
		if w := &a.words[i]; w.verb() && w.tag != "VBN" || w.tag == "IN" || w.tag == "TO" {
			return false
		}
	}
	return true
}
