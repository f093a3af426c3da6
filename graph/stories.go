package graph

import (
	"cmp"
	"container/heap"
	"context"
	"slices"
)

const (
	// storyShare is the least share of their own coherence that two groups of
	// documents must have in common to be of one happening: reports of two
	// shootings are alike, but less so than those of each are among themselves.
	storyShare = 0.67
	// coherent is the coherence of a group, a mean cosine, beyond which more
	// only says that its texts are near-copies.
	coherent = 0.42
	// coherentFrom is how many documents a group needs for its coherence to be known.
	coherentFrom = 3
	// topicTerms bounds the words of a group's topic.
	topicTerms = 256
	// stale is how much of its weight a pair may lose to what its groups have
	// become and still be joined in its place.
	stale = 0.3
)

// storyPairs divides pairs, keeping their order, into those of what two
// documents are chiefly about and the others.
func (g *grouping) storyPairs(pairs []pair) (stories pairQueue, rest []pair) {
	for _, p := range pairs {
		if g.nodes[p.a].lead && g.nodes[p.b].lead {
			stories = append(stories, p)
		} else {
			rest = append(rest, p)
		}
	}
	return stories, rest
}

// joinStories joins groups along pairs of main happenings, the strongest first.
// A pair stands for its groups by the mean over all pairs of their documents
// (average linkage), and is put back when that has fallen since. It comes before
// all other joins: what else one text tells may be misread, and would keep
// apart what many texts agree on.
func (g *grouping) joinStories(ctx context.Context, stories pairQueue, threshold float64) {
	heap.Init(&stories)
	for n := 0; len(stories) > 0; n++ {
		if n%(1<<14) == 0 && ctx.Err() != nil {
			return
		}
		if p := heap.Pop(&stories).(pair); !g.tryStory(&p, threshold) {
			heap.Push(&stories, p)
		}
	}
}

// tryStory joins the groups of a pair of main happenings, if nothing is against
// it. It reports false, with the weight that the pair has now, when that has
// fallen.
func (g *grouping) tryStory(p *pair, threshold float64) bool {
	a, b := g.find(p.a), g.find(p.b)
	if a == b {
		return true
	}
	if len(g.groups[a].nodes) < len(g.groups[b].nodes) || len(g.groups[a].nodes) == len(g.groups[b].nodes) && b < a {
		a, b = b, a
	}
	if g.twoActs(p) && (!g.grave(p) || g.toldBeside(p.a, p) || g.toldBeside(p.b, p)) || g.m.otherNews(g.nodes[p.a], g.nodes[p.b]) {
		return true
	}
	mean, ok := g.oneStory(g.groups[a], g.groups[b])
	if !ok || mean < threshold {
		return true
	}
	if mean < float64(p.weight)-stale {
		p.weight = float32(mean)
		return false
	}
	if x, y := g.groups[a], g.groups[b]; g.vetoed(x, y) {
		if !g.surely(p, mean) && g.oddTexts(x, y) > oddShare {
			return true
		}
		if x.limits.againstStory(&y.limits) != noVeto || g.tellsAnother(x, y) || g.tellsAnother(y, x) {
			if a, b, ok = g.leaveOut(a, b); !ok {
				return true
			}
		}
	}
	x, y := g.groups[a], g.groups[b]
	if g.contestedStory(x, y) || g.contestedStory(y, x) {
		g.contestedPairs = append(g.contestedPairs, *p)
		return true
	}
	g.join(a, b)
	return true
}

// surely reports whether the groups of a pair tell so much the same, of the
// same people, that a day or a place in one of them is misread, or that of what
// came of it.
func (g *grouping) surely(p *pair, mean float64) bool {
	a, b := g.nodes[p.a], g.nodes[p.b]
	return mean >= sureStory && !g.m.areNotes(a, b) && g.m.sharedNames(a.doc, b.doc) >= sameNames
}

// twoActs reports whether the kinds of a pair say that two things were done.
func (g *grouping) twoActs(p *pair) bool {
	k, l := g.nodes[p.a].kind, g.nodes[p.b].kind
	return g.m.kinds.plain(k) && g.m.kinds.plain(l) && !g.m.kinds.alike[k].has(l)
}

// grave reports whether one of a pair is of harm, which texts tell in many kinds.
func (g *grouping) grave(p *pair) bool {
	return g.m.kinds.grave.has(g.nodes[p.a].kind) || g.m.kinds.grave.has(g.nodes[p.b].kind)
}

// toldBeside reports whether the other text of a pair tells the main happening
// i as well, beside its own: something else that it tells is more like it.
func (g *grouping) toldBeside(i int32, p *pair) bool {
	doc := g.nodes[p.other(i)].doc
	for _, q := range g.rivals.of(i) {
		if q.weight <= p.weight {
			return false
		}
		if g.nodes[q.other(i)].doc == doc {
			return true
		}
	}
	return false
}

// oneStory returns the mean evidence that two groups are of one happening, that
// of their stories taken over all pairs of documents, the rest over samples. It
// reports false when the stories agree much less with each other than each does
// in itself, and nothing but they would join them.
func (g *grouping) oneStory(x, y *group) (mean float64, ok bool) {
	if x.leads == 0 || y.leads == 0 {
		return g.average(x, y), true
	}
	if x.leads == 1 && y.leads == 1 && len(x.nodes)+len(y.nodes) == 2 {
		return g.m.weigh(g.nodes[x.nodes[0]], g.nodes[y.nodes[0]], nil), true
	}
	const large, most = 12, 1 << 14
	if len(x.nodes)+len(y.nodes) < large {
		return g.meanStory(x, y)
	}
	// Two groups of many texts have many pairs, of which each asks again.
	key := [2]int32{x.stamp, y.stamp}
	found, known := g.means[key]
	if !known {
		found.mean, found.ok = g.meanStory(x, y)
		if len(g.means) == most {
			clear(g.means)
		}
		if g.means == nil {
			g.means = map[[2]int32]storyMean{}
		}
		g.means[key] = found
	}
	return found.mean, found.ok
}

// storyMean is what oneStory returns.
type storyMean struct {
	mean float64
	ok   bool
}

// meanStory is oneStory of groups of several texts.
func (g *grouping) meanStory(x, y *group) (mean float64, ok bool) {
	likeness := dot(x.topic, y.topic) / float64(x.leads*y.leads)
	const sample = 4
	sum, rest, n := 0.0, 0.0, 0.0
	for _, i := range spread(x.nodes, sample) {
		for _, j := range spread(y.nodes, sample) {
			a, b := g.nodes[i], g.nodes[j]
			s := likeness
			if !a.lead || !b.lead {
				s = g.m.likeness(a, b)
			}
			w := g.m.weighWith(a, b, nil, s)
			sum += w
			if a.lead && b.lead {
				w -= storyWeight(s)
			}
			rest += w
			n++
		}
	}
	alike := min(x.leads, y.leads) < coherentFrom || likeness >= storyShare*min(coherent, x.coherence(), y.coherence())
	return sum / n, alike || rest/n >= joinAcross
}

// contestedStory reports whether the story x, which tells no day or no place
// that y tells, is about as much like another group that is not y: texts so alike that only a
// slip in a place keeps them apart are no rivals. Of the
// two the one of fewer documents leans on the other; a group far smaller than y
// is no rival to it.
func (g *grouping) contestedStory(x, y *group) bool {
	const (
		most = 16
		odd  = 3 // times smaller
	)
	lacksDay := x.limits.narrowFirst == always && y.limits.narrowFirst != always
	lacksPlace := len(x.limits.places) == 0 && len(y.limits.places) > 0
	least := 0.0
	switch {
	case g.timeless(x) && g.dated(y):
		if g.otherDate(x, y) {
			return true
		}
		mean, _ := g.oneStory(x, y)
		least = mean - rivalGap
	case !lacksDay && !lacksPlace || x.leads > y.leads:
		return false
	default:
		mean, _ := g.oneStory(x, y)
		least = mean - storyGap
	}
	for _, i := range spread(x.nodes, most) {
		for _, q := range g.rivals.of(i) {
			z := g.groups[g.find(q.other(i))]
			if z == x || z == y || z.leads*odd < y.leads || z.leads == 0 {
				continue
			}
			if other, ok := g.oneStory(x, z); !ok || other < least {
				continue
			}
			if y.limits.against(&z.limits, g.m.sites) == dayVeto {
				return true
			}
			if both, ok := g.oneStory(y, z); !ok || both < oneStory {
				return true
			}
		}
	}
	return false
}

// coherence is the mean cosine between two documents of a group.
func (x *group) coherence() float64 {
	n := float64(x.leads)
	return (dot(x.topic, x.topic) - x.self) / (n * (n - 1))
}

// addTerms adds two lists of terms, keeping the weightiest, in the memory of out,
// which is empty.
func addTerms(out, x, y []term) []term {
	out = slices.Grow(out, len(x)+len(y))
	for len(x) > 0 || len(y) > 0 {
		switch {
		case len(y) == 0 || len(x) > 0 && x[0].word < y[0].word:
			out, x = append(out, x[0]), x[1:]
		case len(x) == 0 || y[0].word < x[0].word:
			out, y = append(out, y[0]), y[1:]
		default:
			out = append(out, term{x[0].word, x[0].weight + y[0].weight})
			x, y = x[1:], y[1:]
		}
	}
	if len(out) > 2*topicTerms {
		slices.SortFunc(out, byWeight)
		out = out[:topicTerms]
		slices.SortFunc(out, func(a, b term) int { return cmp.Compare(a.word, b.word) })
	}
	return out
}

// pairQueue is a heap of pairs, the strongest first.
type pairQueue []pair

func (q pairQueue) Len() int { return len(q) }
func (q pairQueue) Less(i, j int) bool {
	return strongestFirst(q[i], q[j]) < 0
}
func (q pairQueue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *pairQueue) Push(p any)   { *q = append(*q, p.(pair)) }
func (q *pairQueue) Pop() any {
	old := *q
	p := old[len(old)-1]
	*q = old[:len(old)-1]
	return p
}
