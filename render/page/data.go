package page

import (
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
)

// mainData is what the first screen needs. Dates are numbers of Whens, and
// everything else that repeats is a number of its list.
type mainData struct {
	Title     string              `json:"title"`
	Generator string              `json:"generator"`
	TextMode  string              `json:"textMode"`
	Kinds     []Kind              `json:"kinds"`
	Places    []string            `json:"places"`
	Actors    []string            `json:"actors"`
	Outlets   []string            `json:"outlets"`
	Whens     *whens              `json:"whens"`
	Families  []familyRow         `json:"families"`
	Documents []documentRow       `json:"documents"`
	Events    eventColumns        `json:"events"`
	Figures   map[int][]figureRow `json:"figures"`  // by event
	Disputes  map[int][]dispute   `json:"disputes"` // by event
	Links     [][5]int            `json:"links"`    // from, to, relation, basis, quote or -1
	Relations []string            `json:"relations"`
	Bases     []string            `json:"bases"`
	Whys      []why               `json:"whys"`
	Series    []graph.Series      `json:"series"`
	Problems  []source.Diagnostic `json:"diagnostics"`
}

type familyRow struct {
	Documents []int `json:"documents"`
	First     int   `json:"first"`
}

type documentRow struct {
	ID        string `json:"id"`
	Path      string `json:"path"`
	URL       string `json:"url"`
	Title     string `json:"title"`
	Outlet    int    `json:"outlet"`
	Author    string `json:"author"`
	Language  string `json:"language"`
	Published string `json:"published"`
	Words     string `json:"words"` // of the publication date
	Basis     string `json:"basis"`
	Family    int    `json:"family"`
	CopyOf    int    `json:"copyOf"` // -1 for none
	SHA256    string `json:"sha256"`
	Synthetic bool   `json:"synthetic,omitempty"`
}

// eventColumns holds one value an event in each list.
type eventColumns struct {
	ID        []string  `json:"id"`
	Label     []string  `json:"label"`
	Kind      []int     `json:"kind"`
	When      []int     `json:"when"`
	Modality  []string  `json:"modality"`
	Documents []int     `json:"documents"`
	Families  []int     `json:"families"`
	Accounts  []int     `json:"accounts"`
	Weight    []float64 `json:"weight"`
	PartOf    []int     `json:"partOf"` // -1 for none
	Places    [][]int   `json:"places"`
	Actors    [][]int   `json:"actors"`
	Targets   [][]int   `json:"targets"`
	Reports   [][]int   `json:"reports"`
	Outlets   [][]int   `json:"outlets"`
	X         []float64 `json:"x"` // position in the event graph
	Y         []float64 `json:"y"`
}

type figureRow struct {
	Measure    string `json:"measure"`
	Population string `json:"population"`
	Low        int64  `json:"low"`
	Best       *int64 `json:"best"`
	High       *int64 `json:"high"`
	Hedge      string `json:"hedge,omitempty"`
	Scope      string `json:"scope,omitempty"`
	AsOf       string `json:"asOf,omitempty"` // in words
	Reports    []int  `json:"reports,omitempty"`
}

type dispute struct {
	Attribute string         `json:"attribute"`
	Sort      string         `json:"sort"`
	Values    []disputeValue `json:"values"`
}

type disputeValue struct {
	Value   string `json:"value"`
	Reports []int  `json:"reports"`
}

type why struct {
	Document int    `json:"document"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
}

// reportRow is a report. Text is left out where the document's own text holds it.
type reportRow struct {
	ID       string      `json:"id"`
	Document int         `json:"document"`
	Event    int         `json:"event"`
	Kind     int         `json:"kind"`
	When     int         `json:"when"`
	Trigger  [2]int      `json:"trigger"` // UTF-16 offsets into the document
	Quote    [2]int      `json:"quote"`
	Text     *string     `json:"text,omitempty"`
	Places   []string    `json:"places"`
	Actors   []string    `json:"actors"`
	Targets  []string    `json:"targets"`
	Figures  []figureRow `json:"figures"`
	Speakers [][2]string `json:"speakers"` // speaker and cue, outermost first
	Modality string      `json:"modality"`
	Hedge    string      `json:"hedge"`
}

func (m *model) main() *mainData {
	g := m.g
	d := &mainData{
		Title: m.opt.Title, Generator: g.Generator.Name + " " + g.Generator.Version, TextMode: m.opt.Text,
		Kinds: m.kinds, Families: []familyRow{}, Documents: []documentRow{}, Figures: map[int][]figureRow{}, Disputes: map[int][]dispute{},
		Links: [][5]int{}, Whys: []why{}, Series: append([]graph.Series{}, g.Series...), Problems: append([]source.Diagnostic{}, g.Diagnostics...),
	}
	for i := range g.Families {
		f := &g.Families[i]
		d.Families = append(d.Families, familyRow{Documents: numbers(m.document, f.Documents), First: lookup(m.document, f.First)})
	}
	for i := range g.Documents {
		x := &g.Documents[i]
		d.Documents = append(d.Documents, documentRow{
			ID: x.ID, Path: x.Path, URL: x.URL, Title: x.Title, Outlet: m.outlets.number(x.Outlet), Author: x.Author, Language: x.Language,
			Published: x.Published, Words: pointInWords(x.Published), Basis: x.PublishedBasis,
			Family: lookup(m.family, x.Family), CopyOf: lookup(m.document, x.CopyOf), SHA256: x.SHA256, Synthetic: x.Synthetic,
		})
	}
	m.columns(&d.Events)
	for i := range g.Events {
		e := &g.Events[i]
		for _, f := range e.Figures {
			d.Figures[i] = append(d.Figures[i], figureRow{Measure: f.Measure, Population: f.Population, Low: f.Low, Best: f.Best, High: f.High, Reports: numbers(m.report, f.Reports)})
		}
		for _, x := range e.Disputes {
			row := dispute{Attribute: x.Attribute, Sort: x.Sort, Values: []disputeValue{}}
			for _, v := range x.Values {
				row.Values = append(row.Values, disputeValue{valueWords(x.Attribute, v.Value), numbers(m.report, v.Reports)})
			}
			d.Disputes[i] = append(d.Disputes[i], row)
		}
	}
	relations, bases := newNames(), newNames()
	for i := range g.Links {
		l := &g.Links[i]
		from, to := lookup(m.event, l.From), lookup(m.event, l.To)
		if from < 0 || to < 0 {
			continue
		}
		quote := -1
		if doc, ok := m.document[l.Why.Document]; ok {
			quote = len(d.Whys)
			o := m.spans[doc]
			d.Whys = append(d.Whys, why{doc, o.at(l.Why.Start), o.at(l.Why.End), m.quote(l.Why.Quote)})
		}
		d.Links = append(d.Links, [5]int{from, to, relations.number(l.Relation), bases.number(l.Basis), quote})
	}
	d.Relations, d.Bases = relations.list, bases.list
	d.Places, d.Actors, d.Outlets, d.Whens = m.places.list, m.actors.list, m.outlets.list, m.whens
	return d
}

func (m *model) columns(c *eventColumns) {
	n := len(m.g.Events)
	*c = eventColumns{
		ID: make([]string, n), Label: make([]string, n), Kind: make([]int, n), When: make([]int, n), Modality: make([]string, n),
		Documents: make([]int, n), Families: make([]int, n), Accounts: make([]int, n), Weight: make([]float64, n), PartOf: make([]int, n),
		Places: make([][]int, n), Actors: make([][]int, n), Targets: make([][]int, n), Reports: make([][]int, n), Outlets: make([][]int, n),
		X: make([]float64, n), Y: make([]float64, n),
	}
	at := m.g.Layout(graph.LayoutOptions{Lane: func(e *graph.Event) string { return m.kinds[m.kind[e.Kind]].Class }})
	for i := range m.g.Events {
		e := &m.g.Events[i]
		c.ID[i], c.Label[i], c.Kind[i], c.When[i], c.Modality[i] = e.ID, e.Label, m.kind[e.Kind], m.whens.number(e.When), string(e.Modality)
		c.Documents[i], c.Families[i], c.Accounts[i], c.Weight[i] = e.Documents, e.Families, e.Accounts, round(e.Weight)
		c.PartOf[i] = lookup(m.event, e.PartOf)
		places, actors, targets, outlets := set{}, set{}, set{}, set{}
		for k := range e.Places {
			places.add(m.places.number(placeName(&e.Places[k])))
		}
		for k := range e.Actors {
			actors.add(m.actors.number(e.Actors[k].Name))
		}
		for k := range e.Targets {
			targets.add(m.actors.number(e.Targets[k].Name))
		}
		for _, r := range m.byEvent[i] {
			if doc, ok := m.document[m.g.Reports[r].Document]; ok {
				outlets.add(m.outlets.number(m.g.Documents[doc].Outlet))
			}
		}
		c.Places[i], c.Actors[i], c.Targets[i], c.Outlets[i] = places, actors, targets, outlets
		c.Reports[i] = append([]int{}, m.byEvent[i]...)
		c.X[i], c.Y[i] = round(at[i].X), round(at[i].Y)
	}
}

func (m *model) reports() []reportRow {
	rows := make([]reportRow, 0, len(m.g.Reports))
	for i := range m.g.Reports {
		r := &m.g.Reports[i]
		doc := lookup(m.document, r.Document)
		row := reportRow{
			ID: r.ID, Document: doc, Event: lookup(m.event, r.Event), Kind: m.kind[r.Kind], When: m.whens.number(r.When),
			Places: []string{}, Actors: []string{}, Targets: []string{}, Figures: []figureRow{}, Speakers: [][2]string{},
			Modality: string(r.Modality), Hedge: r.Hedge,
		}
		inText := false
		if doc >= 0 {
			o := m.spans[doc]
			row.Trigger = [2]int{o.at(r.Trigger.Start), o.at(r.Trigger.End)}
			row.Quote = [2]int{o.at(r.Quote.Start), o.at(r.Quote.End)}
			inText = m.textShown[doc] && holds(m.g.Documents[doc].Text, r.Quote.Start, r.Quote.End, r.Quote.Text)
		}
		if !inText {
			text := m.quote(r.Quote)
			row.Text = &text
		}
		for k := range r.Places {
			row.Places = append(row.Places, placeName(&r.Places[k]))
		}
		for _, a := range r.Actors {
			row.Actors = append(row.Actors, a.Name)
		}
		for _, a := range r.Targets {
			row.Targets = append(row.Targets, a.Name)
		}
		for _, f := range r.Figures {
			row.Figures = append(row.Figures, figureRow{Measure: f.Measure, Population: f.Population, Low: f.Low, High: f.High, Hedge: f.Hedge, Scope: f.Scope, AsOf: pointInWords(f.AsOf)})
		}
		for _, a := range r.Attribution {
			row.Speakers = append(row.Speakers, [2]string{a.Speaker, a.Cue})
		}
		rows = append(rows, row)
	}
	return rows
}
