package export

import (
	"cmp"
	"io"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// cslItem is a document as the Citation Style Language's JSON has it.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Author    []cslName `json:"author,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Language  string    `json:"language,omitempty"`
	Note      string    `json:"note,omitempty"`
}

// cslName is literal: which part of a byline is a family name is not known.
type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts   [][]int `json:"date-parts,omitempty"` // one or two of year, month, day
	Season  int     `json:"season,omitempty"`
	Circa   bool    `json:"circa,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

// CSLJSON writes the documents as bibliographic items for citation programs, a
// line each. A date has the parts that the document states, and no more.
func CSLJSON(w io.Writer, g *graph.Graph, _ Options) ([]Left, error) {
	j := newJSONWriter(w)
	before := "["
	for i := range g.Documents {
		item := cslOf(&g.Documents[i])
		j.string(before + "\n ")
		j.value(&item)
		before = ","
	}
	if len(g.Documents) == 0 {
		j.string("[")
	}
	j.string("\n]\n")
	return nil, j.flush()
}

func cslOf(d *graph.Document) cslItem {
	item := cslItem{ID: d.ID, Type: "document", Title: oneLine(cmp.Or(d.Title, d.Path)), Container: oneLine(d.Outlet), URL: webAddress(d.URL), Language: oneLine(d.Language)}
	switch {
	case item.Container != "":
		item.Type = "article-newspaper"
	case item.URL != "":
		item.Type = "webpage"
	}
	if a := oneLine(d.Author); a != "" {
		item.Author = []cslName{{a}}
	}
	item.Issued = cslIssued(d.Published)
	item.Note = documentNote(d)
	return item
}

// documentNote says what a bibliography cannot: the hash of the file, and what
// it is a copy of.
func documentNote(d *graph.Document) string {
	s := "SHA-256 " + d.SHA256
	if d.CopyOf != "" {
		s += "; a copy of " + oneLine(d.CopyOf)
	}
	if d.Synthetic {
		s += "; made up"
	}
	return s
}

func cslIssued(published string) *cslDate {
	v, err := edtf.Parse(published)
	if err != nil {
		return nil
	}
	literal := func() *cslDate { return &cslDate{Literal: chicagoDate(published)} }
	parts := func(v edtf.Value) []int {
		first, last := v.Bounds()
		if first == edtf.Open || last == edtf.Open || v.Kind() != edtf.Single {
			return nil
		}
		y, m, day := first.Date()
		if y == 0 {
			return nil // CSL has no year 0
		}
		switch v.Precision() {
		case edtf.ToYear:
			return []int{y}
		case edtf.ToMonth:
			return []int{y, m}
		case edtf.ToDecade, edtf.ToCentury, edtf.ToMillennium, edtf.ToSeason, edtf.ToQuarter, edtf.ToHalfYear, edtf.ToUnknown:
			return nil
		}
		return []int{y, m, day}
	}
	out := &cslDate{Circa: v.Approximate() || v.Uncertain()}
	if from, to, ok := v.Ends(); ok {
		a, b := parts(from), parts(to)
		if a == nil || b == nil {
			return literal()
		}
		out.Parts = [][]int{a, b}
		return out
	}
	a := parts(v)
	if a == nil {
		return literal()
	}
	out.Parts = [][]int{a}
	return out
}

// citationKeys returns a key for each document of g, that BibTeX and LaTeX
// take: letters, digits and hyphens of its id, with a number where two are
// alike.
func citationKeys(g *graph.Graph) []string {
	keys := make([]string, len(g.Documents))
	taken := map[string]int{}
	for i := range g.Documents {
		key := strings.Trim(strings.Map(func(r rune) rune {
			switch {
			case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '-':
				return r
			}
			return '-'
		}, g.Documents[i].ID), "-")
		key = cmp.Or(key[:min(60, len(key))], "document")
		keys[i] = uniqueKey(key, taken)
	}
	return keys
}
