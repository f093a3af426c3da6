package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// reached is the last date that a text gave to anything, and where.
type reached struct {
	when            When
	sentence, block int
}

// The ways in which a sentence takes up the time of the one before.
type takeUp int

const (
	takesNothing takeUp = iota
	sameTime            // "also", "among them", "in addition"
	afterIt             // "then", "in response"
)

// takenUp dates what a sentence only adds to the one before: of the same time
// behind "also" and "among them", from then on behind "then" and "in response".
// What is put after something may be told some sentences on, or in a later
// clause of the same one: "took the town in June, but afterwards fought".
func (d *documentAnalysis) takenUp(a *sentenceAnalysis, i int, t trigger, m Modality) (When, bool) {
	p := d.reached
	spoken, gap := t.of.Spoken, i-p.sentence
	if p.when.EDTF == "" || p.when.isSet() || gap > carriesSentences || gap == 0 && t.clause == 0 && p.when.Rule != "taken up" || a.block-p.block > 1 || a.role != text.Body || m.Rank() > Denied.Rank() || spoken && !d.looksBack ||
		t.noun && (a.definite(t) || a.clauses[t.clause].verb < 0) || !t.noun && !a.tells(t.head) || a.tense(t) != "past" || d.otherTime(a, p.when) {
		return When{}, false
	}
	w := p.when
	if gap == 0 && w.Rule == "taken up" {
		return w, true // of what the sentence tells together: "in response they declared martial law and a curfew"
	}
	words, how := a.takesUp(t)
	if gap == 0 || how == takesNothing && d.looksBack {
		words, how = a.takesUpAfter(t)
	}
	switch {
	case how == sameTime && gap == 1 || how == afterIt && gap <= 1 && strings.Contains(w.EDTF, "/"):
		w.Rule, w.Basis = "taken up", "“"+words+"” adds it to what was told before: "+w.Basis
	case how == afterIt && (gap <= 1 || a.block == p.block && d.looksBack) && w.Earliest != edtf.Open && !strings.Contains(w.EDTF, "/"):
		w.Rule, w.Basis = "taken up", "“"+words+"” puts it after what was told before: "+w.Basis
		w.EDTF, w.Latest, w.Precision = w.EDTF+"/..", edtf.Open, "interval"
	default:
		return When{}, false
	}
	return w, true
}

// takesUp returns the words by which the sentence of t takes up the time of
// the one before: they open it, or stand before the verb of its first clause.
func (a *sentenceAnalysis) takesUp(t trigger) (words string, how takeUp) {
	if t.clause > 0 && a.clauses[t.clause].link != "and" && a.clauses[t.clause].link != "" {
		return "", takesNothing
	}
	for i := a.first; i < min(a.clauses[0].last, a.first+20); i++ {
		if words, how, n := a.takeUpAt(i); n > 0 && (i == a.first || n == 1 && a.beforeVerb(i)) {
			return words, how
		}
	}
	return "", takesNothing
}

// takesUpAfter returns the words in the clause of t that put it after what was
// told: before its verb, or at its end ("fighting broke out shortly after").
func (a *sentenceAnalysis) takesUpAfter(t trigger) (words string, how takeUp) {
	switch c := a.clauses[t.clause]; c.link {
	case "", "and", "but":
		for i := c.first; i < c.last; i++ {
			words, how, n := a.takeUpAt(i)
			if n == 0 || how != afterIt {
				continue
			}
			switch a.lowAt(i + n) {
			case ",", "and", ".", "":
				return words, how
			}
			if n == 1 && a.beforeVerb(i) {
				return words, how
			}
		}
	}
	return "", takesNothing
}

// takeUpAt returns the phrase of n words at i that takes up a time, 0 for none.
func (a *sentenceAnalysis) takeUpAt(i int) (words string, how takeUp, n int) {
	if a.words[i].lexeme.cues&cueTakesUp == 0 {
		return "", takesNothing, 0
	}
	for _, p := range a.v.takeUps {
		if a.standsAt(i, p.words) {
			how = sameTime
			if p.relation == "after" {
				how = afterIt
			}
			return strings.Join(p.words, " "), how, len(p.words)
		}
	}
	return "", takesNothing, 0
}

// standsAt reports whether the words of the sentence from i on are these.
func (a *sentenceAnalysis) standsAt(i int, words []string) bool {
	for k, w := range words {
		if a.lowAt(i+k) != w {
			return false
		}
	}
	return true
}

// beforeVerb reports whether a verb follows word i, with only adverbs and auxiliaries between.
func (a *sentenceAnalysis) beforeVerb(i int) bool {
	for j := i + 1; j < a.last && j <= i+3; j++ {
		if w := a.words[j]; w.verb() {
			return true
		} else if w.tag != "RB" && w.tag != "MD" {
			return false
		}
	}
	return false
}

// reachAny notes the date that a report has brought the text to.
func (d *documentAnalysis) reachAny(a *sentenceAnalysis, i int, t trigger, r *Report) {
	switch link := a.clauses[t.clause].link; {
	case link == "" || link == "and" || link == "but":
	case link == "while" && t.clause == 0: // "while a truce was signed in May, they subsequently attacked"
	default:
		return // what a sentence tells aside is not what the next one adds to
	}
	switch r.When.Rule {
	case "clause", "fronted", "speech", "coordination", "clause before", "clause after", "list", "taken up", "spoke then":
	default:
		return
	}
	if a.role == text.Body && r.Modality.Rank() <= Denied.Rank() && r.Kind != "anniversary" && !strings.HasPrefix(r.When.EDTF, "..") {
		d.reached = reached{r.When, i, a.block}
		if r.When.Rule == "taken up" && strings.HasSuffix(r.When.EDTF, "/..") {
			d.running = running{} // what goes on from there is of no day before
		}
	}
}

// enterSection forgets where the text before heading i was, and notes the date that it gives to what stands under it, if
// it gives one: "2014 clashes".
func (d *documentAnalysis) enterSection(i int) {
	d.section, d.sectionOf, d.told = When{}, nil, running{}
	s := d.sentences[i]
	first, _ := slices.BinarySearchFunc(d.times, s.Start, func(m timex.Mention, at int) int { return m.Start - at })
	for k := first; k < len(d.times) && d.times[k].Start < s.End; k++ {
		m := &d.times[k]
		if m.EDTF == "" || strings.Contains(m.Rule, ":") || m.Precision == "season" && strings.HasPrefix(m.Underspecified, "XXXX") {
			continue
		}
		if d.section.EDTF != "" && m.Range == "" {
			d.section = When{}
			return // two dates are two stories
		}
		d.section = fromMention(m)
	}
	if a := d.sentenceOf[i]; a != nil && d.section.EDTF != "" {
		d.sectionOf = a.triggers
	}
}

// underHeading gives a happening without any date that of its section's heading.
func (d *documentAnalysis) underHeading(a *sentenceAnalysis, t trigger, m Modality) (When, bool) {
	w := d.section
	named := slices.ContainsFunc(d.sectionOf, func(o trigger) bool { return t.noun && o.noun && o.kind == t.kind }) // "Treaty of Kars, 23 October 1921"
	if w.EDTF == "" || !d.looksBack || a.role != text.Body || !named && (!isGrave(t.of.Class) || t.noun && a.definite(t)) || m.Rank() > Denied.Rank() || a.tense(t) != "past" {
		return When{}, false
	}
	for _, r := range a.times {
		if r.EDTF != "" && (r.Latest < w.Earliest || r.Earliest > w.Latest) {
			return When{}, false
		}
	}
	w.Rule, w.Basis = "heading", "the heading of the section gives its time: "+w.Basis
	return w, true
}
