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
	"regexp"
	"strings"

	"github.com/jdkato/prose/v3/tag/aptagmodel"
)

// Tagger holds the model. It is safe for concurrent use.
type Tagger struct {
	model                    *model
	start, start2, end, end2 Word // what stands round a sentence
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
	tag                        string  // the tag that it has everywhere, "" if that depends on what stands round it
	id                         uint8   // of that tag
	left, left2, right, right2 *packed // what it says of the tags of its neighbours, as the rows
	own                        packed  // what its own shape says of its tag, if it has not one tag
	rows                       wordRows
	ending                     suffixRows
	prefix                     row
}

// scores are what speaks for each tag.
type scores [maxScored]float32

// Word returns what the model knows of s, in about a microsecond. It is worth
// keeping: a text has far fewer words than places where they stand.
func (t *Tagger) Word(s string) Word {
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
	w.ending.own, w.prefix = m.suffixes[suffix(s)].own, m.prefixes[s[:min(1, len(s))]]
	w.own = m.sum(m.floor, m.bias, w.ending.own, w.prefix, w.rows.own)
	return w
}

// context returns what a word, in the form the model knows it by, says of its neighbours.
func (m *model) context(normal string) Word {
	w := Word{rows: m.words[m.word[normal]], ending: m.suffixes[suffix(normal)]}
	w.left, w.left2 = m.packed(w.rows.left, w.ending.left), m.packed(w.rows.left2, 0)
	w.right, w.right2 = m.packed(w.rows.right, w.ending.right), m.packed(w.rows.right2, 0)
	return w
}

func (m *model) row(r row) []pair { return m.pairs[r>>8 : r>>8+r&0xff] }

// Tag writes the tag of each word of a sentence to tags, which is as long as words.
func (t *Tagger) Tag(tags []string, words []*Word) {
	m := t.model
	c := context{left2: &t.start, left: &t.start2, before: t.startTag, second: t.start2Tag}
	for i, w := range words {
		tag := w.id
		if w.tag != "" {
			tags[i] = w.tag
		} else {
			c.right, c.right2 = &t.end, &t.end2
			if i+1 < len(words) {
				c.right, c.right2 = words[i+1], &t.end
			}
			if i+2 < len(words) {
				c.right2 = words[i+2]
			}
			tag = m.best(w, &c)
			tags[i] = m.names[tag]
		}
		c.left2, c.left = c.left, w
		c.before, c.second = tag, c.before
	}
}

// context is what stands round a word: two words and their tags before it, two words after it.
type context struct {
	left2, left, right, right2 *Word
	before, second             uint8 // the tags of left and left2
}

// best returns the tag that most speaks for.
func (m *model) best(w *Word, c *context) uint8 {
	sum := w.own
	sum.addAll(&m.contexts[c.before][c.second], c.left.left, c.left2.left2, c.right.right, c.right2.right2)
	if w.rows.has(c.before) {
		sum.add(m.row(m.after[w.rows.index(c.before)]))
	}
	if tag, sure := sum.best(); sure {
		return tag
	}
	return m.exactBest(w, c)
}

// exactBest returns what best does. Sums of floating-point numbers depend on
// their order; this is the one of prose.
func (m *model) exactBest(w *Word, c *context) uint8 {
	after := row(0)
	if w.rows.has(c.before) {
		after = m.after[w.rows.index(c.before)]
	}
	var sum scores
	for _, r := range []row{
		m.bias, w.ending.own, w.prefix, m.before[c.before], m.second[c.second], m.both[c.before][c.second], w.rows.own, after,
		c.left.rows.left, c.left.ending.left, c.left2.rows.left2, c.right.rows.right, c.right.ending.right, c.right2.rows.right2,
	} {
		sum.add(m.row(r))
	}
	return sum.best(m.scored)
}

// best returns the index of the highest of the first n scores, the first of several.
func (s *scores) best(n int) uint8 {
	high, most := 0, s[0]
	for i, x := range s[:n] {
		if x > most {
			high, most = i, x
		}
	}
	return uint8(high)
}

// add adds weights to the scores.
func (s *scores) add(weights []pair) {
	for i := range weights {
		p := &weights[i]
		s[p.tag] += p.weight
	}
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
	case len(s) <= longestEmoticon && emoticons[s]:
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
