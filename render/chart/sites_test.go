package chart_test

import (
	"encoding/json"
	"testing"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

func TestAnEventIsDrawnAtItsFirstPlaceOnTheMap(t *testing.T) {
	at := func(names ...events.Place) graph.Event { return graph.Event{Places: names} }
	hill := events.Place{Name: "Hill", Names: []string{"Hill", "Mount"}, ID: "1", Lat: 91, Lon: 10, Precision: events.LocalityPlace}
	land := events.Place{Name: "Land", ID: "2", Lat: 1, Lon: 1, Precision: events.CountryPlace}
	nowhere := events.Place{Name: "the town"}
	g := &graph.Graph{Events: []graph.Event{at(nowhere, land, hill), at(), at(hill), at(nowhere), at(land)}}
	sites, number := chart.Sites(g)
	want := []chart.Site{{Name: "Land", Lat: 1, Lon: 1, Wide: true}, {Name: "Hill / Mount", Lat: 85, Lon: 10}}
	if len(sites) != 2 || sites[0] != want[0] || sites[1] != want[1] {
		t.Errorf("sites %+v, want %+v", sites, want)
	}
	for i, n := range []int{0, -1, 1, -1, 0} {
		if number[i] != n {
			t.Errorf("event %d is at %d, want %d", i, number[i], n)
		}
	}
}

func TestTheWorldIsTopoJSON(t *testing.T) {
	b, err := chart.World()
	if err != nil {
		t.Fatal(err)
	}
	var topo struct {
		Type    string
		Arcs    [][][2]int
		Objects struct {
			Countries struct{ Geometries []struct{ Type string } }
		}
		Transform struct{ Scale, Translate [2]float64 }
	}
	if err := json.Unmarshal(b, &topo); err != nil || topo.Type != "Topology" || len(topo.Arcs) < 1000 || len(topo.Objects.Countries.Geometries) < 170 || topo.Transform.Scale[0] != 0.01 {
		t.Errorf("%s of %d arcs and %d countries, %v", topo.Type, len(topo.Arcs), len(topo.Objects.Countries.Geometries), err)
	}
}

func TestCountsAreRead(t *testing.T) {
	for _, c := range []struct {
		in        string
		low, high float64
		open, ok  bool
	}{
		{"12", 12, 12, false, true}, {"1,200", 1200, 1200, false, true}, {"9–12", 9, 12, false, true}, {"9 to 12", 9, 12, false, true},
		{"at least 9", 9, 9, true, true}, {"61+", 61, 61, true, true},
		{"", 0, 0, false, false}, {"twelve", 0, 0, false, false}, {"12 to 9", 0, 0, false, false}, {"-3", 0, 0, false, false}, {"NaN", 0, 0, false, false}, {"1e400", 0, 0, false, false},
	} {
		low, high, open, ok := chart.CountOf(c.in)
		if ok != c.ok || ok && (low != c.low || high != c.high || open != c.open) {
			t.Errorf("%q: %g, %g, %t, %t", c.in, low, high, open, ok)
		}
	}
}
