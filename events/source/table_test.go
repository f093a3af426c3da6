package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

// readAs reads a file of that name and content.
func readAs(t *testing.T, name, content string) (docs []Document, said []Diagnostic) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	for d := range Documents([]string{path}, Options{}, func(d Diagnostic) { said = append(said, d) }) {
		docs = append(docs, d)
	}
	return docs, said
}

func TestRowsOfATableAreDocuments(t *testing.T) {
	for _, c := range []struct {
		about, name, content string
		want                 []string // id, published, outlet, title: text
		said                 string
	}{
		{"incidents, as a database exports them", "a.csv",
			"event_id_cnty,event_date,admin1,location,source,notes,fatalities\nX1,14 March 2019,Borno,Maiduguri,Harbour Post; Pier,\"On 14 March, boats met.\nThey sank, all.\",4\nX2,2019-03-15 00:00:00.000,Kano,Kano,Pier,Boats left.,0\n",
			[]string{"X1 - Harbour Post; Pier -: 2019-03-14|#2 Maiduguri, Borno|On 14 March, boats met.|They sank, all.|killed: 4", "X2 - Pier -: 2019-03-15|#2 Kano|Boats left."},
			"“event_date” as date of what happened"},
		{"a spreadsheet with a title, semicolons and the month first", "b.csv",
			"\ufeffIncidents of the year;;;\r\n\r\nDate (mm/dd/yyyy);Place;What happened;Wounded\r\n3/14/2019;Homs;Boats met, and sank;2\r\n3/2/2019;Homs;Boats left;\r\n;;;\r\n3/5/2019;Homs;;\r\n",
			[]string{"b.csv:4 - - -: 2019-03-14|#2 Homs|Boats met, and sank|injured: 2", "b.csv:5 - - -: 2019-03-02|#2 Homs|Boats left"},
			"left out, as they hold no text: 1, the first in line 7"},
		{"the first and the last day", "c.csv", "start date,end date,description\n3 May 2019,5 May 2019,Boats met.\n", []string{"c.csv:2 - - -: 2019-05-03 – 2019-05-05|Boats met."}, "its last day"},
		{"heads of several words", "h.csv", "Date of incident;Village;Summary of the incident;No. of civilians killed\n3 May 2019;Homs;Boats met;3\n", []string{"h.csv:2 - - -: 2019-05-03|#2 Homs|Boats met|killed: 3"}, "“No. of civilians killed” as killed"},
		{"articles", "d.tsv", "title\ttext\tdate\toutlet\turl\tlang\tauthor\nThe boats\tThey met on Monday.\t04/05/2019\tHarbour Post\thttps://example.org/1\ten\tAnn Orr\n",
			[]string{"d.tsv:2 2019-05-04 Harbour Post The boats: The boats|They met on Monday."}, "“date” as date of publication"},
		{"no heads that are known", "e.csv", "a,b\n1,2\n", nil, "no table of documents"},
		{"heads and no rows", "f.csv", "date,description\n", nil, "no text"},
		{"nothing", "g.csv", "", nil, "no table of documents"},
	} {
		docs, said := readAs(t, c.name, c.content)
		var got []string
		for _, d := range docs {
			var lines []string
			for _, b := range d.Blocks {
				line := d.Text[b.Start:b.End]
				if d.Record != nil && b.Role == text.Metadata && !strings.Contains(line, ": ") {
					line = "#2 " + line
				}
				lines = append(lines, line)
			}
			or := func(s string) string {
				if s == "" {
					return "-"
				}
				return s
			}
			got = append(got, fmt.Sprintf("%s %s %s %s: %s", or(d.ID), or(d.Published), or(d.Outlet), or(d.Title), strings.Join(lines, "|")))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: documents\n%s\nwant\n%s", c.about, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
		if !strings.Contains(fmt.Sprint(said), c.said) {
			t.Errorf("%s: said %v, want %q in it", c.about, said, c.said)
		}
	}
}

// A row stays the same document whatever rows stand around it.
func TestARowHasItsOwnHash(t *testing.T) {
	head, row := "date,description\r\n", "3 May 2019,\"Boats\r\nmet.\"\r\n"
	one, _ := readAs(t, "a.csv", head+row)
	two, _ := readAs(t, "a.csv", head+"1 May 2019,Boats left.\r\n"+row)
	if len(one) != 1 || len(two) != 2 || one[0].SHA256 != two[1].SHA256 || one[0].SHA256 == two[0].SHA256 {
		t.Fatalf("%v %v", one, two)
	}
	var rows []string
	for r := range Rows([]byte(head + row)) {
		rows = append(rows, r)
	}
	if len(rows) != 1 || rows[0] != strings.TrimSuffix(row, "\r\n") || int64(len(rows[0])) != one[0].Size {
		t.Errorf("rows %q", rows)
	}
}
