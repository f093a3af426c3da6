package figure

import "math"

// A scene is a drawing in points (1/72 inch), y downwards, its items in the
// order in which they are drawn. Each output format is written from it.
type scene struct {
	width, height float64
	items         []item
}

// item is one of: a path, a text, the start of a group, the end of one.
type item struct {
	path  *path
	text  *text
	group *group
	end   bool
}

// group holds what belongs together; title says what it shows, for readers of
// the SVG who point at it or have it read to them.
type group struct{ class, title string }

// path is a shape with a fill, a stroke, or both; a colour is "#rrggbb", ""
// for none.
type path struct {
	segments     []segment
	fill, stroke string
	width        float64
	dash         []float64
}

// segment is a move, line, cubic curve or the closing of a shape; points it
// does not need are zero.
type segment struct {
	op                     byte // 'M', 'L', 'C', 'Z'
	x1, y1, x2, y2, x3, y3 float64
}

// Anchors of a text: which part of it stands at x.
const (
	atStart = iota
	atMiddle
	atEnd
)

// text is one line of text. y is that of the baseline.
type text struct {
	x, y   float64
	s      string
	size   float64
	bold   bool
	fill   string
	anchor int
	halo   string // colour of an outline that keeps the text readable over lines, "" for none
	turned bool   // a quarter turn anticlockwise about x, y
	over   bool   // may lie over other texts: false but for a letter in a mark
}

func (s *scene) open(class, title string) {
	s.items = append(s.items, item{group: &group{class, title}})
}
func (s *scene) close() { s.items = append(s.items, item{end: true}) }

func (s *scene) write(t text) {
	if t.s = oneLine(t.s); t.s != "" {
		s.items = append(s.items, item{text: &t})
	}
}

func (s *scene) draw(p *path) {
	if len(p.segments) > 0 && (p.fill != "" || p.stroke != "") {
		s.items = append(s.items, item{path: p})
	}
}

func filled(colour string) *path { return &path{fill: colour} }
func stroked(colour string, width float64, dash ...float64) *path {
	return &path{stroke: colour, width: width, dash: dash}
}

func (p *path) move(x, y float64) *path {
	p.segments = append(p.segments, segment{op: 'M', x1: x, y1: y})
	return p
}
func (p *path) to(x, y float64) *path {
	p.segments = append(p.segments, segment{op: 'L', x1: x, y1: y})
	return p
}
func (p *path) curve(x1, y1, x2, y2, x3, y3 float64) *path {
	p.segments = append(p.segments, segment{'C', x1, y1, x2, y2, x3, y3})
	return p
}
func (p *path) shut() *path {
	p.segments = append(p.segments, segment{op: 'Z'})
	return p
}
func (p *path) line(x1, y1, x2, y2 float64) *path { return p.move(x1, y1).to(x2, y2) }

func (p *path) polygon(xy ...float64) *path {
	p.move(xy[0], xy[1])
	for i := 2; i < len(xy); i += 2 {
		p.to(xy[i], xy[i+1])
	}
	return p.shut()
}

func (p *path) rect(x, y, w, h float64) *path { return p.polygon(x, y, x+w, y, x+w, y+h, x, y+h) }

// kappa is the length of the handles of a quarter circle of radius 1 as a cubic curve.
const kappa = 0.5522847498

func (p *path) circle(x, y, r float64) *path {
	k := kappa * r
	return p.move(x+r, y).
		curve(x+r, y+k, x+k, y+r, x, y+r).curve(x-k, y+r, x-r, y+k, x-r, y).
		curve(x-r, y-k, x-k, y-r, x, y-r).curve(x+k, y-r, x+r, y-k, x+r, y).shut()
}

// half is the lower half of a disc.
func (p *path) half(x, y, r float64) *path {
	k := kappa * r
	return p.move(x+r, y).curve(x+r, y+k, x+k, y+r, x, y+r).curve(x-k, y+r, x-r, y+k, x-r, y).shut()
}

// hatch is diagonal lines within a rectangle, a step apart.
func (p *path) hatch(x, y, w, h, step float64) *path {
	for s := step / 2; s < w+h; s += step {
		x0, y0 := x, y+s
		if s > h {
			x0, y0 = x+s-h, y+h
		}
		x1, y1 := x+s, y
		if s > w {
			x1, y1 = x+w, y+s-w
		}
		p.line(x0, y0, x1, y1)
	}
	return p
}

// box is a rectangle by its edges.
type box struct{ left, top, right, bottom float64 }

func (a box) meets(b box) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

// Parts of a line of text above and below its baseline, in sizes of the font.
const (
	ascent  = 0.76
	descent = 0.22
)

// extent is the rectangle that t covers.
func (t *text) extent(f *fonts) box {
	w := f.width(t.s, t.size, t.bold)
	if t.turned {
		b := box{t.x - ascent*t.size, t.y - w, t.x + descent*t.size, t.y}
		if t.anchor == atMiddle {
			b.top, b.bottom = b.top+w/2, b.bottom+w/2
		} else if t.anchor == atEnd {
			b.top, b.bottom = b.top+w, b.bottom+w
		}
		return b
	}
	b := box{t.x, t.y - ascent*t.size, t.x + w, t.y + descent*t.size}
	switch t.anchor {
	case atMiddle:
		b.left, b.right = b.left-w/2, b.right-w/2
	case atEnd:
		b.left, b.right = b.left-w, b.right-w
	}
	return b
}

// round2 rounds to hundredths of a point, a 1/7200 inch.
func round2(v float64) float64 {
	v = math.Round(v*100) / 100
	if v == 0 {
		return 0 // no negative zero
	}
	return v
}
