package graph

import "slices"

// ofCourse is the evidence that a sentence of a document's main story tells its course.
const ofCourse = 2.5

// course reports whether n, told in the same document, is of the course of the
// main happening: something done that is told for its sake, at no other time
// and place. What has neither a time nor a place of its own is, if it may be
// told of the same happening at all.
func (m *merger) course(lead, n *node) bool {
	if n.spoken || len(lead.members)+len(n.members) > mostReports || !m.courseKind(lead, n) || !m.courseDay(lead, n) ||
		len(n.local) > 0 && len(lead.local) > 0 && !meet(n.local, lead.local) || m.notCourse(lead, n) {
		return false
	}
	effect, elsewhere := m.kinds.effect.has(n.kind), m.elsewhere(lead, n)
	if n.unplaced() && !elsewhere && (effect || m.kinds.alike[lead.kind].has(n.kind)) {
		return true
	}
	if n.kind != m.kinds.other && !effect && !n.definite && elsewhere {
		return false // one more of its kind
	}
	about := 0.0
	for _, c := range n.members {
		about = max(about, m.about(&m.claims[c]))
	}
	return m.weigh(lead, n, nil)+ofCourse*min(1, about/aboutMost) >= joinWithin
}

// unplaced reports whether the text gives a node neither a date nor a place.
func (n *node) unplaced() bool {
	return !n.ownDate && n.eraFirst == always && len(n.local) == 0 && len(n.wide) == 0
}

// courseKind reports whether the kind of n is told of the course of what lead
// is, in no year of its own. So is an arrest or a verdict without a day and a
// place of its own; one that has them is an event, on a day that a reader looks for.
func (m *merger) courseKind(lead, n *node) bool {
	kinds := m.kinds.alike[lead.kind]
	kinds.join(&m.kinds.vague)
	kinds.join(&m.kinds.effect)
	if n.unplaced() {
		kinds.join(&m.kinds.aftermath)
	}
	// No event is both something said, as an accusation, and something done.
	if slices.ContainsFunc(lead.members, m.says) && slices.ContainsFunc(n.members, m.acts) {
		return false
	}
	return n.limits.toldAs(&kinds) && (n.eraFirst == always || n.stated)
}

// says reports whether a claim is of words that a text is about, as an appeal.
func (m *merger) says(claim int32) bool {
	k := m.claims[claim].kind
	return m.kinds.speech.has(k) && !m.kinds.vague.has(k)
}

// acts reports whether a claim is of something done.
func (m *merger) acts(claim int32) bool { return m.kinds.plain(m.claims[claim].kind) }

// courseDay reports whether n is told of no other day: of none, of that of
// lead or, of a lead without a date, of the days before the text was published.
func (m *merger) courseDay(lead, n *node) bool {
	switch {
	case !n.ownDate:
		return true
	case !n.narrow:
		return false
	case lead.narrow:
		near := !apart(n.first, lead.last, slackDays) && !apart(lead.first, n.last, slackDays)
		return n.first == lead.first || n.kind == m.kinds.other && near
	}
	now := m.now[n.doc]
	return !lead.stated && now != always && int64(now)-int64(n.last) <= newsDays
}

// notCourse reports whether something rules out that n is of the course of
// lead: a veto other than that of the kinds, "another", another toll, or
// somebody else to whom it was done.
func (m *merger) notCourse(lead, n *node) bool {
	for _, c := range n.members {
		l := limitsOf(&m.claims[c], m.kinds)
		l.kinds, l.allowed = [2]kindSet{}, [2]kindSet{anyKind, anyKind}
		if l.against(&lead.limits, m.sites) != noVeto {
			return true
		}
	}
	if m.otherPerson(lead, n) || m.tellsAnother(n.members, lead.members) || m.tellsAnother(lead.members, n.members) {
		return true
	}
	t := tally{}
	weighFigures(&t, lead, n, true)
	return t.sum < 0
}

// elsewhere reports whether n names a place, known or not, that lead does not
// name: "in Qarachi" after one of these prepositions, with a capital.
func (m *merger) elsewhere(lead, n *node) bool {
	for _, k := range n.members {
		for _, w := range m.claims[k].located {
			if _, ok := slices.BinarySearch(lead.words.words, w); !ok {
				return true
			}
		}
	}
	return false
}
