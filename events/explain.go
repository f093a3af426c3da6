package events

import (
	"fmt"
	"slices"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

// Step is one rule that fired when a report was read.
type Step struct {
	Field string // kind, modality, when, places, actors, targets, figures, attribution, as in Report
	Rule  string // its name
	Words Quote  // the words that it rests on; empty where it rests on none
	Why   string // in words for the reader
}

// Explained is a report with the rules that made it, in the order of its fields
// and within a field in that in which they fired.
type Explained struct {
	Report
	Steps []Step
}

// Explain returns what Extract returns, and for each report every rule that
// fired: no field of a report is without one.
func (x *Extractor) Explain(doc *source.Document) ([]Explained, []source.Diagnostic) {
	room := x.room()
	defer x.release(room)
	drafts, warnings := x.extract(room, doc, true)
	out := make([]Explained, len(drafts))
	for i, r := range drafts {
		slices.SortStableFunc(r.steps, func(a, b Step) int { return slices.Index(stepFields, a.Field) - slices.Index(stepFields, b.Field) })
		out[i] = Explained{r.Report, r.steps}
	}
	return out, warnings
}

var stepFields = []string{"kind", "modality", "when", "places", "actors", "targets", "figures", "attribution"}

// note records that a rule fired, if somebody asked for it.
func (d *documentAnalysis) note(field, rule string, words text.Span, why string) {
	if d.explain {
		d.steps = append(d.steps, Step{field, rule, Quote{words, d.doc.Text[words.Start:words.End]}, why})
	}
}

// span returns the bytes of words i to j, half open.
func (a *sentenceAnalysis) span(i, j int) text.Span {
	if i < 0 || j <= i {
		return text.Span{}
	}
	return text.Span{Start: int(a.words[i].start), End: int(a.words[j-1].end)}
}

// noteReport records what a report's fields rest on, but for its date and
// places, which are noted where they are found.
func (d *documentAnalysis) noteReport(a *sentenceAnalysis, t trigger, r *Report, cue int, own []tally) {
	if !d.explain {
		return
	}
	if t.phrase >= 0 {
		p := &a.v.phrases[t.phrase]
		why := fmt.Sprintf("a phrase of kind %s, line %d of the lexicon", p.Kind, p.Line)
		if p.Weak {
			why += "; a weak one, which counts with a date, a figure or a named doer"
		}
		d.note("kind", "phrase", r.Trigger.Span, why)
	} else {
		d.note("kind", "main verb", r.Trigger.Span, "no phrase of the lexicon tells what its clause tells")
	}
	switch {
	case cue >= 0:
		d.note("modality", "cue", a.span(cue, cue+1), fmt.Sprintf("governs the trigger: %s", r.Modality))
	case r.Modality == Happened:
		d.note("modality", "told", text.Span{}, "nothing in the sentence makes it less than told as a fact")
	default:
		d.note("modality", "form", r.Trigger.Span, fmt.Sprintf("by the form of its words or its date: %s", r.Modality))
	}
	for _, x := range r.Actors {
		d.note("actors", "position", x.Span, "stands where the doer stands: subject, by, possessive, or speaker")
	}
	for _, x := range r.Targets {
		d.note("targets", "position", x.Span, "stands where the one who is harmed or met stands: object, subject of the passive, after on or against")
	}
	for _, x := range own {
		d.note("figures", x.scope, a.span(x.count.first, max(x.count.last, x.count.number+1)), fmt.Sprintf("counts %s by the word “%s”", x.by.measure, a.words[x.by.at].low))
	}
	for _, x := range r.Attribution {
		if x.Cue == "" {
			d.note("attribution", "outlet", text.Span{}, x.Speaker+" published it")
		} else {
			d.note("attribution", "speech", x.Span, fmt.Sprintf("%s speaks; the trigger is part of what is said", x.Speaker))
		}
	}
}
