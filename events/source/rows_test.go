package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

// Rows of a table stay rows, and their dates are of what they tell, not of the document.
func TestATableOfDatesDatesNoDocument(t *testing.T) {
	rows := func(row string) string {
		var b strings.Builder
		for day := 1; day < 12; day++ {
			fmt.Fprintf(&b, row, day, []string{"Ceasefire agreed", "Power cut in the eastern districts", "Third bridge over the river"}[day%3])
		}
		return b.String()
	}
	prose := "<p>This list is kept by volunteers who read the newspapers of the capital and of the provinces, and corrected when somebody finds a mistake in it.</p>"
	for name, s := range map[string]string{
		"a.md": "# Incidents\n\n| Date | Event |\n|---|---|\n" + rows("| 2019-05-%02d | %s |\n"),
		"a.html": "<html><head><title>Incidents</title></head><body><article><h1>Incidents</h1>" + strings.Repeat(prose, 3) +
			"<table><tr><th>Date</th><th>Event</th></tr>" + rows("<tr><td>%d May 2019</td><td>%s</td></tr>") + "</table></article></body></html>",
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
		for d := range Documents([]string{path}, Options{}, func(d Diagnostic) { t.Error(d) }) {
			if d.Published != "" {
				t.Errorf("%s: published %s by %q", name, d.Published, d.PublishedBasis)
			}
			dated := 0
			for _, b := range d.Blocks {
				if line := d.Text[b.Start:b.End]; strings.Contains(line, "2019") && strings.Count(line, " | ") == 1 {
					dated++
				}
			}
			if dated != 11 {
				t.Errorf("%s: %d rows, want 11:\n%s", name, dated, d.Text)
			}
		}
	}
}

// A time of day that heads a part of a live report is no time of publication.
func TestClocksOfALiveReport(t *testing.T) {
	for _, c := range []struct{ about, text, published, kept string }{
		{"lines of one day", "Harbour live\n\n3 May 2023\n\n08:15\nThe boats left.\n\n09.40 BST\nThe boats met.\n\n10am\nThe boats sank.\n", "2023-05-03", "08:15|09.40 BST|10am"},
		{"days without a year", "Harbour diary\n\nMonday 3 April 2017\nThe boats left.\n\nTuesday 4 April\nThe boats met.\n\nWednesday 5 April\nThe boats sank.\n", "", "Monday 3 April|Tuesday 4 April"},
		{"days between", "Harbour live\n\n3 May 2023\n\n08:15\nThe boats left.\n\n4 May 2023\n\n09:40\nThe boats met.\n\n5 May 2023\n\n10:05\nThe boats sank.\n", "", "3 May 2023|08:15|4 May 2023|10:05"},
	} {
		in := &Input{Path: "a.txt"}
		d := Document{Text: c.text, Blocks: layoutPlain(c.text)}
		describe(in, &d)
		if d.Published != c.published {
			t.Errorf("%s: published %q by %q, want %q", c.about, d.Published, d.PublishedBasis, c.published)
		}
		for _, w := range strings.Split(c.kept, "|") {
			if role := roleAt(&d, strings.Index(c.text, w)); role != text.Body && role != text.Heading {
				t.Errorf("%s: %q has the role %v", c.about, w, role)
			}
		}
	}
}

// Dates of a list that others stand under, and days without a year that head
// parts of a page, date no document; what stands in bold keeps its spaces.
func TestDatesOfPartsOfAPage(t *testing.T) {
	prose := "<p>This list is kept by volunteers who read the newspapers of the capital and of the provinces, and corrected when somebody finds a mistake in it.</p>"
	page := func(body string) string {
		return "<html><head><title>The harbour</title></head><body><article><h1>The harbour</h1>" + prose + prose + body + "</article></body></html>"
	}
	for _, c := range []struct{ name, text, want string }{
		{"lists.html", page("<ul><li>3 May 2023<ul><li>The boats left.</li></ul></li><li>5 May 2023<ul><li>They met.</li></ul></li></ul>"), "1 3 May 2023|2 The boats left.|1 5 May 2023|2 They met."},
		{"terms.html", page("<dl><dt>3 May 2023</dt><dd>The boats left.</dd><dt>5 May 2023</dt><dd>They met.</dd></dl>"), "1 3 May 2023|2 The boats left.|1 5 May 2023|2 They met."},
		{"bold.html", page("<ul><li><b>3 May 2023</b> The boats left.<ul><li>They met.</li></ul></li><li><b>5 May 2023</b> They sank.</li></ul>"), "1 3 May 2023 The boats left.|2 They met.|1 5 May 2023 They sank."},
		{"edit.html", page("<h2>3 May<span>[edit]</span></h2><p>The boats left.</p><h2>5 May[1]</h2><p>They met.</p><p>\"Boats\". Harbour Post. 4 May 2023.</p>"), "0 3 May[edit]|0 5 May[1]"},
		{"year.html", page("<h2>2014</h2><h3>June</h3><ul><li>4 June – The boats left.</li></ul>"), "0 2014|0 June|1 4 June – The boats left."},
		{"lists.md", "# The harbour\n\n- 3 May 2023\n  - The boats left.\n\t- They met.\n- 5 May 2023\n  - They sank.\n", "1 3 May 2023|3 The boats left.|5 They met.|1 5 May 2023|3 They sank."},
	} {
		path := filepath.Join(t.TempDir(), c.name)
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		for d := range Documents([]string{path}, Options{}, func(d Diagnostic) { t.Error(d) }) {
			if d.Published != "" {
				t.Errorf("%s: published %s by %q", c.name, d.Published, d.PublishedBasis)
			}
			var got []string
			for _, b := range d.Blocks {
				if b.Role == text.Body && b.Depth > 0 || b.Role == text.Heading {
					got = append(got, fmt.Sprint(b.Depth, " ", d.Text[b.Start:b.End]))
				}
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("%s: %s\nwant %s", c.name, s, c.want)
			}
		}
	}
}

func TestMarksOfAnEncyclopedia(t *testing.T) {
	for line, want := range map[string]string{
		"15 April[edit]":                    "[edit]",
		"in May[3][note 2] and June[a].":    "[3][note 2]|[a]",
		"It sank[citation needed].":         "[citation needed]",
		"He said [they] left at [14:35].":   "",
		"values[10000] and (see [12])":      "",
		"the man [who] left, said [who?]":   "[who?]",
		"an open bracket [ and no more [12": "",
	} {
		var got []string
		for _, m := range mergeSpans(marks(line)) {
			got = append(got, line[m.Start:m.End])
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %q, want %q", line, s, want)
		}
	}
}

// The times of day of a live report are kept, with the days that its page holds for programs.
func TestTimesOfALiveReportInAPage(t *testing.T) {
	prose := "<p>We bring you the latest of the harbour, where the boats have met since the morning, from our reporters and others on the spot, as it comes in.</p>"
	entry := func(stamp, shown, told string) string {
		return "<li><time datetime=\"" + stamp + "\">" + shown + "</time><h3>The harbour</h3><p>" + told + "</p></li>"
	}
	docs, _ := readAs(t, "live.html", "<html><head><title>Live</title><meta property=\"article:published_time\" content=\"2023-05-02T08:00:00Z\"></head><body><article><h1>Harbour live</h1>"+prose+prose+"<ol>"+
		entry("2023-05-03T00:20:00Z", "00:20", "The boats sank.")+entry("2023-05-02T23:10:00Z", "2h ago", "The boats met.")+entry("2023-05-02T21:05:00Z", "Posted at 22:05", "The boats left.")+"</ol></article></body></html>")
	if len(docs) != 1 {
		t.Fatal(docs)
	}
	var got []string
	for _, b := range docs[0].Blocks {
		if line := docs[0].Text[b.Start:b.End]; b.Role == text.Body && len(line) < 20 {
			got = append(got, line)
		}
	}
	if s := strings.Join(got, "|"); s != "2023-05-03|00:20|The boats sank.|2023-05-02|23:10|The boats met.|22:05|The boats left." {
		t.Error(s)
	}
}
