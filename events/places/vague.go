package places

import (
	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// vagueAt enters a place without a name whose noun is word i ("several
// cities", "more than 10 regions", "the border") and returns the token to go on with.
func (f *finder) vagueAt(i int) int {
	last, plural, precision, vague := -1, false, "", false
	for j, n := i, 0; n < 3 && f.word(j) && f.tokens[j].Flags&text.Upper == 0; j, n = j+1, n+1 {
		w := f.phrase(i, j+1)
		if w.Plural && w.Type != "country" {
			last, plural, precision = j, true, w.Type
		} else if w.Roles&data.RoleVague != 0 {
			last, vague = j, true
		}
		if !f.adjacent(j) {
			break
		}
	}
	if last < 0 {
		return i + 1
	}
	first, counted := f.quantified(i)
	switch {
	case plural && !counted:
		return last + 1
	case vague && !counted && !f.is(i-1, "the") && !f.is(i-1, "The"):
		return last + 1
	}
	if n := last + 2; vague && (f.is(last+1, "of") || f.is(last+1, "with") || f.is(last+1, "between")) {
		if f.is(n, "the") {
			n++
		}
		if f.word(n) && f.tokens[n].Is(text.Upper) {
			return last + 1 // "the border with X": X is the place
		}
	}
	if !counted {
		first = i - 1
	}
	if precision == "" {
		precision = "region"
	}
	c := candidate{name: &nameless, first: first, last: last + 1, left: first, right: last + 1, vague: true, typ: precision, chosen: -1, list: -1, container: -1, owner: -1,
		rule: "vague", basis: "a place without a name"}
	if relation, from := f.relationEnding(first - 1); relation != "" {
		c.relation, c.left = relation, from
	}
	if n := len(f.found); n > 0 && f.found[n-1].last > c.left {
		c.left = max(f.found[n-1].last, 0)
	}
	if n := len(f.found); n > 0 && f.found[n-1].last > c.first {
		return last + 1
	}
	f.found = append(f.found, c)
	return last + 1
}

// quantified returns the first token of the count before noun i, over an
// adjective, and whether there is a count; first is i without one.
func (f *finder) quantified(i int) (first int, counted bool) {
	first = i
	for j, n := i-1, 0; j >= 0 && n < 5; j, n = j-1, n+1 {
		t := f.tokens[j]
		if t.Kind == text.Number {
			first, counted = j, true
			continue
		}
		if t.Kind != text.Word || f.tokens[j+1].Is(text.Line) || !f.tokens[j+1].Is(text.Space) {
			break
		}
		if t.Is(text.Upper) && !f.opensSentence(j) {
			break
		}
		key := f.fold(t)
		switch roles := f.wordOf(key).Roles; {
		case roles&data.RoleQuantifier != 0 || counted && (string(key) == "than" || string(key) == "more" || string(key) == "least" || string(key) == "at"):
			first, counted = j, counted || string(key) != "than" && string(key) != "more"
		case !counted && n < 2 && roles&(data.RoleOpener|data.RoleLocative|data.RoleSpeech) == 0:
		default:
			return first, counted
		}
	}
	return first, counted
}

// unlistedAt enters the word in capitals i, which is no name of the gazetteer,
// if the text calls it a place ("the village of X", "X village"), and returns
// the token to go on with.
func (f *finder) unlistedAt(i int) int {
	last := i
	after := f.is(i-1, "of")
	for n := 0; n < 3; n++ {
		next := f.nextWord(last)
		if n == 0 && !after && (next < 0 || !f.adjacent(i)) && !f.is(i+1, "-") && !f.apostrophe(i+1) && !f.stateFollows(i) {
			return i + 1 // neither "village of X" nor "X village"
		}
		if next < 0 || !f.tokens[next].Is(text.Upper) || f.is(last+1, ".") || f.at(next).Roles&(data.RoleOpener|data.RoleTitle) != 0 {
			break
		}
		last = next
	}
	state := f.stateFollows(last)
	if !after && !state && !f.adjacent(last) {
		return i + 1
	}
	reject := data.RoleOpener | data.RoleTitle | data.RoleStop | data.RoleQuantifier | data.RoleCompass | data.RoleOrgOf
	if f.roles(i)&reject != 0 || f.tokens[i].End-f.tokens[i].Start < 3 || f.tokens[i].Is(text.Caps) && f.tokens[i].End-f.tokens[i].Start < 5 {
		return i + 1
	}
	c := candidate{name: &nameless, first: i, last: last + 1, left: i, right: last + 1, unlisted: true, chosen: -1, list: -1, container: -1, owner: -1,
		rule: "type", basis: "the text calls it a place; the gazetteer lacks it"}
	c.headline = f.headline(i)
	if after && f.word(i-2) && f.tokens[i-2].Flags&text.Upper == 0 {
		if p, _ := f.at(i - 2).TypeNoun(); p == "locality" || p == "district" {
			c.typ = p
		}
	}
	if n := last + 1; c.typ == "" && f.word(n) && f.adjacent(last) && !c.headline && !f.opensSentence(i) {
		if p, plural := f.at(n).TypeNoun(); !plural && (p == "locality" || p == "district" || p == "region") && f.roles(n)&data.RoleSuffix != 0 {
			c.typ, c.right = p, n+1
		}
	}
	if state && !f.opensSentence(i) || state && f.caps(&c) {
		c.typ = "locality"
	}
	if c.typ == "" || c.headline && !state {
		return i + 1
	}
	f.found = append(f.found, c)
	return last + 1
}

// stateFollows reports whether a comma and the abbreviation of a state stand
// after token i, as behind a town: "Sandy Hollow, W.Va.".
func (f *finder) stateFollows(i int) bool {
	return f.is(i+1, ",") && i+3 < len(f.tokens) && f.tokens[i+2].Is(text.Upper) && f.at(i+2).Roles&data.RoleAbbreviation != 0 && f.is(i+3, ".")
}
