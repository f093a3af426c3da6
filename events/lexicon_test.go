package events

import (
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

func testExtractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// document makes a document of one block from a text.
func document(id, published, s string) *source.Document {
	return &source.Document{ID: id, Published: published, Language: "en", Text: s, Blocks: []text.Block{{Span: text.Span{End: len(s)}}}}
}

// Every example of the lexicon is a test: the sentence tells the kind it
// stands under, and a sentence under "none" tells nothing.
func TestExamplesOfTheLexiconTellTheirKind(t *testing.T) {
	lexicon, err := data.LoadLexicon("en")
	if err != nil {
		t.Fatal(err)
	}
	x := testExtractor(t)
	for _, e := range lexicon.Examples {
		reports := read(x, document("example", "2024-05-10", e.Text))
		found := e.Kind == "none" && len(reports) == 0
		var kinds []string
		for _, r := range reports {
			kinds = append(kinds, r.Kind+" «"+r.Trigger.Text+"»")
			found = found || r.Kind == e.Kind
		}
		if !found {
			t.Errorf("lexicon/en.txt:%d: %q tells %v, want %s", e.Line, e.Text, kinds, e.Kind)
		}
	}
}
