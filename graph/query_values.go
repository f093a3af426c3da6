package graph

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
)

// differences compares what two voices state of one event; done says that it
// matters who did it.
func differences(a, b []*Report, done bool) []Difference {
	out := []Difference{}
	compare := func(attribute string, of func(*Report) (value string, ok bool), agree func(x, y *Report) bool) {
		x, y := claimed(a, of), claimed(b, of)
		if len(x) == 0 || len(y) == 0 {
			return
		}
		for _, r := range a {
			for _, s := range b {
				_, ok := of(r)
				_, ok2 := of(s)
				if ok && ok2 && agree(r, s) {
					return
				}
			}
		}
		out = append(out, Difference{attribute, x, y})
	}
	compare("date", func(r *Report) (string, bool) { return r.When.EDTF, r.When.EDTF != "" }, func(x, y *Report) bool {
		f1, l1 := interval(x.When)
		f2, l2 := interval(y.When)
		return f1 <= l2 && f2 <= l1
	})
	compare("place", func(r *Report) (string, bool) { n := namedPlaces(r.Places); return strings.Join(n, ", "), len(n) > 0 }, func(x, y *Report) bool {
		return slices.ContainsFunc(x.Places, func(p events.Place) bool {
			return slices.ContainsFunc(y.Places, func(q events.Place) bool { return onePlace(&p, &q) })
		})
	})
	for _, m := range measures(a) {
		compare(m, func(r *Report) (string, bool) {
			v := figureOf(r, m)
			if v == nil {
				return "", false
			}
			return figureValue(*v), true
		}, func(x, y *Report) bool {
			p, q := figureOf(x, m), figureOf(y, m)
			return (p.High == nil || *p.High >= q.Low) && (q.High == nil || *q.High >= p.Low)
		})
	}
	if done {
		compare("responsibility", func(r *Report) (string, bool) { return actorOf(r), actorOf(r) != "" }, func(x, y *Report) bool {
			return !otherOwners(ownersOf(x), ownersOf(y))
		})
	}
	denied := func(r *Report) bool { return r.Modality == events.Denied || r.Modality == events.Negated }
	compare("happened", func(r *Report) (string, bool) { return string(r.Modality), true }, func(x, y *Report) bool { return denied(x) == denied(y) })
	return out
}

// claimed returns the values of some reports, in their order.
func claimed(reports []*Report, of func(*Report) (string, bool)) []Value {
	var out []Value
	for _, r := range reports {
		v, ok := of(r)
		if !ok {
			continue
		}
		k := slices.IndexFunc(out, func(x Value) bool { return x.Value == v })
		if k < 0 {
			k = len(out)
			out = append(out, Value{Value: v})
		}
		out[k].Reports = append(out[k].Reports, r.ID)
	}
	return out
}

// onePlace reports whether two places have an id or a name in common, or lie
// as near each other as two entries of a gazetteer for one place.
func onePlace(p, q *events.Place) bool {
	if fine(p.Precision) < fine(events.DistrictPlace) || fine(q.Precision) < fine(events.DistrictPlace) {
		return false
	}
	located := (p.Lat != 0 || p.Lon != 0) && (q.Lat != 0 || q.Lon != 0)
	return placeKey(p) == placeKey(q) || foldName(p.Name) == foldName(q.Name) || located && placesKm(p, q) <= samePlaceKm
}

// measures returns the measures and populations of which some reports count, in order.
func measures(reports []*Report) []string {
	var out []string
	for _, r := range reports {
		for _, f := range r.Figures {
			if f.Scope == events.ScopeEvent || f.Scope == "" {
				out = append(out, measureName(f))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// figureOf returns the first count of a measure that a report states of the event itself.
func figureOf(r *Report, measure string) *events.Figure {
	for i := range r.Figures {
		if f := &r.Figures[i]; (f.Scope == events.ScopeEvent || f.Scope == "") && measureName(*f) == measure {
			return f
		}
	}
	return nil
}
