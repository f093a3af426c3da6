package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
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
	out := linksOf(b.stated)
	out = append(out, b.timeLinks()...)
	for i := range b.g.Events {
		if e := &b.g.Events[i]; e.PartOf != "" { // unless a text states it as well
			out = append(out, Link{From: e.ID, To: e.PartOf, Relation: "part-of", Basis: Derived})
		}
	}
	out = append(out, b.toldTogether(index)...)
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
			from, to := &b.g.Events[last], e
			rel := Allen(&from.When, &to.When)
			if converse, ok := converses[rel]; ok {
				from, to, rel = to, from, converse
			}
			if rel != "" {
				out = append(out, Link{From: from.ID, To: to.ID, Relation: rel, Basis: Derived})
			}
		}
		last = i
	}
	return out
}

// tookPlace reports whether an event is told as one that took place.
func tookPlace(e *Event) bool { return e.Modality == events.Happened || e.Modality == events.Alleged }

// converses are the relations of Allen's that are written from the other end.
var converses = map[string]string{"after": "before", "met-by": "meets", "overlapped-by": "overlaps", "started-by": "starts", "contains": "during", "finished-by": "finishes"}

// Allen returns the relation of two dates in the interval algebra (J. F. Allen,
// "Maintaining Knowledge about Temporal Intervals", 1983), one of before,
// after, meets, met-by, overlaps, overlapped-by, starts, started-by, during,
// contains, finishes, finished-by and equals; "" when the texts leave it open. A
// month or year that holds one unknown day lies only before or after another
// date; the other relations need days that are known from end to end, and two
// single days are never more than before, after or of one day, which is "".
func Allen(a, b *events.When) string {
	for _, w := range []*events.When{a, b} {
		if w.Earliest != edtf.Open && w.Latest != edtf.Open && w.Earliest > w.Latest {
			return "" // no interval
		}
	}
	whole := func(w *events.When) bool {
		return strings.Contains(w.EDTF, "/") && !strings.ContainsAny(w.EDTF, "~?X") && w.Earliest != edtf.Open && w.Latest != edtf.Open
	}
	known := func(w *events.When) bool { return whole(w) || w.Earliest == w.Latest }
	switch rel := edtf.AllenDays(a.Earliest, a.Latest, b.Earliest, b.Latest); {
	case rel == edtf.Before || rel == edtf.Meets && !(whole(a) && whole(b)):
		return string(edtf.Before)
	case rel == edtf.After || rel == edtf.MetBy && !(whole(a) && whole(b)):
		return string(edtf.After)
	case rel == edtf.Meets || rel == edtf.MetBy || known(a) && known(b) && (whole(a) || whole(b)):
		return string(rel)
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
	b.statedParts()
	for i := range b.g.Events {
		e := &b.g.Events[i]
		f, l := interval(e.When)
		if e.When.EDTF == "" || f == always || l == never || !tookPlace(e) || !b.violent(e.Kind) {
			continue
		}
		best := span{event: -1}
		if len(e.Places) == 0 || e.PartOf != "" {
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

// statedParts sets the event that a text says another is part of, the first
// that is stated, unless the dates rule it out. Parts make no circle.
func (b *builder) statedParts() {
	index := indexOf(b.g.Events, func(e *Event) string { return e.ID })
	for i := range b.stated {
		l := &b.stated[i].Link
		if l.Relation != "part-of" {
			continue
		}
		e, whole := &b.g.Events[index[l.From]], &b.g.Events[index[l.To]]
		s := Step{From: l.From, To: l.To, Relation: l.Relation, Basis: l.Basis}
		if e.PartOf != "" || !tookPlace(e) || !tookPlace(whole) || s.AgainstDates(e, whole) {
			continue
		}
		over := whole
		for over.PartOf != "" && over != e {
			over = &b.g.Events[index[over.PartOf]]
		}
		if over != e {
			e.PartOf = whole.ID
		}
	}
}

// togetherFamilies is how many texts must tell two events in one sentence for
// them to be linked by that.
const togetherFamilies = 2

// toldTogether links events that several texts tell in one sentence, one after
// the other, copies of a text counting once.
func (b *builder) toldTogether(index map[string]int) []Link {
	families := map[[2]string]map[int32]bool{}
	for i := 1; i < len(b.g.Reports); i++ {
		x, y := &b.g.Reports[i-1], &b.g.Reports[i]
		if x.Document != y.Document || x.Quote.Span != y.Quote.Span || x.Event == y.Event {
			continue
		}
		pair := [2]string{x.Event, y.Event}
		if index[pair[0]] > index[pair[1]] {
			pair[0], pair[1] = pair[1], pair[0]
		}
		if families[pair] == nil {
			families[pair] = map[int32]bool{}
		}
		families[pair][b.familyOf(int32(i))] = true
	}
	var out []Link // sorted by links
	for pair, f := range families {
		if len(f) >= togetherFamilies {
			out = append(out, Link{From: pair[0], To: pair[1], Relation: "reported-together", Basis: Near})
		}
	}
	return out
}
