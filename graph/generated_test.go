package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

// generated is a corpus drawn at random from few words, places, days and kinds,
// so that its reports are easily taken for one another: some without a date, a
// place, a document or a text, some with dates of every form, some that are
// copies or come back to "another" or "the" happening, some with an id twice.
type generated struct {
	docs    []source.Document
	reports []events.Report
}

var (
	generatedKinds = []string{"missile-strike", "shelling", "attack", "armed-clash", "protest", "casualty-report", "death", "denial", "statement", "ceasefire", "offensive", "talks", "other", "no-such-kind"}
	generatedDates = []string{"", "", "2020-10-04", "2020-10-05", "2020-10-04", "2020-10-17", "2020-10", "2020", "2020-09-27/2020-10-17", "../2020-10-05", "2020-10-05/..", "2020-10-04~", "2020-10-XX", "1994"}
	generatedWords = strings.Fields("market flats night harbour bridge depot school canal mill rockets shells fire crowd square truce envoy killed nine twelve after before during caused denied another the second in response to , . and")
)

func generate(t *rapid.T) *generated {
	g := &generated{}
	kind, date, word := rapid.SampledFrom(generatedKinds), rapid.SampledFrom(generatedDates), rapid.SampledFrom(generatedWords)
	names := slices.Sorted(maps.Keys(sites))
	count := rapid.IntRange(1, 9).Draw(t, "documents")
	for d := range count {
		doc := source.Document{ID: fmt.Sprint("d", d), SHA256: fmt.Sprint("sha", rapid.IntRange(0, count).Draw(t, "hash")), Outlet: rapid.SampledFrom([]string{"", "A", "B", "C"}).Draw(t, "outlet"),
			Published: rapid.SampledFrom([]string{"", "2020-10-05", "2020-10-06", "2020-10-18", "2020-10", "never"}).Draw(t, "published")}
		doc.Path = doc.ID + ".txt"
		var body strings.Builder
		if d > 0 && rapid.IntRange(0, 3).Draw(t, "copies") == 0 {
			body.WriteString(g.docs[0].Text)
		}
		id := doc.ID
		if rapid.IntRange(0, 9).Draw(t, "orphans") == 0 {
			id = "gone"
		}
		for range rapid.IntRange(0, 5).Draw(t, "sentences") {
			words := rapid.SliceOfN(word, 3, 14).Draw(t, "words")
			start := body.Len()
			quote := strings.Join(words, " ")
			body.WriteString(quote + ".\n\n")
			at := 0
			for k, w := range words { // each third word tells a happening
				if k%3 == 2 {
					g.reports = append(g.reports, g.report(t, id, events.Quote{Span: text.Span{Start: start, End: start + len(quote)}, Text: quote}, start+at, w, kind, date, names))
				}
				at += len(w) + 1
			}
		}
		doc.Text = body.String()
		g.docs = append(g.docs, doc)
	}
	return g
}

func (g *generated) report(t *rapid.T, doc string, quote events.Quote, at int, word string, kind, date *rapid.Generator[string], names []string) events.Report {
	r := events.Report{ID: fmt.Sprint("r", len(g.reports)), Document: doc, Kind: kind.Draw(t, "kind"), Quote: quote, Modality: rapid.SampledFrom(events.Modalities).Draw(t, "modality"),
		Places: []events.Place{}, Actors: []events.Actor{}, Targets: []events.Actor{}, Figures: []events.Figure{}, Attribution: []events.Attribution{}}
	if rapid.IntRange(0, 2).Draw(t, "happens") > 0 {
		r.Modality = events.Happened
	}
	if rapid.IntRange(0, 19).Draw(t, "twice") == 0 {
		r.ID = "r0"
	}
	r.Trigger = events.Quote{Span: text.Span{Start: at, End: at + len(word)}, Text: word}
	r.When.Earliest, r.When.Latest = edtf.Open, edtf.Open
	if s := date.Draw(t, "date"); s != "" {
		v, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		r.When = events.When{EDTF: s, Precision: v.Precision(), Basis: "as told", Rule: "test"}
		r.When.Earliest, r.When.Latest = v.Bounds()
	}
	for range rapid.IntRange(0, 2).Draw(t, "places") {
		p := sites[rapid.SampledFrom(names).Draw(t, "place")]
		p.Names = append([]string{}, p.Names...)
		r.Places = append(r.Places, p)
	}
	if rapid.Bool().Draw(t, "counts") {
		n := rapid.Int64Range(0, 4).Draw(t, "low")
		f := events.Figure{Measure: rapid.SampledFrom([]string{"killed", "injured", "casualties", "missing"}).Draw(t, "measure"), Population: rapid.SampledFrom([]string{"", "civilians"}).Draw(t, "population"), Low: n, Scope: rapid.SampledFrom([]string{events.ScopeEvent, events.ScopeEvent, events.ScopeTotal, events.ScopePart}).Draw(t, "scope")}
		if rapid.Bool().Draw(t, "bounded") {
			f.High = &n
		}
		r.Figures = append(r.Figures, f)
	}
	if rapid.Bool().Draw(t, "quotes") {
		r.Attribution = append(r.Attribution, events.Attribution{Speaker: rapid.SampledFrom([]string{"Jon Berg", "the ministry", "residents of Barda"}).Draw(t, "speaker"), Cue: "said"})
	}
	if rapid.Bool().Draw(t, "acts") {
		r.Actors = append(r.Actors, events.Actor{Name: rapid.SampledFrom([]string{"Norwegian forces", "Latvia", "soldiers"}).Draw(t, "actor"), Sort: "force"})
	}
	return r
}

func (g *generated) build(t *rapid.T, workers int) *Graph {
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	out, err := Build(t.Context(), g.docs, g.reports, Options{Kinds: kinds, Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func marshal(t *rapid.T, g *Graph) []byte {
	b, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAnyOrderOfInputAndAnyNumberOfWorkersGiveTheSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := generate(t)
		seen := map[string]bool{} // two reports of one id, alike in all that orders them, have no order of their own
		g.reports = slices.DeleteFunc(g.reports, func(r events.Report) bool { twice := seen[r.ID]; seen[r.ID] = true; return twice })
		want := marshal(t, g.build(t, 1))
		o := &generated{rapid.Permutation(g.docs).Draw(t, "documents in another order"), rapid.Permutation(g.reports).Draw(t, "reports in another order")}
		if got := marshal(t, o.build(t, rapid.IntRange(1, 9).Draw(t, "workers"))); !bytes.Equal(got, want) {
			t.Fatalf("%s\n%s", got, want)
		}
	})
}

func TestEveryGeneratedReportIsInExactlyOneEvent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := generate(t)
		out := g.build(t, 2)
		holder := map[string]string{}
		for _, e := range out.Events {
			for _, r := range e.Reports {
				if holder[r] != "" {
					t.Fatalf("%s is in %s and %s", r, holder[r], e.ID)
				}
				holder[r] = e.ID
			}
		}
		if len(out.Reports) != len(g.reports) || len(holder) != len(g.reports) {
			t.Fatalf("%d reports, %d in events, of %d", len(out.Reports), len(holder), len(g.reports))
		}
		for _, r := range out.Reports {
			if holder[r.ID] != r.Event {
				t.Fatalf("%s says %s, the events %s", r.ID, r.Event, holder[r.ID])
			}
		}
	})
}

func TestNoGeneratedEventHoldsReportsWithAVetoBetweenThem(t *testing.T) {
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	pairs := 0
	rapid.Check(t, func(t *rapid.T) {
		g := generate(t)
		pairs += pairsWithoutVeto(t, g.docs, g.reports, kinds)
	})
	if pairs < 100 {
		t.Errorf("only %d pairs of one event were looked at", pairs)
	}
}

// Documents of another age that share no word, place and outlet with any other
// touch none of their events, whatever they tell.
func TestADocumentOfItsOwnWordsChangesNoOtherEvent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := generate(t)
		before := g.build(t, 2)
		other := generate(t)
		for i := range other.docs {
			d := &other.docs[i]
			d.ID, d.SHA256, d.Outlet, d.Text, d.Published = "z"+d.ID, "z"+d.SHA256, "Z", strange(d.Text), "2090-05-05"
		}
		for i := range other.reports {
			r := &other.reports[i]
			r.ID, r.Document, r.Quote.Text, r.Trigger.Text = "z"+r.ID, "z"+r.Document, strange(r.Quote.Text), strange(r.Trigger.Text)
			r.Actors, r.Attribution = []events.Actor{}, []events.Attribution{}
			day := edtf.NewDay(2090, 5, 1) + edtf.Day(i%4)
			r.When = events.When{EDTF: day.String(), Earliest: day, Latest: day, Precision: "day", Basis: "as told", Rule: "test"}
			for k := range r.Places {
				p := &r.Places[k]
				p.Name, p.ID, p.Names, p.Lat, p.Lon = "Z"+p.Name, "z"+p.ID, []string{"Z" + p.Name}, -p.Lat, -p.Lon
			}
		}
		both := &generated{slices.Concat(g.docs, other.docs), slices.Concat(g.reports, other.reports)}
		have := map[string][]string{}
		for _, e := range both.build(t, 2).Events {
			have[e.ID] = e.Reports
		}
		for _, e := range before.Events {
			if !slices.Equal(have[e.ID], e.Reports) {
				t.Fatalf("%s (%s) held %v, now %v", e.ID, e.Label, e.Reports, have[e.ID])
			}
		}
	})
}

// strange writes the words of a text so that they are those of no other; the
// bytes stay where they are.
func strange(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return 'a' + (r-'a'+13)%26
		}
		return r
	}, s)
}
