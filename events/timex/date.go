package timex

import "github.com/dateline-project/dateline/events/edtf"

// date resolves an expression that names a date or a time.
func (r *resolver) date(e *expr) reading {
	v := &e.v
	if v.is(slotFirst) {
		r.order(v)
	}
	got := reading{lo: edtf.Open, hi: edtf.Open}
	switch {
	case v.is(slotCentury) && !v.is(slotYear):
		got.d, got.why = centuryOf(v), "stated in the text"
	case v.is(slotDecade):
		got.d, got.why = r.decadeOf(v)
	case v.is(slotYear) || v.is(slotYY):
		y := r.f.year(v, &r.c)
		if y > r.lastYear() && !v.is(slotMonth) {
			return reading{rejected: true} // a number
		}
		got.d, got.why = r.within(v, date{unit: year, year: y}), "stated in the text"
		if !v.is(slotYear) {
			got.why = "the year is stated with two digits"
		}
	case v.str(slotFrom) == "event" && v.is(slotUnit) && !v.is(slotDir):
		// "the first year of the war" is as long as its unit, and when it was hangs on the war.
		if !v.is(slotVague) && !v.is(slotCount) {
			v.put(slotCount, "1")
		}
		got.value, got.anchor, got.why = length(v), AnchorEvent, fromEvent
		if v.is(slotOrd) && v.unit() == day {
			got.value = "XXXX-XX-XX" // "the second day of the siege" is a day
		}
	case v.is(slotDeictic):
		r.deictic(e, &got)
	case v.is(slotDir):
		r.offset(e, &got)
	case (v.is(slotRel) || v.is(slotRun)) && v.is(slotUnit) && !(hasPart(v) && (v.is(slotOrd) || v.unit() < month)):
		r.relative(e, &got)
	case v.is(slotRun) && v.is(slotValue) && !v.is(slotUnit):
		ref, clock, words := r.reference(true)
		if got.d, got.clock, got.why = ref, clock, words; ref.unit == noUnit {
			got.value, got.why, got.anchor = "XXXX-XX-XX", noRunning, AnchorEvent
		}
	case hasPart(v):
		r.noYear(e, &got)
	case v.is(slotDay):
		r.dayAlone(e, &got)
	case v.is(slotWeekday):
		r.weekday(e, &got)
	case v.is(slotTod), v.is(slotHour):
		r.clockTime(e, &got)
	default:
		return reading{rejected: true}
	}
	if got.rejected || got.d.unit != noUnit && !got.d.valid() {
		return reading{rejected: true}
	}
	if v.is(slotStyle) && got.d.unit == day {
		got.d = got.d.gregorian()
		got.why += "; the day is stated in the Julian calendar"
	}
	if !r.time(v, &got) {
		return reading{rejected: true}
	}
	return got
}

// centuryOf returns the century that the slots name, or the decade of it.
func centuryOf(v *slots) date {
	d := date{unit: century, year: 100 * (v.int(slotCentury) - 1)}
	if v.str(slotEra) == "BC" {
		d.year = 1 - 100*v.int(slotCentury) // the 4th century BC: 400 to 301 BC
	}
	if v.unit() == decade && v.is(slotOrd) {
		d = nth(d, v.int(slotOrd), decade)
	}
	if v.is(slotDecade) && d.year >= 0 {
		d = date{unit: decade, year: d.year + v.int(slotDecade)%100} // the sixties of the 19th century
	}
	return d
}

// decadeOf returns the decade that the slots name, or the century ("the 1500s"), and
// how its year is known.
func (r *resolver) decadeOf(v *slots) (d date, why string) {
	d, why = date{unit: decade, year: v.int(slotDecade)}, "stated in the text"
	switch {
	case v.str(slotEra) == "BC":
		d.year = -8 - d.year // the 470s BC: 479 to 470 BC, the years -478 to -469
	case d.year < 100:
		if d.year = fullYear(d.year, &r.c); r.c.speech.unit != noUnit && d.year > r.c.speech.year+decadeAhead {
			d.year -= 100 // a decade that is far from having begun has no name yet
		}
		why = "decade of the century nearest to the publication"
	}
	if v.unit() == century {
		d.unit = century
	}
	return d, why
}

// decadeAhead is how many years before its start a decade is spoken of by two digits.
const decadeAhead = 3

// lastYear is the last year that a number alone is taken for.
func (r *resolver) lastYear() int {
	if r.c.speech.unit != noUnit {
		return r.c.speech.year + 80
	}
	return 2100
}

// hasPart reports whether a part of a year is named.
func hasPart(v *slots) bool {
	return v.is(slotFeast) || v.is(slotMonth) || v.is(slotSeason) || v.is(slotQuarter) || v.is(slotHalf) || v.is(slotWeek)
}

// order gives the parts of a numeric date their meaning.
func (r *resolver) order(v *slots) {
	a, b := v.int(slotFirst), v.int(slotSecond)
	dayFirst := r.c.dayFirst
	if a > 12 {
		dayFirst = true
	} else if b > 12 {
		dayFirst = false
	}
	if !dayFirst {
		a, b = b, a
	}
	v.put(slotDay, itoa(a))
	v.put(slotMonth, itoa(b))
}

// build returns the date that the slots name within a year. ok is false when
// they name no part of one.
func build(v *slots, y int) (d date, ok bool) {
	d = date{unit: year, year: y}
	switch {
	case v.is(slotFeast):
		if d, ok = feast(v.str(slotFeast), y); !ok {
			return date{unit: day, year: y}, true // not valid
		}
	case v.is(slotMonth) && v.is(slotDay):
		d.unit, d.month, d.day = day, v.int(slotMonth), v.int(slotDay)
	case v.is(slotMonth):
		d.unit, d.month = month, v.int(slotMonth)
	case v.is(slotSeason):
		d.unit, d.part = season, seasonNumber(v.str(slotSeason))
	case v.is(slotQuarter):
		d.unit, d.part = quarter, v.int(slotQuarter)
		if d.part < 0 {
			d.part = 4
		}
	case v.is(slotHalf):
		d.unit, d.part = half, v.int(slotHalf)
		if d.part < 0 {
			d.part = 2
		}
	case v.is(slotWeek):
		d.unit, d.week = week, v.int(slotWeek)
		if v.is(slotWeekday) {
			d = fromDay(monday(y, d.week) + edtf.Day(v.int(slotWeekday)-1))
		}
	default:
		return d, false
	}
	return d, true
}

// within returns the part of a year that the slots name, and of it the unit
// that an ordinal picks: "the last week of March".
func (r *resolver) within(v *slots, whole date) date {
	d := whole
	if whole.unit == year {
		d, _ = build(v, whole.year)
	} else if whole.unit == month && v.is(slotDay) {
		d.unit, d.day = day, v.int(slotDay)
	}
	if v.is(slotOrd) && v.is(slotUnit) && v.unit() < d.unit && !v.is(slotCentury) {
		d = nth(d, v.int(slotOrd), v.unit())
	} else if v.is(slotOrd) && v.is(slotWeekday) && d.unit == month {
		d = nthWeekday(d, v.int(slotOrd), v.int(slotWeekday))
	}
	return d
}

// nth returns the n-th u of d, the last for a negative n. A week counts as the
// n-th when its middle lies in the n-th seven days.
func nth(d date, n int, u unit) date {
	a, b := d.bounds()
	y, m, _ := a.Date()
	switch u {
	case day:
		if n < 0 {
			return fromDay(b)
		}
		return fromDay(a + edtf.Day(n-1))
	case week, weekend:
		x := a + edtf.Day(7*(n-1)+3)
		if n < 0 {
			x = b - 6
		}
		w := weekOf(x)
		w.unit = u
		return w
	case month:
		if n < 0 {
			y, m, _ = b.Date()
			return date{unit: month, year: y, month: m}
		}
		return date{unit: month, year: y + (m+n-2)/12, month: (m+n-2)%12 + 1}
	case quarter, half:
		count := map[unit]int{quarter: 4, half: 2}[u]
		if n < 0 {
			n = count
		}
		return date{unit: u, year: y, part: n}
	case decade:
		if n < 0 {
			n = 10
		}
		return date{unit: decade, year: d.year + 10*(n-1)}
	}
	return d
}

func nthWeekday(d date, n, weekday int) date {
	a, b := d.bounds()
	if n < 0 {
		return fromDay(b - edtf.Day((b.Weekday()-weekday+7)%7))
	}
	x := a + edtf.Day((weekday-a.Weekday()+7)%7) + edtf.Day(7*(n-1))
	if x > b {
		return date{unit: day, year: d.year, month: d.month, day: 99} // no fifth Monday: not valid
	}
	return fromDay(x)
}
