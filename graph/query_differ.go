package graph

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dateline-project/dateline/events"
)

// Comparison is how two outlets or two sides tell the same time.
type Comparison struct {
	A, B  Voice           `json:"-"`
	OnlyA []Untold        `json:"only_a"` // events that B does not tell, the weightiest first
	OnlyB []Untold        `json:"only_b"`
	Both  []ComparedEvent `json:"both"` // events that both tell: those with differences first, then by weight
}

// Voice is an outlet, or a side that the user declared.
type Voice struct {
	Name string `json:"name"`
	Side bool   `json:"side"` // a side, not an outlet
}

// What the other voice did in the days of an event that it does not tell.
const (
	OtherPublished = "published" // the graph holds documents of it of those days: a silence, which is no denial
	OtherAbsent    = "absent"    // the graph holds none: nothing can be said
	OtherUnknown   = "unknown"   // the event has no day
)

// Untold is an event that only one of two voices tells.
type Untold struct {
	Event string `json:"event"`
	Other string `json:"other"` // OtherPublished, OtherAbsent or OtherUnknown
	// Near is an event that only the other voice tells, of which a report
	// states the same place in the same days as one of this: it may be the same
	// one, told too differently to be joined. "" for none.
	Near string `json:"near"`
}

// ComparedEvent is an event that two voices tell, and where they differ.
type ComparedEvent struct {
	Event       string       `json:"event"`
	Differences []Difference `json:"differences"` // none: what both state agrees
}

// Difference is an attribute of which no value of the one voice agrees with
// one of the other.
type Difference struct {
	Attribute string  `json:"attribute"`
	A         []Value `json:"a"`
	B         []Value `json:"b"`
}

// Compare returns the differences between two outlets, or two sides that were
// declared, or a side and an outlet. Case and accents of the names do not
// count. Of a side those reports count that give its word. done names the kinds
// of which it matters who did it, nil for all. The error says which name is
// unknown, and what is like it.
func (f *Finder) Compare(a, b string, done func(kind string) bool) (*Comparison, error) {
	x, err := f.voice(a)
	if err != nil {
		return nil, err
	}
	y, err := f.voice(b)
	if err != nil {
		return nil, err
	}
	if x.Voice == y.Voice {
		return nil, fmt.Errorf("%q and %q are one", a, b)
	}
	out := &Comparison{A: x.Voice, B: y.Voice, OnlyA: []Untold{}, OnlyB: []Untold{}, Both: []ComparedEvent{}}
	for i := range f.g.Events {
		e := &f.g.Events[i]
		mine, yours := x.reports(f, e), y.reports(f, e)
		switch {
		case mine == nil && yours == nil:
		case yours == nil:
			out.OnlyA = append(out.OnlyA, Untold{Event: e.ID, Other: y.in(e)})
		case mine == nil:
			out.OnlyB = append(out.OnlyB, Untold{Event: e.ID, Other: x.in(e)})
		default:
			out.Both = append(out.Both, ComparedEvent{e.ID, differences(mine, yours, done == nil || done(e.Kind))})
		}
	}
	f.nearOnes(out.OnlyA, out.OnlyB)
	f.nearOnes(out.OnlyB, out.OnlyA)
	weight := func(id string) float64 { return f.g.Events[f.index[id]].Weight }
	for _, only := range [][]Untold{out.OnlyA, out.OnlyB} {
		slices.SortStableFunc(only, func(a, b Untold) int { return cmp.Compare(weight(b.Event), weight(a.Event)) })
	}
	slices.SortStableFunc(out.Both, func(a, b ComparedEvent) int {
		return cmp.Or(cmp.Compare(min(1, len(b.Differences)), min(1, len(a.Differences))), cmp.Compare(weight(b.Event), weight(a.Event)))
	})
	return out, nil
}

// toldSpot is a place and the last day of what is told of it.
type toldSpot struct {
	place string
	last  int32
}

// mostSpots is how many places and days of one event are looked at.
const mostSpots = 64

// spotsOf returns where and when reports of an event say that it was, each of
// them and not only what was derived from all.
func (f *Finder) spotsOf(e *Event) []toldSpot {
	var out []toldSpot
	for _, id := range e.Reports {
		r := f.Report(id)
		if r == nil || r.When.EDTF == "" || len(out) >= mostSpots {
			continue
		}
		_, last := interval(r.When)
		for k := range r.Places {
			p := &r.Places[k]
			if s := (toldSpot{placeKey(p), last}); last != never && fine(p.Precision) >= fine(events.DistrictPlace) && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// nearOnes sets Near of some events to one of others that lies next to it, the
// heaviest.
func (f *Finder) nearOnes(untold, others []Untold) {
	at := map[toldSpot]int32{} // the heaviest event by place and last day
	for _, u := range others {
		i := f.index[u.Event]
		for _, s := range f.spotsOf(&f.g.Events[i]) {
			if k, ok := at[s]; !ok || f.g.Events[i].Weight > f.g.Events[k].Weight {
				at[s] = i
			}
		}
	}
	for k := range untold {
		best := int32(-1)
		for _, s := range f.spotsOf(&f.g.Events[f.index[untold[k].Event]]) {
			for day := max(s.last-slackDays, always+1); day <= min(s.last+slackDays, never-1); day++ {
				if i, ok := at[toldSpot{s.place, day}]; ok && (best < 0 || f.g.Events[i].Weight > f.g.Events[best].Weight) {
					best = i
				}
			}
		}
		if best >= 0 {
			untold[k].Near = f.g.Events[best].ID
		}
	}
}

// voiceOf is a voice with the days on which it published.
type voiceOf struct {
	Voice
	tells func(*Report) bool
	days  map[int32]bool
}

func (f *Finder) voice(name string) (*voiceOf, error) {
	v := &voiceOf{days: map[int32]bool{}}
	folded := foldName(name)
	var known []string
	if f.g.Sides != nil {
		for _, d := range f.g.Sides.Declared {
			known = append(known, d.Side)
			if foldName(d.Side) == folded {
				v.Voice = Voice{d.Side, true}
			}
		}
	}
	outlets := map[string]bool{} // of that name, whatever its case
	for i := range f.g.Documents {
		d := &f.g.Documents[i]
		is := v.Side && d.Side == v.Name
		if !v.Side && d.Outlet != "" && foldName(d.Outlet) == folded {
			outlets[d.Outlet], is = true, true
			v.Name = cmp.Or(v.Name, d.Outlet)
		}
		if day := publicationDay(d.Published, always); is && day != always {
			v.days[day] = true
		}
	}
	if v.Name == "" {
		seen := map[string]bool{}
		for i := range f.g.Documents {
			if o := f.g.Documents[i].Outlet; o != "" && !seen[o] {
				seen[o] = true
				known = append(known, o)
			}
		}
		what := "outlet"
		if f.g.Sides != nil {
			what = "outlet or side"
		}
		return nil, fmt.Errorf("there is no %s %q%s", what, name, suggest(name, known))
	}
	v.tells = func(r *Report) bool {
		if v.Side {
			return r.Side == v.Name
		}
		d := f.Document(r.Document)
		return d != nil && outlets[d.Outlet]
	}
	return v, nil
}

// reports returns the reports of an event that are of the voice, nil for none.
func (v *voiceOf) reports(f *Finder, e *Event) []*Report {
	var out []*Report
	for _, id := range e.Reports {
		if r := f.Report(id); r != nil && v.tells(r) {
			out = append(out, r)
		}
	}
	return out
}

// in returns what the voice did in the days of an event.
func (v *voiceOf) in(e *Event) string {
	first, last := interval(e.When)
	if e.When.EDTF == "" || first == always || last == never || int64(last)-int64(first) > silenceDays {
		return OtherUnknown
	}
	for day := first; day <= last+silenceDays; day++ {
		if v.days[day] {
			return OtherPublished
		}
	}
	return OtherAbsent
}
