package page

import "github.com/dateline-project/dateline/graph"

// What a review says of an event, in one number: its status, and more in bits.
const (
	statusAccepted = 1
	statusRejected = 2
	reviewStarred  = 4
	reviewDated    = 8  // a reviewer gave its date
	reviewChanged  = 16 // some correction concerns it
)

// reviewed returns that number of each event, in the order of the page.
func (m *model) reviewed() []int {
	out := make([]int, len(m.events))
	for k, i := range m.events {
		r := m.g.Events[i].Review
		if r == nil {
			continue
		}
		out[k] = reviewChanged
		switch r.Status {
		case graph.Accepted:
			out[k] |= statusAccepted
		case graph.Rejected:
			out[k] |= statusRejected
		}
		if r.Starred {
			out[k] |= reviewStarred
		}
		if m.g.Events[i].When.Rule == "review" {
			out[k] |= reviewDated
		}
	}
	return out
}

// reviewRow is what the dossier shows of a review.
type reviewRow struct {
	Was         string `json:"was"`         // the date of the reports in words, where a reviewer gave another
	Corrections []int  `json:"corrections"` // numbers of those that concern the event
}

func (m *model) reviewOf(e *graph.Event) *reviewRow {
	if e.Review == nil {
		return nil
	}
	return &reviewRow{m.words.point(e.Review.Was), append([]int{}, e.Review.Corrections...)}
}
