package figure

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// The frame of a figure: title and time above the chart, legend, caption and
// source note below it.

const (
	margin      = 2.0 // points around a figure for print
	fixedMargin = 14.0
	mostNotes   = 6 // lines
)

// zooms are how many times larger than the preset's the letters of a figure of
// fixed size may be, if all its events can be labelled then.
var zooms = []float64{1.45, 1.2, 1}

// compose lays the figure out and draws it into f.
func (d *drawing) compose(f *Figure, c Chart) error {
	for _, larger := range zooms {
		zoom := d.size.Zoom * larger
		if !d.size.Fixed && larger > 1 {
			continue
		}
		s, p, err := d.composeAt(f.Title, c, zoom)
		if err != nil {
			return err
		}
		if p.whole || larger == 1 {
			f.scene = s
			f.zoom = zoom
			shown := cmp.Or(p.sub, d.subtitle())
			f.Alt, f.Long = d.alt(f.Title, shown), d.long(f.Title, shown, d.note(p))
			return nil
		}
	}
	return nil
}

func (d *drawing) composeAt(title string, c Chart, zoom float64) (scene, *plan, error) {
	width, most := d.size.Width*points/zoom, d.size.Height*points/zoom
	edge := margin
	if d.size.Fixed {
		edge = fixedMargin * d.size.Width / 508
	}
	inner := width - 2*edge
	titles := d.fonts.wrap(title, titleSize, inner, true, 2)
	top := edge + float64(len(titles))*titleSize*1.25
	top += headSize*1.35 + 5
	foot := 40.0
	var p *plan
	var notes []string
	for try := 0; ; try++ {
		var err error
		if p, err = c.plan(d, inner, most-top-foot-edge); err != nil {
			return scene{}, nil, err
		}
		notes = d.fonts.wrap(d.note(p), noteSize, inner, false, mostNotes)
		need := 6 + d.flow(nil, p.legend, 0, 0, inner) + 3 + float64(len(notes))*noteSize*1.32
		if need <= foot || try == 3 {
			foot = need
			break
		}
		foot = need
	}
	s := scene{width: width, height: most}
	if !d.size.Fixed {
		s.height = min(most, top+p.height+foot+edge)
	}
	y := edge
	for _, line := range titles {
		s.write(text{x: edge, y: y + titleSize*0.9, s: line, size: titleSize, bold: true, fill: d.colours.ink})
		y += titleSize * 1.25
	}
	s.write(text{x: edge, y: y + headSize*0.9, s: d.fonts.cut(cmp.Or(p.sub, d.subtitle()), headSize, inner, false), size: headSize, fill: d.colours.soft})
	start := len(s.items)
	if err := p.draw(&s, 0, 0); err != nil {
		return scene{}, nil, err
	}
	s.shift(start, edge, top)
	y = s.height - edge - foot + 6
	if d.size.Fixed {
		// What a fixed size leaves free stands between chart and legend, not above the chart.
		y = max(top+p.height+6, s.height-edge-foot+6)
	}
	y += d.flow(&s, p.legend, edge, y, inner) + 3
	for _, line := range notes {
		s.write(text{x: edge, y: y + noteSize*0.95, s: line, size: noteSize, fill: d.colours.soft})
		y += noteSize * 1.32
	}
	return s, p, nil
}

// shift moves the items from a place on.
func (s *scene) shift(from int, dx, dy float64) {
	for _, it := range s.items[from:] {
		if it.text != nil {
			it.text.x += dx
			it.text.y += dy
		}
		if it.path != nil {
			for i := range it.path.segments {
				g := &it.path.segments[i]
				g.x1, g.y1, g.x2, g.y2, g.x3, g.y3 = g.x1+dx, g.y1+dy, g.x2+dx, g.y2+dy, g.x3+dx, g.y3+dy
			}
		}
	}
}

// empty is the plan of a chart that has nothing to show.
func (d *drawing) empty(width float64) *plan {
	return &plan{height: 40, whole: true, draw: func(s *scene, x, y float64) error {
		s.draw(filled(d.colours.band).rect(0, 0, width, 36))
		s.write(text{x: width / 2, y: 21, s: d.words.none, size: headSize, fill: d.colours.soft, anchor: atMiddle})
		return nil
	}}
}

func (d *drawing) title() string {
	return cmp.Or(oneLine(strings.Join(strings.Fields(d.opt.Title), " ")), d.words.charts[d.opt.Chart])
}

// subtitle tells how many events, of what time.
func (d *drawing) subtitle() string {
	if span := d.span(); span != "" {
		return d.words.events(len(d.g.Events)) + ", " + span
	}
	return d.words.events(len(d.g.Events))
}

// span tells the time that the events cover, as exactly as their dates are known.
func (d *drawing) span() string {
	var first, last *graph.Event
	for i := range d.g.Events {
		e := &d.g.Events[i]
		if e.When.Earliest != edtf.Open && (first == nil || e.When.Earliest < first.When.Earliest) {
			first = e
		}
		if e.When.Latest != edtf.Open && (last == nil || e.When.Latest > last.When.Latest) {
			last = e
		}
	}
	if first == nil || last == nil {
		return ""
	}
	from, to := d.roughly(first.When.Earliest, first), d.roughly(last.When.Latest, last)
	if from == to {
		return from
	}
	return from + " – " + to
}

// roughly returns a bound of an event's date as a day, a month or a year.
func (d *drawing) roughly(day edtf.Day, e *graph.Event) string {
	w := e.When
	y, m, _ := day.Date()
	switch wide := int64(w.Latest) - int64(w.Earliest); {
	case w.Earliest == edtf.Open || w.Latest == edtf.Open || wide == 0:
		return d.dayWords(day)
	case wide <= 31:
		return d.words.months[m-1] + " " + d.words.year(y)
	}
	return d.words.year(y)
}

// note is the source note: caption, what the figure is made from, as of when,
// what was left out, how disputed events are marked.
func (d *drawing) note(p *plan) string {
	parts := []string{d.words.from(len(d.g.Events), d.accounts(), len(d.g.Documents))}
	if day := d.asOf(); day != "" {
		parts = append(parts, fmt.Sprintf(d.words.asOf, day))
	}
	if d.opt.Filter != "" {
		parts = append(parts, fmt.Sprintf(d.words.filter, d.opt.Filter))
	}
	s := capital(strings.Join(parts, "; ")) + "."
	if d.g.Sides != nil && d.g.Sides.Note != "" {
		s += " " + d.g.Sides.Note
	}
	for _, n := range p.notes {
		s += " " + capital(n)
		if !strings.HasSuffix(n, "…") {
			s += "."
		}
	}
	return s
}

// asOf is the last day of publication, in words.
func (d *drawing) asOf() string {
	last := edtf.Open
	for i := range d.g.Documents {
		day, _, _ := strings.Cut(d.g.Documents[i].Published, "T")
		if v, err := edtf.Parse(day); day != "" && err == nil {
			if _, end := v.Bounds(); end != edtf.Open && (last == edtf.Open || end > last) {
				last = end
			}
		}
	}
	if last == edtf.Open {
		return ""
	}
	return d.dayWords(last)
}

// dayWords writes a day as "4 October 2020".
func (d *drawing) dayWords(day edtf.Day) string {
	y, m, n := day.Date()
	return fmt.Sprintf("%d %s %s", n, d.words.months[m-1], d.words.year(y))
}

// fullDate tells a date in the figure's language, of English with the whole
// names of months.
func (d *drawing) fullDate(w events.When) string {
	if d.words == &english {
		return chart.DateWords(w)
	}
	return d.date(w)
}

// date tells a date in few words of the figure's language.
func (d *drawing) date(w events.When) string { return d.words.dates.Replace(chart.DateWords(w)) }

// claims tells how many documents and accounts an event has.
func (d *drawing) claims(e *graph.Event) string {
	s := d.words.claims(e.Documents, e.Accounts)
	if e.Modality != events.Happened {
		s = d.words.modality[e.Modality] + "; " + s
	}
	if e.Disputed() {
		s += "; " + d.words.disputed
	}
	return s
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
