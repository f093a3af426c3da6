package chart

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/json"
	"io"
	"sync"
)

// world is Natural Earth's map of countries at 1:50 million, as TopoJSON; see
// make.mjs beside it. It is in the public domain. Its borders are drawn as they
// are there and state no claim.
//
//go:embed world/countries-50m.json.gz
var world []byte

// World returns the map of the world as TopoJSON: one object "countries", a
// collection of polygons without names or codes, transformed to hundredths of a
// degree. Its arcs are lines between neighbours or coasts, each told once.
func World() ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(world))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// ring is a closed line of longitudes and latitudes in degrees.
type ring [][2]float64

// outlines returns the rings of the world's countries, outer and inner ones
// alike. It is nil if the file is damaged, which a test excludes.
var outlines = sync.OnceValue(func() []ring {
	b, err := World()
	if err != nil {
		return nil
	}
	var topo struct {
		Arcs      [][][2]int
		Transform struct{ Scale, Translate [2]float64 }
		Objects   struct {
			Countries struct {
				Geometries []struct {
					Type string
					Arcs json.RawMessage
				}
			}
		}
	}
	if err := json.Unmarshal(b, &topo); err != nil {
		return nil
	}
	// Arcs are runs of differences; ~i is arc i backwards.
	arcs := make([]ring, len(topo.Arcs))
	for i, a := range topo.Arcs {
		x, y := 0, 0
		for _, d := range a {
			x, y = x+d[0], y+d[1]
			arcs[i] = append(arcs[i], [2]float64{float64(x)*topo.Transform.Scale[0] + topo.Transform.Translate[0], float64(y)*topo.Transform.Scale[1] + topo.Transform.Translate[1]})
		}
	}
	var out []ring
	join := func(ids []int) {
		var line ring
		for _, id := range ids {
			backwards := id < 0
			if backwards {
				id = ^id
			}
			if id >= len(arcs) {
				return
			}
			a := arcs[id]
			for k := range a {
				if len(line) > 0 && k == 0 {
					continue // the end of the arc before
				}
				if backwards {
					line = append(line, a[len(a)-1-k])
				} else {
					line = append(line, a[k])
				}
			}
		}
		if len(line) > 3 {
			out = append(out, line.unrolled()...)
		}
	}
	for _, g := range topo.Objects.Countries.Geometries {
		var polygons [][][]int
		if g.Type == "Polygon" {
			var one [][]int
			if json.Unmarshal(g.Arcs, &one) == nil {
				polygons = append(polygons, one)
			}
		} else if json.Unmarshal(g.Arcs, &polygons) != nil {
			return nil
		}
		for _, p := range polygons {
			for _, r := range p {
				join(r)
			}
		}
	}
	return out
})

// unrolled returns a ring that crosses the 180th meridian as two that do not
// jump from one side of the map to the other: beyond its eastern edge, and
// beyond its western.
func (r ring) unrolled() []ring {
	turn, jumped := 0.0, false
	east := make(ring, len(r))
	for i, p := range r {
		if i > 0 {
			switch d := p[0] - r[i-1][0]; {
			case d < -180:
				turn, jumped = turn+360, true
			case d > 180:
				turn, jumped = turn-360, true
			}
		}
		east[i] = [2]float64{p[0] + turn, p[1]}
	}
	if !jumped {
		return []ring{r}
	}
	out := []ring{east}
	for _, shift := range []float64{-360, 360} {
		other := make(ring, len(east))
		for i, p := range east {
			other[i] = [2]float64{p[0] + shift, p[1]}
		}
		out = append(out, other)
	}
	return out
}

// window is a part of the map, in degrees.
type window struct{ west, south, east, north float64 }

// clip returns the part of a ring within a window (I. Sutherland and
// G. Hodgman, 1974); edges may run along the window's.
func (r ring) clip(w window) ring {
	sides := []struct {
		axis  int
		limit float64
		above bool
	}{{0, w.west, true}, {0, w.east, false}, {1, w.south, true}, {1, w.north, false}}
	for _, s := range sides {
		inside := func(p [2]float64) bool { return (p[s.axis] >= s.limit) == s.above || p[s.axis] == s.limit }
		var out ring
		for i, p := range r {
			q := r[(i+len(r)-1)%len(r)]
			if inside(p) != inside(q) {
				t := (s.limit - q[s.axis]) / (p[s.axis] - q[s.axis])
				c := [2]float64{q[0] + t*(p[0]-q[0]), q[1] + t*(p[1]-q[1])}
				c[s.axis] = s.limit
				out = append(out, c)
			}
			if inside(p) {
				out = append(out, p)
			}
		}
		r = out
	}
	return r
}
