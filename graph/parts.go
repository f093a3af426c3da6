package graph

import "cmp"

// A part is nodes that chains of pairs tie to each other, in order, and all pairs
// between them. No pair ties one of them to a node of another part.
type part struct {
	nodes []int32
	pairs []pair
}

// tied divides n nodes into parts. It returns of each node the first one of its
// part, or -1 if no pair ties it to any, and the parts, in the order of their
// first nodes and each with its pairs in the order of the lists of pairs, which
// it takes: each list is let go of once it is read.
func tied(n int, lists [][]pair) (of []int32, parts []part) {
	of = places(n)
	find := func(i int32) int32 {
		for of[i] != i {
			of[i] = of[of[i]]
			i = of[i]
		}
		return i
	}
	all := 0
	for _, pairs := range lists {
		all += len(pairs)
		for _, p := range pairs {
			if a, b := find(p.a), find(p.b); a != b {
				of[max(a, b)] = min(a, b)
			}
		}
	}
	nodes, ties := make([]int32, n), make([]int32, n) // of each part
	for i := range of {
		of[i] = find(int32(i))
		nodes[of[i]]++
	}
	for _, pairs := range lists {
		for _, p := range pairs {
			ties[of[p.a]]++
		}
	}
	number := make([]int32, n)
	allNodes, allPairs := make([]int32, 0, n), make([]pair, 0, all)
	for i, first := range of {
		if ties[first] == 0 {
			of[i] = -1
			continue
		}
		if int32(i) == first {
			number[i] = int32(len(parts))
			parts = append(parts, part{cut(&allNodes, int(nodes[i])), cut(&allPairs, int(ties[i]))})
		}
		x := &parts[number[first]]
		x.nodes = append(x.nodes, int32(i))
	}
	for k, pairs := range lists {
		for _, p := range pairs {
			x := &parts[number[of[p.a]]]
			x.pairs = append(x.pairs, p)
		}
		lists[k] = nil
	}
	return of, parts
}

// cut takes room for n elements off the rest of a slice's memory.
func cut[T any](rest *[]T, n int) []T {
	out := (*rest)[:0:n]
	*rest = (*rest)[n:n:cap(*rest)]
	return out
}

// strongestFirst orders pairs by weight, and those of one weight by their nodes.
func strongestFirst(p, q pair) int {
	if p.weight != q.weight {
		return cmp.Compare(q.weight, p.weight)
	}
	return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
}
