package timex

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
)

// date resolves an expression that names a date or a time.
func (r *resolver) date(e *expr) reading {
	v := &e.v
	if v.is(slotFirst) {
		r.order(v)
	}
	got := reading{lo: edtf.Open, hi: edtf.Open}
	switch {
	case v.is(slotCentury) && !v.is(slotYear):
		got.d, got.why = date{unit: century, year: 100 * (v.int(slotCentury) - 1)}, "stated in the text"
		if v.is(slotEra) && v.str(slotEra) == "BC" {
			got.d.year = 1 - 100*v.int(slotCentury) // the 4th century BC: 400 to 301 BC
		}
		if v.unit() == decade && v.is(slotOrd) {
			n := v.int(slotOrd)
			if n < 0 {
				n = 10
			}
			got.d = date{unit: decade, year: got.d.year + 10*(n-1)}
		}
		if v.is(slotDecade) && got.d.year >= 0 {
			got.d = date{unit: decade, year: got.d.year + v.int(slotDecade)%100} // the sixties of the 19th century
		}
	case v.is(slotDecade):
		y := v.int(slotDecade)
		if v.is(slotEra) && v.str(slotEra) == "BC" {
			got.why = "stated in the text"
			y = -8 - y // the 470s BC: 479 to 470 BC, the years -478 to -469
		} else if y < 100 {
			if y = fullYear(y, &r.c); r.c.speech.unit != noUnit && y > r.c.speech.year+decadeAhead {
				y -= 100 // a decade that is far from having begun has no name yet
			}
			got.why = "decade of the century nearest to the publication"
		} else {
			got.why = "stated in the text"
		}
		if got.d = (date{unit: decade, year: y}); v.unit() == century {
			got.d.unit = century // the 1500s
		}
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

// clockTime resolves a time of day that stands without a date: it is of the day
// that stands right behind it, else of the one mentioned before in the same
// block or in the block before, else of the reference day.
func (r *resolver) clockTime(e *expr, got *reading) {
	v := &e.v
	n, run := 0, false
	if v.is(slotRel) || v.is(slotRun) {
		n, run = shift(v)
	}
	if v.is(slotHour) {
		if behind, ok := r.dayBehind(e); ok {
			got.d, got.clock, got.why = behind.d, behind.clock, "the day that stands behind it, "+behind.d.english()
			return
		}
	}
	ref, clock, words := r.reference(run)
	if r.near() && !v.is(slotRel) && (r.c.dayBlock == e.block || r.narrative() || distance(r.c.runningDay.start(), ref.start()) <= storyDays) {
		clock = ClockNarrative
		ref, words = r.dayBefore()
	}
	if h := hourOf(v); clock == ClockNarrative && n == 0 && ref == r.c.running && h >= 0 && h < earlyHour &&
		(r.c.hour == "NI" || len(r.c.hour) == len("00:00") && minutes(r.c.hour) >= lateHour*60) {
		n = 1 // "at 23:45 two men left; at 00:15 they came back"
	}
	if ref.unit != day || v.is(slotCue) && v.str(slotCue) == "generic" {
		got.value, got.why = r.pattern(e), "a time of day, of no day in particular"
		if v.str(slotCue) != "generic" {
			got.why = r.lacks(ref, "day")
		}
		return
	}
	got.d, got.clock, got.why = fromDay(ref.start()+edtf.Day(n)), clock, count(n, day)+words
}

// storyDays is how many days from the publication a day may lie that the times
// of the next paragraph are of.
const storyDays = 7

// A time before earlyHour that follows one from lateHour on is of the next day.
const (
	earlyHour = 6
	lateHour  = 18
)

// hourOf returns the hour of a clock time, 0 to 24, or -1 where none is given.
func hourOf(v *slots) int {
	if !v.is(slotHour) {
		return -1
	}
	h := v.int(slotHour)
	if v.is(slotAmpm) {
		h %= 12
		if v.str(slotAmpm) == "pm" {
			h += 12
		}
	}
	return h
}

// dayBehind reads the day that stands right behind a time of day, or behind the
// range that it is part of: "between 10 and 11 p.m. on Friday".
func (r *resolver) dayBehind(e *expr) (reading, bool) {
	i := e.at + 1
	for e.group != 0 && i < len(r.f.exprs) && r.f.exprs[i].group == e.group {
		i++
	}
	if i >= len(r.f.exprs) {
		return reading{}, false
	}
	next, end := &r.f.exprs[i], r.f.exprs[i-1].last
	gap := next.first - end
	if next.block != e.block || gap > 1 || gap == 1 && r.f.g.cues[r.f.cells[end].symbol()]&cueOnDay == 0 {
		return reading{}, false
	}
	v := &next.v
	if next.rule.op != opDate || v.is(slotHour) || !v.is(slotDay) && !v.is(slotWeekday) && !v.is(slotDeictic) {
		return reading{}, false
	}
	from := r.from
	r.e = next
	got := r.read(next)
	r.e, r.from = e, from
	return got, got.d.unit == day
}

// time adds the time of day. It reports false when there is no such time.
func (r *resolver) time(v *slots, got *reading) bool {
	tod, sec, zone := "", "", ""
	switch {
	case v.is(slotHour):
		h, m := v.int(slotHour), v.int(slotMinute)
		if v.is(slotAmpm) {
			if h > 12 || h == 0 {
				return false
			}
			h = hourOf(v)
		}
		if h > 24 || m > 59 || h == 24 && (m > 0 || v.is(slotSecondOfMinute) && v.int(slotSecondOfMinute) > 0) {
			return false
		}
		tod = two(h)
		if v.is(slotMinute) || v.is(slotAmpm) || v.is(slotZone) {
			tod += ":" + two(m)
		}
		if v.is(slotSecondOfMinute) {
			sec = two(min(v.int(slotSecondOfMinute), 59))
		}
		zone = v.str(slotZone)
		if v.is(slotZoneHour) {
			zone = fmt.Sprintf("%+03d", max(-12, min(14, v.int(slotZoneHour))))
		}
	case v.is(slotTod):
		tod = v.str(slotTod)
	default:
		return true
	}
	if !v.is(slotHour) && got.d.unit != day && got.d.unit != noUnit {
		return true // "the nights of June": the month
	}
	if got.d.unit != day {
		if got.value == "" || got.value == "XXXX-XX-XX" {
			got.value = date{tod: tod, sec: sec, zone: zone}.timex()
		}
		got.d.tod = ""
		return true
	}
	got.d.tod, got.d.sec, got.d.zone = tod, sec, zone
	r.otherClock(got)
	return true
}

// otherClock moves the day of the second of two clocks for one moment: the day
// that stands with them is of the first, which is never moved. "At 02:00 (22:00
// UTC) on 4 May": 22:00 of 3 May.
func (r *resolver) otherClock(got *reading) {
	e := r.e
	if e.rule.op != opList || e.lead || e.group != r.leadGroup || len(r.lead.tod) != 5 || len(got.d.tod) != 5 || r.lead.zone == got.d.zone {
		return
	}
	const noon, whole = 12 * 60, 24 * 60
	gap := minutes(got.d.tod) - minutes(r.lead.tod)
	a, ok := offset(r.lead.zone)
	b, known := offset(got.d.zone)
	if ok && known {
		gap -= b - a // what is left is a whole number of days
	}
	move := 0
	switch {
	case gap > noon:
		move = -1
	case gap < -noon:
		move = 1
	default:
		return
	}
	d := fromDay(got.d.start() + edtf.Day(move))
	d.tod, d.sec, d.zone = got.d.tod, got.d.sec, got.d.zone
	got.d = d
	got.why += "; the other clock's day, " + count(move, day) + "the day stated"
}

// minutes returns the minutes since midnight of HH:MM.
func minutes(tod string) int {
	h, _ := strconv.Atoi(tod[:2])
	m, _ := strconv.Atoi(tod[3:])
	return 60*h + m
}

// offset returns the minutes that a zone is ahead of UTC; not known for none.
func offset(zone string) (int, bool) {
	if zone == "Z" {
		return 0, true
	}
	h, m, _ := strings.Cut(zone, ":")
	hours, err := strconv.Atoi(h)
	if err != nil {
		return 0, false
	}
	rest, _ := strconv.Atoi(m)
	if hours < 0 {
		rest = -rest
	}
	return 60*hours + rest, true
}
