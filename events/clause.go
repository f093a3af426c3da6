package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// clause is a run of words of one sentence round one verb, or the whole
// sentence if it has none.
type clause struct {
	first, last int
	// link is the word that joins it to the clause before: "that", "which",
	// "when", "and", "" for the first clause and for a participle.
	link string
	verb int // its main verb, -1 when it has none
	// front is where the phrase without a verb ends that opens it: behind the
	// comma of "After talks in Baku, the sides agreed"; 0 for none
	front int
}

// appendClauses cuts a tagged sentence at punctuation, subordinators and
// coordinators, then joins the pieces that have no verb to their neighbour.
// It is a cut, not a parse: clauses are contiguous and cover the sentence.
func appendClauses(dst []clause, words []word, first, last int) []clause {
	n := len(dst)
	start, link := first, ""
	flush := func(i int, next string) {
		if i > start {
			dst = append(dst, clause{first: start, last: i, link: link, verb: mainVerb(words, start, i)})
			start = i
		}
		link = next
	}
	for i := first; i < last; i++ {
		w := &words[i]
		switch {
		case w.kind == text.Punct && cutsClause(w.low):
			flush(i, "")
		case i > start && i > first && subordinates(words, i, last):
			if j := i - 1; start == j && (words[j].low == "," || words[j].lexeme.link.relation == "and") {
				link = w.lexeme.link.relation // the comma or conjunction belongs to the clause it opens
				continue
			}
			flush(i, w.lexeme.link.relation)
		case i > start && w.has(knownLink) && w.lexeme.link.opens == opensJoined && (start > first || finite(words, start, i)) && !ofBetween(words, start, i) && verbFollows(words, i+1, last):
			flush(i, w.lexeme.link.relation)
		}
		if i == start && w.has(knownLink) && w.lexeme.link.relation != "" {
			link = w.lexeme.link.relation
		}
	}
	flush(last, "")
	return dst[:n+len(joinVerbless(words, dst[n:]))]
}

// cutsClause reports whether a clause ends before a punctuation mark.
func cutsClause(mark string) bool {
	switch mark {
	case ",", ";", "—", "–", "\"", "“", "”", "(", ")":
		return true
	}
	return false
}

// joinSpanned joins the clauses that one phrase reaches over: "was shot and
// killed" tells one thing.
func joinSpanned(cs []clause, triggers []trigger) []clause {
	for _, t := range triggers {
		first, last := clauseOf(cs, t.first), clauseOf(cs, t.last-1)
		if first < last {
			cs[first].last = cs[last].last
			cs = slices.Delete(cs, first+1, last+1)
		}
	}
	return cs
}

// joinVerbless joins pieces without a verb: a fronted phrase to the piece that
// follows, and so what "that" opens ("that during the war, houses were hit");
// every other one to the piece before.
func joinVerbless(words []word, cut []clause) []clause {
	out := cut[:0] // never longer than what has been read
	for k, c := range cut {
		switch {
		case c.verb < 0 && c.link == "that" && k+1 < len(cut) && cut[k+1].verb >= 0 && cut[k+1].link == "":
			out = append(out, c)
		case c.verb >= 0 && len(out) > 0 && out[len(out)-1].verb < 0:
			p := &out[len(out)-1]
			p.front, p.last, p.verb = p.last, c.last, c.verb
		case c.verb < 0 && len(out) > 0 && datesNext(words, c) && slices.ContainsFunc(cut[k+1:], func(n clause) bool { return n.verb >= 0 }):
			c.link = "and"
			out = append(out, c)
		case c.verb < 0 && len(out) > 0:
			out[len(out)-1].last = c.last
		default:
			out = append(out, c)
		}
	}
	return out
}

// datesNext reports whether a piece without a verb opens a clause with its
// date: ", and on 8 May, the minister, N. N., said".
func datesNext(words []word, c clause) bool {
	i := c.first
	if words[i].low == "," {
		i++
	}
	return i+2 < c.last && words[i].lexeme.link.opens == opensJoined && words[i+1].tag == "IN" && words[c.last-1].timed
}

// mainVerb returns the first finite verb of a piece, else its first verb, else -1.
func mainVerb(words []word, first, last int) int {
	any := -1
	for i := first; i < last; i++ {
		switch w := &words[i]; {
		case w.tensed():
			return i
		case w.verb() && any < 0:
			any = i
		}
	}
	return any
}

// subordinates reports whether word i opens a clause that hangs on the one before.
func subordinates(words []word, i, last int) bool {
	if !words[i].has(knownLink) {
		return false
	}
	switch words[i].lexeme.link.opens {
	case opensAlways:
		return true
	case opensVerb:
		return verbFollows(words, i+1, last)
	case opensContent:
		if words[i].tag == "IN" || words[i].tag == "WDT" {
			return true
		}
		if i+1 == last {
			return false
		}
		switch words[i+1].tag { // no determiner: "said that 61 civilians", "said that the"
		case "CD", "NNS", "NNP", "NNPS", "DT", "PRP", "PRP$", "EX":
			return true
		}
	}
	return false
}

// finite reports whether a finite verb stands in a run of words. What opens a
// sentence without one is a subject, and "and" goes on with it: "Shelling
// homes and schools is a crime".
func finite(words []word, i, j int) bool {
	return slices.ContainsFunc(words[i:max(i, j)], func(w word) bool { return w.finite() })
}

// ofBetween reports whether the conjunction at i joins the two of "between": "a
// rampage between Midland and Odessa had begun".
func ofBetween(words []word, start, i int) bool {
	for j := i - 1; j > start && i-j < 8; j-- {
		switch w := &words[j]; {
		case w.low == "between":
			return true
		case w.verb() || w.tag == "CC" || w.kind == text.Punct:
			return false
		}
	}
	return false
}

// verbFollows reports whether a verb stands at or after word i, before the next
// comma: a conjunction before it joins clauses, and no nouns of a list.
func verbFollows(words []word, i, last int) bool {
	for n := 0; i < last && n < 12; i, n = i+1, n+1 {
		w := &words[i]
		switch {
		case w.finite() || w.tag == "VBG" && n == 0 || w.tag == "VBN" && n == 0:
			return true
		case w.low == "," && i+1 < last && words[i+1].tag == "IN" && words[i+1].low != "as":
			// "and a strike a week later, on 11 October, killed ten"
		case w.low == "," && i+1 < last && words[i+1].tag == "VBD" && i > 0 && words[i-1].kind == text.Number:
		case w.low == "," || w.low == ";" || w.low == "." || strings.HasPrefix(w.tag, "W"):
			return false
		}
	}
	return false
}

// clauseOf returns the index of the clause that holds word i.
func clauseOf(cs []clause, i int) int {
	for k := range cs {
		if i < cs[k].last {
			return k
		}
	}
	return len(cs) - 1
}

// describes reports whether a verb trigger tells nothing and only describes
// what its participle stands before: "the occupied districts", "occupied Kharkiv".
func (a *sentenceAnalysis) describes(t trigger) bool {
	if t.noun {
		return false
	}
	if t.last-t.first == 1 {
		return a.modifies(t.head)
	}
	w := &a.words[t.head]
	return t.head == t.first && t.last-t.first == 2 && a.words[t.last-1].place && (w.tag == "VBN" || w.tag == "JJ" || w.tag == "VBD" && a.ledIn(t.head)) &&
		!a.hasAux(t.head, formIs|formWas|formBeen|formBeing|formHas|formHad)
}

// ledIn reports whether a preposition with an article leads to the word at i, with
// only adjectives and names between: "in the Ruritanian occupied", and what is
// taken for a verb is none.
func (a *sentenceAnalysis) ledIn(i int) bool {
	for i--; i > a.first; i-- {
		switch w := &a.words[i]; {
		case w.tag == "DT":
			return a.words[i-1].tag == "IN"
		case !w.noun() && !strings.HasPrefix(w.tag, "JJ"):
			return false
		}
	}
	return false
}

// modifies reports whether the participle at i describes the noun after it
// ("the occupied districts", "occupying forces") and so tells nothing.
func (a *sentenceAnalysis) modifies(i int) bool {
	w := &a.words[i]
	if w.tag != "VBN" && w.tag != "VBG" && w.tag != "JJ" && w.tag != "VBD" && !(w.tag == "NN" && strings.HasSuffix(w.low, "ing")) || i+1 >= a.last {
		return false
	}
	next := i + 1
	for next < a.last && (strings.HasPrefix(a.words[next].tag, "JJ") || a.words[next].tag == "NNP" && next-i < 4) {
		next++
	}
	if next >= a.last || !a.words[next].noun() && !(a.words[next].tag == "VBZ" && a.words[next].lexeme.cues&cueForce != 0) || a.inTime(next) {
		return false
	}
	if i == a.first {
		return w.tag != "VBD" && a.words[i+1].tag != "DT" && (a.isDemonym(i+1) || verbFollows(a.words, next, a.last))
	}
	switch prev := &a.words[i-1]; {
	case prev.low == "and" && w.tag == "VBN" && i-3 >= a.first && a.words[i-2].noun() && a.words[i-3].tag == "DT":
		return true // "the indiscriminate and targeted bombardment", the first taken for a noun
	case prev.low == "and" && i-2 >= a.first && strings.HasPrefix(a.words[i-2].tag, "JJ") && (w.tag != "VBD" || i-3 >= a.first && a.words[i-3].tag == "DT"):
		return true // "the indiscriminate and targeted bombardment"
	case prev.tag == "DT" || prev.tag == "POS" || prev.tag == "PRP$" || prev.low == "'s":
		return true
	case strings.HasPrefix(prev.tag, "JJ") || prev.tag == "NNP" && w.tag != "VBD" || prev.tag == "CD" && w.tag == "VBN" || prev.low == "of" || prev.low == "over" || prev.low == "in" && w.tag == "VBN" || a.isDemonym(i-1):
		return w.tag != "VBD"
	}
	return false
}

// modifiesNoun reports whether a noun trigger of one word only describes the
// noun after it: "the rescue service", "an election commission".
func (a *sentenceAnalysis) modifiesNoun(t trigger) bool {
	if !t.noun || t.last-t.first > 1 || t.last >= a.last {
		return false
	}
	next := &a.words[t.last]
	if w := &a.words[t.first]; a.role == text.Body && t.first > a.first && w.is(text.Upper) && next.is(text.Upper) && next.noun() && next.lexeme.cues&cueOrganisation != 0 {
		return true // "the Central Election Commission"
	}
	if w := &a.words[t.first]; strings.HasSuffix(w.low, "ing") && !w.is(text.Upper) && next.tag == "NNP" && !a.inTime(t.last) && !next.place {
		return true // "the ruling United Front"
	}
	if a.inName(t) {
		return true
	}
	if a.words[t.first].tag != "NN" {
		return false
	}
	return (next.tag == "NN" || next.tag == "NNS") && !a.inTime(t.last) && !a.inAnyTrigger(t.last) && next.lexeme.measure.name == ""
}

// inName reports whether a noun in capitals is the beginning or the middle of a
// name, which then tells nothing: "Summit Entertainment", "State Fire Marshal". Titles have capitals for other words.
func (a *sentenceAnalysis) inName(t trigger) bool {
	if a.role != text.Body || t.first == a.first {
		return false
	}
	if t.of.Class == "disaster" && !a.words[t.first-1].is(text.Upper) {
		return false // "Hurricane Katrina" is what it is called
	}
	w, next := &a.words[t.first], &a.words[t.last]
	return w.is(text.Upper) && !w.is(text.Caps) && next.is(text.Upper) && next.kind == text.Word &&
		strings.HasPrefix(next.tag, "NNP") && next.mark == 0 && !a.inTime(t.last) && !a.inAnyTrigger(t.last)
}

// onlyLocates reports whether the place that opens a phrase only says where
// something else was: "sales in the United States fell".
func (a *sentenceAnalysis) onlyLocates(t trigger) bool {
	if t.phrase < 0 || !a.v.phrases[t.phrase].Words[0].Place {
		return false
	}
	i := t.first
	for i > a.first && (a.words[i-1].tag == "DT" || a.words[i-1].tag == "NNP" || a.isPlace(i-1)) {
		i--
	}
	return i > a.first && a.words[i-1].tag == "IN"
}
