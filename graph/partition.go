package graph

// A partition is a set of disjoint sets of the numbers from 0 on, with union by
// the least member and path halving (Tarjan and van Leeuwen, 1984).
type partition []int

// newPartition returns the partition of 0 to n-1 into sets of one.
func newPartition(n int) partition {
	p := make(partition, n)
	for i := range p {
		p[i] = i
	}
	return p
}

// find returns the least member of the set of i.
func (p partition) find(i int) int {
	for p[i] != i {
		p[i] = p[p[i]]
		i = p[i]
	}
	return i
}

func (p partition) join(i, j int) {
	i, j = p.find(i), p.find(j)
	p[max(i, j)] = min(i, j)
}

// partsOf returns the members of s by the set that holds their place in s: sets
// in the order of their first members, and these in order.
func partsOf[T any](p partition, s []T) [][]T {
	number := map[int]int{}
	var out [][]T
	for i, x := range s {
		k, ok := number[p.find(i)]
		if !ok {
			k = len(out)
			number[p.find(i)] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], x)
	}
	return out
}
