package graph

import (
	"cmp"
	"context"
	"slices"
)

// merger joins claims into clusters. Its tables are read-only while it runs, but
// claims and now, which are filled in document by document.
type merger struct {
	kinds     *kindTable
	reports   []Report
	docOf     []int32 // the document of each report, -1 when the corpus does not hold it
	claims    []claim // of each report
	whole     bool    // claims keep all that they were read with
	sites     []site
	siteOf    map[string]int32 // the number of each site, by siteKey
	published []int32          // day of each document
	now       []int32          // of each document: its day, or the latest day that it tells of, or always
	family    []int32          // of each document
	table     []word           // of each document, as tableOf
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
	nodes, err := m.withinDocuments(ctx)
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
	m.signature, m.numbers, m.names, m.tells, m.df, m.siteOf = nil, nil, nil, nil, nil, nil // which nothing needs that is derived from clusters
	all = append(all, m.groupTotals()...)
	for _, c := range all {
		slices.Sort(c)
	}
	slices.SortFunc(all, func(a, b []int32) int { return cmp.Compare(a[0], b[0]) })
	step()
	return all, ctx.Err()
}

const (
	reachBack   = 48  // happenings of a document that a report may come back to
	mostReports = 128 // of one happening in one document
)

// withinDocuments reads the claims and joins what one document tells of one
// happening. A report is compared with the reachBack happenings told before it,
// so that a long document costs a linear number of comparisons. Reports of
// documents that the corpus does not hold stay alone, running totals are left out.
func (m *merger) withinDocuments(ctx context.Context) ([]*node, error) {
	var starts []int32 // of the reports of each document
	for i, d := range m.docOf {
		if i == 0 || d < 0 || d != m.docOf[i-1] {
			starts = append(starts, int32(i))
		}
	}
	made := make([][]*node, len(starts))
	starts = append(starts, int32(len(m.docOf)))
	err := parallelWith(ctx, m.workers, len(made), 16, func(rd *reader, k int) {
		if rd.kinds == nil {
			*rd = reader{kinds: m.kinds, siteOf: m.siteOf, df: m.df}
		}
		made[k] = m.withinDocument(rd, starts[k], starts[k+1])
	})
	return slices.Concat(made...), err
}

// withinDocument reads the reports of one document.
func (m *merger) withinDocument(rd *reader, from, to int32) []*node {
	nodes := m.withLead(m.happenings(m.readClaims(rd, from, to)))
	for i := from; i < to && !m.whole; i++ {
		if c := &m.claims[i]; !c.total {
			c.telling = nil
		}
	}
	return nodes
}

// readClaims reads the claims of one document and returns those that are no
// running totals.
func (m *merger) readClaims(rd *reader, from, to int32) []int32 {
	parts, out := make([]telling, to-from), make([]int32, 0, to-from)
	for i := from; i < to; i++ {
		c := &m.claims[i]
		*c = rd.claim(m.reports[i].Report, &parts[i-from])
		if d := m.docOf[i]; d >= 0 {
			c.doc, c.family, c.table = d, m.family[d], m.table[d]
			if m.published[d] == always && c.stated && c.narrow {
				m.now[d] = max(m.now[d], c.last)
			}
		}
		if !c.total {
			out = append(out, i)
		}
	}
	return out
}

// happenings joins claims of one document in order: each is of the happening told
// before that it fits best, the nearest of equals, or of a new one.
func (m *merger) happenings(claims []int32) []*node {
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
	return out
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
