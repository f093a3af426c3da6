package events

import "github.com/dateline-project/dateline/data"

// trigger is a phrase of the lexicon found in a sentence. first and last index
// the document's words, half open; head is the word that carries the meaning:
// the last noun of a noun phrase, else the verb it begins with.
type trigger struct {
	first, last, head int
	kind              string
	of                *data.Kind // the kind
	phrase            int        // index into vocabulary.phrases, -1 for a verb that no phrase names
	weak, noun        bool
	denied            bool // it stands within the words of a denial
	byTheWay          bool // another verb of a sentence that tells violence: it dates, and tells nothing worth a report
	clause            int
}

// appendTriggers finds the phrases of a tagged sentence, none overlapping another,
// those that tell no event among them. Only what somebody is said to deny may
// stand within the words of the denial: "called the shelling an invention".
func (v *vocabulary) appendTriggers(dst []trigger, said *classesSaid, words []word, first, last int) []trigger {
	for i := first; i < last; {
		if !words[i].place && !words[i].has(knownStart) {
			i++
			continue
		}
		t, ok := v.triggerAt(said, words, i, last)
		if !ok {
			i++
			continue
		}
		v.findHead(words, &t)
		dst = append(dst, t)
		if t.kind == "denial" && !t.noun && t.last-t.first > 2 {
			for _, inner := range v.appendTriggers(nil, said, words, t.head+1, t.last-1) {
				if inner.noun && !inner.weak && !inner.of.Spoken && inner.kind != data.NoEvent {
					inner.denied = true
					dst = append(dst, inner)
				}
			}
		}
		i = t.last
	}
	return dst
}

// triggerAt returns the phrase that begins at word i. Where several do, a
// phrase that counts alone goes before a weak one, then the one with more
// words, then the one with the smaller gap.
func (v *vocabulary) triggerAt(said *classesSaid, words []word, i, last int) (best trigger, ok bool) {
	var at []start
	switch {
	case words[i].place:
		at = v.phrasesAtPlace
	case words[i].has(knownStart):
		at = words[i].lexeme.starts
	}
	for _, s := range at {
		if !said.has(s.needs) || !fits(&words[i], s.pos, s.exact) {
			continue
		}
		ph := &v.phrases[s.phrase]
		end, ok := ph.match(words, i, last)
		if !ok || best.last > 0 && !ph.better(end, &v.phrases[best.phrase], best.last) {
			continue
		}
		best = trigger{first: i, last: end, kind: ph.Kind, of: ph.of, phrase: s.phrase, weak: ph.Weak}
	}
	return best, best.last > 0 && !v.overtaken(words, best, last) &&
		!(best.weak && best.kind == "other" && v.phrases[best.phrase].Words[0].POS == 'n' && !words[best.first].noun())
}

// findHead finds the word of t that carries the meaning, and whether t is told by a noun.
func (v *vocabulary) findHead(words []word, t *trigger) {
	t.head = t.first
	if !words[t.first].verb() {
		for j := t.first; j < t.last; j++ {
			if words[j].noun() {
				t.head = j
			}
		}
		ph := v.phrases[t.phrase].Words
		t.noun = ph[0].POS != 'v'
		if n := len(ph) - 1; n > 0 && t.noun && ph[n].POS == 'v' {
			t.noun, t.head = false, t.last-1 // "rockets did not hit": the verb tells it
		}
		if t.noun && !words[t.head].noun() {
			for j := t.first; j < t.last; j++ {
				if words[j].verb() {
					t.noun, t.head = false, j // "fatally shot"
					break
				}
			}
		}
		if ph[0].Place { // "Gori was handed over"
			t.noun, t.head = false, t.last-1
			for j := t.last - 1; j > t.first; j-- {
				if words[j].verb() {
					t.head = j
				}
			}
		}
	}
	for t.first < t.head && words[t.first].low == "by" {
		t.first++ // "by mines": the preposition only shows how the noun is meant
	}
}

// overtaken reports whether a noun phrase that begins inside t ends after it:
// in "launched a missile attack" the attack tells it.
func (v *vocabulary) overtaken(words []word, t trigger, last int) bool {
	if t.last >= last || !words[t.last].noun() {
		return false
	}
	for i := t.first + 1; i < t.last; i++ {
		for _, s := range words[i].lexeme.starts {
			ph := &v.phrases[s.phrase]
			if ph.Weak || len(ph.Words) == 1 || ph.Kind == t.kind || !fits(&words[i], s.pos, s.exact) {
				continue
			}
			if end, ok := ph.match(words, i, last); ok && end > t.last {
				return true
			}
		}
	}
	return false
}

// better reports whether p, ending at end, is to be taken before q, ending at other.
func (p *phrase) better(end int, q *phrase, other int) bool {
	switch {
	case p.Weak != q.Weak:
		return !p.Weak
	case len(p.Words) != len(q.Words):
		return len(p.Words) > len(q.Words)
	}
	return end < other
}

// match reports whether the phrase stands at words[i], which fits its first
// word, and the index after its last word.
func (p *phrase) match(words []word, i, limit int) (end int, ok bool) {
	at := i + 1
	for k := 1; k < len(p.Words); k++ {
		want := &p.Words[k] // not copied: this is where phrases are compared with every word
		found := -1
		for j := at; j < limit && j <= at+want.Gap; j++ {
			if want.Place && words[j].place || !want.Place && !words[j].timed && words[j].lexeme.fills(p.classes[k]) && fits(&words[j], want.POS, want.Exact) {
				found = j
				break
			}
			if stops(words[j].low) {
				break // a gap does not reach over a clause
			}
		}
		if found < 0 {
			return 0, false
		}
		at = found + 1
	}
	return at, true
}

// fits reports whether a word's tag allows the part of speech that a phrase
// wants. Where the phrase wants none, a name, an adjective or a modifier of a
// noun never tells an event.
func fits(w *word, pos byte, exact bool) bool {
	if w.tag == "" || exact {
		return true
	}
	switch pos {
	case 'n':
		return w.noun() || w.tag == "VBG" || w.tag == "JJ" || w.tag == "FW"
	case 'v':
		return w.verb() || w.tag == "JJ" && (len(w.low) > 2 && w.low[len(w.low)-2:] == "ed") || w.tag == "NN" && len(w.low) > 3 && w.low[len(w.low)-3:] == "ing"
	}
	return w.noun() || w.verb() || w.tag == "JJ" || w.tag == "CD" || w.tag == "FW"
}

func stops(low string) bool {
	switch low {
	case ".", ",", ";", ":", "(", ")", "—", "–", "!", "?", "and", "or", "but", "that", "which", "who", "when", "while":
		return true
	}
	return false
}
