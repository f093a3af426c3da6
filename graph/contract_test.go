package graph_test

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/contract"
)

// Whatever the reports, the graph holds together: ids lead somewhere, arrays are
// in order, bounds do not cross, and what was derived says so.
func TestAnyGraphHoldsTheContract(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := graph.GenerateGraph(t)
		b, err := json.Marshal(g)
		if err != nil {
			t.Fatal(err)
		}
		if err := contract.Coherent(b); err != nil {
			t.Fatal(err)
		}
		claimed := map[string]bool{}
		event := map[string]*graph.Event{}
		for _, r := range g.Reports {
			claimed[r.When.EDTF] = true
		}
		for i := range g.Events {
			e := &g.Events[i]
			event[e.ID] = e
			if w := e.When; !claimed[w.EDTF] && !strings.HasPrefix(w.Basis, "derived:") || w.EDTF == "" && (w.Earliest != edtf.Open || w.Latest != edtf.Open) && !strings.HasPrefix(w.Basis, "derived:") {
				t.Errorf("event %s: %+v is no report's date and does not say that it was derived", e.ID, w)
			}
			for over, n := e, 0; over.PartOf != ""; n++ {
				if over = event[over.PartOf]; over == nil {
					break // further on
				}
				if n > len(g.Events) {
					t.Fatalf("event %s is part of itself", e.ID)
				}
			}
		}
		for _, d := range g.Documents {
			if d.Published != "" && d.Published != "never" && d.Written != nil {
				t.Errorf("document %s of %s: written %+v", d.ID, d.Published, d.Written)
			}
		}
		for _, l := range g.Links {
			if stated := l.Basis == graph.Stated || l.Basis == graph.Ordered; stated != (l.Why.Text != "") {
				t.Errorf("link without its quote, or with one that it does not rest on: %+v", l)
			}
		}
		conflicts, err := g.OrderConflicts()
		if err != nil {
			t.Fatal(err)
		}
		said := 0
		for _, d := range g.Diagnostics {
			if strings.HasPrefix(d.Message, "these orders contradict") {
				said++
			}
		}
		if said != len(conflicts) {
			t.Errorf("%d contradictions, %d told", len(conflicts), said)
		}
		type point struct{ x, y float64 }
		at := map[point]string{}
		for _, p := range g.Layout(graph.LayoutOptions{Lane: func(e *graph.Event) string { return e.Kind }}) {
			if other := at[point{p.X, p.Y}]; other != "" {
				t.Errorf("%s lies on %s", p.Event, other)
			}
			at[point{p.X, p.Y}] = p.Event
		}
	})
}
