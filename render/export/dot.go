package export

import (
	"cmp"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// DOT writes the graph for Graphviz: time runs from left to right along a line
// of days (of months or years, if there are many), and an event stands in the
// rank of the first day that its date can mean, one that is only known to be
// not after a day in that of this day. Only what a source states or orders is
// an arrow; what follows from dates is a dotted line without a head, and what
// is near is not drawn. A box with a dashed border did not, or may not, have
// happened, and its label says so.
func DOT(w io.Writer, g *graph.Graph, opt Options) ([]Left, error) {
	x := newIndex(g, opt)
	var t tally
	p := newPrinter(w)
	p.print("digraph events {\n  rankdir=LR\n  ranksep=0.4\n  nodesep=0.15\n  label=", dotLabel(opt.title()), "\n  labelloc=t\n  fontname=\"sans-serif\"\n",
		"  node [shape=box, fontname=\"sans-serif\", fontsize=10, margin=\"0.08,0.04\"]\n  edge [fontname=\"sans-serif\", fontsize=8]\n")
	columns, of := dotColumns(g)
	if len(columns) > 0 {
		p.print("  {\n    node [shape=plaintext, fontsize=12]\n    edge [color=gray, arrowhead=none]\n")
		for i, c := range columns {
			p.print("    ", dotString("t"+c))
			if i+1 < len(columns) {
				p.print(" -> ", dotString("t"+columns[i+1]))
			}
			p.print("\n")
		}
		for _, c := range columns {
			p.print("    ", dotString("t"+c), " [label=", dotLabel(c), "]\n")
		}
		p.print("  }\n")
	}
	ranks := map[string][]string{}
	for i := range g.Events {
		e := &g.Events[i]
		style := ""
		if e.Modality != events.Happened {
			style = ", style=dashed"
		}
		if e.Disputed() {
			style += ", color=\"#b00020\", penwidth=2"
		}
		label := title(e) + "\n" + dateWords(e)
		if e.Disputed() {
			label += "\naccounts contradict each other"
		}
		p.print("  ", dotString("e"+e.ID), " [label=", dotLabel(label), style, ", tooltip=", dotLabel(accounts(e)), "]\n")
		ranks[of[i]] = append(ranks[of[i]], e.ID)
	}
	for _, c := range columns {
		p.print("  {rank=same; ", dotString("t"+c))
		for _, id := range ranks[c] {
			p.print("; ", dotString("e"+id))
		}
		p.print("}\n")
	}
	x.links(func(_ int, l *graph.Link) {
		if l.Basis == graph.Near {
			t.leave("links between events that are only near in time and place")
			return
		}
		p.print("  ", dotString("e"+l.From), " -> ", dotString("e"+l.To), " [")
		if l.Basis != graph.Derived || l.Relation == "part-of" {
			p.print("label=", dotLabel(l.Relation), ", ") // the dates say the rest
		}
		switch {
		case l.Basis != graph.Stated && l.Basis != graph.Ordered:
			p.print("style=dotted, arrowhead=none, constraint=false")
		case !directed(l):
			p.print("arrowhead=none")
		default:
			p.print("tooltip=", dotLabel(oneLine(l.Why.Text)))
		}
		p.print("]\n")
	})
	p.print("}\n")
	return t.left, p.flush()
}

// mostColumns is how many columns a drawing has, at most, of a unit finer than
// years.
const mostColumns = 36

const undated = "no date"

// dotColumns names the columns in order of time, and that of each event.
func dotColumns(g *graph.Graph) (columns, of []string) {
	for _, cut := range []string{"", "-DD", "-MM-DD"} { // of YYYY-MM-DD, which may begin with a sign or a Y
		columns, of = nil, make([]string, len(g.Events))
		first := map[string]edtf.Day{}
		for i := range g.Events {
			d := g.Events[i].When.Earliest
			if d == edtf.Open {
				d = g.Events[i].When.Latest
			}
			name := undated
			if d != edtf.Open {
				name = d.String()
				name = name[:len(name)-len(cut)]
			} else {
				d = math.MaxInt32 // stands last
			}
			of[i] = name
			at, seen := first[name]
			if !seen {
				columns = append(columns, name)
			}
			if !seen || d < at {
				first[name] = d
			}
		}
		slices.SortFunc(columns, func(a, b string) int { return cmp.Compare(first[a], first[b]) })
		if len(columns) <= mostColumns {
			break
		}
	}
	return columns, of
}

// dotLabel quotes s as a label, in which Graphviz reads the entities of HTML.
func dotLabel(s string) string { return dotString(strings.ReplaceAll(s, "&", "&amp;")) }

// dotString quotes s as an ID of the language: in double quotes only these and
// the backslash mean anything, and "\n" is a line break.
func dotString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for line := range strings.SplitSeq(s, "\n") {
		if b.Len() > 1 {
			b.WriteString(`\n`)
		}
		for _, r := range oneLine(line) {
			if r == '"' || r == '\\' {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
