package graph

import (
	"math/bits"
	"slices"

	"github.com/dateline-project/dateline/events"
)

// hubs is what events have in common: the first place, from districts down,
// actors with a name, and documents.
type hubs struct {
	start []int32 // of each event, into list
	list  []int32 // hubs of the events, in order
	all   []hub
}

type hub struct {
	relation, key, name string
	events              []int32 // in order
	cost                int32
}

func (h *hubs) of(event int32) []int32 { return h.list[h.start[event]:h.start[event+1]] }

// borneOut reports whether a report names what the hub is.
func (h *hub) borneOut(r *Report) bool {
	switch h.relation {
	case "same-place":
		return slices.ContainsFunc(r.Places, func(p events.Place) bool { return placeKey(&p) == h.key })
	case "same-actor":
		return slices.ContainsFunc(r.Actors, func(a events.Actor) bool { return lower(a.Name) == h.key })
	case SameDocument:
		return r.Document == h.key
	}
	return true
}

func newHubs(f *Finder) *hubs {
	g := f.g
	h := &hubs{start: make([]int32, len(g.Events)+1)}
	index := map[[2]string]int32{}
	var of [][]int32
	for i := range g.Events {
		e := &g.Events[i]
		var mine []int32
		add := func(relation, key, name string) {
			k, ok := index[[2]string{relation, key}]
			if !ok {
				k = int32(len(h.all))
				index[[2]string{relation, key}] = k
				h.all = append(h.all, hub{relation: relation, key: key, name: name})
			}
			if !slices.Contains(mine, k) {
				mine = append(mine, k)
				h.all[k].events = append(h.all[k].events, int32(i))
			}
		}
		if tookPlace(e) {
			// The place that it is named for: others may be beside the matter.
			if len(e.Places) > 0 && fine(e.Places[0].Precision) >= fine(events.DistrictPlace) {
				add("same-place", placeKey(&e.Places[0]), e.Places[0].Name)
			}
			for _, a := range e.Actors {
				if speakerName(a.Name) != "" { // "the army" of one text is not that of another
					add("same-actor", lower(a.Name), a.Name)
				}
			}
		}
		for _, id := range e.Reports {
			if r := f.Report(id); r != nil {
				add(SameDocument, r.Document, r.Document)
			}
		}
		of = append(of, mine)
	}
	for i, mine := range of {
		h.list = append(h.list, mine...)
		h.start[i+1] = int32(len(h.list))
	}
	for i := range h.all {
		x := &h.all[i]
		x.cost = costShared
		if x.relation == SameDocument {
			x.cost = costText
		}
		x.cost += doubling * int32(bits.Len(uint(len(x.events))))
	}
	return h
}
