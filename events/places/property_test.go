package places

import (
	"reflect"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// wellFormed reports what breaks the promises of Find about its result.
func wellFormed(t *testing.T, s string, ms []Mention) {
	t.Helper()
	last := 0
	for _, m := range ms {
		switch {
		case m.Start < last || m.Start >= m.End || m.End > len(s):
			t.Fatalf("%q: span %v after %d", s, m.Span, last)
		case m.Extent.Start < 0 || m.Extent.End > len(s) || m.Extent.Start > m.Start || m.Extent.End < m.End:
			t.Fatalf("%q: extent %v does not hold %v", s, m.Extent, m.Span)
		case m.Name != s[m.Start:m.End]:
			t.Fatalf("%q: name %q at %v", s, m.Name, m.Span)
		case m.Rule == "" || m.Basis == "" || m.Precision == "":
			t.Fatalf("%q: no rule, basis or precision: %+v", s, m)
		case (m.ID != "") == (m.Vague || m.Unlisted), m.Vague && m.Unlisted:
			t.Fatalf("%q: not one of listed, vague, unlisted: %+v", s, m)
		case m.ID != "" && len(m.Names) == 0:
			t.Fatalf("%q: no names: %+v", s, m)
		}
		last = m.End
	}
}

func FuzzFind(f *testing.F) {
	gaz, err := data.Gazetteer()
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{benchText()[:900], "GANJA, Azerbaijan (AP) — Paris, Ill., and St. John's", "the village of X-Y's", "al-Hasakah’s \xff\xfe U.S.-led",
		"in the direction of the besieged north-eastern town of Hadrut, Azerbaijan", "several of 10 more than the border with the", "Баку and 北京, Շուշի"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tokens := text.AppendTokens(nil, s)
		ms := Find(nil, s, tokens, gaz, Options{})
		wellFormed(t, s, ms)
		wellFormed(t, s, Corefer(nil, s, tokens, gaz, ms))
	})
}

func TestTheSameTextGivesTheSameMentions(t *testing.T) {
	gaz, err := data.Gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	s := benchText()
	tokens := text.AppendTokens(nil, s)
	want := Find(nil, s, tokens, gaz, Options{})
	if len(want) == 0 {
		t.Fatal("nothing found")
	}
	results := make(chan []Mention)
	for range 8 {
		go func() { results <- Find(nil, s, tokens, gaz, Options{}) }()
	}
	for range 8 {
		if got := <-results; !reflect.DeepEqual(got, want) {
			t.Error("a second run differs")
		}
	}
}

// A cost that grew faster than the text would not end before the test's own time is up.
func TestHostileRepeatsAreRead(t *testing.T) {
	gaz, err := data.Gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range []string{"Springfield, Ill. ", "San José city ", "“", "A.", "the border of ", "Texas, ", "Nagorno-", "Iran's San José ", "in the north of the town of ", "Saint ", "10 more than "} {
		s := strings.Repeat(unit, 1_000_000/len(unit))
		last := 0
		for _, m := range Find(nil, s, text.AppendTokens(nil, s), gaz, Options{}) {
			if m.Start < last || m.End > len(s) {
				t.Fatalf("%q: %v after %d", unit, m.Span, last)
			}
			last = m.End
		}
	}
}

func TestTheCityAndTheCapitalReferBack(t *testing.T) {
	gaz, err := data.Gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []sentence{
		{"Shells fell on Ganja in Azerbaijan. Two people died in the city.", "Ganja=586523 >in; Azerbaijan=AZ >in; the city=586523"},
		{"Turkey sent aid. A plane left the capital at noon.", "Turkey=TR; the capital=323786"},
		{"They met in the city of Ganja.", "Ganja=586523 >in"},
		{"The city was quiet.", ""},
		{"Clashes went on in the town of Qorvanda. Most had left the town.", "Qorvanda=? >in; the town=?"},
	} {
		tokens := text.AppendTokens(nil, c.text)
		if got := show(Corefer(nil, c.text, tokens, gaz, Find(nil, c.text, tokens, gaz, Options{}))); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestFurnitureIsNotRead(t *testing.T) {
	gaz, err := data.Gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	s := "Azerbaijan\nHome Paris London\nRain fell in Ganja."
	tokens := text.AppendTokens(nil, s)
	blocks := []text.Block{{Span: text.Span{Start: 0, End: 10}, Role: text.Title}, {Span: text.Span{Start: 11, End: 28}, Role: text.Furniture}, {Span: text.Span{Start: 29, End: len(s)}}}
	if got := show(Find(nil, s, tokens, gaz, Options{Blocks: blocks})); got != "Azerbaijan=AZ; Ganja=586523 >in" {
		t.Error(got)
	}
}
