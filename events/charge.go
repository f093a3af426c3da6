package events

import "slices"

// chargeBetween reports whether t is what somebody was arrested, tried or praised for on
// the day of r: an arrest or a verdict stands before the date and "for" or "over" behind it,
// t is a gerund ("was found guilty on Monday of stabbing a neighbour"), or a known
// deed behind "in" where another verb is told ("was held without bond on Monday in the shooting").
func (a *sentenceAnalysis) chargeBetween(r *timeRef, t trigger) bool {
	if a.words[t.head].tag == "VBG" && r.last < t.first && r.first > a.first+1 && a.lowAt(r.last) != "," && (isGrave(t.of.Class) || t.kind == "crime") {
		switch a.lowAt(t.first - 1) {
		case "for", "of", "with", "over":
			return true
		}
	}
	if t.noun && a.lowAt(r.last) == "in" && r.last < t.first && a.definite(t) && a.verbBetween(a.clauses[t.clause].first, r.first) {
		return !slices.ContainsFunc(a.triggers, func(o trigger) bool { return o.clause == t.clause && o.last <= r.first && isGrave(o.of.Class) }) && !a.countsHarm(a.clauses[t.clause])
	}
	for i := r.last; i < t.first; i++ {
		switch a.lowAt(i) {
		case "for", "over":
			return a.justiceBefore(t, r.first) || a.protestBefore(t, r.first)
		case "in": // "was charged on Monday in the crash"
			if t.noun && (isGrave(t.of.Class) || t.kind == "accident") && a.justiceBefore(t, r.first) {
				return true
			}
		case "to", "on", "of", "with": // "pleaded guilty on Monday to murder"
			if t.kind == "crime" && a.justiceBefore(t, r.first) {
				return true
			}
		}
	}
	return false
}

// chargedBefore reports whether t is only what the one is charged with of whom the sentence
// goes on to tell something on the day of r: "A man accused of killing a clerk appeared in court on Monday".
func (a *sentenceAnalysis) chargedBefore(t trigger, r *timeRef) bool {
	if r.first < t.last || a.noFiniteVerb(t.last, r.first) {
		return false
	}
	switch a.lowAt(t.first - 1) {
	case "of", "with", "for", "over":
		return a.words[t.head].tag == "VBG" || a.justiceBefore(t, t.first)
	case "in", "the":
		return t.noun && a.justiceBefore(t, t.first)
	}
	return false
}

// justiceBefore reports whether the clause of t tells an arrest, a charge or a verdict before word i.
func (a *sentenceAnalysis) justiceBefore(t trigger, i int) bool {
	return slices.ContainsFunc(a.triggers, func(o trigger) bool {
		return o.clause == t.clause && o.head < i && o.head != t.head && (o.of.Class == "justice" || o.kind == "accusation")
	})
}

// protestBefore reports whether the clause of t tells a protest before word i: "rallied on
// Monday over the death of a colleague".
func (a *sentenceAnalysis) protestBefore(t trigger, i int) bool {
	return slices.ContainsFunc(a.triggers, func(o trigger) bool {
		return o.clause == t.clause && o.last <= i && o.of.PLOVER == "PROTEST"
	})
}

// ofSource reports whether the date is of the papers that the sentence names as its
// source, and not of what they say: "according to court documents filed on Monday".
func (a *sentenceAnalysis) ofSource(t trigger, r *timeRef) bool {
	return slices.ContainsFunc(a.acts, func(sp speech) bool {
		if sp.verb >= 0 || sp.hearsay || !sp.holds(t.head) {
			return false
		}
		behind := sp.tail && r.first > sp.sourceEnd && a.onlyDescribes(sp.sourceEnd, r.first)
		return r.first >= sp.source && r.last <= sp.sourceEnd || behind
	})
}

// onlyDescribes reports whether words i to j hold one participle and small words: "filed on".
func (a *sentenceAnalysis) onlyDescribes(i, j int) bool {
	for ; i < j; i++ {
		switch a.words[i].tag {
		case "VBN", "VBD", "IN", "DT", "RB":
		default:
			return false
		}
	}
	return true
}
