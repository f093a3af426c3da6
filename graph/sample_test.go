package graph_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/graph/score"
)

// buildFolder runs the whole pipeline on a path.
func buildFolder(t testing.TB, path string) *graph.Graph {
	t.Helper()
	var docs []source.Document
	for d := range source.Documents([]string{path}, source.Options{}, func(d source.Diagnostic) { t.Logf("%+v", d) }) {
		docs = append(docs, d)
	}
	return graph.BuildTexts(t, docs)
}

// TestTheSampleIsReadAsAnnotated scores the pipeline against the annotation of
// the sample. The floors are what it reaches now: a change that lowers one
// must say why, a change that raises one raises it here.
func TestTheSampleIsReadAsAnnotated(t *testing.T) {
	b, err := os.ReadFile("../data/sample/_about/annotation.json")
	if err != nil {
		t.Fatal(err)
	}
	gold, err := score.ParseAnnotation("annotation.json", b)
	if err != nil {
		t.Fatal(err)
	}
	g := buildFolder(t, "../data/sample")
	for _, d := range g.Documents {
		if !d.Synthetic {
			t.Errorf("%s: not known as synthetic", d.ID)
		}
	}
	// Of 248 mentions found where it was 246: the two more are of another place, and their pairs are not joined.
	checkFloors(t, gold, g, map[string]float64{
		"published": 100, "title": 96, "outlet": 96, "author": 88, "copies": 100,
		"found": 91, "kind": 75, "modality": 91, "date": 78, "place": 74, "speaker": 89, "figures": 82,
		"apart": 99.6, "joined": 50, "traps avoided": 100,
	})
}

// TestNewsStoriesAreReadAsAnnotated scores news stories that were written and
// annotated before anything read them: shootings and crime, protest and
// fighting, and who said what. Since their first reading the rules have been
// made with an eye on those of stories.jsonl. Nobody has looked at what is
// wrong in stories-unseen.jsonl, and so it should stay: it says how the rules
// do elsewhere. The floors are what is reached now.
func TestNewsStoriesAreReadAsAnnotated(t *testing.T) {
	for _, c := range []struct {
		file   string
		floors map[string]float64
	}{
		{"stories.jsonl", map[string]float64{
			// a killing without a number beside what killed is no report of its own any more: found 83 before
			"found": 84, "dated": 68, "kind": 96, "modality": 96, "date": 88, "place": 93, "speaker": 100, "cue": 100, "figures": 88,
			"joined": 64, "apart": 99.8,
			// a night of disorder is told by its petrol bombs, since these have its place; a mention more is found, under another kind
			// one more has its killed and its place; of one the injured of another shooting no longer count as its own
			"main found": 78, "main kind": 78, "main day": 78, "main place": 85, "main killed": 100, "main injured": 100, "main speaker": 96,
		}},
		{"stories-unseen.jsonl", map[string]float64{
			// lists and nouns of persons are read otherwise: of 58 mentions one is not found any more (77.5 before), two more have their figures
			"found": 75, "dated": 86, "kind": 86, "modality": 100, "date": 95, "place": 93, "speaker": 97, "cue": 93, "figures": 80,
			"apart":      100,
			"main found": 93, "main kind": 100, "main day": 80, "main place": 86, "main killed": 100, "main injured": 55, "main speaker": 100,
		}},
		// coders' notes and sentences of news, six for each of ACLED's sub-events, and texts in which nothing of the kind happens
		{"acled.jsonl", map[string]float64{
			"found": 98, "dated": 96, "kind": 98, "modality": 97, "date": 98, "place": 92, "actors": 79, "targets": 74, "figures": 94,
			"main kind": 97, "main day": 97, "main place": 93, "main killed": 98, "main injured": 98, "calm": 96,
		}},
		// likeness of texts counts for more than their days: the weightiest event of one note has lost its day (94 before)
		{"acled-unseen.jsonl", map[string]float64{"main kind": 82, "main day": 92, "main place": 90, "main killed": 92, "main injured": 100, "actors": 67, "targets": 56, "calm": 88}},
		// twenty-five texts on business and politics; of the second thirteen only the totals have been seen
		// one mention of the first is not found any more (92.1 before)
		{"business.jsonl", map[string]float64{"found": 91, "dated": 78, "kind": 90, "modality": 98, "date": 86, "speaker": 100, "apart": 100, "main found": 66, "main day": 66}},
		{"business-unseen.jsonl", map[string]float64{"found": 85, "dated": 67, "kind": 88, "modality": 95, "date": 82, "speaker": 100, "apart": 100, "main found": 69, "main day": 84}},
		// twenty of ten affairs in business, politics and science, each told twice; of those of five only the totals have been seen
		{"news.jsonl", map[string]float64{"found": 79, "dated": 81, "modality": 100, "date": 85, "joined": 31, "apart": 99.5}},
		{"news-unseen.jsonl", map[string]float64{"found": 76, "dated": 57, "modality": 98, "date": 75, "joined": 31, "apart": 99}},
		// local stories of shootings and other crime, in two halves as above
		{"crime.jsonl", map[string]float64{
			"found": 83, "dated": 86, "kind": 96, "modality": 96, "date": 95, "place": 92, "speaker": 98, "figures": 91, "joined": 78, "apart": 100,
			"main found": 96, "main kind": 93, "main day": 93, "main place": 90, "main spot": 90, "main killed": 96, "main injured": 93, "main speaker": 93,
		}},
		// who is charged stands before a court, and accuses nobody: one of thirty kinds is another (80 before), and the rest gained
		{"crime-unseen.jsonl", map[string]float64{
			"found": 69, "dated": 65, "date": 85.9, "place": 87, "figures": 83,
			"main found": 90, "main kind": 80, "main day": 80, "main place": 90, "main spot": 89, "main killed": 90, "main injured": 73, "main speaker": 96,
		}},
		// shootings, stabbings, crashes, bombs, trials of these and notes on conflict, in two halves as above
		{"violence.jsonl", map[string]float64{
			"found": 92, "date": 96, "figures": 93, "actors": 100, "apart": 100,
			"main found": 91, "main kind": 91, "main day": 91, "main place": 91, "main killed": 95, "main injured": 95, "main speaker": 100,
		}},
		{"violence-kept.jsonl", map[string]float64{
			"found": 86, "date": 94, "figures": 81, "main found": 90, "main kind": 100, "main day": 95, "main place": 100, "main killed": 90, "main injured": 76, "main speaker": 100,
		}},
		// stories as local papers, protest news and coders' notes have them; of the second of each only the totals have been seen
		{"local.jsonl", map[string]float64{"found": 90, "main found": 90, "main kind": 100, "main day": 94, "main place": 98, "main killed": 98, "main injured": 97}},
		{"local-unseen.jsonl", map[string]float64{"found": 92, "main found": 78, "main kind": 100, "main day": 71, "main place": 92, "main killed": 78, "main injured": 85}},
		{"protests.jsonl", map[string]float64{"found": 84, "quiet": 100, "main kind": 87, "main day": 87}},
		{"protests-unseen.jsonl", map[string]float64{"found": 91, "quiet": 83, "main kind": 42, "main day": 42}},
		{"notes.jsonl", map[string]float64{"main kind": 100, "main day": 92, "main killed": 100}},
		{"notes-unseen.jsonl", map[string]float64{"main kind": 76, "main day": 92, "main killed": 84}},
		// thirty short paragraphs whose days and places were annotated before they were read
		{"whenwhere.jsonl", map[string]float64{"found": 89, "dated": 79, "date": 94, "place": 97}},
		// thirty paragraphs of many genres with their dates, in two halves as above
		{"dates.jsonl", map[string]float64{"found": 90, "dated": 67, "date": 75}},
		{"dates-unseen.jsonl", map[string]float64{"found": 87, "dated": 80, "date": 86}},
	} {
		t.Run(c.file, func(t *testing.T) {
			path := "testdata/" + c.file
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			gold, err := score.ParseLines(c.file, b)
			if err != nil {
				t.Fatal(err)
			}
			checkFloors(t, gold, buildFolder(t, path), c.floors)
		})
	}
}

// checkFloors logs every measure and fails those below their floor. With SHOW
// set to a measure, what is wrong in it is logged.
func checkFloors(t *testing.T, gold *score.Gold, g *graph.Graph, floors map[string]float64) {
	t.Helper()
	result := score.Compare(gold, g)
	for _, f := range result.Faults {
		t.Error(f)
	}
	for _, m := range result.Misses {
		if m.Measure == os.Getenv("SHOW") {
			t.Logf("%s: %s: %s: %q, want %q", m.Measure, m.Document, m.Where, m.Got, m.Want)
		}
	}
	t.Logf("documents %d, mentions %d, reports %d, events %d", result.Documents, result.Marks, result.Reports, result.Events)
	for _, m := range result.Measures {
		t.Logf("%-13s %5.1f %% of %d", m.Name, m.Percent(), m.Of)
	}
	for name, floor := range floors {
		if p := result.Measure(name).Percent(); p < floor {
			t.Errorf("%s: %.1f %%, below %.1f %%", name, p, floor)
		}
	}
}

// copies are a text of the sample, printed by n outlets, and its reports.
func copies(t testing.TB, n int) ([]source.Document, []events.Report) {
	t.Helper()
	x, err := events.New(events.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var docs []source.Document
	var reports []events.Report
	for text := range source.Documents([]string{"../data/sample"}, source.Options{}, func(source.Diagnostic) {}) {
		if len(docs) > 0 || !strings.Contains(text.ID, "2020-10-17") {
			continue
		}
		found, _ := x.Extract(&text)
		for i := range n {
			d := text
			d.ID, d.Path, d.SHA256, d.Outlet = fmt.Sprintf("d%04d", i), fmt.Sprintf("d%04d.txt", i), fmt.Sprintf("hash %d", i), fmt.Sprintf("Paper %d", i)
			docs = append(docs, d)
			for k, r := range found {
				r.ID, r.Document = fmt.Sprintf("r%04d-%03d", i, k), d.ID
				reports = append(reports, r)
			}
		}
	}
	if len(reports) == 0 {
		t.Fatal("the sample has no text of 17 October")
	}
	return docs, reports
}

// Copies of a text are one telling of what it tells: the number of events must
// not depend on how often it was printed.
func TestCopiesOfATextMakeNoMoreEvents(t *testing.T) {
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	want := -1
	for _, n := range []int{1, 2, 30, 500} {
		docs, reports := copies(t, n)
		g, err := graph.Build(context.Background(), docs, reports, graph.Options{Kinds: kinds})
		if err != nil {
			t.Fatal(err)
		}
		if want < 0 {
			want = len(g.Events)
		}
		if len(g.Events) != want {
			t.Errorf("%d copies make %d events, one makes %d", n, len(g.Events), want)
		}
		for _, e := range g.Events {
			if e.Accounts != 1 {
				t.Errorf("%d copies make %d accounts of %s", n, e.Accounts, e.Label)
			}
		}
	}
}

// BenchmarkCopies builds the graph of 500 and of 2,000 copies of a text: four
// times the copies should take four times as long, not sixteen.
func BenchmarkCopies(b *testing.B) {
	kinds, err := data.Kinds()
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{500, 2000} {
		docs, reports := copies(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := graph.Build(context.Background(), docs, reports, graph.Options{Kinds: kinds}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Every event of the sample can be explained, and so can what lies near it.
func TestEveryEventOfTheSampleIsExplained(t *testing.T) {
	g := buildFolder(t, "../data/sample")
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	x, err := graph.NewExplainer(context.Background(), g, kinds)
	if err != nil {
		t.Fatal(err)
	}
	for i := range g.Events {
		e := &g.Events[i]
		if _, err := x.Joins(e.ID); err != nil {
			t.Errorf("joins of %s: %v", e.Label, err)
		}
		if _, err := x.Near(e.ID, 3); err != nil {
			t.Errorf("near %s: %v", e.Label, err)
		}
	}
}
