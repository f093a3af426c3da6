package timex

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

// goldDoc is a document of a development set, as its README describes it.
type goldDoc struct {
	Doc   string     `json:"doc"`
	DCT   string     `json:"dct"`
	Text  string     `json:"text"`
	Timex []Expected `json:"timex"`
}

func readGold(t testing.TB, name string) []goldDoc {
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

// TestDevelopmentSets fails when a figure falls under the one recorded.
func TestDevelopmentSets(t *testing.T) {
	for _, set := range []struct {
		name                   string
		strict, relaxed, value float64
	}{
		{"timex-seeds.jsonl", 98, 99, 98},
		{"timex-meantime-dev.jsonl", 88.5, 93, 86},
		{"timex-wikiwars-dev.jsonl", 91, 97, 91.5},
	} {
		var s Score
		for _, d := range readGold(t, set.name) {
			s.Add(d.Timex, Find(d.Text, text.AppendTokens(nil, d.Text), nil, Options{Published: d.DCT}))
		}
		t.Logf("%-26s %v", set.name, s)
		if s.Strict() < set.strict || s.Relaxed() < set.relaxed || s.Value() < set.value {
			t.Errorf("%s: %v, under strict %.1f, relaxed %.1f or value %.1f", set.name, s, set.strict, set.relaxed, set.value)
		}
	}
}

func TestScoreCountsAsItSays(t *testing.T) {
	date := func(start, end int, value string) Mention {
		return Mention{Span: text.Span{Start: start, End: end}, Type: Date, Value: value}
	}
	want := func(start, end int, value string) Expected {
		return Expected{text.Span{Start: start, End: end}, Date, value}
	}
	var s Score
	wrong := s.Add(
		[]Expected{want(0, 4, "2020"), want(10, 20, "2020-05"), want(30, 34, "null"), want(40, 44, "1999")},
		[]Mention{date(0, 4, "2020"), date(12, 25, "2020-06"), date(30, 34, "P1D"), date(50, 54, "2001")})
	if len(wrong) != 3 || wrong[0].Want.Value != "2020-05" || wrong[1].Found != nil || wrong[2].Want != nil {
		t.Errorf("differences %+v", wrong)
	}
	// strict 2 of 4 and 4, relaxed 3 of 4 and 4, value 1 of 3 and 3: one is not judged
	if s.Strict() != 50 || s.Relaxed() != 75 || s.Value() != 200.0/6 || s.Type() != 100 {
		t.Errorf("%v", s)
	}
}

// BenchmarkWikiWars reads war narratives: tokens, recognition and resolution.
func BenchmarkWikiWars(b *testing.B) {
	docs := readGold(b, "timex-wikiwars-dev.jsonl")
	size := 0
	for _, d := range docs {
		size += len(d.Text)
	}
	b.SetBytes(int64(size))
	var tokens []text.Token
	for b.Loop() {
		for _, d := range docs {
			tokens = text.AppendTokens(tokens[:0], d.Text)
			Find(d.Text, tokens, nil, Options{Published: d.DCT})
		}
	}
}
