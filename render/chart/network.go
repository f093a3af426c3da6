package chart

import (
	"cmp"
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

const (
	networkColumn = 200.0 // points of the narrowest column
	networkRow    = 10.6
	enoughNodes   = 12   // events with strong links, below which weaker links are drawn as well
	arcShare      = 0.24 // of a column, for the links
	mostBend      = 1.1  // of an arc, as ECharts' curveness has it
	dateShare     = 0.38 // of a column at most, for dates
)

// Network is the option of events and the links between them: an arc diagram,
// in which events stand below each other in order of time, each group of linked
// events by itself, and links are arcs at their left. It draws the links that a
// source states or orders, with arrows; where these are few, also those that
// follow from dates, and then those that lie only near: dashed and without.
// Drawn counts events, Left the linked events that found no room.
func Network(g *graph.Graph, look Look) (*Print, error) {
	p := &Print{Has: map[string]bool{}}
	links := networkLinks(g)
	event := map[string]*graph.Event{}
	for i := range g.Events {
		event[g.Events[i].ID] = &g.Events[i]
	}
	laid := arcRows{rows: int(look.Height / networkRow)}
	for columns := 1; columns == 1 || laid.left > 0 && look.Width/float64(columns) >= networkColumn; columns++ {
		laid.lay(groupsOf(g, links), links, event, columns)
	}
	at, ids, columns := laid.at, laid.ids, len(laid.used)
	wide := look.Width/float64(columns) - 6
	p.Drawn, p.Left, p.Height = len(ids), laid.left, float64(slices.Max(laid.used))*networkRow
	if len(ids) == 0 {
		return p, nil
	}
	dateColumn := 0.0
	for _, id := range ids {
		dateColumn = max(dateColumn, look.Measure(look.date(event[id].When), look.Letters, false)+6)
	}
	dateColumn = min(dateColumn, dateShare*wide)
	arcs := 0.0 // how far the widest link reaches to the left
	for _, l := range links {
		from, ok := at[l.From]
		to, ok2 := at[l.To]
		if ok && ok2 {
			arcs = max(arcs, mostBend/2*networkRow*math.Abs(float64(from.row-to.row)))
		}
	}
	arcs = min(arcs+8, arcShare*wide)
	place := func(c arcCell) (x, y float64) {
		return float64(c.column)*(wide+6) + arcs, (float64(c.row) + 0.5) * networkRow
	}
	var nodes []opts.GraphNode
	shape := map[string]object{}
	for _, id := range ids {
		e := event[id]
		x, y := place(at[id])
		symbol, fill := "circle", look.Ink
		if e.Modality != events.Happened {
			symbol, fill = "diamond", look.Soft
			p.Has[HasOther] = true
		}
		left, top := x+7, y-0.5*look.Letters
		p.write(left, top, look.Cut(look.date(e.When), look.Letters, dateColumn-4, false), false, look.Soft)
		p.write(left+dateColumn, top, look.Cut(e.Label, look.Letters, wide-arcs-dateColumn-9, false), false, fill)
		nodes = append(nodes, opts.GraphNode{Name: id, X: float32(x), Y: float32(y), Symbol: symbol, SymbolSize: 5})
		inside := look.Paper
		if e.Accounts > 1 {
			inside = look.Hues[0]
		}
		p.Has[HasOne], p.Has[HasSeveral] = p.Has[HasOne] || e.Accounts <= 1, p.Has[HasSeveral] || e.Accounts > 1
		shape[id] = object{"color": inside, "borderColor": look.Hues[0], "borderWidth": 0.9, "opacity": 1}
	}
	var lines []object
	for _, l := range links {
		from, ok := at[l.From]
		to, ok2 := at[l.To]
		if !ok || !ok2 {
			continue
		}
		// An arc bulges to the left by at most its share of the column. The sign
		// is that of ECharts: to the right of the way from one end to the other.
		distance := networkRow * float64(to.row-from.row)
		bend := min(mostBend, 2*(arcs-8)/math.Abs(distance))
		if distance > 0 {
			bend = -bend
		}
		o := object{"source": l.From, "target": l.To, "symbol": []string{"none", "none"}, "lineStyle": object{"color": look.Soft, "width": 0.6, "type": []float64{1.5, 1.5}, "curveness": bend, "opacity": 1}}
		p.Has[HasArrows], p.Has[HasNear] = p.Has[HasArrows] || isArrow(l), p.Has[HasNear] || !isArrow(l)
		if isArrow(l) {
			o["symbol"] = []string{"none", "arrow"}
			o["lineStyle"] = object{"color": look.Ink, "width": 0.8, "type": "solid", "curveness": bend, "opacity": 1}
		}
		lines = append(lines, o)
	}
	c := charts.NewGraph()
	c.AddSeries("events", nodes, nil)
	option, err := option(c, func(m map[string]any) {
		m["animation"], m["legend"], m["tooltip"] = false, object{"show": false}, object{"show": false}
		data := make([]object, len(nodes))
		for i, n := range nodes {
			data[i] = object{"name": n.Name, "x": n.X, "y": n.Y, "symbol": n.Symbol, "symbolSize": n.SymbolSize, "itemStyle": shape[n.Name]}
		}
		// Two points that are not drawn keep the scale at 1: ECharts fits the nodes to the view.
		for _, corner := range [][2]float64{{0, 0}, {look.Width, p.Height}} {
			data = append(data, object{"name": corner, "x": corner[0], "y": corner[1], "symbol": "none", "symbolSize": 0})
		}
		for i := range data[len(nodes):] {
			data[len(nodes)+i]["name"] = []string{"upper left", "lower right"}[i]
		}
		m["series"] = []object{{
			"type": "graph", "layout": "none", "left": 0, "top": 0, "width": look.Width, "height": p.Height, "roam": false, "silent": true, "animation": false,
			"edgeSymbolSize": 4.5, "label": object{"show": false}, "data": data, "links": lines,
		}}
	})
	p.Option = option
	return p, err
}

// arcRows says where events stand.
type arcRows struct {
	rows int // of a column
	at   map[string]arcCell
	ids  []string // of the events that have a place
	used []int    // rows of each column
	left int      // linked events without a place
}

type arcCell struct{ column, row int }

// lay gives each group of events the column that has most room left, from the
// left, and there the events in order of time.
func (a *arcRows) lay(groups [][]string, links []*graph.Link, event map[string]*graph.Event, columns int) {
	a.at, a.ids, a.used, a.left = map[string]arcCell{}, nil, make([]int, columns), 0
	for _, group := range groups {
		kept := connected(group[:min(len(group), max(0, a.rows))], links)
		a.left += len(group) - len(kept)
		best := -1
		for c, n := range a.used {
			gap := min(n, 1)
			if n+gap+len(kept) <= a.rows && (best < 0 || n < a.used[best]) {
				best = c
			}
		}
		if best < 0 || len(kept) == 0 {
			a.left += len(kept)
			continue
		}
		slices.SortStableFunc(kept, func(x, y string) int { return byTime(event[x], event[y]) })
		a.used[best] += min(a.used[best], 1)
		for _, id := range kept {
			a.at[id] = arcCell{best, a.used[best]}
			a.ids = append(a.ids, id)
			a.used[best]++
		}
	}
}

func isArrow(l *graph.Link) bool { return l.Basis == graph.Stated || l.Basis == graph.Ordered }

// networkLinks returns the links to draw: the strongest bases that join enough events.
func networkLinks(g *graph.Graph) []*graph.Link {
	var out []*graph.Link
	ends := map[string]bool{}
	for _, bases := range [][]string{{graph.Stated, graph.Ordered}, {graph.Derived}, {graph.Near}} {
		if len(ends) >= enoughNodes {
			break
		}
		for i := range g.Links {
			if l := &g.Links[i]; slices.Contains(bases, l.Basis) && l.From != l.To {
				out = append(out, l)
				ends[l.From], ends[l.To] = true, true
			}
		}
	}
	return out
}

// groupsOf returns the ids of the events that the links join, each group in
// order of weight: groups with arrows first, then the larger ones.
func groupsOf(g *graph.Graph, links []*graph.Link) [][]string {
	at := map[string]int{}
	for i := range g.Events {
		at[g.Events[i].ID] = i
	}
	root := make([]int, len(g.Events))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	arrows := map[int]int{}
	linked := map[int]bool{}
	for _, l := range links {
		a, ok := at[l.From]
		b, ok2 := at[l.To]
		if ok && ok2 {
			linked[a], linked[b] = true, true
			root[find(a)] = find(b)
		}
	}
	for _, l := range links {
		if i, ok := at[l.From]; ok && isArrow(l) {
			arrows[find(i)]++
		}
	}
	members := map[int][]int{}
	var roots []int
	for i := range g.Events {
		if linked[i] {
			r := find(i)
			if members[r] == nil {
				roots = append(roots, r)
			}
			members[r] = append(members[r], i)
		}
	}
	slices.SortStableFunc(roots, func(a, b int) int {
		return cmp.Or(cmp.Compare(arrows[b], arrows[a]), cmp.Compare(len(members[b]), len(members[a])))
	})
	out := make([][]string, len(roots))
	for i, r := range roots {
		m := members[r]
		slices.SortStableFunc(m, func(a, b int) int { return cmp.Compare(g.Events[b].Weight, g.Events[a].Weight) })
		for _, k := range m {
			out[i] = append(out[i], g.Events[k].ID)
		}
	}
	return out
}

// connected returns those of ids that a link joins to another of them.
func connected(ids []string, links []*graph.Link) []string {
	in, joined := map[string]bool{}, map[string]bool{}
	for _, id := range ids {
		in[id] = true
	}
	for _, l := range links {
		if in[l.From] && in[l.To] {
			joined[l.From], joined[l.To] = true, true
		}
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return !joined[id] })
}

// byTime compares two events by the middle of their dates; those without a date come last.
func byTime(a, b *graph.Event) int {
	mid := func(e *graph.Event) float64 {
		first, last := e.When.Earliest, e.When.Latest
		switch {
		case first == edtf.Open && last == edtf.Open:
			return math.Inf(1)
		case first == edtf.Open:
			return float64(last)
		case last == edtf.Open:
			return float64(first)
		}
		return (float64(first) + float64(last)) / 2
	}
	return cmp.Compare(mid(a), mid(b))
}
