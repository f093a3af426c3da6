package graph

import (
	"slices"
	"strings"
)

// actorOf returns who did it, as a report says: the first that is no person.
func actorOf(r *Report) string {
	for _, a := range r.Actors {
		if a.Sort != "person" {
			return a.Name
		}
	}
	return ""
}

// ownersOf returns the words that say whose the actors of a report are, other
// than persons: of two armies each is somebody's, and "the army" may be either.
func ownersOf(r *Report) []string {
	var out []string
	for _, a := range r.Actors {
		if a.Sort != "person" {
			out = append(out, slices.DeleteFunc(nameParts(a.Name), func(w string) bool { return institutional(w) || english().unowned[w] })...)
		}
	}
	return out
}

// otherOwners reports whether two lists of owners, neither empty, have none in common.
func otherOwners(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(v string) bool {
		return slices.ContainsFunc(b, func(w string) bool { return oneOwner(v, w) })
	})
}

// oneOwner reports whether two words name one country or party, one of them
// perhaps by the adjective: Azerbaijan and Azerbaijani, Syria and Syrians.
func oneOwner(a, b string) bool {
	if a == b || english().countries[a] == b || english().countries[b] == a {
		return true
	}
	return slices.ContainsFunc(owned(a), func(v string) bool { return slices.Contains(owned(b), v) })
}

// owned returns a word and what is left of it without each ending, at least
// four letters.
func owned(w string) []string {
	out := []string{w}
	for _, e := range english().countryEndings {
		if s, ok := strings.CutSuffix(w, e); ok && len(s) >= 4 {
			out = append(out, s)
		}
	}
	return out
}
