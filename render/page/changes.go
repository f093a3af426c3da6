package page

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/graph"
)

// A change is where a copy leaves its original: the words of the original that
// it drops, and the words that it puts there. One of the two may be empty.
type change struct{ dropped, added stretch }

// stretch is a run of words of a text, by their numbers, half open.
type stretch struct{ from, to int }

func (s stretch) len() int { return s.to - s.from }

// running is the running text of a document as words, without its provenance
// and what a page put around it, as families of copies compare it.
type running struct {
	words []text.Token
	keys  []int32 // of each word; equal words of texts that are compared have equal keys
}

const (
	anchorWords   = 3      // words in a row that both texts hold once are an anchor
	comparedWords = 50_000 // of a text that are compared; what follows in a longer one is left out
)

// runningText reads a document. Words are numbered by keys.
func runningText(d *graph.Document, keys map[string]int32) *running {
	r, b := &running{}, 0
	for _, t := range text.AppendTokens(nil, d.Text) {
		for b < len(d.Blocks) && int(t.Start) >= d.Blocks[b].End {
			b++
		}
		apart := b < len(d.Blocks) && int(t.Start) >= d.Blocks[b].Start && (d.Blocks[b].Role == text.Metadata || d.Blocks[b].Role == text.Furniture)
		if apart || t.Kind == text.Punct {
			continue
		}
		if len(r.words) == comparedWords {
			break
		}
		word := strings.ToLower(t.Text(d.Text))
		key, ok := keys[word]
		if !ok {
			key = int32(len(keys))
			keys[word] = key
		}
		r.words, r.keys = append(r.words, t), append(r.keys, key)
	}
	return r
}

// span returns the bytes of a stretch; of an empty one, the place where it would stand.
func (r *running) span(s stretch) text.Span {
	switch {
	case s.from < s.to:
		return text.Span{Start: int(r.words[s.from].Start), End: int(r.words[s.to-1].End)}
	case s.from > 0:
		return text.Span{Start: int(r.words[s.from-1].End), End: int(r.words[s.from-1].End)}
	}
	return text.Span{}
}

// compareTexts returns where a copy leaves its original, in order, and how many
// words of the copy were kept from it. Case and punctuation are no change.
//
// Runs of words that each text holds once are anchors, as lines are in B.
// Cohen's patience diff; the longest chain of them that both texts hold in order (J. Szymanski,
// "A special case of the maximal common subsequence problem", 1975), each grown
// in both directions, is what was kept. The cost is that of sorting the words.
func compareTexts(original, copied *running) (changes []change, kept int) {
	a, b := original.keys, copied.keys
	i, j := 0, 0 // up to which words both are told
	tell := func(s, t int) {
		if i < s || j < t {
			changes = append(changes, change{stretch{i, s}, stretch{j, t}})
		}
	}
	keep := func(s, t int) {
		for s < len(a) && t < len(b) && a[s] == b[t] {
			s, t, kept = s+1, t+1, kept+1
		}
		i, j = s, t
	}
	keep(0, 0)
	for _, m := range anchors(a, b) {
		s, t := m[0], m[1]
		if s < i || t < j {
			continue // within what was grown from another
		}
		for s > i && t > j && a[s-1] == b[t-1] {
			s, t = s-1, t-1
		}
		tell(s, t)
		keep(s, t)
	}
	s, t := len(a), len(b)
	for s > i && t > j && a[s-1] == b[t-1] {
		s, t, kept = s-1, t-1, kept+1
	}
	tell(s, t)
	return changes, kept
}

// anchors returns the longest chain of places, in order in both texts, where a
// run of words stands that each of them holds once.
func anchors(a, b []int32) [][2]int {
	inA, inB := once(a), once(b)
	var pairs [][2]int
	for run, i := range inA {
		if j, ok := inB[run]; ok && i >= 0 && j >= 0 {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	slices.SortFunc(pairs, func(x, y [2]int) int { return x[0] - y[0] })
	// The longest increasing run of second places: ends[n] is the pair that ends the one of
	// n+1 pairs with the least second place, before the pair ahead of each in it.
	before, ends := make([]int, len(pairs)), []int{}
	for k, p := range pairs {
		n, _ := slices.BinarySearchFunc(ends, p[1], func(e, want int) int { return pairs[e][1] - want })
		before[k] = -1
		if n > 0 {
			before[k] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, k)
		} else {
			ends[n] = k
		}
	}
	chain := make([][2]int, len(ends))
	if len(ends) > 0 {
		for n, k := len(ends)-1, ends[len(ends)-1]; n >= 0; n, k = n-1, before[k] {
			chain[n] = pairs[k]
		}
	}
	return chain
}

// once returns where each run of words stands, -1 for one that stands in several places.
func once(keys []int32) map[[anchorWords]int32]int {
	at := map[[anchorWords]int32]int{}
	for i := 0; i+anchorWords <= len(keys); i++ {
		run := [anchorWords]int32(keys[i : i+anchorWords])
		if _, ok := at[run]; ok {
			at[run] = -1
		} else {
			at[run] = i
		}
	}
	return at
}
