package export

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/edtf"
)

// table is one of the seven that CSV, XLSX and SQLite hold. Rows yields the
// cells of each row, one a column, in a slice that is used again for the next.
type table struct {
	name    string
	doc     string
	columns []column
	rows    iter.Seq[[]string]
}

// column is one of a table. An empty cell means that there is no value.
type column struct {
	name string
	sort cellSort
	doc  string
}

// cellSort says what the cells of a column are.
type cellSort int

const (
	words   cellSort = iota // may come from a document: never a formula
	code                    // an id or a word of ours
	date                    // EDTF
	integer                 // a whole number
	number                  // a decimal number
	boolean                 // true or false
)

// tables returns the seven tables in their order. All of them tell the events
// of x.g alone, so that a filtered graph gives tables that fit together.
func tables(x *index, opt Options) []table {
	all := []table{eventTable(x), claimTable(x), documentTable(x), edgeTable(x), familyTable(x), decisionTable(x)}
	return append(all, readmeTable(x, opt, all))
}

// safe returns a cell as a spreadsheet may open it: words and ids are guarded,
// and what stands where a date should is too unless it is one. An apostrophe
// before -0480-09 or -12.5 would make a text of it.
func (c *column) safe(cell string) string {
	cell = printed(cell)
	switch c.sort {
	case words, code:
		return guard(cell)
	case date:
		if !edtf.Valid(cell) {
			return guard(cell)
		}
	}
	return cell
}

// guard puts an apostrophe before what a spreadsheet would run as a formula
// when it opens the file: "Consider formula injection", OWASP CSV Injection.
// White space before the sign does not stop every program, nor does the
// full-width form of it.
func guard(s string) string {
	for i, r := range s {
		switch r {
		case '\t', '\r', '\n':
			if i == 0 {
				return "'" + s
			}
		case ' ', '\u00a0', '\u3000':
		case '=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠':
			return "'" + s
		default:
			return s
		}
	}
	return s
}

// printed returns s with U+FFFD for what is no text: control characters but
// tabs and line ends, as in XML, and bytes that are not UTF-8. A NUL ends a
// cell in some readers, SQLite's shell and functions among them.
func printed(s string) string {
	if !strings.ContainsFunc(s, unprinted) && utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unprinted(r) {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

func unprinted(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f
}
