package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/source"
)

func TestADocumentThatPanicsStopsNoOther(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": "The first text.", "b.txt": "The second text.", "c.txt": "The third text."} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var done []string
	var stderr bytes.Buffer
	in := input{paths: []string{dir}, reading: reading{workers: 2}, bar: newProgress(&stderr, false)}
	tally, err := each(t.Context(), in, func(d *source.Document) (string, []source.Diagnostic) {
		if strings.Contains(d.Text, "second") {
			var none []int
			return d.Text[none[0]:], nil
		}
		return d.ID, nil
	}, func(_ *source.Document, id string) error {
		done = append(done, id)
		return nil
	})
	if err != nil || !slices.Equal(done, []string{"a.txt", "c.txt"}) || tally.documents != 2 || tally.unread() != 1 {
		t.Errorf("done %v, %d documents, %d unread, %v", done, tally.documents, tally.unread(), err)
	}
	said := stderr.String()
	if strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "b.txt: error: a fault of dateline, please report it: runtime error: index out of range") ||
		!strings.Contains(said, " at dateline.TestADocumentThatPanics") {
		t.Errorf("said %q", said)
	}
}

func TestWarningsAreFewAndErrorsAll(t *testing.T) {
	tell := func(quiet bool) string {
		var stderr bytes.Buffer
		tell := teller{bar: newProgress(&stderr, quiet), quiet: quiet}
		for range mostWarnings + 5 {
			tell.say(source.Diagnostic{Path: "w.txt", Severity: source.Warning, Message: "doubtful"})
			tell.say(source.Diagnostic{Path: "e.txt", Severity: source.Error, Message: "no text"})
		}
		tell.end()
		return stderr.String()
	}
	got := tell(false)
	if w, e := strings.Count(got, "w.txt: warning: doubtful\n"), strings.Count(got, "e.txt: error: no text\n"); w != mostWarnings || e != mostWarnings+5 {
		t.Errorf("%d warnings, %d errors", w, e)
	}
	if !strings.HasSuffix(got, "\n5 warnings more; the diagnostics of \"dateline build --json\" hold all\n") {
		t.Errorf("ends %q", got[max(0, len(got)-100):])
	}
	if got := tell(true); strings.Contains(got, "warning") || strings.Count(got, "\n") != mostWarnings+5 {
		t.Errorf("quietly: %q", got)
	}
}

func TestDiagnosticsAreOneLineEach(t *testing.T) {
	tests := []struct {
		d    source.Diagnostic
		want string
	}{
		{source.Diagnostic{Path: "a.txt", Severity: "error", Message: "no text"}, "a.txt: error: no text"},
		{source.Diagnostic{Path: "a.jsonl", Line: 3, Severity: "warning", Message: "m"}, "a.jsonl:3: warning: m"},
		{source.Diagnostic{Path: "a.md", Line: 3, Column: 7, Severity: "error", Message: "m"}, "a.md:3:7: error: m"},
		{source.Diagnostic{Path: "a\x1b[2J\n.md", Severity: "error", Message: "\x07"}, `"a\x1b[2J\n.md": error: "\a"`},
	}
	for _, tt := range tests {
		if got := describe(tt.d); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

func TestProgressShowsOnATerminalOnly(t *testing.T) {
	var file bytes.Buffer
	p := newProgress(&file, false)
	p.after = 0
	p.set("reading", 1, -1)
	p.println("a.txt: error: no text")
	p.finish()
	if got := file.String(); got != "a.txt: error: no text\n" {
		t.Errorf("to a file: %q", got)
	}

	var terminal bytes.Buffer
	p = &progress{w: &terminal, shown: true}
	p.set("merging", 1, 4)
	p.println("a.txt: error: no text")
	p.set("merging", 3, 4)
	p.finish()
	got := terminal.String()
	if !strings.Contains(got, "merging") || !strings.Contains(got, "a.txt: error: no text\n") {
		t.Errorf("to a terminal: %q", got)
	}
	// The last that the terminal gets is the start of a line blank from end to end.
	if i := strings.LastIndex(strings.TrimSuffix(got, "\r"), "\r"); !strings.HasSuffix(got, "\r") || strings.TrimSpace(got[i:]) != "" {
		t.Errorf("the bar is left on the screen: %q", got)
	}
}
