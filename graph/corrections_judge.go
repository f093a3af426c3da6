package graph

import (
	"fmt"
	"slices"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
)

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
