package graph

// weighTime weighs when two nodes are told to have happened.
func (m *merger) weighTime(t *tally, a, b *node, within bool) {
	switch {
	case a.narrow && b.narrow:
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
	case a.stated && b.stated && a.first == b.first && a.last == b.last && (a.first != always || a.last != never):
		t.anchored = true
		t.add("same period", samePeriod)
	case a.stated && b.stated && a.last == never && b.last == never && apart(max(a.first, b.first), min(a.first, b.first), slackDays):
		t.add("begun on other days", daysOff)
	case a.stated && b.stated && !a.narrow && !b.narrow:
		if w, n := a, b; a.first != always && a.last != never && b.first != always && b.last != never {
			if n.first < w.first || n.last > w.last {
				w, n = n, w
			}
			if w.first <= n.first && n.last <= w.last {
				t.anchored = true
				t.add("one period within the other", nestedPeriod)
			}
		}
	case a.stated && b.stated && a.narrow != b.narrow:
		w := a
		if a.narrow {
			w = b
		}
		d := a
		if b.narrow {
			d = b
		}
		if w.first != always && w.first == d.first {
			t.anchored = true
			t.add("the day on which the span starts", spanStarts)
		} else if w.first == always || w.last == never || int64(w.last)-int64(w.first) > 366 {
			t.add("a day against a long span", dayAndSpan)
		} else {
			t.add("day within the period", withinPeriod)
		}
	case within && a.timed() != b.timed():
		// What a text tells without a date it tells of the days it was written in,
		// unless it has just told what happened long before.
		w, end := a, a.last
		if b.timed() {
			w, end = b, b.last
		}
		if !w.stated {
			end = w.eraLast
		}
		switch now := m.now[a.doc]; {
		case b.definite || now == always || end == never:
		case w == b && int64(now)-int64(end) > openDays:
			t.add("years before the day of the text", otherEra)
		case int64(now)-int64(end) > backgroundDays:
			t.add("background against the day of the text", background)
		}
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
