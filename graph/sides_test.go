package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func sideTable(t testing.TB, csv string) *SideTable {
	t.Helper()
	s, err := ReadSides(strings.NewReader(csv))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const sidesCorpus = `
	= a 2020-10-05 Post
	= b 2020-10-05 News
	= c 2020-10-06 Wire
	= d 2020-10-07 Daily
	a shelling @ganja 2020-10-04 killed=31 says=presidential_aide_Jon_Berg | Mortars [shelled] the old bazaar of Ganja, presidential aide Jon Berg said -> x
	a protest @ganja 2020-10-04 says=Berg | The [protest] at noon was small, Berg said -> z
	b shelling @ganja 2020-10-04 killed=31 | The bazaar of Ganja burned after heavy [shelling], and many shops with it -> x
	c shelling @ganja 2020-10-04 killed=31 says=Ann_Sund | Ganja saw [shelling] of its market on Sunday, Ann Sund told reporters there -> x
	d shelling @ganja 2020-10-04 killed=31 says=residents | Shops lay in ruins after the [shelling] of Ganja's market hall, residents said -> x
	b offensive @barda 2020-10-05 | An [offensive] near Barda began -> y`

func TestSidesAreSharesOfWhatIsTold(t *testing.T) {
	g := parseCorpus(t, sidesCorpus).build(t)
	names, err := g.DeclareSides(context.Background(), sideTable(t, "name,side\nthe news,North\nJon Berg,South\nDaily,South\nNobody,North\n"))
	if err != nil {
		t.Fatal(err)
	}
	var reports []string
	for _, r := range g.Reports {
		reports = append(reports, r.ID+" "+r.Side)
	}
	if want := []string{"r0 South", "r1 South", "r2 North", "r5 North", "r3 ", "r4 South"}; !slices.Equal(reports, want) {
		t.Errorf("reports %q, want %q", reports, want)
	}
	x := eventOf(t, g, "r0").Sides
	if want := []Share{
		{Side: "North", Documents: 1, Families: 1, Accounts: 1, Alone: 1},
		{Side: "South", Documents: 1, Families: 1, Accounts: 2, Alone: 2, Speakers: 1},
		{Documents: 2, Families: 2, Accounts: 1, Alone: 1, Speakers: 1},
	}; !slices.Equal(x.Shares, want) || x.Accounts != 4 || x.OneSided != "" || x.Note != "" {
		t.Errorf("the shelling: %+v", x)
	}
	if y := eventOf(t, g, "r5").Sides; y.OneSided != "North" || y.Note != "The only account of it is of North." {
		t.Errorf("the offensive: %+v", y)
	}
	if s := g.Sides; len(s.Declared) != 2 || !slices.Equal(s.Declared[0].Outlets, []string{"News"}) || s.Declared[1].Speakers[0].Name != "Jon Berg" ||
		!slices.Equal(s.Declared[1].Speakers[0].Written, []string{"Berg", "presidential aide Jon Berg"}) || s.Accounts != 6 || s.OneSided != "" ||
		!slices.Equal(s.Shares, []Share{{Side: "North", Documents: 1, Families: 1, Accounts: 2, Alone: 2}, {Side: "South", Documents: 1, Families: 1, Accounts: 3, Alone: 3, Speakers: 1}, {Documents: 2, Families: 2, Accounts: 1, Alone: 1, Speakers: 1}}) {
		t.Errorf("the whole: %+v", s)
	}
	if want := (SideNames{[]UnmatchedSide{{5, "Nobody"}}, []NameCount{{"Post", 1}, {"Wire", 1}}, []NameCount{{"Ann Sund", 1}}}); fmt.Sprint(names) != fmt.Sprint(want) {
		t.Errorf("names %v, want %v", names, want)
	}
}

func TestMoreThanFourFifthsIsOneSided(t *testing.T) {
	for _, c := range []struct {
		north, south int
		want         string
	}{{4, 1, ""}, {5, 1, "North"}, {0, 0, ""}, {1, 5, "South"}, {1, 0, "North"}} {
		n := newSideCount([]string{"North", "South"})
		for range c.north {
			n.account([]string{"North"})
		}
		for range c.south {
			n.account([]string{"South", "South"})
		}
		if got := n.sides().OneSided; got != c.want {
			t.Errorf("%d and %d accounts: %q, want %q", c.north, c.south, got, c.want)
		}
	}
	n := newSideCount([]string{"North", "South"})
	for range 8 {
		n.account([]string{"North"})
	}
	n.account([]string{"South", "North"}) // the word of both
	n.account([]string{"", "North"})
	if s := n.sides(); s.OneSided != "" || s.Accounts != 10 || s.Shares[0].Accounts != 10 || s.Shares[0].Alone != 8 || s.Shares[1].Accounts != 1 || len(s.Shares) != 2 {
		t.Errorf("%+v", s)
	}
}

func TestWithoutATableThereIsNoSide(t *testing.T) {
	g := parseCorpus(t, sidesCorpus).build(t)
	b, err := json.Marshal(g)
	if err != nil || strings.Contains(string(b), `"side`) {
		t.Errorf("the graph speaks of sides, or %v", err)
	}
}

func TestASpeakerIsWhomTheTableNames(t *testing.T) {
	s := sideTable(t, "Jon Berg,South\nDefence Ministry of Norway,North\nSweden,South\nNorway,North\nDenmark,South\nInternational Crisis Group,South\n***,North")
	for _, c := range []struct{ speaker, want string }{
		{"Jon Berg", "Jon Berg"},
		{"presidential aide Jon Berg", "Jon Berg"},
		{"Defence Minister Jon Berg", "Jon Berg"},
		{"Berg", ""},
		{"Ann Jon Berg", ""},
		{"Norway's Defence Ministry", "Defence Ministry of Norway"},
		{"Norwegian Defence Ministry", ""},
		{"the Defence Ministry", ""},
		{"Norway's Foreign Ministry", "Norway"},
		{"Norway's envoy to Sweden", ""},
		{"Sweden", "Sweden"},
		{"the SWEDEN", "Sweden"},
		{"", ""},
	} {
		got := ""
		if i := s.speaker(c.speaker); i >= 0 {
			got = s.entries[i].name
		}
		if got != c.want {
			t.Errorf("%q is %q, want %q", c.speaker, got, c.want)
		}
	}
	if got := s.surname("Berg", []int{0, 1}); got != 0 {
		t.Errorf("Berg in a text that quotes Jon Berg is entry %d", got)
	}
	for _, name := range []string{"berg", "Jon", "Ann Berg", "Group"} {
		if got := s.surname(name, []int{0, 1}); got != -1 {
			t.Errorf("%s is entry %d", name, got)
		}
	}
}

func TestTablesOfSides(t *testing.T) {
	for _, csv := range []string{"name,side\nA,North\nB,South\n", "\ufeff# who is who\nA;North\n\nB;South;a note\n", "A\tNorth\r\nB\tSouth\r\nA\tNorth\r\n", "\"A\",\"North\"\nB,  South"} {
		s := sideTable(t, csv)
		if !slices.Equal(s.sides, []string{"North", "South"}) || len(s.entries) != 2 || s.outlet("a") != 0 || s.outlet("B") != 1 || s.outlet("") != -1 {
			t.Errorf("%q: %+v", csv, s)
		}
	}
	for _, c := range []struct{ name, csv, want string }{
		{"empty", "", "names no outlet"},
		{"a header alone", "name,side\n", "names no outlet"},
		{"one column", "Harbour Post\n", "line 1: a line is NAME,SIDE"},
		{"no side", "# sides\nHarbour Post,\n", "line 2"},
		{"two sides", "Harbour Post,North\n\nthe harbour post,South\n", `line 3: "the harbour post" is of "South", and line 1 says of "North"`},
		{"an open quote", "\"Harbour Post,North\n", "line"},
		{"no UTF-8", "Harb\xffour,North\n", "UTF-8"},
		{"too large", strings.Repeat("# filler\n", maxSideBytes/9+1), "bytes"},
		{"too many sides", func() string {
			var b strings.Builder
			for i := range maxSides + 1 {
				fmt.Fprintf(&b, "o%d,s%d\n", i, i)
			}
			return b.String()
		}(), "more than 64 sides"},
	} {
		if _, err := ReadSides(strings.NewReader(c.csv)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestAPartOfAGraphHasSharesOfItsOwn(t *testing.T) {
	g := parseCorpus(t, sidesCorpus).build(t)
	if _, err := g.DeclareSides(context.Background(), sideTable(t, "News,North\nJon Berg,South\nDaily,South")); err != nil {
		t.Fatal(err)
	}
	part := g.Select(Filter{Kinds: []string{"offensive"}})
	if s := part.Sides; len(part.Events) != 1 || s.Accounts != 1 || s.OneSided != "North" || s.Note != "The only account here is of North." ||
		!slices.Equal(s.Shares, []Share{{Side: "North", Documents: 1, Families: 1, Accounts: 1, Alone: 1}, {Side: "South"}}) {
		t.Errorf("%+v", s)
	}
	if g.Sides.Accounts != 6 {
		t.Errorf("the whole graph changed: %+v", g.Sides)
	}
	before, _ := json.Marshal(g)
	if _, err := g.DeclareSides(context.Background(), sideTable(t, "Daily,South\nJon Berg,South\nNews,North")); err != nil {
		t.Fatal(err)
	}
	if after, _ := json.Marshal(g); string(before) != string(after) {
		t.Error("the same sides in another order, told to a graph that has them, give another graph")
	}
}

func FuzzReadSides(f *testing.F) {
	for _, s := range []string{"name,side\nA,North\n", "A;North\n\"B\";South", "A\tNorth", "***,x\n,\n", "\ufeff#\nA,B,C"} {
		f.Add(s, "the A of B")
	}
	f.Fuzz(func(t *testing.T, csv, name string) {
		s, err := ReadSides(strings.NewReader(csv))
		if err != nil {
			return
		}
		for _, i := range []int{s.outlet(name), s.speaker(name), s.surname(name, []int{0, len(s.entries) - 1})} {
			if i < -1 || i >= len(s.entries) || i >= 0 && !slices.Contains(s.sides, s.entries[i].side) {
				t.Errorf("%q is entry %d of %d", name, i, len(s.entries))
			}
		}
	})
}
