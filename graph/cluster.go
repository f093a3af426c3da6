package graph

import (
	"context"
	"slices"
)

// A pair is two nodes, a < b, and the evidence that they are one happening.
type pair struct {
	a, b   int32
	weight float32
}

// cluster joins nodes along pairs, the strongest first, and returns the claims
// of each cluster. Two clusters are joined when no veto stands between any two
// of their reports, when the pairs between samples of them agree on average
// (which keeps a chain of likenesses from growing), and when a join that leans
// on a missing date or place has no rival. Pairs below threshold serve as rivals,
// and to attach small groups. Nodes that no chain of pairs ties to each other
// are clustered side by side. It returns nil when ctx has ended.
func (m *merger) cluster(ctx context.Context, nodes []*node, pairs [][]pair, threshold float64) [][]int32 {
	g := grouping{m: m, nodes: nodes, root: places(len(nodes)), groups: make([]*group, len(nodes)), place: make([]int32, len(nodes)),
		documents: m.nodesOfDocuments(nodes), datedAt: datedAt(nodes)}
	var parts []part
	var out [][]int32
	g.part, parts = tied(len(nodes), pairs)
	for i, n := range nodes {
		if g.part[i] < 0 {
			out = append(out, n.claims())
		}
	}
	found := make([][][]int32, len(parts))
	if m.parallel(ctx, len(parts), func(k int) {
		part := g
		found[k] = part.cluster(ctx, &parts[k], threshold)
	}) != nil {
		return nil
	}
	return append(out, slices.Concat(found...)...)
}

// cluster joins the nodes of one part and returns the claims of each cluster.
// Groups exist only meanwhile.
func (g *grouping) cluster(ctx context.Context, p *part, threshold float64) (out [][]int32) {
	for k, i := range p.nodes {
		g.place[i] = int32(k)
		g.groups[i] = g.single(i)
	}
	slices.SortFunc(p.pairs, strongestFirst)
	g.rivals = rivalsOf(p, g.place)
	g.joinAll(ctx, p.pairs, threshold)
	for _, i := range p.nodes {
		if x := g.groups[i]; x != nil {
			var claims []int32
			for _, n := range x.nodes {
				claims = append(claims, g.nodes[n].claims()...)
			}
			out = append(out, claims)
		}
		g.groups[i] = nil
	}
	return out
}

// joinAll joins the groups of one part along its pairs, the strongest first:
// what documents are chiefly about, then all else that they tell.
func (g *grouping) joinAll(ctx context.Context, pairs []pair, threshold float64) {
	strong, _ := slices.BinarySearchFunc(pairs, threshold, func(p pair, t float64) int {
		if float64(p.weight) >= t {
			return -1
		}
		return 1
	})
	stories, rest := g.storyPairs(pairs[:strong])
	g.joinStories(ctx, stories, threshold)
	for n, p := range rest {
		if n%(1<<14) == 0 && ctx.Err() != nil {
			return
		}
		g.try(p, threshold)
	}
	g.joinAgreed(ctx, pairs)
	again := g.contestedPairs // what the rivals have become may have settled it
	for _, p := range again {
		g.try(p, threshold)
	}
	for n, p := range pairs[strong:] {
		if n%(1<<14) == 0 && ctx.Err() != nil {
			return
		}
		g.attach(p, threshold)
	}
}

type group struct {
	nodes   []int32
	another []int32 // those of the nodes of which a report says "another"
	limits  limits
	topic   []term  // sum of the signatures of the documents that are chiefly about it
	leads   int     // number of those
	self    float64 // sum of the squares of those signatures
	stamp   int32   // of what is in it: no other group, and not this one with more or less in it, has the same
}

// single returns the group of one node.
func (g *grouping) single(i int32) *group {
	n := g.nodes[i]
	x := &group{nodes: []int32{i}, limits: n.limits, stamp: ^i}
	if n.lead {
		x.topic, x.leads = g.m.signature[n.doc], 1
		x.self = dot(x.topic, x.topic)
	}
	if n.limits.another {
		x.another = x.nodes
	}
	return x
}

// grouping holds the groups of nodes. Its parts are joined on several
// goroutines at a time: what is done in one reads and changes roots and groups
// of that part alone.
type grouping struct {
	m      *merger
	nodes  []*node
	part   []int32 // of each node, see tied
	place  []int32 // of each node in its part
	root   []int32
	groups []*group // of the roots in the parts that are being joined, else nil
	rivals *rivals  // of the nodes of one part
	// documents holds the first node of each document and the one behind its last.
	documents [][2]int32
	// datedAt holds the nodes with a date of each place.
	datedAt map[int32][]int32
	joins   int32
	spare   []term // memory for a topic
	// means holds what oneStory found last of large groups, by their stamps.
	means map[[2]int32]storyMean
	// contestedPairs were put off since a rival was about as likely.
	contestedPairs []pair
}

func (g *grouping) find(i int32) int32 {
	for g.root[i] != i {
		g.root[i] = g.root[g.root[i]]
		i = g.root[i]
	}
	return i
}

func (g *grouping) try(p pair, threshold float64) {
	a, b := g.find(p.a), g.find(p.b)
	if a == b {
		return
	}
	if len(g.groups[a].nodes) < len(g.groups[b].nodes) {
		a, b = b, a
	}
	x, y := g.groups[a], g.groups[b]
	if g.vetoed(x, y) {
		return
	}
	if len(x.nodes)+len(y.nodes) > 2 && !g.agree(x, y, threshold) {
		return
	}
	if g.contested(p, x, y) || g.contested(p, y, x) {
		g.contestedPairs = append(g.contestedPairs, p)
		return
	}
	g.join(a, b)
}

// vetoed reports whether a veto stands between some reports of two groups.
func (g *grouping) vetoed(x, y *group) bool {
	return x.limits.against(&y.limits, g.m.sites) != noVeto || g.tellsAnother(x, y) || g.tellsAnother(y, x)
}

// tellsAnother reports whether a report of x says "another" after one of y in the same document.
func (g *grouping) tellsAnother(x, y *group) bool {
	tells := func(i, k int32) bool {
		return g.nodes[k].doc == g.nodes[i].doc && g.m.tellsAnother(g.nodes[i].members, g.nodes[k].members)
	}
	for _, i := range x.another {
		if g.nodes[i].doc < 0 {
			continue
		}
		own := g.documents[g.nodes[i].doc]
		if len(y.nodes) < int(own[1]-own[0]) {
			if slices.ContainsFunc(y.nodes, func(k int32) bool { return tells(i, k) }) {
				return true
			}
			continue
		}
		for k := own[0]; k < own[1]; k++ {
			if g.part[k] == g.part[i] && g.groups[g.find(k)] == y && tells(i, k) {
				return true
			}
		}
	}
	return false
}

// nodesOfDocuments returns the first node of each document and the one behind
// its last: the nodes of a document stand together.
func (m *merger) nodesOfDocuments(nodes []*node) [][2]int32 {
	out := make([][2]int32, len(m.published))
	for i := range nodes {
		d := nodes[i].doc
		if d < 0 {
			continue
		}
		if out[d][1] == 0 {
			out[d][0] = int32(i)
		}
		out[d][1] = int32(i) + 1
	}
	return out
}

// join makes group b part of group a, unless a holds too many profiles.
func (g *grouping) join(a, b int32) {
	x, y := g.groups[a], g.groups[b]
	if !x.limits.join(&y.limits) {
		return
	}
	x.nodes = append(x.nodes, y.nodes...)
	x.another = append(slices.Clip(x.another), y.another...)
	g.addTopic(x, y)
	x.self += y.self
	g.joins++
	x.stamp = g.joins
	g.root[b] = a
	g.groups[b] = nil
}

// addTopic adds the topic of y to that of x.
func (g *grouping) addTopic(x, y *group) {
	switch {
	case y.leads == 0:
		return
	case x.leads == 0:
		x.topic = y.topic
	default:
		sum := addTerms(g.spare[:0], x.topic, y.topic)
		g.spare = nil
		if x.leads > 1 { // it is of no document
			g.spare = x.topic
		}
		x.topic = sum
	}
	x.leads += y.leads
}

// agree reports whether samples of both groups are, on average, near being
// joined themselves.
func (g *grouping) agree(x, y *group, threshold float64) bool {
	const slack = 1.5
	mean, ok := g.oneStory(x, y)
	return ok && mean >= threshold-slack
}

// average returns the mean evidence between samples of both groups.
func (g *grouping) average(x, y *group) float64 {
	const sample = 4
	sum, n := 0.0, 0
	for _, i := range spread(x.nodes, sample) {
		for _, j := range spread(y.nodes, sample) {
			sum += g.m.weigh(g.nodes[i], g.nodes[j], nil)
			n++
		}
	}
	return sum / float64(n)
}

// attach adds a small group to a larger one that it is not joined with by any
// one pair, when the evidence holds on average, where a single pair may be
// misled by one bad report, and no other group is about as likely.
func (g *grouping) attach(p pair, threshold float64) {
	const small, slack = 3, 1.0
	a, b := g.find(p.a), g.find(p.b)
	if a == b {
		return
	}
	if len(g.groups[a].nodes) < len(g.groups[b].nodes) {
		a, b = b, a
	}
	x, y := g.groups[a], g.groups[b]
	if len(y.nodes) > small || len(x.nodes) < 2 || g.vetoed(x, y) || g.contested(p, x, y) || g.contested(p, y, x) {
		return
	}
	mean, ok := g.oneStory(x, y)
	if !ok || mean < threshold-slack {
		return
	}
	for _, i := range y.nodes {
		for _, q := range g.rivals.of(i) {
			if z := g.groups[g.find(q.other(i))]; z != x && z != y && g.average(z, y) > mean-rivalGap {
				return
			}
		}
	}
	g.join(a, b)
}

func (p pair) other(i int32) int32 {
	if p.a == i {
		return p.b
	}
	return p.a
}

// spread returns at most n elements of s, evenly spaced.
func spread(s []int32, n int) []int32 {
	if len(s) <= n {
		return s
	}
	out := make([]int32, n)
	for i := range out {
		out[i] = s[i*(len(s)-1)/(n-1)]
	}
	return out
}
