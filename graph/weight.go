package graph

import (
	"math"
	"slices"

	"github.com/dateline-project/dateline/events"
)

// What an event weighs. Families, accounts and documents that come back to it
// count on a logarithmic scale, so that ten accounts weigh about as much more
// than three as three more than one. What one text tells weighs so little that a
// day of forty happenings told once each, as any day of much news is, does not
// outweigh a day of one that everybody tells.
const (
	weighOnce     = 0.1  // it is told at all
	weighFamilies = 0.5  // a doubling of texts that tell it
	weighAccounts = 0.5  // a doubling of independent accounts
	weighLater    = 0.3  // a doubling of texts that come back to it days later; one that does says little
	countsFigures = 0.2  // somebody counts what it did
	weighPlace    = 0.05 // it has a place finer than a region
	weighLead     = 0.15 // some text is chiefly about it
	laterDays     = 2    // a document so many days after the event comes back to it
	spokenShare   = 0.35 // of the weight of something done that something said has
	effectShare   = 0.7  // the same of what a happening caused, and of what came of it, as an arrest
	wideShare     = 0.5  // the same of what has no end or beginning, and of what several texts come back to without its day
)

// modalShare is the share of its weight that an event keeps: what was only
// demanded, planned, possible or negated weighs nothing.
var modalShare = map[events.Modality]float64{events.Happened: 1, events.Alleged: 0.8, events.Denied: 0.3}

// weight returns how much an event matters in its corpus: 0 and up, rounded to
// a thousandth. It is comparable within one graph only.
func (b *builder) weight(e *Event, reports []int32) float64 {
	share := modalShare[e.Modality]
	if share == 0 {
		return 0
	}
	later := map[int32]bool{}
	lead := false
	_, last := interval(e.When)
	for _, i := range reports {
		lead = lead || b.merger.claims[i].lead != nil
		d := b.docOf[i]
		if d < 0 {
			continue
		}
		if p := b.merger.published[d]; last != never && p != always && int64(p)-int64(last) >= laterDays {
			later[b.family[d]] = true
		}
	}
	w := weighOnce + weighFamilies*math.Log2(float64(max(1, e.Families))) + weighAccounts*math.Log2(float64(max(1, e.Accounts))) + weighLater*math.Log2(float64(max(1, len(later))))
	if lead {
		w += weighLead
	}
	if slices.ContainsFunc(e.Figures, func(f Figure) bool { return f.Measure != events.MeasureMoney }) {
		w += countsFigures
	}
	if len(e.Places) > 0 && fine(e.Places[0].Precision) >= fine(events.DistrictPlace) {
		w += weighPlace
	}
	if first, last := interval(e.When); e.When.EDTF != "" && (first == always || last == never || e.Families > 1 && !lead && last-first > 1) {
		share *= wideShare
	}
	switch k := b.kinds.of(e.Kind); {
	case b.kinds.speech.has(k):
		w *= spokenShare
	case b.kinds.effect.has(k), b.kinds.aftermath.has(k):
		w *= effectShare
	}
	return math.Round(w*share*1000) / 1000
}
