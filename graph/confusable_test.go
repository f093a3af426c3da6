package graph

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/source"
)

// confusable reads a file of testdata/confusable-*.txt. It returns the
// documents, and the incident of each.
func confusable(t testing.TB, path string) (docs []source.Document, incident map[string]string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var lines []byte
	incident = map[string]string{}
	for _, part := range strings.Split(string(b), "\n= ")[1:] {
		name, rest, _ := strings.Cut(part, "\n")
		for k, told := range strings.Split("\n"+rest, "\n- ")[1:] {
			head, body, _ := strings.Cut(told, "\n")
			published, title, ok := strings.Cut(head, " | ")
			if !ok {
				t.Fatalf("%s: a text without a title: %q", path, head)
			}
			d := map[string]string{"id": fmt.Sprintf("%s-%d", name, k+1), "outlet": fmt.Sprintf("Outlet %d", k+1), "title": title,
				"text": title + "\n\n" + strings.ReplaceAll(strings.TrimSpace(body), "\n", "\n\n") + "\n"}
			if published != "none" {
				d["published"] = published
			}
			line, err := json.Marshal(d)
			if err != nil {
				t.Fatal(err)
			}
			lines = append(append(lines, line...), '\n')
			incident[d["id"]] = name
		}
	}
	file := filepath.Join(t.TempDir(), "confusable.jsonl")
	if err := os.WriteFile(file, lines, 0o600); err != nil {
		t.Fatal(err)
	}
	return slices.Collect(source.Documents([]string{file}, source.Options{}, func(d source.Diagnostic) { t.Errorf("%+v", d) })), incident
}

// TestConfusableIncidentsAreToldApart merges short texts of pairs of incidents
// of one sort, and holds the clustering of the documents by the event of most
// of their reports to floors. Of the second file only the totals are looked at.
func TestConfusableIncidentsAreToldApart(t *testing.T) {
	for _, c := range []struct {
		file  string
		floor float64
	}{{"confusable-known.txt", 87}, {"confusable-unseen.txt", 83}} {
		t.Run(c.file, func(t *testing.T) {
			docs, incident := confusable(t, "testdata/"+c.file)
			p, r := bCubed(mainEvents(BuildTexts(t, docs)), incident)
			t.Logf("B-cubed precision %.1f, recall %.1f, F1 %.1f", 100*p, 100*r, 100*f1(p, r))
			if f := 100 * f1(p, r); f < c.floor {
				t.Errorf("B-cubed F1 %.1f, below %.1f", f, c.floor)
			}
		})
	}
}
