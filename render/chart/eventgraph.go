package chart

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/dateline-project/dateline/graph"
)

// maxNodes is how many events the graph shows at once. More are a hairball;
// the page starts from a selection then.
const maxNodes = 300

// EventGraph is the option of the graph of events and links at positions that
// were computed before: ECharts' own force layout needs 3 s for 1,000 nodes.
// Nodes are named by event id. A graph of more than 300 events has no nodes
// here: the page shows the neighbourhood of the selected event. An arrow is
// drawn only where a source states the link or the order; other links are
// dashed.
func EventGraph(g *graph.Graph) (json.RawMessage, error) {
	c := charts.NewGraph()
	c.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: "event_graph"}),
		charts.WithAnimation(false),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(false)}),
	)
	nodes, links := []opts.GraphNode{}, []opts.GraphLink{}
	if len(g.Events) <= maxNodes {
		at := g.Layout(graph.LayoutOptions{})
		here := make(map[string]bool, len(g.Events))
		for i := range g.Events {
			e := &g.Events[i]
			here[e.ID] = true
			nodes = append(nodes, opts.GraphNode{Name: e.ID, X: float32(at[i].X), Y: float32(at[i].Y), Value: float32(e.Accounts)})
		}
		for i := range g.Links {
			l := &g.Links[i]
			if !here[l.From] || !here[l.To] {
				continue
			}
			style := &opts.LineStyle{Type: "dashed"}
			if l.Basis == graph.Stated || l.Basis == graph.Ordered {
				style.Type = "solid"
			}
			links = append(links, opts.GraphLink{Source: l.From, Target: l.To, LineStyle: style})
		}
	}
	c.AddSeries("events", nodes, links, charts.WithGraphChartOpts(opts.GraphChart{
		Layout:         "none",
		Roam:           opts.Bool(false),
		EdgeSymbol:     []string{"none", "none"},
		EdgeSymbolSize: 9,
	}))
	return option(c, nil)
}
