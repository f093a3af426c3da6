package graph

import (
	"math"
	"math/bits"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// A word is the 32-bit FNV-1a hash of a word's stem in lower case. Two words of
// one corpus share a hash about once in 40,000 words; a shared hash costs a
// little evidence, never correctness.
type word uint32

const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

func hashWord(s string) word {
	h := uint32(fnvOffset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return word(h)
}

// mix combines hashes into one, order mattering; it is the finaliser of
// SplitMix64 (Steele, Lea and Flood, 2014) over a running sum.
func mix(parts ...uint64) uint64 {
	var h uint64
	for _, p := range parts {
		h += p + 0x9e3779b97f4a7c15
		h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
		h = (h ^ h>>27) * 0x94d049bb133111eb
		h ^= h >> 31
	}
	return h
}

// stem takes the commonest English endings off a word in lower case. It is
// meant to bring "strikes", "striking" and "strike" near each other, not to
// find roots; words of other alphabets pass unchanged.
func stem(w string) string {
	n := len(w)
	switch {
	case n > 4 && strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case n > 4 && strings.HasSuffix(w, "sses"):
		return w[:n-2]
	case n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i':
		w, n = w[:n-1], n-1
	}
	switch {
	case n > 5 && strings.HasSuffix(w, "ing"):
		w = w[:n-3]
	case n > 4 && strings.HasSuffix(w, "ed"):
		w = w[:n-2]
	}
	if n = len(w); n > 3 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	if n = len(w); n > 3 && w[n-1] == w[n-2] && w[n-1] != 's' {
		w = w[:n-1]
	}
	return w
}

// root takes off a word in lower case what stem takes off, and the ending of a
// noun made from a verb: "deliver" of "deliveries" and of "delivered".
func root(w string) string {
	const least = 4 // letters that are left
	w = stem(w)
	for _, e := range english().nounEndings {
		if len(w)-len(e) >= least && strings.HasSuffix(w, e) {
			return stem(w[:len(w)-len(e)])
		}
	}
	return w
}

// lower returns s in lower case without allocating where nothing changes.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || 'A' <= c && c <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}

// appendWords appends the words of s that can tell one happening from another,
// in their order: no stop words, no single letters, no one-digit numbers.
func appendWords(dst []word, s string, scratch *[]text.Token) []word {
	toks := text.AppendTokens((*scratch)[:0], s)
	*scratch = toks
	stop := english().stop
	for _, t := range toks {
		if t.Kind == text.Punct || t.End-t.Start < 2 {
			continue
		}
		w := t.Text(s)
		if t.Kind == text.Word {
			w = stem(lower(w))
		}
		if h := hashWord(w); len(w) > 1 && !stop[h] {
			dst = append(dst, h)
		}
	}
	return dst
}

// wordSet returns the distinct words of s, sorted by hash.
func wordSet(s string, scratch *[]text.Token) []word {
	w := appendWords(nil, s, scratch)
	slices.Sort(w)
	return slices.Clip(slices.Compact(w))
}

// rarity is the weight of a word that df documents hold: df to the power of
// -0.35, on df rounded down to a power of two. It falls like the usual inverse
// document frequency, but does not depend on the size of the corpus, so that a
// document that shares no word with an event cannot change how it is merged.
func rarity(df int32) float32 { return rarities[power(df)] }

// power returns the power of two that df is rounded down to.
func power(df int32) uint8 { return uint8(bits.Len32(uint32(max(1, df))) - 1) }

// rarities and their squares, by power.
var rarities, squares = func() (r, s [32]float32) {
	for i := range r {
		r[i] = float32(math.Pow(2, -0.35*float64(i)))
		s[i] = r[i] * r[i]
	}
	return r, s
}()

// A bag is a sorted set of words with the power of how many documents hold
// each, and the sum of the squares of their weights.
type bag struct {
	words []word
	power []uint8
	sum   float64
}

// likeness is the cosine of two bags, 0 to 1.
func (a *bag) likeness(b *bag) float64 {
	var dot float32
	for i, j := 0, 0; i < len(a.words) && j < len(b.words); {
		x, y := a.words[i], b.words[j]
		if x == y {
			dot += squares[a.power[i]]
		}
		i += atMost(x, y)
		j += atMost(y, x)
	}
	if dot == 0 {
		return 0
	}
	return float64(dot) / math.Sqrt(a.sum*b.sum)
}

// atMost is 1 if x is at most y, else 0. It makes no jump: which of two sorted
// sets has the smaller word next cannot be foretold, and a processor that
// guesses wrong loses more time than the whole comparison takes.
func atMost(x, y word) int { return int(uint64(int64(x)-int64(y)-1) >> 63) }

// union returns the words of both bags.
func (a *bag) union(b *bag) bag {
	n := len(a.words) + len(b.words)
	out := bag{words: make([]word, 0, n), power: make([]uint8, 0, n)}
	add := func(from *bag, i int) {
		out.words = append(out.words, from.words[i])
		out.power = append(out.power, from.power[i])
		out.sum += float64(squares[from.power[i]])
	}
	i, j := 0, 0
	for i < len(a.words) || j < len(b.words) {
		switch {
		case j == len(b.words) || i < len(a.words) && a.words[i] < b.words[j]:
			add(a, i)
			i++
		case i == len(a.words) || b.words[j] < a.words[i]:
			add(b, j)
			j++
		default:
			add(a, i)
			i, j = i+1, j+1
		}
	}
	return out
}

// inCommon counts the elements of both of two sorted sets, without a jump as
// likeness does.
func inCommon(a, b []uint64) int {
	n := uint64(0)
	for i, j := uint64(0), uint64(0); i < uint64(len(a)) && j < uint64(len(b)); {
		x, y := a[i], b[j]
		_, less := bits.Sub64(x, y, 0)
		_, more := bits.Sub64(y, x, 0)
		n += 1 - less - more
		i += 1 - more
		j += 1 - less
	}
	return int(n)
}

// common calls f for each element of both of two sorted sets.
func common[T word | int32 | uint64](a, b []T, f func(T)) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			f(a[0])
			a, b = a[1:], b[1:]
		}
	}
}

// meet reports whether two sorted sets share an element.
func meet[T word | int32](a, b []T) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			return true
		}
	}
	return false
}

// subset reports whether every element of the sorted set a is in b.
func subset[T word | int32](a, b []T) bool {
	for _, x := range a {
		if _, ok := slices.BinarySearch(b, x); !ok {
			return false
		}
	}
	return true
}
