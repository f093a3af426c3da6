package timex

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

// goldDoc is a document of a development set, as its README describes it.
type goldDoc struct {
	Doc   string      `json:"doc"`
	DCT   string      `json:"dct"`
	Text  string      `json:"text"`
	Timex []goldTimex `json:"timex"`
}

type goldTimex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

func (g goldTimex) judged() bool {
	return g.Value != "" && g.Value != "null" && !containsXXXX(g.Value)
}

func containsXXXX(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if s[i:i+4] == "XXXX" {
			return true
		}
	}
	return false
}

func readGold(t *testing.T, name string) []goldDoc {
	dir := os.Getenv("DATELINE_DEVDATA")
	if dir == "" {
		t.Skip("DATELINE_DEVDATA names no folder of development sets")
	}
	f, err := os.Open(filepath.Join(dir, "gold", name))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	var docs []goldDoc
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var d goldDoc
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

// figures are those of TempEval-3: strict and relaxed F1, and F1 of relaxed
// matches with the right value, gold values that are not judged left out.
type figures struct{ strict, relaxed, value, kind float64 }

func score(docs []goldDoc, report func(doc, what, words, got, want string)) figures {
	var gold, system, strict, relaxed, value, kind, unjudged, skipped int
	for _, d := range docs {
		found := Find(d.Text, text.AppendTokens(nil, d.Text), nil, Options{Published: d.DCT})
		gold += len(d.Timex)
		system += len(found)
		used := make([]bool, len(d.Timex))
		exact := map[text.Span]bool{}
		for _, m := range found {
			if !exact[m.Span] && slices.ContainsFunc(d.Timex, func(g goldTimex) bool { return g.Start == m.Start && g.End == m.End }) {
				exact[m.Span] = true
				strict++
			}
			best, at := 0, -1
			for i, g := range d.Timex {
				if n := min(g.End, m.End) - max(g.Start, m.Start); !used[i] && n > best {
					best, at = n, i
				}
			}
			words := d.Text[m.Start:m.End]
			if at < 0 {
				report(d.Doc, "extra", words, m.Value+" "+m.Rule, "")
				continue
			}
			g := d.Timex[at]
			used[at] = true
			relaxed++
			if g.Type == m.Type {
				kind++
			}
			switch {
			case !g.judged():
				skipped++
			case g.Value == m.Value:
				value++
			default:
				report(d.Doc, "value", g.Text, m.Value+" "+m.Rule+" ("+m.Basis+")", g.Value)
			}
		}
		for i, g := range d.Timex {
			if !g.judged() {
				unjudged++
			}
			if !used[i] {
				report(d.Doc, "missed", g.Text, "", g.Value)
			}
		}
	}
	f1 := func(n, a, b int) float64 { return 200 * float64(n) / float64(max(1, a+b)) }
	return figures{f1(strict, gold, system), f1(relaxed, gold, system), f1(value, gold-unjudged, system-skipped),
		100 * float64(kind) / float64(max(1, relaxed))}
}

// TestDevelopmentSets fails when a figure falls under the one recorded. With
// MISSES set to a file's name it also writes every difference there.
func TestDevelopmentSets(t *testing.T) {
	for _, set := range []struct {
		name  string
		floor figures
	}{
		{"timex-seeds.jsonl", figures{strict: 98, relaxed: 99, value: 98}},
		{"timex-meantime-dev.jsonl", figures{strict: 88.5, relaxed: 93, value: 86}},
		{"timex-wikiwars-dev.jsonl", figures{strict: 89.5, relaxed: 95.5, value: 91}},
	} {
		docs := readGold(t, set.name)
		report := func(doc, what, words, got, want string) {}
		if name := os.Getenv("MISSES"); name != "" {
			f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			report = func(doc, what, words, got, want string) {
				fmt.Fprintf(f, "%s\t%s\t%q\t%s\twant %s\n", doc, what, words, got, want)
			}
		}
		got := score(docs, report)
		t.Logf("%-26s strict %.1f  relaxed %.1f  value %.1f  type %.1f", set.name, got.strict, got.relaxed, got.value, got.kind)
		if got.strict < set.floor.strict || got.relaxed < set.floor.relaxed || got.value < set.floor.value {
			t.Errorf("%s: strict %.1f relaxed %.1f value %.1f fell under %v", set.name, got.strict, got.relaxed, got.value, set.floor)
		}
	}
}
