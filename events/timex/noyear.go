package timex

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
)

// noYear resolves a part of a year that is named without the year.
func (r *resolver) noYear(e *expr, got *reading) {
	v := &e.v
	run := false
	shifted := v.is(slotRel) || v.is(slotRun)
	if shifted {
		_, run = shift(v)
	} else if (v.is(slotQuarter) || v.is(slotHalf)) && !r.f.business(e) {
		got.rejected = true // of a game
		return
	}
	ref, clock, words := r.reference(run)
	ending := e.group != 0 && e.group == r.leadGroup && !e.lead && r.lead.unit != noUnit && r.lead.unit < year && !shifted
	if clock == ClockNarrative && !shifted {
		if back, ok := r.excursion(); ok {
			r.from = -1
			ref, words = back, back.english()+", which the text is about"
		}
	}
	if ending {
		r.from = r.leadAt
		ref, words = r.lead, r.lead.english()+", the first of the dates"
	}
	if y := r.yearAbove(e); y.unit != noUnit && !shifted && !ending {
		ref, clock, words = y, ClockNarrative, y.english()+", the year of the line above"
	}
	if clock != ClockNarrative && !shifted && !ending && r.yearOpens() {
		r.from, clock = r.c.runningAt, ClockNarrative // "In 2021, two bridges were blown up on 25 March"
		ref, words = r.c.running, r.c.running.english()+", the year that its sentence gives"
	}
	if ref.unit == noUnit || ref.unit >= decade {
		got.value, got.why = r.pattern(e), "the year is not stated, and "+r.lacks(ref, "year")
		if d, ok := build(v, 2000); ok && !d.valid() { // 2000 has a 29 February
			got.rejected = true
		}
		return
	}
	all := r.yearsNear(v, ref.year)
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
	pick, side := r.pickYear(e, all, ref, clock, ending)
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

// yearsNear returns the dates that the slots name in a year and those beside it,
// in order; of 29 February as far as two of them are ever apart.
func (r *resolver) yearsNear(v *slots, y int) []date {
	reach := 1
	if v.int(slotMonth) == 2 && v.int(slotDay) == 29 {
		reach = 8
	}
	all := r.years[:0]
	for i := y - reach; i <= y+reach; i++ {
		if d, _ := build(v, i); d.valid() {
			all = append(all, d)
		}
	}
	return all
}

// pickYear picks one of the dates that an expression may mean, counted from ref,
// -1 for none, and says how it stands to ref. ending means that ref starts a
// range that e ends.
func (r *resolver) pickYear(e *expr, all []date, ref date, clock string, ending bool) (pick int, side string) {
	first, last := ref.bounds()
	past, future := -1, -1 // the last that has begun, and the first that is not over
	for i, d := range all {
		if d.start() <= last {
			past = i
		}
		if _, end := d.bounds(); future < 0 && end >= first {
			future = i
		}
	}
	shifted := e.v.is(slotRel) || e.v.is(slotRun)
	switch n, _ := shift(&e.v); {
	case ending:
		return future, "the first %s after "
	case shifted && n < 0:
		pick = -1
		for i, d := range all {
			if _, end := d.bounds(); end < first {
				pick = i
			}
		}
		return pick, "the last %s before "
	case shifted && n > 0:
		return slices.IndexFunc(all, func(d date) bool {
			if d.unit == season && d.part == 4 {
				return edtf.NewDay(d.year, 12, 1) > last // the winter that begins in its year
			}
			return d.start() > last
		}), "the first %s after "
	case shifted:
		return slices.IndexFunc(all, func(d date) bool { return d.year == ref.year }), "%s in the year of "
	case clock == ClockNarrative:
		return r.runningYear(e, all, ref)
	case r.ahead(e, all, past, future, first):
		return future, "the first %s after or on "
	}
	return past, "the last %s before or on "
}

// A quarter of a year is told of in business, or in a text full of it.
const (
	businessReach = 40  // tokens before and behind
	businessShare = 100 // tokens of the text for one that is a word of business, at most
	minBusiness   = 3
)

// business reports whether words of business stand around an expression, or the
// text is one of business; true where the language does not list such words.
func (f *finder) business(e *expr) bool {
	if f.g.trade == nil {
		return true
	}
	for i := max(0, e.first-businessReach); i < min(len(f.cells), e.last+businessReach); i++ {
		if f.g.trade[f.cells[i].symbol()] {
			return true
		}
	}
	if f.trade < 0 {
		f.trade = 0
		for _, c := range f.cells {
			if f.g.trade[c.symbol()] {
				f.trade++
			}
		}
	}
	return f.trade >= minBusiness && f.trade*businessShare >= len(f.cells)
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
	if all[future].unit == half {
		return r.f.tense(e) > 0 || r.f.tense(e) == 0 && r.f.pointsAhead(e) // "first-half profit" is of the last
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
	if home, sure := r.home(); sure && home.year == ref.year-1 && gap > halfYear && same > 0 {
		return same - 1, "the last %s before " // in November, after "in January" of the year after the one that the text is about
	}
	switch {
	case gap < -yearTurn && same+1 < len(all):
		return same + 1, "the first %s after "
	case gap > 300 && same > 0:
		return same - 1, "the last %s before "
	}
	return same, "%s in the year of "
}

// halfYear in days: beyond, the same date of another year is nearer.
const halfYear = 183

// yearOpens reports whether the last date before the expression is a year that
// its sentence opens with.
func (r *resolver) yearOpens() bool {
	at := r.c.runningAt
	if at < 0 || r.c.running.unit != year || r.c.runBlock != r.e.block || r.e.first-at > asideReach {
		return false
	}
	opening := at
	for opening > 0 && at-opening < 2 && r.f.cells[opening]&cellBlock == 0 && !r.f.sentenceEnd(opening-1) {
		opening--
	}
	if r.f.cells[opening]&cellBlock == 0 && (opening == 0 || !r.f.sentenceEnd(opening-1)) {
		return false
	}
	for i := at; i < r.e.first; i++ {
		if r.f.sentenceEnd(i) {
			return false
		}
	}
	return true
}

// yearTurn is how many days a narrative may jump back or ahead within a year;
// beyond, the year has turned. January after December is the next January.
const yearTurn = 214

// weekday resolves the name of a day of the week.
func (r *resolver) weekday(e *expr, got *reading) {
	v := &e.v
	run := false
	shifted := v.is(slotRel) || v.is(slotRun)
	if shifted {
		_, run = shift(v)
	}
	if v.str(slotCue) == "generic" {
		got.value, got.why = r.pattern(e), "a day of the week, of no week in particular"
		return
	}
	ref, clock, words := r.reference(run)
	switch {
	case r.inEntry() && !run:
		ref, clock, words = r.dayOfEntry()
	case clock == ClockNarrative && ref.unit != day && r.c.dayAt >= 0:
		ref, words = r.dayBefore()
	}
	if ref.unit != day {
		got.value, got.why = r.pattern(e), r.lacks(ref, "day")
		if run && ref.unit == noUnit {
			got.why, got.anchor = noRunning, AnchorEvent
		}
		return
	}
	got.clock = clock
	if !shifted && !e.lead && e.group != 0 && e.group == r.leadGroup && r.lead.unit == day {
		r.from = r.leadAt
		x := r.lead.start()
		got.d = fromDay(x + edtf.Day((v.int(slotWeekday)-x.Weekday()+7)%7))
		got.why = weekdays[v.int(slotWeekday)] + " on or after " + r.lead.english() + ", the first of the dates"
		return
	}
	x, side := r.pickWeekday(e, ref.start(), clock)
	got.d, got.why = fromDay(x), weekdays[v.int(slotWeekday)]+side+words
}

// weekdays are the names of the days of the week by their number in ISO 8601.
var weekdays = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// pickWeekday returns the day that the name of a weekday means, counted from
// ref, and says how it stands to ref.
func (r *resolver) pickWeekday(e *expr, ref edtf.Day, clock string) (x edtf.Day, side string) {
	v := &e.v
	back := edtf.Day((ref.Weekday() - v.int(slotWeekday) + 7) % 7) // days since the last
	shifted := v.is(slotRel) || v.is(slotRun)
	switch n, _ := shift(v); {
	case shifted && n < 0:
		if back == 0 {
			back = 7
		}
		return ref - back, " before "
	case shifted && n > 0:
		return ref - back + 7, " after "
	case shifted:
		x = ref - edtf.Day(ref.Weekday()) + edtf.Day(v.int(slotWeekday))
		if x < ref && r.f.tense(e) > 0 {
			x += 7 // "this Monday", on a Friday and in the future
		}
		return x, " in the week of "
	case clock == ClockNarrative && back != 0 && !(r.inEntry() && r.f.tense(e) < 0):
		// A narrative goes on: the nearest such day, ahead when both are as near.
		if x = ref - back; back > 3 {
			x += 7
		}
		return x, " nearest to "
	case r.f.tense(e) > 0:
		return ref + (7-back)%7, " on or after "
	}
	if end := r.lastWeekday(e); end != 0 {
		// "On Saturday and Sunday", read on a Saturday: both are over.
		x = ref - edtf.Day((ref.Weekday()-end+7)%7)
		return x - edtf.Day((end-v.int(slotWeekday)+7)%7), " before or on "
	}
	if back == 0 && v.str(slotCue) == "through" {
		return ref - 7, " before " // the night to the day after the publication is not over
	}
	return ref - back, " before or on "
}

// lastWeekday returns the weekday that ends the list of weekdays which e leads,
// or the range if the clause is past ("was shut from Friday to Sunday"); else 0.
func (r *resolver) lastWeekday(e *expr) int {
	if !e.lead || e.rule.op == opRange && r.f.tense(e) == 0 {
		return 0
	}
	i := e.at
	for i+1 < len(r.f.exprs) && r.f.exprs[i+1].group == e.group {
		i++
	}
	return r.f.exprs[i].v.int(slotWeekday)
}
