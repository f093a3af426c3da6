package timex

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
)

// noYear resolves a part of a year that is named without the year.
func (r *resolver) noYear(e *expr, got *reading) {
	v := &e.v
	n, run := 0, false
	shifted := v.is(slotRel) || v.is(slotRun)
	if shifted {
		n, run = shift(v)
	}
	ref, clock, words := r.reference(run)
	ending := e.group != 0 && e.group == r.leadGroup && !e.lead && r.lead.unit != noUnit && r.lead.unit < year && !shifted
	if clock == ClockNarrative && !shifted {
		if back, ok := r.excursion(); ok {
			ref, words = back, back.english()+", which the text is about"
		}
	}
	if ending {
		ref, words = r.lead, r.lead.english()+", the first of the dates"
	}
	if ref.unit == noUnit || ref.unit >= decade {
		got.value, got.why = r.pattern(e), "the year is not stated, and "+r.lacks(ref, "year")
		if d, ok := build(v, 2000); ok && !d.valid() { // 2000 has a 29 February
			got.rejected = true
		}
		return
	}
	reach := 1
	if v.int(slotMonth) == 2 && v.int(slotDay) == 29 {
		reach = 8 // as far as two such days are ever apart
	}
	all := r.years[:0]
	for y := ref.year - reach; y <= ref.year+reach; y++ {
		d, _ := build(v, y)
		if d.valid() {
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		got.rejected = true
		return
	}
	if v.is(slotWeekday) && v.is(slotDay) {
		if d, ok := r.byWeekday(v, ref); ok {
			got.d, got.clock = r.within(v, d), clock
			got.why = "the " + d.name() + " nearest to " + words + ", that falls on the weekday stated"
			return
		}
	}
	a, b := ref.bounds()
	before := func(d date) bool { _, end := d.bounds(); return end < a }
	after := func(d date) bool { return d.start() > b }
	// The last that has begun, and the first that is not over.
	past, future := -1, -1
	for i, d := range all {
		if d.start() <= b {
			past = i
		}
		if _, end := d.bounds(); future < 0 && end >= a {
			future = i
		}
	}
	pick := -1
	side := ""
	switch {
	case ending:
		pick, side = future, "the first %s after "
	case shifted && n < 0:
		for i, d := range all {
			if before(d) {
				pick = i
			}
		}
		side = "the last %s before "
	case shifted && n > 0:
		pick = slices.IndexFunc(all, after)
		side = "the first %s after "
	case shifted:
		pick = slices.IndexFunc(all, func(d date) bool { return d.year == ref.year })
		side = "%s in the year of "
	case clock == ClockNarrative:
		pick, side = r.runningYear(e, all, ref)
	default:
		pick, side = past, "the last %s before or on "
		if r.ahead(e, all, past, future, a) {
			pick, side = future, "the first %s after or on "
		}
	}
	if pick < 0 {
		got.value, got.why = r.pattern(e), "no such date is near "+words
		return
	}
	got.d, got.clock = r.within(v, all[pick]), clock
	got.why = strings.Replace(side, "%s", all[pick].name(), 1) + words
	if d := all[pick]; d.unit == day && clock != ClockNarrative && !shifted && !ending {
		if r.published.unit != noUnit && d.year == r.published.year {
			got.why = d.name() + " of " + itoa(d.year) + ", the year of publication"
		} else if d.year == ref.year && r.published.unit == noUnit {
			got.why = d.name() + " of " + itoa(d.year) + ", the year of the date at the head of the document"
		}
	}
}

// byWeekday returns the date nearest to the reference that falls on the weekday
// stated beside it, within five years.
func (r *resolver) byWeekday(v *slots, ref date) (best date, ok bool) {
	for y := ref.year - 5; y <= ref.year+5; y++ {
		d, _ := build(v, y)
		if !d.valid() || d.start().Weekday() != v.int(slotWeekday) {
			continue
		}
		if !ok || distance(d.start(), ref.start()) < distance(best.start(), ref.start()) {
			best, ok = d, true
		}
	}
	return best, ok
}

// ahead reports whether a date without a year lies in the future: its clause
// says so, or nothing speaks of the past, it is near, and the one before is
// most of a year away.
func (r *resolver) ahead(e *expr, all []date, past, future int, ref edtf.Day) bool {
	if future < 0 || past == future {
		return false
	}
	if past < 0 {
		return true
	}
	gap := distance(all[future].start(), ref)
	if unit := all[future].unit; (unit == quarter || unit == half) && gap > 184 {
		return false // "scheduled to pay the first-quarter dividend"
	}
	if r.upto(e) && gap < 330 {
		return true
	}
	near := gap <= nearAhead && distance(all[past].start(), ref) > 360-nearAhead
	switch r.f.tense(e) {
	case 1:
		return gap < 330
	case -1:
		return near && r.f.pointsAhead(e)
	}
	return near
}

// nearAhead is how many days ahead a date without a year may lie when no verb
// says so: one that lies ten months back would be given with its year.
const nearAhead = 75

// upto reports whether "by" or "until" stands before an expression and nothing
// in its clause speaks of the past: "plans to close it by June", but not "by
// June they had left".
func (r *resolver) upto(e *expr) bool {
	if !r.f.late(e) {
		return false
	}
	for i := e.last; i < len(r.f.cells) && i < e.last+tenseReach && !r.f.sentenceEnd(i) && r.f.cells[i]&cellBlock == 0; i++ {
		if r.f.cue(i)&cuePast != 0 {
			return false
		}
	}
	return e.first < 2 || r.f.cells[e.first-1]&cellBlock != 0 || r.f.cue(e.first-2)&cuePast == 0 // "it worked until June"
}

// runningYear picks the year of a date in a narrative: that of the running
// date, unless the text has plainly gone past its end.
func (r *resolver) runningYear(e *expr, all []date, ref date) (int, string) {
	same := slices.IndexFunc(all, func(d date) bool { return d.year == ref.year })
	if same < 0 {
		return -1, ""
	}
	if ref.unit == year || ref.unit == season && ref.part == 4 {
		return same, "%s in the year of "
	}
	if v := &e.v; r.tail != nil && monthAfter(v, r.tail) && same > 0 {
		// "from October to March", told in March or before: of the last October.
		if _, m, _ := ref.start().Date(); m <= r.tail.int(slotMonth) {
			return same - 1, "the last %s before "
		}
	}
	gap := int(all[same].start() - ref.start())
	switch {
	case gap < -yearTurn && same+1 < len(all):
		return same + 1, "the first %s after "
	case gap > 300 && same > 0:
		return same - 1, "the last %s before "
	}
	return same, "%s in the year of "
}

// yearTurn is how many days a narrative may jump back or ahead within a year;
// beyond, the year has turned. January after December is the next January.
const yearTurn = 214

// weekday resolves the name of a day of the week.
func (r *resolver) weekday(e *expr, got *reading) {
	v := &e.v
	n, run := 0, false
	shifted := v.is(slotRel) || v.is(slotRun)
	if shifted {
		n, run = shift(v)
	}
	ref, clock, words := r.reference(run)
	if clock == ClockNarrative && ref.unit != day && r.c.dayAt >= 0 {
		ref, words = r.c.runningDay, r.c.runningDay.english()+", the day mentioned before"
	}
	if ref.unit != day {
		got.value, got.why = r.pattern(e), r.lacks(ref, "day")
		if run && ref.unit == noUnit {
			got.why, got.anchor = noRunning, AnchorEvent
		}
		return
	}
	x := ref.start()
	back := edtf.Day((x.Weekday() - v.int(slotWeekday) + 7) % 7) // days since the last
	name := [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}[v.int(slotWeekday)]
	got.clock = clock
	side := ""
	switch {
	case !shifted && !e.lead && e.group != 0 && e.group == r.leadGroup && r.lead.unit == day:
		x = r.lead.start()
		x, side, words = x+edtf.Day((v.int(slotWeekday)-x.Weekday()+7)%7), " on or after ", r.lead.english()+", the first of the dates"
	case shifted && n < 0:
		if back == 0 {
			back = 7
		}
		x, side = x-back, " before "
	case shifted && n > 0:
		x, side = x-back+7, " after "
	case shifted:
		past := x
		x = x - edtf.Day(x.Weekday()) + edtf.Day(v.int(slotWeekday))
		if x < past && r.f.tense(e) > 0 {
			x += 7 // "this Monday", on a Friday and in the future
		}
		side = " in the week of "
	case clock == ClockNarrative && back != 0:
		// A narrative goes on: the nearest such day, ahead when both are as near.
		if x -= back; back > 3 {
			x += 7
		}
		side = " nearest to "
	case r.f.tense(e) > 0:
		x, side = x+(7-back)%7, " on or after "
	default:
		x, side = x-back, " before or on "
	}
	got.d, got.why = fromDay(x), name+side+words
}

// dayAlone resolves a day of the month that stands without the month: it is of
// the month named just before, else of that of the reference day.
func (r *resolver) dayAlone(e *expr, got *reading) {
	ref, clock, words := r.reference(false)
	n := e.v.int(slotDay)
	running := clock == ClockNarrative
	switch {
	case e.group != 0 && e.group == r.leadGroup && !e.lead && r.lead.unit == day:
		ref, running, words = r.lead, true, r.lead.english()+", the first of the dates"
	case !running && r.passage(n):
		ref, clock, running = r.c.running, ClockNarrative, true
		words = ref.english() + ", the date mentioned before"
	}
	if ref.unit != day && ref.unit != month {
		got.value, got.why = "XXXX-XX-"+two(n), "the month is not stated, and "+r.lacks(ref, "month")
		return
	}
	step := 0
	switch {
	case ref.unit != day:
	case running && (n < ref.day-monthTurn || n < ref.day && (e.rule.op == opRange || r.f.late(e))):
		step = 1
	case running:
	default:
		switch future := r.f.tense(e) > 0; {
		case future && n < ref.day:
			step = 1
		case !future && n > ref.day:
			step = -1
		}
	}
	d := date{unit: day, year: ref.year, month: ref.month, day: n}
	if step != 0 {
		d.year, d.month, _ = addMonths(d.year, d.month, step).Date()
	}
	if !d.valid() {
		got.rejected = true
		return
	}
	got.d, got.clock = d, clock
	got.why = "day " + itoa(n) + " of the month, counted from " + words
}

// monthTurn is how many days a text may jump back within a month; beyond, a day
// without its month is of the next one: the 3rd after the 29th.
const monthTurn = 20

// passage reports whether in a text of known publication day n is of the month
// of the running date: this was named in the same block or in the one before,
// and not years ago. It is not if the clause looks ahead and the day would be
// past, nor if n lies before the running day and the month of publication is
// the next.
func (r *resolver) passage(n int) bool {
	run, speech := r.c.running, r.c.speech
	if r.c.runningAt < 0 || run.unit != day && run.unit != month || r.e.block-r.c.runBlock > 1 || run.year < speech.year-1 {
		return false
	}
	if speech.unit != day {
		return true
	}
	d := date{unit: day, year: run.year, month: run.month, day: n}
	if d.start() < speech.start() && r.f.tense(r.e) > 0 {
		return false
	}
	return run.unit == month || n >= run.day || n > speech.day || addMonths(run.year, run.month, 1) != addMonths(speech.year, speech.month, 0)
}
