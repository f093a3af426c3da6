package graph

import (
	"cmp"
	"slices"
	"sync"
)

// Finder answers questions about the links of one graph. It looks at links in
// both directions, and always gives the same of several right answers. It may
// be used by several goroutines.
type Finder struct {
	g       *Graph
	index   map[string]int32
	start   []int32 // of each event, into arcs
	arcs    []arc
	reports func() map[string]int32 // places of reports in the graph, by id
	sources func() map[string]int32 // the same of documents
	hubs    func() *hubs            // what events have in common
}

// arc is one link seen from one of its events.
type arc struct {
	to   int32
	link int32
}

// NewFinder returns a finder of the events and links of g, which must not
// change as long as it is used.
func NewFinder(g *Graph) *Finder {
	f := &Finder{g: g, index: make(map[string]int32, len(g.Events)), start: make([]int32, len(g.Events)+1)}
	f.reports = sync.OnceValue(func() map[string]int32 {
		return indexOf(g.Reports, func(r *Report) string { return r.ID })
	})
	f.sources = sync.OnceValue(func() map[string]int32 {
		return indexOf(g.Documents, func(d *Document) string { return d.ID })
	})
	f.hubs = sync.OnceValue(func() *hubs { return newHubs(f) })
	for i := range g.Events {
		f.index[g.Events[i].ID] = int32(i)
	}
	ends := func(l *Link) (int32, int32, bool) {
		a, ok := f.index[l.From]
		b, ok2 := f.index[l.To]
		return a, b, ok && ok2 && a != b
	}
	for i := range g.Links {
		if a, b, ok := ends(&g.Links[i]); ok {
			f.start[a+1]++
			f.start[b+1]++
		}
	}
	for i := range g.Events {
		f.start[i+1] += f.start[i]
	}
	f.arcs = make([]arc, f.start[len(g.Events)])
	next := slices.Clone(f.start)
	for i := range g.Links {
		if a, b, ok := ends(&g.Links[i]); ok {
			f.arcs[next[a]] = arc{b, int32(i)}
			f.arcs[next[b]] = arc{a, int32(i)}
			next[a]++
			next[b]++
		}
	}
	for i := range g.Events {
		slices.SortFunc(f.arcs[f.start[i]:f.start[i+1]], func(x, y arc) int {
			return cmp.Or(cmp.Compare(x.to, y.to), cmp.Compare(x.link, y.link))
		})
	}
	return f
}

// indexOf returns the places of all elements of s by their id, the first of equal ones.
func indexOf[T any](s []T, id func(*T) string) map[string]int32 {
	out := make(map[string]int32, len(s))
	for i := len(s) - 1; i >= 0; i-- {
		out[id(&s[i])] = int32(i)
	}
	return out
}

// Report returns the report of an id, nil for none.
func (f *Finder) Report(id string) *Report {
	if i, ok := f.reports()[id]; ok {
		return &f.g.Reports[i]
	}
	return nil
}

// Document returns the document of an id, nil for none.
func (f *Finder) Document(id string) *Document {
	if i, ok := f.sources()[id]; ok {
		return &f.g.Documents[i]
	}
	return nil
}

// allowed reports whether a link is one of the relations; none mean all.
func allowed(l *Link, relations []string) bool {
	return len(relations) == 0 || slices.Contains(relations, l.Relation)
}

// Neighbours returns the ids of the events that at most hops links of the
// given relations lead to, without the event itself, the nearest first and
// equally near ones in the graph's order. No relations mean all. It is nil for
// an unknown event.
func (f *Finder) Neighbours(event string, hops int, relations ...string) []string {
	from, ok := f.index[event]
	if !ok {
		return nil
	}
	seen := map[int32]bool{from: true}
	ring := []int32{from}
	out := []string{}
	for ; hops > 0 && len(ring) > 0; hops-- {
		var next []int32
		for _, i := range ring {
			for _, a := range f.arcs[f.start[i]:f.start[i+1]] {
				if !seen[a.to] && allowed(&f.g.Links[a.link], relations) {
					seen[a.to] = true
					next = append(next, a.to)
				}
			}
		}
		slices.Sort(next)
		for _, i := range next {
			out = append(out, f.g.Events[i].ID)
		}
		ring = next
	}
	return out
}

// Path returns the fewest links of the given relations that lead from one event
// to another, in order, each as it stands in the graph: its From may be the
// later one. Of equal paths the first in the graph's order is taken. It is
// empty for from == to, and nil when there is none.
func (f *Finder) Path(from, to string, relations ...string) []Link {
	a, ok := f.index[from]
	b, ok2 := f.index[to]
	switch {
	case !ok || !ok2:
		return nil
	case a == b:
		return []Link{}
	}
	type step struct{ event, link int32 }
	before := map[int32]step{a: {-1, -1}}
	queue := []int32{a}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, c := range f.arcs[f.start[i]:f.start[i+1]] {
			if _, ok := before[c.to]; ok || !allowed(&f.g.Links[c.link], relations) {
				continue
			}
			before[c.to] = step{i, c.link}
			if c.to != b {
				queue = append(queue, c.to)
				continue
			}
			var path []Link
			for s := before[b]; s.event >= 0; s = before[s.event] {
				path = append(path, f.g.Links[s.link])
			}
			slices.Reverse(path)
			return path
		}
	}
	return nil
}

// Components returns the sets of events that links of the given relations
// connect, each in the graph's order, the largest first. Events without such a
// link are left out.
func (f *Finder) Components(relations ...string) [][]string {
	seen := make([]bool, len(f.g.Events))
	var out [][]string
	var queue []int32
	for i := range f.g.Events {
		if seen[i] {
			continue
		}
		seen[i] = true
		queue = append(queue[:0], int32(i))
		for k := 0; k < len(queue); k++ {
			for _, a := range f.arcs[f.start[queue[k]]:f.start[queue[k]+1]] {
				if !seen[a.to] && allowed(&f.g.Links[a.link], relations) {
					seen[a.to] = true
					queue = append(queue, a.to)
				}
			}
		}
		if len(queue) < 2 {
			continue
		}
		slices.Sort(queue)
		ids := make([]string, len(queue))
		for k, j := range queue {
			ids[k] = f.g.Events[j].ID
		}
		out = append(out, ids)
	}
	slices.SortStableFunc(out, func(x, y []string) int { return cmp.Compare(len(y), len(x)) })
	return out
}
