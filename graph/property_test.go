package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/source"
)

func buildSynthetic(t *testing.T, s *synthetic, workers int) *Graph {
	t.Helper()
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	g, err := Build(context.Background(), s.docs, s.reports, Options{Kinds: kinds, Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestEveryReportIsInExactlyOneEvent(t *testing.T) {
	for seed := range uint64(5) {
		s := makeSynthetic(seed, 800)
		g := buildSynthetic(t, s, 2)
		if len(g.Reports) != len(s.reports) {
			t.Fatalf("%d reports of %d", len(g.Reports), len(s.reports))
		}
		holder := map[string]string{}
		for _, e := range g.Events {
			for _, r := range e.Reports {
				if holder[r] != "" {
					t.Fatalf("report %s is in events %s and %s", r, holder[r], e.ID)
				}
				holder[r] = e.ID
			}
		}
		for _, r := range g.Reports {
			if r.Event == "" || holder[r.ID] != r.Event {
				t.Fatalf("report %s says event %q, the events say %q", r.ID, r.Event, holder[r.ID])
			}
		}
	}
}

func TestOrderOfInputAndNumberOfWorkersChangeNothing(t *testing.T) {
	s := makeSynthetic(11, 800)
	want, err := json.Marshal(buildSynthetic(t, s, 1))
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for i := range 3 {
		rng.Shuffle(len(s.docs), func(i, j int) { s.docs[i], s.docs[j] = s.docs[j], s.docs[i] })
		rng.Shuffle(len(s.reports), func(i, j int) { s.reports[i], s.reports[j] = s.reports[j], s.reports[i] })
		got, err := json.Marshal(buildSynthetic(t, s, 1+3*i))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Fatalf("shuffle %d gives another graph", i)
		}
	}
}

func TestAnUnrelatedDocumentChangesNoEvent(t *testing.T) {
	s := makeSynthetic(5, 800)
	before := buildSynthetic(t, s, 2)
	other := parseCorpus(t, `
		= zz 2031-02-03 Gazette
		zz election @upton 2031-02-01 | Quietville chose a mayoress by ballot: an [election] -> x
		zz launch 2031-02-02 | Zeppelins: the [launch] of a dirigible -> y`)
	s.docs = append(slices.Clone(s.docs), other.docs...)
	for _, r := range other.reports {
		r.ID = "zz-" + r.ID
		s.reports = append(s.reports, r)
	}
	after := buildSynthetic(t, s, 2)
	have := map[string][]string{}
	for _, e := range after.Events {
		have[e.ID] = e.Reports
	}
	for _, e := range before.Events {
		if !slices.Equal(have[e.ID], e.Reports) {
			t.Fatalf("event %s held %v, now %v", e.ID, e.Reports, have[e.ID])
		}
	}
	if len(after.Events) != len(before.Events)+2 {
		t.Errorf("%d events became %d", len(before.Events), len(after.Events))
	}
}

// pairsWithoutVeto merges reports and fails on two of one event with a veto
// between them. Of the texts that are chiefly about the event some may misread
// its day, place or toll, but not half of them: it fails on an event of which
// more pairs of texts are apart. It returns the number of pairs of one event.
func pairsWithoutVeto(t interface {
	Context() context.Context
	Fatal(...any)
	Fatalf(string, ...any)
}, docs []source.Document, reports []events.Report, kinds []data.Kind) (pairs int) {
	b := &builder{opt: Options{Kinds: kinds, Workers: 2}, kinds: newKindTable(kinds), g: &Graph{}}
	b.arrange(docs, reports)
	_, b.family, _ = b.families(t.Context())
	if err := b.read(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.merger.whole = true
	clusters, err := b.merger.merge(t.Context(), func() {})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range clusters {
		type texts struct{ a, b int32 }
		odd := map[texts]bool{} // pairs of texts chiefly about the event, and whether they are apart
		for i, x := range c {
			l := limitsOf(&b.merger.claims[x], b.kinds)
			for _, y := range c[:i] {
				o := limitsOf(&b.merger.claims[y], b.kinds)
				pairs++
				v := l.against(&o, b.merger.sites)
				if cx, cy := &b.merger.claims[x], &b.merger.claims[y]; cx.lead != nil && cy.lead != nil && cx.doc != cy.doc {
					pair := texts{cx.doc, cy.doc}
					odd[pair] = odd[pair] || v != noVeto
					v = l.againstStory(&o)
				}
				if v != noVeto {
					t.Fatalf("reports %s and %s are one event, but %s", b.g.Reports[x].ID, b.g.Reports[y].ID, v)
				}
			}
		}
		apart := 0
		for _, is := range odd {
			if is {
				apart++
			}
		}
		if 2*apart > len(odd) {
			t.Fatalf("of %d pairs of texts about one event %d are apart", len(odd), apart)
		}
	}
	return pairs
}

func TestNoEventHoldsReportsWithAVetoBetweenThem(t *testing.T) {
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(3) {
		s := makeSynthetic(seed+20, 1500)
		pairs := pairsWithoutVeto(t, s.docs, s.reports, kinds)
		if pairs < 1000 {
			t.Fatalf("only %d pairs were looked at", pairs)
		}
	}
}

// The veto of a cluster, kept as a summary, must be that of its reports.
func TestLimitsOfAClusterAreThoseOfItsReports(t *testing.T) {
	s := makeSynthetic(9, 400)
	kt := newKindTable(nil)
	reports := make([]Report, len(s.reports))
	for i := range reports {
		reports[i].Report = &s.reports[i]
	}
	sites, siteOf := sitesOf(reports)
	rd := reader{kinds: kt, siteOf: siteOf}
	var single []limits
	for i := range reports {
		c := rd.claim(reports[i].Report, &telling{})
		single = append(single, limitsOf(&c, kt))
	}
	rng := rand.New(rand.NewPCG(1, 2))
	apart, free := 0, 0
	for range 3000 {
		var sets [2]limits
		var members [2][]int
		for k := range sets {
			at := rng.IntN(len(single))
			sets[k], members[k] = single[at], []int{at}
			for range 20 { // neighbours are of the same sixes
				next := max(0, min(len(single)-1, at+rng.IntN(60)-30))
				if sets[k].against(&single[next], sites) == noVeto && sets[k].join(&single[next]) {
					members[k] = append(members[k], next)
				}
			}
			if k == 1 && rng.IntN(2) == 0 { // near the other cluster, so that only some reports have a veto
				at = max(0, min(len(single)-1, members[0][0]+rng.IntN(20)-10))
				sets[k], members[k] = single[at], []int{at}
			}
		}
		want := false
		for _, i := range members[0] {
			for _, j := range members[1] {
				want = want || single[i].against(&single[j], sites) != noVeto
			}
		}
		if got := sets[0].against(&sets[1], sites) != noVeto; got != want {
			t.Fatalf("clusters %v and %v: veto %v, by their reports %v", members[0], members[1], got, want)
		}
		if want {
			apart++
		} else {
			free++
		}
	}
	if apart < 100 || free < 100 {
		t.Errorf("%d pairs of clusters with a veto and %d without are too few", apart, free)
	}
}

func TestACancelledBuildReturnsTheError(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	s := makeSynthetic(1, 3000)
	calls := 0
	_, err := Build(ctx, s.docs, s.reports, Options{Progress: func(done, total int) {
		if calls++; calls == 2 {
			cancel()
		}
		if done > total {
			t.Errorf("step %d of %d", done, total)
		}
	}})
	if err != context.Canceled {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

func TestNothingGivesAnEmptyGraph(t *testing.T) {
	g, err := Build(context.Background(), nil, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(b, []byte("null")) {
		t.Errorf("an empty graph prints null: %s", b)
	}
	if _, err := Build(context.Background(), []source.Document{{}, {}}, nil, Options{}); err != nil {
		t.Error(err)
	}
}

// A story that every paper prints makes one big event; its cost must not grow with its square.
func TestOneStoryInManyPapersIsOneEvent(t *testing.T) {
	s := &synthetic{truth: map[string]string{}}
	one := parseCorpus(t, `
		= a 2020-10-17 -
		a missile-strike @ganja 2020-10-17 killed=13 | Missiles [struck] a block of flats in the old quarter of Ganja at night -> x`)
	const papers = 6000
	for i := range papers {
		d, r := one.docs[0], one.reports[0]
		d.ID, d.SHA256, d.Outlet = fmt.Sprintf("d%05d", i), fmt.Sprint(i), fmt.Sprintf("paper %d", i)
		r.ID, r.Document = fmt.Sprintf("r%05d", i), d.ID
		s.docs, s.reports = append(s.docs, d), append(s.reports, r)
	}
	start := time.Now()
	g := buildSynthetic(t, s, 2)
	if len(g.Events) != 1 || g.Events[0].Documents != papers || g.Events[0].Accounts != 1 || len(g.Families) != 1 {
		t.Errorf("%d events, the first of %d documents and %d accounts; %d families", len(g.Events), g.Events[0].Documents, g.Events[0].Accounts, len(g.Families))
	}
	t.Logf("%d copies in %v", papers, time.Since(start).Round(time.Millisecond))
}
