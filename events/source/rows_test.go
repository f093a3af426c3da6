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
