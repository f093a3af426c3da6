package graph

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/dateline-project/dateline/events/edtf"
)

// Action says what a correction does.
type Action string

// The actions of a correction. Those from Accept to Redate judge one event, or
// take a judgement back.
const (
	Accept   Action = "accept"    // the event is what its reports tell
	Reject   Action = "reject"    // its reports were misread: it stays, and is shown as rejected
	Reopen   Action = "reopen"    // neither accepted nor rejected, and dated by its reports again
	Redate   Action = "redate"    // it happened on After.EDTF
	Merge    Action = "merge"     // the events of Before.Events are one happening
	Split    Action = "split"     // the reports of After.Reports are of another happening than the rest
	MarkCopy Action = "mark-copy" // the document is a copy of After.CopyOf, or, if that is "", a text of its own
	AddNote  Action = "note"      // a remark for whoever reads on; Reason holds it
	Star     Action = "star"      // to come back to
	Unstar   Action = "unstar"
)

// Actions lists every action.
var Actions = []Action{Accept, Reject, Reopen, Redate, Merge, Split, MarkCopy, AddNote, Star, Unstar}

// A Correction is a reviewer's decision: who took it, when and why, on what,
// what was there before and what after. It names events and reports by id, and
// an event for good: whatever reports join it later, the id that it had still
// leads to it (see Corrections).
type Correction struct {
	Action   Action          `json:"action"`
	Event    string          `json:"event,omitempty"`    // id of the event; "" for MarkCopy
	Document string          `json:"document,omitempty"` // id of the document; MarkCopy alone
	Who      string          `json:"who"`                // the reviewer
	When     string          `json:"when"`               // RFC 3339
	Reason   string          `json:"reason"`             // in the reviewer's words; "" where none is needed
	Before   CorrectionState `json:"before"`
	After    CorrectionState `json:"after"`
}

// CorrectionState is what a correction found, or what it made of it. Only what
// the action is about is set.
type CorrectionState struct {
	Events  []string `json:"events,omitempty"`  // Merge: ids of the events
	Reports []string `json:"reports,omitempty"` // before: ids of the reports that the reviewer saw; after a Split: those that leave
	EDTF    string   `json:"edtf,omitempty"`    // Redate
	CopyOf  string   `json:"copy_of,omitempty"` // MarkCopy: id of a document
	Status  string   `json:"status,omitempty"`  // Accept, Reject, Reopen
}

// Status of an event in review.
const (
	Open     = "open" // nobody has judged it
	Accepted = "accepted"
	Rejected = "rejected"
)

// How a correction fared; see AppliedCorrection.
const (
	OutcomeApplied = "applied"     // it made a difference
	OutcomeAlready = "already so"  // nothing was left for it to do
	OutcomeMisfit  = "not applied" // it no longer fits, and a diagnostic says why
)

// AppliedCorrection is a correction and what became of it in this graph.
type AppliedCorrection struct {
	Correction
	Outcome string `json:"outcome"`
	Says    string `json:"says"` // why it was not applied, or what to look at again; "" when there is nothing to say
}

// Review is what reviewers decided about an event.
type Review struct {
	Status      string `json:"status"`      // Open, Accepted or Rejected
	Starred     bool   `json:"starred"`     // to come back to
	Was         string `json:"was"`         // EDTF that its reports give, where a reviewer dated it; "" also when they give none
	Corrections []int  `json:"corrections"` // places in Graph.Corrections of those that concern it, in order
}

// Corrections are the decisions to apply when a graph is built.
//
// Copies are marked before reports are merged. Then events are merged and
// split, in the order of List, each on what those before it have made; then
// they are judged and dated, again in order, so that the later of two
// judgements holds. The same correction twice does no more than once.
//
// An event is named by the id of the report that it is named after (see
// Event.ID), wherever that report stands now. A judgement covers the reports
// that the reviewer saw: once the event has others, it is not applied, and a
// diagnostic asks to look again.
type Corrections struct {
	Name string // of their file, for diagnostics
	List []Correction
}

// Bounds on a file of corrections, which comes from anybody.
const (
	maxCorrectionBytes = 256 << 20
	maxCorrections     = 1_000_000
)

// correctionsFile is the document of docs/schema.json#/$defs/corrections.
type correctionsFile struct {
	Version     int          `json:"version"`
	Generator   string       `json:"generator"`
	Corrections []Correction `json:"corrections"`
}

// ReadCorrections reads a file of corrections. The error names the first
// correction that is wrong in itself, counted from 1: whether one fits the
// events is found out when they are applied.
func ReadCorrections(r io.Reader) ([]Correction, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxCorrectionBytes+1))
	switch {
	case err != nil:
		return nil, err
	case len(b) > maxCorrectionBytes:
		return nil, fmt.Errorf("it has more than %d bytes", maxCorrectionBytes)
	}
	dec := json.NewDecoder(strings.NewReader(strings.TrimPrefix(string(b), "\ufeff")))
	dec.DisallowUnknownFields() // a slip in a name would drop what a person decided
	var f correctionsFile
	if err := dec.Decode(&f); err != nil {
		return nil, fmt.Errorf("it is no file of corrections: %w", err)
	}
	switch {
	case f.Version != 1:
		return nil, fmt.Errorf("it is of version %d, and this program reads version 1", f.Version)
	case len(f.Corrections) > maxCorrections:
		return nil, fmt.Errorf("it holds more than %d corrections", maxCorrections)
	}
	for i := range f.Corrections {
		if err := f.Corrections[i].check(); err != nil {
			return nil, fmt.Errorf("correction %d: %w", i+1, err)
		}
	}
	return f.Corrections, nil
}

// check reports what a correction lacks or holds that cannot be.
func (c *Correction) check() error {
	if !slices.Contains(Actions, c.Action) {
		return fmt.Errorf("%q is no action; there are %s", c.Action, joinActions())
	}
	if _, err := time.Parse(time.RFC3339, c.When); err != nil {
		return fmt.Errorf("when: %q is no time such as 2026-01-31T15:04:05Z", c.When)
	}
	if strings.TrimSpace(c.Who) == "" {
		return errors.New("it does not say who took the decision")
	}
	switch {
	case c.Action == MarkCopy && (c.Document == "" || c.Event != ""):
		return errors.New("mark-copy is about a document and no event")
	case c.Action != MarkCopy && (c.Event == "" || c.Document != ""):
		return fmt.Errorf("%s is about an event and no document", c.Action)
	}
	switch c.Action {
	case Merge:
		if len(c.Before.Events) < 2 {
			return errors.New("merge needs the ids of two or more events in before.events")
		}
	case Split:
		if len(c.After.Reports) == 0 {
			return errors.New("split needs the ids of the reports that leave in after.reports")
		}
	case Redate:
		if _, err := edtf.Parse(c.After.EDTF); err != nil {
			return fmt.Errorf("after.edtf: %w", err)
		}
	case Accept, Reject:
		if len(c.Before.Reports) == 0 {
			return fmt.Errorf("%s needs the ids of the reports that were seen in before.reports", c.Action)
		}
	}
	return nil
}

func joinActions() string {
	names := make([]string, len(Actions))
	for i, a := range Actions {
		names[i] = string(a)
	}
	return strings.Join(names, ", ")
}
