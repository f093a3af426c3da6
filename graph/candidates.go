package graph

import (
	"cmp"
	"context"
	"slices"
)

// Keys are made in rounds, each of a share of all keys, so that few of them
// exist at a time; those of a round are sorted part by part, on all cores.
const (
	keysAtOnce = 6 << 20 // about so many are held at a time
	keysOfNode = 64      // a node has fewer, as a rule
	keyParts   = 64      // of a round, by the upper bits of a key
	keyRun     = 1 << 12 // nodes that one goroutine reads or compares at a time
)

// blockKey is a key of the node that has a rank.
type blockKey struct {
	key  uint64
	rank int32
}

// keysInParts are the keys of a run of nodes; those of part p begin at start[p].
type keysInParts struct {
	keys  []blockKey
	start [keyParts + 1]int32
}

func (k *keysInParts) part(p int) []blockKey { return k.keys[k.start[p]:k.start[p+1]] }

// blocks are the nodes that share a key with others: for each such key the
// ranks of its nodes, in order. A node that stands first in its block has
// firstOfBlock, one of a block of more than blockMost nodes bigBlock.
type blocks struct {
	ranks []uint32
	at    []uint32 // where each rank stands in ranks, rank by rank
	start []uint32 // of each rank, into at
}

const (
	firstOfBlock = 1 << 31
	bigBlock     = 1 << 30
	rankOnly     = bigBlock - 1
)

// candidates returns the pairs of nodes that share a key, have no veto between
// them, and whose evidence is at least that of a rival, in lists one after the
// other. A pair exists only while it is compared, unless it is one of these.
func (m *merger) candidates(ctx context.Context, nodes []*node) ([][]pair, error) {
	byRank, rank := ranked(nodes)
	b, err := m.blocksOf(ctx, nodes, rank)
	if err != nil {
		return nil, err
	}
	found := make([][]pair, (len(nodes)+keyRun-1)/keyRun)
	// The mark of a rank says which node was last compared with it, so that two
	// nodes that share several keys are compared once.
	err = parallelWith(ctx, m.workers, len(found), 1, func(mark *[]int32, k int) {
		if *mark == nil {
			*mark = make([]int32, len(nodes))
		}
		for r := k * keyRun; r < min(len(nodes), (k+1)*keyRun); r++ {
			b.near(int32(r), *mark, func(s int32) {
				if p, ok := m.candidate(nodes, byRank[r], byRank[s]); ok {
					found[k] = append(found[k], p)
				}
			})
		}
	})
	return found, err
}

// ranked returns the nodes in order of their day and then of their documents,
// and the rank of each in that order.
func ranked(nodes []*node) (byRank, rank []int32) {
	day := func(n *node) int32 {
		if n.narrow || n.published == always {
			return n.first
		}
		return n.published
	}
	byRank, rank = places(len(nodes)), make([]int32, len(nodes))
	slices.SortStableFunc(byRank, func(a, b int32) int { return cmp.Compare(day(nodes[a]), day(nodes[b])) })
	for r, i := range byRank {
		rank[i] = int32(r)
	}
	return byRank, rank
}

// blocksOf returns the blocks of nodes.
func (m *merger) blocksOf(ctx context.Context, nodes []*node, rank []int32) (*blocks, error) {
	rounds := 1 + len(nodes)*keysOfNode/keysAtOnce
	runs := make([]keysInParts, (len(nodes)+keyRun-1)/keyRun)
	var parts [][]uint32
	for round := range rounds {
		if err := parallelWith(ctx, m.workers, len(runs), 1, func(k *keys, r int) {
			k.m, k.round, k.rounds = m, uint64(round), uint64(rounds)
			k.read(nodes, rank, r*keyRun, min(len(nodes), (r+1)*keyRun), &runs[r])
		}); err != nil {
			return nil, err
		}
		found := make([][]uint32, keyParts)
		if err := parallelWith(ctx, m.workers, keyParts, 1, func(part *[]blockKey, p int) {
			*part = (*part)[:0]
			for r := range runs {
				*part = append(*part, runs[r].part(p)...)
			}
			found[p] = sharedKeys(*part)
		}); err != nil {
			return nil, err
		}
		parts = append(parts, found...)
	}
	b := &blocks{ranks: slices.Concat(parts...)}
	b.index(len(nodes))
	return b, nil
}

// read fills out with the keys of a run of nodes, in parts.
func (k *keys) read(nodes []*node, rank []int32, from, to int, out *keysInParts) {
	k.all = k.all[:0]
	out.start = [keyParts + 1]int32{}
	for i := from; i < to; i++ {
		k.own = k.own[:0]
		k.of(nodes[i])
		slices.Sort(k.own)
		for _, key := range slices.Compact(k.own) {
			k.all = append(k.all, blockKey{key, rank[i]})
			out.start[partOf(key)+1]++
		}
	}
	for p := range keyParts {
		out.start[p+1] += out.start[p]
	}
	out.keys = slices.Grow(out.keys[:0], len(k.all))[:len(k.all)]
	next := out.start
	for _, key := range k.all {
		p := partOf(key.key)
		out.keys[next[p]] = key
		next[p]++
	}
}

func partOf(key uint64) int { return int(key >> 58) } // keyParts is 1<<6

// sharedKeys returns the blocks of some keys, as blocks.ranks holds them.
func sharedKeys(keys []blockKey) []uint32 {
	slices.SortFunc(keys, func(a, b blockKey) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return cmp.Compare(a.rank, b.rank)
	})
	blocks := func(f func(block []blockKey)) {
		for first := 0; first < len(keys); {
			end := first + 1
			for end < len(keys) && keys[end].key == keys[first].key {
				end++
			}
			if end-first > 1 {
				f(keys[first:end])
			}
			first = end
		}
	}
	n := 0
	blocks(func(block []blockKey) { n += len(block) })
	out := make([]uint32, 0, n)
	blocks(func(block []blockKey) {
		flags := uint32(firstOfBlock)
		if len(block) > blockMost {
			flags |= bigBlock
		}
		for _, k := range block {
			out = append(out, uint32(k.rank)|flags)
			flags &^= firstOfBlock
		}
	})
	return out
}

// index notes where each of n ranks stands.
func (b *blocks) index(n int) {
	b.start, b.at = make([]uint32, n+1), make([]uint32, len(b.ranks))
	for _, r := range b.ranks {
		b.start[r&rankOnly+1]++
	}
	for r := range n {
		b.start[r+1] += b.start[r]
	}
	next := slices.Clone(b.start)
	for i, r := range b.ranks {
		b.at[next[r&rankOnly]] = uint32(i)
		next[r&rankOnly]++
	}
}

// near calls f for each rank after r that stands near it in some block, once.
func (b *blocks) near(r int32, mark []int32, f func(int32)) {
	for _, i := range b.at[b.start[r]:b.start[r+1]] {
		look := blockLook
		if b.ranks[i]&bigBlock != 0 {
			look /= 4
		}
		for _, s := range b.ranks[i+1 : min(len(b.ranks), int(i)+1+look)] {
			if s&firstOfBlock != 0 {
				break
			}
			if s &= rankOnly; mark[s] != r+1 {
				mark[s] = r + 1
				f(int32(s))
			}
		}
	}
}

// candidate weighs two nodes. It reports false for those of one document, for
// a veto, and for evidence that is too little even for a rival.
func (m *merger) candidate(nodes []*node, a, b int32) (pair, bool) {
	if a > b {
		a, b = b, a
	}
	x, y := nodes[a], nodes[b]
	if x.doc == y.doc && x.doc >= 0 || m.between(x, y) != noVeto || (x.adrift() || y.adrift()) && !m.anchored(x, y) {
		return pair{}, false
	}
	w := m.weigh(x, y, nil)
	return pair{a, b, float32(w)}, w >= joinAcross-rivalGap
}
