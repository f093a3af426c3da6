package source

import (
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

// Two paragraphs of running text, so that heads and tails have an inside.
const (
	paragraph = "The harbour office stopped every ferry on the lower river on Thursday after the water rose by two metres in a single night, and the mayor asked passengers to stay at home."
	second    = "At least three piers were damaged, the office said, and the repairs will take two weeks; the boats at the northern pier were towed to the dry dock before midnight by volunteers."
)

// readString reads a plain text.
func readString(t testing.TB, s string) Document {
	t.Helper()
	d, err := readText(&Input{Path: "test.txt", Data: []byte(s)})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPublicationDatesAreFoundInTheFirstLinesOrTheLast(t *testing.T) {
	for _, c := range []struct {
		name, head, tail, want string
	}{
		{"a labelled date", "Published: 3 May 2019", "", "2019-05-03"},
		{"a labelled date with a time before it", "- Published Date: 08:15 | 3 May 2019\n- Modified Date: 09:30 | 4 May 2019", "", "2019-05-03T08:15:00"},
		{"a date of change does not count beside another", "Updated: 5 May 2019\nPosted: 3 May 2019", "", "2019-05-03"},
		{"a date of change counts when it is the only one", "Last updated: 5 May 2019, 17:40", "", "2019-05-05T17:40:00"},
		{"both in one line", "Posted May 3, 2019 8:20 AM ET Last Updated: May 4, 2019 1:10 PM ET", "", "2019-05-03T08:20:00"},
		{"a time on the line before the date", "# 16:29\n3 May 2019", "", "2019-05-03T16:29:00"},
		{"names of icons", "  • clock-outline 07:05\n  • calendar-outline 3 May 2019", "", "2019-05-03T07:05:00"},
		{"a counter behind the date", "May 3, 2019 0", "", "2019-05-03"},
		{"a place before a colon, day first", "Lindholm: 03/05/2019", "", "2019-05-03"},
		{"a place and a comma", "Lindholm, 3 May 2019", "", "2019-05-03"},
		{"a day of the week", "Friday, 3rd of May, 2019", "", "2019-05-03"},
		{"capitals and a twelve-hour clock", "FRIDAY, MAY 3, 2019, 10:53 PM", "", "2019-05-03T22:53:00"},
		{"year first", "2019-05-03 11:47:35", "", "2019-05-03T11:47:35"},
		{"ISO 8601 with an offset", "Date: 2019-05-03T11:47:35+04:00", "", "2019-05-03T11:47:35+04:00"},
		{"Greenwich time", "PUBLISHED: 22:07 GMT, 3 May 2019", "", "2019-05-03T22:07:00Z"},
		{"dots and a newspaper", "Lindholm Courier | 03.05.2019 | 18:20", "", "2019-05-03T18:20:00"},
		{"a masthead before its date", "The Lindholm Courier, 3 May 2019", "", "2019-05-03"},
		{"an American zone puts the month first", "05/03/2019 11:10 am EDT", "", "2019-05-03T11:10:00"},
		{"an American zone, with spaces", "Posted: 05 / 03 / 2019 11: 10 am EDT", "", "2019-05-03T11:10:00"},
		{"a short American zone behind a time", "Updated 5/3/2019 6:04 PM CT", "", "2019-05-03T18:04:00"},
		{"a twelve-hour clock alone puts the month first", "Updated 5 / 3 / 2019 6: 04 PM", "", "2019-05-03T18:04:00"},
		{"a twelve-hour clock in a line at the end", "", "Updated: 5/3/2019 6:04 p.m. MT", "2019-05-03T18:04:00"},
		{"a twelve-hour clock and a zone of elsewhere", "Posted: 03/05/2019 6:04 PM IST", "", "2019-05-03T18:04:00"},
		{"a twelve-hour clock, and another date has the day first", "Posted: 03/05/2019 6:04 PM | Updated: 23/05/2019 6:04 PM", "", "2019-05-03T18:04:00"},
		{"a clock of 24 hours says nothing", "Posted: 03/05/2019 18:04", "", "2019-05-03T18:04:00"},
		{"a byline with the date", "By Nora Quist | May 3, 2019", "", "2019-05-03"},
		{"Russian", "Опубликовано: 3 мая 2019 года, 14:05", "", "2019-05-03T14:05:00"},
		{"Turkish", "Yayınlanma tarihi: 3 Mayıs 2019", "", "2019-05-03"},
		{"Armenian", "3 մայիսի 2019", "", "2019-05-03"},
		{"Georgian", "3 მაისი 2019", "", "2019-05-03"},
		{"Spanish", "3 de mayo de 2019", "", "2019-05-03"},
		{"in the last lines", "", "Lindholm, 3 May 2019", "2019-05-03"},
		{"no date", "", "", ""},
		{"no year", "3 May", "", ""},
		{"a year alone", "May 2019", "", ""},
		{"a range", "27 April 2019 – 3 May 2019", "", ""},
		{"a battle and its date", "Battle of the Piers of 3 May 2019", "", ""},
		{"a sentence", "The report on the flood was published on 3 May 2019.", "", ""},
		{"a date of access", "Accessed: 3 May 2019", "", ""},
		{"a birth", "Nora Quist was born on 3 May 1979, in Lindholm.", "", ""},
		{"a date far in the future", "3 May 2519", "", ""},
		{"a date long ago", "3 May 1019", "", ""},
		{"no day of the calendar", "31 April 2019", "", ""},
		{"a telephone number", "Call 03-05-20-19 now", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := "Ferries stop as the lower river rises\n" + c.head + "\n\n" + paragraph + "\n\n" + second + "\n\n" + c.tail
			d := readString(t, s)
			checkLayout(t, d)
			if d.Published != c.want {
				t.Fatalf("published %q (%q), want %q", d.Published, d.PublishedBasis, c.want)
			}
			if (d.Published == "") != (d.PublishedBasis == "") {
				t.Errorf("basis %q of %q", d.PublishedBasis, d.Published)
			}
			if c.want == "" {
				return
			}
			for _, b := range d.Blocks {
				if line := s[b.Start:b.End]; b.Role == text.Body && strings.Contains(line, "2019") {
					t.Errorf("the publication line %q is a body block", line)
				}
			}
		})
	}
}

func TestADateThatCanBeReadInTwoWaysIsAWarning(t *testing.T) {
	in := &Input{Path: "a.txt", Data: []byte("Ferries stop as the lower river rises\n04/05/2019\n\n" + paragraph + "\n\n" + second)}
	d, err := readText(in)
	if err != nil || d.Published != "2019-05-04" || len(in.reported) != 1 || !strings.Contains(in.reported[0].Message, "in two ways") {
		t.Errorf("published %q, %v, %v", d.Published, in.reported, err)
	}
}

func TestAnAmericanClockAndZoneLeaveNoDoubtAboutADate(t *testing.T) {
	for line, warnings := range map[string]int{"Posted: 04/05/2019 6:04 PM ET": 0, "Posted: 04/05/2019 6:04 PM": 1, "Posted: 04/05/2019 6:04 PM IST": 1} {
		in := &Input{Path: "a.txt", Data: []byte("Ferries stop as the lower river rises\n" + line + "\n\n" + paragraph + "\n\n" + second)}
		if _, err := readText(in); err != nil || len(in.reported) != warnings {
			t.Errorf("%q: %v, %v, want %d warnings", line, err, in.reported, warnings)
		}
	}
}

func TestHeadlinesThatNameAnAgencyOrATradeStayHeadlines(t *testing.T) {
	for _, title := range []string{"Bloomberg Wins Election", "Lindholm Expels Reporter", "Reuters, Tern Settle Dispute"} {
		if d := readString(t, title+"\n\n"+paragraph+"\n\n"+second); d.Title != title || d.Outlet != "" || d.Author != "" {
			t.Errorf("%q: title %q, outlet %q, author %q", title, d.Title, d.Outlet, d.Author)
		}
	}
}

func TestDatesThatHeadTheSectionsOfAChronicleDateNoneOfIt(t *testing.T) {
	var b strings.Builder
	b.WriteString("The flood day by day\n\n")
	for _, day := range []string{"3 May 2019", "4 May 2019", "5 May 2019", "6 May 2019"} {
		b.WriteString(day + "\n\n" + paragraph + "\n\n" + second + "\n\n")
	}
	short := "The flood day by day\n\n3 May 2019\n\nThe weir broke.\n\n5 May 2019\n\nA dam held.\n\n9 May 2019\n\nThe water fell.\n"
	for _, s := range []string{b.String(), short} {
		if d := readString(t, s); d.Published != "" {
			t.Errorf("published %q, read from %q", d.Published, d.PublishedBasis)
		}
	}
}

func TestADatelineOfTheFirstParagraphDatesTheText(t *testing.T) {
	for _, c := range []struct{ start, published, outlet string }{
		{"LINDHOLM, May 3, 2019 (Tern News) - ", "2019-05-03", "Tern News"},
		{"Lindholm. 3 May 2019. ", "2019-05-03", ""},
		{"LINDHOLM | Fri May 3, 2019 8:56 am EDT LINDHOLM (Tern) - ", "2019-05-03T08:56:00", "Tern"},
		{"LINDHOLM, May 3 (Tern) - ", "", "Tern"},
		{"In Lindholm, 3 May 2019 was a day of ", "", ""},
		{"On 3 May 2019 ", "", ""},
	} {
		d := readString(t, c.start+paragraph+"\n\n"+second)
		if d.Published != c.published || d.Outlet != c.outlet {
			t.Errorf("%q: published %q, outlet %q; want %q, %q", c.start, d.Published, d.Outlet, c.published, c.outlet)
		}
	}
}

func TestOutletAndAuthorAreFound(t *testing.T) {
	for _, c := range []struct {
		name, head, tail, outlet, author string
	}{
		{"a byline", "By Nora Quist", "", "", "Nora Quist"},
		{"a byline with a trade", "By Nora Quist, Staff Reporter", "", "", "Nora Quist"},
		{"a name and a trade", "Nora Quist Staff Reporter", "", "", "Nora Quist"},
		{"agencies and an outlet", "Agencies and Lindholm Courier", "", "Lindholm Courier", ""},
		{"one agency", "Reuters", "", "Reuters", ""},
		{"a sign-off in brackets", "", "(Tern News)", "Tern News", ""},
		{"a lone name at the end", "", "Nora Quist", "", "Nora Quist"},
		{"a signature with an acronym", "", "Nora Quist\nPresident of the League of Ferry Passengers ( LFP ).", "LFP", "Nora Quist"},
		{"metadata lines", "outlet: Lindholm Courier\nauthor: Nora Quist", "", "Lindholm Courier", "Nora Quist"},
		{"an address", "https://www.tern.example/2019/05/03/ferries", "", "tern.example", ""},
		{"a verb is no name", "By the time the gauges fell", "", "", ""},
		{"a day is no author", "By Tuesday", "", "", ""},
		{"nothing", "", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			head, title := "", "Ferries stop as the lower river rises\n"
			if strings.Contains(c.head, ": ") {
				head = c.head + "\n\n" + title
			} else {
				head = title + c.head + "\n"
			}
			d := readString(t, head+"\n"+paragraph+"\n\n"+second+"\n\n"+c.tail+"\n\nLeave a Reply\n\nYour email address will not be published.\n")
			if d.Outlet != c.outlet || d.Author != c.author {
				t.Errorf("outlet %q, author %q; want %q, %q", d.Outlet, d.Author, c.outlet, c.author)
			}
			if d.Title != "Ferries stop as the lower river rises" {
				t.Errorf("title %q", d.Title)
			}
		})
	}
}

func TestAnAgencyIsReadFromTheSentenceThatNamesIt(t *testing.T) {
	d := readString(t, "Ferries stop\n\nEvery ferry on the lower river was stopped on Thursday, Tern News reports.\n\n"+paragraph+"\n\n"+second)
	if d.Outlet != "Tern News" {
		t.Errorf("outlet %q, want Tern News", d.Outlet)
	}
	d = readString(t, "Ferries stop\n\nEvery ferry on the lower river was stopped on Thursday, the harbour office reports.\n\n"+paragraph+"\n\n"+second)
	if d.Outlet != "" {
		t.Errorf("outlet %q of a text that names none", d.Outlet)
	}
}

// roles prints the blocks of a document, a line each: the first letter of the
// role and the first words.
func roles(d Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		words := strings.Fields(d.Text[block.Start:block.End])
		b.WriteString(block.Role.String()[:1] + " " + strings.Join(words[:min(len(words), 3)], " ") + "\n")
	}
	return b.String()
}

func TestFurnitureAroundTheTextIsSetApart(t *testing.T) {
	d := readString(t, `HomeNewsPress Release
Skip to content

Ferries stop as the lower river rises
3 May 2019
By Nora Quist
Share this

`+paragraph+`

Advertisement

`+second+`

Read more: the mayor's plan is in the text and no link.

The ferries run again.

Nora Quist

Related Articles
Bridge toll to rise in June
Rowing club wins again
Leave a Reply
Your email address will not be published. Required fields are marked *
Back to top button
We use cookies to make this site work. By staying on it you agree to our terms, which can be read on the page that is linked below this box.
© 2019 Lindholm Courier. All rights reserved.
`)
	want := `f HomeNewsPress Release
f Skip to content
t Ferries stop as
m 3 May 2019
m By Nora Quist
f Share this
b The harbour office
f Advertisement
b At least three
b Read more: the
b The ferries run
m Nora Quist
f Related Articles
f Bridge toll to
f Rowing club wins
f Leave a Reply
f Your email address
f Back to top
f We use cookies
f © 2019 Lindholm
`
	if got := roles(d); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestALabelAndAHeadlineLeadToAnotherText(t *testing.T) {
	for _, line := range []string{"Related: Twelve dead as the upper pier falls", "READ ALSO | Twelve dead as the upper pier falls", "» See also — Who opened the gates?",
		"Recommended: \"We saw it fall\"", "Читайте также: Двенадцать погибших на пристани"} {
		for _, s := range []string{paragraph + "\n\n" + second + "\n\n" + line, paragraph + "\n\n" + line + "\n\n" + second + "\n\n" + paragraph} {
			d := readString(t, s)
			for _, b := range d.Blocks {
				if inLine := strings.Contains(s[b.Start:b.End], line[len(line)-8:]); inLine && b.Role != text.Furniture {
					t.Errorf("%q is %v", line, b.Role)
				}
			}
		}
	}
}

func TestLinesOfTheTextAreNoFurnitureInsideIt(t *testing.T) {
	for _, line := range []string{"We call on all parties to share the cost.", "Home.", "More than 20 piers were destroyed.", "\"Menu\"", "Comments were not made.", "News of the flood spread.",
		"Related: the toll at the upper pier rose to twelve.", "Related events: twelve dead"} {
		d := readString(t, paragraph+"\n\n"+second+"\n\n"+line+"\n\n"+paragraph+"\n\n"+second)
		for _, b := range d.Blocks {
			if b.Role == text.Furniture || b.Role == text.Metadata {
				t.Errorf("%q became %v", d.Text[b.Start:b.End], b.Role)
			}
		}
	}
}

func TestWrappedLinesMakeOneBlockAParagraph(t *testing.T) {
	d := readString(t, `FERRIES STOP AS THE LOWER RIVER RISES

The harbour office stopped every ferry on the lower river on
Thursday after the water rose by two metres in a single night,
and the mayor asked passengers to stay at home.

At least three piers were damaged, the office said. It named:
- the northern pier, where two boats were torn from their
  moorings and had to be towed
- the fish market
The repairs will take two weeks and cost more than the town has
set aside for them this year.
`)
	want := "t FERRIES STOP AS\nb The harbour office\nb At least three\nb the northern pier,\nb the fish market\nb The repairs will\n"
	if got := roles(d); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestOneLineParagraphsAreBlocksOfTheirOwn(t *testing.T) {
	d := readString(t, "The river rose on Monday.\nThe ferries stopped on Tuesday.\nThe mayor spoke on Wednesday, and asked for help.\n")
	if len(d.Blocks) != 3 {
		t.Errorf("blocks:\n%s", roles(d))
	}
}
