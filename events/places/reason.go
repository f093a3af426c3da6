package places

import (
	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// Populations from which a name is taken for a place, the less the text says the larger.
const (
	smallTown  = 15_000    // beside something else that speaks for it
	townSize   = 50_000    // before what a town has: "a Lubbock dance hall"
	largeCity  = 300_000   // with nothing but its name
	largeAlike = 500_000   // likewise, with the name of its country elsewhere and a name that persons have
	metropolis = 2_000_000 // likewise, with a name that persons have
)

// support is what a text says for taking a candidate to be a place.
type support struct {
	*candidate
	k, reading int        // the candidate, and which of its refs
	place      data.Facts // of that
	top        float64    // the weight of the country that the document tells most of
	single     bool       // the name is one word
	personal   bool       // likewise, and one that persons have
	cue        bool       // words before it want a place
	context    bool       // the document names its country or region
	listed     bool       // it stands in a list with a place
}

// reason returns the rule and the words for taking candidate k to be x, its reading i, "" if nothing
// supports it enough. The first step that decides says so.
func (f *finder) reason(k, i int, x data.Facts, top float64) (rule, basis string) {
	c := &f.found[k]
	s := support{candidate: c, k: k, reading: i, place: x, top: top, single: c.last-c.first == 1}
	s.personal = f.personal(c) && s.single
	if rule, basis, decided := f.statedReason(&s); decided {
		return rule, basis
	}
	if f.ruledOut(&s) {
		return "", ""
	}
	if rule, basis = f.strongReason(&s); rule != "" || f.shortForm(&s) {
		return rule, basis
	}
	s.cue = located(c.relation) || c.relation == "" && !s.personal && f.adjacent(c.first-1) && f.roles(c.first-1)&data.RoleLocative != 0 // "struck Rafah"
	s.context = f.names(c, x) > 0
	s.listed = c.list >= 0 && f.found[c.list].chosen >= 0 && !f.found[c.list].named
	switch {
	case !c.headline && f.articled(c) && (x.Population >= townSize || f.admins[x.AdminCode] && x.Class < data.Area) && f.localAfter(c):
		return "local", "an article before it and what a town has after it"
	case s.personal && c.Main[i] && f.is(c.first-1, "in") && f.word(c.first-2) && f.roles(c.first-2)&data.RoleBelief == 0 && x.Population >= townSize && x.Class < data.Area && !c.headline && (english(x.Country) || s.context):
		return "preposition", "a name of persons as well, but nothing happens in a person"
	case c.Roles&data.RoleStop != 0:
		return f.wordReason(&s)
	}
	return f.nameReason(&s)
}

// statedReason reads what the text says elsewhere of the name, or by an abbreviation, and
// takes a country by its name.
func (f *finder) statedReason(s *support) (rule, basis string, decided bool) {
	switch {
	case s.abbreviated:
		if s.k > 0 && f.found[s.k-1].container == s.k {
			return "container", "abbreviation after a place and a comma", true
		}
		return "", "", true
	case f.locatedAs(s.candidate) >= 0 && (located(s.relation) || !s.personal && !s.opens && s.Roles&data.RoleStop == 0 || f.localAfter(s.candidate)):
		return "located", "the text says elsewhere where it lies", true
	case s.place.Class == data.Country:
		return "country", "name of a country", true
	}
	return "", "", false
}

// ruledOut reports whether what stands beside a name keeps it from being a place.
func (f *finder) ruledOut(s *support) bool {
	x, bare := s.place, s.typ == "" && s.container < 0
	// A small town of an English-speaking country that is mostly called otherwise.
	byname := !s.Main[s.reading] && english(x.Country) && x.Class < data.Area && x.Population < wellKnown && !f.gaz.Curated(s.refs[s.reading])
	switch {
	case byname && s.container < 0:
		return true
	case bare && s.personal && x.Class < data.Area && f.is(s.first-1, "the") && f.adjacent(s.first-1) && !f.localAfter(s.candidate):
		return true // "the Clinton administration"
	}
	return bare && (len(s.Key) <= 2 && !f.gaz.Curated(s.refs[s.reading]) || s.Roles&(data.RoleOrgOf|data.RoleOrg|data.RoleTitle) != 0) // "the University of", "Mayor"
}

// strongReason reads what stands with the name and says what it is.
func (f *finder) strongReason(s *support) (rule, basis string) {
	x := s.place
	switch {
	case s.container >= 0 && f.holds(s.candidate, x):
		return "container", "lies in the country or region named after it"
	case s.owner >= 0 && f.within(&f.found[s.owner], x):
		return "owner", "lies in the country named before it"
	case s.typ != "" && (x.Class >= data.Area || x.Population >= wellKnown || f.weight[x.Country] > 0 || s.top == 0):
		return "type", "the text says what kind of place it is"
	case s.relation == "dateline" && x.Population >= smallTown:
		return "dateline", "opens the report as the place of writing"
	}
	return "", ""
}

// shortForm reports whether a name is short for something else: "GAO".
func (f *finder) shortForm(s *support) bool {
	const longest = 5 // letters
	return s.single && len(s.Key) <= longest && f.tokens[s.first].Is(text.Caps) && s.place.Class < data.Area && !f.capitals(s.first)
}

// wordReason reads what makes an English word the name of a place.
func (f *finder) wordReason(s *support) (rule, basis string) {
	x, the := s.place, f.is(s.first-1, "the")
	within := !s.opens && !s.headline // where a capital says something
	switch {
	case s.Roles&data.RoleCompass != 0 || s.personal && (s.possessive || x.Class < data.Area && !f.gaz.Curated(s.refs[s.reading])):
		return "", "" // "West and Central Africa", "Bush's"
	case s.cue && within && s.Roles&data.RoleOpener == 0 && !the && (x.Population >= wellKnown || f.weight[x.Country] >= 2 && x.Population >= smallTown):
		return "preposition", "an English word, but after a preposition of place and of a town of some size"
	case x.Class == data.Region && within && the:
		return "region", "an English word, but after an article and with a capital" // "the Gulf"
	case s.listed && s.context && !the && f.gaz.Facts(f.found[s.list].refs[f.found[s.list].chosen]).Country == x.Country:
		return "list", "an English word, but in a list with other places of its country"
	case s.context && within && s.Roles&data.RoleOpener == 0 && f.gaz.Curated(s.refs[s.reading]):
		return "country-context", "an English word, but a place of a country that the document names"
	}
	return "", ""
}

// nameReason weighs the size of a place against what the text says around its name.
func (f *finder) nameReason(s *support) (rule, basis string) {
	x, curated := s.place, f.gaz.Curated(s.refs[s.reading])
	if x.Class >= data.Area && (x.Class != data.Area || x.Country == "US" || x.Country == "CA" || len(s.refs) == 1 || f.weight[x.Country] > 0 || s.cue) {
		return "region", "name of a region"
	}
	few := ", the only place of that name"
	if len(s.refs) > 1 {
		few = ""
	}
	town := int64(townSize)
	if !s.single {
		town = smallTown // "Pine Bluff police"
	}
	near := f.nearSpot(x)
	switch {
	case s.relation == "" && !s.headline && !s.personal && x.Population >= town && f.localAfter(s.candidate):
		return "local", "what a town has follows" + few
	case f.large(s):
		if s.context {
			return "country-context", ofCountry + few
		}
		return "population", "the largest place of that name" + few
	case curated && !s.personal && !s.opens && x.Population >= smallTown && f.clear(s.candidate, x):
		return "only", "the only place of that name of any size"
	case s.context && curated:
		return "country-context", ofCountry + few
	case s.listed && (s.context || near):
		return "list", "in a list with other places"
	case s.context && s.cue && !s.headline && (!s.personal || x.Population >= smallTown && !s.opens):
		return "country-context", "after a preposition, in a country that the document names" + few
	case near && (s.cue || !s.personal && !s.opens && !s.possessive) && s.context && s.single:
		return "near", "near other places of the document"
	case s.context && !english(x.Country) && !s.personal && !s.opens && !s.headline && len(s.Key) > 3 && s.Main[s.reading]:
		return "country-context", ofCountry + few
	case s.cue && x.Population >= smallTown && !s.personal && !s.opens && !s.headline && s.top == 0:
		return "population", "after a preposition, the largest place of that name" + few
	}
	return "", ""
}

const ofCountry = "a place of its country, which the document names"

// large reports whether a place is so large that little else must speak for it.
func (f *finder) large(s *support) bool {
	n := s.place.Population
	if n < wellKnown || !(s.cue || s.listed || s.context || n >= largeCity) {
		return false
	}
	return !s.personal || s.cue || s.listed || s.context && n >= largeAlike || n >= metropolis
}

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
