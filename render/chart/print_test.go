package chart_test

import (
	"bytes"
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/chart"
)

// printed lists the charts for print. Of each, counts tells whether what is
// drawn, left and vague is every event.
var printed = []struct {
	name   string
	build  func(*graph.Graph, chart.Look) (*chart.Print, error)
	counts func(p *chart.Print) int
}{
	{"totals", chart.Totals, nil},
	{"disagreements", chart.Disagreements, nil},
	{"network", chart.Network, nil},
	{"coverage", chart.Coverage, func(p *chart.Print) int { return p.Drawn + p.Left }},
	{"calendar", chart.Calendar, func(p *chart.Print) int { return p.Drawn + p.Left + p.Vague }},
	{"map", chart.Map, func(p *chart.Print) int { return p.Drawn + p.Left + p.Vague }},
}

// look is a drawing of a width whose letters are all half as wide as high.
func look(width, height float64) chart.Look {
	measure := func(s string, size float64, bold bool) float64 {
		return 0.5 * size * float64(utf8.RuneCountInString(s))
	}
	cut := func(s string, size, width float64, bold bool) string {
		if n := int(width / size * 2); n < utf8.RuneCountInString(s) {
			return string([]rune(s)[:max(0, n)])
		}
		return s
	}
	return chart.Look{
		Width: width, Height: height, Ink: "#000000", Soft: "#555555", Line: "#dddddd", Paper: "#ffffff", Hues: []string{"#0072b2"}, Letters: 7, Font: "Noto Sans",
		Measure: measure, Cut: cut, Wrap: func(s string, size, width float64, bold bool, most int) []string {
			return []string{cut(s, size, width, bold)}
		},
	}
}

func TestChartsForPrintCountEveryEvent(t *testing.T) {
	for name, g := range map[string]*graph.Graph{"small": testgraph.Small(), "hostile": testgraph.Hostile(), "1000": testgraph.Scale(1000), "empty": {}} {
		for _, c := range printed {
			for _, size := range [][2]float64{{237, 560}, {450, 560}, {750, 430}, {300, 20}} {
				p, err := c.build(g, look(size[0], size[1]))
				if err != nil {
					t.Fatalf("%s of %s: %v", c.name, name, err)
				}
				if c.counts != nil && c.counts(p) != len(g.Events) {
					t.Errorf("%s of %s: %+v do not make %d events", c.name, name, c.counts(p), len(g.Events))
				}
				if p.Drawn == 0 {
					continue
				}
				if p.Height <= 0 || p.Height > size[1]+0.5 {
					t.Errorf("%s of %s takes %g of %g points", c.name, name, p.Height, size[1])
				}
				if !json.Valid(p.Option) || bytes.ContainsAny(p.Option, "<>&") {
					t.Errorf("%s of %s: the option is no JSON, or holds markup", c.name, name)
				}
				again, _ := c.build(g, look(size[0], size[1]))
				if !bytes.Equal(p.Option, again.Option) {
					t.Errorf("%s of %s: two options differ", c.name, name)
				}
			}
		}
	}
}

// TestMapHoldsTheWorld reads the map that a figure of the whole world has.
func TestMapHoldsTheWorld(t *testing.T) {
	g := testgraph.Small()
	for i := range g.Events {
		g.Events[i].Places = g.Events[0].Places
	}
	p := &g.Events[0].Places
	if len(*p) == 0 {
		t.Fatal("the event has no place")
	}
	at := (*p)[0]
	for i, ll := range [][2]float64{{-41, 174}, {64, -21}, {35, 139}, {-33, -70}} {
		x := at
		x.Lat, x.Lon, x.ID = ll[0], ll[1], string(rune('a'+i))
		g.Events[i].Places = append((*p)[:0:0], x)
	}
	m, err := chart.Map(g, look(750, 430))
	if err != nil {
		t.Fatal(err)
	}
	var geo struct {
		Features []struct {
			Geometry struct{ Coordinates [][][2]float64 }
		}
	}
	if err := json.Unmarshal(m.Maps["world"], &geo); err != nil {
		t.Fatal(err)
	}
	if len(geo.Features) < 200 {
		t.Errorf("the world has %d shapes", len(geo.Features))
	}
	for _, f := range geo.Features {
		for _, r := range f.Geometry.Coordinates {
			for i, c := range r {
				if c[0] < -180.001 || c[0] > 180.001 || c[1] < -90 || c[1] > 90 {
					t.Fatalf("a shape reaches to %v", c)
				}
				if i > 0 && (c[0]-r[i-1][0] > 180 || r[i-1][0]-c[0] > 180) {
					t.Fatalf("a shape jumps from %v to %v", r[i-1], c)
				}
			}
		}
	}
}
