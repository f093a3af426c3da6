package chart

import (
	"encoding/json"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// Chronology is the option of the time axis: the days shown, the window it
// opens with, an overview strip, and two custom series of one item each. The
// page draws all events as that one item, some thousand times cheaper than one
// item an event; days are counted from 1970-01-01, as edtf.Day counts them.
func Chronology(g *graph.Graph) (json.RawMessage, error) {
	first, last := Extent(g)
	from, to := Window(g)
	span := float32(last - first)
	c := charts.NewCustom()
	c.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: "chronology"}),
		charts.WithAnimation(false),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(false)}),
		charts.WithGridOpts(opts.Grid{Left: "150", Top: "44", Right: "12", Bottom: "72"}, opts.Grid{Left: "150", Right: "12", Bottom: "8", Height: "44"}),
		charts.WithDataZoomOpts(opts.DataZoom{
			Type:       "slider",
			XAxisIndex: []int{0},
			FilterMode: "none",
			Start:      100 * float32(from-first) / span,
			End:        100 * float32(to-first) / span,
		}),
	)
	axis := func(grid int) opts.XAxis {
		return opts.XAxis{Type: "value", Show: opts.Bool(false), GridIndex: grid, Min: int(first), Max: int(last)}
	}
	hidden := func(grid int) opts.YAxis {
		return opts.YAxis{Type: "value", Show: opts.Bool(false), GridIndex: grid, Min: 0, Max: 1}
	}
	c.XAxisList = []opts.XAxis{axis(0), axis(1)}
	c.YAxisList = []opts.YAxis{hidden(0), hidden(1)}
	one := []opts.CustomData{{Value: []int{int(first), 0}}}
	c.AddSeries("events", one)
	c.AddSeries("overview", one)
	c.MultiSeries[1].XAxisIndex = 1
	c.MultiSeries[1].YAxisIndex = 1
	return option(c, nil)
}

// Extent returns the days that an axis must cover to show every bound of every
// event, with a margin of a fiftieth and of one day at least. Without any
// bound it returns the year 2000.
func Extent(g *graph.Graph) (first, last edtf.Day) {
	found := false
	for i := range g.Events {
		w := &g.Events[i].When
		for _, d := range []edtf.Day{w.Earliest, w.Latest} {
			if d == edtf.Open {
				continue
			}
			if !found || d < first {
				first = d
			}
			if !found || d > last {
				last = d
			}
			found = true
		}
	}
	if !found {
		return edtf.NewDay(2000, 1, 1), edtf.NewDay(2001, 1, 1)
	}
	margin := max(1, (last-first)/50)
	return first - margin, last + 1 + margin
}

// Window returns the days that a chronology opens with: the shortest window
// that holds two thirds of the events whose date is known to the month or
// better, if that is less than half of the extent, else the whole extent. A
// corpus about three months that also mentions a war thirty years before thus
// opens on its three months.
func Window(g *graph.Graph) (from, to edtf.Day) {
	first, last := Extent(g)
	var days []edtf.Day
	for i := range g.Events {
		w := &g.Events[i].When
		if w.Earliest != edtf.Open && w.Latest != edtf.Open && w.Latest-w.Earliest <= 31 {
			days = append(days, w.Earliest+(w.Latest-w.Earliest)/2)
		}
	}
	need := (len(days)*2 + 2) / 3
	if need < 3 {
		return first, last
	}
	slices.Sort(days)
	from, to = days[0], days[len(days)-1]
	for i := 0; i+need <= len(days); i++ {
		if a, b := days[i], days[i+need-1]; b-a < to-from {
			from, to = a, b
		}
	}
	margin := max(3, (to-from)/12)
	from, to = max(first, from-margin), min(last, to+1+margin)
	if (to-from)*2 >= last-first {
		return first, last
	}
	return from, to
}
