package graph

import (
	"math"
	"math/bits"
	"slices"

	"github.com/dateline-project/dateline/events/text"
)

// Copies are looked for on shingles: runs of shingleWords words in lower case.
// A sketch of sketchSize minima (A. Z. Broder, "On the resemblance and
// containment of documents", 1997) in bands of bandRows finds candidates: two
// texts of resemblance j share a band with probability 1-(1-j^2)^64, which is
// 0.6 at j = 0.12 (two in five words changed) and 0.03 at j = 0.02 (one topic).
const (
	shingleWords = 3
	sketchSize   = 128
	bandRows     = 2
	sketchBands  = sketchSize / bandRows
	roundBands   = sketchBands / 4
	maxShingles  = 20_000 // of one document; the rest of a longer one is not compared
)

// A shingler reads the shingles of texts, one text after the other.
type shingler struct {
	tokens []text.Token
	all    []uint64
}

// shingles returns the distinct shingles of the running text of a document, as
// hashes in order; none when it has too few words.
func (r *shingler) shingles(s string, blocks []text.Block) []uint64 {
	r.tokens, r.all = text.AppendTokens(r.tokens[:0], s), r.all[:0]
	var last [shingleWords]uint64
	n, read := 0, inText(blocks)
	for _, t := range r.tokens {
		if t.Kind == text.Punct || !read(t.Start) {
			continue
		}
		copy(last[:], last[1:])
		last[shingleWords-1] = uint64(hashWord(lower(t.Text(s))))
		if n++; n >= shingleWords {
			r.all = append(r.all, mix(last[:]...))
		}
		if len(r.all) == maxShingles {
			break
		}
	}
	slices.Sort(r.all)
	return slices.Clone(slices.Compact(r.all))
}

// bandsOf returns the bands from one on of the sketch of a set, as hashes.
func bandsOf(set []uint64, from int) (bands [roundBands]uint64) {
	bins := sketch(set)
	for k := range bands {
		at := (from + k) * bandRows
		bands[k] = mix(bins[at : at+bandRows]...)
	}
	return bands
}

// twice tells which hashes may have been added more than once: it never misses
// one, and errs on few.
type twice struct{ once, again []uint64 }

// newTwice returns an empty one for n hashes.
func newTwice(n int) twice {
	words := 1 << bits.Len(uint(n/8)) // 8 to 16 bits for each hash
	return twice{make([]uint64, words), make([]uint64, words)}
}

func (t *twice) add(h uint64) {
	i, bit := h/64%uint64(len(t.once)), uint64(1)<<(h%64)
	t.again[i] |= t.once[i] & bit
	t.once[i] |= bit
}

func (t *twice) maybe(h uint64) bool {
	return t.again[h/64%uint64(len(t.again))]>>(h%64)&1 != 0
}

// sketch returns the sketchSize minima of a set by one permutation: the hash's
// top bits choose the bin, empty bins borrow from the next full one (P. Li, A.
// Owen and C.-H. Zhang, "One Permutation Hashing", 2012; A. Shrivastava and P.
// Li, "Densifying One Permutation Hashing", 2014).
func sketch(set []uint64) (bins [sketchSize]uint64) {
	for i := range bins {
		bins[i] = math.MaxUint64
	}
	for _, h := range set {
		h = mix(h)
		i := h >> 57 // 128 bins
		bins[i] = min(bins[i], h<<7)
	}
	full := 0
	for full < sketchSize && bins[full] == math.MaxUint64 {
		full++
	}
	if full == sketchSize {
		return bins
	}
	// From the first full bin backwards round the circle, so that each empty one sees a filled neighbour.
	dist := uint64(0)
	for k := 1; k < sketchSize; k++ {
		i := (full - k + sketchSize) % sketchSize
		next := (i + 1) % sketchSize
		if bins[i] == math.MaxUint64 {
			dist++
			bins[i] = mix(bins[next], dist)
		} else {
			dist = 0
		}
	}
	return bins
}
