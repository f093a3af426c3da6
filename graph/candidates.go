package graph

import (
	"cmp"
	"context"
	"slices"
)

// Keys, and the pairs that they give, are sorted part by part, so that both
// cores do it and no more than a part of them has to be copied.
const (
	keyParts  = 256 // by the upper bits of a key
	pairParts = 256 // by the first node of a pair
	keyRun    = 1 << 12
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

// candidates returns the pairs of nodes that share a key, have no veto between
// them, and whose evidence is at least that of a rival, in order of their nodes.
func (m *merger) candidates(ctx context.Context, nodes []node) ([]pair, error) {
	byRank, rank := ranked(nodes)
	runs := make([]keysInParts, (len(nodes)+keyRun-1)/keyRun)
	if err := parallelRuns(ctx, m.workers, len(runs), 1, func(r int) {
		runs[r] = m.keysOfRun(nodes, rank, r*keyRun, min(len(nodes), (r+1)*keyRun))
	}); err != nil {
		return nil, err
	}
	codes := make([][]uint64, keyParts) // sorted
	if err := parallelRuns(ctx, m.workers, keyParts, 1, func(p int) {
		var keys []blockKey
		for r := range runs {
			keys = append(keys, runs[r].part(p)...)
		}
		codes[p] = codesOf(nodes, byRank, keys)
	}); err != nil {
		return nil, err
	}
	runs = nil
	found := make([][]pair, pairParts)
	err := parallelRuns(ctx, m.workers, pairParts, 1, func(p int) {
		from, to := uint64(p*len(nodes)/pairParts)<<32, uint64((p+1)*len(nodes)/pairParts)<<32
		var part []uint64
		for _, c := range codes {
			i, _ := slices.BinarySearch(c, from)
			j, _ := slices.BinarySearch(c, to)
			part = append(part, c[i:j]...)
		}
		slices.Sort(part)
		found[p] = m.weighAll(nodes, slices.Compact(part))
	})
	return slices.Concat(found...), err
}

// ranked returns the nodes in order of their day and then of their documents,
// and the rank of each in that order.
func ranked(nodes []node) (byRank, rank []int32) {
	day := func(n *node) int32 {
		if n.narrow || n.published == always {
			return n.first
		}
		return n.published
	}
	byRank, rank = make([]int32, len(nodes)), make([]int32, len(nodes))
	for i := range byRank {
		byRank[i] = int32(i)
	}
	slices.SortStableFunc(byRank, func(a, b int32) int { return cmp.Compare(day(&nodes[a]), day(&nodes[b])) })
	for r, i := range byRank {
		rank[i] = int32(r)
	}
	return byRank, rank
}

// keysOfRun returns the keys of the nodes from to to, half open.
func (m *merger) keysOfRun(nodes []node, rank []int32, from, to int) keysInParts {
	var scratch, own []uint64
	var keys []blockKey
	var out keysInParts
	for i := from; i < to; i++ {
		own = m.keysOf(own[:0], &nodes[i], &scratch)
		slices.Sort(own)
		own = slices.Compact(own)
		for _, k := range own {
			keys = append(keys, blockKey{k, rank[i]})
			out.start[partOf(k)+1]++
		}
	}
	for p := range keyParts {
		out.start[p+1] += out.start[p]
	}
	out.keys = make([]blockKey, len(keys))
	next := out.start
	for _, k := range keys {
		p := partOf(k.key)
		out.keys[next[p]] = k
		next[p]++
	}
	return out
}

func partOf(key uint64) int { return int(key / (1 << 56)) }

// codesOf returns the pairs of nodes that share one of the keys and are near
// each other by rank, each once, in order: the smaller node in the upper half
// of a code, the larger in the lower.
func codesOf(nodes []node, byRank []int32, keys []blockKey) []uint64 {
	slices.SortFunc(keys, func(a, b blockKey) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return cmp.Compare(a.rank, b.rank)
	})
	var out []uint64
	for first := 0; first < len(keys); {
		end := first + 1
		for end < len(keys) && keys[end].key == keys[first].key {
			end++
		}
		block := keys[first:end]
		first = end
		look := blockLook
		if len(block) > blockMost {
			look /= 4
		}
		for i := range block {
			for j := i + 1; j < min(len(block), i+1+look); j++ {
				a, b := byRank[block[i].rank], byRank[block[j].rank]
				if a > b {
					a, b = b, a
				}
				if nodes[a].doc != nodes[b].doc || nodes[a].doc < 0 {
					out = append(out, uint64(a)<<32|uint64(b))
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Clip(slices.Compact(out))
}

// weighAll returns the pairs that have no veto and evidence enough for a rival.
func (m *merger) weighAll(nodes []node, codes []uint64) []pair {
	var out []pair
	for _, c := range codes {
		a, b := int32(c>>32), int32(uint32(c))
		if m.between(&nodes[a], &nodes[b]) != noVeto || (nodes[a].adrift() || nodes[b].adrift()) && !m.anchored(&nodes[a], &nodes[b]) {
			continue
		}
		if w := m.weigh(&nodes[a], &nodes[b], nil); w >= joinAcross-rivalGap {
			out = append(out, pair{a, b, float32(w)})
		}
	}
	return out
}
