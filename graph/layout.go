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
// events have the same position: two of one layer lie at least a row apart.
type Position struct {
	Event string  `json:"event"`
	Lane  string  `json:"lane"`
	X     float64 `json:"x"`
	Y     float64 `json:"y"`
}

const (
	sweeps    = 4    // passes of the crossing reduction, there and back
	gapWeight = 0.15 // columns for each doubling of the days between two layers
	mostGap   = 1    // columns
	stagger   = 0.4  // columns, over which the days of one layer lie
	shape     = 1.8  // width to height, from which layers get more rows
	layerDays = 7    // days between two events that may always stand in one layer
)

// rowsTried are the numbers of rows that a lane may have in a layer.
var rowsTried = []int{1, 2, 3, 4, 6, 8, 12, 16, 24}

// spot is an event on its way to a position.
type spot struct {
	event  int32
	lane   int
	time   int32
	column int
	ahead  float64 // of its column, in columns
	row    int
	order  float64 // barycentre of its neighbours
}

// Layout places events for the graph view. It cuts time into layers, the
// columns of the drawing: days that follow each other share one as long as each
// lane has a row for each of its events, later days a little further right, so
// that X grows with time. Rows are as many as make the whole about twice as wide
// as high. Layers lie further apart the longer the time between, and undated
// events come last. Lanes lie one below the other; within them rows are chosen
// so that links cross little (barycentre heuristic of K. Sugiyama, S. Tagawa and
// M. Toda, 1981). Positions are in the order of the graph's events. It takes
// time linear in events and links but for sorting, and gives the same positions
// for the same graph.
func (g *Graph) Layout(opt LayoutOptions) []Position {
	if opt.Column <= 0 {
		opt.Column = 40
	}
	if opt.Row <= 0 {
		opt.Row = 24
	}
	spots, lanes := g.spots(opt)
	var l layers
	for _, rows := range rowsTried {
		l = cutLayers(spots, len(lanes), rows)
		if l.width()*opt.Column <= shape*float64(l.height())*opt.Row {
			break
		}
	}
	slices.SortStableFunc(spots, func(a, b spot) int { return cmp.Or(cmp.Compare(a.column, b.column), cmp.Compare(a.lane, b.lane)) })
	reduceCrossings(spots, g.spotLinks(spots), l.rows)
	top := make([]float64, len(lanes))
	y := 0.0
	for i, h := range l.rows {
		top[i] = y
		y += float64(h+1) * opt.Row
	}
	slices.SortFunc(spots, func(a, b spot) int { return cmp.Compare(a.event, b.event) })
	out := make([]Position, len(spots))
	for i, s := range spots {
		x := (l.xs[s.column] + s.ahead) * opt.Column
		out[i] = Position{Event: g.Events[s.event].ID, Lane: lanes[s.lane], X: math.Round(100*x) / 100, Y: top[s.lane] + float64(s.row)*opt.Row}
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

// layers is how time is cut: where columns lie, in columns, and how many rows
// each lane has.
type layers struct {
	xs   []float64
	rows []int
}

func (l *layers) width() float64 {
	if len(l.xs) == 0 {
		return 0
	}
	return l.xs[len(l.xs)-1] + 1
}

func (l *layers) height() (n int) {
	for _, r := range l.rows {
		n += r + 1
	}
	return n
}

// cutLayers gives each spot, which are in order of time and lane, its column and
// first row, with that many rows a lane.
func cutLayers(spots []spot, lanes, rows int) layers {
	l := layers{rows: make([]int, lanes)}
	count := make([]int, lanes) // of the layer so far
	usual := usualGap(spots)
	for i := 0; i < len(spots); {
		// A layer: days up to j, of which each lane takes rows events.
		clear(count)
		j, days := i, 0
		for j < len(spots) && (j == i || int64(spots[j].time)-int64(spots[j-1].time) <= usual) {
			end := dayEnd(spots, j)
			if !room(spots[j:end], count, rows) && j > i {
				break
			}
			for k := j; k < end; k++ {
				spots[k].ahead = float64(days)
				n := &count[spots[k].lane]
				spots[k].column, spots[k].row = len(l.xs)+*n/rows, *n%rows
				l.rows[spots[k].lane] = max(l.rows[spots[k].lane], spots[k].row+1)
				*n++
			}
			j = end
			days++
			if spots[end-1].time == never {
				break
			}
		}
		for k := i; k < j; k++ {
			spots[k].ahead *= stagger / float64(days)
		}
		l.add(spots, i, (slices.Max(count)+rows-1)/rows)
		i = j
	}
	return l
}

// add appends the columns of the layer that begins with spot i.
func (l *layers) add(spots []spot, i, columns int) {
	x := 0.0
	if n := len(l.xs); n > 0 {
		x = l.xs[n-1] + 1 + stagger
		if gap := float64(spots[i].time) - float64(spots[i-1].time); gap > 1 {
			x += min(mostGap, gapWeight*math.Log2(gap))
		}
	}
	for range columns {
		l.xs = append(l.xs, x)
		x++
	}
}

// dayEnd returns the end of the spots of one day.
func dayEnd(spots []spot, i int) int {
	j := i
	for j < len(spots) && spots[j].time == spots[i].time {
		j++
	}
	return j
}

// room reports whether a layer that holds that many spots of each lane has
// room for those of one more day, which are in order of lane.
func room(day []spot, count []int, rows int) bool {
	n := 0
	for k := range day {
		if k > 0 && day[k].lane != day[k-1].lane {
			n = 0
		}
		if n++; count[day[k].lane]+n > rows {
			return false
		}
	}
	return true
}

// usualGap returns the most days between two events of one layer: layerDays, or
// twice the median where events lie further apart.
func usualGap(spots []spot) int64 {
	var gaps []int64
	for i := 1; i < len(spots); i++ {
		if gap := int64(spots[i].time) - int64(spots[i-1].time); gap > 0 && spots[i].time != never {
			gaps = append(gaps, gap)
		}
	}
	slices.Sort(gaps)
	if len(gaps) == 0 {
		return layerDays
	}
	return max(layerDays, 2*gaps[len(gaps)/2])
}
