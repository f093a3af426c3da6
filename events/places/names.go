package places

import (
	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// markNames marks the candidates that are part of another name or stand for
// somebody, and remembers the names that the document gives to persons.
func (f *finder) markNames() {
	f.people = map[string]bool{}
	for k := range f.found {
		c := &f.found[k]
		if c.vague || c.unlisted || c.demonym {
			if c.demonym {
				f.markDemonym(c)
			}
			continue
		}
		if rule, basis := f.partOfName(k); rule != "" {
			c.named, c.rule, c.basis = true, rule, basis
			if rule == "person" && !f.country(c) {
				f.people[c.Key] = true
			}
		}
	}
	for k := len(f.found) - 1; k >= 0; k-- { // "Armenia and Azerbaijan accused"
		c := &f.found[k]
		if p := c.list; c.rule == "speaker" && p >= 0 && f.speaks(c) && f.speaks(&f.found[p]) && f.found[p].rule == "" && (f.found[p].relation == "" || f.found[p].relation == "of") {
			f.found[p].named, f.found[p].rule, f.found[p].basis = true, c.rule, c.basis
		}
	}
	f.forgetTowns()
	for k := range f.found {
		c := &f.found[k]
		if !c.named && !c.demonym && !c.vague && f.people[c.Key] && c.typ == "" && c.container < 0 && !(f.known(c) && located(c.relation)) {
			c.named, c.rule, c.basis = true, "person", "the document gives this name to a person"
		}
	}
}

// forgetTowns takes from the names of persons those that the document has stand
// as a place more often: one "Orr Medal" makes no person of the town of Orr.
func (f *finder) forgetTowns() {
	balance := map[string]int{}
	for k := range f.found {
		switch c := &f.found[k]; {
		case !f.people[c.Key]:
		case c.rule == "person":
			balance[c.Key]--
		case !c.named && (located(c.relation) || c.typ != "" || c.container >= 0):
			balance[c.Key]++
		}
	}
	for name, n := range balance {
		if n > 0 {
			delete(f.people, name)
		}
	}
}

// markDemonym marks a demonym within a name of a body or thing: "American Airlines".
func (f *finder) markDemonym(c *candidate) {
	c.rule, c.basis = "demonym", "word for the people of the place"
	if i := c.last; f.word(i) && f.adjacent(i-1) && f.tokens[i].Is(text.Upper) && !c.headline {
		if roles := f.roles(i); roles&data.RoleOrg != 0 {
			c.named = true
		}
	}
}

// partOfName returns the rule by which candidate k is no place, "" if it is one.
func (f *finder) partOfName(k int) (rule, basis string) {
	if rule, basis = f.rightOf(k); rule != "" {
		return rule, basis
	}
	if rule, basis = f.leftOf(k); rule != "" {
		return rule, basis
	}
	return f.speaker(k)
}

// rightOf reads the word after the name.
func (f *finder) rightOf(k int) (rule, basis string) {
	c := &f.found[k]
	i := c.last
	if c.right > c.last && c.container < 0 { // a type noun, already read
		i = c.right
		if !f.tokens[i-1].Is(text.Upper) {
			return "", ""
		}
	}
	if c.possessive || i >= len(f.tokens) || f.tokens[i].Is(text.Line) || f.tokens[i-1].Flags&text.Upper == 0 && f.tokens[i-1].Is(text.Space) {
		return "", "" // a name that ends in lower case ends there: "Heathrow airport"
	}
	t := f.tokens[i]
	if f.is(i, "-") || f.is(i, "–") {
		return f.hyphenRight(k, i)
	}
	if t.Kind != text.Word || !t.Is(text.Space) {
		return "", ""
	}
	next := f.roles(i)
	if next&data.RoleNamesake != 0 && f.personal(c) && !f.country(c) {
		return "person", "names a person's government or a thing with the word after it"
	}
	if !t.Is(text.Upper) {
		return "", ""
	}
	if next&data.RoleSite != 0 && next&data.RoleOrg == 0 || f.siteAhead(i) {
		c.relation = "site"
		return "", ""
	}
	if next&data.RoleOrg != 0 && (!c.headline || next&data.RoleSpeech == 0) {
		return "organisation", "names a body or a thing with the word after it"
	}
	if next&(data.RoleOpener|data.RoleTitle|data.RoleSpeech|data.RoleLocative) != 0 || c.headline {
		return "", ""
	}
	if k+1 < len(f.found) && f.found[k+1].first == i {
		n := &f.found[k+1]
		if n.demonym || f.curated(n) {
			return "", ""
		}
	}
	if p, _ := f.at(i).TypeNoun(); p != "" {
		return "", ""
	}
	if t.Is(text.Caps) && f.country(c) {
		return "", ""
	}
	if f.personal(c) {
		return "person", "given name with the name after it"
	}
	return "name", "part of a longer name"
}

// hyphenRight reads what the hyphen at i joins to the name.
func (f *finder) hyphenRight(k, i int) (rule, basis string) {
	switch next := i + 1; {
	case f.tokens[i].Is(text.Space) || !f.word(next) || f.tokens[next].Is(text.Space):
		return "", ""
	case f.tokens[next].Flags&text.Upper == 0:
		return "compound", "part of a compound adjective"
	case k+1 < len(f.found) && f.found[k+1].first == next, f.country(&f.found[k]):
		return "", ""
	}
	return "name", "joined to another name by a hyphen"
}

// siteAhead reports whether a site's noun follows within the next words in
// capitals: "Kabul International Airport".
func (f *finder) siteAhead(i int) bool {
	for n := 0; n < 3 && f.word(i) && f.tokens[i].Is(text.Upper) && f.adjacent(i-1); i, n = i+1, n+1 {
		r := f.roles(i)
		if r&data.RoleSite != 0 {
			return true
		}
		if r&data.RoleOpener != 0 {
			return false
		}
	}
	return false
}

// leftOf reads the words before the name.
func (f *finder) leftOf(k int) (rule, basis string) {
	c := &f.found[k]
	i := c.first - 1
	switch {
	case i < 0 || c.opens || c.list >= 0:
		return "", ""
	case f.is(i, ".") && f.word(i-1) && f.roles(i-1)&data.RoleTitle != 0:
		return "person", "after a title"
	case f.is(i, ".") && f.initial(i-1) && !f.country(c) && c.last-c.first == 1:
		return "person", "after an initial"
	case f.is(i, "of"):
		return f.ofLeft(k, i-1)
	case f.is(i, "the") && f.is(i-1, "of"):
		return f.ofLeft(k, i-2)
	case !f.word(i) || !f.adjacent(i):
		if f.is(i, "-") && !f.tokens[i].Is(text.Space) && f.word(i-1) && f.endingAt(k, i) < 0 && f.tokens[i-1].Is(text.Upper) && !f.country(c) && f.at(i-1).Compass == "" {
			return "name", "joined to another name by a hyphen"
		}
		return "", ""
	}
	return f.wordLeft(k, i)
}

// initial reports whether token i is the initial of a name.
func (f *finder) initial(i int) bool {
	return f.word(i) && f.tokens[i].End-f.tokens[i].Start == 1 && f.tokens[i].Is(text.Upper)
}

// ofLeft reads the word head, before "of" or "of the" and the name.
func (f *finder) ofLeft(k, head int) (rule, basis string) {
	c := &f.found[k]
	if !f.word(head) || !f.tokens[head].Is(text.Upper) || !f.adjacent(head) {
		return "", ""
	}
	switch roles := f.roles(head); {
	case roles&data.RoleOrg != 0 && c.Roles&data.RoleStop != 0 && !c.headline:
		c.typ = "" // the type noun is a body's: "Department of Justice"
		return "organisation", "part of a body's name"
	case roles&data.RoleOrgOf != 0 && !c.headline:
		return "organisation", "part of a body's name"
	case roles&data.RoleGiven != 0 && c.typ == "" && !f.opensSentence(head) && !c.headline && f.endingAt(k, head+1) < 0:
		return "person", "part of a person's name"
	}
	return "", ""
}

// wordLeft reads the word i right before the name.
func (f *finder) wordLeft(k, i int) (rule, basis string) {
	c, roles := &f.found[k], f.roles(i)
	if roles&data.RoleTitle != 0 && f.tokens[i].Is(text.Upper) && c.typ == "" && c.container < 0 {
		if f.gaz.Facts(c.refs[0]).Class < data.Area || f.personal(c) {
			return "person", "after a title"
		}
		return "", ""
	}
	if !f.tokens[i].Is(text.Upper) || roles&(data.RoleOpener|data.RoleCompass|data.RoleLocative) != 0 {
		return "", ""
	}
	if p := f.endingAt(k, i+1); p >= 0 && (f.found[p].demonym || f.curated(&f.found[p]) || roles&data.RoleGiven == 0) {
		return "", ""
	}
	if p, _ := f.at(i).TypeNoun(); p != "" {
		return "", ""
	}
	if roles&data.RoleGiven != 0 && (c.Roles&data.RoleStop == 0 || !c.headline) {
		if f.country(c) && !f.personal(c) {
			return "", ""
		}
		return "person", "after a given name"
	}
	if c.headline || f.country(c) || f.opensSentence(i) && (!f.personal(c) && f.known(c) || located(c.relation)) {
		return "", ""
	}
	return "name", "part of a longer name"
}

// speaks reports whether c, when it is named as a speaker, is a government: a
// country, a region or a capital.
func (f *finder) speaks(c *candidate) bool {
	if len(c.refs) == 0 {
		return false
	}
	class := f.gaz.Facts(c.refs[0]).Class
	return class == data.Capital || class >= data.Area
}

// curated reports whether a line of the text files is about the first reading of c.
func (f *finder) curated(c *candidate) bool { return len(c.refs) > 0 && f.gaz.Curated(c.refs[0]) }

// known reports whether a reading of c is a place that most readers know.
func (f *finder) known(c *candidate) bool {
	return f.curated(c) || f.gaz.Facts(c.refs[0]).Population >= wellKnown
}

// personal reports whether the name is often a person's.
func (f *finder) personal(c *candidate) bool { return c.Roles&(data.RoleGiven|data.RoleSurname) != 0 }

// speaker reads a verb of speech right after a name that no preposition
// precedes: the name stands for a government or a person.
func (f *finder) speaker(k int) (rule, basis string) {
	c := &f.found[k]
	if c.relation == "source" {
		return "speaker", "speaks: stands for a government or a person"
	}
	if c.Roles&data.RoleSeat != 0 && c.relation != "in" && c.relation != "near" && c.relation != "site" {
		return "actor", "stands for those who sit there"
	}
	if c.relation != "" && c.relation != "of" || c.possessive || !f.word(c.last) || !f.adjacent(c.last-1) || c.right > c.last {
		return "", ""
	}
	i := c.last
	if f.is(i, "also") || f.is(i, "has") || f.is(i, "have") || f.is(i, "had") {
		if !f.word(i + 1) {
			return "", ""
		}
		i++
	}
	if f.tokens[i].Flags&text.Upper == 0 && c.relation == "" && f.roles(c.last)&data.RoleActorNoun != 0 {
		if class := f.gaz.Facts(c.refs[0]).Class; class == data.Capital || class == data.Country {
			return "actor", "stands for a government or its forces"
		}
	}
	if f.tokens[i].Flags&text.Upper == 0 && f.roles(i)&data.RoleSpeech != 0 {
		return "speaker", "speaks: stands for a government or a person"
	}
	return "", ""
}
