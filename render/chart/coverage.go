package chart

import (
	"cmp"
	"slices"

	"github.com/dateline-project/dateline/graph"
)

const (
	coverageRow    = 10.4
	coverageColumn = 9.5  // points of the narrowest column
	widestColumn   = 34.0 // a wide table is no easier to read than one of moderate cells
	outletLabel    = 84.0 // points of an outlet's name, turned by a quarter
)

// Coverage is the option of events by outlets: who reports an event in a text
// of its own, who only in a copy, and who published in those days without a
// report of it. Drawn counts events, the weightiest of the graph in order of
// time; Left those that found no room; Vague the outlets that are not shown, as they
// found no room or have no report of these events.
func Coverage(g *graph.Graph, look Look) (*Print, error) {
	p := &Print{}
	outlets := outletsOf(g)
	all := len(outlets)
	likely := weightiest(g, int(look.Height/coverageRow)) // the events shown, or somewhat more
	outlets = reporting(g, outlets, likely)
	dates, left := labelWidths(&look, likely)
	columns := min(len(outlets), int((look.Width-min(left, 0.42*look.Width))/coverageColumn))
	if room := look.Width - float64(columns)*coverageColumn; left > room {
		left, dates = room, min(dates, 0.42*room) // both are cut
	}
	p.Vague = all - columns
	outlets = outlets[:columns]
	top := 8.0
	for _, o := range outlets {
		top = max(top, min(outletLabel, look.Measure(o, look.Letters, false))+8)
	}
	rows := min(len(g.Events), int((look.Height-top)/coverageRow))
	if rows <= 0 || columns == 0 {
		p.Left = len(g.Events)
		return p, nil
	}
	shown := weightiest(g, rows)
	p.Drawn, p.Left = rows, len(g.Events)-rows
	p.Height = top + float64(rows)*coverageRow
	column := map[string]int{}
	for i, o := range outlets {
		column[o] = i
	}
	wide := min((look.Width-left)/float64(columns), widestColumn)
	own, copied, silent := coverageCells(g, shown, column)
	p.Has = map[string]bool{HasOwn: len(own) > 0, HasCopy: len(copied) > 0, HasSilence: len(silent) > 0}
	names := make([]string, rows)
	for i, e := range shown {
		y := top + (float64(i)+0.5)*coverageRow - 0.5*look.Letters
		p.write(0, y, look.Cut(look.date(e.When), look.Letters, dates-4, false), false, look.Soft)
		p.write(dates, y, look.Cut(e.Label, look.Letters, left-dates-4, false), false, look.Ink)
		names[i] = e.ID
	}
	for i, o := range outlets {
		name := cmp.Or(look.Cut(look.word(o), look.Letters, outletLabel, false), "…")
		p.Labels = append(p.Labels, Label{X: left + (float64(i)+0.5)*wide, Y: top - 4, Text: name, Fill: look.Ink, Turned: true})
	}
	cells := func(at [][2]int, symbol string, size float64, style object) object {
		data := make([][2]int, len(at))
		copy(data, at)
		return object{"type": "scatter", "data": data, "symbol": symbol, "symbolSize": size, "itemStyle": style, "silent": true, "animation": false}
	}
	hue := look.Hues[0]
	line := object{"show": true, "lineStyle": object{"color": look.Line, "width": 0.5}}
	var err error
	p.Option, err = printOption(blank(), &look, object{
		"grid": []object{{"left": left, "top": top, "width": wide * float64(columns), "height": float64(rows) * coverageRow}},
		"xAxis": []object{{"type": "category", "position": "top", "data": numbers(columns), "axisLine": object{"show": false}, "axisTick": object{"show": false}, "splitLine": line,
			"axisLabel": object{"show": false}}},
		"yAxis": []object{{"type": "category", "inverse": true, "data": names, "axisLine": object{"show": false}, "axisTick": object{"show": false}, "splitLine": line, "axisLabel": object{"show": false}}},
		"series": []object{
			cells(own, "circle", 6, object{"color": hue, "opacity": 1}),
			cells(copied, "circle", 5, object{"color": look.Paper, "borderColor": hue, "borderWidth": 1, "opacity": 1}),
		},
		"graphic": dashes(&look, silent, left, top, wide),
	})
	return p, err
}

// labelWidths returns the width of the dates of events, and of dates and labels
// beside each other.
func labelWidths(look *Look, list []*graph.Event) (dates, both float64) {
	labels := 0.0
	for _, e := range list {
		dates = max(dates, look.Measure(look.date(e.When), look.Letters, false)+6)
		labels = max(labels, look.Measure(e.Label, look.Letters, false)+6)
	}
	return dates, dates + labels
}

// reporting returns the outlets that report one of the events, or are silent on it, in
// the order given.
func reporting(g *graph.Graph, outlets []string, shown []*graph.Event) []string {
	column := map[string]int{}
	for i, o := range outlets {
		column[o] = i
	}
	has := map[int]bool{}
	own, copied, silent := coverageCells(g, shown, column)
	for _, c := range slices.Concat(own, copied, silent) {
		has[c[0]] = true
	}
	return slices.DeleteFunc(outlets, func(o string) bool { return !has[column[o]] })
}

// numbers are the labels of a category axis whose names stand elsewhere.
func numbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// dashes marks the cells of outlets that published and do not report.
func dashes(look *Look, cells [][2]int, left, top, wide float64) []object {
	var out []object
	for _, c := range cells {
		x, y := left+(float64(c[0])+0.5)*wide, top+(float64(c[1])+0.5)*coverageRow
		out = append(out, object{"type": "line", "silent": true, "z": onTop, "shape": object{"x1": x - 2.5, "y1": y, "x2": x + 2.5, "y2": y}, "style": object{"stroke": look.Soft, "lineWidth": 1}})
	}
	return out
}

// Reporters returns for each event of g, in its order, the outlets that report it
// in a text of their own, and those that only have a copy; those with most
// documents come first.
func Reporters(g *graph.Graph) (own, copied [][]string) {
	outlets := outletsOf(g)
	column := map[string]int{}
	for i, o := range outlets {
		column[o] = i
	}
	list := make([]*graph.Event, len(g.Events))
	for i := range g.Events {
		list[i] = &g.Events[i]
	}
	own, copied = make([][]string, len(list)), make([][]string, len(list))
	ownCells, copiedCells, _ := coverageCells(g, list, column)
	for _, c := range ownCells {
		own[c[1]] = append(own[c[1]], outlets[c[0]])
	}
	for _, c := range copiedCells {
		copied[c[1]] = append(copied[c[1]], outlets[c[0]])
	}
	return own, copied
}

// outletsOf returns the outlets, those with most documents first.
func outletsOf(g *graph.Graph) []string {
	n := map[string]int{}
	var names []string
	for i := range g.Documents {
		o := outletName(g.Documents[i].Outlet)
		if n[o] == 0 {
			names = append(names, o)
		}
		n[o]++
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(n[b], n[a]), cmp.Compare(a, b)) })
	return names
}

func outletName(s string) string { return cmp.Or(s, "outlet not stated") }

// weightiest returns the n events of the greatest weight, in order of time.
func weightiest(g *graph.Graph, n int) []*graph.Event {
	list := make([]*graph.Event, len(g.Events))
	for i := range g.Events {
		list[i] = &g.Events[i]
	}
	slices.SortStableFunc(list, func(a, b *graph.Event) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(b.Documents, a.Documents))
	})
	list = list[:min(n, len(list))]
	slices.SortStableFunc(list, func(a, b *graph.Event) int { return cmp.Or(byTime(a, b), cmp.Compare(a.ID, b.ID)) })
	return list
}

// coverageCells returns the cells, as column and row, of own reports, of
// copies alone, and of silence.
func coverageCells(g *graph.Graph, shown []*graph.Event, column map[string]int) (own, copied, silent [][2]int) {
	document := map[string]*graph.Document{}
	for i := range g.Documents {
		document[g.Documents[i].ID] = &g.Documents[i]
	}
	report := map[string]*graph.Report{}
	for i := range g.Reports {
		report[g.Reports[i].ID] = &g.Reports[i]
	}
	for row, e := range shown {
		const isOwn, isCopy, isSilent = 3, 2, 1
		state := make([]int, len(column))
		for _, id := range e.Reports {
			r := report[id]
			if r == nil || document[r.Document] == nil {
				continue
			}
			d := document[r.Document]
			if c, ok := column[outletName(d.Outlet)]; ok {
				if d.CopyOf == "" {
					state[c] = isOwn
				} else {
					state[c] = max(state[c], isCopy)
				}
			}
		}
		for _, d := range e.Disputes {
			for _, v := range d.Values {
				if c, ok := column[v.Value]; ok && d.Sort == graph.Silence {
					state[c] = max(state[c], isSilent)
				}
			}
		}
		for c, s := range state {
			switch s {
			case isOwn:
				own = append(own, [2]int{c, row})
			case isCopy:
				copied = append(copied, [2]int{c, row})
			case isSilent:
				silent = append(silent, [2]int{c, row})
			}
		}
	}
	return own, copied, silent
}
