package timex

import (
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
)

// number returns a count as TIMEX3 writes it: 44, 2.5, X when unknown.
func number(v *slots) string {
	n := v.sum
	switch {
	case v.is(slotVague) && !v.is(slotCount), !v.is(slotCount) && !v.is(slotTimes) && !v.is(slotOver):
		return "X"
	case !v.is(slotCount):
		n = 1
	}
	if v.is(slotTimes) {
		n *= float64(v.int(slotTimes))
	}
	if v.is(slotOver) {
		n /= float64(v.int(slotOver))
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// length returns a TIMEX3 duration.
func length(v *slots) string {
	u, n := v.unit(), number(v)
	if v.is(slotOver) && u == hour {
		u, n = minute, itoa(60/max(1, v.int(slotOver))) // half an hour
	}
	switch u {
	case noUnit:
		return ""
	case second, minute, hour:
		return "PT" + n + units[u].timex
	case fortnight:
		if f, err := strconv.ParseFloat(n, 64); err == nil {
			n = strconv.FormatFloat(2*f, 'f', -1, 64)
		}
	}
	return "P" + n + units[u].timex
}

func (r *resolver) duration(e *expr) reading {
	return reading{value: length(&e.v), lo: edtf.Open, hi: edtf.Open, why: "a length of time, without a date to count it from"}
}

func (r *resolver) set(e *expr) reading {
	got := reading{lo: edtf.Open, hi: edtf.Open, why: "a repeated time"}
	v := &e.v
	switch {
	case v.is(slotValue):
		got.value = v.str(slotValue)
	case v.is(slotWeekday) || hasPart(v):
		if got.value = r.pattern(e); v.is(slotTod) {
			got.value += "T" + v.str(slotTod)
		}
	case v.is(slotUnit):
		if !v.is(slotCount) && !v.is(slotVague) {
			v.put(slotCount, "1")
		}
		if got.value = length(v); got.value == "P1WE" {
			got.value, got.why = "XXXX-WXX-WE", "a repeated weekend"
		}
	case v.is(slotTod):
		got.value = "XXXX-XX-XXT" + v.str(slotTod)
	}
	return got
}

// span resolves a duration that ends or starts at the clock: "the past four
// months", "the next two weeks".
func (r *resolver) span(e *expr) reading {
	v := &e.v
	got := r.duration(e)
	n, run := shift(v)
	ref, clock, words := r.reference(run)
	u := v.unit()
	if ref.unit == noUnit || u == noUnit || n == 0 {
		if ref.unit == noUnit {
			got.why = r.lacks(ref, "day")
		}
		return got
	}
	counted := int(v.sum)
	if !v.is(slotCount) || float64(counted) != v.sum || counted > 10_000 || v.is(slotTimes) || v.is(slotOver) {
		got.clock, got.why = clock, "an unknown length of time up to "+words
		if a, b := ref.bounds(); n < 0 {
			got.hi = b
		} else {
			got.lo, got.why = a, "an unknown length of time from "+words
		}
		return got
	}
	other, ok := away(ref, n*counted, u)
	if !ok {
		got.why = "counted from " + words + ", which is not given to the " + units[u].name
		return got
	}
	from, to := other, ref
	got.why = count(counted, u)
	if n > 0 {
		from, to = ref, other
		got.why = strings.TrimSuffix(got.why, " after ") + " from " + words
	} else {
		got.why = strings.TrimSuffix(got.why, " after ") + " up to " + words
	}
	got.edtf, got.clock = from.edtf()+"/"+to.edtf(), clock
	got.lo, _ = from.bounds()
	_, got.hi = to.bounds()
	return got
}

// away returns the day, or the month or year if d is no finer, that lies n
// units from d; a day that the month lacks becomes its last.
func away(d date, n int, u unit) (date, bool) {
	d.tod, d.sec, d.zone = "", "", ""
	months := map[unit]int{month: 1, quarter: 3, half: 6, year: 12, decade: 120, century: 1200}[u]
	switch {
	case d.unit == day && months == 0:
		days := map[unit]int{day: 1, week: 7, weekend: 7, fortnight: 14}[u]
		return fromDay(d.start() + edtf.Day(n*days)), days != 0
	case d.unit == day, d.unit == month && months > 0:
		m := d.month + n*months - 1
		d.year, d.month = d.year+floorDiv(m, 12), m-12*floorDiv(m, 12)+1
		if d.unit == day {
			d.day = min(d.day, monthDays(d.year, d.month))
		}
		return d, d.valid()
	case d.unit == year && months >= 12:
		d.year += n * months / 12
		return d, d.valid()
	}
	return d, false
}
