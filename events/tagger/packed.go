package tagger

import (
	"math"
	"math/bits"
)

// Summing up what speaks for each of some forty tags is most of the work of
// tagging. packed does it for four tags in one addition, with weights that are
// rounded, and says whether the best tag is so far ahead of the others that
// rounding cannot have decided; only if it is not, the sum of prose is made.

// packed holds a score for each tag, four to a word, in fixed-point numbers of
// sixteen bits. A sum of them is that of each tag as long as the one that
// begins with model.floor stays within 0 and 1<<15 for every tag, which
// model.setScale provides for.
type packed [maxScored / 4]uint64

// summed is how many weights at most speak for or against one tag: those of
// the word itself (its own, its ending's, its first letter's and the bias), of
// the two tags before it, each and both, of the word after the tag before it,
// of the words beside it and their endings, and of those one further on.
const summed = 4 + 3 + 1 + 2*2 + 2

const (
	middle  = 1 << 14                   // where the score of a tag begins
	unsure  = summed + 1                // two sums this far apart, each rounded by half a unit a weight, may be the other way round
	eachOne = 1 | 1<<16 | 1<<32 | 1<<48 // multiplies into all four
	highest = eachOne << 15             // the bit that no score has
)

// setScale chooses the unit of packed scores so that no sum of the model's
// weights leaves its sixteen bits, and writes each weight in it.
func (m *model) setScale() {
	largest := float32(0)
	for _, p := range m.pairs {
		largest = max(largest, p.weight, -p.weight)
	}
	scale := (middle - summed) / (summed * max(largest, 1))
	for i := range m.pairs {
		p := &m.pairs[i]
		p.fixed = int16(math.RoundToEven(float64(p.weight * scale)))
	}
	for t := range m.scored {
		m.floor[t/4] |= middle << (t % 4 * 16)
	}
}

// packContexts sums up what two tags say of the word after them.
func (m *model) packContexts() {
	for t := range m.contexts {
		for u := range m.contexts[t] {
			m.contexts[t][u] = m.sum(packed{}, m.before[t], m.second[u], m.both[t][u])
		}
	}
}

// sum returns s and the weights of rows.
func (m *model) sum(s packed, rows ...row) packed {
	for _, r := range rows {
		s.add(m.row(r))
	}
	return s
}

// nothing is what most words say of their neighbours.
var nothing packed

// packed returns the sum of two rows.
func (m *model) packed(r, q row) *packed {
	if r == 0 && q == 0 {
		return &nothing
	}
	s := m.sum(packed{}, r, q)
	return &s
}

// add adds weights to the scores.
func (s *packed) add(weights []pair) {
	for i := range weights {
		p := &weights[i]
		s[p.tag/4] += uint64(p.fixed) << (p.tag % 4 * 16)
	}
}

// addAll adds the scores of all that stands round a word.
func (s *packed) addAll(a, b, c, d, e *packed) {
	as, bs, cs, ds, es := a[:], b[:], c[:], d[:], e[:] // so that each pointer is checked once
	for i := range s {
		s[i] += as[i] + bs[i] + cs[i] + ds[i] + es[i]
	}
}

// larger returns the larger of each of the four scores of x and y.
func larger(x, y uint64) uint64 {
	higher := (x | highest - y) & highest // of each four, whether x is at least as high
	higher -= higher >> 15
	return y ^ (x^y)&higher
}

// best returns the tag with the highest score. It is not sure if another one
// comes so near that the sum of the weights as they are might be higher.
func (s *packed) best() (tag uint8, sure bool) {
	even, odd := s[0], s[1]
	for i := 2; i < len(s); i += 2 {
		even, odd = larger(s[i], even), larger(s[i+1], odd)
	}
	most := larger(even, odd)
	top := max(most&0xffff, most>>16&0xffff, most>>32&0xffff, most>>48)
	from := (top - min(top, unsure)) * eachOne
	near := uint64(0) // bit 16*k+15-i is set when score k of s[i] comes near
	for i, x := range s {
		near |= (x | highest - from) & highest >> i
	}
	at := bits.TrailingZeros64(near)
	return uint8(4*(15-at%16) + at/16), near&(near-1) == 0
}
