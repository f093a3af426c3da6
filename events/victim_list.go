package events

import (
	"slices"

	"github.com/dateline-project/dateline/events/text"
)

// addListed adds to the tallies of a sentence the number of all whom a list
// behind one word of harm names, where these count only some of them or count
// them apart: "killing the driver and five passengers" are six, "three
// soldiers and a child were killed" four. What counts people of no named sort is then a
// part of that number.
func (a *sentenceAnalysis) addListed(ts []tally, ms []measured) []tally {
	for _, m := range ms {
		if m.noun || m.measure != "killed" && m.measure != "injured" && m.measure != "casualties" {
			continue
		}
		vs := a.harmedBy(m)
		if len(vs) < 2 || slices.ContainsFunc(vs, func(v victim) bool { return v.bare }) || !a.joinsLast(vs) || a.befellOne(m.at) {
			continue
		}
		sum, known := sumOf(vs), true                 // how many, and whether no fewer and no more
		most, all, total := int64(0), int64(0), false // all: what the tallies add up to
		for _, t := range ts {
			if t.by.at != m.at {
				continue
			}
			known = known && t.count.high != nil
			most, all, total = max(most, t.count.low), all+t.count.low, total || t.scope != ScopeEvent
		}
		if sum <= most || total || all == 2*most && all > most && most > 1 {
			continue // no more than one number gives: "three clerks, a man and two women"
		}
		for k := range ts {
			if p := ts[k].count.population.name; ts[k].by.at == m.at && (p == "" || p == "people") {
				ts[k].scope = ScopePart
			}
		}
		q := quantity{first: vs[0].first, number: vs[0].first, last: vs[len(vs)-1].last, noun: -1, low: sum, hedge: AddedUp}
		if known {
			q.high = &sum
		}
		ts = append(ts, tally{q, m, ScopeEvent})
	}
	return ts
}

// joinsLast reports whether a conjunction stands before the last of a list, which else
// is one person and what he is: "Ann Lee, the mayor, died". Headlines do without: "Woman, 2 children found dead".
func (a *sentenceAnalysis) joinsLast(vs []victim) bool {
	named := func(v victim) bool { return v.name != "" || v.known }
	if a.role != text.Body && !slices.ContainsFunc(vs, named) {
		return true
	}
	for i := vs[len(vs)-2].last; i <= vs[len(vs)-1].first; i++ {
		if a.words[i].tag == "CC" {
			return true
		}
	}
	return false
}

// befellOne reports whether the verb of the word of harm at i has one person for its subject.
func (a *sentenceAnalysis) befellOne(i int) bool {
	for i--; i > a.first && (a.words[i].lexeme.cues&cueCountLink != 0 || a.words[i].tag == "RB"); i-- {
		if a.words[i].form(formOne) {
			return true
		}
	}
	return false
}

// sumOf returns how many persons a list names.
func sumOf(vs []victim) int64 {
	sum := int64(0)
	for _, v := range vs {
		sum += v.n
	}
	if partsOfFirst(vs) {
		return vs[0].n
	}
	return sum
}

// partsOfFirst reports whether the numbers of a list add up to the first of three or
// more, and so say who these were: "three people, two men and a woman".
func partsOfFirst(vs []victim) bool {
	if len(vs) < 3 {
		return false
	}
	rest := int64(0)
	for _, v := range vs[1:] {
		rest += v.n
	}
	return vs[0].n == rest
}
