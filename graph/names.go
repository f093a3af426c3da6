package graph

import (
	"strings"

	"github.com/dateline-project/dateline/events"
)

// lastNames is how many words of a person's name tell who it is, from the last on.
const lastNames = 2

// appendPerson appends what tells a person's name from another to dst: the
// hashes of its last words without what spellings differ in.
func appendPerson(dst []word, a events.Actor) []word {
	parts := strings.Fields(a.Name)
	for _, p := range parts[max(0, len(parts)-lastNames):] {
		if s := spelling(p); s != "" {
			dst = append(dst, hashWord(s))
		}
	}
	return dst
}

// alikeSounds are letters that one name is written with here and another there.
var alikeSounds = strings.NewReplacer("tch", "k", "ch", "k", "sch", "s", "sh", "s", "ph", "f", "kh", "k", "gh", "g", "zh", "z", "ck", "k", "c", "k", "q", "k", "x", "k", "w", "v", "z", "s", "dj", "j")

// spelling returns the consonants of a name as far as its spellings agree:
// "Yusuf" and "Yousef" have one, "Mikhail" and "Michael" too. A name without any
// is returned in lower case.
func spelling(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(foldName(name), "'s"), "’s")
	var b strings.Builder
	last := rune(0)
	for _, r := range alikeSounds.Replace(name) {
		if strings.ContainsRune("aeiouyhj'’`-.,", r) || r == last {
			continue
		}
		last = r
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return name
	}
	return b.String()
}

// differ reports whether two texts name persons in one part of a happening, and
// none of them may be the same.
func differ(x, y []word) bool { return len(x) > 0 && len(y) > 0 && !meet(x, y) }
