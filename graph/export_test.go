package graph

import (
	"slices"

	"pgregory.net/rapid"

	"github.com/dateline-project/dateline/events"
)

// GenerateGraph builds a graph of a random corpus that holds the documents of
// all its reports.
func GenerateGraph(t *rapid.T) *Graph {
	g := generate(t)
	g.reports = slices.DeleteFunc(g.reports, func(r events.Report) bool { return r.Document == "gone" })
	return g.build(t, 2)
}
