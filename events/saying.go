package events

import "slices"

// sayings are the dated acts of saying of one sentence, in the order of its words.
type sayings struct {
	of    *sentenceAnalysis
	dated []saying
}

// saying is a dated act of saying; verb is the word that tells it.
type saying struct {
	verb int
	when When
}

// sayingsOf returns the acts of saying of a sentence that are dated so far: by
// words beside them, or as reports.
func (d *documentAnalysis) sayingsOf(a *sentenceAnalysis) []saying {
	if d.sayings.of == a {
		return d.sayings.dated
	}
	d.sayings = sayings{a, d.sayings.dated[:0]}
	for _, r := range a.times {
		if r.speech >= 0 && r.dates() {
			d.addSaying(saying{r.speech, fromMention(r.Mention)})
		}
	}
	return d.sayings.dated
}

// addSaying adds an act of saying in its place.
func (d *documentAnalysis) addSaying(s saying) {
	k, known := slices.BinarySearchFunc(d.sayings.dated, s.verb, func(x saying, verb int) int { return x.verb - verb })
	if !known {
		d.sayings.dated = slices.Insert(d.sayings.dated, k, s)
	}
}

// noteSaying remembers the date that a retrospect gives to an act of saying, for
// its content and for the acts that its sentence sets beside it. In news the day
// of the story says more of what is said.
func (d *documentAnalysis) noteSaying(a *sentenceAnalysis, t trigger, w When, m Modality) {
	if d.looksBack && t.of.Spoken && w.EDTF != "" && w.Rule != "heading" && m.Rank() <= Denied.Rank() {
		d.sayingsOf(a)
		d.addSaying(saying{t.head, w})
	}
}

// saidThen returns the date of the act of saying whose content trigger t is,
// where no words beside that act date it.
func (d *documentAnalysis) saidThen(a *sentenceAnalysis, t trigger) When {
	dated := d.sayingsOf(a)
	for _, sp := range a.acts {
		if sp.verb < 0 || sp.hearsay || !sp.holds(t.head) {
			continue
		}
		for _, s := range dated {
			if s.verb == sp.verb {
				return s.when
			}
		}
		if w, ok := d.besideSaying(a, sp.verb); ok && d.looksBack {
			return w // in news, the day of the story says more
		}
	}
	return noDate()
}

// saidDate returns the date of the act of saying whose content trigger t is.
func (d *documentAnalysis) saidDate(a *sentenceAnalysis, t trigger) When {
	for _, sp := range a.acts {
		if sp.hearsay || sp.verb < 0 || !sp.holds(t.head) {
			continue
		}
		for _, r := range a.times {
			if r.speech == sp.verb && r.dates() {
				return fromMention(r.Mention)
			}
		}
	}
	return noDate()
}

// saidBeside dates an act of saying by the one before it that its sentence
// dates: "on Monday the army stated that the town was taken, while the rebels
// denied it".
func (d *documentAnalysis) saidBeside(a *sentenceAnalysis, t trigger, m Modality) (When, bool) {
	if !t.of.Spoken || m.Rank() > Denied.Rank() || t.noun && (a.definite(t) || a.clauses[t.clause].verb < 0) {
		return When{}, false
	}
	if _, how := a.takesUpAfter(t); how == afterIt {
		return When{}, false
	}
	if tense := a.tense(t); tense != "past" && tense != "" {
		return When{}, false
	}
	return d.besideSaying(a, t.head)
}

// besideSaying returns the date of the last act of saying before word i, if i
// stands in a clause that is told beside it, and not in what is said.
func (d *documentAnalysis) besideSaying(a *sentenceAnalysis, i int) (When, bool) {
	if !a.mainLine(i) || a.isSaid(i) {
		return When{}, false
	}
	for _, s := range slices.Backward(d.sayingsOf(a)) {
		if s.verb < i && a.mainLine(s.verb) && !a.isSaid(s.verb) {
			w := s.when
			w.Rule = "said with"
			w.Basis = "the day of what the sentence says before it, “" + a.words[s.verb].low + "”: " + w.Basis
			return w, true
		}
	}
	return When{}, false
}

// mainLine reports whether word i stands in a clause that the sentence tells
// beside its others, and not within one of them.
func (a *sentenceAnalysis) mainLine(i int) bool {
	switch a.clauses[clauseOf(a.clauses, i)].link {
	case "", "and", "but", "while":
		return true
	}
	return false
}

// isSaid reports whether word i is part of what somebody says; a semicolon ends it.
func (a *sentenceAnalysis) isSaid(i int) bool {
	return slices.ContainsFunc(a.acts, func(sp speech) bool {
		return sp.verb >= 0 && !sp.hearsay && sp.holds(i) && (sp.tail || !slices.ContainsFunc(a.words[sp.cueEnd:max(sp.cueEnd, i)], func(w word) bool { return w.low == ";" }))
	})
}

// saysOfIt reports whether the date r is part of what verb t says: "reported
// that on 28 October shells had hit the town".
func (a *sentenceAnalysis) saysOfIt(t trigger, r *timeRef) bool {
	return slices.ContainsFunc(a.acts, func(sp speech) bool {
		return sp.verb >= t.first && sp.verb < t.last && r.first > sp.verb && sp.holds(r.first)
	})
}

// toldAsDone reports whether t is what somebody said on the day of r to be done
// already: "on Monday the army stated it had shot down a drone", "claimed to
// have shot down a drone".
func (a *sentenceAnalysis) toldAsDone(t trigger, r *timeRef) bool {
	if t.noun || t.of.Spoken || !a.hasAux(t.head, formHad) && !a.perfectInfinitive(t.head) {
		return false
	}
	for _, sp := range a.acts {
		if sp.verb >= 0 && !sp.hearsay && r.first < sp.verb && sp.verb < t.first && sp.holds(t.head) && !sp.holds(r.first) {
			return true
		}
	}
	return false
}

// perfectInfinitive reports whether the verb at i stands behind "to have".
func (a *sentenceAnalysis) perfectInfinitive(i int) bool {
	for i > a.first && (a.words[i-1].tag == "RB" || a.lowAt(i-1) == "been") {
		i--
	}
	return i-2 >= a.first && a.words[i-1].form(formHas) && a.words[i-2].form(formTo)
}
