package graph

import (
	"iter"
	"strconv"
	"strings"
	"sync"

	"github.com/dateline-project/dateline/data"
)

// lexicon is the words by which reports and their texts are compared and
// linked: lists of the lexicon of data, which says what each holds.
type lexicon struct {
	stop            map[word]bool // by the hash of their stems
	nounEndings     []string
	definite        map[string]bool
	another         map[string]bool
	edges           map[string]bool
	located         map[string]bool
	yearLeads       map[string]bool
	abbreviations   map[string]bool
	fillers         map[string]bool
	pronouns        map[string]bool
	crowds          map[string]bool
	institutions    map[string]bool
	institutionStem []string
	unowned         map[string]bool
	countries       map[string]string // of a people
	countryEndings  []string
	asked           map[string]bool
	repeated        map[string]bool
	cues            map[string][]cue // by their first word
	openers         []cue
	dayTimes        map[string]bool
	restarts        map[string]bool
	just            map[string]bool
	units           map[string]unit
	counts          map[string]int // the numbers that stand for a count of units
	hedges          *hedgeWords
}

// unit is the days of a unit of time, and by how many a count of it may be off.
type unit struct{ days, slack float64 }

// english returns the lexicon, read when it is first asked for. Where it cannot
// be read, which a test of data rules out, it knows no word.
var english = sync.OnceValue(func() *lexicon {
	x, err := data.LoadLexicon("en")
	if err != nil {
		x = &data.Lexicon{}
	}
	list := func(name string) []string { return strings.Fields(strings.Join(x.Lists[name], " ")) }
	set := func(name string) map[string]bool { return wordSetOf(list(name)) }
	l := &lexicon{
		stop: map[word]bool{}, nounEndings: list("compare-noun-ending"), definite: set("compare-definite"), another: set("compare-another"),
		edges: set("compare-edge"), located: set("compare-located"), yearLeads: set("compare-year-lead"), abbreviations: set("abbreviation"),
		fillers: set("compare-name-filler"), pronouns: set("compare-pronoun"), crowds: set("compare-crowd"),
		institutions: set("compare-institution"), institutionStem: list("compare-institution-stem"), unowned: set("compare-unowned"),
		countries: map[string]string{}, countryEndings: list("compare-country-ending"), asked: set("query-filler"), repeated: set("repeated"), cues: map[string][]cue{},
		dayTimes: set("link-daytime"), restarts: set("link-restarts"), just: set("link-just"), units: map[string]unit{}, counts: map[string]int{},
		hedges: newHedgeWords(x),
	}
	for _, w := range list("compare-stop") {
		l.stop[hashWord(stem(w))] = true
	}
	for people, country := range pairs(x.Lists["compare-people"]) {
		l.countries[people] = country
	}
	for name, bounds := range pairs(x.Lists["link-unit"]) {
		if f := floats(bounds); len(f) == 2 {
			l.units[name] = unit{days: f[0], slack: f[1]}
		}
	}
	for name, bounds := range pairs(x.Lists["quantity"]) {
		if f := floats(bounds); len(f) == 2 && f[0] == f[1] {
			l.counts[name] = int(f[0])
		}
	}
	for phrase, rest := range pairs(x.Lists["link-cue"]) {
		c := newCue(phrase, rest)
		l.cues[c.words[0]] = append(l.cues[c.words[0]], c)
	}
	for phrase, rest := range pairs(x.Lists["link-opener"]) {
		l.openers = append(l.openers, newCue(phrase, rest))
	}
	return l
})

// pairs yields the two sides of each line "a = b", in order.
func pairs(lines []string) iter.Seq2[string, string] {
	return func(yield func(a, b string) bool) {
		for _, line := range lines {
			if a, b, ok := strings.Cut(line, " = "); ok && !yield(strings.TrimSpace(a), strings.TrimSpace(b)) {
				return
			}
		}
	}
}

// floats returns the numbers of s, nil if a word of it is none.
func floats(s string) []float64 {
	var out []float64
	for _, w := range strings.Fields(s) {
		f, err := strconv.ParseFloat(w, 64)
		if err != nil {
			return nil
		}
		out = append(out, f)
	}
	return out
}

func wordSetOf(words []string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}
