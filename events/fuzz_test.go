package events

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

// FuzzWordOrder reads any text, each of its lines a block, and its words in
// another order as well, since rules look at the words beside a word and must
// stop at the ends of a sentence. Every span lies in the text.
func FuzzWordOrder(f *testing.F) {
	b, err := os.ReadFile("testdata/attribution.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		f.Add(line, uint64(len(line)))
	}
	x := testExtractor(f)
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		words := strings.Fields(strings.ToValidUTF8(s, ""))
		for range 3 {
			d := table(strings.Split(strings.Join(words, " "), " ¶ ")...)
			d.Published = published
			if len(d.Blocks) > 1 {
				d.Blocks[0].Role = text.Title
			}
			reports, _ := x.Explain(d)
			all, _ := x.Attributions(d)
			for _, a := range all {
				for _, v := range []text.Span{a.Span, a.Source, a.CueSpan, a.Content} {
					if v.Start < 0 || v.Start > v.End || v.End > len(d.Text) {
						t.Fatalf("%q: span %v of what %s says", d.Text, v, a.Speaker)
					}
				}
			}
			for _, r := range reports {
				spans := []text.Span{r.Trigger.Span, r.Quote.Span}
				for _, a := range r.Attribution {
					spans = append(spans, a.Span, a.Source, a.CueSpan, a.Content)
				}
				for _, v := range r.Figures {
					spans = append(spans, v.Span)
				}
				for _, v := range spans {
					if v.Start < 0 || v.Start > v.End || v.End > len(d.Text) {
						t.Fatalf("%q: span %v of %s «%s»", d.Text, v, r.Kind, r.Trigger.Text)
					}
				}
			}
			rand.New(rand.NewPCG(seed, 1)).Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		}
	})
}
