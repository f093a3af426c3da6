package places

import (
	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

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
	single := c.last-c.first == 1
	common := f.personal(c) && single
	if f.locatedAs(c) >= 0 && (located(c.relation) || !common && !c.opens && c.Roles&data.RoleStop == 0 || f.localAfter(c)) {
		return "located", "the text says elsewhere where it lies"
	}
	if x.Class == data.Country {
		return "country", "name of a country"
	}
	bare := c.typ == "" && c.container < 0
	// A small town of an English-speaking country that is mostly called otherwise.
	byname := !c.Main[i] && english(x.Country) && x.Class < data.Area && x.Population < wellKnown && !f.gaz.Curated(c.refs[i])
	if byname && c.container < 0 || bare && common && x.Class < data.Area && f.is(c.first-1, "the") && f.adjacent(c.first-1) && !f.localAfter(c) {
		return "", "" // "the Clinton administration"
	}
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
	cue := located(c.relation) || c.relation == "" && !common && f.adjacent(c.first-1) && f.roles(c.first-1)&data.RoleLocative != 0 // "struck Rafah"
	context := f.names(c, x) > 0
	listed := c.list >= 0 && f.found[c.list].chosen >= 0 && !f.found[c.list].named
	if !c.headline && f.articled(c) && (x.Population >= townSize || f.admins[x.AdminCode] && x.Class < data.Area) && f.localAfter(c) {
		return "local", "an article before it and what a town has after it"
	}
	if common && c.Main[i] && f.is(c.first-1, "in") && x.Population >= townSize && x.Class < data.Area && !c.headline && (english(x.Country) || context) {
		return "preposition", "a name of persons as well, but nothing happens in a person"
	}
	if c.Roles&data.RoleStop != 0 {
		if c.Roles&data.RoleCompass != 0 || common && (c.possessive || x.Class < data.Area && !f.gaz.Curated(c.refs[i])) {
			return "", "" // "West and Central Africa", "Bush's"
		}
		if cue && !c.opens && !c.headline && c.Roles&data.RoleOpener == 0 && !f.is(c.first-1, "the") && (x.Population >= wellKnown || f.weight[x.Country] >= 2 && x.Population >= 15_000) {
			return "preposition", "an English word, but after a preposition of place and of a town of some size"
		}
		if x.Class == data.Region && !c.opens && !c.headline && f.is(c.first-1, "the") {
			return "region", "an English word, but after an article and with a capital" // "the Gulf"
		}
		if listed && context && !f.is(c.first-1, "the") && f.gaz.Facts(f.found[c.list].refs[f.found[c.list].chosen]).Country == x.Country {
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
	size := int64(townSize)
	if !single {
		size = 15_000 // "Pine Bluff police"
	}
	switch {
	case c.relation == "" && !c.headline && !common && x.Population >= size && f.localAfter(c):
		return "local", "what a town has follows" + few
	case x.Population >= wellKnown && (!common || cue || listed || context && x.Population >= 500_000 || x.Population >= 2_000_000) && (cue || listed || context || x.Population >= 300_000):
		if context {
			return "country-context", "a place of its country, which the document names" + few
		}
		return "population", "the largest place of that name" + few
	case f.gaz.Curated(c.refs[i]) && !common && !c.opens && x.Population >= 15_000 && f.clear(c, x):
		return "only", "the only place of that name of any size"
	case context && f.gaz.Curated(c.refs[i]):
		return "country-context", "a place of its country, which the document names" + few
	case listed && (context || near):
		return "list", "in a list with other places"
	case context && cue && !c.headline && (!common || x.Population >= 15_000 && !c.opens):
		return "country-context", "after a preposition, in a country that the document names" + few
	case near && (cue || !common && !c.opens && !c.possessive) && context && single:
		return "near", "near other places of the document"
	case context && !english(x.Country) && !common && !c.opens && !c.headline && len(c.Key) > 3 && c.Main[i]:
		return "country-context", "a place of its country, which the document names" + few
	case cue && x.Population >= 15_000 && !common && !c.opens && !c.headline && top == 0:
		return "population", "after a preposition, the largest place of that name" + few
	}
	return "", ""
}

// townSize is the population from which a name before what a town has is a town's.
const townSize = 50_000

// articled reports whether the indefinite article stands before the name, as
// before no person's and no building's: "a Billings police officer".
func (f *finder) articled(c *candidate) bool {
	i := c.first - 1
	return f.word(i) && f.roles(i)&data.RoleArticle != 0 && f.adjacent(i)
}

// localAfter reports whether one of the next two words, in lower case, is what
// a town has: "a Lubbock dance hall".
func (f *finder) localAfter(c *candidate) bool {
	for i, n := c.last, 0; n < 2 && f.word(i) && f.adjacent(i-1) && f.tokens[i].Flags&text.Upper == 0; i, n = i+1, n+1 {
		switch roles := f.roles(i); {
		case roles&data.RoleLocal != 0:
			return true
		case roles&(data.RoleSpeech|data.RoleLocative|data.RoleOpener) != 0:
			return false
		}
	}
	return false
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
