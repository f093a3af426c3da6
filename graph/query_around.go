package graph

import (
	"cmp"
	"slices"

	"github.com/dateline-project/dateline/events"
)

// A Neighbour is an event that links lead to, and those links.
type Neighbour struct {
	Event string `json:"event"`
	Hops  int    `json:"hops"`  // links on the shortest way
	Steps []Step `json:"steps"` // to events that are one hop nearer, the strongest first
}

// Around returns the events that at most hops links of the given relations lead
// to: the nearest first, of these the ones that a text links, then those that
// structure, places or actors link, then those that are only next in time. No
// relations mean all. A link by an actor without a name ("the army") is passed
// over. It is nil for an unknown event.
func (f *Finder) Around(event string, hops int, relations ...string) []Neighbour {
	from, ok := f.index[event]
	if !ok {
		return nil
	}
	at := map[int32]int{from: 0} // hops
	ring := []int32{from}
	out := []Neighbour{}
	for hop := 1; hop <= hops && len(ring) > 0; hop++ {
		var next []int32
		steps := map[int32][]Step{}
		for _, i := range ring {
			for _, a := range f.arcs[f.start[i]:f.start[i+1]] {
				l := &f.g.Links[a.link]
				if have, seen := at[a.to]; seen && have < hop || !allowed(l, relations) || f.idle(l) {
					continue
				}
				if _, seen := at[a.to]; !seen {
					at[a.to] = hop
					next = append(next, a.to)
				}
				steps[a.to] = append(steps[a.to], f.linkStep(l))
			}
		}
		for _, s := range steps {
			slices.SortStableFunc(s, func(x, y Step) int { return cmp.Compare(x.Strength(), y.Strength()) })
		}
		slices.SortFunc(next, func(x, y int32) int {
			return cmp.Or(cmp.Compare(steps[x][0].Strength(), steps[y][0].Strength()), cmp.Compare(x, y))
		})
		for _, i := range next {
			out = append(out, Neighbour{f.g.Events[i].ID, hop, steps[i]})
		}
		ring = next
	}
	return out
}

// The strengths of a step, the strongest first.
const (
	TextStates = iota // a text states the link
	TextOrders        // a text states the order
	Structure         // one lies within the other, repeats or contradicts it
	InCommon          // a place, an actor or a text in common
	TimeAlone         // only their dates
)

// Strength returns how much stands behind a step, TextStates to TimeAlone.
func (s *Step) Strength() int {
	switch {
	case s.Basis == Stated:
		return TextStates
	case s.Basis == Ordered:
		return TextOrders
	case s.Basis == Near:
		return InCommon
	case slices.Contains(byDates, s.Relation):
		return TimeAlone
	}
	return Structure
}

// AgainstDates reports whether the days of the events at its ends rule out the
// order that a text states, or that one was during the other, which one of the
// three has wrong: the text, the reading of it, or the dates.
func (s *Step) AgainstDates(from, to *Event) bool {
	if s.Basis != Stated && s.Basis != Ordered || from.When.EDTF == "" || to.When.EDTF == "" {
		return false
	}
	first, last := interval(from.When)
	toFirst, toLast := interval(to.When)
	earlier, _, ok := ordering(&Link{From: s.From, To: s.To, Relation: s.Relation, Basis: s.Basis})
	switch {
	case ok && earlier == s.From:
		return first > toLast
	case ok:
		return toFirst > last
	}
	return (s.Relation == "during" || s.Relation == "part-of") && (first > toLast || toFirst > last)
}

// idle reports whether a link rests on an actor that is not named.
func (f *Finder) idle(l *Link) bool {
	if l.Relation != "same-actor" {
		return false
	}
	e := &f.g.Events[f.index[l.From]]
	return len(e.Actors) == 0 || speakerName(e.Actors[0].Name) == ""
}

// A Follower is an event that came after another, or may have.
type Follower struct {
	Event string `json:"event"`
	// Days is the number of days from the last day of the first event to the
	// first day that this one can have begun; 0 for the same day, and for one
	// that a text orders without any date.
	Days    int  `json:"days"`
	Certain bool `json:"certain"` // it follows from the dates, or a text states it
	// Step is the strongest step between them other than their dates, nil
	// when they have nothing else in common.
	Step *Step `json:"step"`
}

// Followed returns the events that may have begun on the last day of an event
// or in the days after it, and those that a text puts after it whatever their
// date: first those that a text links with it, then those with which it has a
// place or a named actor in common, then the others; each in order of time,
// then weight. Only what is told as having taken place counts, and of what is
// dated less exactly than to that many days nothing is known. It is nil for an
// unknown event.
func (f *Finder) Followed(event string, days int) []Follower {
	from, ok := f.index[event]
	if !ok {
		return nil
	}
	said, after := f.saidOf(from)
	out := []Follower{}
	for i := range f.g.Events {
		k := int32(i)
		if k == from || !tookPlace(&f.g.Events[k]) {
			continue
		}
		w := Follower{Event: f.g.Events[k].ID, Certain: after[k], Step: said[k]}
		if !w.follows(f.g.Events[from].When, f.g.Events[k].When, int64(days)) {
			continue
		}
		if w.Step == nil {
			w.Step = f.inCommon(from, k)
		}
		out = append(out, w)
	}
	strength := func(w *Follower) int {
		if w.Step == nil {
			return TimeAlone
		}
		return w.Step.Strength()
	}
	slices.SortStableFunc(out, func(x, y Follower) int {
		return cmp.Or(cmp.Compare(strength(&x), strength(&y)), cmp.Compare(x.Days, y.Days),
			cmp.Compare(f.g.Events[f.index[y.Event]].Weight, f.g.Events[f.index[x.Event]].Weight))
	})
	return out
}

// saidOf returns the strongest link that a text states between an event and each
// other, and which of these a text puts after it.
func (f *Finder) saidOf(event int32) (said map[int32]*Step, after map[int32]bool) {
	said, after = map[int32]*Step{}, map[int32]bool{}
	for _, a := range f.arcs[f.start[event]:f.start[event+1]] {
		s := f.linkStep(&f.g.Links[a.link])
		if s.Strength() > TextOrders {
			continue
		}
		if said[a.to] == nil || s.Strength() < said[a.to].Strength() {
			said[a.to] = &s
		}
		if earlier, _, ok := ordering(&f.g.Links[a.link]); ok && earlier == f.g.Events[event].ID {
			after[a.to] = true
		}
	}
	return said, after
}

// follows fills in how many days after x its event began, at y, and whether that is
// certain. It reports whether it may have followed within so many days, or does
// by what a text says, which Certain tells before.
func (w *Follower) follows(x, y events.When, days int64) bool {
	first, last := interval(x)
	if last == never {
		last = first
	}
	yFirst, yLast := interval(y)
	dated := last != always && yFirst != always && yLast != never
	gap := int64(yFirst) - int64(last)
	near := dated && int64(yLast) >= int64(last) && gap <= days && int64(yLast)-int64(yFirst) <= days
	if !near && !w.Certain {
		return false
	}
	if near && gap > 0 && int64(yLast)-int64(last) <= days {
		w.Certain = true
	}
	if dated {
		w.Days = int(max(0, gap))
	}
	return true
}

// inCommon returns a step by what two events share, the rarest place or actor;
// nil for nothing. Two events of one text have nothing in common by that.
func (f *Finder) inCommon(a, b int32) *Step {
	h := f.hubs()
	best := -1
	for _, k := range h.of(a) {
		if x := &h.all[k]; x.relation == SameDocument || !slices.Contains(h.of(b), k) || best >= 0 && h.all[best].cost <= x.cost {
			continue
		}
		best = int(k)
	}
	if best < 0 {
		return nil
	}
	var out []Step
	f.sharedStep(&out, a, b, &h.all[best])
	return &out[0]
}
