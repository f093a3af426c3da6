package events

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"

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
	bounds                      []wordPattern // longest first within a first word
	boundsAt                    map[string][]int
	phrases                     []phrase
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
	kinds                       map[string]data.Kind
	past                        map[string]bool // past forms and participles of irregular verbs
	base                        map[string]bool // base forms of irregular verbs and of the first verbs of phrases
	violentNoun                 map[string]bool // the nouns that alone name violence
	decisions                   []decision      // in the order of the file
	arms, neutral               cast            // what a people's word before it owns; what may lead in a name
	tagger                      *tagger.Tagger
	lexemes                     lexemes
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

type population struct {
	name   string
	things bool
}

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

// phrase is a data.Phrase; slot is the number of its first word among those of
// all phrases, by which a lexeme says which of them it is a form of.
type phrase struct {
	data.Phrase
	slot int
}

func newVocabulary(x *data.Lexicon, kinds []data.Kind) (*vocabulary, error) {
	tags, err := tagger.New()
	if err != nil {
		return nil, err
	}
	inflect := newInflector(x.Irregular, x.Plural)
	v := &vocabulary{
		tagger: tags, lexemes: lexemes{seed: maphash.MakeSeed()}, entries: map[string]*entry{},
		abbreviation: set(x.Lists["abbreviation"]), final: set(x.Lists["abbreviation-final"]), opener: set(x.Lists["opener"]), question: set(x.Lists["speech-question"]),
		cues: map[string]cue{}, measure: map[string]measureWord{}, population: map[string]population{},
		quantity: map[string]quantityWord{}, multiplier: map[string]int64{}, boundsAt: map[string][]int{},
		links: map[string]linkWord{}, kinds: map[string]data.Kind{}, violentNoun: map[string]bool{}, past: map[string]bool{}, base: map[string]bool{},
	}
	for _, f := range x.Irregular {
		if f[1] != f[0] {
			v.past[f[1]], v.past[f[2]] = true, true
		}
	}
	for _, k := range kinds {
		v.kinds[k.ID] = k
	}
	for _, c := range []struct {
		list    string
		cue     cue
		inflect bool
	}{
		{"alleged", cueAlleged, true}, {"denied", cueDenied, true}, {"demanded", cueDemanded, true}, {"demanded-modal", cueDemanded, false},
		{"planned", cuePlanned, true}, {"planned-modal", cuePlanned, false}, {"hypothetical", cueHypothetical, false}, {"negated", cueNegated, false},
		{"speech", cueSpeech, true}, {"comparison", cueComparison, false}, {"superlative", cueSuperlative, false}, {"total", cueTotal, false},
		{"hedge", cueHedge, false}, {"person-title", cueTitle, false}, {"organisation", cueOrganisation, false}, {"force", cueForce, true},
		{"group", cueGroup, true}, {"reference-definite", cueDefinite, false}, {"instrument", cueInstrument, false}, {"planned-passive", cuePlannedPassive, false}, {"postponed", cuePostponed, false}, {"cancelled", cueCancelled, false},
		{"auxiliary", cueAuxiliary, false}, {"stative", cueStative, true}, {"light", cueLight, true}, {"count-link", cueCountLink, false}, {"implicative", cueImplicative, true},
		{"unit", cueUnit, false}, {"numbered", cueNumbered, false}, {"intransitive", cueIntransitive, true}, {"part", cuePart, false},
		{"count-filler", cueCountFiller, false}, {"place-preposition", cuePlacePreposition, false}, {"time-preposition", cueTimePreposition, false},
		{"time-filler", cueTimeFiller, false}, {"determiner", cueDeterminer, false}, {"empty-subject", cueEmptySubject, false},
		{"tried", cueTried, true}, {"unable", cueUnable, true}, {"almost", cueAlmost, false}, {"prospect", cueProspect, true},
		{"charged", cueCharged, true}, {"unreal", cueUnreal, false}, {"happen", cueHappen, true}, {"count-move", cueCountMove, true},
		{"spot", cueSpot, false}, {"site", cueSite, false}, {"soil", cueSoil, false}, {"local", cueLocal, false}, {"seated", cueSeated, false}, {"onset", cueOnset, false},
		{"speech-that", cueSpeechThat, true}, {"speech-clause", cueSpeechClause, true}, {"speech-to", cueSpeechTo, true}, {"speech-quote", cueSpeechQuote, true},
		{"hearsay", cueHearsay, false}, {"speech-noun", cueSpeechNoun, true}, {"assess", cueAssess, true}, {"utter", cueUtter, true}, {"tell", cueTells, true}, {"settle", cueSettles, true},
		{"indefinite", cueIndefinite, false}, {"generic", cueGeneric, false},
	} {
		for _, w := range fields(x.Lists[c.list]) {
			v.cues[w] |= c.cue
			if c.inflect {
				for _, f := range append(inflect.verb(w), inflect.noun(w)...) {
					v.cues[f] |= c.cue
				}
			}
		}
	}
	for _, list := range []string{"according", "citing"} {
		for _, line := range x.Lists[list] {
			v.according = append(v.according, sourcePhrase{strings.Fields(strings.TrimSuffix(line, " ...")), list == "citing"})
		}
	}
	for _, line := range x.Lists["speech-phrase"] {
		verb, then, ok := strings.Cut(line, " ")
		if !ok {
			return nil, fmt.Errorf("lexicon: speech-phrase %q: want a verb and the word behind it", line)
		}
		v.speechPhrases = append(v.speechPhrases, speechPhrase{set(inflect.verb(verb)), then})
	}
	for _, relation := range []string{"same", "after"} {
		for _, line := range x.Lists["take-up-"+relation] {
			words := strings.Fields(line)
			v.takeUps = append(v.takeUps, wordPattern{words, relation})
			v.cues[words[0]] |= cueTakesUp
		}
	}
	if err := v.readPersons(x.Lists, inflect); err != nil {
		return nil, err
	}
	slices.SortStableFunc(v.takeUps, func(p, q wordPattern) int { return len(q.words) - len(p.words) })
	for _, line := range x.Lists["clause-link"] {
		w, link, ok := pair(line)
		relation, opens, both := strings.Cut(link, ": ")
		if !ok || !both || !slices.Contains(clauseOpenings, opening(opens)) {
			return nil, fmt.Errorf("lexicon: clause-link %q: want word = relation: always, verb, content or joins", line)
		}
		v.links[w] = linkWord{relation, opening(opens)}
	}
	for _, line := range x.Lists["measure"] {
		w, m, ok := pair(line)
		if !ok {
			return nil, fmt.Errorf("lexicon: measure %q: want word = measure", line)
		}
		if words := strings.Fields(w); len(words) > 1 {
			v.measurePhrases = append(v.measurePhrases, wordPattern{words, m})
			continue
		}
		base, pos, _ := strings.Cut(w, ":")
		forms := []string{base}
		switch pos {
		case "v":
			forms = inflect.verb(base)
		case "n":
			forms = inflect.noun(base)
		case "a":
		default:
			return nil, fmt.Errorf("lexicon: measure %q: want :v, :n or :a after the word", line)
		}
		for _, f := range forms {
			v.measure[f] = measureWord{m, pos[0]}
		}
	}
	for _, line := range x.Lists["population"] {
		w, p, ok := pair(line)
		if !ok {
			return nil, fmt.Errorf("lexicon: population %q: want noun = population", line)
		}
		name, things := strings.CutSuffix(p, ": things")
		for _, f := range inflect.noun(w) {
			v.population[f] = population{name, things}
		}
	}
	for _, line := range x.Lists["quantity"] {
		w, p, ok := pair(line)
		bounds := strings.Fields(p)
		if !ok || len(bounds) != 2 {
			return nil, fmt.Errorf("lexicon: quantity %q: want word = low high", line)
		}
		low, err := strconv.ParseInt(bounds[0], 10, 64)
		if err != nil {
			return nil, fmt.Errorf("lexicon: quantity %q: %v", line, err)
		}
		q := quantityWord{low: low}
		if high, err := strconv.ParseInt(bounds[1], 10, 64); err == nil {
			q.high = &high
		}
		v.quantity[w] = q
	}
	for _, line := range x.Lists["multiplier"] {
		w, p, _ := pair(line)
		n, err := strconv.ParseInt(p, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("lexicon: multiplier %q: %v", line, err)
		}
		v.multiplier[w] = n
	}
	for _, line := range x.Lists["bound"] {
		w, relation, ok := pair(line)
		if !ok {
			return nil, fmt.Errorf("lexicon: bound %q: want words = relation", line)
		}
		p := wordPattern{strings.Fields(w), relation}
		v.boundsAt[p.words[0]] = append(v.boundsAt[p.words[0]], len(v.bounds))
		v.bounds = append(v.bounds, p)
	}
	slots := 0
	for _, p := range x.Phrases {
		if _, ok := v.kinds[p.Kind]; !ok && p.Kind != data.NoEvent {
			return nil, fmt.Errorf("lexicon:%d: no kind %q", p.Line, p.Kind)
		}
		compiled := phrase{Phrase: p, slot: slots}
		slots += len(p.Words)
		for k, w := range p.Words {
			forms := map[string]bool{}
			for _, a := range w.Any {
				forms[a] = true
				if w.Exact {
					continue
				}
				if w.POS != 'v' {
					for _, f := range inflect.noun(a) {
						forms[f] = true
					}
				}
				if w.POS != 'n' {
					for _, f := range inflect.verb(a) {
						forms[f] = true
					}
				}
			}
			for f := range forms {
				e := v.entry(f)
				e.slots = append(e.slots, compiled.slot+k)
				if k == 0 {
					e.starts = append(e.starts, start{len(v.phrases), w.POS, w.Exact})
				}
			}
		}
		if w := p.Words[0]; len(p.Words) == 1 && w.POS != 'v' && v.kinds[p.Kind].Class == "violence" {
			for _, f := range w.Any {
				v.violentNoun[f] = true
			}
		}
		if w := p.Words[0]; w.POS == 'v' {
			for _, f := range w.Any {
				v.base[f] = true
			}
		}
		if p.Words[0].Place {
			v.phrasesAtPlace = append(v.phrasesAtPlace, start{len(v.phrases), 0, true})
		}
		v.phrases = append(v.phrases, compiled)
	}
	parts, err := v.readCast(x.Lists["cast"], inflect)
	if err != nil {
		return nil, err
	}
	v.arms, v.neutral = parts["arms"], parts["neutral"]
	if err := v.readDecisions(x.Lists["deciding"], parts); err != nil {
		return nil, err
	}
	v.enter()
	return v, nil
}

// fields returns the words of all lines.
func fields(lines []string) []string {
	var out []string
	for _, l := range lines {
		out = append(out, strings.Fields(l)...)
	}
	return out
}

func set(lines []string) map[string]bool {
	m := map[string]bool{}
	for _, w := range fields(lines) {
		m[w] = true
	}
	return m
}

// pair cuts "a = b"; b may be an equals sign itself.
func pair(line string) (a, b string, ok bool) {
	a, b, ok = strings.Cut(line, " = ")
	return strings.TrimSpace(a), strings.TrimSpace(b), ok
}
