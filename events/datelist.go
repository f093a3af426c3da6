package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
)

// A dateList is the dates that a sentence gives together to one happening, or
// to several that it tells in one word.
type dateList struct {
	of     []*timeRef // at least two, in order of time
	joined bool       // "and" or "or" stands between two of them
	either bool       // one of them is meant: "on 14 or 15 October"
	runs   bool       // it is told of the time from the first to the last
}

// datesOf returns the list of dates of trigger k, ok false for none: of days,
// months or years that a plural noun happened in ("three attacks, on the 4th,
// the 11th and the 17th") or that a verb tells ("were attacked on 22 and 23
// April", "in 1958 and 1971"). What they cost is no one day's toll.
func (a *sentenceAnalysis) datesOf(k int) (list dateList, ok bool) {
	if len(a.times) < 2 {
		return list, false
	}
	r, _ := a.dateOf(k)
	if r == nil || r.owner >= 0 || r.speech >= 0 {
		return list, false
	}
	t := a.triggers[k]
	for i := range a.times {
		q := &a.times[i]
		if !q.dates() || q.Precision != r.Precision || q.speech >= 0 || q.owner >= 0 || q.clause != r.clause || q.first < t.last && !q.fronted && len(list.of) == 0 {
			continue
		}
		list = list.with(a, q)
	}
	if len(list.of) < 2 || !list.joined || !slices.Contains(list.of, r) || !t.noun && !r.fronted && a.words[min(list.last().last, a.last-1)].tensed() {
		return list, false // "left in 1990 and in 1994 returned"
	}
	several := t.noun && a.words[t.head].tag == "NNS"
	list.runs = !list.either && (several && r.Precision == "day" || list.consecutive())
	return list, !t.noun || several || list.either || r.Precision == "year" || list.runs && (r.Precision != "day" || r.fronted)
}

// with returns the list with q added, if q goes on from it; else one that
// begins with q, unless it is a list already.
func (l dateList) with(a *sentenceAnalysis, q *timeRef) dateList {
	if len(l.of) == 0 {
		return dateList{of: []*timeRef{q}}
	}
	last := l.last()
	listed, link := a.listedDates(last, q)
	switch {
	case listed && last.Earliest == q.Earliest && last.Latest == q.Latest:
		l.of[len(l.of)-1] = q // "two weeks later, on the 22nd" is one day
	case listed && q.Earliest > last.Latest && (q.Range == "" || q.Range != last.Range):
		l.of, l.joined, l.either = append(l.of, q), l.joined || link != "", l.either || link == "or"
	case !listed && len(l.of) == 1:
		l.of[0] = q
	}
	return l
}

// consecutive reports whether each date begins where the one before it ends.
func (l dateList) consecutive() bool {
	for k := 1; k < len(l.of); k++ {
		if l.of[k].Earliest != l.of[k-1].Latest+1 {
			return false
		}
	}
	return true
}

// last returns the latest of the dates.
func (l dateList) last() *timeRef { return l.of[len(l.of)-1] }

// when returns the list as one date: an interval, or the EDTF set of its dates.
func (l dateList) when() When {
	w := fromMention(l.of[0].Mention)
	w.Latest, w.Precision, w.Rule = l.last().Latest, "interval", "list"
	if l.runs {
		w.EDTF += "/" + l.last().EDTF
		w.Basis += "; the first of several days that are told together, up to " + l.last().EDTF
		return w
	}
	var dates []string
	for _, r := range l.of {
		dates = append(dates, strings.ReplaceAll(fromMention(r.Mention).EDTF, "/", ".."))
	}
	if set := strings.Join(dates, ","); l.either {
		w.EDTF, w.Basis = "["+set+"]", w.Basis+"; or another of the dates that are told with it"
	} else {
		w.EDTF, w.Basis = "{"+set+"}", w.Basis+"; and on the other dates that are told with it"
	}
	if v, err := edtf.Parse(w.EDTF); err != nil {
		w.EDTF = startOf(w) + "/" + l.last().EDTF
	} else {
		w.Precision = v.Precision()
	}
	return w
}

// listedDates reports whether only list words stand between two dates, and
// which of these joins them: "and", "or", or "" for none.
func (a *sentenceAnalysis) listedDates(r, next *timeRef) (listed bool, link string) {
	for i := r.last; i < next.first; i++ {
		switch low := a.words[i].low; low {
		case ",", "on", "in", "the", "again":
		case "and", "or":
			link = low
		default:
			return false, ""
		}
	}
	return true, link
}

// isSet reports whether a date is a set of dates, which no interval goes on from.
func (w When) isSet() bool { return strings.HasPrefix(w.EDTF, "{") || strings.HasPrefix(w.EDTF, "[") }
