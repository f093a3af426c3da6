package timex

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
)

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
