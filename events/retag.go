package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// retag mends what the tagger, which was trained on newspapers of business,
// gets wrong in news of violence: a past form that is a noun as well, such as
// "shot", read as the noun where only the verb can stand.
func (v *vocabulary) retag(words []word) {
	for i := range words {
		w := &words[i]
		if w.kind == text.Punct && (w.noun() || w.tag == "JJ" || w.verb() && w.low == "|") {
			w.tag = ":" // a quotation mark of typographers, which newspapers of its time did not have
			continue
		}
		if !w.noun() && !w.verb() && !w.has(knownPast) && w.low != "us" {
			continue
		}
		if w.low == "us" && w.is(text.Upper) {
			w.tag = "NNP" // the country, which the tagger takes for the pronoun
			if i+1 < len(words) && words[i+1].tag == "VBP" {
				words[i+1].tag = "NN" // "US automaker"
			}
			continue
		}
		if w.tag == "NN" && i > 0 && words[i-1].low == "to" && w.lexeme.base && i+1 < len(words) {
			switch words[i+1].tag {
			case "DT", "RP", "PRP$", "CD", "NNP", "JJ", "RB":
				w.tag = "VB" // "is to meet the envoy"
			case "IN":
				if next := words[i+1].low; next == "over" || next == "out" || next == "off" {
					w.tag = "VB" // "is to hand over the district"
				}
			}
			continue
		}
		if w.tag == "NN" && i > 0 && i+2 < len(words) && words[i+1].low == "that" && !words[i+2].verb() && words[i+2].tag != "MD" &&
			w.lexeme.cues&(cueSpeech|cueSpeechThat|cueSpeechClause) != 0 && (words[i-1].tag == "NNS" || pluralSubject(words, i)) {
			w.tag = "VBP" // "researchers at the institute estimate that"
			continue
		}
		if i == 0 && w.tag == "VBZ" && len(words) > 1 && words[1].low == "that" && w.lexeme.cues&cueSpeechNoun != 0 {
			w.tag = "NNS" // "Hopes that a deal was near"
			continue
		}
		if i == 0 && w.tag == "NNP" && len(words) > 1 && words[1].tag == "NNP" && w.lexeme.cues&cueSpeech != 0 && !w.lexeme.base {
			w.tag = "VBD" // "Said Mr. Orr: “It is over.”"
			continue
		}
		if w.tag == "NN" && i > 1 && i+2 == len(words) && words[i+1].kind == text.Punct && w.lexeme.cues&(cueSpeech|cueSpeechClause) != 0 && pluralSubject(words, i) {
			w.tag = "VBP" // "..., economists at the bank note."
			continue
		}
		if w.tag == "NN" && i > 1 && (words[i-1].tag == "WDT" || words[i-1].low == "all" && words[i-2].tag == "WDT") && w.lexeme.cues&cueSpeech != 0 {
			w.tag = "VBP" // "resolutions which all call on the army"
			continue
		}
		if w.tag == "NNS" && i > 0 && i+1 < len(words) && words[i-1].kind == text.Punct && words[i+1].tag == "NNP" && w.lexeme.cues&cueSpeech != 0 {
			w.tag = "VBZ" // "“I have no regrets,” insists Mr Orr"
			continue
		}
		if w.tag == "NN" && i > 0 && words[i-1].tag == "IN" && w.lexeme.measure.pos == 'v' && strings.HasSuffix(w.low, "ing") && opensObject(words, i+1) {
			w.tag = "VBG" // "was jailed for shooting two men"
			continue
		}
		if w.tag == "VBG" && i > 0 && i+2 < len(words) && words[i+1].low == "that" && words[i+2].tag == "VBD" && inNounPhrase(words[i-1].tag) {
			w.tag, words[i+1].tag = "NN", "WDT" // "a shooting that killed two"
			continue
		}
		if w.tag == "VBG" && i > 0 && words[i-1].timed && datedNoun(words, i) {
			w.tag = "NN" // "charged in an April 2007 shooting"
			continue
		}
		if (w.tag == "VBP" || w.tag == "VB") && w.has(knownPast) && !w.lexeme.base {
			w.tag = "VBD" // no other form of the verb is so written
			continue
		}
		if w.tag == "NN" && w.lexeme.unchanged && i > 0 && words[i-1].noun() && opensObject(words, i+1) && !verbBefore(words, i) && !finite(words, i+1, len(words)) {
			w.tag = "VBD" // "a quake hit Ruritania"
			continue
		}
		if !w.has(knownPast) || !w.noun() && w.tag != "JJ" || w.tag == "NNP" {
			continue
		}
		j := i - 1
		for j >= 0 && words[j].tag == "RB" {
			j--
		}
		switch {
		case w.tag == "NNS":
			w.tag = "VBD" // no past form is a plural
		case j < 0:
		case words[j].lexeme.cues&cueAuxiliary != 0 && words[j].verb() && w.noun():
			w.tag = "VBN" // "was fatally shot"
		case j < i-1 && strings.HasSuffix(words[i-1].low, "ly") && (w.noun() || opensObject(words, i+1)):
			w.tag = "VBD" // "a gunman fatally shot three"
		case (w.tag == "NN" || w.tag == "JJ") && !w.lexeme.base && mayHaveObject(words, i+1) && (words[j].tag == "NNS" && !verbBefore(words, i) || words[j].tag == "CC" && j > 0 && finite(words, 0, j)):
			w.tag = "VBD" // "robbers stole cash", "burst in and stole watches"
		case w.noun() && j == i-1 && words[j].noun() && words[j].lexeme.population.persons() && w.lexeme.measure.pos == 'v' && befell(words, i+1):
			w.tag = "VBN" // "a boy shot on Saturday has died", "his brother shot in the foot"
		case w.noun() && (words[j].noun() || words[j].tag == "PRP") && opensObject(words, i+1) && !verbBefore(words, i):
			w.tag = "VBD" // "Orr shot two men"
		}
	}
}

// datedNoun reports whether nothing but a year, a month or a weekday, and a determiner before
// it, stands before word i: "the Friday shooting", not "spent the 1990s fighting".
func datedNoun(words []word, i int) bool {
	if w := &words[i-1]; w.kind != text.Number && w.tag != "NNP" {
		return false
	}
	for i--; i >= 0 && words[i].timed; i-- {
		if words[i].tag == "IN" {
			return false
		}
	}
	return i >= 0 && (words[i].tag == "DT" || words[i].tag == "PRP$" || words[i].tag == "POS")
}

// befell reports whether what stands at word i goes on from a participle: a time, or
// "in", "on", "during".
func befell(words []word, i int) bool {
	if i >= len(words) {
		return false
	}
	switch words[i].low {
	case "in", "on", "during", "outside", "inside", "near", "while", "by", "after":
		return true
	}
	return words[i].timed
}

// pluralSubject reports whether the words before i are those of a subject in
// the plural with a phrase that describes it: "researchers at the institute".
func pluralSubject(words []word, i int) bool {
	for j := i - 1; j >= 0 && i-j <= 6; j-- {
		switch w := &words[j]; {
		case w.tag == "IN" && j > 0:
			return words[j-1].tag == "NNS"
		case !w.noun() && w.tag != "DT" && w.tag != "JJ":
			return false
		}
	}
	return false
}

// headlineVerb finds the verb of a headline that the tagger read as a plural:
// in a sentence without a finite verb, the word after a name and before an
// object that is the form of a verb ("Chrysler files for bankruptcy").
func (v *vocabulary) headlineVerb(words []word) {
	at := -1
	for i := range words {
		w := &words[i]
		switch w.tag {
		case "VBZ":
			// "Minister tells airlines not to": of two such words the one is no verb
			if p := i - 1; p > 0 && words[p].tag == "NNS" && v.formOfVerb(words[p].low) && !v.formOfVerb(w.low) && words[p-1].is(text.Upper) {
				words[p].tag, words[i].tag = "VBZ", "NNS"
			}
			return
		case "VBD", "VBP", "MD":
			return
		case "NNS":
			if at >= 0 || i == 0 || i+1 == len(words) || !strings.HasSuffix(w.low, "s") || w.is(text.Upper) {
				continue
			}
			says := w.lexeme.cues&cueSpeech != 0 && words[i-1].noun() && words[i+1].tag != "IN" && words[i+1].tag != "TO" // "the service forecasts heavy snow"
			if !words[i-1].is(text.Upper) && words[i-1].kind != text.Number && !says {
				continue
			}
			if !v.formOfVerb(w.low) {
				continue
			}
			switch next := words[i+1].tag; next {
			case "IN", "TO", "DT", "CD", "JJ", "NN", "NNS", "NNP", "RB", "RP", "PRP$", "VBN":
				at = i
			}
		}
	}
	if at >= 0 {
		words[at].tag = "VBZ"
	}
}

// formOfVerb reports whether a word in "s" is the third person of a verb that phrases begin with.
func (v *vocabulary) formOfVerb(low string) bool {
	e := v.entries[strings.TrimSuffix(low, "s")]
	return e != nil && e.base
}

// inNounPhrase reports whether a noun may follow a word of this tag in its phrase.
func inNounPhrase(tag string) bool {
	return tag == "DT" || tag == "CD" || tag == "PRP$" || tag == "POS" || strings.HasPrefix(tag, "JJ") || strings.HasPrefix(tag, "NN")
}

// opensObject reports whether a noun phrase, or a second verb, begins at word i.
func opensObject(words []word, i int) bool {
	if i >= len(words) {
		return false
	}
	switch w := &words[i]; w.tag {
	case "CD", "DT", "PRP", "PRP$", "NNP":
		return true
	case "JJ":
		return i+1 < len(words) && words[i+1].tag == "NNP" // "struck northern Italy"
	case "CC":
		return i+1 < len(words) && (words[i+1].tag == "VBD" || words[i+1].tag == "VBN")
	}
	return false
}

// mayHaveObject reports whether the word at i may be the object of a verb before it.
func mayHaveObject(words []word, i int) bool {
	return opensObject(words, i) || i < len(words) && (words[i].noun() || words[i].tag == "VBZ" || words[i].tag == "JJ")
}

// verbBefore reports whether a finite verb stands in the clause before word i.
func verbBefore(words []word, i int) bool {
	for j := i - 1; j >= 0 && i-j < 15; j-- {
		switch w := &words[j]; {
		case w.finite():
			return true
		case w.low == "," || w.low == "and" || w.low == "that" || w.low == ";" || w.low == "when" || w.low == "after":
			return false
		}
	}
	return false
}
