package events

import (
	"strings"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

func testVocabulary(t testing.TB) *vocabulary {
	t.Helper()
	lexicon, err := data.LoadLexicon("en")
	if err != nil {
		t.Fatal(err)
	}
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	v, err := newVocabulary(lexicon, kinds)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// The cases mark each end of a sentence with a bar.
func TestSentencesEndWhereAReaderEndsThem(t *testing.T) {
	v := testVocabulary(t)
	for _, marked := range []string{
		"The truce held. | Nobody fired.",
		"It began on Sept. 27 and ended in Nov. 2020. | Both sides agreed.",
		"Gen. R. Talbot met Dr. Lind. | They spoke for an hour.",
		"The U.S. envoy left. | He came from the U.S. | The talks failed.",
		"Acme Inc. | The board met.",
		"“We will not stop.” | The crowd left.",
		"“Stop!” he said. | Nobody did.",
		"The price rose 3.5 per cent. | Sales fell.",
		"Who fired first? | Both deny it.",
		"They waited ... and then left. | Night fell.",
		"See example.org for more. | It is free.",
		"It was signed at 4 p.m. on Friday. | It failed.",
		"Nine died (four of them women). | Ten were hurt.",
		"One sentence without an end",
		"No. 5 unit fired. | It missed.",
	} {
		s := strings.ReplaceAll(marked, " | ", " ")
		words := v.appendWords(nil, new(text.Spellings[lexeme]), s, text.AppendTokens(nil, s))
		var got []string
		for _, x := range v.appendSentences(nil, s, words, []text.Block{{Span: text.Span{End: len(s)}}}) {
			got = append(got, s[x.Start:x.End])
		}
		if g := strings.Join(got, " | "); g != marked {
			t.Errorf("got  %s\nwant %s", g, marked)
		}
	}
}

func TestWordsAreWhatAReaderTakesForOne(t *testing.T) {
	v := testVocabulary(t)
	for s, want := range map[string]string{
		"The U.S.-led cease-fire's end didn't come": "the u.s. - led cease-fire 's end did n't come",
		"1,165 houses, 3.5 km on the 27th":          "1,165 houses , 3.5 km on the 27th",
		"a 44-day war; can't":                       "a 44-day war ; ca n't",
		"Ganja’s mayor":                             "ganja 's mayor",
		"Sept. 27, 2020.":                           "sept. 27 , 2020 .",
		"":                                          "",
	} {
		var got []string
		for _, w := range v.appendWords(nil, new(text.Spellings[lexeme]), s, text.AppendTokens(nil, s)) {
			got = append(got, w.low)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q:\ngot  %s\nwant %s", s, g, want)
		}
	}
}

func TestWordFormsFollowEnglishSpelling(t *testing.T) {
	f := newInflector([][3]string{{"strike", "struck", "struck"}, {"take", "took", "taken"}}, [][2]string{{"man", "men"}})
	for base, want := range map[string]string{
		"attack": "attack attacks attacking attacked", "strike": "strike strikes striking struck struck",
		"deny": "deny denies denying denied", "stop": "stop stops stopping stopped", "target": "target targets targeting targeted",
		"seize": "seize seizes seizing seized", "clash": "clash clashes clashing clashed", "die": "die dies dying died",
		"flee": "flee flees fleeing fleed", "retake": "retake retakes retaking retaked", "permit": "permit permits permitting permitted",
		"quit": "quit quits quitting quitted", "open": "open opens opening opened",
	} {
		if got := strings.Join(f.verb(base), " "); got != want {
			t.Errorf("%s: got %s, want %s", base, got, want)
		}
	}
	for base, want := range map[string]string{"man": "man men", "atrocity": "atrocity atrocities", "strike": "strike strikes", "clash": "clash clashes", "co-man": "co-man co-men"} {
		if got := strings.Join(f.noun(base), " "); got != want {
			t.Errorf("%s: got %s, want %s", base, got, want)
		}
	}
}

func TestNumbersInDigitsAndWords(t *testing.T) {
	v := testVocabulary(t)
	for s, want := range map[string][3]int64{ // low, high (-1 open), words
		"1,165": {1165, 1165, 1}, "nine": {9, 9, 1}, "twenty-three": {23, 23, 1}, "two dozen people": {24, 24, 2},
		"dozens": {24, -1, 1}, "2 million": {2000000, 2000000, 2}, "1.5 million": {1500000, 1500000, 2},
		"two hundred and six": {206, 206, 4}, "hundreds of": {200, -1, 1}, "500 thousand": {500000, 500000, 2},
	} {
		low, high, n, ok := v.number(v.appendWords(nil, new(text.Spellings[lexeme]), s, text.AppendTokens(nil, s)))
		h := int64(-1)
		if high != nil {
			h = *high
		}
		if !ok || low != want[0] || h != want[1] || int64(n) != want[2] {
			t.Errorf("%s: got %d, %d in %d words (%v), want %v", s, low, h, n, ok, want)
		}
	}
	for _, s := range []string{"", "the", "3.5", "green", "twenty-green"} {
		if _, _, _, ok := v.number(v.appendWords(nil, new(text.Spellings[lexeme]), s, text.AppendTokens(nil, s))); ok {
			t.Errorf("%q read as a number", s)
		}
	}
}
