package score

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
)

// String returns the values for a reader: "a or b", "none" for "".
func (o oneOf) String() string {
	list := slices.Clone(o)
	for i := range list {
		if list[i] == "" {
			list[i] = "none"
		}
	}
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, " or ")
}

// placeFits reports whether one of the places has a name that is accepted.
func placeFits(want []string, have []events.Place) bool {
	if len(have) == 0 {
		return len(want) == 0 || slices.Contains(want, "")
	}
	for _, p := range have {
		for _, w := range want {
			if w != "" && (p.Name == w || slices.Contains(p.Names, w) || strings.Contains(p.Name, w)) {
				return true
			}
		}
	}
	return false
}

// speakerFits reports whether a speaker of the chain is accepted; a chain of
// one is the outlet alone.
func speakerFits(want []string, have []events.Attribution) bool {
	if len(want) == 0 || slices.Contains(want, "") && len(have) <= 1 {
		return len(have) <= 1
	}
	for _, a := range have {
		for _, w := range want {
			x, y := strings.ToLower(a.Speaker), strings.ToLower(w)
			if w != "" && x != "" && (strings.Contains(x, y) || strings.Contains(y, x)) {
				return true
			}
		}
	}
	return false
}

func cueFits(want string, have []events.Attribution) bool {
	return slices.ContainsFunc(have, func(a events.Attribution) bool {
		return strings.Contains(strings.ToLower(a.Cue), strings.ToLower(want))
	})
}

func placeNames(ps []events.Place) string {
	var names []string
	for _, p := range ps {
		names = append(names, p.Name)
	}
	return strings.Join(names, "; ")
}

func speakers(as []events.Attribution) string {
	var names []string
	for _, a := range as {
		names = append(names, a.Speaker)
	}
	return strings.Join(names, " ← ")
}

func cues(as []events.Attribution) string {
	var words []string
	for _, a := range as {
		words = append(words, a.Cue)
	}
	return strings.Join(words, " ← ")
}

// actorFits reports whether one of the actors has the name, or one of two names is part of the other.
func actorFits(want string, have []events.Actor) bool {
	y := strings.ToLower(want)
	return slices.ContainsFunc(have, func(a events.Actor) bool {
		x := strings.ToLower(a.Name)
		return x != "" && (strings.Contains(x, y) || strings.Contains(y, x))
	})
}
