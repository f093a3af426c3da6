package graph

import (
	"cmp"
	"context"
	"slices"
)

// merger joins claims into clusters. Its tables are read-only while it runs.
type merger struct {
	kinds     *kindTable
	claims    []claim // in the order of reports: document, then span
	sites     []site
	published []int32 // day of each document
	now       []int32 // of each document: its day, or the latest day that it tells of, or always
	family    []int32 // of each document
	df        map[word]int32
	signature [][]term // of each document
	workers   int
}

func (m *merger) rarity(w word) float32 { return rarity(m.df[w]) }

// merge returns the clusters of claims, each sorted, in the order of their
// first claim. Every claim is in exactly one.
func (m *merger) merge(ctx context.Context, step func()) ([][]int32, error) {
	totals, rest := m.splitTotals()
	nodes, err := m.withinDocuments(ctx, rest)
	if err != nil {
		return nil, err
	}
	step()
	pairs, err := m.candidates(ctx, nodes)
	if err != nil {
		return nil, err
	}
	step()
	all := m.cluster(nodes, pairs, joinAcross)
	all = append(all, m.groupTotals(totals)...)
	for _, c := range all {
		slices.Sort(c)
	}
	slices.SortFunc(all, func(a, b []int32) int { return cmp.Compare(a[0], b[0]) })
	step()
	return all, ctx.Err()
}

func (m *merger) splitTotals() (totals, rest []int32) {
	for i := range m.claims {
		if m.claims[i].total {
			totals = append(totals, int32(i))
		} else {
			rest = append(rest, int32(i))
		}
	}
	return totals, rest
}

const (
	reachBack   = 48  // happenings of a document that a report may come back to
	mostReports = 128 // of one happening in one document
)

// withinDocuments joins what one document tells of one happening. A report is
// compared with the reachBack happenings told before it, so that a long document
// costs a linear number of comparisons. Reports of documents that the corpus
// does not hold stay alone.
func (m *merger) withinDocuments(ctx context.Context, rest []int32) ([]node, error) {
	var spans [][]int32
	for i := 0; i < len(rest); {
		j := i + 1
		for j < len(rest) && m.claims[rest[j]].doc == m.claims[rest[i]].doc && m.claims[rest[i]].doc >= 0 {
			j++
		}
		spans = append(spans, rest[i:j])
		i = j
	}
	made := make([][]node, len(spans))
	err := m.parallel(ctx, len(spans), func(s int) { made[s] = m.withinDocument(spans[s]) })
	return slices.Concat(made...), err
}

// withinDocument reads the reports of one document in order: each is of the
// happening told before that it fits best, the nearest of equals, or of a new one.
func (m *merger) withinDocument(claims []int32) []node {
	var out []node
	for _, c := range claims {
		n := m.pool([]int32{c})
		best, most := -1, joinWithin
		for i := max(0, len(out)-reachBack); i < len(out); i++ {
			if m.between(&out[i], &n) != noVeto {
				continue
			}
			if w := m.weigh(&out[i], &n, nil); w >= most {
				best, most = i, w
			}
		}
		if best >= 0 {
			l := out[best].limits
			if len(out[best].members) == mostReports || !l.join(&n.limits) {
				best = -1
			}
		}
		if best < 0 {
			out = append(out, n)
			continue
		}
		at := out[best].at
		out[best] = m.pool(append(slices.Clip(out[best].members), c))
		out[best].at = at
		out[best].latest = n.at
	}
	lead := -1
	for k := range out {
		if lead < 0 || m.leads(&out[k], &out[lead]) {
			lead = k
		}
	}
	if lead >= 0 {
		out[lead].lead = true
	}
	return out
}

// leads reports whether a is more what its document is about than b: more
// reports, not only something said, earlier in the text.
func (m *merger) leads(a, b *node) bool {
	x, y := len(a.members), len(b.members)
	if a.spoken != b.spoken {
		return b.spoken && x*2 > y || !b.spoken && x > y*2
	}
	return x > y || x == y && a.at < b.at
}

// between returns the veto between two nodes, with that of "another", which
// holds against what the same document told before.
func (m *merger) between(a, b *node) veto {
	if v := a.limits.against(&b.limits, m.sites); v != noVeto {
		return v
	}
	if a.limits.another && m.tellsAnother(a.members, b.members) || b.limits.another && m.tellsAnother(b.members, a.members) {
		return anotherVeto
	}
	return noVeto
}

// tellsAnother reports whether a claim of a says "another" after a claim of b in the same document.
func (m *merger) tellsAnother(a, b []int32) bool {
	for _, i := range a {
		c := &m.claims[i]
		if !c.another || c.doc < 0 {
			continue
		}
		k, _ := slices.BinarySearch(b, i) // claims are in order of document and span
		if k > 0 && m.claims[b[k-1]].doc == c.doc {
			return true
		}
	}
	return false
}

// A pair is two nodes, a < b, and the evidence that they are one happening.
type pair struct {
	a, b   int32
	weight float32
}

// cluster joins nodes along pairs, the strongest first, and returns the claims
// of each cluster. Two clusters are joined when no veto stands between any two
// of their reports, when the pairs between samples of them agree on average
// (which keeps a chain of likenesses from growing), and when a join that leans
// on a missing date or place has no rival. Pairs below threshold only serve as rivals.
func (m *merger) cluster(nodes []node, pairs []pair, threshold float64) [][]int32 {
	slices.SortFunc(pairs, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.weight, p.weight), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	g := grouping{m: m, nodes: nodes, root: make([]int32, len(nodes)), groups: make([]group, len(nodes))}
	for i := range nodes {
		g.root[i] = int32(i)
		g.groups[i] = group{nodes: []int32{int32(i)}, claims: nodes[i].members, limits: nodes[i].limits}
	}
	g.rivals = rivalsOf(nodes, pairs)
	strong, _ := slices.BinarySearchFunc(pairs, threshold, func(p pair, t float64) int {
		if float64(p.weight) >= t {
			return -1
		}
		return 1
	})
	for _, p := range pairs[:strong] {
		g.try(p, threshold)
	}
	again := g.contestedPairs // what the rivals have become may have settled it
	for _, p := range again {
		g.try(p, threshold)
	}
	for _, p := range pairs[strong:] {
		g.attach(p, threshold)
	}
	var out [][]int32
	for i := range g.groups {
		if g.root[i] == int32(i) {
			out = append(out, g.groups[i].claims)
		}
	}
	return out
}

type group struct {
	nodes  []int32
	claims []int32 // sorted
	limits limits
}

type grouping struct {
	m      *merger
	nodes  []node
	root   []int32
	groups []group
	rivals *rivals
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
	x, y := &g.groups[a], &g.groups[b]
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
	return x.limits.against(&y.limits, g.m.sites) != noVeto ||
		x.limits.another && g.m.tellsAnother(x.claims, y.claims) || y.limits.another && g.m.tellsAnother(y.claims, x.claims)
}

// join makes group b part of group a, unless a holds too many profiles.
func (g *grouping) join(a, b int32) {
	x, y := &g.groups[a], &g.groups[b]
	if !x.limits.join(&y.limits) {
		return
	}
	x.nodes = append(x.nodes, y.nodes...)
	x.claims = mergeSorted(x.claims, y.claims)
	g.root[b] = a
	*y = group{}
}

// agree reports whether samples of both groups are, on average, near being
// joined themselves.
func (g *grouping) agree(x, y *group, threshold float64) bool {
	const slack = 1.5
	return g.average(x, y) >= threshold-slack
}

// average returns the mean evidence between samples of both groups.
func (g *grouping) average(x, y *group) float64 {
	const sample = 4
	sum, n := 0.0, 0
	for _, i := range spread(x.nodes, sample) {
		for _, j := range spread(y.nodes, sample) {
			sum += g.m.weigh(&g.nodes[i], &g.nodes[j], nil)
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
	x, y := &g.groups[a], &g.groups[b]
	if len(y.nodes) > small || len(x.nodes) < 2 || g.vetoed(x, y) || g.contested(p, x, y) || g.contested(p, y, x) {
		return
	}
	mean := g.average(x, y)
	if mean < threshold-slack {
		return
	}
	for _, i := range y.nodes {
		for _, q := range g.rivals.of(i) {
			if z := &g.groups[g.find(q.other(i))]; z != x && z != y && g.average(z, y) > mean-rivalGap {
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

func mergeSorted(a, b []int32) []int32 {
	out := make([]int32, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// rivals holds, for each node, the pairs that it is in, the strongest first.
type rivals struct {
	start []int32 // of each node, into pairs
	pairs []pair
}

func (r *rivals) of(node int32) []pair {
	const most = 16
	from := r.start[node]
	return r.pairs[from:min(r.start[node+1], from+most)]
}

func rivalsOf(nodes []node, pairs []pair) *rivals {
	r := &rivals{start: make([]int32, len(nodes)+1)}
	for _, p := range pairs {
		r.start[p.a+1]++
		r.start[p.b+1]++
	}
	for i := range nodes {
		r.start[i+1] += r.start[i]
	}
	r.pairs = make([]pair, r.start[len(nodes)])
	next := slices.Clone(r.start)
	for _, p := range pairs {
		r.pairs[next[p.a]], r.pairs[next[p.b]] = p, p
		next[p.a]++
		next[p.b]++
	}
	return r
}

// leansOnNothing reports whether a node lacks a day or a place.
func leansOnNothing(n *node) bool { return !n.narrow || len(n.local) == 0 }

// contested reports whether some node of x lacks a day or place that y has, and
// is about as much like a group that y can never be joined with.
func (g *grouping) contested(p pair, x, y *group) bool {
	const most = 16
	lacksDay := x.limits.narrowFirst == always && y.limits.narrowFirst != always
	lacksPlace := len(x.limits.places) == 0 && len(y.limits.places) > 0
	if g.timeless(x) && g.dated(y) {
		return g.otherDate(x, y)
	}
	if !lacksDay && !lacksPlace {
		return false
	}
	for _, i := range spread(x.nodes, most) {
		if !leansOnNothing(&g.nodes[i]) {
			continue
		}
		for _, q := range g.rivals.of(i) {
			if float64(q.weight) < float64(p.weight)-rivalGap {
				break
			}
			z := &g.groups[g.find(q.other(i))]
			if z == x || z == y {
				continue
			}
			if v := y.limits.against(&z.limits, g.m.sites); v == dayVeto || v == placeVeto {
				return true
			}
		}
	}
	return false
}

// timeless reports whether nothing tells when x happened: no date, and no day of publication.
func (g *grouping) timeless(x *group) bool {
	for _, i := range x.nodes {
		if n := &g.nodes[i]; n.stated || n.published != always {
			return false
		}
	}
	return true
}

// dated reports whether some report of x states a date.
func (g *grouping) dated(x *group) bool {
	for _, i := range x.nodes {
		if g.nodes[i].stated {
			return true
		}
	}
	return false
}

// otherDate reports whether x, which is timeless, is like another dated group
// than y at the same place, so that which of them it is cannot be known.
func (g *grouping) otherDate(x, y *group) bool {
	const most = 16
	for _, i := range spread(x.nodes, most) {
		for _, q := range g.rivals.of(i) {
			z := &g.groups[g.find(q.other(i))]
			if z != x && z != y && meet(g.nodes[q.other(i)].local, g.nodes[i].local) && g.dated(z) {
				return true
			}
		}
	}
	return false
}

func (m *merger) parallel(ctx context.Context, n int, f func(int)) error {
	return parallel(ctx, m.workers, n, f)
}
