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
	// dayCorpus is how many texts with a date of publication a corpus needs for its
	// days to be weighed: how many texts a day sets off is by chance where there are few,
	// and what each of them is about matters more.
	dayCorpus = 100
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
// everybody remembers. Events of a day stay in order. A day of which fewer than two
// texts with a date of publication tell is left as it is, and so is a corpus of
// fewer than dayCorpus of them.
func (b *builder) weighDays() {
	published := b.publishedTexts()
	if len(published) < dayCorpus {
		return
	}
	texts := b.textsOfDays(published)
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

// publishedTexts returns the texts with a date of publication, by that day, each once.
func (b *builder) publishedTexts() []textOfDay {
	var out []textOfDay
	for d, day := range b.merger.published {
		if day != always {
			out = append(out, textOfDay{day, b.family[d]})
		}
	}
	return onceEach(out)
}

// onceEach sorts texts by day and drops copies.
func onceEach(list []textOfDay) []textOfDay {
	slices.SortFunc(list, func(x, y textOfDay) int { return cmp.Or(cmp.Compare(x.day, y.day), cmp.Compare(x.family, y.family)) })
	return slices.Compact(list)
}

// textsOfDays counts the texts of each day that a report dates what has happened by.
func (b *builder) textsOfDays(published []textOfDay) map[int32]dayTexts {
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
	countAround(out, published)
	return out
}

// families counts the families of each day.
func families(list []textOfDay) map[int32]int {
	out := map[int32]int{}
	for _, t := range onceEach(list) {
		out[t.day]++
	}
	return out
}

// countAround counts the texts published around each day.
func countAround(days map[int32]dayTexts, published []textOfDay) {
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
