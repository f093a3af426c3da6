package data

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed lexicon/*.txt
var lexiconFiles embed.FS

// Lexicon is the words of one language that tell events. Phrases are in the
// order of the file.
type Lexicon struct {
	Phrases   []Phrase
	Irregular [][3]string         // base, past, participle of a verb
	Plural    [][2]string         // one, many
	Lists     map[string][]string // the lines of a word list, by the name of its section
	Examples  []LexiconExample
}

// Phrase is a pattern over words that tells one kind of event.
type Phrase struct {
	Kind  string
	Weak  bool // counts only with a date of its own, a figure or a named speaker
	Words []PhraseWord
	Line  int // where it stands in the file, from 1
}

// PhraseWord matches one word, after at most Gap words that match nothing.
type PhraseWord struct {
	Any   []string // one of these, in lower case, with "-" where a compound has it
	Exact bool     // just as written; else in any inflected form
	Place bool     // the name of a place, whichever; Any is empty
	POS   byte     // 'n' noun, 'v' verb, 0 either
	Gap   int
}

// NoEvent is the Kind of a phrase that holds the word of a kind and tells no event: "heart attack".
const NoEvent = "none"

// LexiconExample is a sentence that must, or with Kind "none" must not, tell an event.
type LexiconExample struct {
	Kind, Text string
	Line       int
}

// wordLists are the sections of a lexicon file that are word lists.
var wordLists = []string{
	"abbreviation", "abbreviation-final", "opener", "speech", "according", "hedge", "alleged", "denied", "demanded",
	"demanded-modal", "planned", "planned-modal", "planned-passive", "postponed", "cancelled", "hypothetical", "negated", "comparison", "superlative", "total", "measure",
	"population", "quantity", "multiplier", "bound", "person-title", "organisation", "force", "group", "instrument", "reference-definite", "auxiliary", "stative", "light", "count-link", "implicative", "count-move",
}

// LoadLexicon returns the lexicon of a language, named by its BCP 47 tag, and
// an error if there is none. The result is shared and must not be changed.
func LoadLexicon(tag string) (*Lexicon, error) {
	if tag == "en" {
		return loadEnglish()
	}
	return nil, fmt.Errorf("no lexicon for language %q; events are read from English only", tag)
}

var loadEnglish = sync.OnceValues(func() (*Lexicon, error) {
	text, err := lexiconFiles.ReadFile("lexicon/en.txt")
	if err != nil {
		return nil, err
	}
	return parseLexicon("lexicon/en.txt", string(text))
})

func parseLexicon(name, s string) (*Lexicon, error) {
	kinds, err := Kinds()
	if err != nil {
		return nil, err
	}
	x := &Lexicon{Lists: map[string][]string{}}
	section := ""
	for i, line := range strings.Split(s, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		fail := func(format string, args ...any) error {
			return fmt.Errorf("%s:%d: %s", name, i+1, fmt.Sprintf(format, args...))
		}
		if line[0] == '[' && line[len(line)-1] == ']' {
			section = line[1 : len(line)-1]
			known := section == NoEvent || section == "irregular" || section == "plural" || section == "examples" || slices.Contains(wordLists, section) ||
				slices.ContainsFunc(kinds, func(k Kind) bool { return k.ID == section })
			if !known {
				return nil, fail("section [%s] is neither a kind of kinds.txt nor a word list", section)
			}
			continue
		}
		fields := strings.Fields(line)
		switch {
		case section == "":
			return nil, fail("a line before the first [section]")
		case section == "irregular":
			if len(fields) != 3 {
				return nil, fail("want base, past, participle")
			}
			x.Irregular = append(x.Irregular, [3]string(fields))
		case section == "plural":
			if len(fields) != 2 {
				return nil, fail("want one and many")
			}
			x.Plural = append(x.Plural, [2]string(fields))
		case section == "examples":
			kind, sentence, ok := strings.Cut(line, ": ")
			if !ok {
				return nil, fail("want kind: sentence")
			}
			x.Examples = append(x.Examples, LexiconExample{kind, sentence, i + 1})
		case slices.Contains(wordLists, section):
			x.Lists[section] = append(x.Lists[section], strings.ToLower(line))
		default:
			p, err := parsePhrase(section, fields)
			if err != nil {
				return nil, fail("%v", err)
			}
			p.Line = i + 1
			x.Phrases = append(x.Phrases, p)
		}
	}
	return x, nil
}

func parsePhrase(kind string, fields []string) (Phrase, error) {
	p := Phrase{Kind: kind}
	if fields[0] == "?" {
		p.Weak, fields = true, fields[1:]
	}
	gap := 0
	for _, f := range fields {
		if n, ok := strings.CutPrefix(f, "~"); ok {
			g, err := strconv.Atoi(n)
			if err != nil || g < 1 || g > 9 {
				return p, fmt.Errorf("%q: a gap is ~1 to ~9", f)
			}
			gap = g
			continue
		}
		w := PhraseWord{Gap: gap}
		gap = 0
		if f == "<place>" {
			w.Place = true
			p.Words = append(p.Words, w)
			continue
		}
		f, w.Exact = strings.CutPrefix(f, "=")
		switch {
		case strings.HasSuffix(f, ":n"):
			f, w.POS = f[:len(f)-2], 'n'
		case strings.HasSuffix(f, ":v"):
			f, w.POS = f[:len(f)-2], 'v'
		}
		w.Any = strings.Split(strings.ToLower(f), "/")
		if slices.Contains(w.Any, "") {
			return p, fmt.Errorf("%q: an empty word", f)
		}
		p.Words = append(p.Words, w)
	}
	if len(p.Words) == 0 || gap > 0 {
		return p, fmt.Errorf("a phrase needs a word, and ends with one")
	}
	return p, nil
}
