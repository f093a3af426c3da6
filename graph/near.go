package graph

import (
	"cmp"
	"math"
	"slices"
)

// aspects is what the reports of one event claim, each of them and not only
// what was derived from all: two events that one text tells of the same day and
// place may be taken for one, whatever the others say.
type aspects struct {
	kinds   []uint8
	windows [][2]int32 // days that a report states
	local   []int32    // places, regions and countries, sorted
	wide    []int32
	figures []figure
}

// mostAspects is how many reports of one event are read for its aspects.
const mostAspects = 256

// aspectsOf returns the aspects of an event.
func (x *Explainer) aspectsOf(event int32) aspects {
	var a aspects
	e := &x.b.g.Events[event]
	for _, id := range e.Reports[:min(len(e.Reports), mostAspects)] {
		i, ok := x.index[id]
		if !ok {
			continue
		}
		c := &x.b.merger.claims[i]
		if !slices.Contains(a.kinds, c.kind) {
			a.kinds = append(a.kinds, c.kind)
		}
		if w := [2]int32{c.first, c.last}; c.stated && !slices.Contains(a.windows, w) {
			a.windows = append(a.windows, w)
		}
		for _, f := range c.figures {
			if !slices.Contains(a.figures, f) {
				a.figures = append(a.figures, f)
			}
		}
		a.local, a.wide = append(a.local, c.local...), append(a.wide, c.wide...)
	}
	a.local, a.wide = sortSet(a.local), sortSet(a.wide)
	return a
}

// candidates returns the events that may be most like an event, at most
// nearCandidates, the likeliest first.
func (x *Explainer) candidates(event int32) []int {
	if x.aspects == nil {
		x.aspects = make([]aspects, len(x.b.g.Events))
		for i := range x.aspects {
			x.aspects[i] = x.aspectsOf(int32(i))
		}
	}
	type candidate struct {
		event int
		score float64
	}
	var all []candidate
	for i := range x.aspects {
		if int32(i) == event {
			continue
		}
		if s := x.alike(&x.aspects[event], &x.aspects[i]); s > 0 {
			all = append(all, candidate{i, s})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	out := make([]int, min(len(all), nearCandidates))
	for i := range out {
		out[i] = all[i].event
	}
	return out
}

// nearDays is how far apart events may lie that may still be taken for one.
const nearDays = 10

// alike guesses how much two events have in common; 0 when nobody would take
// them for one.
func (x *Explainer) alike(a, b *aspects) float64 {
	score := 0.0
	for _, k := range a.kinds {
		for _, l := range b.kinds {
			if k == l {
				score = sameKind
			} else if x.b.kinds.alike[k].has(l) {
				score = max(score, alikeKind)
			}
		}
	}
	switch gap := leastGap(a.windows, b.windows); {
	case gap > nearDays:
		return 0
	case gap <= 0:
		score += sameDay
	case gap <= slackDays:
		score += sameDay / 2
	}
	switch {
	case meet(a.local, b.local):
		score += sameSite
	case meet(a.wide, b.wide):
		score += sameCountry
	}
	for _, f := range a.figures {
		if slices.ContainsFunc(b.figures, func(g figure) bool { return g.key == f.key && g.low == f.low && f.low > 2 }) {
			score += midFigure
		}
	}
	if score < sameKind {
		return 0
	}
	return score
}

// leastGap returns the least number of days between two of some windows, 0 where
// they overlap; where one of both has none, it returns nearDays, which is for
// nothing and against nothing.
func leastGap(a, b [][2]int32) int64 {
	if len(a) == 0 || len(b) == 0 {
		return nearDays
	}
	least := int64(math.MaxInt64)
	for _, v := range a {
		for _, w := range b {
			least = min(least, max(0, int64(max(v[0], w[0]))-int64(min(v[1], w[1]))))
		}
	}
	return least
}
