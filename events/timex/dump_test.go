package timex

import (
	"encoding/json"
	"github.com/dateline-project/dateline/events/text"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	out, _ := os.Create("/tmp/sys.jsonl")
	for _, d := range readGold(t, os.Getenv("SET")) {
		for _, m := range Find(d.Text, text.AppendTokens(nil, d.Text), nil, Options{Published: d.DCT}) {
			b, _ := json.Marshal(map[string]any{"doc": d.Doc, "start": m.Start, "end": m.End, "type": m.Type, "value": m.Value, "edtf": m.EDTF, "e": m.Earliest.String(), "l": m.Latest.String(), "basis": m.Basis, "text": d.Text[m.Start:m.End], "mod": m.Mod, "under": m.Underspecified, "prec": m.Precision, "rule": m.Rule})
			out.Write(append(b, '\n'))
		}
	}
}
func BenchmarkWW(b *testing.B) {
	var d goldDoc
	f, _ := os.Open("/work/shared/gold/timex-wikiwars-dev.jsonl")
	dec := json.NewDecoder(f)
	var docs []goldDoc
	n := 0
	for dec.Decode(&d) == nil {
		docs = append(docs, d)
		n += len(d.Text)
		d = goldDoc{}
	}
	b.SetBytes(int64(n))
	var toks []text.Token
	for b.Loop() {
		for _, d := range docs {
			toks = text.AppendTokens(toks[:0], d.Text)
			Find(d.Text, toks, nil, Options{Published: d.DCT})
		}
	}
}
