package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
)

// links returns the links between events, each once, ordered by the place of
// From and To in the graph, then by relation. They grow linearly: relations in
// time are given between neighbours only, since the others follow from them,
// and an event is linked to the next one, not to all, at its place or of its actor.
func (b *builder) links() []Link {
	index := make(map[string]int, len(b.g.Events))
	for i := range b.g.Events {
		index[b.g.Events[i].ID] = i
	}
	out := b.statedLinks(index)
	out = append(out, b.timeLinks()...)
	for i := range b.g.Events {
		if e := &b.g.Events[i]; e.PartOf != "" {
			out = append(out, Link{From: e.ID, To: e.PartOf, Relation: "part-of", Basis: Derived})
		}
	}
	out = append(out, b.nextLinks("same-place", func(e *Event) string {
		if len(e.Places) == 0 || fine(e.Places[0].Precision) < fine(events.DistrictPlace) {
			return ""
		}
		return placeKey(&e.Places[0])
	})...)
	out = append(out, b.nextLinks("same-actor", func(e *Event) string {
		if len(e.Actors) == 0 {
			return ""
		}
		return lower(e.Actors[0].Name)
	})...)
	rank := map[string]int{Stated: 0, Ordered: 1, Derived: 2, Near: 3}
	slices.SortStableFunc(out, func(x, y Link) int {
		return cmp.Or(cmp.Compare(index[x.From], index[y.From]), cmp.Compare(index[x.To], index[y.To]),
			cmp.Compare(x.Relation, y.Relation), cmp.Compare(rank[x.Basis], rank[y.Basis]), cmp.Compare(x.Why.Document, y.Why.Document), cmp.Compare(x.Why.Start, y.Why.Start))
	})
	out = slices.CompactFunc(out, func(x, y Link) bool { return x.From == y.From && x.To == y.To && x.Relation == y.Relation })
	if out == nil {
		out = []Link{}
	}
	return out
}

// timeLinks relates each dated event with the next one, as far as what the
// texts state settles the relation.
func (b *builder) timeLinks() []Link {
	var out []Link
	last := -1
	for i := range b.g.Events {
		e := &b.g.Events[i]
		if f, l := interval(e.When); e.When.EDTF == "" || f == always || l == never || !tookPlace(e) {
			continue
		}
		if last >= 0 {
			if rel := allen(&b.g.Events[last].When, &e.When); rel != "" {
				out = append(out, Link{From: b.g.Events[last].ID, To: e.ID, Relation: rel, Basis: Derived})
			}
		}
		last = i
	}
	return out
}

// tookPlace reports whether an event is told as one that took place.
func tookPlace(e *Event) bool { return e.Modality == events.Happened || e.Modality == events.Alleged }

// allen returns the Allen relation of two dates with both bounds, the first of
// which does not start later; "" when the texts leave it open. A month or year
// that holds one unknown day lies only before or after another date; the
// other relations need intervals that are known from end to end.
func allen(a, b *events.When) string {
	f1, l1 := interval(*a)
	f2, l2 := interval(*b)
	whole := func(w *events.When) bool { return strings.Contains(w.EDTF, "/") && !strings.ContainsAny(w.EDTF, "~?X") }
	day := func(f, l int32) bool { return f == l }
	switch {
	case int64(l1)+1 < int64(f2):
		return "before"
	case int64(l1)+1 == int64(f2) && whole(a) && whole(b):
		return "meets"
	case l1 < f2:
		return "before"
	case !(whole(a) || day(f1, l1)) || !(whole(b) || day(f2, l2)) || !(whole(a) || whole(b)):
		return ""
	case f1 == f2 && l1 == l2:
		return "equals"
	case f1 == f2 && l1 < l2:
		return "starts"
	case f1 < f2 && l2 < l1:
		return "" // the longer one contains the other: told as during, from the other's side, by partOf
	case l1 == l2:
		return ""
	case f1 < f2 && f2 <= l1 && l1 < l2:
		return "overlaps"
	}
	return ""
}

// nextLinks links each event with the next one that has the same key. Undated
// events and those that did not happen are left out.
func (b *builder) nextLinks(relation string, key func(*Event) string) []Link {
	var out []Link
	last := map[string]int{}
	for i := range b.g.Events {
		e := &b.g.Events[i]
		if f, l := interval(e.When); !tookPlace(e) || timeKey(f, l) == never {
			continue
		}
		k := key(e)
		if k == "" {
			continue
		}
		if j, ok := last[k]; ok {
			out = append(out, Link{From: b.g.Events[j].ID, To: e.ID, Relation: relation, Basis: Near})
		}
		last[k] = i
	}
	return out
}

// partOf sets the longer event that an event lies in: one of at least
// longDays days with both ends known, at the same place and of an acting kind,
// that holds all the days of the shorter one, which is at that place first of all. The shortest such event is taken.
func (b *builder) partOf() {
	const longDays = 4
	type span struct {
		first, last int32
		event       int
	}
	long := map[string][]span{}
	for i := range b.g.Events {
		e := &b.g.Events[i]
		f, l := interval(e.When)
		if e.When.EDTF == "" || f == always || l == never || l-f < longDays || !strings.Contains(e.When.EDTF, "/") || !tookPlace(e) || len(e.Places) == 0 || !b.violent(e.Kind) {
			continue
		}
		k := placeKey(&e.Places[0])
		long[k] = append(long[k], span{f, l, i})
	}
	for k := range long {
		slices.SortFunc(long[k], func(x, y span) int {
			return cmp.Or(cmp.Compare(x.last-x.first, y.last-y.first), cmp.Compare(x.event, y.event))
		})
		long[k] = long[k][:min(len(long[k]), 64)] // a place with more has no use for them
	}
	for i := range b.g.Events {
		e := &b.g.Events[i]
		f, l := interval(e.When)
		if e.When.EDTF == "" || f == always || l == never || !tookPlace(e) || !b.violent(e.Kind) {
			continue
		}
		best := span{event: -1}
		if len(e.Places) == 0 {
			continue
		}
		// Only the place that the event is named for: one that a single account
		// mentions beside it makes no part of what happened there.
		for _, s := range long[placeKey(&e.Places[0])] {
			if s.event != i && s.first <= f && l <= s.last && l-f < s.last-s.first {
				best = s
				break
			}
		}
		if best.event >= 0 {
			e.PartOf = b.g.Events[best.event].ID
		}
	}
}
