package places

import (
	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// readRight reads what follows candidate k: a type noun ("Ganja city"), and
// the country or region it lies in ("Ganja, Azerbaijan").
func (f *finder) readRight(k int) {
	c := &f.found[k]
	if c.demonym || c.vague {
		return
	}
	i := c.last
	if !c.possessive && f.word(i) && f.adjacent(i-1) {
		n := i + 1
		p, plural := f.at(i).TypeNoun()
		if f.word(n) && f.adjacent(i) {
			if q, pl := f.phrase(i, n+1).TypeNoun(); q != "" {
				p, plural, n = q, pl, n+1
			}
		}
		if f.phrase(i, n).Roles&data.RoleSuffix == 0 && !plural {
			p = ""
		}
		if p != "" && p != "country" && (!plural || c.list >= 0) && (!f.country(c) || p == "region" && f.tokens[i].Is(text.Upper)) && (f.phrase(i, n).Roles&data.RoleCounty != 0 || !f.followsName(n)) {
			c.typ, c.right = p, n
			c.county = f.phrase(i, n).Roles&data.RoleCounty != 0
			i = n
		}
	}
	open := f.is(i, ",") || f.is(i, "(")
	if open || f.is(i, "in") {
		j := i + 1
		if f.is(j, "in") {
			j++
		}
		for n := 0; n < 2 && f.word(j) && (f.is(j, "the") || f.at(j).Compass != ""); n++ {
			j++
		}
		if p := k + 1; p < len(f.found) && f.found[p].first == j && !f.found[p].demonym && f.mayHold(&f.found[p], c) {
			c.container, c.comma = p, open && j == i+1
			if c.comma {
				c.right = f.found[p].last
			}
		} else if p < len(f.found) && f.found[p].first == j && f.found[p].abbreviated && open && j == i+1 && !f.container(c) && f.roles(c.first)&data.RoleCounty == 0 {
			f.lackedIn(c, p)
		}
	}
}

// lackedIn makes c a place that the gazetteer lacks, in the state that candidate
// p gives by its abbreviation: "Lebanon, Fla.".
func (f *finder) lackedIn(c *candidate, p int) {
	state := &f.found[p]
	state.qualifier = true
	c.container, c.comma, c.right = p, true, state.last
	c.unlisted, c.refs, c.typ, c.country = true, nil, "locality", f.gaz.Facts(state.refs[0]).Country
	c.rule, c.basis = "container", "the text says in which state it lies; the gazetteer has no such place there"
}

// followsName reports whether token i goes on with a name in capitals, so that
// the type noun before it belongs to that name ("Kansas City Royals").
func (f *finder) followsName(i int) bool {
	if !f.word(i) || !f.adjacent(i-1) || !f.tokens[i-1].Is(text.Upper) || !f.tokens[i].Is(text.Upper) {
		return false
	}
	return f.at(i).Roles&(data.RoleOpener|data.RoleTitle) == 0
}

// country reports whether the first reading of c is a country.
func (f *finder) country(c *candidate) bool {
	return len(c.refs) > 0 && !c.demonym && f.gaz.Facts(c.refs[0]).Class == data.Country
}

// container reports whether some reading of c is a country or an area, which
// other places lie in.
func (f *finder) container(c *candidate) bool {
	for _, r := range c.refs {
		if class := f.gaz.Facts(r).Class; class == data.Country || class == data.Area || class == data.Region {
			return true
		}
	}
	return false
}

// mayHold reports whether some reading of c lies in one of holder, so that
// "Agdam, Jabrayil" is a list though Jabrayil is the name of an area as well.
func (f *finder) mayHold(holder, c *candidate) bool {
	if !f.container(holder) {
		return false
	}
	for _, r := range c.refs[:min(len(c.refs), maxReadings)] {
		if x := f.gaz.Facts(r); x.Class != data.Country && f.within(holder, x) && holder.name != c.name {
			return true
		}
	}
	return false
}
