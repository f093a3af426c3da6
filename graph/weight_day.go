package graph

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-project/dateline/events"
)

const (
	// surgeDays is how many days before and from a day on are compared for whether
	// it set off more texts: a week, in which all weekdays are once.
	surgeDays = 7
	// dayParts divides what a day weighs, so that the events of days weigh about as
	// much as they do by themselves, beside those that are not known to the day.
	dayParts = 2
)

// dayTexts is how many texts, copies counted once, tell of a day.
type dayTexts struct {
	told          int // what happened on it
	expected      int // by that day, what was planned for it, demanded or possible
	before, after int // of anything: published in the week before it; in the week from it on
}

// weight returns what a day weighs as a whole, of which the heaviest event has
// the weight top: the sum of that, of the logarithms of how many texts tell of it
// and how many look to it, and of how much more was published in the week from
// it on than in the one before, if more was: a day that something new happens on
// sets off texts, one of running coverage does not. That days are chosen for
// timelines by how many texts refer to them is the rule of the field (Tran,
// Alrifai and Herder 2015, "Timeline summarization from relevant headlines";
// Ghalandari and Ifrim 2020, "Examining the state-of-the-art in news timeline
// summarization"); a surge is the logarithm of the ratio of two rates, as in
// Kleinberg 2002, "Bursty and hierarchical structure in streams".
func (t dayTexts) weight(top float64) float64 {
	surge := max(0, math.Log2(float64(1+t.after)/float64(1+t.before)))
	return (top + math.Log2(float64(1+t.told)) + math.Log2(float64(1+t.expected)) + surge) / dayParts
}

// weighDays gives the events of each day together the weight of the day, by
// the squares of their own weights, so that what many texts tell keeps most of it:
// what forty texts of a day tell once each does not add up to a day that
// everybody remembers. Events of a day stay in order. A day of which no text with
// a date of publication tells is left as it is.
func (b *builder) weighDays() {
	texts := b.textsOfDays()
	type day struct{ top, squares float64 }
	days := map[int32]day{}
	for i := range b.g.Events {
		if e := &b.g.Events[i]; onDay(&e.When) {
			d := days[int32(e.When.Earliest)]
			days[int32(e.When.Earliest)] = day{max(d.top, e.Weight), d.squares + e.Weight*e.Weight}
		}
	}
	for i := range b.g.Events {
		e := &b.g.Events[i]
		t, ok := texts[int32(e.When.Earliest)]
		if !ok || t.told < 2 || e.Weight == 0 || !onDay(&e.When) {
			continue
		}
		d := days[int32(e.When.Earliest)]
		e.Weight = math.Round(t.weight(d.top)*e.Weight*e.Weight/d.squares*1000) / 1000
	}
}

// A textOfDay is a text, or the copies of one, that tells of a day.
type textOfDay struct{ day, family int32 }

// textsOfDays counts the texts of each day that a report dates what has happened by.
func (b *builder) textsOfDays() map[int32]dayTexts {
	var happened, expected []textOfDay
	for i := range b.g.Reports {
		r, d := &b.g.Reports[i], b.docOf[i]
		if d < 0 || b.merger.published[d] == always || !onDay(&r.When) {
			continue
		}
		t := textOfDay{int32(r.When.Earliest), b.family[d]}
		switch {
		case modalShare[r.Modality] > 0:
			happened = append(happened, t)
		case b.merger.published[d] <= t.day:
			expected = append(expected, t)
		}
	}
	out := map[int32]dayTexts{}
	for day, n := range families(happened) {
		out[day] = dayTexts{told: n}
	}
	for day, n := range families(expected) {
		if t, ok := out[day]; ok {
			t.expected = n
			out[day] = t
		}
	}
	b.publishedAround(out)
	return out
}

// families counts the families of each day.
func families(list []textOfDay) map[int32]int {
	slices.SortFunc(list, func(x, y textOfDay) int { return cmp.Or(cmp.Compare(x.day, y.day), cmp.Compare(x.family, y.family)) })
	out := map[int32]int{}
	for _, t := range slices.Compact(list) {
		out[t.day]++
	}
	return out
}

// publishedAround counts the texts published around each day.
func (b *builder) publishedAround(days map[int32]dayTexts) {
	var published []textOfDay
	for d, day := range b.merger.published {
		if day != always {
			published = append(published, textOfDay{day, b.family[d]})
		}
	}
	count := families(published)
	for day, t := range days {
		for k := range int32(surgeDays) {
			t.after += count[day+k]
			t.before += count[day-1-k]
		}
		days[day] = t
	}
}

// onDay reports whether a date is one day.
func onDay(w *events.When) bool {
	return w.Precision == "day" && w.Earliest == w.Latest && w.EDTF != ""
}
