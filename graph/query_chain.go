package graph

import (
	"container/heap"
	"slices"
	"strings"
)

// A Step leads from one event to another. Relation, basis and direction are
// those of Link; a step that no link of the graph makes has the basis Near,
// and Shared is what both events have in common: a place, an actor, or the id
// of a document.
type Step struct {
	From     string   `json:"from"`
	To       string   `json:"to"`
	Relation string   `json:"relation"` // of a link, or same-place, same-actor, same-document
	Basis    string   `json:"basis"`
	Shared   string   `json:"shared"`  // "" for a link of the graph
	Why      Why      `json:"why"`     // of a link that is stated or ordered
	Reports  []string `json:"reports"` // for any other, a report of each end that bears it out
}

// SameDocument is the relation of a Step between events that one text tells.
const SameDocument = "same-document"

// What a step costs: what a text states is the shortest way, and what a
// hundred events share is a long one. Steps that follow from dates alone lead
// from every event to every other and are no way at all.
const (
	costStated  = 10
	costOrdered = 12
	costPartOf  = 20
	costShared  = 30 // and doubling for each doubling of the events that share it
	costText    = 45
	doubling    = 5
	costAgainst = 30 // more, for an order that the dates of both events rule out
	costUndated = 10 // more, where one of two events that share something has no date
	costMonths  = 60 // most for the time between them, at one for two months
)

// Chain returns steps that link two events, in order from the first to the
// second: few of them, rather what texts state than what events have in common,
// and of these rather what lies near in time. It keeps one way to each place,
// actor and text, so that of chains about as good it need not be the best.
// Relations that follow from dates alone make no step. With relations,
// only steps of these are taken. It is empty for one event and itself, and nil
// when there is no chain or no such event. Of equal chains it is always the
// same one.
func (f *Finder) Chain(from, to string, relations ...string) []Step {
	a, ok := f.index[from]
	b, ok2 := f.index[to]
	switch {
	case !ok || !ok2:
		return nil
	case a == b:
		return []Step{}
	}
	p := search{f: f, hubs: f.hubs(), relations: relations, from: a, to: b}
	if !p.run() {
		return nil
	}
	return p.steps()
}

// search looks for the cheapest chain between two events by Dijkstra's algorithm,
// over events and, numbered behind them, the hubs that link them.
type search struct {
	f         *Finder
	hubs      *hubs
	relations []string
	from, to  int32
	cost      []int32 // of each node
	before    []back
	queue     nodeQueue
}

// back is the node that one was reached from, and by which link, -1 for a hub.
type back struct{ node, link int32 }

// unreached is the cost of a node that no chain leads to.
const unreached = int32(1) << 30

// run fills in costs and what lies before each node; false if nothing leads to the end.
func (p *search) run() bool {
	n := len(p.f.g.Events)
	p.cost = make([]int32, n+len(p.hubs.all))
	p.before = make([]back, len(p.cost))
	for i := range p.cost {
		p.cost[i] = unreached
	}
	p.cost[p.from] = 0
	p.queue = nodeQueue{{0, p.from}}
	for p.queue.Len() > 0 {
		q := heap.Pop(&p.queue).(queued)
		switch {
		case q.node == p.to:
			return true
		case q.cost > p.cost[q.node]:
		case int(q.node) < n:
			p.leaveEvent(q.node)
		default:
			x := p.before[q.node].node
			for _, e := range p.hubs.all[int(q.node)-n].events {
				p.reach(q.node, e, -1, p.f.timeCost(x, e))
			}
		}
	}
	return false
}

// leaveEvent goes on from an event along its links and to what it shares.
func (p *search) leaveEvent(node int32) {
	f := p.f
	for _, x := range f.arcs[f.start[node]:f.start[node+1]] {
		if l := &f.g.Links[x.link]; allowed(l, p.relations) {
			if c := f.linkCost(l); c > 0 {
				p.reach(node, x.to, x.link, c)
			}
		}
	}
	for _, k := range p.hubs.of(node) {
		if hub := &p.hubs.all[k]; len(p.relations) == 0 || slices.Contains(p.relations, hub.relation) {
			p.reach(node, int32(len(f.g.Events))+k, -1, hub.cost)
		}
	}
}

// reach notes that a node is reached from another at a cost, if that is less than before.
func (p *search) reach(from, to, link, cost int32) {
	if c := p.cost[from] + cost; c < p.cost[to] {
		p.cost[to], p.before[to] = c, back{from, link}
		heap.Push(&p.queue, queued{c, to})
	}
}

// steps returns the chain that was found.
func (p *search) steps() []Step {
	n := int32(len(p.f.g.Events))
	var out []Step
	for at := p.to; at != p.from; {
		b := p.before[at]
		if b.node < n {
			out = append(out, p.f.linkStep(&p.f.g.Links[b.link]))
			at = b.node
			continue
		}
		at = p.f.sharedStep(&out, p.before[b.node].node, at, &p.hubs.all[b.node-n])
	}
	slices.Reverse(out)
	return out
}

// timeCost returns what the time between two events adds to a step by what they
// share: that two things happened in one town thirteen years apart links them
// less than any two of one week.
func (f *Finder) timeCost(a, b int32) int32 {
	f1, l1 := interval(f.g.Events[a].When)
	f2, l2 := interval(f.g.Events[b].When)
	if f1 == always || l1 == never || f2 == always || l2 == never {
		return costUndated
	}
	gap := max(int64(f1), int64(f2)) - min(int64(l1), int64(l2))
	return int32(min(max(gap, 0)/61, costMonths))
}

func (f *Finder) sharedStep(out *[]Step, from, to int32, h *hub) int32 {
	x, y := &f.g.Events[from], &f.g.Events[to]
	*out = append(*out, Step{From: x.ID, To: y.ID, Relation: h.relation, Basis: Near, Shared: h.name, Reports: f.bearing(x, y, h)})
	return from
}

// linkStep returns a link of the graph as a step.
func (f *Finder) linkStep(l *Link) Step {
	s := Step{From: l.From, To: l.To, Relation: l.Relation, Basis: l.Basis, Why: l.Why, Reports: []string{}}
	if l.Basis == Stated || l.Basis == Ordered {
		return s
	}
	x, y := &f.g.Events[f.index[l.From]], &f.g.Events[f.index[l.To]]
	h := &hub{relation: l.Relation}
	switch l.Relation {
	case "same-place":
		if len(x.Places) > 0 {
			h.key, s.Shared = placeKey(&x.Places[0]), x.Places[0].Name
		}
	case "same-actor":
		if len(x.Actors) > 0 {
			h.key, s.Shared = lower(x.Actors[0].Name), x.Actors[0].Name
		}
	}
	s.Reports = f.bearing(x, y, h)
	return s
}

func (f *Finder) linkCost(l *Link) int32 {
	cost := int32(costPartOf)
	switch {
	case l.Basis == Stated:
		cost = costStated
	case l.Basis == Ordered:
		cost = costOrdered
	case strings.HasPrefix(l.Relation, "same-") || slices.Contains(byDates, l.Relation):
		return 0 // places and actors are shared by hubs
	}
	s := Step{From: l.From, To: l.To, Relation: l.Relation, Basis: l.Basis}
	if s.AgainstDates(&f.g.Events[f.index[l.From]], &f.g.Events[f.index[l.To]]) {
		cost += costAgainst
	}
	return cost
}

// byDates are the Allen relations, which follow from dates alone unless a text states them.
var byDates = []string{"before", "after", "during", "overlaps", "meets", "starts", "finishes", "equals"}

// bearing returns a report of each of two events that bears out what they share.
func (f *Finder) bearing(x, y *Event, h *hub) []string {
	out := []string{}
	for _, e := range []*Event{x, y} {
		best := ""
		for _, id := range e.Reports {
			if r := f.Report(id); r != nil && (best == "" || h.borneOut(r)) {
				best = id
				if h.borneOut(r) {
					break
				}
			}
		}
		if best != "" {
			out = append(out, best)
		}
	}
	return out
}

// queued is a node on its way to be settled, and what it costs so far.
type queued struct{ cost, node int32 }

// nodeQueue is a heap by cost, then node.
type nodeQueue []queued

func (q nodeQueue) Len() int { return len(q) }
func (q nodeQueue) Less(i, j int) bool {
	return q[i].cost < q[j].cost || q[i].cost == q[j].cost && q[i].node < q[j].node
}
func (q nodeQueue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *nodeQueue) Push(x any)   { *q = append(*q, x.(queued)) }
func (q *nodeQueue) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}
