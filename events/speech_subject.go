package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// speakerBefore finds the speaker before the verb at i: across an aside, the
// actor of its clause, the subject of the clause that it goes on with, a
// pronoun, or a document that speaks ("the statement said").
func (a *sentenceAnalysis) speakerBefore(s string, i int) (actorRef, bool) {
	if a.saidAfterEffect(i) {
		return actorRef{}, false
	}
	for _, find := range []func(string, int) (actorRef, bool){a.beforeAside, a.unnamedBefore, a.pronounBefore, a.antecedent, a.actorBefore} {
		if r, ok := find(s, i); ok {
			return r, true
		}
	}
	if from, ok := a.goesOnFrom(i); ok {
		if r, ok := a.subjectActor(from); ok {
			return r, true
		}
		if a.is(from.verb, cueSays) {
			return a.subjectOf(s, from.verb)
		}
	}
	if r, ok := a.pronounNear(s, i); ok {
		return r, true
	}
	if i > a.first && (a.words[i-1].low == "," || closes(a.words[i-1].low)) {
		return actorRef{}, false // it opens: "..., said Ms Orr"
	}
	first := a.clauses[clauseOf(a.clauses, i)].first
	if r, ok := a.subjectEnding(s, i); ok && r.first >= first && r.last < i && (a.words[r.last].tag == "IN" || a.words[r.last].tag == "VBN" || strings.HasPrefix(a.words[r.last].tag, "JJ") || a.words[r.last].tag == "RB") {
		return r, true // "the presidency in Stepanakert said", "sources close to the ministry said"
	}
	return a.nounBefore(s, i)
}

// actorReach is how many words before its verb an actor of the clause may end.
const actorReach = 12

// actorBefore returns the actor of the clause of the verb at i that stands before it,
// or the document that is somebody's: "court records show".
func (a *sentenceAnalysis) actorBefore(s string, i int) (actorRef, bool) {
	first := a.clauses[clauseOf(a.clauses, i)].first
	for _, r := range a.actors {
		if r.last > i || r.head < first || i-r.last > actorReach || a.closer(r, i) || a.nounAfterComma(r.last, i) {
			continue
		}
		if r.last < i && a.words[r.last].noun() && a.words[r.last].form(formDocument) {
			return actorRef{first: r.first, last: r.last + 1, head: r.last, name: phraseText(s, a.words, r.first, r.last+1)}, true
		}
		return r, true
	}
	return actorRef{}, false
}

// goesOnFrom returns the clause whose subject the verb at i goes on with: "the chief
// put the number at seven and said that".
func (a *sentenceAnalysis) goesOnFrom(i int) (clause, bool) {
	joins := func(link string) bool { return link == "and" || link == "but" }
	k := clauseOf(a.clauses, i)
	if c := a.clauses[k]; k == 0 || !joins(c.link) || c.verb != i {
		return clause{}, false
	}
	k--
	for k > 0 && a.clauses[k].link != "" && !joins(a.clauses[k].link) { // what the first verb said, and when
		k--
	}
	return a.clauses[k], true
}

// subjectActor returns the first actor before the verb of a clause.
func (a *sentenceAnalysis) subjectActor(c clause) (actorRef, bool) {
	for _, r := range a.actors {
		if r.first >= c.first && r.last <= c.verb && (r.sort != State || a.is(c.verb, cueSays)) {
			return r, true
		}
	}
	return actorRef{}, false
}

// pronounNear returns a pronoun of the clause that stands a few words before the
// verb at i: "he refused to say".
func (a *sentenceAnalysis) pronounNear(s string, i int) (actorRef, bool) {
	first := a.clauses[clauseOf(a.clauses, i)].first
	for j := i - 1; j >= first && j >= i-4; j-- {
		if a.words[j].tag == "PRP" && a.words[j].kind == text.Word {
			return a.pronounAt(s, j), true
		}
	}
	return actorRef{}, false
}

// nounBefore returns the noun phrase of the clause right before the verb at i, whoever
// or whatever it is, or that which something is posted of: "a video posted online shows".
func (a *sentenceAnalysis) nounBefore(s string, i int) (actorRef, bool) {
	start := a.clauses[clauseOf(a.clauses, i)].first
	for j := i - 1; j >= start && j >= i-3; j-- {
		if !a.words[j].noun() || a.words[j].kind != text.Word || a.inTime(j) {
			continue
		}
		first := j
		for first > start && !a.inTime(first-1) && (a.words[first-1].tag == "DT" || strings.HasPrefix(a.words[first-1].tag, "JJ") || a.words[first-1].noun()) {
			first--
		}
		if a.onlyPosted(first - 1) {
			return a.subjectEnding(s, first-1)
		}
		return actorRef{first: first, last: j + 1, head: j, name: phraseText(s, a.words, first, j+1)}, true
	}
	return actorRef{}, false
}

// unnamedBefore returns who wants not to be named and says what the verb at i
// tells: "a neighbour who asked not to be named said".
func (a *sentenceAnalysis) unnamedBefore(s string, i int) (actorRef, bool) {
	j := a.auxiliaryStart(i) - 1
	if a.lowAt(j) == "," {
		j--
	}
	if j <= a.first || !a.words[j].form(formUnnamed) {
		return actorRef{}, false
	}
	for ; j > a.first && a.words[j].low != ","; j-- {
		if a.words[j].form(formWho) {
			return a.subjectEnding(s, j)
		}
	}
	return actorRef{}, false
}

// saidAfterEffect reports whether the verb at i stands behind a participle that
// goes on with what was said, and before who said it: "hit a bus, killing four
// people, said a trader, who ...".
func (a *sentenceAnalysis) saidAfterEffect(i int) bool {
	if a.lowAt(i-1) != "," || i-2 < a.first {
		return false
	}
	j := i - 2
	for j > a.first && a.words[j].low != "," {
		j--
	}
	if a.words[j].low != "," || a.words[j+1].tag != "VBG" {
		return false
	}
	return slices.ContainsFunc(a.actors, func(r actorRef) bool {
		return r.first > i && r.first-i <= 2 && (r.last == a.last || a.words[r.last].kind == text.Punct)
	})
}

// pronounBefore returns the pronoun that is the subject of the verb at i: only
// auxiliaries and adverbs stand between.
func (a *sentenceAnalysis) pronounBefore(s string, i int) (actorRef, bool) {
	j := a.auxiliaryStart(i) - 1
	if j < a.first || a.words[j].tag != "PRP" || a.words[j].kind != text.Word {
		return actorRef{}, false
	}
	return a.pronounAt(s, j), true
}

func (a *sentenceAnalysis) pronounAt(s string, j int) actorRef {
	return actorRef{first: j, last: j + 1, head: j, name: phraseText(s, a.words, j, j+1)}
}

// antecedent returns whom "who" or "which" before the verb at i means: the noun
// phrase that ends before it.
func (a *sentenceAnalysis) antecedent(s string, i int) (actorRef, bool) {
	j := a.auxiliaryStart(i) - 1
	if !a.relative(i) || j <= a.first {
		return actorRef{}, false
	}
	end := j
	if a.lowAt(end-1) == "," {
		end--
	}
	if k := slices.IndexFunc(a.actors, func(r actorRef) bool { return r.last == end }); k >= 0 {
		return a.actors[k], true
	}
	first := end
	for first > a.first && (a.words[first-1].noun() || strings.HasPrefix(a.words[first-1].tag, "JJ")) && !a.inTime(first-1) {
		first--
	}
	if first == end {
		return actorRef{}, false
	}
	return actorRef{first: first, last: end, head: end - 1, name: phraseText(s, a.words, first, end)}, true
}

// nounAfterComma reports whether a noun phrase begins behind the last comma
// between two words and goes up to the second: the subject of what follows, as
// in "The president, his aides said".
func (a *sentenceAnalysis) nounAfterComma(i, j int) bool {
	for k := j - 1; k >= i; k-- {
		if a.words[k].low == "," {
			return k < j-1 && a.nounsOnly(k+1, j)
		}
	}
	return false
}

// nounsOnly reports whether words i to j hold nothing but nouns and what stands before one.
func (a *sentenceAnalysis) nounsOnly(i, j int) bool {
	for ; i < j; i++ {
		if w := &a.words[i]; !w.noun() && w.tag != "DT" && w.tag != "PRP$" && !strings.HasPrefix(w.tag, "JJ") && w.tag != "CD" && w.low != "'s" {
			return false
		}
	}
	return true
}

// speakerAfter finds the speaker right after the verb at i, which follows what
// is said: "..., said Ms Orr", "“Come in!” cried the old man", "or so says the union".
func (a *sentenceAnalysis) speakerAfter(s string, i int) (actorRef, bool) {
	switch {
	case i == a.first && !a.colonAfter(i), i > a.first && a.words[i-1].low != "," && a.words[i-1].low != "so" && !closes(a.words[i-1].low):
		return actorRef{}, false
	}
	for _, r := range a.actors {
		if r.first > i && r.first-i <= 2 {
			return r, true
		}
	}
	r, ok := a.nounPhrase(s, i+1, a.last)
	return r, ok && r.first-i <= 3
}

// colonAfter reports whether a quotation opens behind a colon after the verb at i and who
// says it: "Said Ms Orr, the mayor: “It is over.”"
func (a *sentenceAnalysis) colonAfter(i int) bool {
	for j := i + 1; j < a.last && j <= i+clauseReach; j++ {
		switch w := &a.words[j]; {
		case w.low == ":":
			return opensQuotation(a.lowAt(j + 1))
		case w.verb() && !w.noun() && w.tag != "VBN":
			return false
		}
	}
	return false
}

// maxAside is how many words may stand between a subject and its verb, between commas.
const maxAside = 30

// beforeAside returns the subject before an aside that ends at the verb:
// "Orr, the mayor of Lod, said", "the head of the service, who had been there, said".
func (a *sentenceAnalysis) beforeAside(s string, i int) (actorRef, bool) {
	if a.lowAt(i-1) != "," {
		return actorRef{}, false
	}
	for j := i - 2; j > a.first && j > i-maxAside; j-- {
		switch low := a.words[j].low; {
		case low == "\"" || low == "”" || low == "“":
			return actorRef{}, false
		case low == ",":
			end := j
			if a.lowAt(end-1) == ")" {
				for end > a.first && a.words[end].low != "(" {
					end--
				}
			}
			before := slices.IndexFunc(a.actors, func(r actorRef) bool { return r.last == end })
			if before >= 0 && a.words[end-1].is(text.Upper) && a.words[end-1].mark&wordPlace == 0 {
				return a.actors[before], true
			}
			if r, ok := a.nounPhrase(s, j+1, i-1); ok && a.words[j+1].tag == "NNP" && a.words[j+1].mark&wordPlace == 0 && r.first == j+1 && r.last == i-1 {
				return r, true // "the airline, Ryanair, announced", "the president of Colombia, N. N., said"
			}
			if before >= 0 {
				return a.actors[before], true
			}
			if next := &a.words[j+1]; strings.HasPrefix(next.tag, "W") || next.tag == "VBG" || next.tag == "VBN" || next.tag == "DT" || next.tag == "VBD" && (a.inTime(j+2) || a.tagAt(j+2) == "IN") {
				return a.subjectEnding(s, end)
			}
			return actorRef{}, false
		}
	}
	return actorRef{}, false
}

// subjectOf returns the subject of the verb at i: the noun phrase that opens
// the words before it, over auxiliaries and across an aside.
func (a *sentenceAnalysis) subjectOf(s string, i int) (actorRef, bool) {
	i = a.auxiliaryStart(i)
	if a.lowAt(i-1) == "," {
		return a.beforeAside(s, i)
	}
	return a.subjectEnding(s, i)
}

// subjectEnding returns the head of the noun phrase that ends before word end:
// "the head" of "the head of the service in the north".
func (a *sentenceAnalysis) subjectEnding(s string, end int) (actorRef, bool) {
	first := end
	for first > a.first {
		w := &a.words[first-1]
		if w.kind == text.Punct && w.low != "'s" || w.verb() && !w.noun() && w.tag != "VBN" || w.tag == "MD" || w.low == "that" || strings.HasPrefix(w.tag, "W") {
			break
		}
		first--
	}
	if first >= end {
		return actorRef{}, false
	}
	if tag := a.words[first].tag; tag == "IN" || tag == "RB" {
		return actorRef{}, false // "after the attack police": where the subject begins is not told
	}
	return a.nounPhrase(s, first, end)
}

// nounPhrase returns the noun phrase that begins at word i, up to its head:
// an actor where one stands there. ok is false where none begins before end.
func (a *sentenceAnalysis) nounPhrase(s string, i, end int) (actorRef, bool) {
	for i < end && (a.words[i].tag == "CC" || a.words[i].tag == "DT") {
		i++
	}
	last := -1
	j := i
	for ; j < end; j++ {
		w := &a.words[j]
		switch {
		case a.inTime(j):
		case w.noun() || w.is(text.Upper) && w.kind == text.Word:
			last = j + 1
			continue
		case strings.HasPrefix(w.tag, "JJ") || w.tag == "CD" || w.tag == "VBN" || w.low == "'s" || w.tag == "PRP$":
			continue
		case w.tag == "PRP" && j == i:
			return a.pronounAt(s, j), true
		}
		break
	}
	for _, r := range a.actors {
		if r.first >= i && r.first <= max(last, i) && r.first < end {
			if a.lowAt(r.last) == "'s" && last > r.last+1 {
				break // "the union's leader"
			}
			return r, true
		}
	}
	if last < 0 {
		if i < end && a.words[i].tag == "PRP$" {
			return a.pronounAt(s, i), true
		}
		return actorRef{}, false
	}
	return actorRef{first: i, last: last, head: last - 1, name: phraseText(s, a.words, i, last)}, true
}

// closer reports whether another actor stands between r and the verb at i, which
// does not only say whose r is ("the head of the union said") and speaks not
// with it ("the army, the police and the prosecutor said").
func (a *sentenceAnalysis) closer(r actorRef, i int) bool {
	list := a.lowAt(r.last) == ","
	for _, o := range a.actors {
		if list && o.first >= r.last && a.joined(r, o) {
			r = o
			continue
		}
		before := a.lowAt(o.first - 1 - boolInt(a.lowAt(o.first-1) == "the"))
		if o.first >= r.last && o.last <= i && before != "of" && before != "for" {
			return true
		}
	}
	return false
}
