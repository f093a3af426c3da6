package graph

// byDeed divides clusters of what is not grave. A verb of no kind may tell
// anything: there it is of one event only with the news itself, as the headline and
// the opening sentence tell it, or with what the same verb tells or a noun made from
// it. Of violence, harm and disasters texts tell one course in many verbs.
func (m *merger) byDeed(clusters [][]int32) [][]int32 {
	grave := m.graveTexts()
	out := make([][]int32, 0, len(clusters))
	for _, c := range clusters {
		if len(c) == 1 || m.anyOf(c, func(c *claim) bool { return m.kinds.grave.has(c.kind) || c.doc >= 0 && grave[c.doc] }) {
			out = append(out, c)
		} else {
			out = append(out, m.divided(c)...)
		}
	}
	return out
}

// graveTexts says of which documents at least one in graveShare reports is of grave kinds.
func (m *merger) graveTexts() []bool {
	const graveShare = 5
	all, grave := make([]int, len(m.published)), make([]int, len(m.published))
	for i := range m.claims {
		if c := &m.claims[i]; c.doc >= 0 {
			all[c.doc]++
			if m.kinds.grave.has(c.kind) {
				grave[c.doc]++
			}
		}
	}
	out := make([]bool, len(all))
	for d := range all {
		out[d] = grave[d] > 0 && grave[d]*graveShare >= all[d]
	}
	return out
}

// divided returns the parts of a cluster within which some claim ties each to
// another. What is not of the part with the news is not its text's main happening.
func (m *merger) divided(cluster []int32) [][]int32 {
	p := newPartition(len(cluster))
	deedAt, kindAt, news := map[word]int{}, map[uint8]int{}, -1 // the first claims of each
	for n, i := range cluster {
		c := &m.claims[i]
		if k, ok := deedAt[c.deed]; ok {
			p.join(k, n)
		} else {
			deedAt[c.deed] = n
		}
		for kind, k := range kindAt {
			if m.kinds.oneDeed(kind, c.kind) {
				p.join(k, n)
			}
		}
		if _, ok := kindAt[c.kind]; !ok {
			kindAt[c.kind] = n
		}
		switch {
		case !c.news:
		case news < 0:
			news = n
		default:
			p.join(news, n)
		}
	}
	parts := partsOf(p, cluster)
	for k, part := range parts {
		if news >= 0 && !m.anyOf(part, func(c *claim) bool { return c.news }) || news < 0 && k > 0 {
			for _, i := range part {
				m.claims[i].lead = nil
			}
		}
	}
	return parts
}

// oneDeed reports whether kinds alone say that two reports which nothing keeps
// apart tell of one deed: both say what was done, or both that something was said.
func (t *kindTable) oneDeed(k, l uint8) bool {
	return k != t.other && l != t.other && t.alike[k].has(l)
}

func (m *merger) anyOf(claims []int32, is func(*claim) bool) bool {
	for _, i := range claims {
		if is(&m.claims[i]) {
			return true
		}
	}
	return false
}

// sameDeed reports whether some claim of a and some of b tell it by the same
// verb, or one of them by a noun made from it. The cost is linear.
func (m *merger) sameDeed(a, b []int32) bool {
	const few = 8 // claims that are sooner looked through than put in a table
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) <= few {
		return m.anyOf(b, func(c *claim) bool { return m.anyOf(a, func(d *claim) bool { return c.deed == d.deed }) })
	}
	deeds := make(map[word]bool, len(a))
	for _, i := range a {
		deeds[m.claims[i].deed] = true
	}
	return m.anyOf(b, func(c *claim) bool { return deeds[c.deed] })
}

// tiedByDeed reports whether byDeed would leave two lists of claims together.
func (m *merger) tiedByDeed(a, b []int32) bool {
	grave := func(c *claim) bool { return m.kinds.grave.has(c.kind) }
	return m.anyOf(a, grave) || m.anyOf(b, grave) || m.sameDeed(a, b) ||
		m.anyOf(a, func(c *claim) bool { return m.anyOf(b, func(d *claim) bool { return m.kinds.oneDeed(c.kind, d.kind) }) })
}

// weighDeed weighs whether two nodes of kinds that hold many deeds are told by
// the same verb. Of the main happenings of two texts the texts say more.
func (m *merger) weighDeed(t *tally, a, b *node, within bool) {
	switch {
	case a.lead && b.lead || within && a.sentence == b.sentence || !m.kinds.broad.has(a.kind) || !m.kinds.broad.has(b.kind):
	case m.sameDeed(a.members, b.members):
		t.add("same deed", sameDeed)
	case !within:
		t.add("another deed", otherDeed)
	}
}

// otherNews reports whether two main happenings, of which neither is of harm or
// of what comes of it, were each news on its day, more than newsWeek apart: a
// firm wins one order in May and another in June.
func (m *merger) otherNews(a, b *node) bool {
	if m.kinds.harm.has(a.kind) || m.kinds.harm.has(b.kind) {
		return false
	}
	p, q := a.newsDay(), b.newsDay()
	return p != always && q != always && (apart(p, q, newsWeek) || apart(q, p, newsWeek))
}

// newsDay returns the day of a main happening, that of the text where it gives
// no time; always where it gives a longer one.
func (n *node) newsDay() int32 {
	switch {
	case n.narrow:
		return n.first
	case n.ownDate:
		return always
	}
	return n.published
}
