package timex

import (
	"github.com/dateline-project/dateline/events/edtf"
)

// deictic resolves "yesterday", "today", "tomorrow".
func (r *resolver) deictic(e *expr, got *reading) {
	ref, clock, words := r.speech()
	if r.inEntry() {
		ref, clock, words = r.dayOfEntry()
	} else if r.narrative() {
		// In a history "today" is the reader's; in a diary it is the day of the entry.
		if r.c.runningAt >= 0 && r.c.running.unit == day && r.headed() {
			ref, clock, words = r.reference(true)
		} else if e.v.int(slotDeictic) == 0 && !e.v.is(slotTod) && r.c.history {
			got.value, got.why = "PRESENT_REF", "the time of writing, which the narrative is not told in"
			return
		} else if r.c.narrative {
			ref = date{}
		}
	}
	if ref.unit != day {
		got.value, got.why = "XXXX-XX-XX", r.lacks(ref, "day")
		return
	}
	got.d, got.clock = fromDay(ref.start()+edtf.Day(e.v.int(slotDeictic))), clock
	got.why = count(e.v.int(slotDeictic), day) + words
}

// count returns "two days before " in figures, "" for 0.
func count(n int, u unit) string {
	if n == 0 {
		return ""
	}
	word, side := units[u].name, " after "
	if n < 0 {
		n, side = -n, " before "
	}
	if n != 1 {
		word += "s"
	}
	if u == century && n != 1 {
		word = "centuries"
	}
	return itoa(n) + " " + word + side
}

// offset resolves "two days ago", "four weeks later".
func (r *resolver) offset(e *expr, got *reading) {
	v := &e.v
	u, dir := v.unit(), v.int(slotDir)
	if v.str(slotFrom) == "ahead" && (r.c.narrative || r.f.tense(e) <= 0) {
		v.drop(slotDir) // it points nowhere
		*got = r.duration(e)
		return
	}
	if v.str(slotFrom) == "event" {
		*got = r.duration(e)
		got.anchor, got.why = AnchorEvent, fromEvent
		return
	}
	if !v.is(slotCount) && !v.is(slotOver) {
		got.value = map[bool]string{true: "FUTURE_REF", false: "PAST_REF"}[dir > 0]
		got.why = "an unknown number of " + units[u].name + "s"
		ref, clock, _ := r.reference(v.str(slotFrom) == "run")
		if ref.unit != noUnit {
			a, b := ref.bounds()
			got.clock = clock
			if dir > 0 {
				got.lo = a
			} else {
				got.hi = b
			}
		}
		return
	}
	run := v.str(slotFrom) == "run" || v.str(slotFrom) == "either" && r.c.runningAt >= 0 && r.f.tense(e) <= 0
	ref, clock, words := r.reference(run)
	if run && u <= weekend && ref.unit != day && ref.unit > week && r.near() {
		ref, words = r.dayBefore()
	}
	if run && ref.unit == noUnit && dir < 0 && u >= year && !r.c.narrative {
		ref, clock, words = r.speech() // "from a year earlier", where the text names no other date
	}
	if ref.unit == noUnit {
		got.value = r.pattern(e)
		if run {
			got.why, got.anchor = noRunning, AnchorEvent
		} else {
			got.why = r.lacks(ref, "day")
		}
		return
	}
	if v.is(slotWeekday) && dir > 0 && ref.unit == day && v.sum < 1000 {
		x := ref.start() + 1 // "a week from Tuesday": from the next
		x += edtf.Day((v.int(slotWeekday)-x.Weekday()+7)%7 + 7*int(v.sum))
		got.d, got.clock, got.why = fromDay(x), clock, count(int(v.sum), week)+"the next such weekday after "+words
		return
	}
	amount := v.sum
	if !v.is(slotCount) {
		amount = 1
	}
	if v.is(slotOver) {
		amount /= float64(max(1, v.int(slotOver)))
	}
	n := int(amount)
	if finer, ok := fractions[u]; ok && amount != float64(n) {
		n, u = int(amount*finer.count), finer.unit // half a century is five decades
	}
	if v.is(slotTimes) {
		n *= v.int(slotTimes)
	}
	if n > 1_000_000 {
		got.rejected = true
		return
	}
	if u <= hour {
		got.value, got.why = "XXXX-XX-XXTXX", "counted in hours, and no hour is given"
		if ref.unit == day && (amount < 24 || u < hour && amount < 24*60) {
			got.d, got.clock = ref, clock
			got.d.tod = "XX"
			got.lo, got.hi = ref.start()-1, ref.start()+1
			got.why = count(dir*n, u) + words
			if clock == ClockNarrative && len(r.c.hour) == 5 && u != second {
				if u == hour {
					n, u = int(amount*60), minute
				}
				at := minutes(r.c.hour) + dir*n
				got.d = fromDay(ref.start() + edtf.Day(floorDiv(at, 24*60)))
				at -= 24 * 60 * floorDiv(at, 24*60)
				got.d.tod, got.d.zone = two(at/60)+":"+two(at%60), r.c.hourZone
				got.value, got.lo, got.hi = "", edtf.Open, edtf.Open
				got.why = count(dir*n, u) + r.c.hour + ", the time mentioned before"
			}
		}
		return
	}
	d, ok := ref.add(dir*n, u)
	if run && ok && d.unit == year && (ref.unit == quarter || ref.unit == half) {
		d.unit, d.part = ref.unit, ref.part // sales of a quarter are compared with those of the same one
	}
	if run && ok && d.unit == week && ref.unit == day && v.sum == float64(int(v.sum)) && !v.is(slotOver) && !v.is(slotWeekday) && !v.is(slotApprox) && !v.is(slotCue) {
		days := 7 // "a week later", behind a day, is told to the day
		if u == fortnight {
			days = 14
		}
		d = fromDay(ref.start() + edtf.Day(dir*n*days))
	}
	if !ok {
		got.value, got.why = r.pattern(e), "the date before it, "+ref.english()+", is not given to the "+units[u].name
		got.anchor = AnchorEvent
		return
	}
	if v.is(slotWeekday) && d.unit == week {
		d = fromDay(d.start() + edtf.Day(v.int(slotWeekday)-1))
	}
	if !run && ref.unit == day && n > 1 && d.unit == u {
		d.slack = countedSlack[u]
	}
	got.d, got.clock, got.why = d, clock, count(dir*n, u)+words
}

// countedSlack is by how many days a number of whole weeks or months that
// somebody counts back may be off: half of one.
var countedSlack = map[unit]int{week: 3, month: 15}

// fractions says in which unit a broken number of another is counted.
var fractions = map[unit]struct {
	unit  unit
	count float64 // so many make one
}{month: {week, 4}, year: {month, 12}, decade: {year, 10}, century: {decade, 10}}

// shift returns which way rel and run point, and whether the words point to
// the running date.
func shift(v *slots) (n int, run bool) {
	if v.is(slotRun) {
		return v.int(slotRun), true
	}
	return v.int(slotRel), false
}

// relative resolves "last week", "that month", "the following year", and what
// is named within one: "October of next year", "Friday last week".
func (r *resolver) relative(e *expr, got *reading) {
	v := &e.v
	n, run := shift(v)
	u := v.unit()
	if v.is(slotOrd) && !hasPart(v) && !v.is(slotWeekday) {
		u = outerUnit(v)
	}
	run = run && !r.speechFirst()
	ref, clock, words := r.reference(run)
	if run && u == day && ref.unit >= month && r.near() {
		ref, words = r.dayBefore()
	}
	if ref.unit == noUnit {
		got.value, got.why = r.pattern(e), r.lacks(ref, "day")
		if run {
			got.why, got.anchor = noRunning, AnchorEvent
		}
		return
	}
	if u == weekend && v.is(slotCue) && !r.c.narrative && ref.unit == day && ref.start().Weekday() < 6 && r.f.tense(e) <= 0 {
		n = -1 // "over the weekend", read on a weekday: the last
	}
	d, ok := ref.add(n, u)
	if u == season && ref.unit != noUnit {
		d, ok = date{unit: year, year: ref.year + n}, true
	}
	if !ok {
		got.value, got.why = r.pattern(e), "the date before it, "+ref.english()+", is not given to the "+units[u].name
		got.anchor = AnchorEvent
		return
	}
	got.d, got.clock = r.within(v, d), clock
	if v.is(slotWeekday) && d.unit == week {
		got.d = fromDay(d.start() + edtf.Day(v.int(slotWeekday)-1))
	}
	switch {
	case n == 0:
		got.why = "the " + units[u].name + " of " + words
	case n == -1:
		got.why = "the " + units[u].name + " before " + words
	case n == 1:
		got.why = "the " + units[u].name + " after " + words
	default:
		got.why = count(n, u) + words
	}
}

// speechFirst reports whether words that may count from either clock ("by the
// end of the year") count from the publication: in a text of the day, when the
// block has named no other date.
func (r *resolver) speechFirst() bool {
	return r.e.v.str(slotFrom) == "either" && r.c.speech.unit != noUnit &&
		(r.c.runningAt < 0 || !r.c.narrative && r.c.runBlock != r.e.block)
}

// outerUnit is the unit that rel or run shifts when an ordinal picks another
// within it: the year in "the first quarter of last year".
func outerUnit(v *slots) unit { return unitNamed(v.str(slotValue)) }
