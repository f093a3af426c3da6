package page

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
)

// tallied is a name and how often it occurs.
type tallied struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// method is how the graph was made, for the view of that name: what can be
// counted from the columns is counted there.
type method struct {
	Generator   graph.Generator           `json:"generator"`
	Rules       []tallied                 `json:"rules"`     // that dated the reports, the most used first
	Derived     int                       `json:"derived"`   // reports with bounds that no text states
	Bases       []tallied                 `json:"bases"`     // of links
	Languages   []tallied                 `json:"languages"` // of documents
	Series      int                       `json:"series"`
	Diagnostics []source.Diagnostic       `json:"diagnostics"` // the first mostDiagnostics
	Severities  []tallied                 `json:"severities"`  // of all diagnostics
	Corrections []graph.AppliedCorrection `json:"corrections"`
	OneSided    string                    `json:"oneSided,omitempty"` // says so, when nearly all accounts are of one declared side
}

// mostDiagnostics is how many diagnostics the page holds.
const mostDiagnostics = 500

func (m *model) method() (*columns, error) {
	g := m.g
	rules, bases, languages, severities := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	x := method{Generator: g.Generator, Series: len(g.Series), Corrections: append([]graph.AppliedCorrection{}, g.Corrections...)}
	if g.Sides != nil && g.Sides.OneSided != "" {
		x.OneSided = g.Sides.Note
	}
	for i := range g.Reports {
		switch w := &g.Reports[i].When; {
		case w.EDTF != "":
			rules[cmp.Or(w.Rule, "unnamed")]++
		default:
			x.Derived++
		}
	}
	for i := range g.Links {
		bases[g.Links[i].Basis]++
	}
	for i := range g.Documents {
		languages[g.Documents[i].Language]++
	}
	for _, d := range g.Diagnostics {
		severities[d.Severity]++
	}
	x.Diagnostics = append([]source.Diagnostic{}, g.Diagnostics[:min(len(g.Diagnostics), mostDiagnostics)]...)
	x.Rules, x.Bases, x.Languages, x.Severities = byCount(rules), byCount(bases), byCount(languages), byCount(severities)
	c := &columns{}
	c.head.Meta, c.head.Columns = x, []column{}
	return c, nil
}

// byCount lists counts, the highest first, then by name.
func byCount(counts map[string]int) []tallied {
	list := []tallied{}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, tallied{name, counts[name]})
	}
	slices.SortStableFunc(list, func(a, b tallied) int { return cmp.Compare(b.Count, a.Count) })
	return list
}
