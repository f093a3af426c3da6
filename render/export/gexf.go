package export

import (
	"io"
	"strconv"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// GEXF writes events as nodes and links as edges of a dynamic graph (GEXF
// 1.2, https://gexf.net, as more programs read it than 1.3), laid out as the page lays them out. A node is there from
// the first to the last day that its date can mean: these are bounds, and its
// attributes date, edtf and date_precision say how much of them is known. An
// end that is open is left out. So are the days of events before the year 1
// or after 9999, which readers of the format do not take.
func GEXF(w io.Writer, g *graph.Graph, opt Options) ([]Left, error) {
	x := newIndex(g, opt)
	var t tally
	p := newPrinter(w)
	p.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
		"<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n<meta><creator>dateline</creator><description>")
	p.xml(opt.title() + ". start and end of a node are the first and last day that its date can mean; date, edtf and date_precision say how much is known. modality tells what happened from what is alleged, denied, demanded or planned.")
	p.print("</description></meta>\n<graph mode=\"dynamic\" timeformat=\"date\" defaultedgetype=\"directed\">\n")
	attributes := func(class string, n int, at func(int) (string, string)) {
		p.print("<attributes class=\"", class, "\" mode=\"static\">\n")
		for i := range n {
			name, typ := at(i)
			if typ == "int" {
				typ = "integer"
			}
			p.print("<attribute id=\"", name, "\" title=\"", name, "\" type=\"", typ, "\"/>\n")
		}
		p.print("</attributes>\n")
	}
	attributes("node", len(nodeAttributes), func(i int) (string, string) { return nodeAttributes[i].name, nodeAttributes[i].typ })
	attributes("edge", len(edgeAttributes), func(i int) (string, string) { return edgeAttributes[i].name, edgeAttributes[i].typ })
	at := g.Layout(graph.LayoutOptions{Lane: func(e *graph.Event) string { return x.class(e.Kind) }})
	p.print("<nodes>\n")
	for i := range g.Events {
		e := &g.Events[i]
		p.print("<node id=\"")
		p.xml(e.ID)
		p.print("\" label=\"")
		p.xml(title(e))
		p.print("\"")
		held := gexfDay(p, "start", e.When.Earliest) && gexfDay(p, "end", e.When.Latest)
		if !held {
			t.leave("days before the year 1 or after 9999, which GEXF's readers do not take; the attribute edtf holds them")
		}
		p.print(">\n<attvalues>")
		for _, a := range nodeAttributes {
			gexfValue(p, a.name, a.value(x, e))
		}
		p.print("</attvalues>\n")
		if i < len(at) {
			p.print("<viz:position x=\"", decimal(at[i].X), "\" y=\"", decimal(-at[i].Y), "\" z=\"0\"/>")
		}
		p.print("</node>\n")
	}
	p.print("</nodes>\n<edges>\n")
	x.links(func(n int, l *graph.Link) {
		p.print("<edge id=\"", strconv.Itoa(n), "\" source=\"")
		p.xml(l.From)
		p.print("\" target=\"")
		p.xml(l.To)
		p.print("\" weight=\"", decimal(min(x.events[l.From].Weight, x.events[l.To].Weight)), "\"><attvalues>")
		for _, a := range edgeAttributes {
			gexfValue(p, a.name, a.value(x, l))
		}
		p.print("</attvalues></edge>\n")
	})
	p.print("</edges>\n</graph>\n</gexf>\n")
	return t.left, p.flush()
}

// gexfDay writes one end of a node's time; false when the format cannot hold it.
func gexfDay(p *printer, name string, d edtf.Day) bool {
	if d == edtf.Open {
		return true
	}
	if y := year(d); y < 1 || y > 9999 {
		return false
	}
	p.print(" ", name, "=\"", d.String(), "\"")
	return true
}

func gexfValue(p *printer, name, value string) {
	if value == "" {
		return
	}
	p.print("<attvalue for=\"", name, "\" value=\"")
	p.xml(value)
	p.print("\"/>")
}
