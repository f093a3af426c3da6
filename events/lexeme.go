package events

import (
	"hash/maphash"
	"strings"
	"sync/atomic"

	"github.com/dateline-project/dateline/events/tagger"
)

// lexeme is what is known of a word as it is spelt, wherever it stands: it is
// looked up once for each word of a text, in place of one look-up in each
// table of the vocabulary.
type lexeme struct {
	raw    string // as the text has it
	low    string // lower case, straight apostrophe
	tagger *tagger.Word
	starts []int // the phrases that begin with it
	slots  []int // the words of phrases that it is a form of, ascending
	cues   cue
}

// lexemes keeps the lexemes met last. A text repeats its words, and so do the
// texts of a corpus; what one word costs to keep is bounded, however many
// words a hostile text makes up. It is safe for concurrent use.
type lexemes struct {
	seed maphash.Seed
	kept [1 << 14]atomic.Pointer[lexeme]
}

// maxKept is how many bytes a word may have that is kept.
const maxKept = 32

// lexeme returns what is known of a word of a text.
func (v *vocabulary) lexeme(raw string) *lexeme {
	slot := &v.lexemes.kept[maphash.String(v.lexemes.seed, raw)%uint64(len(v.lexemes.kept))]
	if l := slot.Load(); l != nil && l.raw == raw {
		return l
	}
	if len(raw) > maxKept {
		return v.newLexeme(raw, lower(raw))
	}
	raw = strings.Clone(raw) // the text need not be kept for one of its words
	l := v.newLexeme(raw, lower(raw))
	slot.Store(l)
	return l
}

func (v *vocabulary) newLexeme(raw, low string) *lexeme {
	return &lexeme{raw: raw, low: low, tagger: v.tagger.Word(raw), starts: v.phrasesAt[low], slots: v.slotsOf[low], cues: v.cues[low]}
}

// fills reports whether the lexeme is a form of the word of a phrase that has this number.
func (l *lexeme) fills(slot int) bool {
	for _, s := range l.slots {
		if s >= slot {
			return s == slot
		}
	}
	return false
}
