package chart

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// Position is where an event stands in the graph view: X grows with time, Y
// downwards. Units are arbitrary; neighbours are at least 1 apart in X or Y.
type Position struct{ X, Y float64 }

// columnHeight is how many events of one time stand below each other before
// the next column begins.
const columnHeight = 9

// Positions returns a position for every event, in the order of g.Events: a
// column for each date, in order of time, with gaps that grow with the
// logarithm of the days between. Events without a date stand in columns of
// their own at the end.
func Positions(g *graph.Graph) []Position {
	at := make([]Position, len(g.Events))
	order := make([]int, len(g.Events))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := anchor(&g.Events[a]), anchor(&g.Events[b])
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(g.Events[a].ID, g.Events[b].ID))
	})
	x, column, row := 0.0, math.Inf(-1), 0
	for _, i := range order {
		day := anchor(&g.Events[i])
		switch {
		case math.IsInf(column, -1):
			column, row = day, 0
		case day != column:
			gap := 3.0
			if !math.IsInf(day, 1) {
				gap = math.Log2(1 + day - column)
			}
			x += 1 + min(gap, 5)/2
			column, row = day, 0
		case row == columnHeight:
			x, row = x+0.8, 0
		}
		// Rows fan out from the middle, so that a column of one and a column of
		// nine share their axis; a small shift keeps links from running along rows.
		y := float64((row + 1) / 2)
		if row%2 == 1 {
			y = -y
		}
		at[i] = Position{X: x, Y: y + 0.35*math.Sin(x)}
		row++
	}
	return at
}

// anchor is the day an event stands at: the middle of its bounds, its only
// bound, or infinity without any.
func anchor(e *graph.Event) float64 {
	a, b := e.When.Earliest, e.When.Latest
	switch {
	case a == edtf.Open && b == edtf.Open:
		return math.Inf(1)
	case a == edtf.Open:
		return float64(b)
	case b == edtf.Open:
		return float64(a)
	}
	return (float64(a) + float64(b)) / 2
}
