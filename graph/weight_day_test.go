package graph

import (
	"fmt"
	"strings"
	"testing"
)

// crowdedDay is a corpus in which 120 texts of 4 October tell one happening
// each, and four texts tell of the missile strike on the day before: two at
// once and two a week later.
func crowdedDay(t *testing.T, published string) *Graph {
	t.Helper()
	var b strings.Builder
	kinds := []string{"deal", "launch", "visit", "resignation", "protest", "arrest", "election", "accident"}
	for i := range 120 {
		fmt.Fprintf(&b, "= n%03d %s Daily%d\n", i, published, i)
		own := string([]rune{'a' + rune(i/10), 'a' + rune(i%10)}) // so that no two texts share a word
		fmt.Fprintf(&b, "n%03d %s 2020-10-04 | Matter%sum [number%sum] of word%sum and other%sum\n", i, kinds[i%len(kinds)], own, own, own, own)
	}
	for i, text := range []string{
		"2020-10-03 A [strike] on the market hall of Ganja killed nine people at noon",
		"2020-10-04 Nine died in Ganja when a [strike] levelled the market hall",
		"2020-10-12 Ganja still mourns the nine dead of the [strike] on its market hall",
		"2020-10-20 The market hall of Ganja is shut since the [strike] that cost nine lives",
	} {
		day, text, _ := strings.Cut(text, " ")
		fmt.Fprintf(&b, "= s%d %s Paper%d\n", i, day, i)
		fmt.Fprintf(&b, "s%d missile-strike @ganja 2020-10-03 killed=9 says=Witness%d | %s -> x\n", i, i, text)
	}
	return parseCorpus(t, b.String()).build(t)
}

func daysOfGraph(g *Graph) (sum map[string]float64) {
	sum = map[string]float64{}
	for _, e := range g.Events {
		sum[e.When.EDTF] += e.Weight
	}
	return sum
}

func TestWhatIsToldOnceEachDoesNotAddUp(t *testing.T) {
	g := crowdedDay(t, "2020-10-04")
	sum := daysOfGraph(g)
	if many, few := sum["2020-10-04"], sum["2020-10-03"]; few < many/2 {
		t.Errorf("120 things told once weigh %.2f, a strike that four texts tell %.2f", many, few)
	}
	for _, e := range g.Events {
		if strike := eventOf(t, g, "r120"); e.ID != strike.ID && e.Weight >= strike.Weight/2 {
			t.Errorf("%s weighs %.2f, the strike that four texts tell %.2f", e.Label, e.Weight, strike.Weight)
		}
	}
	if sum := daysOfGraph(crowdedDay(t, "-")); sum["2020-10-04"] < 11.9 {
		t.Errorf("without a date of publication the day weighs %.2f: want 120 times what is told once", sum["2020-10-04"])
	}
}

func TestDayWeight(t *testing.T) {
	for _, c := range []struct {
		texts dayTexts
		top   float64
		want  float64 // times dayParts
	}{
		{dayTexts{told: 1}, 0, 1}, {dayTexts{told: 3}, 1, 3}, {dayTexts{told: 3, expected: 1}, 1, 4},
		{dayTexts{told: 1, before: 1, after: 7}, 0, 3}, {dayTexts{told: 1, before: 7, after: 1}, 0, 1},
	} {
		if got := c.texts.weight(c.top); got != c.want/dayParts {
			t.Errorf("%+v weighs %v, want %v", c.texts, got, c.want/dayParts)
		}
	}
}

func TestBackgroundThatNoTextKnowsTheDayOfWeighsHalf(t *testing.T) {
	corpus := func(day string) *Graph {
		var b strings.Builder
		for i, w := range []string{"orchard", "brewery"} {
			fmt.Fprintf(&b, "= %c 2020-11-1%d Outlet_%d\n", 'a'+i, i, i)
			fmt.Fprintf(&b, "%c protest @barda 2020-11-1%d | A union [marched]%s -> own%d\n", 'a'+i, i, wordsOf(w, 64), i)
			fmt.Fprintf(&b, "%c missile-strike @ganja %s killed=31 | A [strike] on the market hall killed thirty-one -> x\n", 'a'+i, day)
		}
		return parseCorpus(t, b.String()).build(t)
	}
	day, month := corpus("1998-10-03"), corpus("1998-10")
	for _, g := range []*Graph{day, month} {
		if e := eventOf(t, g, "r1"); e.Families != 2 {
			t.Fatalf("%+v", e)
		}
	}
	if d, m := eventOf(t, day, "r1").Weight, eventOf(t, month, "r1").Weight; m >= d*0.6 {
		t.Errorf("a day weighs %v, a month %v", d, m)
	}
}
