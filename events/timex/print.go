package timex

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
)

// pattern returns what the words alone say: a TIMEX3 value with X for what they
// leave open, or an offset such as "day-2".
func (r *resolver) pattern(e *expr) string {
	v := &e.v
	s := ""
	switch {
	case v.is(slotYear):
		d, _ := build(v, astronomical(v))
		s = d.timex()
	case v.is(slotYY):
		d, _ := build(v, v.int(slotYY))
		s = "XX" + d.timex()[2:]
	case v.is(slotMonth) && v.is(slotDay):
		s = "XXXX-" + two(v.int(slotMonth)) + "-" + two(v.int(slotDay))
	case v.is(slotFirst):
		s = "XXXX-XX-XX"
	case v.is(slotMonth):
		s = "XXXX-" + two(v.int(slotMonth))
	case v.is(slotSeason):
		s = "XXXX-" + v.text[slotSeason]
	case v.is(slotQuarter):
		s = "XXXX-Q" + v.text[slotQuarter]
	case v.is(slotHalf):
		s = "XXXX-H" + v.text[slotHalf]
	case v.is(slotWeekday):
		s = "XXXX-WXX-" + v.text[slotWeekday]
	case v.is(slotDir) && v.is(slotVague):
		return map[bool]string{true: "FUTURE_REF", false: "PAST_REF"}[v.int(slotDir) > 0]
	case v.is(slotDeictic), v.is(slotTod), v.is(slotHour):
		s = "XXXX-XX-XX"
	default:
		switch v.unit() {
		case year, decade, century:
			s = "XXXX"
		case month:
			s = "XXXX-XX"
		case week, weekend:
			s = "XXXX-WXX"
		default:
			s = "XXXX-XX-XX"
		}
	}
	return s
}

// underspecified returns what the words say before either clock is asked.
func (r *resolver) underspecified(e *expr) string {
	v := &e.v
	shifted := ""
	switch {
	case e.rule.op == opPeriod || e.rule.op == opRef:
		return ""
	case v.is(slotDir):
		n := strconv.FormatFloat(v.sum, 'f', -1, 64)
		if v.is(slotVague) && !v.is(slotCount) {
			n = "X"
		}
		side := "+"
		if v.int(slotDir) < 0 {
			side = "-"
		}
		shifted = v.text[slotUnit] + side + n
		if v.text[slotFrom] == "event" {
			shifted = "event:" + shifted
		}
		return shifted
	case v.is(slotDeictic):
		shifted = fmt.Sprintf("day%+d", v.int(slotDeictic))
	case v.is(slotRel) || v.is(slotRun):
		n, run := shift(v)
		u := v.text[slotUnit]
		if u == "" {
			u = r.pattern(e)
		}
		shifted = fmt.Sprintf("%s%+d", u, n)
		if run {
			shifted = "running:" + shifted
		}
	}
	if shifted != "" {
		if hasPart(v) && v.is(slotUnit) {
			shifted += " " + r.pattern(e)
		}
		return shifted
	}
	if e.rule.op == opDuration || e.rule.op == opSpan || e.rule.op == opSet {
		return ""
	}
	s := r.pattern(e)
	if v.is(slotTod) {
		s += "T" + v.text[slotTod]
	}
	return s
}

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
		got.value = v.text[slotValue]
	case v.is(slotWeekday) || hasPart(v):
		got.value = r.pattern(e)
	case v.is(slotUnit):
		if !v.is(slotCount) {
			v.put(slotCount, "1")
		}
		got.value = length(v)
	case v.is(slotTod):
		got.value = "XXXX-XX-XXT" + v.text[slotTod]
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
		got.why = noDate
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

// mention makes the mention of a reading.
func (r *resolver) mention(e *expr, got *reading) Mention {
	v := &e.v
	m := Mention{
		Span: r.f.span(e), Type: Date, Value: got.value, EDTF: got.edtf, Earliest: got.lo, Latest: got.hi,
		Rule: e.rule.name, Clock: got.clock, Anchor: got.anchor, Basis: got.why,
		Underspecified: r.underspecified(e), Named: v.is(slotNamed),
		Freq: v.text[slotFreq],
	}
	if v.is(slotFirst) && !r.c.orderKnown {
		a, b := v.int(slotFirst), v.int(slotSecond)
		m.Ambiguous = a <= 12 && b <= 12 && a != b
		if m.Ambiguous {
			m.Basis += "; day and month could be exchanged"
		}
	}
	switch e.rule.op {
	case opDuration, opSpan:
		m.Type = Duration
	case opSet:
		m.Type = Set
	case opRange, opList:
		if strings.HasPrefix(m.Value, "P") && !strings.HasSuffix(m.Value, "_REF") {
			m.Type = Duration
		}
	}
	if got.anchor == AnchorEvent && strings.HasPrefix(m.Value, "P") && !strings.HasSuffix(m.Value, "_REF") {
		m.Type = Duration
	}
	if got.d.unit != noUnit {
		if m.Value == "" {
			m.Value = got.d.timex()
		}
		m.EDTF = got.d.edtf()
		m.Earliest, m.Latest = got.d.bounds()
		if got.lo != edtf.Open {
			m.Earliest = got.lo
		}
		if got.hi != edtf.Open {
			m.Latest = got.hi
		}
		if n := got.d; n.unit == day && (n.tod == "NI" || n.tod == "EV") && n.tod == "NI" {
			m.Latest++ // a night runs into the next day
		}
	}
	if (v.is(slotTod) || v.is(slotHour)) && strings.Contains(m.Value, "T") && m.Type == Date {
		m.Type = Time
	}
	m.Mod = v.text[slotApprox]
	if v.is(slotPart) {
		m.Mod = v.text[slotPart]
		if got.d.unit != noUnit && !(got.d.unit == season && got.d.part == 4) { // which winter is open already
			m.Earliest, m.Latest = narrow(m.Earliest, m.Latest, m.Mod)
		}
	}
	if got.d.unit != noUnit {
		m.Precision = got.d.precision()
	} else if m.EDTF != "" {
		if ev, err := edtf.Parse(m.EDTF); err == nil {
			m.Precision = ev.Precision()
		} else {
			m.EDTF = ""
		}
	}
	return m
}

// narrow returns the days that a part of a stretch can lie in: the first or
// the second half for its start or end, the middle half for its middle. Words
// such as "early" have no sharp end, and nobody means the other half.
func narrow(a, b edtf.Day, part string) (edtf.Day, edtf.Day) {
	n := b - a + 1
	if n < 4 {
		return a, b
	}
	switch part {
	case "START":
		return a, a + n/2 - 1
	case "END":
		return a + n/2, b
	case "MID":
		return a + n/4, b - n/4
	}
	return a, b
}

// joinTimes joins a time of day that ends a line to the full date that alone
// makes up the next, as the head of a page has them.
func (f *finder) joinTimes(all []Mention) []Mention {
	kept := all[:0]
	for _, m := range all {
		if n := len(kept); n > 0 && m.Type == Date && m.Precision == edtf.ToDay && m.Underspecified == m.Value {
			p := &kept[n-1]
			if p.Type == Time && strings.HasPrefix(p.Underspecified, "XXXX-XX-XX") && !strings.HasSuffix(p.Underspecified, "T") &&
				oneBreak(f.s[p.End:m.Start]) && strings.Contains(p.Value, ":") {
				i := strings.LastIndexByte(p.Value, 'T')
				tod := p.Value[i:]
				m.Start, m.Type, m.Rule = p.Start, Time, p.Rule
				m.Value += tod
				if len(tod) == 6 {
					m.EDTF += tod + ":00"
					m.Precision = edtf.ToSecond
				}
				kept[n-1] = m
				continue
			}
		}
		kept = append(kept, m)
	}
	return kept
}

// oneBreak reports whether s is a single line break with blanks around it.
func oneBreak(s string) bool {
	return strings.Count(s, "\n") == 1 && strings.TrimSpace(s) == "" && len(s) < 8
}

// period resolves a named period of data/periods.
func (r *resolver) period(e *expr) reading {
	p := &r.f.g.periods[e.rule.period]
	got := reading{lo: edtf.Open, hi: edtf.Open, value: "", why: "named period: " + p.Name}
	if p.EDTF == "" {
		return got
	}
	v, err := edtf.Parse(p.EDTF)
	if err != nil {
		return got
	}
	got.edtf = p.EDTF
	got.lo, got.hi = v.Bounds()
	return got
}
