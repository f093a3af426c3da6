package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// heard is a day on which somebody is told to have spoken or decided.
type heard struct {
	who   string // lower case
	when  When
	block int
}

// maxHeard is how many days of speaking are looked back at.
const maxHeard = 64

// speakerOf returns who speaks in a spoken trigger, "" where that is open.
func (d *documentAnalysis) speakerOf(a *sentenceAnalysis, t trigger) string {
	for _, sp := range a.acts {
		if sp.verb >= t.first && sp.verb < t.last {
			if x := d.link(a, sp); a.v.pronoun(x.Speaker) == 0 {
				return strings.ToLower(x.Speaker)
			}
		}
	}
	if t.noun || t.head == a.first {
		return ""
	}
	return strings.ToLower(d.people.bySurname[a.lowAt(t.head-1)]) // "Orr outlined a plan", where no words of his are given
}

// hear remembers the day on which somebody is told to have spoken, or to have
// done what bodies do in words: what he says further on, without a day, he said then.
func (d *documentAnalysis) hear(a *sentenceAnalysis, t trigger, r *Report) {
	w := r.When
	if r.Modality != Happened || w.Precision != "day" || a.role != text.Body {
		return
	}
	switch w.Rule {
	case "speech", "clause", "fronted":
	default:
		return
	}
	w.Rule = "spoke then"
	w.Basis = "the day on which the text has the same speaker speak: " + w.Basis
	switch kind := t.of; {
	case kind.Spoken:
		if who := d.speakerOf(a, t); who != "" {
			d.heard = append(d.heard, heard{who, w, a.block})
		} else if k := slices.IndexFunc(a.actors, func(x actorRef) bool { return x.sort == Person && x.last <= t.head }); k >= 0 {
			d.heard = append(d.heard, heard{strings.ToLower(d.people.full(a.actors[k].name)), w, a.block})
		}
	case kind.Class == "diplomacy" || kind.Class == "politics":
		for _, x := range r.Actors {
			if x.Sort == Organisation || x.Sort == Person {
				d.heard = append(d.heard, heard{strings.ToLower(x.Name), w, a.block})
			}
		}
	}
}

// spokeOn returns the day on which the text has somebody speak; a body may be
// named by a word of its name ("the Assembly"). A retrospect, which tells of
// many days, has him go on speaking in the same paragraph only.
func (d *documentAnalysis) spokeOn(a *sentenceAnalysis, who string) (When, bool) {
	who = strings.TrimPrefix(who, "the ")
	if who == "" {
		return When{}, false
	}
	for k := len(d.heard) - 1; k >= max(0, len(d.heard)-maxHeard); k-- {
		h := &d.heard[k]
		if d.looksBack && h.block != a.block {
			break
		}
		if h.who == who || slices.Contains(strings.Fields(h.who), who) {
			return h.when, true
		}
	}
	return When{}, false
}
