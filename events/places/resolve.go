package places

import (
	"math"
	"slices"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// resolve settles which place each candidate is, in two passes: first what is
// clear without context, then the rest by what the first pass found.
func (f *finder) resolve() {
	f.weight, f.admins, f.areas, f.counted, f.settled, f.full = map[string]float64{}, map[string]bool{}, map[string]int{}, map[string]bool{}, map[reading]int{}, map[data.PlaceRef]bool{}
	if f.opt.Country != "" {
		f.weight[f.opt.Country] = 1
	}
	f.findLocated()
	for k := range f.found {
		f.gather(&f.found[k])
	}
	top := 0.0
	for _, w := range f.weight {
		top = max(top, w)
	}
	for k := range f.found {
		if c := &f.found[k]; f.locates(c) {
			if i := f.best(k, top); f.holds(c, f.gaz.Facts(c.refs[i])) {
				f.located[c.name] = i
			}
		}
	}
	for k := range f.found {
		if c := &f.found[k]; c.chosen < 0 && len(c.refs) > 0 {
			f.settle(k, top)
		}
	}
	f.nameAgain()
}

// nameAgain takes a name that by itself could mean anything ("the Queens crash") for the
// place of which the text says elsewhere by a preposition that it is one.
func (f *finder) nameAgain() {
	met := map[*name]int{}
	for k := range f.found {
		if c := &f.found[k]; c.chosen >= 0 && !c.named && !c.demonym && c.typ == "" && located(c.relation) {
			if _, ok := met[c.name]; !ok {
				met[c.name] = c.chosen
			}
		}
	}
	for k := range f.found {
		c := &f.found[k]
		i, ok := met[c.name]
		if !ok || c.chosen >= 0 || c.named || c.demonym || c.unlisted || c.vague || c.rule != "" {
			continue
		}
		if word := f.personal(c) || c.Roles&data.RoleStop != 0; word && (c.opens || c.headline) {
			continue // a capital there says nothing
		}
		c.chosen, c.rule, c.basis = i, "again", "the text says elsewhere that it is a place"
	}
}

// findLocated notes the names that the text tells once where they lie: "DOVER,
// Del.". Which place that is, is not known yet.
func (f *finder) findLocated() {
	f.located = map[*name]int{}
	for k := range f.found {
		if c := &f.found[k]; f.locates(c) {
			f.located[c.name] = -1
		}
	}
}

// locates reports whether what c names is told to lie in what follows it: a
// town in a state or a country, but not a country in a list of countries.
func (f *finder) locates(c *candidate) bool {
	if c.container < 0 || !c.comma || c.named || c.demonym || len(c.refs) == 0 {
		return false
	}
	holder := &f.found[c.container]
	return holder.abbreviated || f.gaz.Facts(c.refs[0]).Class < data.Area || f.gaz.Facts(holder.refs[0]).Class == data.Area
}

// locatedAs returns the reading that the text elsewhere gives to the name of a candidate
// that it leaves alone here, -1 for none.
func (f *finder) locatedAs(c *candidate) int {
	if i, ok := f.located[c.name]; ok && c.owner < 0 && c.container < 0 && !c.demonym && (c.typ == "" || c.typ == "locality") {
		return i
	}
	return -1
}

// gather settles a candidate that has one clear reading, and counts its country.
func (f *finder) gather(c *candidate) {
	if len(c.refs) == 0 || c.abbreviated {
		return
	}
	if _, ok := f.located[c.name]; ok && c.container < 0 {
		return // "Lebanon", where the text tells of Lebanon, Pa.
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
		if len(c.refs) == 1 {
			f.full[c.refs[0]] = true
		}
		f.weight[first.Country] += 1
		if first.AdminCode != "" && !f.admins[first.AdminCode] && !f.cityElsewhere(c, first) {
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

// cityElsewhere reports whether the name of an area is that of a well-known city
// outside of it: "Washington" names no state.
func (f *finder) cityElsewhere(c *candidate, area data.Facts) bool {
	for _, r := range c.refs[1:min(len(c.refs), 6)] {
		if x := f.gaz.Facts(r); x.Class < data.Area && x.Population >= wellKnown && x.AdminCode != area.AdminCode {
			return true
		}
	}
	return false
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
	if c.county && (x.Class < data.Area || x.Class == data.Area && x.Country == "US") && rule != "" {
		c.unlisted, c.refs, c.country, c.last = true, nil, x.Country, c.right // "Oakland County" is not Oakland
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

// settledTypes are the types with which context alone settles a name once for the text.
var settledTypes = []string{"", "locality", "district", "region"}

// best returns the reading with the highest score.
func (f *finder) best(k int, top float64) int {
	c := &f.found[k]
	free := c.owner < 0 && c.container < 0 && !c.demonym
	if len(c.refs) == 1 {
		return 0
	}
	if i := f.locatedAs(c); i >= 0 {
		return i
	}
	once := free && slices.Contains(settledTypes, c.typ)
	if i, ok := f.settled[reading{c.name, c.typ}]; ok && once {
		return i
	}
	best, high := 0, math.Inf(-1)
	for i := range c.refs[:min(len(c.refs), maxReadings)] {
		if s := f.score(c, i, top); s > high {
			best, high = i, s
		}
	}
	if once {
		f.settled[reading{c.name, c.typ}] = best
	}
	return best
}
