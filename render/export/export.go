// Package export writes a graph in the formats that other programs read. One
// file of this package is one format, and one line of Formats.
package export

import (
	"io"

	"github.com/dateline-project/dateline/graph"
)

// Format is one way to write a graph. Write is deterministic: the same graph
// gives the same bytes. It returns the first error of w, and then what w took
// is not to be used.
type Format struct {
	Name  string // as in the option --NAME and the file's extension
	Doc   string // one line for help texts
	Write func(w io.Writer, g *graph.Graph) error
}

// Formats lists the formats in the order of the help texts.
var Formats = []Format{
	{"json", "the whole graph, as docs/schema.json states it", JSON},
	{"csv", "a table of the events, one a row, for a spreadsheet", CSV},
}
