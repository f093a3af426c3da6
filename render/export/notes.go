package export

import (
	"io"
	"strconv"

	"github.com/dateline-project/dateline/graph"
)

// Notes writes, for each event, its title and a numbered note for every
// document that reports it, with its sentences, as plain text.
func Notes(w io.Writer, g *graph.Graph, opt Options) error {
	x := newIndex(g, opt)
	p := newPrinter(w)
	for i := range g.Events {
		e := &g.Events[i]
		if i > 0 {
			p.print("\n")
		}
		p.print(dateWords(e), ": ", title(e), " [", oneLine(e.ID), "]\n")
		for _, n := range x.notes(e, 0) {
			p.print(strconv.Itoa(n.Number), ". ", n.Plain())
			n.Copy = "" // Plain has said it
			p.print(n.rest(), "\n")
		}
	}
	return p.flush()
}
