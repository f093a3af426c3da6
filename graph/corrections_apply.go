package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
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

// judge applies a correction that is about one event as it is now.
func (c *corrector) judge(i int) {
	x := &c.list[i]
	if x.Action == MarkCopy || x.Outcome == OutcomeMisfit {
		return
	}
	k, ok := c.find(x.Event)
	if !ok {
		if x.Action != Merge { // which has been told of, and may have joined the others
			c.b.misfit(i, "no event has the id "+x.Event+" any more")
		}
		return
	}
	v := c.verdict(k)
	v.Corrections = append(v.Corrections, i)
	switch x.Action {
	case Accept, Reject:
		c.setStatus(i, v, k)
	case Redate:
		c.setDate(i, v, k)
	case Reopen:
		x.Outcome = outcome(v.Status != Open || v.when != nil)
		v.Status, v.by, v.when = Open, "", nil
	case Star, Unstar:
		x.Outcome = outcome(v.Starred != (x.Action == Star))
		v.Starred = x.Action == Star
	case AddNote:
		x.Outcome = OutcomeApplied
	}
	if x.Action == Split { // the reports that left have a history, too
		c.remember(i, k)
	}
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

func (c *corrector) setStatus(i int, v *verdict, k int32) {
	x := &c.list[i]
	if n := c.unseen(x, k); n > 0 {
		c.b.misfit(i, fmt.Sprintf("the event has %s that the reviewer did not see: look at it again", count(n, "report")))
		return
	}
	status := Accepted
	if x.Action == Reject {
		status = Rejected
	}
	x.Outcome = outcome(v.Status != status)
	if v.Status != Open && v.Status != status && v.by != x.Who {
		c.b.warn(i, fmt.Sprintf("applied over the decision of %s, who had %s it", v.by, v.Status))
	}
	v.Status, v.by = status, x.Who
}

func (c *corrector) setDate(i int, v *verdict, k int32) {
	x := &c.list[i]
	d, err := edtf.Parse(x.After.EDTF)
	if err != nil {
		c.b.misfit(i, err.Error())
		return
	}
	said := "set in review by " + x.Who
	if x.Reason != "" {
		said += ": " + x.Reason
	}
	first, last := d.Bounds()
	w := events.When{EDTF: d.String(), Earliest: first, Latest: last, Precision: d.Precision(), Basis: said, Rule: "review"}
	x.Outcome = outcome(v.when == nil || *v.when != w)
	v.when = &w
	if n := c.unseen(x, k); n > 0 && len(x.Before.Reports) > 0 {
		c.b.warn(i, fmt.Sprintf("applied, and the event has %s that the reviewer did not see: look at it again", count(n, "report")))
	}
}

// unseen counts the reports of a cluster that a reviewer did not see.
func (c *corrector) unseen(x *AppliedCorrection, k int32) int {
	seen := make(map[string]bool, len(x.Before.Reports))
	for _, id := range x.Before.Reports {
		seen[id] = true
	}
	n := 0
	for _, r := range c.clusters[k] {
		if !seen[c.b.g.Reports[r].ID] {
			n++
		}
	}
	return n
}

// apply writes a verdict into the event that was derived from its reports. The
// date of a reviewer stands beside what the reports claim, and changes no report.
func (v *verdict) apply(e *Event) {
	if v == nil {
		return
	}
	r := v.Review
	if v.when != nil {
		r.Was, e.When = e.When.EDTF, *v.when
	}
	e.Review = &r
}

// IsRejected reports whether a reviewer has rejected the event.
func (e *Event) IsRejected() bool { return e.Review != nil && e.Review.Status == Rejected }

// WithoutRejected returns the graph without the events that reviewers
// rejected, and how many these are. It shares memory with g, and neither is to
// be changed; without any rejected event it is g itself.
func (g *Graph) WithoutRejected() (*Graph, int) {
	var kept []int
	for i := range g.Events {
		if !g.Events[i].IsRejected() {
			kept = append(kept, i)
		}
	}
	n := len(g.Events) - len(kept)
	if n == 0 {
		return g, 0
	}
	return g.view(kept, g.Generator.Options["filter"]), n
}

// leaveRejected takes weight and links from events that were rejected.
func (b *builder) leaveRejected() {
	rejected := map[string]bool{}
	for i := range b.g.Events {
		if e := &b.g.Events[i]; e.IsRejected() {
			rejected[e.ID] = true
			e.Weight = 0
		}
	}
	if len(rejected) > 0 {
		b.g.Links = slices.DeleteFunc(b.g.Links, func(l Link) bool { return rejected[l.From] || rejected[l.To] })
	}
}

// markCopies changes the origin of each document, by place in the graph, as
// the corrections say. A document that is its own origin is no copy.
func (b *builder) markCopies(origin []int32) {
	var at map[string]int32
	for i := range b.g.Corrections {
		x := &b.g.Corrections[i]
		if x.Action != MarkCopy {
			continue
		}
		if at == nil {
			at = make(map[string]int32, len(b.g.Documents))
			for k := range b.g.Documents {
				at[b.g.Documents[k].ID] = int32(k)
			}
		}
		doc, ok := at[x.Document]
		if !ok {
			b.misfit(i, "there is no document "+x.Document+" any more")
			continue
		}
		from := doc
		if x.After.CopyOf != "" {
			if from, ok = at[x.After.CopyOf]; !ok {
				b.misfit(i, "there is no document "+x.After.CopyOf+" any more")
				continue
			}
		}
		x.Outcome = outcome(origin[doc] != from)
		if from != doc && copies(origin, from, doc) { // it was the first text of the family: the other is, now
			origin[from] = from
		}
		origin[doc] = from
		if from != doc {
			b.g.Documents[doc].Revises = ""
		}
	}
}

// copies reports whether a text is a copy of another, or a copy of a copy of it.
func copies(origin []int32, text, of int32) bool {
	for origin[text] != text && text != of {
		text = origin[text]
	}
	return text == of
}

// rootOf follows origins to the text that is its own, and halves the way there.
func rootOf(origin []int32, i int32) int32 {
	for origin[i] != i {
		origin[i] = origin[origin[i]]
		i = origin[i]
	}
	return i
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
