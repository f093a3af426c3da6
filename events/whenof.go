package events

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/timex"
)

// whenOf turns an attached time expression into the date of a happening. The
// preposition decides whether the date is a point or an end.
func (a *sentenceAnalysis) whenOf(t trigger, r *timeRef, rule string) When {
	w := fromMention(r.Mention)
	w.Rule = rule
	if strings.Contains(r.EDTF, "T") && (r.prep == "after" || r.prep == "before" || r.prep == "following") {
		return w // "just before 04:00 on 10 May" is of that day
	}
	continuing := t.noun || a.tense(t) == "perfect" || a.tense(t) == "progressive"
	if r.clause != t.clause && a.everSince(t.clause) && !strings.Contains(w.EDTF, "/") {
		since := *r
		since.prep = "since"
		return w.open(&since, true)
	}
	if q := a.untilOf(r); q != nil && rule != "modifier" && !strings.Contains(w.EDTF, "/") {
		w.EDTF, w.Latest, w.Precision = w.EDTF+"/"+fromMention(q.Mention).EDTF, q.Latest, "interval"
		w.Basis += ", up to " + fromMention(q.Mention).EDTF
		return w
	}
	switch r.prep {
	case "since", "from":
		if rule != "modifier" && (r.prep == "since" || continuing || a.startsFrom(r)) && !strings.Contains(w.EDTF, "/") {
			w = w.open(r, true)
		}
	case "after", "following":
		if rule != "modifier" && !strings.Contains(w.EDTF, "/") {
			w = w.open(r, true)
		}
	case "until", "till", "by", "before":
		if rule != "modifier" && !strings.Contains(w.EDTF, "/") && !(r.prep == "by" && a.sameDayBefore(r)) {
			w = w.open(r, false)
		}
	}
	return w
}

// startsFrom reports whether what is told only began on r: "starting from 12 March".
func (a *sentenceAnalysis) startsFrom(r *timeRef) bool {
	i := r.first - 1
	for i > a.first && a.words[i].tag == "IN" {
		i--
	}
	return a.is(i, cueOnset)
}

// untilOf returns the date up to which what is from r on lasted, nil for none:
// "from late August through early October".
func (a *sentenceAnalysis) untilOf(r *timeRef) *timeRef {
	if r.prep != "from" {
		return nil
	}
	for k := range a.times {
		q := &a.times[k]
		if q.first <= r.last || q.first-r.last > 3 {
			continue
		}
		switch q.prep {
		case "to", "until", "till", "through":
			if q.dates() && q.Earliest > r.Latest && !strings.Contains(q.EDTF, "/") {
				return q
			}
		}
		return nil
	}
	return nil
}

// doneBy reports whether what t tells had happened by the date r, which is that
// of something after it: "on Monday it declared a curfew following the clashes",
// "in May 1992, when they came, the town had already been burnt".
func (a *sentenceAnalysis) doneBy(t trigger, r *timeRef) bool {
	if r.first > t.first || r.owner >= 0 {
		return false
	}
	if t.noun && a.orderBefore(t.first) == "after" {
		return a.orderBefore(r.first) == ""
	}
	c := a.clauses[t.clause]
	return r.fronted && a.tense(t) == "pluperfect" && (c.link == "that" || slices.ContainsFunc(a.words[c.first:t.first], func(w word) bool { return w.low == "already" }))
}

// sameDayBefore reports whether the sentence gives the day of r before it: "On
// 20 August tanks came, and by the end of the day the town was taken".
func (a *sentenceAnalysis) sameDayBefore(r *timeRef) bool {
	return slices.ContainsFunc(a.times, func(q timeRef) bool {
		return q.last <= r.first && q.dates() && q.Precision == "day" && q.Earliest == r.Earliest && q.Latest == r.Latest
	})
}

// fromMention copies the date of a time expression; a clock time is reduced to its day.
func fromMention(m *timex.Mention) When {
	w := When{EDTF: m.EDTF, Earliest: m.Earliest, Latest: m.Latest, Precision: m.Precision, Basis: m.Basis, Rule: m.Rule}
	if m.Range != "" {
		if v, err := edtf.Parse(m.Range); err == nil {
			w.EDTF, w.Precision = m.Range, v.Precision()
			w.Earliest, w.Latest = v.Bounds()
		}
	}
	if from, to, ok := strings.Cut(w.EDTF, "/"); ok && strings.HasPrefix(m.Rule, "period:") && len(from) > 4 && len(to) > 4 && from[:4] != to[:4] {
		// what happened during a war did not begin and end with it: the years are all that is said
		w.EDTF = from[:4] + "/" + to[:4]
		w.Basis += ", by its years"
	}
	if day, _, ok := strings.Cut(m.EDTF, "T"); ok && !strings.Contains(m.EDTF, "/") {
		w.EDTF, w.Precision = day, "day"
	}
	return w
}

// open makes a date the start (or the end) of an interval without the other end.
func (w When) open(r *timeRef, start bool) When {
	if start {
		w.EDTF, w.Latest = w.EDTF+"/..", edtf.Open
		w.Basis = fmt.Sprintf("%s, with “%s” before it: from then on", w.Basis, r.prep)
	} else {
		w.EDTF, w.Earliest = "../"+w.EDTF, edtf.Open
		w.Basis = fmt.Sprintf("%s, with “%s” before it: up to then", w.Basis, r.prep)
	}
	w.Precision = "interval"
	return w
}

// saidBy dates what was told by when it was told: it happened on or before that day.
func saidBy(said When) When {
	if said.EDTF == "" || said.Latest == edtf.Open {
		return When{Earliest: edtf.Open, Latest: edtf.Open}
	}
	end := said.EDTF
	if strings.Contains(end, "/") || said.isSet() {
		end = said.Latest.String()
	}
	return When{EDTF: "../" + end, Earliest: edtf.Open, Latest: said.Latest, Precision: "interval", Rule: "said by then",
		Basis: "on or before the day it was said: " + said.Basis}
}
