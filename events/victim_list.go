package events

import "slices"

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
		if len(vs) < 2 || slices.ContainsFunc(vs, func(v victim) bool { return v.bare }) {
			continue
		}
		sum, known := sumOf(vs), true // how many, and whether no fewer and no more
		most, total := int64(0), false
		for _, t := range ts {
			if t.by.at != m.at {
				continue
			}
			known = known && t.count.high != nil
			most, total = max(most, t.count.low), total || t.scope != ScopeEvent
		}
		if sum <= most || total {
			continue
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

// sumOf returns how many persons a list names. Of three or more numbers one may be the
// sum of the others, which then say who these were: "three people, two men and a woman".
func sumOf(vs []victim) int64 {
	sum := int64(0)
	for _, v := range vs {
		sum += v.n
	}
	if len(vs) > 2 && 2*vs[0].n == sum {
		return vs[0].n
	}
	return sum
}
