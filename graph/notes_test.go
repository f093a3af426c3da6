package graph_test

import (
	"testing"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/graph"
)

// Two notes of one sentence have half of their words in common by chance, and in
// a corpus of two nothing tells which words are rare. Each pair of two was one event.
func TestNotesOfOneSentence(t *testing.T) {
	for _, c := range []struct {
		about, a, b string
		one         bool
	}{
		{"other days and towns of one year", "On 7 May 2021 militants attacked Beledweyne, killing four soldiers.", "On 9 May 2021 drones struck Baidoa.", false},
		{"the same deed on other days in other towns", "On 7 May 2021 militants attacked Beledweyne, killing four soldiers.", "On 9 May 2021 militants attacked Baidoa, killing six soldiers.", false},
		{"one toll, eight days and two towns", "Gunmen killed 14 people in a market in Jos on 4 May 2021.", "Gunmen killed 14 people at a wedding in Kaduna on 12 May 2021.", false},
		{"two days, other victims", "A roadside bomb killed five soldiers near Jowhar on Monday, the army said.", "A roadside bomb killed three farmers near Jowhar on Wednesday, police said.", false},
		{"one town named in passing", "The bridge at Gori was shelled on Monday, killing 4 people.", "Gori was quiet on Tuesday. Two people were arrested in Tbilisi on 11 May 2021.", false},
		{"two killers", "Mark Lee, 33, shot dead his wife at their home in Tampa on Monday, police said.", "Carl Ross, 51, shot dead his brother at a car park in Tampa on Monday, police said.", false},
		{"two who were arrested", "Police arrested the journalist Sara Deng in Minsk on Monday.", "Police arrested the lawyer Ivan Bely in Minsk on Tuesday.", false},
		{"two who resigned", "President Ali Omar resigned on Monday in Port Noma.", "Finance minister Sara Deng resigned on Monday in Port Noma.", false},
		{"one form, two days", "A roadside bomb killed three soldiers in Ghazni on 4 May 2021.", "A roadside bomb killed three soldiers in Ghazni on 6 May 2021.", false},
		{"one form, a day apart", "On 4 May 2021, gunmen shot and killed a trader in Afgooye.", "On 5 May 2021, gunmen shot and killed a trader in Afgooye.", false},
		{"one form, two towns", "On 4 May 2021 a drone strike hit a car in Rafah, killing two.", "On 4 May 2021 a drone strike hit a car in Jenin, killing two.", false},
		{"one form, two men", "Police arrested the lawyer Ivan Bely in Minsk on 4 May 2021.", "Police arrested the blogger Oleg Sidor in Minsk on 4 May 2021.", false},
		{"two spellings", "Sheikh Muhammad Yusuf was shot dead in Herat on 4 May 2021.", "Gunmen killed Mawlawi Mohamed Yousef in Herat on 4 May 2021.", true},
		{"a date and a weekday", "On 10 May 2021 militants attacked Beledweyne, killing four soldiers.", "Militants killed four soldiers in Beledweyne on Monday, an officer said.", true},
		{"other words", "Gunmen killed 14 people in a market in Jos on 11 May 2021, police said.", "At least 14 traders died when armed men opened fire in a market in Jos on Tuesday.", true},
		{"one who was jailed", "A court in Nairobi jailed the editor John Oduya for 12 months on Monday.", "The editor John Oduya was jailed for a year by a Nairobi court on 10 May.", true},
		{"a last name", "Police arrested the journalist Sara Deng in Minsk on Monday.", "Sara Deng was arrested by police in Minsk on Monday.", true},
	} {
		var docs []source.Document
		for _, d := range []struct{ id, text string }{{"a", c.a}, {"b", c.b}} {
			docs = append(docs, source.Document{ID: d.id, Outlet: d.id, Text: d.text, Published: "2021-05-12", PublishedBasis: "date", Blocks: []text.Block{{Span: text.Span{End: len(d.text)}, Role: text.Body}}})
		}
		g := graph.BuildTexts(t, docs)
		if one := sharesEvent(g); one != c.one {
			t.Errorf("%s: one event is %v\n\t%s\n\t%s", c.about, one, c.a, c.b)
		}
	}
}

// sharesEvent reports whether some event has reports of two documents.
func sharesEvent(g *graph.Graph) bool {
	document := map[string]string{}
	for _, r := range g.Reports {
		if d, ok := document[r.Event]; ok && d != r.Document {
			return true
		}
		document[r.Event] = r.Document
	}
	return false
}
