package graph

import (
	"context"
	"slices"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/edtf"
)

func explainer(t *testing.T, g *Graph) *Explainer {
	t.Helper()
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	x, err := NewExplainer(context.Background(), g, kinds)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

const whyCorpus = `
	= a 2020-10-17 A
	= b 2020-10-17 B
	= c 2020-10-12 C
	= d 2020-10-17 D
	a missile-strike @ganja 2020-10-17 killed=13 | Missiles [struck] a block of flats in Ganja before dawn; neighbours and rescue crews dug in the rubble of the stairwell with bare hands -> x
	a death @ganja 2020-10-17 killed=13 | Thirteen people were [killed] in the flats -> x
	b missile-strike @ganja 2020-10-17 killed=13 | A block of flats in Ganja was [hit] -> x
	c missile-strike @ganja 2020-10-11 killed=10 | Missiles [struck] a block of flats in Ganja before dawn; neighbours and rescue crews dug in the rubble of the cellars with bare hands -> y
	d missile-strike @barda 2020-10-17 | Rockets [hit] a depot outside the town at noon; smoke of burning fuel hung over fields, and rescue crews searched the rubble of an office -> z`

func TestReasonsSayWhyEventsAreOne(t *testing.T) {
	g := parseCorpus(t, whyCorpus).build(t)
	x := explainer(t, g)
	joins, err := x.Joins(eventOf(t, g, "r0").ID)
	if err != nil || len(joins) != 2 {
		t.Fatalf("%+v, %v", joins, err)
	}
	if r := joins[0]; r.Needed != joinWithin || !slices.Equal(r.A, []string{"r0"}) || !slices.Equal(r.B, []string{"r1"}) || r.Sum < r.Needed || r.Veto != "" {
		t.Errorf("within the document: %+v", r)
	}
	if r := joins[1]; r.Needed != joinAcross || !slices.Equal(r.A, []string{"r0", "r1"}) || !slices.Equal(r.B, []string{"r2"}) || r.Sum < r.Needed || r.Copy ||
		!slices.ContainsFunc(r.Evidence, func(e Evidence) bool { return e.Name == "same day" }) {
		t.Errorf("across documents: %+v", r)
	}
	if none, err := x.Joins(eventOf(t, g, "r3").ID); err != nil || len(none) != 0 {
		t.Errorf("an event of one report: %+v, %v", none, err)
	}
	if _, err := x.Joins("none"); err == nil {
		t.Error("an unknown event is no error")
	}
	if r, err := x.Reports("r0", "r2"); err != nil || r.Sum <= 0 {
		t.Errorf("why reports: %+v, %v", r, err)
	}
}

func TestReasonsSayWhyEventsAreTwo(t *testing.T) {
	g := parseCorpus(t, whyCorpus).build(t)
	x := explainer(t, g)
	one, other, third := eventOf(t, g, "r0").ID, eventOf(t, g, "r3").ID, eventOf(t, g, "r4").ID
	a, err := x.Apart(one, other)
	if err != nil || a.Because != ApartVeto || a.Nearest.Veto != string(dayVeto) || len(a.Nearest.B) != 1 {
		t.Errorf("another day: %+v, %v", a, err)
	}
	if a, err := x.Apart(one, third); err != nil || a.Nearest.Veto != string(placeVeto) {
		t.Errorf("another place: %+v, %v", a, err)
	}
	near, err := x.Near(one, 5)
	if err != nil || len(near) != 2 || near[0].Other != other || near[1].Other != third { // the same place and words weigh more than the same day
		t.Errorf("near: %+v, %v", near, err)
	}
	for _, bad := range [][2]string{{one, one}, {"none", one}, {one, "none"}} {
		if _, err := x.Apart(bad[0], bad[1]); err == nil {
			t.Errorf("%v is no error", bad)
		}
	}
	if _, err := x.Near("none", 5); err == nil {
		t.Error("an unknown event is no error")
	}
}

// What one of three accounts says of place and day brings two events near each
// other, though the others outvote it.
func TestWhatOneReportClaimsMakesEventsNear(t *testing.T) {
	g := parseCorpus(t, `
		= a 2020-10-17 A
		= b 2020-10-17 B
		= c 2020-10-19 C
		= d 2020-10-30 D
		a missile-strike @ganja 2020-10-16 killed=13 | Missiles [struck] a block of flats in the old quarter at night, and rescue crews dug in the rubble until dawn -> x
		b missile-strike @ganja 2020-10-16 killed=13 | At night a missile [struck] a block of flats in the old quarter; crews dug in the rubble of the stairwell until dawn -> x
		c missile-strike @ganja @goygol 2020-10-17 killed=13 | A missile [struck] flats in the old quarter at night, and the rubble of the stairwell buried families whom crews dug out by dawn -> x
		d missile-strike @goygol 2020-10-29 killed=2 | A missile [struck] a mill outside Goygol at noon, and crews dug in the rubble until dawn for the miller and the driver of a lorry -> y`).build(t)
	one, other := eventOf(t, g, "r0"), eventOf(t, g, "r3")
	if one == other || len(one.Reports) != 3 || one.Places[0].Name != "Ganja" || one.When.EDTF != "2020-10-16" {
		t.Fatalf("events %+v and %+v", one, other)
	}
	g.Reports[3].When.EDTF, g.Reports[3].When.Earliest, g.Reports[3].When.Latest = "2020-10-27", edtf.NewDay(2020, 10, 27), edtf.NewDay(2020, 10, 27)
	near, err := explainer(t, g).Near(one.ID, 5)
	if err != nil || len(near) != 1 || near[0].Other != other.ID {
		t.Errorf("ten days after the day that one report states, at its place: %+v, %v", near, err)
	}
}

func TestACopyIsJoinedAsACopy(t *testing.T) {
	g := parseCorpus(t, `
		= a 2020-10-17 A
		= b 2020-10-18 B
		a missile-strike @ganja 2020-10-17 killed=13 | Missiles [struck] a block of flats in the old town of Ganja before dawn and killed thirteen people as they slept in their beds -> x
		b missile-strike @ganja 2020-10-17 killed=13 | Missiles [struck] a block of flats in the old town of Ganja before dawn and killed thirteen people as they slept in their beds -> x`).build(t)
	joins, err := explainer(t, g).Joins(eventOf(t, g, "r0").ID)
	if err != nil || len(joins) != 1 || !joins[0].Copy {
		t.Errorf("%+v, %v", joins, err)
	}
}

// In what is not grave, two main happenings by other people are rather two; who did
// what is grave is named in many ways.
func TestOtherActorsSpeakAgainst(t *testing.T) {
	for _, c := range []struct {
		kind, by string
		against  bool
	}{
		{"deal", "by=Silkair", true}, {"deal", "by=Norwind", false}, {"deal", "", false}, {"missile-strike", "by=Silkair", false},
	} {
		g := parseCorpus(t, `
			= a 2020-06-09 A
			= b 2020-06-10 B
			a `+c.kind+` 2020-06-09 by=Norwind | The [order] of twelve jets -> x
			b `+c.kind+` 2020-06-10 `+c.by+` | An [order] of thirty aircraft -> y`).build(t)
		r, err := explainer(t, g).Reports("r0", "r1")
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.ContainsFunc(r.Evidence, func(e Evidence) bool { return e.Name == "other actors" }); got != c.against {
			t.Errorf("%s %s: %+v", c.kind, c.by, r.Evidence)
		}
	}
}

// Of texts that tell the same of the same rare names one may give another day:
// the reasons say that it does not part them, and why.
func TestReasonsSayWhichVetoesPartNoEvent(t *testing.T) {
	g := parseCorpus(t, `
	= a 2020-10-11 A
	= b 2020-10-11 B
	= c 2020-10-11 C
	= d 2020-10-11 D
	= e 2020-10-11 E
	= f 2020-10-11 F
	a shooting @upton 2020-10-07 killed=2 | A gunman [shot] Orla Quillfeather and Bram Tessaly dead at the Copperlight bakery in Upton -> x
	a death @upton 2020-10-07 killed=2 | Quillfeather and Tessaly were [killed] before the ovens, their colleague Ines Marrowby said, while customers hid behind sacks of flour -> x
	b shooting @upton 2020-10-08 killed=2 | Orla Quillfeather and Bram Tessaly of the Copperlight bakery in Upton died when a gunman [shot] them -> x
	b death @upton 2020-10-08 killed=2 | Their colleague Ines Marrowby saw Tessaly and Quillfeather [die] before the ovens while customers hid behind sacks of flour -> x
	c shooting @upton 2020-10-10 killed=2 | Two bakers, Bram Tessaly and Orla Quillfeather, were [shot] in the Copperlight shop in Upton by a gunman -> x
	c death @upton 2020-10-10 killed=2 | Customers hid behind sacks of flour as Quillfeather and Tessaly [died] before the ovens, said Ines Marrowby, their colleague -> x
	f shooting @upton 2020-10-08 killed=2 | At the Copperlight bakery a gunman [shot] dead the bakers Orla Quillfeather and Bram Tessaly, Upton police said -> x
	f death @upton 2020-10-08 killed=2 | Ines Marrowby, a colleague of Tessaly and Quillfeather who were [killed], hid behind sacks of flour near the ovens with customers -> x
	d talks @ganja 2020-10-09 | Ministers [met] for talks -> y
	e protest @barda 2020-10-08 | Hundreds [marched] on the square -> z`).build(t)
	x := explainer(t, g)
	if w, err := x.Waived(eventOf(t, g, "r8").ID); w != nil || err != nil {
		t.Errorf("one text: %+v, %v", w, err)
	}
	one := eventOf(t, g, "r0")
	if len(one.Reports) != 8 {
		t.Fatalf("the event has %v", one.Reports)
	}
	w, err := x.Waived(one.ID)
	if err != nil || w == nil || w.Pairs != 5 || w.Vetoed != 1 || w.Because != WaivedFew || w.Example.Veto != string(dayVeto) {
		t.Errorf("%+v, %v", w, err)
	}
	if _, err := x.Waived("none"); err == nil {
		t.Error("an unknown event is no error")
	}
}
