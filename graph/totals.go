package graph

import (
	"cmp"
	"slices"

	"github.com/dateline-project/dateline/events"
)

// totalKey names what makes two running totals one statement of a toll: what
// is counted, as of when, and who counts.
type totalKey struct {
	measures uint64
	first    int32 // of the day it is counted to
	last     int32
	who      uint64 // the speaker, else the family of copies
}

// groupTotals makes one cluster of each statement of running totals. Reports
// of one sentence are one statement, whatever each of them counts; others are
// one when their key is the same. They never join a happening.
func (m *merger) groupTotals() [][]int32 {
	type group struct {
		claims []int32
		limits limits
	}
	var groups []group
	for k := range m.claims {
		i, c := int32(k), &m.claims[k]
		if !c.total {
			continue
		}
		l := limitsOf(c, m.kinds)
		if n := len(groups); n > 0 {
			g := &groups[n-1]
			prev := &m.claims[g.claims[len(g.claims)-1]]
			if prev.doc == c.doc && c.doc >= 0 && prev.sentence == c.sentence && g.limits.against(&l, m.sites) == noVeto && g.limits.join(&l) {
				g.claims = append(g.claims, i)
				continue
			}
		}
		groups = append(groups, group{[]int32{i}, l})
	}
	byKey := map[totalKey][]int{}
	var merged []group
	for _, g := range groups {
		k := m.totalKey(g.claims)
		joined := false
		for _, o := range byKey[k] {
			if x := &merged[o]; x.limits.against(&g.limits, m.sites) == noVeto && x.limits.join(&g.limits) {
				x.claims = append(x.claims, g.claims...)
				joined = true
				break
			}
		}
		if !joined {
			if len(byKey[k]) < maxProfiles {
				byKey[k] = append(byKey[k], len(merged))
			}
			merged = append(merged, g)
		}
	}
	out := make([][]int32, len(merged))
	for i := range merged {
		out[i] = merged[i].claims
	}
	return out
}

func (m *merger) totalKey(g []int32) totalKey {
	k := totalKey{first: always, last: never}
	var measures []uint64
	for _, i := range g {
		c := &m.claims[i]
		for _, t := range c.totals {
			measures = append(measures, uint64(t.key))
			if t.asOfLast != never {
				k.first, k.last = t.asOfFirst, t.asOfLast
			}
		}
		if k.who == 0 && len(c.speaker) > 0 {
			for _, w := range c.speaker {
				k.who = mix(k.who, uint64(w))
			}
		}
	}
	slices.Sort(measures)
	k.measures = mix(slices.Compact(measures)...)
	c := &m.claims[g[0]]
	if k.last == never && c.stated {
		k.first, k.last = c.first, c.last
	}
	if k.last == never && c.doc >= 0 {
		k.last = m.published[c.doc]
	}
	if k.who == 0 && c.doc >= 0 {
		k.who = mix(uint64(m.family[c.doc]) + 1)
	} else if k.who == 0 {
		k.who = mix(uint64(g[0]), 1)
	}
	return k
}

// series collects the running totals that reports state: one series for each
// measure, population and place, its points in order of the day they count to.
func (b *builder) series() []Series {
	type key struct{ measure, population, place string }
	points := map[key][]Point{}
	for i := range b.g.Reports {
		r := &b.g.Reports[i]
		for _, f := range r.Figures {
			if f.Scope != events.ScopeTotal {
				continue
			}
			k := key{f.Measure, f.Population, ""}
			if p := mainPlace(r.Places); p != nil {
				k.place = placeKey(p)
			}
			asOf := f.AsOf
			if asOf == "" {
				asOf = r.When.EDTF
			}
			if d := b.docOf[i]; asOf == "" && d >= 0 {
				asOf = b.g.Documents[d].Published
			}
			points[k] = append(points[k], Point{AsOf: asOf, Low: f.Low, High: f.High, Report: r.ID})
		}
	}
	out := []Series{}
	for k, p := range points {
		slices.SortFunc(p, func(x, y Point) int {
			return cmp.Or(cmp.Compare(sortDay(x.AsOf), sortDay(y.AsOf)), cmp.Compare(x.Report, y.Report), cmp.Compare(x.Low, y.Low))
		})
		out = append(out, Series{ID: shortID("s", k.measure, k.population, k.place), Measure: k.measure, Population: k.population, Place: k.place, Points: p})
	}
	slices.SortFunc(out, func(x, y Series) int {
		return cmp.Or(cmp.Compare(x.Measure, y.Measure), cmp.Compare(x.Population, y.Population), cmp.Compare(x.Place, y.Place))
	})
	return out
}
