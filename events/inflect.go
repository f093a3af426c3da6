package events

import "strings"

// inflector makes the forms of English words.
type inflector struct {
	past, participle, plural map[string][]string
}

func newInflector(irregular [][3]string, plural [][2]string) *inflector {
	f := &inflector{map[string][]string{}, map[string][]string{}, map[string][]string{}}
	for _, v := range irregular {
		f.past[v[0]] = append(f.past[v[0]], v[1])
		f.participle[v[0]] = append(f.participle[v[0]], v[2])
	}
	for _, n := range plural {
		f.plural[n[0]] = append(f.plural[n[0]], n[1])
	}
	return f
}

// verb returns the forms of a verb, its base first.
func (f *inflector) verb(base string) []string {
	head, tail := splitCompound(base)
	forms := []string{base, head + sForm(tail), head + ingForm(tail)}
	if p, ok := f.past[tail]; ok {
		for i := range p {
			forms = append(forms, head+p[i], head+f.participle[tail][i])
		}
		return forms
	}
	return append(forms, head+edForm(tail))
}

// noun returns the singular and the plural.
func (f *inflector) noun(base string) []string {
	head, tail := splitCompound(base)
	if p, ok := f.plural[tail]; ok {
		forms := []string{base}
		for _, x := range p {
			forms = append(forms, head+x)
		}
		return forms
	}
	return []string{base, head + sForm(tail)}
}

// splitCompound cuts a compound before its last part, which is the one that inflects.
func splitCompound(s string) (head, tail string) {
	i := strings.LastIndexByte(s, '-') + 1
	return s[:i], s[i:]
}

func sForm(s string) string {
	switch {
	case hasAnySuffix(s, "s", "x", "z", "ch", "sh"):
		return s + "es"
	case consonantY(s):
		return s[:len(s)-1] + "ies"
	}
	return s + "s"
}

func edForm(s string) string {
	switch {
	case strings.HasSuffix(s, "e"):
		return s + "d"
	case consonantY(s):
		return s[:len(s)-1] + "ied"
	case doubles(s):
		return s + s[len(s)-1:] + "ed"
	}
	return s + "ed"
}

func ingForm(s string) string {
	switch {
	case strings.HasSuffix(s, "ie"):
		return s[:len(s)-2] + "ying"
	case strings.HasSuffix(s, "e") && !hasAnySuffix(s, "ee", "oe", "ye"):
		return s[:len(s)-1] + "ing"
	case doubles(s):
		return s + s[len(s)-1:] + "ing"
	}
	return s + "ing"
}

// doubles reports whether the last consonant is doubled before a vowel ending:
// one-syllable words of the form consonant, vowel, consonant, and the few
// common longer ones that are stressed at the end.
func doubles(s string) bool {
	n := len(s)
	if n < 3 || !isVowel(s[n-2]) || isVowel(s[n-1]) || strings.IndexByte("wxyh", s[n-1]) >= 0 || isVowel(s[n-3]) && !strings.HasSuffix(s[:n-1], "qui") {
		return false
	}
	vowels := 0
	for i := range n {
		if isVowel(s[i]) {
			vowels++
		}
	}
	return vowels == 1 || hasAnySuffix(s, "mit", "fer", "cur", "pel", "bel", "quit", "net", "gun", "nap", "trol")
}

func consonantY(s string) bool {
	n := len(s)
	return n > 1 && s[n-1] == 'y' && !isVowel(s[n-2])
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}
