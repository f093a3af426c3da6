package source

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

// devdata returns the folder of development data and skips the test without it.
func devdata(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("DATELINE_DEVDATA")
	if dir == "" {
		t.Skip("DATELINE_DEVDATA names no folder of development data")
	}
	return dir
}

func TestTheSeedsGiveTheirDatesAndKeepTheirSentences(t *testing.T) {
	dir := devdata(t)
	data, err := os.ReadFile(filepath.Join(dir, "gold", "seeds.json"))
	if err != nil {
		t.Fatal(err)
	}
	type quote struct {
		Doc   string `json:"doc"`
		Quote string `json:"quote"`
		Sort  string `json:"sort"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}
	var gold struct {
		Documents []struct{ ID, File, Published, Outlet string }
		Events    []struct{ Reports []quote }
		Traps     []quote
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	docs, said := collect(t, Options{}, filepath.Join(dir, "seeds"))
	if len(docs) != len(gold.Documents) || len(said) != 0 {
		t.Fatalf("%d documents, %v", len(docs), said)
	}
	byID := make(map[string]Document)
	outlets := 0
	for i, g := range gold.Documents {
		d := docs[i]
		if d.ID != g.File {
			t.Fatalf("document %d is %s, want %s", i, d.ID, g.File)
		}
		checkLayout(t, d)
		byID[g.ID] = d
		if !strings.HasPrefix(d.Published, g.Published) || (g.Published == "") != (d.Published == "") {
			t.Errorf("%s: published %q, want %q", d.ID, d.Published, g.Published)
		}
		if d.Outlet == g.Outlet {
			outlets++
		} else if d.Outlet != "" {
			t.Errorf("%s: outlet %q, want %q or none", d.ID, d.Outlet, g.Outlet)
		}
	}
	t.Logf("outlets found: %d of %d", outlets, len(gold.Documents))
	within := func(q quote) (text.Role, bool) {
		for _, b := range byID[q.Doc].Blocks {
			if b.Start <= q.Start && q.End <= b.End {
				return b.Role, true
			}
		}
		return 0, false
	}
	for _, e := range gold.Events {
		for _, q := range e.Reports {
			if role, found := within(q); !found || role == text.Metadata || role == text.Furniture {
				t.Errorf("%s: the sentence %.60q lies in the role %v (in a block: %v)", q.Doc, q.Quote, role, found)
			}
		}
	}
	for _, q := range gold.Traps {
		if role, _ := within(q); q.Sort == "none" && role != text.Metadata && role != text.Furniture {
			t.Errorf("%s: %q lies in the role %v", q.Doc, q.Quote, role)
		}
	}
}

func TestTheWikipediaPagesGiveTheirDatesAndLists(t *testing.T) {
	docs, said := collect(t, Options{}, filepath.Join(devdata(t), "corpora", "caucasus-wikipedia"))
	if len(docs) == 0 || len(said) != 0 {
		t.Fatalf("%d documents, %v", len(docs), said)
	}
	for _, d := range docs {
		checkLayout(t, d)
		if len(d.Published) != len("2022-02-13") || !strings.HasPrefix(d.PublishedBasis, "pubdate") || d.Title == "" || d.Language != "en" {
			t.Errorf("%s: published %q by %q, title %q, language %q", d.ID, d.Published, d.PublishedBasis, d.Title, d.Language)
		}
		if len(blockTexts(d, text.Body)) < 4 || len(blockTexts(d, text.Heading)) < 2 {
			t.Errorf("%s: %d body blocks, %d headings", d.ID, len(blockTexts(d, text.Body)), len(blockTexts(d, text.Heading)))
		}
	}
}

// The first lines of news pages state dates in many ways. The figure is
// recorded so that a change of the rules shows.
func TestPublicationLinesOfNewsPagesAreFound(t *testing.T) {
	docs, _ := collect(t, Options{}, filepath.Join(devdata(t), "gold", "coref-ecbplus-dev.jsonl"))
	dated, body, words := 0, 0, 0
	for _, d := range docs {
		if d.Published != "" {
			dated++
		}
		for _, b := range d.Blocks {
			words += b.Len()
			if b.Role == text.Body || b.Role == text.Title || b.Role == text.Heading {
				body += b.Len()
			}
		}
	}
	t.Logf("%d of %d documents dated, %.1f %% of the text is read", dated, len(docs), 100*float64(body)/float64(words))
	const least = 255
	if dated < least || body*100 < words*97 {
		t.Errorf("%d documents dated, want at least %d; %d of %d bytes are text, want 97 %%", dated, least, body, words)
	}
}
