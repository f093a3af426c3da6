package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The scores are those of the scorer that comes with the development data.
func TestEvalDatesAgreesWithTheScorer(t *testing.T) {
	dir := os.Getenv("DATELINE_DEVDATA")
	if dir == "" {
		t.Skip("DATELINE_DEVDATA is not set: no development data, no scorer to agree with")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to run the scorer with")
	}
	for _, name := range []string{"timex-seeds.jsonl", "timex-meantime-dev.jsonl", "timex-wikiwars-dev.jsonl"} {
		gold := filepath.Join(dir, "gold", name)
		var ours, dates, messages bytes.Buffer
		if code := run(context.Background(), []string{"eval", "dates", "-q", gold}, nil, &ours, &messages); code != exitDone {
			t.Fatalf("%s: exit code %d: %s", name, code, messages.String())
		}
		if code := run(context.Background(), []string{"dates", "-q", gold}, nil, &dates, &messages); code != exitDone {
			t.Fatalf("%s: exit code %d: %s", name, code, messages.String())
		}
		system := filepath.Join(t.TempDir(), "dates.jsonl")
		if err := os.WriteFile(system, dates.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		theirs, err := exec.Command(python, filepath.Join(dir, "score", "timex.py"), gold, system).Output()
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(theirs)), "\n")
		if got, want := strings.TrimSpace(ours.String()), lines[len(lines)-1]; got != want {
			t.Errorf("%s:\nours   %s\ntheirs %s", name, got, want)
		}
	}
}

// The figures are those of the scorer that comes with the development data.
func TestEvalEventsAgreesWithTheScorer(t *testing.T) {
	dir := os.Getenv("DATELINE_DEVDATA")
	if dir == "" {
		t.Skip("DATELINE_DEVDATA is not set: no development data, no scorer to agree with")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to run the scorer with")
	}
	gold := filepath.Join(dir, "gold", "events-meantime-dev.jsonl")
	instances := filepath.Join(dir, "gold", "events-meantime-dev-instances.jsonl")
	built := filepath.Join(t.TempDir(), "graph.json")
	var ours, messages bytes.Buffer
	for _, args := range [][]string{{"eval", "events", "-q", "--instances", instances, gold}, {"build", "-q", gold, "--json", built}} {
		if code := run(context.Background(), args, nil, &ours, &messages); code != exitDone {
			t.Fatalf("%v: exit code %d: %s", args, code, messages.String())
		}
	}
	out, err := exec.Command(python, filepath.Join(dir, "score", "eventdates.py"), gold, instances, built).Output()
	if err != nil {
		t.Fatal(err)
	}
	got, want := strings.Fields(ours.String()), strings.Fields(string(out))
	after := func(words []string, name string) string {
		if i := slices.Index(words, name); i >= 0 && i+1 < len(words) {
			return words[i+1]
		}
		return "nothing"
	}
	for _, measure := range []string{"mentions", "reports", "found", "precise", "dated", "silent"} {
		if after(got, measure) != after(want, measure) {
			t.Errorf("%s: ours %s, theirs %s", measure, after(got, measure), after(want, measure))
		}
	}
	t.Logf("theirs: %s", out)
}
