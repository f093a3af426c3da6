package data

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// ExampleKinds is a file for LoadKinds with a comment on all that one may hold.
//
//go:embed kinds-example.txt
var ExampleKinds string

// Bounds of a user's file, far above what a person writes.
const (
	maxKindsFile = 1 << 20 // bytes
	maxKinds     = 120     // in all; the graph has room for 128
)

// LoadKinds returns the kinds and the English lexicon with what a user's file
// adds to them; see Merge. name is for errors.
func LoadKinds(name, s string) ([]Kind, *Lexicon, error) {
	kinds, err := Kinds()
	if err != nil {
		return nil, nil, err
	}
	x, err := LoadLexicon("en")
	if err != nil {
		return nil, nil, err
	}
	return Merge(kinds, x, name, s)
}

// Merge adds what the file s says to kinds and to x, which it leaves as they
// are. Above its first [section] a file has lines of kinds.txt: a new id adds
// a kind, a known one gives the kind another label and other classes, and other
// traits if the line names them. Its
// sections are those of a kind, [none] for what tells no event, [irregular],
// [plural] and [examples], as in lexicon/en.txt. Among phrases, "- phrase" takes one away, or only those of
// its words that it names. Phrases of the file go before others of the same
// length. The examples of the result are those of the file. An error begins
// with name and line, and says what to do.
func Merge(kinds []Kind, x *Lexicon, name, s string) ([]Kind, *Lexicon, error) {
	m := &merger{kinds: slices.Clone(kinds), known: x, kindLine: map[string]int{}, phraseLine: map[string]int{}}
	if len(s) > maxKindsFile {
		return nil, nil, fmt.Errorf("%s: %d bytes; a file of kinds has at most %d", name, len(s), maxKindsFile)
	}
	m.kept = slices.Clone(x.Phrases)
	for i, line := range strings.Split(strings.TrimPrefix(s, "\ufeff"), "\n") {
		m.line = i + 1
		if err := m.read(strings.TrimSpace(line)); err != nil {
			return nil, nil, fmt.Errorf("%s:%d: %w", name, i+1, err)
		}
	}
	if line, err := m.check(); err != nil {
		return nil, nil, fmt.Errorf("%s:%d: %w", name, line, err)
	}
	return m.kinds, &Lexicon{
		Phrases:   slices.Concat(m.added.Phrases, m.kept),
		Irregular: slices.Concat(x.Irregular, m.added.Irregular),
		Plural:    slices.Concat(x.Plural, m.added.Plural),
		Lists:     x.Lists,
		Examples:  m.added.Examples,
	}, nil
}

type merger struct {
	kinds      []Kind
	known      *Lexicon
	kept       []Phrase // of known, less those taken away
	added      Lexicon
	section    string
	line       int
	fresh      []string       // kinds that were not there
	kindLine   map[string]int // of each kind of the file
	phraseLine map[string]int // of each phrase of the file, without its weakness
}

// read takes in one line.
func (m *merger) read(line string) error {
	switch {
	case !utf8.ValidString(line) || strings.ContainsFunc(line, func(r rune) bool { return r != '\t' && unprintable(r) && r != '\u00a0' }):
		return fmt.Errorf("not plain text; save the file as UTF-8")
	case line == "" || line[0] == '#':
		return nil
	case line[0] == '[':
		return m.open(line)
	case m.section == "":
		return m.kind(line)
	case slices.Contains(tables, m.section):
		return m.added.add(m.section, line, m.line)
	}
	return m.phrase(line)
}

func (m *merger) open(line string) error {
	name, ok := strings.CutSuffix(line[1:], "]")
	switch {
	case !ok:
		return fmt.Errorf("%q: a section is [its name], alone on its line", line)
	case slices.Contains(wordLists, name):
		return fmt.Errorf("[%s] is a list of the program's own; a file of kinds has kinds, [none], [irregular], [plural] and [examples]", name)
	case !slices.Contains(tables, name) && !holdsPhrases(m.kinds, name):
		return fmt.Errorf("[%s] is no kind; \"dateline list kinds\" names them, and a line \"%s | label | - | - | class\" above the first section makes a new one", name, name)
	}
	m.section = name
	return nil
}

func (m *merger) kind(line string) error {
	k, err := parseKind(line)
	if err != nil {
		if !strings.Contains(line, "|") {
			return fmt.Errorf("a phrase stands in the [section] of its kind; %w", err)
		}
		return err
	}
	if at, twice := m.kindLine[k.ID]; twice {
		return fmt.Errorf("kind %s stands in line %d already; delete one of them", k.ID, at)
	}
	m.kindLine[k.ID] = m.line
	if i := slices.IndexFunc(m.kinds, func(o Kind) bool { return o.ID == k.ID }); i >= 0 {
		if strings.Count(line, "|") < mostColumns-1 {
			k.Traits = m.kinds[i].Traits
		}
		m.kinds[i] = k
		return nil
	}
	if len(m.kinds) >= maxKinds {
		return fmt.Errorf("there are %d kinds already, and room for no more; use some of them", maxKinds)
	}
	m.kinds = append(m.kinds, k)
	m.fresh = append(m.fresh, k.ID)
	return nil
}

func (m *merger) phrase(line string) error {
	fields := strings.Fields(line)
	if fields[0] == "-" {
		return m.remove(fields[1:])
	}
	if strings.Contains(line, "|") {
		return fmt.Errorf("a line of a kind stands above the first [section]; move it there")
	}
	n := len(m.added.Phrases)
	if err := m.added.add(m.section, line, m.line); err != nil {
		return err
	}
	p := m.added.Phrases[n]
	p.Weak = false
	if at, twice := m.phraseLine[p.String()]; twice {
		return fmt.Errorf("%q stands in line %d already; delete one of them", p.String(), at)
	}
	m.phraseLine[p.String()] = m.line
	return nil
}

// remove takes away what the phrase of fields matches.
func (m *merger) remove(fields []string) error {
	if len(fields) == 0 {
		return fmt.Errorf("say after the - which phrase is to be taken away")
	}
	gone, err := parsePhrase(m.section, fields)
	if err != nil {
		return err
	}
	var kept []Phrase
	found := false
	for _, p := range m.kept {
		if p.Kind == m.section && p.covers(gone) {
			found = true
			kept = append(kept, p.without(gone)...)
			continue
		}
		kept = append(kept, p)
	}
	if !found {
		return fmt.Errorf("[%s] has no phrase %q; \"dateline list phrases\" names them", m.section, gone)
	}
	m.kept = kept
	return nil
}

// covers reports whether p matches all that q does, word by word. A part of
// speech that q leaves open is any.
func (p Phrase) covers(q Phrase) bool {
	return slices.EqualFunc(p.Words, q.Words, func(a, b PhraseWord) bool {
		return a.Exact == b.Exact && a.Place == b.Place && a.Gap == b.Gap && (a.POS == b.POS || b.POS == 0) &&
			!slices.ContainsFunc(b.Any, func(w string) bool { return !slices.Contains(a.Any, w) })
	})
}

// without returns phrases that match what p does and q does not, where p covers q:
// one for each word in which they differ.
func (p Phrase) without(q Phrase) []Phrase {
	var rest []Phrase
	for i, w := range p.Words {
		other := slices.DeleteFunc(slices.Clone(w.Any), func(s string) bool { return slices.Contains(q.Words[i].Any, s) })
		if len(other) == 0 {
			continue
		}
		r := p
		r.Words = slices.Clone(p.Words)
		for k := range i {
			r.Words[k].Any = q.Words[k].Any
		}
		r.Words[i].Any = other
		rest = append(rest, r)
	}
	return rest
}

// check looks at the whole file: each new kind can be found, and each example is of a kind.
func (m *merger) check() (line int, err error) {
	for _, id := range m.fresh {
		if !slices.ContainsFunc(m.added.Phrases, func(p Phrase) bool { return p.Kind == id }) {
			return m.kindLine[id], fmt.Errorf("nothing tells the kind %s; add a section [%s] with its words", id, id)
		}
	}
	for _, e := range m.added.Examples {
		if !holdsPhrases(m.kinds, e.Kind) {
			return e.Line, fmt.Errorf("an example of %q, which is no kind; write \"kind: sentence\", or \"none: sentence\"", e.Kind)
		}
	}
	return 0, nil
}
