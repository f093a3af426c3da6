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
		if w.kind == text.Punct && w.noun() {
			w.tag = ":" // a quotation mark of typographers, which newspapers of its time did not have
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
		if (w.tag == "VBP" || w.tag == "VB") && w.lexeme.past && !w.lexeme.base {
			w.tag = "VBD" // no other form of the verb is so written
			continue
		}
		if !w.noun() && w.tag != "JJ" || !w.lexeme.past || w.tag == "NNP" {
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
		case w.noun() && (words[j].noun() || words[j].tag == "PRP") && opensObject(words, i+1) && !verbBefore(words, i):
			w.tag = "VBD" // "Orr shot two men"
		}
	}
}

// opensObject reports whether a noun phrase, or a second verb, begins at word i.
func opensObject(words []word, i int) bool {
	if i >= len(words) {
		return false
	}
	switch w := words[i]; w.tag {
	case "CD", "DT", "PRP", "PRP$", "NNP":
		return true
	case "CC":
		return i+1 < len(words) && (words[i+1].tag == "VBD" || words[i+1].tag == "VBN")
	}
	return false
}

// verbBefore reports whether a finite verb stands in the clause before word i.
func verbBefore(words []word, i int) bool {
	for j := i - 1; j >= 0 && i-j < 15; j-- {
		switch w := words[j]; {
		case w.tag == "VBD" || w.tag == "VBZ" || w.tag == "VBP" || w.tag == "MD":
			return true
		case w.low == "," || w.low == "and" || w.low == "that" || w.low == ";" || w.low == "when" || w.low == "after":
			return false
		}
	}
	return false
}
