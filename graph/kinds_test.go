package graph

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/dateline-project/dateline/data"
)

// A kind of a user's own is like those of its ACLED sub-event, and no other.
func TestAKindOfOnesOwnIsLikeThoseOfItsSubEvent(t *testing.T) {
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	own := []data.Kind{
		{ID: "ramming", ACLED: "Attack", Class: "violence"},
		{ID: "hearing", ACLED: "Other", Class: "justice"},
		{ID: "boast", ACLED: "Attack", Class: "statement", Spoken: true},
	}
	table := newKindTable(append(kinds[:len(kinds):len(kinds)], own...))
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"ramming", "attack", true},
		{"attack", "ramming", true},
		{"ramming", "shooting", true},
		{"ramming", "shelling", false},
		{"ramming", "boast", false},
		{"hearing", "investigation", false},
		{"ramming", "ramming", true},
		{"ramming", otherKind, true},
		{"disease", "ramming", false},
	} {
		if got := table.alike[table.of(c.a)].has(table.of(c.b)); got != c.want {
			t.Errorf("%s and %s alike: %v", c.a, c.b, got)
		}
	}
	// what the program's own kinds are like does not depend on a user's
	plain := newKindTable(kinds)
	for _, a := range kinds {
		for _, b := range kinds {
			x, y := plain.alike[plain.of(a.ID)].has(plain.of(b.ID)), table.alike[table.of(a.ID)].has(table.of(b.ID))
			if x != y {
				t.Errorf("%s and %s alike: %v, with kinds of a user's own %v", a.ID, b.ID, x, y)
			}
		}
	}
}

// Kinds that no table lists are numbered before many goroutines ask for them.
func TestKindsThatNobodyListed(t *testing.T) {
	s := makeSynthetic(3, 3000)
	for i := range s.reports {
		s.reports[i].Kind = fmt.Sprint("kind ", i%400)
	}
	var have string
	for workers := range 5 {
		g, err := Build(t.Context(), s.docs, s.reports, Options{Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(g)
		if err != nil {
			t.Fatal(err)
		}
		if workers > 0 && string(b) != have {
			t.Errorf("another graph with %d goroutines", workers)
		}
		have = string(b)
	}
}
