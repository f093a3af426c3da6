package timex

import (
	"fmt"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// TestEveryExampleOfEveryLanguage reads the examples that stand beside the
// rules in data/lang: each says which words are an expression and what it means.
func TestEveryExampleOfEveryLanguage(t *testing.T) {
	for _, tag := range data.Languages() {
		lang, err := data.LoadLanguage(tag)
		if err != nil {
			t.Fatal(err)
		}
		if err := Check(lang); err != nil {
			t.Fatal(err)
		}
		examples := 0
		for _, r := range lang.Rules {
			for _, e := range r.Examples {
				examples++
				if err := example(lang, e); err != nil {
					t.Errorf("lang/%s.txt:%d: rule %s: %v", tag, e.Line, r.Name, err)
				}
			}
		}
		t.Logf("%s: %d rules, %d examples", tag, len(lang.Rules), examples)
	}
	if _, err := data.LoadLanguage("xx"); err == nil {
		t.Error("a language that does not exist could be loaded")
	}
}

func example(lang *data.Language, e data.Example) error {
	published := e.Published
	switch published {
	case "":
		published = lang.Published
	case "?":
		published = ""
	}
	found := Find(e.Text, text.AppendTokens(nil, e.Text), nil, Options{Published: published, Language: lang})
	shown := func() string {
		s := ""
		for _, m := range found {
			s += fmt.Sprintf("\n\t[%s] %s %s %q by %s: %s", e.Text[m.Start:m.End], m.Type, m.Value, m.EDTF, m.Rule, m.Basis)
		}
		return s
	}
	if len(found) != len(e.Spans) {
		return fmt.Errorf("%q has %d expressions, want %d%s", e.Text, len(found), len(e.Spans), shown())
	}
	for i, m := range found {
		if [2]int{m.Start, m.End} != e.Spans[i] || m.Value != e.Want[i] && m.EDTF != e.Want[i] {
			return fmt.Errorf("%q: want [%s] = %s%s", e.Text, e.Text[e.Spans[i][0]:e.Spans[i][1]], e.Want[i], shown())
		}
	}
	return nil
}
