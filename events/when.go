package events

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
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
	inName      bool   // a year of a legal text's name: "the 1949 Conventions"
	yardstick   bool   // a comparison: "the worst since 1994"
}

// dates reports whether r can be the time of a happening.
func (r timeRef) dates() bool {
	return r.EDTF != "" && !r.yardstick && !r.Named && !r.inName && r.Type != timex.Set
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
		r.fronted = (first-a.first <= 3 || a.onlyTimesBefore(first)) && a.clauses[0].last > first && (a.clauses[0].verb < 0 || first < a.clauses[0].verb)
		r.yardstick = a.isYardstick(r)
		r.inName = a.isInName(r)
		r.speech = a.speechAt(r)
		dst = append(dst, r)
	}
	refs := dst[n:]
	for k := range refs {
		if r := &refs[k]; r.fronted && r.speech < 0 {
			// "On Monday the mayor stated that": the day is that of the saying
			for _, sp := range a.acts {
				if sp.verb > r.last && !sp.tail && clauseOf(a.clauses, sp.verb) <= r.clause+1 && a.thatFollows(sp.verb) {
					r.speech = sp.verb
					break
				}
			}
		}
		refs[k].owner, refs[k].when = a.ownerOf(refs[k]), a.whenClause(refs[k])
	}
	return dst
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
	// "the deadliest since 1994", "the worst since a truce was reached in 1994"
	for i := r.first - 1; i >= a.first && i >= r.first-10 && a.words[i].low != ","; i-- {
		if a.words[i].low == "since" && compares(cueSuperlative, i-8, i) {
			return true
		}
	}
	return (r.Named || r.period()) && compares(cueComparison|cueSuperlative, a.first, a.last)
}

// period reports whether r is a named period, such as a war.
func (r timeRef) period() bool { return strings.HasPrefix(r.Rule, "period:") }

// speechAt returns the index of the verb of saying that a date hangs on, or -1:
// "said on Friday that", "told reporters on Monday", "Saturday, officials said" does not.
func (a *sentenceAnalysis) speechAt(r timeRef) int {
	for i, n := r.first-1, 0; i >= a.first && n < 6; i, n = i-1, n+1 {
		w := &a.words[i]
		if w.low == "," || w.low == "\"" || w.low == "”" || w.low == "that" {
			break
		}
		if w.verb() || w.tag == "NN" && n == 0 {
			if w.lexeme.cues&cueSpeech != 0 && w.verb() && w.tag != "VBG" && w.tag != "VB" {
				return i
			}
			break
		}
	}
	// "on Friday said", "Friday announced that"
	if r.last < a.last && a.words[r.last].verb() && a.words[r.last].tag != "VBG" && a.words[r.last].lexeme.cues&cueSpeech != 0 && r.first > a.first+1 {
		return r.last
	}
	return -1
}

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
	if a.lowAt(i) != "when" {
		return -1
	}
	return clauseOf(a.clauses, i)
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

// dateOf chooses the time expression that dates trigger k, nil if the sentence
// has none for it. The order of the rules is that of DATES by attachment: its
// own noun or clause first, then what opens the sentence, then the clause it
// hangs on.
func (a *sentenceAnalysis) dateOf(k int) (*timeRef, string) {
	t := a.triggers[k]
	var best *timeRef
	rule, top := "", 0
	for i := range a.times {
		r := &a.times[i]
		if !r.dates() {
			continue
		}
		score, name := a.attachment(t, k, r)
		if r.period() {
			score -= 25 // any other date of the sentence says more
		}
		if score > 0 && r.Precision == "day" {
			score += 10 // "a week later, on 11 October"
		}
		if score > top {
			best, rule, top = r, name, score
		}
	}
	return best, rule
}

func (a *sentenceAnalysis) attachment(t trigger, k int, r *timeRef) (score int, rule string) {
	distance := r.first - t.last
	if r.last <= t.first {
		distance = t.first - r.last
	}
	distance = min(max(distance, 0), 20)
	switch {
	case a.inDateline(r):
		if r.first < t.first {
			return 20, "dateline" // any other date of the sentence says more
		}
		return 0, ""
	case r.owner == k:
		return 200, "modifier"
	case r.owner >= 0:
		return 0, ""
	case r.when == t.clause && t.first > r.last:
		return 180, "modifier"
	case r.speech >= 0 && (t.head == r.speech || a.sameSpeech(t, r.speech)):
		return 150 - distance, "speech"
	case r.speech >= 0:
		return 0, ""
	case r.prep == "of" && r.first > t.last+4:
		return 0, ""
	case a.v.kinds[t.kind].Spoken && (r.prep == "over" || r.prep == "within") && r.first > t.last:
		return 0, "" // "announced 400 job cuts over the next two years"
	case a.v.kinds[t.kind].Spoken && !t.noun && !r.fronted && distance > 5:
		return 0, "" // far from the verb, a date belongs to what is said
	case r.clause == t.clause && r.first >= t.last:
		return 100 - distance, "clause"
	case r.clause == t.clause:
		return 90 - distance, "clause"
	}
	link, verb := a.clauses[t.clause].link, a.clauses[t.clause].verb
	participle := verb >= 0 && a.words[verb].tag == "VBG"
	inherits := link == "" || link == "and" || link == "but" || link == "when" || link == "as" || link == "while" || link == "where" || link == "which" || link == "who"
	switch {
	case r.fronted && r.first < t.first && link != "after" && link != "before" && link != "since" && link != "because" && link != "until":
		return 60, "fronted"
	case a.v.kinds[t.kind].Spoken:
		return 0, ""
	case r.clause > t.clause && !r.fronted && a.harms(t.kind) && a.sharedEnd(t.clause, r):
		return 35 - distance, "coordination"
	case t.noun && r.clause == t.clause+1 && a.tookPlaceIn(r.clause):
		return 45 - distance, "relative clause"
	case r.clause == t.clause-1 && inherits && (participle || link == "when" || link == "as" || link == "while" || link == "where"):
		return 50 - distance, "clause before"
	case r.clause == t.clause+1 && a.clauses[r.clause].link == "" && a.participleClause(r.clause):
		return 40 - distance, "clause after"
	}
	return 0, ""
}

// sharedEnd reports whether a date that closes the sentence dates clause c as
// well: "an officer was shot and a suspect was killed on Tuesday".
func (a *sentenceAnalysis) sharedEnd(c int, r *timeRef) bool {
	for k := c + 1; k <= r.clause; k++ {
		if a.clauses[k].link != "and" {
			return false
		}
	}
	return slices.ContainsFunc(a.triggers, func(o trigger) bool { return o.clause == r.clause && a.harms(o.kind) })
}

// inDateline reports whether a date belongs to the line of place and day that
// a report opens with: "GANJA, 11 October — Missiles hit".
func (a *sentenceAnalysis) inDateline(r *timeRef) bool {
	switch a.lowAt(r.last) {
	case "—", "–", "-":
		return r.first-a.first <= 6
	}
	return false
}

// tookPlaceIn reports whether clause c only says that what its head noun names
// took place: "the crimes that happened in 1992".
func (a *sentenceAnalysis) tookPlaceIn(c int) bool {
	if link := a.clauses[c].link; link != "that" && link != "which" {
		return false
	}
	for _, t := range a.triggers {
		if t.clause == c && t.kind == "other" && t.phrase >= 0 {
			return true
		}
	}
	return false
}

func (a *sentenceAnalysis) participleClause(c int) bool {
	v := a.clauses[c].verb
	return v < 0 || a.words[v].tag == "VBG" || a.words[v].tag == "VBN"
}

// sameSpeech reports whether a spoken trigger is what the verb of saying says:
// "made an appeal on Friday", "said in a statement on Friday".
func (a *sentenceAnalysis) sameSpeech(t trigger, speech int) bool {
	return a.v.kinds[t.kind].Spoken && t.first > speech && t.first-speech <= 4 && t.noun
}

// severalDays returns the first and the last of a list of days that a plural
// noun happened on, nil for none: "three attacks, on the 4th, the 11th and the
// 17th", or that a verb tells: "were attacked on 22 and 23 April". What they
// cost is no one day's toll.
func (a *sentenceAnalysis) severalDays(t trigger) (first, last *timeRef) {
	plural := t.noun && a.words[t.head].tag == "NNS"
	for i := range a.times {
		r := &a.times[i]
		if !r.dates() || r.Precision != "day" || r.speech >= 0 || r.owner >= 0 || r.first < t.last && !r.fronted {
			continue
		}
		switch {
		case first == nil && (r.clause == t.clause || r.fronted):
			first, last = r, r
		case first != nil && a.listedDays(last, r) && r.Earliest > last.Latest:
			last = r
		}
	}
	if first == last || !plural && (t.noun || last.Earliest != first.Latest+1) {
		return nil, nil // of a verb, only days that follow on one another are one time
	}
	return first, last
}

// listedDays reports whether only list words stand between two dates.
func (a *sentenceAnalysis) listedDays(r, next *timeRef) bool {
	for i := r.last; i < next.first; i++ {
		switch a.words[i].low {
		case ",", "and", "on", "the":
		default:
			return false
		}
	}
	return true
}

// whenOf turns an attached time expression into the date of a happening. The
// preposition decides whether the date is a point or an end.
func (a *sentenceAnalysis) whenOf(t trigger, r *timeRef, rule string) When {
	w := fromMention(r.Mention)
	w.Rule = rule
	continuing := t.noun || a.tense(t) == "perfect" || a.tense(t) == "progressive"
	switch r.prep {
	case "since", "from":
		if rule != "modifier" && (r.prep == "since" || continuing) && !strings.Contains(w.EDTF, "/") {
			w = w.open(r, true)
		}
	case "after", "following":
		if rule != "modifier" && !strings.Contains(w.EDTF, "/") {
			w = w.open(r, true)
		}
	case "until", "till", "by", "before":
		if rule != "modifier" && !strings.Contains(w.EDTF, "/") {
			w = w.open(r, false)
		}
	}
	return w
}

// fromMention copies the date of a time expression; a clock time is reduced to its day.
func fromMention(m *timex.Mention) When {
	w := When{EDTF: m.EDTF, Earliest: m.Earliest, Latest: m.Latest, Precision: m.Precision, Basis: m.Basis, Rule: m.Rule}
	if m.Range != "" {
		if v, err := edtf.Parse(m.Range); err == nil {
			w.EDTF, w.Precision = m.Range, v.Precision()
			w.Earliest, w.Latest = v.Bounds()
		}
	}
	if from, to, ok := strings.Cut(w.EDTF, "/"); ok && strings.HasPrefix(m.Rule, "period:") && len(from) > 4 && len(to) > 4 && from[:4] != to[:4] {
		// what happened during a war did not begin and end with it: the years are all that is said
		w.EDTF = from[:4] + "/" + to[:4]
		w.Basis += ", by its years"
	}
	if day, _, ok := strings.Cut(m.EDTF, "T"); ok && !strings.Contains(m.EDTF, "/") {
		w.EDTF, w.Precision = day, "day"
	}
	return w
}

// open makes a date the start (or the end) of an interval without the other end.
func (w When) open(r *timeRef, start bool) When {
	if start {
		w.EDTF, w.Latest = w.EDTF+"/..", edtf.Open
		w.Basis = fmt.Sprintf("%s, with “%s” before it: from then on", w.Basis, r.prep)
	} else {
		w.EDTF, w.Earliest = "../"+w.EDTF, edtf.Open
		w.Basis = fmt.Sprintf("%s, with “%s” before it: up to then", w.Basis, r.prep)
	}
	w.Precision = "interval"
	return w
}

// saidBy dates what was told by when it was told: it happened on or before that day.
func saidBy(said When) When {
	if said.EDTF == "" || said.Latest == edtf.Open {
		return When{Earliest: edtf.Open, Latest: edtf.Open}
	}
	end := said.EDTF
	if strings.Contains(end, "/") {
		end = said.Latest.String()
	}
	return When{EDTF: "../" + end, Earliest: edtf.Open, Latest: said.Latest, Precision: "interval", Rule: "said by then",
		Basis: "on or before the day it was said: " + said.Basis}
}
