package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// total is one dated point of a series of running totals.
type total struct {
	first, last edtf.Day
	low         int64
	high        *int64
	family      string
}

func (t *total) day() float64 { return (float64(t.first) + float64(t.last) + 1) / 2 }

// panel is one series, drawn on axes of its own.
type panel struct {
	name   string
	points []total
}

const (
	panelWidth   = 150.0 // points, at least
	panelHeight  = 78.0  // at least
	highestPanel = 140.0
	panelShape   = 2.0 // width by height, if that can be chosen
)

// Totals is the option of running totals: a small chart for each series, over
// the same time. Drawn counts statements, Left those of series without room,
// Vague those without a date, Once the series of a single number, which are
// drawn only where no series has more. A filled mark is an exact number, a triangle "at
// least" so many, a line with two ends a range; a line joins what one account
// says over time.
func Totals(g *graph.Graph, look Look) (*Print, error) {
	panels, vague := totalPanels(g, &look)
	p := &Print{Vague: vague, Has: map[string]bool{}}
	if n := slices.IndexFunc(panels, func(x panel) bool { return x.numbers() == 1 }); n > 0 {
		p.Once = len(panels) - n
		panels = panels[:n]
	}
	if len(panels) == 0 {
		return p, nil
	}
	columns, rows := look.panelGrid(len(panels))
	if most := columns * rows; len(panels) > most {
		for _, x := range panels[most:] {
			p.Left += len(x.points)
		}
		panels = panels[:most]
	}
	high := min(look.Height/float64(rows), highestPanel)
	p.Height = high * float64(rows)
	wide := look.Width / float64(columns)
	var grids, xs, ys, series []object
	for i, x := range panels {
		left, top := wide*float64(i%columns), high*float64(i/columns)
		first, last, most := x.points[0].first, x.points[0].last, int64(1)
		for _, t := range x.points {
			first, last, most = min(first, t.first), max(last, t.last), max(most, t.low)
			if t.high != nil {
				most = max(most, *t.high)
			}
		}
		span := ", " + years(first, last)
		pad := max(2, (last-first)/10)
		first, last = first-pad, last+pad
		step := niceStep(float64(most) / 2)
		axisTop := step * math.Ceil(float64(most)*1.02/step)
		labels := look.Measure(thousands(int64(axisTop)), look.Letters, false)
		inner := area{left + labels + 7, top + 2.6*look.Letters, left + wide - 12, top + high - 2.4*look.Letters}
		grids = append(grids, object{"left": inner.left, "top": inner.top, "width": inner.right - inner.left, "height": inner.bottom - inner.top})
		axis := look.timeAxis(i, first, last, max(2, int((inner.right-inner.left)/45)))
		xs = append(xs, axis)
		ys = append(ys, object{
			"type": "value", "gridIndex": i, "min": 0, "max": axisTop, "interval": step, "axisLabel": look.label(object{"margin": 4}),
			"axisLine": object{"show": false}, "axisTick": object{"show": false}, "splitLine": object{"lineStyle": object{"color": look.Line, "width": 0.5}},
		})
		name := look.Cut(x.name, look.Letters, wide-8-look.Measure(span, look.Letters, true), true)
		p.write(left, top+1, name+span, true, look.Ink)
		at := func(t *total, v int64) (float64, float64) {
			return inner.left + (inner.right-inner.left)*(t.day()-float64(first))/float64(last+1-first), inner.bottom - (inner.bottom-inner.top)*float64(v)/axisTop
		}
		series = append(series, x.series(i, &look, p.Has)...)
		place := placer{look: &look, in: area{inner.left, top + look.Letters + 2, left + wide, inner.bottom}}
		for k := range x.points {
			px, py := at(&x.points[k], x.points[k].low)
			place.take(area{px - 3, py - 3, px + 3, py + 3})
		}
		order := make([]int, len(x.points))
		for k := range order {
			order[k] = k
		}
		// The last word first.
		slices.SortStableFunc(order, func(a, b int) int {
			return cmp.Or(cmp.Compare(x.points[b].last, x.points[a].last), cmp.Compare(x.points[b].low, x.points[a].low))
		})
		written := map[string]bool{}
		for _, k := range order {
			t := &x.points[k]
			s := t.words()
			key := s + t.first.String()
			if written[key] {
				continue
			}
			px, py := at(t, t.low)
			if lx, ly, ok := place.near(px, py, 3, s, false); ok {
				written[key] = true
				p.writeOver(&look, lx, ly, s)
			}
		}
		p.Drawn += len(x.points)
	}
	var err error
	p.Option, err = printOption(blank(), &look, object{"grid": grids, "xAxis": xs, "yAxis": ys, "series": series})
	return p, err
}

// panelGrid arranges n panels in columns and rows: so that as many as possible
// find room, and then so that they are about twice as wide as high.
func (look *Look) panelGrid(n int) (columns, rows int) {
	most := max(1, int(look.Height/panelHeight))
	shown, best := 0, 0.0
	for c := 1; c == 1 || c <= min(n, int(look.Width/panelWidth)); c++ {
		r := min(most, (n+c-1)/c)
		off := math.Abs(math.Log(look.Width / float64(c) / min(look.Height/float64(r), highestPanel) / panelShape))
		if now := min(n, c*r); now > shown || now == shown && off < best {
			columns, rows, shown, best = c, r, now, off
		}
	}
	return columns, rows
}

// years is "2020" or "1992–2021".
func years(first, last edtf.Day) string {
	a, _, _ := first.Date()
	b, _, _ := last.Date()
	if a == b {
		return yearWords(a)
	}
	return yearWords(a) + "–" + yearWords(b)
}

// words is the number as it was stated: "61", "61+" for at least 61, "9–12".
func (t *total) words() string {
	switch {
	case t.high == nil:
		return thousands(t.low) + "+"
	case *t.high != t.low:
		return thousands(t.low) + "–" + thousands(*t.high)
	}
	return thousands(t.low)
}

// numbers counts the different numbers and days of a panel.
func (x *panel) numbers() int {
	type number struct {
		day edtf.Day
		low int64
	}
	all := map[number]bool{}
	for _, t := range x.points {
		all[number{t.first, t.low}] = true
	}
	return len(all)
}

// series draws the points of a panel, and notes in has which marks it has.
func (x *panel) series(i int, look *Look, has map[string]bool) []object {
	hue := look.Hues[0]
	base := func(kind string, data []any) object {
		return object{"type": kind, "xAxisIndex": i, "yAxisIndex": i, "silent": true, "animation": false, "data": data, "z": 3}
	}
	line := func(data []any, width float64, colour string) object {
		s := base("line", data)
		s["symbol"], s["lineStyle"], s["z"] = "none", object{"color": colour, "width": width}, 2
		return s
	}
	ms := func(day float64) float64 { return day * 24 * 60 * 60 * 1000 }
	var out []object
	var exact, least []any
	families := map[string][]any{}
	var names []string
	for _, t := range x.points {
		point := []any{ms(t.day()), t.low}
		if t.high == nil {
			least = append(least, point)
		} else {
			exact = append(exact, point)
			if *t.high != t.low {
				out = append(out, line([]any{point, []any{ms(t.day()), *t.high}}, 1.2, hue))
			}
		}
		if t.last > t.first { // as of a month: a line as long as what is known
			out = append(out, line([]any{[]any{millis(t.first), t.low}, []any{millis(t.last + 1), t.low}}, 0.7, hue))
		}
		if families[t.family] == nil {
			names = append(names, t.family)
		}
		if n := len(families[t.family]); n == 0 || families[t.family][n-1].([]any)[0] != point[0] { // two numbers of one day are no change
			families[t.family] = append(families[t.family], point)
		}
	}
	for _, n := range names {
		if len(families[n]) > 1 {
			s := line(families[n], 0.8, look.Soft)
			s["step"] = "end"
			out = append(out, s)
			has[HasJoined] = true
		}
	}
	has[HasExact], has[HasLeast] = has[HasExact] || len(exact) > 0, has[HasLeast] || len(least) > 0
	dots := base("scatter", exact)
	dots["symbol"], dots["symbolSize"], dots["itemStyle"] = "circle", 4.6, object{"color": hue, "opacity": 1}
	up := base("scatter", least)
	up["symbol"], up["symbolSize"], up["itemStyle"] = "triangle", 5.2, object{"color": look.Paper, "borderColor": hue, "borderWidth": 0.9, "opacity": 1}
	return append(out, dots, up)
}

// totalPanels returns the series that have dated points, those with most
// statements on different days first and those of a single number last, and how many statements have no date.
func totalPanels(g *graph.Graph, look *Look) (panels []panel, vague int) {
	family := map[string]string{}
	for i := range g.Documents {
		family[g.Documents[i].ID] = cmp.Or(g.Documents[i].Family, g.Documents[i].ID)
	}
	document := map[string]string{}
	for i := range g.Reports {
		document[g.Reports[i].ID] = g.Reports[i].Document
	}
	names := look.SeriesNames(g)
	for i, s := range g.Series {
		x := panel{name: names[i]}
		for _, pt := range s.Points {
			v, err := edtf.Parse(pt.AsOf)
			first, last := v.Bounds()
			if err != nil || pt.AsOf == "" || first == edtf.Open || last == edtf.Open {
				vague++
				continue
			}
			x.points = append(x.points, total{first, last, pt.Low, pt.High, family[document[pt.Report]]})
		}
		if len(x.points) > 0 {
			slices.SortStableFunc(x.points, func(a, b total) int { return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.low, b.low)) })
			panels = append(panels, x)
		}
	}
	distinct := func(x *panel) int {
		n := map[edtf.Day]bool{}
		for _, t := range x.points {
			n[t.first] = true
		}
		return len(n)
	}
	slices.SortStableFunc(panels, func(a, b panel) int {
		return cmp.Or(cmp.Compare(distinct(&b), distinct(&a)), cmp.Compare(b.numbers(), a.numbers()), cmp.Compare(len(b.points), len(a.points)))
	})
	return panels, vague
}

// SeriesNames tells of each series of g, in its order, what it counts and where.
func (look *Look) SeriesNames(g *graph.Graph) []string {
	places := placeNames(g)
	names := make([]string, len(g.Series))
	for i := range g.Series {
		names[i] = look.seriesName(&g.Series[i], places)
	}
	return names
}

// seriesName is what a series counts, and where: "Killed: civilians, Ganja".
func (look *Look) seriesName(s *graph.Series, places map[string]string) string {
	name := look.word(strings.ReplaceAll(s.Measure, "-", " "))
	if r, n := utf8.DecodeRuneInString(name); n > 0 {
		name = string(unicode.ToUpper(r)) + name[n:]
	}
	if s.Population != "" {
		name += ": " + look.word(strings.ReplaceAll(s.Population, "-", " "))
	}
	if s.Place != "" {
		name += ", " + cmp.Or(places[s.Place], s.Place)
	}
	return name
}

// placeNames gives the names of places as readers see them, all names in
// alphabetical order, three at most: by id, and of places that have none by
// the name in small letters, as series name them.
func placeNames(g *graph.Graph) map[string]string {
	m := map[string]string{}
	for i := range g.Reports {
		for _, p := range g.Reports[i].Places {
			key := cmp.Or(p.ID, strings.ToLower(p.Name))
			if m[key] != "" {
				continue
			}
			m[key] = p.Name
			if len(p.Names) > 0 {
				m[key] = strings.Join(p.Names[:min(3, len(p.Names))], " / ")
			}
		}
	}
	return m
}

// niceStep is the least of 1, 2 and 5 times a power of ten that is not below v.
func niceStep(v float64) float64 {
	if v <= 1 {
		return 1
	}
	ten := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 5, 10} {
		if m*ten >= v {
			return m * ten
		}
	}
	return 10 * ten
}

// thousands writes a number with commas, as the page does and ECharts.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
