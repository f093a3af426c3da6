package graph

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	library "github.com/dominikbraun/graph"
)

// The store must answer as the library's own does, and in order.
func TestStoreAnswersAsTheLibrarysOwn(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	own := library.NewWithStore(library.IntHash, library.Store[int, int](NewStore[int, int](0)), library.Directed())
	ref := library.New(library.IntHash, library.Directed())
	both := func(f func(g library.Graph[int, int]) error) {
		t.Helper()
		a, b := f(own), f(ref)
		if (a == nil) != (b == nil) {
			t.Fatalf("store gives %v, the library's %v", a, b)
		}
	}
	for range 5000 {
		x, y := rng.IntN(40), rng.IntN(40)
		switch rng.IntN(6) {
		case 0, 1:
			both(func(g library.Graph[int, int]) error { return g.AddVertex(x) })
		case 2, 3:
			both(func(g library.Graph[int, int]) error { return g.AddEdge(x, y, library.EdgeData(x*100+y)) })
		case 4:
			both(func(g library.Graph[int, int]) error { return g.RemoveEdge(x, y) })
		case 5:
			if rng.IntN(8) == 0 {
				both(func(g library.Graph[int, int]) error { return g.RemoveVertex(x) })
			} else {
				both(func(g library.Graph[int, int]) error { return g.UpdateEdge(x, y, library.EdgeWeight(x)) })
			}
		}
	}
	a, _ := own.AdjacencyMap()
	b, _ := ref.AdjacencyMap()
	if fmt.Sprint(a) != fmt.Sprint(b) {
		t.Errorf("adjacency differs:\n%v\n%v", a, b)
	}
	edges, _ := own.Edges()
	if !slices.IsSortedFunc(edges, func(x, y library.Edge[int]) int { return x.Source*100 + x.Target - y.Source*100 - y.Target }) {
		t.Error("edges are not in order")
	}
}

func TestNetworkKeepsLinksInTheEdge(t *testing.T) {
	g := &Graph{Events: []Event{{ID: "b"}, {ID: "a"}}, Links: []Link{{From: "a", To: "b", Relation: "before"}, {From: "b", To: "a", Relation: "same-place"}, {From: "a", To: "b", Relation: "causes"}, {From: "a", To: "gone"}}}
	n := g.Network(nil)
	e, err := n.Edge("a", "b")
	if err != nil {
		t.Fatal(err)
	}
	if links := e.Properties.Data.([]Link); len(links) != 2 || links[1].Relation != "causes" {
		t.Errorf("links %v", links)
	}
	if size, _ := n.Size(); size != 2 {
		t.Errorf("%d edges, want 2", size)
	}
	if _, err := n.Vertex("gone"); !errors.Is(err, library.ErrVertexNotFound) {
		t.Errorf("error %v", err)
	}
	if path, err := library.ShortestPath(n, "a", "b"); err != nil || len(path) != 2 {
		t.Errorf("path %v, %v", path, err)
	}
}
