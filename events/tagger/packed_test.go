package tagger

import (
	"math"
	"math/rand/v2"
	"testing"
)

// No score of a sum of packed weights is further from the sum of the weights
// than half of what best takes for too near.
func TestPackedScoresAreNearTheExactOnes(t *testing.T) {
	tagger, err := New()
	if err != nil {
		t.Fatal(err)
	}
	m := tagger.model
	largest := float32(0)
	for _, p := range m.pairs {
		largest = max(largest, p.weight, -p.weight)
	}
	unit := float64(summed*largest) / (middle - summed)
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var exact scores
		sum := m.floor
		for range summed {
			p := m.pairs[r.IntN(len(m.pairs))]
			weights := []pair{p}
			exact.add(weights)
			sum.add(weights)
		}
		for tag := range m.scored {
			got := (float64(sum[tag/4]>>(tag%4*16)&0xffff) - middle) * unit
			if math.Abs(got-float64(exact[tag])) > unit*unsure/2 {
				t.Fatalf("tag %d: %g, want %g within %g", tag, got, exact[tag], unit*unsure/2)
			}
		}
	}
}

func TestBestIsNotSureOfNearScores(t *testing.T) {
	for _, c := range []struct {
		ahead uint64
		sure  bool
	}{{0, false}, {unsure, false}, {unsure + 1, true}, {5000, true}} {
		for tag := range 45 {
			var s packed
			for k := range s {
				s[k] = eachOne * 20_000
			}
			s[tag/4] += c.ahead << (tag % 4 * 16)
			got, sure := s.best()
			if sure != c.sure || sure && int(got) != tag {
				t.Errorf("tag %d, %d ahead: tag %d, sure %t", tag, c.ahead, got, sure)
			}
		}
	}
}
