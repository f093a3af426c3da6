package graph

import "slices"

// A node is a set of reports that are merged or kept apart as one: first each
// report of a document, then what one document tells of one happening. Its
// fields pool those of its reports.
type node struct {
	members     []int32 // claims, in order
	copies      []int32 // claims of the copies of its document that tell the same
	limits      limits  // of members and copies
	doc         int32
	first, last int32
	narrow      bool
	stated      bool
	ownDate     bool  // the text gives it a date: it is stated, and not the day of publication for want of another
	lead        bool  // what its document is chiefly about
	published   int32 // day of its document's publication, always when unknown
	kind        uint8
	spoken      bool
	definite    bool
	trigger     word
	at          int32 // offset of the first trigger
	latest      int32 // offset of the last trigger
	eraFirst    int32 // of the first report that has one
	eraLast     int32
	sentence    int32 // where the sentence of the last one starts
	local       []int32
	figures     []figure
	words       bag
	*named
}

// claims returns the claims of a node and of its copies. It may be n.members.
func (n *node) claims() []int32 {
	if len(n.copies) == 0 {
		return n.members
	}
	return slices.Concat(n.members, n.copies)
}

// pooled returns the node of reports of one document.
func (m *merger) pooled(members []int32) *node {
	n := &node{}
	m.pool(n, members)
	return n
}

// pool makes n the node of reports of one document, whatever it was before.
func (m *merger) pool(n *node, members []int32) {
	slices.Sort(members)
	c0 := &m.claims[members[0]]
	*n = node{members: members, doc: c0.doc, first: c0.first, last: c0.last, kind: c0.kind, trigger: c0.trigger,
		at: c0.at, latest: c0.at, sentence: m.claims[members[len(members)-1]].sentence, published: always, eraFirst: c0.eraFirst, eraLast: c0.eraLast, spoken: c0.spoken, definite: c0.definite,
		local: c0.local, words: c0.words, named: c0.named}
	if n.doc >= 0 {
		n.published = m.published[n.doc]
	}
	told := c0.lead // of which these are, or some of them
	if len(members) == 1 {
		n.limits, n.narrow, n.stated, n.ownDate, n.figures = limitsOf(c0, m.kinds), c0.narrow, c0.stated, c0.stated && !c0.assumed, c0.figures
	} else {
		told = m.poolClaims(n)
	}
	if n.lead = told != nil; n.lead {
		n.asToldBy(told)
	}
}

// poolClaims fills in what several members tell together, and returns the main
// happening that one of them is of, nil for none.
func (m *merger) poolClaims(n *node) (told *mainHappening) {
	n.local, n.words = nil, bag{}
	var votes [maxKinds]int
	for i, k := range n.members {
		c := &m.claims[k]
		l := limitsOf(c, m.kinds)
		if i == 0 {
			n.limits = l
		} else {
			n.limits.join(&l)
		}
		if tighter(c, n) {
			n.first, n.last = c.first, c.last
		}
		if n.eraFirst == always {
			n.eraFirst, n.eraLast = c.eraFirst, c.eraLast
		}
		n.narrow = n.narrow || c.narrow
		n.stated = n.stated || c.stated
		n.ownDate = n.ownDate || c.stated && !c.assumed
		if told == nil {
			told = c.lead
		}
		n.local = append(n.local, c.local...)
		n.figures = append(n.figures, c.figures...)
		n.words = n.words.union(&c.words)
		votes[c.kind] += 2
		if !m.kinds.vague.has(c.kind) && !m.kinds.effect.has(c.kind) {
			votes[c.kind]++
		}
	}
	for _, k := range n.members {
		if c := m.claims[k].kind; votes[c] > votes[n.kind] {
			n.kind = c
		}
	}
	n.spoken = m.kinds.speech.has(n.kind)
	n.local = sortSet(n.local)
	n.named = m.poolNames(n.members)
	return told
}

// poolNames returns what several claims name.
func (m *merger) poolNames(members []int32) *named {
	if !m.anyOf(members, func(c *claim) bool { return c.named != &nothingNamed }) {
		return &nothingNamed
	}
	n := &named{}
	for _, k := range members {
		c := m.claims[k].named
		n.wide = append(n.wide, c.wide...)
		n.actors = append(n.actors, c.actors...)
		n.targets = append(n.targets, c.targets...)
		n.did = append(n.did, c.did...)
		n.harmed = append(n.harmed, c.harmed...)
		if len(c.speaker) > len(n.speaker) {
			n.speaker = c.speaker
		}
	}
	n.wide = sortSet(n.wide)
	n.actors, n.targets = sortSet(n.actors), sortSet(n.targets)
	n.did, n.harmed = sortSet(n.did), sortSet(n.harmed)
	if n.empty() {
		return &nothingNamed
	}
	return n
}

// asToldBy gives a node the day and the places of the main happening that it is.
func (n *node) asToldBy(h *mainHappening) {
	n.local = h.local
	switch {
	case h.dated():
		n.first, n.last, n.narrow, n.stated = h.first, h.last, true, true
	default:
		n.first, n.last, n.narrow, n.stated = h.wideFirst, h.wideLast, false, h.wideFirst != always
	}
}

// tighter reports whether a claim dates a node better than what it has.
func tighter(c *claim, n *node) bool {
	if c.stated != n.stated {
		return c.stated
	}
	width := func(a, b int32) int64 { return int64(b) - int64(a) }
	return width(c.first, c.last) < width(n.first, n.last)
}

// adrift reports whether a node tells neither when nor where.
func (n *node) adrift() bool {
	return !n.stated && n.eraFirst == always && len(n.local) == 0 && len(n.wide) == 0
}
