package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// documentRow is a document without its text.
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

// figureRow is a count that somebody states.
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

// detail is what only the dossier and the disagreements show of an event.
type detail struct {
	Figures  []figureRow `json:"figures,omitempty"`
	Disputes []dispute   `json:"disputes,omitempty"`
	OneSided string      `json:"oneSided,omitempty"` // says so, when nearly all accounts are of one declared side
	Review   *reviewRow  `json:"review,omitempty"`
}

type dispute struct {
	Attribute string         `json:"attribute"`
	Sort      string         `json:"sort"`
	Values    []disputeValue `json:"values"`
}

// disputeValue is a value that some accounts claim. Low and High are those of a
// count, or the first and last day of a date; both are nil for anything else,
// and one where a date or "at least" leaves it open.
type disputeValue struct {
	Value   string   `json:"value"`
	Reports []int    `json:"reports"`
	Low     *float64 `json:"low,omitempty"`
	High    *float64 `json:"high,omitempty"`
}

// index is what leads from events to reports and documents: ids, dates in
// words, and who reports what.
func (m *model) index() (*columns, error) {
	g, c := m.g, &columns{}
	ids, partOf, reports, details := make([]string, len(m.events)), make([]int, len(m.events)), make([]int, len(m.events)), make([]detail, len(m.events))
	for k, i := range m.events {
		e := &g.Events[i]
		ids[k], partOf[k], reports[k], details[k] = e.ID, lookup(m.event, e.PartOf), len(m.byEvent[i]), m.detail(e)
	}
	c.strings("id", ids)
	c.ints("partOf", partOf)
	c.ints("reports", reports)
	if err := objects(c, "detail", details, func(d detail) bool { return len(d.Figures)+len(d.Disputes) == 0 && d.OneSided == "" && d.Review == nil }); err != nil {
		return nil, err
	}
	m.days(c, m.whens.list)
	values, words, basis := make([]string, len(m.whens.list)), make([]string, len(m.whens.list)), make([]string, len(m.whens.list))
	for i, w := range m.whens.list {
		values[i], words[i], basis[i] = w.EDTF, m.words.date(w), w.Basis
	}
	c.strings("edtf", values)
	c.strings("words", words)
	c.strings("basis", basis)

	document, inWay, side := make([]int, len(m.reports)), make([]int, len(m.reports)), make([]int, len(m.reports))
	byDocument := make([][]int, len(g.Documents))
	for n, r := range m.reports {
		doc := lookup(m.document, g.Reports[r].Document)
		document[n], inWay[n], side[n] = doc, g.Reports[r].Modality.Rank(), m.side(g.Reports[r].Side)
		if doc >= 0 {
			byDocument[doc] = append(byDocument[doc], n)
		}
	}
	for _, list := range byDocument {
		slices.SortStableFunc(list, func(a, b int) int {
			x, y := &g.Reports[m.reports[a]].Quote, &g.Reports[m.reports[b]].Quote
			return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
		})
	}
	c.ints("reportDocument", document)
	c.ints("reportModality", inWay)
	if g.Sides != nil {
		c.ints("reportSide", side)
	}
	c.lists("documentReports", byDocument)

	documents, family := make([]documentRow, len(g.Documents)), make([]int, len(g.Documents))
	outlet, copyOf, documentSide := make([]int, len(g.Documents)), make([]int, len(g.Documents)), make([]int, len(g.Documents))
	for i := range g.Documents {
		x := &g.Documents[i]
		family[i], outlet[i], copyOf[i], documentSide[i] = lookup(m.family, x.Family), m.outlets.number(x.Outlet), lookup(m.document, x.CopyOf), m.side(x.Side)
		documents[i] = documentRow{
			ID: x.ID, Path: x.Path, URL: x.URL, Title: x.Title, Outlet: outlet[i], Author: x.Author, Language: x.Language,
			Published: x.Published, Words: m.words.point(x.Published), Basis: x.PublishedBasis,
			Family: family[i], CopyOf: copyOf[i], SHA256: x.SHA256, Synthetic: x.Synthetic,
		}
	}
	if err := objects(c, "document", documents, func(documentRow) bool { return false }); err != nil {
		return nil, err
	}
	published := make([]int, len(m.published))
	for i, d := range m.published {
		published[i] = day(d)
	}
	c.ints("documentPublished", published)
	c.ints("documentFamily", family)
	c.ints("documentOutlet", outlet)
	c.ints("documentCopyOf", copyOf)
	if g.Sides != nil {
		c.ints("documentSide", documentSide)
	}
	families := make([][]int, len(g.Families))
	for i := range g.Families {
		families[i] = numbers(m.document, g.Families[i].Documents)
	}
	c.lists("familyDocuments", families)
	return c, nil
}

func (m *model) detail(e *graph.Event) detail {
	var d detail
	if e.Sides != nil && e.Sides.OneSided != "" {
		d.OneSided = e.Sides.Note
	}
	d.Review = m.reviewOf(e)
	for _, f := range e.Figures {
		d.Figures = append(d.Figures, figureRow{Measure: f.Measure, Population: f.Population, Low: f.Low, Best: f.Best, High: f.High, Reports: numbers(m.report, f.Reports)})
	}
	for _, x := range e.Disputes {
		row := dispute{Attribute: x.Attribute, Sort: x.Sort, Values: []disputeValue{}}
		for _, v := range x.Values {
			low, high := bounds(x, v.Value)
			row.Values = append(row.Values, disputeValue{m.words.value(x.Attribute, v.Value), numbers(m.report, v.Reports), low, high})
		}
		d.Disputes = append(d.Disputes, row)
	}
	return d
}

// bounds returns the least and the greatest that a claimed value may mean.
func bounds(d graph.Dispute, value string) (low, high *float64) {
	switch {
	case d.Sort == graph.Silence:
		return nil, nil
	case d.Attribute == "date" || d.Attribute == "when":
		v, err := edtf.Parse(value)
		if err != nil {
			return nil, nil
		}
		a, b := v.Bounds()
		return dayBound(a), dayBound(b)
	case d.Sort == graph.Scope:
		// What is counted stands before the count: "killed people at least 9".
		if i := strings.IndexAny(value, "0123456789"); i > 0 {
			at := strings.TrimSuffix(value[:i], "at least ")
			value = value[len(at):]
		}
	}
	a, b, open, ok := chart.CountOf(value)
	if !ok {
		return nil, nil
	}
	if open {
		return &a, nil
	}
	return &a, &b
}

func dayBound(d edtf.Day) *float64 {
	if d == edtf.Open {
		return nil
	}
	x := float64(d)
	return &x
}

// links are the relations of events, and where they stand in the event graph.
func (m *model) links() *columns {
	g, c := m.g, &columns{}
	at := g.Layout(graph.LayoutOptions{Lane: func(e *graph.Event) string { return m.kinds[m.kind[e.Kind]].Class }})
	x, y := make([]float64, len(m.events)), make([]float64, len(m.events))
	for k, i := range m.events {
		x[k], y[k] = at[i].X, at[i].Y
	}
	c.floats("x", x)
	c.floats("y", y)
	relations, bases := newNames(), newNames()
	var from, to, relation, basis, document, start, end []int
	var text []string
	for i := range g.Links {
		l := &g.Links[i]
		a, b := lookup(m.event, l.From), lookup(m.event, l.To)
		if a < 0 || b < 0 {
			continue
		}
		from, to = append(from, a), append(to, b)
		relation, basis = append(relation, relations.number(l.Relation)), append(basis, bases.number(l.Basis))
		doc := lookup(m.document, l.Why.Document)
		document = append(document, doc)
		s, e, own := m.span(doc, l.Why.Quote)
		start, end, text = append(start, s), append(end, e), append(text, own)
	}
	c.ints("from", from)
	c.ints("to", to)
	c.ints("relation", relation)
	c.ints("basis", basis)
	c.ints("document", document)
	c.ints("start", start)
	c.ints("end", end)
	c.strings("text", text)
	c.head.Meta = map[string]any{"relations": relations.list, "bases": bases.list}
	return c
}

// span returns the bytes of a quote in its document, and its text if the page
// does not hold it with the document's.
func (m *model) span(doc int, q events.Quote) (start, end int, text string) {
	start, end = clamp(q.Start), clamp(q.End)
	if doc >= 0 && m.textShown[doc] && holds(m.g.Documents[doc].Text, q.Start, q.End, q.Text) {
		return start, end, ""
	}
	return start, end, m.quote(q)
}
