package events

import (
	"fmt"
	"strconv"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/timex"
)

// offsetFrom dates what a sentence counts its own day from: "fighting stopped
// on 10 November, 44 days after the war began" puts the beginning 44 days before
// that day. Months and years are counted to the month, hours to the same day or the one next to it.
func (a *sentenceAnalysis) offsetFrom(t trigger) (When, bool) {
	for k := range a.times {
		q := &a.times[k]
		if q.Anchor != timex.AnchorEvent && q.Rule != "vague-duration" || !a.countsFrom(q, t) {
			continue
		}
		day := a.dayBeside(q)
		if day == nil {
			continue
		}
		w := fromMention(day.Mention)
		back := a.words[q.last].low == "after"
		n, unit, ok := lengthOf(q.Value)
		if !ok || n > maxOffset {
			continue
		}
		w.Rule = "counted from"
		w.Basis = fmt.Sprintf("“%s %s” it happened what is told of %s", joinLow(a.words, q.first, q.last), a.words[q.last].low, w.EDTF)
		if back {
			n = -n
		}
		switch at := day.Earliest; unit {
		case 'H':
			if !back {
				w.EDTF, w.Latest, w.Precision = w.EDTF+"/..", edtf.Open, "interval"
				return w, true
			}
			w.EDTF, w.Earliest, w.Precision = "../"+w.EDTF, edtf.Open, "interval"
			return w, true
		case 'W', 'D':
			if unit == 'W' {
				n *= 7
			}
			at += edtf.Day(n)
			w.EDTF, w.Earliest, w.Latest = at.String(), at, at
		default:
			y, m, _ := at.Date()
			if unit == 'Y' {
				n *= 12
			}
			if y, m = addMonths(y, m, n); y < 1 {
				continue
			}
			w.EDTF, w.Precision = fmt.Sprintf("%04d-%02d", y, m), "month"
			w.Earliest = edtf.NewDay(y, m, 1)
			y, m = addMonths(y, m, 1)
			w.Latest = edtf.NewDay(y, m, 1) - 1
		}
		return w, true
	}
	return When{}, false
}

// maxOffset is how many units a sentence counts at most.
const maxOffset = 1000

// countsFrom reports whether the length q is counted from trigger t: "44 days
// after the war began", "a week before the vote".
func (a *sentenceAnalysis) countsFrom(q *timeRef, t trigger) bool {
	if low := a.lowAt(q.last); low != "after" && low != "before" {
		return false
	}
	if t.first <= q.last {
		return false
	}
	if t.noun {
		return a.onlySmallWords(q.last, t.first)
	}
	return a.clauses[t.clause].first == q.last
}

// dayBeside returns the day that the clause of the length q gives, or the
// sentence before it, nil for none.
func (a *sentenceAnalysis) dayBeside(q *timeRef) *timeRef {
	var best *timeRef
	for k := range a.times {
		if r := &a.times[k]; r.dates() && r.Precision == "day" && r.first < q.first && (r.clause == q.clause || r.fronted) {
			best = r // the last before it
		}
	}
	return best
}

// lengthOf reads a TIMEX3 length of one unit: P44D, P2W, PTXH.
func lengthOf(value string) (n int, unit byte, ok bool) {
	if value == "PTXH" {
		return 0, 'H', true
	}
	if len(value) < 3 || value[0] != 'P' {
		return 0, 0, false
	}
	n, err := strconv.Atoi(value[1 : len(value)-1])
	unit = value[len(value)-1]
	return n, unit, err == nil && (unit == 'D' || unit == 'W' || unit == 'M' || unit == 'Y')
}

// addMonths returns the month that lies n months after a month.
func addMonths(y, m, n int) (int, int) {
	at := 12*y + m - 1 + n
	return at / 12, at%12 + 1
}
