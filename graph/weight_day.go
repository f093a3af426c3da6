package graph

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-project/dateline/events"
)

// weekLater is how many days after a day a text that tells of it is no news of
// it any more, but comes back to it.
const weekLater = 7

// dayTexts is how many texts, copies counted once, tell of a day.
type dayTexts struct {
	news, later int // published within a week of it; a week or more after it
}

// weight returns what a day weighs as a whole: the logarithm of the geometric
// mean of how much was published on it and how often later texts come back to
// it, the two signals by which dates are chosen for timelines of news (Tran,
// Alrifai and Herder 2015, "Timeline summarization from relevant headlines";
// Ghalandari and Ifrim 2020, "Examining the state-of-the-art in news timeline
// summarization"). A day that one text tells weighs a half.
func (t dayTexts) weight() float64 {
	return (math.Log2(float64(1+t.news)) + math.Log2(float64(1+t.later))) / 2
}

// weighDays lowers the weights of the events of a day, each by the same share,
// to what the day weighs as a whole, where together they weigh more: what forty
// texts of a day tell once each does not add up to a day that everybody
// remembers. Events of a day stay in order. A day of which no text with a date
// of publication tells is left as it is.
func (b *builder) weighDays() {
	texts := b.textsOfDays()
	sum := map[int32]float64{}
	for i := range b.g.Events {
		if e := &b.g.Events[i]; onDay(&e.When) {
			sum[int32(e.When.Earliest)] += e.Weight
		}
	}
	for i := range b.g.Events {
		e := &b.g.Events[i]
		if !onDay(&e.When) {
			continue
		}
		day := int32(e.When.Earliest)
		if whole := texts[day].weight(); whole > 0 && whole < sum[day] {
			e.Weight = math.Round(e.Weight*whole/sum[day]*1000) / 1000
		}
	}
}

// textsOfDays counts, for each day that a report dates what has happened by,
// the texts that do so.
func (b *builder) textsOfDays() map[int32]dayTexts {
	type told struct{ day, family int32 }
	var news, later []told
	for i := range b.g.Reports {
		r, d := &b.g.Reports[i], b.docOf[i]
		if d < 0 || b.merger.published[d] == always || modalShare[r.Modality] == 0 || !onDay(&r.When) {
			continue
		}
		t := told{int32(r.When.Earliest), b.family[d]}
		switch after := b.merger.published[d] - t.day; {
		case after >= weekLater:
			later = append(later, t)
		case after >= 0:
			news = append(news, t)
		}
	}
	out := map[int32]dayTexts{}
	once := func(list []told) []told {
		slices.SortFunc(list, func(x, y told) int { return cmp.Or(cmp.Compare(x.day, y.day), cmp.Compare(x.family, y.family)) })
		return slices.Compact(list)
	}
	for _, t := range once(news) {
		n := out[t.day]
		n.news++
		out[t.day] = n
	}
	for _, t := range once(later) {
		n := out[t.day]
		n.later++
		out[t.day] = n
	}
	return out
}

// onDay reports whether a date is one day.
func onDay(w *events.When) bool {
	return w.Precision == "day" && w.Earliest == w.Latest && w.EDTF != ""
}
