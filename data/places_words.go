package data

import (
	"fmt"
	"strings"
)

// PlaceWord is what the text files say of a word or phrase, folded as by FoldPlace.
type PlaceWord struct {
	Refs     []PlaceRef // places of the text files, and those that extra.txt gives this name
	People   []PlaceRef // countries and regions whose people or adjective it is: "azeris"
	Roles    PlaceRole  // what it means in the neighbourhood of a name
	Relation string     // what it tells before a name: "in the direction of" is "towards"
	Ends     bool       // whether a phrase with a Relation ends with it, or is it
	Compass  string     // what it tells as an adjective of a name: "northern" is "north"
	Type     string     // the precision that it stands for as a type noun: "city" is "locality"
	Plural   bool       // whether that type noun is a plural
	Prefix   bool       // whether longer names or demonyms of the text files begin with it
	Begins   bool       // whether a name or phrase of several words of the text files begins with it
	Acronym  bool       // whether it is a name only in capitals: "US"
}

// TypeNoun returns Type and Plural.
func (w *PlaceWord) TypeNoun() (precision string, plural bool) { return w.Type, w.Plural }

// PlaceRole is a set of meanings that a word can have beside a name.
type PlaceRole uint32

// The roles, each a section of words.txt; stop.txt and givennames.txt add to two of them.
const (
	RoleStop         PlaceRole = 1 << iota // an English word: a place only where the text says so
	RoleGiven                              // a given name
	RoleTitle                              // stands before a person's name: "President"
	RoleSpeech                             // what a speaker does: "said"
	RoleOrgOf                              // with "of" and a place it names a body: "Bank of"
	RoleOrg                                // after a place it names a body or a thing: "Times"
	RoleSite                               // after a place it names a spot there: "Airport"
	RoleCompass                            // "northern"
	RoleQuantifier                         // "several"
	RoleLocative                           // a preposition before a place: "in"
	RoleVague                              // a place without a name: "border"
	RoleOpener                             // begins a sentence or stands before a name in capitals without being part of it: "On", "Monday"
	RoleSurname                            // a place's name that is a person's more often
	RoleLocal                              // after a town's name, in lower case, what a town has: "police", "school"
	RoleActorNoun                          // what a demonym describes as an actor: "forces"
	RoleSuffix                             // a type noun that follows names closely: "X village"
	RoleCounty                             // a type noun of areas named after towns elsewhere: "county"
	RoleAbbreviation                       // a name only after a place and a comma: "Ill."
	RoleSeat                               // a seat of power: a place only where somebody is in it or near it: "the White House"
	RoleArticle                            // an indefinite article, before no person's name: "a"
	RoleOwner                              // a pronoun before a name, its type and what describes it: "its"
	RoleNamesake                           // a noun before which a name is a person's: "administration"
	RoleBelief                             // what one has in somebody or something: "interest in"
)

var roleSections = map[string]PlaceRole{
	"stop": RoleStop, "given": RoleGiven, "title": RoleTitle, "speech": RoleSpeech, "organisation of": RoleOrgOf,
	"organisation": RoleOrg, "site": RoleSite, "quantifier": RoleQuantifier, "locative": RoleLocative,
	"vague": RoleVague, "opener": RoleOpener, "surname": RoleSurname, "actor noun": RoleActorNoun, "local": RoleLocal, "abbreviation": RoleAbbreviation, "suffix": RoleSuffix, "county": RoleCounty, "seat": RoleSeat, "article": RoleArticle, "owner": RoleOwner, "namesake": RoleNamesake, "belief": RoleBelief,
}

// readWords reads words.txt: sections of words and phrases separated by ";" or
// line ends. "[relation near]" gives phrases that tell the relation "near",
// "[type locality]" and "[types locality]" type nouns, singular and plural;
// "[compass north]" adjectives that tell "north"; "[not stop]" takes words out of the list of stop words again.
func (x *placeText) readWords() error {
	text, err := placesText.ReadFile("places/words.txt")
	if err != nil {
		return err
	}
	var enter func(word string)
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if section, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSuffix(section, "]")
			verb, arg, _ := strings.Cut(section, " ")
			role, isRole := roleSections[section]
			switch {
			case isRole:
				enter = func(w string) { x.word(w).Roles |= role }
			case section == "not stop":
				enter = func(w string) { x.word(w).Roles &^= RoleStop }
			case section == "not given":
				enter = func(w string) { x.word(w).Roles &^= RoleGiven }
			case verb == "relation" && arg != "":
				enter = func(w string) {
					x.word(w).Relation = arg
					x.word(w[strings.LastIndexByte(w, ' ')+1:]).Ends = true
				}
			case verb == "compass" && arg != "":
				enter = func(w string) { e := x.word(w); e.Roles |= RoleCompass; e.Compass = arg }
			case (verb == "type" || verb == "types") && arg != "":
				enter = func(w string) { e := x.word(w); e.Type, e.Plural = arg, verb == "types" }
			default:
				return fmt.Errorf("data: places/words.txt:%d: no section %q", n, section)
			}
			continue
		}
		if enter == nil {
			return fmt.Errorf("data: places/words.txt:%d: words before the first section", n)
		}
		for _, w := range placeList(line) {
			k := string(FoldPlace(nil, w))
			enter(k)
			if first, _, _ := strings.Cut(k, " "); len(first) > 3 && (x.word(k).Roles&RoleVague != 0 || x.word(k).Plural) {
				x.vague[vagueSlot(first)] = true
			}
		}
	}
	return nil
}
