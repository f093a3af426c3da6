// Package places finds the places that a text names: which words are a place's
// name, which place of the gazetteer it is, and how the text means it: as the
// spot, near it, north of it, or only as part of another name.
//
// Find reads the tokens of a whole document, as what one sentence leaves open
// ("Barda") another settles ("Azerbaijan"). What a word means beside a name is
// data: the lists in data/places/words.txt.
package places

import (
	"slices"
	"sync"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// Options change what Find assumes. The zero value is right for most texts.
type Options struct {
	// Blocks are the blocks of the document, in order: names are not sought in
	// furniture, and headings in title case are read with care. Nil means that
	// every line is a block of running text.
	Blocks []text.Block
	// Country is the ISO 3166-1 code of the country that a document without
	// any other clue is about, "" for none.
	Country string
}

// Mention is a place in a text. Exactly one of ID != "", Vague and Unlisted holds.
type Mention struct {
	// Span covers the name alone, without type noun or possessive, but with the
	// "County" of one named after a town; for a vague place the phrase.
	text.Span
	// Extent covers the whole phrase: "in the direction of the town of Hadrut, Azerbaijan".
	Extent text.Span
	// Name is the name as written.
	Name string
	// Ref is the gazetteer's entry; it is valid only if ID is not "".
	Ref data.PlaceRef
	// ID, Names, Country, Lat and Lon are the gazetteer's, see data.Place.
	// They are empty for a place that is vague or that the gazetteer lacks,
	// but for Country where the text tells it.
	ID       string
	Names    []string
	Country  string
	Lat, Lon float64
	// Precision is point, locality, district, region or country.
	Precision string
	// Relation tells how what happens lies to the place: "" if nothing is
	// said, "in", "near", "outskirts", "towards", "from", "between", "border",
	// "over", "of", "dateline", "site" (of something named after it), a part
	// of it ("north", "south-west", "central") or a side ("north-of").
	Relation string
	// Demonym marks a word for the people or things of the place: "Armenian".
	Demonym bool
	// Vague marks a place without a name: "several cities", "the border".
	Vague bool
	// Unlisted marks a name that the text calls a place and the gazetteer lacks.
	Unlisted bool
	// Named marks a name that is part of another or stands for somebody: the
	// place is not where anything happens. "Bank of America", "Washington said".
	Named bool
	// Qualifier marks a country or region that only says where the place
	// before it lies: "Ganja, Azerbaijan".
	Qualifier bool
	// Rule is the name of the rule that settled the mention, Basis the reason in words.
	Rule, Basis string
}

// Find appends to dst the places of s, whose tokens are given, ordered and
// disjoint by Span, and returns it. It takes time linear in the text.
func Find(dst []Mention, s string, tokens []text.Token, gaz *data.Places, opt Options) []Mention {
	if len(tokens) == 0 || gaz == nil {
		return dst
	}
	f := &finder{s: s, tokens: tokens, gaz: gaz, opt: opt, line: lineShape{from: -1}}
	f.room = roomFor(gaz, len(tokens))
	defer f.room.release()
	f.scan()
	for i := range f.found {
		f.readLeft(i)
		f.readRight(i)
	}
	f.markNames()
	f.resolve()
	return f.appendMentions(dst)
}

// rooms keeps what Find made for one text for the next: *room, with nothing found in it.
var rooms sync.Pool

// room is the memory of one call of Find, and the names that it met, which the
// next text is likely to have as well.
type room struct {
	found  []candidate
	read   []*word // by token, nil for one that was not looked at yet
	gaz    *data.Places
	byKey  map[string]*name // by folded name, what gaz has of it
	words  text.Spellings[word]
	places map[data.PlaceRef]data.Place // that were mentioned
}

// word is a single word of a text.
type word struct {
	*data.PlaceWord       // what the lists say of it, not nil
	name            *name // what it may be, nil if it has not been looked up
	empty           bool  // nothing is left of it when it is folded: "the"
}

// maxNames is how many names, and places, a room remembers from one text to the next. Within
// a text none is forgotten, as a name is told from others by its pointer.
const maxNames = 1 << 14

// roomFor returns room for a text of so many tokens whose places are sought in gaz.
func roomFor(gaz *data.Places, tokens int) *room {
	r, _ := rooms.Get().(*room)
	if r == nil || r.gaz != gaz {
		r = &room{gaz: gaz, byKey: map[string]*name{}, places: map[data.PlaceRef]data.Place{}}
	}
	r.read = slices.Grow(r.read, tokens)[:tokens]
	return r
}

// release gives the room to a later call.
func (r *room) release() {
	clear(r.found)
	clear(r.read)
	r.found, r.read = r.found[:0], r.read[:0]
	if len(r.places) > maxNames {
		clear(r.places)
	}
	if len(r.byKey) > maxNames {
		clear(r.byKey)
		r.words = text.Spellings[word]{} // which point to the names
	}
	rooms.Put(r)
}

// finder holds the state of one call.
type finder struct {
	s      string
	tokens []text.Token
	gaz    *data.Places
	opt    Options
	*room
	line    lineShape
	key     []byte // scratch of fold and phrase
	weight  map[string]float64
	admins  map[string]bool
	areas   map[string]int  // how many of admins each country has
	counted map[string]bool // keys that gave their country weight
	spots   []data.Facts
	people  map[string]bool        // folded names that the document uses for persons
	settled map[reading]int        // the readings that context alone gives
	full    map[data.PlaceRef]bool // regions that a name of theirs alone names
	located map[*name]int          // the readings of names that the text tells once where they lie
}

// name is what a word or run of words of the document may be.
type name struct {
	*data.PlaceName      // nil for no name
	continues       bool // longer names may begin with it
	acronym         bool // it is a name only in capitals
}

// reading is a name and the precision that a type noun gives it, "" without one.
type reading struct {
	*name
	typ string
}

var noName data.PlaceName

// nameless is the name of a place that the gazetteer lacks, or that has none.
var nameless = name{PlaceName: &noName}

// candidate is a run of tokens that may name a place.
type candidate struct {
	first, last int // tokens, half open
	left, right int // tokens of the whole phrase, half open
	*name
	refs        []data.PlaceRef // those of name, or of its people
	demonym     bool
	vague       bool
	unlisted    bool
	opens       bool // it begins a sentence
	headline    bool // its line is in title case or capitals
	possessive  bool
	abbreviated bool
	county      bool   // the type noun is "county"
	typ         string // precision that a type noun gives, "" without one
	relation    string
	list        int  // the candidate before it in a list, -1
	container   int  // the candidate that says where it lies, -1
	comma       bool // the container follows a comma
	owner       int  // the country or demonym that stands before it, -1
	qualifier   bool
	country     string // of a place that the gazetteer lacks
	named       bool
	chosen      int // of refs, -1
	rule, basis string
}

func (f *finder) fold(t text.Token) []byte {
	f.key = data.FoldPlace(f.key[:0], f.s[t.Start:t.End])
	return f.key
}

// noWord stands for a word that no list has.
var noWord data.PlaceWord

// wordOf returns what the lists say of a folded word, never nil.
func (f *finder) wordOf(key []byte) *data.PlaceWord {
	if w := f.gaz.Word(key); w != nil {
		return w
	}
	return &noWord
}

// single returns what is known of token i by itself.
func (f *finder) single(i int) *word {
	if f.read[i] == nil {
		f.read[i] = f.lookUp(f.tokens[i])
	}
	return f.read[i]
}

func (f *finder) lookUp(t text.Token) *word {
	s, met := f.words.Of(f.s[t.Start:t.End])
	if !met {
		key := f.fold(t)
		s.Known = word{PlaceWord: f.wordOf(key), empty: len(key) == 0}
	}
	return &s.Known
}

// at returns what the lists say of token i, never nil.
func (f *finder) at(i int) *data.PlaceWord { return f.single(i).PlaceWord }

// phrase returns what the lists say of the text of tokens [i, j), never nil.
func (f *finder) phrase(i, j int) *data.PlaceWord {
	if j == i+1 {
		return f.at(i)
	}
	if w := f.single(i); !w.Begins && !w.empty && f.tokens[i+1].Is(text.Space) {
		return &noWord
	}
	f.key = data.FoldPlace(f.key[:0], f.s[f.tokens[i].Start:f.tokens[j-1].End])
	return f.wordOf(f.key)
}

func (f *finder) roles(i int) data.PlaceRole { return f.at(i).Roles }

func (f *finder) is(i int, word string) bool {
	return i >= 0 && i < len(f.tokens) && f.s[f.tokens[i].Start:f.tokens[i].End] == word
}

// word reports whether token i is a word, on the line of its neighbour i-1.
func (f *finder) word(i int) bool {
	return i >= 0 && i < len(f.tokens) && f.tokens[i].Kind == text.Word
}

// adjacent reports whether only blanks stand between tokens i and i+1, and no line end.
func (f *finder) adjacent(i int) bool {
	return i >= 0 && i+1 < len(f.tokens) && f.tokens[i+1].Is(text.Space) && !f.tokens[i+1].Is(text.Line)
}
