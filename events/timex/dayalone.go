package timex

// dayAlone resolves a day of the month that stands without the month: it is of
// the month named just before, else of that of the reference day.
func (r *resolver) dayAlone(e *expr, got *reading) {
	ref, clock, words := r.reference(false)
	n := e.v.int(slotDay)
	running := clock == ClockNarrative
	if e.v.str(slotCue) == "entry" && r.under.month.unit == noUnit {
		got.rejected = true // a number
		return
	}
	switch {
	case e.group != 0 && e.group == r.leadGroup && !e.lead && r.lead.unit == day:
		r.from = r.leadAt
		ref, running, words = r.lead, true, r.lead.english()+", the first of the dates"
	case e.v.str(slotCue) == "entry":
		r.from = r.under.at
		ref, clock, running = r.under.month, ClockNarrative, true
		words = ref.english() + ", the month of the line above"
	case !running && r.passage(n):
		ref, clock, running = r.c.running, ClockNarrative, true
		r.from = r.c.runningAt
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
	if w := e.v.int(slotWeekday); w != 0 {
		// "Friday the 9th": of the nearest month in which it is one.
		d = nearestFalling(d, w, !running && r.f.tense(e) < 0)
		words += ", in the nearest in which it falls on the weekday stated"
	}
	if !d.valid() {
		got.rejected = true
		return
	}
	got.d, got.clock = d, clock
	got.why = "day " + itoa(n) + " of the month, counted from " + words
}

// nearestFalling returns the day of d's number that falls on a weekday, in d's
// month or in the nearest before or after it; with past set, never after.
func nearestFalling(d date, weekday int, past bool) date {
	for k := 0; k < 12; k++ {
		for _, months := range [2]int{-k, k} {
			if months > 0 && past {
				continue
			}
			x := d
			x.year, x.month, _ = addMonths(d.year, d.month, months).Date()
			if x.valid() && x.start().Weekday() == weekday {
				return x
			}
		}
	}
	return date{unit: day, year: d.year, month: d.month, day: 99} // none: not valid
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
