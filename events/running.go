package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// running is the date that the text has reached: that of the last happening
// it dates, in the order of reading.
type running struct {
	when     When
	places   []Place
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
	if r.when.EDTF == "" || t.of.Spoken || m == Demanded || m == Planned || m == Hypothetical || m == Negated {
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
	switch t.of.Class {
	case "violence", "harm", "disaster", "territory":
	default:
		return When{}, false
	}
	if d.otherTime(a, r.when) {
		return When{}, false
	}
	w := r.when
	w.Rule = "carried"
	w.Basis = "carried on from the sentence before: " + strings.TrimPrefix(w.Basis, "carried on from the sentence before: ")
	return w, true
}

func countsSeveral(fs []Figure) bool {
	return slices.ContainsFunc(fs, func(f Figure) bool { return f.Low > 1 })
}

// woundedFor is how many days after a happening a death that is told then is of it.
const woundedFor = 14

// reach notes the date that a report has brought the text to.
func (d *documentAnalysis) reach(a *sentenceAnalysis, i int, r *Report) {
	switch r.When.Rule {
	case "clause", "fronted", "modifier", "coordination", "clause before", "clause after", "said by then":
	default:
		return
	}
	switch {
	case a.harms(r.Kind), r.Kind == "crime":
	default:
		return // what goes on from a statement or a visit need not be of its day
	}
	if a.role != text.Body || r.Modality.Rank() > Denied.Rank() || a.v.kinds[r.Kind].Spoken || r.Kind == "anniversary" || r.Kind == "casualty-report" && strings.HasPrefix(r.When.EDTF, "../") {
		return
	}
	if was := d.running.when; r.Kind == "death" && !countsSeveral(r.Figures) && was.EDTF != "" && r.When.Earliest > was.Earliest && r.When.Earliest-was.Earliest <= woundedFor {
		return // who died of his wounds later: the story goes on with the day they were given
	}
	if r.When.Precision != "day" && r.When.Rule != "said by then" {
		d.running = running{} // a month or a year is told in passing
		return
	}
	d.running = running{r.When, r.Places, i, a.block}
}
