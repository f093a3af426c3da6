package graph_test

import (
	"testing"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
)

// BenchmarkQuery asks each question of a graph of 100,000 events that is
// loaded; what is made once for all questions is "finder" and "in common".
func BenchmarkQuery(b *testing.B) {
	g := testgraph.Scale(100_000)
	first, last := g.Events[100].ID, g.Events[len(g.Events)-100].ID
	f := graph.NewFinder(g)
	f.Chain(first, last)
	for _, q := range []struct {
		name string
		ask  func() int
	}{
		{"finder", func() int { return len(graph.NewFinder(g).Neighbours(first, 1)) }},
		{"in common", func() int { return len(graph.NewFinder(g).Chain(first, g.Events[101].ID)) }},
		{"name", func() int { _, err := f.Event("no such event as this"); return len(err.Error()) }},
		{"neighbours", func() int { return len(f.Around(first, 3)) }},
		{"path", func() int { return len(f.Chain(first, last)) }},
		{"after", func() int { return len(f.Followed(first, 30)) }},
		{"first", func() int { return len(f.First(first).Tellings) }},
		{"shared", func() int {
			s, err := g.Shared(g.Events[100].Places[0].Name, g.Events[100].Places[0].Name)
			if err != nil {
				b.Fatal(err)
			}
			return len(s)
		}},
		{"differ", func() int {
			c, err := f.Compare(g.Documents[0].Outlet, g.Documents[1].Outlet, nil)
			if err != nil {
				b.Fatal(err)
			}
			return len(c.OnlyA)
		}},
	} {
		b.Run(q.name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				n = q.ask()
			}
			b.ReportMetric(float64(n), "found")
		})
	}
}
