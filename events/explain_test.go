package events

import (
	"reflect"
	"testing"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

func explainDocument(s string) *source.Document {
	return &source.Document{ID: "d", Outlet: "The Lamp", Published: published, Language: "en", Text: s,
		Blocks: []text.Block{{Span: text.Span{Start: 0, End: len(s)}, Role: text.Body}}}
}

func TestEveryFieldOfAReportHasARule(t *testing.T) {
	d := explainDocument("On Monday rebels shelled Aleppo, killing at least nine people, the Interior Ministry said.")
	x := testExtractor(t)
	got, _ := x.Explain(d)
	if len(got) == 0 {
		t.Fatal("no report")
	}
	fields := map[string]string{}
	for _, s := range got[0].Steps {
		fields[s.Field] = s.Words.Text
		if s.Rule == "" || s.Why == "" {
			t.Errorf("a step without rule or reason: %+v", s)
		}
		if s.Words.Text != d.Text[s.Words.Start:s.Words.End] {
			t.Errorf("%q is not what stands at %d", s.Words.Text, s.Words.Start)
		}
	}
	want := map[string]string{"kind": "shelled", "modality": "", "when": "Monday", "places": "Aleppo", "actors": "rebels",
		"figures": "at least nine people", "attribution": "the Interior Ministry said"}
	for f, words := range want {
		if got, ok := fields[f]; !ok || words != "" && got != words && "the "+got != words {
			t.Errorf("%s rests on %q, want %q", f, got, words)
		}
	}
}

func TestExplainTellsWhatExtractTells(t *testing.T) {
	d := explainDocument("Missiles hit Kharkiv on Monday. Two people were killed. The attack lasted an hour. Talks are planned for Friday.")
	x := testExtractor(t)
	want, _ := x.Extract(d)
	explained, _ := x.Explain(d)
	var got []Report
	for _, e := range explained {
		got = append(got, e.Report)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("explained %+v\nextracted %+v", got, want)
	}
}
