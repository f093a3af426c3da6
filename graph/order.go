package graph

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	library "github.com/dominikbraun/graph"

	"github.com/dateline-project/dateline/events/source"
)

// ordering returns the events of a link that a text states or orders, the
// earlier one first: a cause comes before what it causes, an answer or a breach
// after what it answers or breaks. It is false for any other link.
func ordering(l *Link) (earlier, later string, ok bool) {
	if l.Basis != Stated && l.Basis != Ordered {
		return "", "", false
	}
	switch l.Relation {
	case "before", "causes":
		return l.From, l.To, true
	case "responds-to", "violates":
		return l.To, l.From, true
	}
	return "", "", false
}

// OrderConflict is a set of events whose stated orders contradict each other:
// A before B before A. Events are ids in alphabetical order; Links are all the
// stated and ordered links among them, in the graph's order.
type OrderConflict struct {
	Events []string
	Links  []Link
}

// OrderConflicts returns the contradictions among the orders that texts state
// or imply by a cause, an answer or a breach: the strongly connected components
// of those links, in order of their first event. The cost is linear in links
// but for sorting. The error is that of the library, and stands for a fault of
// the graph, such as two events of one id.
func (g *Graph) OrderConflicts() ([]OrderConflict, error) {
	var orders []Link // as edges, the earlier event first
	linked := map[string]bool{}
	for i := range g.Links {
		if a, b, ok := ordering(&g.Links[i]); ok && a != b {
			orders = append(orders, Link{From: a, To: b})
			linked[a], linked[b] = true, true
		}
	}
	if len(orders) < 2 {
		return nil, nil
	}
	part := Graph{Links: orders}
	for i := range g.Events {
		if linked[g.Events[i].ID] {
			part.Events = append(part.Events, g.Events[i])
		}
	}
	found, err := library.StronglyConnectedComponents(part.Network(nil))
	if err != nil {
		return nil, err
	}
	var out []OrderConflict
	in := map[string]int{} // events in conflict, with the number of theirs from 1
	for _, c := range found {
		if len(c) > 1 {
			slices.Sort(c)
			out = append(out, OrderConflict{Events: c})
		}
	}
	slices.SortFunc(out, func(x, y OrderConflict) int { return strings.Compare(x.Events[0], y.Events[0]) })
	for k := range out {
		for _, id := range out[k].Events {
			in[id] = k + 1
		}
	}
	for i := range g.Links {
		if a, b, ok := ordering(&g.Links[i]); ok && a != b && in[a] > 0 && in[a] == in[b] {
			out[in[a]-1].Links = append(out[in[a]-1].Links, g.Links[i])
		}
	}
	return out, nil
}

// mostOrders is how many of the links of one contradiction its message names.
const mostOrders = 6

// orderDiagnostics returns a warning for each contradiction, at the first
// sentence that it rests on.
func (b *builder) orderDiagnostics() ([]source.Diagnostic, error) {
	conflicts, err := b.g.OrderConflicts()
	if err != nil || len(conflicts) == 0 {
		return nil, err
	}
	label, document := map[string]string{}, map[string]*Document{}
	for i := range b.g.Events {
		e := &b.g.Events[i]
		label[e.ID] = e.Label
		if e.When.EDTF != "" {
			label[e.ID] += " (" + e.When.EDTF + ")"
		}
	}
	for i := range b.g.Documents {
		if d := &b.g.Documents[i]; document[d.ID] == nil {
			document[d.ID] = d
		}
	}
	out := make([]source.Diagnostic, len(conflicts))
	for i, c := range conflicts {
		var orders []string
		for k := range c.Links[:min(len(c.Links), mostOrders)] {
			l := &c.Links[k]
			earlier, later, _ := ordering(l)
			orders = append(orders, fmt.Sprintf("%s before %s, by %s", label[earlier], label[later], l.Why.Document))
		}
		if more := len(c.Links) - mostOrders; more > 0 {
			orders = append(orders, fmt.Sprintf("and %d more", more))
		}
		out[i] = source.Diagnostic{Severity: source.Warning, Message: "these orders contradict each other: " + strings.Join(orders, "; ") + "; compare the sentences they rest on"}
		if d, at := document[c.Links[0].Why.Document], c.Links[0].Why.Start; d != nil && at >= 0 {
			out[i].Path = d.Path
			if at <= len(d.Text) && d.Text != "" {
				out[i].Line = 1 + strings.Count(d.Text[:at], "\n")
				out[i].Column = 1 + utf8.RuneCountInString(d.Text[strings.LastIndexByte(d.Text[:at], '\n')+1:at])
			}
		}
	}
	return out, nil
}
