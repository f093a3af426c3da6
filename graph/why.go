package graph

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"

	"github.com/dateline-project/dateline/data"
)

// Reasons is what speaks for and against two sets of reports being of one happening.
type Reasons struct {
	A        []string   `json:"a"` // ids of the reports compared, each set of one document; empty for what the texts of an event agree on
	B        []string   `json:"b"`
	Evidence []Evidence `json:"evidence"` // for and against, the weightiest first, to a thousandth
	Sum      float64    `json:"sum"`      // of the evidence
	Needed   float64    `json:"needed"`   // the sum from which they would be joined
	Veto     string     `json:"veto"`     // why they can never be joined; "" when nothing forbids it
	Copy     bool       `json:"copy"`     // B stands in a copy of the text of A: one account, whatever the evidence
}

// Explainer tells why events were merged or kept apart.
type Explainer struct {
	b       *builder
	index   map[string]int32 // report id -> place in the graph
	events  map[string]int32
	aspects []aspects // of each event; nil until asked for
}

// NewExplainer reads the reports of a graph again as Build did, in linear
// time. kinds must be those of Build. It needs the documents' texts: of a graph
// that holds quotes only it weighs words and stories differently. The error is
// that of ctx. An explainer is for one goroutine.
func NewExplainer(ctx context.Context, g *Graph, kinds []data.Kind) (*Explainer, error) {
	b := again(g, kinds)
	x := &Explainer{b: b}
	x.index = indexOf(g.Reports, func(r *Report) string { return r.ID })
	x.events = indexOf(g.Events, func(e *Event) string { return e.ID })
	if err := b.read(ctx); err != nil {
		return nil, err
	}
	b.merger.whole = true
	_, err := b.merger.withinDocuments(ctx) // finds what each document is chiefly about
	return x, err
}

// again returns a builder of a graph that is built, with the documents and
// families of its reports and none of its claims.
func again(g *Graph, kinds []data.Kind) *builder {
	b := &builder{opt: Options{Kinds: kinds, Workers: runtime.GOMAXPROCS(0)}, g: g, kinds: newKindTable(kinds)}
	b.byID = places(len(g.Documents))
	slices.SortStableFunc(b.byID, func(x, y int32) int { return cmp.Compare(g.Documents[x].ID, g.Documents[y].ID) })
	family := indexOf(g.Families, func(f *Family) string { return f.ID })
	b.family = make([]int32, len(g.Documents))
	for i := range g.Documents {
		b.family[i] = family[g.Documents[i].Family]
	}
	b.docOf = make([]int32, len(g.Reports))
	for i := range g.Reports {
		b.docOf[i], _ = b.document(g.Reports[i].Document)
	}
	return b
}

// mostNodes is how many documents of one event are compared: enough of them to
// tell, since two events of thousands of documents have millions of pairs.
const mostNodes = 64

// Joins returns why the reports of an event are one: first, for each of its
// documents, why the reports in it are; then, for all documents but one, the
// strongest reasons to join one with those already joined, the strongest
// first. A document that copies another is joined with it as a copy. Of an
// event of more than 64 documents it looks at the first 64 in order of id. It
// is empty for an event of one report. The error says that the id is unknown.
func (x *Explainer) Joins(event string) ([]Reasons, error) {
	nodes, err := x.nodes(event)
	if err != nil {
		return nil, err
	}
	out := []Reasons{}
	for i := range nodes {
		out = append(out, x.within(nodes[i])...)
	}
	if len(nodes) < 2 {
		return out, nil
	}
	// Prim's algorithm: the tree of the strongest reasons.
	best := make([]Reasons, len(nodes))
	for j := 1; j < len(nodes); j++ {
		best[j] = x.reasons(nodes[0], nodes[j])
	}
	joined := make([]bool, len(nodes))
	joined[0] = true
	for range len(nodes) - 1 {
		next := -1
		for j := range nodes {
			if !joined[j] && (next < 0 || better(&best[j], &best[next])) {
				next = j
			}
		}
		joined[next] = true
		out = append(out, best[next])
		for j := range nodes {
			if joined[j] {
				continue
			}
			if r := x.reasons(nodes[next], nodes[j]); better(&r, &best[j]) {
				best[j] = r
			}
		}
	}
	return out, nil
}

// within returns why the reports of one document are one: for each but the
// first, what joins it with those before it.
func (x *Explainer) within(n *node) []Reasons {
	var out []Reasons
	const most = 16
	for k := 1; k < min(len(n.members), most); k++ {
		p, q := x.b.merger.pooled(slices.Clone(n.members[:k])), x.b.merger.pooled([]int32{n.members[k]})
		out = append(out, x.reasons(p, q))
	}
	return out
}

// better reports whether a speaks more for one happening than b: copies before
// all, then what has no veto, then by the sum.
func better(a, b *Reasons) bool {
	if a.Copy != b.Copy {
		return a.Copy
	}
	if (a.Veto == "") != (b.Veto == "") {
		return a.Veto == ""
	}
	return a.Sum > b.Sum
}

// Reports returns the reasons between two reports. The error says which id is unknown.
func (x *Explainer) Reports(a, b string) (Reasons, error) {
	i, ok := x.index[a]
	j, ok2 := x.index[b]
	if !ok || !ok2 {
		return Reasons{}, fmt.Errorf("there is no report %s", map[bool]string{true: b, false: a}[ok])
	}
	p, q := x.b.merger.pooled([]int32{i}), x.b.merger.pooled([]int32{j})
	return x.reasons(p, q), nil
}

// nodes returns what each document tells of an event, in order of documents.
func (x *Explainer) nodes(event string) ([]*node, error) {
	k, ok := x.events[event]
	if !ok {
		return nil, fmt.Errorf("there is no event %s", event)
	}
	var out []*node
	var run []int32
	ids := x.b.g.Events[k].Reports
	for n, id := range ids {
		i, ok := x.index[id]
		if !ok {
			return nil, fmt.Errorf("there is no report %s", id)
		}
		run = append(run, i)
		if n+1 == len(ids) || x.b.g.Reports[x.index[ids[n+1]]].Document != x.b.g.Reports[i].Document {
			out = append(out, x.b.merger.pooled(run))
			if run = nil; len(out) == mostNodes {
				break
			}
		}
	}
	return out, nil
}

func (x *Explainer) reasons(p, q *node) Reasons {
	r := x.evidence(p, q)
	r.Needed, r.Veto = joinAcross, string(x.b.merger.between(p, q))
	same := p.doc == q.doc && p.doc >= 0
	if same {
		r.Needed = joinWithin
	}
	r.Copy = !same && p.doc >= 0 && q.doc >= 0 && x.b.family[p.doc] == x.b.family[q.doc]
	for _, i := range p.members {
		r.A = append(r.A, x.b.g.Reports[i].ID)
	}
	for _, i := range q.members {
		r.B = append(r.B, x.b.g.Reports[i].ID)
	}
	return r
}

// evidence returns the evidence between two nodes and its sum.
func (x *Explainer) evidence(p, q *node) Reasons {
	var r Reasons
	r.Sum = thousandths(x.b.merger.weigh(p, q, &r.Evidence))
	for i := range r.Evidence {
		r.Evidence[i].Weight = thousandths(r.Evidence[i].Weight)
	}
	slices.SortStableFunc(r.Evidence, func(a, b Evidence) int { return cmp.Compare(b.Weight, a.Weight) })
	return r
}

func thousandths(w float64) float64 { return math.Round(w*1000) / 1000 }
