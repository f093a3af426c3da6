package score

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/graph"
)

// tiny is a graph of one document. Each report is "trigger event kind date",
// its trigger the first occurrence of the word in the text.
func tiny(s string, reports ...string) *graph.Graph {
	g := &graph.Graph{Documents: []graph.Document{{Document: &source.Document{ID: "a", Text: s}}}}
	for i, line := range reports {
		f := strings.Fields(line)
		at := strings.Index(s, f[0])
		r := graph.Report{Report: &events.Report{}, Event: f[1]}
		r.ID, r.Document, r.Kind, r.Modality = fmt.Sprintf("r%d", i), "a", f[2], events.Happened
		r.Trigger = events.Quote{Span: text.Span{Start: at, End: at + len(f[0])}, Text: f[0]}
		r.When.EDTF = strings.TrimPrefix(f[3], "-")
		g.Reports = append(g.Reports, r)
		if !slices.ContainsFunc(g.Events, func(e graph.Event) bool { return e.ID == f[1] }) {
			e := graph.Event{ID: f[1], Kind: f[2], Weight: 1, When: events.When{EDTF: r.When.EDTF}}
			e.When.Earliest, e.When.Latest = edtf.Open, edtf.Open
			g.Events = append(g.Events, e)
		}
	}
	return g
}

func gold(t *testing.T, line string) *Gold {
	t.Helper()
	g, err := ParseLines("gold.jsonl", []byte(line))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// figures returns "name right/of" of the measures wanted.
func figures(r Result, names ...string) string {
	var out []string
	for _, n := range names {
		m := r.Measure(n)
		out = append(out, fmt.Sprintf("%s %d/%d", n, m.Right, m.Of))
	}
	return strings.Join(out, ", ")
}

func TestMentionsAndReportsAreMatchedOneToOne(t *testing.T) {
	const s = "Shells fell and fires burned; later shots rang out."
	for _, c := range []struct{ name, mentions, want string }{
		{"by overlap", `{"text": "fell and"}, {"text": "burned"}`, "found 2/2, precise 2/3"},
		{"a report once", `{"text": "fell"}, {"text": "fell and"}`, "found 1/2, precise 1/3"},
		{"not without context", `{"text": "Shells"}`, "found 0/1, precise 0/3"},
		{"by context where no words overlap", `{"text": "Shells", "context": "Shells fell"}`, "found 1/1, precise 1/3"},
		{"by context only what is free", `{"text": "Shells", "context": "Shells fell"}, {"text": "fell"}`, "found 1/2, precise 1/3"},
		{"by bytes", `{"text": "fires burned", "start": 16, "end": 28}`, "found 1/1, precise 1/3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := tiny(s, "fell e1 shelling -", "burned e2 disaster -", "rang e3 other -")
			r := Compare(gold(t, fmt.Sprintf(`{"doc": "a", "text": %q, "mentions": [%s]}`, s, c.mentions)), g)
			if got := figures(r, "found", "precise"); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestALongTriggerMatchesNothing(t *testing.T) {
	s := strings.Repeat("x", longestTrigger+1)
	r := Compare(gold(t, `{"doc": "a", "text": "`+s+`", "mentions": [{"text": "`+s+`"}]}`), tiny(s, s+" e1 other -"))
	if got := figures(r, "found", "precise"); got != "found 0/1, precise 0/1" {
		t.Error(got)
	}
}

func TestWhatIsNotAnnotatedIsNotScored(t *testing.T) {
	r := Compare(gold(t, `{"doc": "a", "text": "It fell.", "partial": true, "mentions": [{"text": "fell"}]}`), tiny("It fell.", "fell e1 other -"))
	if len(r.Measures) != 1 || r.Measures[0].Name != "found" {
		t.Errorf("%+v", r.Measures)
	}
}

func TestDates(t *testing.T) {
	const s = "It fell and burned."
	for _, c := range []struct{ when, reports, want string }{
		{`"2020-10-15"`, "fell e1 other 2020-10-15", "dated 1/1, silent 0/0, date 1/1"},
		{`["2020", "2020-10-15"]`, "fell e1 other 2020-10-15", "dated 1/1, silent 0/0, date 1/1"},
		{`"2020-10-15"`, "fell e1 other 2020-10", "dated 0/1, silent 0/0, date 0/1"},
		{`"2020-10-15"`, "burned e1 other 2020-10-15", "dated 0/1, silent 0/0, date 0/0"},
		{`""`, "fell e1 other -", "dated 0/0, silent 1/1, date 1/1"},
		{`""`, "fell e1 other 2020", "dated 0/0, silent 0/1, date 0/1"},
		{`""`, "burned e1 other 2020", "dated 0/0, silent 1/1, date 0/0"},
		{`["2020", ""]`, "fell e1 other -", "dated 0/0, silent 0/0, date 1/1"},
	} {
		r := Compare(gold(t, fmt.Sprintf(`{"doc": "a", "text": %q, "mentions": [{"text": "fell", "when": %s}]}`, s, c.when)), tiny(s, c.reports))
		if got := figures(r, "dated", "silent", "date"); got != c.want {
			t.Errorf("%s, found %s: %s, want %s", c.when, c.reports, got, c.want)
		}
	}
	// the date of the event is right as well, but the report does not state it
	g := tiny(s, "burned e1 other 2020-10-15", "fell e1 other -")
	r := Compare(gold(t, fmt.Sprintf(`{"doc": "a", "text": %q, "mentions": [{"text": "fell", "when": "2020-10-15"}]}`, s)), g)
	if got, want := figures(r, "dated", "date"), "dated 0/1, date 1/1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestTheMainEventIsTheWeightiest(t *testing.T) {
	const s = "It fell. It burned."
	g := tiny(s, "fell e1 accident 2020-10-15", "burned e2 disaster 2020-10-16")
	six, three := int64(6), int64(3)
	g.Events[0].Weight = 2
	g.Events[0].When = events.When{EDTF: "2020-10-15T21:40", Earliest: edtf.NewDay(2020, 10, 15), Latest: edtf.NewDay(2020, 10, 15)}
	g.Events[0].Figures = []graph.Figure{{Measure: "killed", Population: "women", Best: &three}, {Measure: "killed", Low: 6, Best: &six}, {Measure: "injured", Low: 2}}
	const line = `{"doc": "a", "text": "It fell. It burned.", "mentions": [{"text": %q, "main": true, "event": "x", "kind": "accident", "when": "2020-10-15",
 "figures": [{"measure": "killed", "value": 6}, {"measure": "injured", "value": 40, "scope": "total"}]}]}`
	r := Compare(gold(t, strings.ReplaceAll(fmt.Sprintf(line, "fell"), "\n", "")), g)
	want := "main found 1/1, main kind 1/1, main day 1/1, main killed 1/1, main injured 0/1"
	if got := figures(r, "main found", "main kind", "main day", "main killed", "main injured"); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	r = Compare(gold(t, strings.ReplaceAll(fmt.Sprintf(line, "burned"), "\n", "")), g)
	if got := figures(r, "main found"); got != "main found 0/1" {
		t.Errorf("of another event: %s", got)
	}
}

func TestTheMainEventIsInTheRightTownOfThatName(t *testing.T) {
	for _, c := range []struct {
		lat, lon float64
		want     string
	}{{42.87, -76.98, "main spot 1/1"}, {42.6, -77.2, "main spot 1/1"}, {46.2, 6.15, "main spot 0/1"}} {
		g := tiny("It fell.", "fell e1 other -")
		g.Events[0].Places = []events.Place{{Name: "Geneva", Lat: c.lat, Lon: c.lon}}
		r := Compare(gold(t, `{"doc": "a", "text": "It fell.", "mentions": [{"text": "fell", "main": true, "at": [42.87, -76.98]}]}`), g)
		if got := figures(r, "main spot"); got != c.want {
			t.Errorf("%v %v: %s, want %s", c.lat, c.lon, got, c.want)
		}
	}
	if _, err := ParseLines("f", []byte(`{"doc": "a", "text": "It fell.", "mentions": [{"text": "fell", "at": [42.87]}]}`)); err == nil {
		t.Error("half a position is read")
	}
}

func TestASentenceThatIsMarkedAsQuietTellsNoDisorder(t *testing.T) {
	g := tiny("Shells fell. Prices burned. Talks rose.", "fell e1 shelling -", "burned e2 riot -", "rose e3 talks -")
	r := Compare(gold(t, `{"doc": "a", "text": "Shells fell. Prices burned. Talks rose.", "quiet": ["Prices burned.", "Talks rose."], "mentions": []}`), g)
	if got, want := figures(r, "quiet"), "quiet 1/2"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if _, err := ParseLines("g", []byte(`{"doc": "a", "text": "It fell.", "quiet": ["It rose."]}`)); err == nil {
		t.Error("a quiet sentence that is not in the text is no error")
	}
}

// Pairs are counted, not listed; the counts are those of the lists.
func TestPairsOfMentionsAreCounted(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		c := &comparison{right: map[string]int{}, of: map[string]int{}}
		for range rng.IntN(12) {
			c.pairs = append(c.pairs, pair{want: fmt.Sprint(rng.IntN(4)), got: fmt.Sprint(rng.IntN(4))})
		}
		var joined, same, apart, different int
		for i, p := range c.pairs {
			for _, q := range c.pairs[:i] {
				if p.want == q.want {
					same++
					if p.got == q.got {
						joined++
					}
				} else {
					different++
					if p.got != q.got {
						apart++
					}
				}
			}
		}
		c.merging()
		got := []int{c.right["joined"], c.of["joined"], c.right["apart"], c.of["apart"]}
		if want := []int{joined, same, apart, different}; !slices.Equal(got, want) {
			t.Fatalf("%v: %v, want %v", c.pairs, got, want)
		}
	}
}

func TestSpeakers(t *testing.T) {
	chain := func(names ...string) (list []events.Attribution) {
		for _, n := range names {
			list = append(list, events.Attribution{Speaker: n})
		}
		return list
	}
	for _, c := range []struct {
		want []string
		have []events.Attribution
		ok   bool
	}{
		{[]string{}, chain("The Post"), true},
		{[]string{}, chain("The Post", "the mayor"), false},
		{[]string{"mayor"}, chain("The Post", "The Mayor of Gori"), true},
		{[]string{"Mayor Ana Beridze"}, chain("The Post", "Beridze"), true},
		{[]string{"mayor"}, chain("The Post"), false},
		{[]string{"mayor", ""}, chain("The Post"), true},
		{[]string{"mayor", ""}, chain("The Post", "the army"), false},
		{[]string{"mayor"}, chain("The Post", ""), false},
	} {
		if got := speakerFits(c.want, c.have); got != c.ok {
			t.Errorf("%q of %v: %v", c.want, c.have, got)
		}
	}
}

func TestInstancesDateTheMarks(t *testing.T) {
	g := gold(t, `{"doc": "a", "text": "a b c d e", "mentions": [{"text": "a", "event": "day"}, {"text": "b", "event": "span"}, {"text": "c", "event": "vague"}, {"text": "d", "event": "unknown"}, {"text": "e", "event": "day", "when": "1999"}]}`)
	err := g.AddInstances("i.jsonl", []byte(`{"id": "day", "time": "2009-06-XX", "begin": "", "end": ""}
{"id": "span", "time": "", "begin": "2009-04-30", "end": "XXXX-XX-XX"}
{"id": "vague", "time": "XXXX-XX-XX", "begin": "", "end": ""}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"2009-06", "2009-04-30/ or 2009-04-30 or 2009-04-30/..", "none", "none", "1999"}
	for i, m := range g.Documents[0].Marks {
		if m.When.String() != want[i] {
			t.Errorf("%s: %s, want %s", m.Text, m.When, want[i])
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`{"doc": "a", "text": "It fell.", "mentions": [{"text": "fell", "when": ["2020", ""], "figures": [{"measure": "killed", "value": 4}]}]}`)
	f.Add(`{"documents": [{"id": "a"}], "reports": [{"doc": "a", "trigger": {"text": "fell", "start": 3, "end": 7}, "context": "It fell"}], "traps": [{"doc": "a", "trigger": {"text": "x"}, "sort": "none"}]}`)
	f.Add(`{"id": "a", "mentions": [{"text": "x", "start": 1, "end": 99999}]}`)
	f.Fuzz(func(t *testing.T, s string) {
		for _, parse := range []func(string, []byte) (*Gold, error){ParseLines, ParseAnnotation} {
			g, err := parse("f", []byte(s))
			if err != nil {
				if !strings.HasPrefix(err.Error(), "f:") {
					t.Fatalf("an error without its file: %v", err)
				}
				continue
			}
			r := Compare(g, tiny("It fell and burned.", "fell e1 other 2020", "burned e1 accident -"))
			for _, m := range r.Measures {
				if m.Right < 0 || m.Right > m.Of {
					t.Fatalf("%+v", m)
				}
			}
		}
	})
}
