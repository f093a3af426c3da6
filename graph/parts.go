package graph

import "cmp"

// tied divides n nodes into parts that no chain of pairs ties to each other. It
// returns the part of each node, which is its first node, and the pairs of each
// part that has some, in the order of pairs; the parts share one slice.
func tied(n int, pairs []pair) (part []int32, parts [][]pair) {
	part = make([]int32, n)
	for i := range part {
		part[i] = int32(i)
	}
	find := func(i int32) int32 {
		for part[i] != i {
			part[i] = part[part[i]]
			i = part[i]
		}
		return i
	}
	for _, p := range pairs {
		if a, b := find(p.a), find(p.b); a != b {
			part[max(a, b)] = min(a, b)
		}
	}
	size := make([]int, n) // pairs of each part
	for i := range part {
		part[i] = find(int32(i))
	}
	for _, p := range pairs {
		size[part[p.a]]++
	}
	next := make([]int, n) // of each part, where its next pair goes
	at := 0
	for i, k := range size {
		next[i] = at
		at += k
	}
	all := make([]pair, len(pairs))
	for _, p := range pairs {
		k := part[p.a]
		all[next[k]] = p
		next[k]++
	}
	for i, k := range size {
		if k > 0 {
			parts = append(parts, all[next[i]-k:next[i]])
		}
	}
	return part, parts
}

// strongestFirst orders pairs by weight, and those of one weight by their nodes.
func strongestFirst(p, q pair) int {
	if p.weight != q.weight {
		return cmp.Compare(q.weight, p.weight)
	}
	return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
}
