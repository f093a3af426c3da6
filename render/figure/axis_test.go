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

// TestAxisOfMillenniaCountsYears draws ten thousand years in a narrow stretch: its
// ticks are years, and not a month in the middle.
func TestAxisOfMillenniaCountsYears(t *testing.T) {
	f, err := newFonts(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ from, to int }{{2021, 12345}, {-9999, 9999}, {-40000, 2020}} {
		var list []*graph.Event
		for y := c.from; y <= c.to; y += (c.to - c.from) / 8 {
			e := &graph.Event{}
			e.When.Earliest = edtf.NewDay(y, 5, 5)
			e.When.Latest = e.When.Earliest
			list = append(list, e)
		}
		ticks := newAxis(list, 60, 200).ticks(f, &english)
		if len(ticks) < 2 {
			t.Errorf("%d to %d has %d ticks", c.from, c.to, len(ticks))
		}
		for _, k := range ticks {
			if k.below != "" {
				t.Errorf("%d to %d has the tick %q above %q", c.from, c.to, k.label, k.below)
			}
		}
	}
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
