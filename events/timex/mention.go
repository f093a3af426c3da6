// Package timex finds expressions of time in text and resolves them to dates.
//
// It works in two steps. First a language's patterns (data/lang) match runs of
// tokens and give an underspecified value: XXXX-09-27, a weekday, an offset of
// two days. Then the value is resolved with one of two clocks, the day of
// publication or the running date of a narrative; which of them holds is read
// from the document itself. Both values are kept, with the reason in words.
// The clock of the machine is never read.
package timex

import (
	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// The types of TIMEX3 (ISO 24617-1).
const (
	Date     = "DATE"
	Time     = "TIME"
	Duration = "DURATION"
	Set      = "SET"
)

// The clocks that a Mention is resolved with; "" when it needs none or there is none.
const (
	ClockPublication = "publication" // the day of publication, as given
	ClockDateline    = "dateline"    // a date standing alone at the head of the document
	ClockNarrative   = "narrative"   // the date that the text mentioned last
)

// AnchorEvent marks a Mention that is counted from something the text tells
// and not from a date: "two days after the ceasefire".
const AnchorEvent = "event"

// Mention is one expression of time. Mentions are ordered by Start and disjoint.
type Mention struct {
	text.Span
	Type  string // Date, Time, Duration or Set
	Value string // TIMEX3 value: 2020-09-27, P4M, 1992-02-26TNI, PAST_REF; with X, or "", as far as it is not known
	Mod   string // TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, ...; or ""
	Freq  string // TIMEX3 frequency of a Set, how often within Value: 2X; "" if none
	Quant string // TIMEX3 quantifier of a Set: EVERY; "" if none

	EDTF      string   // ISO 8601-2, "" for what is no date or is not resolved
	Earliest  edtf.Day // first possible day, edtf.Open when not known; "early May" leaves the first half of May
	Latest    edtf.Day // last possible day, edtf.Open when not known; a night runs into the next day
	Precision string   // what edtf.Value.Precision says of EDTF, or "week" or "weekend"; "" without EDTF

	Underspecified string // what the words alone say: XXXX-09-27, XXXX-WXX-6, day-1
	Clock          string // ClockPublication, ClockDateline, ClockNarrative or ""
	Basis          string // why the value is what it is, for a reader
	Rule           string // name of the rule in data/lang, or of the period in data/periods

	Named     bool      // part of a name: "the Geneva Convention of 1949"
	Ambiguous bool      // day and month could be exchanged and nothing in the document tells
	Anchor    string    // AnchorEvent or ""
	From      text.Span // the Mention that this one is counted from, with the narrative clock; zero: none, or none that is in the list
	Range     string    // EDTF of the interval that this mention is the start or the end of, "" if none
}

// Options says how Find reads a document. The zero value reads English of
// unknown publication date.
type Options struct {
	Published string // EDTF; "" or what is no EDTF: unknown
	// Impossible is told of each date that no calendar has ("30 February"),
	// which gives no mention. Nil: nobody is told.
	Impossible func(text.Span)
	Language   *data.Language // nil: English
}
