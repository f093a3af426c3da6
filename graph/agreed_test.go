package graph

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/internal/newstopic"
)

// twoTellings are ten texts, each about a march of its own, of which five tell an
// explosion long before in one way and five in another: the first with its deaths, the second
// with that date and place, but what other gives in place of the last of them.
func twoTellings(when, other string) string {
	own := strings.Fields("canteen roofing bookkeeper orchard tramway lighthouse carpenter reservoir brewery telegraph")
	var c strings.Builder
	for i, w := range own {
		fmt.Fprintf(&c, "= %c 2020-11-1%d Outlet_%d\n", 'a'+i, i, i)
		fmt.Fprintf(&c, "%c protest @barda 2020-11-1%d | A union [marched]%s -> own%d\n", 'a'+i, i, wordsOf(w, 64), i)
		if i < 5 {
			fmt.Fprintf(&c, "%c explosive @ganja 2020-10-04 killed=31 | The grain mill of the Harbour Cooperative [exploded], said a %s -> x\n", 'a'+i, w)
			fmt.Fprintf(&c, "%c death 2020-10-04 killed=31 | The %s mourned the [death] of thirty-one of the mill's workers -> x\n", 'a'+i, w)
			continue
		}
		line := when + " killed=31 | For the %s nothing is as before since the [explosion] at the Harbour Cooperative and its grain mill -> x"
		if i == 9 && other != "" {
			line = other
		}
		fmt.Fprintf(&c, "%c "+line+"\n", 'a'+i, w)
	}
	return c.String()
}

// wordsOf returns n words that no other text has.
func wordsOf(name string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " %s%c%c", name, 'a'+i/8, 'a'+i%8)
	}
	return b.String()
}

func TestOneMisreadAccountOfManyDoesNotKeepEventsApart(t *testing.T) {
	const destroyed = "destruction 2020-10 killed=31 | For the %s nothing is as before since the Harbour Cooperative and its grain mill were [destroyed] -> odd"
	for _, c := range []struct {
		name, corpus string
		events, most int // events of the corpus, beside the marches, and documents of the largest
	}{
		{"all tell the same day", twoTellings("explosive @ganja 2020-10-04", ""), 1, 10},
		{"five know the month", twoTellings("explosive 2020-10", ""), 1, 10},
		{"five know the month, one of them under a kind that no death is told with", twoTellings("explosive 2020-10", destroyed), 2, 9},
		{"five tell another day", twoTellings("explosive @ganja 2020-10-07", ""), 2, 5},
		{"five tell another place", twoTellings("explosive @barda 2020-10-04", ""), 2, 5},
	} {
		g := parseCorpus(t, c.corpus).build(t)
		told, most := 0, 0
		for i := range g.Events {
			if g.Events[i].Kind != "protest" {
				told, most = told+1, max(most, g.Events[i].Documents)
			}
		}
		if told != c.events || most != c.most {
			t.Errorf("%s: %d events, the largest of %d documents, want %d and %d", c.name, told, most, c.events, c.most)
			for i := range g.Events {
				t.Log(g.Events[i].Label, g.Events[i].When.EDTF, g.Events[i].Accounts, g.Events[i].Reports)
			}
		}
	}
}

func TestReasonsSayWhatTextsAgreeOn(t *testing.T) {
	g := parseCorpus(t, twoTellings("explosive @ganja 2020-10-07", "")).build(t)
	a, err := explainer(t, g).Apart(eventOf(t, g, "r2").ID, eventOf(t, g, "r20").ID)
	if err != nil || a.Because != ApartAgreed || a.Agreed == nil || a.Agreed.Veto != string(dayVeto) || len(a.Agreed.A) != 0 {
		t.Errorf("%+v, %v", a, err)
	}
}

// Real articles: what is joined by what most texts tell holds no veto either.
func TestNoEventOfANewsTopicHoldsReportsWithAVetoBetweenThem(t *testing.T) {
	if os.Getenv("DATELINE_DEVDATA") == "" {
		t.Skip("DATELINE_DEVDATA is not set: no articles to make a topic of")
	}
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	x, err := events.New(events.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var docs []source.Document
	var reports []events.Report
	for d := range source.Documents([]string{newstopic.File(t, 1, 400)}, source.Options{}, func(source.Diagnostic) {}) {
		docs = append(docs, d)
		r, _ := x.Extract(&d)
		reports = append(reports, r...)
	}
	if pairs := pairsWithoutVeto(t, docs, reports, kinds); pairs < 10_000 {
		t.Fatalf("only %d pairs were looked at", pairs)
	}
}
