package timex

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// reading is what resolution makes of an expression.
type reading struct {
	d        date   // what it means, noUnit when that is no date
	value    string // TIMEX3 value when d does not give it
	edtf     string // likewise
	lo, hi   edtf.Day
	clock    string
	why      string
	anchor   string
	rejected bool // no such date: no mention at all
}

// resolver resolves the expressions of one document in order.
type resolver struct {
	f     *finder
	c     clocks
	e     *expr
	years [17]date // room for the years that a date without one may have
	lead  date     // the start of the range whose end is being read
	tail  *slots   // what the end says, while the start is being read; else nil
}

// resolve turns the expressions into mentions.
func (f *finder) resolve(published string) []Mention {
	if len(f.exprs) == 0 {
		return nil
	}
	r := &resolver{f: f, c: clocks{runningAt: -1, dayAt: -1}}
	r.c.setSpeech(published)
	f.readDateline(&r.c)
	f.readOrder(&r.c)
	f.readClock(&r.c)
	mentions := make([]Mention, 0, len(f.exprs))
	lead := -1 // mention that starts the range being read
	var depth, at int
	for i := range f.exprs {
		e := &f.exprs[i]
		r.e, r.tail = e, nil
		if e.rule.op == opRange && e.lead && i+1 < len(f.exprs) {
			r.tail = &f.exprs[i+1].v
		}
		for ; at < e.first; at++ {
			depth = f.parentheses(depth, at)
		}
		if want := e.v.text[slotClock]; want != "" && (want == ClockNarrative) != r.c.history {
			continue
		}
		if e.rule.op == opPeriod && r.c.history {
			continue // in a history the wars are the matter itself, not the time of something else
		}
		if e.v.is(slotNamed) && !f.inName(e) {
			e.v.drop(slotNamed)
		}
		got := r.read(e)
		if got.rejected {
			lead = -1
			continue
		}
		m := r.mention(e, &got)
		if e.rule.op == opRange {
			if e.lead {
				lead, r.lead = len(mentions), got.d
			} else if lead >= 0 && e.tail {
				joinRange(&mentions[lead], &m)
			}
		}
		mentions = append(mentions, m)
		r.advance(e, &got, depth > 0)
	}
	return f.joinTimes(mentions)
}

// inName reports whether a year is part of a name: a word with a capital, and at
// most three tokens between ("Convention of 1949", "Resolution 822 (1993)").
func (f *finder) inName(e *expr) bool {
	for i := e.first - 1; i >= 0 && i >= e.first-4 && f.cells[i+1]&cellBlock == 0; i-- {
		t := f.tokens[i]
		if t.Kind == text.Word && t.Is(text.Upper) {
			return f.cells[i]&cellBlock == 0 && !(i > 0 && f.sentenceEnd(i-1)) || i > 0 && f.tokens[i].End-t.Start > 3 && i < e.first-1
		}
		if t.Kind == text.Word && i < e.first-1 {
			return false
		}
	}
	return false
}

// parentheses returns the depth after a token; a block starts at 0.
func (f *finder) parentheses(depth, i int) int {
	if f.cells[i]&cellBlock != 0 {
		depth = 0
	}
	if t := f.tokens[i]; t.Kind == text.Punct {
		switch f.s[t.Start] {
		case '(':
			return depth + 1
		case ')':
			return max(0, depth-1)
		}
	}
	return depth
}

// advance moves the running date to what was read. Dates that are aside (in
// parentheses, in names, in furniture) do not move it, nor does the end of a
// range of years, behind which a text goes on from the start. A year counted
// from a date ("two years earlier") or mentioned within a sentence ("the
// elections planned for 1976") does not end the months being told; one that
// opens a sentence or a heading does.
func (r *resolver) advance(e *expr, got *reading, aside bool) {
	v := &e.v
	if e.rule.op == opPeriod || got.d.unit == noUnit || got.d.unit >= decade || v.is(slotNamed) {
		return
	}
	if e.rule.holiday && !v.is(slotYear) {
		return // the Christmas Truce, the Labour Day parade
	}
	if role := r.f.role(e.first); role == text.Furniture || role == text.Metadata {
		return
	}
	if e.rule.op == opRange && !e.lead && got.d.unit == year {
		return
	}
	if got.d.unit == year {
		if v.is(slotDir) || v.is(slotRel) {
			return
		}
		if r.c.runningAt >= 0 && r.c.running.unit < year && (aside || !r.opens(e)) {
			return
		}
	} else if aside && r.c.runningAt >= 0 {
		return
	}
	r.settle(v, got.d)
	r.c.running, r.c.runningAt = got.d, e.first
	r.c.running.tod = ""
	if got.d.unit == day {
		r.c.runningDay, r.c.dayAt = r.c.running, e.first
	}
}

// settle counts how often in a row the text stated dates of one year, and keeps
// the last date of a year that was stated often.
func (r *resolver) settle(v *slots, d date) {
	if !v.is(slotYear) || d.unit >= year {
		if d.year == r.c.main.year && d.unit < year {
			r.c.main = d
		}
		return
	}
	if d.year != r.c.running.year || r.c.streak == 0 {
		if r.c.streak >= minStreak {
			r.c.main, r.c.mainStreak = r.c.running, r.c.streak
		}
		r.c.streak = 0
	}
	if d.year == r.c.main.year {
		r.c.main = d
	}
	r.c.streak++
}

// minStreak is how many dates of one year in a row make it the year that the
// text is about; one date of another year does not end it for longer than a block.
const minStreak = 3

// excursion reports whether the block has ended that the running date stands in
// and the text goes back to another year: to the one that it is about ("the
// battle resembled that of May 1992", in a text of 2020), or to the one whose
// dates it told before a single other date.
func (r *resolver) excursion() (date, bool) {
	var back date
	switch {
	case r.c.streak < minStreak && r.c.topYear != 0 && r.c.running.year != r.c.topYear:
		if back = r.c.main; back.unit == noUnit || back.year != r.c.topYear {
			back = date{unit: year, year: r.c.topYear}
		}
	case r.c.streak == 1 && r.c.main.unit != noUnit && r.c.main.year != r.c.running.year:
		back = r.c.main
	default:
		return back, false
	}
	for i := r.c.runningAt + 1; i <= r.e.first; i++ {
		if r.f.cells[i]&cellBlock != 0 {
			return back, true
		}
	}
	return back, false
}

// openReach is how many words may stand before a year that opens a sentence:
// "By the start of", "Late in".
const openReach = 3

// opens reports whether an expression stands at the start of its sentence.
func (r *resolver) opens(e *expr) bool {
	for i := e.first; i >= 0 && i >= e.first-openReach; i-- {
		if r.f.cells[i]&cellBlock != 0 || i > 0 && r.f.sentenceEnd(i-1) {
			return true
		}
	}
	return false
}

func joinRange(a, b *Mention) {
	if a.EDTF == "" || b.EDTF == "" {
		return
	}
	start, end := a.EDTF, b.EDTF
	if v, err := edtf.Parse(start); err == nil {
		if s, _, ok := v.Ends(); ok {
			start = s.String()
		}
	}
	if v, err := edtf.Parse(end); err == nil {
		if _, e, ok := v.Ends(); ok {
			end = e.String()
		}
	}
	if both := start + "/" + end; edtf.Valid(both) {
		a.Range, b.Range = both, both
	}
}

// read resolves one expression.
func (r *resolver) read(e *expr) reading {
	switch e.rule.op {
	case opDuration:
		return r.duration(e)
	case opSpan:
		return r.span(e)
	case opSet:
		return r.set(e)
	case opRef:
		return reading{value: e.v.text[slotValue], lo: edtf.Open, hi: edtf.Open, why: "the words name no date"}
	case opPeriod:
		return r.period(e)
	case opRange, opList:
		if e.v.is(slotCount) && !e.v.is(slotDir) || e.v.is(slotVague) && !e.v.is(slotDir) {
			return r.duration(e)
		}
	}
	return r.date(e)
}

// narrative reports whether dates without a year go by the running date at
// this place: in a narrative, and in a passage of a news text whose last full
// date lies years before the publication.
func (r *resolver) narrative() bool {
	if r.c.runningAt < 0 {
		return r.c.speech.unit == noUnit
	}
	if r.c.narrative {
		return true
	}
	if r.c.running.unit == year || r.c.running.year >= r.c.speech.year-1 {
		return false
	}
	for i := r.c.runningAt + 1; i <= r.e.first; i++ {
		if r.f.cells[i]&cellBlock != 0 {
			return false
		}
	}
	return true
}

// reference returns the date to count from, its clock, and it in words. With
// run set the words themselves point to the date before ("the next day").
func (r *resolver) reference(run bool) (date, string, string) {
	// In news "last", "this" and "next" look from the day of publication even in
	// a passage that tells of another time.
	aside := r.e.v.is(slotRel) && !r.c.narrative && r.c.speech.unit != noUnit
	if run || r.narrative() && !aside {
		if r.c.runningAt >= 0 {
			return r.c.running, ClockNarrative, r.c.running.english() + ", the date mentioned before"
		}
		return date{}, "", ""
	}
	return r.speech()
}

func (r *resolver) speech() (date, string, string) {
	switch r.c.speechName {
	case ClockPublication:
		return r.c.speech, ClockPublication, r.c.speech.english() + ", the day of publication"
	case ClockDateline:
		return r.c.speech, ClockDateline, r.c.speech.english() + ", the date at the head of the document"
	}
	return date{}, "", ""
}

func unknown(why string) reading {
	return reading{lo: edtf.Open, hi: edtf.Open, why: why}
}

const noDate = "counted from the publication, whose date is not known"
const noRunning = "counted from a date before it, and the text gives none"

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
		if v.is(slotEra) && v.text[slotEra] == "BC" {
			got.d.year = 1 - 100*v.int(slotCentury) // the 4th century BC: 400 to 301 BC
		}
		if v.unit() == decade && v.is(slotOrd) {
			n := v.int(slotOrd)
			if n < 0 {
				n = 10
			}
			got.d = date{unit: decade, year: got.d.year + 10*(n-1)}
		}
	case v.is(slotDecade):
		y := v.int(slotDecade)
		if v.is(slotEra) && v.text[slotEra] == "BC" {
			got.why = "stated in the text"
			y = -8 - y // the 470s BC: 479 to 470 BC, the years -478 to -469
		} else if y < 100 {
			y = fullYear(y, &r.c)
			got.why = "decade of the century nearest to the publication"
		} else {
			got.why = "stated in the text"
		}
		got.d = date{unit: decade, year: y}
	case v.is(slotYear) || v.is(slotYY):
		y := r.f.year(v, &r.c)
		if y > r.lastYear() && !v.is(slotMonth) {
			return reading{rejected: true} // a number
		}
		got.d, got.why = r.within(v, date{unit: year, year: y}), "stated in the text"
		if !v.is(slotYear) {
			got.why = "the year is stated with two digits"
		}
	case v.is(slotDeictic):
		r.deictic(e, &got)
	case v.is(slotDir):
		r.offset(e, &got)
	case (v.is(slotRel) || v.is(slotRun)) && (v.is(slotUnit) && !v.is(slotOrd) || v.is(slotOrd) && v.is(slotUnit) && !hasPart(v)) && !(v.is(slotUnit) && hasPart(v) && v.unit() < month):
		r.relative(e, &got)
	case v.is(slotRun) && v.is(slotValue) && !v.is(slotUnit):
		ref, clock, words := r.reference(true)
		if got.d, got.clock, got.why = ref, clock, words; ref.unit == noUnit {
			got.value, got.why, got.anchor = "XXXX-XX-XX", noRunning, AnchorEvent
		}
	case hasPart(v):
		r.noYear(e, &got)
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
	if !r.time(v, &got) {
		return reading{rejected: true}
	}
	return got
}

// lastYear is the last year that a number alone is taken for.
func (r *resolver) lastYear() int {
	if r.c.speech.unit != noUnit {
		return r.c.speech.year + 80
	}
	return 2100
}

// hasPart reports whether a part of a year is named.
func hasPart(v *slots) bool {
	return v.is(slotMonth) || v.is(slotSeason) || v.is(slotQuarter) || v.is(slotHalf) || v.is(slotWeek)
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
	case v.is(slotMonth) && v.is(slotDay):
		d.unit, d.month, d.day = day, v.int(slotMonth), v.int(slotDay)
	case v.is(slotMonth):
		d.unit, d.month = month, v.int(slotMonth)
	case v.is(slotSeason):
		d.unit, d.part = season, seasonNumber(v.text[slotSeason])
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

// deictic resolves "yesterday", "today", "tomorrow".
func (r *resolver) deictic(e *expr, got *reading) {
	ref, clock, words := r.speech()
	if r.narrative() {
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
		got.value, got.why = "XXXX-XX-XX", noDate
		return
	}
	got.d, got.clock = fromDay(ref.start()+edtf.Day(e.v.int(slotDeictic))), clock
	got.why = count(e.v.int(slotDeictic), day) + words
}

// headed reports whether the running date stands at the start of its block, as
// in a diary or a chronology.
func (r *resolver) headed() bool {
	return r.f.cells[r.c.runningAt]&cellBlock != 0
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
	if v.text[slotFrom] == "event" {
		*got = r.duration(e)
		got.anchor = AnchorEvent
		got.why = "counted from something that the text tells, not from a date"
		return
	}
	if !v.is(slotCount) && !v.is(slotOver) {
		got.value = map[bool]string{true: "FUTURE_REF", false: "PAST_REF"}[dir > 0]
		got.why = "an unknown number of " + units[u].name + "s"
		ref, clock, _ := r.reference(v.text[slotFrom] == "run")
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
	ref, clock, words := r.reference(v.text[slotFrom] == "run")
	if v.text[slotFrom] == "run" && u <= weekend && ref.unit != day && r.c.dayAt >= 0 && ref.unit > week && r.near(r.c.dayAt) {
		ref, words = r.c.runningDay, r.c.runningDay.english()+", the day mentioned before"
	}
	if ref.unit == noUnit {
		got.value = r.pattern(e)
		if v.text[slotFrom] == "run" {
			got.why, got.anchor = noRunning, AnchorEvent
		} else {
			got.why = noDate
		}
		return
	}
	n := int(v.sum)
	if f := v.sum; f != float64(n) && u == year {
		n, u = int(f*12), month
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
		if ref.unit == day && int(v.sum) < 24 {
			got.d, got.clock = ref, clock
			got.d.tod = "XX"
			got.lo, got.hi = ref.start()-1, ref.start()+1
			got.why = count(dir*n, u) + words
		}
		return
	}
	d, ok := ref.add(dir*n, u)
	if !ok {
		got.value, got.why = r.pattern(e), "the date before it, "+ref.english()+", is not given to the "+units[u].name
		got.anchor = AnchorEvent
		return
	}
	if v.is(slotWeekday) && d.unit == week {
		d = fromDay(d.start() + edtf.Day(v.int(slotWeekday)-1))
	}
	got.d, got.clock, got.why = d, clock, count(dir*n, u)+words
}

// near reports whether at most one block ends between a token and the expression.
func (r *resolver) near(tok int) bool {
	blocks := 0
	for i := r.e.first; i > tok && blocks < 2; i-- {
		if r.f.cells[i]&cellBlock != 0 {
			blocks++
		}
	}
	return blocks < 2
}

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
	if v.is(slotOrd) && hasPart(v) == false && !v.is(slotWeekday) {
		u = outerUnit(v)
	}
	ref, clock, words := r.reference(run)
	if run && u == day && ref.unit != day && r.c.dayAt >= 0 && ref.unit >= month && r.near(r.c.dayAt) {
		ref = r.c.runningDay
		words = ref.english() + ", the day mentioned before"
	}
	if ref.unit == noUnit {
		got.value, got.why = r.pattern(e), noDate
		if run {
			got.why, got.anchor = noRunning, AnchorEvent
		}
		return
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

// outerUnit is the unit that rel or run shifts when an ordinal picks another
// within it: the year in "the first quarter of last year".
func outerUnit(v *slots) unit { return unitNamed(v.text[slotValue]) }

// noYear resolves a part of a year that is named without the year.
func (r *resolver) noYear(e *expr, got *reading) {
	v := &e.v
	n, run := 0, false
	shifted := v.is(slotRel) || v.is(slotRun)
	if shifted {
		n, run = shift(v)
	}
	ref, clock, words := r.reference(run)
	ending := e.tail && e.rule.op == opRange && r.lead.unit != noUnit && !shifted
	if clock == ClockNarrative && !shifted {
		if back, ok := r.excursion(); ok {
			ref, words = back, back.english()+", which the text is about"
		}
	}
	if ending {
		ref, words = r.lead, r.lead.english()+", the start of the range"
	}
	if ref.unit == noUnit || ref.unit >= decade {
		got.value, got.why = r.pattern(e), "the year is not stated, and "+noDate
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
	near := all[future].unit == day && gap <= dayAhead && distance(all[past].start(), ref) > 360-dayAhead
	switch r.f.tense(e) {
	case 1:
		return gap < 330
	case -1:
		return near && r.f.pointsAhead(e)
	}
	return near || gap <= 45 && distance(all[past].start(), ref) > 180
}

// dayAhead is how many days ahead a day without a year may lie when no verb
// says so: one that lies ten months back would be given with its year.
const dayAhead = 75

// upto reports whether "by" or "until" stands before an expression and nothing
// in its clause speaks of the past: "plans to close it by June", but not "by
// June they had left".
func (r *resolver) upto(e *expr) bool {
	if e.first == 0 || r.f.cells[e.first]&cellBlock != 0 || r.f.g.cues[r.f.cells[e.first-1].symbol()]&cueLate == 0 {
		return false
	}
	for i := e.last; i < len(r.f.cells) && i < e.last+tenseReach && !r.f.sentenceEnd(i) && r.f.cells[i]&cellBlock == 0; i++ {
		if r.f.g.cues[r.f.cells[i].symbol()]&cuePast != 0 {
			return false
		}
	}
	return true
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
		got.value, got.why = r.pattern(e), noDate
		if run {
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
	case shifted && n < 0:
		if back == 0 {
			back = 7
		}
		x, side = x-back, " before "
	case shifted && n > 0:
		x, side = x-back+7, " after "
	case shifted:
		x = x - edtf.Day(x.Weekday()) + edtf.Day(v.int(slotWeekday))
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

// clockTime resolves a time of day that stands without a date: it is of the day
// mentioned before in the same block, else of the reference day.
func (r *resolver) clockTime(e *expr, got *reading) {
	v := &e.v
	n, run := 0, false
	if v.is(slotRel) || v.is(slotRun) {
		n, run = shift(v)
	}
	ref, clock, words := r.reference(run)
	if r.c.dayAt >= 0 && !v.is(slotRel) {
		same := true
		for i := r.c.dayAt + 1; i <= e.first; i++ {
			if r.f.cells[i]&cellBlock != 0 {
				same = false
			}
		}
		if same {
			ref, clock, words = r.c.runningDay, ClockNarrative, r.c.runningDay.english()+", the day mentioned before"
		}
	}
	if ref.unit != day || v.is(slotCue) && v.text[slotCue] == "generic" {
		got.value = r.pattern(e)
		got.why = noDate
		return
	}
	got.d, got.clock, got.why = fromDay(ref.start()+edtf.Day(n)), clock, count(n, day)+words
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
			h %= 12
			if v.text[slotAmpm] == "pm" {
				h += 12
			}
		}
		if h > 24 || m > 59 {
			return false
		}
		tod = two(h)
		if v.is(slotMinute) || v.is(slotAmpm) || v.is(slotZone) {
			tod += ":" + two(m)
		}
		if v.is(slotSecondOfMinute) {
			sec = two(min(v.int(slotSecondOfMinute), 59))
		}
		zone = v.text[slotZone]
		if v.is(slotZoneHour) {
			zone = fmt.Sprintf("%+03d", max(-12, min(14, v.int(slotZoneHour))))
		}
	case v.is(slotTod):
		tod = v.text[slotTod]
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
	return true
}
