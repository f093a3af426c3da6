package figure

import (
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// sample is an entry of a legend: a drawing of a width, about a height y, and
// what it means. A head has no drawing.
type sample struct {
	width float64
	high  float64 // of the drawing, 0 for that of a line of text
	draw  func(s *scene, x, y float64)
	words string
}

// markLegend explains the marks that are drawn, and no others.
func (d *drawing) markLegend(rows []laid) []sample {
	var glyphs [8]bool
	var accounts [3]bool
	modalities := map[events.Modality]bool{}
	var after, before, approximate, uncertain, disputed, bars, binOther, binDisputed bool
	for i := range rows {
		for _, p := range rows[i].placed {
			m := rows[i].marks[p.n]
			switch {
			case m.date.Glyph == chart.GlyphOrder:
				glyphs[chart.GlyphOrder] = true
			case m.open.to:
				after = true
			case m.open.from:
				before = true
			default:
				glyphs[m.date.Glyph] = true
			}
			approximate = approximate || m.date.Approximate
			uncertain = uncertain || m.date.Uncertain
			disputed = disputed || m.disputed
			modalities[m.modality] = true
			if m.modality == events.Happened {
				accounts[min(2, max(0, m.accounts-1))] = true
			}
		}
		if s := rows[i].strip; s != nil {
			bars = true
			for _, b := range s.bins {
				binOther, binDisputed = binOther || b.happened < b.n, binDisputed || b.disputed > 0
			}
		}
	}
	hue := d.colours.ink
	c := d.colours
	w := d.words
	var out []sample
	add := func(want bool, width float64, words string, m mark, r reach) {
		if want {
			m.hue = hue
			out = append(out, sample{width: width, draw: func(s *scene, x, y float64) {
				at := reach{r.from + x, r.to + x, r.x + x, r.left + x, r.right + x}
				s.drawMark(m, at, y, c)
			}, words: words})
		}
	}
	dot, wide := reach{4, 4, 4, 1, 7}, reach{1, 19, 10, 0, 20}
	of := func(g chart.Glyph) mark {
		return mark{date: chart.Mark{Glyph: g}, modality: events.Happened, accounts: 1}
	}
	open := func(from, to bool) mark {
		m := of(chart.GlyphAfter)
		m.open.from, m.open.to = from, to
		return m
	}
	several := accounts[1] || accounts[2]
	day := w.day
	if several {
		day += ", " + w.accounts[0]
	}
	add(glyphs[chart.GlyphDay] || several, 8, day, of(chart.GlyphDay), dot)
	add(glyphs[chart.GlyphBracket], 20, w.bracket, of(chart.GlyphBracket), wide)
	add(glyphs[chart.GlyphSpan], 20, w.span, of(chart.GlyphSpan), wide)
	add(after, 20, w.after, open(false, true), wide)
	add(before, 20, w.before, open(true, false), wide)
	add(glyphs[chart.GlyphOneOf], 20, w.oneOf, of(chart.GlyphOneOf), reach{4, 16, 10, 0, 20})
	add(glyphs[chart.GlyphOrder], 20, w.order, of(chart.GlyphOrder), wide)
	approx := of(chart.GlyphDay)
	approx.date.Approximate = true
	add(approximate, 8, w.approximate, approx, dot)
	doubt := of(chart.GlyphDay)
	doubt.date.Uncertain = true
	add(uncertain, 8, w.doubt, doubt, dot)
	for i := 1; i < len(accounts); i++ {
		m := of(chart.GlyphDay)
		m.accounts = i + 1
		add(accounts[i], 8, w.accounts[i], m, dot)
	}
	m := of(chart.GlyphDay)
	m.disputed = true
	add(disputed, 9, w.disputed, m, dot)
	for _, x := range events.Modalities[1:] {
		m := of(chart.GlyphDay)
		m.modality = x
		add(modalities[x], 8, w.modality[x], m, dot)
	}
	bin := func(want bool, words string, draw func(s *scene, x, y float64)) {
		if want {
			out = append(out, sample{width: 5, draw: draw, words: words})
		}
	}
	bin(bars, w.strip, func(s *scene, x, y float64) { s.draw(filled(hue).rect(x+0.5, y-3, 3.5, 6.5)) })
	bin(binOther, w.stripOther, func(s *scene, x, y float64) { s.draw(stroked(hue, 0.5).rect(x+0.7, y-2.8, 3.2, 6.2)) })
	bin(binDisputed, w.stripDisputed, func(s *scene, x, y float64) {
		s.draw(filled(hue).rect(x+0.5, y-3, 3.5, 6.5))
		s.draw(stroked(c.paper, 0.6).hatch(x+0.5, y-3, 3.5, 6.5, 2))
	})
	return out
}

const (
	legendLine = 10.6
	sampleGap  = 11.0
)

// flow sets the entries of a legend in lines of a width and returns how high
// they are; s may be nil, to measure.
func (d *drawing) flow(s *scene, list []sample, x, y, width float64) float64 {
	if len(list) == 0 {
		return 0
	}
	at, line, high := x, 0, legendLine
	for _, l := range list {
		high = max(high, l.high+2)
	}
	for _, l := range list {
		words := d.fonts.width(l.words, labelSize, false)
		need := l.width + 3.5 + words
		if at > x && at+need > x+width {
			at, line = x, line+1
		}
		if s != nil {
			base := y + (float64(line)+0.5)*high
			s.open("legend", "")
			l.draw(s, at, base)
			s.write(text{x: at + l.width + 3.5, y: base + 2.5, s: d.fonts.cut(l.words, labelSize, width-l.width-3.5, false), size: labelSize, fill: d.colours.ink})
			s.close()
		}
		at += need + sampleGap
	}
	return float64(line+1) * high
}

// isDated reports whether an event has a date or a bound, and so is drawn on an axis of time.
func isDated(e *graph.Event) bool { return e.When.Earliest != edtf.Open || e.When.Latest != edtf.Open }
