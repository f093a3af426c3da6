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
	signature [][]term  // of each document
	numbers   []termSet // which terms of the signature of each document are numbers
	names     [][]term  // of each document, those it tells most of; nil for few
	tells     []bool    // which documents have the words to tell a story
	rareName  int32     // how many documents hold a name that is rare, at most
	workers   int
}

// merge returns the clusters of claims, each sorted, in the order of their
// first claim. Every claim is in exactly one. It can be asked for once, as it
// lets go of what only it needs.
func (m *merger) merge(ctx context.Context, step func()) ([][]int32, error) {
	totals, rest := m.splitTotals()
	nodes, err := m.withinDocuments(ctx, rest)
	if err != nil {
		return nil, err
	}
	nodes = m.collapse(nodes)
	step()
	pairs, err := m.candidates(ctx, nodes)
	if err != nil {
		return nil, err
	}
	step()
	all := m.byDeed(m.cluster(ctx, nodes, pairs, joinAcross))
	m.signature, m.numbers, m.names, m.tells, m.df = nil, nil, nil, nil, nil // which nothing needs that is derived from clusters
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
func (m *merger) withinDocuments(ctx context.Context, rest []int32) ([]*node, error) {
	var spans [][]int32
	for i := 0; i < len(rest); {
		j := i + 1
		for j < len(rest) && m.claims[rest[j]].doc == m.claims[rest[i]].doc && m.claims[rest[i]].doc >= 0 {
			j++
		}
		spans = append(spans, rest[i:j])
		i = j
	}
	made := make([][]*node, len(spans))
	err := m.parallel(ctx, len(spans), func(s int) { made[s] = m.withinDocument(spans[s]) })
	return slices.Concat(made...), err
}

// withinDocument reads the reports of one document in order: each is of the
// happening told before that it fits best, the nearest of equals, or of a new one.
func (m *merger) withinDocument(claims []int32) []*node {
	var out []*node
	n := &node{}
	for k, c := range claims {
		m.pool(n, claims[k:k+1:k+1])
		best, most := -1, joinWithin
		for i := max(0, len(out)-reachBack); i < len(out); i++ {
			if n.adrift() && !n.definite && n.at-out[i].latest > nearBytes || m.between(out[i], n) != noVeto || m.toldElsewhere(out[i], n) {
				continue
			}
			if w := m.weigh(out[i], n, nil); w >= most {
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
			n = &node{}
			continue
		}
		at := out[best].at
		m.pool(out[best], append(slices.Clip(out[best].members), c))
		out[best].at = at
		out[best].latest = n.at
	}
	return m.withLead(out)
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

// sameSpotKm is how many kilometres apart two names in one text may lie and be of one spot.
const sameSpotKm = 5

// toldElsewhere reports whether n tells in another town what some report of a tells in its
// own, and both count whom it harmed: "Two men were shot dead in Gary. Hours later a woman
// was shot dead in Hammond". What befalls a whole area does so in many towns.
func (m *merger) toldElsewhere(a, n *node) bool {
	c := &m.claims[n.members[0]]
	return m.countsInTown(c) && slices.ContainsFunc(a.members, func(i int32) bool {
		o := &m.claims[i]
		return o.kind == c.kind && m.countsInTown(o) && !meet(o.local, c.local) && m.nearest(o.local, c.local) > sameSpotKm
	}) && !meet(a.local, c.local)
}

// countsInTown reports whether a claim tells anew of an act, names its town and counts whom it harmed.
func (m *merger) countsInTown(c *claim) bool {
	return !c.definite && len(c.figures) > 0 && m.kinds.plain(c.kind) && !m.kinds.spread.has(c.kind) &&
		len(c.local) > 0 && !slices.ContainsFunc(c.local, func(p int32) bool { return !slices.Contains(c.quoted, p) })
}

func (m *merger) parallel(ctx context.Context, n int, f func(int)) error {
	return parallel(ctx, m.workers, n, f)
}
