// Package arrows checks the rules of the house: which package may import
// which, what a package may do, and what lies at the top.
package arrows

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	root   = "../.."
	module = "github.com/dateline-project/dateline/"
)

// floors lists the packages from the lowest to the highest: each may import
// packages of lower floors and none of its own.
var floors = [][]string{
	{"data", "events/text", "events/edtf"},
	{"events/timex", "events/places", "events/tagger"},
	{"events/source"},
	{"events"},
	{"graph"},
	{"graph/score", "render/chart", "render/echarts"},
	{"render/export", "render/figure", "render/page"},
	{"cmd/dateline"},
}

// forbidden are arrows that the floors alone would allow.
var forbidden = []struct{ from, to, why string }{
	{"render/", "data", "the command hands it the names of kinds"},
	{"data", "golang.org/", "data imports only the standard library"},
	{"data", "github.com/", "data imports only the standard library"},
}

// pure lists what has no business in graph and render, which are given
// everything they need and write to an io.Writer.
var pure = []string{"os", "os/exec", "net", "net/http", "io/ioutil", "syscall", "path/filepath", "math/rand", "math/rand/v2"}

type source struct {
	pkg  string // folder below the root
	path string
	file *ast.File
	set  *token.FileSet
}

// sources returns the Go files of the main module; tests only if wanted.
func sources(t *testing.T, tests bool) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if p != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "node_modules" || nested(p)) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") && !tests {
			return nil
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, p, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, p)
		rel = filepath.ToSlash(rel)
		all = append(all, source{path.Dir(rel), rel, f, set})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 10 {
		t.Fatalf("only %d Go files found below %s", len(all), root)
	}
	return all
}

func nested(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

func (s source) imports() []string {
	var paths []string
	for _, i := range s.file.Imports {
		if p, err := strconv.Unquote(i.Path.Value); err == nil {
			paths = append(paths, p)
		}
	}
	return paths
}

func floorOf(pkg string) int {
	return slices.IndexFunc(floors, func(f []string) bool { return slices.Contains(f, pkg) })
}

func TestImportsRunOneWay(t *testing.T) {
	for _, s := range sources(t, false) {
		if strings.HasPrefix(s.pkg, "internal/") {
			continue
		}
		from := floorOf(s.pkg)
		if from < 0 {
			t.Errorf("%s: package %s has no floor in the house", s.path, s.pkg)
			continue
		}
		for _, p := range s.imports() {
			for _, f := range forbidden {
				to := strings.TrimPrefix(p, module)
				if strings.HasPrefix(s.pkg, f.from) && (to == f.to || strings.HasSuffix(f.to, "/") && strings.HasPrefix(to, f.to)) {
					t.Errorf("%s imports %s: %s", s.path, p, f.why)
				}
			}
			to, ours := strings.CutPrefix(p, module)
			switch {
			case !ours:
			case strings.HasPrefix(to, "internal/"):
				t.Errorf("%s imports %s: internal is help for tests", s.path, to)
			case floorOf(to) < 0 || floorOf(to) >= from:
				t.Errorf("%s imports %s, which does not lie below it", s.path, to)
			}
		}
	}
}

func TestGraphAndRenderOpenNoFile(t *testing.T) {
	for _, s := range sources(t, false) {
		if s.pkg != "graph" && !strings.HasPrefix(s.pkg, "graph/") && !strings.HasPrefix(s.pkg, "render/") {
			continue
		}
		for _, p := range s.imports() {
			if slices.Contains(pure, p) {
				t.Errorf("%s imports %s", s.path, p)
			}
		}
	}
}

// TestNothingRunsAtStart keeps the start of the program fast and its packages
// free of hidden order; the clock is the command's alone.
func TestNothingRunsAtStart(t *testing.T) {
	for _, s := range sources(t, false) {
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s: a func init", s.set.Position(f.Pos()))
			}
		}
		if strings.HasPrefix(s.pkg, "cmd/") || strings.HasPrefix(s.pkg, "internal/") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if e, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := e.X.(*ast.Ident); ok && x.Name == "time" && (e.Sel.Name == "Now" || e.Sel.Name == "Since") {
					t.Errorf("%s: time.%s: what is written must not depend on the clock", s.set.Position(e.Pos()), e.Sel.Name)
				}
			}
			return true
		})
	}
}

func TestTopLevelHoldsTheHouseAndNoMore(t *testing.T) {
	folders := []string{".ci", ".git", ".github", "cmd", "data", "docs", "events", "graph", "internal", "render"}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && !slices.Contains(folders, e.Name()) {
			t.Errorf("a folder %s at the top", e.Name())
		}
	}
}

// TestExportsAreDocumented asks for a sentence at each exported function,
// method and type, and at each package.
func TestExportsAreDocumented(t *testing.T) {
	documented := map[string]bool{}
	for _, s := range sources(t, false) {
		if hasBuildTag(s.file) {
			continue
		}
		documented[s.pkg] = documented[s.pkg] || s.file.Doc != nil
		for _, d := range s.file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
					t.Errorf("%s: %s has no doc comment", s.set.Position(d.Pos()), d.Name.Name)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if ts, ok := spec.(*ast.TypeSpec); ok && ts.Name.IsExported() && d.Doc == nil && ts.Doc == nil {
						t.Errorf("%s: type %s has no doc comment", s.set.Position(ts.Pos()), ts.Name.Name)
					}
				}
			}
		}
	}
	for pkg, ok := range documented {
		if !ok {
			t.Errorf("package %s has no doc comment", pkg)
		}
	}
}

// hasBuildTag reports whether f is built only on request.
func hasBuildTag(f *ast.File) bool {
	for _, c := range f.Comments {
		if c.Pos() < f.Package && strings.HasPrefix(c.List[0].Text, "//go:build ") {
			return true
		}
	}
	return false
}

func exportedReceiver(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return true
	}
	e := f.Recv.List[0].Type
	if star, ok := e.(*ast.StarExpr); ok {
		e = star.X
	}
	if generic, ok := e.(*ast.IndexExpr); ok {
		e = generic.X
	}
	id, ok := e.(*ast.Ident)
	return ok && id.IsExported()
}

func TestFilesAreAboutOneThing(t *testing.T) {
	const lines = 500
	for _, s := range sources(t, false) {
		if n := s.set.File(s.file.Pos()).LineCount(); n > lines {
			t.Errorf("%s has %d lines; above %d a file is about more than one thing", s.path, n, lines)
		}
	}
}
