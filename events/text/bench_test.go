package text

import (
	"strings"
	"testing"
)

// BenchmarkAppendTokens cuts a text of plain English and of names with letters
// beyond ASCII.
func BenchmarkAppendTokens(b *testing.B) {
	s := strings.Repeat("On 17 October 2020 the mayor of Gəncə said that \"at least nine\" people had been hurt; others spoke of 12.\n", 200)
	b.SetBytes(int64(len(s)))
	var tokens []Token
	for b.Loop() {
		tokens = AppendTokens(tokens[:0], s)
	}
}

// BenchmarkSpellings looks up the words of a text that have been met before.
func BenchmarkSpellings(b *testing.B) {
	s := strings.Repeat("On 17 October 2020 the mayor of Gəncə said that \"at least nine\" people had been hurt; others spoke of 12.\n", 200)
	b.SetBytes(int64(len(s)))
	tokens := AppendTokens(nil, s)
	var met Spellings[int]
	for b.Loop() {
		for _, t := range tokens {
			w, _ := met.Of(t.Text(s))
			w.Known++
		}
	}
}
