package figure

import (
	"slices"

	"github.com/dateline-project/dateline/events"
)

// timelineDrawing draws a planned timeline; its origin is the upper left of
// the chart.
type timelineDrawing struct {
	*drawing
	s     *scene
	a     *axis
	width float64
	thin  bool
	row   float64
}

func (t *timelineDrawing) draw(rows []laid, sum float64) {
	y := axisHeight
	for i := range rows {
		h := rows[i].height(t.row, t.thin)
		if i%2 == 0 {
			t.s.draw(filled(t.colours.band).rect(0, y, t.width, h))
		}
		y += h
	}
	t.axis(axisHeight, axisHeight+sum)
	y = axisHeight
	for i := range rows {
		ground := t.colours.paper
		if i%2 == 0 {
			ground = t.colours.band
		}
		t.head(&rows[i], y, ground)
		t.lane(&rows[i], y, ground)
		y += rows[i].height(t.row, t.thin)
	}
}

// axis draws ticks, grid and breaks from top to bottom.
func (t *timelineDrawing) axis(top, bottom float64) {
	c := t.colours
	t.s.open("axis", "")
	defer t.s.close()
	grid, strong := stroked(c.line, 0.5), stroked(c.edge, 0.5)
	end, pending := -1e9, ""
	for _, k := range t.a.ticks(t.fonts, t.words) {
		grid.line(k.x, top, k.x, bottom)
		strong.line(k.x, top-3, k.x, top)
		w := t.fonts.width(k.label, labelSize, false)
		x := min(max(k.x, t.a.left+w/2-3), t.width-w/2)
		if k.below == "" {
			k.below = pending
		}
		pending = ""
		if x-w/2 < end+3 {
			pending = k.below
			continue
		}
		end = x + w/2
		t.s.write(text{x: x, y: top - 4.6, s: k.label, size: labelSize, fill: c.ink, anchor: atMiddle})
		if k.below != "" {
			b := t.fonts.width(k.below, labelSize, true)
			t.s.write(text{x: min(max(k.x, t.a.left+b/2-3), t.width-b/2), y: top - 13.2, s: k.below, size: labelSize, bold: true, fill: c.ink, anchor: atMiddle})
		}
	}
	t.s.draw(grid)
	t.s.draw(strong)
	for i, s := range t.a.stretches {
		t.s.draw(stroked(c.edge, 0.7).line(s.left, top, s.right, top))
		if i > 0 {
			t.gap(t.a.stretches[i-1].right, s.left, top, bottom)
		} else if s.left > t.a.left+1 {
			t.gap(t.a.left, s.left, top, bottom)
		}
	}
	if last := t.a.stretches[len(t.a.stretches)-1]; last.right < t.a.right-1 {
		t.gap(last.right, t.a.right, top, bottom)
	}
}

// gap draws a break of the axis: a white band with a sign on the axis.
func (t *timelineDrawing) gap(left, right, top, bottom float64) {
	t.s.draw(filled(t.colours.paper).rect(left+2, top-1, right-left-4, bottom-top+1))
	t.s.draw(stroked(t.colours.edge, 0.5, 0.7, 2).line(left+2, top, left+2, bottom).line(right-2, top, right-2, bottom))
	m := (left + right) / 2
	t.s.draw(stroked(t.colours.ink, 0.8).line(m-2.6, top+3, m-0.2, top-3).line(m+0.2, top+3, m+2.6, top-3))
}

// head writes the lane's name and counts.
func (t *timelineDrawing) head(l *laid, y float64, ground string) {
	c := t.colours
	h := l.height(t.row, t.thin)
	bar := filled(l.hue)
	if l.broken {
		for k := 1.5; k < h-1.5; k += 4 {
			bar.rect(0, y+k, 1.6, min(2, h-1.5-k))
		}
	} else {
		bar.rect(0, y+1.5, 1.6, h-3)
	}
	t.s.draw(bar)
	bars := ""
	if l.strip != nil {
		bars = l.strip.words(t.drawing)
	}
	count := group1000(len(l.events))
	x, at := 6.0, y+lanePad+headSize*0.85
	if t.thin {
		at = y + 9.2
	}
	if t.thin { // grid lines stop where the name is
		w := x + t.fonts.width(l.head[0]+" ", headSize, true) + t.fonts.width(count+" ", headSize, false) + 4
		if bars != "" {
			w += t.fonts.width(bars, noteSize, false) + 6
		}
		t.s.draw(filled(ground).rect(2, y+2, min(w, t.width-2)-2, 9))
	}
	for i, line := range l.head {
		t.s.write(text{x: x, y: at, s: line, size: headSize, bold: true, fill: c.ink})
		if i == len(l.head)-1 {
			end := x + t.fonts.width(line+" ", headSize, true) + 1
			t.s.write(text{x: end, y: at, s: count, size: headSize, fill: c.soft})
			if t.thin && bars != "" {
				end += t.fonts.width(count, headSize, false) + 8
				t.s.write(text{x: end, y: at, s: t.fonts.cut(bars, noteSize, t.width-end-2, false), size: noteSize, fill: c.soft})
			}
		}
		at += headSize * 1.25
	}
	if !t.thin && bars != "" {
		// Beside the bars, at the foot of the lane.
		t.s.write(text{x: t.a.left - 4, y: y + h - lanePad - 1, s: t.fonts.cut(bars, noteSize, t.a.left-12, false), size: noteSize, fill: c.soft, anchor: atEnd})
	}
}

func (t *timelineDrawing) lane(l *laid, y float64, ground string) {
	c := t.colours
	bottom := y + l.height(t.row, t.thin)
	y += lanePad
	if t.thin {
		y += headHeight
	}
	// Grid lines stop where a label is.
	under := filled(ground)
	for _, p := range l.placed {
		w := t.fonts.width(p.label, labelSize, false)
		under.rect(p.labelX-1, y+(float64(p.row)+0.5)*t.row-4.2, w+2, 8.4)
	}
	t.s.draw(under)
	// In the order of time, so that a reader of the file meets them so.
	order := slices.Clone(l.placed)
	slices.SortStableFunc(order, func(a, b placed) int { return a.n - b.n })
	for _, p := range order {
		e, m := l.events[p.n], l.marks[p.n]
		at := y + (float64(p.row)+0.5)*t.row
		t.s.open("event", oneLine(e.Label)+". "+t.fullDate(e.When)+". "+t.claims(e)+".")
		t.s.drawMark(m, p.at, at, c)
		fill := c.ink
		if e.Modality != events.Happened {
			fill = c.soft
		}
		if p.inside {
			w := t.fonts.width(p.label, labelSize, false)
			t.s.draw(filled(ground).rect(p.labelX-1, at-4.2, w+2, 8.4))
		}
		t.s.write(text{x: p.labelX, y: at + 2.5, s: p.label, size: labelSize, fill: fill})
		t.s.close()
	}
	if l.strip != nil {
		t.strip(l, bottom-lanePad-stripHeight, ground)
	}
}
