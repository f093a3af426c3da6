package graph

import (
	"cmp"
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

// A vote is a value that a family of texts gives.
type vote[K comparable] struct {
	value  K
	family int32
}

// votes are those of the texts of one group after the other, in memory that they share.
type votes struct {
	families              []int32 // each once
	kinds                 []vote[uint8]
	local, wide           []vote[int32]
	actors, targets, said []vote[word]
	figures               []vote[figure]
	days                  []vote[[2]int32]
}

// read takes the votes of some nodes.
func (v *votes) read(m *merger, nodes []*node) {
	*v = votes{v.families[:0], v.kinds[:0], v.local[:0], v.wide[:0], v.actors[:0], v.targets[:0], v.said[:0], v.figures[:0], v.days[:0]}
	for _, n := range nodes {
		f := -1 - n.members[0]
		if n.doc >= 0 {
			f = m.family[n.doc]
		}
		v.families = append(v.families, f)
		v.kinds = append(v.kinds, vote[uint8]{n.kind, f})
		v.local, v.wide = cast(v.local, n.local, f), cast(v.wide, n.wide, f)
		v.actors, v.targets, v.said = cast(v.actors, n.actors, f), cast(v.targets, n.targets, f), cast(v.said, n.words.words, f)
		v.figures = cast(v.figures, n.figures, f)
		if n.stated && (n.first != always || n.last != never) {
			v.days = append(v.days, vote[[2]int32]{[2]int32{n.first, n.last}, f})
		}
	}
	v.families = sortSet(v.families)
}

func cast[K comparable](to []vote[K], values []K, family int32) []vote[K] {
	for _, k := range values {
		to = append(to, vote[K]{k, family})
	}
	return to
}

// A backed value is one that n families give.
type backed[K comparable] struct {
	value K
	n     int
}

// tallied returns the values of some votes, in order, and of how many families
// all are. It sorts the votes.
func tallied[K comparable](votes []vote[K], compare func(a, b K) int) (counts []backed[K], families int) {
	all := make([]int32, len(votes))
	for i := range votes {
		all[i] = votes[i].family
	}
	slices.SortFunc(votes, func(a, b vote[K]) int { return cmp.Or(compare(a.value, b.value), cmp.Compare(a.family, b.family)) })
	for i := range votes {
		switch {
		case i == 0 || votes[i].value != votes[i-1].value:
			counts = append(counts, backed[K]{votes[i].value, 1})
		case votes[i].family != votes[i-1].family:
			counts[len(counts)-1].n++
		}
	}
	return counts, len(sortSet(all))
}

// agreedOf returns, in order, the values that at least agreedShare of the families
// give that give any, and two of them.
func agreedOf[K cmp.Ordered](votes []vote[K]) (out []K) {
	counts, families := tallied(votes, cmp.Compare[K])
	for _, c := range counts {
		if enough(c.n, families) {
			out = append(out, c.value)
		}
	}
	return out
}

func enough(n, families int) bool { return n >= 2 && float64(n) >= agreedShare*float64(families) }

// agreed returns what some nodes, each of one text, agree on, as one report of
// no document: the day, the places, the kinds, the figures and the words that at
// least agreedShare of the texts give which tell of it, and two of them. It
// reports false for what fewer than agreedFrom independent texts tell, for words
// that somebody said, and for what is told without a day and a place. It takes
// their votes in v.
func (m *merger) agreed(v *votes, nodes []*node) (node, bool) {
	v.read(m, nodes)
	if len(v.families) < agreedFrom {
		return node{}, false
	}
	told := agreedOf(v.kinds)
	kind, ok := m.agreedKind(v)
	if !ok || len(told) == 0 || m.kinds.speech.has(kind) {
		return node{}, false
	}
	c := claim{doc: -1, family: -1, kind: kind, local: agreedOf(v.local), telling: &telling{eraFirst: always, eraLast: never, modal: nodes[0].limits.modal, figures: agreedFigures(v.figures),
		named: &named{wide: agreedOf(v.wide), actors: agreedOf(v.actors), targets: agreedOf(v.targets)}}}
	c.first, c.last, c.stated = agreedDay(v.days)
	if !c.stated && len(c.local) == 0 {
		return node{}, false
	}
	c.narrow = c.stated && c.first != always && c.last != never && c.last-c.first <= 1
	n := node{doc: -1, published: always, eraFirst: always, eraLast: never, first: c.first, last: c.last, narrow: c.narrow, stated: c.stated, ownDate: c.stated,
		kind: c.kind, local: c.local, figures: c.figures, named: c.named, limits: limitsOf(&c, m.kinds)}
	for _, k := range told {
		n.limits.kinds[0].add(k)
		n.limits.allowed[0].cut(&m.kinds.alike[k])
	}
	n.words = (&reader{df: m.df}).bag(agreedOf(v.said))
	return n, true
}

// agreedKind returns the kind that most families tell.
func (m *merger) agreedKind(v *votes) (kind uint8, ok bool) {
	most := 0
	counts, _ := tallied(v.kinds, cmp.Compare[uint8])
	for _, c := range counts {
		if c.n > most || c.n == most && m.kinds.ids[c.value] < m.kinds.ids[kind] {
			kind, most = c.value, c.n
		}
	}
	return kind, most >= 2
}

// agreedFigures returns, for each measure, the count that most families give, and
// two of them, the least of equals.
func agreedFigures(votes []vote[figure]) (out []figure) {
	counts, _ := tallied(votes, func(a, b figure) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.low, b.low), cmp.Compare(a.high, b.high))
	})
	most := 0
	for _, c := range counts {
		switch last := len(out) - 1; {
		case c.n < 2:
		case last < 0 || out[last].key != c.value.key:
			out, most = append(out, c.value), c.n
		case c.n > most:
			out[last], most = c.value, c.n
		}
	}
	return out
}

// agreedDay returns the days that most families support, of those that enough of
// the families with a date state: a month supports each of its days. Of equals it
// returns the narrowest, then the first.
func agreedDay(votes []vote[[2]int32]) (first, last int32, ok bool) {
	counts, families := tallied(votes, func(a, b [2]int32) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
	first, last = always, never
	var supports []int32
	most := 0
	for _, c := range counts {
		if !enough(c.n, families) {
			continue
		}
		supports = supports[:0]
		for _, v := range votes {
			if v.value[0] <= c.value[0] && c.value[1] <= v.value[1] {
				supports = append(supports, v.family)
			}
		}
		width, than := int64(c.value[1])-int64(c.value[0]), int64(last)-int64(first)
		if n := len(sortSet(slices.Clone(supports))); n > most || n == most && width < than {
			most, first, last, ok = n, c.value[0], c.value[1], true
		}
	}
	return first, last, ok
}
