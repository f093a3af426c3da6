package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/contract"
	"github.com/dateline-project/dateline/internal/testgraph"
)

// TestRepliesOfAnyGraph asks every question of graphs with every sort of value
// and of hostile text: no line moves a cursor, and the JSON holds the contract.
func TestRepliesOfAnyGraph(t *testing.T) {
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	for name, g := range map[string]*graph.Graph{"small": testgraph.Small(), "hostile": testgraph.Hostile(), "scale": testgraph.Scale(300)} {
		for i := range questions {
			q := &questions[i]
			if q.name == "sides" && g.Sides == nil {
				continue
			}
			ask := func(t *testing.T, args ...string) {
				for _, asJSON := range []bool{false, true} {
					o := &query{days: 9, hops: 2, most: 3, chosen: g, kinds: kinds}
					r := newReply(g, q.name)
					if err := q.answer(o, r, args); err != nil {
						t.Fatalf("%q: %v", args, err)
					}
					checkReply(t, r, asJSON && q.name != "events")
				}
			}
			t.Run(name+" "+q.name, func(t *testing.T) {
				first, last := &g.Events[0], &g.Events[len(g.Events)-1]
				switch len(q.args) {
				case 0:
					ask(t)
				case 1:
					for k := 0; k < len(g.Events); k += 1 + len(g.Events)/40 {
						ask(t, g.Events[k].ID)
					}
				case 2:
					switch {
					case q.args[0] == "EVENT":
						ask(t, first.ID, last.ID)
					case q.name == "differ" && g.Documents[0].Outlet != g.Documents[len(g.Documents)-1].Outlet:
						ask(t, g.Documents[0].Outlet, g.Documents[len(g.Documents)-1].Outlet)
					case q.name == "shared" && len(first.Places) > 0 && len(last.Places) > 0:
						ask(t, first.Places[0].Name, last.Places[0].Name)
					}
				}
			})
		}
		t.Run(name+" why", func(t *testing.T) {
			for _, names := range [][]string{{g.Events[0].ID}, {g.Events[0].ID, g.Events[1].ID}} {
				for _, asJSON := range []bool{false, true} {
					o, r := &query{most: 5, kinds: kinds}, newReply(g, "why")
					if err := o.why(context.Background(), r, names); err != nil {
						t.Fatal(err)
					}
					checkReply(t, r, asJSON)
				}
			}
		})
	}
}

func checkReply(t *testing.T, r *reply, asJSON bool) {
	t.Helper()
	var b bytes.Buffer
	if err := r.write(&b, asJSON); err != nil {
		t.Fatal(err)
	}
	if asJSON {
		if err := contract.Validate(contract.Reply, b.Bytes()); err != nil {
			t.Error(err)
		}
		return
	}
	if !utf8.Valid(b.Bytes()) {
		t.Error("the text is no UTF-8")
	}
	for line := range strings.Lines(b.String()) {
		if i := strings.IndexFunc(strings.TrimSuffix(line, "\n"), func(c rune) bool { return !unicode.IsPrint(c) }); i >= 0 {
			t.Errorf("%q holds %q", line, line[i:i+1])
		}
	}
	if b.Len() == 0 {
		t.Error("no answer")
	}
}

func TestExcerptHoldsBothTriggers(t *testing.T) {
	long := strings.Repeat("before and ", 20) + "the shelling led to talks " + strings.Repeat("and after ", 20)
	at := func(word string, base int) *events.Quote {
		i := strings.Index(long, word)
		return &events.Quote{Span: text.Span{Start: base + i, End: base + i + len(word)}, Text: word}
	}
	why := func(base int) *graph.Why {
		return &graph.Why{Quote: events.Quote{Span: text.Span{Start: base, End: base + len(long)}, Text: long}}
	}
	got := excerpt(why(100), at("shelling", 100), at("talks", 100))
	if !strings.HasPrefix(got, "...") || !strings.HasSuffix(got, "...") || !strings.Contains(got, "the shelling led to talks") || len(got) > 250 {
		t.Errorf("%q", got)
	}
	// Spans of a graph that somebody wrote by hand may lie anywhere.
	for _, base := range []int{-1000, 0, 1 << 20} {
		if got := excerpt(why(100), at("shelling", base), at("talks", -base)); got == "" {
			t.Errorf("nothing for a span off by %d", base)
		}
	}
	if got := excerpt(why(0), nil, at("talks", 0)); got != strings.TrimSpace(long) {
		t.Errorf("%q", got)
	}
}
