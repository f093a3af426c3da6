package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// claimed is a value of a dispute with the texts behind it.
type claimed struct {
	words    string
	accounts int
	low      float64 // of a count
	high     float64
}

// contest is one dispute, as it is drawn.
type contest struct {
	event    *graph.Event
	what     string
	revision bool
	counts   bool // every value is a count
	values   []claimed
}

const (
	contestRow  = 22.0
	contestHead = 10.0
)

// Disagreements is the option of where accounts differ: each attribute of an
// event on which independent accounts contradict each other, and each count
// that the same outlet changed later. Counts lie on a line from zero; other
// values are parts of a bar, as long as the number of independent texts behind
// them. Drawn counts disagreements, Left those that found no room.
func Disagreements(g *graph.Graph, look Look) (*Print, error) {
	p := &Print{Has: map[string]bool{}}
	list := contests(g, &look)
	rows := max(0, int(look.Height/(contestRow+contestHead)))
	if len(list) > rows {
		p.Left = len(list) - rows
		list = list[:rows]
	}
	p.Drawn = len(list)
	if p.Drawn == 0 {
		return p, nil
	}
	high := contestRow + contestHead
	p.Height = high * float64(len(list))
	var grids, xs, ys, series, texts []object
	for i := range list {
		c := &list[i]
		top := high * float64(i)
		head := look.Cut(look.date(c.event.When), look.Letters, 0.3*look.Width, false)
		at := look.Measure(head, look.Letters, false) + 6
		what := c.what
		texts = append(texts, look.words(0, top+1, head, false, look.Soft))
		end := look.Measure(what, look.Letters, false)
		name := look.Cut(c.event.Label, look.Letters, look.Width-at-end-8, true)
		texts = append(texts, look.words(at, top+1, name, true, look.Ink))
		if w := at + look.Measure(name, look.Letters, true) + 6; w+end <= look.Width {
			texts = append(texts, look.words(w, top+1, what, false, look.Ink))
		}
		body := area{3, top + contestHead + 2, look.Width - 3, top + high - 3}
		grids = append(grids, object{"left": body.left, "top": body.top, "width": body.right - body.left, "height": body.bottom - body.top})
		most := 0.0
		for _, v := range c.values {
			if c.counts {
				most = max(most, v.high)
			} else {
				most += float64(v.accounts)
			}
		}
		if c.counts {
			most *= 1.12 // room for the last label
		}
		xs = append(xs, object{"type": "value", "gridIndex": i, "min": 0, "max": max(1, most), "show": false})
		p.Has[HasBars] = p.Has[HasBars] || !c.counts
		p.Has[HasRevision] = p.Has[HasRevision] || c.revision
		p.Has[HasCounts] = p.Has[HasCounts] || c.counts
		if c.counts {
			ys = append(ys, object{"type": "value", "gridIndex": i, "min": 0, "max": 1, "show": false})
			s, t := c.strip(i, &look, body, max(1, most))
			series, texts = append(series, s...), append(texts, t...)
		} else {
			ys = append(ys, object{"type": "category", "gridIndex": i, "data": []string{c.what}, "show": false})
			s, t := c.bar(i, &look, body, most)
			series, texts = append(series, s...), append(texts, t...)
		}
	}
	var err error
	p.Option, err = printOption(blank(), &look, object{"grid": grids, "xAxis": xs, "yAxis": ys, "series": series, "graphic": texts})
	return p, err
}

// strip is a line of counts: a mark for each, as large as the number of texts
// that state it, from the lowest to the highest.
func (c *contest) strip(i int, look *Look, body area, most float64) (series, texts []object) {
	line := func(from, to, width float64, colour string) object {
		return object{"type": "line", "xAxisIndex": i, "yAxisIndex": i, "symbol": "none", "silent": true, "animation": false, "z": 2,
			"data": [][]float64{{from, 0.68}, {to, 0.68}}, "lineStyle": object{"color": colour, "width": width}}
	}
	low, high := c.values[0].low, c.values[0].high
	for _, v := range c.values {
		low, high = min(low, v.low), max(high, v.high)
	}
	series = append(series, line(0, most, 0.5, look.Line), line(low, high, 1, look.Soft))
	var data []object
	for _, v := range c.values {
		if v.high > v.low {
			series = append(series, line(v.low, v.high, 2.4, look.Hues[0]))
		}
		style := object{"color": look.Hues[0], "opacity": 1}
		if c.revision {
			style = object{"color": look.Paper, "borderColor": look.Hues[0], "borderWidth": 1, "opacity": 1}
		}
		data = append(data, object{"value": []float64{v.low, 0.68}, "symbolSize": 4 + 1.6*float64(min(4, v.accounts)), "itemStyle": style})
	}
	texts = c.stripLabels(look, body, most)
	series = append(series, object{"type": "scatter", "xAxisIndex": i, "yAxisIndex": i, "data": data, "symbol": "circle", "silent": true, "animation": false, "z": 3})
	return series, texts
}

// stripLabels writes the counts below their marks; those that lie too close for
// labels of their own share one.
func (c *contest) stripLabels(look *Look, body area, most float64) []object {
	const gap = 5
	type label struct {
		words      string
		from, to   float64 // of the marks
		left, wide float64
	}
	set := func(l *label) {
		l.wide = look.Measure(l.words, look.Letters, false)
		l.left = max(body.left, min((l.from+l.to-l.wide)/2, body.right-l.wide))
	}
	var labels []label
	for _, v := range slices.SortedStableFunc(slices.Values(c.values), func(a, b claimed) int { return cmp.Compare(a.low, b.low) }) {
		x := body.left + (body.right-body.left)*v.low/most
		l := label{words: v.words + " (" + strconv.Itoa(v.accounts) + ")", from: x, to: x}
		set(&l)
		for n := len(labels); n > 0 && labels[n-1].left+labels[n-1].wide+gap > l.left; n-- {
			before := labels[n-1]
			labels = labels[:n-1]
			l.words, l.from = before.words+", "+l.words, before.from
			set(&l)
		}
		labels = append(labels, l)
	}
	var out []object
	for _, l := range labels {
		words := look.Cut(l.words, look.Letters, body.right-body.left, false)
		out = append(out, look.words(l.left, body.bottom-look.Letters+0.5, words, false, look.Ink))
	}
	return out
}

// bar is a bar of as many parts as values.
func (c *contest) bar(i int, look *Look, body area, most float64) (series, texts []object) {
	at := 0.0
	for k, v := range c.values {
		share := float64(v.accounts)
		fill := look.Paper
		if k%2 == 0 {
			fill = look.Line
		}
		series = append(series, object{"type": "bar", "stack": "values " + strconv.Itoa(i), "xAxisIndex": i, "yAxisIndex": i, "silent": true, "animation": false, "barWidth": body.bottom - body.top - 3,
			"data": []float64{share}, "itemStyle": object{"color": fill, "borderColor": look.Soft, "borderWidth": 0.6}})
		left, wide := body.left+(body.right-body.left)*at/most, (body.right-body.left)*share/most
		at += share
		s := v.words + " (" + strconv.Itoa(v.accounts) + ")"
		mid := (body.top+body.bottom)/2 - 0.5*look.Letters
		texts = append(texts, look.words(left+4, mid, look.Cut(s, look.Letters, wide-7, false), false, look.Ink))
	}
	return series, texts
}

// contests returns the disagreements, those of most accounts first.
func contests(g *graph.Graph, look *Look) []contest {
	family := map[string]string{}
	for i := range g.Documents {
		family[g.Documents[i].ID] = cmp.Or(g.Documents[i].Family, g.Documents[i].ID)
	}
	text := map[string]string{}
	for i := range g.Reports {
		text[g.Reports[i].ID] = family[g.Reports[i].Document]
	}
	var out []contest
	for i := range g.Events {
		e := &g.Events[i]
		for _, d := range e.Disputes {
			if d.Sort != graph.Conflict && d.Sort != graph.Revision || len(d.Values) < 2 {
				continue
			}
			c := contest{event: e, what: look.word(attributeWords(d.Attribute)), revision: d.Sort == graph.Revision, counts: true}
			for _, v := range d.Values {
				families := map[string]bool{}
				for _, r := range v.Reports {
					families[text[r]] = true
				}
				x := claimed{words: look.word(look.valueWords(d.Attribute, v.Value)), accounts: max(1, len(families))}
				var ok bool
				if x.low, x.high, ok = countOf(v.Value); !ok || d.Attribute == "date" || d.Attribute == "when" {
					c.counts = false
				}
				c.values = append(c.values, x)
			}
			if c.revision && !c.counts {
				continue
			}
			if !c.counts {
				slices.SortStableFunc(c.values, func(a, b claimed) int { return cmp.Compare(b.accounts, a.accounts) })
			}
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b contest) int {
		if a.revision != b.revision {
			if a.revision {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(b.event.Accounts, a.event.Accounts), cmp.Compare(b.event.Weight, a.event.Weight), cmp.Compare(len(b.values), len(a.values)))
	})
	return out
}

// attributeWords names what a dispute is about.
func attributeWords(attribute string) string {
	if attribute == "happened" {
		return "whether it happened"
	}
	return strings.ReplaceAll(attribute, "-", " ")
}

// valueWords is a claimed value for readers: a date is told as dates are.
func (look *Look) valueWords(attribute, value string) string {
	if attribute == "date" || attribute == "when" {
		return look.date(events.When{EDTF: value, Earliest: edtf.Open, Latest: edtf.Open})
	}
	return value
}

// countOf reads a count such as "12", "1,200", "9–12", "at least 9".
func countOf(s string) (low, high float64, ok bool) {
	rest := strings.ReplaceAll(strings.TrimPrefix(s, "at least "), ",", "")
	from, to, isRange := strings.Cut(strings.NewReplacer("–", "-", " to ", "-", "+", "").Replace(rest), "-")
	low, err := strconv.ParseFloat(strings.TrimSpace(from), 64)
	if err != nil || math.IsInf(low, 0) || math.IsNaN(low) || low < 0 {
		return 0, 0, false
	}
	if !isRange {
		return low, low, true
	}
	high, err = strconv.ParseFloat(strings.TrimSpace(to), 64)
	return low, high, err == nil && high >= low && !math.IsInf(high, 0)
}
