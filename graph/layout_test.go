package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
)

// scattered returns n events over some years, in order of time, each linked
// with about two others near it, one in ten undated.
func scattered(n int) *Graph {
	rng := rand.New(rand.NewPCG(2, 3))
	g := &Graph{}
	for i := range n {
		e := Event{ID: fmt.Sprintf("e%05d", i), Kind: []string{"a", "b", "c", "d"}[rng.IntN(4)]}
		d := edtf.NewDay(2020, 1, 1) + edtf.Day(i/7)
		e.When = events.When{EDTF: d.String(), Earliest: d, Latest: d}
		if i >= n*9/10 {
			e.When = events.When{Earliest: edtf.Open, Latest: edtf.Open}
		}
		g.Events = append(g.Events, e)
		if i > 0 {
			for range 2 {
				g.Links = append(g.Links, Link{From: g.Events[rng.IntN(i)].ID, To: e.ID})
			}
		}
	}
	return g
}

func TestLayoutIsByTimeAndWithoutOverlap(t *testing.T) {
	g := scattered(1000)
	lane := func(e *Event) string { return e.Kind }
	pos := g.Layout(LayoutOptions{Lane: lane})
	if len(pos) != len(g.Events) {
		t.Fatalf("%d positions of %d events", len(pos), len(g.Events))
	}
	type point struct{ x, y float64 }
	at := map[point]string{}
	laneOf := map[float64]string{}
	for i, p := range pos {
		if other := at[point{p.X, p.Y}]; other != "" {
			t.Fatalf("%s lies on %s", p.Event, other)
		}
		at[point{p.X, p.Y}] = p.Event
		if l, ok := laneOf[p.Y]; ok && l != p.Lane {
			t.Fatalf("lanes %s and %s share a row", l, p.Lane)
		}
		laneOf[p.Y] = p.Lane
		if i > 0 {
			f, _ := interval(g.Events[i].When)
			before, _ := interval(g.Events[i-1].When)
			if f > before && before != always && p.X <= pos[i-1].X {
				t.Fatalf("%s is later and not further right", p.Event)
			}
		}
	}
	if !slices.Equal(pos, g.Layout(LayoutOptions{Lane: lane})) {
		t.Error("a second layout differs")
	}
	if some := g.Layout(LayoutOptions{Events: []string{"e00003", "e00500"}}); len(some) != 2 || some[0].Event != "e00003" {
		t.Errorf("layout of two: %v", some)
	}
}

// crossings counts the pairs of links between neighbouring columns that cross.
func crossings(g *Graph, pos []Position) (n int) {
	at := map[string]Position{}
	for _, p := range pos {
		at[p.Event] = p
	}
	for i, l := range g.Links {
		a, b := at[l.From], at[l.To]
		for _, m := range g.Links[:i] {
			c, d := at[m.From], at[m.To]
			if a.X == c.X && b.X == d.X && a.X != b.X && (a.Y-c.Y)*(b.Y-d.Y) < 0 {
				n++
			}
		}
	}
	return n
}

func TestLayoutReducesCrossings(t *testing.T) {
	g := &Graph{}
	for i := range 60 {
		d := edtf.Day(i / 10)
		g.Events = append(g.Events, Event{ID: fmt.Sprintf("e%02d", i), When: events.When{EDTF: "x", Earliest: d, Latest: d}})
		if i >= 10 { // the order of each column is that of the one before, upside down
			g.Links = append(g.Links, Link{From: fmt.Sprintf("e%02d", i/10*10-1-i%10), To: fmt.Sprintf("e%02d", i)})
		}
	}
	plain := []Position{}
	for i, e := range g.Events {
		plain = append(plain, Position{Event: e.ID, X: float64(i / 10), Y: float64(i % 10)})
	}
	if before, after := crossings(g, plain), crossings(g, g.Layout(LayoutOptions{})); after*4 > before {
		t.Errorf("%d crossings, %d before", after, before)
	}
}

func BenchmarkLayout(b *testing.B) {
	g := scattered(5000)
	for b.Loop() {
		g.Layout(LayoutOptions{Lane: func(e *Event) string { return e.Kind }})
	}
}

// Few events must not lie far apart: the drawing is about twice as wide as high,
// and takes room in proportion to what it shows.
func TestALayoutFillsItsRectangle(t *testing.T) {
	for _, n := range []int{12, 48, 224, 1000, 5000} {
		g := scattered(n)
		pos := g.Layout(LayoutOptions{Lane: func(e *Event) string { return e.Kind }})
		width, height := 0.0, 0.0
		for _, p := range pos {
			width, height = max(width, p.X+40), max(height, p.Y+24)
		}
		if room := width * height / (40 * 24 * float64(n)); width > 4*height || room > 16 {
			t.Errorf("%d events: %.0f by %.0f, %.1f places an event", n, width, height, room)
		}
	}
}
