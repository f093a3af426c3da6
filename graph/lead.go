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
	newsDays        = 14   // how long before its publication a text's main happening is, at most
	aboutMost       = 0.35 // the share of its story that a sentence tells from which it counts in full
)

// withLead makes the happening that a document is chiefly about one node with
// what the document tells of its course, and marks it and its claims.
func (m *merger) withLead(nodes []*node) []*node {
	best, most := -1, 0.0
	for k := range nodes {
		if w := m.chiefly(nodes[k]); best < 0 || w > most {
			best, most = k, w
		}
	}
	if best < 0 || nodes[best].doc < 0 {
		return nodes
	}
	lead := nodes[best]
	rest := make([]*node, 0, len(nodes))
	for k, n := range nodes {
		if k == best {
			continue
		}
		if !m.course(lead, n) {
			rest = append(rest, n)
			continue
		}
		at, latest := min(lead.at, n.at), max(lead.latest, n.latest)
		m.pool(lead, append(slices.Clip(lead.members), n.members...))
		lead.at, lead.latest = at, latest
	}
	about := m.mainHappening(lead, rest)
	for _, c := range lead.members {
		m.claims[c].lead = about
	}
	m.markNews(lead.members)
	at, latest := lead.at, lead.latest
	m.pool(lead, lead.members)
	lead.at, lead.latest = at, latest
	i, _ := slices.BinarySearchFunc(rest, lead.at, func(n *node, at int32) int { return cmp.Compare(n.at, at) })
	return slices.Insert(rest, i, lead)
}

// openings is how many sentences tell the news: the headline and the one that opens the text.
const openings = 2

// markNews marks the first report of each of the first sentences that tell the
// main happening, within leadBytes.
func (m *merger) markNews(lead []int32) {
	last, n := int32(-1), 0
	for _, k := range lead {
		c := &m.claims[k]
		if c.sentence == last || c.spoken {
			continue
		}
		if last = c.sentence; n == openings || c.sentence >= leadBytes/2 {
			return
		}
		c.news = true
		n++
	}
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
		if c.at < leadBytes {
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

// about returns what share of the story of its document a claim's sentence tells, 0 to 1.
func (m *merger) about(c *claim) float64 {
	told, all, words := 0.0, 0.0, c.words.words
	for k, t := range m.signature[c.doc] {
		for len(words) > 0 && words[0] < t.word {
			words = words[1:]
		}
		square := float64(t.weight) * float64(t.weight)
		if m.numbers[c.doc].has(k) {
			square *= (numberTells / numberCounts) * (numberTells / numberCounts)
		}
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
