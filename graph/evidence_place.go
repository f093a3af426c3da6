package graph

import "math"

// weighPlace weighs where two nodes are told to have happened.
func (m *merger) weighPlace(t *tally, a, b *node) {
	switch {
	case meet(a.local, b.local):
		t.anchored = true
		t.add("same place", sameSite)
	case len(a.local) > 0 && len(b.local) > 0:
		switch d := m.nearest(a.local, b.local); {
		case d <= max(nearDistrict, m.kinds.reach(a.kind), m.kinds.reach(b.kind)):
			t.add("places near each other", nearSite)
		case math.IsInf(d, 1): // one of them may lie in the other
			t.apart = true
			if m.areNotes(a, b) {
				t.add("place under a name unknown", unknownNotes)
			} else {
				t.add("place under a name unknown", unknownSite)
			}
		default:
			t.apart = true
			if m.areNotes(a, b) {
				t.add("other place", otherSiteNotes)
			} else {
				t.add("other place", otherSite)
			}
		}
	case len(a.local) != len(b.local) && (len(a.local) > 0 || len(a.wide) > 0) && (len(b.local) > 0 || len(b.wide) > 0):
		t.add("a town against a region", siteAndRegion)
	default:
		best := 0.0
		common(a.wide, b.wide, func(p int32) {
			if m.sites[p].country {
				best = max(best, sameCountry)
			} else {
				best = sameRegion
			}
		})
		if best == 0 && m.hasRegion(a.wide) && m.hasRegion(b.wide) {
			best = siteAndRegion
		}
		t.add("region", best)
	}
}

// hasRegion reports whether some of the places is a region, not a country.
func (m *merger) hasRegion(wide []int32) bool {
	for _, p := range wide {
		if !m.sites[p].country {
			return true
		}
	}
	return false
}

// nearest returns the least distance in kilometres between places of a and b,
// infinite when no two have coordinates.
func (m *merger) nearest(a, b []int32) float64 {
	d := math.Inf(1)
	for _, x := range a {
		for _, y := range b {
			if p, q := m.sites[x], m.sites[y]; p.known && q.known {
				d = min(d, km(p, q))
			}
		}
	}
	return d
}
