package source

import (
	"os"
	"path/filepath"
	"testing"
)

// collect reads paths and returns all documents and diagnostics.
func collect(t testing.TB, opt Options, paths ...string) (docs []Document, said []Diagnostic) {
	t.Helper()
	for d := range Documents(paths, opt, func(d Diagnostic) { said = append(said, d) }) {
		docs = append(docs, d)
	}
	return docs, said
}

// folder writes files into a folder of the test and returns its path.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "docs")
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAFolderIsReadInOrderWithIdsBelowIt(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.txt":      "The bridge was closed on Monday.",
		"a/z.md":     "# Flood\n\nThe river rose by two metres.",
		"a/y.txt":    "The mayor spoke.",
		".git/x.txt": "hidden",
		"_draft.txt": "hidden",
		"photo.jpg":  "not read",
		"feed.jsonl": `{"id":"one","text":"The first."}` + "\n" + `{"text":"The second."}`,
	})
	docs, said := collect(t, Options{}, dir)
	var ids []string
	for _, d := range docs {
		ids = append(ids, d.ID)
	}
	want := []string{"a/y.txt", "a/z.md", "b.txt", "one", "feed.jsonl:2"}
	if len(ids) != len(want) {
		t.Fatalf("ids %q, want %q", ids, want)
	}
	for i := range want {
		if ids[i] != want[i] {
			t.Errorf("ids %q, want %q", ids, want)
		}
	}
	if len(said) != 1 || said[0].Severity != Warning {
		t.Errorf("diagnostics %v, want one warning about the file that was left out", said)
	}
}

func TestEveryFormatIsDescribedAndFoundByItsExtensions(t *testing.T) {
	seen := make(map[string]string)
	for _, f := range Formats {
		if f.Name == "" || f.Doc == "" || f.Read == nil || len(f.Extensions) == 0 {
			t.Errorf("the format %q is not described", f.Name)
		}
		for _, e := range f.Extensions {
			if other, twice := seen[e]; twice {
				t.Errorf("%s and %s both read %s", other, f.Name, e)
			}
			seen[e] = f.Name
			if got := formatOf("A" + e); got == nil || got.Name != f.Name {
				t.Errorf("a file A%s is read as %v, want %s", e, got, f.Name)
			}
		}
	}
}
