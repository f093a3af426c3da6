package places

import (
	"math"
	"slices"

	"github.com/dateline-project/dateline/data"
)

// The scale of score is the power of ten of the population: one point makes up
// for a rival ten times as large.
const (
	pointsCountry = 9.0 // a country's name, against any town of that name
	pointsRegion  = 7.0
	pointsContext = 1.7 // the country that the document names most: against a rival fifty times as large, no more
	pointsArea    = 1.5 // the first-level area is named, or for an area another of its country
	pointsOwner   = 6.0 // "Azerbaijan's Ganja"
	pointsHolder  = 8.0 // "Ganja, Azerbaijan"
	pointsType    = 3.0 // "Lachin district"
	pointsAlias   = 1.5 // lost by a place that is mostly called otherwise: Amman was Philadelphia
	pointsCurated = 0.5 // a line of the text files is about the place
	pointsNear    = 0.5 // a place settled before lies within nearKm, for a region within vastKm
	pointsFull    = 6.0 // "the Gulf" where the Gulf of Mexico is named
	nearKm        = 200.0
	vastKm        = 1500.0
	// wellKnown is the population from which a name needs no other support.
	wellKnown = 100_000
	// maxReadings is how many places of one name are compared.
	maxReadings = 40
	// maxSpots is how many settled places the distance is measured to.
	maxSpots = 48
)

// score adds up what speaks for one reading.
func (f *finder) score(c *candidate, i int, top float64) float64 {
	x := f.gaz.Facts(c.refs[i])
	s := f.scoreOfClass(c, i, x)
	if x.Class < data.Area && f.gaz.Curated(c.refs[i]) {
		s += pointsCurated
	}
	if !c.demonym && !(x.Class == data.Area && c.typ != "") && !c.Main[i] {
		if s -= pointsAlias; x.Class == data.Area {
			s -= pointsArea + 0.5 // "New York" for the state
		}
	}
	if top > 0 && x.Country != "" {
		s += pointsContext * f.weight[x.Country] / top
	}
	if f.admins[x.AdminCode] && x.AdminCode != "" && x.Class < data.Area {
		s += pointsArea
	}
	if c.owner >= 0 && f.within(&f.found[c.owner], x) {
		s += pointsOwner
	}
	if c.container >= 0 && f.within(&f.found[c.container], x) && x.Class != data.Country {
		s += pointsHolder
	}
	switch {
	case c.typ == "locality" && x.Class >= data.Area:
		s -= 2 * pointsType
	case (c.typ == "district" || c.typ == "region") && (x.Class == data.Area || x.Class == data.Region):
		s += pointsType
	}
	if x.Class < data.Area && slices.ContainsFunc(f.spots, func(p data.Facts) bool { return p != x && math.Abs(p.Lat-x.Lat) < 2 && kilometres(p, x) <= nearKm }) {
		s += pointsNear
	}
	return s
}

// scoreOfClass scores reading i of a candidate, place x, by what it is and how
// many live there: a town of 100,000 has 5 points.
func (f *finder) scoreOfClass(c *candidate, i int, x data.Facts) float64 {
	s := math.Log10(float64(x.Population) + 100)
	switch x.Class {
	case data.Country:
		return pointsCountry
	case data.Region, data.Feature:
		s = pointsRegion
		if f.full[c.refs[i]] {
			s += pointsFull
		}
		if x.Country == "" && f.spotWithin(x, vastKm) {
			s += pointsNear
		}
	case data.Area:
		s = min(s-1.2, 6)
		if x.Country == "US" || x.Country == "CA" || x.Country == "AU" {
			s += 2 // their states and provinces are named without their type
		}
		if f.otherAreas(x) {
			s += pointsArea + 0.5
		}
	case data.Capital:
		s += 0.5
	case data.Section:
		s--
	}
	return s
}

// otherAreas reports whether the document names another area of the country of area x.
func (f *finder) otherAreas(x data.Facts) bool {
	n := f.areas[x.Country]
	if f.admins[x.AdminCode] {
		n--
	}
	return n > 0
}

// within reports whether x lies in a country or area that holder may name.
func (f *finder) within(holder *candidate, x data.Facts) bool { return f.holder(holder, x) >= 0 }

// holder returns the reading of holder that x lies in, -1 if none.
func (f *finder) holder(holder *candidate, x data.Facts) int {
	for i, r := range holder.refs[:min(len(holder.refs), maxReadings)] {
		h := f.gaz.Facts(r)
		switch h.Class {
		case data.Country:
			if h.Country == x.Country {
				return i
			}
		case data.Area:
			if h.AdminCode == x.AdminCode && h.AdminCode != "" {
				return i
			}
		case data.Region:
			if h.Country == x.Country && h.Country != "" && kilometres(h, x) < 300 {
				return i
			}
		}
	}
	return -1
}

func (f *finder) holds(c *candidate, x data.Facts) bool {
	return x.Class != data.Country && f.within(&f.found[c.container], x)
}

func (f *finder) nearSpot(x data.Facts) bool { return f.spotWithin(x, nearKm) }

// spotWithin reports whether a place settled before lies so near.
func (f *finder) spotWithin(x data.Facts, km float64) bool {
	for _, p := range f.spots {
		if p != x && kilometres(p, x) <= km {
			return true
		}
	}
	return false
}

// kilometres is the distance of two places, exact enough for a few hundred.
func kilometres(a, b data.Facts) float64 {
	dLon := math.Mod(a.Lon-b.Lon+540, 360) - 180
	return 111.2 * math.Hypot(a.Lat-b.Lat, dLon*math.Cos((a.Lat+b.Lat)/2*math.Pi/180))
}
