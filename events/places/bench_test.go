package places

import (
	"strings"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// benchText is running text of the mix that news has: about one word in eight
// in capitals, half of those places.
func benchText() string {
	const paragraph = "Residents of Ganja, the second city of Azerbaijan, spent the night in shelters after the sirens went, and the mayor asked them to stay there. " +
		"Officials in Yerevan denied that Armenian units had fired on the town, and said that shells had fallen near Hadrut and in several villages to the north of it. " +
		"The ministry gave no figures for the day, but doctors at two hospitals spoke of dozens of wounded people, most of them women and older men who had not left their homes. " +
		"A spokesman for Mr Karimov told reporters on Tuesday that talks in Geneva would go on, whatever happened along the border, and that a Russian plan was still on the table. " +
		"Prices of bread and fuel rose again during the week, the bank said in its bulletin, and the roads from Baku to the west were closed to lorries for a third day. "
	return strings.Repeat(paragraph+"\n", 64)
}

func BenchmarkFind(b *testing.B) {
	gaz, err := data.Gazetteer()
	if err != nil {
		b.Fatal(err)
	}
	s := benchText()
	tokens := text.AppendTokens(nil, s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Find(nil, s, tokens, gaz, Options{})
	}
}
