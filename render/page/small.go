package page

import (
	"math"
	"slices"
)

// set is a list of distinct numbers in the order they were added.
type set []int

func (s *set) add(n int) {
	if !slices.Contains(*s, n) {
		*s = append(*s, n)
	}
}

// lookup returns the number of id, -1 when there is none.
func lookup(m map[string]int, id string) int {
	if n, ok := m[id]; ok {
		return n
	}
	return -1
}

// numbers returns the numbers of the ids that have one, in their order.
func numbers(m map[string]int, ids []string) []int {
	list := make([]int, 0, len(ids))
	for _, id := range ids {
		if n, ok := m[id]; ok {
			list = append(list, n)
		}
	}
	return list
}

// holds reports whether want stands in s at the bytes from start to end.
func holds(s string, start, end int, want string) bool {
	return 0 <= start && start <= end && end <= len(s) && s[start:end] == want
}

// clamp returns an offset as a column holds it.
func clamp(n int) int { return max(0, min(n, math.MaxInt32)) }
