package figure

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// axis maps days to points. Where nothing is dated for long, it is broken:
// stretches keep a scale of their own, and the gap between two of them is
// drawn as a break, so that a war of three weeks and a battle thirty years
// before fit into one figure.
type axis struct {
	left, right float64
	stretches   []stretch
}

// stretch is a part of the axis with one scale.
type stretch struct {
	first, last float64 // days: from the start of first to the start of last
	left, right float64 // points
}

const (
	breakWidth  = 13.0 // points of a gap
	gapShare    = 0.18 // of what is left of the time, above which a gap is broken
	leastGap    = 30   // days
	nearDays    = 40   // days by which a vague date may pass the axis without a break
	mostBreaks  = 4
	focusShare  = 75   // percent of the events that a part of the axis is made for
	leastFocus  = 12   // events
	leastNarrow = 34.0 // points of the narrowest stretch
	exactDays   = 62   // events known better than this decide where the axis breaks
)

// newAxis returns an axis of the dated events, from left to right.
func newAxis(list []*graph.Event, left, right float64) *axis {
	a := &axis{left: left, right: right}
	first, last := math.Inf(1), math.Inf(-1)
	for _, e := range list {
		f, l := bounds(e)
		first, last = min(first, f), max(last, l)
	}
	if len(list) == 0 {
		return a
	}
	exact := anchors(list)
	spans := spansOf(exact, min(mostBreaks, int((right-left)/110)))
	if len(spans) == 1 && last-first <= 3*(spans[0].to-spans[0].from+1) {
		// One stretch covers every bound, unless a vague date would shrink it to nothing.
		spans[0].from, spans[0].to = first, last
	}
	room := right - left
	var widths []float64
	sum := 0.0
	for _, s := range spans {
		w := math.Pow(float64(s.n), 0.6) * math.Pow(s.to-s.from+20, 0.15)
		widths = append(widths, w)
		sum += w
	}
	lead, tail := spans[0].from-first, last-spans[len(spans)-1].to
	gaps := float64(len(spans) - 1)
	before, after := lead > nearDays, tail > nearDays
	if before {
		gaps++
	}
	if after {
		gaps++
	}
	room -= gaps * breakWidth
	// A stretch gets at least leastNarrow; the others share the rest.
	for range widths {
		free, share := room, sum
		for i := range widths {
			if widths[i]/sum*room < leastNarrow {
				free -= leastNarrow
				share -= widths[i]
			}
		}
		if share <= 0 || free <= 0 {
			break
		}
		for i := range widths {
			if widths[i]/sum*room < leastNarrow {
				widths[i] = leastNarrow / room
			} else {
				widths[i] = widths[i] / share * free / room
			}
		}
		sum = 1
	}
	x := left
	if before {
		x += breakWidth
	}
	for i, s := range spans {
		w := widths[i] / sum * room
		pad := max(0.5, (s.to-s.from)/24, 6*(s.to-s.from)/w)
		from, to := math.Floor(s.from-pad), math.Ceil(s.to+pad)+1
		if i > 0 { // two stretches share no day
			from = max(from, math.Ceil((spans[i-1].to+s.from)/2))
		}
		if i+1 < len(spans) {
			to = min(to, math.Ceil((s.to+spans[i+1].from)/2))
		}
		if !before && i == 0 {
			from = min(from, first-pad/2)
		}
		if !after && i == len(spans)-1 {
			to = max(to, last+pad/2)
		}
		a.stretches = append(a.stretches, stretch{from, to, x, x + w})
		x += w + breakWidth
	}
	return a
}

// bounds returns the days that an event's date covers; an open end is a day
// after or before the known one.
func bounds(e *graph.Event) (first, last float64) {
	first, last = float64(e.When.Earliest), float64(e.When.Latest)+1
	if e.When.Earliest == edtf.Open {
		first = last - 1
	}
	if e.When.Latest == edtf.Open {
		last = first + 1
	}
	return first, last
}

// anchors returns the times that an axis is made for: those of events known to
// a month or so, and of vaguer ones only where no other lies within them, so
// that one event "in 2020" does not stretch a war of six weeks over a year.
func anchors(list []*graph.Event) []days {
	var out, vague []days
	for _, e := range list {
		f, l := bounds(e)
		if l-f <= exactDays {
			out = append(out, days{f, l, 1})
		} else {
			vague = append(vague, days{f, l, 1})
		}
	}
	slices.SortStableFunc(vague, func(a, b days) int { return cmp.Compare(a.to-a.from, b.to-b.from) })
	for _, v := range vague {
		if !slices.ContainsFunc(out, func(d days) bool { return d.from < v.to && v.from < d.to }) {
			out = append(out, v)
		}
	}
	return out
}

// days is a time, and how many events lie in it.
type days struct {
	from, to float64
	n        int
}

// spansOf returns the stretches of an axis that breaks at most so many times.
// Where most events lie in a small part of the time, that part is a stretch of
// its own, and what comes before and after it shares the rest.
func spansOf(list []days, most int) []days {
	slices.SortStableFunc(list, func(a, b days) int { return cmp.Compare(a.from+a.to, b.from+b.to) })
	mid := func(i int) float64 { return (list[i].from + list[i].to) / 2 }
	n := len(list)
	need := (n*focusShare + 99) / 100
	from, to := 0, n-1
	for i := 0; i+need <= n; i++ {
		if mid(i+need-1)-mid(i) < mid(to)-mid(from) {
			from, to = i, i+need-1
		}
	}
	if n < leastFocus || most < 2 || (mid(to)-mid(from)+1)*4 > mid(n-1)-mid(0) {
		return runs(list, most)
	}
	// Neighbours that lie close belong to it.
	near := (mid(to) - mid(from) + 1) / 8
	for from > 0 && mid(from)-mid(from-1) <= near {
		from--
	}
	for to < n-1 && mid(to+1)-mid(to) <= near {
		to++
	}
	var out []days
	for _, part := range []struct {
		list   []days
		breaks int
	}{{list[:from], most / 4}, {list[from : to+1], (most - 2 + 1) / 2}, {list[to+1:], 0}} {
		if len(part.list) == 0 {
			continue
		}
		for _, d := range runs(slices.Clone(part.list), part.breaks) {
			if k := len(out); k > 0 { // a vague date may reach into the next part
				out[k-1].to = min(out[k-1].to, d.from)
				out[k-1].from = min(out[k-1].from, out[k-1].to)
			}
			out = append(out, d)
		}
	}
	return out
}

// runs joins the days of events to the stretches of an axis that breaks at most
// so many times: at the widest gaps, as long as each is a good part of the time
// that is left.
func runs(list []days, most int) []days {
	slices.SortStableFunc(list, func(a, b days) int { return cmp.Compare(a.from, b.from) })
	joined := list[:1:1]
	for _, d := range list[1:] {
		if p := &joined[len(joined)-1]; d.from <= p.to {
			p.to = max(p.to, d.to)
			p.n += d.n
		} else {
			joined = append(joined, d)
		}
	}
	gap := func(i int) float64 { return joined[i].from - joined[i-1].to }
	var order []int
	for i := 1; i < len(joined); i++ {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(gap(j), gap(i)) })
	left := joined[len(joined)-1].to - joined[0].from
	breaks := map[int]bool{}
	for _, i := range order {
		if len(breaks) >= most || gap(i) < leastGap || gap(i) < gapShare*left {
			break
		}
		breaks[i] = true
		left -= gap(i)
	}
	var out []days
	for i, d := range joined {
		if i == 0 || breaks[i] {
			out = append(out, d)
			continue
		}
		p := &out[len(out)-1]
		p.to = d.to
		p.n += d.n
	}
	return out
}

// scale is how many points a day has where e lies.
func (a *axis) scale(e *graph.Event) float64 {
	first, last := bounds(e)
	mid := (first + last) / 2
	for _, s := range a.stretches {
		if mid >= s.first && mid <= s.last {
			return (s.right - s.left) / (s.last - s.first)
		}
	}
	return 0
}

// x returns where a day lies. Days in a break lie within it, days beyond the
// axis at its ends.
func (a *axis) x(day float64) float64 {
	if len(a.stretches) == 0 {
		return a.left
	}
	for i, s := range a.stretches {
		if day < s.first {
			if i == 0 {
				return a.left + (s.left-a.left)/2
			}
			p := a.stretches[i-1]
			return p.right + (s.left-p.right)*(day-p.last)/(s.first-p.last)
		}
		if day <= s.last {
			return s.left + (s.right-s.left)*(day-s.first)/(s.last-s.first)
		}
	}
	last := a.stretches[len(a.stretches)-1]
	return (last.right + a.right) / 2
}

// tick is a mark of the axis. Below is the year it begins, where the labels do
// not hold it.
type tick struct {
	x     float64
	label string
	below string
	major bool
}

// unit is a step of ticks: so many days, months or years.
type unit struct{ days, months, years int }

var units = []unit{
	{days: 1}, {days: 2}, {days: 7}, {days: 14}, {months: 1}, {months: 2}, {months: 3}, {months: 6},
	{years: 1}, {years: 2}, {years: 5}, {years: 10}, {years: 20}, {years: 50}, {years: 100}, {years: 200}, {years: 500}, {years: 1000},
	{years: 2000}, {years: 5000}, {years: 10_000}, {years: 20_000}, {years: 50_000},
}

// ticks returns the ticks of every stretch: of the finest unit whose labels
// find room.
func (a *axis) ticks(f *fonts, w *words) []tick {
	var all []tick
	for _, s := range a.stretches {
		best := []tick{}
		for _, u := range units {
			perDay := (s.right - s.left) / (s.last - s.first)
			if float64(u.days+30*u.months+365*u.years)*perDay < 9 {
				continue
			}
			if t := s.ticks(u, f, w); t != nil {
				best = t
				break
			}
		}
		if len(best) == 0 { // a stretch shorter than any unit: its middle, as a month
			d := edtf.Day((s.first + s.last) / 2)
			y, m, _ := d.Date()
			best = []tick{{x: (s.left + s.right) / 2, label: w.shortMonths[m-1], below: w.year(y), major: true}}
		}
		all = append(all, best...)
	}
	return all
}

// ticks returns the ticks of one unit, nil when there is none or two labels touch.
func (s *stretch) ticks(u unit, f *fonts, w *words) []tick {
	var out []tick
	x := func(d edtf.Day) float64 {
		return s.left + (s.right-s.left)*(float64(d)-s.first)/(s.last-s.first)
	}
	y0, m0, _ := edtf.Day(math.Floor(s.first)).Date()
	day := edtf.NewDay(y0, m0, 1)
	switch {
	case u.years > 0:
		y0 -= ((y0 % u.years) + u.years) % u.years
		day = edtf.NewDay(y0, 1, 1)
	case u.months > 0:
		day = edtf.NewDay(y0, m0-(m0-1)%u.months, 1)
	}
	year := math.MinInt
	end, endBelow := math.Inf(-1), math.Inf(-1)
	for n := 0; float64(day) < s.last && n < 2000; n++ {
		y, m, d := day.Date()
		if float64(day) >= s.first {
			t := tick{x: x(day)}
			switch {
			case u.years > 0:
				t.label, t.major = w.year(y), true
			case u.months > 0:
				t.label, t.major = w.shortMonths[m-1], m == 1
			default:
				t.label, t.major = strconv.Itoa(d)+" "+w.shortMonths[m-1], d == 1
			}
			if u.years == 0 && y != year {
				t.below = w.year(y)
				year = y
			}
			wide := f.width(t.label, labelSize, false)
			if t.x-wide/2 < end+4 && len(out) > 0 || t.x < s.left-0.5 || t.x > s.right+0.5 {
				return nil
			}
			end = t.x + wide/2
			if t.below != "" {
				b := f.width(t.below, labelSize, true)
				if t.x-b/2 < endBelow+4 {
					t.below = "" // the year before is too near: it stands again with the next one
					year = math.MinInt
				} else {
					endBelow = t.x + b/2
				}
			}
			out = append(out, t)
		}
		switch {
		case u.years > 0:
			day = edtf.NewDay(y+u.years, 1, 1)
		case u.months > 0:
			m += u.months
			day = edtf.NewDay(y+(m-1)/12, (m-1)%12+1, 1)
		case u.days == 1:
			day++
		case d+u.days > 29 && u.days > 2 || d+u.days > 31:
			// Weeks are counted from the first of a month, so that months have a tick.
			m++
			day = edtf.NewDay(y+(m-1)/12, (m-1)%12+1, 1)
		default:
			day += edtf.Day(u.days)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}
