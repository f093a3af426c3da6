package graph

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"

	"github.com/dateline-project/dateline/data"
)

// Reasons is why two sets of reports are one happening, or are not.
type Reasons struct {
	A, B     []string   // ids of the reports compared, each set of one document
	Evidence []Evidence // for and against, the weightiest first
	Sum      float64    // of the evidence
	Needed   float64    // the sum from which they would be joined
	Veto     string     // why they can never be joined; "" when nothing forbids it
}

// Explainer tells why events were merged or kept apart.
type Explainer struct {
	b     *builder
	index map[string]int32 // report id -> place in the graph
}

// NewExplainer reads the reports of a graph again as Build did, in linear
// time. kinds must be those of Build. It needs the documents' texts: of a graph
// that holds quotes only it weighs words and stories differently. The error is
// that of ctx.
func NewExplainer(ctx context.Context, g *Graph, kinds []data.Kind) (*Explainer, error) {
	b := &builder{opt: Options{Kinds: kinds, Workers: runtime.GOMAXPROCS(0)}, g: g, kinds: newKindTable(kinds)}
	doc, family := make(map[string]int32, len(g.Documents)), make(map[string]int32, len(g.Families))
	for i := range g.Families {
		family[g.Families[i].ID] = int32(i)
	}
	b.family = make([]int32, len(g.Documents))
	for i := range g.Documents {
		if _, ok := doc[g.Documents[i].ID]; !ok {
			doc[g.Documents[i].ID] = int32(i)
		}
		b.family[i] = family[g.Documents[i].Family]
	}
	x := &Explainer{b: b, index: make(map[string]int32, len(g.Reports))}
	b.docOf = make([]int32, len(g.Reports))
	for i := range g.Reports {
		b.docOf[i] = -1
		if d, ok := doc[g.Reports[i].Document]; ok {
			b.docOf[i] = d
		}
		x.index[g.Reports[i].ID] = int32(i)
	}
	return x, b.read(ctx)
}

// Events returns the strongest reasons between a report of one event and one
// of another, what each document tells of an event taken together. For an
// event and itself it returns the strongest between two of its documents. The
// error says which id is unknown, or that the event has one document only.
func (x *Explainer) Events(a, b string) (Reasons, error) {
	p, err := x.nodes(a)
	if err != nil {
		return Reasons{}, err
	}
	q, err := x.nodes(b)
	if err != nil {
		return Reasons{}, err
	}
	if a == b && len(p) < 2 {
		return Reasons{}, fmt.Errorf("event %s is told by one document only", a)
	}
	const most = 64 // nodes of one event that are looked at
	var best Reasons
	found := false
	for i := range p[:min(len(p), most)] {
		for j := range q[:min(len(q), most)] {
			if a == b && j >= i {
				break
			}
			if r := x.reasons(&p[i], &q[j]); !found || better(&r, &best) {
				best, found = r, true
			}
		}
	}
	return best, nil
}

// Reports returns the reasons between two reports. The error says which id is unknown.
func (x *Explainer) Reports(a, b string) (Reasons, error) {
	i, ok := x.index[a]
	j, ok2 := x.index[b]
	if !ok || !ok2 {
		return Reasons{}, fmt.Errorf("there is no report %s", map[bool]string{true: b, false: a}[ok])
	}
	p, q := x.b.merger.pool([]int32{i}), x.b.merger.pool([]int32{j})
	return x.reasons(&p, &q), nil
}

func (x *Explainer) nodes(event string) ([]node, error) {
	k := slices.IndexFunc(x.b.g.Events, func(e Event) bool { return e.ID == event })
	if k < 0 {
		return nil, fmt.Errorf("there is no event %s", event)
	}
	var out []node
	var run []int32
	ids := x.b.g.Events[k].Reports
	for n, id := range ids {
		i, ok := x.index[id]
		if !ok {
			return nil, fmt.Errorf("there is no report %s", id)
		}
		run = append(run, i)
		if n+1 == len(ids) || x.b.g.Reports[x.index[ids[n+1]]].Document != x.b.g.Reports[i].Document {
			out = append(out, x.b.merger.pool(run))
			run = nil
		}
	}
	return out, nil
}

func (x *Explainer) reasons(p, q *node) Reasons {
	m := x.b.merger
	p.lead, q.lead = x.leads(p), x.leads(q)
	r := Reasons{Needed: joinAcross, Veto: string(m.between(p, q))}
	if p.doc == q.doc && p.doc >= 0 {
		r.Needed = joinWithin
	}
	r.Sum = m.weigh(p, q, &r.Evidence)
	slices.SortStableFunc(r.Evidence, func(a, b Evidence) int { return cmp.Compare(b.Weight, a.Weight) })
	for _, i := range p.members {
		r.A = append(r.A, x.b.g.Reports[i].ID)
	}
	for _, i := range q.members {
		r.B = append(r.B, x.b.g.Reports[i].ID)
	}
	return r
}

// leads reports whether what n tells is what its document is most about.
func (x *Explainer) leads(n *node) bool {
	if n.doc < 0 {
		return false
	}
	reports := x.b.g.Reports
	first, ok := slices.BinarySearchFunc(reports, x.b.g.Documents[n.doc].ID, func(r Report, id string) int { return cmp.Compare(r.Document, id) })
	if !ok {
		return false
	}
	by := map[string][]int32{}
	var order []string
	for i := first; i < len(reports) && reports[i].Document == reports[first].Document; i++ {
		e := reports[i].Event
		if by[e] == nil {
			order = append(order, e)
		}
		by[e] = append(by[e], int32(i))
	}
	best := x.b.merger.pool(by[order[0]])
	for _, e := range order[1:] {
		if o := x.b.merger.pool(by[e]); x.b.merger.leads(&o, &best) {
			best = o
		}
	}
	return slices.Contains(best.members, n.members[0])
}

// better reports whether a speaks more for one happening than b: without a
// veto rather than with one, then by the sum.
func better(a, b *Reasons) bool {
	if (a.Veto == "") != (b.Veto == "") {
		return a.Veto == ""
	}
	return a.Sum > b.Sum
}
