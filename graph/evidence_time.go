package graph

// weighTime weighs when two nodes are told to have happened.
func (m *merger) weighTime(t *tally, a, b *node, within bool) {
	switch {
	case a.narrow && b.narrow:
		m.weighDays(t, a, b, within)
	case a.stated && b.stated:
		weighSpans(t, a, b)
	case within && a.timed() != b.timed():
		m.weighUndated(t, a, b)
	}
}

// weighDays weighs two nodes that are both told of a day or a few.
func (m *merger) weighDays(t *tally, a, b *node, within bool) {
	switch gap := int64(max(a.first, b.first)) - int64(min(a.last, b.last)); {
	case gap > 0 && within:
		t.add("other days in one text", dayOffWithin*float64(min(gap, 2)))
	case gap == 1 && a.ownDate && b.ownDate && m.areNotes(a, b):
		t.apart = true
		t.add("a day apart", dayOffNotes)
	case gap == 1:
		t.add("a day apart", dayOff)
	case gap > mainDays && a.lead && b.lead:
		t.apart = true
		t.add("months apart", monthsOff)
	case gap > 1:
		t.apart = true
		t.add("two days apart", daysOff)
	case within:
		t.add("same day", sameDayWithin)
	case a.spoken:
		t.anchored = true
		t.add("same day, spoken", sameDaySpoken)
	default:
		t.anchored = true
		t.add("same day", sameDay)
	}
}

// weighSpans weighs two nodes with dates of which one at least is a longer time,
// or has no beginning or no end.
func weighSpans(t *tally, a, b *node) {
	switch {
	case a.first == b.first && a.last == b.last && (a.first != always || a.last != never):
		t.anchored = true
		t.add("same period", samePeriod)
	case a.last == never && b.last == never && apart(max(a.first, b.first), min(a.first, b.first), slackDays):
		t.add("begun on other days", daysOff)
	case a.narrow:
		weighDayInSpan(t, a, b)
	case b.narrow:
		weighDayInSpan(t, b, a)
	case a.holds(b) || b.holds(a):
		t.anchored = true
		t.add("one period within the other", nestedPeriod)
	}
}

// longSpan is from how many days on a span says nothing of a day within it.
const longSpan = 366

func weighDayInSpan(t *tally, day, span *node) {
	switch {
	case span.first != always && span.first == day.first:
		t.anchored = true
		t.add("the day on which the span starts", spanStarts)
	case span.first == always || span.last == never || int64(span.last)-int64(span.first) > longSpan:
		t.add("a day against a long span", dayAndSpan)
	default:
		t.add("day within the period", withinPeriod)
	}
}

// holds reports whether the time of n, which has a beginning and an end, holds that of o.
func (n *node) holds(o *node) bool {
	return n.first != always && n.last != never && o.first != always && o.last != never && n.first <= o.first && o.last <= n.last
}

// weighUndated weighs two nodes of one text of which one has no time: that is told
// of the days the text was written in, unless the text has just told what
// happened long before.
func (m *merger) weighUndated(t *tally, a, b *node) {
	timed, end := a, a.last
	if b.timed() {
		timed, end = b, b.last
	}
	if !timed.stated {
		end = timed.eraLast
	}
	switch now := m.now[a.doc]; {
	case b.definite || now == always || end == never:
	case timed == b && int64(now)-int64(end) > openDays:
		t.add("years before the day of the text", otherEra)
	case int64(now)-int64(end) > backgroundDays:
		t.add("background against the day of the text", background)
	}
}

// weighTold weighs how long after each other two texts tell of something of
// which one of them does not say when it was. The main happening of a text is of
// the days before it, other things may be of long ago.
func (m *merger) weighTold(t *tally, a, b *node) {
	leads := a.lead && b.lead
	if a.narrow && b.narrow || a.stated && b.stated && !leads {
		return
	}
	p, q := a.published, b.published
	if a.narrow {
		p = a.first
	}
	if b.narrow {
		q = b.first
	}
	if p == always || q == always {
		return
	}
	far := 1.0 // how much it counts: what comes of a shooting is told for months, under its names
	if leads && a.doc >= 0 && b.doc >= 0 && (m.kinds.harm.has(a.kind) || m.kinds.harm.has(b.kind)) {
		far = max(0, 1-m.sharedNames(a.doc, b.doc)/sameNames)
	}
	switch gap := int64(max(p, q)) - int64(min(p, q)); {
	case gap <= 3 && !(a.stated && b.stated):
		t.add("told within three days", publishedNear)
	case gap > storyDays && leads:
		t.add("told years apart, each of its days", far*2.5*weeksApart)
	case gap > 60 && leads:
		t.add("told months apart, each of its days", far*1.5*weeksApart)
	case gap > 60:
		t.add("told months apart", publishedFar*min(2, float64(gap)/180+0.67))
	case gap > 7 && leads:
		t.add("told weeks apart, each of its days", far*weeksApart)
	case gap > 14:
		t.add("told weeks apart", publishedFar/2)
	}
}

// timed reports whether a date or a year tells when a node happened.
func (n *node) timed() bool { return n.stated || n.eraFirst != always }
