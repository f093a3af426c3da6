package score

import (
	"slices"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
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

// calm scores a document that tells of no violence and no protest: no report of it may
// tell one as having happened.
func (c *comparison) calm(want *Document) {
	if !want.Calm {
		return
	}
	where, got := "", ""
	for _, r := range c.byDoc[want.ID] {
		if c.disorder[r.Kind] && r.Modality == events.Happened && got == "" {
			where, got = "«"+r.Trigger.Text+"» in «"+r.Quote.Text+"»", r.Kind
		}
	}
	c.note("calm", got == "", where, got, "none")
}
