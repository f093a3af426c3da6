package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/source"
)

// A corrector applies corrections to the clusters of reports that merging made.
type corrector struct {
	b        *builder
	list     []AppliedCorrection // of the graph
	clusters [][]int32
	of       []int32          // the cluster of each report
	report   map[string]int32 // reports by id
	named    map[string]int32 // the report that gives an event each id
	judged   map[int32]*verdict
}

// verdict is what the corrections say of one cluster.
type verdict struct {
	Review
	by   string       // who judged it last
	when *events.When // the date a reviewer gave, nil for that of the reports
}

// corrections copies the list of the options into the graph, as yet without an outcome.
func (b *builder) corrections() {
	if b.opt.Corrections == nil {
		return
	}
	b.g.Corrections = make([]AppliedCorrection, len(b.opt.Corrections.List))
	for i, c := range b.opt.Corrections.List {
		b.g.Corrections[i].Correction = c
	}
}

// correct merges and splits clusters as the corrections say, and returns them
// with what is said of each, in the order of their first report.
func (b *builder) correct(clusters [][]int32) ([][]int32, []*verdict) {
	if len(b.g.Corrections) == 0 {
		return clusters, nil
	}
	c := &corrector{b: b, list: b.g.Corrections, clusters: clusters, of: make([]int32, len(b.g.Reports)), judged: map[int32]*verdict{}}
	for k, list := range clusters {
		for _, r := range list {
			c.of[r] = int32(k)
		}
	}
	c.nameReports()
	for i := range c.list {
		switch c.list[i].Action {
		case Merge:
			c.merge(i)
		case Split:
			c.split(i)
		}
	}
	for i := range c.list {
		c.judge(i)
	}
	return c.ordered()
}

// nameReports finds the report that each id of an event comes from: an event
// is named after its earliest report, which may since have met an earlier one.
func (c *corrector) nameReports() {
	b := c.b
	c.report = make(map[string]int32, len(b.g.Reports))
	c.named = make(map[string]int32, len(b.g.Reports))
	for i := range b.g.Reports {
		r := &b.g.Reports[i]
		c.report[r.ID] = int32(i)
		id := b.eventName(int32(i))
		if _, taken := c.named[id]; taken { // as eventID tells apart the same bytes under two ids
			id = shortID("e", id, r.Document, r.ID)
		}
		c.named[id] = int32(i)
	}
}

// ordered returns the clusters that hold something in order, with their verdicts.
func (c *corrector) ordered() ([][]int32, []*verdict) {
	var kept []int32
	for k, list := range c.clusters {
		if len(list) > 0 {
			kept = append(kept, int32(k))
		}
	}
	slices.SortFunc(kept, func(x, y int32) int { return cmp.Compare(c.clusters[x][0], c.clusters[y][0]) })
	clusters, verdicts := make([][]int32, len(kept)), make([]*verdict, len(kept))
	for n, k := range kept {
		clusters[n], verdicts[n] = c.clusters[k], c.judged[k]
	}
	return clusters, verdicts
}

// find returns the cluster of the event that has, or had, an id.
func (c *corrector) find(id string) (int32, bool) {
	r, ok := c.named[id]
	if !ok {
		return 0, false
	}
	return c.of[r], true
}

func (c *corrector) merge(i int) {
	x := &c.list[i]
	var into []int32
	var lost []string
	for _, id := range append([]string{x.Event}, x.Before.Events...) {
		if k, ok := c.find(id); !ok {
			lost = append(lost, id)
		} else if !slices.Contains(into, k) {
			into = append(into, k)
		}
	}
	slices.Sort(lost)
	lost = slices.Compact(lost)
	switch {
	case len(into) == 0 || len(into) == 1 && len(lost) > 0:
		c.b.misfit(i, "no event has the id "+strings.Join(lost, ", ")+" any more")
		return
	case len(into) == 1:
		x.Outcome = OutcomeAlready
		return
	}
	x.Outcome = OutcomeApplied
	for _, k := range into[1:] {
		c.move(c.clusters[k], k, into[0])
	}
	if len(lost) > 0 {
		c.b.warn(i, "applied without "+strings.Join(lost, ", ")+", as no event has that id any more")
	}
}

// move takes reports from one cluster to another.
func (c *corrector) move(reports []int32, from, to int32) {
	for _, r := range reports {
		c.of[r] = to
	}
	c.clusters[to] = slices.Concat(c.clusters[to], reports)
	slices.Sort(c.clusters[to])
	c.clusters[from] = slices.DeleteFunc(slices.Clone(c.clusters[from]), func(r int32) bool { return c.of[r] != from })
}

func (c *corrector) split(i int) {
	x := &c.list[i]
	from, ok := c.find(x.Event)
	if !ok {
		c.b.misfit(i, "no event has the id "+x.Event+" any more")
		return
	}
	var leaving, elsewhere []int32
	lost := 0
	for _, id := range x.After.Reports {
		switch r, ok := c.report[id]; {
		case !ok:
			lost++
		case c.of[r] == from:
			leaving = append(leaving, r)
		default:
			elsewhere = append(elsewhere, r)
		}
	}
	slices.Sort(leaving)
	leaving = slices.Compact(leaving)
	switch {
	case len(leaving) == 0 && len(elsewhere) > 0, len(leaving) == len(c.clusters[from]) && c.stayed(x):
		x.Outcome = OutcomeAlready
		return
	case len(leaving) == 0:
		c.b.misfit(i, "none of the reports that were to leave is there any more")
		return
	case len(leaving) == len(c.clusters[from]):
		c.b.misfit(i, "all reports of the event were to leave, and none would be left")
		return
	}
	x.Outcome = OutcomeApplied
	c.clusters = append(c.clusters, nil)
	c.move(leaving, from, int32(len(c.clusters)-1))
	if n := lost + len(elsewhere); n > 0 {
		c.b.warn(i, fmt.Sprintf("applied to %d of %d reports: the others are no longer in the event", len(leaving), len(x.After.Reports)))
	}
}

// stayed reports whether some report that a split was to leave behind is in
// another cluster than those that were to leave.
func (c *corrector) stayed(x *AppliedCorrection) bool {
	return slices.ContainsFunc(x.Before.Reports, func(id string) bool {
		_, ok := c.report[id]
		return ok && !slices.Contains(x.After.Reports, id)
	})
}

// verdict returns what is said of a cluster, to be added to.
func (c *corrector) verdict(k int32) *verdict {
	v := c.judged[k]
	if v == nil {
		v = &verdict{Review: Review{Status: Open}}
		c.judged[k] = v
	}
	return v
}

// remember adds a split to the history of the events that its reports went to.
func (c *corrector) remember(i int, but int32) {
	for _, id := range c.list[i].After.Reports {
		r, ok := c.report[id]
		if !ok || c.of[r] == but {
			continue
		}
		v := c.verdict(c.of[r])
		if !slices.Contains(v.Corrections, i) {
			v.Corrections = append(v.Corrections, i)
		}
	}
}

func outcome(changes bool) string {
	if changes {
		return OutcomeApplied
	}
	return OutcomeAlready
}

// misfit notes that a correction was not applied, and why.
func (b *builder) misfit(i int, why string) {
	b.g.Corrections[i].Outcome = OutcomeMisfit
	b.warn(i, "not applied: "+why)
}

// warn adds a diagnostic about a correction, which the correction keeps as well.
func (b *builder) warn(i int, says string) {
	x := &b.g.Corrections[i]
	if x.Says != "" {
		says = x.Says + "; " + says
	}
	x.Says = says
	b.g.Diagnostics = append(b.g.Diagnostics, source.Diagnostic{Path: b.opt.Corrections.Name, Severity: source.Warning,
		Message: fmt.Sprintf("correction %d (%s %s): %s", i+1, x.Action, cmp.Or(x.Event, x.Document), says)})
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
