package graph

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// crowdedDay is a corpus in which forty texts of 4 October tell one happening
// each, and four texts tell of the missile strike on the day before: two at
// once and two a week later.
func crowdedDay(t *testing.T, published string) *Graph {
	t.Helper()
	var b strings.Builder
	kinds := []string{"deal", "launch", "visit", "resignation", "protest", "arrest", "election", "accident"}
	for i := range 40 {
		fmt.Fprintf(&b, "= n%02d %s Daily%d\n", i, published, i)
		fmt.Fprintf(&b, "n%02d %s 2020-10-04 | Matter%d [number%d] of word%d and word%d\n", i, kinds[i%len(kinds)], i, i, 100+i, 200+i)
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
	sum := daysOfGraph(crowdedDay(t, "2020-10-04"))
	if many, few := sum["2020-10-04"], sum["2020-10-03"]; few < many/2 || many > math.Log2(41)/2+0.05 {
		t.Errorf("forty things told once weigh %.2f, a strike that four texts tell %.2f", many, few)
	}
	if sum := daysOfGraph(crowdedDay(t, "-")); sum["2020-10-04"] < 3.9 {
		t.Errorf("without a date of publication the day weighs %.2f: want 40 times what is told once", sum["2020-10-04"])
	}
}

func TestDayWeight(t *testing.T) {
	for _, c := range []struct {
		texts dayTexts
		want  float64
	}{
		{dayTexts{}, 0}, {dayTexts{news: 1}, 0.5}, {dayTexts{later: 1}, 0.5}, {dayTexts{news: 3, later: 3}, 2}, {dayTexts{news: 15}, 2},
	} {
		if got := c.texts.weight(); got != c.want {
			t.Errorf("%+v weighs %v, want %v", c.texts, got, c.want)
		}
	}
}
