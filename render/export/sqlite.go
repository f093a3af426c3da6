package export

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite", in Go alone

	"github.com/dateline-project/dateline/graph"
)

// SQLite writes the seven tables as a database, with a key or an index on each
// id, and a full-text index of what is told: the table "search" finds words of
// titles, quotes and documents' titles, and says of which event, report or
// document they are. A cell without a value is NULL. The table of claims is a
// view, as each sentence stands in the file once: of "reports", and of
// "report_values", a row a value claimed.
//
//	SELECT c.quote FROM search JOIN claims c ON c.report_id = search.id
//	WHERE search MATCH 'bridge' AND search.what = 'report';
//
// Until it is written it stands in the folder for temporary files, as a large
// one would take more memory than the graph itself.
func SQLite(w io.Writer, g *graph.Graph, opt Options) ([]Left, error) {
	db, err := sql.Open("sqlite", "") // a temporary database: SQLite keeps it on disk and takes it away
	if err != nil {
		return nil, err
	}
	defer db.Close()
	conn, err := db.Conn(context.Background()) // each connection has a temporary database of its own
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	return nil, conn.Raw(func(c any) error {
		b := &database{conn: c.(sqliteConn)}
		b.exec("PRAGMA page_size = 8192")
		b.exec("PRAGMA journal_mode = OFF") // nothing is ever taken back
		b.exec("BEGIN")
		x := newIndex(g, opt)
		for _, t := range tables(x, opt) {
			if t.name == "claims" {
				b.claims(t)
			} else {
				b.table(t)
			}
		}
		b.search(x)
		b.exec("COMMIT")
		if b.err != nil {
			return fmt.Errorf("SQLite: %w; the folder for temporary files (TMPDIR) needs room for the database", b.err)
		}
		return b.write(w)
	})
}

// write writes the file page by page, from SQLite's own table of them
// (sqlite.org/dbpage.html): a copy of the whole is never held.
func (b *database) write(w io.Writer) error {
	pages, err := b.conn.QueryContext(context.Background(), "SELECT data FROM sqlite_dbpage ORDER BY pgno", nil)
	if err != nil {
		return err
	}
	defer pages.Close()
	row := make([]driver.Value, 1)
	for {
		switch err := pages.Next(row); err {
		case nil:
		case io.EOF:
			return nil
		default:
			return err
		}
		if _, err := w.Write(row[0].([]byte)); err != nil {
			return err
		}
	}
}

// sqliteConn is what the driver's connection can do; used without package sql,
// a row costs half.
type sqliteConn interface {
	driver.ExecerContext
	driver.ConnPrepareContext
	driver.QueryerContext
}

// database keeps the first error; what follows it does nothing.
type database struct {
	conn sqliteConn
	err  error
}

func (b *database) exec(statement string) {
	if b.err == nil {
		_, b.err = b.conn.ExecContext(context.Background(), statement, nil)
	}
}

// keys names the column that tells the rows of a table apart, where others
// name it.
var keys = map[string]string{"events": "event_id", "documents": "document_id", "families": "family_id"}

// indexes lists the columns of each table that others name.
var indexes = map[string][]string{
	"edges": {"source", "target"}, "documents": {"family_id"}, "events": {"earliest"},
}

func (b *database) table(t table) {
	var columns []string
	for _, c := range t.columns {
		typ := "TEXT"
		switch c.sort {
		case integer, boolean:
			typ = "INTEGER"
		case number:
			typ = "REAL"
		}
		if c.name == keys[t.name] {
			typ += " PRIMARY KEY"
		}
		columns = append(columns, c.name+" "+typ)
	}
	b.exec("CREATE TABLE " + t.name + " (" + strings.Join(columns, ", ") + ")")
	in := b.inserter(t.name, len(t.columns))
	for cells := range t.rows {
		for i, cell := range cells {
			if t.columns[i].sort == boolean {
				in.value(cell == "true")
			} else {
				in.text(cell)
			}
		}
		in.end()
	}
	in.finish()
	for _, c := range indexes[t.name] {
		b.exec(fmt.Sprintf("CREATE INDEX %s_%s ON %s (%s)", t.name, c, t.name, c))
	}
}

// claims splits the rows of claims, those of a report one behind the other,
// into what they share and what each claims.
func (b *database) claims(t table) {
	b.exec("CREATE TABLE reports (n INTEGER PRIMARY KEY, report_id TEXT, event_id TEXT, document_id TEXT, modality TEXT, speaker TEXT, quote TEXT, published TEXT)")
	b.exec("CREATE TABLE report_values (claim_id TEXT, report INTEGER, attribute TEXT, value TEXT, unit_scope TEXT, hedge TEXT, char_start INTEGER, char_end INTEGER)")
	b.exec(`CREATE VIEW claims AS SELECT claim_id, event_id, report_id, document_id, attribute, value, unit_scope, hedge, modality, speaker, char_start, char_end, quote, published
		FROM report_values JOIN reports ON reports.n = report_values.report`)
	reports, each := b.inserter("reports", 8), b.inserter("report_values", 8)
	n, last := int64(0), ""
	for cells := range t.rows {
		if cells[2] != last || n == 0 {
			last = cells[2]
			n++
			reports.value(n)
			for _, i := range []int{2, 1, 3, 8, 9, 12, 13} {
				reports.text(cells[i])
			}
			reports.end()
		}
		each.text(cells[0])
		each.value(n)
		for _, i := range []int{4, 5, 6, 7, 10, 11} {
			each.text(cells[i])
		}
		each.end()
	}
	reports.finish()
	each.finish()
	b.exec("CREATE UNIQUE INDEX reports_report_id ON reports (report_id)")
	b.exec("CREATE INDEX reports_event_id ON reports (event_id)")
	b.exec("CREATE INDEX report_values_report ON report_values (report)")
}

// search indexes each text once, though many claims may quote it.
func (b *database) search(x *index) {
	b.exec("CREATE VIRTUAL TABLE search USING fts5(what UNINDEXED, id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2')")
	b.exec("INSERT INTO search(search, rank) VALUES ('hashsize', 33554432)") // bytes sorted at once: fewer runs to merge
	in := b.inserter("search", 3)
	row := func(what, id, words string) {
		if words != "" {
			in.value(what)
			in.value(id)
			in.text(words)
			in.end()
		}
	}
	for i := range x.g.Events {
		e := &x.g.Events[i]
		row("event", e.ID, strings.Join([]string{e.Label, placesOf(e), actorsOf(e.Actors), actorsOf(e.Targets)}, "\n"))
	}
	for i := range x.g.Reports {
		row("report", x.g.Reports[i].ID, x.g.Reports[i].Quote.Text)
	}
	for i := range x.g.Documents {
		row("document", x.g.Documents[i].ID, x.g.Documents[i].Title)
	}
	in.finish()
}

// inserter inserts rows into one table.
type inserter struct {
	b      *database
	insert driver.StmtExecContext
	values []driver.NamedValue
	n      int // values of the present row
}

func (b *database) inserter(table string, columns int) *inserter {
	in := &inserter{b: b, values: make([]driver.NamedValue, columns)}
	for i := range in.values {
		in.values[i].Ordinal = i + 1
	}
	if b.err == nil {
		var s driver.Stmt
		s, b.err = b.conn.PrepareContext(context.Background(), "INSERT OR IGNORE INTO "+table+" VALUES ("+strings.TrimSuffix(strings.Repeat("?,", columns), ",")+")")
		if b.err == nil {
			in.insert = s.(driver.StmtExecContext)
		}
	}
	return in
}

func (in *inserter) value(v driver.Value) {
	in.values[in.n].Value = v
	in.n++
}

// text is a cell: NULL when it is empty, and a number where the column holds
// numbers, which SQLite sees to.
func (in *inserter) text(cell string) {
	if cell == "" {
		in.value(nil)
	} else {
		in.value(printed(cell))
	}
}

// end ends a row.
func (in *inserter) end() {
	in.n = 0
	if in.b.err == nil {
		_, in.b.err = in.insert.ExecContext(context.Background(), in.values)
	}
}

func (in *inserter) finish() {
	if in.insert != nil {
		in.b.err = errors.Join(in.b.err, in.insert.(driver.Stmt).Close())
	}
}
