package source

import (
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/text"
)

//go:embed columns.txt
var columnsText string

// columnRoles says what a column holds by its head, and of several heads of one role which comes first.
var columnRoles = sync.OnceValue(func() map[string]columnRole {
	all := make(map[string]columnRole)
	for role, heads := range sections(columnsText) {
		for rank, head := range heads {
			all[head] = columnRole{role, rank}
		}
	}
	return all
})

// columnRole is what a column holds: a section of columns.txt, and the line in it.
type columnRole struct {
	name string
	rank int
}

// table is a file of comma- or tab-separated values of which each row is a document.
type table struct {
	s       string // the file, decoded
	comma   rune
	heads   []string
	columns map[string][]int // by role, the best first
	order   dayOrder         // of dates in digits
	rows    []tableRow
	empty   int // rows that hold something but no text
	first   int // line of the first of them
}

// tableRow is where a row stands in the file.
type tableRow struct {
	line int
	text.Span
}

// Bounds of what is looked at to find the heads of a table's columns.
const (
	headRows   = 20 // rows over the table: its title, notes
	fewestCols = 2  // heads that are known
	mostCols   = 10_000
	linesHeld  = 3 // lines of a cell with as many separators as the row has cells, which shows that its quotation mark was not closed
)

var errNoColumns = errors.New("no table of documents or incidents: a row has to name the columns, one of them text, description, notes or title, and one more of date, event_date, place, source, author, url, id")

// openTable decodes a file, finds the heads of its columns and where its rows stand.
func openTable(in *Input) (*table, error) {
	s, err := decodeText(in, "")
	if err != nil {
		return nil, err
	}
	t := &table{s: s, comma: separator(s)}
	days, months := 0, 0
	at := len(s) - len(strings.TrimPrefix(s, "\ufeff"))
	r := newCSV(s[at:], t.comma)
	for n := 0; ; n++ {
		start := at + int(r.InputOffset())
		cells, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("cannot be read as a table: %w", err)
		}
		line, _ := r.FieldPos(0)
		if len(cells) > mostCols {
			return nil, fmt.Errorf("a row of %d columns: divide the table, or keep the columns of date, place, text and source", len(cells))
		}
		if open := openQuote(cells, r.Comma); open && t.columns != nil {
			in.Warn(line, 0, "a cell of this row holds what looks like the rows behind it: close its quotation mark")
		}
		switch {
		case t.columns == nil && n < headRows:
			t.readHeads(cells)
		case t.columns == nil:
			return nil, errNoColumns
		case t.text(cells) != "":
			t.rows = append(t.rows, tableRow{line, withoutLineEnds(s, start, at+int(r.InputOffset()))})
			a, b := digitOrder(t.cell(cells, "happened", "date", "published"))
			days, months = days+a, months+b
		case strings.Join(cells, "") != "":
			if t.empty++; t.empty == 1 {
				t.first = line
			}
		}
	}
	switch {
	case t.columns == nil:
		return nil, errNoColumns
	case len(t.rows) == 0:
		return nil, errNoText
	case months > days:
		t.order = monthFirst
	}
	return t, nil
}

// openQuote reports whether some cell of a row holds lines that look like rows, as
// where a quotation mark was not closed.
func openQuote(cells []string, comma rune) bool {
	for _, c := range cells {
		rows := 0
		for line := range strings.Lines(c) {
			if strings.Count(line, string(comma)) >= max(2, len(cells)-1) {
				rows++
			}
		}
		if rows >= linesHeld {
			return true
		}
	}
	return false
}

// withoutLineEnds narrows the span of a row by the ends of lines around it.
func withoutLineEnds(s string, start, end int) text.Span {
	row := strings.TrimLeft(s[start:end], "\r\n")
	return text.Span{Start: end - len(row), End: end - len(row) + len(strings.TrimRight(row, "\r\n"))}
}

// IsTable reports whether a file of this name is read as a table, of which each row is a document.
func IsTable(name string) bool {
	f := formatOf(name)
	return f != nil && f.Rows
}

// Rows yields the rows of a table that are documents, as Document.SHA256 is of
// them: in UTF-8, without the ends of lines around them. What is no table has none.
func Rows(data []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		t, err := openTable(&Input{Data: data})
		if err != nil {
			return
		}
		for _, row := range t.rows {
			if !yield(t.s[row.Start:row.End]) {
				return
			}
		}
	}
}

func newCSV(s string, comma rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(s))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = comma, true, -1, true
	return r
}

// separator returns what separates the cells of a table: the sign that the
// lines at its head have most of.
func separator(s string) rune {
	const sample = 4096
	best, most := ',', 0
	head := s[:min(len(s), sample)]
	for _, sep := range ",\t;|" {
		if n := strings.Count(head, string(sep)); n > most {
			best, most = sep, n
		}
	}
	if first, _, _ := strings.Cut(head, "\n"); best == ',' && strings.Count(first, ";") > strings.Count(first, ",") {
		return ';' // the commas are those of sentences
	} else if strings.Count(first, "\t") > strings.Count(first, ",") {
		return '\t'
	}
	return best
}

// readHeads takes a row for that of the heads if enough of them are known.
func (t *table) readHeads(cells []string) {
	columns := make(map[string][]int)
	ranks := make([]int, len(cells))
	for i, c := range cells {
		role, ok := roleOf(c)
		if !ok {
			continue
		}
		ranks[i] = role.rank
		list := columns[role.name]
		k := len(list)
		for k > 0 && ranks[list[k-1]] > role.rank {
			k--
		}
		list = append(list, 0)
		copy(list[k+1:], list[k:])
		list[k] = i
		columns[role.name] = list
	}
	if len(columns) >= fewestCols && len(columns["text"])+len(columns["account"])+len(columns["title"]) > 0 {
		t.columns = columns
		t.heads = append([]string(nil), cells...)
	}
}

// roleOf returns what a column holds by its head: all of it, else a word of it.
func roleOf(head string) (role columnRole, ok bool) {
	folded := foldHead(head)
	if role, ok = columnRoles()[folded]; ok {
		return role, true
	}
	for _, word := range strings.Fields(folded) {
		if role, ok = columnRoles()["*"+word]; ok {
			return role, true
		}
	}
	return role, false
}

// foldHead reduces the head of a column to small letters and digits, without
// what stands in brackets.
func foldHead(s string) string {
	s, _, _ = strings.Cut(s, "(")
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// cell returns the first cell that is not empty of the columns of the roles.
func (t *table) cell(cells []string, roles ...string) string {
	for _, role := range roles {
		for _, i := range t.columns[role] {
			if i < len(cells) {
				if c := strings.TrimSpace(cells[i]); c != "" {
					return c
				}
			}
		}
	}
	return ""
}

// text returns what the row of a table tells.
func (t *table) text(cells []string) string { return t.cell(cells, "text", "account", "title") }

// incidents reports whether the rows tell of happenings, whose dates they give,
// and are no documents that tell of them.
func (t *table) incidents() bool {
	return len(t.columns["happened"]) > 0 || len(t.columns["text"]) == 0 && len(t.columns["account"]) > 0 && len(t.columns["published"]) == 0
}

// digitOrder says whether a date in digits can only have the day first (1, 0) or the month (0, 1).
func digitOrder(s string) (day, month int) {
	tokens := text.AppendTokens(nil, s)
	if len(tokens) < 3 || tokens[0].Kind != text.Number || tokens[2].Kind != text.Number || tokens[0].End > 2 {
		return 0, 0
	}
	switch a, b := atoi(tokens[0].Text(s)), atoi(tokens[2].Text(s)); {
	case a > 12 && b <= 12:
		return 1, 0
	case b > 12 && a <= 12:
		return 0, 1
	}
	return 0, 0
}

// describe says in words which columns were read as what, and which were not.
func (t *table) describe() string {
	var read, unread []string
	used := make(map[int]bool)
	for _, role := range []string{"id", "text", "account", "title", "published", "happened", "until", "date", "place", "outlet", "author", "url", "language", "killed", "injured"} {
		for _, i := range t.columns[role] {
			used[i] = true
			read = append(read, fmt.Sprintf("%s as %s", quoteHead(t.heads[i]), t.roleInWords(role)))
		}
	}
	for i, h := range t.heads {
		if !used[i] && strings.TrimSpace(h) != "" {
			unread = append(unread, quoteHead(h))
		}
	}
	kind := "documents"
	if t.incidents() {
		kind = "incidents"
	}
	out := fmt.Sprintf("read as a table of %s, one a row, %d in all: column %s", kind, len(t.rows), columnList(read))
	if len(unread) > 0 {
		out += "; not read: " + columnList(unread)
	}
	if t.empty > 0 {
		out += fmt.Sprintf("; left out, as they hold no text: %d, the first in line %d", t.empty, t.first)
	}
	return out
}

// columnList lists the first of some columns, and how many more there are.
func columnList(columns []string) string {
	const most = 20
	if len(columns) <= most {
		return strings.Join(columns, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(columns[:most], ", "), len(columns)-most)
}

// roleInWords names what a column is read as.
func (t *table) roleInWords(role string) string {
	switch {
	case role == "date" && t.incidents(), role == "happened":
		return "date of what happened"
	case role == "date":
		return "date of publication"
	case role == "account":
		return "text"
	case role == "until":
		return "its last day"
	}
	return role
}

func quoteHead(s string) string {
	const most = 40
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return "“" + s + "”"
}
