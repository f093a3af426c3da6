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
func (m *merger) groupTotals(totals []int32) [][]int32 {
	var groups [][]int32
	for _, i := range totals {
		c := &m.claims[i]
		if n := len(groups); n > 0 {
			prev := &m.claims[groups[n-1][len(groups[n-1])-1]]
			if prev.doc == c.doc && c.doc >= 0 && prev.sentence == c.sentence && m.free(groups[n-1], []int32{i}) {
				groups[n-1] = append(groups[n-1], i)
				continue
			}
		}
		groups = append(groups, []int32{i})
	}
	byKey := map[totalKey][]int{}
	var out [][]int32
	for _, g := range groups {
		k := m.totalKey(g)
		joined := false
		for _, o := range byKey[k] {
			if m.free(out[o], g) {
				out[o] = append(out[o], g...)
				joined = true
				break
			}
		}
		if !joined {
			if len(byKey[k]) < maxProfiles {
				byKey[k] = append(byKey[k], len(out))
			}
			out = append(out, g)
		}
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

// free reports whether no veto stands between two sets of claims.
func (m *merger) free(a, b []int32) bool {
	for _, i := range a {
		l := limitsOf(&m.claims[i], m.kinds)
		for _, j := range b {
			o := limitsOf(&m.claims[j], m.kinds)
			if l.against(&o, m.sites) != noVeto {
				return false
			}
		}
	}
	return true
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
