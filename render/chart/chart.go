// Package chart turns a graph into chart options for ECharts, one chart a
// file. It builds options only: go-echarts holds their types, and its page
// writer, which lets a document's text run as code, is never used. Colours,
// sizes and behaviour belong to the page that shows a chart.
package chart

import (
	"encoding/json"

	"github.com/dateline-project/dateline/graph"
)

// Chart describes one chart of the table of Charts.
type Chart struct {
	Name string // as the page and the command name it
	Doc  string // one sentence
	// Option returns the chart's ECharts option as JSON, with <, > and &
	// escaped. The same graph gives the same bytes.
	Option func(g *graph.Graph) (json.RawMessage, error)
}

// Charts lists every chart, in the order in which the page shows them.
func Charts() []Chart {
	return []Chart{
		{Name: "chronology", Doc: "Events on a time axis, in lanes, with an overview strip.", Option: Chronology},
	}
}

// builder is what a go-echarts chart offers for options alone.
type builder interface {
	Validate()
	JSON() map[string]any
}

// option returns the JSON of c. change may set what go-echarts has no field
// for; nil changes nothing.
func option(c builder, change func(map[string]any)) (json.RawMessage, error) {
	c.Validate() // without it the axes are empty
	m := c.JSON()
	for _, unused := range []string{"title", "toolbox", "color"} {
		delete(m, unused)
	}
	if change != nil {
		change(m)
	}
	return json.Marshal(m)
}
