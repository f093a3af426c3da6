package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// judging is what is known of the way in which the text speaks of a trigger,
// while the words that may weaken it are looked at.
type judging struct {
	*sentenceAnalysis
	trigger
	c     clause // of the trigger
	given bool   // it is a noun that means something known
	limit int    // the word before which cues are looked for
	m     Modality
	hedge string
	cue   int // the word that decided, -1 for none
}

// modalityOf decides in what way the text speaks of trigger t, and returns the
// words that weaken the claim, and the cue that decided, as an index of a word,
// -1 for none. A cue counts where it governs the trigger: it
// stands before it in its clause, or its clause takes the trigger's clause as
// content. What a definite noun names is taken as given: "we demand that they
// respect the truce" demands respect, and the truce did happen.
func (a *sentenceAnalysis) modalityOf(t trigger) (m Modality, hedge string, cue int) {
	if t.denied {
		return Denied, "", -1
	}
	j := &judging{sentenceAnalysis: a, trigger: t, c: a.clauses[t.clause], given: t.noun && a.definite(t), limit: t.first, m: Happened, cue: -1}
	if !t.noun {
		j.limit = t.head // what stands within a phrase counts too: "rockets did not hit"
	}
	j.byGovernor()
	if a.asks() || a.inverted() {
		j.raise(Hypothetical, -1)
	}
	if a.isToBe(t) {
		j.raise(Planned, -1)
	}
	from := j.c.first
	if !t.noun && a.infinitive(t.head) {
		from = a.first // "call on A, B and C to stop": what governs an infinitive may be clauses away
	}
	for i := from; i < j.limit; i++ {
		if w := &a.words[i]; w.has(knownCue) && (!w.noun() || w.lexeme.cues&(cueDemanded|cuePlanned) == 0 || a.followedByTo(i)) {
			j.byCueBefore(i)
		}
	}
	if j.m == Happened && !t.noun && a.isPurpose(t.head) {
		j.m = Hypothetical
	}
	if t.noun && j.m == Happened {
		j.byPredicate()
	}
	return j.m, j.hedge, j.cue
}

// raise makes m the modality, by the cue at word i, if it is weaker than what was found before.
func (j *judging) raise(m Modality, i int) {
	if m.Rank() > j.m.Rank() || j.m == Happened {
		j.m, j.cue = m, i
	}
}

// byGovernor looks at the verb whose content the clause is: "demanded that
// prisoners be freed", "denied that it had fired", "said that if".
func (j *judging) byGovernor() {
	g := j.governor(j.clause)
	if g < 0 {
		return
	}
	switch k := j.words[g].lexeme.cues; {
	case k&cueDenied != 0:
		j.raise(Denied, g)
	case k&cueDemanded != 0 && j.words[g].verb() && !j.given:
		j.raise(Demanded, g)
	case k&cueAlleged != 0 && k&cueDemanded == 0:
		j.raise(Alleged, g)
	case k&cuePlanned != 0 && j.words[g].verb() && j.tense(j.trigger) != "past" && !j.given:
		j.raise(Planned, g)
	}
}

// byCueBefore looks at the cue at word i, before the trigger: first whether it
// weakens what is claimed, then what stands to a noun as its object; what is
// given is no weaker for the rest.
func (j *judging) byCueBefore(i int) {
	w, t := &j.words[i], j.trigger
	k := w.lexeme.cues
	object := w.verb() && t.noun && j.directObject(i, t)
	switch {
	case k&cueHedge != 0:
		if j.hedge == "" {
			j.hedge = w.low
		}
		if w.form(formUnproven) {
			j.raise(Alleged, i)
		}
	case k&cueDemanded != 0 && object && j.lowAt(i+1) == "off":
		j.raise(Negated, i) // "called off a strike"
	case k&cueCancelled != 0 && object && !j.passive(i):
		j.raise(Negated, i)
	case k&cueDemanded != 0 && object:
		j.raise(Demanded, i)
	case j.given:
	case k&cueNegated != 0 && !t.noun && j.limit-i <= 5 && i >= j.c.first && j.negates(i, t):
		j.raise(Negated, i)
	default:
		if m, ok := j.unrealised(i, k); ok {
			j.raise(m, i)
		} else if m, ok := j.claimed(i, k); ok {
			j.raise(m, i)
		}
	}
}

// unrealised reads the cues by which something was tried, missed or feared, or
// is what a court has before it.
func (j *judging) unrealised(i int, k cue) (Modality, bool) {
	w, t, gap := &j.words[i], j.trigger, j.limit-i
	aimed := !t.noun && k&(cueTried|cueUnable|cueProspect) != 0 && j.infinitive(t.head) && j.noFiniteVerb(i+1, t.head)
	free := gap <= 12 && k&(cueProspect|cueAlleged|cueCharged) != 0 && j.noFiniteVerb(i+1, j.limit)
	of := j.lowAt(i+1) == "of"
	switch {
	case k&cueTried != 0 && w.verb() && aimed:
		return Hypothetical, true // "tried to capture"
	case k&cueUnable != 0 && aimed && gap <= 8:
		return Negated, true // "failed to recapture", "were unable to cross"
	case k&cueAlmost != 0 && !t.noun && gap <= 2 && !j.countFollows(i+1):
		return Negated, true // "nearly killed them"
	case k&cueProspect != 0 && w.noun() && aimed && gap <= 8 && j.lowAt(i+1) == "to":
		return Hypothetical, true // "an attempt to kill the mayor"
	case k&cueProspect != 0 && w.noun() && of && gap <= 10 && free:
		return Hypothetical, true // "the aim of taking the town", "the risk of war"
	case k&cueAlleged != 0 && w.noun() && of && gap <= 8 && free:
		return Alleged, true // "claims of massacres"
	case k&cueCharged != 0 && w.verb() && free:
		return Alleged, true // "charged with killing", "acquitted of"
	case k&cueNegated != 0 && !t.noun && i >= j.c.first && j.nobody(i, t),
		k&cueNegated != 0 && t.noun && gap <= 3 && i >= j.c.first:
		return Negated, true
	}
	return "", false
}

// claimed reads the cues by which something is demanded, denied, planned,
// thought possible or alleged.
func (j *judging) claimed(i int, k cue) (Modality, bool) {
	w, t, gap := &j.words[i], j.trigger, j.limit-i
	within := i >= j.c.first
	switch {
	case k&cueDemanded != 0 && !w.verb() && within && gap <= 8:
		return Demanded, true // must, should
	case k&cueDenied != 0 && w.verb():
		return Denied, true
	case k&cueDemanded != 0 && w.noun() && !t.noun && j.infinitive(t.head) && j.noFiniteVerb(i+1, t.head):
		return Demanded, true // "an appeal to all sides to withdraw"
	case k&cueDemanded != 0 && w.verb() && j.governs(i, t):
		return Demanded, true
	case k&cuePlannedPassive != 0 && !t.noun && gap <= 6 && j.lowAt(i+1) == "to" && j.infinitive(t.head) && j.passive(i):
		return Planned, true // "is set to meet"
	case k&cueSettles != 0 && w.verb() && w.tag != "VB" && t.noun && j.v.kinds[t.kind].PLOVER == "AGREE":
		return "", false // "agreed on a ceasefire": that is how it comes about
	case k&cuePlanned != 0 && within && (w.tag == "MD" || j.governs(i, t)) && gap <= 10:
		return Planned, true
	case w.form(formWould) && within && gap <= 6 && j.toldBefore(t.clause):
		return Planned, true // "said that he would sue"
	case k&cueHypothetical != 0 && within && (w.tag == "MD" && gap <= 6 || w.tag == "IN"):
		return Hypothetical, true
	case k&(cueAlleged|cueDenied) != 0 && w.noun() && j.lowAt(i+1) == "that":
		return Alleged, true // "the rumour that"
	case k&cueAlleged != 0 && w.verb() && k&cueDemanded == 0:
		return Alleged, true
	}
	return "", false
}

// predicateReach is how many words after a noun its own predicate is looked for.
const predicateReach = 8

// byPredicate looks at what is said of a noun that nothing before it weakens:
// "talks are planned for Monday", "the attack was denied". The last word of it counts.
func (j *judging) byPredicate() {
	for i := j.last; i < min(j.c.last, j.last+predicateReach); i++ {
		w := &j.words[i]
		if w.low == "," {
			break
		}
		k := w.lexeme.cues
		off := j.lowAt(i+1) == "off"
		participle := w.tag == "VBN" || w.tag == "JJ"
		switch {
		case w.tag == "MD" && k&cuePlanned != 0 && !j.given:
			j.m, j.cue = Planned, i
		case k&cueNegated != 0 && w.form(formNot):
			if v := j.verbAfter(i, j.c.last); v >= 0 && j.is(v, cueHappen) {
				j.m, j.cue = Negated, i // "the attack never happened"
			}
		case w.tag == "VBN" && k&cueNegated != 0 && j.passive(i):
			j.m, j.cue = Negated, i // "was prevented"
		case participle && k&cueUnreal != 0:
			j.m, j.cue = Hypothetical, i // "was inevitable", "is possible"
		case participle && k&cuePlannedPassive != 0 && j.passive(i):
			j.m, j.cue = Planned, i
		case w.tag == "VBN" && k&cueDenied != 0 && j.passive(i):
			j.m, j.cue = Denied, i
		case (k&cuePostponed != 0 || off && w.form(formPutOff)) && j.passive(i):
			j.m, j.cue = Planned, i
		case (k&cueCancelled != 0 || off && w.form(formCalledOff)) && j.passive(i):
			j.m, j.cue = Negated, i
		case w.tag == "MD" && k&cueHypothetical != 0 && !j.given:
			j.m, j.cue = Hypothetical, i
		}
	}
}

// definite reports whether a noun trigger means something already known: it
// has "the" or a possessive before it, or follows one ("breach of the truce").
// "A new ceasefire" and "a truce" are not definite.
func (a *sentenceAnalysis) definite(t trigger) bool {
	for i, n := t.first-1, 0; i >= a.first && n < 5; i, n = i-1, n+1 {
		w := &a.words[i]
		switch {
		case w.lexeme.cues&cueIndefinite != 0:
			return false
		case w.lexeme.cues&cueDefinite != 0 || w.low == "'s" || w.tag == "PRP$":
			return true
		case w.noun() || w.verb() && w.tag != "VBN" && w.tag != "VBG" || w.tag == "IN" || w.low == ",":
			return false
		}
	}
	return false
}

// governs reports whether the verb at i takes trigger t as what is wanted or
// planned: an infinitive after it, or a noun that is its object or that an
// infinitive or "for" leads to, with no finite verb between.
func (a *sentenceAnalysis) governs(i int, t trigger) bool {
	leads := false
	for j := i + 1; j < t.first; j++ {
		switch w := &a.words[j]; {
		case w.tag == "VBD" || w.tag == "VBZ" || w.tag == "VBP" || w.low == ";" || w.low == "that":
			return false
		case w.low == "for" || w.low == "to" && j+1 < a.last && a.words[j+1].tag == "VB":
			leads = true
		}
	}
	if t.noun {
		return leads || a.directObject(i, t)
	}
	return a.infinitive(t.head) || a.words[t.head].tag == "VB" || a.words[t.head].tag == "VBG" && t.head-i <= 2
}

// isToBe reports whether t is what is to happen: "are to meet", "was to have
// ended", "the meeting that was to be held".
func (a *sentenceAnalysis) isToBe(t trigger) bool {
	c := a.clauses[t.clause]
	lo, hi := max(c.first, t.head-8), t.head
	switch {
	case t.noun:
		lo, hi = t.last, min(c.last, t.last+12)
	case a.infinitive(t.head):
		lo = a.first // a list of infinitives: "is to hand over Kalbajar, to withdraw from Aghdam and to leave Lachin"
	}
	found := false
	for i := lo; i+1 < hi; i++ {
		switch w := &a.words[i]; {
		case w.form(formIs | formWas):
			found = a.words[i+1].low == "to" && i+2 < a.last && (a.words[i+2].tag == "VB" || a.words[i+2].tag == "NN")
		case w.tag == "VBD" || w.tag == "VBZ" || w.tag == "VBP":
			found = false // another verb has come between
		}
		if found && (t.noun || i+2 >= hi) {
			break
		}
	}
	return found
}

// governor returns the verb that takes clause c as its content ("... denied
// that"), -1 if it is no such clause. Coordinated clauses share one.
func (a *sentenceAnalysis) governor(c int) int {
	if a.clauses[c].link != "that" && a.clauses[c].link != "whether" {
		return -1
	}
	for k := c - 1; k >= 0; k-- {
		if a.clauses[k].link == "that" {
			// a clause told with this one, unless it is what this one is said in: "said that he had denied that"
			v := a.lexicalVerb(a.clauses[k])
			if v >= 0 && a.is(v, cueAlleged|cueDenied) && a.clauses[k].last-v <= 4 {
				return v
			}
			continue
		}
		for i := a.clauses[k].last - 1; i >= a.clauses[k].first; i-- {
			if a.words[i].verb() || a.words[i].noun() && a.words[i].lexeme.cues&(cueAlleged|cueDenied) != 0 {
				return i
			}
		}
		return -1
	}
	return -1
}

// directObject reports whether noun t follows the verb at i with only its own
// determiner and adjectives between: "demanded the withdrawal".
func (a *sentenceAnalysis) directObject(i int, t trigger) bool {
	for j := i + 1; j < t.first; j++ {
		if tag := a.words[j].tag; tag != "DT" && tag != "PRP$" && tag != "RP" && !strings.HasPrefix(tag, "JJ") && a.words[j].low != "for" && a.words[j].low != "on" {
			return false
		}
	}
	return true
}

// infinitive reports whether the verb at i has "to" before it.
func (a *sentenceAnalysis) infinitive(i int) bool {
	for j := i - 1; j >= a.first && j >= i-4; j-- {
		switch {
		case a.words[j].low == "to":
			return true
		case a.words[j].tag == "RB", a.words[j].tag == "CC", a.words[j].tag == "VB":
		default:
			return false
		}
	}
	return false
}

// isPurpose reports whether the verb at i is what something else was done for:
// "in order to retake the town", "so as to".
func (a *sentenceAnalysis) isPurpose(i int) bool {
	for j := i - 1; j > a.first+1 && j >= i-4; j-- {
		if a.words[j].low == "to" {
			return a.words[j-1].low == "order" && a.words[j-2].low == "in" || a.words[j-1].low == "as" && a.words[j-2].low == "so"
		}
	}
	return false
}

func (a *sentenceAnalysis) followedByTo(i int) bool {
	return i+1 < a.last && (a.words[i+1].low == "to" || a.words[i+1].low == "for" || a.words[i+1].low == "that")
}

// negates reports whether the negation at i belongs to the verb of t: only
// auxiliaries and adverbs stand between.
func (a *sentenceAnalysis) negates(i int, t trigger) bool {
	for j := i + 1; j < t.head; j++ {
		switch a.words[j].tag {
		case "RB", "VB", "VBN", "MD", "VBD", "VBZ", "VBP", "TO", "VBG":
		default:
			return false
		}
	}
	return true
}

// toldBefore reports whether clause c is what somebody said, without a condition.
func (a *sentenceAnalysis) toldBefore(c int) bool {
	for _, k := range a.clauses {
		if k.link == "if" || k.link == "unless" {
			return false
		}
	}
	for _, sp := range a.acts {
		if !a.is(sp.verb, cueSays|cueTells) {
			continue // hopes and fears are no plans
		}
		if a.words[sp.verb].tag == "VBD" && sp.from <= a.clauses[c].first && a.clauses[c].first < sp.to {
			return true
		}
		if sp.verb >= a.clauses[c].first && sp.verb < a.clauses[c].last && a.words[sp.verb].tag == "VBD" && !sp.tail {
			return true // "he said he would"
		}
	}
	return false
}

// noFiniteVerb reports whether no finite verb stands between two words.
func (a *sentenceAnalysis) noFiniteVerb(i, j int) bool {
	for ; i < j; i++ {
		switch a.words[i].tag {
		case "VBD", "VBZ", "VBP", "MD":
			return false
		}
	}
	return true
}

// onlyAimedAt reports whether a verb trigger is an infinitive that nothing
// makes true: "to destroy bridges" says what for, not that it was done.
func (a *sentenceAnalysis) onlyAimedAt(t trigger) bool {
	if t.noun || a.words[t.head].tag != "VB" || !a.infinitive(t.head) {
		return false
	}
	for j := t.head - 1; j >= a.first && j > t.head-12; j-- {
		switch w := &a.words[j]; {
		case w.lexeme.cues&cueImplicative != 0 && w.verb() && w.tag != "VB", w.low == "had" && a.lowAt(j+1) == "to":
			return false // "began to withdraw", "had to flee"
		case w.tag == "VBD" || w.tag == "VBZ" || w.tag == "VBP" || w.low == ",":
			return true
		}
	}
	return true
}

// byVerb reports whether t begins with a verb that is not a noun told wrongly apart.
func (a *sentenceAnalysis) byVerb(t trigger) bool {
	return t.first == t.head && (t.last == t.head+1 || t.phrase >= 0 && a.v.phrases[t.phrase].Words[0].POS == 'v')
}

// asks reports whether the sentence is a question: it ends as one and opens
// with an auxiliary or a word that asks, or is a headline.
func (a *sentenceAnalysis) asks() bool {
	if a.lowAt(a.last-1) != "?" {
		return false
	}
	w := &a.words[a.first]
	return a.role == text.Title || strings.HasPrefix(w.tag, "W") || w.tag == "MD" || w.lexeme.cues&cueAuxiliary != 0
}

// inverted reports whether the sentence is a condition without "if": "Had the
// bomb exploded, hundreds would have died".
func (a *sentenceAnalysis) inverted() bool {
	if !a.words[a.first].form(formInverts) {
		return false
	}
	for i := a.first; i < a.last; i++ {
		if a.words[i].tag == "MD" && a.words[i].lexeme.cues&cueHypothetical != 0 {
			return true
		}
	}
	return false
}

// countFollows reports whether a number stands at word i: "nearly 40 were
// killed" weakens the number, not the killing.
func (a *sentenceAnalysis) countFollows(i int) bool {
	_, _, _, ok := a.v.number(a.words[min(i, a.last):a.last])
	return ok
}

// verbAfter returns the first verb after word i that is no auxiliary, -1 for none within three words.
func (a *sentenceAnalysis) verbAfter(i, last int) int {
	for j := i + 1; j < last && j <= i+3; j++ {
		if a.words[j].verb() && !a.is(j, cueAuxiliary) {
			return j
		}
	}
	return -1
}

// nobody reports whether the negation at i makes the subject of the verb of t
// empty: "no group claimed", "none of the passengers was hurt".
func (a *sentenceAnalysis) nobody(i int, t trigger) bool {
	if !a.is(i, cueEmptySubject) {
		return false
	}
	for j := i + 1; j < t.head; j++ {
		if w := &a.words[j]; w.low == "," || w.tag == "IN" && w.low != "of" && w.low != "in" && w.low != "from" && w.low != "on" || w.verb() && w.lexeme.cues&cueAuxiliary == 0 {
			return false
		}
	}
	return true
}

// deniesOfItself reports whether who speaks says of itself, or of everybody,
// that it has not done t: "the army said it had not shelled the town", "the
// ministry said that nothing had been fired". That is what others deny by the word.
func (a *sentenceAnalysis) deniesOfItself(t trigger) bool {
	if a.v.kinds[t.kind].Class != "violence" {
		return false
	}
	for _, sp := range a.acts {
		if sp.sort != Force && sp.sort != State && sp.sort != Organisation || !sp.holds(t.head) {
			continue
		}
		for i := max(sp.from, a.clauses[t.clause].first); i < t.head; i++ {
			if w := &a.words[i]; w.tag == "PRP" || w.tag == "PRP$" || a.is(i, cueEmptySubject) {
				return true
			} else if w.noun() || w.verb() {
				break
			}
		}
	}
	return false
}

// tense returns past, present, future, perfect, pluperfect or progressive for
// the clause of t, "" when it has no finite verb.
func (a *sentenceAnalysis) tense(t trigger) string {
	c := a.clauses[t.clause]
	has, had, is, will := false, false, false, false
	for i := c.first; i < c.last; i++ {
		w := &a.words[i]
		switch {
		case w.form(formHas) || w.low == "'ve":
			has = true
		case w.form(formHad):
			had = true
		case w.form(formIs) || w.low == "'re" || w.form(formBeen) && has:
			is = true
		case w.tag == "MD" && w.form(formWill):
			will = true
		}
		switch {
		case will && w.tag == "VB":
			return "future"
		case w.tag == "VBN" && had, w.form(formBeen) && had:
			return "pluperfect"
		case w.tag == "VBN" && has && !w.form(formBeen):
			return "perfect"
		case w.tag == "VBG" && is:
			return "progressive"
		case w.tag == "VBD" && !w.form(formHad):
			return "past"
		case (w.tag == "VBZ" || w.tag == "VBP") && !w.form(formHas|formIs):
			return "present"
		}
	}
	switch {
	case had:
		return "past"
	case has, is:
		return "present"
	}
	return ""
}
