package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/contract"
	"github.com/dateline-project/dateline/internal/golden"
	"github.com/dateline-project/dateline/internal/testgraph"
)

// parts returns what writes the files of a format, in their order.
func parts(f Format, g *graph.Graph) []func(io.Writer) error {
	opt := Options{Kinds: smallKinds, Title: "The river, May 2021"}
	if f.Write == nil {
		return f.Folder(g, opt)
	}
	return []func(io.Writer) error{func(w io.Writer) error {
		_, err := f.Write(w, g, opt)
		return err
	}}
}

// fileNames are those of the files of a format.
func fileNames(f Format) []string {
	if f.Write == nil {
		return f.Files
	}
	return []string{"small" + f.Extension}
}

// TestFormatsAreAsRecorded compares each file with the one recorded of it;
// those that are packed are compared by what they hold, elsewhere.
func TestFormatsAreAsRecorded(t *testing.T) {
	g := testgraph.Small()
	for _, f := range Formats {
		for i, write := range parts(f, g) {
			name := fileNames(f)[i]
			t.Run(f.Name+"/"+name, func(t *testing.T) {
				var b, again bytes.Buffer
				if err := errors.Join(write(&b), write(&again)); err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(b.Bytes(), again.Bytes()) {
					t.Error("the same graph gives other bytes")
				}
				if f.Name != "xlsx" && f.Name != "docx" && f.Name != "sqlite" {
					golden.Check(t, "testdata/small/"+f.Name+"/"+name, b.Bytes())
				}
			})
		}
	}
}

var smallKinds = []Kind{
	{"missile-strike", "Missile strike", "violence"}, {"ceasefire", "Ceasefire", "diplomacy"}, {"displacement", "Displacement", "harm"},
}

func TestFormatsReturnTheErrorOfTheWriter(t *testing.T) {
	full := errors.New("no space left on device")
	for _, f := range Formats {
		for i, write := range parts(f, contract.Example()) {
			if err := write(writerFunc(func([]byte) (int, error) { return 0, full })); !errors.Is(err, full) {
				t.Errorf("%s: %s: got %v", f.Name, fileNames(f)[i], err)
			}
		}
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

func TestJSONReadsBackAsTheSameGraph(t *testing.T) {
	want := contract.Example()
	// What an untidy document may hold: the page's own end tag, line separators of JavaScript, control bytes.
	want.Documents[0].Text = "</script>\u2028\x00\x1b é 🏔 \"\\"
	var b bytes.Buffer
	if err := JSON(&b, want); err != nil {
		t.Fatal(err)
	}
	var got graph.Graph
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, &got); diff != "" {
		t.Errorf("-written +read:\n%s", diff)
	}
}

func TestJSONOfAnEmptyGraphHoldsTheContract(t *testing.T) {
	var b bytes.Buffer
	g := &graph.Graph{Version: 1, Generator: graph.Generator{Name: "dateline", Version: "devel", Options: map[string]string{}}}
	if err := JSON(&b, g); err != nil {
		t.Fatal(err)
	}
	if err := contract.Validate(contract.Graph, b.Bytes()); err != nil {
		t.Errorf("%v\n%s", err, &b)
	}
}

func TestJSONPutsEachElementOnItsLine(t *testing.T) {
	var b bytes.Buffer
	g := contract.Example()
	if err := JSON(&b, g); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if !strings.HasPrefix(line, ` {`) {
			continue
		}
		if !json.Valid([]byte(strings.TrimRight(line, ",]\n"))) {
			t.Errorf("no whole element: %s", line)
		}
	}
}

func eventsOf(t *testing.T, g *graph.Graph) []map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := EventsCSV(&b, g, Options{}); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]map[string]string, len(records)-1)
	for i := range rows {
		rows[i] = map[string]string{}
		for j, name := range records[0] {
			rows[i][name] = records[i+1][j]
		}
	}
	return rows
}

func TestCSVGuardsAgainstFormulas(t *testing.T) {
	tests := []struct{ in, want string }{
		{`=HYPERLINK("http://a.example","x")`, `'=HYPERLINK("http://a.example","x")`},
		{"+1", "'+1"},
		{"-2+3", "'-2+3"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{" =1+1", "' =1+1"},
		{"\t=1", "'\t=1"},
		{"\rx", "'\rx"},
		{"＝1+1", "'＝1+1"},
		{"Shelling, Millford", "Shelling, Millford"},
		{"2 = 2", "2 = 2"},
		{"", ""},
	}
	for _, tt := range tests {
		g := contract.Example()
		g.Events[0].Label = tt.in
		// A reader of CSV gives "\n" for "\r\n", and keeps a lone "\r".
		if got := eventsOf(t, g)[0]["title"]; got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestCSVKeepsNumbersAndDatesAsTheyAre(t *testing.T) {
	g := contract.Example()
	g.Events[0].When.EDTF = "-0480-09"
	row := eventsOf(t, g)[0]
	if row["lat"] != "-12.5" || row["edtf"] != "-0480-09" {
		t.Errorf("lat %q, edtf %q", row["lat"], row["edtf"])
	}
}

func TestCSVGivesNoCoordinatesToAnUnknownPlace(t *testing.T) {
	g := contract.Example()
	g.Events[0].Places = []events.Place{{Name: "the mill", Names: []string{}}}
	row := eventsOf(t, g)[0]
	if row["lat"] != "" || row["lon"] != "" || row["place"] != "the mill" {
		t.Errorf("place %q at %q, %q", row["place"], row["lat"], row["lon"])
	}
}

func TestCSVOpenBoundsAreEmpty(t *testing.T) {
	n := int64(9)
	figures := []graph.Figure{
		{Measure: "injured", Low: 90},
		{Measure: "killed", Population: "women", Low: 11},
		{Measure: "killed", Low: 9, Best: &n},
		{Measure: "killed", Population: "children", Low: 12},
	}
	g := contract.Example()
	g.Events[0].Figures = figures
	row := eventsOf(t, g)[0]
	if row["killed_low"] != "9" || row["killed_best"] != "9" || row["killed_high"] != "" || row["killed_population"] != "" {
		t.Errorf("the figure of no particular population is %q, %q, %q of %q", row["killed_low"], row["killed_best"], row["killed_high"], row["killed_population"])
	}
	g.Events[0].Figures = append(figures[:2:2], figures[3])
	if row = eventsOf(t, g)[0]; row["killed_low"] != "12" || row["killed_population"] != "children" {
		t.Errorf("the widest figure is %q of %q", row["killed_low"], row["killed_population"])
	}
}

func TestCSVSaysWhenAnEventWasReported(t *testing.T) {
	g := contract.Example()
	for i, published := range []string{"2021-03-05", "2021-03", "", "2021-03-02", "soon"} {
		id := string(rune('p' + i))
		document, report := *g.Documents[0].Document, *g.Reports[0].Report
		d, r := graph.Document{Document: &document}, graph.Report{Report: &report}
		d.ID, d.Published = id, published
		g.Documents = append(g.Documents, d)
		r.ID, r.Document = "r"+id, id
		g.Reports = append(g.Reports, r)
		g.Events[0].Reports = append(g.Events[0].Reports, r.ID)
	}
	row := eventsOf(t, g)[0]
	if row["first_reported"] != "2021-03" || row["last_reported"] != "2021-03" {
		t.Errorf("first %q, last %q", row["first_reported"], row["last_reported"])
	}
}

func BenchmarkJSON(b *testing.B) {
	g := contract.Example()
	for len(g.Reports) < 10_000 {
		g.Reports = append(g.Reports, g.Reports[:2]...)
	}
	var buf bytes.Buffer
	if err := JSON(&buf, g); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(buf.Len()))
	for b.Loop() {
		if err := JSON(io.Discard, g); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzCSVHoldsNoFormula puts any words into a cell and opens the table.
func FuzzCSVHoldsNoFormula(f *testing.F) {
	for _, s := range []string{"=1", " \t-1", "@a", "a\r\n=1", "\x00=1", "\"=1", ",=1", "＝1", "'=1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		g := contract.Example()
		g.Events[0].Label = s
		g.Events[0].Actors[0].Name = s
		row := eventsOf(t, g)[0]
		for _, name := range []string{"title", "actors"} {
			cell := strings.TrimLeft(row[name], " \t\r\n")
			if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
				t.Errorf("%s: %q of %q", name, row[name], s)
			}
			// A reader of CSV makes "\n" of "\r\n".
			if got := strings.TrimPrefix(row[name], "'"); got != strings.TrimPrefix(strings.ReplaceAll(printed(s), "\r\n", "\n"), "'") {
				t.Errorf("%s: %q of %q", name, row[name], s)
			}
		}
	})
}
