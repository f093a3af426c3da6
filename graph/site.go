package graph

import (
	"math"

	"github.com/dateline-project/dateline/events"
)

// site is a place as merging sees it.
type site struct {
	hash     word // of its key
	name     word // as first written, in lower case
	lat, lon float64
	known    bool // has coordinates
	district bool
	country  bool
}

// sitesOf returns the places of reports in the order in which they are first
// named, and the number of each by its key.
func sitesOf(reports []Report) (sites []site, siteOf map[string]int32) {
	siteOf = map[string]int32{}
	for i := range reports {
		for k := range reports[i].Places {
			p := &reports[i].Places[k]
			key := siteKey(p)
			if _, ok := siteOf[key]; ok {
				continue
			}
			siteOf[key] = int32(len(sites))
			sites = append(sites, site{hash: hashWord(key), name: hashWord(lower(p.Name)), lat: p.Lat, lon: p.Lon,
				known: p.Lat != 0 || p.Lon != 0, district: p.Precision == events.DistrictPlace, country: p.Precision == events.CountryPlace})
		}
	}
	return sites, siteOf
}

// siteKey is what makes two places of reports one: the id of the gazetteer, or the name.
func siteKey(p *events.Place) string {
	if p.ID == "" {
		return "\x00" + lower(p.Name)
	}
	return p.ID
}

// km returns the great-circle distance in kilometres by the haversine formula
// on a sphere of 6,371 km.
func km(a, b site) float64 {
	const rad = math.Pi / 180
	s1, s2 := math.Sin((b.lat-a.lat)*rad/2), math.Sin((b.lon-a.lon)*rad/2)
	h := s1*s1 + math.Cos(a.lat*rad)*math.Cos(b.lat*rad)*s2*s2
	return 2 * 6371 * math.Asin(math.Sqrt(min(1, h)))
}

// placesKm returns the distance of two places of the gazetteer.
func placesKm(p, q *events.Place) float64 {
	return km(site{lat: p.Lat, lon: p.Lon}, site{lat: q.Lat, lon: q.Lon})
}
