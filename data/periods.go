package data

import (
	"embed"
	"fmt"
	"path"
	"strings"
	"sync"
)

//go:embed periods/*.txt
var periodFiles embed.FS

// Period is a stretch of time that has a name: a war, a treaty's day, an era.
type Period struct {
	ID    string   // the first name, in lower case, with hyphens
	Name  string   // the first name
	Names []string // all spellings, the first included; capitals are significant
	EDTF  string   // when it was, as the literature dates it; "" for a computed feast
	Feast string   // the rule that a computed feast goes by, as package timex knows it; else ""
	Line  int
}

var periods = sync.OnceValues(func() ([]Period, error) {
	entries, err := periodFiles.ReadDir("periods")
	if err != nil {
		return nil, err
	}
	var all []Period
	seen := map[string]bool{}
	for _, e := range entries {
		text, err := periodFiles.ReadFile(path.Join("periods", e.Name()))
		if err != nil {
			return nil, err
		}
		line := 0
		for l := range strings.Lines(string(text)) {
			line++
			if l = strings.TrimSpace(l); l == "" || l[0] == '#' {
				continue
			}
			fail := func(reason string) error { return fmt.Errorf("periods/%s:%d: %s", e.Name(), line, reason) }
			names, when, ok := strings.Cut(l, "=")
			if !ok {
				return nil, fail("expected names = date")
			}
			p := Period{EDTF: strings.TrimSpace(when), Line: line}
			if rule, ok := strings.CutPrefix(p.EDTF, "@"); ok {
				p.EDTF, p.Feast = "", rule
			}
			for n := range strings.SplitSeq(names, "|") {
				if n = strings.TrimSpace(n); n == "" {
					return nil, fail("an empty name")
				}
				p.Names = append(p.Names, n)
			}
			p.Name = p.Names[0]
			p.ID = strings.ReplaceAll(strings.ToLower(p.Name), " ", "-")
			if seen[p.ID] {
				return nil, fail(p.Name + " is given twice")
			}
			seen[p.ID] = true
			all = append(all, p)
		}
	}
	return all, nil
})

// Periods returns the named periods, in the order of the files. They are
// parsed on first use and shared: callers must not change them.
func Periods() ([]Period, error) { return periods() }
