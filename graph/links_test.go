package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
)

func TestStatedLinks(t *testing.T) {
	for _, c := range []struct{ name, sentence, want string }{
		{"after", "[Talks] were broken off after the <shelling> of the town", "y before x, ordered"},
		{"opening after", "After the [shelling] of the town, <talks> were broken off", "x before y, ordered"},
		{"before", "The [shelling] came hours before the <talks>", "x before y, ordered"},
		{"retaliation", "A [strike] hit the depot in retaliation for the <shelling>", "x responds-to y, stated"},
		{"cause", "The [shelling] led to the <closure> of the road", "x causes y, stated"},
		{"passive cause", "The [closure] caused by the <shelling> lasts", "y causes x, stated"},
		{"nothing stated", "A [shelling] in the north and <talks> in the south", ""},
		{"another sentence part", "[Talks] after lunch went well; the <shelling> went on", ""},
		{"a time of day orders nothing", "[Talks] went on until before dawn and the <shelling> too", ""},
		{"a date behind since is no event", "Since 9 May [talks] failed, and the <shelling> goes on", ""},
		{"the cue governs another statement of the same subject", "[Talks] opened and completely failed after the <shelling>", ""},
		{"during", "A depot burned in the [shelling] during the <talks>", "x during y, ordered"},
		{"part of", "The [shelling] came as part of the <offensive>", "x part-of y, stated"},
		{"opening cause", "As a result of the [shelling], the <talks> were called off", "x causes y, stated"},
		{"opening cue behind which it is told otherwise", "After the [shelling] began, three died before the <talks>", "x before y, ordered"},
	} {
		t.Run(c.name, func(t *testing.T) {
			first := strings.NewReplacer("<", "", ">", "").Replace(c.sentence)
			corpus := parseCorpus(t, "= a 2020-10-05 A\na talks 2020-10-04 | "+first+"\n")
			// The second trigger stands in the same sentence.
			plain := strings.NewReplacer("[", "", "]", "").Replace(c.sentence)
			at := strings.Index(plain, "<")
			word := plain[at+1 : strings.Index(plain, ">")]
			second := corpus.reports[0]
			second.ID, second.Kind = "r1", "shelling"
			second.Trigger.Start, second.Trigger.End, second.Trigger.Text = at, at+len(word), word
			corpus.reports = append(corpus.reports, second)
			g := corpus.build(t)
			name := map[string]string{eventOf(t, g, "r0").ID: "x", eventOf(t, g, "r1").ID: "y"}
			got := ""
			for _, l := range g.Links {
				if l.Basis == Stated || l.Basis == Ordered {
					got = fmt.Sprintf("%s %s %s, %s", name[l.From], l.Relation, name[l.To], l.Basis)
					if l.Why.Text == "" || l.Why.Document != "a" {
						t.Errorf("link without its quote: %+v", l)
					}
				}
			}
			if got != c.want {
				t.Errorf("%q gives %q, want %q", c.sentence, got, c.want)
			}
		})
	}
}

// linked returns the stated and ordered links of a graph, as labels of the reports of a corpus.
func linked(c *corpus, g *Graph) []string {
	label := map[string]string{}
	for _, r := range g.Reports {
		label[r.Event] = c.truth[r.ID]
	}
	var out []string
	for _, l := range g.Links {
		if l.Basis == Stated || l.Basis == Ordered {
			out = append(out, fmt.Sprintf("%s %s %s", label[l.From], l.Relation, label[l.To]))
		}
	}
	slices.Sort(out)
	return out
}

func TestLinksFromOneSentenceToTheNext(t *testing.T) {
	for _, c := range []struct{ name, corpus, want string }{
		{"an answer", `
			= a 2020-10-05 A
			a shelling @ganja 2020-10-03 killed=3 | Mortars [shelled] the fairground of Ganja -> x
			a offensive @barda 2020-10-03 | In response, troops began an [offensive] near Barda -> y`, "y responds-to x"},
		{"a result of what was done, not of who died of it", `
			= a 2020-10-05 A
			a shelling @ganja 2020-10-03 | Mortars [shelled] the fairground of Ganja -> x
			a closure @barda 2020-10-04 | As a result, the [closure] of the road to Barda was ordered -> y`, "x causes y"},
		{"a sentence that answers nothing", `
			= a 2020-10-05 A
			a shelling @ganja 2020-10-03 | Mortars [shelled] the fairground of Ganja -> x
			a offensive @barda 2020-10-03 | In the north, troops began an [offensive] near Barda -> y`, ""},
		{"a second strike repeats the first of its place", `
			= a 2020-10-13 A
			a missile-strike @barda 2020-10-04 | A missile [struck] a mill in Barda -> z
			a missile-strike @ganja 2020-10-05 | A missile [struck] flats in Ganja -> x
			a missile-strike @barda 2020-10-12 | A second [strike] on Barda burned the depot -> y`, "y repeats z"},
		{"another fifty are no repetition", `
			= a 2020-10-13 A
			a displacement @barda 2020-10-04 | Forty families [fled] from Barda -> x
			a displacement @barda 2020-10-12 | Another 50 [fled] at the end of that week -> y`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			corpus := parseCorpus(t, c.corpus)
			if got := strings.Join(linked(corpus, corpus.build(t)), "; "); got != c.want {
				t.Errorf("links %q, want %q", got, c.want)
			}
		})
	}
}

// same gives a report the sentence and the place in its document of another, its trigger being a word of it.
func (c *corpus) same(t *testing.T, report, other int, word string) {
	t.Helper()
	r, o := &c.reports[report], &c.reports[other]
	at := strings.Index(o.Quote.Text, word)
	if at < 0 {
		t.Fatalf("no %q in %q", word, o.Quote.Text)
	}
	r.Document, r.Quote = o.Document, o.Quote
	r.Trigger.Start, r.Trigger.End, r.Trigger.Text = o.Quote.Start+at, o.Quote.Start+at+len(word), word
}

func TestADenialContradictsWhatItDenies(t *testing.T) {
	c := parseCorpus(t, `
		= a 2020-10-05 A
		= b 2020-10-05 B
		a denial 2020-10-05 by=Northern_Army | The Northern Army [denied] having shelled the fairground of Ganja -> denial
		a shelling @ganja 2020-10-03 !denied | x [shelled] -> x
		b shelling @ganja 2020-10-03 | Mortars [shelled] the fairground of Ganja -> x`)
	c.same(t, 1, 0, "shelled")
	if got, want := linked(c, c.build(t)), []string{"denial contradicts x"}; !slices.Equal(got, want) {
		t.Errorf("links %q, want %q", got, want)
	}
}

func TestWhatSeveralTextsTellInOneSentenceIsReportedTogether(t *testing.T) {
	c := parseCorpus(t, `
		= a 2020-10-05 A
		= b 2020-10-06 B
		a shelling @ganja 2020-10-03 | A [shelling] in Ganja and unrest in Barda on Saturday -> x
		a protest @barda 2020-10-03 | x [protest] -> y
		b shelling @ganja 2020-10-03 | On Saturday Ganja saw a [shelling] while Barda saw marches -> x
		b protest @barda 2020-10-03 | x [protest] -> y`)
	c.same(t, 1, 0, "unrest")
	c.same(t, 3, 2, "marches")
	together := func() (n int) {
		for _, l := range c.build(t).Links {
			if l.Relation == "reported-together" {
				n++
			}
		}
		return n
	}
	if n := together(); n != 1 {
		t.Errorf("%d links, want 1", n)
	}
	c.reports = c.reports[:2]
	if n := together(); n != 0 {
		t.Errorf("%d links by one text, want none", n)
	}
}

func TestAllen(t *testing.T) {
	when := func(s string) *events.When {
		v, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		w := events.When{EDTF: s}
		w.Earliest, w.Latest = v.Bounds()
		return &w
	}
	for _, c := range []struct{ a, b, want string }{
		{"2020-10-04", "2020-10-06", "before"},
		{"2020-10-04", "2020-10-04", ""},
		{"2020-10", "2020-10-04", ""}, // one unknown day of the month
		{"2020-10", "2020-11", "before"},
		{"2020-09-27/2020-10-03", "2020-10-04/2020-11-10", "meets"},
		{"2020-09-27/2020-10-05", "2020-10-04/2020-11-10", "overlaps"},
		{"2020-09-27/2020-10-05", "2020-09-27/2020-11-10", "starts"},
		{"2020-10-04", "2020-09-27/2020-11-10", "during"},
		{"2020-11-10", "2020-09-27/2020-11-10", "finishes"},
		{"2020-09-27/2020-11-10", "2020-09-27/2020-11-10", "equals"},
		{"2020-10-04/..", "2020-10-06", ""},
		{"../2020-10-04", "2020-10-06", "before"},
	} {
		a, b := when(c.a), when(c.b)
		got, back := Allen(a, b), Allen(b, a)
		converse := back
		if x, ok := converses[back]; ok {
			converse = x
		} else {
			for k, x := range converses {
				if x == back {
					converse = k
				}
			}
		}
		if got != c.want || converse != c.want {
			t.Errorf("%s and %s: %q, and from the other end %q; want %q and its converse", c.a, c.b, got, back, c.want)
		}
	}
}

func TestLinksGrowLinearly(t *testing.T) {
	s := makeSynthetic(3, 2000)
	g := buildSynthetic(t, s, 2)
	if n, most := len(g.Links), 4*len(g.Events); n > most {
		t.Errorf("%d links of %d events, want at most %d", n, len(g.Events), most)
	}
}

func TestAnEventInsideALongerOneIsPartOfIt(t *testing.T) {
	g := parseCorpus(t, `
		= a 2020-11-20 A
		a offensive @barda 2020-09-27/2020-11-10 | The [offensive] round Barda took six weeks -> war
		a missile-strike @barda 2020-10-28 killed=21 | A [strike] on Barda's market killed 21 -> strike
		a missile-strike @ganja 2020-10-17 | A [strike] on Ganja -> other`).build(t)
	war, strike, other := eventOf(t, g, "r0"), eventOf(t, g, "r1"), eventOf(t, g, "r2")
	if strike.PartOf != war.ID || other.PartOf != "" || war.PartOf != "" {
		t.Errorf("part of: strike %q, other %q, war %q", strike.PartOf, other.PartOf, war.PartOf)
	}
	if !slices.ContainsFunc(g.Links, func(l Link) bool { return l.Relation == "part-of" && l.From == strike.ID && l.To == war.ID }) {
		t.Errorf("no link part-of in %+v", g.Links)
	}
}

func TestAPlaceNamedBesideTheEventsOwnMakesItNoPart(t *testing.T) {
	g := parseCorpus(t, `
		= a 2020-11-20 A
		a offensive @barda 2020-09-27/2020-11-10 | The [offensive] round Barda took six weeks -> war
		a missile-strike @ganja 2020-10-17 killed=13 | A [strike] on Ganja killed 13 -> strike
		= b 2020-10-18 B
		b missile-strike @ganja 2020-10-17 killed=13 | The [strike] on Ganja killed 13 -> strike
		b missile-strike @ganja @barda 2020-10-17 killed=13 | The [strike] on Ganja and Barda killed 13 -> strike`).build(t)
	if strike := eventOf(t, g, "r1"); strike.PartOf != "" {
		t.Errorf("part of %q, places %v", strike.PartOf, strike.Places)
	}
}

func TestFinder(t *testing.T) {
	g := &Graph{Events: []Event{{ID: "d"}, {ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "e"}},
		Links: []Link{{From: "a", To: "b", Relation: "before", Basis: Ordered}, {From: "b", To: "c", Relation: "causes", Basis: Stated}, {From: "a", To: "b", Relation: "same-place", Basis: Near},
			{From: "c", To: "d", Relation: "before", Basis: Ordered}, {From: "d", To: "a", Relation: "same-actor", Basis: Near}}}
	f := NewFinder(g)
	if got, want := f.Neighbours("a", 1), []string{"d", "b"}; !slices.Equal(got, want) {
		t.Errorf("neighbours %v, want %v", got, want)
	}
	if got, want := f.Neighbours("a", 2), []string{"d", "b", "c"}; !slices.Equal(got, want) {
		t.Errorf("neighbours within two %v, want %v", got, want)
	}
	var path []string
	for _, l := range f.Path("a", "d", "before", "causes") {
		path = append(path, l.From+l.Relation+l.To)
	}
	if want := []string{"abeforeb", "bcausesc", "cbefored"}; !slices.Equal(path, want) {
		t.Errorf("path %v, want %v", path, want)
	}
	if f.Path("a", "e") != nil || f.Neighbours("none", 1) != nil || f.Path("a", "a") == nil {
		t.Error("no path, no event, no way to go")
	}
	if got := f.Components(); len(got) != 1 || !slices.Equal(got[0], []string{"d", "a", "b", "c"}) {
		t.Errorf("components %v", got)
	}
}

func TestFinderTakesTheRelationsItIsGiven(t *testing.T) {
	g := &Graph{Events: []Event{{ID: "a"}, {ID: "b"}, {ID: "c"}},
		Links: []Link{{From: "a", To: "b", Relation: "before"}, {From: "c", To: "b", Relation: "causes"}, {From: "a", To: "gone", Relation: "before"}, {From: "a", To: "a", Relation: "before"}}}
	f := NewFinder(g)
	for _, c := range []struct {
		name      string
		got, want []string
	}{
		{"one relation", f.Neighbours("b", 5, "causes"), []string{"c"}},
		{"all of them, both ways", f.Neighbours("b", 1), []string{"a", "c"}},
		{"no hops", f.Neighbours("b", 0), []string{}},
		{"unknown event", f.Neighbours("gone", 1), nil},
	} {
		if !slices.Equal(c.got, c.want) || (c.got == nil) != (c.want == nil) {
			t.Errorf("%s: %#v, want %#v", c.name, c.got, c.want)
		}
	}
	if got := f.Components("before"); len(got) != 1 || !slices.Equal(got[0], []string{"a", "b"}) {
		t.Errorf("components %v", got)
	}
	if f.Path("a", "c", "before") != nil || len(f.Path("a", "c")) != 2 {
		t.Error("a path must keep to its relations")
	}
}

func TestOrdersThatContradictEachOtherAreWarnings(t *testing.T) {
	const told = `
		= a 2020-11-20 A
		= b 2020-11-20 B
		a shelling @ganja 2020-10 killed=31 | The [shelling] of Ganja began -> x
		b shelling @ganja 2020-10 killed=31 | The [shelling] of Ganja began -> x
		a protest @barda 2020-10 injured=45 | A big [protest] filled Barda -> y
		b protest @barda 2020-10 injured=45 | A big [protest] filled Barda -> y`
	build := func(stated ...Link) *Graph {
		g := parseCorpus(t, told).build(t)
		x, y := eventOf(t, g, "r0").ID, eventOf(t, g, "r2").ID
		b := &builder{g: g}
		g.Links = nil
		for _, l := range stated {
			l.From, l.To = map[string]string{"x": x, "y": y}[l.From], map[string]string{"x": x, "y": y}[l.To]
			g.Links = append(g.Links, l)
		}
		found, err := b.orderDiagnostics()
		if err != nil {
			t.Fatal(err)
		}
		g.Diagnostics = found
		return g
	}
	why := func(doc string, at int) Why {
		w := Why{Document: doc}
		w.Start = at
		return w
	}
	for _, c := range []struct {
		name  string
		links []Link
		want  int
	}{
		{"one order", []Link{{From: "x", To: "y", Relation: "before", Basis: Ordered, Why: why("a", 0)}}, 0},
		{"both orders", []Link{{From: "x", To: "y", Relation: "before", Basis: Ordered, Why: why("a", 0)}, {From: "y", To: "x", Relation: "before", Basis: Ordered, Why: why("b", 0)}}, 1},
		{"an answer to what comes later", []Link{{From: "x", To: "y", Relation: "before", Basis: Ordered, Why: why("a", 0)}, {From: "x", To: "y", Relation: "responds-to", Basis: Stated, Why: why("b", 0)}}, 1},
		{"an answer to what came first", []Link{{From: "x", To: "y", Relation: "before", Basis: Ordered, Why: why("a", 0)}, {From: "y", To: "x", Relation: "responds-to", Basis: Stated, Why: why("b", 0)}}, 0},
		{"a derived order proves nothing", []Link{{From: "x", To: "y", Relation: "before", Basis: Ordered, Why: why("a", 0)}, {From: "y", To: "x", Relation: "before", Basis: Derived}}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := build(c.links...).Diagnostics
			if len(got) != c.want {
				t.Fatalf("%d warnings, want %d: %v", len(got), c.want, got)
			}
			for _, d := range got {
				if d.Severity != "warning" || d.Path != "a.txt" || d.Line != 1 || d.Column != 1 ||
					!strings.HasPrefix(d.Message, "these orders contradict each other: Shelling, Ganja (2020-10) before Protest, Barda (2020-10), by a; Protest, Barda (2020-10) before Shelling, Ganja (2020-10), by b;") {
					t.Errorf("%+v", d)
				}
			}
		})
	}
}

func TestBuildReportsOrdersThatContradictEachOther(t *testing.T) {
	g := parseCorpus(t, `
		= a 2020-11-20 A
		= b 2020-11-20 B
		a shelling @ganja 2020-10 killed=31 | The [shelling] of Ganja killed 31 before the protest that filled Barda -> x
		b protest @barda 2020-10 injured=45 | The [protest] that filled Barda hurt 45 before the shelling of Ganja -> y`)
	// the second report of each sentence
	for _, r := range []struct {
		from, like int
		word       string
	}{{0, 1, "protest"}, {1, 0, "shelling"}} {
		x, y := g.reports[r.from], g.reports[r.like]
		y.ID, y.Document, y.Quote = "s"+x.ID, x.Document, x.Quote
		at := x.Quote.Start + strings.Index(x.Quote.Text, r.word)
		y.Trigger.Span.Start, y.Trigger.Span.End, y.Trigger.Text = at, at+len(r.word), r.word
		g.reports = append(g.reports, y)
	}
	got := g.build(t)
	if len(got.Events) != 2 || len(got.Diagnostics) != 1 || !strings.Contains(got.Diagnostics[0].Message, "contradict") {
		t.Errorf("%d events, diagnostics %v", len(got.Events), got.Diagnostics)
	}
}
