package events

import (
	"slices"

	"github.com/dateline-project/dateline/events/text"
)

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
