// Package data holds what a person may edit without writing Go: kinds of
// event, the phrases that tell them, languages, places, named periods. Files
// are embedded, parsed on first use, and checked while they are parsed. It
// imports only the standard library.
package data

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed kinds.txt
var kindsText string

// Kind is a kind of event.
type Kind struct {
	ID     string // stable name, as in a report's "kind"
	Label  string // what a reader sees; neutral
	ACLED  string // ACLED sub-event type, or the CASE 2021 code DIPLO or ATTRIB; "" for none
	PLOVER string // PLOVER class in capitals; "" for none
	Class  string // lane of a chronology: violence, harm, territory, ...
	Spoken bool   // it happens when it is said: statement, appeal, denial
}

// Kinds returns every kind in the order of kinds.txt. The result is shared and must not be changed.
func Kinds() ([]Kind, error) { return loadKinds() }

var loadKinds = sync.OnceValues(func() ([]Kind, error) { return parseKinds(kindsText) })

func parseKinds(s string) ([]Kind, error) {
	var kinds []Kind
	seen := map[string]bool{}
	for n, line := range strings.Split(s, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "|")
		if len(f) != 5 {
			return nil, fmt.Errorf("kinds.txt:%d: want 5 fields separated by |, have %d", n+1, len(f))
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
			if f[i] == "-" {
				f[i] = ""
			}
		}
		label, spoken := strings.CutSuffix(f[1], "*")
		k := Kind{ID: f[0], Label: strings.TrimSpace(label), ACLED: f[2], PLOVER: f[3], Class: f[4], Spoken: spoken}
		switch {
		case k.ID == "" || k.Label == "" || k.Class == "":
			return nil, fmt.Errorf("kinds.txt:%d: id, label and class must not be empty", n+1)
		case seen[k.ID]:
			return nil, fmt.Errorf("kinds.txt:%d: kind %q stands twice", n+1, k.ID)
		}
		seen[k.ID] = true
		kinds = append(kinds, k)
	}
	return kinds, nil
}
