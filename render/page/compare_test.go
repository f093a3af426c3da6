package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
)

func TestBoundsOfClaimedValues(t *testing.T) {
	words := func(x *float64) string {
		if x == nil {
			return "open"
		}
		return fmt.Sprint(*x)
	}
	for _, c := range []struct{ attribute, sort, value, want string }{
		{"killed people", graph.Conflict, "12", "12 12"},
		{"killed people", graph.Revision, "at least 1,200", "1200 open"},
		{"killed people", graph.Conflict, "9 to 12", "9 12"},
		{"casualties / killed people", graph.Scope, "killed people at least 9", "9 open"},
		{"casualties / killed people", graph.Scope, "casualties 45", "45 45"},
		{"date", graph.Conflict, "1970-01-03", "2 2"},
		{"date", graph.Conflict, "1970-01-03/..", "2 open"},
		{"date", graph.Conflict, "1970-01", "0 30"},
		{"place", graph.Conflict, "Millford, 3 km", "open open"},
		{"happened", graph.Conflict, "denied", "open open"},
		{"coverage", graph.Silence, "24", "open open"},
	} {
		low, high := bounds(graph.Dispute{Attribute: c.attribute, Sort: c.sort}, c.value)
		if got := words(low) + " " + words(high); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.sort, c.value, got, c.want)
		}
	}
}

func TestSignsOfWhatACopyDrops(t *testing.T) {
	const first = "Rain fell all night. At least nine were reportedly hurt, the mayor said on Monday. The road is shut."
	at := func(s string) text.Span {
		i := strings.Index(first, s)
		return text.Span{Start: i, End: i + len(s)}
	}
	sentence := "At least nine were reportedly hurt, the mayor said on Monday."
	r := graph.Report{Report: &events.Report{Document: "a", Quote: events.Quote{Span: at(sentence), Text: sentence}, Hedge: "reportedly",
		Attribution: []events.Attribution{{Speaker: "Post"}, {Speaker: "the mayor", Cue: "said", Span: at("the mayor")}}}}
	m := newModel(&graph.Graph{Reports: []graph.Report{r}}, Options{})
	for _, c := range []struct {
		dropped string
		want    int
	}{
		{"reportedly", hedgeDropped}, {"the mayor said", speakerDropped}, {sentence, hedgeDropped | speakerDropped}, {"report", 0}, {"on Monday", 0}, {"Rain fell", 0},
	} {
		if got := m.signs(at(c.dropped), []int{0}); got != c.want {
			t.Errorf("%q: signs %d, want %d", c.dropped, got, c.want)
		}
	}
}

func TestWhetherACopyNamesItsSource(t *testing.T) {
	made := func(outlet, author, s string) *graph.Document {
		d := doc(s)
		d.Outlet, d.Author = outlet, author
		return d
	}
	for _, c := range []struct {
		copied *graph.Document
		outlet string
		want   int
	}{
		{made("Post", "", "HILLS (Mid Wire): Rain."), "Mid Wire", creditGiven}, {made("Post", "MID WIRE", "Rain."), "Mid Wire", creditGiven},
		{made("Mid Wire", "", "Rain."), "Mid Wire", creditGiven}, {made("Post", "Jane Roe", "Rain."), "Mid Wire", creditMissing}, {made("Post", "", "Rain."), "", creditUnknown}, {made("Post", "", ""), "Mid Wire", creditUnknown},
	} {
		if got := credit(c.copied, made(c.outlet, "", "Rain.")); got != c.want {
			t.Errorf("%+v of %q: %d, want %d", c.copied.Document, c.outlet, got, c.want)
		}
	}
}

// Shares of sides are those that the graph counts, side by side in the order of names.
func TestSharesOfSidesAreThoseOfTheGraph(t *testing.T) {
	g := testgraph.Small()
	if m := newModel(g, Options{}); m.sideAccounts(&g.Events[0]) != nil || len(m.sideNames) != 0 {
		t.Error("without a declaration there are shares")
	}
	table, err := graph.ReadSides(strings.NewReader("name,side\nUpper Courier,Upland\nLowland Herald,Lowland\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := g.DeclareSides(t.Context(), table); err != nil {
		t.Fatal(err)
	}
	m := newModel(g, Options{})
	total := make([]int, 6)
	for i := range g.Events {
		for k, n := range m.sideAccounts(&g.Events[i]) {
			total[k] += n
		}
	}
	for k, s := range g.Sides.Shares {
		if total[k] != s.Accounts || total[3+k] != s.Alone {
			t.Errorf("%q: %d accounts, %d alone; the graph counts %d, %d", s.Side, total[k], total[3+k], s.Accounts, s.Alone)
		}
	}
	if rows, _ := m.sideRows(); len(rows) != 3 || rows[0].Name != "Lowland" || rows[2].Name != "" {
		t.Errorf("rows %+v", rows)
	}
}
