package score

import (
	"slices"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
)

// strategic are ACLED's sub-events that are no political violence and no
// demonstration, with the codes for what is only said.
var strategic = []string{
	"", "DIPLO", "ATTRIB", "Agreement", "Arrests", "Change to group/activity", "Headquarters or base established",
	"Non-violent transfer of territory", "Other",
}

// disorder holds the kinds of political violence and of demonstrations.
func disorder() map[string]bool {
	kinds, _ := data.Kinds() // a program whose own kinds cannot be read has read no report either
	m := map[string]bool{}
	for _, k := range kinds {
		m[k.ID] = !slices.Contains(strategic, k.ACLED)
	}
	return m
}

// calm scores a document that tells of no violence and no protest, and the sentences
// that tell of none in one that does: no report of them may tell one as having happened.
func (c *comparison) calm(want *Document, d *graph.Document) {
	if want.Calm {
		c.noteCalm("calm", d.ID, 0, len(d.Text))
	}
	for _, q := range want.Quiet {
		start, end, err := locate(d.Text, "", q)
		if err != nil {
			c.fault("quiet: %v", err)
			continue
		}
		c.noteCalm("quiet", d.ID, start, end)
	}
}

// noteCalm notes whether no trigger within these bytes of the document tells disorder.
func (c *comparison) noteCalm(measure, doc string, start, end int) {
	where, got := "", ""
	for _, r := range c.byDoc[doc] {
		if c.disorder[r.Kind] && r.Modality == events.Happened && got == "" && r.Trigger.Start >= start && r.Trigger.End <= end {
			where, got = "«"+r.Trigger.Text+"» in «"+r.Quote.Text+"»", r.Kind
		}
	}
	c.note(measure, got == "", where, got, "none")
}
