package timex

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// Expected is an expression that somebody annotated: TIMEX3 type and value.
type Expected struct {
	text.Span
	Type  string `json:"type"`
	Value string `json:"value"`
}

// judged reports whether the value of an expected expression counts.
func (x Expected) judged() bool {
	return x.Value != "" && x.Value != "null" && !strings.Contains(x.Value, "XXXX")
}

// Score compares found expressions with expected ones as the scorer of
// TempEval-3 does (UzZaman et al. 2013). The zero value has scored nothing.
type Score struct {
	Gold, System           int // how many were expected, and found
	strict, relaxed, value int
	types                  int
	unjudgedGold, unjudged int // expected ones without a value to judge; such among the relaxed matches
}

// Difference is one found expression that is wrong, or one expected that was
// not found; either may be nil, not both.
type Difference struct {
	Found *Mention
	Want  *Expected
}

// Add scores one document and returns what is wrong, in order of the text.
// Found expressions are taken in order, each matched with the free expected
// one that it shares most bytes with.
func (s *Score) Add(want []Expected, found []Mention) []Difference {
	var wrong []Difference
	exact := map[text.Span]bool{}
	for _, x := range want {
		exact[x.Span] = true
		if !x.judged() {
			s.unjudgedGold++
		}
	}
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b Mention) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	s.Gold += len(want)
	s.System += len(found)
	used := make([]bool, len(want))
	for k := range found {
		m := &found[k]
		if exact[m.Span] {
			exact[m.Span] = false
			s.strict++
		}
		best, shared := -1, 0
		for i, x := range want {
			if n := min(x.End, m.End) - max(x.Start, m.Start); !used[i] && n > shared {
				best, shared = i, n
			}
		}
		if best < 0 {
			wrong = append(wrong, Difference{Found: m})
			continue
		}
		used[best] = true
		x := &want[best]
		s.relaxed++
		if x.Type == m.Type {
			s.types++
		}
		switch {
		case !x.judged():
			s.unjudged++
		case x.Value == m.Value:
			s.value++
		default:
			wrong = append(wrong, Difference{m, x})
		}
	}
	for i := range want {
		if !used[i] {
			wrong = append(wrong, Difference{Want: &want[i]})
		}
	}
	slices.SortStableFunc(wrong, func(a, b Difference) int { return a.start() - b.start() })
	return wrong
}

func (d Difference) start() int {
	if d.Found != nil {
		return d.Found.Start
	}
	return d.Want.Start
}

// Strict is the F1, in per cent, of expressions with the same start and end.
func (s Score) Strict() float64 { return f1(s.strict, s.Gold, s.System) }

// Relaxed is the F1, in per cent, of expressions that overlap, one to one.
func (s Score) Relaxed() float64 { return f1(s.relaxed, s.Gold, s.System) }

// Value is the F1, in per cent, of overlapping expressions with the same
// value. Expected values that are empty, "null" or hold XXXX are not judged:
// such an expression counts neither for nor against.
func (s Score) Value() float64 {
	return f1(s.value, s.Gold-s.unjudgedGold, s.System-s.unjudged)
}

// Type is how many of the overlapping expressions have the expected type, in per cent.
func (s Score) Type() float64 { return 100 * float64(s.types) / float64(max(1, s.relaxed)) }

// String returns all figures in one line.
func (s Score) String() string {
	return fmt.Sprintf("gold %d  system %d  strict %.1f  relaxed %.1f  value %.1f  type %.1f",
		s.Gold, s.System, s.Strict(), s.Relaxed(), s.Value(), s.Type())
}

func f1(n, a, b int) float64 { return 200 * float64(n) / float64(max(1, a+b)) }
