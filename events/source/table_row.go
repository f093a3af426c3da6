package source

import (
	"errors"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// Record is what the row of a table of incidents states of the one happening
// that its document tells, beside the words of the account: lines of the
// document's text, the date a Heading, which is its first block, the others Metadata.
type Record struct {
	Date   text.Span // the day or the days of it, empty for none
	Place  text.Span // where, from the smallest place to the largest, empty for none
	Counts []Count   // in the order killed, injured
}

// Count is how many people a column of a table counts; N is above 0.
type Count struct {
	Measure string // killed, injured
	N       int64
	text.Span
}

// readTable reads the first row of a table.
func readTable(in *Input) (Document, error) {
	t, err := openTable(in)
	if err != nil {
		return Document{}, err
	}
	row := *in
	row.Data, row.Line = []byte(t.s[t.rows[0].Start:t.rows[0].End]), t.rows[0].line
	d, err := t.read(&row)
	in.reported = row.reported
	return d, err
}

// queueTable queues the documents of a table, a row each.
func (r *reader) queueTable(e *entry, f io.Reader, size int64) bool {
	data, err := readAll(f, size, r.opt.MaxBytes)
	if err != nil {
		return r.say(Diagnostic{e.display, 0, 0, Error, err.Error()})
	}
	in := &Input{Path: e.display, Data: data, limits: r.limits()}
	t, err := openTable(in)
	for _, d := range in.reported {
		if !r.say(d) {
			return false
		}
	}
	if err != nil {
		return r.say(Diagnostic{e.display, 0, 0, Error, err.Error()})
	}
	if !r.say(Diagnostic{e.display, 0, 0, Warning, t.describe()}) {
		return false
	}
	file := *e
	format := *e.format
	format.Read = t.read
	for rows := t.rows; len(rows) > 0; {
		batch := rows[:min(len(rows), batchLines)]
		rows = rows[len(batch):]
		ok := r.enqueue(e.display, int64(batch[len(batch)-1].End-batch[0].Start), func() []result {
			results := make([]result, 0, len(batch))
			for _, row := range batch {
				in := &Input{Path: file.display, Line: row.line, Data: []byte(t.s[row.Start:row.End]), limits: r.limits()}
				results = append(results, read(&format, in, lineID(&file, row.line), file.path))
			}
			return results
		})
		if !ok {
			return false
		}
	}
	return true
}

// tableIDs gives the ids of the rows of a table to hold.
func (r *reader) tableIDs(e *entry, hold func(id string)) {
	f, err := e.open()
	if err != nil {
		return
	}
	defer f.Close()
	data, err := readAll(f, e.size, r.opt.MaxBytes)
	if err != nil {
		return
	}
	t, err := openTable(&Input{Path: e.display, Data: data, limits: r.limits()})
	if err != nil {
		return
	}
	for _, row := range t.rows {
		cells, err := newCSV(t.s[row.Start:row.End], t.comma).Read()
		if id := t.cell(cells, "id"); err == nil && id != "" {
			hold(id)
		} else {
			hold(lineID(e, row.line))
		}
	}
}

// read makes a document of a row, which is in.Data.
func (t *table) read(in *Input) (Document, error) {
	cells, err := newCSV(string(in.Data), t.comma).Read()
	if err != nil {
		return Document{}, errors.New("cannot be read as the row of a table: " + err.Error())
	}
	d := Document{
		ID: t.cell(cells, "id"), Outlet: t.cell(cells, "outlet"), Author: t.cell(cells, "author"),
		URL: t.cell(cells, "url"), Language: languageTag(t.cell(cells, "language")),
	}
	if p := t.cell(cells, "published"); p != "" && !d.setPublished(t.date(p)) {
		in.Warn(in.Line, 0, "the publication date %q is no date that can be read: state it as YYYY-MM-DD", clip(p))
	}
	var w rowText
	if t.incidents() {
		d.Record = &Record{}
		d.Record.Date = w.line(t.days(cells), text.Heading)
		d.Record.Place = w.line(t.place(cells), text.Metadata)
	} else if p := t.cell(cells, "date"); p != "" && d.Published == "" && !d.setPublished(t.date(p)) {
		in.Warn(in.Line, 0, "the date %q cannot be read: state it as YYYY-MM-DD", clip(p))
	}
	body := t.text(cells)
	if title := t.cell(cells, "title"); title != "" && title != body {
		w.line(title, text.Title)
		d.Title = oneLine(title)
	}
	w.paragraphs(body)
	if d.Record != nil {
		for _, measure := range []string{"killed", "injured"} {
			if n, ok := wholeNumber(t.cell(cells, measure)); ok {
				at := w.line(measure+": "+strconv.FormatInt(n, 10), text.Metadata)
				d.Record.Counts = append(d.Record.Counts, Count{measure, n, at})
			}
		}
	}
	d.Text, d.Blocks = w.b.String(), w.blocks
	if d.Record == nil {
		describe(in, &d)
	}
	return d, nil
}

// wholeNumber reads a count above 0 as spreadsheets write them: 12, 1,200, 3.0.
func wholeNumber(s string) (n int64, ok bool) {
	const most = 1e9
	f, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return int64(f), err == nil && f > 0 && f <= most && f == math.Trunc(f)
}

// date returns the date of a cell in ISO 8601, dates in digits by the order that
// the column shows, and the cell as it is where it holds more or something else.
func (t *table) date(s string) string {
	tokens := text.AppendTokens(nil, s)
	if found := findDates(s, tokens, t.order == monthFirst); len(found) == 1 && len(tokens) > 0 && tokens[0].Kind == text.Number && tokens[0].End <= 2 && found[0].from == 0 && found[0].to == len(tokens) {
		return found[0].String()
	}
	return s
}

// days returns the day of what a row tells, or the first and the last.
func (t *table) days(cells []string) string {
	from, to := t.date(t.cell(cells, "happened", "date")), t.date(t.cell(cells, "until"))
	// exports of databases give each day a time: 2019-03-14 00:00:00.000
	from, to = withoutMidnight(from), withoutMidnight(to)
	if to != "" && to != from {
		return from + " – " + to
	}
	return from
}

// withoutMidnight takes the time off a day that a database gives as its first moment.
func withoutMidnight(s string) string {
	for _, sep := range []string{" 00:00", "T00:00"} {
		if day, rest, ok := strings.Cut(s, sep); ok && strings.Trim(rest, ":.0Z+") == "" {
			return day
		}
	}
	return s
}

// place returns where it was, from the smallest place to the largest.
func (t *table) place(cells []string) string {
	var parts []string
	for _, i := range t.columns["place"] {
		if i >= len(cells) {
			continue
		}
		if c := oneLine(cells[i]); c != "" && !strings.Contains(strings.Join(parts, ", "), c) {
			parts = append(parts, c)
		}
	}
	return strings.Join(parts, ", ")
}

// rowText writes the text of a row's document.
type rowText struct {
	b      strings.Builder
	blocks []text.Block
}

// line adds a block and returns where it stands; an empty line adds none.
func (w *rowText) line(s string, role text.Role) text.Span {
	if s = oneLine(s); s == "" {
		return text.Span{}
	}
	if w.b.Len() > 0 {
		w.b.WriteString("\n\n")
	}
	level := 0
	if role == text.Heading {
		level = 1
	}
	at := text.Span{Start: w.b.Len(), End: w.b.Len() + len(s)}
	w.b.WriteString(s)
	w.blocks = append(w.blocks, text.Block{Span: at, Role: role, Level: level})
	return at
}

// paragraphs adds a text with the paragraphs and lists that it has.
func (w *rowText) paragraphs(s string) {
	if w.b.Len() > 0 {
		w.b.WriteString("\n\n")
	}
	from := w.b.Len()
	w.b.WriteString(s)
	for _, b := range layoutPlain(s) {
		b.Start, b.End = b.Start+from, b.End+from
		w.blocks = append(w.blocks, b)
	}
}
