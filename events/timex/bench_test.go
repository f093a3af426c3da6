package timex

import (
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

// benchText is prose of our own with as many expressions of time as a report
// on a conflict has, about one in forty words.
var benchText = strings.Repeat(`The ministry said on Friday that two villages had been shelled overnight, and that at least
nine people were wounded. In June 2015 the parties had agreed to meet every month, but after the talks of 12 March broke down
the observers left, and the road has been closed since. Residents told our correspondent that the bridge, which was built by
engineers from the north, would be repaired within two weeks; nobody believed it, she added, because the same promise was made
three years ago. The governor did not answer questions about the 1,200 families who still live in schools and railway wagons.
`, 2000)

func BenchmarkFind(b *testing.B) {
	tokens := text.AppendTokens(nil, benchText)
	b.SetBytes(int64(len(benchText)))
	b.ReportAllocs()
	for b.Loop() {
		Find(benchText, tokens, nil, Options{Published: "2020-10-17"})
	}
}

func BenchmarkTokensAndFind(b *testing.B) {
	var tokens []text.Token
	b.SetBytes(int64(len(benchText)))
	for b.Loop() {
		tokens = text.AppendTokens(tokens[:0], benchText)
		Find(benchText, tokens, nil, Options{Published: "2020-10-17"})
	}
}

func BenchmarkManyDates(b *testing.B) {
	s := strings.Repeat("On 4 May 2015, 5 May and two days later, ", 5000)
	tokens := text.AppendTokens(nil, s)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Find(s, tokens, nil, Options{Published: "2020-10-17"})
	}
}

// BenchmarkDenseLine reads one line of 20 MB that is full of dates: what it
// allocates is the most that a document of that size can ask for.
func BenchmarkDenseLine(b *testing.B) {
	const unit = "On 4 May 2015, 5 May and two days later, "
	s := strings.Repeat(unit, 20<<20/len(unit))
	tokens := text.AppendTokens(nil, s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		found := Find(s, tokens, nil, Options{Published: "2020-10-17"})
		b.ReportMetric(float64(len(found)), "mentions")
	}
}
