package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// saysSomething reports whether the verb at i is used as one of saying: some
// always are, others with a clause or a quotation only ("investigators found
// that", "added"), with an infinitive ("hopes to"), beside a quotation ("he
// cried"), or with a number ("put the toll at nine").
func (a *sentenceAnalysis) saysSomething(i int) bool {
	k := a.words[i].lexeme.cues
	switch {
	case a.onlyPosted(i) || a.relative(i) && a.wantsNoName(i):
		return false
	case k&(cueSpeech|cueTells) != 0:
		return true
	case k&(cueSpeechThat|cueSpeechClause) != 0 && (a.thatFollows(i) || a.asksAfter(i) || a.quotes(i+1) || a.clauseFollows(i)):
		return true
	case k&cueSpeechClause != 0 && a.withoutObject(i):
		return true
	case k&cueSpeechQuote != 0 && a.besideQuotation(i):
		return true
	case k&cueSpeechAs != 0 && a.hasObject(i) && a.asAfter(i) > 0:
		return true
	case k&(cueSpeechThat|cueSpeechClause|cueSpeechTo) != 0 && a.orSo(i):
		return true
	case k&cueSpeechThat != 0 && a.documentShows(i):
		return true
	case a.words[i].lexeme.opensSpeech && a.opensSpeechPhrase(i):
		return true
	case k&cueSpeechTo != 0 && a.infinitiveFollows(i):
		return true
	case k&cueAssess != 0:
		return a.givesNumber(i)
	}
	return false
}

// opensSpeechPhrase reports whether the verb at i and the words behind it are
// together ones of saying: "made it clear that", "as he put it".
func (a *sentenceAnalysis) opensSpeechPhrase(i int) bool {
	for _, p := range a.v.speechPhrases {
		if !p.verb[a.words[i].low] {
			continue
		}
		for j := i + 1; j < a.last && j <= i+2; j++ {
			if a.words[j].low == p.then {
				return true
			}
		}
	}
	return false
}

// tellsSomething reports whether who is told is told something after the verb
// at i: "told reporters rebels had fled", but not "tells the story of two sisters".
func (a *sentenceAnalysis) tellsSomething(i int) bool {
	for j := i + 1; j < a.last; j++ {
		switch w := &a.words[j]; {
		case opensQuotation(w.low) || w.low == ":" || w.low == "that" || w.lexeme.question && j <= i+clauseReach && w.tag != "WP" && w.tag != "WDT":
			return true
		case w.finite() || w.low == "to" && j+1 < a.last && a.words[j+1].tag == "VB":
			return true
		case j == i+1 && w.tag == "IN" && !a.inTime(j) && !(j+1 < a.last && a.inTime(j+1)):
			return true // "warned of floods", "warned against complacency"
		case (w.low == "against" || w.low == "about") && j <= i+4 && a.nounsOnly(i+1, j):
			return true // "warned investors against the bonds"
		case strings.HasPrefix(w.tag, "W"):
			return false
		}
	}
	return false
}

// givesNumber reports whether a number follows the verb at i, or "at" after it.
func (a *sentenceAnalysis) givesNumber(i int) bool {
	for j := i + 1; j < a.last && j < i+14; j++ {
		if (a.words[j].low == "at" || j == i+1) && (a.countFollows(j+boolInt(j > i+1)) || a.lowAt(j+1) == "$") {
			return true
		}
	}
	return false
}

// clauseReach is how many words after a verb the subject of what is said may take.
const clauseReach = 14

// clauseFollows reports whether a clause follows the verb at i without "that":
// "a poll showed 54 percent of voters oppose the plan". Of past forms only
// auxiliaries are taken for its verb, since others may be participles ("found a
// body buried there").
func (a *sentenceAnalysis) clauseFollows(i int) bool {
	subject := false
	for j := i + 1; j < min(a.last, i+clauseReach); j++ {
		w := &a.words[j]
		switch {
		case a.inTime(j) || w.low == "'s" || w.low == "$" || w.low == "%":
		case j == i+1 && w.tag == "IN":
			return false // "the man suspected of it was caught"
		case w.tag == "MD", w.tag == "VBZ", w.tag == "VBP", w.tag == "VBD" && (w.lexeme.cues&cueAuxiliary != 0 || a.words[j-1].tag == "PRP"):
			return subject
		case w.verb() && w.tag != "VBN" && w.tag != "VBG", w.kind == text.Punct, w.tag == "TO", strings.HasPrefix(w.tag, "W"), w.low == "that":
			return false
		case w.tag == "CC" && j+1 < a.last && a.words[j+1].verb():
			return false
		case w.noun() || w.tag == "PRP" || w.tag == "CD" || w.tag == "EX" || w.tag == "DT":
			subject = true
		}
	}
	return false
}

// infinitiveFollows reports whether an infinitive follows the verb at i, with
// at most who is to do it between: "hopes to sign", "wants the tax to go".
func (a *sentenceAnalysis) infinitiveFollows(i int) bool {
	for j := i + 1; j+1 < a.last && j < i+clauseReach; j++ {
		w := &a.words[j]
		switch {
		case w.low == "to":
			if k := j + 1 + boolInt(a.words[j+1].tag == "RB"); k < a.last && (a.words[k].tag == "VB" || a.words[k].tag == "VBP") {
				return true
			}
		case a.inTime(j) || w.low == "'s":
		case (w.tag == "VBN" || w.tag == "VBD") && j > i+2 && (a.words[i+1].tag == "DT" || a.words[i+1].tag == "PRP$") && a.nounsOnly(i+1, j) && (a.words[j+1].kind == text.Punct || a.words[j+1].tag == "IN"):
			return !a.is(i, cueSays) && a.words[j+1].low != "by" // "ordered the papers returned"
		case w.verb() && w.tag != "VBN", w.tag == "MD", w.kind == text.Punct, strings.HasPrefix(w.tag, "W"), w.low == "that",
			w.tag == "CC" && a.words[j+1].verb():
			return false
		}
	}
	return false
}

// asksAfter reports whether a question follows the verb at i: "asked why the
// auditors had left", "did not say whether".
func (a *sentenceAnalysis) asksAfter(i int) bool {
	for j := i + 1; j < a.last && j <= i+6; j++ {
		switch w := &a.words[j]; {
		case w.lexeme.question && j+1 < a.last && a.words[j+1].kind != text.Punct:
			return a.clauses[clauseOf(a.clauses, j)].verb > j || j == i+1
		case w.kind == text.Punct, w.verb(), w.tag == "IN", strings.HasPrefix(w.tag, "W"):
			return false
		}
	}
	return false
}

// withoutObject reports whether nothing that could be the object of the verb at
// i follows it, as when what it says stands before it.
func (a *sentenceAnalysis) withoutObject(i int) bool {
	if i+1 >= a.last || a.inTime(i+1) {
		return true
	}
	w := &a.words[i+1]
	return w.kind == text.Punct || w.tag == "IN" || w.tag == "RB" || w.tag == "TO" || i > a.first && a.words[i-1].kind == text.Punct
}

// besideQuotation reports whether the verb at i stands beside a quotation: it
// opens after it, or has closed before its subject or before it.
func (a *sentenceAnalysis) besideQuotation(i int) bool {
	return a.quotes(i+1) || a.quotes(i+2) || a.quotationBefore(i)
}

// quotationBefore reports whether a quotation closes before the verb at i, or before its subject.
func (a *sentenceAnalysis) quotationBefore(i int) bool {
	for j := i - 1; j >= a.first && j >= i-maxBeforeSource; j-- {
		switch w := &a.words[j]; {
		case w.low == "\"":
			return a.closesStraight(j)
		case w.low == "”" || w.low == "''":
			return true
		case w.kind == text.Punct && w.low != "'s":
			return false
		}
	}
	return false
}

// wishEnd returns where what is wished or not said ends that begins at word i:
// before the next clause that "and" or "but" joins to it with a subject of its own.
func (a *sentenceAnalysis) wishEnd(i int) int {
	for k := clauseOf(a.clauses, i) + 1; k < len(a.clauses); k++ {
		switch c := a.clauses[k]; c.link {
		case "and", "but", "while", "although":
			if c.verb > c.first+1 && finite(a.words, c.verb, c.verb+1) {
				return c.first
			}
		}
	}
	return a.last
}

// quotationEnd returns where the quotation ends that the verb at i stands in,
// and so all that it says; the end of the sentence where it stands in none.
func (a *sentenceAnalysis) quotationEnd(i int) int {
	straight := false // within straight marks
	for j := a.first; j < i; j++ {
		straight = straight != (a.words[j].low == "\"")
	}
	for j := i + 1; j < a.last; j++ {
		switch low := a.words[j].low; {
		case low == "\"" && straight, low == "”":
			return j
		case opensQuotation(low):
			return a.last // what it says is a quotation, or holds one
		}
	}
	return a.last
}

// closesStraight reports whether the straight quotation mark at i closes: those
// of a sentence open and close in turn.
func (a *sentenceAnalysis) closesStraight(i int) bool {
	n := 0
	for j := a.first; j <= i; j++ {
		n += boolInt(a.words[j].low == "\"")
	}
	return n%2 == 0
}

// helpedToSay reports whether the infinitive at i says something with the help
// of "do" or a modal verb: "did not say whether", "may conclude that".
func (a *sentenceAnalysis) helpedToSay(i int) bool {
	helped, _ := a.helped(i)
	return helped && (a.thatFollows(i) || a.asksAfter(i) || a.clauseFollows(i) || a.is(i, cueSpeechTo) && a.infinitiveFollows(i))
}

// helped reports whether the infinitive at i belongs to "do" or a modal verb
// that stands before it, with adverbs between; negated is true if "not" does.
func (a *sentenceAnalysis) helped(i int) (helped, negated bool) {
	for j := i - 1; j >= a.first && j >= i-4; j-- {
		w := &a.words[j]
		switch {
		case a.is(j, cueNegated):
			negated = true
		case w.tag == "RB":
		case w.low == "to" && a.is(j-1, cueUnable) && a.words[j-1].verb():
			return true, true // "refused to say whether"
		case w.tag == "PRP" && a.lowAt(j-1) != "to": // "did he say"
		default:
			return w.tag == "MD" || w.verb() && w.tag != "VBN" && w.tag != "VB" && w.lexeme.cues&cueAuxiliary != 0, negated
		}
	}
	return false, negated
}

// thatFollows reports whether the verb of saying at i has its content after
// it: "the ministry said on Monday that".
func (a *sentenceAnalysis) thatFollows(i int) bool { return a.thatAfter(i) >= 0 }

// thatAfter returns where the clause with "that" begins that is the content of
// the verb at i, -1 for none.
func (a *sentenceAnalysis) thatAfter(i int) int {
	if a.lowAt(i+1) == "that" && a.lowAt(i+2) != "," {
		return i + 1 // within a phrase of the lexicon as well: "ruled that"
	}
	if k := clauseOf(a.clauses, i) + 1; k < len(a.clauses) && a.clauses[k].link == "that" && (a.clauses[k].first-i <= maxBeforeSource || a.clauses[k].first-i <= clauseReach && a.noFiniteVerb(i+1, a.clauses[k].first)) {
		return a.clauses[k].first
	}
	if k := clauseOf(a.clauses, i) + 2; k < len(a.clauses) && a.clauses[k].link == "that" && a.lowAt(a.clauses[k-1].first) == "," && a.tagAt(a.clauses[k-1].verb) == "VBG" && a.lowAt(a.clauses[k-1].verb+1) != "that" {
		return a.clauses[k].first // "reported, citing officials, that"
	}
	return -1
}

// quotes reports whether a quotation opens at word i or after a colon there.
func (a *sentenceAnalysis) quotes(i int) bool {
	if a.lowAt(i) == ":" || a.lowAt(i) == "," {
		i++
	}
	return opensQuotation(a.lowAt(i))
}

// quoted reports whether a quotation mark stands in the sentence.
func (a *sentenceAnalysis) quoted() bool {
	for j := a.first; j < a.last; j++ {
		if low := a.words[j].low; low == "\"" || low == "“" || low == "”" {
			return true
		}
	}
	return false
}

// clauseEnd returns the word at which a clause told by the way ends, which
// begins at word i: a comma, or the finite verb that belongs to what is before it.
func (a *sentenceAnalysis) clauseEnd(i int) int {
	seen := false
	for j := i; j < a.last; j++ {
		switch w := &a.words[j]; {
		case w.low == "," || w.low == ";":
			return j
		case w.finite():
			if seen && !a.chained(j) {
				return j
			}
			seen = true
		case w.tag == "VB" && j > i && a.words[j-1].noun():
			seen = true // "the suggestion that the vote be postponed angered"
		case seen && w.tag == "VBN" && a.words[j-1].tag == "VBN" && j+1 < a.last && objectFollows(a.words[j+1]):
			return j
		case w.low == "and" || w.low == "or" || w.low == "that" || strings.HasPrefix(w.tag, "W") || w.low == "as" || w.low == "after" || w.low == "before":
			seen = false
		}
	}
	return a.last
}

// chained reports whether the verb at j belongs to an auxiliary right before it.
func (a *sentenceAnalysis) chained(j int) bool {
	return j > a.first && a.auxiliaryStart(j) < j
}
