package events

import (
	"cmp"
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
	cues    cue
	starts  []start // the phrases that begin with it
	classes []int   // of the words of phrases that it is a form of, ascending
	bounds  []int   // of vocabulary.bounds, those that begin with it

	measures, according []int // of vocabulary.measurePhrases and vocabulary.according, likewise

	link        linkWord
	measure     measureWord
	population  population
	cast        cast
	forms       form
	past, base  bool // as the sets of the vocabulary
	unchanged   bool // a verb whose past form is its base: hit
	quantity    bool // or a multiplier
	opensSpeech bool // a phrase of saying
	question    bool // as the set of the vocabulary
	money       bool // a sign or word of a currency

	abbreviation bool // written with a full stop
}

// known says what the vocabulary knows of a word. Each word of a text has it, so
// that the lexeme of most of them, which lies elsewhere in memory, is not looked at.
type known uint16

const (
	knownCue       known = 1 << iota
	knownStart           // of a phrase
	knownMeasure         // or the first word of one
	knownBound           // the first word of one
	knownAccording       // the first word of what names a source, or of a phrase of saying
	knownLink
	knownNumber // it may be the first word of one
	knownClass  // of the words of phrases
	knownCast   // of the cast
	knownPast   // past form of an irregular verb
	knownMoney  // a sign or word of a currency, or the end or the letters of one
)

// known returns what the entry holds.
func (e *entry) known() known {
	var k known
	for _, x := range []struct {
		known known
		holds bool
	}{
		{knownCue, e.cues != 0}, {knownStart, len(e.starts) > 0}, {knownMeasure, e.measure.name != "" || len(e.measures) > 0}, {knownBound, len(e.bounds) > 0},
		{knownAccording, len(e.according) > 0 || e.opensSpeech}, {knownLink, e.link != linkWord{}}, {knownNumber, e.quantity},
		{knownClass, len(e.classes) > 0}, {knownCast, e.cast != 0}, {knownPast, e.past}, {knownMoney, e.money},
	} {
		if x.holds {
			k |= x.known
		}
	}
	return k
}

// start is a phrase that begins with a word, and what it wants of that word and
// of the sentence: it is looked at only if they are that.
type start struct {
	phrase int // index into vocabulary.phrases
	pos    byte
	exact  bool
	needs  int // the class of a word that the sentence must have, -1 for none
}

// classesSaid says which classes of the words of phrases a sentence has.
type classesSaid struct {
	in       []uint32 // by class, the last sentence that has it
	sentence uint32
}

// begin starts a new sentence.
func (c *classesSaid) begin(v *vocabulary, words []word) {
	if c.sentence++; len(c.in) != v.classes || c.sentence == 0 {
		c.in, c.sentence = make([]uint32, v.classes), 1
	}
	for i := range words {
		if words[i].has(knownClass) {
			for _, class := range words[i].lexeme.classes {
				c.in[class] = c.sentence
			}
		}
	}
}

// has reports whether the sentence may have a word of the class; -1 is every one's,
// and nil says nothing of the sentence.
func (c *classesSaid) has(class int) bool {
	return class < 0 || c == nil || c.in[class] == c.sentence
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
	for i, p := range v.measurePhrases {
		e := v.entry(p.words[0])
		e.measures = append(e.measures, i)
	}
	for _, p := range v.speechPhrases {
		for w := range p.verb {
			v.entry(w).opensSpeech = true
		}
	}
	for w := range v.question {
		v.entry(w).question = true
	}
	for w := range v.money.code {
		v.entry(w[strings.LastIndexByte(w, ' ')+1:]).money = true // "swiss francs"
		if letters, ok := strings.CutSuffix(w, "$"); ok {
			v.entry(cmp.Or(letters, w)).money = true
		}
	}
	for _, abbreviations := range []map[string]bool{v.abbreviation, v.final} {
		for w := range abbreviations {
			v.entry(w).abbreviation = true
		}
	}
	for i, p := range v.according {
		e := v.entry(p.words[0])
		e.according = append(e.according, i)
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

// fills reports whether the lexeme is of a class of words of phrases.
func (l *lexeme) fills(class int) bool {
	for _, c := range l.classes {
		if c >= class {
			return c == class
		}
	}
	return false
}
