package chart_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/chart"
)

func TestOptionsAreThoseRecorded(t *testing.T) {
	for _, c := range chart.Charts() {
		t.Run(c.Name, func(t *testing.T) {
			b, err := c.Option(testgraph.Small())
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := json.Indent(&got, b, "", "  "); err != nil {
				t.Fatal(err)
			}
			got.WriteByte('\n')
			golden(t, filepath.Join("testdata", c.Name+".json"), got.Bytes())
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if os.Getenv("UPDATE") == "1" {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestOptionsHoldNoMarkupWhateverTheTextsSay(t *testing.T) {
	for _, c := range chart.Charts() {
		b, err := c.Option(testgraph.Hostile())
		if err != nil {
			t.Fatal(err)
		}
		if i := bytes.IndexAny(b, "<>&"); i >= 0 {
			t.Errorf("%s: option holds %q", c.Name, b[max(0, i-20):min(len(b), i+20)])
		}
	}
}

func TestOptionsAreTheSameTwice(t *testing.T) {
	for _, c := range chart.Charts() {
		a, _ := c.Option(testgraph.Scale(200))
		b, _ := c.Option(testgraph.Scale(200))
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two runs differ", c.Name)
		}
	}
}

func TestChartsOfAnEmptyGraphAreValid(t *testing.T) {
	for _, c := range chart.Charts() {
		b, err := c.Option(&graph.Graph{})
		if err != nil || !json.Valid(b) {
			t.Errorf("%s: %v, %s", c.Name, err, b)
		}
	}
}

func TestWindowOpensOnTheBusiestPeriod(t *testing.T) {
	at := func(days ...edtf.Day) *graph.Graph {
		g := &graph.Graph{}
		for _, d := range days {
			e := graph.Event{}
			e.When.Earliest, e.When.Latest = d, d
			g.Events = append(g.Events, e)
		}
		return g
	}
	g := at(0, 10000, 10010, 10020, 10030, 10040, 10050, 10060, 10070, 10080)
	from, to := chart.Window(g)
	if from < 9900 || to > 10200 || to-from < 60 {
		t.Errorf("window is %d to %d, want two thirds of what lies in 10000 to 10080", from, to)
	}
	g = at(0, 10, 20, 30, 40, 50)
	first, last := chart.Extent(g)
	if from, to = chart.Window(g); from != first || to != last {
		t.Errorf("an even chronology opens on %d to %d, not on all of %d to %d", from, to, first, last)
	}
	if first > 0 || last < 51 {
		t.Errorf("extent %d to %d does not show day 0 to 50", first, last)
	}
}

func TestExtentCoversEveryBound(t *testing.T) {
	g := testgraph.Small()
	first, last := chart.Extent(g)
	for _, e := range g.Events {
		for _, d := range []edtf.Day{e.When.Earliest, e.When.Latest} {
			if d != edtf.Open && (d < first || d >= last) {
				t.Errorf("%s: day %v is outside %v to %v", e.ID, d, first, last)
			}
		}
	}
}

func BenchmarkCharts(b *testing.B) {
	g := testgraph.Scale(10000)
	for _, c := range chart.Charts() {
		b.Run(c.Name, func(b *testing.B) {
			for b.Loop() {
				if _, err := c.Option(g); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestAWeekIsABracket(t *testing.T) {
	w := testgraph.When("2021-05-03/2021-05-09", "the week before 10 May 2021")
	for precision, want := range map[string]chart.Glyph{"week": chart.GlyphBracket, "weekend": chart.GlyphBracket, "interval": chart.GlyphSpan} {
		w.Precision = precision
		if got := chart.MarkOf(w).Glyph; got != want {
			t.Errorf("%s: glyph %d, want %d", precision, got, want)
		}
	}
}
