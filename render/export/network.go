package export

import (
	"strconv"

	"github.com/dateline-project/dateline/graph"
)

// attribute is one of an event or a link in the formats of networks. Type is
// a type of both GraphML and GEXF.
type attribute[T any] struct {
	name, typ string
	value     func(*index, T) string // "" for none
}

var nodeAttributes = []attribute[*graph.Event]{
	{"label", "string", func(_ *index, e *graph.Event) string { return title(e) }},
	{"kind", "string", func(_ *index, e *graph.Event) string { return e.Kind }},
	{"kind_label", "string", func(x *index, e *graph.Event) string { return x.kindLabel(e.Kind) }},
	{"class", "string", func(x *index, e *graph.Event) string { return x.class(e.Kind) }},
	{"modality", "string", func(_ *index, e *graph.Event) string { return string(e.Modality) }},
	{"date", "string", func(_ *index, e *graph.Event) string { return dateWords(e) }},
	{"edtf", "string", func(_ *index, e *graph.Event) string { return e.When.EDTF }},
	{"earliest", "string", func(_ *index, e *graph.Event) string { return e.When.Earliest.String() }},
	{"latest", "string", func(_ *index, e *graph.Event) string { return e.When.Latest.String() }},
	{"date_precision", "string", func(_ *index, e *graph.Event) string { return e.When.Precision }},
	{"date_basis", "string", func(_ *index, e *graph.Event) string { return e.When.Basis }},
	{"place", "string", func(_ *index, e *graph.Event) string { return placesOf(e) }},
	{"lat", "double", func(_ *index, e *graph.Event) string {
		if len(e.Places) == 0 || !located(&e.Places[0]) {
			return ""
		}
		return decimal(e.Places[0].Lat)
	}},
	{"lon", "double", func(_ *index, e *graph.Event) string {
		if len(e.Places) == 0 || !located(&e.Places[0]) {
			return ""
		}
		return decimal(e.Places[0].Lon)
	}},
	{"actors", "string", func(_ *index, e *graph.Event) string { return actorsOf(e.Actors) }},
	{"targets", "string", func(_ *index, e *graph.Event) string { return actorsOf(e.Targets) }},
	{"n_documents", "int", func(_ *index, e *graph.Event) string { return strconv.Itoa(e.Documents) }},
	{"n_accounts", "int", func(_ *index, e *graph.Event) string { return strconv.Itoa(e.Accounts) }},
	{"contested", "boolean", func(_ *index, e *graph.Event) string { return strconv.FormatBool(e.Disputed()) }},
	{"weight", "double", func(_ *index, e *graph.Event) string { return decimal(e.Weight) }},
	{"part_of", "string", func(_ *index, e *graph.Event) string { return e.PartOf }},
}

var edgeAttributes = []attribute[*graph.Link]{
	{"relation", "string", func(_ *index, l *graph.Link) string { return l.Relation }},
	{"basis", "string", func(_ *index, l *graph.Link) string { return l.Basis }},
	{"document", "string", func(_ *index, l *graph.Link) string { return l.Why.Document }},
	{"quote", "string", func(_ *index, l *graph.Link) string { return l.Why.Text }},
}

// directed reports whether a link says which of its events comes first or
// acts on the other.
func directed(l *graph.Link) bool {
	switch l.Relation {
	case "same-actor", "same-place", "reported-together", "equals", "contradicts":
		return false
	}
	return true
}

// links calls yield for each link both of whose events are there, with its
// number among them.
func (x *index) links(yield func(n int, l *graph.Link)) {
	n := 0
	for i := range x.g.Links {
		l := &x.g.Links[i]
		if x.events[l.From] != nil && x.events[l.To] != nil {
			yield(n, l)
			n++
		}
	}
}
