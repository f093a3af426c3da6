package main

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
)

// TestTheManualIsTrue runs each "$ dateline ..." of the package comment in a
// copy of testdata/manual and compares what it prints with the lines below it.
// With UPDATE=1 it writes those lines.
func TestTheManualIsTrue(t *testing.T) {
	src, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), "main.go", src, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		t.Fatal(err)
	}
	mainGo, err := filepath.Abs("main.go")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/manual")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	want := string(src[f.Doc.Pos()-1 : f.Doc.End()-1])
	var got []string
	commands := 0
	lines := strings.Split(want, "\n")
	for i := 0; i < len(lines); i++ {
		got = append(got, lines[i])
		command, ok := strings.CutPrefix(lines[i], "//\t$ dateline ")
		if !ok {
			continue
		}
		commands++
		for i+1 < len(lines) && recorded(lines[i+1:]) {
			i++
		}
		_, stdout, stderr := call(t, "", strings.Fields(command)...)
		for line := range strings.Lines(strings.TrimRight(stderr+stdout, "\n") + "\n") {
			got = append(got, strings.TrimRight("//\t"+line, " \t\n"))
		}
	}
	if commands < 3 {
		t.Fatalf("the manual runs only %d commands", commands)
	}
	diff := cmp.Diff(lines, got)
	if diff == "" {
		return
	}
	if os.Getenv("UPDATE") != "1" {
		t.Fatalf("the manual says otherwise (-manual +program); UPDATE=1 corrects it:\n%s", diff)
	}
	updated := strings.Replace(string(src), want, strings.Join(got, "\n"), 1)
	if err := os.WriteFile(mainGo, []byte(updated), 0o666); err != nil {
		t.Fatal(err)
	}
}

// recorded reports whether the first of lines belongs to an output: it is
// indented, or empty between indented lines.
func recorded(lines []string) bool {
	if lines[0] == "//" && len(lines) > 1 {
		lines = lines[1:]
	}
	return strings.HasPrefix(lines[0], "//\t") && !strings.HasPrefix(lines[0], "//\t$ ")
}

// TestEveryCommandHasHelpWithAnExample also asks that each is in the manual.
func TestEveryCommandHasHelpWithAnExample(t *testing.T) {
	manual, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	var visit func(path []string, c *cobra.Command)
	visit = func(path []string, c *cobra.Command) {
		code, stdout, stderr := call(t, "", append(path, "--help")...)
		if code != exitDone || stderr != "" {
			t.Errorf("%v --help: exit code %d, %s", path, code, stderr)
		}
		for _, part := range []string{"Usage:\n  dateline " + strings.Join(path, " "), "Examples:\n  ", "--help"} {
			if !strings.Contains(stdout, part) {
				t.Errorf("%v --help has no %q:\n%s", path, part, stdout)
			}
		}
		if len(path) == 1 && !strings.Contains(string(manual), "//\tdateline "+path[0]) {
			t.Errorf("the manual does not name %s", path[0])
		}
		for _, sub := range c.Commands() {
			visit(append(path[:len(path):len(path)], sub.Name()), sub)
		}
	}
	for _, c := range commands {
		c := c(streams{})
		visit([]string{c.Name()}, c)
	}
}
