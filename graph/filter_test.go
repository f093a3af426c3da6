package graph_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	diff "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/contract"
	"github.com/dateline-project/dateline/internal/testgraph"
)

func date(t interface{ Fatal(...any) }, s string) edtf.Value {
	v, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func ids(g *graph.Graph) string {
	var out []string
	for i := range g.Events {
		out = append(out, g.Events[i].ID)
	}
	return strings.Join(out, " ")
}

func TestSelectKeepsWhatMeetsEveryCondition(t *testing.T) {
	g := testgraph.Small()
	tests := []struct {
		f    graph.Filter
		want string
	}{
		{graph.Filter{Kinds: []string{"ceasefire"}}, "e-truce"},
		{graph.Filter{Places: []string{"arlenne"}, Kinds: []string{"visit", "ceasefire"}}, "e-visit"},
		{graph.Filter{Places: []string{"ARLEN / arlenne"}, Kinds: []string{"visit"}}, "e-visit"},
		{graph.Filter{Places: []string{"Arl"}}, ""},
		{graph.Filter{Places: []string{"Arl*e"}, Kinds: []string{"visit"}}, "e-visit"},
		{graph.Filter{Actors: []string{"*forces"}}, "e-strike-arlen"},
		{graph.Filter{Outlets: []string{"coast  daily"}}, "e-strike-arlen"},
		{graph.Filter{Disputed: true}, "e-strike-arlen e-oneof"},
		{graph.Filter{Disputed: true, Since: date(t, "2021-05-05")}, "e-oneof"},
		{graph.Filter{Until: date(t, "199X"), Kinds: []string{"displacement", "formation", "armed-clash"}}, "e-year e-decade e-old"},
		{graph.Filter{Since: date(t, "1999-12-31"), Until: date(t, "1999-12-31")}, "e-before e-decade e-order2"},
		{graph.Filter{Events: []string{"e-undated", "e-truce"}}, "e-truce e-undated"},
		{graph.Filter{Events: []string{"e-undated", "e-truce"}, Since: date(t, "2021")}, "e-truce"},
		{graph.Filter{Top: 1}, "e-strike-arlen"},
		{graph.Filter{Modalities: []events.Modality{events.Denied}}, "e-counter"},
	}
	for _, tt := range tests {
		got := strings.Fields(ids(g.Select(tt.f)))
		want := strings.Fields(tt.want)
		slices.Sort(got)
		slices.Sort(want)
		if d := diff.Diff(want, got); d != "" {
			t.Errorf("%s: -want +got\n%s", tt.f.String(), d)
		}
	}
}

func TestSelectOfNoConditionIsTheGraph(t *testing.T) {
	g := testgraph.Small()
	if g.Select(graph.Filter{}) != g {
		t.Error("another graph")
	}
}

// TestASelectionIsAGraph draws filters and holds each result to the contract.
func TestASelectionIsAGraph(t *testing.T) {
	g := testgraph.Small()
	slices.SortFunc(g.Documents, func(a, b graph.Document) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(g.Reports, func(a, b graph.Report) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Trigger.Start, b.Trigger.Start))
	})
	before, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	var kinds, places, outlets, all []string
	for i := range g.Events {
		e := &g.Events[i]
		kinds, all = append(kinds, e.Kind), append(all, e.ID)
		for _, p := range e.Places {
			places = append(places, p.Name)
		}
	}
	for i := range g.Documents {
		outlets = append(outlets, g.Documents[i].Outlet)
	}
	rapid.Check(t, func(t *rapid.T) {
		some := func(name string, of []string) []string {
			return rapid.SliceOfN(rapid.SampledFrom(of), 0, 3).Draw(t, name)
		}
		f := graph.Filter{
			Kinds: some("kinds", kinds), Places: some("places", places), Outlets: some("outlets", outlets),
			Disputed: rapid.IntRange(0, 5).Draw(t, "disputed") == 0, Top: rapid.IntRange(0, 12).Draw(t, "top"),
		}
		if rapid.Bool().Draw(t, "by id") {
			f.Events = some("events", all)
		}
		if s := rapid.SampledFrom([]string{"", "1993", "2021-05", "2021-05-10"}).Draw(t, "since"); s != "" {
			f.Since = date(t, s)
		}
		v := g.Select(f)
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if err := contract.Validate(contract.Graph, b); err != nil {
			t.Fatal(err)
		}
		if err := contract.Coherent(b); err != nil {
			t.Fatal(err)
		}
		if f.Top > 0 && len(v.Events) > f.Top {
			t.Fatalf("%d events of at most %d", len(v.Events), f.Top)
		}
		if got := v.Generator.Options["filter"]; got != f.String() {
			t.Fatalf("the filter is told as %q", got)
		}
		if again, _ := json.Marshal(v.Select(f)); !bytes.Equal(b, again) {
			t.Fatal("the same filter changes its own result")
		}
	})
	if after, _ := json.Marshal(g); !bytes.Equal(before, after) {
		t.Error("the graph itself changed")
	}
}

func TestFilterSaysItselfAsOptions(t *testing.T) {
	f := graph.Filter{Since: date(t, "2020-10"), Kinds: []string{"shelling", "talks"}, Actors: []string{"the mayor's office"}, Disputed: true, Top: 9}
	want := `--since 2020-10 --kind shelling --kind talks --actor 'the mayor'\''s office' --disputed --top 9`
	if got := f.String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if f.IsZero() || !(&graph.Filter{}).IsZero() {
		t.Error("IsZero is wrong")
	}
}

func TestCheckNamesWhatIsLikeAnUnknownName(t *testing.T) {
	g := testgraph.Small()
	for _, f := range []graph.Filter{{Places: []string{"*len"}}, {Outlets: []string{"صحيفة النهر"}}, {Events: []string{"e-truce"}}, {Kinds: []string{"none"}}} {
		if err := f.Check(g); err != nil {
			t.Errorf("%s: %v", f.String(), err)
		}
	}
	tests := []struct {
		f    graph.Filter
		want string
	}{
		{graph.Filter{Actors: []string{"forces"}}, `no event has the actor "forces"; there is "Lowland forces"`},
		{graph.Filter{Outlets: []string{"Lowland Tribune"}}, `no event has the outlet "Lowland Tribune"; there is "Lowland Herald"`},
		{graph.Filter{Places: []string{"Arlen", "Zzz"}}, `no event has the place "Zzz"`},
		{graph.Filter{Events: []string{"truce"}}, `no event has the id "truce"; there is "e-truce"`},
	}
	for _, tt := range tests {
		if err := tt.f.Check(g); err == nil || err.Error() != tt.want {
			t.Errorf("%s: %v", tt.f.String(), err)
		}
	}
}

func BenchmarkSelect(b *testing.B) {
	g := testgraph.Scale(100_000)
	f := graph.Filter{Since: date(b, "2000"), Places: []string{"town a*"}}
	for b.Loop() {
		g.Select(f)
	}
}
