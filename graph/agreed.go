package graph

import (
	"cmp"
	"maps"
	"slices"
)

const (
	// agreedFrom is how many independent texts a group needs for it to be known
	// what most of them tell.
	agreedFrom = 4
	// agreedShare is the least share of the texts that tell of an aspect, as the
	// day or the place, that must give a value for the group to be known by it.
	agreedShare = 1.0 / 3
)

// agreed returns what some nodes, each of one text, agree on, as one report of
// no document: the day, the places, the kinds, the figures and the words that at
// least agreedShare of the texts give which tell of it, and two of them. It
// reports false for what fewer than agreedFrom independent texts tell, for words
// that somebody said, and for what is told without a day and a place.
func (m *merger) agreed(nodes []*node) (node, bool) {
	var (
		texts, kinds          ballot[uint8]
		local, wide           ballot[int32]
		actors, targets, said ballot[word]
		figures               ballot[figure]
		powers                = map[word]uint8{}
	)
	for _, n := range nodes {
		f := m.familyOfNode(n)
		texts.cast(0, f)
		kinds.cast(n.kind, f)
		castAll(&local, n.local, f)
		castAll(&wide, n.wide, f)
		castAll(&actors, n.actors, f)
		castAll(&targets, n.targets, f)
		castAll(&figures, n.figures, f)
		castAll(&said, n.words.words, f)
		for i, w := range n.words.words {
			powers[w] = n.words.power[i]
		}
	}
	if texts.votes(0) < agreedFrom {
		return node{}, false
	}
	told := agreedOf(&kinds)
	if len(told) == 0 {
		return node{}, false
	}
	c := claim{doc: -1, family: -1, named: &named{}, eraFirst: always, eraLast: never, modal: nodes[0].limits.modal,
		local: agreedOf(&local), figures: agreedFigures(&figures)}
	c.wide, c.actors, c.targets = agreedOf(&wide), agreedOf(&actors), agreedOf(&targets)
	c.first, c.last, c.stated = m.agreedDay(nodes)
	c.narrow = c.stated && c.first != always && c.last != never && c.last-c.first <= 1
	c.kind = slices.MinFunc(told, func(a, b uint8) int {
		return cmp.Or(cmp.Compare(kinds.votes(b), kinds.votes(a)), cmp.Compare(m.kinds.ids[a], m.kinds.ids[b]))
	})
	if m.kinds.speech.has(c.kind) || !c.stated && len(c.local) == 0 {
		return node{}, false
	}
	n := node{doc: -1, published: always, eraFirst: always, eraLast: never, first: c.first, last: c.last, narrow: c.narrow, stated: c.stated, ownDate: c.stated,
		kind: c.kind, local: c.local, figures: c.figures, named: c.named, limits: limitsOf(&c, m.kinds)}
	for _, k := range told {
		n.limits.kinds[0].add(k)
		n.limits.allowed[0].cut(&m.kinds.alike[k])
	}
	n.words.words = agreedOf(&said)
	for _, w := range n.words.words {
		n.words.power = append(n.words.power, powers[w])
		n.words.sum += float64(squares[powers[w]])
	}
	return n, true
}

func (m *merger) familyOfNode(n *node) int32 {
	if n.doc >= 0 {
		return m.family[n.doc]
	}
	return -1 - n.members[0]
}

func castAll[K comparable](v *ballot[K], values []K, family int32) {
	for _, k := range values {
		v.cast(k, family)
	}
}

// agreedOf returns, sorted, the values that at least agreedShare of the families
// give that give any, and two of them.
func agreedOf[K cmp.Ordered](v *ballot[K]) []K {
	all := map[int32]bool{}
	for _, f := range v.families {
		maps.Copy(all, f)
	}
	var out []K
	for _, k := range v.order {
		if n := v.votes(k); n >= 2 && float64(n) >= agreedShare*float64(len(all)) {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// agreedFigures returns, for each measure, the count that most families give.
func agreedFigures(v *ballot[figure]) []figure {
	best := map[word]figure{}
	for _, f := range v.order {
		b, ok := best[f.key]
		if v.votes(f) >= 2 && (!ok || v.votes(f) > v.votes(b) || v.votes(f) == v.votes(b) && f.low < b.low) {
			best[f.key] = f
		}
	}
	out := make([]figure, 0, len(best))
	for _, k := range slices.Sorted(maps.Keys(best)) {
		out = append(out, best[k])
	}
	return out
}

// agreedDay returns the days that most nodes support, of those that at least
// agreedShare of the families with a date state: a month supports each of its days.
func (m *merger) agreedDay(nodes []*node) (first, last int32, ok bool) {
	var v ballot[[2]int32]
	all := map[int32]bool{}
	for _, n := range nodes {
		if n.stated && (n.first != always || n.last != never) {
			v.cast([2]int32{n.first, n.last}, m.familyOfNode(n))
			all[m.familyOfNode(n)] = true
		}
	}
	most := 0
	for _, d := range v.order {
		if n := v.votes(d); n < 2 || float64(n) < agreedShare*float64(len(all)) {
			continue
		}
		holds := map[int32]bool{}
		for _, o := range v.order {
			if o[0] <= d[0] && d[1] <= o[1] {
				maps.Copy(holds, v.families[o])
			}
		}
		width, than := int64(d[1])-int64(d[0]), int64(last)-int64(first)
		if n := len(holds); n > most || n == most && (width < than || width == than && d[0] < first) {
			most, first, last, ok = n, d[0], d[1], true
		}
	}
	if !ok {
		return always, never, false
	}
	return first, last, true
}
