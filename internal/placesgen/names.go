package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/data"
)

func fold(name string) string { return string(data.FoldPlace(nil, name)) }

var bracketed = regexp.MustCompile(`\s*[(\[][^)\]]*[)\]]?`)

// digraphs lists the countries whose languages write ä, ö, ü, å or ø as two
// letters when they must, so that "Koeln" is a spelling people use and
// "Gaencae" is not.
const digraphs = "AT CH DE DK EE FI FO IS LI LU NO SE"

// wellKnown is the population from which a place keeps its names in every
// script; smaller ones keep Latin and the scripts of their country.
const wellKnown = 100_000

// scripts lists who writes in what besides Latin, languages of minorities and
// of the recent past included.
var scripts = []struct {
	table     *unicode.RangeTable
	countries string
}{
	{unicode.Cyrillic, "AM AZ BA BG BY EE GE KG KZ LT LV MD ME MK MN RS RU TJ TM UA UZ XK"},
	{unicode.Armenian, "AM AZ GE TR"},
	{unicode.Georgian, "AM AZ GE"},
	{unicode.Greek, "AL CY GR MK TR"},
	{unicode.Hebrew, "IL PS"},
	{unicode.Arabic, "AE AF BH DJ DZ EG EH ER IL IN IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SS SY TD TN TR YE"},
	{unicode.Han, "CN HK JP KR MO MY SG TW"},
	{unicode.Hiragana, "JP"},
	{unicode.Katakana, "JP"},
	{unicode.Hangul, "KP KR"},
	{unicode.Devanagari, "IN NP"},
	{unicode.Bengali, "BD IN"},
	{unicode.Gurmukhi, "IN PK"},
	{unicode.Gujarati, "IN"},
	{unicode.Oriya, "IN"},
	{unicode.Tamil, "IN LK MY SG"},
	{unicode.Telugu, "IN"},
	{unicode.Kannada, "IN"},
	{unicode.Malayalam, "IN"},
	{unicode.Sinhala, "LK"},
	{unicode.Thai, "TH"},
	{unicode.Lao, "LA"},
	{unicode.Khmer, "KH"},
	{unicode.Myanmar, "MM"},
	{unicode.Tibetan, "BT CN IN"},
	{unicode.Ethiopic, "ER ET"},
	{unicode.Thaana, "MV"},
	{unicode.Mongolian, "CN MN"},
	{unicode.Syriac, "IQ IR SY TR"},
	{unicode.Tifinagh, "DZ LY MA ML NE"},
}

// native reports whether name is in Latin or in a script of the country.
func native(name, country string) bool {
	for _, r := range name {
		if !unicode.IsLetter(r) || unicode.Is(unicode.Latin, r) {
			continue
		}
		i := slices.IndexFunc(scripts, func(s struct {
			table     *unicode.RangeTable
			countries string
		}) bool {
			return unicode.Is(s.table, r)
		})
		return i >= 0 && strings.Contains(scripts[i].countries, country)
	}
	return true
}

// cleanNames returns main and those alternate names that a text may use, one
// for each folded form, main first, the others sorted.
func cleanNames(main string, alternates []string, country string, population int, words map[string]int) []string {
	main = strings.TrimSpace(bracketed.ReplaceAllString(main, ""))
	seen := map[string]int{}
	var names []string
	add := func(name string) {
		k := fold(name)
		if k == "" {
			return
		}
		if i, ok := seen[k]; ok {
			if i > 0 && better(name, names[i]) {
				names[i] = name
			}
			return
		}
		seen[k] = len(names)
		names = append(names, name)
	}
	if fold(main) == "" || strings.Contains(main, "http") {
		return nil
	}
	add(main)
	for part := range strings.SplitSeq(main, "/") {
		if part = strings.TrimSpace(part); utf8.RuneCountInString(part) >= 4 {
			add(part)
		}
	}
	slices.Sort(alternates)
	var late []string
	for _, a := range alternates {
		a = strings.TrimSpace(bracketed.ReplaceAllString(a, ""))
		switch {
		case !usable(a), population < 300_000 && words[strings.ToLower(a)] > 0, population < wellKnown && !native(a, country):
		case strings.Contains(a, "ae") || strings.Contains(a, "oe") || strings.Contains(a, "ue"):
			late = append(late, a)
		default:
			add(a)
		}
	}
	for _, a := range late {
		k := strings.NewReplacer("ae", "a", "oe", "o", "ue", "u").Replace(fold(a))
		if _, ok := seen[k]; ok && !strings.Contains(digraphs, country) {
			continue
		}
		add(a)
	}
	slices.Sort(names[1:])
	return names
}

// usable tells names from codes, from machine transliterations (which
// GeoNames has in lower case), and from what no reader would take for a name.
func usable(name string) bool {
	if name == "" || len(name) > 60 || strings.ContainsAny(name, "0123456789/;:\"@#+=<>|") {
		return false
	}
	var letters, upper, lower int
	for _, r := range name {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			upper++
			letters++
		case unicode.IsLower(r):
			lower++
			letters++
		case unicode.IsLetter(r):
			letters++
		}
	}
	if upper+lower == 0 {
		return letters >= 2
	}
	if upper == 0 || letters < 4 {
		return false
	}
	return lower > 0 || letters > 5
}

// better prefers the spelling with more letters of its own over plain ASCII.
func better(a, b string) bool {
	x, y := len(a)-utf8.RuneCountInString(a), len(b)-utf8.RuneCountInString(b)
	return x > y || x == y && a < b
}

// show makes name the first of names.
func show(names []string, name string) []string {
	if names[0] == name {
		return names
	}
	k := fold(name)
	rest := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return fold(n) == k })
	slices.Sort(rest)
	return append([]string{name}, rest...)
}

var areaWord = regexp.MustCompile(`(?i)^(?:(?:the )?(?:state|province|region|district|county|governorate|oblast|republic|department|municipality|canton|prefecture) of )|` +
	` (?:province|region|district|county|governorate|oblast|state|department|municipality|raion|rayon|krai|prefecture|parish|canton|city|division|voivodeship|sahari|republic)$`)

// areaNames returns an area's name without its type, then as listed. Only the
// first stands in the index by itself: the type is read from the text.
func areaNames(name string) []string {
	name = strings.TrimSpace(bracketed.ReplaceAllString(name, ""))
	short := strings.TrimSpace(areaWord.ReplaceAllString(name, ""))
	if fold(short) == "" {
		short = name
	}
	if fold(short) == "" {
		return nil
	}
	if fold(short) == fold(name) {
		return []string{name}
	}
	return []string{name, short}
}
