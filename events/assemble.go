package events

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// maxTrigger is how many bytes of a phrase are shown as what tells the event;
// of a longer one, with a gap in it, the head stands for it.
const maxTrigger = 40

// report makes the report of trigger k; ok is false for one that is too weak to be told.
func (d *documentAnalysis) report(a *sentenceAnalysis, i, k int, owner []int) (r Report, ok bool) {
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
	d.noteSaying(a, t, when, modality)
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
	for _, f := range a.sumsOf(k) {
		d.note("figures", "money", f.Span, "a sum of money, in "+f.Population)
		r.Figures = append(r.Figures, f)
	}
	r.Places = d.placesOf(a, i, k)
	d.noteReport(a, t, &r, cue, own)
	d.remember(a, i, t, &r)
	return r, true
}

// figuresOf returns the tallies that trigger k owns; total says that they are a running total.
func (a *sentenceAnalysis) figuresOf(k int, owner []int) (own []tally, total bool) {
	for n, x := range a.tallied {
		if owner[n] == k {
			own = append(own, x)
			total = total || a.totalCue(n)
		}
	}
	list, several := a.datesOf(k)
	return own, total || several && !list.either
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
	if p.EDTF == "" || when.EDTF == "" || when.Earliest == edtf.Open || when.Earliest <= p.Latest {
		return false
	}
	// a page may be dated before what was added to it
	switch tag, tense := a.words[t.head].tag, a.tense(t); {
	case d.entry == nil || t.noun || tense == "future" || a.infinitive(t.head):
	case tag == "VBD", tag == "VBN" && tense == "", len(d.clocks) > 0:
		return false
	}
	return !d.looksBack && when.Rule != "entry" || a.tense(t) != "past" || !t.noun && !a.tells(t.head) && !a.hasAux(t.head, formWas)
}

// remember remembers what later sentences may go on from.
func (d *documentAnalysis) remember(a *sentenceAnalysis, i int, t trigger, r *Report) {
	d.hear(a, t, r)
	d.reach(a, i, r)
	d.reachAny(a, i, t, r)
	d.landmarkOf(a, i, t, r)
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
