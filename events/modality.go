package events

import "strings"

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
		if w := &a.words[i]; w.has(knownCue) && (!w.noun() || w.lexeme.cues&(cueDemanded|cuePlanned) == 0 || a.followedByTo(i)) && !(w.tag == "MD" && a.hasOwnVerb(i, t)) && !a.onlyPleads(i) {
			j.byCueBefore(i)
		}
	}
	for i := j.limit + 1; i < t.last; i++ {
		if a.words[i].tag == "DT" && a.is(i, cueNegated) && !t.noun {
			j.raise(Negated, i) // "fired no rockets at"
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
	case k&cueProspect != 0 && (w.noun() || w.tag == "JJ") && of && gap <= 10 && free:
		return Hypothetical, true // "the aim of taking the town", "the risk of war", "capable of firing rockets"
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
	case k&cueSettles != 0 && w.verb() && w.tag != "VB" && t.noun && t.of.PLOVER == "AGREE":
		return "", false // "agreed on a ceasefire": that is how it comes about
	case k&cuePlanned != 0 && within && (w.tag == "MD" || j.governs(i, t) && !j.saysHow(i)) && gap <= 10:
		return Planned, true
	case w.form(formWould) && within && gap <= 6 && j.toldBefore(t.clause):
		return Planned, true // "said that he would sue"
	case k&cueHypothetical != 0 && within && (w.tag == "MD" && gap <= 6 || w.tag == "IN"):
		return Hypothetical, true
	case k&(cueAlleged|cueDenied) != 0 && w.noun() && j.lowAt(i+1) == "that":
		return Alleged, true // "the rumour that"
	case k&cueAlleged != 0 && w.verb() && k&cueDemanded == 0 && !(i == j.sentenceAnalysis.first && j.modifies(i)): // "Suspected rebels stormed": who it was is not known
		return Alleged, true
	}
	return "", false
}

// saysHow reports whether the participle at i says with an adverb how something was
// prepared that its clause tells as done: "carried out a carefully planned robbery".
func (j *judging) saysHow(i int) bool {
	w, done := &j.words[i-1], j.lexicalVerb(j.c)
	return j.words[i].tag != "VB" && w.tag == "RB" && strings.HasSuffix(w.low, "ly") && w.lexeme.cues&cueHedge == 0 &&
		done >= 0 && done < i-1 && (j.words[done].tag == "VBD" || j.words[done].tag == "VBN" && j.hasAux(done, formHas))
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
		case w.tag == "MD" && k&cueDemanded != 0 && j.v.kinds[j.kind].Spoken:
			j.m, j.cue = Demanded, i // "calls for peace should be heard"
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

// hasOwnVerb reports whether the modal at i has its verb before the finite verb
// t: "a man who had been told that he would lose his job opened fire".
func (a *sentenceAnalysis) hasOwnVerb(i int, t trigger) bool {
	if tag := a.words[t.head].tag; t.noun || tag != "VBD" && tag != "VBZ" || !a.words[t.head-1].noun() {
		return false
	}
	for j := i + 1; j < t.head; j++ {
		if a.words[j].tag == "VB" {
			return true
		}
	}
	return false
}

// onlyPleads reports whether the verb at i, which else demands, only says what a plea is: "pleaded guilty".
func (a *sentenceAnalysis) onlyPleads(i int) bool {
	return a.is(i, cueDemanded) && i+1 < a.last && a.words[i+1].form(formPlea)
}
