package graph

import (
	"context"
	"slices"
)

// agreedMost bounds the texts of a group that are asked what they agree on.
const agreedMost = 256

// agreeing joins groups that many texts tell by what each agrees on: of so many
// one or the other misreads a day, a place or a kind, and would keep apart what
// all others tell alike. What is weighed are not pairs of texts but the values
// that most texts of each group give. A veto between two such groups is one
// between these values, or between more than oddShare of the pairs of their
// texts; the few texts between which and the other group a veto stands are left
// out, so that none is crossed.
type agreeing struct {
	g     *grouping
	known map[int32]*agreement // of the root of a group
	open  map[int32][]pair     // of the root of a group, the likely pairs that it is in, the strongest first
	votes votes
	nodes []*node // of the group that is asked
}

// An agreement is what the texts of a group agree on, while it has that stamp.
type agreement struct {
	node
	ok    bool
	stamp int32
}

// joinAgreed joins groups that some pair ties, the strongest evidence first, until
// there are no more to join.
func (g *grouping) joinAgreed(ctx context.Context, pairs []pair) {
	w := agreeing{g: g, known: map[int32]*agreement{}, open: map[int32][]pair{}}
	links := w.tiedGroups(pairs)
	for joined := true; joined && ctx.Err() == nil; {
		joined = false
		links = w.tiedGroups(links)
		changed := map[int32]bool{}
		for _, p := range w.likely(links) {
			if changed[p.a] || changed[p.b] {
				continue // weighed anew, as what one of them agrees on may have changed
			}
			if !w.contested(p, p.a, p.b) && !w.contested(p, p.b, p.a) && g.tryAgreed(p.a, p.b) {
				changed[p.a], changed[p.b], joined = true, true, true
			}
		}
	}
}

// tiedGroups returns the pairs of groups of several texts that some pairs tie, each
// once, by their roots.
func (w *agreeing) tiedGroups(pairs []pair) []pair {
	var out []pair
	seen := map[[2]int32]bool{}
	for _, p := range pairs {
		a, b := w.g.find(p.a), w.g.find(p.b)
		if a > b {
			a, b = b, a
		}
		if a == b || seen[[2]int32{a, b}] || len(w.g.groups[a].nodes) < agreedFrom || len(w.g.groups[b].nodes) < agreedFrom {
			continue
		}
		seen[[2]int32{a, b}] = true
		out = append(out, pair{a: a, b: b})
	}
	return out
}

// likely returns the pairs of groups of which enough speaks for one happening,
// the strongest first, and notes them in open.
func (w *agreeing) likely(links []pair) []pair {
	var out []pair
	for _, l := range links {
		x, y := w.of(l.a), w.of(l.b)
		if !x.ok || !y.ok || w.g.m.agreedApart(&x.node, &y.node) != noVeto {
			continue
		}
		if sum := w.g.m.weigh(&x.node, &y.node, nil); sum >= oneStory {
			out = append(out, pair{l.a, l.b, float32(sum)})
		}
	}
	slices.SortFunc(out, strongestFirst)
	clear(w.open)
	for _, p := range out {
		w.open[p.a], w.open[p.b] = append(w.open[p.a], p), append(w.open[p.b], p)
	}
	return out
}

// of returns what the texts of a group agree on.
func (w *agreeing) of(root int32) *agreement {
	x := w.g.groups[root]
	if have := w.known[root]; have != nil && have.stamp == x.stamp {
		return have
	}
	w.nodes = w.nodes[:0]
	for _, i := range spread(x.nodes, agreedMost) {
		w.nodes = append(w.nodes, w.g.nodes[i])
	}
	n, ok := w.g.m.agreed(&w.votes, w.nodes)
	w.known[root] = &agreement{n, ok, x.stamp}
	return w.known[root]
}

// contested reports whether lacks, a group of p that has no day, or no place, is
// about as likely one with a third that has, the other group of p, can never be.
// A third that was joined with another meanwhile is to be weighed anew first.
func (w *agreeing) contested(p pair, lacks, has int32) bool {
	x, y := w.of(lacks), w.of(has)
	if !leansOnNothing(&x.node) || leansOnNothing(&y.node) {
		return false
	}
	for _, q := range w.open[lacks][:min(len(w.open[lacks]), mostRivals)] {
		if q.weight < p.weight-rivalGap {
			break
		}
		if z := q.other(lacks); z != has && (w.g.find(z) != z || w.g.m.agreedApart(&y.node, &w.of(z).node) != noVeto) {
			return true
		}
	}
	return false
}

// agreedApart returns why two groups cannot be one by what each agrees on. Where
// one text may be a day or two off, most of agreedFrom or more are not.
func (m *merger) agreedApart(x, y *node) veto {
	if x.narrow && y.narrow && max(int64(x.first)-int64(y.last), int64(y.first)-int64(x.last)) > 1 {
		return dayVeto
	}
	return x.limits.against(&y.limits, m.sites)
}

// tryAgreed joins two groups unless vetoes stand between too many of their texts.
func (g *grouping) tryAgreed(a, b int32) bool {
	if len(g.groups[a].nodes) < len(g.groups[b].nodes) {
		a, b = b, a
	}
	if x, y := g.groups[a], g.groups[b]; g.vetoed(x, y) {
		if g.oddTexts(x, y) > oddShare {
			return false
		}
		var ok bool
		if a, b, ok = g.leaveOut(a, b); !ok {
			return false
		}
	}
	g.join(a, b)
	return g.find(a) == g.find(b)
}
