package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
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
