package export

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// Citation is a note in pieces, so that each format can set the name of the
// outlet in italics and link the address in its own way.
type Citation struct {
	Before string // author and title, with the comma before the outlet
	Outlet string // in italics
	After  string // date, with the comma before it
	URL    string // "" for none
	Copy   string // what it is a copy of, "" for nothing
}

// Note returns d as a note of the Chicago Manual of Style (17th edition,
// 14.191 and 14.206): First Last, "Title," Newspaper, Month D, YYYY, URL. What
// the document does not state is left out; the date is as precise as it is
// stated. A document without title and outlet is told by its path.
func Note(d *graph.Document) Citation {
	var c Citation
	author, title := oneLine(d.Author), oneLine(d.Title)
	c.Outlet = oneLine(d.Outlet)
	if title == "" && c.Outlet == "" {
		title = oneLine(d.Path)
	}
	date := chicagoDate(d.Published)
	if date == "" {
		date = "n.d."
	}
	if author != "" {
		c.Before = author + ", "
	}
	if title != "" {
		c.Before += quotedTitle(title) + " "
	}
	c.After = date
	if c.Outlet != "" {
		c.After = ", " + date
	}
	c.URL = webAddress(d.URL)
	if d.CopyOf != "" {
		c.Copy = oneLine(d.CopyOf)
	}
	return c
}

// Plain returns the note as one line of text.
func (c Citation) Plain() string {
	s := c.Before + c.Outlet + c.After
	if c.URL != "" {
		s += ", " + c.URL
	}
	s = strings.TrimSuffix(s, ".") + "."
	if c.Copy != "" {
		s += " A copy of " + c.Copy + "."
	}
	return s
}

// quotedTitle is a title in quotation marks with the comma that follows it. A
// question or exclamation mark of the title's own stands for the comma
// (14.96), a full stop gives way to it (6.9), and both stand within marks that
// end the title (6.11).
func quotedTitle(title string) string {
	rest := strings.TrimRight(title, "”\"")
	closing := strings.Repeat("’", utf8.RuneCountInString(title[len(rest):])) + "”"
	if rest == "" {
		rest = title
		closing = "”"
	}
	rest = withoutStop(rest)
	if last, _ := utf8.DecodeLastRuneInString(rest); !strings.ContainsRune("?!…？！", last) {
		rest += ","
	}
	return "“" + inQuotes(rest) + closing
}

// withoutStop takes the full stop from the end of a sentence. It stays where it
// may be that of an abbreviation: "U.S.", "Acme Inc.", "3 p.m.".
func withoutStop(s string) string {
	cut, ok := strings.CutSuffix(s, ".")
	word := cut[strings.LastIndexByte(cut, ' ')+1:]
	first, _ := utf8.DecodeRuneInString(word)
	if !ok || strings.ContainsRune(word, '.') || unicode.IsUpper(first) && utf8.RuneCountInString(word) < 5 {
		return s
	}
	return cut
}

// inQuotes turns double quotation marks inside a quoted title to single ones.
func inQuotes(s string) string {
	return strings.NewReplacer("“", "‘", "”", "’", "\"", "'").Replace(s)
}

// webAddress returns s if it is an address that a reader can follow.
func webAddress(s string) string {
	if (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return isBlank(r) || strings.ContainsRune(`"<>\^{|}`+"`", r) }) {
		return s
	}
	return ""
}

var monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// chicagoDate is an EDTF date as American style writes it, "" when there is
// none: "October 17, 2020", "May 2021", "about 1993".
func chicagoDate(s string) string {
	v, err := edtf.Parse(s)
	if err != nil {
		return ""
	}
	if day, _ := v.Bounds(); toTheDay(v) && v.Kind() == edtf.Single && !v.Approximate() && !v.Uncertain() {
		y, m, d := day.Date()
		if y >= 1 {
			return monthNames[m] + " " + strconv.Itoa(d) + ", " + strconv.Itoa(y)
		}
	}
	return chart.DateWords(events.When{EDTF: s})
}
