package data

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
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
	"population", "quantity", "multiplier", "currency-sign", "currency", "money-scale", "bound", "person-title", "organisation", "force", "group", "instrument", "reference-definite", "auxiliary", "stative", "light", "count-link", "implicative",
	"unit", "numbered", "intransitive", "part", "count-filler", "place-preposition", "time-preposition", "time-filler", "determiner", "empty-subject",
	"tried", "unable", "almost", "prospect", "charged", "unreal", "happen", "count-move", "spot", "site", "soil", "local", "seated", "onset", "take-up-same", "take-up-after",
	"speech-that", "speech-clause", "speech-to", "speech-quote", "speech-as", "speech-mind", "speech-question", "speech-phrase", "hearsay", "speech-noun", "assess", "utter", "tell", "citing", "settle", "clause-link", "indefinite", "generic",
	"person", "ordinal", "hit", "own-hand", "manifold", "slaying", "to-death", "another-deed", "later-deed", "death-of", "cast", "deciding", "form",
	"call-out", "body", "find",
	"link-cue", "link-opener", "link-daytime", "link-restarts", "link-unit", "link-just", "query-filler", "repeated", "hedge-modal", "compare-stop",
	"compare-noun-ending", "compare-definite", "compare-another", "compare-edge", "compare-located", "compare-year-lead", "compare-name-filler",
	"compare-pronoun", "compare-crowd", "compare-institution", "compare-institution-stem", "compare-unowned", "compare-people", "compare-country-ending",
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
			if !slices.Contains(wordLists, section) && !holdsPhrases(kinds, section) && !slices.Contains(tables, section) {
				return nil, fail("section [%s] is neither a kind of kinds.txt nor a word list", section)
			}
			continue
		}
		switch {
		case section == "":
			return nil, fail("a line before the first [section]")
		case slices.Contains(wordLists, section):
			x.Lists[section] = append(x.Lists[section], strings.ToLower(line))
		default:
			if err := x.add(section, line, i+1); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, i+1, err)
			}
		}
	}
	return x, nil
}

// tables are the sections of a lexicon file that are neither kinds nor word lists.
var tables = []string{"irregular", "plural", "examples"}

// holdsPhrases reports whether a section is that of a kind, or of what tells none.
func holdsPhrases(kinds []Kind, section string) bool {
	return section == NoEvent || hasKind(kinds, section)
}

func hasKind(kinds []Kind, id string) bool {
	return slices.ContainsFunc(kinds, func(k Kind) bool { return k.ID == id })
}

// add reads one line of a table or of a kind's section.
func (x *Lexicon) add(section, line string, number int) error {
	fields := strings.Fields(line)
	switch section {
	case "irregular":
		if len(fields) != 3 {
			return fmt.Errorf("want base, past, participle: three words")
		}
		x.Irregular = append(x.Irregular, [3]string(fields))
	case "plural":
		if len(fields) != 2 {
			return fmt.Errorf("want one and many: two words")
		}
		x.Plural = append(x.Plural, [2]string(fields))
	case "examples":
		kind, sentence, ok := strings.Cut(line, ": ")
		if !ok {
			return fmt.Errorf("want kind: sentence")
		}
		x.Examples = append(x.Examples, LexiconExample{kind, strings.TrimSpace(sentence), number})
	default:
		p, err := parsePhrase(section, fields)
		if err != nil {
			return err
		}
		p.Line = number
		x.Phrases = append(x.Phrases, p)
	}
	return nil
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
		if strings.ContainsFunc(f, noWord) {
			return p, fmt.Errorf("%q: a word is letters, digits, and - ' . & between them", f)
		}
		p.Words = append(p.Words, w)
	}
	if len(p.Words) == 0 || gap > 0 {
		return p, fmt.Errorf("a phrase needs a word, and ends with one")
	}
	if len(p.Words) > longestPhrase {
		return p, fmt.Errorf("a phrase has at most %d words", longestPhrase)
	}
	return p, nil
}

// longestPhrase is how many words a phrase may have.
const longestPhrase = 12

// noWord reports whether no word of a text holds r, besides the slash between words of a phrase.
func noWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("-'.&/", r)
}

// String returns the phrase as it stands in a file.
func (p Phrase) String() string {
	var b strings.Builder
	if p.Weak {
		b.WriteString("? ")
	}
	for i, w := range p.Words {
		if i > 0 {
			b.WriteByte(' ')
		}
		if w.Gap > 0 {
			fmt.Fprintf(&b, "~%d ", w.Gap)
		}
		if w.Place {
			b.WriteString("<place>")
			continue
		}
		if w.Exact {
			b.WriteByte('=')
		}
		b.WriteString(strings.Join(w.Any, "/"))
		if w.POS != 0 {
			b.WriteByte(':')
			b.WriteByte(w.POS)
		}
	}
	return b.String()
}
