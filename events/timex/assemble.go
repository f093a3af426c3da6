package timex

import (
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
)

// mention makes the mention of a reading.
func (r *resolver) mention(e *expr, got *reading) Mention {
	v := &e.v
	m := Mention{
		Span: r.f.span(e), Value: got.value, EDTF: got.edtf, Earliest: got.lo, Latest: got.hi,
		Rule: e.rule.name, Clock: got.clock, Anchor: got.anchor, Basis: got.why,
		Underspecified: r.underspecified(e), Named: v.is(slotNamed),
		Freq: v.str(slotFreq), Quant: v.str(slotQuant),
	}
	if v.is(slotFirst) && !r.c.orderKnown {
		a, b := v.int(slotFirst), v.int(slotSecond)
		m.Ambiguous = a <= 12 && b <= 12 && a != b
		if m.Ambiguous {
			m.Basis += "; day and month could be exchanged"
		}
	}
	if got.d.unit != noUnit {
		if m.Value == "" {
			m.Value = got.d.timex()
		}
		m.EDTF = got.d.edtf()
		m.Earliest, m.Latest = got.bounds(v)
	}
	m.Type = typeOf(e, got, m.Value)
	if m.Freq != "" {
		m.Freq += "X"
	}
	m.Mod = v.str(slotApprox)
	if v.is(slotDir) && m.Type != Duration {
		m.Mod = modOfDate(m.Mod, v.int(slotDir))
	}
	if got.d.unit >= day && m.Mod == "APPROX" && v.is(slotApprox) && !strings.ContainsAny(m.EDTF, "/T~X") {
		m.EDTF += "~"
	}
	if v.str(slotStyle) == "fiscal" && got.d.unit != noUnit {
		m.makeFiscal(got.d.unit)
	}
	if v.is(slotPart) {
		m.Mod = v.str(slotPart)
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

// bounds returns the first and the last day that the date of a reading can have.
func (got *reading) bounds(v *slots) (first, last edtf.Day) {
	first, last = got.d.bounds()
	first, last = first-edtf.Day(got.d.slack), last+edtf.Day(got.d.slack)
	if got.lo != edtf.Open {
		first = got.lo
	}
	if got.hi != edtf.Open {
		last = got.hi
	}
	if got.d.unit == day && got.d.tod == "NI" {
		if v.str(slotCue) == "into" {
			first-- // it ends on the day named
		} else {
			last++ // a night runs into the next day
		}
	}
	return first, last
}

// typeOf returns the type of a mention with a TIMEX3 value.
func typeOf(e *expr, got *reading, value string) string {
	v := &e.v
	length := strings.HasPrefix(value, "P") && !strings.HasSuffix(value, "_REF")
	clock := v.is(slotTod) || v.is(slotHour) || v.is(slotDir) && len(got.d.tod) == len("00:00")
	switch op := e.rule.op; {
	case op == opDuration || op == opSpan, length && (op == opRange || op == opList || got.anchor == AnchorEvent || v.str(slotFrom) == "ahead"):
		return Duration
	case op == opSet:
		return Set
	case clock && strings.Contains(value, "T"):
		return Time
	}
	return Date
}

// fiscalShift is how many months a fiscal year may begin before the year whose
// number it has, or after: it begins between July of the year before and July.
const fiscalShift = 6

// makeFiscal makes the mention of a part of a year one of a fiscal year.
func (m *Mention) makeFiscal(u unit) {
	m.Value = "FY" + m.Value
	y, n, _ := m.Earliest.Date()
	m.Earliest = addMonths(y, n, -fiscalShift)
	y, n, _ = m.Latest.Date()
	m.Latest = addMonths(y, n, fiscalShift+1) - 1
	if u == year {
		m.EDTF += "~"
	}
}

// modOfDate turns the modifier of a length into that of the date it leads to:
// more than two years ago is before.
func modOfDate(mod string, dir int) string {
	before, after := "BEFORE", "AFTER"
	if dir > 0 {
		before, after = after, before
	}
	switch mod {
	case "MORE_THAN":
		return before
	case "LESS_THAN":
		return after
	case "EQUAL_OR_MORE":
		return "ON_OR_" + before
	case "EQUAL_OR_LESS":
		return "ON_OR_" + after
	}
	return mod
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
