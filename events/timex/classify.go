package timex

import (
	"strings"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/text"
)

// wordTable maps words in lower case to their symbols by open addressing: one
// look-up a token is most of what recognition costs.
type wordTable struct {
	keys    []string
	entries []wordEntry
	mask    uint32
	marks   []uint8 // the mark of keys[i], 0 where there is no word: a look is enough for most words of a text
	foreign bool    // some word has letters beyond ASCII, so that words must be folded by Unicode
	values  map[valueKey]wordValue
	fold    func(string) string // to lower case, as the language has it
	dotless bool                // I is the capital of ı
}

// wordEntry holds the symbol of a word in lower case and of one with a capital.
type wordEntry struct{ any, upper symbolID }

type valueKey struct {
	word  string // in lower case
	class classID
}

func newWordTable(n int) wordTable {
	size := 64
	for size < 4*n {
		size *= 2
	}
	return wordTable{keys: make([]string, size), entries: make([]wordEntry, size), marks: make([]uint8, size), mask: uint32(size - 1)}
}

// hash mixes the length and three bytes of a word, which tells the few thousand
// words of a language apart well enough and costs the same for every length.
// Letters of ASCII hash alike in both cases.
func hash(w string) uint32 {
	n := len(w)
	h := uint32(w[0]|0x20) | uint32(w[n>>1]|0x20)<<8 | uint32(w[n-1]|0x20)<<16 | uint32(n)<<24
	h *= 0x9e3779b1
	return h ^ h>>15
}

// mark is a part of a hash that does not choose the place in the table, never 0.
func mark(hash uint32) uint8 { return uint8(hash>>24) | 1 }

func (t *wordTable) put(lower string, e wordEntry) {
	h := hash(lower)
	i := h & t.mask
	for t.marks[i] != 0 {
		i = (i + 1) & t.mask
	}
	t.keys[i], t.entries[i], t.marks[i] = lower, e, mark(h)
	for _, r := range lower {
		t.foreign = t.foreign || r >= utf8.RuneSelf && isWordRune(r)
	}
}

// get returns the symbol of a word as it stands in a text.
func (t *wordTable) get(word string, upper bool) symbolID {
	if t.dotless && strings.IndexByte(word, 'I') >= 0 {
		if s := t.lookUp(t.fold(word), upper); s != symbolNone {
			return s
		}
		// Many write IYUN without the dot.
	}
	if t.foreign && !isASCII(word) {
		word = strings.ToLower(word)
	}
	return t.lookUp(word, upper)
}

// value returns what a word as it stands in a text stands for in a class.
func (t *wordTable) value(word string, class classID) wordValue {
	v, ok := t.values[valueKey{t.fold(word), class}]
	if !ok && t.dotless {
		v = t.values[valueKey{strings.ToLower(word), class}]
	}
	return v
}

func (t *wordTable) lookUp(word string, upper bool) symbolID {
	h := hash(word)
	for i := h & t.mask; t.marks[i] != 0; i = (i + 1) & t.mask {
		if t.marks[i] == mark(h) && len(t.keys[i]) == len(word) && equalFoldASCII(t.keys[i], word) {
			if upper {
				return t.entries[i].upper
			}
			return t.entries[i].any
		}
	}
	return symbolNone
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func equalFoldASCII(lower, word string) bool {
	for i := 0; i < len(word); i++ {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}

// The classes of numbers, which need no word list.
var numberClasses = []string{
	"n",     // 1 to 9 digits
	"dd",    // 1 to 31 in one or two digits
	"mm",    // 1 to 12 in one or two digits
	"hh",    // 0 to 24 in one or two digits
	"min",   // 00 to 59 in two digits
	"yy",    // two digits
	"nnn",   // three digits
	"short", // 1 to 3 digits
	"yyyy",  // 1000 to 2999
	"yy0",   // two digits, the last 0
	"yyy0",  // 1300 to 2090, the last 0
	"yy00",  // 1300 to 1800, the last two 0
	"hhmm",  // 0000 to 2459, a time of day without a colon
}

// numberTable gives numbers their symbols: by value to 99, else by length.
type numberTable struct {
	one   [10]symbolID
	two   [100]symbolID
	three symbolID
	four  [6]symbolID // four digits that are a year from 1000 to 2999, the first of a decade, and others; the same if they are a time of day too
	round symbolID    // 1300, 1400 to 1800
	long  symbolID    // five to nine digits
}

func newNumberTable(c *compiler, literals map[string][]classID) (t numberTable) {
	symbol := func(form string, names ...string) symbolID {
		set := append([]classID(nil), literals[form]...)
		for _, name := range names {
			set = append(set, c.class("{"+name+"}"))
		}
		return c.symbol(set)
	}
	for i := range 100 {
		names := []string{"n", "short"}
		if i >= 1 && i <= 31 {
			names = append(names, "dd")
		}
		if i >= 1 && i <= 12 {
			names = append(names, "mm")
		}
		if i <= 24 {
			names = append(names, "hh")
		}
		if i < 10 {
			t.one[i] = symbol(string(rune('0'+i)), names...)
		}
		names = append(names, "yy")
		if i < 60 {
			names = append(names, "min")
		}
		if i%10 == 0 {
			names = append(names, "yy0")
		}
		t.two[i] = symbol(string([]byte{byte('0' + i/10), byte('0' + i%10)}), names...)
	}
	t.three = symbol("", "n", "nnn", "short")
	t.four[0], t.four[1], t.four[2] = symbol("", "n", "yyyy"), symbol("", "n", "yyyy", "yyy0"), symbol("", "n")
	t.four[3], t.four[4], t.four[5] = symbol("", "n", "yyyy", "hhmm"), symbol("", "n", "yyyy", "yyy0", "hhmm"), symbol("", "n", "hhmm")
	t.round = symbol("", "n", "yyyy", "yyy0", "yy00", "hhmm")
	t.long = symbol("", "n")
	return t
}

// get returns the symbol of a number; digits other than ASCII have none.
func (t *numberTable) get(s string) symbolID {
	if s[0] >= utf8.RuneSelf {
		return 0
	}
	switch len(s) {
	case 1:
		return t.one[s[0]-'0']
	case 2:
		if s[1] >= utf8.RuneSelf {
			return 0
		}
		return t.two[int(s[0]-'0')*10+int(s[1]-'0')]
	case 3:
		return t.three
	case 4:
		clock := 0
		if s[2] < '6' && s[:2] <= "24" {
			clock = 3
		}
		switch {
		case s[0] != '1' && s[0] != '2':
			return t.four[2+clock]
		case s[2:] == "00" && s[:2] >= "13" && s[:2] <= "18":
			return t.round
		case s[3] == '0' && s[:2] >= "13" && s[:2] <= "20": // nobody calls years before 1300 by their decade
			return t.four[1+clock]
		}
		return t.four[clock]
	}
	if len(s) <= 9 {
		return t.long
	}
	return 0
}

// cell is what the automaton sees of a token: its symbol, whether white space
// stands before it, and whether it starts a block, which no pattern crosses.
type cell uint32

const (
	cellSpace cell = 1 << iota
	cellBlock
	cellShift = 2
)

func (c cell) symbol() symbolID { return symbolID(c >> cellShift) }

// classify appends one cell a token to dst.
func (g *grammar) classify(dst []cell, s string, tokens []text.Token, blocks []text.Block) []cell {
	next := 0
	for i := range tokens {
		t := &tokens[i]
		var sym symbolID
		word := s[t.Start:t.End]
		if t.Kind == text.Number {
			sym = g.numbers.get(word)
		} else if sym = g.words.get(word, t.Flags&text.Upper != 0); sym == symbolNone && t.Kind == text.Word {
			sym = symbolWord
		}
		c := cell(sym) << cellShift
		if t.Flags&text.Space != 0 {
			c |= cellSpace
		}
		if blocks == nil {
			if t.Flags&text.Line != 0 {
				c |= cellBlock
			}
		} else if next < len(blocks) && int(t.Start) >= blocks[next].Start {
			c |= cellBlock
			for next < len(blocks) && int(t.Start) >= blocks[next].Start {
				next++
			}
		}
		dst = append(dst, c)
	}
	return dst
}
