package tagger

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"strings"
)

// maxTags is how many tags a model may have, those of the sentence's edges
// included: sets of tags are kept as the bits of a word.
const maxTags = 63

// maxScored is how many of them a word may get.
const maxScored = 48

// unknown is the tag that stands for all the model has no weights for.
const unknown = maxTags

// pair is one weight of a feature: what it adds to the score of a tag.
type pair struct {
	weight float32
	fixed  int16 // the same in units of packed scores, rounded
	tag    uint8
}

// row is where the weights of a feature stand in model.pairs: the first in the
// upper bits, their number in the lowest eight. 0 is a feature without weights.
type row uint32

// model is an averaged perceptron, its features sorted by what they look at.
type model struct {
	names    []string         // of the tags: the first scored are those a word may get, the others mark the edge of a sentence
	ids      map[string]uint8 // of names
	scored   int
	pairs    []pair
	sure     map[string]uint8 // words that only have one tag
	bias     row
	prefixes map[string]row // of the first byte
	suffixes map[string]suffixRows
	word     map[string]int32 // index into words
	words    []wordRows       // the first is that of all words the model does not know
	after    []row            // of a word after a tag, those of one word together and in the order of the tags
	// before[t] is what speaks for each tag after tag t, second[t] one word
	// further on, both[t][u] after t which stands after u.
	before, second [maxTags + 1]row
	both           [maxTags + 1][maxTags + 1]row
	contexts       [maxTags + 1][maxTags + 1]packed // the sum of the three
	floor          packed                           // what the sum of packed scores begins with
}

// suffixRows are the weights that the last three bytes of a word have for the
// word itself, the one after it and the one before it.
type suffixRows struct{ own, left, right row }

// wordRows are the weights that a word has for itself, for the word after it
// (left of which it stands) and the next one, and for those before it.
type wordRows struct {
	own, left, left2, right, right2 row
	afterRows
}

// afterRows are the weights that a word has after a tag.
type afterRows struct {
	tags  uint64 // those that have a row in model.after
	first uint32 // the first of these
}

func (a *afterRows) has(tag uint8) bool { return a.tags>>tag&1 != 0 }

// index returns where the row after a tag stands in model.after, if it has one.
func (a *afterRows) index(tag uint8) int {
	return int(a.first) + bits.OnesCount64(a.tags&(1<<tag-1))
}

// readModel reads the flat format of prose, version 1: little-endian; a magic
// word and a version; the names of the classes; how many features, weights and
// bytes of names; the names of the features, sorted; where each name and the
// weights of each begin; class and value of the weights; the sure words.
func readModel(data []byte) (*model, error) {
	r := &reader{data: data}
	if string(r.take(8)) != "PROSETAG" || r.u32() != 1 {
		return nil, errors.New("no model of version 1")
	}
	m := &model{
		ids: map[string]uint8{}, prefixes: map[string]row{}, sure: map[string]uint8{}, suffixes: make(map[string]suffixRows, 1<<12),
		word: make(map[string]int32, 1<<14), words: make([]wordRows, 1, 1<<14),
	}
	m.scored = r.u32()
	if m.scored > maxScored {
		return nil, fmt.Errorf("%d classes, more than %d", m.scored, maxScored)
	}
	for range m.scored {
		m.tag(string(r.take(r.u16())))
	}
	features, weights, size := r.u32(), r.u32(), r.u32()
	names := string(r.take(size))
	nameAt, pairAt := r.take(4*(features+1)), r.take(4*(features+1))
	classes, values := r.take(weights), r.take(4*weights)
	for range r.u32() {
		word := string(r.take(r.u16()))
		if b := r.take(1); len(b) == 1 {
			m.sure[word] = b[0]
		}
	}
	if r.short || len(m.names) != m.scored || weights >= 1<<24 {
		return nil, errors.New("the model is cut off or damaged")
	}
	for _, c := range m.sure {
		if int(c) >= m.scored {
			return nil, errors.New("a sure word of the model has no class")
		}
	}
	m.pairs = make([]pair, weights)
	for i := range m.pairs {
		if int(classes[i]) >= m.scored {
			return nil, errors.New("a weight of the model has no class")
		}
		m.pairs[i] = pair{weight: math.Float32frombits(binary.LittleEndian.Uint32(values[4*i:])), tag: classes[i]}
	}
	m.setScale()
	at := func(offsets []byte, i int) int { return int(binary.LittleEndian.Uint32(offsets[4*i:])) }
	var afters []afterTag
	for i := range features {
		from, to, first, last := at(nameAt, i), at(nameAt, i+1), at(pairAt, i), at(pairAt, i+1)
		if from > to || to > len(names) || first > last || last > weights || last-first > m.scored {
			return nil, errors.New("the offsets of the model are damaged")
		}
		if err := m.feature(names[from:to], row(first<<8|(last-first)), &afters); err != nil {
			return nil, err
		}
	}
	for _, a := range afters {
		m.words[a.word].tags |= 1 << a.tag
	}
	n := uint32(0)
	for i := range m.words {
		m.words[i].first = n
		n += uint32(bits.OnesCount64(m.words[i].tags))
	}
	m.packContexts()
	m.after = make([]row, n)
	for _, a := range afters {
		m.after[m.words[a.word].index(a.tag)] = a.row
	}
	return m, nil
}

// afterTag is the weights of a word that stands after a tag.
type afterTag struct {
	word int32
	tag  uint8
	row  row
}

// feature files the weights of a feature under what its name says it looks at.
func (m *model) feature(name string, r row, afters *[]afterTag) error {
	if name == "bias" {
		m.bias = r
		return nil
	}
	place, rest, _ := strings.Cut(name, " ")
	sort, value, _ := strings.Cut(rest, " ")
	switch sort {
	case "suffix":
		s := m.suffixes[value]
		switch place {
		case "i":
			s.own = r
		case "i-1":
			s.left = r
		case "i+1":
			s.right = r
		}
		m.suffixes[value] = s
	case "word":
		w := &m.words[m.wordIndex(value)]
		switch place {
		case "i":
			w.own = r
		case "i-1":
			w.left = r
		case "i-2":
			w.left2 = r
		case "i+1":
			w.right = r
		case "i+2":
			w.right2 = r
		}
	case "pref1":
		m.prefixes[value] = r
	case "tag":
		if place == "i-1" {
			m.before[m.tag(value)] = r
		} else {
			m.second[m.tag(value)] = r
		}
	case "tag+i-2": // "i tag+i-2 tag NN DT"
		value, _ = strings.CutPrefix(value, "tag ")
		t, u, _ := strings.Cut(value, " ")
		m.both[m.tag(t)][m.tag(u)] = r
	case "tag+i": // "i-1 tag+i word DT house"
		value, _ = strings.CutPrefix(value, "word ")
		t, word, _ := strings.Cut(value, " ")
		*afters = append(*afters, afterTag{m.wordIndex(word), m.tag(t), r})
	default:
		return fmt.Errorf("the model has a feature %q, which is not known", name)
	}
	if len(m.names) > maxTags {
		return errors.New("the model has too many tags")
	}
	return nil
}

// tag returns the number of a tag, a new one for a name not seen before.
func (m *model) tag(name string) uint8 {
	id, ok := m.ids[name]
	if !ok {
		id = uint8(min(len(m.names), unknown))
		m.ids[name] = id
		m.names = append(m.names, name)
	}
	return id
}

// wordIndex returns the index of a word in m.words, a new one for a word not seen before.
func (m *model) wordIndex(word string) int32 {
	i, ok := m.word[word]
	if !ok {
		i = int32(len(m.words))
		m.word[word] = i
		m.words = append(m.words, wordRows{})
	}
	return i
}

// reader takes a model apart; once its data are too short it gives nothing more.
type reader struct {
	data  []byte
	short bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.short = true
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) u32() int {
	if b := r.take(4); b != nil {
		return int(binary.LittleEndian.Uint32(b))
	}
	return 0
}

func (r *reader) u16() int {
	if b := r.take(2); b != nil {
		return int(binary.LittleEndian.Uint16(b))
	}
	return 0
}
