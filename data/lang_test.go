package data

import (
	"slices"
	"strings"
	"testing"
)

func TestALanguageFileIsReadLineByLine(t *testing.T) {
	l, err := ParseLanguage("xx", `
# a comment
language Test
published 2020-10-17

words month
Januar{y,ies} jan = 1
words plain
ago
let DATE
{month} {yyyy}
rule month-year date unit=year
@DATE
{month} of {yyyy}
  after in {prep}
not-before-glued % ^
+ (2019) In [January 1992] \nand [May]. = 1992-01; XXXX-05
- No date here.
`)
	if err != nil {
		t.Fatal(err)
	}
	if l.Name != "Test" || l.Published != "2020-10-17" || len(l.Words) != 2 || len(l.Macros) != 1 || len(l.Rules) != 1 {
		t.Fatalf("%+v", l)
	}
	if want := []Word{{"January", "1"}, {"Januaries", "1"}, {"jan", "1"}}; !slices.Equal(l.Words[0].Words, want) {
		t.Errorf("words %v, want %v", l.Words[0].Words, want)
	}
	if want := (Word{"ago", "ago"}); l.Words[1].Words[0] != want {
		t.Errorf("a word without a value is %v, want %v", l.Words[1].Words[0], want)
	}
	r := l.Rules[0]
	if r.Name != "month-year" || r.Op != "date" || r.Set["unit"] != "year" || len(r.Patterns) != 2 || len(r.Guards) != 2 || len(r.Examples) != 2 {
		t.Fatalf("%+v", r)
	}
	if g := r.Guards[0]; !g.After || g.Not || g.Glued || !slices.Equal(g.Classes, []string{"in", "{prep}"}) {
		t.Errorf("first guard %+v", g)
	}
	if g := r.Guards[1]; g.After || !g.Not || !g.Glued {
		t.Errorf("second guard %+v", g)
	}
	e := r.Examples[0]
	if e.Text != "In January 1992 \nand May." || e.Published != "2019" || !slices.Equal(e.Want, []string{"1992-01", "XXXX-05"}) ||
		!slices.Equal(e.Spans, [][2]int{{3, 15}, {21, 24}}) {
		t.Errorf("example %+v", e)
	}
	if !r.Examples[1].Negative {
		t.Error("an example with - is negative")
	}
}

func TestFaultsInALanguageFileNameTheLine(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "no language line"},
		{"language X\nnonsense", "lang/xx.txt:2: expected"},
		{"language X\nrule", "lang/xx.txt:2: rule needs a name"},
		{"language X\nrule a", "lang/xx.txt:2: rule needs"},
		{"language X\nwords a\nwords a", "lang/xx.txt:3: words a was already given in line 2"},
		{"language X\nwords a\nb{c = 1", "lang/xx.txt:3: b{c: one pair"},
		{"language X\nrule a date\n+ no value here", "lang/xx.txt:3: an example ends"},
		{"language X\nrule a date\n+ a [b] = c; d", "lang/xx.txt:3: 1 spans and 2 values"},
		{"language X\nrule a date\n+ a b] = c", "lang/xx.txt:3: ] without ["},
		{"language X\nrule a date x", "lang/xx.txt:2: expected slot=value"},
	} {
		_, err := ParseLanguage("xx", c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.text, err, c.want)
		}
	}
}

func TestEveryLanguageLoads(t *testing.T) {
	if tags := Languages(); !slices.Contains(tags, "en") || !slices.IsSorted(tags) {
		t.Errorf("languages %v", tags)
	}
	for _, tag := range Languages() {
		l, err := LoadLanguage(tag)
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := LoadLanguage(tag); again != l {
			t.Errorf("%s is parsed more than once", tag)
		}
	}
}

func FuzzParseLanguage(f *testing.F) {
	f.Add("language X\nwords m\nJa{n,s} = 1\nrule a date\n{m} {yyyy}\n+ In [Jan 1992]. = 1992-01\n")
	f.Fuzz(func(t *testing.T, s string) {
		l, err := ParseLanguage("xx", s)
		if err != nil {
			return
		}
		for _, r := range l.Rules {
			for _, e := range r.Examples {
				for _, span := range e.Spans {
					if span[0] > span[1] && span[1] >= 0 || span[1] > len(e.Text) {
						t.Fatalf("example %+v", e)
					}
				}
			}
		}
	})
}
