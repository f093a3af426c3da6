package testgraph

import (
	"fmt"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// Scale returns a graph of n events over 30 years, with bursts, intervals,
// months, 1 to 4 reports an event and two links an event. The same n gives the
// same graph.
func Scale(n int) *graph.Graph {
	b := newBuilder()
	rnd := random(42)
	kinds := []string{"missile-strike", "shelling", "air-strike", "armed-clash", "talks", "statement", "ceasefire", "protest", "arrest", "displacement", "aid", "court-ruling"}
	places := make([]string, 40)
	for i := range places {
		places[i] = fmt.Sprintf("Town %c%c", 'A'+i%26, 'a'+i/26)
	}
	docs := max(1, n/6)
	base := edtf.NewDay(1992, 1, 1)
	for i := range docs {
		day := base + edtf.Day(10957*i/docs)
		copyOf, family := "", fmt.Sprintf("f%06d", i)
		if i%9 == 8 {
			copyOf, family = fmt.Sprintf("doc-%06d.txt", i-1), fmt.Sprintf("f%06d", i-1)
		}
		b.document(fmt.Sprintf("doc-%06d.txt", i), fmt.Sprintf("Outlet %02d", rnd(24)), fmt.Sprintf("Report of the day, no. %d", i), day.String(), family, copyOf)
	}
	bursts := make([]int, 25)
	for i := range bursts {
		bursts[i] = rnd(10957)
	}
	for i := range n {
		offset := rnd(10957)
		if rnd(2) == 0 {
			offset = bursts[rnd(len(bursts))] + rnd(60) + rnd(60) - 60
		}
		offset = max(0, min(10956, offset))
		day := base + edtf.Day(offset)
		value := day.String()
		switch rnd(10) {
		case 0:
			value = day.String()[:7]
		case 1:
			value += "/" + (day + edtf.Day(1+rnd(30))).String()
		case 2:
			value += "~"
		}
		modality := events.Happened
		if rnd(8) == 0 {
			modality = events.Modalities[1+rnd(len(events.Modalities)-1)]
		}
		kind, place := kinds[rnd(len(kinds))], places[rnd(len(places))]
		id := fmt.Sprintf("e%07d", i)
		e := b.event(id, kind, fmt.Sprintf("%s, %s", kind, place), place, When(value, "stated"), modality)
		if rnd(12) == 0 {
			e.Disputes = []graph.Dispute{{Attribute: "killed", Sort: graph.Conflict, Values: []graph.Value{{Value: "4"}, {Value: "9"}}}}
		}
		for k, times := 0, 1+rnd(2)*rnd(4); k < times; k++ {
			b.report(id, b.g.Documents[(i/6+k)%docs].ID, fmt.Sprintf("On the day named, number %d, something *happened* at %s that is told here in a sentence of middling length.", i, place), nil)
		}
		if i > 2 {
			b.g.Links = append(b.g.Links,
				graph.Link{From: fmt.Sprintf("e%07d", i-1-rnd(2)), To: id, Relation: "same-place", Basis: graph.Near},
				graph.Link{From: fmt.Sprintf("e%07d", rnd(i)), To: id, Relation: "before", Basis: graph.Derived})
		}
	}
	return b.graph()
}

// random returns a generator of numbers from 0 up to its argument
// (the 64-bit linear congruential generator of D. Knuth's MMIX, high bits).
func random(seed uint64) func(int) int {
	return func(n int) int {
		seed = seed*6364136223846793005 + 1442695040888963407
		return int((seed >> 33) % uint64(n))
	}
}
