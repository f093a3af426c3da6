package export

import (
	"io"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// feature is an event as RFC 7946 has it. An event at no place that a
// gazetteer holds is an unlocated feature: its geometry is null (section 3.2).
type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Geometry   *geometry  `json:"geometry"`
	Properties properties `json:"properties"`
}

type geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude, latitude
}

type properties struct {
	Title        string   `json:"title"`
	Kind         string   `json:"kind"`
	KindLabel    string   `json:"kind_label"`
	Class        string   `json:"class"`
	Modality     string   `json:"modality"`
	Date         string   `json:"date"` // in words
	EDTF         string   `json:"edtf"`
	Earliest     edtf.Day `json:"earliest"`
	Latest       edtf.Day `json:"latest"`
	Precision    string   `json:"date_precision"`
	Basis        string   `json:"date_basis"`
	Place        string   `json:"place"`
	GeoPrecision string   `json:"geo_precision"`
	Actors       string   `json:"actors"`
	Targets      string   `json:"targets"`
	KilledLow    *int64   `json:"killed_low"`
	KilledBest   *int64   `json:"killed_best"`
	KilledHigh   *int64   `json:"killed_high"`
	Documents    int      `json:"n_documents"`
	Accounts     int      `json:"n_accounts"`
	Contested    bool     `json:"contested"`
	Differ       []string `json:"accounts_differ"`
	Sources      []string `json:"sources"` // a note each
}

// GeoJSON writes a feature for each event, a line each: a point where its
// first place is known. The point of a district, region or country lies
// somewhere within it, and geo_precision says so.
func GeoJSON(w io.Writer, g *graph.Graph, opt Options) ([]Left, error) {
	x := newIndex(g, opt)
	var t tally
	j := newJSONWriter(w)
	j.key("{", "type")
	j.value("FeatureCollection")
	features := make([]feature, 1) // one at a time
	j.key(",", "features")
	before := "["
	for i := range g.Events {
		features[0] = x.feature(&g.Events[i])
		if features[0].Geometry == nil {
			t.leave("places of events that no gazetteer holds: these events have no point")
		}
		j.string(before + "\n ")
		j.value(&features[0])
		before = ","
	}
	if len(g.Events) == 0 {
		j.string("[")
	}
	j.string("]\n}\n")
	return t.left, j.flush()
}

func (x *index) feature(e *graph.Event) feature {
	f := feature{Type: "Feature", ID: e.ID, Properties: properties{
		Title: title(e), Kind: e.Kind, KindLabel: x.kindLabel(e.Kind), Class: x.class(e.Kind), Modality: string(e.Modality),
		Date: dateWords(e), EDTF: e.When.EDTF, Earliest: e.When.Earliest, Latest: e.When.Latest, Precision: e.When.Precision, Basis: e.When.Basis,
		Place: placesOf(e), Actors: actorsOf(e.Actors), Targets: actorsOf(e.Targets),
		Documents: e.Documents, Accounts: e.Accounts, Contested: e.Disputed(), Differ: differences(e), Sources: []string{},
	}}
	p := &f.Properties
	if p.Differ == nil {
		p.Differ = []string{}
	}
	if len(e.Places) > 0 {
		p.GeoPrecision = e.Places[0].Precision
		if at := &e.Places[0]; located(at) {
			f.Geometry = &geometry{"Point", [2]float64{at.Lon, at.Lat}}
		}
	}
	if k := widest(e.Figures, "killed"); k != nil {
		p.KilledLow, p.KilledBest, p.KilledHigh = &k.Low, k.Best, k.High
	}
	for _, d := range x.sources(e) {
		p.Sources = append(p.Sources, x.note(d).Plain())
	}
	return f
}

// sources returns the documents that report e, each once, in order of
// publication.
func (x *index) sources(e *graph.Event) []*graph.Document {
	var out []*graph.Document
	seen := map[string]bool{}
	for _, r := range x.reportsOf(e) {
		if d := x.documents[r.Document]; d != nil && !seen[d.ID] {
			seen[d.ID] = true
			out = append(out, d)
		}
	}
	return out
}
