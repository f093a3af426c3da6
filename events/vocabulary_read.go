package events

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/tagger"
)

// cueList is a word list of the lexicon whose words are cues, in every form if inflected.
type cueList struct {
	name      string
	cue       cue
	inflected bool
}

var cueLists = []cueList{
	{"alleged", cueAlleged, true}, {"denied", cueDenied, true}, {"demanded", cueDemanded, true}, {"demanded-modal", cueDemanded, false},
	{"planned", cuePlanned, true}, {"planned-modal", cuePlanned, false}, {"hypothetical", cueHypothetical, false}, {"negated", cueNegated, false},
	{"speech", cueSpeech, true}, {"comparison", cueComparison, false}, {"superlative", cueSuperlative, false}, {"total", cueTotal, false},
	{"hedge", cueHedge, false}, {"person-title", cueTitle, false}, {"organisation", cueOrganisation, false}, {"force", cueForce, true},
	{"group", cueGroup, true}, {"reference-definite", cueDefinite, false}, {"instrument", cueInstrument, false},
	{"planned-passive", cuePlannedPassive, false}, {"postponed", cuePostponed, false}, {"cancelled", cueCancelled, false},
	{"auxiliary", cueAuxiliary, false}, {"stative", cueStative, true}, {"light", cueLight, true}, {"count-link", cueCountLink, false},
	{"implicative", cueImplicative, true}, {"unit", cueUnit, false}, {"numbered", cueNumbered, false}, {"intransitive", cueIntransitive, true},
	{"part", cuePart, false}, {"count-filler", cueCountFiller, false}, {"place-preposition", cuePlacePreposition, false},
	{"time-preposition", cueTimePreposition, false}, {"time-filler", cueTimeFiller, false}, {"determiner", cueDeterminer, false},
	{"empty-subject", cueEmptySubject, false}, {"tried", cueTried, true}, {"unable", cueUnable, true}, {"almost", cueAlmost, false},
	{"prospect", cueProspect, true}, {"charged", cueCharged, true}, {"unreal", cueUnreal, false}, {"happen", cueHappen, true},
	{"count-move", cueCountMove, true}, {"spot", cueSpot, false}, {"site", cueSite, false}, {"soil", cueSoil, false}, {"local", cueLocal, false},
	{"seated", cueSeated, false}, {"onset", cueOnset, false}, {"speech-that", cueSpeechThat, true}, {"speech-clause", cueSpeechClause, true},
	{"speech-to", cueSpeechTo, true}, {"speech-quote", cueSpeechQuote, true}, {"speech-as", cueSpeechAs, true}, {"speech-mind", cueSpeechMind, false}, {"hearsay", cueHearsay, false}, {"speech-noun", cueSpeechNoun, true},
	{"assess", cueAssess, true}, {"utter", cueUtter, true}, {"tell", cueTells, true}, {"settle", cueSettles, true}, {"indefinite", cueIndefinite, false},
	{"generic", cueGeneric, false},
}

// reader makes a vocabulary of a lexicon.
type reader struct {
	*vocabulary
	lexicon *data.Lexicon
	inflect *inflector
}

// newVocabulary reads a lexicon. The error names the line that cannot be read.
func newVocabulary(x *data.Lexicon, kinds []data.Kind) (*vocabulary, error) {
	tags, err := tagger.New()
	if err != nil {
		return nil, err
	}
	v := &vocabulary{
		tagger: tags, entries: map[string]*entry{},
		abbreviation: set(x.Lists["abbreviation"]), final: set(x.Lists["abbreviation-final"]), opener: set(x.Lists["opener"]), question: set(x.Lists["speech-question"]),
		cues: map[string]cue{}, measure: map[string]measureWord{}, population: map[string]population{},
		quantity: map[string]quantityWord{}, multiplier: map[string]int64{}, boundsAt: map[string][]int{},
		links: map[string]linkWord{}, kinds: map[string]data.Kind{}, decisions: map[string][]*decision{}, violentNoun: map[string]bool{}, past: map[string]bool{}, base: map[string]bool{},
	}
	for _, f := range x.Irregular {
		if f[1] != f[0] {
			v.past[f[1]], v.past[f[2]] = true, true
		} else {
			v.entry(f[0]).unchanged = true
		}
	}
	for _, k := range kinds {
		v.kinds[k.ID] = k
	}
	r := &reader{v, x, newInflector(x.Irregular, x.Plural)}
	r.readCues()
	for _, read := range []func() error{r.readForms, r.readSpeech, r.readPersons, r.readLinks, r.readMeasures, r.readPopulations, r.readNumbers, r.readPhrases, r.readDeciding} {
		if err := read(); err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
	}
	v.enter()
	return v, nil
}

func (r *reader) readCues() {
	for _, c := range cueLists {
		for _, w := range fields(r.lexicon.Lists[c.name]) {
			r.cues[w] |= c.cue
			if c.inflected {
				for _, f := range append(r.inflect.verb(w), r.inflect.noun(w)...) {
					r.cues[f] |= c.cue
				}
			}
		}
	}
	for _, relation := range []string{"same", "after"} {
		for _, line := range r.lexicon.Lists["take-up-"+relation] {
			words := strings.Fields(line)
			r.takeUps = append(r.takeUps, wordPattern{words, relation})
			r.cues[words[0]] |= cueTakesUp
		}
	}
	slices.SortStableFunc(r.takeUps, func(p, q wordPattern) int { return len(q.words) - len(p.words) })
}

// readSpeech reads the phrases by which somebody says something.
func (r *reader) readSpeech() error {
	for _, list := range []string{"according", "citing"} {
		for _, line := range r.lexicon.Lists[list] {
			r.according = append(r.according, sourcePhrase{strings.Fields(strings.TrimSuffix(line, " ...")), list == "citing"})
		}
	}
	for _, line := range r.lexicon.Lists["speech-phrase"] {
		verb, then, ok := strings.Cut(line, " ")
		if !ok {
			return fmt.Errorf("speech-phrase %q: want a verb and the word behind it", line)
		}
		r.speechPhrases = append(r.speechPhrases, speechPhrase{set(r.inflect.verb(verb)), then})
	}
	return nil
}

func (r *reader) readLinks() error {
	for _, line := range r.lexicon.Lists["clause-link"] {
		w, link, ok := pair(line)
		relation, opens, both := strings.Cut(link, ": ")
		if !ok || !both || !slices.Contains(clauseOpenings, opening(opens)) {
			return fmt.Errorf("clause-link %q: want word = relation: always, verb, content or joins", line)
		}
		r.links[w] = linkWord{relation, opening(opens)}
	}
	return nil
}

// readMeasures reads what words count, and phrases of several words.
func (r *reader) readMeasures() error {
	for _, line := range r.lexicon.Lists["measure"] {
		w, m, ok := pair(line)
		if !ok {
			return fmt.Errorf("measure %q: want word = measure", line)
		}
		if words := strings.Fields(w); len(words) > 1 {
			r.measurePhrases = append(r.measurePhrases, wordPattern{words, m})
			continue
		}
		base, pos, _ := strings.Cut(w, ":")
		forms := []string{base}
		switch pos {
		case "v":
			forms = r.inflect.verb(base)
		case "n":
			forms = r.inflect.noun(base)
		case "a":
		default:
			return fmt.Errorf("measure %q: want :v, :n or :a after the word", line)
		}
		for _, f := range forms {
			r.measure[f] = measureWord{m, pos[0]}
		}
	}
	return nil
}

func (r *reader) readPopulations() error {
	for _, line := range r.lexicon.Lists["population"] {
		w, p, ok := pair(line)
		if !ok {
			return fmt.Errorf("population %q: want noun = population", line)
		}
		name, things := strings.CutSuffix(p, ": things")
		name, groups := strings.CutSuffix(name, ": groups")
		for _, f := range r.inflect.noun(w) {
			r.population[f] = population{name, things, groups}
		}
	}
	return nil
}

// readNumbers reads words that stand for numbers, and those that bound one.
func (r *reader) readNumbers() error {
	for _, line := range r.lexicon.Lists["quantity"] {
		w, p, ok := pair(line)
		bounds := strings.Fields(p)
		if !ok || len(bounds) != 2 {
			return fmt.Errorf("quantity %q: want word = low high", line)
		}
		low, err := strconv.ParseInt(bounds[0], 10, 64)
		if err != nil {
			return fmt.Errorf("quantity %q: %v", line, err)
		}
		q := quantityWord{low: low}
		if high, err := strconv.ParseInt(bounds[1], 10, 64); err == nil {
			q.high = &high
		}
		r.quantity[w] = q
	}
	for _, line := range r.lexicon.Lists["multiplier"] {
		w, p, _ := pair(line)
		n, err := strconv.ParseInt(p, 10, 64)
		if err != nil {
			return fmt.Errorf("multiplier %q: %v", line, err)
		}
		r.multiplier[w] = n
	}
	if err := r.readMoney(); err != nil {
		return err
	}
	for _, line := range r.lexicon.Lists["bound"] {
		w, relation, ok := pair(line)
		if !ok {
			return fmt.Errorf("bound %q: want words = relation", line)
		}
		p := wordPattern{strings.Fields(w), relation}
		r.boundsAt[p.words[0]] = append(r.boundsAt[p.words[0]], len(r.bounds))
		r.bounds = append(r.bounds, p)
	}
	return nil
}

// readPhrases reads the phrases that tell the kinds.
func (r *reader) readPhrases() error {
	of := map[string]*data.Kind{data.NoEvent: {}}
	for id, k := range r.kinds {
		of[id] = &k
	}
	r.other = cmp.Or(of["other"], of[data.NoEvent])
	classes := map[string]int{} // by their forms
	var uses []int              // of each class
	for _, p := range r.lexicon.Phrases {
		if _, ok := r.kinds[p.Kind]; !ok && p.Kind != data.NoEvent {
			return fmt.Errorf("line %d: no kind %q", p.Line, p.Kind)
		}
		compiled := phrase{Phrase: p, of: of[p.Kind], classes: make([]int, len(p.Words))}
		for k, w := range p.Words {
			compiled.classes[k] = -1
			forms := slices.Sorted(maps.Keys(r.forms(w)))
			switch {
			case k == 0:
				for _, f := range forms {
					e := r.entry(f)
					e.starts = append(e.starts, start{phrase: len(r.phrases), pos: w.POS, exact: w.Exact})
				}
			case !w.Place:
				compiled.classes[k] = r.class(classes, forms)
				uses = append(uses, make([]int, len(classes)-len(uses))...)
				uses[compiled.classes[k]]++
			}
		}
		first := p.Words[0]
		if len(p.Words) == 1 && first.POS != 'v' && r.kinds[p.Kind].Class == "violence" {
			for _, f := range first.Any {
				r.violentNoun[f] = true
			}
		}
		if first.POS == 'v' {
			for _, f := range first.Any {
				r.base[f] = true
			}
		}
		if first.Place {
			r.phrasesAtPlace = append(r.phrasesAtPlace, start{phrase: len(r.phrases), exact: true})
		}
		r.phrases = append(r.phrases, compiled)
	}
	r.classes = len(classes)
	need := func(starts []start) {
		for i := range starts {
			starts[i].needs = r.phrases[starts[i].phrase].rarest(uses)
		}
	}
	need(r.phrasesAtPlace)
	for _, e := range r.entries {
		need(e.starts)
	}
	return nil
}

// class returns the number of the class of words that have these forms, a new
// one when there is none, which is entered with each of them.
func (r *reader) class(classes map[string]int, forms []string) int {
	key := strings.Join(forms, " ")
	c, known := classes[key]
	if !known {
		c = len(classes)
		classes[key] = c
		for _, f := range forms {
			e := r.entry(f)
			e.classes = append(e.classes, c)
		}
	}
	return c
}

// forms returns what a word of a phrase may look like in a text.
func (r *reader) forms(w data.PhraseWord) map[string]bool {
	forms := map[string]bool{}
	for _, a := range w.Any {
		forms[a] = true
		if w.Exact {
			continue
		}
		if w.POS != 'v' {
			for _, f := range r.inflect.noun(a) {
				forms[f] = true
			}
		}
		if w.POS != 'n' {
			for _, f := range r.inflect.verb(a) {
				forms[f] = true
			}
		}
	}
	return forms
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

// readMoney reads the currencies and what their numbers count in.
func (r *reader) readMoney() error {
	r.money = moneyWords{code: map[string]string{}, scale: map[string]float64{}}
	var signs, names []string
	for _, line := range r.lexicon.Lists["currency-sign"] {
		w, code, ok := pair(line)
		if !ok {
			return fmt.Errorf("currency-sign %q: want sign = code", line)
		}
		r.money.code[w], signs = strings.ToUpper(code), append(signs, w)
	}
	for _, line := range r.lexicon.Lists["currency"] {
		w, code, ok := pair(line)
		if !ok {
			return fmt.Errorf("currency %q: want words = code", line)
		}
		last := w[strings.LastIndexByte(w, ' ')+1:]
		for _, f := range append(r.inflect.noun(last), last) {
			w := strings.TrimSuffix(w, last) + f
			r.money.code[w], names = strings.ToUpper(code), append(names, w)
		}
	}
	for _, line := range r.lexicon.Lists["money-scale"] {
		w, n, _ := pair(line)
		f, err := strconv.ParseFloat(n, 64)
		if err != nil {
			return fmt.Errorf("money-scale %q: %v", line, err)
		}
		r.money.scale[w] = f
	}
	r.money.compile(signs, names)
	return nil
}
