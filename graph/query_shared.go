package graph

import (
	"fmt"
	"slices"

	"github.com/dateline-project/dateline/events"
)

// The roles that a name can have in an event.
const (
	RoleActor  = "actor"  // took part
	RoleTarget = "target" // was harmed
	RolePlace  = "place"  // where it was
)

// SharedEvent is an event in which each of two names has a role.
type SharedEvent struct {
	Event string   `json:"event"`
	A     []string `json:"a"` // roles of the first name: RoleActor, RoleTarget, RolePlace
	B     []string `json:"b"` // of the second
}

// Shared returns the events in which two actors or places both stand, in the
// graph's order. Names are those of Filter: whole, "*" for any characters, no
// matter the case and accents; a place also has its gazetteer's id. The error
// says which name no event has, and what is like it.
func (g *Graph) Shared(a, b string) ([]SharedEvent, error) {
	roles := [2]func(*Event) []string{}
	for i, name := range []string{a, b} {
		m := &matcher{f: Filter{Places: []string{name}}, places: newPatterns([]string{name}), actors: newPatterns([]string{name})}
		roles[i] = func(e *Event) []string {
			var out []string
			if slices.ContainsFunc(e.Actors, m.isActor) {
				out = append(out, RoleActor)
			}
			if slices.ContainsFunc(e.Targets, m.isActor) {
				out = append(out, RoleTarget)
			}
			if slices.ContainsFunc(e.Places, m.atPlace) {
				out = append(out, RolePlace)
			}
			return out
		}
	}
	found := [2]bool{}
	out := []SharedEvent{}
	for i := range g.Events {
		e := &g.Events[i]
		x, y := roles[0](e), roles[1](e)
		found[0], found[1] = found[0] || x != nil, found[1] || y != nil
		if x != nil && y != nil {
			out = append(out, SharedEvent{e.ID, x, y})
		}
	}
	for i, name := range []string{a, b} {
		if !found[i] {
			return nil, fmt.Errorf("no event has the actor or the place %q%s", name, suggest(name, g.actorsAndPlaces()))
		}
	}
	return out, nil
}

// actorsAndPlaces returns the names of all actors and places, each once.
func (g *Graph) actorsAndPlaces() []string {
	seen := map[string]bool{}
	var out []string
	for i := range g.Events {
		for _, n := range append(actorNames(&g.Events[i]), placeNames(&g.Events[i])...) {
			if !seen[n] {
				seen[n] = true
				out = append(out, n)
			}
		}
	}
	return out
}

// namedPlaces returns the names of places from districts down, in order.
func namedPlaces(places []events.Place) []string {
	var out []string
	for i := range places {
		if fine(places[i].Precision) >= fine(events.DistrictPlace) {
			out = append(out, places[i].Name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
