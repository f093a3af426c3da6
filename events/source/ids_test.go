package source

import (
	"path/filepath"
	"slices"
	"testing"
)

func TestIdsDoNotDependOnTheOrderOfTheInputs(t *testing.T) {
	dir := folder(t, map[string]string{
		"x/feed.jsonl":  `{"id":"one","text":"The bridge was closed."}` + "\n" + `{"text":"The road was closed."}` + "\n" + `{"id":"own","text":"The port was open."}`,
		"y/feed.jsonl":  `{"id":"one","text":"The market was closed."}` + "\n" + `{"text":"The mill was closed."}`,
		"x/a.txt":       "The mayor spoke.",
		"y/a.txt":       "The governor spoke.",
		"y/twice.jsonl": `{"id":"two","text":"The first."}` + "\n" + `{"id":"two","text":"The second."}`,
		"z/lone.jsonl":  `{"id":"a.txt","text":"The bishop spoke."}`,
	})
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	// idsOf maps each text to the id of its document.
	idsOf := func(paths ...string) map[string]string {
		t.Helper()
		docs, _ := collect(t, Options{}, paths...)
		got := map[string]string{}
		for _, d := range docs {
			got[d.Text] = d.ID
		}
		if len(got) != len(docs) {
			t.Fatalf("%d documents, %d texts", len(docs), len(got))
		}
		return got
	}
	for _, c := range []struct {
		name  string
		paths []string
		want  map[string]string // of some texts
	}{
		{"two folders of lines", []string{at("x"), at("y")}, map[string]string{
			"The bridge was closed.": "x/feed.jsonl/one", "The market was closed.": "y/feed.jsonl/one",
			"The road was closed.": "x/feed.jsonl/feed.jsonl:2", "The port was open.": "own",
			"The mayor spoke.": "x/a.txt", "The governor spoke.": "y/a.txt",
			"The first.": "two", "The second.": "y/twice.jsonl/two",
		}},
		{"two files of lines with one name", []string{at("x/feed.jsonl"), at("y/feed.jsonl")}, nil},
		{"two texts with one name", []string{at("x/a.txt"), at("y/a.txt")}, nil},
		{"a line and a text", []string{at("z/lone.jsonl"), at("x/a.txt")}, map[string]string{"The bishop spoke.": "lone.jsonl/a.txt"}},
		{"a folder and a file", []string{at("x"), at("y/feed.jsonl"), at("z")}, nil},
	} {
		want := idsOf(c.paths...)
		for text, id := range c.want {
			if want[text] != id {
				t.Errorf("%s: %q is called %q, want %q", c.name, text, want[text], id)
			}
		}
		turned := slices.Clone(c.paths)
		slices.Reverse(turned)
		for text, id := range idsOf(turned...) {
			if id != want[text] {
				t.Errorf("%s: %q is called %q, and %q in the other order", c.name, text, want[text], id)
			}
		}
	}
}
