package export

import (
	"fmt"
	"io"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// RIS writes the documents for reference managers. A date has the parts that
// the document states: 2021/05// is May 2021.
func RIS(w io.Writer, g *graph.Graph, _ Options) ([]Left, error) {
	p := newPrinter(w)
	for i := range g.Documents {
		d := &g.Documents[i]
		tag := func(name, value string) {
			if value = oneLine(value); value != "" {
				p.print(name, "  - ", value, "\r\n")
			}
		}
		switch {
		case oneLine(d.Outlet) != "":
			tag("TY", "NEWS")
		case webAddress(d.URL) != "":
			tag("TY", "ELEC")
		default:
			tag("TY", "GEN")
		}
		tag("ID", d.ID)
		if d.Title != "" {
			tag("TI", d.Title)
		} else {
			tag("TI", d.Path)
		}
		tag("AU", d.Author)
		tag("T2", d.Outlet)
		if year, date, rest := risDate(d.Published); date != "" {
			tag("PY", year)
			tag("DA", date)
			tag("N1", rest)
		} else if d.Published != "" {
			tag("N1", "published "+chicagoDate(d.Published))
		}
		tag("UR", webAddress(d.URL))
		tag("LA", d.Language)
		tag("N1", documentNote(d))
		p.print("ER  - \r\n\r\n")
	}
	return nil, p.flush()
}

// risDate is a date as YYYY/MM/DD/, its parts empty where they are not
// stated, and what these parts do not say.
func risDate(published string) (year, date, rest string) {
	v, err := edtf.Parse(published)
	if err != nil || v.Kind() != edtf.Single {
		return "", "", ""
	}
	first, last := v.Bounds()
	if first == edtf.Open || last == edtf.Open {
		return "", "", ""
	}
	y, m, d := first.Date()
	ly, lm, ld := last.Date()
	if y < 1 || y > 9999 || y != ly {
		return "", "", ""
	}
	if v.Approximate() || v.Uncertain() {
		rest = "published " + chicagoDate(published)
	}
	year = fmt.Sprintf("%04d", y)
	switch {
	case m == lm && d == ld:
		return year, fmt.Sprintf("%s/%02d/%02d/", year, m, d), rest
	case m == lm:
		return year, fmt.Sprintf("%s/%02d//", year, m), rest
	case v.Precision() != edtf.ToYear:
		rest = "published " + chicagoDate(published)
	}
	return year, year + "///", rest
}
