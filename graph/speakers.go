package graph

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// speakerName returns the words that tell one speaker from another, in lower
// case and alphabetical order: "the Defence Ministry of Norway" and "Norway's
// Defence Ministry" are one. It is "" for a speaker whom the words do not
// tell from others: nobody with a capital, people of a sort ("residents of
// Bergen"), or an institution that every state has and whose owner is not
// told ("the Defence Ministry").
func speakerName(speaker string) string {
	var words []string
	l := english()
	capital, owner := false, false
	for i, w := range strings.Fields(speaker) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		first, _ := utf8.DecodeRuneInString(w)
		low := lower(w)
		for _, s := range []string{"'s", "’s"} {
			low = strings.TrimSuffix(low, s)
		}
		switch {
		case low == "" || l.fillers[low]:
			continue
		case l.crowds[low]:
			return ""
		}
		words = append(words, low)
		upper := unicode.IsUpper(first)
		capital = capital || upper
		// The first word of a sentence has a capital whatever it is; it names
		// an owner unless it is a word of institutions.
		owner = owner || upper && !institutional(low) && !(i == 0 && l.pronouns[low])
	}
	if !capital || !owner {
		return ""
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// institutional reports whether a word only says what sort of institution or
// post it is.
func institutional(low string) bool {
	l := english()
	return l.institutions[low] || slices.ContainsFunc(l.institutionStem, func(s string) bool { return strings.HasPrefix(low, s) })
}
