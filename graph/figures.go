package graph

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-project/dateline/events"
)

type figureClaim struct {
	report int32
	figure events.Figure
}

// figuresByMeasure returns what reports state of the event itself, by measure
// and population in alphabetical order, each in the order of reports.
func (b *builder) figuresByMeasure(reports []int32) [][]figureClaim {
	type key struct{ measure, population string }
	by := map[key][]figureClaim{}
	var keys []key
	for _, i := range reports {
		for _, f := range b.g.Reports[i].Figures {
			if f.Scope == events.ScopeTotal || f.Scope == events.ScopePart {
				continue
			}
			k := key{f.Measure, f.Population}
			if by[k] == nil {
				keys = append(keys, k)
			}
			by[k] = append(by[k], figureClaim{i, f})
		}
	}
	slices.SortFunc(keys, func(x, y key) int {
		return cmp.Or(cmp.Compare(x.measure, y.measure), cmp.Compare(x.population, y.population))
	})
	out := make([][]figureClaim, len(keys))
	for i, k := range keys {
		out[i] = by[k]
	}
	return out
}

// figuresOf returns, for each measure and population, the lowest and highest
// value claimed, and as best the exact value that most families' last word
// gives, the later one of equals. High and Best are nil when every claim is open.
func (b *builder) figuresOf(reports []int32) []Figure {
	out := []Figure{}
	for _, claims := range b.figuresByMeasure(reports) {
		f := Figure{Measure: claims[0].figure.Measure, Population: claims[0].figure.Population, Low: claims[0].figure.Low, Reports: []string{}}
		last := map[int32]figureClaim{} // of each family, its last exact word
		for _, c := range claims {
			f.Low = min(f.Low, c.figure.Low)
			if h := c.figure.High; h != nil && (f.High == nil || *h > *f.High) {
				v := *h
				f.High = &v
			}
			if f.High != nil && c.figure.Low > *f.High {
				v := c.figure.Low
				f.High = &v
			}
			if id := b.g.Reports[c.report].ID; len(f.Reports) == 0 || f.Reports[len(f.Reports)-1] != id { // claims are in order of reports
				f.Reports = append(f.Reports, id)
			}
			if c.figure.High == nil || *c.figure.High != c.figure.Low {
				continue
			}
			fam := b.familyOf(c.report)
			if have, ok := last[fam]; !ok || b.supersedes(c, have) {
				last[fam] = c
			}
		}
		f.Best = b.bestOf(last)
		f.Values = b.figureValues(claims)
		out = append(out, f)
	}
	return out
}

// supersedes reports whether c, told after have by the same family, is its last
// word: a later text's number, or the larger one of a text that counts some of
// those harmed apart.
func (b *builder) supersedes(c, have figureClaim) bool {
	if b.docOf[c.report] == b.docOf[have.report] {
		return c.figure.Low >= have.figure.Low
	}
	return b.published(c.report) >= b.published(have.report)
}

// figureValues returns the values claimed of one measure, the lowest first, with
// the families of copies and the reports behind each.
func (b *builder) figureValues(claims []figureClaim) []FigureValue {
	var out []FigureValue
	families := map[int]map[int32]bool{}
	equal := func(v *FigureValue, f *events.Figure) bool {
		return v.Low == f.Low && (v.High == nil) == (f.High == nil) && (f.High == nil || *v.High == *f.High)
	}
	for _, c := range claims {
		k := slices.IndexFunc(out, func(v FigureValue) bool { return equal(&v, &c.figure) })
		if k < 0 {
			k = len(out)
			out = append(out, FigureValue{Low: c.figure.Low, High: c.figure.High})
			families[k] = map[int32]bool{}
		}
		v := &out[k]
		if id := b.g.Reports[c.report].ID; len(v.Reports) == 0 || v.Reports[len(v.Reports)-1] != id {
			v.Reports = append(v.Reports, id)
		}
		families[k][b.familyOf(c.report)] = true
	}
	for k := range out {
		out[k].Families = len(families[k])
	}
	slices.SortStableFunc(out, func(x, y FigureValue) int {
		high := func(v FigureValue) int64 {
			if v.High == nil {
				return math.MaxInt64
			}
			return *v.High
		}
		return cmp.Or(cmp.Compare(x.Low, y.Low), cmp.Compare(high(x), high(y)))
	})
	return out
}

func (b *builder) bestOf(last map[int32]figureClaim) *int64 {
	votes, latest := map[int64]int{}, map[int64]int32{}
	for _, c := range last {
		v := c.figure.Low
		votes[v]++
		if day := b.published(c.report); votes[v] == 1 || day > latest[v] {
			latest[v] = day
		}
	}
	var best *int64
	for v := range votes {
		if best == nil || cmp.Or(cmp.Compare(votes[v], votes[*best]), cmp.Compare(latest[v], latest[*best]), cmp.Compare(v, *best)) > 0 {
			best = &v
		}
	}
	return best
}

// published returns the day a report was published, always when unknown.
func (b *builder) published(report int32) int32 {
	if d := b.docOf[report]; d >= 0 {
		return b.merger.published[d]
	}
	return always
}
