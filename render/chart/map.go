package chart

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
)

// Site is a place on a map.
type Site struct {
	Name     string  // all names in alphabetical order, three at most
	Lat, Lon float64 // in degrees, within the map
	Wide     bool    // a region or a country: its mark stands in the middle of it
}

// site is a place with the number of events reported as having happened there.
type site struct {
	Site
	n int
}

const (
	leastSpan = 3.0 // degrees of latitude that a map shows at least
	mapMargin = 0.12
)

// Map is the option of a map of the places of events reported as having
// happened: a mark for each place, its area as the number of events. Drawn
// counts events, Left those at places outside the part of the world that is
// shown, Vague those without a place that has coordinates, or not reported as
// having happened. Most is the number of events of the largest mark.
func Map(g *graph.Graph, look Look) (*Print, error) {
	p := &Print{}
	sites, vague := sitesOf(g)
	p.Vague = vague
	if len(sites) == 0 {
		return p, nil
	}
	v := view(sites, look.Width, look.Height)
	aspect := math.Cos((v.south + v.north) / 2 * math.Pi / 180)
	scale := look.Width / (v.east - v.west) // points a degree of longitude
	p.Height = (v.north - v.south) * scale / aspect
	at := func(lon, lat float64) (x, y float64) {
		return (lon - v.west) * scale, (v.north - lat) * scale / aspect
	}
	for i := range sites {
		p.Most = max(p.Most, sites[i].n)
	}
	place := placer{look: &look, in: area{1, 1, look.Width - 1, p.Height - 12}}
	var exact, wide []object
	inView := slices.DeleteFunc(slices.Clone(sites), func(s site) bool {
		return s.Lon < v.west || s.Lon > v.east || s.Lat < v.south || s.Lat > v.north
	})
	for _, s := range sites {
		p.Left += s.n
		if s.Lon < v.west || s.Lon > v.east || s.Lat < v.south || s.Lat > v.north {
			p.Outside = append(p.Outside, s.Name)
		}
	}
	for _, s := range inView {
		p.Drawn += s.n
		r := SiteRadius(s.n, p.Most)
		x, y := at(s.Lon, s.Lat)
		place.take(area{x - r*0.8, y - r*0.8, x + r*0.8, y + r*0.8})
		o := object{"value": []float64{s.Lon, s.Lat}, "symbolSize": 2 * r}
		if s.Wide {
			wide = append(wide, o)
		} else {
			exact = append(exact, o)
		}
	}
	p.Left -= p.Drawn
	for _, s := range inView { // the places of most events first
		x, y := at(s.Lon, s.Lat)
		words := s.Name
		if s.n > 1 {
			words = fmt.Sprintf("%s %d", s.Name, s.n)
		}
		if left, top, ok := place.near(x, y, SiteRadius(s.n, p.Most), look.Cut(words, look.Letters, 0.35*look.Width, false), false); ok {
			p.writeOver(&look, left, top, look.Cut(words, look.Letters, 0.35*look.Width, false))
		}
	}
	geo, err := geoJSON(v)
	if err != nil {
		return nil, err
	}
	p.Maps = map[string]json.RawMessage{"world": geo}
	frame := object{"type": "rect", "silent": true, "z": onTop, "shape": object{"x": 0, "y": 0, "width": look.Width, "height": p.Height}, "style": object{"fill": "none", "stroke": look.Soft, "lineWidth": 0.6}}
	hue := look.Hues[0]
	marks := func(data []object, style object) object {
		return object{"type": "scatter", "coordinateSystem": "geo", "data": data, "symbol": "circle", "itemStyle": style, "silent": true, "animation": false}
	}
	p.Option, err = printOption(blank(), &look, object{
		"geo": object{
			"map": "world", "roam": false, "silent": true, "left": 0, "top": 0, "width": look.Width, "height": p.Height, "aspectScale": aspect,
			"boundingCoords": [][]float64{{v.west, v.north}, {v.east, v.south}}, "itemStyle": object{"areaColor": "#efede8", "borderColor": "#a9a69e", "borderWidth": 0.5}, "label": object{"show": false},
		},
		"series":  []object{marks(wide, object{"color": "rgba(255,255,255,0)", "borderColor": hue, "borderWidth": 0.9, "borderType": []float64{2, 1.5}, "opacity": 1}), marks(exact, object{"color": hue, "borderColor": look.Paper, "borderWidth": 0.7, "opacity": 1})},
		"graphic": append(p.scaleBar(&look, v, scale, aspect), frame),
	})
	return p, err
}

// SiteRadius is the radius of the mark of n events, when the largest has most.
func SiteRadius(n, most int) float64 {
	return 2.2 + 9*(math.Sqrt(float64(n))-1)/max(2, math.Sqrt(float64(most)))
}

// Sites returns the places at which events of g are drawn, in the order in
// which events first name them, and the number of each event's place, -1 for
// an event without a place that has coordinates. The first such place of an
// event is where it is drawn.
func Sites(g *graph.Graph) (sites []Site, at []int) {
	number := map[string]int{}
	at = make([]int, len(g.Events))
	for i := range g.Events {
		at[i] = -1
		e := &g.Events[i]
		k := slices.IndexFunc(e.Places, func(p events.Place) bool { return p.Lat != 0 || p.Lon != 0 })
		if k < 0 {
			continue
		}
		p := &e.Places[k]
		key := cmp.Or(p.ID, p.Name)
		n, ok := number[key]
		if !ok {
			n = len(sites)
			number[key] = n
			name := p.Name
			if len(p.Names) > 0 {
				name = strings.Join(p.Names[:min(3, len(p.Names))], " / ")
			}
			sites = append(sites, Site{Name: name, Lat: min(max(p.Lat, -85), 85), Lon: min(max(p.Lon, -180), 180), Wide: p.Precision == events.RegionPlace || p.Precision == events.CountryPlace})
		}
		at[i] = n
	}
	return sites, at
}

// sitesOf returns the places where events are reported to have happened, those
// of most events first, and how many events have none or are not so reported.
func sitesOf(g *graph.Graph) (sites []site, vague int) {
	all, at := Sites(g)
	sites = make([]site, len(all))
	for i := range all {
		sites[i].Site = all[i]
	}
	for i, n := range at {
		if n < 0 || g.Events[i].Modality != events.Happened {
			vague++
			continue
		}
		sites[n].n++
	}
	sites = slices.DeleteFunc(sites, func(s site) bool { return s.n == 0 })
	slices.SortStableFunc(sites, func(a, b site) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.Name, b.Name)) })
	return sites, vague
}

// outsideCost is what a share of events outside of the map weighs against its
// area: one in twenty may be left out for half of it, one in ten for a fifth.
const outsideCost = 15

// view returns the part of the world to show: of all places, or of those that
// remain when outlying ones are taken away from the edge, whichever has the
// least area times e to the power of outsideCost times the share of events
// outside. It has the shape of the drawing, or is wider.
func view(sites []site, width, height float64) window {
	box := func(list []site) window {
		w := window{180, 85, -180, -85}
		for _, s := range list {
			w = window{min(w.west, s.Lon), min(w.south, s.Lat), max(w.east, s.Lon), max(w.north, s.Lat)}
		}
		return w
	}
	size := func(w window) float64 { return (w.east - w.west + 1) * (w.north - w.south + 1) }
	total := 0
	for _, s := range sites {
		total += s.n
	}
	cost := func(w window, inside int) float64 {
		return size(w) * math.Exp(outsideCost*float64(total-inside)/float64(total))
	}
	w := box(sites)
	cheapest := size(w)
	// Places are left out from the edge, always the one that it costs least to be without.
	kept, left := slices.Clone(sites), total
	for len(kept) > 3 {
		best, least := -1, math.Inf(1)
		for _, edge := range []func(s site) float64{func(s site) float64 { return s.Lon }, func(s site) float64 { return -s.Lon }, func(s site) float64 { return s.Lat }, func(s site) float64 { return -s.Lat }} {
			k := 0
			for i := range kept {
				if edge(kept[i]) < edge(kept[k]) {
					k = i
				}
			}
			rest := slices.Delete(slices.Clone(kept), k, k+1)
			if a := cost(box(rest), left-kept[k].n); a < least {
				best, least = k, a
			}
		}
		if left -= kept[best].n; left*4 < total*3 {
			break
		}
		kept = slices.Delete(kept, best, best+1)
		if b := box(kept); cost(b, left) < cheapest {
			w, cheapest = b, cost(b, left)
		}
	}
	high := max(leastSpan, (w.north-w.south)*(1+2*mapMargin))
	mid := (w.north + w.south) / 2
	aspect := math.Cos(mid * math.Pi / 180)
	wide := max((w.east-w.west)*(1+2*mapMargin), 1.4*high/aspect)
	// The shape is that of the room, and no flatter than 2 to 1.
	if most := wide * aspect * height / width; high > most {
		wide = high / aspect * width / height
	}
	high = max(high, wide*aspect/1.9)
	high = min(high, wide*aspect*height/width)
	if wide >= 360 {
		wide = 360
		high = min(high, 150)
	}
	centre := (w.west + w.east) / 2
	out := window{centre - wide/2, mid - high/2, centre + wide/2, mid + high/2}
	if d := -180 - out.west; d > 0 && wide <= 360 {
		out.west, out.east = out.west+d, out.east+d
	}
	if d := out.east - 180; d > 0 {
		out.west, out.east = max(-180, out.west-d), 180
	}
	out.south, out.north = max(out.south, -88), min(out.north, 88)
	return out
}

// geoJSON is the part of the world in a window.
func geoJSON(v window) (json.RawMessage, error) {
	features := []object{}
	add := func(r ring) {
		features = append(features, object{"type": "Feature", "properties": object{"name": fmt.Sprint(len(features))}, "geometry": object{"type": "Polygon", "coordinates": []ring{append(r[:len(r):len(r)], r[0])}}})
	}
	for _, r := range outlines() {
		if c := r.clip(v); len(c) >= 3 {
			add(c)
		}
	}
	if len(features) == 0 { // open sea; ECharts asks for one shape
		add(ring{{v.west, v.south}, {v.west, v.south}, {v.west, v.south}})
	}
	return json.Marshal(object{"type": "FeatureCollection", "features": features})
}

// scaleBar tells how long a round number of kilometres is in the middle of the map.
func (p *Print) scaleBar(look *Look, v window, scale, aspect float64) []object {
	const kmPerDegree = 111.2 // of latitude, and of longitude at the equator
	perKm := scale / (kmPerDegree * aspect)
	if v.east-v.west > 90 {
		return nil // the scale differs too much from north to south
	}
	km := 0.5 * niceStep(0.22*look.Width/perKm)
	for km*perKm > 0.25*look.Width {
		km /= 2
	}
	x, y := 6.0, p.Height-7
	words := fmt.Sprintf("%g km", math.Round(km))
	p.writeOver(look, x+km*perKm+4, y-look.Letters*0.6, words)
	return []object{
		{"type": "polyline", "silent": true, "z": onTop, "shape": object{"points": [][]float64{{x, y - 3}, {x, y}, {x + km*perKm, y}, {x + km*perKm, y - 3}}}, "style": object{"stroke": look.Ink, "lineWidth": 0.9, "fill": "none"}},
	}
}
