package graph

import (
	"testing"

	"github.com/dateline-project/dateline/events/edtf"
)

func TestTheYearsOfASentenceAreNoCounts(t *testing.T) {
	for _, c := range []struct {
		sentence    string
		first, last int // years, 0 for none
	}{
		{"Troops took the town in the spring of 1993.", 1993, 1993},
		{"The war that began in May 1992 ended in 1994, they say", 1992, 1994},
		{"Some 2000 people fled in 1200 cars", 1200, 1200}, // a count after "in" cannot be told
		{"Resolution 822 (1993) and 2000 others", 0, 0},
		{"В 1994 году стороны договорились", 1994, 1994},
		{"", 0, 0},
	} {
		first, last := eraOf(c.sentence)
		wantFirst, wantLast := int32(always), int32(never)
		if c.first > 0 {
			wantFirst, wantLast = int32(edtf.NewDay(c.first, 1, 1)), int32(edtf.NewDay(c.last, 12, 31))
		}
		if first != wantFirst || last != wantLast {
			t.Errorf("%q: %d to %d, want %d to %d", c.sentence, first, last, wantFirst, wantLast)
		}
	}
}
