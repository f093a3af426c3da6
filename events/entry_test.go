package events

import (
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

// sections lays blocks out; those that begin with "#" are headings, the deeper
// the more of them, those that begin with "-" items of a list.
func sections(blocks ...string) *source.Document {
	texts, levels := make([]string, len(blocks)), make([]int, len(blocks))
	for i, b := range blocks {
		texts[i] = strings.TrimLeft(b, "#- ")
		levels[i] = strings.Count(b, "#")
	}
	d := table(texts...)
	for i, b := range blocks {
		d.Blocks[i].Depth = len(b) - len(strings.TrimLeft(b, "-"))
	}
	for i, n := range levels {
		if n > 0 {
			d.Blocks[i].Role, d.Blocks[i].Level = text.Heading, n
		}
	}
	return d
}

// Under a line that is nothing but a date stands what happened then.
func TestADateHeadsWhatStandsUnderIt(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct {
		about  string
		blocks []string
		want   string
	}{
		{"headings", []string{"## 3 May 2023", "Shells hit Kherson.", "## 5 May 2023", "Shells hit Sumy."}, "2023-05-03 2023-05-05"},
		{"the same sentence on two days", []string{"## 3 May 2023", "Shells hit Kherson.", "## 5 May 2023", "Shells hit Kherson."}, "2023-05-03 2023-05-05"},
		{"without the year", []string{"# Kherson in 2023", "## 3 May", "Shells hit Kherson.", "## 5 May", "Shells hit Sumy."}, "2023-05-03 2023-05-05"},
		{"a subsection", []string{"## 3 May 2023", "### Kherson", "Shells hit Kherson.", "## 5 May 2023", "### Sumy", "Shells hit Sumy."}, "2023-05-03 2023-05-05"},
		{"another section", []string{"## 3 May 2023", "Shells hit Kherson.", "## 5 May 2023", "## Losses", "Shells hit Sumy."}, "2023-05-03 "},
		{"some days", []string{"## 3–5 May 2023", "Shells hit Kherson.", "## June 2023", "Shells hit Sumy."}, "2023-05-03/2023-05-05 2023-06"},
		{"a day of its own", []string{"## 3 May 2023", "Shells hit Kherson. The next day a mine killed a farmer.", "## 5 May 2023", "Shells hit Sumy."}, "2023-05-03 2023-05-04 2023-05-05"},
		{"the weekday before", []string{"## 3 May 2023", "On Friday shells hit Kherson. On Monday shells hit Sumy.", "## 8 May 2023", "Shells hit Sumy."}, "2023-04-28 2023-05-01 2023-05-08"},
		{"what had been before", []string{"## 3 May 2023", "Shells hit Kherson, which had been bombed.", "## 5 May 2023", "Shells hit Sumy."}, "2023-05-03  2023-05-05"},
		{"who spoke", []string{"## 3 May 2023", "The mayor denied that rebels had taken Kherson.", "## 5 May 2023", "Shells hit Sumy."}, "2023-05-03 ../2023-05-03 2023-05-05"},
		{"what somebody says", []string{"## 3 May 2023", "Survivors said that soldiers burned houses in Kherson.", "## 5 May 2023", "Shells hit Sumy."}, "../2023-05-03 2023-05-05"},
		{"a time that cannot be read", []string{"## 3 May 2023", "Recently gunmen killed a priest.", "## 5 May 2023", "Shells hit Sumy."}, " 2023-05-05"},
		{"another time, and what went on then", []string{"## 3 May 2023", "In 2014 rebels took Kherson. They burned a church.", "## 5 May 2023", "Shells hit Sumy."}, "2014  2023-05-05"},
		{"who is known by what", []string{"## 3 May 2023", "The court freed a man who shot dead two guards.", "## 5 May 2023", "Shells hit Sumy."}, " 2023-05-05"},
		{"formerly", []string{"## 3 May 2023", "Previously, rebels bombed the bridge.", "## 5 May 2023", "Shells hit Sumy."}, " 2023-05-05"},
		{"dates below what they date", []string{"Shells hit Kherson.", "3 May 2023", "Shells hit Lviv.", "5 May 2023", "Shells hit Sumy.", "7 May 2023"}, "  "},
		{"a year between days", []string{"3 May 2023", "Shells hit Kherson.", "5 May 2023", "Shells hit Sumy.", "7 May 2023", "Shells hit Lviv.", "2014", "Shells hit Brest."}, "2023-05-03 2023-05-05 2023-05-07 "},
		{"a place behind the date", []string{"3 May 2023, Kherson region", "Shells hit Kherson.", "5 May 2023 (Friday)", "Shells hit Sumy.", "7 May 2023 - Lviv", "Shells hit Lviv."}, "2023-05-03 2023-05-05 2023-05-07"},
		{"what follows the last entry", []string{"3 May 2023", "Shells hit Kherson.", "5 May 2023", "Shells hit Sumy.", "7 May 2023", "Shells hit Lviv.", "Shells hit Brest."}, "2023-05-03 2023-05-05 2023-05-07 "},
		{"lines of the text", []string{"3 May 2023", "Shells hit Kherson.", "5 May 2023", "Shells hit Sumy.", "Sunday, 7 May 2023:", "Shells hit Lviv."}, "2023-05-03 2023-05-05 2023-05-07"},
		{"dates that open paragraphs", []string{"3 May 2023. Shells hit Kherson.", "5 May 2023. Shells hit Sumy.", "7 May 2023. Shells hit Lviv. A mill burnt down."}, "2023-05-03 2023-05-05 2023-05-07"},
		{"the date of a text", []string{"3 May 2023", "Shells hit Kherson.", "Shells hit Sumy."}, " "},
		{"lists in lists", []string{"- 3 May 2023", "-- Shells hit Kherson.", "-- Shells hit Lyman.", "- 5 May 2023", "-- Shells hit Sumy.", "-- Shells hit Odesa.", "Shells hit Lviv."}, "2023-05-03 2023-05-03 2023-05-05 2023-05-05 "},
		{"lists in lists of lists", []string{"- May 2023", "-- 3 May", "--- Shells hit Kherson.", "-- Shells hit Sumy.", "- June 2023", "-- Shells hit Lviv."}, "2023-05-03 2023-05 2023-06"},
		{"a list under what a date opens", []string{"- 3 May 2023: Shells hit Kherson.", "-- A mine killed a farmer.", "- 5 May 2023 Shells hit Sumy.", "-- Rebels captured Lyman."}, "2023-05-03 2023-05-03 2023-05-05 2023-05-05"},
		{"days under a year", []string{"2012", "3 March", "Shells hit Kherson.", "9 June", "Shells hit Sumy.", "2013", "5 May", "Shells hit Lviv."}, "2012-03-03 2012-06-09 2013-05-05"},
		{"lines that a day opens under a year", []string{"## 2012", "3 March — Shells hit Kherson.", "June 9: Shells hit Sumy.", "On 20 December shells hit Odesa.", "## Later", "5 May — Shells hit Lviv."}, "2012-03-03 2012-06-09 2012-12-20 2013-05-05"},
		{"days of a month", []string{"## May 2012", "3: Shells hit Kherson.", "9th — Shells hit Sumy.", "12-13 — Shells hit Lviv."}, "2012-05-03 2012-05-09 2012-05-12/2012-05-13"},
		{"months of a year", []string{"# 2012", "## March", "3 — Shells hit Kherson.", "## May", "4 — Shells hit Sumy."}, "2012-03-03 2012-05-04"},
		{"numbers", []string{"3: Shells hit Kherson.", "9: Rebels captured Lyman."}, ""},
		{"the dates of two years", []string{"## 2022", "Shells hit Kherson.", "## 2023", "Shells hit Sumy."}, " "},
	} {
		d := sections(c.blocks...)
		var got []string
		for _, r := range read(x, d) {
			got = append(got, r.When.EDTF)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q: %q, want %q", c.about, c.blocks, s, c.want)
		}
	}
}
