package data

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed alike.txt
var alikeText string

// Tellings says as which kinds sources tell one and the same happening. All
// are ids of Kinds.
type Tellings struct {
	Alike    [][]string // of each line the first kind, and then those that it may be told as
	Decisive [][]string // of each line the kinds that one happening is told as, the one that says what it was last
}

// KindTellings returns what alike.txt says, in its order. The result is shared
// and must not be changed.
func KindTellings() (*Tellings, error) { return loadTellings() }

var loadTellings = sync.OnceValues(func() (*Tellings, error) {
	kinds, err := Kinds()
	if err != nil {
		return nil, err
	}
	return parseTellings(alikeText, kinds)
})

func parseTellings(s string, kinds []Kind) (*Tellings, error) {
	t := &Tellings{}
	for n, line := range strings.Split(s, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		head, rest, alike := strings.Cut(line, ":")
		ids := append([]string{head}, strings.Fields(rest)...)
		if !alike {
			ids = strings.Split(line, " < ")
		}
		if len(ids) < 2 {
			return nil, fmt.Errorf("alike.txt:%d: want kind: kinds, or kind < kind", n+1)
		}
		for _, id := range ids {
			if !hasKind(kinds, id) {
				return nil, fmt.Errorf("alike.txt:%d: no kind %q", n+1, id)
			}
		}
		if alike {
			t.Alike = append(t.Alike, ids)
		} else {
			t.Decisive = append(t.Decisive, ids)
		}
	}
	return t, nil
}
