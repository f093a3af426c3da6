package events

import (
	"github.com/dateline-project/dateline/events/places"
	"github.com/dateline-project/dateline/events/text"
)

// room is the memory that one document is analysed in and that the next one
// is given again. The analysis of a sentence holds parts of it; no report does.
type room struct {
	met        text.Spellings[lexeme] // the words of all texts so far
	tokens     []text.Token
	words      []word
	named      []places.Mention // as they are written
	referred   []places.Mention // with what "the city" refers to
	sentences  []sentence
	sentenceOf []*sentenceAnalysis // by sentence, nil where nothing tells an event
	analyses   []sentenceAnalysis
	drafts     []draft
	said       classesSaid
	clauses    []clause
	triggers   []trigger
	placeRefs  []placeRef
	actors     []actorRef
	timeRefs   []timeRef
	landmarks  []landmark
	quotations []quotation
	worded     map[wording]int // the last report of a wording
}

// room returns room for a document.
func (x *Extractor) room() *room {
	r, _ := x.rooms.Get().(*room)
	if r == nil {
		r = new(room)
	}
	return r
}

// release keeps the room of a document for the next. What may hold a part of
// the document's text is cleared, which would keep it in memory.
func (x *Extractor) release(r *room) {
	clear(r.worded)
	*r = room{
		met: r.met, said: r.said, worded: r.worded,
		tokens: r.tokens[:0], words: r.words[:0], named: emptied(r.named), referred: emptied(r.referred), sentences: r.sentences[:0],
		sentenceOf: emptied(r.sentenceOf), analyses: emptied(r.analyses), drafts: emptied(r.drafts),
		clauses: r.clauses[:0], triggers: r.triggers[:0], placeRefs: emptied(r.placeRefs), actors: emptied(r.actors), timeRefs: emptied(r.timeRefs),
		landmarks: emptied(r.landmarks), quotations: emptied(r.quotations),
	}
	x.rooms.Put(r)
}

// emptied returns s without its elements, which it clears.
func emptied[T any](s []T) []T {
	clear(s)
	return s[:0]
}

// added returns what was appended to s since it had n elements, so that
// appending to it does not write into s.
func added[T any](s []T, n int) []T { return s[n:len(s):len(s)] }
