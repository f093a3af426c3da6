package events

import (
	"fmt"
	"strings"
	"testing"
)

func TestSumsOfMoney(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct{ about, text, want string }{
		{"a scale and a second currency", "The yard won a US$40 billion (£20.1 billion) contract on Monday.", "deal USD 40000000000; deal GBP 20100000000"},
		{"an abbreviated scale, and the price of one share", "The airline signed a deal worth $11bn on Tuesday, at $80 a share.", "agreement USD 11000000000"},
		{"words behind the number", "Thieves stole diamonds valued at 85 million euros from a jeweller in Genk on Friday.", "crime EUR 85000000"},
		{"at least, and a range", "The flood caused damage of at least $2.5-3 million on Friday.", "disaster USD 2500000+"},
		{"at most", "The firm was fined up to 12 million roubles on Friday.", "court-ruling RUB 0-12000000"},
		{"thousands in groups", "Robbers made off with €25,500 in Genk on Friday.", "crime EUR 25500"},
		{"Indian scales", "The court fined the bank Rs 500 crore on Monday.", "court-ruling INR 5000000000"},
		{"a small sum in dollars", "A man was robbed of 300 dollars in Genk on Friday.", "crime USD 300"},
		{"a range with the scale of its end", "Robbers stole €2-3 million in Genk on Friday.", "crime EUR 2000000-3000000"},
		{"a comma for the point", "Thieves stole 2,5 million euros in Genk on Friday.", "crime EUR 2500000"},
		{"lakhs in groups", "Robbers stole Rs 1,00,000 in Genk on Friday.", "crime INR 100000"},
		{"no more than", "The firm was fined not more than $5 million on Friday.", "court-ruling USD 0-5000000"},
		{"something else behind it", "Robbers stole $500 and 2 million-year-old fossils in Genk on Friday.", "crime USD 500"},
		{"points between the thousands", "Robbers stole 1.500.000 euros in Genk on Friday.", ""},
		{"blanks between the thousands", "Robbers stole 5 000 000 euros in Genk on Friday.", ""},
		{"a blank behind the comma", "Robbers stole $5, 000 in Genk on Friday.", ""},
		{"two scales", "The bank was fined Rs 5 lakh crore on Friday.", ""},
		{"what a year costs", "The firm signed a $5 million-a-year deal on Friday.", ""},
		{"cents", "The firm was fined $0.40 on Friday.", ""},
		{"by the way of violence", "Police shot two men near a $2m house in Genk on Friday.", ""},
		{"no currency", "A firm in Genk ordered 40 billion bolts on Friday.", ""},
		{"a sign without a number", "The firm signed a deal in US$ on Friday.", ""},
		{"more than can be counted", "The firm signed a deal worth $99999999999 trillion on Friday.", ""},
	} {
		var got []string
		for _, r := range read(x, document(c.about, "2023-06-10", c.text)) {
			for _, f := range r.Figures {
				if f.Measure != MeasureMoney {
					continue
				}
				s := fmt.Sprintf("%s %s %d", r.Kind, f.Population, f.Low)
				switch {
				case f.High == nil:
					s += "+"
				case *f.High != f.Low:
					s += fmt.Sprintf("-%d", *f.High)
				}
				got = append(got, s)
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s\n\tgot  %s\n\twant %s", c.about, c.text, s, c.want)
		}
	}
}
