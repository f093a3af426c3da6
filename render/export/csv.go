package export

import (
	"cmp"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// CSV writes a table of the events, in the graph's order, one a row below a
// row of column names: UTF-8, RFC 4180 with LF at the end of a line. Days are
// ISO 8601. Several values in a cell are separated by "; ". Words that a
// spreadsheet would take for a formula have an apostrophe before them.
//
// A row of an event that is only demanded, denied or planned is there as well,
// and its column modality says so.
func CSV(w io.Writer, g *graph.Graph) error {
	out := csv.NewWriter(w)
	cells := make([]string, len(columns))
	for i, c := range columns {
		cells[i] = c.name
	}
	if err := out.Write(cells); err != nil {
		return err
	}
	byID := make(map[string]*graph.Report, len(g.Reports))
	for i := range g.Reports {
		byID[g.Reports[i].ID] = &g.Reports[i]
	}
	published := make(map[string]string, len(g.Documents))
	for _, d := range g.Documents {
		published[d.ID] = d.Published
	}
	for i := range g.Events {
		r := row{Event: &g.Events[i]}
		r.killed = widest(r.Figures, "killed")
		r.first, r.last = reported(r.Event, byID, published)
		for i, c := range columns {
			cells[i] = c.cell(&r)
			if c.words {
				cells[i] = guard(cells[i])
			}
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// row is an event with what its cells are read from.
type row struct {
	*graph.Event
	killed      *graph.Figure // nil when no report gives one
	first, last string        // EDTF: when it was first and last reported
}

// A column's cell holds words if anything in it comes from a document or a
// data file; numbers and dates are written by this program, and an apostrophe
// before -12.5 would make a text of it.
type column struct {
	name  string
	words bool
	cell  func(*row) string
}

var columns = []column{
	{"event_id", true, func(r *row) string { return r.ID }},
	{"title", true, func(r *row) string { return r.Label }},
	{"type", true, func(r *row) string { return r.Kind }},
	{"edtf", false, func(r *row) string { return r.When.EDTF }},
	{"earliest", false, func(r *row) string { return r.When.Earliest.String() }},
	{"latest", false, func(r *row) string { return r.When.Latest.String() }},
	{"date_precision", true, func(r *row) string { return r.When.Precision }},
	{"date_basis", true, func(r *row) string { return r.When.Basis }},
	{"place", true, func(r *row) string {
		return join(r.Places, func(p events.Place) string {
			if len(p.Names) > 0 {
				return strings.Join(p.Names, " / ")
			}
			return p.Name
		})
	}},
	{"lat", false, func(r *row) string { return coordinate(r.Places, func(p events.Place) float64 { return p.Lat }) }},
	{"lon", false, func(r *row) string { return coordinate(r.Places, func(p events.Place) float64 { return p.Lon }) }},
	{"geo_precision", true, func(r *row) string {
		if len(r.Places) == 0 {
			return ""
		}
		return r.Places[0].Precision
	}},
	{"actors", true, func(r *row) string { return join(r.Actors, func(a events.Actor) string { return a.Name }) }},
	{"targets", true, func(r *row) string { return join(r.Targets, func(a events.Actor) string { return a.Name }) }},
	{"killed_low", false, func(r *row) string {
		if r.killed == nil {
			return ""
		}
		return strconv.FormatInt(r.killed.Low, 10)
	}},
	{"killed_best", false, func(r *row) string {
		if r.killed == nil {
			return ""
		}
		return count(r.killed.Best)
	}},
	{"killed_high", false, func(r *row) string {
		if r.killed == nil {
			return ""
		}
		return count(r.killed.High)
	}},
	{"killed_population", true, func(r *row) string {
		if r.killed == nil {
			return ""
		}
		return r.killed.Population
	}},
	{"n_reports", false, func(r *row) string { return strconv.Itoa(len(r.Reports)) }},
	{"n_documents", false, func(r *row) string { return strconv.Itoa(r.Documents) }},
	{"n_families", false, func(r *row) string { return strconv.Itoa(r.Families) }},
	{"n_accounts", false, func(r *row) string { return strconv.Itoa(r.Accounts) }},
	{"modality", true, func(r *row) string { return string(r.Modality) }},
	{"contested", false, func(r *row) string {
		return strconv.FormatBool(slices.ContainsFunc(r.Disputes, func(d graph.Dispute) bool { return d.Sort == graph.Conflict }))
	}},
	{"dispute_kinds", true, func(r *row) string {
		return join(r.Disputes, func(d graph.Dispute) string { return d.Attribute + " (" + d.Sort + ")" })
	}},
	{"first_reported", false, func(r *row) string { return r.first }},
	{"last_reported", false, func(r *row) string { return r.last }},
}

// join puts each name once, in the order of the graph.
func join[T any](values []T, name func(T) string) string {
	var names []string
	for _, v := range values {
		if s := name(v); s != "" && !slices.Contains(names, s) {
			names = append(names, s)
		}
	}
	return strings.Join(names, "; ")
}

// coordinate is that of the first place, in degrees; a place that no gazetteer
// holds has none, and 0 would be a place in the Gulf of Guinea.
func coordinate(places []events.Place, of func(events.Place) float64) string {
	if len(places) == 0 || places[0].ID == "" {
		return ""
	}
	return strconv.FormatFloat(of(places[0]), 'f', -1, 64)
}

func count(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

// widest returns the figure of a measure that counts the most people: that of
// no particular population if there is one, else the one with the greatest
// low. Populations overlap (women, civilians), so they are never added up.
func widest(figures []graph.Figure, measure string) *graph.Figure {
	var best *graph.Figure
	for i := range figures {
		f := &figures[i]
		switch {
		case f.Measure != measure:
		case best == nil, (f.Population == "") != (best.Population == ""):
			if best == nil || f.Population == "" {
				best = f
			}
		case f.Low > best.Low:
			best = f
		}
	}
	return best
}

// reported returns the first and the last publication date among the documents
// that report e, as they state it; "" when none states one.
func reported(e *graph.Event, byID map[string]*graph.Report, published map[string]string) (first, last string) {
	var dates []edtf.Value
	for _, id := range e.Reports {
		r := byID[id]
		if r == nil {
			continue
		}
		if v, err := edtf.Parse(published[r.Document]); err == nil {
			dates = append(dates, v)
		}
	}
	if len(dates) == 0 {
		return "", ""
	}
	last = slices.MaxFunc(dates, func(a, b edtf.Value) int {
		_, la := a.Bounds()
		_, lb := b.Bounds()
		return cmp.Or(cmp.Compare(la, lb), edtf.Compare(a, b))
	}).String()
	return slices.MinFunc(dates, edtf.Compare).String(), last
}

// guard puts an apostrophe before what a spreadsheet would run as a formula
// when it opens the file: "Consider formula injection", OWASP CSV Injection.
// White space before the sign does not stop every program, nor does the
// full-width form of it.
func guard(s string) string {
	t := strings.TrimLeft(s, " \t\r\n\u00a0\u3000")
	if s != "" && strings.ContainsRune("\t\r\n", rune(s[0])) || strings.ContainsAny(firstRune(t), "=+-@|%＝＋－＠") {
		return "'" + s
	}
	return s
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}
