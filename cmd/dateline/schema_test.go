package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/internal/contract"
)

// corpora lists folders and files of documents: the sample, and the
// development data when DATELINE_DEVDATA names their folder.
func corpora(t *testing.T) []string {
	paths := []string{sample}
	dir := os.Getenv("DATELINE_DEVDATA")
	if dir == "" {
		t.Log("DATELINE_DEVDATA is not set: only the sample is read")
		return paths
	}
	paths = append(paths, filepath.Join(dir, "seeds"), filepath.Join(dir, "gold", "events-meantime-dev.jsonl"))
	if !testing.Short() {
		paths = append(paths, filepath.Join(dir, "corpora", "caucasus-wikipedia"))
	}
	return paths
}

// TestOutputsHoldTheContract checks every output of every corpus against
// docs/schema.json, and graphs for what a schema cannot say.
func TestOutputsHoldTheContract(t *testing.T) {
	for _, path := range corpora(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			for _, text := range []string{textFull, textQuotes, textNone} {
				code, graph, stderr := call(t, "", "build", "--quiet", "--text", text, "--json", "-", path)
				if code != exitDone {
					t.Fatalf("build: exit code %d\n%s", code, stderr)
				}
				if err := contract.Validate(contract.Graph, []byte(graph)); err != nil {
					t.Errorf("build --text %s: %v", text, err)
				}
			}
			for command, part := range map[string]string{"dates": contract.Date, "extract": contract.Report, "extract --attributions": contract.Said} {
				code, lines, stderr := call(t, "", append(strings.Fields(command), "--quiet", path)...)
				if code != exitDone {
					t.Fatalf("%s: exit code %d\n%s", command, code, stderr)
				}
				if err := contract.ValidateLines(part, []byte(lines)); err != nil {
					t.Errorf("%s: %v", command, err)
				}
			}
		})
	}
}
