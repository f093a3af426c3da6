package graph

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

const queryCorpus = `
	= a 2020-10-05T08:00:00 Post
	= b 2020-10-05T11:00:00 News
	= c - Daily
	= d 2020-10-12 Post
	a shelling @ganja 2020-10-04 killed=7 by=Second_Corps | Mortars [shelled] the old bazaar of Ganja -> x
	b shelling @ganja 2020-10-04 killed=7 killed=9 says=Ann_Sund | The [shelling] of the bazaar of Ganja, Ann Sund said, killed nine -> x
	c shelling @ganja 2020-10-04 killed=9 | In Ganja a market was [shelled] on the fourth and nine died -> x
	b offensive @barda 2020-10-06 by=Second_Corps | An [offensive] near Barda began on Tuesday -> y
	d protest @barda 2020-10-08 | A crowd [protested] in Barda's square -> z
	d talks 2020-10-09 | [Talks] opened abroad -> t
	d withdrawal @ganja !demanded | Speakers demanded a [withdrawal] from Ganja -> w`

func TestEventsAreFoundByName(t *testing.T) {
	g := parseCorpus(t, queryCorpus).build(t)
	f := NewFinder(g)
	x, y := eventOf(t, g, "r0"), eventOf(t, g, "r3")
	for _, c := range []struct {
		name string
		want *Event
	}{
		{x.ID, x},
		{x.ID[:6], x},
		{"shelling ganja", x},
		{"GÄNJA, the shellings", x},
		{"shel 4 October 2020", x},
		{"Barda 2020-10-06", y},
		{"barda corps", y},
		{"october 9", eventOf(t, g, "r5")},
		{"demanded withdraw", eventOf(t, g, "r6")},
		{"9 killed", x},
	} {
		if got, err := f.Event(c.name); err != nil || got != c.want {
			t.Errorf("%q: %v, %v; want %s", c.name, got, err, c.want.ID)
		}
	}
	for _, c := range []struct {
		name    string
		matches int
		first   *Event
	}{
		{"barda", 2, nil},
		{"ganja", 2, x},
		{"e", 0, nil},
		{"", 0, nil},
		{"shelling of Utopia", 0, x},
		{"17 October", 0, nil},
	} {
		_, err := f.Event(c.name)
		var name *NameError
		if !errors.As(err, &name) || name.Matches != c.matches || name.Name != c.name {
			t.Errorf("%q: %v", c.name, err)
		} else if c.first != nil && (len(name.Candidates) == 0 || name.Candidates[0] != c.first) {
			t.Errorf("%q: candidates %v", c.name, name.Candidates)
		}
	}
}

func chainWords(s []Step) string {
	var out []string
	for _, x := range s {
		out = append(out, fmt.Sprintf("%s %s %s %s", x.From, x.Relation, x.To, x.Shared))
	}
	return strings.Join(out, "; ")
}

func TestAChainPrefersWhatTextsState(t *testing.T) {
	g := parseCorpus(t, queryCorpus).build(t)
	x, y, z, talks := eventOf(t, g, "r0").ID, eventOf(t, g, "r3").ID, eventOf(t, g, "r4").ID, eventOf(t, g, "r5").ID
	for _, c := range []struct {
		name      string
		links     []Link
		from, to  string
		relations []string
		want      string
	}{
		{"an actor in common", nil, x, y, nil, x + " same-actor " + y + " Second Corps"},
		{"an actor, then a place", nil, x, z, nil, x + " same-actor " + y + " Second Corps; " + y + " same-place " + z + " Barda"},
		{"a stated link, walked backwards", []Link{{From: y, To: x, Relation: "responds-to", Basis: Stated}}, x, y, nil, y + " responds-to " + x + " "},
		{"two stated links rather than one place", []Link{{From: y, To: talks, Relation: "causes", Basis: Stated}, {From: z, To: talks, Relation: "causes", Basis: Stated}}, y, z, nil,
			y + " causes " + talks + " ; " + z + " causes " + talks + " "},
		{"a place rather than an order against the dates", []Link{{From: y, To: talks, Relation: "causes", Basis: Stated}, {From: talks, To: z, Relation: "causes", Basis: Stated}}, y, z, nil,
			y + " same-place " + z + " Barda"},
		{"dates alone are no way", []Link{{From: z, To: talks, Relation: "before", Basis: Derived}}, y, talks, []string{"before", "same-place"}, ""},
		{"one text, when nothing else is", nil, z, talks, nil, z + " same-document " + talks + " d"},
		{"only the relations asked for", nil, x, y, []string{"same-place"}, ""},
		{"itself", nil, x, x, nil, ""},
	} {
		g.Links = c.links
		got := NewFinder(g).Chain(c.from, c.to, c.relations...)
		if chainWords(got) != c.want || (got == nil) != (c.want == "" && c.from != c.to) {
			t.Errorf("%s: %q, want %q", c.name, chainWords(got), c.want)
		}
	}
	g.Links = nil
	if got := NewFinder(g).Chain(x, y)[0]; !slices.Equal(got.Reports, []string{"r0", "r3"}) || got.Basis != Near {
		t.Errorf("what bears it out: %+v", got)
	}
	if NewFinder(g).Chain("none", x) != nil {
		t.Error("a chain from nowhere")
	}
}

func TestAroundOrdersByWhatStandsBehindALink(t *testing.T) {
	g := parseCorpus(t, queryCorpus).build(t)
	x, y, z, talks := eventOf(t, g, "r0").ID, eventOf(t, g, "r3").ID, eventOf(t, g, "r4").ID, eventOf(t, g, "r5").ID
	g.Links = []Link{{From: x, To: y, Relation: "before", Basis: Derived}, {From: x, To: z, Relation: "same-place", Basis: Near}, {From: talks, To: x, Relation: "responds-to", Basis: Stated},
		{From: x, To: y, Relation: "before", Basis: Ordered}, {From: y, To: z, Relation: "before", Basis: Derived}}
	f := NewFinder(g)
	var got []string
	for _, n := range f.Around(x, 2) {
		got = append(got, fmt.Sprint(n.Event, " ", n.Hops, " ", len(n.Steps)))
	}
	if want := []string{talks + " 1 1", y + " 1 2", z + " 1 1"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if n := f.Around(y, 2, "before"); len(n) != 2 || n[0].Steps[0].Basis != Ordered {
		t.Errorf("one relation: %+v", n)
	}
	if f.Around("none", 1) != nil {
		t.Error("neighbours of nothing")
	}
}

func TestWhatFollowed(t *testing.T) {
	g := parseCorpus(t, queryCorpus).build(t)
	x, w := eventOf(t, g, "r0").ID, eventOf(t, g, "r6").ID
	follow := func(days int) string {
		var out []string
		for _, v := range NewFinder(g).Followed(x, days) {
			shared := "-"
			if v.Step != nil {
				shared = v.Step.Relation
			}
			out = append(out, fmt.Sprint(v.Event, " ", v.Days, " ", v.Certain, " ", shared))
		}
		return strings.Join(out, "; ")
	}
	y, z, talks := eventOf(t, g, "r3").ID, eventOf(t, g, "r4").ID, eventOf(t, g, "r5").ID
	if got, want := follow(4), y+" 2 true same-actor; "+z+" 4 true -"; got != want {
		t.Errorf("in four days: %q, want %q", got, want)
	}
	if got := follow(0); got != "" {
		t.Errorf("on the same day: %q", got)
	}
	g.Links = append(g.Links, Link{From: x, To: talks, Relation: "causes", Basis: Stated}, Link{From: x, To: w, Relation: "before", Basis: Ordered})
	if got, want := follow(2), talks+" 5 true causes; "+y+" 2 true same-actor"; got != want {
		t.Errorf("what a text states: %q, want %q", got, want)
	}
	if NewFinder(g).Followed("none", 1) != nil {
		t.Error("followers of nothing")
	}
}

func TestWhoWasFirst(t *testing.T) {
	g := parseCorpus(t, queryCorpus).build(t)
	f := NewFinder(g).First(eventOf(t, g, "r0").ID)
	var docs []string
	for _, x := range f.Tellings {
		docs = append(docs, x.Document)
	}
	if want := []string{"a", "b", "c"}; !slices.Equal(docs, want) || f.Tied != 1 || !slices.Equal(f.Tellings[1].Speakers, []string{"Ann Sund"}) {
		t.Errorf("%+v, want %v", f, want)
	}
	var values []string
	for _, v := range f.Values {
		values = append(values, fmt.Sprint(v.Attribute, " ", v.Value, " ", v.Reports))
	}
	if want := []string{"date 2020-10-04 [r0]", "killed 7 [r0]", "killed 9 [r1]"}; !slices.Equal(values, want) {
		t.Errorf("values %q, want %q", values, want)
	}
	g.Documents[1].Published = "2020-10-05" // without a time of day, either may be first
	if f := NewFinder(g).First(eventOf(t, g, "r0").ID); f.Tied != 2 {
		t.Errorf("two on one day: tied %d", f.Tied)
	}
	g.Documents[1].Published = "2020-10" // which may be before all others, or after
	if f := NewFinder(g).First(eventOf(t, g, "r0").ID); f.Tied != 1 || f.Tellings[0].Document != "a" {
		t.Errorf("a month of publication: %+v", f)
	}
	if NewFinder(g).First("none") != nil {
		t.Error("the first of nothing")
	}
}

func TestWhatTwoNamesShare(t *testing.T) {
	g := parseCorpus(t, queryCorpus).build(t)
	got, err := g.Shared("second corps", "Barda")
	if err != nil || len(got) != 1 || got[0].Event != eventOf(t, g, "r3").ID || !slices.Equal(got[0].A, []string{RoleActor}) || !slices.Equal(got[0].B, []string{RolePlace}) {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := g.Shared("Ganja", "Barda"); err != nil || len(got) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := g.Shared("Ganja", "corps"); err == nil || !strings.Contains(err.Error(), "Second Corps") {
		t.Errorf("an unknown name: %v", err)
	}
}

func TestHowTwoOutletsDiffer(t *testing.T) {
	g := parseCorpus(t, `
		= a 2020-10-05 Post
		= b 2020-10-05 News
		= c 2020-10-12 Post
		a shelling @ganja 2020-10-04 killed=7 by=Northern_Army | Mortars [shelled] the old bazaar of Ganja at noon -> x
		b shelling @ganja 2020-10-04 killed=19 by=Southern_Army | The old bazaar of Ganja was [shelled] at noon -> x
		b offensive @barda 2020-10-06 | An [offensive] near Barda began -> y
		c protest @barda 2020-10-11 | A crowd [protested] in Barda's square -> z
		c displacement @barda 2020-10-07 | Forty families [fled] the villages near Barda -> v`).build(t)
	f := NewFinder(g)
	c, err := f.Compare("post", "NEWS", nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Both) != 1 || len(c.OnlyA) != 2 || len(c.OnlyB) != 1 {
		t.Fatalf("%+v", c)
	}
	var got []string
	for _, d := range c.Both[0].Differences {
		got = append(got, fmt.Sprint(d.Attribute, " ", d.A[0].Value, " ", d.B[0].Value))
	}
	if want := []string{"killed 7 19", "responsibility Northern Army Southern Army"}; !slices.Equal(got, want) {
		t.Errorf("differences %q, want %q", got, want)
	}
	if c, _ := f.Compare("Post", "News", func(string) bool { return false }); len(c.Both[0].Differences) != 1 {
		t.Errorf("who did it does not matter: %+v", c.Both)
	}
	y, v := eventOf(t, g, "r2").ID, eventOf(t, g, "r4").ID
	if want := []Untold{{y, OtherAbsent, v}}; !slices.Equal(c.OnlyB, want) {
		t.Errorf("only News: %v, want %v", c.OnlyB, want)
	}
	// Places of the event are in order of votes, and its day is that of most: what one report says counts as well.
	h := parseCorpus(t, `
		= a 2020-10-05 Post
		= b 2020-10-09 News
		= c 2020-10-05 Wire
		= d 2020-10-05 Daily
		a shelling @ganja @barda 2020-10-06 killed=7 | Mortars [shelled] the old bazaar at noon -> x
		c shelling @ganja 2020-10-05 killed=7 | Mortars [shelled] the old bazaar at noon on Monday -> x
		d shelling @ganja 2020-10-05 killed=7 | On Monday at noon mortars [shelled] the old bazaar -> x
		b protest @barda 2020-10-07 | A crowd [protested] in Barda's square -> z`).build(t)
	if c, err := NewFinder(h).Compare("Post", "News", nil); err != nil || len(c.OnlyA) != 1 || c.OnlyA[0].Near != eventOf(t, h, "r3").ID {
		t.Errorf("near by one report's claim: %+v, %v", c, err)
	}
	for _, names := range [][2]string{{"Post", "post"}, {"Post", "Times"}, {"", "Post"}} {
		if _, err := f.Compare(names[0], names[1], nil); err == nil {
			t.Errorf("%q is no error", names)
		}
	}
	if _, err := g.DeclareSides(t.Context(), sideTable(t, "Post,North\nNews,South")); err != nil {
		t.Fatal(err)
	}
	if c, err := NewFinder(g).Compare("north", "News", nil); err != nil || !c.A.Side || c.B.Side || len(c.Both) != 1 {
		t.Errorf("a side and an outlet: %+v, %v", c, err)
	}
}

func TestAChainRatherStaysNearInTime(t *testing.T) {
	g := parseCorpus(t, `
		= a 2007-05-10 A
		= b 2020-10-05 B
		= c 2020-10-15 C
		= d 2020-10-25 D
		a anniversary @barda 2007-05-09 by=Second_Corps | An [anniversary] was kept in Barda by the corps -> old
		b offensive @barda 2020-10-04 by=Second_Corps | The corps began an [offensive] round Barda -> near
		c protest @barda 2020-10-14 | A crowd [protested] in the square of Barda -> from
		d shelling @ganja 2020-10-24 by=Second_Corps | The market of Ganja was [shelled] by the corps -> to`).build(t)
	near, from, to := eventOf(t, g, "r1").ID, eventOf(t, g, "r2").ID, eventOf(t, g, "r3").ID
	if got, want := chainWords(NewFinder(g).Chain(from, to)), from+" same-place "+near+" Barda; "+near+" same-actor "+to+" Second Corps"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAnOrderAgainstTheDatesIsSaidToBe(t *testing.T) {
	g := parseCorpus(t, queryCorpus).build(t)
	x, y, w := eventOf(t, g, "r0"), eventOf(t, g, "r3"), eventOf(t, g, "r6")
	for _, c := range []struct {
		relation string
		from, to *Event
		want     bool
	}{{"before", x, y, false}, {"before", y, x, true}, {"responds-to", y, x, false}, {"responds-to", x, y, true}, {"causes", y, w, false}} {
		s := Step{From: c.from.ID, To: c.to.ID, Relation: c.relation, Basis: Stated}
		if got := s.AgainstDates(c.from, c.to); got != c.want {
			t.Errorf("%s %s %s: %v", c.from.Label, c.relation, c.to.Label, got)
		}
	}
}
