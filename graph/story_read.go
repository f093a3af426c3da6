package graph

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/text"
)

// A use is how a document uses one word.
type use struct {
	word  word
	times uint32
	name  uint16 // times written as a name
	lower uint16 // times written otherwise
	digit bool   // it is a number
}

// uses is a use of a word by a whole document: how often, in the upper bits, and
// in the lowest two whether as a name, a number or a plain word.
type uses struct {
	word  word
	times uint32
}

// What a use says of its word, in its lowest bits.
const (
	plainWord = iota
	nameWord
	numberWord
	wordSorts = 2 // bits
)

// usesOf counts the words of a document's headline and running text, by hash.
func (r *storyReader) usesOf(d *Document) []uses {
	s := d.Text
	if len(s) > storyBytes {
		end := storyBytes
		for !utf8.RuneStart(s[end]) {
			end--
		}
		s = s[:end]
	}
	r.uses, r.leads = r.uses[:0], 0
	if d.Title != "" && !strings.Contains(s[:min(len(s), 2*len(d.Title)+256)], d.Title) {
		r.read(d.Title, nil)
	}
	r.read(s, d.Blocks)
	slices.SortFunc(r.uses, func(a, b use) int { return cmp.Compare(a.word, b.word) })
	all := r.uses[:0]
	for _, u := range r.uses {
		if n := len(all); n > 0 && all[n-1].word == u.word {
			last := &all[n-1]
			last.times += u.times
			last.name += u.name
			last.lower += u.lower
		} else {
			all = append(all, u)
		}
	}
	out := make([]uses, len(all))
	for i, u := range all {
		sort := uint32(plainWord)
		switch {
		case u.digit:
			sort = numberWord
		case u.name > 2*u.lower:
			sort = nameWord
		}
		out[i] = uses{u.word, uint32(u.times)<<wordSorts | sort}
	}
	return out
}

// A storyReader reads the sentences of texts, one text after the other.
type storyReader struct {
	tokens           []text.Token
	uses             []use
	sentence         []use // of the sentence being read
	words, upper     int   // of it; upper without its first word
	leads            int   // sentences of the lead that were read
	first, afterStop bool
}

func (r *storyReader) read(s string, blocks []text.Block) {
	r.tokens = text.AppendTokens(r.tokens[:0], s)
	toks, b := r.tokens, 0
	r.end()
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		for b < len(blocks) && int(t.Start) >= blocks[b].End {
			b++
			r.end()
		}
		if b < len(blocks) && int(t.Start) >= blocks[b].Start && (blocks[b].Role == text.Metadata || blocks[b].Role == text.Furniture) {
			continue
		}
		if t.Kind == text.Punct {
			c := s[t.Start]
			r.afterStop = c == '.' || c == '!' || c == '?' || r.afterStop && (c == '"' || c == '\'')
			continue
		}
		if t.Is(text.Line) || r.afterStop && t.Is(text.Space) && t.Kind == text.Word && t.Is(text.Upper) {
			r.end()
		}
		r.afterStop = false
		end := t.End
		for t.Kind == text.Number && i+2 < len(toks) && toks[i+2].Kind == text.Number && !toks[i+1].Is(text.Space) && !toks[i+2].Is(text.Space) && (s[toks[i+1].Start] == '.' || s[toks[i+1].Start] == ',') {
			i += 2
			end = toks[i].End
		}
		if isYear(s[t.Start:end], t) {
			r.words, r.first = r.words+1, false
			continue
		}
		r.take(s[t.Start:end], t)
	}
	r.end()
}

// isYear reports whether the token t, which is w, is a number as years of the
// last century and of this one are written. Many stories that have nothing else
// in common are of one year.
func isYear(w string, t text.Token) bool {
	return t.Kind == text.Number && len(w) == 4 && (w[:2] == "19" || w[:2] == "20")
}

// take counts one word or number of the sentence.
func (r *storyReader) take(w string, t text.Token) {
	r.words++
	upper := t.Is(text.Upper)
	if !r.first && upper {
		r.upper++
	}
	first := r.first
	r.first = false
	if len(w) < 2 {
		return
	}
	u := use{times: 1, digit: t.Kind == text.Number}
	if t.Kind == text.Word {
		w = stem(lower(w))
	}
	u.word = hashWord(w)
	if len(w) < 2 || english().stop[u.word] {
		return
	}
	switch {
	case u.digit:
	case !upper:
		u.lower = 1
	case !first:
		u.name = 1
	}
	r.sentence = append(r.sentence, u)
}

// end adds the sentence that was read to the document's words.
func (r *storyReader) end() {
	title := r.words > leadWords && 2*r.upper > r.words // a headline that writes every word as a name
	lead := r.leads < leadSentences && len(r.sentence) >= leadWords
	if lead {
		r.leads++
	}
	for _, u := range r.sentence {
		if title {
			u.name = 0
		}
		if lead {
			u.times = leadCounts
		}
		r.uses = append(r.uses, u)
	}
	r.sentence = r.sentence[:0]
	r.words, r.upper, r.first, r.afterStop = 0, 0, true, false
}
