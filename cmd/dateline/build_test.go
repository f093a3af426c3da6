package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const sample = "../../data/sample"

// TestSameBytesForTheSameDocuments builds the sample again, with its files
// named one by one in two orders and with other numbers of goroutines.
func TestSameBytesForTheSameDocuments(t *testing.T) {
	entries, err := os.ReadDir(sample)
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, e := range entries {
		if !e.IsDir() {
			files = append(files, filepath.Join(sample, e.Name()))
		}
	}
	reversed := slices.Clone(files)
	slices.Reverse(reversed)
	exts := []string{"html", "json", "csv"}
	build := func(name string, args ...string) map[string][]byte {
		t.Helper()
		dir := t.TempDir()
		out := func(ext string) string { return filepath.Join(dir, "out."+ext) }
		args = append([]string{"build", "-o", out("html"), "--json", out("json"), "--csv", out("csv")}, args...)
		if code, _, stderr := call(t, "", args...); code != exitDone {
			t.Fatalf("%s: exit code %d\n%s", name, code, stderr)
		}
		got := map[string][]byte{}
		for _, ext := range exts {
			if got[ext], err = os.ReadFile(out(ext)); err != nil {
				t.Fatal(err)
			}
		}
		return got
	}
	want := build("first", files...)
	for _, again := range []struct {
		name string
		args []string
	}{
		{"the same again", files},
		{"the other way round", reversed},
		{"one goroutine", append([]string{"--workers", "1"}, files...)},
		{"many goroutines", append([]string{"--workers", "13"}, reversed...)},
	} {
		got := build(again.name, again.args...)
		for _, ext := range exts {
			if !bytes.Equal(got[ext], want[ext]) {
				t.Errorf("%s: the %s differs at byte %d", again.name, ext, firstDifference(got[ext], want[ext]))
			}
		}
	}
}

// TestSameBytesForClashingIds names folders whose documents share ids, and
// files that share their names, in two orders.
func TestSameBytesForClashingIds(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"x/feed.jsonl": `{"id":"1","text":"The bridge at Gori was shelled on 15 October 2020, killing 4 people."}` + "\n" + `{"text":"Two people were killed in Gori on 17 October 2020."}`,
		"y/feed.jsonl": `{"id":"1","text":"The port of Poti was bombed on 16 October 2020, killing 9 people."}` + "\n" + `{"text":"Three people were killed in Poti on 18 October 2020."}`,
		"x/note.txt":   "A bus was blown up in Gori on 19 October 2020.",
		"y/note.txt":   "A train was blown up in Poti on 20 October 2020.",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, names := range [][]string{{"x", "y"}, {"x/feed.jsonl", "y/feed.jsonl"}, {"x/note.txt", "y/note.txt"}} {
		var got [2][]byte
		for turn := range got {
			a, b := filepath.Join(dir, names[turn]), filepath.Join(dir, names[1-turn])
			code, stdout, stderr := call(t, "", "build", "--quiet", "--json", "-", a, b)
			if code != exitDone {
				t.Fatal(stderr)
			}
			got[turn] = []byte(stdout)
		}
		if !bytes.Equal(got[0], got[1]) {
			t.Errorf("%v: the other order differs at byte %d", names, firstDifference(got[0], got[1]))
		}
	}
}

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

// start starts this test binary as the program.
func start(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, os.Args[0], args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "DATELINE_RUN_MAIN=1")
	return cmd
}

// TestAPageSurvivesAKilledRun kills runs ever later. Whatever the moment, the
// page is the old or the new one, whole.
func TestAPageSurvivesAKilledRun(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the program many times")
	}
	dir := t.TempDir()
	var text strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&text, "On %d October 2020 the bridge at Gori was shelled, killing %d people.\n\n", 1+i%30, 2+i%7)
	}
	write := func(name, content string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", text.String())
	args := []string{"build", "a.txt", "-o", "page.html", "--json", "graph.json"}
	began := time.Now()
	if out, err := start(t.Context(), dir, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	whole := time.Since(began)
	complete := map[string]string{}
	for _, name := range []string{"page.html", "graph.json"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		complete[name] = string(b)
	}
	const old = "yesterday"
	killed := 0
	const runs = 12
	for i := range runs {
		write("page.html", old)
		write("graph.json", old)
		// The last quarter of a run is that in which files are written.
		ctx, cancel := context.WithTimeout(t.Context(), whole*time.Duration(runs+3*i)/(4*runs))
		if err := start(ctx, dir, args...).Run(); err != nil {
			killed++
		}
		cancel()
		for name, want := range complete {
			b, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			if got := string(b); got != old && got != want {
				t.Errorf("run %d: %s is neither the old nor the new one: %d bytes of %d", i, name, len(got), len(want))
			}
		}
	}
	if killed == 0 {
		t.Error("no run was killed before its end, so nothing was tested")
	}
	t.Logf("killed %d of %d runs of %v", killed, runs, whole)
}

// TestAnInterruptedRunLeavesNothingBehind asks the program to stop, as ctrl-C
// does.
func TestAnInterruptedRunLeavesNothingBehind(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the program")
	}
	dir := t.TempDir()
	cmd := start(t.Context(), dir, "build", "-", "-o", "page.html")
	stdin, err := cmd.StdinPipe() // never closed: the program waits for its input
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// Once it has taken more than a pipe holds, it is at work.
	if _, err := stdin.Write(make([]byte, 1<<20)); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // the exit code says it
	if code := cmd.ProcessState.ExitCode(); code != exitNothing {
		t.Errorf("exit code %d", code)
	}
	if got := stderr.String(); got != "dateline: interrupted, nothing was written\n" {
		t.Errorf("standard error: %q", got)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func BenchmarkBuildSample(b *testing.B) {
	size := int64(0)
	entries, err := os.ReadDir(sample)
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			size += info.Size()
		}
	}
	b.SetBytes(size)
	page := filepath.Join(b.TempDir(), "timeline.html")
	for b.Loop() {
		var stderr bytes.Buffer
		if code := run(b.Context(), []string{"build", "--quiet", sample, "-o", page}, nil, &stderr, &stderr); code != exitDone {
			b.Fatal(stderr.String())
		}
	}
}

// BenchmarkStart measures the start of the program: a command that does
// nothing, in a process of its own.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		if out, err := start(b.Context(), "", "version").CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
	}
}
