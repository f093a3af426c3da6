package page

import (
	"cmp"

	"github.com/dateline-project/dateline/events/edtf"
)

// seriesRow is the running totals of one measure, population and place.
type seriesRow struct {
	Measure    string     `json:"measure"`
	Population string     `json:"population"`
	Place      string     `json:"place"`
	Points     []pointRow `json:"points"`
}

// pointRow is one running total that a report states. First and Last bound the
// day that it counts to; both are nil when that is not known.
type pointRow struct {
	First  *int   `json:"first"`
	Last   *int   `json:"last"`
	Words  string `json:"words"` // of the day
	Low    int64  `json:"low"`
	High   *int64 `json:"high"` // nil for "at least"
	Report int    `json:"report"`
}

// totals are the series of running totals.
func (m *model) totals() (*columns, error) {
	c := &columns{}
	places := map[string]string{}
	for i := range m.g.Reports {
		for k := range m.g.Reports[i].Places {
			p := &m.g.Reports[i].Places[k]
			if places[p.ID] == "" {
				places[p.ID] = placeName(p)
			}
		}
	}
	rows := make([]seriesRow, len(m.g.Series))
	for i, s := range m.g.Series {
		rows[i] = seriesRow{Measure: s.Measure, Population: s.Population, Points: []pointRow{}}
		if s.Place != "" {
			rows[i].Place = cmp.Or(places[s.Place], s.Place)
		}
		for _, p := range s.Points {
			r, ok := m.report[p.Report]
			if !ok {
				continue
			}
			row := pointRow{Words: m.words.point(p.AsOf), Low: p.Low, High: p.High, Report: r}
			if v, err := edtf.Parse(p.AsOf); err == nil && p.AsOf != "" {
				if a, b := v.Bounds(); a != edtf.Open && b != edtf.Open {
					first, last := int(a), int(b)
					row.First, row.Last = &first, &last
				}
			}
			rows[i].Points = append(rows[i].Points, row)
		}
	}
	err := objects(c, "series", rows, func(seriesRow) bool { return false })
	return c, err
}
