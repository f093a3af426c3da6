package graph

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/dateline-project/dateline/events/source"
)

// The rows of a table of incidents are told in one form; each is of its own day and town.
func TestRowsOfOneTableStayApart(t *testing.T) {
	table := "event_id,event_date,location,source,notes\n"
	for i, where := range []string{"Kabul", "Herat", "Kandahar", "Kabul"} {
		day := []string{"5", "5", "5", "7"}[i]
		table += fmt.Sprintf("E%d,2021-03-0%s,%s,Wire,\"On %s March 2021, fighters of the movement attacked a post of the police in %s with rifles. Three officers were killed, and the fighters took their weapons. The police did not comment.\"\n", i, day, where, day, where)
	}
	file := filepath.Join(t.TempDir(), "incidents.csv")
	if err := os.WriteFile(file, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	docs := slices.Collect(source.Documents([]string{file}, source.Options{}, func(source.Diagnostic) {}))
	g := BuildTexts(t, docs)
	telling := map[string]string{} // the document of each event
	rows := map[string]bool{}
	for _, r := range g.Reports {
		if of, ok := telling[r.Event]; ok && of != r.Document {
			t.Errorf("%s and %s are one event", of, r.Document)
		}
		telling[r.Event], rows[r.Document] = r.Document, true
	}
	if len(rows) != len(docs) {
		t.Errorf("%d rows tell something, want %d", len(rows), len(docs))
	}
	for _, d := range g.Documents {
		if d.CopyOf != "" || d.Revises != "" {
			t.Errorf("%s is a copy of %q, an update of %q", d.ID, d.CopyOf, d.Revises)
		}
	}
}
