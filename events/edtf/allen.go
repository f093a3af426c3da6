package edtf

import "strings"

// Relation is one of the thirteen relations of two intervals (J. F. Allen,
// "Maintaining Knowledge about Temporal Intervals", 1983), or Unknown.
type Relation string

// The relations of a to b. Each but Equals has an inverse.
const (
	Unknown      Relation = "" // an end is open, so that more than one relation is possible
	Before       Relation = "before"
	After        Relation = "after"
	Meets        Relation = "meets" // a ends on the day before b starts
	MetBy        Relation = "met-by"
	Overlaps     Relation = "overlaps"
	OverlappedBy Relation = "overlapped-by"
	Starts       Relation = "starts"
	StartedBy    Relation = "started-by"
	During       Relation = "during"
	Contains     Relation = "contains"
	Finishes     Relation = "finishes"
	FinishedBy   Relation = "finished-by"
	Equals       Relation = "equals"
)

// inverses pairs each relation with the one that holds the other way round.
var inverses = map[Relation]Relation{
	Unknown: Unknown, Equals: Equals,
	Before: After, After: Before, Meets: MetBy, MetBy: Meets,
	Overlaps: OverlappedBy, OverlappedBy: Overlaps, Starts: StartedBy, StartedBy: Starts,
	During: Contains, Contains: During, Finishes: FinishedBy, FinishedBy: Finishes,
}

// Inverse returns the relation of b to a, given that of a to b.
func (r Relation) Inverse() Relation { return inverses[r] }

// Allen returns the relation of a to b, each taken as the days from its
// earliest to its latest.
func Allen(a, b Value) Relation {
	a1, a2 := a.Bounds()
	b1, b2 := b.Bounds()
	return AllenDays(a1, a2, b1, b2)
}

// AllenDays returns the relation of the days from a1 to a2 to those from b1 to
// b2, each in order. With an open end it is Unknown, unless the other ends
// settle that one lies wholly before the other.
func AllenDays(a1, a2, b1, b2 Day) Relation {
	switch {
	case a2 != Open && b1 != Open && int64(a2)+1 < int64(b1):
		return Before
	case b2 != Open && a1 != Open && int64(b2)+1 < int64(a1):
		return After
	case a2 != Open && b1 != Open && int64(a2)+1 == int64(b1):
		return Meets
	case b2 != Open && a1 != Open && int64(b2)+1 == int64(a1):
		return MetBy
	case a1 == Open || a2 == Open || b1 == Open || b2 == Open:
		return Unknown
	case a1 == b1 && a2 == b2:
		return Equals
	case a1 == b1 && a2 < b2:
		return Starts
	case a1 == b1:
		return StartedBy
	case a2 == b2 && a1 > b1:
		return Finishes
	case a2 == b2:
		return FinishedBy
	case a1 > b1 && a2 < b2:
		return During
	case a1 < b1 && a2 > b2:
		return Contains
	case a1 < b1:
		return Overlaps
	}
	return OverlappedBy
}

// Compare orders values by their first possible day, then by their last, then
// by their text; an open start comes first and an open end last. The result is
// negative, zero or positive as in strings.Compare, and zero only for values
// that print alike.
func Compare(a, b Value) int {
	a1, a2 := a.Bounds()
	b1, b2 := b.Bounds()
	switch {
	case a1 != b1 && a1 < b1: // Open is the least Day
		return -1
	case a1 != b1:
		return 1
	case a2 == b2:
		return strings.Compare(a.String(), b.String())
	case a2 == Open:
		return 1
	case b2 == Open || a2 < b2:
		return -1
	}
	return 1
}
