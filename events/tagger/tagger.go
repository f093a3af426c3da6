// Package tagger gives English words their part of speech, as Penn Treebank
// tags. It runs the averaged perceptron that github.com/jdkato/prose/v3/tag
// ships, after Honnibal's "A Good Part-of-Speech Tagger in about 200 Lines of
// Python" (2013), gives the same tags as that package, and is several times as
// fast: what the model knows of a word by itself is looked up once for each
// word and kept by the caller, not composed as strings and searched for at
// each place where the word stands.
package tagger

import (
	"fmt"
	"math/bits"
	"regexp"
	"strings"

	"github.com/jdkato/prose/v3/tag/aptagmodel"
)

// Tagger holds the model. It is safe for concurrent use.
type Tagger struct {
	model                    *model
	start, start2, end, end2 *Word // what stands round a sentence
	startTag, start2Tag      uint8
}

// New reads the model that is compiled into the program, which takes some
// milliseconds; it fails only if that model is broken.
func New() (*Tagger, error) {
	m, err := readModel(aptagmodel.English)
	if err != nil {
		return nil, fmt.Errorf("part-of-speech model: %w", err)
	}
	t := &Tagger{model: m, startTag: m.idOf("-START-"), start2Tag: m.idOf("-START2-")}
	t.start, t.start2, t.end, t.end2 = m.context("-START-"), m.context("-START2-"), m.context("-END-"), m.context("-END2-")
	return t, nil
}

// Word is what the model knows of a word whatever stands round it. It belongs
// to the Tagger that made it and does not change.
type Word struct {
	rows  wordRows
	left  row // of its suffix, for the word after it
	right row // and for the word before it
	tag   string
	id    uint8        // of tag
	base  *[64]float32 // the scores of its own shape, nil for a word that has the same tag everywhere
}

// Word returns what the model knows of s, in about a microsecond. It is worth
// keeping: a text has far fewer words than places where they stand.
func (t *Tagger) Word(s string) *Word {
	m := t.model
	w := m.context(normal(s))
	if tag := fixed(s); tag != "" {
		w.tag, w.id = tag, m.idOf(tag)
		return w
	}
	if id, ok := m.sure[s]; ok {
		w.tag, w.id = m.names[id], id
		return w
	}
	w.base = new([64]float32)
	m.add(w.base, m.bias)
	m.add(w.base, m.suffixes[suffix(s)].own)
	m.add(w.base, m.prefixes[s[:min(1, len(s))]])
	return w
}

// Tag writes the tag of each word of a sentence to tags, which is as long as words.
func (t *Tagger) Tag(tags []string, words []*Word) {
	m := t.model
	left2, left := t.start, t.start2
	before, second := t.startTag, t.start2Tag
	for i, w := range words {
		tag := w.id
		if w.base == nil {
			tags[i] = w.tag
		} else {
			right, right2 := t.end, t.end2
			if i+1 < len(words) {
				right = words[i+1]
				right2 = t.end
			}
			if i+2 < len(words) {
				right2 = words[i+2]
			}
			// Sums of floating-point numbers depend on their order; this is the one of prose.
			scores := *w.base
			m.add(&scores, m.before[before])
			m.add(&scores, m.second[second])
			m.add(&scores, m.both[before][second])
			m.add(&scores, w.rows.own)
			if w.rows.tags>>before&1 != 0 {
				m.add(&scores, m.after[w.rows.afterIndex(before)])
			}
			m.add(&scores, left.rows.left)
			m.add(&scores, left.left)
			m.add(&scores, left2.rows.left2)
			m.add(&scores, right.rows.right)
			m.add(&scores, right.right)
			m.add(&scores, right2.rows.right2)
			tag = best(scores[:m.scored])
			tags[i] = m.names[tag]
		}
		left2, left = left, w
		before, second = tag, before
	}
}

// best returns the index of the highest score, the first of several.
func best(scores []float32) uint8 {
	high := 0
	for i, s := range scores {
		if s > scores[high] {
			high = i
		}
	}
	return uint8(high)
}

// add adds the weights of a row to scores.
func (m *model) add(scores *[64]float32, r row) {
	for _, p := range m.pairs[r>>8 : r>>8+r&0xff] {
		scores[p.tag&63] += p.weight
	}
}

// afterIndex returns where the row of the word after a tag of w.tags stands in model.after.
func (w *wordRows) afterIndex(tag uint8) int {
	return int(w.first) + bits.OnesCount64(w.tags&(1<<tag-1))
}

// context returns what a word, in the form the model knows it by, says of its neighbours.
func (m *model) context(normal string) *Word {
	s := m.suffixes[suffix(normal)]
	return &Word{rows: m.words[m.word[normal]], left: s.left, right: s.right}
}

// idOf returns the number of a tag, unknown for one that the model does not have.
func (m *model) idOf(name string) uint8 {
	if id, ok := m.ids[name]; ok {
		return id
	}
	return unknown
}

// suffix returns the last three bytes of s: the model was trained on bytes.
func suffix(s string) string { return s[max(0, len(s)-3):] }

// normal returns the form in which the model knows a word: compounds, years
// and numbers are classes, all else is in lower case.
func normal(s string) string {
	switch {
	case strings.IndexByte(s, '-') > 0:
		return "!HYPHEN"
	case len(s) == 4 && allDigits(strings.TrimLeft(s[:1], "+-")+s[1:]):
		return "!YEAR"
	case s != "" && isDigit(s[0]):
		return "!DIGITS"
	}
	return strings.ToLower(s)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

var (
	trace   = regexp.MustCompile(`^(0|\*|\*[0-9A-Za-z_?]\*|\*-[0-9]{1,3}|\*[A-Z]+\*-[0-9]{1,3})$`) // what a treebank writes where nothing is said
	bracket = regexp.MustCompile(`^-[A-Z]{3}-$`)                                                   // -LRB-
)

// fixed returns the tag of what is no word of a language, "" for a word.
func fixed(s string) string {
	switch {
	case s == "-":
		return "-"
	case emoticons[s]:
		return "SYM"
	case strings.HasPrefix(s, "@"):
		return "NN"
	case s != "" && (s[0] == '0' || s[0] == '*') && trace.MatchString(s):
		return "-NONE-"
	case s != "" && s[0] == '-' && bracket.MatchString(s):
		return s
	}
	return ""
}
