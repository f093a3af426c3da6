package events

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

// table makes a document of which each line is a block, as readers make of the rows of a table.
func table(lines ...string) *source.Document {
	d := &source.Document{ID: "d", Language: "en", Text: strings.Join(lines, "\n")}
	for at, l := 0, 0; l < len(lines); l++ {
		d.Blocks = append(d.Blocks, text.Block{Span: text.Span{Start: at, End: at + len(lines[l])}})
		at += len(lines[l]) + 1
	}
	return d
}

func TestRowsOfAChronologyAreReports(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct {
		about string
		lines []string
		want  []string
	}{
		{"a column of dates, and one that counts", []string{
			"Date | Event | Killed | Wounded",
			"3 May 2019 | Shelling of the market in Aleppo | 4 | 11",
			"13/05/2019 | The mayor of Homs resigns | 0 |",
			"June 2019 | Third bridge over the river | | ",
		}, []string{
			"shelling «Shelling» 2019-05-03 @Aleppo #killed=4 #injured=11",
			"resignation «resigns» 2019-05-13 @Homs",
			"other «bridge» 2019-06",
		}},
		{"the date is not the first column", []string{
			"No | When | What happened",
			"1 | 2019-05-14 | Visit of a delegation to Damascus",
		}, []string{"visit «Visit» 2019-05-14 @Damascus"}},
		{"columns by tabs", []string{"4 May 2019\tArmy shells Aleppo"}, []string{"shelling «shells» 2019-05-04 @Aleppo"}},
		{"a line that a date opens", []string{
			"3 June 2019: The mayor of Homs resigns",
			"4 June 2019 – Schools reopen in the whole province",
		}, []string{"resignation «resigns» 2019-06-03 @Homs", "other «reopen» 2019-06-04"}},
		{"numbers and names tell nothing", []string{
			"Date | Amount | Balance",
			"2019-05-01 | 13.5 | 200",
			"2019-05-02 | Aleppo | 400",
		}, nil},
		{"a number of a column without a head counts nothing", []string{
			"Date | Event | Page",
			"3 May 2019 | Shelling of the market in Aleppo | 4",
		}, []string{"shelling «Shelling» 2019-05-03 @Aleppo"}},
	} {
		if got := lines(read(x, table(c.lines...))); !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %s\nwant %s", c.about, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}
