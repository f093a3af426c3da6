package figure

import (
	"cmp"
	"slices"

	"github.com/dateline-project/dateline/render/chart"
)

// placed is a mark with its label, on a row of a lane. No two of one row touch.
type placed struct {
	n        int // index into the lane's events
	at       reach
	label    string
	labelX   float64 // start of the label
	from, to float64 // what mark and label cover
	inside   bool    // the label lies on the mark
	row      int
}

const packGap = 5.0 // points between two things on one row

// offers returns the ways to place an event, the best first: label at the
// right, label at the left, label on a mark that is wider, each in full; then
// shortened. width is that of the whole label.
func offers(n int, m *mark, at reach, label string, width float64, left, right float64, cut func(room float64) (string, float64)) []placed {
	var out []placed
	add := func(label string, x, w float64, inside bool) {
		out = append(out, placed{n: n, at: at, label: label, labelX: x, from: min(at.left, x), to: max(at.right, x+w), inside: inside})
	}
	start := at.right + 1.5
	onMark := m.hasLine() && at.right-at.x > 36
	if onMark {
		start = at.x + radius + 2.5
	}
	if start+width <= right {
		add(label, start, width, onMark)
	}
	if end := at.left - 2; end-width >= left {
		add(label, end-width, width, false)
	}
	if len(out) == 0 && at.right-at.left > width+8 { // a bar across the figure
		add(label, max(at.left, left)+4, width, true)
	}
	if len(out) == 0 {
		if room := right - start; room >= at.left-2-left {
			if s, w := cut(room); s != "" {
				add(s, start, w, onMark)
			}
		} else if s, w := cut(at.left - 2 - left); s != "" {
			add(s, at.left-2-w, w, false)
		}
	}
	return out
}

// hasLine reports whether a mark is a symbol on a line that a label may cover.
func (m *mark) hasLine() bool { return !m.isBar() && !m.open.from && !m.open.to }

// isBar reports whether a mark is a bar, for what lasted.
func (m *mark) isBar() bool {
	return m.date.Glyph == chart.GlyphSpan && !m.open.from && !m.open.to
}

// pack places as many as it can on rows, in the order in which they are
// offered; it returns those placed, and how many rows they take. What is
// placed is then ordered by time, each on the first row that is free, which
// takes no more rows (they are intervals of known extent) and reads from the
// upper left to the lower right.
func pack(list [][]placed, rows int) ([]placed, int) {
	taken := [][]placed{}
	fits := func(row []placed, p *placed) (int, bool) {
		i, _ := slices.BinarySearchFunc(row, p.from, func(q placed, x float64) int { return cmp.Compare(q.from, x) })
		if i > 0 && row[i-1].to+packGap > p.from || i < len(row) && row[i].from < p.to+packGap {
			return 0, false
		}
		return i, true
	}
	var chosen []placed
	for _, offered := range list {
	next:
		for _, p := range offered {
			for r := range taken {
				if i, ok := fits(taken[r], &p); ok {
					taken[r] = slices.Insert(taken[r], i, p)
					chosen = append(chosen, p)
					break next
				}
			}
			if len(taken) < rows {
				taken = append(taken, []placed{p})
				chosen = append(chosen, p)
				break next
			}
		}
	}
	slices.SortStableFunc(chosen, func(a, b placed) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.n, b.n)) })
	var ends []float64
	for i := range chosen {
		p := &chosen[i]
		r := slices.IndexFunc(ends, func(end float64) bool { return end+packGap <= p.from })
		if r < 0 {
			r = len(ends)
			ends = append(ends, 0)
		}
		p.row, ends[r] = r, p.to
	}
	return chosen, len(ends)
}
