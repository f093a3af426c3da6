package graph

import (
	"cmp"
	"fmt"
	"slices"
)

// Why two events are two.
const (
	ApartVeto    = "veto"    // the reports that are most alike exclude each other
	ApartGroup   = "group"   // those do not, and others of the two events do
	ApartWeight  = "weight"  // the evidence is not enough
	ApartAverage = "average" // it is between some reports, and not on average over both events
	ApartDeed    = "deed"    // they tell other deeds: by their kinds, or by verbs of which no kind is known
	ApartRival   = "rival"   // one lacks a day or a place, and may as well be a third event that the other cannot be
	ApartAgreed  = "agreed"  // several texts tell each, and what they agree on excludes each other or is not enough
	ApartOrder   = "order"   // none of these: what was joined before, the strongest first, ruled it out
)

// Apart is why two events are not one.
type Apart struct {
	Event     string   `json:"event"`
	Other     string   `json:"other"`
	Because   string   `json:"because"`   // ApartVeto to ApartOrder
	Nearest   Reasons  `json:"nearest"`   // between what one document tells of each: the greatest sum
	Excluding *Reasons `json:"excluding"` // for ApartGroup, two reports with a veto between them; else nil
	Agreed    *Reasons `json:"agreed"`    // between what the texts of each agree on, without reports; nil unless several texts tell each
	Rival     string   `json:"rival"`     // for ApartRival, the third event; else ""
	Mean      float64  `json:"mean"`      // of the sums over samples of both events
}

// Apart returns why two events are not one. The error says which id is
// unknown, or that both are one.
func (x *Explainer) Apart(event, other string) (Apart, error) {
	if event == other {
		return Apart{}, fmt.Errorf("event %s is one with itself", event)
	}
	p, err := x.nodes(event)
	if err != nil {
		return Apart{}, err
	}
	q, err := x.nodes(other)
	if err != nil {
		return Apart{}, err
	}
	return x.apart(event, other, p, q), nil
}

func (x *Explainer) apart(event, other string, p, q []*node) Apart {
	out := Apart{Event: event, Other: other}
	type pair struct{ i, j int }
	var nearest, veto pair
	best, vetoed := 0.0, false
	var bestVeto float64
	for i := range p {
		for j := range q {
			s := x.b.merger.weigh(p[i], q[j], nil)
			if i+j == 0 || s > best {
				nearest, best = pair{i, j}, s
			}
			if (!vetoed || s > bestVeto) && x.b.merger.between(p[i], q[j]) != noVeto {
				veto, bestVeto, vetoed = pair{i, j}, s, true
			}
		}
	}
	out.Nearest = x.reasons(p[nearest.i], q[nearest.j])
	const sample, slack = 4, 1.5 // as in clustering
	n := 0
	for _, i := range spread(places(len(p)), sample) {
		for _, j := range spread(places(len(q)), sample) {
			out.Mean += x.b.merger.weigh(p[i], q[j], nil)
			n++
		}
	}
	out.Mean = thousandths(out.Mean / float64(n))
	out.Agreed = x.agreed(p, q)
	switch {
	case out.Agreed != nil && (out.Agreed.Veto != "" || out.Agreed.Sum < out.Agreed.Needed):
		out.Because = ApartAgreed
	case out.Nearest.Veto != "":
		out.Because = ApartVeto
	case out.Nearest.Sum < out.Nearest.Needed:
		out.Because = ApartWeight
	case vetoed:
		out.Because = ApartGroup
		r := x.reasons(p[veto.i], q[veto.j])
		out.Excluding = &r
	case out.Mean < out.Nearest.Needed-slack:
		out.Because = ApartAverage
	case !x.oneDeed(p, q):
		out.Because = ApartDeed
	default:
		out.Because = ApartOrder
		if out.Rival = x.rival(event, other, p, q, best); out.Rival == "" {
			out.Rival = x.rival(other, event, q, p, best)
		}
		if out.Rival != "" {
			out.Because = ApartRival
		}
	}
	return out
}

// agreed returns the reasons between what the texts of two events agree on; nil
// where too few tell one of them.
func (x *Explainer) agreed(p, q []*node) *Reasons {
	m := x.b.merger
	a, ok := m.agreed(&votes{}, p)
	b, ok2 := m.agreed(&votes{}, q)
	if !ok || !ok2 {
		return nil
	}
	r := x.evidence(&a, &b)
	r.A, r.B, r.Needed, r.Veto = []string{}, []string{}, oneStory, string(m.agreedApart(&a, &b))
	return &r
}

// oneDeed reports whether something that one document tells of one event may be
// of the same deed as what some document tells of another.
func (x *Explainer) oneDeed(p, q []*node) bool {
	for i := range p {
		for j := range q {
			if x.b.merger.tiedByDeed(p[i].members, q[j].members) {
				return true
			}
		}
	}
	return false
}

// rival returns an event that one which lacks a day or a place may as well be,
// by evidence that is about as strong, and that the other one can never be; ""
// for none.
func (x *Explainer) rival(event, other string, p, q []*node, sum float64) string {
	lacking := func(nodes []*node) (day, place bool) {
		day, place = true, true
		for i := range nodes {
			day, place = day && !nodes[i].narrow, place && len(nodes[i].local) == 0
		}
		return day, place
	}
	noDay, noPlace := lacking(p)
	otherNoDay, otherNoPlace := lacking(q)
	if !(noDay && !otherNoDay) && !(noPlace && !otherNoPlace) {
		return ""
	}
	for _, k := range x.candidates(x.events[event]) {
		z := x.b.g.Events[k].ID
		if z == other {
			continue
		}
		nodes, err := x.nodes(z)
		if err != nil {
			continue
		}
		likely, barred := false, false
		for i := range nodes {
			for j := range p {
				likely = likely || x.b.merger.between(p[j], nodes[i]) == noVeto && x.b.merger.weigh(p[j], nodes[i], nil) >= sum-rivalGap
			}
			for j := range q {
				v := x.b.merger.between(q[j], nodes[i])
				barred = barred || v == dayVeto || v == placeVeto
			}
		}
		if likely && barred {
			return z
		}
	}
	return ""
}

// places returns 0 to n-1.
func places(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(i)
	}
	return out
}

const (
	nearCandidates = 64  // events that are weighed for Near
	nearFrom       = 1.0 // the sum from which two events are alike at all
)

// Near returns the events that are most like an event and not one with it, the
// most alike first, at most that many: with the greatest sum of evidence, or
// with a veto that alone keeps them apart. The error says that the id is
// unknown. The cost is linear in events, and small.
func (x *Explainer) Near(event string, most int) ([]Apart, error) {
	p, err := x.nodes(event)
	if err != nil {
		return nil, err
	}
	out := []Apart{}
	for _, k := range x.candidates(x.events[event]) {
		o := &x.b.g.Events[k]
		q, err := x.nodes(o.ID)
		if err != nil {
			return nil, err
		}
		if a := x.apart(event, o.ID, p, q); a.Nearest.Sum >= nearFrom {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b Apart) int { return cmp.Compare(b.Nearest.Sum, a.Nearest.Sum) })
	return out[:min(len(out), most)], nil
}
