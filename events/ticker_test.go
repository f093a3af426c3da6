package events

import (
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

// Paragraphs that open with the time of day are of the day of the page, or of
// that of a line above them, and of the next behind midnight.
func TestEntriesOfALiveReport(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct {
		about, published string
		blocks           []string
		want             string
	}{
		{"headings", "2023-05-03", []string{"## 14:35", "Shells hit Kherson.", "## 15:10", "Rebels captured Lyman.", "## 16:00", "Shells hit Sumy."}, "2023-05-03 2023-05-03 2023-05-03"},
		{"lines, with a point and a zone", "2023-05-03", []string{"09.20 GMT", "Shells hit Kherson.", "10.45 GMT", "Shells hit Lyman.", "11.05 GMT", "Shells hit Sumy."}, "2023-05-03 2023-05-03 2023-05-03"},
		{"a point alone", "2023-05-03", []string{"9.20", "Shells hit Kherson.", "10.45", "Shells hit Lyman.", "11.05", "Shells hit Sumy."}, "2023-05-03 2023-05-03 2023-05-03"},
		{"past midnight", "2023-05-03", []string{"22:15 — Shells hit Kherson.", "23:50 — Shells hit Lyman.", "00:20 — A mine killed a farmer near Sumy."}, "2023-05-03 2023-05-03 2023-05-04"},
		{"the newest first", "2023-05-03", []string{"00:20: Shells hit Kherson.", "23:50: Shells hit Lyman.", "22:15: Shells hit Sumy."}, "2023-05-03 2023-05-02 2023-05-02"},
		{"the newest first, dated by the first", "2023-05-03T22:00:00Z", []string{"00:20: Shells hit Kherson.", "23:50: Shells hit Lyman.", "22:15: Shells hit Sumy."}, "2023-05-04 2023-05-03 2023-05-03"},
		{"out of order by minutes", "2023-05-03", []string{"14:35 Shells hit Kherson.", "14:31 Shells hit Lyman.", "15:02 Shells hit Sumy."}, "2023-05-03 2023-05-03 2023-05-03"},
		{"days between", "", []string{"3 May 2023", "08:15", "Shells hit Kherson.", "23:50", "Shells hit Lyman.", "4 May 2023", "00:20", "Shells hit Sumy."}, "2023-05-03 2023-05-03 2023-05-04"},
		{"days of their own", "2023-05-03", []string{"14:35", "Shells hit Kherson.", "11:05", "Shells hit Lyman.", "23:40 (2 May)", "Shells hit Sumy."}, "2023-05-03 2023-05-03 2023-05-02"},
		{"in brackets, of several zones", "2023-05-03", []string{"[13:35] Shells hit Kherson.", "1205 GMT (14:05 local time) Shells hit Lyman.", "2.35pm: Shells hit Sumy."}, "2023-05-03 2023-05-03 2023-05-03"},
		{"the day that the title gives", "", []string{"= Kherson live: Wednesday 3 May 2023", "2.35pm: Shells hit Kherson.", "1.20pm: Shells hit Lyman.", "9.15am: Shells hit Sumy."}, "2023-05-03 2023-05-03 2023-05-03"},
		{"what somebody says, and another time", "2023-05-03", []string{"14:35", "The mayor said that rebels had captured Lyman.", "15:10", "In 2014 a mine killed a farmer.", "16:00", "Shells hit Kherson."}, "../2023-05-03 2014 2023-05-03"},
		{"headlines of entries", "2023-05-03", []string{"14:35", "## The market is hit", "Shells hit Kherson.", "15:10", "## The town falls", "Rebels captured Lyman.", "16:00", "## More shells", "Shells hit Sumy.", "## Background", "A mine killed a farmer."}, "2023-05-03 2023-05-03 2023-05-03 "},
		{"no day", "", []string{"14:35", "Shells hit Kherson.", "15:10", "Shells hit Lyman.", "16:00", "Shells hit Sumy."}, "  "},
		{"two times of day", "2023-05-03", []string{"14:35", "Shells hit Kherson.", "15:10", "Shells hit Sumy."}, " "},
		{"a recording", "2023-05-03", []string{"00:12", "Shells hit Kherson.", "04:40", "Shells hit Lyman.", "11:05", "Shells hit Sumy."}, "  "},
		{"a long recording", "2023-05-03", []string{"01:12", "Shells hit Kherson.", "14:40", "Shells hit Lyman.", "21:05", "Shells hit Sumy.", "31:10", "Shells hit Lviv."}, "   "},
		{"numbers", "2023-05-03", []string{"14.35 million people fled.", "15.10 million people fled.", "16.12 million people fled."}, "  "},
	} {
		d := sections(c.blocks...)
		d.Published = c.published
		if strings.HasPrefix(c.blocks[0], "=") {
			d.Blocks[0].Role = text.Title
		}
		var got []string
		for _, r := range read(x, d) {
			if r.Modality != Happened {
				t.Errorf("%s: %s is %s", c.about, r.Quote.Text, r.Modality)
			}
			got = append(got, r.When.EDTF)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q: %q, want %q", c.about, c.blocks, s, c.want)
		}
	}
}
