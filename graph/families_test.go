package graph

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/source"
)

// prose returns n made-up words from a seed.
func prose(seed uint64, n int) []string {
	rng := rand.New(rand.NewPCG(seed, 9))
	out := make([]string, n)
	for i := range out {
		out[i] = string(rune('a'+rng.IntN(26))) + string(rune('a'+rng.IntN(26))) + string(rune('a'+rng.IntN(26)))
	}
	return out
}

// changed returns words of which a share, in percent, is replaced.
func changed(words []string, percent int, seed uint64) []string {
	rng := rand.New(rand.NewPCG(seed, 8))
	out := append([]string(nil), words...)
	for i := range out {
		if rng.IntN(100) < percent {
			out[i] = "new" + string(rune('a'+rng.IntN(26)))
		}
	}
	return out
}

func TestCopiesAreOneFamily(t *testing.T) {
	wire := prose(1, 300)
	for _, c := range []struct {
		name      string
		published [2]string
		outlet    [2]string
		second    []string
		copy      bool
	}{
		{"the same text under another headline is a copy", [2]string{"2020-10-04", "2020-10-05"}, [2]string{"A", "B"}, append(prose(2, 8), wire...), true},
		{"one in ten words changed is a copy", [2]string{"2020-10-04", "2020-10-05"}, [2]string{"A", "B"}, changed(wire, 10, 3), true},
		{"one in three words changed is a copy", [2]string{"2020-10-04", "2020-10-05"}, [2]string{"A", "B"}, changed(wire, 30, 4), true},
		{"half the text cut away leaves a copy", [2]string{"2020-10-04", "2020-10-05"}, [2]string{"A", "B"}, wire[:150], true},
		{"an outlet's own update is a revision, no copy", [2]string{"2020-10-04", "2020-10-05"}, [2]string{"A", "A"}, changed(wire, 10, 5), false},
		{"an outlet's text put out twice is a copy", [2]string{"2020-10-04", "2020-10-05"}, [2]string{"A", "A"}, wire, true},
		{"another text is none", [2]string{"2020-10-04", "2020-10-05"}, [2]string{"A", "B"}, prose(6, 300), false},
		{"a paragraph in common does not make a text a copy", [2]string{"2020-10-04", "2020-10-05"}, [2]string{"A", "B"}, append(prose(7, 300), wire[:40]...), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs := []source.Document{
				{ID: "y", Published: c.published[1], Outlet: c.outlet[1], Text: strings.Join(c.second, " "), SHA256: "2"},
				{ID: "z", Published: c.published[0], Outlet: c.outlet[0], Text: strings.Join(wire, " "), SHA256: "1"},
			}
			g, err := Build(context.Background(), docs, nil, Options{})
			if err != nil {
				t.Fatal(err)
			}
			y, z := g.Documents[0], g.Documents[1]
			if got := y.Family == z.Family; got != c.copy {
				t.Errorf("one family: %v, want %v", got, c.copy)
			}
			if c.copy && (y.CopyOf != "z" || z.CopyOf != "" || g.Families[0].First != "z") {
				t.Errorf("y copies %q, z copies %q, first %q; the earlier one is z", y.CopyOf, z.CopyOf, g.Families[0].First)
			}
		})
	}
}

func TestAFamilyKeepsItsIdWhenDocumentsCome(t *testing.T) {
	text := strings.Join(prose(1, 100), " ")
	docs := []source.Document{{ID: "b", Published: "2020-01-01", Text: text, SHA256: "1"}, {ID: "c", Published: "2020-01-02", Text: text, SHA256: "2"}}
	before, _ := Build(context.Background(), docs, nil, Options{})
	docs = append(docs, source.Document{ID: "a", Published: "2020-02-01", Text: text, SHA256: "3"}, source.Document{ID: "0", Text: strings.Join(prose(2, 100), " "), SHA256: "4"})
	after, _ := Build(context.Background(), docs, nil, Options{})
	if before.Families[0].ID != after.Families[0].ID || len(after.Families[0].Documents) != 3 {
		t.Errorf("family %+v became %+v", before.Families[0], after.Families[0])
	}
}
