package graph

import (
	"cmp"
	"slices"
	"sync"

	library "github.com/dominikbraun/graph"
)

// Store keeps a directed graph in sorted slices behind the library
// github.com/dominikbraun/graph: it lists vertices and edges in order of their
// keys, always the same, where the library's own store has the order of a map.
// Adding in order of keys costs a binary search and an append; adding out of
// order moves what follows. Its methods keep the library's contract and may be
// called by several goroutines.
type Store[K cmp.Ordered, T any] struct {
	mu       sync.RWMutex
	keys     []K // sorted; the other slices have the same order
	values   []T
	props    []library.VertexProperties
	out      [][]library.Edge[K] // by target
	incoming []int32             // number of edges that end here
	edges    int
}

// NewStore returns an empty store with room for that many vertices.
func NewStore[K cmp.Ordered, T any](room int) *Store[K, T] {
	return &Store[K, T]{keys: make([]K, 0, room), values: make([]T, 0, room), props: make([]library.VertexProperties, 0, room),
		out: make([][]library.Edge[K], 0, room), incoming: make([]int32, 0, room)}
}

func (s *Store[K, T]) find(k K) (int, bool) {
	if n := len(s.keys); n > 0 && s.keys[n-1] < k {
		return n, false
	}
	return slices.BinarySearch(s.keys, k)
}

func findEdge[K cmp.Ordered](edges []library.Edge[K], target K) (int, bool) {
	return slices.BinarySearchFunc(edges, target, func(e library.Edge[K], t K) int { return cmp.Compare(e.Target, t) })
}

// AddVertex adds a vertex; the error is ErrVertexAlreadyExists of the library.
func (s *Store[K, T]) AddVertex(k K, value T, p library.VertexProperties) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	i, ok := s.find(k)
	if ok {
		return library.ErrVertexAlreadyExists
	}
	s.keys = slices.Insert(s.keys, i, k)
	s.values = slices.Insert(s.values, i, value)
	s.props = slices.Insert(s.props, i, p)
	s.out = slices.Insert(s.out, i, nil)
	s.incoming = slices.Insert(s.incoming, i, 0)
	return nil
}

// Vertex returns a vertex; the error is ErrVertexNotFound of the library.
func (s *Store[K, T]) Vertex(k K) (value T, p library.VertexProperties, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	i, ok := s.find(k)
	if !ok {
		return value, p, library.ErrVertexNotFound
	}
	return s.values[i], s.props[i], nil
}

// RemoveVertex removes a vertex; the error is ErrVertexNotFound, or
// ErrVertexHasEdges while an edge starts or ends there.
func (s *Store[K, T]) RemoveVertex(k K) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	i, ok := s.find(k)
	switch {
	case !ok:
		return library.ErrVertexNotFound
	case len(s.out[i]) > 0 || s.incoming[i] > 0:
		return library.ErrVertexHasEdges
	}
	s.keys = slices.Delete(s.keys, i, i+1)
	s.values = slices.Delete(s.values, i, i+1)
	s.props = slices.Delete(s.props, i, i+1)
	s.out = slices.Delete(s.out, i, i+1)
	s.incoming = slices.Delete(s.incoming, i, i+1)
	return nil
}

// ListVertices returns the keys in their order. The error is always nil.
func (s *Store[K, T]) ListVertices() ([]K, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return slices.Clone(s.keys), nil
}

// VertexCount returns the number of vertices. The error is always nil.
func (s *Store[K, T]) VertexCount() (int, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return len(s.keys), nil
}

// AddEdge adds an edge; the error is ErrVertexNotFound or ErrEdgeAlreadyExists.
func (s *Store[K, T]) AddEdge(source, target K, edge library.Edge[K]) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	i, ok := s.find(source)
	j, ok2 := s.find(target)
	if !ok || !ok2 {
		return library.ErrVertexNotFound
	}
	at, have := findEdge(s.out[i], target)
	if have {
		return library.ErrEdgeAlreadyExists
	}
	edge.Source, edge.Target = source, target
	s.out[i] = slices.Insert(s.out[i], at, edge)
	s.incoming[j]++
	s.edges++
	return nil
}

// UpdateEdge replaces the properties of an edge; the error is ErrEdgeNotFound.
func (s *Store[K, T]) UpdateEdge(source, target K, edge library.Edge[K]) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i, ok := s.find(source); ok {
		if at, ok := findEdge(s.out[i], target); ok {
			edge.Source, edge.Target = source, target
			s.out[i][at] = edge
			return nil
		}
	}
	return library.ErrEdgeNotFound
}

// RemoveEdge removes an edge; the error is ErrEdgeNotFound.
func (s *Store[K, T]) RemoveEdge(source, target K) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i, ok := s.find(source); ok {
		if at, ok := findEdge(s.out[i], target); ok {
			s.out[i] = slices.Delete(s.out[i], at, at+1)
			j, _ := s.find(target)
			s.incoming[j]--
			s.edges--
			return nil
		}
	}
	return library.ErrEdgeNotFound
}

// Edge returns the edge from source to target; the error is ErrEdgeNotFound.
func (s *Store[K, T]) Edge(source, target K) (library.Edge[K], error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if i, ok := s.find(source); ok {
		if at, ok := findEdge(s.out[i], target); ok {
			return s.out[i][at], nil
		}
	}
	return library.Edge[K]{}, library.ErrEdgeNotFound
}

// ListEdges returns the edges in order of source, then target. The error is always nil.
func (s *Store[K, T]) ListEdges() ([]library.Edge[K], error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	out := make([]library.Edge[K], 0, s.edges)
	for _, e := range s.out {
		out = append(out, e...)
	}
	return out, nil
}

// Network returns the events and links as a directed graph of the library, on
// a Store. Its vertices are events, by id; the links from one event to another
// are the []Link that is the data of one edge, in order. Links that name an
// unknown event are left out, and so are those of an event to itself. A nil
// keep keeps every link.
//
// The library's TopologicalSort, TransitiveReduction and PreventCycles take
// quadratic time; and where several answers are right its ShortestPath gives
// any. Questions about a whole graph are better put to a Finder.
func (g *Graph) Network(keep func(*Link) bool) library.Graph[string, Event] {
	store := NewStore[string, Event](len(g.Events))
	order := make([]int32, len(g.Events))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(g.Events[a].ID, g.Events[b].ID) })
	for _, i := range order {
		_ = store.AddVertex(g.Events[i].ID, g.Events[i], library.VertexProperties{}) // ids are unique
	}
	links := make([]int32, 0, len(g.Links))
	for i := range g.Links {
		if l := &g.Links[i]; l.From != l.To && (keep == nil || keep(l)) {
			links = append(links, int32(i))
		}
	}
	slices.SortStableFunc(links, func(a, b int32) int {
		x, y := &g.Links[a], &g.Links[b]
		return cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To))
	})
	for i := 0; i < len(links); {
		l := g.Links[links[i]]
		var data []Link
		for ; i < len(links) && g.Links[links[i]].From == l.From && g.Links[links[i]].To == l.To; i++ {
			data = append(data, g.Links[links[i]])
		}
		_ = store.AddEdge(l.From, l.To, library.Edge[string]{Properties: library.EdgeProperties{Weight: 1, Data: data}}) // an unknown event has no edge
	}
	return library.NewWithStore(func(e Event) string { return e.ID }, library.Store[string, Event](store), library.Directed())
}
