package events

import (
	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/tagger"
)

// cue is what a word says about the words it governs.
type cue uint64

const (
	cueAlleged cue = 1 << iota
	cueDenied
	cueDemanded
	cuePlanned
	cueHypothetical
	cueNegated
	cueSpeech
	cueComparison
	cueSuperlative
	cueTotal
	cueHedge
	cueTitle
	cueOrganisation
	cueForce
	cueGroup
	cueDefinite
	cueInstrument
	cuePlannedPassive
	cuePostponed
	cueCancelled
	cueAuxiliary
	cueStative
	cueLight
	cueCountLink
	cueImplicative
	cueUnit
	cueNumbered
	cueIntransitive
	cuePart
	cueCountFiller
	cuePlacePreposition
	cueTimePreposition
	cueTimeFiller
	cueDeterminer
	cueEmptySubject
	cueTried
	cueUnable
	cueAlmost
	cueProspect
	cueCharged
	cueUnreal
	cueHappen
	cueCountMove
	cueSpot
	cueTakesUp
	cueSoil
	cueLocal
	cueSeated
	cueSpeechThat
	cueSpeechClause
	cueSpeechTo
	cueSpeechQuote
	cueSpeechNoun
	cueHearsay
	cueAssess
	cueUtter
	cueTells
	cueSettles
	cueIndefinite
	cueGeneric
	cueOnset
	cueSite
	cueSpeechAs
	cueSpeechMind
)

// vocabulary is a lexicon made ready for look-ups: one map access a word.
type vocabulary struct {
	abbreviation, final, opener map[string]bool
	cues                        map[string]cue
	measure                     map[string]measureWord
	measurePhrases              []wordPattern // of several words: "to hospital"
	population                  map[string]population
	quantity                    map[string]quantityWord
	multiplier                  map[string]int64
	money                       moneyWords
	bounds                      []wordPattern // in the order of the file; the longest that stands in a text is taken
	boundsAt                    map[string][]int
	phrases                     []phrase
	classes                     int     // of the words of phrases, how many
	phrasesAtPlace              []start // those that begin with a place
	according                   []sourcePhrase
	speechPhrases               []speechPhrase
	question                    map[string]bool // words that open what somebody asks
	links                       map[string]linkWord
	takeUps                     []wordPattern // longest first; relation is same or after
	person                      map[string]*personWord
	ordinal                     map[string]int64
	hits                        map[string]bool
	ownHand                     []wordPattern
	callOuts                    []wordPattern
	anotherDeed, laterDeed      []wordPattern
	deathsOf                    []wordPattern    // "the death of", before who died
	manifold                    map[string]int64 // 2 of "double"
	slayings                    map[string]bool  // nouns of killing that "double" may stand before
	toDeath                     map[string]bool  // verbs before somebody and "to death"
	bodies, finds               map[string]bool  // words for the dead, and verbs by which these come to light
	kinds                       map[string]data.Kind
	other                       *data.Kind             // of what no phrase names
	past                        map[string]bool        // past forms and participles of irregular verbs
	base                        map[string]bool        // base forms of irregular verbs and of the first verbs of phrases
	violentNoun                 map[string]bool        // the nouns that alone name violence
	decisions                   map[string][]*decision // by the kind that they start from, in the order of the file
	arms, neutral               cast                   // what a people's word before it owns; what may lead in a name
	undergo                     cast                   // verbs whose subject is the place of what they say
	relic                       cast                   // whom and what a happening left, which is named by it
	tagger                      *tagger.Tagger
	entries                     map[string]*entry // by lower case
}

// linkWord is how the clause that a word opens hangs on the one before, and
// under what condition the word opens one.
type linkWord struct {
	relation string // as in clause.link; "" for a word that opens none
	opens    opening
}

type opening string

const (
	opensAlways  opening = "always"
	opensVerb    opening = "verb"    // a verb follows
	opensContent opening = "content" // it is no pronoun
	opensJoined  opening = "joins"   // verbs stand on both sides
)

var clauseOpenings = []opening{opensAlways, opensVerb, opensContent, opensJoined}

// population is whom or what a noun counts: persons, unless it counts things, or groups of persons.
type population struct {
	name           string
	things, groups bool
}

// persons reports whether a population counts each of its persons.
func (p population) persons() bool { return p.name != "" && !p.things && !p.groups }

// measureWord is what a word counts, and as which part of speech: 'v', 'n', or 'a' for neither.
type measureWord struct {
	name string
	pos  byte
}

type quantityWord struct {
	low  int64
	high *int64
}

// sourcePhrase leads to a source: "according to". An inner one names the
// source of whoever speaks: "citing".
type sourcePhrase struct {
	words []string
	inner bool
}

// speechPhrase is a verb that is one of saying with the word behind it: "make clear".
type speechPhrase struct {
	verb map[string]bool // its forms
	then string
}

type wordPattern struct {
	words    []string
	relation string
}

// phrase is a data.Phrase. classes says for each of its words which class of
// words may stand there: those of all phrases that are written alike are one
// class, by whose number a lexeme says that it is a form of it; -1 for a place.
type phrase struct {
	data.Phrase
	of      *data.Kind // its kind, an empty one for one that tells no event
	classes []int
}

// rarest returns the class of the word behind the first that the fewest phrases
// have, of which uses says how many do, -1 for a phrase without one.
func (p *phrase) rarest(uses []int) int {
	best := -1
	for _, c := range p.classes[1:] {
		if c >= 0 && (best < 0 || uses[c] < uses[best]) {
			best = c
		}
	}
	return best
}
