package graph

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SideTable says which outlets and speakers are of which side. It holds what a
// user has declared and nothing else: no side is ever inferred from a text.
type SideTable struct {
	entries []sideEntry // in the order of the table
	byName  map[string]int
	byWord  map[string][]int // entries by each word of their name
	sides   []string         // in alphabetical order
}

// sideEntry is a line of the table.
type sideEntry struct {
	name, side string
	line       int
	words      []string // nameParts of name
}

// Bounds on a table of sides, which comes from a file of anybody.
const (
	maxSideBytes = 8 << 20
	maxSideNames = 100_000
	maxSides     = 64
)

// ReadSides reads a table of sides: CSV of two columns, the name of an outlet
// or a speaker and its side, separated by commas, semicolons or tabs. Further
// columns, empty lines, and lines that begin with "#" are passed over, and so is
// a first line whose second cell is "side". The error says which line is wrong:
// one without a name or a side, or a name with two sides.
func ReadSides(r io.Reader) (*SideTable, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxSideBytes+1))
	switch {
	case err != nil:
		return nil, err
	case len(b) > maxSideBytes:
		return nil, fmt.Errorf("it has more than %d bytes; two columns are enough: a name, and its side", maxSideBytes)
	case !utf8.Valid(b):
		return nil, errors.New("it is not UTF-8; save it as CSV in UTF-8")
	}
	s := strings.TrimPrefix(string(b), "\ufeff")
	c := csv.NewReader(strings.NewReader(s))
	c.Comma, c.Comment, c.FieldsPerRecord, c.TrimLeadingSpace = separator(s), '#', -1, true
	t := &SideTable{byName: map[string]int{}, byWord: map[string][]int{}}
	for first := true; ; first = false {
		cells, err := c.Read()
		if err == io.EOF {
			break
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return nil, fmt.Errorf("line %d: %w", bad.Line, bad.Err)
		} else if err != nil {
			return nil, err
		}
		line, _ := c.FieldPos(0)
		for i := range cells {
			cells[i] = strings.Join(strings.Fields(cells[i]), " ")
		}
		if first && len(cells) > 1 && lower(cells[1]) == "side" || !slices.ContainsFunc(cells, func(c string) bool { return c != "" }) {
			continue
		}
		if err := t.add(line, cells); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
	}
	if len(t.entries) == 0 {
		return nil, errors.New("it names no outlet and no speaker; write a line for each: NAME,SIDE")
	}
	slices.Sort(t.sides)
	return t, nil
}

// separator returns what stands most often in the first line that says
// something: spreadsheets of many countries write semicolons into CSV.
func separator(s string) rune {
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		best := ','
		for _, r := range ";\t" {
			if strings.Count(line, string(r)) > strings.Count(line, string(best)) {
				best = r
			}
		}
		return best
	}
	return ','
}

func (t *SideTable) add(line int, cells []string) error {
	if len(cells) < 2 || cells[0] == "" || cells[1] == "" {
		return errors.New("a line is NAME,SIDE: it lacks one of them")
	}
	e := sideEntry{name: cells[0], side: cells[1], line: line, words: nameParts(cells[0])}
	if have, ok := t.byName[outletKey(e.name)]; ok {
		if o := t.entries[have]; o.side != e.side {
			return fmt.Errorf("%q is of %q, and line %d says of %q", e.name, e.side, o.line, o.side)
		}
		return nil
	}
	if len(t.entries) == maxSideNames {
		return fmt.Errorf("more than %d names", maxSideNames)
	}
	if !slices.Contains(t.sides, e.side) {
		if len(t.sides) == maxSides {
			return fmt.Errorf("more than %d sides", maxSides)
		}
		t.sides = append(t.sides, e.side)
	}
	n := len(t.entries)
	t.entries = append(t.entries, e)
	t.byName[outletKey(e.name)] = n
	if len(e.words) == 0 {
		return nil // a name of marks alone may be an outlet's
	}
	for _, w := range e.words {
		if of := t.byWord[w]; len(of) == 0 || of[len(of)-1] != n {
			t.byWord[w] = append(of, n)
		}
	}
	return nil
}

// outletKey names an outlet whatever the case and the article before it.
func outletKey(name string) string {
	return strings.TrimPrefix(lower(strings.Join(strings.Fields(name), " ")), "the ")
}

// nameParts returns the words of a name in lower case, without possessives and
// the words that only link others.
func nameParts(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\'' && r != '’' && r != '-'
	}) {
		w = lower(strings.Trim(w, "'’-"))
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if w != "" && !english().fillers[w] {
			out = append(out, w)
		}
	}
	return out
}

// outlet returns the entry of an outlet, -1 for none.
func (t *SideTable) outlet(name string) int {
	if i, ok := t.byName[outletKey(name)]; ok && name != "" {
		return i
	}
	return -1
}

// speaker returns the entry that a speaker is: one of the same words in any
// order, or one whose words the speaker's name holds beside words that say no
// more than a post or an institution ("presidential aide Jon Berg"). The entry
// of most words counts; of equal ones of different sides none does. It is -1
// for none.
func (t *SideTable) speaker(name string) int {
	if i := t.outlet(name); i >= 0 {
		return i
	}
	words := nameParts(name)
	if len(words) == 0 || len(words) > 32 {
		return -1
	}
	capital := capitals(name)
	var found []int
	for k, w := range words {
		if slices.Contains(words[:k], w) {
			continue
		}
		for _, i := range t.byWord[w] {
			if e := &t.entries[i]; e.words[0] == w && holds(words, e.words, capital) {
				found = append(found, i)
			}
		}
	}
	if len(found) == 0 {
		return -1
	}
	slices.SortFunc(found, func(a, b int) int {
		return cmp.Or(cmp.Compare(len(t.entries[b].words), len(t.entries[a].words)), cmp.Compare(a, b))
	})
	best := &t.entries[found[0]]
	for _, i := range found[1:] {
		if e := &t.entries[i]; len(e.words) == len(best.words) && e.side != best.side {
			return -1
		}
	}
	return found[0]
}

// surname returns the one of some entries whose name ends with the one word
// that a speaker's name is: "Berg", in a text that has quoted Jon Berg. It is
// -1 for none, and for two of different sides.
func (t *SideTable) surname(name string, among []int) int {
	words := nameParts(name)
	if len(words) != 1 || !capitals(name)[words[0]] {
		return -1
	}
	found := -1
	for _, i := range among {
		switch e := &t.entries[i]; {
		case len(e.words) == 0 || e.words[len(e.words)-1] != words[0]:
		case found >= 0 && t.entries[found].side != e.side:
			return -1
		case found < 0:
			found = i
		}
	}
	return found
}

// holds reports whether a name's words hold all of an entry's, and the others
// are no names: a capital makes a word a name unless it is one of posts and
// institutions. "Norway's envoy to Sweden" is not Sweden.
func holds(words, entry []string, capital map[string]bool) bool {
	for _, w := range entry {
		if !slices.Contains(words, w) {
			return false
		}
	}
	for _, w := range words {
		if !slices.Contains(entry, w) && capital[w] && !institutional(w) {
			return false
		}
	}
	return true
}

// capitals returns the words of a name, as nameParts gives them, that begin
// with a capital, or with a letter that has none.
func capitals(name string) map[string]bool {
	out := map[string]bool{}
	for _, f := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
		if unicode.IsLower(r) {
			continue
		}
		for _, w := range nameParts(f) {
			out[w] = true
		}
	}
	return out
}
