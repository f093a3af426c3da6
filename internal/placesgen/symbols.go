package main

import (
	"cmp"
	"slices"
)

const (
	symbolCount = 4096 // codes are 12 bits wide
	symbolBytes = 12   // the longest symbol
)

// symbols is a static table of 4096 strings, among them all single bytes, so
// that each name is coded without escapes and can be read alone; after FSST
// (Boncz, Neumann, Leis: FSST: Fast Random Access String Compression, VLDB
// 2020), with wider codes, as names in thirty scripts need more than 255.
type symbols struct {
	list  []string
	index map[string]int
	cost  []int // of coding the text from each byte on
	step  []int // length of the symbol to take at each byte
}

func newSymbols(list []string) *symbols {
	s := &symbols{list: list, index: make(map[string]int, len(list))}
	for i, x := range list {
		s.index[x] = i
	}
	return s
}

// parse splits text into the fewest symbols and calls f with each.
func (s *symbols) parse(text []byte, f func(code int, x []byte)) {
	n := len(text)
	s.cost = append(s.cost[:0], make([]int, n+1)...)
	s.step = append(s.step[:0], make([]int, n+1)...)
	for i := n - 1; i >= 0; i-- {
		s.cost[i], s.step[i] = 1+s.cost[i+1], 1
		for l := 2; l <= symbolBytes && i+l <= n; l++ {
			if _, ok := s.index[string(text[i:i+l])]; ok && 1+s.cost[i+l] <= s.cost[i] {
				s.cost[i], s.step[i] = 1+s.cost[i+l], l
			}
		}
	}
	for i := 0; i < n; i += s.step[i] {
		x := text[i : i+s.step[i]]
		f(s.index[string(x)], x)
	}
}

// encode packs two codes into three bytes, low bits first; an odd last code takes two bytes.
func (s *symbols) encode(dst, text []byte) []byte {
	half := -1
	s.parse(text, func(c int, _ []byte) {
		if half < 0 {
			half = c
			return
		}
		dst = append(dst, byte(half), byte(half>>8|c<<4), byte(c>>4))
		half = -1
	})
	if half >= 0 {
		dst = append(dst, byte(half), byte(half>>8))
	}
	return dst
}

// train finds a table for texts: each round parses them with the table so
// far, counts symbols and pairs of symbols that follow each other, and keeps
// the most frequent.
func train(texts [][]byte) *symbols {
	list := make([]string, 256)
	for c := range list {
		list[c] = string([]byte{byte(c)})
	}
	s := newSymbols(list)
	for range 12 {
		count := map[string]int{}
		for i := 0; i < len(texts); i += 3 {
			var last []byte
			s.parse(texts[i], func(_ int, x []byte) {
				if len(x) > 1 {
					count[string(x)] += 2
				}
				if last != nil && len(last)+len(x) <= symbolBytes {
					count[string(last)+string(x)]++
				}
				last = x
			})
		}
		type counted struct {
			text string
			n    int
		}
		all := make([]counted, 0, len(count))
		for t, n := range count {
			all = append(all, counted{t, n})
		}
		slices.SortFunc(all, func(a, b counted) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.text, b.text)) })
		all = all[:min(len(all), symbolCount-256)]
		next := slices.Clone(list)
		for _, x := range all {
			next = append(next, x.text)
		}
		slices.Sort(next[256:])
		s = newSymbols(next)
	}
	return s
}
