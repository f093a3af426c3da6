package graph

import (
	"slices"

	"github.com/dateline-project/dateline/events/text"
)

// likeReport is what makes two reports of one family the same report: the
// words of the sentence and of the trigger, in order, whatever the spacing and
// the case, and the kind.
func likeReport(quote, trigger string, kind uint8, scratch *[]text.Token) uint64 {
	h := mix(uint64(kind))
	for _, s := range [...]string{quote, "\x00", trigger} {
		toks := text.AppendTokens((*scratch)[:0], s)
		*scratch = toks
		for _, t := range toks {
			if t.Kind != text.Punct {
				h = mix(h, hash64(lower(t.Text(s))))
			}
		}
		h = mix(h, 1)
	}
	return h
}

// collapse makes one node of what the copies of a text tell of one happening,
// so that a text printed a thousand times is weighed once. A node joins the
// node of an earlier copy with which it has most reports in common, word for
// word, unless a veto stands between them. Its claims become the copies of
// that node, which keeps its place and its words. No node takes two of one
// document, since that document tells them apart. The cost is linear. It
// returns the nodes that are left, in the memory of nodes.
func (m *merger) collapse(nodes []*node) []*node {
	type shared struct {
		family int32
		report uint64
	}
	texts := m.familySizes()
	at := map[shared][]int32{} // nodes kept, by the reports they hold
	kept := nodes[:0]
	lastDoc := make([]int32, 0, len(nodes)) // of each node kept, the last document that joined it
	votes := map[int32]int{}
	for _, n := range nodes {
		if n.doc < 0 || texts[m.family[n.doc]] == 1 {
			kept, lastDoc = append(kept, n), append(lastDoc, n.doc)
			continue
		}
		fam := m.family[n.doc]
		clear(votes)
		best := int32(-1)
		for _, c := range n.members {
			for _, k := range at[shared{fam, m.claims[c].like}] {
				votes[k]++
				if lastDoc[k] != n.doc && (best < 0 || votes[k] > votes[best] || votes[k] == votes[best] && k < best) {
					best = k
				}
			}
		}
		if best >= 0 && kept[best].lead == n.lead && kept[best].limits.against(&n.limits, m.sites) == noVeto && kept[best].limits.join(&n.limits) {
			kept[best].copies = append(kept[best].copies, n.members...)
			lastDoc[best] = n.doc
		} else {
			best = int32(len(kept))
			kept, lastDoc = append(kept, n), append(lastDoc, n.doc)
		}
		for _, c := range n.members {
			s := shared{fam, m.claims[c].like}
			if have := at[s]; len(have) < maxProfiles && !slices.Contains(have, best) {
				at[s] = append(have, best)
			}
		}
	}
	clear(nodes[len(kept):])
	return kept
}

// familySizes returns the number of documents of each family.
func (m *merger) familySizes() []int32 {
	var size []int32
	for _, f := range m.family {
		for int(f) >= len(size) {
			size = append(size, 0)
		}
		size[f]++
	}
	return size
}
