package events

import (
	"fmt"
	"strings"
)

// readPersons reads the lists of words that tell of harmed persons.
func (r *reader) readPersons() error {
	lists := r.lexicon.Lists
	r.person, r.ordinal, r.hits = map[string]*personWord{}, map[string]int64{}, map[string]bool{}
	for _, line := range lists["person"] {
		says, words, ok := pair(line)
		if !ok {
			return fmt.Errorf("person %q: want what is said = words", line)
		}
		p := &personWord{}
		for _, what := range strings.Fields(says) {
			switch what {
			case "male":
				p.sex = male
			case "female":
				p.sex = female
			case "doer":
				p.doer = true
			case "another":
				p.another = true
			case "reflexive":
				p.reflexive = true
			default:
				return fmt.Errorf("person %q: %q is none of male, female, doer, another, reflexive", line, what)
			}
		}
		for _, w := range strings.Fields(words) {
			for _, f := range append(r.inflect.noun(w), w) {
				r.person[f] = p
			}
		}
	}
	for _, w := range fields(lists["ordinal"]) {
		r.ordinal[w] = int64(len(r.ordinal)) + 1
	}
	for _, w := range fields(lists["hit"]) {
		for _, f := range r.inflect.verb(w) {
			r.hits[f] = true
		}
	}
	r.bodies, r.finds = map[string]bool{}, map[string]bool{}
	for _, w := range fields(lists["body"]) {
		for _, f := range r.inflect.noun(w) {
			r.bodies[f], r.measure[f] = true, measureWord{"killed", 'n'}
		}
	}
	for _, w := range fields(lists["find"]) {
		for _, f := range r.inflect.verb(w) {
			r.finds[f] = true
		}
	}
	r.manifold, r.slayings = map[string]int64{}, map[string]bool{}
	for _, w := range fields(lists["manifold"]) {
		r.manifold[w] = int64(len(r.manifold)) + 2
	}
	for _, w := range fields(lists["slaying"]) {
		for _, f := range r.inflect.noun(w) {
			r.slayings[f] = true
		}
	}
	r.toDeath = map[string]bool{}
	for _, w := range fields(lists["to-death"]) {
		for _, f := range r.inflect.verb(w) {
			r.toDeath[f] = true
		}
	}
	r.anotherDeed, r.laterDeed = plainPhrases(lists["another-deed"]), plainPhrases(lists["later-deed"])
	r.ownHand, r.callOuts, r.deathsOf = plainPhrases(lists["own-hand"]), plainPhrases(lists["call-out"]), plainPhrases(lists["death-of"])
	return nil
}

// plainPhrases returns each line as a phrase of words as they stand.
func plainPhrases(lines []string) []wordPattern {
	out := make([]wordPattern, 0, len(lines))
	for _, line := range lines {
		out = append(out, wordPattern{words: strings.Fields(line)})
	}
	return out
}

// phraseAt returns how many words the longest of ps takes that stands at word i, 0 for none.
func (a *sentenceAnalysis) phraseAt(i int, ps []wordPattern) int {
	n := 0
	for k := range ps {
		if w := ps[k].words; len(w) > n && a.opensWith(i, w) {
			n = len(w)
		}
	}
	return n
}
