package events

import (
	"slices"

	"github.com/dateline-project/dateline/events/text"
)

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
		if !r.dates() && !(r.yardstick && (r.owner == k || r.when == t.clause || r.clause == t.clause && a.clauses[r.clause].link == "since")) {
			continue // but "the worst since March, when five were shot", "the largest since it was set up in 2010", "the worst were the 2016 clashes"
		}
		if r.owner < 0 && r.speech != t.head && a.ofAnother(t, r) {
			continue
		}
		score, name := a.attachment(t, k, r)
		if r.period() || r.prep == "until" || r.prep == "till" {
			score -= 25 // any other date of the sentence says more
		}
		if score > 0 && r.Precision == "day" && !a.commaAndVerb(t.last, r.first) {
			score += 10 // "a week later, on 11 October"
		}
		if best != nil && best.owner == k && r.within(best) && score > 0 {
			score = top + 1 // "the 2010 clash took place on 18 February"
		}
		if score > top && !(best != nil && r.owner == k && best.within(r)) {
			best, rule, top = r, name, score
		}
	}
	return best, rule
}

// within reports whether r is a day or a month of the year that q names.
func (r *timeRef) within(q *timeRef) bool {
	return q.Precision == "year" && (r.Precision == "day" || r.Precision == "month") && r.Earliest >= q.Earliest && r.Latest <= q.Latest
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
	case r.owner >= 0 && a.describesVictim(t, a.triggers[r.owner]):
		return 95 - distance, "relative clause"
	case r.owner >= 0 && a.whileDoing(t, r):
		return 85 - distance, "clause after"
	case r.owner >= 0:
		return 0, ""
	case r.when == t.clause && t.first > r.last:
		return 180, "modifier"
	case r.speech >= 0 && (t.head == r.speech || a.sameSpeech(t, r.speech)):
		return 150 - distance, "speech"
	case r.speech >= 0 && r.fronted && a.saysAsWell(t, r.speech):
		return 60, "fronted"
	case r.speech >= 0 && t.noun && t.last <= r.speech && a.noFiniteVerb(min(r.last, t.last), t.first) && a.noFiniteVerb(t.last, r.speech) && (t.last <= r.first && r.fronted || a.occasion(t)):
		return 60, "occasion"
	case r.speech >= 0, t.of.Spoken && !t.noun && a.saysOfIt(t, r):
		return 0, ""
	case r.prep == "of" && r.first > t.last+4:
		return 0, ""
	case a.isMatterOfSaying(t, r):
		return 70 - distance, "matter of saying"
	case t.of.Spoken && (r.prep == "over" || r.prep == "within") && r.first > t.last:
		return 0, "" // "announced 400 job cuts over the next two years"
	case t.of.Spoken && !t.noun && !r.fronted && distance > 5 && !a.opensClause(t, r):
		return 0, "" // far from the verb, a date belongs to what is said
	case t.of.Spoken && !t.noun && (r.ofPeriod() || a.toldBySpeaker(r)):
		return 0, "" // "for the final quarter, the firm says it made"
	case r.first > t.last && a.followedBy(t.last, r.first):
		return 0, "" // "the truce was followed by a crisis from May on"
	case r.clause == t.clause && (a.chargeBetween(r, t) || a.chargedBefore(t, r)):
		return 0, "" // "was jailed on Monday for killing two women"
	case a.ofSource(t, r):
		return 0, "" // "according to papers filed on Monday"
	case r.clause == t.clause && r.first >= t.last:
		return 100 - distance, "clause"
	case r.clause == t.clause:
		return 90 - distance, "clause"
	}
	link, verb := a.clauses[t.clause].link, a.clauses[t.clause].verb
	participle := verb >= 0 && a.words[verb].tag == "VBG"
	inherits := link == "" || link == "and" || link == "but" || link == "when" || link == "as" || link == "while" || link == "where" || link == "which" || link == "who"
	switch {
	case r.fronted && link == "who" && r.first > a.first+1 && a.clauses[r.clause].verb > r.last && r.clause < t.clause:
		return 0, "" // "Relatives on Tuesday mourned a woman who was killed"
	case r.fronted && r.first < t.first && link != "after" && link != "before" && link != "since" && link != "because" && link != "until":
		return 60, "fronted"
	case t.noun && r.clause == t.clause+1 && a.subjectOfNext(t.clause):
		return 70 - distance, "clause"
	case r.clause == t.clause-1 && a.opensByGoing(r.clause):
		return 45 - distance, "clause before"
	case t.of.Spoken:
		return 0, ""
	case r.clause == t.clause-1 && link == "which" && r.last >= a.clauses[t.clause].first-1 && a.tense(t) == "past":
		return 45 - distance, "clause before" // "a vote was held on 10 May, which was boycotted"
	case r.clause < t.clause && !t.noun && !(a.words[t.head].tag == "VBG" && a.lowAt(t.head-1) == "of") && a.sharesSubject(r.clause, t.clause):
		return 55 - distance, "coordination"
	case r.clause > t.clause && !r.fronted && (isGrave(t.of.Class) || t.of.PLOVER == "PROTEST") && (a.sharedEnd(t.clause, r) || !t.noun && a.sharesSubject(t.clause, r.clause)):
		return 35 - distance, "coordination"
	case t.noun && r.clause == t.clause+1 && a.tookPlaceIn(r.clause):
		return 45 - distance, "relative clause"
	case r.clause == t.clause+1 && !r.fronted && !t.noun && (isGrave(t.of.Class) || t.kind == "crime") && a.tellsWhatLedTo(r.clause):
		return 38 - distance, "relative clause"
	case !r.fronted && !t.noun && isGrave(t.of.Class) && r.clause == a.lastJoined(t.clause)+1 && a.tellsCause(t, r.clause):
		return 36 - distance, "clause after"
	case r.clause == t.clause+2 && !r.fronted && !t.noun && a.harms(t.kind) && a.clauses[r.clause].link == "who" && a.tellsCause(t, t.clause+1):
		return 34 - distance, "clause after" // "were killed when they stopped a man who was shouting at girls on Friday"
	case r.clause == t.clause-1 && inherits && (participle || link == "when" || link == "as" || link == "while" || link == "where"):
		return 50 - distance, "clause before"
	case r.clause == t.clause-1 && a.opensWithWhen(r.clause):
		return 45 - distance, "clause before"
	case r.clause == t.clause+1 && a.clauses[r.clause].link == "when" && !r.fronted && a.tense(t) == "past" && a.clauses[r.clause].verb >= 0 && a.words[a.clauses[r.clause].verb].tensed():
		return 40 - distance, "clause after"
	case r.clause == t.clause-1 && link == "and" && !t.noun && a.goesOnDoing(r, t):
		return 35 - distance, "clause before"
	case r.clause == t.clause-1 && link == "and" && a.everSince(t.clause):
		return 45 - distance, "clause before"
	case r.clause == t.clause-1 && (isGrave(t.of.Class) || !t.noun && a.tense(t) == "past") && a.afterSemicolon(t.clause):
		return 45 - distance, "clause before" // "Police fired tear gas on Tuesday; five people died"
	case r.clause == t.clause+1 && a.whileDoing(t, r):
		return 42 - distance, "clause after"
	case link == "after" && r.clause == t.clause-1 && r.Precision == "day" && t.of.Class == "violence" && !(participle && t.noun) && a.followsAtOnce(r.clause):
		return 30 - distance, "clause before"
	case r.clause == t.clause+1 && a.clauses[r.clause].link == "" && (a.participleClause(r.clause) || a.opensAsParticiple(t)):
		return 40 - distance, "clause after"
	}
	return 0, ""
}

// tellsWhatLedTo reports whether clause c tells what those whom the clause before names
// had just done, so that a day at its end is of both: "shot a man who had barricaded himself in a garage on Tuesday".
func (a *sentenceAnalysis) tellsWhatLedTo(c int) bool {
	v := a.clauses[c].verb
	return a.clauses[c].link == "who" && a.lowAt(v) == "had" && v+1 < a.last && a.words[v+1].verb()
}

// lastJoined returns the last of the clauses that "and" joins to clause c and that tell
// harm as well: "one man was killed and two were wounded".
func (a *sentenceAnalysis) lastJoined(c int) int {
	for c+1 < len(a.clauses) && a.clauses[c+1].link == "and" && slices.ContainsFunc(a.tallied, func(t tally) bool { return clauseOf(a.clauses, t.by.at) == c+1 }) {
		c++
	}
	return c
}

// tellsCause reports whether clause c tells what did the harm of t, at the same time or right
// before it: "were killed when a bus overturned on Monday", "was wounded after a man opened fire on Friday".
func (a *sentenceAnalysis) tellsCause(t trigger, c int) bool {
	switch first := a.clauses[c].first; a.clauses[c].link {
	case "when", "as":
		return !a.inTime(first - 1)
	case "after":
		return !a.inTime(first-1) && t.kind != "death" && t.kind != "destruction"
	}
	return false
}

// everSince reports whether clause c tells what has been so since the one before
// it: "was caught in 2014 and has been held since".
func (a *sentenceAnalysis) everSince(c int) bool {
	i := a.clauses[c].last - 1
	if i > a.clauses[c].first && a.words[i].kind == text.Punct {
		i--
	}
	return a.lowAt(i) == "since"
}

// afterSemicolon reports whether clause c begins behind a semicolon.
func (a *sentenceAnalysis) afterSemicolon(c int) bool {
	first := a.clauses[c].first
	return a.lowAt(first) == ";" || a.lowAt(first-1) == ";"
}

// subjectOfNext reports whether clause c is a subject with an aside, whose verb
// opens the next one: "The raid, also known as the purge, was a killing in 1920".
func (a *sentenceAnalysis) subjectOfNext(c int) bool {
	v := a.clauses[c].verb
	if c+1 >= len(a.clauses) || v >= 0 && (a.words[v].tag != "VBN" && a.words[v].tag != "VBG" || a.passive(v)) {
		return false
	}
	next := a.clauses[c+1]
	i := next.first
	if low := a.lowAt(i); low == "," || low == ")" {
		i++
	}
	return next.link == "" && i == next.verb && a.words[i].tensed()
}

// opensWithWhen reports whether clause c opens its sentence and tells when what
// follows was: "When the republic fell in 1939, he fled".
func (a *sentenceAnalysis) opensWithWhen(c int) bool {
	return a.clauses[c].first == a.first && (a.lowAt(a.first) == "when" || a.lowAt(a.first) == "as")
}

// opensByGoing reports whether clause c opens its sentence with a participle, by
// the way of what follows: "Returning the same evening, he told the crowd".
func (a *sentenceAnalysis) opensByGoing(c int) bool {
	return a.clauses[c].first == a.first && a.clauses[c].verb == a.first && a.words[a.first].tag == "VBG"
}

// goesOnDoing reports whether the clause of t, behind "and", goes on with harm
// or with who holds a place from the clause of r, that tells the like: "was
// captured in 1994, and its people were expelled".
func (a *sentenceAnalysis) goesOnDoing(r *timeRef, t trigger) bool {
	grave := func(kind string) bool { return a.harms(kind) || a.v.kinds[kind].Class == "territory" }
	if !grave(t.kind) || a.tense(t) != "past" {
		return false
	}
	return slices.ContainsFunc(a.triggers, func(o trigger) bool { return o.clause == r.clause && grave(o.kind) && a.tense(o) == "past" })
}

// followedBy reports whether what stands before word j came after what word i tells.
func (a *sentenceAnalysis) followedBy(i, j int) bool {
	for ; i+1 < j; i++ {
		if a.words[i].low == "followed" && a.words[i+1].low == "by" {
			return true
		}
	}
	return false
}

// opensClause reports whether r opens the clause of verb t: "and in 2020 the
// minister of defence announced".
func (a *sentenceAnalysis) opensClause(t trigger, r *timeRef) bool {
	return r.clause == t.clause && r.first < t.first && r.first-a.clauses[t.clause].first <= 3
}

// whileDoing reports whether the date r stands in a clause that only tells what
// the victim of t was doing: "was shot while making a delivery on Friday night".
func (a *sentenceAnalysis) whileDoing(t trigger, r *timeRef) bool {
	return r.clause == t.clause+1 && !t.noun && isGrave(t.of.Class) && a.clauses[r.clause].link == "while" && a.clauses[r.clause].verb >= 0 && a.words[a.clauses[r.clause].verb].tag == "VBG"
}

// followsAtOnce reports whether clause c tells what violence brings with it on
// the same day, and no arrest, trial, death or saying: "the school was locked down on Monday after".
func (a *sentenceAnalysis) followsAtOnce(c int) bool {
	for _, t := range a.triggers {
		if t.clause != c {
			continue
		}
		switch k := t.of; {
		case k.Spoken, k.Class == "justice", k.Class == "society", t.kind == "death":
			return false
		}
	}
	return true
}

// saysAsWell reports whether t is a verb of saying that the sentence sets beside
// the one at speech: "In May the mayor said that, while the governor stated that".
func (a *sentenceAnalysis) saysAsWell(t trigger, speech int) bool {
	link := a.clauses[t.clause].link
	return t.of.Spoken && !t.noun && t.head > speech && link == "while" && !slices.ContainsFunc(a.times, func(q timeRef) bool { return q.speech == t.head })
}

// isMatterOfSaying reports whether noun t is what something is said about on
// the day of r: "on Monday the envoy condemned the attacks", "in June it
// released a report about the arrests".
func (a *sentenceAnalysis) isMatterOfSaying(t trigger, r *timeRef) bool {
	if !t.noun || t.of.Spoken || r.first > t.first || !r.fronted && r.clause != t.clause {
		return false
	}
	for _, u := range a.triggers {
		if !u.of.Spoken || u.noun || u.clause != t.clause || u.last > t.first || r.first > u.last+3 {
			continue
		}
		// what is reported may be of that day; what is condemned has happened
		if a.aboutBetween(u.last, t.first) || u.kind != "statement" && (a.definite(t) || a.words[t.head].tag == "NNS") {
			return a.noFiniteVerb(u.last, t.first)
		}
	}
	return false
}

// aboutBetween reports whether "about" or "on" stands between two words.
func (a *sentenceAnalysis) aboutBetween(i, j int) bool {
	for ; i < j; i++ {
		if low := a.words[i].low; low == "about" || low == "on" {
			return true
		}
	}
	return false
}

// sharesSubject reports whether the clauses behind c, up to clause k, only go
// on with verbs of its subject: "in June irregulars attacked, looted and burnt it".
func (a *sentenceAnalysis) sharesSubject(c, k int) bool {
	for j := c + 1; j <= k; j++ {
		i := a.clauses[j].first
		for i < a.clauses[j].last && (a.words[i].low == "," || a.words[i].tag == "CC" || a.words[i].tag == "RB") {
			i++
		}
		if link := a.clauses[j].link; i != a.clauses[j].verb || a.words[i].tag != "VBD" && a.words[i].tag != "VBN" || link != "" && link != "and" {
			return false
		}
	}
	return true
}

// inExample reports whether word j stands in what "including" adds behind word i.
func (a *sentenceAnalysis) inExample(i, j int) bool {
	for j--; j > i; j-- {
		switch w := &a.words[j]; {
		case w.low == ",", w.finite():
			return false
		case w.low == "including":
			return true
		}
	}
	return false
}

// ofAnother reports whether a date is of words that only describe something
// beside trigger t: "received jets ordered in 2013", "the mayor, in office
// since 2011, denied it".
func (a *sentenceAnalysis) ofAnother(t trigger, r *timeRef) bool {
	if a.open && r.last == t.head-1 && a.onlyAimedAt(t) {
		return true // "won a contract on Monday to supply four ferries"
	}
	if a.inExample(t.last, r.first) {
		return true // "over a string of accidents, including two disasters this year"
	}
	c := a.clauses[r.clause]
	if v := a.describedBy(r.first); v >= 0 && v != c.verb && c.verb >= 0 && a.words[c.verb].tag != "VBN" {
		return (t.first > v || t.last <= v) && !(t.noun && t.last == v) && t.clause == r.clause
	}
	if c.verb < r.last || a.lowAt(r.last) != "," {
		return false
	}
	for i, said := r.first-1, 0; i > c.first; i-- {
		switch w := &a.words[i]; {
		case w.verb():
			return false
		case w.low == ",":
			return said > 0 && (t.first > r.last || t.last <= i)
		case w.noun() && !a.inTime(i):
			said++
		}
	}
	return false
}

// describedBy returns the participle behind a noun that the date at word first
// belongs to ("jets ordered in 2013"), -1 for none.
func (a *sentenceAnalysis) describedBy(first int) int {
	for i := first - 1; i > a.first && i >= first-3; i-- {
		switch w := &a.words[i]; {
		case w.tag == "VBN":
			if a.words[i-1].noun() {
				return i
			}
			return -1
		case w.tag != "IN" && w.tag != "DT":
			return -1
		}
	}
	return -1
}

// describesVictim reports whether the clause of t tells again, of who it
// befell, what noun o names: "the murder in May of a man who was hacked to death".
func (a *sentenceAnalysis) describesVictim(t, o trigger) bool {
	return t.clause == o.clause+1 && a.clauses[t.clause].link == "who" && !t.noun && (isGrave(t.of.Class) || t.kind == "crime") && (isGrave(o.of.Class) || o.kind == "crime")
}

// commaAndVerb reports whether a comma and then a verb stand between two words:
// "collapsed in March, an inquiry heard on Tuesday".
func (a *sentenceAnalysis) commaAndVerb(i, j int) bool {
	for ; i < j; i++ {
		if a.words[i].low == "," {
			return a.verbBetween(i, j)
		}
	}
	return false
}

// sharedEnd reports whether a date that closes the sentence dates clause c as
// well: "an officer was shot and a suspect was killed on Tuesday".
func (a *sentenceAnalysis) sharedEnd(c int, r *timeRef) bool {
	for k := c + 1; k <= r.clause; k++ {
		if a.clauses[k].link != "and" {
			return false
		}
	}
	return slices.ContainsFunc(a.triggers, func(o trigger) bool { return o.clause == r.clause && isGrave(o.of.Class) }) || a.countsHarm(a.clauses[r.clause])
}

// countsHarm reports whether a clause has words that tell somebody killed or hurt.
func (a *sentenceAnalysis) countsHarm(c clause) bool {
	for i := c.first; i < c.last; i++ {
		if p := a.measurePhrase(i); p != nil && (p.relation == "killed" || p.relation == "injured" || p.relation == "casualties") {
			return true
		}
	}
	return false
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
// took place, or whom it harmed: "the crimes that happened in 1992", "a
// crash that killed two on Monday".
func (a *sentenceAnalysis) tookPlaceIn(c int) bool {
	if link := a.clauses[c].link; link != "that" && link != "which" {
		return false
	}
	if v := a.clauses[c].verb; v >= 0 && a.words[v].tag == "VBD" && !a.passive(v) && (a.words[v].lexeme.measure.name != "" || a.words[v].low == "left") {
		return true
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
	return t.of.Spoken && t.first > speech && t.first-speech <= 4 && t.noun
}
