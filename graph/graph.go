// Package graph merges reports into events: families of copies, what the
// reports of one happening have in common, where they differ, and how events
// are linked. It never opens a file.
package graph

import (
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
)

// Graph is the whole result, and, marshalled, the JSON contract of
// docs/schema.json. Arrays are ordered: documents by id, reports by document
// and span, events by time and then id.
type Graph struct {
	Version     int                 `json:"version"` // 1
	Generator   Generator           `json:"generator"`
	Documents   []Document          `json:"documents"`
	Families    []Family            `json:"families"`
	Reports     []Report            `json:"reports"`
	Events      []Event             `json:"events"`
	Series      []Series            `json:"series"`
	Links       []Link              `json:"links"`
	Diagnostics []source.Diagnostic `json:"diagnostics"`
	Sides       *GraphSides         `json:"sides,omitempty"`       // nil unless the user declared sides
	Corrections []AppliedCorrection `json:"corrections,omitempty"` // what reviewers decided, in order, and what became of it
}

// Generator names the program and the options that a graph was made with.
type Generator struct {
	Name    string            `json:"name"`
	Version string            `json:"version"`
	Options map[string]string `json:"options"`
}

// Document is a source document, which is not nil, with its place among the copies.
type Document struct {
	*source.Document
	Family string `json:"family"`
	CopyOf string `json:"copy_of"`        // the document it copies, "" if it came first
	Side   string `json:"side,omitempty"` // that the user declared for its outlet
	// Revises is the earlier text of the same outlet that it changes: an
	// update, no copy and no second account; "" for none.
	Revises  string     `json:"revises,omitempty"`
	Borrowed []Borrowed `json:"borrowed,omitempty"` // in order, disjoint
	// Written is when a document of which no date of publication is known was
	// written, as far as what it tells bounds that; nil for any other.
	Written *Written `json:"written,omitempty"`
}

// Written bounds the day on which a document was written. Both are derived and
// no date of publication: Earliest and Latest are edtf.Open where nothing bounds
// it, but not both.
type Written struct {
	Earliest edtf.Day `json:"earliest"`
	Latest   edtf.Day `json:"latest"`
	Basis    string   `json:"basis"` // in words, begins with "derived:"
}

// Family is the documents that are copies of one text. Documents are in order
// of publication, then id; First is the first of them, or the one of which a
// reviewer said so.
type Family struct {
	ID        string   `json:"id"`
	Documents []string `json:"documents"`
	First     string   `json:"first"`
	Outlets   []string `json:"outlets"`          // in alphabetical order
	Copies    []Copy   `json:"copies,omitempty"` // of each document but the first, in the order of Documents
}

// Report is a report, which is not nil, and the one event it belongs to.
type Report struct {
	*events.Report
	Event string `json:"event"`
	Side  string `json:"side,omitempty"` // that the user declared for whose word it gives
}

// Event is what the reports of one happening have in common. It is derived:
// each value can be traced to the reports behind it.
type Event struct {
	ID        string          `json:"id"`
	Kind      string          `json:"kind"`
	Label     string          `json:"label"` // from kind, place and date; never a source's words
	When      events.When     `json:"when"`
	Places    []events.Place  `json:"places"`
	Actors    []events.Actor  `json:"actors"`
	Targets   []events.Actor  `json:"targets"`
	Figures   []Figure        `json:"figures"` // of the event itself, never running totals
	Reports   []string        `json:"reports"`
	Documents int             `json:"documents"`
	Families  int             `json:"families"`
	Accounts  int             `json:"accounts"` // families, less those that only repeat the same named speaker
	Modality  events.Modality `json:"modality"` // the strongest that a report supports
	Disputes  []Dispute       `json:"disputes"`
	PartOf    string          `json:"part_of"`
	Weight    float64         `json:"weight"`           // >= 0, comparable within one graph
	Sides     *Sides          `json:"sides,omitempty"`  // nil unless the user declared sides
	Review    *Review         `json:"review,omitempty"` // nil unless a correction concerns it
}

// Figure is what the reports of an event state of one measure: the lowest and
// the highest value, and the best one. High and Best are nil when no report
// gives one ("at least 9" alone).
type Figure struct {
	Measure    string   `json:"measure"`
	Population string   `json:"population"`
	Low        int64    `json:"low"`
	Best       *int64   `json:"best"`
	High       *int64   `json:"high"`
	Reports    []string `json:"reports"`
	// Values are those claimed, the lowest first.
	Values []FigureValue `json:"values,omitempty"`
}

// FigureValue is one value that reports claim of a measure, High nil for "at
// least", and how many families of copies do.
type FigureValue struct {
	Low      int64    `json:"low"`
	High     *int64   `json:"high"`
	Families int      `json:"families"`
	Reports  []string `json:"reports"`
}

// The sorts of dispute.
const (
	Revision = "revision" // same family or outlet, later: an update, no conflict
	Conflict = "conflict" // independent accounts, incompatible values
	Scope    = "scope"    // not comparable: killed and casualties
	Silence  = "silence"  // an outlet that published in those days and does not report it
)

// Dispute is how the reports of one event differ in one attribute.
type Dispute struct {
	Attribute string  `json:"attribute"`
	Sort      string  `json:"sort"`
	Values    []Value `json:"values"`
}

// Value is one of the values claimed, and the reports that claim it.
type Value struct {
	Value   string   `json:"value"`
	Reports []string `json:"reports"`
}

// Series is the running totals of one measure, in order of AsOf.
type Series struct {
	ID         string  `json:"id"`
	Measure    string  `json:"measure"`
	Population string  `json:"population"`
	Place      string  `json:"place"`
	Points     []Point `json:"points"`
}

// Point is one running total that a report states.
type Point struct {
	AsOf   string `json:"as_of"` // EDTF
	Low    int64  `json:"low"`
	High   *int64 `json:"high"`
	Report string `json:"report"`
}

// The bases of a link. Only Stated and Ordered are ever drawn as arrows.
const (
	Stated  = "stated"  // a source states it, and Why quotes it
	Ordered = "ordered" // a source states the order, and Why quotes it
	Derived = "derived" // follows from dates or structure
	Near    = "near"    // only near in time and place
)

// Link is a typed relation between two events, with its basis.
type Link struct {
	From     string `json:"from"`
	To       string `json:"to"`
	Relation string `json:"relation"` // an Allen relation, or causes, responds-to, violates, part-of, repeats, contradicts, same-actor, same-place
	Basis    string `json:"basis"`
	Why      Why    `json:"why"`
}

// Why is the quote a link rests on; it is empty for bases other than Stated and Ordered.
type Why struct {
	Document string `json:"document"`
	events.Quote
}
