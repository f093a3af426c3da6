package export

import (
	"encoding/csv"
	"io"

	"github.com/dateline-project/dateline/graph"
)

// csvFiles names the files of the folder of tables, in the order of tables.
var csvFiles = []string{"events.csv", "claims.csv", "documents.csv", "edges.csv", "families.csv", "decisions.csv", "readme.csv"}

func csvFolder(g *graph.Graph, opt Options) []func(io.Writer) error {
	var parts []func(io.Writer) error
	for _, t := range tables(newIndex(g, opt), opt) {
		parts = append(parts, func(w io.Writer) error { return writeCSV(w, t, opt.BOM) })
	}
	return parts
}

// EventsCSV writes the table of the events alone.
func EventsCSV(w io.Writer, g *graph.Graph, opt Options) error {
	return writeCSV(w, eventTable(newIndex(g, opt)), opt.BOM)
}

// writeCSV writes a table below a row of column names: UTF-8, RFC 4180 with LF
// at the end of a line. Words that a spreadsheet would take for a formula have
// an apostrophe before them.
func writeCSV(w io.Writer, t table, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	if err := out.Write(names); err != nil {
		return err
	}
	for cells := range t.rows {
		for i := range cells {
			cells[i] = t.columns[i].safe(cells[i])
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
