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
		own := -1
		for k, tr := range a.triggers {
			if t.by.at >= tr.first && t.by.at < tr.last {
				own = k
			}
		}
		event := a.eventOf(n)
		switch {
		case event >= 0 && !a.totalCue(n):
			owner[n] = event
		case own >= 0:
			owner[n] = own
			// one report for a list: "23 were killed and 76 injured"
			if p, ok := owner[n-1]; ok && p >= 0 && a.triggers[p].kind == a.triggers[own].kind && a.listedTallies(n-1, n) {
				owner[n] = p
			}
		case event >= 0:
			owner[n] = event
		default:
			owner[n] = -1
			if p, ok := owner[n-1]; ok {
				owner[n] = p
			}
		}
	}
	return owner
}

// eventOf returns the trigger of the event that caused tally n: violence or
// disaster in its clause, or in one that its clause hangs on; -1 for none.
func (a *sentenceAnalysis) eventOf(n int) int {
	c := clauseOf(a.clauses, a.tallied[n].by.at)
	event := -1
	for k, tr := range a.triggers {
		if !a.harms(tr.kind) || tr.kind == "casualty-report" || tr.kind == "death" || tr.kind == "destruction" || tr.kind == "displacement" || tr.kind == "disappearance" {
			continue
		}
		link := a.clauses[tr.clause].link
		reaches := tr.clause <= c || link == "when" || link == "after" || link == "as" || link == ""
		if reaches && (event < 0 || tr.clause == c && a.triggers[event].clause != c) {
			event = k
		}
	}
	return event
}

// harms reports whether events of a kind cause figures: killed, destroyed.
func (a *sentenceAnalysis) harms(kind string) bool {
	switch a.v.kinds[kind].Class {
	case "violence", "harm", "disaster", "territory":
		return true
	}
	return false
}

// totalCue reports whether a tally is a running total: by itself, or because
// the sentence gives one and the tally has no event of its own ("41 civilians
// were killed and 205 wounded; 1,165 houses were damaged").
func (a *sentenceAnalysis) totalCue(n int) bool {
	if a.totalAlone(n) {
		return true
	}
	if a.eventOf(n) >= 0 {
		return false
	}
	for m := range a.tallied {
		if m != n && a.totalAlone(m) {
			return true
		}
	}
	return false
}

// listedTallies reports whether tallies lo to hi follow on one another in coordinated clauses.
func (a *sentenceAnalysis) listedTallies(lo, hi int) bool {
	x, y := clauseOf(a.clauses, a.tallied[lo].by.at), clauseOf(a.clauses, a.tallied[hi].by.at)
	return x == y || y == x+1 && a.clauses[y].link == "and"
}

// totalAlone finds the cues of a running total in the clause of a tally: words
// such as "so far" or "statistics"; "since", "by" or "as of" a time with the
// perfect; the perfect with neither an event nor a date of its own.
func (a *sentenceAnalysis) totalAlone(n int) bool {
	t := a.tallied[n]
	at := clauseOf(a.clauses, t.by.at)
	c := a.clauses[at]
	perfect := a.hasAux(t.by.at, "had", "have", "has") || a.clauseHas(c, "had", "have", "has")
	for i := a.first; i < a.last; i++ {
		low := a.words[i].low
		inClause := i >= c.first && i < c.last
		switch {
		case a.v.cues[low]&cueTotal != 0 && (inClause || i < c.first):
			return true
		case low == "so" && a.lowAt(i+1) == "far" && inClause, low == "to" && a.lowAt(i+1) == "date" && inClause:
			return true
		case low == "since" && (perfect || a.sinceDate(i)), low == "as" && a.lowAt(i+1) == "of" && a.timeNear(i+2), low == "by" && perfect && a.timeNear(i+1):
			return true
		}
	}
	if !perfect || a.dateIn(c) {
		return false
	}
	if a.eventOf(n) < 0 {
		return true
	}
	// "47 had been killed in the attacks": many happenings, no one place, no date of its own
	for _, tr := range a.triggers {
		if tr.noun && tr.first > t.by.at && tr.clause == at && a.words[tr.head].tag == "NNS" && a.v.kinds[tr.kind].Class == "violence" && !a.localityIn(c) {
			return true
		}
	}
	return false
}

func (a *sentenceAnalysis) clauseHas(c clause, words ...string) bool {
	for i := c.first; i < c.last; i++ {
		if slices.Contains(words, a.words[i].low) {
			return true
		}
	}
	return false
}

// timeNear reports whether a time expression begins within two words of i.
func (a *sentenceAnalysis) timeNear(i int) bool {
	for _, r := range a.times {
		if r.first >= i && r.first <= i+2 {
			return true
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
		// "clashes erupted", "the crimes that happened": the noun tells it
		if t.phrase >= 0 && t.last-t.first == 1 {
			for j := range k {
				if o := a.triggers[j]; o.noun && o.kind != "other" && t.clause-o.clause <= 1 {
					return true
				}
			}
		}
		return t.last-t.first == 1 && sameClause(func(o trigger) bool { return o.kind != "other" && !(o.weak && a.v.kinds[o.kind].Spoken) })
	case "agreement", "launch", "closure", "result":
		// verbs with a wide meaning: "agreed to a ceasefire", "launched an attack"
		return !t.noun && sameClause(func(o trigger) bool { return o.noun && o.kind != t.kind && !a.v.kinds[o.kind].Spoken })
	case "casualty-report", "death":
		if a.hasTally(k, owner) {
			return false
		}
		return t.weak || len(a.tallied) > 0
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
	d.reach(a, i, &r)
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
	if w, ok := d.carried(a, i, t, m); ok {
		return w, false
	}
	w = noDate()
	if published.EDTF != "" && (m == Happened || m == Alleged) && a.tense(t) != "future" {
		w.Latest, w.Rule = published.Latest, "before publication"
		w.Basis = "derived: no date in the text; not after its publication on " + published.EDTF
	}
	return w, false
}

// running is the date that the text has reached: that of the last happening
// it dates, in the order of reading.
type running struct {
	when     When
	sentence int
	block    int
}

// carries is how many sentences, and blocks, a date is carried on.
const (
	carriesSentences = 3
	carriesBlocks    = 2
)

// carried gives an undated happening the date that the text has reached, if
// it goes on telling: in the past tense, close by, and not of something
// already known, which is merged with its first account instead.
func (d *documentAnalysis) carried(a *sentenceAnalysis, i int, t trigger, m Modality) (When, bool) {
	r := d.running
	if r.when.EDTF == "" || a.v.kinds[t.kind].Spoken || m == Demanded || m == Planned || m == Hypothetical || m == Negated {
		return When{}, false
	}
	if i-r.sentence > carriesSentences || a.block-r.block > carriesBlocks || a.role != text.Body || i == r.sentence && a.clauses[t.clause].link != "and" && a.clauses[t.clause].link != "" {
		return When{}, false
	}
	if t.noun && a.definite(t) || !t.noun && !a.tells(t.head) {
		return When{}, false
	}
	switch a.tense(t) {
	case "past", "":
	default:
		return When{}, false
	}
	switch a.v.kinds[t.kind].Class {
	case "violence", "harm", "disaster", "territory":
	default:
		return When{}, false
	}
	w := r.when
	w.Rule = "carried"
	w.Basis = "carried on from the sentence before: " + strings.TrimPrefix(w.Basis, "carried on from the sentence before: ")
	return w, true
}

// reach notes the date that a report has brought the text to.
func (d *documentAnalysis) reach(a *sentenceAnalysis, i int, r *Report) {
	switch r.When.Rule {
	case "clause", "fronted", "modifier", "clause before", "clause after", "said by then":
	default:
		return
	}
	if a.role != text.Body || r.Modality.Rank() > Denied.Rank() || a.v.kinds[r.Kind].Spoken || r.Kind == "anniversary" || r.Kind == "casualty-report" && strings.HasPrefix(r.When.EDTF, "../") {
		return
	}
	if r.When.Precision != "day" && r.When.Rule != "said by then" {
		d.running = running{} // a month or a year is told in passing
		return
	}
	d.running = running{r.When, i, a.block}
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
		return a.clauses[t.clause].verb == t.head || a.hasAux(t.head, "has", "have", "was", "were")
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
