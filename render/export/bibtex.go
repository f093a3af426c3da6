package export

import (
	"io"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// uniqueKey returns key, with a number behind it if it is taken.
func uniqueKey(key string, taken map[string]int) string {
	for {
		taken[strings.ToLower(key)]++
		n := taken[strings.ToLower(key)]
		if n == 1 {
			return key
		}
		key += "-" + strconv.Itoa(n)
	}
}

// BibTeX writes the documents as entries of BibTeX and biblatex in UTF-8. The
// field date holds the date as EDTF, which biblatex reads; year and month say
// as much of it as BibTeX can.
func BibTeX(w io.Writer, g *graph.Graph, _ Options) ([]Left, error) {
	p := newPrinter(w)
	keys := citationKeys(g)
	for i := range g.Documents {
		d := &g.Documents[i]
		kind := "@misc{"
		if oneLine(d.Outlet) != "" {
			kind = "@article{"
		}
		p.print(kind, keys[i])
		field := func(name, value string) {
			if value != "" {
				p.print(",\n  ", name, " = {", value, "}")
			}
		}
		// Double braces keep the case of a title, and a byline from being cut into names.
		double := func(name, value string) {
			if value = texText(value); value != "" {
				field(name, "{"+value+"}")
			}
		}
		if d.Title != "" {
			double("title", d.Title)
		} else {
			double("title", d.Path)
		}
		double("author", d.Author)
		double("journal", d.Outlet)
		if v, err := edtf.Parse(d.Published); err == nil {
			day, _, _ := strings.Cut(d.Published, "T") // nobody cites the hour, and few programs read it
			field("date", texText(day))
			year, month := bibDate(v)
			field("year", year)
			if month != "" {
				p.print(",\n  month = ", month)
			}
		}
		if u := webAddress(d.URL); u != "" {
			field("url", texAddress(u))
		}
		field("language", texText(d.Language))
		field("note", texText(documentNote(d)))
		p.print("\n}\n\n")
	}
	return nil, p.flush()
}

var bibMonths = [...]string{"", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// bibDate is as much of a date as BibTeX holds: the year, and the month if
// both are stated.
func bibDate(v edtf.Value) (year, month string) {
	first, last := v.Bounds()
	if first == edtf.Open || last == edtf.Open {
		return "", ""
	}
	y, m, _ := first.Date()
	ly, lm, _ := last.Date()
	if y != ly || y < 1 {
		return "", ""
	}
	year = strconv.Itoa(y)
	if m == lm {
		month = bibMonths[m]
	}
	return year, month
}

// texText escapes what means something to TeX, on one line, so that braces
// always match.
func texText(s string) string {
	var b strings.Builder
	for _, r := range oneLine(s) {
		switch r {
		case '\\':
			b.WriteString(`\textbackslash{}`)
		case '{': // BibTeX counts braces, whatever stands before them
			b.WriteString(`\textbraceleft{}`)
		case '}':
			b.WriteString(`\textbraceright{}`)
		case '%', '&', '$', '#', '_':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '~':
			b.WriteString(`\textasciitilde{}`)
		case '^':
			b.WriteString(`\textasciicircum{}`)
		case '"':
			b.WriteString(`{"}`)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// texAddress keeps an address as biblatex reads it, which takes it word for
// word: only what would end the field or begin a comment is written as %XX.
// webAddress has refused braces.
func texAddress(s string) string { return strings.ReplaceAll(s, "\\", "%5C") }
