package timex

import (
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

// layOut returns a text of one line a block, and its blocks: a line that starts
// with # is a heading, of the level of its signs, one with "% " the title.
func layOut(lines []string) (string, []text.Block) {
	var s strings.Builder
	var blocks []text.Block
	for _, line := range lines {
		rest := strings.TrimLeft(line, "#%")
		level := len(line) - len(rest)
		role := text.Body
		switch {
		case line[0] == '%':
			role, level = text.Title, 0
		case level > 0:
			role = text.Heading
		}
		s.WriteString("\n")
		start := s.Len()
		s.WriteString(strings.TrimSpace(rest))
		blocks = append(blocks, text.Block{Span: text.Span{Start: start, End: s.Len()}, Role: role, Level: level})
	}
	return s.String(), blocks
}

// aftermath states 2011 more often than any other year.
var aftermath = []string{
	"# Aftermath",
	"In January 2011 the mayor left. In February 2011 the council met. In March 2011 a court sat. In May 2011 it ruled. In June 2011 the mayor came back.",
}

func TestDatesWithoutAYearGoByThePassage(t *testing.T) {
	const lead = "The battle of Northport was fought between the two armies of the island during the 2010 Island war. It began on 4 May."
	const published = "2012-02-13"
	for name, c := range map[string]struct {
		lines []string
		want  []string // words=EDTF of those checked
	}{
		"the lead outranks the aftermath": {append([]string{lead, "# Battle",
			"On 27 April 2010 shelling began. On 3 May the bridge fell. On 9 May 2010 it ended."}, aftermath...),
			[]string{"4 May=2010-05-04", "3 May=2010-05-03"}},
		"the title outranks the aftermath": {append([]string{"% The battle of Northport, 2010", "The battle was fought between the two armies of the island and lasted three long days. It began on 4 May."},
			aftermath...), []string{"4 May=2010-05-04"}},
		"the first date of all has no year": {[]string{"% A flood that moved fast", "The flood came first in April, to the north of the island, where most of the ferries had landed in May of 2010.",
			"The ferries made the same journeys in 2010 as in the years before.", "In May 2010 a ferry left every hour. Most of the passengers went to Northport in May of 2010."},
			[]string{"April=2010-04"}},
		"a short page goes by its lead and not by its publication": {[]string{lead, "# Timeline",
			"On 27 April 2010 shelling began. The army crossed the river next day. On 3 May the bridge fell.", "# Naming", "On 8 May the town was renamed."},
			[]string{"4 May=2010-05-04", "next day=2010-04-28", "3 May=2010-05-03", "8 May=2010-05-08"}},
		"a section that has moved on keeps its year": {append([]string{lead, "# Battle", "On 27 April 2010 shelling began.", "# Before",
			"On 15 January 1999 a governor was named.", "On 19 February the town met."}, aftermath...),
			[]string{"4 May=2010-05-04", "19 February=1999-02-19"}},
		"a new section is home again": {append(append([]string{lead, "# Battle", "On 27 April 2010 shelling began."}, aftermath...), "# Russia", "On 9 May the fleet left."),
			[]string{"4 May=2010-05-04", "9 May=2010-05-09"}},
		"a heading with a year holds for its section": {[]string{lead, "# Battle", "On 27 April 2010 shelling began. On 29 April 2010 it ended.", "# 2011", "The town was poor.", "On 8 May it voted.", "## Schools", "On 3 June two reopened."},
			[]string{"4 May=2010-05-04", "8 May=2011-05-08", "3 June=2011-06-03"}},
		"a month late in the year after is that of the year told of": {append([]string{lead, "# Dead", "On 27 April 2010 shelling began.", "A man was found on 29 January 2011. However, on 16 November the clerk denied it."}, aftermath...),
			[]string{"4 May=2010-05-04", "16 November=2010-11-16"}},
		"a winter hoped for does not turn the year": {append([]string{lead, "# Battle", "On 27 September 2010 shelling began. They meant to hold out until winter came. On 15 October they fled."}, aftermath...),
			[]string{"4 May=2010-05-04", "15 October=2010-10-15"}},
		"nor does a date planned": {append([]string{lead, "# Battle", "On 24 November 2010 work began. The road is to be finished by September 2011. On 28 November the first car passed."}, aftermath...),
			[]string{"4 May=2010-05-04", "28 November=2010-11-28"}},
		"a lead with a range has no year": {[]string{"The Island war (1948–1950) was fought between the two armies of the island. It was long and cost much.", "# War", "On 30 March a ship sank.",
			"# End", "In May 1950 talks began. In June 1950 they failed. In July 1950 they met. In August 1950 they signed. In October 1950 all left."},
			[]string{"30 March=1948-03-30"}},
		"a life that starts in a year is not about it": {[]string{"He was born on 5 May 1960 in the town of Northport, the third son of a fisherman. He went to sea early.",
			"In June 1992 he came back. In July 1992 he was elected. In August 1993 he left. In May 1994 he returned. In June 1994 he sold the boat.", "On 7 July he died."},
			[]string{"7 July=1994-07-07"}},
	} {
		t.Run(name, func(t *testing.T) {
			s, blocks := layOut(c.lines)
			got := map[string]string{}
			for _, m := range Find(s, text.AppendTokens(nil, s), blocks, Options{Published: published}) {
				got[s[m.Start:m.End]] = m.EDTF + " (" + m.Basis + ")"
			}
			for _, want := range c.want {
				words, value, _ := strings.Cut(want, "=")
				if !strings.HasPrefix(got[words], value+" ") {
					t.Errorf("%s\n %s is %s, want %s", s, words, got[words], value)
				}
			}
		})
	}
}

func TestAQuarterOfAGameIsNoDate(t *testing.T) {
	for s, want := range map[string]string{
		"They scored twice in the fourth quarter and led after the first half.": "",
		"Profit rose in the fourth quarter.":                                    "the fourth quarter=2012-36",
		"The deal closes in the second half, the company said.":                 "the second half=2012-41",
		"It was signed in the second quarter of 2009.":                          "the second quarter of 2009=2009-34",
		"About 1000-1500 Northern soldiers fled.":                               "",
		"Between 1200 and 1400 people fled.":                                    "",
		"The 1994–1998 talks failed.":                                           "1994=1994 1998=1998",
	} {
		if got := read(s, "2012-12-26"); got != want {
			t.Errorf("%s\n got %s\nwant %s", s, got, want)
		}
	}
}
