package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// timeRef is a time expression of a sentence, and what it hangs on.
type timeRef struct {
	*timex.Mention
	first, last int // words, half open
	clause      int
	prep        string // the preposition before it: since, until, after, ...
	owner       int    // the trigger that alone it dates, -1 for none
	when        int    // the clause that "when" opens after it, -1 for none
	speech      int    // the word that says, where the date is that of the saying; else -1
	fronted     bool   // it opens the sentence, and dates all of its main line
	inName      bool   // a year of a legal text's name ("the 1949 Conventions"), a day that is named and not told of
	yardstick   bool   // a comparison: "the worst since 1994"
}

// dates reports whether r can be the time of a happening.
func (r timeRef) dates() bool {
	return r.EDTF != "" && !r.yardstick && (!r.Named || r.owner >= 0) && !r.inName && r.Type != timex.Set
}

// markTimes marks the words of time expressions, which are in the order of the text.
func markTimes(words []word, times []timex.Mention) {
	w := 0
	for k := range times {
		for w < len(words) && int(words[w].end) <= times[k].Start {
			w++
		}
		for i := w; i < len(words) && int(words[i].start) < times[k].End; i++ {
			words[i].timed = true
		}
	}
}

// appendTimeRefs finds the time expressions of a sentence among those of the document.
func (a *sentenceAnalysis) appendTimeRefs(dst []timeRef, mentions []timex.Mention) []timeRef {
	n := len(dst)
	for k := range mentions {
		m := &mentions[k]
		if m.Start < a.Start || m.End > a.End {
			continue
		}
		first, last := a.wordsAt(m.Start, m.End)
		if first == last {
			continue
		}
		r := timeRef{Mention: m, first: first, last: last, clause: clauseOf(a.clauses, first), owner: -1, when: -1, speech: -1}
		r.prep = a.prepositionBefore(first)
		if j := first - 2; r.prep == "of" && j >= a.first && a.inTime(j) {
			for j > a.first && a.inTime(j) {
				j--
			}
			r.prep = a.prepositionBefore(j + 1) // "in the first days of April"
		}
		if r.prep != "since" && a.sinceBefore(first) {
			r.prep = "since" // "since the end of the war in November"
		}
		r.fronted = (first-a.first <= 3 || a.onlyTimesBefore(first) || a.opensAnew(first) || a.endsOpening(first, last)) && a.clauses[0].last > first && (a.clauses[0].verb < 0 || first < a.clauses[0].verb)
		if !r.fronted && first-a.first <= 3 && a.is(a.first, cueOnset) {
			r.fronted, r.prep = true, "since" // "Beginning in late 1991, the town was shelled"
		}
		r.yardstick = a.isYardstick(r)
		r.inName = a.isInName(r) || a.isWithinTrigger(r) || a.makesDayOf(r)
		r.speech = a.speechAt(r)
		dst = append(dst, r)
	}
	refs := dst[n:]
	for k := range refs {
		r := &refs[k]
		if r.speech < 0 {
			r.speech = a.opensSpeech(r)
		}
		r.when = a.whenClause(*r)
		if r.owner = a.ownerOf(*r); r.owner >= 0 && r.Named && !a.inBrackets(*r) && !isGrave(a.triggers[r.owner].of.Class) {
			r.owner = -1 // "the 1949 Geneva Convention"; but "the 2016 Kherson clashes", "the massacre (1992)"
		}
	}
	return dst
}

// sinceBefore reports whether the words at first only date what "since" leads to.
func (a *sentenceAnalysis) sinceBefore(first int) bool {
	for i, n := first-1, 0; i >= a.first && n < 8; i, n = i-1, n+1 {
		w := a.words[i]
		if w.low == "since" {
			return n > 1
		}
		if w.verb() || w.low == "," || a.inTime(i) {
			return false
		}
	}
	return false
}

// onlyTimesBefore reports whether nothing but time expressions opens the
// sentence before word i: "Two weeks later, on the 22nd".
func (a *sentenceAnalysis) onlyTimesBefore(i int) bool {
	for j := a.first; j < i; j++ {
		if w := &a.words[j]; !a.inTime(j) && w.low != "," && w.tag != "IN" && w.tag != "DT" && w.tag != "CC" {
			return false
		}
	}
	return true
}

// opensAnew reports whether a date stands right behind the comma that ends what
// opens the sentence: "Following the incident, on 14 March the assembly adopted".
func (a *sentenceAnalysis) opensAnew(first int) bool {
	i := first - 1
	for i > a.first && (a.is(i, cueTimePreposition) || a.words[i].tag == "DT") {
		i--
	}
	return a.lowAt(i) == "," && a.words[a.first].tag == "IN" && a.noFiniteVerb(a.first, i)
}

// endsOpening reports whether a date closes the phrase that opens the sentence
// and says on what occasion: "In an interview on 8 March, the general noted";
// not "After the attack on 3 May, police searched".
func (a *sentenceAnalysis) endsOpening(first, last int) bool {
	switch a.lowAt(a.first) {
	case "in", "at", "during", "on":
	default:
		return false
	}
	if a.lowAt(last) != "," || first-a.first > maxOpening {
		return false
	}
	for i := a.first; i < first; i++ {
		if w := &a.words[i]; w.verb() || w.kind == text.Punct || a.inTime(i) {
			return false
		}
	}
	return true
}

// maxOpening is how many words may stand before the date that closes the phrase of an occasion.
const maxOpening = 10

// prepositionBefore returns the preposition that governs the words at first,
// with only a determiner or a hedge between, "" if there is none.
func (a *sentenceAnalysis) prepositionBefore(first int) string {
	for i, n := first-1, 0; i >= a.first && n < 3; i, n = i-1, n+1 {
		if a.is(i, cueTimePreposition) {
			return a.words[i].low
		}
		if !a.is(i, cueTimeFiller) {
			return ""
		}
	}
	return ""
}

// isInName reports whether a bare year stands before the capitalised name of
// a legal text.
func (a *sentenceAnalysis) isInName(r timeRef) bool {
	if r.Precision != "year" || r.last-r.first != 1 {
		return false
	}
	for i := r.last; i < a.last && i < r.last+6 && a.words[i].is(text.Upper); i++ {
		if a.words[i].lexeme.cues&cueInstrument != 0 {
			return true
		}
	}
	return false
}

// isWithinTrigger reports whether a noun that tells an event has the date
// within it, so that it is of what stands behind it: "breach of the 1994 ceasefire".
func (a *sentenceAnalysis) isWithinTrigger(r timeRef) bool {
	for _, t := range a.triggers {
		if t.noun && t.first < r.first && r.last < t.last && a.inPhraseOf(t.first, r.first) {
			return true
		}
	}
	return false
}

// inPhraseOf reports whether "of" stands between two words.
func (a *sentenceAnalysis) inPhraseOf(i, j int) bool {
	for ; i < j; i++ {
		if a.words[i].low == "of" {
			return true
		}
	}
	return false
}

// isYardstick reports whether a date measures another event: "the deadliest
// since 1994", or a named period in a sentence that compares.
func (a *sentenceAnalysis) isYardstick(r timeRef) bool {
	compares := func(mask cue, from, to int) bool {
		for i := max(from, a.first); i < to; i++ {
			if a.words[i].lexeme.cues&mask != 0 && a.words[i].low != "since" {
				return true
			}
		}
		return false
	}
	// "the deadliest since 1994", "the worst since a truce was reached in 1994", "the gravest until 2020"
	for i := r.first - 1; i >= a.first && i >= r.first-10 && a.words[i].low != ","; i-- {
		if (a.words[i].low == "since" || a.words[i].low == "until") && compares(cueSuperlative, i-12, i) {
			return true
		}
	}
	return (r.Named || r.period()) && compares(cueComparison|cueSuperlative, a.first, a.last)
}

// statesMonth reports whether r names its month, and is not counted from another day.
func (r timeRef) statesMonth() bool {
	month, yearless := strings.CutPrefix(r.Underspecified, "XXXX-")
	return r.Underspecified == r.EDTF || yearless && month != "" && isDigits(month[:1])
}

// period reports whether r is a named period, such as a war.
func (r timeRef) period() bool { return strings.HasPrefix(r.Rule, "period:") }

// ownerOf returns the trigger that a date alone belongs to: the noun it
// modifies ("the 10 November statement", "Friday's strike", "the truce of 1994").
func (a *sentenceAnalysis) ownerOf(r timeRef) int {
	possessive := r.last < a.last && a.words[r.last].low == "'s"
	determined := possessive
	for i := r.first - 1; i >= a.first && i >= r.first-2; i-- {
		determined = determined || a.is(i, cueDeterminer)
	}
	for k, t := range a.triggers {
		between := t.head - r.last
		if determined && t.noun && between >= 0 && between <= 4 {
			clear := true
			for i := r.last; i < t.first; i++ {
				tag := a.words[i].tag
				clear = clear && (i == r.last && possessive || strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "HYPH")
			}
			if clear {
				return k
			}
		}
		if t.noun && a.inBrackets(r) && t.last <= r.first-1 && a.onlyName(t.last, r.first-1) {
			return k
		}
		if r.prep == "of" && t.noun && r.first-t.last >= 1 && r.first-t.last <= 3 && t.last <= r.first-1 && a.onlySmallWords(t.last, r.first) {
			return k
		}
	}
	return -1
}

// whenClause returns the clause that tells what happened at r: "in 1991, when
// troops seized the town".
func (a *sentenceAnalysis) whenClause(r timeRef) int {
	i := r.last
	if a.lowAt(i) == "," {
		i++
	}
	for j := i; j < min(a.last, i+5); j++ {
		switch w := &a.words[j]; {
		case w.low == "when" || w.low == "which" && j > i && a.words[j-1].tag == "IN":
			return clauseOf(a.clauses, j) // "in 1936, the year in which the war began"
		case w.tag != "DT" && w.tag != "NN" && w.tag != "IN" || j == i && w.tag != "DT":
			return -1
		}
	}
	return -1
}

// inBrackets reports whether a date stands alone in brackets: "the Battle of Fornovo (6 July 1495)".
func (a *sentenceAnalysis) inBrackets(r timeRef) bool {
	return a.lowAt(r.first-1) == "(" && a.lowAt(r.last) == ")"
}

// onlyName reports whether nothing, or "of" or "in" and a name, stands between two words.
func (a *sentenceAnalysis) onlyName(i, j int) bool {
	for ; i < j; i++ {
		if tag := a.words[i].tag; tag != "IN" && tag != "DT" && tag != "NNP" && tag != "NNPS" {
			return false
		}
	}
	return true
}

// makesDayOf reports whether r is what a verb makes something of, and not a
// time: "proposed to establish 23 March as a day of memory".
func (a *sentenceAnalysis) makesDayOf(r timeRef) bool {
	return a.lowAt(r.last) == "as" && r.first > a.first && a.words[r.first-1].tag == "VB"
}

func (a *sentenceAnalysis) onlySmallWords(i, j int) bool {
	for ; i < j; i++ {
		switch a.words[i].tag {
		case "IN", "DT", "TO":
		default:
			return false
		}
	}
	return true
}
