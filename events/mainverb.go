package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// mainVerbs says of which clauses the main verb tells a happening where no
// phrase of the lexicon does.
type mainVerbs int

const (
	datedClauses mainVerbs = iota // those with a date
	allClauses                    // every clause
	allVerbs                      // every clause, and verbs that are none
)

// graveShare is the share of sentences, one in so many, that name violence,
// harm, a disaster or a change of territory in a text about these. In such a
// text the kinds of the lexicon hold what a chronology needs, and any other
// verb is told by the way. One such sentence after the first ones, without a
// number of victims, does not make a text grave: "that could destroy the firm".
// Nor do sentences of long before the text, of violence one alone, and an accident
// that harmed nobody.
const graveShare, firstSentences, graveDays = 5, 3, 14

// tellsUnnamed reports whether a text is about something else than the grave
// kinds: business, sport, politics. There each main verb may be the news.
func (d *documentAnalysis) tellsUnnamed() bool {
	grave, violentBefore, heavy, harm := 0, 0, false, false
	for i, a := range d.sentenceOf {
		if a == nil || !slices.ContainsFunc(a.triggers, a.grave) {
			continue
		}
		violent := slices.ContainsFunc(a.triggers, a.violent)
		if d.isBackground(a) && !(violent && i < firstSentences) {
			if violent {
				violentBefore++
			}
			continue
		}
		grave++
		heavy = heavy || i < firstSentences || len(a.tallied) > 0
		harm = harm || len(a.tallied) > 0 || slices.ContainsFunc(a.triggers, func(t trigger) bool { return a.grave(t) && t.kind != "accident" })
	}
	if violentBefore > 1 {
		grave, heavy, harm = grave+violentBefore, true, true
	}
	return grave*graveShare < len(d.sentences) || grave == 1 && !heavy || !harm
}

// isBackground reports whether all dates of a sentence are of a time that ended
// more than graveDays before the day of the text, or of a year: "two crashes this year".
func (d *documentAnalysis) isBackground(a *sentenceAnalysis) bool {
	published, dated := d.published(), false
	if published.Precision != "day" {
		return false
	}
	for _, m := range a.timesFound {
		if m.EDTF == "" || m.Type == timex.Set || m.Type == timex.Duration {
			continue
		}
		if m.Precision != "year" && published.Earliest-m.Latest <= graveDays {
			return false
		}
		dated = true
	}
	return dated
}

// violent reports whether a trigger names violence or a change of territory.
func (a *sentenceAnalysis) violent(t trigger) bool {
	class := t.of.Class
	return class == "violence" || class == "territory"
}

// grave reports whether a trigger names violence, harm, a disaster or a change of territory.
func (a *sentenceAnalysis) grave(t trigger) bool {
	return !t.weak && isGrave(t.of.Class)
}

// isGrave reports whether kinds of a class are violence, harm, a disaster or a change of territory.
func isGrave(class string) bool {
	switch class {
	case "violence", "harm", "territory", "disaster":
		return true
	}
	return false
}

// mainVerbsOf says which main verbs of sentence i tell something: in a text
// about grave kinds, the headline's alone have no need of a date.
func (d *documentAnalysis) mainVerbsOf(i int) mainVerbs {
	a := d.sentenceOf[i]
	switch {
	case d.open && d.published().EDTF != "" && !d.looksBack:
		return allVerbs
	case d.open || a.role == text.Title && len(a.triggers) == 0:
		return allClauses
	}
	return datedClauses
}

// addMainVerbs adds the verbs of clauses that no phrase of the lexicon names,
// as triggers of kind "other", so that a chronology of any field can be read.
func (a *sentenceAnalysis) addMainVerbs(of mainVerbs) {
	named := make([]bool, len(a.clauses)) // a verb of the lexicon tells the clause
	held := make([]bool, len(a.clauses))  // a noun does
	for _, t := range a.triggers {
		// "justified it by saying": beside its main verb a participle does not tell the clause
		named[t.clause] = named[t.clause] || !t.noun && !(of == allVerbs && a.continues(t.head))
		held[t.clause] = held[t.clause] || t.noun
	}
	grave := slices.ContainsFunc(a.triggers, func(t trigger) bool { return t.of.Class == "violence" })
	dated := make([]bool, len(a.clauses))
	for _, m := range a.timesFound {
		if first, last := a.wordsAt(m.Start, m.End); first < last && m.EDTF != "" && !m.Named && m.Type != timex.Set {
			dated[clauseOf(a.clauses, first)] = true
		}
	}
	for c := range a.clauses {
		if named[c] || held[c] && of == datedClauses || !dated[c] && of == datedClauses {
			continue
		}
		switch a.clauses[c].link {
		case "who", "which", "that", "whose", "where":
			if of == datedClauses {
				continue // it describes: "those who lived there in September"
			}
		}
		verb := a.lexicalVerb(a.clauses[c])
		if verb < 0 || !a.tells(verb) || !a.tellsAlone(verb, held[c]) {
			continue
		}
		a.triggers = append(a.triggers, trigger{first: verb, last: verb + 1, head: verb, kind: "other", of: a.v.other, phrase: -1, clause: c, byTheWay: grave && of == datedClauses})
	}
	if of == allVerbs {
		a.addNonFinite()
	}
	a.triggers = slices.DeleteFunc(a.triggers, func(t trigger) bool { return t.kind == data.NoEvent })
	slices.SortStableFunc(a.triggers, func(x, y trigger) int { return x.first - y.first })
}

// tellsAlone reports whether the verb at i can tell what a clause tells that
// the lexicon has no verb for; held says that it has a noun for it. A name, what
// describes a noun and what is so tell nothing, a light verb leaves it to the noun.
func (a *sentenceAnalysis) tellsAlone(i int, held bool) bool {
	w := &a.words[i]
	return len(w.low) >= 3 && (i == a.first || a.role == text.Title || !w.is(text.Upper)) && w.mark == 0 && !(w.tag == "VBN" && a.modifies(i)) &&
		w.lexeme.cues&cueStative == 0 && !(held && w.lexeme.cues&cueLight != 0)
}

// addNonFinite adds the verbs that are no clause of their own: infinitives that
// say what is to be done ("a contract to supply forty trains"), what is said to
// be ahead ("said it would sue"), participles that go on with the clause ("lost
// its licence, closing two plants", "by selling its stake") or open the sentence, and those told with
// their doer or their date ("a forum held by", "jets ordered in 2013").
func (a *sentenceAnalysis) addNonFinite() {
	for i := a.first; i < a.last; i++ {
		w, before := &a.words[i], &a.words[max(a.first, i-1)]
		switch {
		case i == a.first && (w.tag != "VBG" || a.role == text.Title || len(a.clauses) == 1 || a.clauses[0].verb != i || a.v.entries[w.low] == nil): // no name that the tagger takes for a participle
			continue
		case i == a.first:
		case w.tag == "VB" && (before.low == "to" || before.low == "would" && a.toldBefore(clauseOf(a.clauses, i))):
		case w.tag == "VBG" && (before.low == "," || before.low == "by" || before.low == "after" || before.low == "before"):
		case w.tag == "VBN" && before.noun() && (a.lowAt(i+1) == "by" || a.hasOwnDate(i)):
		default:
			continue
		}
		if w.lexeme.cues&(cueStative|cueLight|cueAuxiliary) != 0 || w.tag == "VB" && w.lexeme.cues&cueSays != 0 || a.inAnyTrigger(i) || w.mark != 0 {
			continue
		}
		a.triggers = append(a.triggers, trigger{first: i, last: i + 1, head: i, kind: "other", of: a.v.other, phrase: -1, clause: clauseOf(a.clauses, i)})
	}
}

// hasOwnDate reports whether a date belongs to the participle at i alone.
func (a *sentenceAnalysis) hasOwnDate(i int) bool {
	return slices.ContainsFunc(a.timesFound, func(m timex.Mention) bool {
		first, last := a.wordsAt(m.Start, m.End)
		return first < last && a.describedBy(first) == i
	})
}

// lexicalVerb returns the verb that carries the meaning of a clause: what its
// auxiliaries lead to, -1 if its only verb is a copula.
func (a *sentenceAnalysis) lexicalVerb(c clause) int {
	for i := c.verb; i >= 0 && i < c.last; i++ {
		w := &a.words[i]
		switch {
		case w.kind != text.Word || w.low == "n't" || w.tag == "RB" || w.tag == "MD" || w.tag == "TO" || w.tag == "PRP":
		case w.verb() && w.lexeme.cues&cueAuxiliary == 0:
			return i
		case w.verb():
		default:
			return -1
		}
	}
	return -1
}

// tells reports whether the verb at i tells a happening: past, perfect or
// future, or in a headline present; not what might be. A text about nothing
// grave tells its news as going on ("is cutting jobs"), as said to be ahead
// ("said it would sue") and as set for a day ("meets on Monday"), too.
func (a *sentenceAnalysis) tells(i int) bool {
	switch tag := a.words[i].tag; tag {
	case "VBD":
		return true
	case "VBN":
		if !strings.HasSuffix(a.words[i].low, "ed") && !a.words[i].has(knownPast) {
			return a.open && i > a.first && a.words[i-1].form(formHas|formHad|formBe|formBeen) // else an adjective that the tagger takes for a participle
		}
		return a.hasAux(i, formWas|formBeen|formBe|formHas|formHad) || a.role == text.Title
	case "VB":
		return a.hasAux(i, formWill|formTo) || a.open && a.hasAux(i, formWould) && a.toldBefore(clauseOf(a.clauses, i))
	case "VBG":
		return a.open && a.hasAux(i, formIs|formWas)
	case "VBZ", "VBP":
		return (a.role == text.Title || a.row || a.open && a.dayFollows(i)) && !strings.HasPrefix(a.lowAt(i-1), "who")
	}
	return false
}

// dayFollows reports whether a day stands behind the verb at i, with no other verb between.
func (a *sentenceAnalysis) dayFollows(i int) bool {
	for _, m := range a.timesFound {
		if first, last := a.wordsAt(m.Start, m.End); first < last && first > i && m.Precision == "day" && m.Type != timex.Set {
			return !a.verbBetween(i+1, first)
		}
	}
	return false
}
