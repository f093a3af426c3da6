package events

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// redundant reports whether trigger k says nothing that another trigger of
// its clause does not say better.
func (a *sentenceAnalysis) redundant(k int, owner map[int]int) bool {
	t := a.triggers[k]
	sameClause := func(other func(trigger) bool) bool {
		for j, o := range a.triggers {
			if j != k && o.clause == t.clause && other(o) {
				return true
			}
		}
		return false
	}
	if t.noun && (a.predicateOf(k) || a.causeOf(k, owner) || a.isCharge(k)) {
		return true
	}
	switch t.kind {
	case "attack", "attack-on-civilians":
		// "targeted civilians with missile attacks": the means tell it
		return !t.noun && sameClause(func(o trigger) bool {
			return o.noun && o.first > t.last && namesMeans(o.kind) && a.means(t.last, o.first)
		})
	case "statement":
		// "said in a statement", "told a press conference": the verb tells it
		return t.noun && sameClause(func(o trigger) bool {
			return !o.noun && a.v.kinds[o.kind].Spoken && o.first < t.first && t.first-o.last <= 8
		})
	case "other":
		// "clashes erupted", "the crimes that happened": the noun tells it
		if t.phrase >= 0 && !t.noun {
			for j := range k {
				if o := a.triggers[j]; o.noun && o.kind != "other" && t.clause-o.clause <= 1 {
					return true
				}
			}
		}
		return !t.noun && t.last-t.first == 1 && !(a.open && a.words[t.head].lexeme.cues&(cueLight|cueHappen) == 0) && sameClause(func(o trigger) bool { return o.kind != "other" && !(o.weak && a.v.kinds[o.kind].Spoken) })
	case "agreement", "launch", "closure", "result":
		// verbs with a wide meaning: "agreed to a ceasefire", "launched an attack"
		return !t.noun && sameClause(func(o trigger) bool {
			return o.noun && o.kind != t.kind && o.kind != "other" && !a.v.kinds[o.kind].Spoken
		})
	case "destruction":
		// "the attack destroyed a house", "fired rockets, killing ten and destroying the church": the attack tells it
		if a.hasTally(k, owner) {
			return false
		}
		told := func(o trigger) bool { return o.first < t.first && a.v.kinds[o.kind].Class == "violence" && !o.weak }
		return sameClause(told) || a.effectBeside(t) && slices.ContainsFunc(a.triggers, told)
	case "visit":
		// "were injured by mines while visiting the cemetery"
		return a.words[t.head].tag == "VBG" && a.clauses[t.clause].link == "while"
	case "casualty-report", "death":
		if a.hasTally(k, owner) {
			return false
		}
		// without a number, a killing is told by what killed, or by its own verb alone
		return t.weak && !a.words[t.head].verb() || slices.ContainsFunc(a.triggers, func(o trigger) bool {
			return o.head != t.head && a.harms(o.kind) && !(o.weak && o.kind == t.kind && o.first > t.first)
		})
	}
	return false
}

// effectBeside reports whether a participle only goes on with what else a
// happening has done: "killing one, injuring four and destroying the church".
func (a *sentenceAnalysis) effectBeside(t trigger) bool {
	return a.words[t.head].tag == "VBG" && !t.noun && slices.ContainsFunc(a.tallied, func(x tally) bool {
		i, last := t.first-1, max(x.count.last, x.by.last)
		return i >= last && i-last <= 2 && a.words[i].tag == "CC"
	})
}

// causeOf reports whether noun trigger k is only named as the cause of harm that
// its clause counts: "47 were killed as a result of the strikes", "the attacks
// have destroyed 40 houses".
func (a *sentenceAnalysis) causeOf(k int, owner map[int]int) bool {
	t := a.triggers[k]
	if a.v.kinds[t.kind].Class != "violence" || a.hasTally(k, owner) || a.words[t.head].tag != "NNS" {
		return false
	}
	for j, o := range a.triggers {
		if o.clause != t.clause && o.clause != t.clause-1 || o.noun || a.v.kinds[o.kind].Class != "harm" || !a.hasTally(j, owner) {
			continue
		}
		if o.first > t.last && a.onlyVerbs(t.last, o.first) || o.first < t.first && a.resultBefore(t.first) {
			return true
		}
	}
	return false
}

// onlyVerbs reports whether nothing but auxiliaries and adverbs stands between two words.
func (a *sentenceAnalysis) onlyVerbs(i, j int) bool {
	for ; i < j; i++ {
		if w := &a.words[i]; !w.verb() && w.tag != "RB" && w.tag != "IN" && w.tag != "MD" {
			return false
		}
	}
	return true
}

// resultBefore reports whether what stands before the noun phrase that ends at
// word i makes it a cause: "due to the fresh attacks", "as a result of strikes".
func (a *sentenceAnalysis) resultBefore(i int) bool {
	for j, n := i-1, 0; j > a.first && n < 5; j, n = j-1, n+1 {
		switch w := &a.words[j]; {
		case w.low == "to":
			return a.lowAt(j-1) == "due"
		case w.low == "of":
			return a.lowAt(j-1) == "result" || a.lowAt(j-1) == "because"
		case w.verb(), w.low == ",", w.tag == "IN":
			return false
		}
	}
	return false
}

// isCharge reports whether noun trigger k is what an arrest, a charge or a verdict of
// its clause is for: "was arraigned on two counts of attempted homicide".
func (a *sentenceAnalysis) isCharge(k int) bool {
	t := a.triggers[k]
	if t.kind != "crime" {
		return false
	}
	return slices.ContainsFunc(a.triggers[:k], func(o trigger) bool {
		return o.clause == t.clause && (o.kind == "arrest" || o.kind == "court-ruling" || o.kind == "accusation") && a.inPhraseOf(o.last, t.first) && a.noFiniteVerb(o.last, t.first)
	})
}

// means reports whether "with", "by" or "in" stands between two words.
func (a *sentenceAnalysis) means(i, j int) bool {
	for ; i < j; i++ {
		if low := a.words[i].low; low == "with" || low == "by" || low == "in" {
			return true
		}
	}
	return false
}

// predicateOf reports whether noun trigger k only says what another noun of its
// clause was: "the attack was a massacre", "is one of the crimes that".
func (a *sentenceAnalysis) predicateOf(k int) bool {
	t := a.triggers[k]
	for j := range k {
		o := a.triggers[j]
		if !o.noun || o.clause != t.clause || a.v.kinds[o.kind].Class != a.v.kinds[t.kind].Class {
			continue
		}
		for i := t.first - 1; i >= o.last; i-- {
			w := &a.words[i]
			if w.low == "is" || w.low == "was" || w.low == "are" || w.low == "were" {
				return true
			}
			if w.verb() || w.low == "," || w.low == "and" || w.tag == "IN" && w.low != "of" {
				break
			}
		}
	}
	return false
}

func (a *sentenceAnalysis) hasTally(k int, owner map[int]int) bool {
	for _, o := range owner {
		if o == k {
			return true
		}
	}
	return false
}

// maxTrigger is how many bytes of a phrase are shown as what tells the event;
// of a longer one, with a gap in it, the head stands for it.
const maxTrigger = 40

// report makes the report of trigger k; ok is false for one that is too weak to be told.
func (d *documentAnalysis) report(a *sentenceAnalysis, i, k int, owner map[int]int) (r Report, ok bool) {
	t := a.triggers[k]
	d.steps = nil
	own, total := a.figuresOf(k, owner)
	kind, ok := d.kindOf(a, t, own, total)
	if !ok {
		return r, false
	}
	modality, hedge, cue := d.modalityTold(a, t)
	if a.v.kinds[kind].Spoken && (modality == Demanded || modality == Hypothetical || modality == Negated) {
		return r, false // "they must be condemned": nothing has been said yet
	}
	if modality == Happened && a.notSaid(t) {
		modality = Hypothetical
	}
	chain := d.attributionOf(a, t)
	actors, targets := a.whoIn(t, kind, own)
	when, dated := d.when(a, i, k, total, modality)
	if len(own) == 0 && !dated && (d.idle(a, t, modality) || modality == Negated && !t.noun && !a.harms(kind) && a.tense(t) == "present") ||
		t.weak && len(own) == 0 && d.tooWeak(a, t, kind, dated, actors, targets) {
		return r, false
	}
	if modality == Happened && d.liesAhead(a, t, kind, when) {
		modality = Planned
	}
	start, end := int(a.words[t.first].start), int(a.words[t.last-1].end)
	if end-start > maxTrigger {
		start, end = int(a.words[t.head].start), int(a.words[t.head].end)
	}
	s := d.doc.Text
	r = Report{
		ID: reportID(d.doc, start, kind), Document: d.doc.ID, Kind: kind,
		Trigger: Quote{text.Span{Start: start, End: end}, s[start:end]},
		Quote:   Quote{a.Span, s[a.Start:a.End]},
		When:    when, Actors: actors, Targets: targets,
		Attribution: chain, Modality: modality, Hedge: cmp.Or(hedge, a.hedgeNear(t), a.hearsayOf(t)),
	}
	if a.v.kinds[kind].Class == "harm" && when.Precision == "interval" && daysOf(when) > manyDays {
		total = true // "From 27 September to 11 October 41 civilians were killed"
	}
	scope, asOf := "", ""
	if total {
		scope = ScopeTotal
		_, asOf, _ = strings.Cut(when.EDTF, "/") // a total is dated up to the day it counts to
	}
	r.Figures = a.figures(own, scope, asOf)
	r.Places = d.placesOf(a, i, k)
	d.noteReport(a, t, &r, cue, own)
	d.remember(a, i, t, &r)
	return r, true
}

// figuresOf returns the tallies that trigger k owns; total says that they are a running total.
func (a *sentenceAnalysis) figuresOf(k int, owner map[int]int) (own []tally, total bool) {
	for n, x := range a.tallied {
		if owner[n] == k {
			own = append(own, x)
			total = total || a.totalCue(n)
		}
	}
	first, _ := a.severalDates(a.triggers[k])
	return own, total || first != nil
}

// kindOf returns the kind of what trigger t tells, ok false where it tells none.
func (d *documentAnalysis) kindOf(a *sentenceAnalysis, t trigger, own []tally, total bool) (kind string, ok bool) {
	kind = t.kind
	if kind == "death" && (total && len(own) > 0 || countsMany(own)) {
		kind = "casualty-report" // not the death of somebody, but how many have died
	}
	by := a.decide(t, kind, len(own) > 0)
	if by == nil {
		return kind, true
	}
	if by.to == data.NoEvent {
		return "", false
	}
	d.note("kind", "decided", a.Span, "what else its sentence says makes it so: "+by.line)
	return by.to, true
}

// modalityTold returns how the text speaks of t, as modalityOf, and by what the
// document is about and of whom.
func (d *documentAnalysis) modalityTold(a *sentenceAnalysis, t trigger) (m Modality, hedge string, cue int) {
	m, hedge, cue = a.modalityOf(t)
	if d.open && m == Happened && a.onlyAimedAt(t) {
		m = Planned // "won a contract to supply": it lies ahead
	}
	if m == Negated && a.deniesOfItself(t) {
		m = Denied
	}
	return m, hedge, cue
}

// whoIn returns who did t and who was harmed, among them those that its figures count.
func (a *sentenceAnalysis) whoIn(t trigger, kind string, own []tally) (actors, targets []Actor) {
	actors, targets = a.who(t)
	if !a.harms(kind) && a.v.kinds[kind].PLOVER != "COERCE" {
		return actors, targets
	}
	for _, x := range a.countedActors(own) {
		if !slices.Contains(targets, x) && !slices.Contains(actors, x) {
			targets = append(targets, x)
		}
	}
	return actors, targets
}

// tooWeak reports whether a weak phrase without a figure tells nothing: it has
// neither a date nor a named doer, nor says that somebody was harmed. In a text
// about nothing grave, nouns and verbs that tell something are enough.
func (d *documentAnalysis) tooWeak(a *sentenceAnalysis, t trigger, kind string, dated bool, actors, targets []Actor) bool {
	tells := a.tells(t.head)
	if d.open && (t.noun || tells) {
		return false
	}
	spoken := a.v.kinds[kind].Spoken
	named := spoken && a.nameSpeaks(t) || slices.ContainsFunc(actors, func(x Actor) bool { return x.Sort == Person || x.Sort == Organisation })
	if spoken {
		return !named
	}
	harmed := t.kind == "casualty-report" && !t.noun && tells && len(targets) > 0 // somebody was killed
	return !dated && !harmed && !(named && tells)
}

// liesAhead reports whether what is told as a fact had not happened when the
// text was published: "troops deployed on Monday to attack the town", or a day after it.
func (d *documentAnalysis) liesAhead(a *sentenceAnalysis, t trigger, kind string, when When) bool {
	if c := a.v.kinds[kind].Class; (c == "violence" || c == "territory") && a.byVerb(t) && a.onlyAimedAt(t) {
		return true
	}
	p := d.published()
	return p.EDTF != "" && when.EDTF != "" && when.Earliest != edtf.Open && when.Earliest > p.Latest
}

// remember remembers what later sentences may go on from.
func (d *documentAnalysis) remember(a *sentenceAnalysis, i int, t trigger, r *Report) {
	d.hear(a, t, r)
	d.reach(a, i, r)
	d.reachAny(a, i, t, r)
	d.landmarkOf(a, i, t, r)
	d.sayThen(a, i, t, r)
	if c := a.v.kinds[r.Kind].Class; len(r.Places) > 0 && a.role == text.Body && (c == "violence" || c == "disaster" || c == "territory") {
		d.told = running{when: r.When, places: r.Places, sentence: i, block: a.block}
	}
}

// nameSpeaks reports whether a name that no list has is the subject of the verb of saying t: "Boeing says".
func (a *sentenceAnalysis) nameSpeaks(t trigger) bool {
	for _, sp := range a.acts {
		if sp.verb >= t.first && sp.verb < t.last && sp.sourceEnd > sp.source {
			w := &a.words[sp.sourceEnd-1]
			return w.tag == "NNP" && w.is(text.Upper) && !a.inTime(sp.source)
		}
	}
	return false
}

// manyDeaths is how many deaths told together are a toll.
const manyDeaths = 10

func countsMany(ts []tally) bool {
	return slices.ContainsFunc(ts, func(t tally) bool { return t.count.low >= manyDeaths })
}

// manyDays is how many days harm must be counted over to be a running total.
const manyDays = 10

// daysOf returns how many days a date that is known at both ends spans, 0 for others.
func daysOf(w When) int {
	if w.EDTF == "" || w.Earliest == edtf.Open || w.Latest == edtf.Open {
		return 0
	}
	return int(w.Latest-w.Earliest) + 1
}

// hedgeNear returns the first word of the trigger's clause that weakens it, "" for none.
func (a *sentenceAnalysis) hedgeNear(t trigger) string {
	c := a.clauses[t.clause]
	for i := c.first; i < c.last; i++ {
		if a.words[i].lexeme.cues&cueHedge != 0 {
			return a.words[i].low
		}
	}
	return ""
}

// hearsayOf returns the words by which nobody says who tells of t: "said to",
// "reports" of "there were reports that"; "" for none.
func (a *sentenceAnalysis) hearsayOf(t trigger) string {
	for _, sp := range a.acts {
		switch {
		case !sp.hearsay || !sp.holds(t.head):
		case sp.verb < 0:
			return a.lowAt(sp.cue)
		case a.is(sp.cue, cueHearsay) && a.lowAt(sp.cueEnd) == "to":
			return a.lowAt(sp.cue) + " to"
		case a.is(sp.cue, cueHearsay):
			return a.lowAt(sp.cue)
		}
	}
	return ""
}

// notSaid reports whether t is what somebody did not say: "did not say that".
func (a *sentenceAnalysis) notSaid(t trigger) bool {
	return slices.ContainsFunc(a.acts, func(sp speech) bool {
		return sp.negated && sp.holds(t.head) && !a.is(sp.verb, cueDenied)
	})
}
