package events

import (
	"slices"
	"strings"
	"testing"
)

// Business and politics: what is told together has one time, and a date is
// of no more than it stands with.
func TestTimesOfNews(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct{ about, text, want string }{
		{"what a contract is for", "The yard won a contract on Monday to supply four ferries.", "deal «supply» 2023-05-15/.. planned"},
		{"a participle that goes on", "The firm closed a plant on Monday, cancelling two orders.", "other «cancelling» 2023-05-15"},
		{"a noun that takes it up", "The bank bought a rival on Monday. The deal creates the largest lender.", "agreement «deal» 2023-05-15"},
		{"a noun made from its verb", "The minister opened a bridge on Monday. At the opening she thanked the builders.", "launch «opening» 2023-05-15"},
		{"said at an occasion", "The jet was handed over at a ceremony on Monday. \"It is late,\" the chairman told reporters at the ceremony.", "statement «told» 2023-05-15"},
		{"an occasion", "The minister opened a bridge on Monday. At the opening she thanked the builders.", "launch «opened» 2023-05-15"},
		{"a noun behind two days has none", "The bank bought a rival on Monday and sold a broker on Tuesday. The deal was praised.", "agreement «deal»"},
		{"going on", "The carmaker is recalling 90,000 vans.", "closure «recalling» 2023-05-17"},
		{"said to be ahead", "The retailer said it would challenge the law.", "other «challenge» planned <The retailer"},
		{"set for a day", "The board meets on 26 May.", "talks «meets» 2023-05-26 planned"},
		{"ordered before it was received", "On Monday the airline received the fifth of nine jets ordered in 2019.", "other «ordered» 2019"},
		{"received after it was ordered", "On Monday the airline received the fifth of nine jets ordered in 2019.", "other «received» 2023-05-15"},
		{"an aside", "The mayor, in office since 2011, denied the report.", "denial «denied» 2023-05-17"},
		{"over the next years", "The firm announced 400 job cuts over the next two years.", "statement «announced» 2023-05-17"},
		{"a period that figures are for", "For the final quarter of 2022, the brewer said that it had made a profit of 9 million euros.", "statement «said» 2023-05-17"},
		{"what is said before the verb", "\"Our results for the third quarter of 2022 please us,\" said the chairman of the brewer, Ann Lee.", "statement «said» 2023-05-17"},
		{"a participle that opens the sentence", "Citing high costs, the brewer closed its plant in Ghent on Monday.", "other «Citing» 2023-05-15"},
		{"a name that ends like a participle", "Boeing engineers met on Monday.", "talks «met» 2023-05-15"},
		{"going on as it happened", "As the two firms were negotiating, the board sold its ferry on Monday.", "talks «negotiating» 2023-05-15"},
		{"the occasion that opens the sentence", "In a ceremony attended by two ministers, the brewer opened its plant on Monday.", "talks «ceremony» 2023-05-15"},
		{"who came to the occasion", "In a ceremony attended by two ministers, the brewer opened its plant on Monday.", "other «attended» 2023-05-15"},
		{"on its occasion", "The probe made its maiden flight on Monday. Engineers found a fault on its maiden flight.", "other «fault» 2023-05-15"},
		{"an accident that harmed nobody", "The ferry's departure was delayed today after an accident at the pier. The crew repaired the ramp. Passengers boarded a second ferry.", "other «repaired» 2023-05-17"},
		{"crashes of long before", "The airline has ordered five jets. The order follows two crashes in 2019, which killed 40 people. It hired 90 pilots on Monday.", "appointment «hired» 2023-05-15"},
		{"what it was", "The brewer bought a rival on Monday. It was the largest purchase of its history.", "deal «purchase of» 2023-05-15"},
		{"the largest since", "It is the largest fine since the agency was set up in 2010.", "formation «set up» 2010"},
		{"a headline and the verb of its lead", "# Finance chief quits\n\nThe finance chief of the bank resigned on Monday.", "resignation «quits» 2023-05-15"},
		{"a headline that the tagger misreads", "# Minister tells airlines not to buy planes\n\nThe minister praised the airlines.", "statement «tells» 2023-05-17"},
		{"the country in capitals", "# US carmaker deal collapses\n\nThe talks ended.", "agreement «deal»"},
	} {
		if got := lines(read(x, document("d", published, c.text))); !slices.Contains(got, c.want) {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.about, c.text, strings.Join(got, "\n     "), c.want)
		}
	}
}
