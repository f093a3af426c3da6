package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// speechAtVerb reads the speaker and the content of the verb of saying at i.
func (a *sentenceAnalysis) speechAtVerb(s string, i int) (speech, bool) {
	sp := speech{verb: i, first: i, last: i + 1, cue: i, cueEnd: i + 1}
	r, ok := a.speakerBefore(s, i)
	switch {
	case ok:
		sp.by(r)
		if r.first < i {
			sp.first = r.first
		}
		if k := clauseOf(a.clauses, i); r.first < a.clauses[k].first && a.clauses[k].link == "and" {
			sp.first = i // a second verb: its own words are not those of the first
		}
	default:
		if r, ok = a.speakerAfter(i); !ok {
			return sp, false
		}
		sp.by(r)
		sp.last = r.last
	}
	if sp.tail = a.followsContent(sp); sp.tail {
		a.speakFirst(&sp)
	}
	switch {
	case !sp.tail:
		sp.from, sp.to = a.contentAfter(sp), a.last
		if a.relative(i) && sp.from < a.last {
			sp.to = a.clauseEnd(sp.from)
		}
	case a.interrupts(sp):
		sp.from, sp.to = a.first, a.last
	default:
		sp.from, sp.to = a.first, sp.first
	}
	return sp, true
}

// speakFirst makes the first of several who speak the speaker: "..., witnesses
// and a rescue worker said".
func (a *sentenceAnalysis) speakFirst(sp *speech) {
	i := sp.source
	for i > a.first && i > sp.source-maxBeforeSource && (a.words[i-1].tag == "DT" || a.words[i-1].tag == "CC" || a.words[i-1].noun() || strings.HasPrefix(a.words[i-1].tag, "JJ") || a.words[i-1].tag == "CD") {
		i--
	}
	for _, r := range a.actors {
		if r.first >= i && r.last < sp.source && a.lowAt(r.last) == "and" {
			sp.by(r)
			sp.first = r.first
			return
		}
	}
}

// relative reports whether the verb at i is that of a clause that describes a noun: "who said".
func (a *sentenceAnalysis) relative(i int) bool {
	for i--; i > a.first && (a.words[i].lexeme.cues&cueAuxiliary != 0 || a.words[i].tag == "RB"); i-- {
	}
	return i > a.first && a.words[i].tag == "WP" || a.words[i].tag == "WDT"
}

// speakerBefore finds the speaker before the verb at i: across an aside, the
// actor of its clause, the subject of the clause that it goes on with, a
// pronoun, or a document that speaks ("the statement said").
func (a *sentenceAnalysis) speakerBefore(s string, i int) (actorRef, bool) {
	if r, ok := a.beforeAside(s, i); ok {
		return r, true
	}
	k := clauseOf(a.clauses, i)
	c := a.clauses[k]
	for _, r := range a.actors {
		if r.last <= i && r.head >= c.first && i-r.last <= 12 && !a.closer(r, i) {
			return r, true
		}
	}
	if k > 0 && c.link == "and" && c.verb == i {
		// a second verb: "the chief put the number at seven and said that"
		prev := a.clauses[k-1]
		for k > 1 && prev.link == "that" { // what the first verb said
			k--
			prev = a.clauses[k-1]
		}
		for _, r := range a.actors {
			if r.first >= prev.first && r.last <= prev.verb && r.sort != State {
				return r, true
			}
		}
	}
	for j := i - 1; j >= c.first && j >= i-4; j-- {
		if a.words[j].tag == "PRP" && a.words[j].kind == text.Word {
			return actorRef{first: j, last: j + 1, head: j, name: phraseText(s, a.words, j, j+1)}, true
		}
	}
	if i > a.first && (a.words[i-1].low == "," || closes(a.words[i-1].low)) {
		return actorRef{}, false // it opens: "..., said Ms Orr"
	}
	if r, ok := a.subjectEnding(s, i); ok && r.first >= c.first && r.last < i && (a.words[r.last].tag == "IN" || strings.HasPrefix(a.words[r.last].tag, "JJ") || a.words[r.last].tag == "RB") {
		return r, true // "the presidency in Stepanakert said", "sources close to the ministry said"
	}
	for j := i - 1; j >= c.first && j >= i-3; j-- {
		if a.words[j].noun() && a.words[j].kind == text.Word && !a.inTime(j) {
			first := j
			for first > c.first && !a.inTime(first-1) && (a.words[first-1].tag == "DT" || strings.HasPrefix(a.words[first-1].tag, "JJ") || a.words[first-1].noun()) {
				first--
			}
			return actorRef{first: first, last: j + 1, head: j, name: phraseText(s, a.words, first, j+1)}, true
		}
	}
	return actorRef{}, false
}

// speakerAfter finds the speaker right after the verb at i, which follows what is said: "..., said Ms Orr".
func (a *sentenceAnalysis) speakerAfter(i int) (actorRef, bool) {
	if i == a.first || a.words[i-1].low != "," && !closes(a.words[i-1].low) {
		return actorRef{}, false
	}
	for _, r := range a.actors {
		if r.first > i && r.first-i <= 2 {
			return r, true
		}
	}
	return actorRef{}, false
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
			for _, r := range a.actors {
				if r.last == end {
					return r, true
				}
			}
			if next := &a.words[j+1]; strings.HasPrefix(next.tag, "W") || next.tag == "VBG" || next.tag == "VBN" || next.tag == "DT" {
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
	for i > a.first && (a.words[i-1].lexeme.cues&cueAuxiliary != 0 || a.words[i-1].tag == "RB" || a.words[i-1].tag == "MD") {
		i--
	}
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
			return actorRef{first: j, last: j + 1, head: j, name: phraseText(s, a.words, j, j+1)}, true
		}
		break
	}
	for _, r := range a.actors {
		if r.first >= i && r.first <= max(last, i) && r.first < end {
			return r, true
		}
	}
	if last < 0 {
		if i < end && a.words[i].tag == "PRP$" {
			return actorRef{first: i, last: i + 1, head: i, name: phraseText(s, a.words, i, i+1)}, true
		}
		return actorRef{}, false
	}
	return actorRef{first: i, last: last, head: last - 1, name: phraseText(s, a.words, i, last)}, true
}

// closer reports whether another actor that is no object of a preposition stands between r and the verb at i.
func (a *sentenceAnalysis) closer(r actorRef, i int) bool {
	for _, o := range a.actors {
		if o.first >= r.last && o.last <= i && a.lowAt(o.first-1) != "of" && a.lowAt(o.first-1) != "for" && a.lowAt(o.first-1) != "the" {
			return true
		}
	}
	return false
}

// followsContent reports whether sp stands after what is said, or within it:
// a comma or a closing quotation mark before it, and nothing said after it in
// its clause.
func (a *sentenceAnalysis) followsContent(sp speech) bool {
	if sp.source > sp.verb {
		return true
	}
	if a.thatFollows(sp.verb) {
		return false
	}
	for k := sp.first - 1; k > a.first && sp.first-k < maxBeforeSource; k-- {
		switch w := &a.words[k]; {
		case w.low == "”" || w.low == "\"" || w.low == "?" || w.low == "!":
			return true
		case w.low == "as":
			return true
		case w.low == ",":
			return !a.saysOn(sp)
		case w.kind == text.Punct && w.low != "'s", w.verb() && !w.noun() && w.tag != "VBN", w.tag == "MD", strings.HasPrefix(w.tag, "W"), w.low == "that":
			return false
		}
	}
	return false
}

// maxBeforeSource is how many words of a noun phrase may stand before the one
// that is taken for the speaker: "a doctor and two witnesses".
const maxBeforeSource = 8

// saysOn reports whether what is said follows the verb of sp in its clause:
// "In a statement, the ministry said rebels had shelled the town".
func (a *sentenceAnalysis) saysOn(sp speech) bool {
	c := a.clauses[clauseOf(a.clauses, sp.verb)]
	for j := sp.verb + 1; j < c.last; j++ {
		switch w := &a.words[j]; {
		case w.low == ",":
			return false
		case w.tag == "VBD" || w.tag == "VBZ" || w.tag == "VBP" || w.tag == "MD":
			return true
		}
	}
	return false
}

// interrupts reports whether the sentence goes on with what is said after sp, which
// interrupts it: "The bridge, the mayor said, was shelled".
func (a *sentenceAnalysis) interrupts(sp speech) bool {
	if sp.last+1 >= a.last || a.words[sp.last].low != "," {
		return false
	}
	direct, whole := false, false
	for i := a.first; i < sp.first; i++ {
		w := &a.words[i]
		direct = direct || opensQuotation(w.low)
		whole = whole || w.tag == "VBD" || w.tag == "VBZ" || w.tag == "VBP" || w.tag == "MD"
	}
	if direct || opensQuotation(a.words[sp.last+1].low) {
		return direct && opensQuotation(a.words[sp.last+1].low)
	}
	return !whole || sp.source < sp.verb // else an apposition: "they left, said Dana Kell, their lawyer"
}

func opensQuotation(low string) bool {
	return low == "“" || low == "\"" || low == "«" || low == "„" || low == "``"
}

// contentAfter returns where what is said begins after the verb of sp: at
// "that", at a quotation, or after who is told and when.
func (a *sentenceAnalysis) contentAfter(sp speech) int {
	k := clauseOf(a.clauses, sp.verb)
	if a.thatFollows(sp.verb) {
		return a.clauses[k+1].first
	}
	for j := sp.last; j < a.last && j < sp.last+12; j++ {
		switch w := &a.words[j]; {
		case w.low == ":" && j+1 < a.last:
			return j + 1
		case opensQuotation(w.low) && !a.namesObject(sp.last, j):
			return j
		case w.tag == "VBD" || w.tag == "VBZ" || w.tag == "VBP" || w.tag == "MD" || w.low == "as":
			j = a.last
		}
	}
	from := sp.last
	for from < a.last && (a.inTime(from) || a.words[from].tag == "RB" || from+1 < a.last && a.words[from].tag == "IN" && a.inTime(from+1)) {
		from++
	}
	if a.is(sp.verb, cueTells) {
		for _, r := range a.actors {
			if r.first <= from+1 && r.first >= from {
				return r.last
			}
		}
		if w := &a.words[min(from, a.last-1)]; w.tag == "PRP" || w.tag == "NNS" {
			from++
		}
	}
	return from
}

// namesObject reports whether a noun stands between two words: what a
// quotation after it is said of ("described the attack as “an act”").
func (a *sentenceAnalysis) namesObject(i, j int) bool {
	for ; i < j; i++ {
		if a.words[i].low == "as" {
			return true
		}
	}
	return false
}

// clauseEnd returns the word at which a clause told by the way ends, which
// begins at word i: a comma, or the finite verb that belongs to what is before it.
func (a *sentenceAnalysis) clauseEnd(i int) int {
	seen := false
	for j := i; j < a.last; j++ {
		switch w := &a.words[j]; {
		case w.low == "," || w.low == ";":
			return j
		case w.tag == "VBD" || w.tag == "VBZ" || w.tag == "VBP" || w.tag == "MD":
			if seen && !a.chained(j) {
				return j
			}
			seen = true
		case w.low == "and" || w.low == "or" || w.low == "that" || strings.HasPrefix(w.tag, "W") || w.low == "as" || w.low == "after" || w.low == "before":
			seen = false
		}
	}
	return a.last
}

// chained reports whether the verb at j belongs to an auxiliary right before it.
func (a *sentenceAnalysis) chained(j int) bool {
	return j > a.first && (a.words[j-1].verb() || a.words[j-1].tag == "MD" || a.words[j-1].tag == "RB")
}

// thatFollows reports whether the verb of saying at i has its content after
// it: "the ministry said on Monday that".
func (a *sentenceAnalysis) thatFollows(i int) bool {
	k := clauseOf(a.clauses, i) + 1
	return k < len(a.clauses) && a.clauses[k].link == "that" && a.clauses[k].first-i <= 8
}

// quotes reports whether a quotation opens at word i or after a colon there.
func (a *sentenceAnalysis) quotes(i int) bool {
	if a.lowAt(i) == ":" || a.lowAt(i) == "," {
		i++
	}
	return opensQuotation(a.lowAt(i))
}

// quoted reports whether a quotation mark stands in the sentence.
func (a *sentenceAnalysis) quoted() bool {
	for j := a.first; j < a.last; j++ {
		if low := a.words[j].low; low == "\"" || low == "“" || low == "”" {
			return true
		}
	}
	return false
}
