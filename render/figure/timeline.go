package figure

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

const (
	rowHeight   = 10.4
	mostRow     = 15.0 // points to which rows are stretched where a size is fixed
	lanePad     = 3.5
	headHeight  = 10.5 // of a lane's name above its rows, in narrow figures
	stripHeight = 15.0
	axisHeight  = 21.0
	mostLabels  = 2000  // of a lane; more than that find room in no size
	fewRows     = 3     // rows for which a strip is not worth it
	narrow      = 330.0 // points below which lanes have no column for their names
)

// laid is a lane with what is drawn of it.
type laid struct {
	*lane
	placed []placed
	rows   int
	dense  bool // not all its events are placed: it has a strip
	strip  *strip
	head   []string // lines of its name
}

func (l *laid) height(row float64, thin bool) float64 {
	h := 2*lanePad + float64(l.rows)*row
	if l.dense {
		h += stripHeight
	}
	if thin {
		return h + headHeight
	}
	lines := len(l.head)
	if l.dense {
		lines++ // what the bars mean
	}
	return max(h, 2*lanePad+headSize*1.25*float64(lines))
}

// timeline plans the chart of events on an axis of time, in lanes.
func timeline(d *drawing, width, height float64) (*plan, error) {
	lanes, dated := d.lanes()
	if len(dated) == 0 {
		return d.empty(width), nil
	}
	thin := width < narrow
	room := height - axisHeight - 4
	least := 2*lanePad + rowHeight + stripHeight
	if thin {
		least += headHeight
	}
	lanes = d.fewer(lanes, int(room/least))
	left := 4.0
	if !thin {
		left = d.laneColumn(lanes, width)
	}
	a := newAxis(dated, left, width-2)
	rows := make([]laid, len(lanes))
	offered := make([][][]placed, len(lanes))
	for i := range lanes {
		l := &lanes[i]
		rows[i] = laid{lane: l}
		order := byWeight(l.events)
		for _, n := range order[:min(len(order), mostLabels)] {
			label := d.label(l.events[n], a.scale(l.events[n]) < 14)
			at := l.marks[n].at(l.events[n].When, a)
			longest := max(min(0.8*width, 185), 0.45*width)
			cut := func(room float64) (string, float64) {
				s := d.fonts.cut(label, labelSize, min(room, longest), false)
				return s, d.fonts.width(s, labelSize, false)
			}
			whole, w := cut(longest)
			offered[i] = append(offered[i], offers(n, &l.marks[n], at, whole, w, left+1, width-2, cut))
		}
		// A lane that needs more rows than the figure has is not packed to the end.
		most := int(max(0, room)/rowHeight) + 1
		if rows[i].placed, rows[i].rows = pack(offered[i], most); len(rows[i].placed) < len(order) {
			rows[i].rows = most + 1
		}
	}
	for i := range rows {
		rows[i].head = []string{rows[i].name}
		if !thin {
			// The number of events stands behind the last line.
			count := d.fonts.width(" "+group1000(len(rows[i].events)), headSize, false)
			rows[i].head = d.fonts.wrap(rows[i].name, headSize, left-14-count, true, 3)
		}
	}
	full := 0.0
	for i := range rows {
		full += rows[i].height(rowHeight, thin)
	}
	if full > room {
		d.squeeze(rows, offered, a, room, thin)
	}
	return d.timelinePlan(rows, a, width, height, thin, len(dated)), nil
}

// laneColumn is how wide the column of the lanes' names is.
func (d *drawing) laneColumn(lanes []lane, width float64) float64 {
	w := 0.0
	for i := range lanes {
		w = max(w, d.fonts.width(lanes[i].name, headSize, true)+d.fonts.width(" "+group1000(len(lanes[i].events)), headSize, false))
	}
	return min(max(w+18, 62), 0.21*width)
}

// squeeze gives lanes fewer rows than they need, so that they fit into room.
// What finds no row is counted in a strip of bars, with all others of its lane.
// Rows are given one by one, to the lane that has the fewest for the events it
// holds (by the square root of their number).
func (d *drawing) squeeze(rows []laid, offered [][][]placed, a *axis, room float64, thin bool) {
	need := make([]int, len(rows))
	for i := range rows {
		need[i] = rows[i].rows
		rows[i].give(1, need[i])
		if need[i] <= fewRows { // a strip would take as much
			rows[i].give(need[i], need[i])
		}
		room -= rows[i].height(rowHeight, thin)
	}
	for {
		best, cost := -1, 0.0
		for i := range rows {
			r := &rows[i]
			if !r.dense || best >= 0 && r.wants() <= rows[best].wants() {
				continue
			}
			more := *r
			more.give(r.rows+1, need[i])
			if c := more.height(rowHeight, thin) - r.height(rowHeight, thin); c <= room {
				best, cost = i, c
			}
		}
		if best < 0 {
			break
		}
		rows[best].give(rows[best].rows+1, need[best])
		room -= cost
	}
	for i := range rows {
		if r := &rows[i]; r.dense {
			r.placed, _ = pack(offered[i], r.rows)
			r.strip = newStrip(r.lane, a)
		}
	}
}

// give sets how many rows a lane has, of those it needs.
func (l *laid) give(rows, need int) { l.rows, l.dense = min(rows, need), rows < need }

func (l *laid) wants() float64 { return math.Sqrt(float64(len(l.events))) / float64(l.rows) }

// label is what stands beside a mark: its date, where it is a day that the
// axis is too coarse for, and the event's label.
func (d *drawing) label(e *graph.Event, dates bool) string {
	s := e.Label
	if e.Modality != events.Happened {
		s = d.words.modalityShort[e.Modality] + ": " + s
	}
	if date := d.shortDate(e); dates && date != "" {
		return date + "\u2002" + s
	}
	return s
}

// shortDate returns "4 Oct" or "4–9 May", and "" for a date that is not known to the day.
func (d *drawing) shortDate(e *graph.Event) string {
	w := e.When
	m := chart.MarkOf(w)
	if w.Earliest == edtf.Open || w.Latest == edtf.Open || m.Glyph != chart.GlyphDay && m.Glyph != chart.GlyphSpan {
		return ""
	}
	_, m1, d1 := w.Earliest.Date()
	_, m2, d2 := w.Latest.Date()
	from, to := strconv.Itoa(d1)+" "+d.words.shortMonths[m1-1], strconv.Itoa(d2)+" "+d.words.shortMonths[m2-1]
	switch {
	case m.Glyph == chart.GlyphDay && w.Earliest == w.Latest:
		return from
	case m.Glyph != chart.GlyphSpan || w.Latest-w.Earliest > 180 || strings.Count(w.EDTF, "-") < 4:
		return ""
	case m1 == m2:
		return fmt.Sprintf("%d–%s", d1, to)
	}
	return from + " – " + to
}

func (d *drawing) timelinePlan(rows []laid, a *axis, width, height float64, thin bool, dated int) *plan {
	row, sum, strips, drawn, vague := rowHeight, 0.0, 0, 0, 0
	lines := 0
	for i := range rows {
		sum += rows[i].height(row, thin)
		lines += rows[i].rows
		drawn += len(rows[i].placed)
		if rows[i].strip != nil {
			strips++
			vague += rows[i].strip.vague
		}
	}
	if spare := height - axisHeight - 4 - sum; d.size.Fixed && spare > 0 && lines > 0 {
		row = min(mostRow, row+spare/float64(lines))
		sum = 0
		for i := range rows {
			sum += rows[i].height(row, thin)
		}
	}
	p := &plan{height: axisHeight + sum + 2, whole: strips == 0, legend: d.markLegend(rows)}
	if strips > 0 {
		p.notes = append(p.notes, d.words.labelled(drawn, dated))
		if vague > 0 {
			p.notes = append(p.notes, d.words.vague(vague))
		}
	}
	if len(a.stretches) > 1 {
		p.notes = append(p.notes, d.words.axisBreak)
	}
	if n := len(d.g.Events) - dated; n > 0 {
		p.notes = append(p.notes, d.words.undated(n))
	}
	p.draw = func(s *scene, x, y float64) error {
		t := timelineDrawing{drawing: d, s: s, a: a, width: width, thin: thin, row: row}
		t.draw(rows, sum)
		return nil
	}
	return p
}
