package data

import (
	"fmt"
	"slices"
	"strings"
)

// Traits are what reports of a kind are told apart and joined by: any of the
// constants, or none.
type Traits uint16

// The traits of kinds.txt.
const (
	Effect     Traits = 1 << iota // what a happening caused, told without naming it
	Toll                          // how many it killed or hurt: what may be told as it harms people
	Aftermath                     // what comes of something done, and is told with it
	Grave                         // told with what people are hurt by
	Vague                         // says little about what happened
	Broad                         // holds many deeds, of business and politics
	Worded                        // two reports of it are of one deed only if one word tells both
	Once                          // there are not two of it a day
	Widespread                    // happens to a whole area
	Pledge                        // can be kept or broken
	Deed                          // what one man does to another in a local story
	War                           // done by armies or with weapons of war, as what is told as ByArms is
	Assault                       // a word for violence that does not say of which sort
	Costs                         // a sum of money told with it is of it
)

// traitNames are the traits as kinds.txt writes them, in the order of the bits.
var traitNames = []string{"effect", "toll", "aftermath", "grave", "vague", "broad", "worded", "once", "widespread", "pledge", "deed", "war", "assault", "costs"}

// Has reports whether one at least of the traits u is among t.
func (t Traits) Has(u Traits) bool { return t&u != 0 }

func parseTraits(s string) (Traits, error) {
	var t Traits
	for _, name := range strings.Fields(s) {
		i := slices.Index(traitNames, name)
		if i < 0 {
			return 0, fmt.Errorf("%q is no trait: write some of %v, or leave them out", name, traitNames)
		}
		t |= 1 << i
	}
	return t, nil
}
