package places

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
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
	pointsNear    = 0.5 // a place settled before lies within nearKm
	nearKm        = 200.0
	// wellKnown is the population from which a name needs no other support.
	wellKnown = 100_000
	// maxReadings is how many places of one name are compared.
	maxReadings = 40
	// maxSpots is how many settled places the distance is measured to.
	maxSpots = 48
)

// resolve settles which place each candidate is, in two passes: first what is
// clear without context, then the rest by what the first pass found.
func (f *finder) resolve() {
	f.weight, f.admins, f.areas, f.counted = map[string]float64{}, map[string]bool{}, map[string]int{}, map[string]bool{}
	if f.opt.Country != "" {
		f.weight[f.opt.Country] = 1
	}
	for k := range f.found {
		f.gather(&f.found[k])
	}
	top := 0.0
	for _, w := range f.weight {
		top = max(top, w)
	}
	for k := range f.found {
		if c := &f.found[k]; c.chosen < 0 && len(c.refs) > 0 {
			f.settle(k, top)
		}
	}
}

// gather settles a candidate that has one clear reading, and counts its country.
func (f *finder) gather(c *candidate) {
	if len(c.refs) == 0 || c.abbreviated {
		return
	}
	first := f.gaz.Facts(c.refs[0])
	switch {
	case c.demonym:
		f.weight[first.Country] += 1 / float64(len(c.refs))
		if len(c.refs) == 1 {
			c.chosen = 0
		}
	case first.Class == data.Country && len(c.refs) > 1 && f.gaz.Facts(c.refs[1]).Class >= data.Area:
		f.weight[first.Country] += 0.5 // "Georgia"
	case first.Class == data.Country:
		f.weight[first.Country] += 2
	case first.Class >= data.Area && !c.named && f.clear(c, first):
		f.weight[first.Country] += 1
		if first.AdminCode != "" && !f.admins[first.AdminCode] {
			f.admins[first.AdminCode] = true
			f.areas[first.Country]++
		}
		f.spot(first)
	case !c.named && c.Roles == 0 && first.Population >= wellKnown && f.clear(c, first):
		if !f.counted[c.Key] {
			f.counted[c.Key] = true
			f.weight[first.Country] += 1
			f.spot(first)
		}
	}
}

// clear reports whether the readings of c in other countries than the first
// are all far smaller.
func (f *finder) clear(c *candidate, first data.Facts) bool {
	for _, r := range c.refs[1:min(len(c.refs), 6)] {
		if x := f.gaz.Facts(r); x.Country != first.Country && (x.Class >= data.Area || x.Population*20 > first.Population && first.Population > 0) {
			return false
		}
	}
	return true
}

// names returns how strongly the document names the country of x apart from
// the candidate c itself.
func (f *finder) names(c *candidate, x data.Facts) float64 {
	w := f.weight[x.Country]
	if f.counted[c.Key] && x.Country == f.gaz.Facts(c.refs[0]).Country {
		w--
	}
	return w
}

func (f *finder) spot(x data.Facts) {
	if len(f.spots) < maxSpots && x.Class != data.Country && !slices.Contains(f.spots, x) {
		f.spots = append(f.spots, x)
	}
}

// settle picks the reading of candidate k, or drops it.
func (f *finder) settle(k int, top float64) {
	c := &f.found[k]
	if c.named && c.typ == "" && c.container < 0 {
		i := f.best(k, top)
		if x := f.gaz.Facts(c.refs[i]); x.Class == data.Country || c.Roles&data.RoleStop == 0 && (f.gaz.Curated(c.refs[i]) || x.Population >= wellKnown) {
			c.chosen = i // a small place's name within another name says nothing
		}
		return
	}
	if c.named && c.rule == "name" && c.right == c.last && f.tokens[c.first-1].Flags&text.Upper == 0 { // "the district of Porta Nuova"
		c.named, c.unlisted, c.refs = false, true, nil
		for n := 0; n < 3 && f.word(c.last) && f.adjacent(c.last-1) && f.tokens[c.last].Is(text.Upper) && (k+1 == len(f.found) || f.found[k+1].first > c.last); n++ {
			c.last++
		}
		c.rule, c.basis = "type", "the text calls it a place; the gazetteer lacks it"
		return
	}
	i := f.best(k, top)
	x := f.gaz.Facts(c.refs[i])
	rule, basis := f.reason(k, i, x, top)
	if c.county && x.Class < data.Area && rule != "" {
		c.unlisted, c.refs, c.country = true, nil, x.Country
		c.rule, c.basis = "type", "an area named after a town that need not lie in it"
		return
	}
	if rule == "" {
		if c.typ != "" && !c.named && c.Roles&(data.RoleOrg|data.RoleOrgOf|data.RoleStop|data.RoleOpener|data.RoleTitle) == 0 && !f.container(c) {
			c.unlisted, c.refs = true, nil
			c.rule, c.basis = "type", "the text calls it a place; the gazetteer's places of that name lie in countries that the document does not name"
		}
		return
	}
	c.chosen = i
	if c.rule == "" {
		c.rule, c.basis = rule, basis
	}
	if c.container >= 0 && f.holds(c, x) && !f.found[c.container].named {
		h := &f.found[c.container]
		h.qualifier = c.comma
		h.chosen, h.rule, h.basis = f.holder(h, x), "container", "the place before it lies there"
	}
	f.spot(x)
}

// settledTypes are the types that name.settled has a slot for.
var settledTypes = []string{"", "locality", "district", "region"}

// best returns the reading with the highest score.
func (f *finder) best(k int, top float64) int {
	c := &f.found[k]
	free := c.owner < 0 && c.container < 0 && !c.demonym
	slot := slices.Index(settledTypes, c.typ)
	if len(c.refs) == 1 {
		return 0
	}
	if free && slot >= 0 && c.settled[slot] > 0 {
		return int(c.settled[slot]) - 1
	}
	best, high := 0, math.Inf(-1)
	for i := range c.refs[:min(len(c.refs), maxReadings)] {
		if s := f.score(c, i, top); s > high {
			best, high = i, s
		}
	}
	if free && slot >= 0 {
		c.settled[slot] = int8(best + 1)
	}
	return best
}

// score adds up what speaks for one reading.
func (f *finder) score(c *candidate, i int, top float64) float64 {
	x := f.gaz.Facts(c.refs[i])
	s := math.Log10(float64(x.Population) + 100)
	switch x.Class {
	case data.Country:
		s = pointsCountry
	case data.Region, data.Feature:
		s = pointsRegion
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
	switch c.typ {
	case "locality":
		if x.Class >= data.Area {
			s -= 2 * pointsType
		}
	case "district", "region":
		if x.Class == data.Area || x.Class == data.Region {
			s += pointsType
		}
	}
	if x.Class < data.Area {
		for _, p := range f.spots {
			if p != x && math.Abs(p.Lat-x.Lat) < 2 && kilometres(p, x) <= nearKm {
				s += pointsNear
				break
			}
		}
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

// reason returns the rule and the words for taking candidate k to be x, its reading i, "" if nothing
// supports it enough.
func (f *finder) reason(k, i int, x data.Facts, top float64) (rule, basis string) {
	c := &f.found[k]
	if c.abbreviated {
		if k > 0 && f.found[k-1].container == k {
			return "container", "abbreviation after a place and a comma"
		}
		return "", ""
	}
	if x.Class == data.Country {
		return "country", "name of a country"
	}
	bare := c.typ == "" && c.container < 0
	if bare && (len(c.Key) <= 2 && !f.gaz.Curated(c.refs[i]) || c.Roles&(data.RoleOrgOf|data.RoleOrg|data.RoleTitle) != 0) {
		return "", "" // "the University of", "Mayor"
	}
	strong := ""
	switch {
	case c.container >= 0 && f.holds(c, x):
		strong = "container"
		basis = "lies in the country or region named after it"
	case c.owner >= 0 && f.within(&f.found[c.owner], x):
		strong = "owner"
		basis = "lies in the country named before it"
	case c.typ != "" && (x.Class >= data.Area || x.Population >= wellKnown || f.weight[x.Country] > 0 || top == 0):
		strong = "type"
		basis = "the text says what kind of place it is"
	case c.relation == "dateline" && x.Population >= 15_000:
		strong = "dateline"
		basis = "opens the report as the place of writing"
	}
	if strong != "" {
		return strong, basis
	}
	if c.last-c.first == 1 && len(c.Key) <= 5 && f.tokens[c.first].Is(text.Caps) && x.Class < data.Area && !f.capitals(c.first) {
		return "", "" // "GAO" is short for something
	}
	cue := located(c.relation)
	context := f.names(c, x) > 0
	listed := c.list >= 0 && f.found[c.list].chosen >= 0 && !f.found[c.list].named
	if c.Roles&data.RoleStop != 0 {
		if cue && !c.opens && !c.headline && c.Roles&data.RoleOpener == 0 && !f.is(c.first-1, "the") && (x.Population >= wellKnown || f.weight[x.Country] >= 2 && x.Population >= 15_000) {
			return "preposition", "an English word, but after a preposition of place and of a town of some size"
		}
		if listed && context && f.gaz.Facts(f.found[c.list].refs[f.found[c.list].chosen]).Country == x.Country {
			return "list", "an English word, but in a list with other places of its country"
		}
		if context && !c.opens && !c.headline && c.Roles&data.RoleOpener == 0 && f.gaz.Curated(c.refs[i]) {
			return "country-context", "an English word, but a place of a country that the document names"
		}
		return "", ""
	}
	switch {
	case x.Class >= data.Area && (x.Class != data.Area || x.Country == "US" || x.Country == "CA" || len(c.refs) == 1 || f.weight[x.Country] > 0 || cue):
		return "region", "name of a region"
	}
	few := ", the only place of that name"
	if len(c.refs) > 1 {
		few = ""
	}
	near := f.nearSpot(x)
	single := c.last-c.first == 1
	common := f.personal(c) && single
	switch {
	case x.Population >= wellKnown && (!common || cue || listed || context && x.Population >= 500_000 || x.Population >= 2_000_000) && (cue || listed || context || x.Population >= 300_000):
		if context {
			return "country-context", "a place of its country, which the document names" + few
		}
		return "population", "the largest place of that name" + few
	case context && f.gaz.Curated(c.refs[i]):
		return "country-context", "a place of its country, which the document names" + few
	case listed && (context || near):
		return "list", "in a list with other places"
	case context && cue && !c.headline && (!common || x.Population >= 15_000 && !c.opens):
		return "country-context", "after a preposition, in a country that the document names" + few
	case near && (cue || !common && !c.opens) && context && single:
		return "near", "near other places of the document"
	case context && !english(x.Country) && !common && !c.opens && !c.headline && len(c.Key) > 3 && c.Main[i]:
		return "country-context", "a place of its country, which the document names" + few
	case cue && x.Population >= 15_000 && !common && !c.opens && !c.headline && top == 0:
		return "population", "after a preposition, the largest place of that name" + few
	}
	return "", ""
}

// english tells the countries where most surnames are places' names as well.
func english(country string) bool {
	switch country {
	case "US", "GB", "CA", "AU", "NZ", "IE", "ZA":
		return true
	}
	return false
}

// located reports whether the relation is one that a place's name follows.
func located(relation string) bool {
	switch relation {
	case "", "of", "dateline", "site", "source":
		return false
	}
	return true
}

func (f *finder) nearSpot(x data.Facts) bool {
	for _, p := range f.spots {
		if p != x && kilometres(p, x) <= nearKm {
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

// mentions turns what was settled into the result.
func (f *finder) mentions() []Mention {
	out := make([]Mention, 0, len(f.found))
	for k := range f.found {
		c := &f.found[k]
		if c.chosen < 0 && !c.vague && !c.unlisted {
			continue
		}
		m := Mention{Demonym: c.demonym, Vague: c.vague, Unlisted: c.unlisted, Named: c.named, Qualifier: c.qualifier,
			Relation: c.relation, Rule: c.rule, Basis: c.basis, Precision: c.typ}
		end := c.last
		if f.is(end-1, ".") {
			end--
		}
		m.Span = f.span(c.first, end)
		if i := c.first - 1; c.chosen >= 0 && f.is(i, "The") && f.adjacent(i) && strings.HasPrefix(f.place(c.refs[c.chosen]).Names[0], "The ") {
			m.Start = int(f.tokens[i].Start)
			c.left = min(c.left, i)
		}
		m.Extent = f.span(max(0, min(c.left, c.first)), max(c.right, c.last))
		m.Name = f.s[m.Start:m.End]
		if c.chosen >= 0 {
			r := c.refs[c.chosen]
			p := f.place(r)
			m.Ref, m.ID, m.Names, m.Country, m.Lat, m.Lon = r, p.ID, p.Names, p.Country, p.Lat, p.Lon
			if m.Precision = p.Precision; c.typ == "district" && p.Class <= data.Area || c.typ == "region" && p.Class < data.Area {
				m.Precision = c.typ
			} else if p.Class == data.Area && end-c.first > 1 {
				if typ, _ := f.at(end - 1).TypeNoun(); typ == "district" { // "Goranboy District"
					m.Precision = typ
				}
			}
		} else if c.country != "" {
			m.Country = c.country
		} else if c.owner >= 0 && f.country(&f.found[c.owner]) || c.owner >= 0 && f.found[c.owner].demonym {
			m.Country = f.gaz.Facts(f.found[c.owner].refs[0]).Country
		}
		out = append(out, m)
	}
	return out
}

func (f *finder) place(r data.PlaceRef) data.Place {
	if p, ok := f.places[r]; ok {
		return p
	}
	p := f.gaz.Place(r)
	if f.places == nil {
		f.places = map[data.PlaceRef]data.Place{}
	}
	f.places[r] = p
	return p
}

func (f *finder) span(i, j int) text.Span {
	return text.Span{Start: int(f.tokens[i].Start), End: int(f.tokens[j-1].End)}
}
