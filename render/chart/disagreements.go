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
	var shapes contestShapes
	for i := range list {
		c := &list[i]
		top := high * float64(i)
		head := look.Cut(look.date(c.event.When), look.Letters, 0.3*look.Width, false)
		at := look.Measure(head, look.Letters, false) + 6
		what := c.what
		p.write(0, top+1, head, false, look.Soft)
		end := look.Measure(what, look.Letters, false)
		name := look.Cut(c.event.Label, look.Letters, look.Width-at-end-8, true)
		p.write(at, top+1, name, true, look.Ink)
		if w := at + look.Measure(name, look.Letters, true) + 6; w+end <= look.Width {
			p.write(w, top+1, what, false, look.Ink)
		}
		body := area{3, top + contestHead + 2, look.Width - 3, top + high - 3}
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
		p.Has[HasBars] = p.Has[HasBars] || !c.counts
		p.Has[HasRevision] = p.Has[HasRevision] || c.revision
		p.Has[HasCounts] = p.Has[HasCounts] || c.counts
		if c.counts {
			shapes.strip(c, &look, body, max(1, most))
			c.stripLabels(p, &look, body, max(1, most))
		} else {
			shapes.bar(c, p, &look, body, most)
		}
	}
	var err error
	p.Option, err = pointsOption(&look, p.Height, shapes.series(&look), object{"graphic": shapes.bars})
	return p, err
}

// contestShapes are the shapes of all disagreements.
type contestShapes struct {
	zero, spread, ranges [][][2]float64 // lines from zero, between the lowest and the highest count, and of a count that is a range
	counts, revisions    []object
	bars                 []object
}

// strip is a line of counts: a mark for each, as large as the number of texts
// that state it, from the lowest to the highest.
func (s *contestShapes) strip(c *contest, look *Look, body area, most float64) {
	y := body.bottom - 0.68*(body.bottom-body.top)
	at := func(v float64) [2]float64 { return [2]float64{body.left + (body.right-body.left)*v/most, y} }
	low, high := c.values[0].low, c.values[0].high
	for _, v := range c.values {
		low, high = min(low, v.low), max(high, v.high)
		if v.high > v.low {
			s.ranges = append(s.ranges, [][2]float64{at(v.low), at(v.high)})
		}
		mark := object{"value": at(v.low), "symbolSize": 4 + 1.6*float64(min(4, v.accounts))}
		if c.revision {
			s.revisions = append(s.revisions, mark)
		} else {
			s.counts = append(s.counts, mark)
		}
	}
	s.zero = append(s.zero, [][2]float64{at(0), at(most)})
	s.spread = append(s.spread, [][2]float64{at(low), at(high)})
}

// bar is a bar of as many parts as values, each as long as its accounts are many.
func (s *contestShapes) bar(c *contest, p *Print, look *Look, body area, most float64) {
	left := body.left
	for k, v := range c.values {
		fill := look.Paper
		if k%2 == 0 {
			fill = look.Line
		}
		wide, high := (body.right-body.left)*float64(v.accounts)/most, body.bottom-body.top-3
		s.bars = append(s.bars, object{"type": "rect", "silent": true, "shape": object{"x": left, "y": body.top + 1.5, "width": wide, "height": high}, "style": object{"fill": fill, "stroke": look.Soft, "lineWidth": 0.6}})
		words := look.Cut(v.words+" ("+strconv.Itoa(v.accounts)+")", look.Letters, wide-7, false)
		p.write(left+4, (body.top+body.bottom)/2-0.5*look.Letters, words, false, look.Ink)
		left += wide
	}
}

func (s *contestShapes) series(look *Look) []object {
	marks := func(data []object, style object) object {
		return object{"type": "scatter", "data": data, "symbol": "circle", "itemStyle": style, "silent": true, "animation": false, "z": 3}
	}
	return []object{
		strokes(s.zero, look.Line, 0.5, 1), strokes(s.spread, look.Soft, 1, 2), strokes(s.ranges, look.Hues[0], 2.4, 2),
		marks(s.counts, object{"color": look.Hues[0], "opacity": 1}),
		marks(s.revisions, object{"color": look.Paper, "borderColor": look.Hues[0], "borderWidth": 1, "opacity": 1}),
	}
}

// stripLabels writes the counts below their marks; those that lie too close for
// labels of their own share one.
func (c *contest) stripLabels(p *Print, look *Look, body area, most float64) {
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
	for _, l := range labels {
		p.write(l.left, body.bottom-look.Letters+0.5, look.Cut(l.words, look.Letters, body.right-body.left, false), false, look.Ink)
	}
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
			c := contest{event: e, what: look.Attribute(d.Attribute), revision: d.Sort == graph.Revision, counts: true}
			for _, v := range d.Values {
				families := map[string]bool{}
				for _, r := range v.Reports {
					families[text[r]] = true
				}
				x := claimed{words: look.Value(d.Attribute, v.Value), accounts: max(1, len(families))}
				var ok bool
				if x.low, x.high, _, ok = CountOf(v.Value); !ok || d.Attribute == "date" || d.Attribute == "when" {
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

// Attribute names what a dispute is about, in the look's language where that
// has words for it.
func (look *Look) Attribute(attribute string) string {
	if attribute == "happened" {
		return look.word("whether it happened")
	}
	return look.word(strings.ReplaceAll(attribute, "-", " "))
}

// Value is a claimed value of an attribute for readers: a date is told as dates
// are, and a lower bound in the look's language.
func (look *Look) Value(attribute, value string) string {
	if attribute == "date" || attribute == "when" {
		return look.date(events.When{EDTF: value, Earliest: edtf.Open, Latest: edtf.Open})
	}
	if number, ok := strings.CutPrefix(value, atLeast); ok {
		return look.word(strings.TrimSpace(atLeast)) + " " + number
	}
	return look.word(value)
}

// atLeast stands before a lower bound.
const atLeast = "at least "

// CountOf reads a count as accounts are told to differ in: "12", "1,200",
// "9–12", "9 to 12", "at least 9"; of the last, open is true and high is low.
// ok is false for anything else.
func CountOf(s string) (low, high float64, open, ok bool) {
	rest, open := strings.CutPrefix(s, atLeast)
	if strings.HasSuffix(rest, "+") {
		rest, open = strings.TrimSuffix(rest, "+"), true
	}
	from, to, isRange := strings.Cut(strings.NewReplacer(",", "", "–", "-", " to ", "-").Replace(rest), "-")
	low, err := strconv.ParseFloat(strings.TrimSpace(from), 64)
	if err != nil || math.IsInf(low, 0) || math.IsNaN(low) || low < 0 {
		return 0, 0, false, false
	}
	if !isRange {
		return low, low, open, true
	}
	high, err = strconv.ParseFloat(strings.TrimSpace(to), 64)
	return low, high, open, err == nil && high >= low && !math.IsInf(high, 0)
}
