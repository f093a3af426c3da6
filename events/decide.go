package events

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// cast is a set of the parts that the lexicon gives to words: police and
// protesters, militants, what is thrown. Each line of [cast] is one bit.
type cast uint64

const maxCast = 64

// decision is a line of [deciding]: a report of one of its kinds has another
// kind, or tells no event, where all its conditions hold.
type decision struct {
	to         string // data.NoEvent where nothing is told
	conditions []condition
	scored     bool // it asks for a score
	line       string
}

// condition holds where a word of the cast stands there, or where none does.
type condition struct {
	where where
	not   bool
	cast  cast
}

// where a word stands, seen from the trigger.
type where string

const (
	inSentence where = "says"   // anywhere in its sentence
	inClause   where = "near"   // in its clause
	asDoer     where = "doer"   // before an active verb or a noun, after "by"
	asTarget   where = "target" // after an active verb or a noun, before a passive
	asHead     where = "under"  // before a noun, with no other verb between: "a film about the siege"
	asItself   where = "trigger"
	countsAny  where = "counts" // not a word: the report counts somebody
	scores     where = "scores" // nor this: a score stands behind the verb
)

var wheres = []where{inSentence, inClause, asDoer, asTarget, asHead, asItself, countsAny, scores}

// ofCast reports whether a condition asks for a part of the cast.
func (w where) ofCast() bool { return w != countsAny && w != scores }

// readDeciding reads what decides between kinds.
func (r *reader) readDeciding() error {
	parts, err := r.readCast()
	if err != nil {
		return err
	}
	r.arms, r.neutral, r.undergo, r.relic = parts["arms"], parts["neutral"], parts["undergo"], parts["relic"]
	return r.readDecisions(parts)
}

// readCast reads the lines "part = words", in every form, and returns the bit of each part.
func (r *reader) readCast() (map[string]cast, error) {
	parts := map[string]cast{}
	for _, line := range r.lexicon.Lists["cast"] {
		name, words, ok := pair(line)
		if !ok || len(parts) == maxCast {
			return nil, fmt.Errorf("cast %q: want part = words, of at most %d parts", line, maxCast)
		}
		bit, known := parts[name]
		if !known {
			bit = 1 << len(parts)
			parts[name] = bit
		}
		for _, w := range strings.Fields(words) {
			for _, f := range append(r.inflect.verb(w), r.inflect.noun(w)...) {
				r.entry(f).cast |= bit
			}
		}
	}
	return parts, nil
}

// readDecisions reads the lines "kinds > kind: conditions"; a kind before the
// sign may be a class, for all its kinds.
func (r *reader) readDecisions(parts map[string]cast) error {
	for _, line := range r.lexicon.Lists["deciding"] {
		from, rest, ok := strings.Cut(line, " > ")
		to, conditions, both := strings.Cut(rest, ": ")
		if !ok || !both || r.kinds[to].ID == "" && to != data.NoEvent {
			return fmt.Errorf("deciding %q: want kinds > kind: conditions", line)
		}
		d, starts := &decision{to: to, line: line}, map[string]bool{}
		for _, name := range strings.Split(from, "/") {
			known := false
			for id, k := range r.kinds {
				if id == name || k.Class == name {
					known = true
					starts[id] = true
				}
			}
			if !known {
				return fmt.Errorf("deciding %q: %q is neither a kind nor a class", line, name)
			}
		}
		for _, c := range strings.Split(conditions, ", ") {
			read, err := readCondition(c, parts)
			if err != nil {
				return fmt.Errorf("deciding %q: %w", line, err)
			}
			d.conditions = append(d.conditions, read)
			d.scored = d.scored || read.where == scores && !read.not
		}
		if !d.scored && !slices.ContainsFunc(d.conditions, func(c condition) bool { return !c.not && c.where.ofCast() }) {
			return fmt.Errorf("deciding %q: no condition asks for a part of [cast] or a score", line)
		}
		for id := range starts {
			if id != to {
				r.decisions[id] = append(r.decisions[id], d)
			}
		}
	}
	return nil
}

func readCondition(s string, parts map[string]cast) (condition, error) {
	words := strings.Fields(s)
	c := condition{}
	if len(words) > 0 && words[0] == "no" {
		c.not, words = true, words[1:]
	}
	if len(words) == 0 || !slices.Contains(wheres, where(words[0])) || where(words[0]).ofCast() == (len(words) == 1) || len(words) > 2 {
		return c, fmt.Errorf("condition %q: want one of %v and a part of [cast]", s, wheres)
	}
	if c.where = where(words[0]); !c.where.ofCast() {
		return c, nil
	}
	for _, p := range strings.Split(words[1], "/") {
		if parts[p] == 0 {
			return c, fmt.Errorf("%q is no part of [cast]", p)
		}
		c.cast |= parts[p]
	}
	return c, nil
}

// decide returns the first decision that holds for trigger t of a kind, nil for
// none. counted says whether its report counts somebody.
func (a *sentenceAnalysis) decide(t trigger, kind string, counted bool) *decision {
	cs := a.castOf(a.first, a.last)
	for _, d := range a.v.decisions[kind] {
		if cs == 0 && !d.scored {
			continue // nobody of the cast is in the sentence
		}
		if !slices.ContainsFunc(d.conditions, func(c condition) bool { return a.holdsFor(t, c, cs, counted) == c.not }) {
			return d
		}
	}
	return nil
}

// holdsFor reports whether a word of the condition's cast stands where it says; said is the cast of the sentence.
func (a *sentenceAnalysis) holdsFor(t trigger, c condition, said cast, counted bool) bool {
	switch {
	case c.where == countsAny:
		return counted
	case c.where == scores:
		return a.scoreBehind(t)
	case said&c.cast == 0:
		return false
	}
	have := said
	switch c.where {
	case inClause:
		cl := a.clauses[t.clause]
		have = a.castOf(cl.first, cl.last)
	case asDoer:
		have, _ = a.sides(t)
	case asTarget:
		_, have = a.sides(t)
	case asHead:
		if !t.noun {
			return false
		}
		have = a.castOf(a.governorOf(t), t.first)
	case asItself:
		have = a.castOf(t.first, t.last)
	}
	return have&c.cast != 0
}

// scoreReach is how many words behind a verb the score of its game stands at most.
const scoreReach = 10

// scoreBehind reports whether the verb t leads to the score of a game, the
// winner's number first: "beat the visitors 3-1", "shot 45 % from the field".
// A span ("10-12 people") has the smaller number first.
func (a *sentenceAnalysis) scoreBehind(t trigger) bool {
	if t.noun {
		return false
	}
	number := func(i int) int {
		w := &a.words[i]
		if w.kind != text.Number || len(w.low) > len("999") || w.timed {
			return -1
		}
		n, err := strconv.Atoi(w.low)
		if err != nil {
			return -1
		}
		return n
	}
	last := a.clauses[t.clause].last
	for i := t.last; i+1 < min(last, t.last+scoreReach); i++ {
		n, next := number(i), a.words[i+1].low
		switch {
		case n < 0:
		case (next == "%" || next == "percent") && a.lowAt(i+2) != "of" && i == t.last:
			return true
		case i+2 < a.last && (next == "-" || next == "–") && !a.words[i+1].is(text.Space) && !a.words[i+2].is(text.Space) && number(i+2) >= 0 && n >= number(i+2):
			return true
		}
	}
	return false
}

// sides returns the cast of those who do t, and of those to whom it is done,
// by where they stand.
func (a *sentenceAnalysis) sides(t trigger) (doer, target cast) {
	c := a.clauses[t.clause]
	by := t.last
	for by < c.last && a.words[by].low != "by" {
		by++
	}
	before, after := a.castOf(a.beginOfSubject(t), t.head), a.castOf(t.head+1, by)
	agent := a.castOf(min(by+1, c.last), c.last)
	switch {
	case t.noun:
		if by < c.last && before != 0 && agent == 0 {
			return before, after
		}
		return before | agent, after
	case a.words[t.head].tag == "VBN" && !a.hasAux(t.head, formHas|formHad) || a.passive(t.head):
		return agent, before
	}
	return before, after | agent
}

// antecedent is how many words before a relative clause are what it describes.
const antecedent = 5

// beginOfSubject returns the first word of the subject of t: that of its clause, or,
// where it has none of its own, of the clause that it goes on with or describes.
func (a *sentenceAnalysis) beginOfSubject(t trigger) int {
	k := t.clause
	first := a.clauses[k].first
	for i := first; i < t.head; i++ {
		if w := &a.words[i]; w.noun() && !a.inTime(i) && !w.place || w.tag == "PRP" {
			return first
		}
	}
	switch {
	case k == 0:
		return first
	case a.clauses[k].link == "who" || a.clauses[k].link == "that" || a.clauses[k].link == "which":
		return max(a.clauses[k-1].first, first-antecedent)
	}
	return a.clauses[k-1].first
}

// governorReach is how many words before a noun what governs it may stand.
const governorReach = 8

// governorOf returns the first word before noun t that may govern it: behind the last
// verb and comma but one, so that the verb whose object it is counts.
func (a *sentenceAnalysis) governorOf(t trigger) int {
	i := t.first
	for n := 0; i > a.first && n < governorReach; n++ {
		i--
		if w := &a.words[i]; w.verb() || w.low == "," {
			return i
		}
	}
	return i
}

// isCast reports whether word i of the sentence has one of the parts.
func (a *sentenceAnalysis) isCast(i int, c cast) bool {
	return a.holds(i) && a.words[i].has(knownCast) && a.words[i].lexeme.cast&c != 0
}

// castOf returns the parts of the words from first to last, half open; those of
// a date have none: nobody marches in March.
func (a *sentenceAnalysis) castOf(first, last int) cast {
	var c cast
	for i := first; i < last; i++ {
		if w := &a.words[i]; w.has(knownCast) && !w.timed {
			c |= w.lexeme.cast
		}
	}
	return c
}
