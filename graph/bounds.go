package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
)

// A constraint is that one event did not come before another, as a text says.
type constraint struct {
	earlier, later int32 // events
	lag            lag
	document       string
}

// boundByOrder gives the events of which no text states a date the bounds that
// follow from the orders that texts state: not before what they come after,
// not after what they come before. Where a text says how many days lie between
// and the other event is known to the day, that is a date, as stated. Orders
// that contradict each other or the dates bound nothing. A bound holds for all
// that is ordered behind it: each is passed on once, in order.
func (b *builder) boundByOrder(stated []statedLink) error {
	all, err := b.constraints(stated)
	if err != nil || len(all) == 0 {
		return err
	}
	order := topological(all, len(b.g.Events))
	bounds := make(map[int32]*orderBounds)
	b.passOn(all, order, bounds, true)
	slices.Reverse(order)
	b.passOn(all, order, bounds, false)
	for i, o := range bounds {
		o.write(&b.g.Events[i])
	}
	return nil
}

// constraints returns the orders that texts state, but for those of a
// contradiction and those that the dates rule out.
func (b *builder) constraints(stated []statedLink) ([]constraint, error) {
	index := indexOf(b.g.Events, func(e *Event) string { return e.ID })
	g := Graph{Events: b.g.Events, Links: linksOf(stated)}
	conflicts, err := g.OrderConflicts()
	if err != nil {
		return nil, err
	}
	in := map[string]int{}
	for k, c := range conflicts {
		for _, id := range c.Events {
			in[id] = k + 1
		}
	}
	var out []constraint
	for i := range stated {
		l := &stated[i]
		earlier, later, ok := ordering(&l.Link)
		if !ok || earlier == later || in[earlier] > 0 && in[earlier] == in[later] {
			continue
		}
		c := constraint{index[earlier], index[later], l.lag, l.Why.Document}
		if c.earlier == c.later || c.ruledOut(b.g.Events) || !tookPlace(&b.g.Events[c.earlier]) || !tookPlace(&b.g.Events[c.later]) {
			continue
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(x, y constraint) int {
		return cmp.Or(cmp.Compare(x.earlier, y.earlier), cmp.Compare(x.later, y.later))
	})
	return out, nil
}

func (c *constraint) ruledOut(events []Event) bool {
	first, _ := interval(events[c.earlier].When)
	_, last := interval(events[c.later].When)
	return first != always && last != never && first > last
}

// topological returns the events of constraints, each behind those it comes
// after (A. B. Kahn, 1962); constraints have no cycle.
func topological(all []constraint, events int) []int32 {
	degree := make([]int32, events)
	next := map[int32][]int32{}
	var order []int32
	for _, c := range all {
		degree[c.later]++
		next[c.earlier] = append(next[c.earlier], c.later)
	}
	for _, c := range all {
		if degree[c.earlier] == 0 {
			degree[c.earlier] = -1
			order = append(order, c.earlier)
		}
	}
	for k := 0; k < len(order); k++ {
		for _, i := range next[order[k]] {
			if degree[i]--; degree[i] == 0 {
				order = append(order, i)
			}
		}
	}
	return order
}

// orderBounds are the bounds that orders give an undated event, and why.
type orderBounds struct {
	first, last   int32
	after, before string // words for the basis, "" where first or last is that of its reports
	exact         string // EDTF, where a text says how many days lie between
	tied          string // and in words
}

// passOn bounds the events of constraints in order: forward the first days,
// backward the last ones.
func (b *builder) passOn(all []constraint, order []int32, bounds map[int32]*orderBounds, forward bool) {
	by := map[int32][]*constraint{} // by the event that is bounded
	for i := range all {
		k := all[i].later
		if !forward {
			k = all[i].earlier
		}
		by[k] = append(by[k], &all[i])
	}
	for _, i := range order {
		e := &b.g.Events[i]
		if e.When.EDTF != "" {
			continue
		}
		for _, c := range by[i] {
			other := c.earlier
			if !forward {
				other = c.later
			}
			b.bound(i, other, c, bounds, forward)
		}
	}
}

// at returns the days that an event is known to lie within so far.
func (b *builder) at(i int32, bounds map[int32]*orderBounds) (first, last int32) {
	if o := bounds[i]; o != nil {
		return o.first, o.last
	}
	return interval(b.g.Events[i].When)
}

// bound narrows event i by a constraint between it and another one.
func (b *builder) bound(i, other int32, c *constraint, bounds map[int32]*orderBounds, forward bool) {
	o := bounds[i]
	if o == nil {
		o = &orderBounds{}
		o.first, o.last = interval(b.g.Events[i].When)
	}
	f, l := b.at(other, bounds)
	name := b.dated(other, bounds)
	first, last := o.first, o.last
	low, high := int64(0), int64(never)
	if c.lag.words != "" {
		low, high = int64(c.lag.low), int64(c.lag.high)
	}
	shift := func(day int32, by int64) int32 { return int32(min(max(int64(day)+by, always+1), never-1)) }
	word := "after"
	if forward {
		if f != always {
			first = max(first, shift(f, low))
		}
		if l != never && high != never {
			last = min(last, shift(l, high))
		}
	} else {
		word = "before"
		if l != never {
			last = min(last, shift(l, -low))
		}
		if f != always && high != never {
			first = max(first, shift(f, -high))
		}
	}
	if first > last || first == o.first && last == o.last {
		return
	}
	said := fmt.Sprintf("%s %s, as %s states", word, name, c.document)
	if c.lag.words != "" {
		said = c.lag.words + " " + said
	}
	if first != o.first {
		o.after = said
	}
	if last != o.last {
		o.before = said
	}
	if c.lag.exact() && f == l && b.g.Events[other].When.EDTF != "" && first == last {
		o.exact, o.tied = edtf.Day(first).String(), said
	}
	o.first, o.last = first, last
	bounds[i] = o
}

// dated names an event with its date.
func (b *builder) dated(i int32, bounds map[int32]*orderBounds) string {
	e := &b.g.Events[i]
	switch {
	case e.When.EDTF != "":
		return fmt.Sprintf("%s (%s)", e.Label, e.When.EDTF)
	case bounds[i] != nil && bounds[i].exact != "":
		return fmt.Sprintf("%s (%s)", e.Label, bounds[i].exact)
	}
	return e.Label
}

// write puts the bounds into an event's date. What the reports' own bounds
// rest on stays for the end that no order narrows.
func (o *orderBounds) write(e *Event) {
	w := &e.When
	if o.exact != "" {
		w.EDTF, w.Precision, w.Rule = o.exact, "day", "tied"
		w.Earliest, w.Latest = edtf.Day(o.first), edtf.Day(o.last)
		w.Basis = "derived: " + o.tied
		return
	}
	var why []string
	for _, s := range []string{o.after, o.before} {
		if s != "" && !slices.Contains(why, s) {
			why = append(why, s)
		}
	}
	if own := strings.TrimPrefix(w.Basis, "derived: "); own != "" && (o.after == "" && w.Earliest != edtf.Open || o.before == "" && w.Latest != edtf.Open) {
		why = append(why, own)
	}
	if o.first != always {
		w.Earliest = edtf.Day(o.first)
	}
	if o.last != never {
		w.Latest = edtf.Day(o.last)
	}
	w.Rule, w.Basis = "stated order", "derived: "+strings.Join(why, "; ")
}
