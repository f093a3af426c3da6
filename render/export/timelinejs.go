package export

import (
	"cmp"
	"html"
	"io"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// slide is an event as TimelineJS 3 reads it; its headline and text are HTML.
type slide struct {
	ID    string     `json:"unique_id"`
	Start slideDate  `json:"start_date"`
	End   *slideDate `json:"end_date,omitempty"`
	Group string     `json:"group"`
	Text  slideText  `json:"text"`
	// Display stands above the headline; the one of the start would be joined
	// to the end's with a dash.
	Display string `json:"display_date"`
}

type slideDate struct {
	Year    int    `json:"year"`
	Month   int    `json:"month,omitempty"`
	Day     int    `json:"day,omitempty"`
	Hour    string `json:"hour,omitempty"`
	Minute  string `json:"minute,omitempty"`
	Display string `json:"display_date,omitempty"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

// TimelineJS writes the JSON that TimelineJS 3 reads. A month or a day that the
// texts do not state is not written, and each slide says its date in words.
// What did not happen, or may not have, says so in its headline. The quotes
// stand below it, each with its source.
func TimelineJS(w io.Writer, g *graph.Graph, opt Options) ([]Left, error) {
	x := newIndex(g, opt)
	var t tally
	j := newJSONWriter(w)
	j.key("{", "title")
	j.value(map[string]any{"text": slideText{html.EscapeString(oneLine(opt.title())), html.EscapeString(plural(len(g.Events), "event") + " from " + plural(len(g.Documents), "document") +
		". What texts deny, demand or plan is named as such; nothing here is a finding of fact.")}})
	j.key(",", "events")
	before := "["
	n := 0
	for i := range g.Events {
		e := &g.Events[i]
		s, ok := x.slide(e)
		if !ok {
			t.leave("events without a date")
			continue
		}
		j.string(before + "\n ")
		j.value(&s)
		before = ","
		n++
	}
	if n == 0 {
		j.string("[")
	}
	j.string("]\n}\n")
	return t.left, j.flush()
}

func (x *index) slide(e *graph.Event) (slide, bool) {
	from, to, ok := slideDates(&e.When)
	if !ok {
		return slide{}, false
	}
	words := dateWords(e)
	from.Display = words
	s := slide{ID: e.ID, Start: from, End: to, Display: words, Group: x.class(e.Kind), Text: slideText{html.EscapeString(title(e)), x.slideText(e)}}
	return s, true
}

// slideDates returns what TimelineJS is told of a date: the parts that are
// stated. A date that is open at an end stands at the other, and one that may
// be any of several days runs over all of them; its words say so.
func slideDates(w *events.When) (from slideDate, to *slideDate, ok bool) {
	first, last, sure := days(w)
	switch {
	case first == edtf.Open && last == edtf.Open:
		return from, nil, false
	case last == edtf.Open:
		return slidePart(first, edtf.ToDay), nil, true
	case first == edtf.Open:
		return slidePart(last, edtf.ToDay), nil, true
	}
	unit, endUnit := w.Precision, w.Precision
	if v, err := edtf.Parse(w.EDTF); err != nil {
		unit, endUnit = edtf.ToDay, edtf.ToDay // bounds that were derived
	} else if a, b, isRange := v.Ends(); isRange {
		unit, endUnit = a.Precision(), b.Precision()
	}
	from = slidePart(first, unit)
	if at, _, timed := clock(w); timed && sure == oneDay && len(at) == 8 {
		from.Hour, from.Minute = at[:2], at[3:5]
	}
	if end := slidePart(last, endUnit); sure != oneDay && end != slidePart(first, unit) {
		to = &end
	}
	return from, to, true
}

// slidePart is a day as far as a date of that precision states it.
func slidePart(d edtf.Day, unit string) slideDate {
	y, m, day := d.Date()
	if y <= 0 {
		y-- // TimelineJS has no year 0: -1 is 1 BC
	}
	switch unit {
	case edtf.ToMonth:
		return slideDate{Year: y, Month: m}
	case edtf.ToSeason, edtf.ToQuarter, edtf.ToHalfYear, edtf.ToYear, edtf.ToDecade, edtf.ToCentury, edtf.ToMillennium:
		return slideDate{Year: y}
	}
	return slideDate{Year: y, Month: m, Day: day}
}

// slideText is HTML: what is known of e, and its quotes with their sources.
func (x *index) slideText(e *graph.Event) string {
	var b strings.Builder
	para := func(s string) {
		if s != "" {
			b.WriteString("<p>" + s + "</p>")
		}
	}
	text := html.EscapeString
	para(text(accounts(e)))
	para(text(oneLine(figures(e))))
	for _, s := range differences(e) {
		para("<em>" + text(s) + "</em>")
	}
	const most = 4 // a slide has room for few
	reports := x.reportsOf(e)
	for i, r := range reports {
		if i == most {
			para("and " + strconv.Itoa(len(reports)-most) + " more")
			break
		}
		source := ""
		if d := x.documents[r.Document]; d != nil {
			note := x.note(d)
			source = text(note.Before) + "<em>" + text(note.Outlet) + "</em>" + text(note.After) + "."
			if note.URL != "" {
				source += " <a href=\"" + text(note.URL) + "\">" + text(cmp.Or(oneLine(d.Outlet), "source")) + "</a>"
			}
		}
		quote := ""
		if r.Quote.Text != "" {
			quote = "“" + text(oneLine(r.Quote.Text)) + "” "
		}
		para(quote + "<small>" + source + "</small>")
	}
	return b.String()
}
