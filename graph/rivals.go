package graph

import "slices"

// mostRivals is how many pairs of a node are looked at.
const mostRivals = 16

// rivals holds, for each node of a part, the strongest mostRivals pairs that it
// is in, the strongest first.
type rivals struct {
	place []int32 // of each node in the part
	start []int32 // of each place, into pairs
	pairs []pair
}

func (r *rivals) of(node int32) []pair {
	k := r.place[node]
	return r.pairs[r.start[k]:r.start[k+1]]
}

// rivalsOf reads the pairs of a part, which are in order of strength.
func rivalsOf(p *part, place []int32) *rivals {
	r := &rivals{place: place, start: make([]int32, len(p.nodes)+1)}
	count := r.start[1:]
	for _, q := range p.pairs {
		a, b := place[q.a], place[q.b]
		count[a] = min(count[a]+1, mostRivals)
		count[b] = min(count[b]+1, mostRivals)
	}
	for k := range p.nodes {
		r.start[k+1] += r.start[k]
	}
	r.pairs = make([]pair, r.start[len(p.nodes)])
	next := slices.Clone(r.start)
	for _, q := range p.pairs {
		for _, k := range [2]int32{place[q.a], place[q.b]} {
			if next[k] < r.start[k+1] {
				r.pairs[next[k]] = q
				next[k]++
			}
		}
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
	if g.nodes[p.a].lead && g.nodes[p.b].lead {
		return g.contestedStory(x, y)
	}
	if g.timeless(x) && g.dated(y) {
		return g.otherDate(x, y)
	}
	if !lacksDay && !lacksPlace {
		return false
	}
	for _, i := range spread(x.nodes, most) {
		if !leansOnNothing(g.nodes[i]) {
			continue
		}
		for _, q := range g.rivals.of(i) {
			if float64(q.weight) < float64(p.weight)-rivalGap {
				break
			}
			z := g.groups[g.find(q.other(i))]
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
		if n := g.nodes[i]; n.stated || n.published != always {
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

// otherDate reports whether x, which is timeless, may as well be another dated
// group than y: one of a kind alike, at the same place. Which of them it is
// cannot be known then, however alike the words are.
func (g *grouping) otherDate(x, y *group) bool {
	const most = 16
	for _, i := range spread(x.nodes, most) {
		for _, p := range g.nodes[i].local {
			for _, k := range spread(g.datedAt[p], most) {
				z := g.nodes[k]
				if g.m.kinds.alike[g.nodes[i].kind].has(z.kind) && y.limits.against(&z.limits, g.m.sites) == dayVeto {
					return true
				}
			}
		}
	}
	return false
}

// datedAt returns the nodes that tell with a date what happened at each place.
func datedAt(nodes []*node) map[int32][]int32 {
	at := map[int32][]int32{}
	for i := range nodes {
		if n := nodes[i]; n.stated && !n.spoken {
			for _, p := range n.local {
				at[p] = append(at[p], int32(i))
			}
		}
	}
	return at
}
