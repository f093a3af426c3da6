package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
)

func TestADateIsTheOneThatMostAccountsSupport(t *testing.T) {
	for _, c := range []struct{ name, corpus, want, basis string }{
		{"a month supports a day in it", `
			= a 2020-10-05 A
			= b 2020-10-05 B
			a shelling @ganja 2020-10-04 killed=31 | The [shelling] of Ganja wrecked the old bazaar -> x
			b shelling @ganja 2020-10 killed=31 | The [shelling] of Ganja wrecked the old bazaar -> x`, "2020-10-04", "supported by 2 of 2 accounts"},
		{"two against one", `
			= a 2020-10-05 A
			= b 2020-10-05 B
			= c 2020-10-05 C
			a shelling @ganja 2020-10-03 killed=31 | The [shelling] of Ganja wrecked the old bazaar -> x
			b shelling @ganja 2020-10-04 killed=31 | The [shelling] of Ganja wrecked the old bazaar -> x
			c shelling @ganja 2020-10-04 killed=31 | The [shelling] of Ganja wrecked the old bazaar -> x`, "2020-10-04", "supported by 2 of 3 accounts"},
		{"none stated, none given", `
			= a 2020-10-05 A
			a shelling @ganja | The [shelling] of Ganja -> x`, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			corpus := parseCorpus(t, c.corpus)
			w := eventOf(t, corpus.build(t), "r0").When
			if w.EDTF != c.want || !strings.HasPrefix(w.Basis, c.basis) {
				t.Errorf("when %q, %q; want %q, %q", w.EDTF, w.Basis, c.want, c.basis)
			}
		})
	}
}

func TestALabelHoldsKindAndPlaceNamesInOrder(t *testing.T) {
	corpus := parseCorpus(t, `
		= a 2020-10-05 A
		a shelling @stepanakert 2020-10-04 | The heinous [shelling] of Stepanakert -> x`)
	if got, want := eventOf(t, corpus.build(t), "r0").Label, "Shelling, Khankendi / Stepanakert"; got != want {
		t.Errorf("label %q, want %q", got, want)
	}
}

func TestATownThatFewNameIsNotWhereItWas(t *testing.T) {
	tails := []string{"and nobody slept", "as rescuers dug on", "while sirens were silent", "said its mayor", "before the morning market"}
	doc := func(i int, place string) string {
		id := string(rune('a' + i))
		return "= " + id + " 2020-10-17 " + strings.ToUpper(id) + "\n" + id + " missile-strike @" + place + " 2020-10-17 killed=13 | Missiles [struck] a block of flats at night, " + tails[i] + " -> x\n"
	}
	for _, c := range []struct{ places, want string }{
		{"azerbaijan azerbaijan azerbaijan azerbaijan ganja", "Missile strike, Ganja"},
		{"karabakh karabakh karabakh moscow karabakh", "Missile strike, Karabakh"},
		{"karabakh moscow karabakh karabakh moscow", "Missile strike, Moscow"},
	} {
		var text string
		for i, place := range strings.Fields(c.places) {
			text += doc(i, place)
		}
		if got := eventOf(t, parseCorpus(t, text).build(t), "r0").Label; got != c.want {
			t.Errorf("%s: label %q, want %q", c.places, got, c.want)
		}
	}
}

func TestFiguresKeepLowBestAndHigh(t *testing.T) {
	corpus := parseCorpus(t, `
		= a 2020-10-17 A
		= b 2020-10-17 B
		= c 2020-10-18 C
		a missile-strike @ganja 2020-10-17 killed=12 | Missiles [struck] a block of flats in Ganja at night -> x
		b missile-strike @ganja 2020-10-17 killed=13 injured>=45 | Missiles [struck] a block of flats in Ganja at night -> x
		c missile-strike @ganja 2020-10-17 killed=13 total:killed=60:2020-10-18 | Missiles [struck] a block of flats in Ganja at night -> x`)
	var got []string
	for _, f := range eventOf(t, corpus.build(t), "r0").Figures {
		best, high := "none", "none"
		if f.Best != nil {
			best = fmt.Sprint(*f.Best)
		}
		if f.High != nil {
			high = fmt.Sprint(*f.High)
		}
		got = append(got, fmt.Sprintf("%s %d %s %s %v", f.Measure, f.Low, best, high, f.Reports))
	}
	want := []string{"injured 45 none none [r1]", "killed 12 13 13 [r0 r1 r2]"}
	if !slices.Equal(got, want) {
		t.Errorf("figures %q, want %q", got, want)
	}
}

func TestEachValueOfAFigureNamesTheFamiliesBehindIt(t *testing.T) {
	same := "Missiles [struck] the old block of flats beside a canal in Ganja at night while people slept and rescuers dug for survivors until morning"
	corpus := parseCorpus(t, `
		= a 2020-10-17 A
		= b 2020-10-17 B
		= c 2020-10-18 C
		= d 2020-10-18 D
		a missile-strike @ganja 2020-10-17 killed=13 | `+same+` -> x
		b missile-strike @ganja 2020-10-17 killed=13 | `+same+` -> x
		c missile-strike @ganja 2020-10-17 killed>=13 | At night a missile [struck] a block of flats in Ganja, the second this month -> x
		d missile-strike @ganja 2020-10-17 killed=12 | Flats in Ganja burned when missiles [struck] the old quarter at night -> x`)
	var got []string
	for _, v := range eventOf(t, corpus.build(t), "r0").Figures[0].Values {
		got = append(got, fmt.Sprint(figureValue(events.Figure{Low: v.Low, High: v.High}), " ", v.Families, " ", v.Reports))
	}
	if want := []string{"12 1 [r3]", "13 1 [r0 r1]", "at least 13 1 [r2]"}; !slices.Equal(got, want) {
		t.Errorf("values %q, want %q", got, want)
	}
}

func TestADocumentWithoutADateIsBoundedByWhatItTells(t *testing.T) {
	g := parseCorpus(t, `
		= a - A
		= b - B
		= c 2020-10-18 C
		= d - D
		a missile-strike @ganja 2020-10-17 | Missiles [struck] flats in Ganja -> x
		a protest @barda 2020-10-04 | A [protest] in Barda -> y
		a talks 2020-11-02 !planned | [Talks] are to open on 2 November -> z
		b talks 2020-09-02 !planned | [Talks] were to open on 2 September -> w
		b protest @barda 2020-10-04 | A [protest] in Barda -> y
		c protest @barda 2020-10-04 | A [protest] in Barda -> y
		d protest @barda | A [protest] in Barda -> y`).build(t)
	var got []string
	for _, d := range g.Documents {
		if d.Written == nil {
			got = append(got, d.ID+" none")
			continue
		}
		got = append(got, fmt.Sprint(d.ID, " ", d.Written.Earliest, " ", d.Written.Latest == edtf.Open || d.Written.Latest == edtf.NewDay(2020, 11, 2), " ", d.Written.Basis))
	}
	want := []string{
		"a 2020-10-17 true derived: no date of publication; not before 2020-10-17, of which it tells as past; not after 2020-11-02, of which it tells as still to come",
		"b 2020-10-04 true derived: no date of publication; not before 2020-10-04, of which it tells as past",
		"c none", "d none"}
	if !slices.Equal(got, want) {
		t.Errorf("written\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAnEventIsAsStrongAsItsStrongestReport(t *testing.T) {
	corpus := parseCorpus(t, `
		= a 2020-10-05 A
		= b 2020-10-05 B
		a shelling @ganja 2020-10-04 !denied | The ministry denied [shelling] the town of Ganja -> x
		b shelling @ganja 2020-10-04 !alleged | Officials allege the [shelling] of the town of Ganja -> x`)
	e := eventOf(t, corpus.build(t), "r0")
	if e.Modality != events.Alleged || len(e.Reports) != 2 {
		t.Errorf("modality %s of %d reports, want alleged of 2", e.Modality, len(e.Reports))
	}
}

func TestAccounts(t *testing.T) {
	for _, c := range []struct {
		name, corpus string
		want         int
	}{
		{"two outlets are two", `
			= a 2020-10-05 A
			= b 2020-10-05 B
			a shelling @ganja 2020-10-04 | Mortars [shelled] the outskirts of Ganja -> x
			b shelling @ganja 2020-10-04 | In Ganja houses burned after [shelling] -> x`, 2},
		{"one outlet twice is one", `
			= a 2020-10-05 A
			= b 2020-10-06 A
			a shelling @ganja 2020-10-04 | Mortars [shelled] the outskirts of Ganja -> x
			b shelling @ganja 2020-10-04 | In Ganja houses burned after [shelling] -> x`, 1},
		{"two outlets that repeat one named speaker are one", `
			= a 2020-10-05 A
			= b 2020-10-05 B
			a shelling @ganja 2020-10-04 says=Jon_Berg | Mortars [shelled] the outskirts of Ganja, Jon Berg said -> x
			b shelling @ganja 2020-10-04 says=Jon_Berg | Jon Berg said houses in Ganja burned after [shelling] -> x`, 1},
		{"two ministries that differ only in their seat are two", `
			= a 2020-10-05 A
			= b 2020-10-05 B
			a shelling @ganja 2020-10-04 says=the_Defence_Ministry_in_Oslo | Mortars [shelled] the outskirts of Ganja -> x
			b shelling @ganja 2020-10-04 says=the_Defence_Ministry_in_Riga | In Ganja houses burned after [shelling] -> x`, 2},
		{"a ministry without an owner may be any", `
			= a 2020-10-05 A
			= b 2020-10-05 B
			a shelling @ganja 2020-10-04 says=the_Defence_Ministry | Mortars [shelled] the outskirts of Ganja -> x
			b shelling @ganja 2020-10-04 says=Defence_Ministry | In Ganja houses burned after [shelling] -> x`, 2},
		{"one ministry under two forms of its name is one", `
			= a 2020-10-05 A
			= b 2020-10-05 B
			a shelling @ganja 2020-10-04 says=Norway's_Defence_Ministry | Mortars [shelled] the outskirts of Ganja -> x
			b shelling @ganja 2020-10-04 says=the_Defence_Ministry_of_Norway | In Ganja houses burned after [shelling] -> x`, 1},
		{"people of one sort are many", `
			= a 2020-10-05 A
			= b 2020-10-05 B
			a shelling @ganja 2020-10-04 says=Residents_of_Ganja | Mortars [shelled] the outskirts of Ganja -> x
			b shelling @ganja 2020-10-04 says=residents_of_Ganja | In Ganja houses burned after [shelling] -> x`, 2},
		{"two outlets that each quote police are two", `
			= a 2020-10-05 A
			= b 2020-10-05 B
			a shelling @ganja 2020-10-04 says=police | Mortars [shelled] the outskirts of Ganja, police said -> x
			b shelling @ganja 2020-10-04 says=police | Police said houses in Ganja burned after [shelling] -> x`, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := eventOf(t, parseCorpus(t, c.corpus).build(t), "r0")
			if len(e.Reports) != 2 || e.Accounts != c.want {
				t.Errorf("%d accounts of %d reports, want %d of 2", e.Accounts, len(e.Reports), c.want)
			}
		})
	}
}

func TestDisputes(t *testing.T) {
	for _, c := range []struct {
		name, corpus string
		want         []string // attribute sort values
	}{
		{"a toll that one outlet raises is a revision", `
			= a 2020-10-17 A
			= b 2020-10-18 A
			a missile-strike @ganja 2020-10-17 killed=12 | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 killed=13 | At night a missile [struck] a block of flats in Ganja, the second this month -> x`,
			[]string{"killed revision 12|13"}},
		{"two outlets with two tolls are a conflict", `
			= a 2020-10-17 A
			= b 2020-10-17 B
			a missile-strike @ganja 2020-10-17 killed=12 | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 killed=13 | At night a missile [struck] a block of flats in Ganja, the second this month -> x`,
			[]string{"killed conflict 12|13"}},
		{"at least ten and twelve agree", `
			= a 2020-10-17 A
			= b 2020-10-17 B
			a missile-strike @ganja 2020-10-17 killed>=10 | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 killed=12 | At night a missile [struck] a block of flats in Ganja, the second this month -> x`, nil},
		{"killed and casualties cannot be compared", `
			= a 2020-10-17 A
			= b 2020-10-17 B
			a missile-strike @ganja 2020-10-17 killed=12 | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 casualties=40 | At night a missile [struck] a block of flats in Ganja, the second this month -> x`,
			[]string{"casualties / killed scope casualties 40|killed 12"}},
		{"two days are a conflict", `
			= a 2020-10-17 A
			= b 2020-10-17 B
			a missile-strike @ganja 2020-10-17 killed=12 | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-16 killed=12 | At night a missile [struck] a block of flats in Ganja, the second this month -> x`,
			[]string{"date conflict 2020-10-17|2020-10-16"}},
		{"two towns near each other are a conflict of place", `
			= a 2020-10-17 A
			= b 2020-10-17 B
			a missile-strike @ganja 2020-10-17 killed=12 | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @goygol 2020-10-17 killed=12 | At night a missile [struck] a block of flats in Ganja, the second this month -> x`,
			[]string{"place conflict Ganja|Goygol"}},
		{"a copy that drops at least makes no conflict", `
			= a 2020-10-17 A
			= b 2020-10-18 B
			= c 2020-10-17 C
			a missile-strike @ganja 2020-10-17 killed>=12 | Missiles [struck] the old block of flats beside a canal in Ganja at night while people slept and rescuers dug for survivors until morning -> x
			b missile-strike @ganja 2020-10-17 killed=12 | Missiles [struck] the old block of flats beside a canal in Ganja at night while people slept and rescuers dug for survivors until morning -> x
			c missile-strike @ganja 2020-10-17 killed=13 | At night a missile [struck] a block of flats in Ganja, the second this month -> x`, nil},
		{"copies hold no revision", `
			= a 2020-10-17 A
			= b 2020-10-18 B
			a missile-strike @ganja 2020-10-17 killed=12 | Missiles [struck] the old block of flats beside a canal in Ganja at night while people slept and rescuers dug for survivors until morning -> x
			b missile-strike @ganja 2020-10-17 killed=21 | Missiles [struck] the old block of flats beside a canal in Ganja at night while people slept and rescuers dug for survivors until morning -> x`, nil},
		{"a toll that one outlet raises beside another's first toll is a revision", `
			= a 2020-10-17 A
			= b 2020-10-18 A
			= c 2020-10-17 C
			a missile-strike @ganja 2020-10-17 killed=12 | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 killed=13 | At night a missile [struck] a block of flats in Ganja, the second this month -> x
			c missile-strike @ganja 2020-10-17 killed=12 | Flats in Ganja burned when missiles [struck] the old quarter at night -> x`,
			[]string{"killed revision 12|13"}},
		{"a toll that a later outlet raises is a revision, when the first has said no more", `
			= a 2020-10-17 A
			= b 2020-10-19 B
			a missile-strike @ganja 2020-10-17 killed=12 | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 killed=15 | At night a missile [struck] a block of flats in Ganja, the second this month -> x`,
			[]string{"killed revision 12|15"}},
		{"a toll that a later outlet lowers is a conflict", `
			= a 2020-10-17 A
			= b 2020-10-19 B
			a missile-strike @ganja 2020-10-17 killed=15 | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 killed=12 | At night a missile [struck] a block of flats in Ganja, the second this month -> x`,
			[]string{"killed conflict 15|12"}},
		{"a toll that another outlet keeps to on the same days is a conflict", `
			= a 2020-10-17 A
			= b 2020-10-19 B
			= c 2020-10-20 A
			a missile-strike @ganja 2020-10-17 killed=12 | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 killed=15 | At night a missile [struck] a block of flats in Ganja, the second this month -> x
			c missile-strike @ganja 2020-10-17 killed=12 | Flats in Ganja burned when missiles [struck] the old quarter at night -> x`,
			[]string{"killed conflict 15|12"}},
		{"tolls without days of publication are a conflict", `
			= a - A
			= b - B
			a missile-strike @ganja 2020-10-17 killed=12 | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 killed=15 | At night a missile [struck] a block of flats in Ganja, the second this month -> x`,
			[]string{"killed conflict 12|15"}},
		{"two armies are a conflict of responsibility", `
			= a 2020-10-17 A
			= b 2020-10-17 B
			a missile-strike @ganja 2020-10-17 by=Norwegian_forces | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 by=the_army_of_Latvia | At night a missile [struck] a block of flats in Ganja, the second this month -> x`,
			[]string{"responsibility conflict Norwegian forces|the army of Latvia"}},
		{"a country and its artillery are one", `
			= a 2020-10-17 A
			= b 2020-10-17 B
			a missile-strike @ganja 2020-10-17 by=Latvian_artillery | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 by=Latvia | At night a missile [struck] a block of flats in Ganja, the second this month -> x`, nil},
		{"soldiers may be anybody's", `
			= a 2020-10-17 A
			= b 2020-10-17 B
			a missile-strike @ganja 2020-10-17 by=Latvian_artillery | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 by=soldiers | At night a missile [struck] a block of flats in Ganja, the second this month -> x`, nil},
		{"in a clash there are two sides", `
			= a 2020-10-17 A
			= b 2020-10-17 B
			a armed-clash @ganja 2020-10-17 by=Latvian_forces | Troops [clashed] beside the canal in Ganja at night -> x
			b armed-clash @ganja 2020-10-17 by=Norway | At night troops [clashed] beside the canal in Ganja -> x`, nil},
		{"an outlet that quotes a denial has not changed its word", `
			= a 2020-10-17 A
			= b 2020-10-18 A
			a missile-strike @ganja 2020-10-17 | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 !denied says=the_Defence_Ministry_in_Oslo | It denied that its missiles [struck] a block of flats in Ganja -> x`,
			[]string{"happened conflict happened|denied"}},
		{"a speaker who first tells and then denies has changed his word", `
			= a 2020-10-17 A
			= b 2020-10-19 B
			a missile-strike @ganja 2020-10-17 says=Jon_Berg | Missiles [struck] a block of flats in Ganja at night, Jon Berg said -> x
			b missile-strike @ganja 2020-10-17 !denied says=Jon_Berg | Jon Berg denied that missiles [struck] a block of flats in Ganja -> x`,
			[]string{"happened revision happened|denied"}},
		{"denied by one, told by the other", `
			= a 2020-10-17 A
			= b 2020-10-17 B
			a missile-strike @ganja 2020-10-17 !denied | Missiles [struck] a block of flats in Ganja at night -> x
			b missile-strike @ganja 2020-10-17 | At night a missile [struck] a block of flats in Ganja, the second this month -> x`,
			[]string{"happened conflict denied|happened"}},
		{"an outlet that published and does not report it was silent", `
			= a 2020-10-17 A
			= b 2020-10-17 B
			= c 2020-10-17 C
			= d 2020-10-18 D
			= e 2020-12-18 E
			a missile-strike @ganja 2020-10-17 | Missiles [struck] a block of flats in Ganja -> x
			b missile-strike @ganja 2020-10-17 | Rockets [hit] homes in sleeping Ganja -> x
			c missile-strike @ganja 2020-10-17 | Ganja woke to a missile [strike] on flats -> x
			d election 2020-10-18 | An [election] elsewhere -> y
			e election 2020-12-18 | A later [election] -> z`,
			[]string{"coverage silence D"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, d := range eventOf(t, parseCorpus(t, c.corpus).build(t), "r0").Disputes {
				var v []string
				for _, x := range d.Values {
					v = append(v, x.Value)
				}
				got = append(got, d.Attribute+" "+d.Sort+" "+strings.Join(v, "|"))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("disputes %q, want %q", got, c.want)
			}
		})
	}
}

func TestOwnersAreKnownByTheirAdjectives(t *testing.T) {
	for _, c := range []struct {
		a, b string
		one  bool
	}{
		{"azerbaijan", "azerbaijani", true}, {"armenia", "armenians", true}, {"russia", "russian", true}, {"turkey", "turkish", true}, {"israel", "israeli", true},
		{"syrian", "syria", true}, {"ukraine", "ukrainian", true}, {"iran", "iranian", true}, {"france", "french", true}, {"china", "chinese", true},
		{"austria", "australia", false}, {"iran", "iraq", false}, {"armenian", "azerbaijani", false}, {"slovak", "slovenian", false}, {"iraqi", "iranian", false},
	} {
		if got := oneOwner(c.a, c.b); got != c.one || oneOwner(c.b, c.a) != got {
			t.Errorf("%s and %s: one owner %v, want %v", c.a, c.b, got, c.one)
		}
	}
}

func TestRunningTotalsMakeASeries(t *testing.T) {
	g := parseCorpus(t, `
		= a 2020-10-05 A
		= b 2020-10-17 B
		b casualty-report total:killed=47:2020-10-16 | So far 47 have been [killed] -> y
		a casualty-report total:killed=23:2020-10-04 | So far 23 have been [killed] -> x`).build(t)
	if len(g.Series) != 1 || len(g.Series[0].Points) != 2 || g.Series[0].Points[0].Low != 23 || g.Series[0].Points[1].AsOf != "2020-10-16" {
		t.Errorf("series %+v", g.Series)
	}
	for _, e := range g.Events {
		if len(e.Figures) != 0 {
			t.Errorf("a running total is a figure of event %s", e.Label)
		}
	}
}

func TestWeight(t *testing.T) {
	g := parseCorpus(t, `
		= a 2020-10-05 A
		= b 2020-10-05 B
		a shelling @ganja 2020-10-04 killed=3 | Shells [fell] on the market hall of Ganja -> x
		b shelling @ganja 2020-10-04 killed=3 | Shells [fell] on the market hall of Ganja -> x
		a shelling @barda 2020-10-03 | A [shelling] in Barda -> y
		b withdrawal @barda 2020-10-05 !demanded | They want troops to [withdraw] -> z`).build(t)
	x, y, z := eventOf(t, g, "r0").Weight, eventOf(t, g, "r2").Weight, eventOf(t, g, "r3").Weight
	if !(x > y && y > 0 && z == 0) {
		t.Errorf("weights %v, %v, %v: want more for two accounts than for one, and 0 for a demand", x, y, z)
	}
}

func TestAMonthThatTwoGiveIsBetterKnownThanAboutAWeek(t *testing.T) {
	g := parseCorpus(t, `
		= a 2020-11-17 A
		= b 2020-11-18 B
		= c 2020-11-17 C
		a missile-strike @ganja 2020-10 killed=13 | Missiles [struck] a block of flats in the old quarter and killed thirteen -> x
		b missile-strike @ganja 2020-10 killed=13 | A missile [struck] flats in the old quarter, and thirteen were killed -> x
		c missile-strike @ganja 2020-10-10~ killed=13 | Missiles [struck] the old quarter some weeks ago and killed thirteen in a block of flats -> x`).build(t)
	if e := eventOf(t, g, "r0"); len(e.Reports) != 3 || e.When.EDTF != "2020-10" {
		t.Errorf("%d reports, %s", len(e.Reports), e.When.EDTF)
	}
}
