package graph

import (
	"cmp"
	"math"
	"slices"
)

// LayoutOptions says what to place, and how far apart. The zero value places
// every event in one lane.
type LayoutOptions struct {
	Events []string // ids of the events to place; nil for all
	// Lane names the lane of an event; lanes lie in alphabetical order. nil
	// puts every event into one lane.
	Lane   func(*Event) string
	Column float64 // distance of two columns; 0 means 40
	Row    float64 // distance of two rows; 0 means 24
}

// Position is where an event is drawn: X grows with time, Y downwards. No two
// events have the same position, and two in one column lie at least a row apart.
type Position struct {
	Event string  `json:"event"`
	Lane  string  `json:"lane"`
	X     float64 `json:"x"`
	Y     float64 `json:"y"`
}

const (
	cellRows  = 12 // rows of one day in one lane; more events make another column
	sweeps    = 4  // passes of the crossing reduction, there and back
	gapWeight = 0.5
)

// spot is an event on its way to a position.
type spot struct {
	event  int32
	lane   int
	time   int32
	column int
	row    int
	order  float64 // barycentre of its neighbours
}

// Layout places events for the graph view: a column for each day on which some
// of them start, further apart the longer the time between (a half column for
// each doubling of the days), undated events in the last columns; lanes one
// below the other; rows within a lane so that links cross little (barycentre
// heuristic of K. Sugiyama, S. Tagawa and M. Toda, 1981). Positions are in the
// order of the graph's events. It takes time linear in events and links but
// for sorting, and gives the same positions for the same graph.
func (g *Graph) Layout(opt LayoutOptions) []Position {
	if opt.Column <= 0 {
		opt.Column = 40
	}
	if opt.Row <= 0 {
		opt.Row = 24
	}
	spots, lanes := g.spots(opt)
	x := columns(spots, opt.Column)
	neighbours := g.spotLinks(spots)
	reduceCrossings(spots, neighbours)
	heights := make([]int, len(lanes))
	for _, s := range spots {
		heights[s.lane] = max(heights[s.lane], s.row+1)
	}
	top := make([]float64, len(lanes))
	y := 0.0
	for i, h := range heights {
		top[i] = y
		y += float64(h+1) * opt.Row
	}
	slices.SortFunc(spots, func(a, b spot) int { return cmp.Compare(a.event, b.event) })
	out := make([]Position, len(spots))
	for i, s := range spots {
		out[i] = Position{Event: g.Events[s.event].ID, Lane: lanes[s.lane], X: x[s.column], Y: top[s.lane] + float64(s.row)*opt.Row}
	}
	return out
}

// spots returns the events to place, ordered by time, lane and place in the graph.
func (g *Graph) spots(opt LayoutOptions) ([]spot, []string) {
	var wanted map[string]bool
	if opt.Events != nil {
		wanted = make(map[string]bool, len(opt.Events))
		for _, id := range opt.Events {
			wanted[id] = true
		}
	}
	lane := opt.Lane
	if lane == nil {
		lane = func(*Event) string { return "" }
	}
	var spots []spot
	names := []string{}
	at := map[string]int{}
	of := []string{}
	for i := range g.Events {
		e := &g.Events[i]
		if wanted != nil && !wanted[e.ID] {
			continue
		}
		f, l := interval(e.When)
		spots = append(spots, spot{event: int32(i), time: timeKey(f, l)})
		name := lane(e)
		of = append(of, name)
		if _, ok := at[name]; !ok {
			at[name] = 0
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for i, n := range names {
		at[n] = i
	}
	for i := range spots {
		spots[i].lane = at[of[i]]
	}
	slices.SortStableFunc(spots, func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.time, b.time), cmp.Compare(a.lane, b.lane), cmp.Compare(a.event, b.event))
	})
	return spots, names
}

// columns gives each spot its column and first row, and returns where columns lie.
func columns(spots []spot, width float64) []float64 {
	var xs []float64
	for i := 0; i < len(spots); {
		j, wide := i, 1
		for j < len(spots) && spots[j].time == spots[i].time {
			k := j
			for k < len(spots) && spots[k].time == spots[j].time && spots[k].lane == spots[j].lane {
				spots[k].column = len(xs) + (k-j)/cellRows
				spots[k].row = (k - j) % cellRows
				k++
			}
			wide = max(wide, (k-j+cellRows-1)/cellRows)
			j = k
		}
		x := 0.0
		if n := len(xs); n > 0 {
			x = xs[n-1] + width
			if gap := float64(spots[i].time) - float64(spots[i-1].time); spots[i].time == never {
				x += 4 * width // undated ones stand apart
			} else if gap > 1 {
				x += width * gapWeight * math.Log2(gap)
			}
		}
		for range wide {
			xs = append(xs, math.Round(x))
			x += width
		}
		i = j
	}
	return xs
}

// spotLinks returns the neighbours of each spot by index.
func (g *Graph) spotLinks(spots []spot) [][]int32 {
	at := make(map[string]int32, len(spots))
	for i, s := range spots {
		at[g.Events[s.event].ID] = int32(i)
	}
	out := make([][]int32, len(spots))
	for i := range g.Links {
		a, ok := at[g.Links[i].From]
		b, ok2 := at[g.Links[i].To]
		if ok && ok2 && a != b {
			out[a] = append(out[a], b)
			out[b] = append(out[b], a)
		}
	}
	return out
}

// reduceCrossings reorders the rows of each column and lane by the mean height
// of the neighbours, sweeping forth and back.
func reduceCrossings(spots []spot, neighbours [][]int32) {
	var cells [][2]int
	for i := 0; i < len(spots); {
		j := i
		for j < len(spots) && spots[j].column == spots[i].column && spots[j].lane == spots[i].lane {
			j++
		}
		cells = append(cells, [2]int{i, j})
		i = j
	}
	height := func(s *spot) float64 { return float64(s.lane)*cellRows + float64(s.row) }
	index := make([]int32, cellRows)
	for sweep := range 2 * sweeps {
		for n := range cells {
			c := cells[n]
			if sweep%2 == 1 {
				c = cells[len(cells)-1-n]
			}
			// A lone spot may still move to the row of its neighbours.
			if c[1]-c[0] == 1 {
				s := &spots[c[0]]
				if len(neighbours[c[0]]) > 0 {
					same, sum := 0, 0.0
					for _, k := range neighbours[c[0]] {
						if spots[k].lane == s.lane {
							same++
							sum += float64(spots[k].row)
						}
					}
					if same > 0 {
						s.row = min(cellRows-1, int(sum/float64(same)+0.5))
					}
				}
				continue
			}
			for i := c[0]; i < c[1]; i++ {
				spots[i].order = height(&spots[i])
				if nb := neighbours[i]; len(nb) > 0 {
					sum := 0.0
					for _, k := range nb {
						sum += height(&spots[k])
					}
					spots[i].order = sum / float64(len(nb))
				}
			}
			index = index[:0]
			for i := c[0]; i < c[1]; i++ {
				index = append(index, int32(i))
			}
			slices.SortStableFunc(index, func(a, b int32) int {
				return cmp.Or(cmp.Compare(spots[a].order, spots[b].order), cmp.Compare(spots[a].event, spots[b].event))
			})
			for row, i := range index {
				spots[i].row = row
			}
		}
	}
}
