package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/render/chart"
)

// outletRows fills in what each outlet contributes, most documents first.
func (m *model) outletRows(f *front) {
	type tally struct {
		row         outletRow
		first, last string
	}
	rows := map[string]*tally{}
	var names []string
	at := func(outlet string) *tally {
		t := rows[outlet]
		if t == nil {
			t = &tally{row: outletRow{Name: cmp.Or(outlet, m.words.say("outletNone"))}}
			rows[outlet] = t
			names = append(names, outlet)
		}
		return t
	}
	for i := range m.g.Documents {
		d := &m.g.Documents[i]
		t := at(d.Outlet)
		t.row.Documents++
		if d.CopyOf != "" {
			t.row.Copies++
		}
		if date, _, _ := strings.Cut(d.Published, "T"); date != "" {
			if t.first == "" || date < t.first {
				t.first = date
			}
			t.last = max(t.last, date)
		}
	}
	for i := range m.g.Events {
		seen := map[string]bool{}
		for _, r := range m.byEvent[i] {
			if doc, ok := m.document[m.g.Reports[r].Document]; ok {
				if o := m.g.Documents[doc].Outlet; !seen[o] {
					seen[o] = true
					at(o).row.Events++
				}
			}
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(rows[b].row.Documents, rows[a].row.Documents), cmp.Compare(a, b))
	})
	for _, name := range names {
		t := rows[name]
		if t.first == t.last {
			t.row.Span = m.words.point(t.first)
		} else {
			t.row.Span = m.words.point(t.first + "/" + t.last)
		}
		f.Outlets = append(f.Outlets, t.row)
	}
}

// spanWords tells the time from the start of first to the end of last, each
// only as exactly as its own date is known.
func (m *model) spanWords(first, last *events.When) string {
	if first == nil || last == nil {
		return ""
	}
	from, to := m.words.dates.Replace(roughly(first.Earliest, first)), m.words.dates.Replace(roughly(last.Latest, last))
	if from == to {
		return from
	}
	return from + " – " + to
}

// roughly returns day d, a bound of w, as a day, a month or a year.
func roughly(d edtf.Day, w *events.When) string {
	words := strings.SplitN(chart.DayWords(d), " ", 3) // day, month, year
	switch {
	case w.Earliest != edtf.Open && w.Latest != edtf.Open && w.Latest-w.Earliest > 31:
		return words[2]
	case w.Earliest != w.Latest && w.Earliest != edtf.Open && w.Latest != edtf.Open:
		return words[1] + " " + words[2]
	}
	return chart.DayWords(d)
}
