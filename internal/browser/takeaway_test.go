package browser

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/page"
)

// take opens a view and saves it in one format, as a reader does.
func (x *tab) take(dir, hash, scope, format, name string) []byte {
	x.t.Helper()
	eval[bool](x, "(document.querySelector('dialog[open]') || {close() {}}).close(), location.hash = "+quoteJS(hash)+", true")
	x.settle()
	x.press("e")
	x.wait("document.querySelector('dialog.export[open] [data-format=" + format + "]')")
	if scope != "" {
		x.click(".export input[value=" + scope + "]")
	}
	x.settle()
	x.click("[data-format=" + format + "]")
	return saved(x.t, dir, name)
}

// figure returns the figure of the present view, as the page previews it.
func (x *tab) figure() string {
	x.t.Helper()
	x.settle()
	x.press("e")
	x.wait("document.querySelector('.preview img')")
	svg := eval[string](x, "new TextDecoder().decode(Uint8Array.from(atob(document.querySelector('.preview img').src.split(',')[1]), c => c.charCodeAt(0)))")
	eval[bool](x, "(document.querySelector('dialog[open]').close(), true)")
	return svg
}

func wellFormed(b []byte) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// One view in every format: the same events in each, and each says what it was made from.
func TestAViewIsTakenAwayInEveryFormat(t *testing.T) {
	dir := t.TempDir()
	x := open(t, testgraph.Small(), page.Options{Title: "Arlen & <b>round</b>"}, "#v=chronology", wide[0], wide[1], intoFolder(dir))
	x.wait("document.body.dataset.ready")
	const hash, name = "#v=chronology&q=arlen", "arlen-b-round-b-chronology."
	eval[bool](x, "(location.hash = '#v=table&q=arlen', true)")
	x.wait("document.querySelectorAll('.events tbody tr').length > 0 && document.querySelectorAll('.events tbody tr').length < 30")
	rows := eval[int](x, "document.querySelectorAll('.events tbody tr').length")

	svg := x.take(dir, hash, "filter", "svg", name+"svg")
	if err := wellFormed(svg); err != nil {
		t.Errorf("the SVG is not well formed: %v", err)
	}
	for _, want := range []string{"Arlen &#38; &#60;b&#62;round&#60;/b&#62;", "Filter: search", "Missile strike, Arlen", "An event here is what sources say", "<desc id=\"desc\">Chronology of", "one independent account", ">denied<", "stroke-dasharray"} {
		if !strings.Contains(string(svg), want) {
			t.Errorf("the SVG does not hold %q", want)
		}
	}
	pic, err := png.Decode(bytes.NewReader(x.take(dir, hash, "filter", "png", name+"png")))
	if err != nil || pic.Bounds().Dx() != 2400 {
		t.Errorf("the PNG: %v, %v", pic.Bounds(), err)
	}

	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(x.take(dir, hash, "filter", "csv", name+"csv"), []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	table, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, line := range table[1:] {
		if len(line) > 1 {
			ids = append(ids, line[0])
		}
	}
	if len(ids) != rows {
		t.Errorf("%d rows of CSV, and the table shows %d", len(ids), rows)
	}
	if last := table[len(table)-1][0]; !strings.Contains(last, "q=arlen") {
		t.Errorf("the CSV ends with %q", last)
	}

	var out struct {
		Filter string
		Notes  []string
		Events []struct {
			ID, Modality string
			Reports      []string
		}
		Reports []struct{ ID, Quote, Document string }
	}
	if err := json.Unmarshal(x.take(dir, hash, "filter", "json", name+"json"), &out); err != nil {
		t.Fatal(err)
	}
	var same []string
	for _, e := range out.Events {
		same = append(same, e.ID)
	}
	slices.Sort(ids)
	slices.Sort(same)
	if !slices.Equal(ids, same) || out.Filter == "" || len(out.Reports) == 0 || out.Reports[0].Quote == "" {
		t.Errorf("JSON of %v, CSV of %v, filter %q", same, ids, out.Filter)
	}

	md := string(x.take(dir, hash, "filter", "md", name+"md"))
	for _, want := range []string{"# Arlen \\& \\<b\\>round", "**4 May 2021**, Missile strike, Arlen", "[^1]:", "Two missiles struck the market quarter", "(disputed)"} {
		if !strings.Contains(md, want) {
			t.Errorf("the Markdown does not hold %q:\n%s", want, md)
		}
	}
	if got := strings.Count(md, "\n- **"); got != rows {
		t.Errorf("%d events in the Markdown, %d in the table", got, rows)
	}

	// Everything, though a filter is on; the filter is on afterwards.
	all := string(x.take(dir, "#v=table&q=arlen", "all", "md", "arlen-b-round-b-table.md"))
	if got := strings.Count(all, "\n- **"); got != 30 {
		t.Errorf("%d events of everything", got)
	}
	for _, want := range []string{"Shooting, Dunmar (alleged)", "Withdrawal, Bresk heights (demanded)", "Talks, Caldry (planned)", "(hypothetical)", "(reported as not having happened)"} {
		if !strings.Contains(all, want) {
			t.Errorf("the Markdown of everything does not hold %q", want)
		}
	}
	if n := eval[int](x, "document.querySelectorAll('.events tbody tr').length"); n != rows {
		t.Errorf("the filter leaves %d rows after all were taken", n)
	}
}

// Every view can be taken away, and what a document says is never markup or a formula.
func TestHostileTextIsTakenAwayAsText(t *testing.T) {
	dir := t.TempDir()
	x := open(t, testgraph.Hostile(), page.Options{Title: "x"}, "#v=chronology", wide[0], wide[1], intoFolder(dir))
	x.wait("document.body.dataset.ready")
	for _, view := range []struct{ name, hash string }{{"chronology", "#v=chronology"}, {"graph", "#v=graph&steps=0"}, {"what-followed", "#v=follow"}} {
		svg := x.take(dir, view.hash, "all", "svg", "x-"+view.name+".svg")
		if err := wellFormed(svg); err != nil {
			t.Errorf("%s: %v", view.name, err)
		}
		if d := xml.NewDecoder(bytes.NewReader(svg)); d != nil {
			for {
				tok, err := d.Token()
				if err != nil {
					break
				}
				if s, ok := tok.(xml.StartElement); ok && !slices.Contains([]string{"svg", "title", "desc", "rect", "g", "path", "text"}, s.Name.Local) {
					t.Errorf("%s: the SVG holds <%s>", view.name, s.Name.Local)
				}
			}
		}
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(x.take(dir, "#v=table", "", "csv", "x-table.csv"), []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	table, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range table {
		for _, cell := range line {
			if strings.ContainsAny(strings.TrimLeft(cell, " \t\r\n")[:min(1, len(strings.TrimLeft(cell, " \t\r\n")))], "=+@|%") {
				t.Errorf("a cell begins a formula: %q", cell)
			}
		}
	}
	md := string(x.take(dir, "#v=table", "", "md", "x-table.md"))
	for _, bad := range []string{"<script", "<img", "](http", "](javascript"} {
		if strings.Contains(md, bad) && !strings.Contains(md, "\\"+bad) {
			t.Errorf("the Markdown holds %q", bad)
		}
	}
	for _, view := range []string{"documents", "disagreements", "review", "method", "overview"} {
		x.take(dir, "#v="+view, "", "json", "x-"+strings.ReplaceAll(view, "what-followed", "follow")+".json")
	}
}

// The same event has the same date, accounts and modality in the table that the
// page saves as in the graph that it was made from.
func TestWhatIsTakenAwayIsWhatTheGraphHolds(t *testing.T) {
	dir := t.TempDir()
	g := testgraph.Small()
	x := open(t, g, page.Options{Title: "x"}, "#v=table", wide[0], wide[1], intoFolder(dir))
	x.wait("document.body.dataset.ready")
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(x.take(dir, "#v=table", "", "csv", "x-table.csv"), []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	table, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]*graph.Event{}
	for i := range g.Events {
		of[g.Events[i].ID] = &g.Events[i]
	}
	column := func(line []string, name string) string { return line[slices.Index(table[0], name)] }
	for _, line := range table[1 : 1+len(g.Events)] {
		e := of[column(line, "id")]
		if e == nil {
			t.Fatalf("no event %q", line[0])
		}
		if column(line, "edtf") != strings.TrimPrefix(e.When.EDTF, "") || column(line, "modality") != string(e.Modality) || column(line, "label") != e.Label || column(line, "earliest") != e.When.Earliest.String() || column(line, "latest") != e.When.Latest.String() {
			t.Errorf("%s: %q, and the graph has %s, %s, %s", e.ID, line, e.When.EDTF, e.Modality, e.Label)
		}
	}
}
