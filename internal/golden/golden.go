// Package golden compares an output with the file that was recorded of it. It
// is for tests only.
package golden

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Check compares got with the recorded file, which path names relative to the
// test's folder. With UPDATE=1 in the environment it records got instead: read
// the difference before you keep it.
func Check(t *testing.T, path string, got []byte) {
	t.Helper()
	if os.Getenv("UPDATE") == "1" {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; UPDATE=1 records it", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs from what was recorded (-recorded +got); UPDATE=1 records it anew:\n%s", path, diff)
	}
}
