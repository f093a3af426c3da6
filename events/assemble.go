package events

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// tallyOwners gives each tally of the sentence the trigger whose figure it is:
// a violent or accidental event of the same clause, else of the sentence,
// else the counting word itself. The result maps tallies to triggers.
func (a *sentenceAnalysis) tallyOwners() map[int]int {
	owner := map[int]int{}
	for n, t := range a.tallied {
		at := t.by.at
		own, event := -1, -1
		for k, tr := range a.triggers {
			if at >= tr.first && at < tr.last {
				own = k
			}
			if !a.harms(tr.kind) || tr.kind == "casualty-report" || tr.kind == "death" || tr.kind == "destruction" {
				continue
			}
			if event < 0 || tr.clause == clauseOf(a.clauses, at) && a.triggers[event].clause != tr.clause {
				event = k
			}
		}
		switch {
		case event >= 0 && !a.totalCue(n):
			owner[n] = event
		case own >= 0:
			owner[n] = own
		case event >= 0:
			owner[n] = event
		default:
			owner[n] = -1
		}
	}
	return owner
}

// harms reports whether events of a kind cause figures: killed, destroyed.
func (a *sentenceAnalysis) harms(kind string) bool {
	switch a.v.kinds[kind].Class {
	case "violence", "harm", "disaster", "territory":
		return true
	}
	return false
}

// totalCue reports whether a tally is a running total, by itself or by the
// list it stands in: "47 had been killed and 222 injured".
func (a *sentenceAnalysis) totalCue(n int) bool {
	for m := range a.tallied {
		if lo, hi := min(m, n), max(m, n); a.totalAlone(m) && (m == n || a.listedTallies(lo, hi)) {
			return true
		}
	}
	return false
}

// listedTallies reports whether tallies lo to hi follow on one another in coordinated clauses.
func (a *sentenceAnalysis) listedTallies(lo, hi int) bool {
	x, y := clauseOf(a.clauses, a.tallied[lo].by.at), clauseOf(a.clauses, a.tallied[hi].by.at)
	return x == y || y == x+1 && a.clauses[y].link == "and" && a.clauses[y].first >= a.tallied[hi].count.first-1
}

// totalAlone finds the cues of a running total: words such as "so far" or
// "statistics", "since" a date, or several happenings as its cause.
func (a *sentenceAnalysis) totalAlone(n int) bool {
	t := a.tallied[n]
	c := a.clauses[clauseOf(a.clauses, t.by.at)]
	for i := a.first; i < a.last; i++ {
		low := a.words[i].low
		inClause := i >= c.first && i < c.last
		switch {
		case a.v.cues[low]&cueTotal != 0 && (inClause || i < c.first):
			return true
		case low == "so" && a.lowAt(i+1) == "far" && inClause:
			return true
		case low == "to" && a.lowAt(i+1) == "date" && inClause:
			return true
		case low == "since" && a.times != nil && a.sinceDate(i):
			return true
		}
	}
	// "47 had been killed in the attacks": many happenings, no one place, no date of its own
	if a.hasAux(t.by.at, "had", "have", "has") || a.words[t.by.at].tag == "VBN" {
		for _, tr := range a.triggers {
			if tr.noun && tr.first > t.by.at && tr.clause == clauseOf(a.clauses, t.by.at) && a.words[tr.head].tag == "NNS" && a.v.kinds[tr.kind].Class == "violence" && !a.localityIn(c) && !a.dateIn(c) {
				return true
			}
		}
	}
	return false
}

func (a *sentenceAnalysis) sinceDate(i int) bool {
	for _, r := range a.times {
		if r.prep == "since" && r.first > i && r.first-i <= 4 {
			return true
		}
	}
	return false
}

func (a *sentenceAnalysis) localityIn(c clause) bool {
	for _, p := range a.places {
		if p.first >= c.first && p.first < c.last && p.locates && (p.Precision == LocalityPlace || p.Precision == PointPlace) {
			return true
		}
	}
	return false
}

func (a *sentenceAnalysis) dateIn(c clause) bool {
	for _, r := range a.times {
		if r.first >= c.first && r.first < c.last && r.dates() && r.speech < 0 {
			return true
		}
	}
	return false
}

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
	switch t.kind {
	case "other":
		// "clashes erupted": the noun tells it
		return sameClause(func(o trigger) bool { return o.kind != "other" && !(o.weak && a.v.kinds[o.kind].Spoken) }) && !a.againstSubject(t)
	case "casualty-report", "death":
		if a.hasTally(k, owner) {
			return false
		}
		return t.weak || len(a.tallied) > 0
	}
	return false
}

// againstSubject reports whether the words of t say more than that something took place: "happened again".
func (a *sentenceAnalysis) againstSubject(t trigger) bool { return t.last-t.first > 1 && t.phrase >= 0 }

func (a *sentenceAnalysis) hasTally(k int, owner map[int]int) bool {
	for _, o := range owner {
		if o == k {
			return true
		}
	}
	return false
}

// report makes the report of trigger k; ok is false for one that is too weak to be told.
func (d *documentAnalysis) report(a *sentenceAnalysis, i, k int, owner map[int]int) (r Report, ok bool) {
	t := a.triggers[k]
	kind := d.vocabularyKind(a, t)
	var own []tally
	total := false
	for n, x := range a.tallied {
		if owner[n] == k {
			own = append(own, x)
			total = total || a.totalCue(n)
		}
	}
	modality, hedge := a.modalityOf(t)
	chain := d.attributionOf(a, t)
	actors, targets := a.who(t)
	when, dated := d.when(a, i, k, total, modality)
	if t.weak && len(own) == 0 {
		named := slices.ContainsFunc(actors, func(x Actor) bool { return x.Sort == Person || x.Sort == Organisation })
		spoken := a.v.kinds[kind].Spoken
		if !dated && !(spoken && named) || spoken && !named {
			return r, false
		}
	}
	start, end := int(a.words[t.first].start), int(a.words[t.last-1].end)
	if end-start > 60 {
		end = int(a.words[t.first].end)
	}
	s := d.doc.Text
	r = Report{
		Document: d.doc.ID, Kind: kind,
		Trigger: Quote{text.Span{Start: start, End: end}, s[start:end]},
		Quote:   Quote{a.Span, s[a.Start:a.End]},
		When:    when, Actors: actors, Targets: targets,
		Attribution: chain, Modality: modality, Hedge: hedge,
	}
	if r.Hedge == "" {
		r.Hedge = d.hedgeNear(a, t)
	}
	scope, asOf := "", ""
	if total {
		scope = ScopeTotal
		asOf = strings.TrimPrefix(when.EDTF, "../")
	}
	r.Figures = a.figures(own, scope, asOf)
	r.Places = d.placesOf(a, i, k)
	r.ID = reportID(d.doc, start, kind)
	return r, true
}

// vocabularyKind returns the kind of trigger t, made finer by what is counted
// or harmed in its clause.
func (d *documentAnalysis) vocabularyKind(a *sentenceAnalysis, t trigger) string { return t.kind }

func (d *documentAnalysis) hedgeNear(a *sentenceAnalysis, t trigger) string {
	c := a.clauses[t.clause]
	for i := c.first; i < c.last; i++ {
		if a.v.cues[a.words[i].low]&cueHedge != 0 {
			return a.words[i].low
		}
	}
	return ""
}

// when dates trigger k of sentence i; dated says that its own sentence gives the date.
func (d *documentAnalysis) when(a *sentenceAnalysis, i, k int, total bool, m Modality) (w When, dated bool) {
	t := a.triggers[k]
	if r, rule := a.dateOf(k); r != nil {
		w = a.whenOf(t, r, rule)
		if total && !strings.Contains(w.EDTF, "/") {
			w.EDTF, w.Earliest, w.Precision = "../"+w.EDTF, edtf.Open, "interval"
			w.Basis = "a running total as of " + w.Basis
		}
		return w, true
	}
	spoken := a.v.kinds[t.kind].Spoken
	if said := d.saidDate(a, t); said.EDTF != "" && !spoken && (m == Happened || m == Alleged || m == Denied) {
		return saidBy(said), true
	}
	published := d.published()
	if spoken && published.EDTF != "" && m == Happened && a.tellsNow(t) {
		published.Basis = fmt.Sprintf("a text of %s tells that it was said, and gives no other day", published.EDTF)
		published.Rule = "said in the text"
		return published, false
	}
	if total && published.EDTF != "" && m == Happened {
		w = saidBy(published)
		w.Basis = "a running total in a text published on " + published.EDTF
		return w, false
	}
	w = noDate()
	if published.EDTF != "" && (m == Happened || m == Alleged) && a.tense(t) != "future" {
		w.Latest, w.Rule = published.Latest, "before publication"
		w.Basis = "derived: no date in the text; not after its publication on " + published.EDTF
	}
	return w, false
}

// tellsNow reports whether a spoken trigger tells what the text itself
// reports: in the past or perfect, or in the present as headlines do; not an
// infinitive, not background in the pluperfect.
func (a *sentenceAnalysis) tellsNow(t trigger) bool {
	if t.noun {
		switch a.tense(t) {
		case "past", "perfect", "present", "progressive":
			return !a.definite(t)
		}
		return false
	}
	switch a.words[t.head].tag {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN":
		return a.hasAux(t.head, "has", "have", "was", "were")
	case "VB", "VBG":
		return false
	}
	return true
}

// published returns the document's day of publication as a date.
func (d *documentAnalysis) published() When {
	v, err := edtf.Parse(d.doc.Published)
	if err != nil || d.doc.Published == "" {
		return noDate()
	}
	day, _, _ := strings.Cut(d.doc.Published, "T")
	w := When{EDTF: day, Precision: v.Precision()}
	w.Earliest, w.Latest = v.Bounds()
	if day != d.doc.Published {
		w.Precision = "day"
	}
	return w
}

// saidDate returns the date of the act of saying whose content trigger t is.
func (d *documentAnalysis) saidDate(a *sentenceAnalysis, t trigger) When {
	for _, sp := range a.speeches_ {
		if sp.verb < 0 || !sp.holds(t.head) {
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
