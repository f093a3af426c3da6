package events

import (
	"sort"

	"github.com/dateline-project/dateline/events/places"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/timex"
)

// documentAnalysis is what is known of a document while its reports are read.
type documentAnalysis struct {
	*room       // words, sentences and what was found in them
	v           *vocabulary
	doc         *source.Document
	publication When
	times       []timex.Mention
	places      []places.Mention

	open         bool // it tells mostly of what the lexicon has no grave kind for
	earlierDay   When // the first of the week before its publication that it names
	opening      int  // the first sentence of its body that tells something, -1 as long as none has
	tellsOfToday bool // it names the day of its publication
	looksBack    bool // it tells of days long before its publication
	running      running
	reached      reached
	section      When         // of the heading that the text stands under
	sectionOf    []trigger    // of that heading, if it gives a date
	clocks       []clockHead  // of the entries of a live report
	entries      []diaryEntry // that the text has not come to
	entry        *diaryEntry  // that it is in, nil for none
	entryReach   int          // paragraphs to which the date of a line reaches; that of a heading reaches to the next
	told         running      // the last happening with a place
	sayings      sayings
	lead         int   // the sentence that a dateline opens, -1 for none
	onlyPlace    Place // the one town of a short text
	recorded     Place // of the row of a table
	dateline     Place // of that sentence
	home         Place // the town of a short local story
	heard        []heard
	introduced   []introduction
	people       people
	warnings     []source.Diagnostic
	explain      bool
	steps        []Step // of the report that is being made, if explain
}

// sentenceAnalysis is one sentence with everything found in it. Indices of
// words are those of the document.
type sentenceAnalysis struct {
	sentence
	v           *vocabulary
	words       []word
	clauses     []clause
	triggers    []trigger
	timesFound  []timex.Mention  // of the document's, those that overlap the sentence
	placesFound []places.Mention // likewise
	times       []timeRef
	places      []placeRef
	actors      []actorRef
	acts        []speech
	tallied     []tally
	totals      []totalReach // of each tally, nil until asked for
	sumsFound   []sum        // of money
	sumsOwner   []int        // of each the trigger it is told of, -1 for none
	vague       bool         // it names a place that has no name: "the border area"
	row         bool         // it hangs on a date as the row of a chronology does
	heads       []column     // of the table whose row it is
	open        bool         // of a document that tells mostly of what the lexicon has no grave kind for
}

type placeWord uint8

const (
	wordPlace placeWord = 1 << iota
	wordCountry
	wordDemonym
)

func (a *sentenceAnalysis) isPlace(i int) bool { return a.holds(i) && a.words[i].mark&wordPlace != 0 }
func (a *sentenceAnalysis) isCountry(i int) bool {
	return a.holds(i) && a.words[i].mark&wordCountry != 0
}
func (a *sentenceAnalysis) isDemonym(i int) bool {
	return a.holds(i) && a.words[i].mark&wordDemonym != 0
}

// holds reports whether word i is one of the sentence.
func (a *sentenceAnalysis) holds(i int) bool { return i >= a.first && i < a.last }

// is reports whether word i of the sentence is on one of the lists of c.
func (a *sentenceAnalysis) is(i int, c cue) bool {
	return i >= a.first && i < a.last && a.words[i].has(knownCue) && a.words[i].lexeme.cues&c != 0
}

// wordsAt returns the words of the sentence that overlap bytes start to end.
func (a *sentenceAnalysis) wordsAt(start, end int) (first, last int) {
	first = a.first + sort.Search(a.last-a.first, func(i int) bool { return int(a.words[a.first+i].end) > start })
	for last = first; last < a.last && int(a.words[last].start) < end; {
		last++
	}
	if first == last {
		return a.first, a.first
	}
	return first, last
}
