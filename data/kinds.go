// Package data holds what a person may edit without writing Go: kinds of
// event, the phrases that tell them, languages, places, named periods. Files
// are embedded, parsed on first use, and checked while they are parsed. It
// imports only the standard library.
package data

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
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
	Harm   Harm   // how it tells of harm
	Where  Where  // which of the places that a text names with it is its own
	Traits Traits // what its reports are told apart and joined by
}

// Where says which place is that of a happening that moves, or that a text leaves unsaid.
type Where string

// What the place of a happening is.
const (
	AtPlace  Where = ""       // where it is said to be
	AtOrigin Where = "origin" // what is left: people flee from where they flee
	AtGoal   Where = "goal"   // where one goes: a visit
	AtHome   Where = "town"   // where nothing else is said, the town that a local story is about
)

var wheres = []Where{AtPlace, AtOrigin, AtGoal, AtHome}

// Harm is how a kind tells of harm that was done.
type Harm string

// The ways in which a kind tells of harm.
const (
	NoHarm   Harm = ""      // it tells of none, or what was done says nothing of what other words tell
	WideHarm Harm = "wide"  // that it was done: attack, casualties
	ByArms   Harm = "arms"  // with which arms of armies: shelling
	ByMeans  Harm = "means" // by which other means: shooting, accident
	ByForce  Harm = "force" // by whom against whom: riot, armed clash
)

var harms = []Harm{NoHarm, WideHarm, ByArms, ByMeans, ByForce}

// NamesMeans reports whether a kind says how harm was done.
func (h Harm) NamesMeans() bool { return h == ByArms || h == ByMeans }

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
		k, err := parseKind(line)
		if err == nil && seen[k.ID] {
			err = fmt.Errorf("kind %q stands twice", k.ID)
		}
		if err != nil {
			return nil, fmt.Errorf("kinds.txt:%d: %w", n+1, err)
		}
		seen[k.ID] = true
		kinds = append(kinds, k)
	}
	return kinds, nil
}

var (
	kindID    = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	kindClass = regexp.MustCompile(`^[a-z]+([ -][a-z]+)*$`)
)

// The columns of a kind: up to its class, and up to its traits.
const (
	leastColumns = 5
	mostColumns  = 8
)

// longestLabel is how many characters a label may have: it stands in titles of events.
const longestLabel = 60

func parseKind(line string) (Kind, error) {
	f := strings.Split(line, "|")
	if len(f) < leastColumns || len(f) > mostColumns {
		return Kind{}, fmt.Errorf("a kind is id | label | ACLED sub-event | PLOVER class | class, and | harm | place | traits where these say something, with - for none; here are %d of these %d to %d", len(f), leastColumns, mostColumns)
	}
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
		if f[i] == "-" {
			f[i] = ""
		}
	}
	label, spoken := strings.CutSuffix(f[1], "*")
	k := Kind{ID: f[0], Label: strings.TrimSpace(label), ACLED: f[2], PLOVER: f[3], Class: f[4], Spoken: spoken}
	if len(f) > 5 {
		k.Harm = Harm(f[5])
	}
	if len(f) > 6 {
		k.Where = Where(f[6])
	}
	if len(f) == mostColumns {
		var err error
		if k.Traits, err = parseTraits(f[7]); err != nil {
			return k, fmt.Errorf("kind %s: %w", k.ID, err)
		}
	}
	switch {
	case !kindID.MatchString(k.ID):
		return k, fmt.Errorf("%q cannot be the id of a kind: write small letters a to z, words joined by -", k.ID)
	case k.ID == NoEvent || slices.Contains(wordLists, k.ID) || slices.Contains(tables, k.ID):
		return k, fmt.Errorf("%q cannot be the id of a kind: a section that is none has that name; choose another", k.ID)
	case k.Label == "" || utf8.RuneCountInString(k.Label) > longestLabel || strings.ContainsFunc(k.Label, unprintable):
		return k, fmt.Errorf("kind %s: a label has 1 to %d characters, which readers will see", k.ID, longestLabel)
	case strings.ContainsFunc(k.ACLED+k.PLOVER, unprintable):
		return k, fmt.Errorf("kind %s: a control character in the names of ACLED or PLOVER", k.ID)
	case !kindClass.MatchString(k.Class):
		return k, fmt.Errorf("kind %s: %q is no class: write violence, harm, territory, diplomacy, statement, politics, justice, society, economy, disaster, other, or a name of your own in small letters", k.ID, k.Class)
	case !slices.Contains(harms, k.Harm):
		return k, fmt.Errorf("kind %s: %q is no harm: write one of %v, or leave it out", k.ID, k.Harm, harms[1:])
	case !slices.Contains(wheres, k.Where):
		return k, fmt.Errorf("kind %s: %q is no place: write one of %v, or leave it out", k.ID, k.Where, wheres[1:])
	}
	return k, nil
}

func unprintable(r rune) bool { return !unicode.IsPrint(r) }
