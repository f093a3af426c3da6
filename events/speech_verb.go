package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// speechAtVerb reads the speaker and the content of the verb of saying at i.
func (a *sentenceAnalysis) speechAtVerb(s string, i int) (speech, bool) {
	sp := speech{verb: i, first: i, last: i + 1, cue: i, cueEnd: i + 1}
	_, sp.negated = a.helped(i)
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
		if r, ok = a.speakerAfter(s, i); !ok {
			return sp, false
		}
		sp.by(r)
		sp.last = r.last
	}
	if sp.tail = a.followsContent(sp); !sp.tail && a.is(i, cueTells) && !a.tellsSomething(i) {
		if sp.tail = a.contentBefore(sp); !sp.tail {
			return sp, false
		}
	}
	if sp.tail {
		a.speakFirst(&sp)
	}
	switch {
	case !sp.tail:
		sp.from, sp.to = a.contentAfter(sp), a.quotationEnd(i)
		if sp.negated || !a.is(i, cueSays) && a.is(i, cueSpeechTo) && a.infinitiveFollows(i) {
			sp.to = min(sp.to, a.wishEnd(sp.from))
		}
		if a.relative(i) && sp.from < a.last {
			sp.to = a.clauseEnd(sp.from)
		}
	case a.interrupts(sp):
		sp.from, sp.to = a.first, a.last
	default:
		sp.from, sp.to = a.first, a.beforeLeadIn(sp.first)
	}
	return sp, true
}

// beforeLeadIn returns where what is said ends whose speaker begins at word i:
// before "as the", "or so the".
func (a *sentenceAnalysis) beforeLeadIn(i int) int {
	j := i
	for j > a.first+1 && (a.words[j-1].tag == "DT" || a.words[j-1].tag == "PRP$") {
		j--
	}
	switch {
	case a.lowAt(j-1) == "as" && a.lowAt(j-2) == ",":
		return j - 1
	case a.lowAt(j-1) == "so" && a.lowAt(j-2) == "or":
		return j - 2
	case a.lowAt(j-1) == "," || closes(a.lowAt(j-1)):
		return j
	}
	return i
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
	i = a.auxiliaryStart(i) - 1
	if i > a.first+1 && a.words[i].tag == "DT" {
		i-- // "which all call on"
	}
	return i > a.first && (a.words[i].tag == "WP" || a.words[i].tag == "WDT")
}

// followsContent reports whether sp stands after what is said, or within it:
// a comma or a closing quotation mark before it, and nothing said after it in
// its clause.
func (a *sentenceAnalysis) followsContent(sp speech) bool {
	if sp.source > sp.verb {
		return sp.verb > a.first // but "Said Ms Orr: “It is over.”"
	}
	if a.thatFollows(sp.verb) || a.toHaveFollows(sp.verb) || a.quotes(sp.verb+1) && !a.quotationBefore(sp.verb) {
		return false
	}
	for k := sp.first - 1; k > a.first && sp.first-k < maxBeforeSource; k-- {
		switch w := &a.words[k]; {
		case w.low == "”" || w.low == "\"" || w.low == "?" || w.low == "!":
			return true
		case w.low == "as", w.low == "so" && a.lowAt(k-1) == "or":
			return !a.saysOn(sp) // "as investors feared the bank would fail"
		case w.low == "," && a.words[k+1].tag == "CC":
			return false // "..., but local media put it at $4 million"
		case w.low == ",":
			return !a.saysOn(sp) && !a.hasObject(sp.verb)
		case w.kind == text.Punct && w.low != "'s", w.verb() && !w.noun() && w.tag != "VBN", w.tag == "MD", strings.HasPrefix(w.tag, "W"), w.low == "that":
			return false
		}
	}
	return false
}

// contentBefore reports whether a clause or a quotation ends before the speaker
// of sp: "..., Dr. Richard Orr, head of the office in Lod, told reporters".
func (a *sentenceAnalysis) contentBefore(sp speech) bool {
	finite := false
	for i := a.first; i < sp.first; i++ {
		switch w := &a.words[i]; {
		case w.finite():
			finite = true
		case w.low == "”" || w.low == "''" || finite && (w.low == "," || w.low == "\""):
			return true
		}
	}
	return false
}

// hasObject reports whether the verb at i, of those that need no object to say
// something, has one: "accused his rival of", "praised the crew".
func (a *sentenceAnalysis) hasObject(i int) bool {
	if a.is(i, cueTells) || i+1 >= a.last || a.inTime(i+1) || a.asSaying(i) >= 0 {
		return false
	}
	return objectFollows(a.words[i+1])
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
		case w.finite():
			return true
		}
	}
	return false
}

// interrupts reports whether the sentence goes on with what is said after sp, which
// interrupts it: "The bridge, the mayor said, was shelled".
func (a *sentenceAnalysis) interrupts(sp speech) bool {
	last := sp.last
	if a.words[sp.verb].lexeme.opensSpeech && a.tagAt(last) == "RP" {
		last++ // "The fund, they point out, has lost money"
	}
	if last+1 >= a.last || a.words[last].low != "," {
		return false
	}
	direct, whole := false, false
	for i := a.first; i < sp.first; i++ {
		w := &a.words[i]
		direct = direct || opensQuotation(w.low)
		whole = whole || w.finite()
	}
	if direct || opensQuotation(a.words[last+1].low) {
		return direct && opensQuotation(a.words[last+1].low)
	}
	return !whole || sp.source < sp.verb || a.lowAt(last+1) == "that" // else an apposition: "they left, said Dana Kell, their lawyer"
}

func opensQuotation(low string) bool {
	return low == "“" || low == "\"" || low == "«" || low == "„" || low == "``"
}

// contentAfter returns where what is said begins after the verb of sp: at
// "that", at a quotation, or after who is told and when.
func (a *sentenceAnalysis) contentAfter(sp speech) int {
	if that := a.thatAfter(sp.verb); that >= 0 {
		return that
	}
	for j := sp.last; j < a.last && j < sp.last+12; j++ {
		switch w := &a.words[j]; {
		case w.low == ":" && j+1 < a.last:
			return j + 1
		case opensQuotation(w.low) && !a.namesObject(sp.verb, sp.last, j):
			return j
		case w.finite() || w.low == "as":
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
		switch w := &a.words[min(from, a.last-1)]; {
		case w.tag == "PRP" || w.tag == "NNS":
			from++
		case w.tag == "DT" && from+1 < a.last && a.words[from+1].noun():
			for from++; from < a.last && a.words[from].noun(); from++ { // "told the paper"
			}
		}
	}
	return from
}

// namesObject reports whether a noun stands between two words: what a
// quotation after it is said of ("described the attack as “an act”", "called
// the trial “a circus”").
func (a *sentenceAnalysis) namesObject(verb, i, j int) bool {
	if !a.is(verb, cueTells) && i < j && (a.words[i].tag == "DT" || a.words[i].tag == "PRP$") && a.nounsOnly(i, j) {
		return true
	}
	for ; i < j; i++ {
		if a.words[i].low == "as" {
			return true
		}
	}
	return false
}
