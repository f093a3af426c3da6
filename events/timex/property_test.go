package timex

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// mustHold checks what holds for the mentions of every text.
func mustHold(fail func(string, ...any), s, published string) []Mention {
	return mustHoldIn(fail, s, Options{Published: published})
}

func mustHoldIn(fail func(string, ...any), s string, opt Options) []Mention {
	found := Find(s, text.AppendTokens(nil, s), nil, opt)
	cuts := make([]bool, len(s)+1) // where a character starts; a byte that is none is one
	cuts[len(s)] = true
	for i := range s {
		cuts[i] = true
	}
	end := 0
	before := map[text.Span]bool{}
	for _, m := range found {
		words := ""
		if m.Start >= end && m.End > m.Start && m.End <= len(s) {
			words = s[m.Start:m.End]
		} else {
			fail("%q: span %v after %d", s, m.Span, end)
		}
		end = m.End
		before[m.Span] = true
		if m.Earliest != edtf.Open && m.Latest != edtf.Open && m.Earliest > m.Latest {
			fail("%q: %q from %s to %s", s, words, m.Earliest, m.Latest)
		}
		if m.EDTF != "" {
			v, err := edtf.Parse(m.EDTF)
			if err != nil || v.String() != m.EDTF {
				fail("%q: %q has EDTF %q: %v", s, words, m.EDTF, err)
			}
			// A narrower reading ("early June") lies within the EDTF value; a night
			// runs into the next day, and a winter has two years.
			a, b := v.Bounds()
			if m.Latest+1 < a || m.Earliest > b+1 {
				fail("%q: %q is %s but %s to %s", s, words, m.EDTF, m.Earliest, m.Latest)
			}
			if m.Precision == "" {
				fail("%q: %q has no precision", s, words)
			}
		}
		if m.Range != "" && !edtf.Valid(m.Range) {
			fail("%q: %q has range %q", s, words, m.Range)
		}
		if m.Type != Date && m.Type != Time && m.Type != Duration && m.Type != Set || m.Basis == "" || m.Rule == "" {
			fail("%q: %q lacks a type, a basis or a rule: %+v", s, words, m)
		}
		if !cuts[m.Start] || !cuts[m.End] {
			fail("%q: %q cuts a character", s, words)
		}
		if m.From.Len() > 0 && !before[m.From] {
			fail("%q: %q is counted from %v, where no mention before it is", s, words, m.From)
		}
	}
	return found
}

// words are pieces that expressions of time are made of, and some that are not.
var pieces = strings.Fields(`on in by the of and to from between until last next this that same previous following ago later earlier after before
 early late mid end beginning two three twenty-one a few several 1 2 5 30 31 29 99 100 1992 2020 480 0 00 12 24 60 0000 9999 BC AD January May March
 february Sept. Dec. friday Sat. monday day days week weeks month year years decade century night morning a.m. pm 12:30 5:99 UTC GMT / - – . , : ; ( ) '
 's th st nd 1990s 90s 2020-09-27 2020-13-45 03/04/2020 31/12/99 quarter first second last half season summer winter fall spring Christmas World War II
 now today yesterday tomorrow tonight overnight every each per daily $ % km people will was said resolution Easter Ramadan Nowruz anniversary fiscal twice other agreed to meet weekend 0310 hours c. half past noon`)

func TestEveryMixOfWordsGivesSoundMentions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "words")
		sep := rapid.SampledFrom([]string{" ", " ", " ", "", "\n"})
		var b strings.Builder
		for _, w := range words {
			b.WriteString(w)
			b.WriteString(sep.Draw(t, "separator"))
		}
		published := rapid.SampledFrom([]string{"", "2020-10-17", "2020-02", "1999", "nonsense", "2020-01-01/2020-03-01", "-0044-03-15"}).Draw(t, "published")
		mustHold(t.Fatalf, b.String(), published)
	})
}

// piecesOf returns the words of a language and what its patterns name, as
// pieces of texts that no person would write.
func piecesOf(t *testing.T, tag string) (*data.Language, []string) {
	lang, err := data.LoadLanguage(tag)
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Fields("1 2 5 30 31 99 1992 2020 480 00 12 24 : . , - – ( ) / ' % $ +")
	for _, w := range lang.Words {
		for _, word := range w.Words {
			all = append(all, strings.TrimPrefix(word.Form, "*"))
		}
	}
	for _, r := range lang.Rules {
		for _, e := range r.Examples {
			all = append(all, strings.Fields(e.Text)...)
		}
	}
	return lang, all
}

func TestEveryMixOfWordsOfEveryLanguageGivesSoundMentions(t *testing.T) {
	for _, tag := range data.Languages() {
		t.Run(tag, func(t *testing.T) {
			lang, all := piecesOf(t, tag)
			rapid.Check(t, func(t *rapid.T) {
				words := rapid.SliceOfN(rapid.SampledFrom(all), 0, 40).Draw(t, "words")
				sep := rapid.SampledFrom([]string{" ", " ", " ", "", "\n"})
				var b strings.Builder
				for _, w := range words {
					if rapid.IntRange(0, 9).Draw(t, "capitals") == 0 {
						w = strings.ToUpper(w)
					}
					b.WriteString(w)
					b.WriteString(sep.Draw(t, "separator"))
				}
				published := rapid.SampledFrom([]string{"", "2020-10-17", "2020-02", "1999"}).Draw(t, "published")
				mustHoldIn(t.Fatalf, b.String(), Options{Published: published, Language: lang})
			})
		})
	}
}

// Paragraphs whose dates are all stated read alike together and apart.
func TestStatedDatesAreFoundWhateverStandsAround(t *testing.T) {
	paragraphs := []string{"On 4 May 2019 it rained.", "Nothing at all.", "From 3 to 5 June 1999, and in the winter of 1993.", "It began at 16:00 (12:00 UTC) on 9 November 2015.", "In the 5th century BC and the 1990s."}
	rapid.Check(t, func(t *rapid.T) {
		var whole strings.Builder
		var want []string
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(paragraphs), 1, 12).Draw(t, "paragraphs") {
			for _, m := range mustHold(t.Fatalf, p, "2020-10-17") {
				want = append(want, p[m.Start:m.End]+"="+m.Value)
			}
			whole.WriteString(p + "\n\n")
		}
		s := whole.String()
		var got []string
		for _, m := range mustHold(t.Fatalf, s, "2020-10-17") {
			got = append(got, s[m.Start:m.End]+"="+m.Value)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("together %v, apart %v", got, want)
		}
	})
}

func TestTheResultDependsOnTheTextAlone(t *testing.T) {
	s := benchText[:4000]
	tokens := text.AppendTokens(nil, s)
	want := Find(s, tokens, nil, Options{Published: "2020-10-17"})
	done := make(chan []Mention)
	for range 8 {
		go func() {
			Find("On 4 May 480 BC and yesterday, 3-5 June 1999.", text.AppendTokens(nil, "On 4 May 480 BC and yesterday, 3-5 June 1999."), nil, Options{})
			done <- Find(s, tokens, nil, Options{Published: "2020-10-17"})
		}()
	}
	for range 8 {
		if got := <-done; !reflect.DeepEqual(got, want) {
			t.Fatal("two runs over one text differ")
		}
	}
}

func TestHostileTexts(t *testing.T) {
	for name, s := range map[string]string{
		"empty":              "",
		"NUL bytes":          "On 4\x00May\x002020 \x00",
		"broken UTF-8":       "On 4 May 2020\xff\xfe, \xc3 and yesterday\xe2\x80",
		"right to left":      "\u202eOn 4 May 2020\u202c في ٤ مايو ٢٠٢٠ יום שישי",
		"huge numbers":       "99999999999999999999 years ago, 999999999 decades later, 123456789 BC, 999999999 days ago",
		"only separators":    strings.Repeat(", ", 5000),
		"open parentheses":   strings.Repeat("(1992 ", 5000),
		"unfinished lists":   strings.Repeat("4, ", 10000) + "and 5 May",
		"unfinished ranges":  strings.Repeat("1990-", 10000),
		"one word, no space": strings.Repeat("monday", 10000),
	} {
		for _, published := range []string{"", "2020-10-17"} {
			t.Run(name, func(t *testing.T) { mustHold(t.Fatalf, s, published) })
		}
	}
}

// A cost that grew faster than the text would not end before the test's own time is up.
func TestThousandsOfDatesInOneSentence(t *testing.T) {
	for _, n := range []int{1_000, 100_000} {
		s := strings.Repeat("on 4 May 2015 and 5 May, then two days later, ", n)
		if got := len(mustHold(t.Fatalf, s, "2020-10-17")); got != 3*n {
			t.Fatalf("%d expressions found, want %d", got, 3*n)
		}
	}
}

// A single line as long as a careless export makes it.
func TestALineOfAHundredMegabytes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds and a gigabyte")
	}
	const sentence = "The column crossed the river near the old mill and waited there for the others, who came on 4 May 2015 with nothing but what they carried. "
	s := strings.Repeat(sentence, 100<<20/len(sentence))
	if got := len(Find(s, text.AppendTokens(nil, s), nil, Options{Published: "2020-10-17"})); got != 100<<20/len(sentence) {
		t.Fatalf("%d expressions found", got)
	}
	word := strings.Repeat("x", 100<<20)
	if got := Find(word, text.AppendTokens(nil, word), nil, Options{}); got != nil {
		t.Fatalf("found %v", got)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("On Sept. 27–Oct. 2, 2020, two days after 480 BC", "2020-10-17")
	f.Add("in the night of 3-4 May, early last week; the 1990s (1947-54)", "")
	f.Add("16:29\n4 October 2020", "2020")
	f.Fuzz(func(t *testing.T, s, published string) { mustHold(t.Fatalf, s, published) })
}

// Texts that once gave an unsound mention.
func TestWhatOnceWasUnsound(t *testing.T) {
	lang, _ := piecesOf(t, "en")
	for _, s := range []string{
		"1 1 1 2430 Z ", // half past 24 is no time
	} {
		mustHoldIn(t.Fatalf, s, Options{Published: "2020-10-17", Language: lang})
	}
}
