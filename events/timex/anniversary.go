package timex

import "github.com/dateline-project/dateline/events/edtf"

// anniversaryReach is how many tokens may stand between the word and the date
// of what is remembered: "the tenth anniversary of the fall of the city in May 1992".
const anniversaryReach = 12

// anniversary resolves "the tenth anniversary" when the text says of what date:
// it is as many years later. Without such a date, or when it stands beside the
// day it falls on ("on Friday, the tenth anniversary"), it is no expression of
// its own.
func (r *resolver) anniversary(e *expr) reading {
	none := reading{rejected: true}
	n := int(e.v.sum)
	if n < 1 || n > 5000 || r.c.speech.unit == noUnit || e.at+1 >= len(r.f.exprs) {
		return none
	}
	of := &r.f.exprs[e.at+1]
	if of.block != e.block || of.first-e.last > anniversaryReach || of.group != 0 || of.rule.op != opDate || !of.v.is(slotYear) {
		return none
	}
	for i := e.last; i < of.first; i++ {
		if r.f.sentenceEnd(i) {
			return none
		}
	}
	y := astronomical(&of.v)
	if y+n > r.c.speech.year+1 {
		return none // the date is that of the anniversary itself
	}
	from, d := r.within(&of.v, date{unit: year, year: y}), r.within(&of.v, date{unit: year, year: y + n})
	if !d.valid() { // of a 29 February
		d = date{unit: month, year: d.year, month: d.month}
	}
	return reading{d: d, lo: edtf.Open, hi: edtf.Open, why: count(n, year) + from.english() + ", the date that stands behind it"}
}
