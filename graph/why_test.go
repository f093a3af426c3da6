package graph

import (
	"context"
	"slices"
	"testing"

	"github.com/dateline-project/dateline/data"
)

func TestReasonsSayWhyEventsAreOneOrTwo(t *testing.T) {
	g := parseCorpus(t, `
		= a 2020-10-17 A
		= b 2020-10-17 B
		= c 2020-10-12 C
		a missile-strike @ganja 2020-10-17 killed=13 | Missiles [struck] a block of flats in Ganja -> x
		b missile-strike @ganja 2020-10-17 killed=13 | A block of flats in Ganja was [hit] -> x
		c missile-strike @ganja 2020-10-11 killed=10 | Missiles [struck] a block of flats in Ganja -> y`).build(t)
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	x, err := NewExplainer(context.Background(), g, kinds)
	if err != nil {
		t.Fatal(err)
	}
	one, other := eventOf(t, g, "r0").ID, eventOf(t, g, "r2").ID
	r, err := x.Events(one, one)
	if err != nil || r.Veto != "" || r.Sum < r.Needed || !slices.ContainsFunc(r.Evidence, func(e Evidence) bool { return e.Name == "same day" }) {
		t.Errorf("why one: %+v, %v", r, err)
	}
	r, err = x.Events(one, other)
	if err != nil || r.Veto != string(dayVeto) || len(r.A) != 1 || len(r.B) != 1 {
		t.Errorf("why two: %+v, %v", r, err)
	}
	if _, err := x.Events(one, "none"); err == nil {
		t.Error("an unknown event is no error")
	}
	if r, err = x.Reports("r0", "r1"); err != nil || r.Sum <= 0 {
		t.Errorf("why reports: %+v, %v", r, err)
	}
}
