package data

import (
	"slices"
	"sort"
	"strconv"
	"sync"
)

// Places is the gazetteer: the GeoNames places of 500 inhabitants or more and
// their first-level areas, with the countries, regions and further names of
// the text files in places/. It is safe for concurrent use.
type Places struct {
	table *placeTable
	text  *placeText
	cache nameCache
}

// Gazetteer returns the embedded gazetteer, opened and checked on first use.
// The error, if any, names the file and line that cannot be read.
var Gazetteer = sync.OnceValues(func() (*Places, error) {
	t, err := openTable(placesTable)
	if err != nil {
		return nil, err
	}
	text, err := readPlaceText(t)
	if err != nil {
		return nil, err
	}
	return &Places{table: t, text: text}, nil
})

// Place is an entry of the gazetteer.
type Place struct {
	// ID is a GeoNames id ("586523"), GeoNames' code of a first-level area
	// ("AZ.20"), an ISO 3166-1 code of a country ("AZ"), or the id that
	// regions.txt gives ("caspian-sea").
	ID string
	// Names are the names to show, in alphabetical order, at least one: one
	// for most places, all names in use where they are disputed.
	Names []string
	// Country is the ISO 3166-1 code, "" for a region across countries; Admin
	// is the name of the first-level area, "" if not known.
	Country, Admin string
	// Lat and Lon are degrees (WGS 84), to 0.0001 for GeoNames places. An
	// area's are the mean of its places, weighted by population.
	Lat, Lon float64
	// Population has three significant digits, 0 if not known; an area's is
	// the sum over its places.
	Population int64
	// Precision is point, locality, district, region or country.
	Precision string
	Class     PlaceClass
}

// PlaceRef names an entry of the gazetteer within one process; ids are what lasts.
type PlaceRef uint32

// textRefs is the first reference to an entry of the text files.
const textRefs PlaceRef = 1 << placeBits

// Lookup returns the places that bear the name, folded as by FoldPlace: those
// of the text files first, then in order of population, larger first. It
// returns nil, and allocates nothing, when there is none.
func (g *Places) Lookup(name string) []Place {
	var buf [64]byte
	n := g.Name(FoldPlace(buf[:0], name))
	if n == nil || len(n.Refs) == 0 {
		return nil
	}
	places := make([]Place, len(n.Refs))
	for i, r := range n.Refs {
		places[i] = g.Place(r)
	}
	return places
}

// CapitalOf returns the capital of the country of that ISO code and whether
// the gazetteer has it.
func (g *Places) CapitalOf(country string) (PlaceRef, bool) {
	c, ok := g.text.ids[country]
	if !ok || g.text.entries[c-textRefs].capital == "" {
		return 0, false
	}
	n := g.Name(FoldPlace(nil, g.text.entries[c-textRefs].capital))
	if n == nil {
		return 0, false
	}
	best, found := PlaceRef(0), false
	for _, r := range n.Refs {
		if x := g.Facts(r); x.Country == country && x.Class < Area && (!found || x.Class < g.Facts(best).Class) {
			best, found = r, true
		}
	}
	return best, found
}

// Curated reports whether a line of the text files is about the place.
func (g *Places) Curated(r PlaceRef) bool { return r >= textRefs || g.text.extra[r] != nil }

// Facts are the parts of a place that cost no allocation.
type Facts struct {
	Country    string
	AdminCode  string // of the first-level area: "AZ.20"
	Lat, Lon   float64
	Population int64
	Class      PlaceClass
}

// Facts returns the facts of a place.
func (g *Places) Facts(r PlaceRef) Facts {
	if r >= textRefs {
		e := &g.text.entries[r-textRefs]
		return Facts{e.country, e.admin, e.lat, e.lon, e.population, e.class}
	}
	x := g.table.record(int(r))
	code, _ := g.table.adminLine(x.admin)
	return Facts{code[:min(2, len(code))], code, x.lat, x.lon, x.population, x.class}
}

// Place returns the entry.
func (g *Places) Place(r PlaceRef) Place {
	if r >= textRefs {
		e := &g.text.entries[r-textRefs]
		return Place{e.id, e.shown, e.country, "", e.lat, e.lon, e.population, e.precision, e.class}
	}
	x := g.table.record(int(r))
	code, admin := g.table.adminLine(x.admin)
	p := Place{Country: code[:min(2, len(code))], Admin: admin, Lat: x.lat, Lon: x.lon, Population: x.population,
		Class: x.class, Precision: "locality"}
	packed, id := g.table.decode(nil, int(r))
	cursor := nameCursor{packed: packed}
	cursor.next()
	p.Names = []string{string(cursor.name)}
	if p.ID = strconv.FormatInt(id, 10); x.class == Area {
		p.ID, p.Precision = code, "region"
	}
	if e := g.text.extra[r]; e != nil {
		p.Names = e.shown
	}
	return p
}

// AllNames returns every name of the place: those shown, historical ones, and
// those in other languages and scripts, sorted by bytes.
func (g *Places) AllNames(r PlaceRef) []string {
	if r >= textRefs {
		e := &g.text.entries[r-textRefs]
		return slices.Compact(slices.Sorted(slices.Values(slices.Concat(e.shown, e.others))))
	}
	var names []string
	packed, _ := g.table.decode(nil, int(r))
	for c := (nameCursor{packed: packed}); c.next(); {
		names = append(names, string(c.name))
	}
	if g.table.record(int(r)).class == Area { // its last name is its code
		names = names[:len(names)-1]
	}
	if e := g.text.extra[r]; e != nil {
		names = slices.Concat(names, e.shown, e.others)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// ByID returns the place of that id and whether there is one.
func (g *Places) ByID(id string) (PlaceRef, bool) {
	if r, ok := g.text.ids[id]; ok {
		return r, true
	}
	if n, err := strconv.ParseInt(id, 10, 64); err == nil {
		return g.table.find(n)
	}
	return g.table.findArea(id)
}

// find returns the place of that GeoNames id: the towns come first, in order of id.
func (t *placeTable) find(id int64) (PlaceRef, bool) {
	groups := len(t.groups) / groupWidth
	lo, hi := 0, groups
	for lo < hi {
		mid := (lo + hi) / 2
		if base := int64(tableUint32(t.groups, mid*groupWidth+4)); base == 0 || base > id {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo == 0 || id == 0 {
		return 0, false
	}
	var buf [1024]byte
	for i := (lo - 1) * groupPlaces; i < min(lo*groupPlaces, t.n); i++ {
		if _, x := t.decode(buf[:0], i); x == id {
			return PlaceRef(i), true
		}
	}
	return 0, false
}

// findArea returns the area of that code: the areas come last, in order of code.
func (t *placeTable) findArea(code string) (PlaceRef, bool) {
	i := sort.Search(t.n, func(i int) bool {
		r := t.record(i)
		c, _ := t.adminLine(r.admin)
		return r.class == Area && c >= code
	})
	if i == t.n {
		return 0, false
	}
	c, _ := t.adminLine(t.record(i).admin)
	return PlaceRef(i), c == code
}
