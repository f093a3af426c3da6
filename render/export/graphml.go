package export

import (
	"io"
	"strconv"

	"github.com/dateline-project/dateline/graph"
)

// GraphML writes events as nodes and links as edges
// (http://graphml.graphdrawing.org). Two events may have several links, each
// with its relation and basis: only "stated" and "ordered" are what a source
// says.
func GraphML(w io.Writer, g *graph.Graph, opt Options) ([]Left, error) {
	x := newIndex(g, opt)
	p := newPrinter(w)
	p.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
		"<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"",
		" xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd\">\n")
	for i, a := range nodeAttributes {
		p.print("<key id=\"n", strconv.Itoa(i), "\" for=\"node\" attr.name=\"", a.name, "\" attr.type=\"", a.typ, "\"/>\n")
	}
	for i, a := range edgeAttributes {
		p.print("<key id=\"e", strconv.Itoa(i), "\" for=\"edge\" attr.name=\"", a.name, "\" attr.type=\"", a.typ, "\"/>\n")
	}
	p.print("<graph id=\"events\" edgedefault=\"directed\">\n")
	for i := range g.Events {
		e := &g.Events[i]
		p.print("<node id=\"")
		p.xml(e.ID)
		p.print("\">")
		for k, a := range nodeAttributes {
			graphmlData(p, "n", k, a.value(x, e))
		}
		p.print("</node>\n")
	}
	x.links(func(n int, l *graph.Link) {
		p.print("<edge id=\"l", strconv.Itoa(n), "\" source=\"")
		p.xml(l.From)
		p.print("\" target=\"")
		p.xml(l.To)
		// "directed" is left at the default, since readers refuse graphs that mix both; relation tells.
		p.print("\">")
		for k, a := range edgeAttributes {
			graphmlData(p, "e", k, a.value(x, l))
		}
		p.print("</edge>\n")
	})
	p.print("</graph>\n</graphml>\n")
	return nil, p.flush()
}

func graphmlData(p *printer, prefix string, key int, value string) {
	if value == "" {
		return
	}
	p.print("<data key=\"", prefix, strconv.Itoa(key), "\">")
	p.xml(value)
	p.print("</data>")
}
