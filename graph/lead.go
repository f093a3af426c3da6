package graph

import (
	"cmp"
	"slices"
)

const (
	leadReports     = 4    // reports of a happening that count for its being the main one; each further one counts nothing
	firstCounts     = 2    // what is told in the first leadBytes counts as much more
	leadBytes       = 400  // of a text are about its headline and lead
	spokenCounts    = 0.4  // what is only said counts less than what is done
	aftermathCounts = 0.6  // a trial comes back to what it is about
	modalCounts     = 0.3  // what did not happen
	otherCounts     = 0.6  // what happened long before the text's own day
	ofCourse        = 2.5  // that a sentence of the main story tells its course
	newsDays        = 14   // how long before its publication a text's main happening is, at most
	aboutMost       = 0.35 // the share of its story that a sentence tells from which it counts in full
)

// withLead makes the happening that a document is chiefly about one node with
// what the document tells of its course, and marks it and its claims.
func (m *merger) withLead(nodes []node) []node {
	best, most := -1, 0.0
	for k := range nodes {
		if w := m.chiefly(&nodes[k]); best < 0 || w > most {
			best, most = k, w
		}
	}
	if best < 0 || nodes[best].doc < 0 {
		return nodes
	}
	lead := nodes[best]
	rest := make([]node, 0, len(nodes))
	for k := range nodes {
		n := &nodes[k]
		if k == best {
			continue
		}
		if !m.course(&lead, n) {
			rest = append(rest, *n)
			continue
		}
		at, latest := min(lead.at, n.at), max(lead.latest, n.latest)
		lead = m.pool(append(slices.Clip(lead.members), n.members...))
		lead.at, lead.latest = at, latest
	}
	about := m.mainHappening(&lead, rest)
	for _, c := range lead.members {
		m.claims[c].lead = about
	}
	at, latest := lead.at, lead.latest
	lead = m.pool(lead.members)
	lead.at, lead.latest = at, latest
	i, _ := slices.BinarySearchFunc(rest, lead.at, func(n node, at int32) int { return cmp.Compare(n.at, at) })
	return slices.Insert(rest, i, lead)
}

// course reports whether n, told in the same document, is of the course of the
// main happening: something done that is told for its sake, at no other time
// and place.
func (m *merger) course(lead, n *node) bool {
	if n.spoken || len(lead.members)+len(n.members) > mostReports || n.doc != lead.doc {
		return false
	}
	var kinds kindSet
	kinds.join(&m.kinds.vague)
	kinds.join(&m.kinds.effect)
	kinds.join(&m.kinds.alike[lead.kind])
	if !n.limits.toldAs(&kinds) || n.eraFirst != always && !n.stated {
		return false
	}
	if n.ownDate && !(n.narrow && lead.narrow && (n.first == lead.first || n.kind == m.kinds.other && !apart(n.first, lead.last, slackDays) && !apart(lead.first, n.last, slackDays))) {
		now := m.now[n.doc]
		if lead.stated || !n.narrow || now == always || int64(now)-int64(n.last) > newsDays {
			return false
		}
	}
	if len(n.local) > 0 && len(lead.local) > 0 && !meet(n.local, lead.local) {
		return false
	}
	for _, c := range n.members {
		l := limitsOf(&m.claims[c], m.kinds)
		l.kinds, l.allowed = [2]kindSet{}, [2]kindSet{anyKind, anyKind}
		if l.against(&lead.limits, m.sites) != noVeto {
			return false
		}
	}
	if m.tellsAnother(n.members, lead.members) || m.tellsAnother(lead.members, n.members) {
		return false
	}
	t := tally{}
	if weighFigures(&t, lead, n, true); t.sum < 0 {
		return false // another toll is of something else
	}
	if !n.ownDate && n.eraFirst == always && len(n.local) == 0 && len(n.wide) == 0 && (m.kinds.alike[lead.kind].has(n.kind) || m.kinds.effect.has(n.kind)) && !m.elsewhere(lead, n) {
		return true
	}
	about := 0.0
	for _, c := range n.members {
		about = max(about, m.about(&m.claims[c]))
	}
	if n.kind != m.kinds.other && !m.kinds.effect.has(n.kind) && !n.definite && m.elsewhere(lead, n) {
		return false // one more of its kind
	}
	return m.weigh(lead, n, nil)+ofCourse*min(1, about/aboutMost) >= joinWithin
}

// chiefly returns how much a document is about one of its happenings: the sum
// over its reports of what share of the document's story their sentences tell,
// more in the headline and the lead.
func (m *merger) chiefly(n *node) float64 {
	if n.doc < 0 {
		return 0
	}
	shares := make([]float64, 0, len(n.members))
	for _, k := range n.members {
		c := &m.claims[k]
		w := 0.1 + min(1, m.about(c)/aboutMost)
		if c.at.Start < leadBytes {
			w *= firstCounts
		}
		if c.spoken {
			w *= spokenCounts
		} else if m.kinds.aftermath.has(c.kind) {
			w *= aftermathCounts
		}
		if c.modal != 0 {
			w *= modalCounts
		}
		if now := m.now[n.doc]; now != always && (c.stated && c.last != never && int64(now)-int64(c.last) > newsDays || c.eraLast != never && int64(now)-int64(c.eraLast) > newsDays) {
			w *= otherCounts
		}
		shares = append(shares, w)
	}
	slices.Sort(shares)
	sum := 0.0
	for _, w := range shares[max(0, len(shares)-leadReports):] {
		sum += w
	}
	return sum
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

// about returns what share of the story of its document a claim's sentence tells, 0 to 1.
func (m *merger) about(c *claim) float64 {
	told, all, words := 0.0, 0.0, c.words.words
	for _, t := range m.signature[c.doc] {
		for len(words) > 0 && words[0] < t.word {
			words = words[1:]
		}
		square := float64(t.weight) * float64(t.weight)
		all += square
		if len(words) > 0 && words[0] == t.word {
			told += square
		}
	}
	if all == 0 {
		return 0
	}
	return told / all
}
