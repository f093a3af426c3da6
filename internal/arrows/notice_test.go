package arrows

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestNoticeNamesWhatIsCompiledIn compares section 3 of NOTICE with the
// modules that the go command links into the program. One it lists too many is
// as wrong as one too few.
func TestNoticeNamesWhatIsCompiledIn(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", "./cmd/dateline")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	compiled := strings.Fields(string(out))
	slices.Sort(compiled)
	compiled = slices.Compact(compiled)

	notice, err := os.ReadFile(filepath.Join(root, "NOTICE"))
	if err != nil {
		t.Fatal(err)
	}
	licence := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^(\S+\.\S+/\S+) +(\S.*?)  +Copyright`).FindAllStringSubmatch(string(notice), -1) {
		licence[m[1]] = m[2]
	}
	for _, module := range compiled {
		if licence[module] == "" {
			t.Errorf("NOTICE does not name %s and its licence", module)
		}
	}
	for module, l := range licence {
		if !slices.Contains(compiled, module) {
			t.Errorf("NOTICE names %s, which is not compiled in", module)
		}
		if strings.Contains(l, "GPL") {
			t.Errorf("%s: %s", module, l)
		}
	}
}
