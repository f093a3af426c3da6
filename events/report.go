package events

import (
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// Modality says in what way a text speaks of a happening. Only Happened may be
// drawn as having happened.
type Modality string

// The modalities, strongest first; the order is that of Modality.Rank.
const (
	Happened     Modality = "happened"
	Alleged      Modality = "alleged"
	Denied       Modality = "denied"
	Demanded     Modality = "demanded"
	Planned      Modality = "planned"
	Hypothetical Modality = "hypothetical"
	Negated      Modality = "negated"
)

// Modalities lists every modality, strongest first.
var Modalities = []Modality{Happened, Alleged, Denied, Demanded, Planned, Hypothetical, Negated}

// Rank returns the place of m in Modalities, 0 for Happened, len(Modalities) for an unknown one.
func (m Modality) Rank() int {
	for i, x := range Modalities {
		if x == m {
			return i
		}
	}
	return len(Modalities)
}

// Quote is a piece of a document's text with the place where it stands.
type Quote struct {
	text.Span
	Text string `json:"text"`
}

// When is the date of a happening. EDTF holds only what the texts state,
// resolved; it is "" when they state none. Earliest and Latest are the first
// and last day it can mean, edtf.Open where there is no bound; they may also
// hold bounds that the program derived, and then Basis begins with "derived:".
type When struct {
	EDTF      string   `json:"edtf"`
	Earliest  edtf.Day `json:"earliest"`
	Latest    edtf.Day `json:"latest"`
	Precision string   `json:"precision"` // second, minute, hour, day, month, season, year, decade, century, interval, set; "" when there is no date
	Basis     string   `json:"basis"`     // how the date was read, in words for the reader
	Rule      string   `json:"rule"`      // name of the rule that gave it
}

// Precision of a place, as in PLACE of the contract.
const (
	PointPlace    = "point"
	LocalityPlace = "locality"
	DistrictPlace = "district"
	RegionPlace   = "region"
	CountryPlace  = "country"
)

// Place is a mention of a place of the gazetteer. Name is as written, Names
// are all its names in alphabetical order, ID is the gazetteer's ("" for a
// place named in the text that the gazetteer does not hold, which then has no
// coordinates). Latitude and longitude are degrees, WGS 84.
type Place struct {
	Name      string   `json:"name"`
	Names     []string `json:"names"`
	Lat       float64  `json:"lat"`
	Lon       float64  `json:"lon"`
	ID        string   `json:"id"`
	Precision string   `json:"precision"`
	text.Span
}

// Actor is who did or who was harmed, as written. Sort is person,
// organisation, state, force or group.
type Actor struct {
	Name string `json:"name"`
	Sort string `json:"sort"`
	text.Span
}

// Scope says what a figure counts.
const (
	ScopeEvent = "event" // what this event caused
	ScopeTotal = "total" // a running total as of Figure.AsOf, never an event's own toll
	ScopePart  = "part"  // part of a larger figure of the same report, or of what is added up over a short story
)

// AddedUp is the hedge of a figure that no sentence states: those whom a short
// story tells killed or hurt one by one. Its span is that of what tells the event.
const AddedUp = "added up"

// Figure is a count that somebody states, or that is added up from what a text
// tells (AddedUp). High is nil for "at least" and
// "more than"; Low equals *High for an exact count. AsOf is an EDTF date, ""
// unless Scope is ScopeTotal.
type Figure struct {
	Measure    string `json:"measure"`
	Population string `json:"population"`
	Low        int64  `json:"low"`
	High       *int64 `json:"high"`
	Hedge      string `json:"hedge"`
	Scope      string `json:"scope"`
	AsOf       string `json:"as_of"`
	text.Span
}

// Attribution is one link of a speaker chain, with the words that show it.
// Speaker is the name that the document first gives in full where the source is
// a pronoun, a surname or a title of that person. Its own span runs from the
// source to the cue, as far as they stand together.
// Source, CueSpan and Content are the three spans of PARC 3: who speaks (the
// pronoun, where Speaker is whom it means), the word of saying, and what is
// said, with source and cue within it where they interrupt it. Each is empty
// where the text has no such words: an outlet has none of them.
type Attribution struct {
	Speaker string `json:"speaker"`
	Cue     string `json:"cue"`
	text.Span
	Source  text.Span `json:"source_span,omitzero"`
	CueSpan text.Span `json:"cue_span,omitzero"`
	Content text.Span `json:"content_span,omitzero"`
}

// Report is one document's account of one happening: a claim with its
// evidence. Trigger is the word or short phrase that tells the event, Quote
// the sentence. Attribution is ordered outermost first: outlet, agency,
// spokesman. Slices are never nil, so that they print as [].
type Report struct {
	ID          string        `json:"id"`
	Document    string        `json:"document"`
	Kind        string        `json:"kind"`
	Trigger     Quote         `json:"trigger"`
	Quote       Quote         `json:"quote"`
	When        When          `json:"when"`
	Places      []Place       `json:"places"`
	Actors      []Actor       `json:"actors"`
	Targets     []Actor       `json:"targets"`
	Figures     []Figure      `json:"figures"`
	Attribution []Attribution `json:"attribution"`
	Modality    Modality      `json:"modality"`
	Hedge       string        `json:"hedge"`
}
