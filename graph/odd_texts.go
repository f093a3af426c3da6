package graph

import "slices"

const (
	// oddShare is the largest share of the texts of two groups that may be left out
	// so that the rest can be joined.
	oddShare = 0.34
	// oddMost bounds the texts of each of two groups that may be odd.
	oddMost = 256
)

// oddTexts returns between what share of the texts of two groups, samples of
// them, a veto stands. Of the many texts of a story some misread its day or
// place, or give those of what came of it.
func (g *grouping) oddTexts(x, y *group) float64 {
	const sample = 12
	odd, n := 0.0, 0.0
	for _, i := range spread(x.nodes, sample) {
		for _, j := range spread(y.nodes, sample) {
			if g.m.between(g.nodes[i], g.nodes[j]) != noVeto {
				odd++
			}
			n++
		}
	}
	return odd / n
}

// leaveOut takes out of two groups that agree the few nodes between which and
// the other group a veto stands: one text that puts a happening at another
// place does not keep apart what all others agree on. It stands by itself
// then. It reports false, and changes nothing, when too many stand against
// each other.
func (g *grouping) leaveOut(a, b int32) (a2, b2 int32, ok bool) {
	x, y := g.groups[a], g.groups[b]
	all := len(x.nodes) + len(y.nodes)
	if len(y.nodes) < 2 && len(x.nodes) < 4 {
		return a, b, false
	}
	left, right := g.barred(x, y), g.barred(y, x)
	if len(left) > oddMost || len(right) > oddMost {
		return a, b, false
	}
	odd := map[int32]bool{}
	for _, i := range mostBarred(left, right, func(i, j int32) bool { return g.m.bars(g.nodes[i], g.nodes[j]) }) {
		odd[i] = true
	}
	if float64(len(odd)) > oddShare*float64(all) {
		return a, b, false
	}
	isOdd := func(i int32) bool { return odd[i] }
	for _, k := range [2]int32{a, b} {
		if !slices.ContainsFunc(g.groups[k].nodes, func(i int32) bool { return !isOdd(i) }) {
			return a, b, false
		}
	}
	return g.regroup(a, isOdd), g.regroup(b, isOdd), true
}

// barred returns the nodes of x between which and some node of y a veto may stand.
func (g *grouping) barred(x, y *group) []int32 {
	beside := map[int32]bool{} // the documents that tell of both groups
	if len(x.another)+len(y.another) > 0 {
		for _, i := range y.nodes {
			beside[g.nodes[i].doc] = true
		}
	}
	var out []int32
	for _, i := range x.nodes {
		if n := g.nodes[i]; beside[n.doc] || n.limits.against(&y.limits, g.m.sites) != noVeto {
			out = append(out, i)
		}
	}
	return out
}

// mostBarred returns nodes of left and right without which no veto stands
// between those that are left: one after the other that with the most vetoes.
func mostBarred(left, right []int32, bars func(i, j int32) bool) (odd []int32) {
	all := slices.Concat(left, right)
	against := make([][]int, len(all))
	count := make([]int, len(all))
	for i := range left {
		for j := len(left); j < len(all); j++ {
			if bars(all[i], all[j]) {
				against[i], against[j] = append(against[i], j), append(against[j], i)
				count[i]++
				count[j]++
			}
		}
	}
	for len(all) > 0 {
		worst := 0
		for i := range count {
			if count[i] > count[worst] {
				worst = i
			}
		}
		if count[worst] == 0 {
			break
		}
		count[worst] = 0
		odd = append(odd, all[worst])
		for _, j := range against[worst] {
			count[j]--
		}
	}
	return odd
}

// bars reports whether a veto stands between two nodes that holds whatever the
// groups they are in have in common: between two main happenings, one that holds
// in spite of the story they share.
func (m *merger) bars(a, b *node) bool {
	if !a.lead || !b.lead {
		return m.between(a, b) != noVeto
	}
	return a.limits.againstStory(&b.limits) != noVeto || m.tellsAnother(a.members, b.members) || m.tellsAnother(b.members, a.members)
}

// regroup makes each of the odd nodes of a group one of its own, and returns the
// root of what is left.
func (g *grouping) regroup(root int32, odd func(int32) bool) int32 {
	nodes := g.groups[root].nodes
	if !slices.ContainsFunc(nodes, odd) {
		return root
	}
	for _, i := range nodes {
		g.root[i] = i
		g.groups[i] = g.single(i)
	}
	first := int32(-1)
	for _, i := range nodes {
		switch {
		case odd(i):
		case first < 0:
			first = i
		default:
			g.join(first, i)
		}
	}
	return first
}
