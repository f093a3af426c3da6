package figure

import (
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// How a date, the number of accounts and the modality look: the same marks as
// on the page. Position and extent say when; the bracket or dash says how
// exactly; the fill says how many independent accounts; the shape says whether
// it is reported as having happened.

const (
	radius    = 2.7 // of a symbol
	openArrow = 16  // length of an end that is left open
	barHeight = 5
)

// mark is how one event is drawn.
type mark struct {
	date     chart.Mark
	modality events.Modality
	accounts int
	disputed bool
	hue      string
	open     struct{ from, to bool } // bounds that are missing
	hollow   bool
}

func markOf(e *graph.Event, hue string) mark {
	m := mark{date: chart.MarkOf(e.When), modality: e.Modality, accounts: e.Accounts, disputed: e.Disputed(), hue: hue}
	m.open.from, m.open.to = e.When.Earliest == edtf.Open, e.When.Latest == edtf.Open
	return m
}

// reach is where a mark lies, in points: from and to are the ends of what is
// drawn of its date, x its symbol, left and right all it covers.
type reach struct{ from, to, x, left, right float64 }

// at returns where the mark of w lies on axis a.
func (m *mark) at(w events.When, a *axis) reach {
	r := m.reach(w, a)
	if m.disputed {
		r.right += 2.6 // the notch
	}
	return r
}

func (m *mark) reach(w events.When, a *axis) reach {
	from, to := a.x(float64(w.Earliest)), a.x(float64(w.Latest)+1)
	switch {
	case m.open.from:
		r := reach{to - openArrow, to, to - openArrow/2, to - openArrow - 1, to + 1}
		if r.left < a.left { // no room before the axis: the arrow is shorter
			r.from, r.left = a.left, a.left
			r.x = max(r.from+radius+4, (r.from+to)/2)
		}
		return r
	case m.open.to:
		r := reach{from, from + openArrow, from + openArrow/2, from - 1, from + openArrow + 1}
		if r.right > a.right {
			r.to, r.right = a.right, a.right
			r.x = min(r.to-radius-4, (from+r.to)/2)
		}
		return r
	}
	switch m.date.Glyph {
	case chart.GlyphDay:
		x := (from + to) / 2
		return reach{x, x, x, x - radius - 1, x + radius + 1}
	case chart.GlyphSpan:
		to = max(to, from+2.5)
		return reach{from, to, (from + to) / 2, from - 1, to + 1}
	case chart.GlyphOneOf:
		one := a.x(float64(w.Earliest)+1) - from
		from, to = from+one/2, to-(to-a.x(float64(w.Latest)))/2
		return reach{from, to, (from + to) / 2, from - radius - 1, to + radius + 1}
	}
	x := (from + to) / 2
	return reach{from, to, x, min(from, x-radius) - 1, max(to, x+radius) + 1}
}

// drawMark draws a mark at height y.
func (s *scene) drawMark(m mark, r reach, y float64, c *colours) {
	var dash []float64
	if m.date.Approximate {
		dash = []float64{2, 1.4}
	}
	m.hollow = true
	switch g := m.date.Glyph; {
	case g == chart.GlyphSpan && !m.open.from && !m.open.to:
		s.bar(m, r, y, c)
		s.doubt(m, r.x, y, c)
		return
	case m.open.from || m.open.to:
		var dots []float64
		if g == chart.GlyphOrder {
			dots = []float64{0.8, 1.5}
		}
		s.arrow(r, y, m.hue, m.open.to, dots)
	case g == chart.GlyphDay:
		m.hollow = false
	case g == chart.GlyphOneOf:
		s.draw(stroked(m.hue, 0.8, 0.8, 1.5).line(r.from, y, r.to, y))
		for _, x := range []float64{r.from, r.to} {
			s.symbol(m, x, y, c)
		}
		s.doubt(m, r.x, y, c)
		return
	case g == chart.GlyphOrder:
		s.draw(stroked(m.hue, 0.8, 0.8, 1.5).line(r.from, y, r.to, y))
	default: // a bracket as wide as what is known
		s.draw(stroked(m.hue, 0.7, dash...).line(r.from, y, r.to, y))
		s.draw(stroked(m.hue, 0.7).line(r.from, y-2.2, r.from, y+2.2).line(r.to, y-2.2, r.to, y+2.2))
	}
	s.symbol(m, r.x, y, c)
	s.doubt(m, r.x, y, c)
}

// doubt sets a question mark over what the source calls uncertain.
func (s *scene) doubt(m mark, x, y float64, c *colours) {
	if m.date.Uncertain {
		s.write(text{x: x, y: y - radius - 0.8, s: "?", size: 6, bold: true, fill: c.ink, anchor: atMiddle, halo: c.paper, over: true})
	}
}

// symbol draws a disc for what is reported as having happened, a diamond with
// a sign for everything else.
func (s *scene) symbol(m mark, x, y float64, c *colours) {
	outline := stroked(m.hue, 0.9)
	if m.date.Approximate {
		outline.dash = []float64{1.3, 1}
	}
	if m.modality == events.Happened {
		s.draw(filled(c.paper).circle(x, y, radius))
		inner := radius
		if m.hollow {
			inner = radius - 1.15
		}
		switch {
		case m.accounts >= 3:
			s.draw(filled(m.hue).circle(x, y, inner))
		default:
			if !m.hollow {
				s.draw(filled(tint(m.hue, 0.3)).circle(x, y, radius))
			}
			if m.accounts == 2 {
				s.draw(filled(m.hue).half(x, y, inner))
			}
		}
		s.draw(outline.circle(x, y, radius))
	} else {
		r := radius + 0.9
		s.draw(filled(c.paper).polygon(x, y-r, x+r, y, x, y+r, x-r, y))
		s.draw(outline.polygon(x, y-r, x+r, y, x, y+r, x-r, y))
		s.sign(m, x, y)
	}
	if m.disputed {
		s.notch(x+radius, y-radius, c)
	}
}

// sign draws in a diamond what sort of claim it is.
func (s *scene) sign(m mark, x, y float64) {
	const a = 1.25
	p := stroked(m.hue, 0.8)
	switch m.modality {
	case events.Denied:
		p.line(x-a, y-a, x+a, y+a).line(x-a, y+a, x+a, y-a)
	case events.Negated:
		p.line(x-a-0.4, y, x+a+0.4, y)
	case events.Demanded:
		p.line(x, y-a-0.4, x, y+a+0.4)
	case events.Planned:
		p.move(x-a+0.4, y-a).to(x+a-0.1, y).to(x-a+0.4, y+a)
	case events.Hypothetical:
		p = filled(m.hue).circle(x, y, 0.8)
	default: // alleged
		for _, o := range []float64{-1.3, 0, 1.3} {
			p.line(x-1+o, y+1, x+1+o, y-1)
		}
	}
	s.draw(p)
}

// notch is the sign that accounts contradict each other.
func (s *scene) notch(x, y float64, c *colours) {
	xy := []float64{x - 0.6, y - 2.2, x + 2.6, y - 2.2, x + 2.6, y + 1}
	s.draw(stroked(c.paper, 1.2).polygon(xy...))
	s.draw(filled(c.ink).polygon(xy...))
}

// bar draws what lasted from one day to another, with square ends.
func (s *scene) bar(m mark, r reach, y float64, c *colours) {
	w, top := r.to-r.from, y-barHeight/2.0
	s.draw(filled(c.paper).rect(r.from, top, w, barHeight))
	switch {
	case m.modality != events.Happened:
		s.draw(stroked(m.hue, 0.6).hatch(r.from, top, w, barHeight, 2.6))
	case m.accounts >= 3:
		s.draw(filled(m.hue).rect(r.from, top, w, barHeight))
	default:
		s.draw(filled(tint(m.hue, 0.3)).rect(r.from, top, w, barHeight))
		if m.accounts == 2 {
			s.draw(filled(m.hue).rect(r.from, y, w, barHeight/2.0))
		}
	}
	outline := stroked(m.hue, 0.8)
	if m.date.Approximate {
		outline.dash = []float64{2, 1.4}
	}
	s.draw(outline.rect(r.from, top, w, barHeight))
	if m.disputed {
		s.notch(r.to-2, top, c)
	}
}

// arrow draws an end that the source leaves open.
func (s *scene) arrow(r reach, y float64, hue string, forward bool, dash []float64) {
	base, tip, d := r.to, r.from, 2.4
	if forward {
		base, tip, d = r.from, r.to, -2.4
	}
	s.draw(stroked(hue, 0.8, dash...).line(base, y, tip, y))
	s.draw(stroked(hue, 0.9).line(base, y-2.6, base, y+2.6).move(tip+d, y-2).to(tip, y).to(tip+d, y+2))
}
