package export

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/contract"
	"github.com/dateline-project/dateline/internal/testgraph"
)

// wellFormed holds what any file of a format must be, whatever text it holds,
// of a graph of so many events and documents. A format without an entry is
// read by its consumers only, in .ci/consumers.
var wellFormed = map[string]func(b []byte, g *graph.Graph) error{
	"json":       validJSON,
	"geojson":    validJSON,
	"timelinejs": validJSON,
	"csl-json":   validJSON,
	"ftm":        jsonLines,
	"graphml":    validXML,
	"gexf":       validXML,
	"xlsx":       validPackage,
	"docx":       validPackage,
	"ics":        validCalendar,
	"dot":        validDOT,
	"bibtex":     validBibTeX,
	"ris":        validRIS,
	"csv":        validCSV,
	"markdown":   validMarkdown,
}

func TestHostileTextStaysText(t *testing.T) {
	for name, g := range map[string]*graph.Graph{"hostile": testgraph.Hostile(), "small": testgraph.Small(), "broken": broken(), "empty": {Version: 1}} {
		for _, f := range Formats {
			t.Run(name+"/"+f.Name, func(t *testing.T) { checkFormat(t, f, g) })
		}
	}
}

// FuzzFormats puts any text and any date into a graph and writes it in every
// format.
func FuzzFormats(f *testing.F) {
	for i, p := range testgraph.Payloads {
		f.Add(p, []string{"2021-05", "-0480-09-20", "Y12020-01-01", "199X", "2021-05-04T25:00:00", "0000", "../..", p}[i%8])
	}
	for _, s := range []string{"}", "{\\", "\\", "\"", "\r\nEND:VEVENT", "\nER  - ", "]]>", "_x000D_", "\n# a", "[^1]: b", "@a{b,", "\xff", "", "\x01", "\u3000", strings.Repeat("é", 200)} {
		f.Add(s, "2021-05-04")
	}
	f.Fuzz(func(t *testing.T, s, date string) {
		if len(s) > 1000 {
			return
		}
		g := contract.Example()
		fill(g, s, date)
		for _, format := range Formats {
			if format.Name != "sqlite" { // it takes a thousand times as long; its text is bound and never parsed
				checkFormat(t, format, g)
			}
		}
	})
}

// fill puts s into every field that a document, a file or a hand can reach.
func fill(g *graph.Graph, s, date string) {
	w := events.When{EDTF: date, Earliest: edtf.Open, Latest: edtf.Open, Precision: "day", Basis: s}
	if v, err := edtf.Parse(date); err == nil {
		w.Earliest, w.Latest = v.Bounds()
		w.Precision = v.Precision()
	}
	for i := range g.Documents {
		d := &g.Documents[i]
		d.Title, d.Outlet, d.Author, d.URL, d.Path, d.Language, d.Published, d.PublishedBasis, d.CopyOf = s, s, s, s, s, s, date, s, s
		if i%2 == 0 {
			d.URL = "https://a.example/" + s
		}
	}
	for i := range g.Events {
		e := &g.Events[i]
		e.Label, e.Kind, e.When, e.Modality = s, s, w, events.Modalities[(i+len(s))%len(events.Modalities)]
		e.Places = []events.Place{{Name: s, Names: []string{s, "b"}, ID: "1", Lat: 1, Lon: 2, Precision: s}}
		e.Actors = []events.Actor{{Name: s, Sort: s}}
		e.Disputes = append(e.Disputes, graph.Dispute{Attribute: s, Sort: s, Values: []graph.Value{{Value: s}}})
	}
	for i := range g.Reports {
		r := &g.Reports[i]
		r.Quote.Text, r.Hedge, r.When = s, s, w
		r.Attribution = []events.Attribution{{Speaker: s, Cue: s}}
	}
	for i := range g.Links {
		g.Links[i].Relation, g.Links[i].Why.Text = s, s
	}
}

// broken is a graph whose ids lead nowhere and whose numbers mean nothing.
func broken() *graph.Graph {
	g := contract.Example()
	g.Events[0].Reports = []string{"none", ""}
	g.Events[0].PartOf = "none"
	g.Events[0].When = events.When{Earliest: 10, Latest: -10}
	g.Events[1].Places = []events.Place{{ID: "1", Lat: 1e300, Lon: -4000}}
	g.Events[1].Modality = "\n"
	g.Events = append(g.Events, graph.Event{}, graph.Event{When: events.When{EDTF: "9999-12-31", Earliest: edtf.NewDay(9999, 12, 31), Latest: edtf.NewDay(9999, 12, 31)}})
	g.Reports[0].Document = "none"
	g.Reports[0].Quote.Start = -5
	g.Links = append(g.Links, graph.Link{From: "none", To: "e1"}, graph.Link{})
	g.Documents = append(g.Documents, graph.Document{Document: &source.Document{}}, graph.Document{Document: &source.Document{}})
	g.Families = append(g.Families, graph.Family{})
	return g
}

func checkFormat(t *testing.T, f Format, g *graph.Graph) {
	t.Helper()
	for i, write := range parts(f, g) {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if valid := wellFormed[f.Name]; valid != nil {
			if err := valid(b.Bytes(), g); err != nil {
				t.Errorf("%s: %s: %v", f.Name, fileNames(f)[i], err)
			}
		}
	}
}

// TestTablesHoldNoControls reads back cells with a NUL, which would end them
// for SQLite's functions, and with an escape.
func TestTablesHoldNoControls(t *testing.T) {
	g := contract.Example()
	g.Events[0].Label = "a\x00b\x1b[31m\x7f\xff\tc"
	const want = "a\ufffdb\ufffd[31m\ufffd\ufffd\tc"
	if got := eventsOf(t, g)[0]["title"]; got != want {
		t.Errorf("CSV has %q, want %q", got, want)
	}
	for _, f := range Formats {
		if f.Name != "sqlite" && f.Name != "csv" {
			continue
		}
		for i, write := range parts(f, g) {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(b.Bytes(), []byte("\x1b[31m")) {
				t.Errorf("%s: %s holds an escape", f.Name, fileNames(f)[i])
			}
		}
	}
}

func validJSON(b []byte, _ *graph.Graph) error {
	var v any
	return json.Unmarshal(b, &v)
}

func jsonLines(b []byte, _ *graph.Graph) error {
	for line := range bytes.Lines(b) {
		if err := validJSON(line, nil); err != nil {
			return err
		}
	}
	return nil
}

func validXML(b []byte, _ *graph.Graph) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func validPackage(b []byte, _ *graph.Graph) error {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return err
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		part, err := io.ReadAll(r)
		if err == nil {
			err = validXML(part, nil)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return nil
}

// validCalendar reads lines of content: CRLF at the end, 75 bytes at most, no
// cut character, and each event begun, ended and with one of each property.
func validCalendar(b []byte, g *graph.Graph) error {
	if !utf8.Valid(b) {
		return errors.New("no UTF-8")
	}
	lines := strings.Split(strings.TrimSuffix(string(b), "\r\n"), "\r\n")
	var unfolded []string
	for _, l := range lines {
		switch {
		case len(l) > 75:
			return fmt.Errorf("%d bytes in a line", len(l))
		case !utf8.ValidString(l):
			return fmt.Errorf("a character is cut in two: %q", l)
		case strings.ContainsAny(l, "\r\n\x00"):
			return fmt.Errorf("a control in %q", l)
		case strings.HasPrefix(l, " "):
			unfolded[len(unfolded)-1] += l[1:]
		default:
			unfolded = append(unfolded, l)
		}
	}
	seen := map[string]int{}
	n := 0
	for _, l := range unfolded {
		name, _, ok := strings.Cut(l, ":")
		if !ok {
			return fmt.Errorf("no property: %q", l)
		}
		name, _, _ = strings.Cut(name, ";")
		seen[name]++
		switch l {
		case "BEGIN:VEVENT":
			clear(seen)
			n++
		case "END:VEVENT":
			for _, must := range []string{"UID", "DTSTAMP", "DTSTART", "SUMMARY"} {
				if seen[must] != 1 {
					return fmt.Errorf("an event has %d %s", seen[must], must)
				}
			}
		}
	}
	if n > len(g.Events) {
		return fmt.Errorf("%d events of %d", n, len(g.Events))
	}
	return nil
}

// validDOT reads tokens: outside quoted strings stand only our own words.
func validDOT(b []byte, g *graph.Graph) error {
	quoted, escaped := false, false
	nodes := 0
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, `  "e`) && !strings.Contains(line, " -> ") {
			nodes++
		}
		for _, r := range line {
			switch {
			case escaped:
				escaped = false
			case quoted && r == '\\':
				escaped = true
			case r == '"':
				quoted = !quoted
			case quoted && (r < ' ' || r == 0x7f):
				return fmt.Errorf("a control in %q", line)
			case !quoted && r > '~':
				return fmt.Errorf("text outside quotes in %q", line)
			}
		}
		if quoted {
			return fmt.Errorf("a quote goes on after %q", line)
		}
	}
	return nil
}

// validBibTeX counts braces as BibTeX does, which knows no escape of them.
func validBibTeX(b []byte, g *graph.Graph) error {
	depth, entries := 0, 0
	for i, r := range string(b) {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return fmt.Errorf("one brace too many at %d", i)
			}
		case '@':
			if depth == 0 {
				entries++
			}
		}
	}
	if depth != 0 || entries != len(g.Documents) {
		return fmt.Errorf("depth %d at the end, %d entries of %d documents", depth, entries, len(g.Documents))
	}
	return nil
}

func validRIS(b []byte, g *graph.Graph) error {
	ends := 0
	for line := range strings.SplitSeq(strings.TrimSuffix(string(b), "\r\n"), "\r\n") {
		if line == "" {
			continue
		}
		if len(line) < 6 || line[2:6] != "  - " || strings.ContainsAny(line, "\r\n") {
			return fmt.Errorf("no tag: %q", line)
		}
		if strings.HasPrefix(line, "ER") {
			ends++
		}
	}
	if ends != len(g.Documents) {
		return fmt.Errorf("%d entries of %d documents", ends, len(g.Documents))
	}
	return nil
}

func validCSV(b []byte, _ *graph.Graph) error {
	rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		return err
	}
	for _, row := range rows {
		for i, cell := range row {
			t := strings.TrimLeft(cell, " \t\r\n\u00a0\u3000")
			if t == "" || !strings.ContainsAny(t[:1], "=+-@|%") {
				continue
			}
			if name := rows[0][i]; name != "lat" && name != "lon" && !edtf.Valid(t) {
				return fmt.Errorf("a formula in %s: %q", name, cell)
			}
		}
	}
	return nil
}

// validMarkdown asks that each paragraph begins as we begin it, so that no
// text makes a heading, a list, a note or a block of its own.
func validMarkdown(b []byte, g *graph.Graph) error {
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		ok := line == ""
		for _, start := range []string{"# ", "## ", "**", "[^", fmt.Sprintf("%d event", len(g.Events)), "Filter: "} {
			ok = ok || strings.HasPrefix(line, start)
		}
		if !ok {
			return fmt.Errorf("a line begins with text: %q", line)
		}
	}
	return nil
}

// TestAWeekIsNoSpan writes an event of some day in a week, whose EDTF value is
// the interval of seven days.
func TestAWeekIsNoSpan(t *testing.T) {
	g := contract.Example()
	g.Events = g.Events[:1]
	w := testgraph.When("2021-05-03/2021-05-09", "the week before 10 May 2021, the day of publication")
	for precision, entries := range map[string]int{"week": 0, "weekend": 0, "interval": 1} {
		w.Precision = precision
		g.Events[0].When = w
		for _, spans := range []bool{false, true} {
			var b bytes.Buffer
			left, err := ICS(&b, g, Options{Spans: spans})
			if err != nil {
				t.Fatal(err)
			}
			s := b.String()
			if n := strings.Count(s, "BEGIN:VEVENT"); !spans && (n != entries || len(left) != 1-entries) || spans && n != 1 {
				t.Errorf("%s, spans %v: %d entries, left %v", precision, spans, n, left)
			}
			if spans && strings.Contains(s, "SUMMARY:[some time: ") != (entries == 0) {
				t.Errorf("%s: %s", precision, s)
			}
		}
	}
}
