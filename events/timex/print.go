package timex

import (
	"fmt"
	"strconv"
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
	case v.is(slotFirst), v.is(slotFeast):
		s = "XXXX-XX-XX"
	case v.is(slotMonth):
		s = "XXXX-" + two(v.int(slotMonth))
	case v.is(slotSeason):
		s = "XXXX-" + v.str(slotSeason)
	case v.is(slotQuarter):
		s = "XXXX-Q" + v.str(slotQuarter)
	case v.is(slotHalf):
		s = "XXXX-H" + v.str(slotHalf)
	case v.is(slotDay):
		s = "XXXX-XX-" + two(v.int(slotDay))
	case v.is(slotWeekday):
		s = "XXXX-WXX-" + v.str(slotWeekday)
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
		shifted = v.str(slotUnit) + side + n
		if v.str(slotFrom) == "event" {
			shifted = "event:" + shifted
		}
		return shifted
	case v.is(slotDeictic):
		shifted = fmt.Sprintf("day%+d", v.int(slotDeictic))
	case v.is(slotRel) || v.is(slotRun):
		n, run := shift(v)
		u := v.str(slotUnit)
		if u == "" {
			u = r.pattern(e)
		}
		if e.rule.op == opSpan && n != 0 { // "the past four months"
			side := map[bool]string{true: "+", false: "-"}[n > 0]
			return u + side + number(v)
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
	if e.rule.op == opDuration || e.rule.op == opSpan || e.rule.op == opSet || v.str(slotFrom) == "ahead" {
		return ""
	}
	if v.is(slotFeast) && !v.is(slotYear) {
		return v.str(slotFeast) + " of XXXX"
	}
	s := r.pattern(e)
	if v.is(slotTod) {
		s += "T" + v.str(slotTod)
	}
	return s
}
