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
	switch {
	case v.str(slotFrom) == "ahead" && (r.c.narrative || r.f.tense(e) <= 0):
		v.drop(slotDir) // it points nowhere
		*got = r.duration(e)
		return
	case v.str(slotFrom) == "event":
		*got = r.duration(e)
		got.anchor, got.why = AnchorEvent, fromEvent
		return
	case !v.is(slotCount) && !v.is(slotOver):
		r.uncounted(e, got)
		return
	}
	c := r.counted(e)
	switch {
	case c.ref.unit == noUnit:
		got.value = r.pattern(e)
		got.why = r.lacks(c.ref, "day")
		if c.run {
			got.why, got.anchor = noRunning, AnchorEvent
		}
	case v.is(slotWeekday) && c.dir > 0 && c.ref.unit == day && v.sum < 1000:
		x := c.ref.start() + 1 // "a week from Tuesday": from the next
		x += edtf.Day((v.int(slotWeekday)-x.Weekday()+7)%7 + 7*int(v.sum))
		got.d, got.clock, got.why = fromDay(x), c.clock, count(int(v.sum), week)+"the next such weekday after "+c.words
	case c.n > mostUnits:
		got.rejected = true
	case c.unit <= hour:
		r.countHours(c, got)
	default:
		r.countDays(e, c, got)
	}
}

// mostUnits is the largest number of units that is counted: beyond, no calendar has the date.
const mostUnits = 1_000_000

// uncounted resolves what counts an unknown number of units: "years ago".
func (r *resolver) uncounted(e *expr, got *reading) {
	v := &e.v
	ahead := v.int(slotDir) > 0
	got.value = map[bool]string{true: "FUTURE_REF", false: "PAST_REF"}[ahead]
	got.why = "an unknown number of " + units[v.unit()].name + "s"
	ref, clock, _ := r.reference(v.str(slotFrom) == "run")
	if ref.unit == noUnit {
		return
	}
	got.clock = clock
	if first, last := ref.bounds(); ahead {
		got.lo = first
	} else {
		got.hi = last
	}
}

// offsetCount is a number of units from a date on, or back.
type offsetCount struct {
	ref    date
	clock  string
	words  string // what ref is
	run    bool   // it counts from the running date
	dir    int
	amount float64 // as the text says it
	n      int     // whole units of unit
	unit   unit
}

// counted reads from which date an expression counts, how much and which way.
func (r *resolver) counted(e *expr) offsetCount {
	v := &e.v
	u := v.unit()
	c := offsetCount{dir: v.int(slotDir), amount: v.sum}
	c.run = v.str(slotFrom) == "run" || v.str(slotFrom) == "either" && r.c.runningAt >= 0 && r.f.tense(e) <= 0
	c.ref, c.clock, c.words = r.reference(c.run)
	if c.run && u <= weekend && c.ref.unit != day && c.ref.unit > week && r.near() {
		c.ref, c.words = r.dayBefore()
	}
	if c.run && c.ref.unit == noUnit && c.dir < 0 && u >= year && !r.c.narrative {
		c.ref, c.clock, c.words = r.speech() // "from a year earlier", where the text names no other date
	}
	if !v.is(slotCount) {
		c.amount = 1
	}
	if v.is(slotOver) {
		c.amount /= float64(max(1, v.int(slotOver)))
	}
	c.n, c.unit = int(c.amount), u
	if finer, ok := fractions[u]; ok && c.amount != float64(c.n) {
		c.n, c.unit = int(c.amount*finer.count), finer.unit // half a century is five decades
	}
	if v.is(slotTimes) {
		c.n *= v.int(slotTimes)
	}
	return c
}

// countHours resolves a number of hours, minutes or seconds: to the day, and to
// the minute from an hour that a narrative has given.
func (r *resolver) countHours(c offsetCount, got *reading) {
	got.value, got.why = "XXXX-XX-XXTXX", "counted in hours, and no hour is given"
	if c.ref.unit != day || c.amount >= 24 && (c.unit == hour || c.amount >= 24*60) {
		return
	}
	got.d, got.clock = c.ref, c.clock
	got.d.tod = "XX"
	got.lo, got.hi = c.ref.start()-1, c.ref.start()+1
	got.why = count(c.dir*c.n, c.unit) + c.words
	if c.clock != ClockNarrative || len(r.c.hour) != len("00:00") || c.unit == second {
		return
	}
	if c.unit == hour {
		c.n, c.unit = int(c.amount*60), minute
	}
	at := minutes(r.c.hour) + c.dir*c.n
	days := floorDiv(at, 24*60)
	at -= 24 * 60 * days
	got.d = fromDay(c.ref.start() + edtf.Day(days))
	got.d.tod, got.d.zone = two(at/60)+":"+two(at%60), r.c.hourZone
	got.value, got.lo, got.hi = "", edtf.Open, edtf.Open
	got.why = count(c.dir*c.n, c.unit) + r.c.hour + ", the time mentioned before"
}

// countDays resolves a number of days or of longer units.
func (r *resolver) countDays(e *expr, c offsetCount, got *reading) {
	v := &e.v
	d, ok := c.ref.add(c.dir*c.n, c.unit)
	if !ok {
		got.value, got.why = r.pattern(e), "the date before it, "+c.ref.english()+", is not given to the "+units[c.unit].name
		got.anchor = AnchorEvent
		return
	}
	if c.run && d.unit == year && (c.ref.unit == quarter || c.ref.unit == half) {
		d.unit, d.part = c.ref.unit, c.ref.part // sales of a quarter are compared with those of the same one
	}
	if c.run && d.unit == week && c.ref.unit == day && v.sum == float64(int(v.sum)) && !v.is(slotOver) && !v.is(slotWeekday) && !v.is(slotApprox) && !v.is(slotCue) {
		days := 7 // "a week later", behind a day, is told to the day
		if c.unit == fortnight {
			days = 14
		}
		d = fromDay(c.ref.start() + edtf.Day(c.dir*c.n*days))
	}
	if v.is(slotWeekday) && d.unit == week {
		d = fromDay(d.start() + edtf.Day(v.int(slotWeekday)-1))
	}
	if !c.run && c.ref.unit == day && c.n > 1 && d.unit == c.unit {
		d.slack = countedSlack[c.unit]
	}
	got.d, got.clock, got.why = d, c.clock, count(c.dir*c.n, c.unit)+c.words
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
