package figure

import (
	"fmt"
	"strings"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// eChart plans a chart whose option package chart makes and ECharts draws.
// notes says what the chart leaves out; legend how to read it.
func eChart(build func(*graph.Graph, chart.Look) (*chart.Print, error), explain func(d *drawing, p *chart.Print) ([]sample, []string)) func(*drawing, float64, float64) (*plan, error) {
	return func(d *drawing, width, height float64) (*plan, error) {
		look := chart.Look{
			Width: width, Height: height, Ink: d.colours.ink, Soft: d.colours.soft, Line: d.colours.line, Paper: d.colours.paper, Hues: d.colours.hues,
			Letters: labelSize, Font: family, Measure: d.fonts.width, Cut: d.fonts.cut, Wrap: d.fonts.wrap,
			Date: d.date, Months: d.words.shortMonths, Days: d.words.days, Words: d.words.terms,
		}
		p, err := build(d.g, look)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.opt.Chart, err)
		}
		if p.Drawn == 0 {
			return d.empty(width), nil
		}
		out := &plan{height: p.Height, whole: p.Left == 0, sub: d.words.shown[d.opt.Chart](p.Drawn, len(d.g.Events))}
		if span := d.span(); span != "" {
			out.sub += ", " + span
		}
		out.legend, out.notes = explain(d, p)
		out.draw = func(s *scene, x, y float64) error {
			e, err := d.echarts()
			if err != nil {
				return err
			}
			if err := e.add(s, p.Option, d.words, x, y, width, p.Height, p.Maps); err != nil {
				return err
			}
			for _, l := range p.Labels {
				s.write(labelText(&l, x, y))
			}
			return nil
		}
		return out, nil
	}
}

// labelText is a label of a chart at x, y. Letters stand on their line, and a
// turned line has its middle where the label says.
func labelText(l *chart.Label, x, y float64) text {
	t := text{x: x + l.X, y: y + l.Y + labelSize*ascent, s: l.Text, size: labelSize, bold: l.Bold, fill: l.Fill, halo: l.Halo, turned: l.Turned}
	if l.Turned {
		t.x, t.y = x+l.X+0.36*labelSize, y+l.Y
	}
	return t
}

// echarts is the engine of this figure, started when it is first needed.
func (d *drawing) echarts() (*engine, error) {
	if d.engine == nil {
		e, err := newEngine(d.fonts)
		if err != nil {
			return nil, err
		}
		d.engine = e
	}
	return d.engine, nil
}

// shape is a legend's sample that is one path.
func shape(width float64, words string, draw func(s *scene, x, y float64)) sample {
	return sample{width: width, draw: draw, words: words}
}

// only returns the samples of what a chart has: each stands behind the name of
// its sort.
func only(p *chart.Print, sorts []string, samples []sample) []sample {
	var out []sample
	for i, s := range samples {
		if p.Has[sorts[i]] {
			out = append(out, s)
		}
	}
	return out
}

func explainTotals(d *drawing, p *chart.Print) ([]sample, []string) {
	hue, c := d.colours.hues[0], d.colours
	legend := only(p, []string{chart.HasExact, chart.HasLeast, chart.HasJoined}, []sample{
		shape(6, d.words.totalExact, func(s *scene, x, y float64) { s.draw(filled(hue).circle(x+3, y, 2.3)) }),
		shape(6, d.words.totalLeast, func(s *scene, x, y float64) {
			t := []float64{x + 3, y - 2.6, x + 5.6, y + 2.6, x + 0.4, y + 2.6}
			s.draw(filled(c.paper).polygon(t...))
			s.draw(stroked(hue, 0.9).polygon(t...))
		}),
		shape(12, d.words.totalLine, func(s *scene, x, y float64) {
			s.draw(stroked(c.soft, 0.8).move(x, y+2).to(x+6, y+2).to(x+6, y-2).to(x+12, y-2))
		}),
	})
	var notes []string
	notes = append(notes, d.words.totalNote)
	if p.Once > 0 {
		notes = append(notes, d.words.totalsOnce(p.Once))
	}
	if p.Left > 0 {
		notes = append(notes, d.words.totalsLeft(p.Left))
	}
	if p.Vague > 0 {
		notes = append(notes, d.words.totalsVague(p.Vague))
	}
	return legend, notes
}

func explainNetwork(d *drawing, p *chart.Print) ([]sample, []string) {
	hue, c := d.colours.hues[0], d.colours
	legend := only(p, []string{chart.HasArrows, chart.HasNear, chart.HasOne, chart.HasSeveral, chart.HasOther}, []sample{
		shape(16, d.words.linkStated, func(s *scene, x, y float64) {
			s.draw(stroked(c.ink, 0.9).line(x, y, x+12, y))
			s.draw(filled(c.ink).polygon(x+11, y-2.2, x+16, y, x+11, y+2.2))
		}),
		shape(16, d.words.linkDerived, func(s *scene, x, y float64) { s.draw(stroked(c.soft, 0.7, 1.5, 1.5).line(x, y, x+16, y)) }),
		shape(7, d.words.accounts[0], func(s *scene, x, y float64) { s.draw(stroked(hue, 1).circle(x+3.5, y, 2.8)) }),
		shape(7, d.words.severalAccounts, func(s *scene, x, y float64) { s.draw(filled(hue).circle(x+3.5, y, 3)) }),
		shape(7, d.words.stripOther, func(s *scene, x, y float64) {
			s.draw(stroked(hue, 1).polygon(x+3.5, y-3.4, x+6.9, y, x+3.5, y+3.4, x+0.1, y))
		}),
	})
	notes := []string{d.words.networkNote}
	if p.Left > 0 {
		notes = append(notes, d.words.networkLeft(p.Left))
	}
	return legend, notes
}

func explainCoverage(d *drawing, p *chart.Print) ([]sample, []string) {
	hue, c := d.colours.hues[0], d.colours
	legend := only(p, []string{chart.HasOwn, chart.HasCopy, chart.HasSilence}, []sample{
		shape(7, d.words.ownReport, func(s *scene, x, y float64) { s.draw(filled(hue).circle(x+3.5, y, 3)) }),
		shape(7, d.words.copyOnly, func(s *scene, x, y float64) { s.draw(stroked(hue, 1).circle(x+3.5, y, 2.5)) }),
		shape(7, d.words.silent, func(s *scene, x, y float64) { s.draw(stroked(c.soft, 1).line(x+1, y, x+6, y)) }),
	})
	notes := []string{d.words.silenceNote}
	if p.Left > 0 {
		notes = append(notes, d.words.weightiest(p.Drawn, p.Drawn+p.Left))
	}
	if p.Vague > 0 {
		notes = append(notes, d.words.outletsLeft(p.Vague))
	}
	return legend, notes
}

func explainCalendar(d *drawing, p *chart.Print) ([]sample, []string) {
	look := chart.Look{Hues: d.colours.hues}
	var legend []sample
	for k := range chart.CalendarSteps {
		from, to := chart.CalendarRange(k, p.Most)
		if from > to || from > p.Most {
			continue
		}
		words := group1000(from)
		if to > from {
			words += "–" + group1000(to)
		}
		if len(legend) == 0 && from == to && p.Most > from || p.Most == from && len(legend) == 0 {
			words = d.words.events(from)
		}
		legend = append(legend, shape(8, words, func(s *scene, x, y float64) {
			s.draw(filled(chart.CalendarTint(&look, k)).rect(x, y-4, 8, 8))
		}))
	}
	notes := []string{d.words.calendarNote(p.Vague)}
	if p.Left > 0 {
		notes = append(notes, d.words.calendarLeft(p.Left))
	}
	return legend, notes
}

func explainMap(d *drawing, p *chart.Print) ([]sample, []string) {
	hue, c := d.colours.hues[0], d.colours
	var legend []sample
	last := 0
	for _, n := range []int{1, (p.Most + 3) / 4, p.Most} {
		if n == last {
			continue
		}
		r := chart.SiteRadius(n, p.Most)
		words := group1000(n)
		if last == 0 {
			words = d.words.events(n)
		}
		last = n
		l := shape(2*r, words, func(s *scene, x, y float64) {
			s.draw(filled(hue).circle(x+r, y, r))
			s.draw(stroked(c.paper, 0.7).circle(x+r, y, r))
		})
		l.high = 2 * r
		legend = append(legend, l)
	}
	legend = append(legend, shape(8, d.words.wholeRegion, func(s *scene, x, y float64) { s.draw(stroked(hue, 0.9, 2, 1.5).circle(x+4, y, 3.5)) }))
	notes := []string{d.words.bordersNote}
	if p.Vague > 0 {
		notes = append(notes, d.words.mapVague(p.Vague))
	}
	if p.Left > 0 {
		const most = 5
		names := strings.Join(p.Outside[:min(len(p.Outside), most)], ", ")
		if len(p.Outside) > most {
			names += " …"
		}
		notes = append(notes, d.words.mapLeft(p.Left)+": "+names)
	}
	return legend, notes
}

func explainDisagreements(d *drawing, p *chart.Print) ([]sample, []string) {
	hue, c := d.colours.hues[0], d.colours
	legend := only(p, []string{chart.HasCounts, chart.HasRevision, chart.HasBars}, []sample{
		shape(12, d.words.contestCount, func(s *scene, x, y float64) {
			s.draw(stroked(c.soft, 1).line(x, y, x+12, y))
			s.draw(filled(hue).circle(x+2, y, 2.2))
			s.draw(filled(hue).circle(x+10, y, 3))
		}),
		shape(7, d.words.contestRevision, func(s *scene, x, y float64) {
			s.draw(filled(c.paper).circle(x+3.5, y, 2.6))
			s.draw(stroked(hue, 1).circle(x+3.5, y, 2.6))
		}),
		shape(16, d.words.contestBar, func(s *scene, x, y float64) {
			s.draw(filled(c.line).rect(x, y-3.5, 10, 7))
			s.draw(stroked(c.soft, 0.6).rect(x, y-3.5, 16, 7).line(x+10, y-3.5, x+10, y+3.5))
		}),
	})
	notes := []string{d.words.contestNote}
	if p.Left > 0 {
		notes = append(notes, d.words.contestsLeft(p.Left))
	}
	return legend, notes
}
