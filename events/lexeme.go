package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/tagger"
	"github.com/dateline-project/dateline/events/text"
)

// lexeme is what is known of a word as it is spelt, wherever it stands: it is
// looked up once for each word of a text, in place of one look-up in each
// table of the vocabulary.
type lexeme struct {
	raw   string // as the text has it
	low   string // lower case, straight apostrophe
	known known  // what of the entry is not empty
	*entry
	tagger tagger.Word
}

// entry is what the vocabulary says of a word in lower case, first what is
// asked of every word.
type entry struct {
	cues   cue
	starts []start // the phrases that begin with it
	slots  []int   // the words of phrases that it is a form of, ascending
	bounds []int   // of vocabulary.bounds, those that begin with it

	link                         linkWord
	measure                      measureWord
	population                   population
	cast                         cast
	forms                        form
	past, base                   bool // as the sets of the vocabulary
	unchanged                    bool // a verb whose past form is its base: hit
	quantity                     bool // or a multiplier
	opensMeasure, opensAccording bool // a phrase of several words
	opensSpeech                  bool // likewise, one of saying
	question                     bool // as the set of the vocabulary
}

// known says what the vocabulary knows of a word. Each word of a text has it, so
// that the lexeme of most of them, which lies elsewhere in memory, is not looked at.
type known uint8

const (
	knownCue       known = 1 << iota
	knownStart           // of a phrase
	knownMeasure         // or the first word of one
	knownBound           // the first word of one
	knownAccording       // the first word of what names a source, or of a phrase of saying
	knownLink
	knownNumber // it may be the first word of one
)

// known returns what the entry holds.
func (e *entry) known() known {
	var k known
	for _, x := range []struct {
		known known
		holds bool
	}{
		{knownCue, e.cues != 0}, {knownStart, len(e.starts) > 0}, {knownMeasure, e.measure.name != "" || e.opensMeasure}, {knownBound, len(e.bounds) > 0},
		{knownAccording, e.opensAccording || e.opensSpeech}, {knownLink, e.link != linkWord{}}, {knownNumber, e.quantity},
	} {
		if x.holds {
			k |= x.known
		}
	}
	return k
}

// start is a phrase that begins with a word, and what it wants of that word: it
// is looked at only if the word is that.
type start struct {
	phrase int // index into vocabulary.phrases
	pos    byte
	exact  bool
}

// unknown is the entry of the words that the vocabulary does not have.
var unknown entry

// entry returns the entry of a word that is added to the vocabulary.
func (v *vocabulary) entry(low string) *entry {
	e := v.entries[low]
	if e == nil {
		e = new(entry)
		v.entries[low] = e
	}
	return e
}

// enter fills the entries from the lists of the vocabulary.
func (v *vocabulary) enter() {
	for w, c := range v.cues {
		v.entry(w).cues = c
	}
	for w, l := range v.links {
		v.entry(w).link = l
	}
	for w, m := range v.measure {
		v.entry(w).measure = m
	}
	for w, p := range v.population {
		v.entry(w).population = p
	}
	for w, b := range v.boundsAt {
		v.entry(w).bounds = b
	}
	for w := range v.past {
		v.entry(w).past = true
	}
	for w := range v.base {
		v.entry(w).base = true
	}
	for w := range v.quantity {
		v.entry(w).quantity = true
	}
	for w := range v.multiplier {
		v.entry(w).quantity = true // "hundred and six"
	}
	for _, p := range v.measurePhrases {
		v.entry(p.words[0]).opensMeasure = true
	}
	for _, p := range v.speechPhrases {
		for w := range p.verb {
			v.entry(w).opensSpeech = true
		}
	}
	for w := range v.question {
		v.entry(w).question = true
	}
	for _, p := range v.according {
		v.entry(p.words[0]).opensAccording = true
	}
}

// lexeme returns what is known of a word of a text, looked up when it is met first.
func (v *vocabulary) lexeme(met *text.Spellings[lexeme], raw string) *lexeme {
	s, known := met.Of(raw)
	if !known {
		s.Known = v.newLexeme(s.Word, lower(s.Word))
	}
	return &s.Known
}

func (v *vocabulary) newLexeme(raw, low string) lexeme {
	l := lexeme{raw: raw, low: low, tagger: v.tagger.Word(raw), entry: v.entries[low]}
	if l.entry == nil {
		l.entry = &unknown
	}
	l.known = l.entry.known()
	if isDigits(low) || strings.IndexByte(low, '-') >= 0 {
		l.known |= knownNumber
	}
	return l
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
