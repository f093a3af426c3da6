package events

import "slices"

// How firmly a date holds to a trigger, from 0, not at all. The order is that of
// DATES by attachment: its own noun first, then the act of saying, its own
// clause, what opens the sentence, and the clause that it hangs on. A word of
// distance counts one, up to farthest. The steps within another clause, from 30
// to 95, stand at the rules that they order.
const (
	holdNoun     = 200 // the date is of the noun that tells it: "the 10 May strike"
	holdWhen     = 180 // "on 10 May, when"
	holdSpeech   = 150
	holdBehind   = 100 // in its clause, behind it
	holdAhead    = 90  // in its clause, before it
	holdFronted  = 60  // of the whole sentence
	holdDateline = 20  // of the whole text
	farthest     = 20  // words

	preciseDay = 10 // what a day holds more firmly than a year or a month: "a week later, on 11 October"
	looseEnd   = 25 // what a period or an end holds less: any other date of the sentence says more
)

// hold is how firmly a date holds to a trigger, and by which rule; the zero
// hold is that of a date of something else.
type hold struct {
	score int
	rule  string
}

// dateOf chooses the time expression that dates trigger k, nil if the sentence
// has none for it, and returns the rule that says so.
func (a *sentenceAnalysis) dateOf(k int) (*timeRef, string) {
	t := a.triggers[k]
	var best *timeRef
	var top hold
	for i := range a.times {
		r := &a.times[i]
		if !r.dates() && !(r.yardstick && (r.owner == k || r.when == t.clause || r.clause == t.clause && a.clauses[r.clause].link == "since")) {
			continue // but "the worst since March, when five were shot", "the largest since it was set up in 2010", "the worst were the 2016 clashes"
		}
		if r.owner < 0 && r.speech != t.head && a.ofAnother(t, r) {
			continue
		}
		h := a.attachment(t, k, r)
		if r.period() || r.prep == "until" || r.prep == "till" {
			h.score -= looseEnd
		}
		if h.score > 0 && r.Precision == "day" && !a.commaAndVerb(t.last, r.first) {
			h.score += preciseDay
		}
		if best != nil && best.owner == k && r.within(best) && h.score > 0 {
			h.score = top.score + 1 // "the 2010 clash took place on 18 February"
		}
		if h.score > top.score && !(best != nil && r.owner == k && best.within(r)) {
			best, top = r, h
		}
	}
	return best, top.rule
}

// attachment returns how firmly date r holds to t, which is trigger k: the first
// of its steps that decides says so.
func (a *sentenceAnalysis) attachment(t trigger, k int, r *timeRef) hold {
	distance := r.first - t.last
	if r.last <= t.first {
		distance = t.first - r.last
	}
	distance = min(max(distance, 0), farthest)
	if h, decided := a.ownedDate(t, k, r, distance); decided {
		return h
	}
	if h, decided := a.dateOfSaying(t, r, distance); decided {
		return h
	}
	switch {
	case a.ofSomethingElse(t, r):
		return hold{}
	case r.clause == t.clause && r.first >= t.last:
		return hold{holdBehind - distance, "clause"}
	case r.clause == t.clause:
		return hold{holdAhead - distance, "clause"}
	}
	if h, decided := a.openingDate(t, r, distance); decided {
		return h
	}
	if r.clause < t.clause {
		return a.dateOfClauseBefore(t, r, distance)
	}
	return a.dateOfClauseAfter(t, r, distance)
}

// ownedDate reads a date that belongs to the line of place and day, to one
// trigger alone, or to the clause that "when" opens behind it.
func (a *sentenceAnalysis) ownedDate(t trigger, k int, r *timeRef, distance int) (h hold, decided bool) {
	switch {
	case a.inDateline(r):
		if r.first < t.first {
			return hold{holdDateline, "dateline"}, true
		}
		return hold{}, true
	case r.owner == k:
		return hold{holdNoun, "modifier"}, true
	case r.owner >= 0 && a.describesVictim(t, a.triggers[r.owner]):
		return hold{95 - distance, "relative clause"}, true
	case r.owner >= 0 && a.whileDoing(t, r):
		return hold{85 - distance, "clause after"}, true
	case r.owner >= 0:
		return hold{}, true
	case r.when == t.clause && t.first > r.last:
		return hold{holdWhen, "modifier"}, true
	}
	return hold{}, false
}

// dateOfSaying tells the date on which something was said from that of what was said.
func (a *sentenceAnalysis) dateOfSaying(t trigger, r *timeRef, distance int) (h hold, decided bool) {
	spoken := t.of.Spoken
	switch {
	case r.speech >= 0 && (t.head == r.speech || a.sameSpeech(t, r.speech)):
		return hold{holdSpeech - distance, "speech"}, true
	case r.speech >= 0 && r.fronted && a.saysAsWell(t, r.speech):
		return hold{holdFronted, "fronted"}, true
	case r.speech >= 0 && t.noun && t.last <= r.speech && a.noFiniteVerb(min(r.last, t.last), t.first) && a.noFiniteVerb(t.last, r.speech) && (t.last <= r.first && r.fronted || a.occasion(t)):
		return hold{holdFronted, "occasion"}, true
	case r.speech >= 0, spoken && !t.noun && a.saysOfIt(t, r):
		return hold{}, true
	case r.prep == "of" && r.first > t.last+4:
		return hold{}, true
	case a.isMatterOfSaying(t, r):
		return hold{70 - distance, "matter of saying"}, true
	case spoken && (r.prep == "over" || r.prep == "within") && r.first > t.last:
		return hold{}, true // "announced 400 job cuts over the next two years"
	case spoken && !t.noun && !r.fronted && distance > 5 && !a.opensClause(t, r):
		return hold{}, true // far from the verb, a date belongs to what is said
	case spoken && !t.noun && (r.ofPeriod() || a.toldBySpeaker(r)):
		return hold{}, true // "for the final quarter, the firm says it made"
	}
	return hold{}, false
}

// ofSomethingElse reports whether a date is of what came of t ("the truce was followed by
// a crisis from May on"), of what t is charged on ("was jailed on Monday for killing two
// women"), or of what tells it ("according to papers filed on Monday").
func (a *sentenceAnalysis) ofSomethingElse(t trigger, r *timeRef) bool {
	return r.first > t.last && a.followedBy(t.last, r.first) || r.clause == t.clause && (a.chargeBetween(r, t) || a.chargedBefore(t, r)) || a.ofSource(t, r)
}

// openingDate reads a date of another clause that opens the sentence of t, or its subject.
func (a *sentenceAnalysis) openingDate(t trigger, r *timeRef, distance int) (h hold, decided bool) {
	link := a.clauses[t.clause].link
	switch {
	case r.fronted && link == "who" && r.first > a.first+1 && a.clauses[r.clause].verb > r.last && r.clause < t.clause:
		return hold{}, true // "Relatives on Tuesday mourned a woman who was killed"
	case r.fronted && r.first < t.first && link != "after" && link != "before" && link != "since" && link != "because" && link != "until":
		return hold{holdFronted, "fronted"}, true
	case t.noun && r.clause == t.clause+1 && a.subjectOfNext(t.clause):
		return hold{70 - distance, "clause"}, true
	case r.clause == t.clause-1 && a.opensByGoing(r.clause):
		return hold{45 - distance, "clause before"}, true
	case t.of.Spoken:
		return hold{}, true
	}
	return hold{}, false
}

// dateOfClauseBefore reads a date that a clause shares with one that goes on from it.
func (a *sentenceAnalysis) dateOfClauseBefore(t trigger, r *timeRef, distance int) hold {
	c := a.clauses[t.clause]
	next := r.clause == t.clause-1
	whilst := c.link == "when" || c.link == "as" || c.link == "while" || c.link == "where"
	goesOn := c.link == "" || c.link == "and" || c.link == "but" || c.link == "which" || c.link == "who"
	participle := c.verb >= 0 && a.words[c.verb].tag == "VBG"
	past := a.tense(t) == "past"
	switch {
	case next && c.link == "which" && r.last >= c.first-1 && past:
		return hold{45 - distance, "clause before"} // "a vote was held on 10 May, which was boycotted"
	case !t.noun && !(a.words[t.head].tag == "VBG" && a.lowAt(t.head-1) == "of") && a.sharesSubject(r.clause, t.clause):
		return hold{55 - distance, "coordination"}
	case !next:
		return hold{}
	case whilst, goesOn && participle:
		return hold{50 - distance, "clause before"}
	case a.opensWithWhen(r.clause):
		return hold{45 - distance, "clause before"}
	case c.link == "and" && !t.noun && a.goesOnDoing(r, t):
		return hold{35 - distance, "clause before"}
	case c.link == "and" && a.everSince(t.clause):
		return hold{45 - distance, "clause before"}
	case (isGrave(t.of.Class) || !t.noun && past) && a.afterSemicolon(t.clause):
		return hold{45 - distance, "clause before"} // "Police fired tear gas on Tuesday; five people died"
	case c.link == "after" && r.Precision == "day" && t.of.Class == "violence" && !(participle && t.noun) && a.followsAtOnce(r.clause):
		return hold{30 - distance, "clause before"}
	}
	return hold{}
}

// dateOfClauseAfter reads a date of a clause behind that of t which only says
// more of what t tells, or ends the sentence for both.
func (a *sentenceAnalysis) dateOfClauseAfter(t trigger, r *timeRef, distance int) hold {
	c := a.clauses[r.clause]
	next, verb, grave := r.clause == t.clause+1, !r.fronted && !t.noun, isGrave(t.of.Class)
	switch {
	case !r.fronted && (grave || t.of.PLOVER == "PROTEST") && (a.sharedEnd(t.clause, r) || !t.noun && a.sharesSubject(t.clause, r.clause)):
		return hold{35 - distance, "coordination"}
	case next && t.noun && a.tookPlaceIn(r.clause):
		return hold{45 - distance, "relative clause"}
	case next && verb && (grave || t.kind == "crime") && a.tellsWhatLedTo(r.clause):
		return hold{38 - distance, "relative clause"}
	case verb && grave && r.clause == a.lastJoined(t.clause)+1 && a.tellsCause(t, r.clause):
		return hold{36 - distance, "clause after"}
	case r.clause == t.clause+2 && verb && grave && c.link == "who" && a.tellsCause(t, t.clause+1):
		return hold{34 - distance, "clause after"} // "were killed when they stopped a man who was shouting at girls on Friday"
	case !next:
		return hold{}
	case !r.fronted && c.link == "when" && c.verb >= 0 && a.words[c.verb].tensed() && a.tense(t) == "past":
		return hold{40 - distance, "clause after"}
	case a.whileDoing(t, r):
		return hold{42 - distance, "clause after"}
	case c.link == "" && (a.participleClause(r.clause) || a.opensAsParticiple(t)):
		return hold{40 - distance, "clause after"}
	}
	return hold{}
}

// within reports whether r is a day or a month of the year that q names.
func (r *timeRef) within(q *timeRef) bool {
	return q.Precision == "year" && (r.Precision == "day" || r.Precision == "month") && r.Earliest >= q.Earliest && r.Latest <= q.Latest
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

// inDateline reports whether a date belongs to the line of place and day that
// a report opens with: "GANJA, 11 October — Missiles hit".
func (a *sentenceAnalysis) inDateline(r *timeRef) bool {
	switch a.lowAt(r.last) {
	case "—", "–", "-":
		return r.first-a.first <= 6
	}
	return false
}

// sameSpeech reports whether a spoken trigger is what the verb of saying says:
// "made an appeal on Friday", "said in a statement on Friday".
func (a *sentenceAnalysis) sameSpeech(t trigger, speech int) bool {
	return t.of.Spoken && t.first > speech && t.first-speech <= 4 && t.noun
}
