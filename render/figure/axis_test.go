package figure

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// TestAxisIsMonotone draws axes of any events: later is never further left,
// everything lies between the ends, and stretches follow each other.
func TestAxisIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "events")
		var list []*graph.Event
		for i := range n {
			first := edtf.Day(rapid.IntRange(-900000, 900000).Draw(t, fmt.Sprint("first ", i)))
			if rapid.Bool().Draw(t, "recent") {
				first = edtf.Day(18000 + int(first)%400)
			}
			e := &graph.Event{}
			e.When.Earliest, e.When.Latest = first, first+edtf.Day(rapid.SampledFrom([]int{0, 0, 0, 5, 30, 365, 3650, 36500}).Draw(t, "wide"))
			switch rapid.IntRange(0, 9).Draw(t, "open") {
			case 0:
				e.When.Earliest = edtf.Open
			case 1:
				e.When.Latest = edtf.Open
			}
			list = append(list, e)
		}
		a := newAxis(list, 60, 700)
		if len(a.stretches) == 0 {
			t.Fatal("no stretch")
		}
		for i, s := range a.stretches {
			if s.last <= s.first || s.right <= s.left || s.left < 60-1e-6 || s.right > 700+1e-6 {
				t.Fatalf("stretch %d is %+v", i, s)
			}
			if i > 0 && (s.first < a.stretches[i-1].last || s.left <= a.stretches[i-1].right) {
				t.Fatalf("stretches %+v", a.stretches)
			}
		}
		last := -1e18
		for d := -1000000.0; d <= 1100000; d += 997 {
			x := a.x(d)
			if x < last-1e-9 || x < 60-1e-6 || x > 700+1e-6 {
				t.Fatalf("day %g lies at %g, the one before at %g", d, x, last)
			}
			last = x
		}
	})
}

// TestPackedRowsAreFree packs any intervals: none touch, and as many are placed
// as rows allow.
func TestPackedRowsAreFree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 80).Draw(t, "n")
		rows := rapid.IntRange(1, 12).Draw(t, "rows")
		var list [][]placed
		for i := range n {
			from := rapid.Float64Range(0, 600).Draw(t, "from")
			list = append(list, []placed{{n: i, from: from, to: from + rapid.Float64Range(1, 200).Draw(t, "wide")}})
		}
		out, used := pack(list, rows)
		if used > rows {
			t.Fatalf("%d rows are used, of %d", used, rows)
		}
		for i, p := range out {
			for _, q := range out[:i] {
				if p.row == q.row && p.from < q.to+packGap && q.from < p.to+packGap {
					t.Fatalf("%+v and %+v touch", p, q)
				}
			}
		}
		if n > 0 && len(out) == 0 {
			t.Fatal("nothing is placed")
		}
	})
}
