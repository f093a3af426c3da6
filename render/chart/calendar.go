package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// month counts months from year 0.
type month int

func (m month) first() edtf.Day { return edtf.NewDay(int(m)/12, int(m)%12+1, 1) }

// stretch of a calendar: months that follow each other.
type block struct {
	from, to month // both included
	n        int
}

const (
	calendarHead = 9.5 // points for the year, and as many for the names of months
	calendarGap  = 13.0
	mostCell     = 15.0
	leastCell    = 5.5
	weekdays     = 16.0 // points at the left, for the names of days
	mostMonths   = 12
	mostBlocks   = 48 // more than that find room in no size
)

// Calendar is the option of a calendar whose days are shaded by how many
// events are reported as having happened on them; only events that are known
// to the day count. Months without any for long are left out. Drawn counts
// events, Left those in months that found no room, Vague those not known to
// the day, or not reported as having happened.
func Calendar(g *graph.Graph, look Look) (*Print, error) {
	p := &Print{}
	perDay := map[edtf.Day]int{}
	perMonth := map[month]int{}
	for i := range g.Events {
		w := &g.Events[i].When
		y, m, _ := w.Earliest.Date()
		if w.Earliest == edtf.Open || w.Earliest != w.Latest || w.EDTF == "" || y < 1 || y > 9999 || g.Events[i].Modality != events.Happened {
			p.Vague++
			continue
		}
		perDay[w.Earliest]++
		perMonth[month(y*12+m-1)]++
		p.Drawn++
	}
	blocks := calendarBlocks(perMonth, longestBlock(&look))
	// The blocks with most events first; drawn in order of time.
	slices.SortStableFunc(blocks, func(a, b block) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.from, b.from)) })
	kept, cell := fillCalendar(blocks[:min(len(blocks), mostBlocks)], &look)
	left := p.Drawn
	for _, b := range kept {
		left -= b.n
	}
	p.Drawn, p.Left = p.Drawn-left, left
	if p.Drawn == 0 {
		return p, nil
	}
	most := 1
	for d, n := range perDay {
		if blockOf(kept, d) >= 0 {
			most = max(most, n)
		}
	}
	days := make([][][2]float64, CalendarSteps) // by shade
	var dayLines, monthLines [][][2]float64
	x, y := 0.0, 0.0
	for _, b := range kept {
		first, last := b.from.first(), (b.to+1).first()-1
		w := weekdays + float64(weeksOf(first, last))*cell
		if x > 0 && x+w > look.Width {
			x, y = 0, y+blockHeight(cell)
		}
		p.write(x+weekdays, y, years(first, last), true, look.Ink)
		grid := dayGrid{first: first, last: last, left: x + weekdays, top: y + 2*calendarHead, cell: cell}
		for _, k := range []int{0, 2, 4} {
			p.write(x+weekdays-9, grid.top+(float64(k)+0.5)*cell-0.5*look.Letters, look.Days[k], false, look.Soft)
		}
		dayLines = append(dayLines, grid.dayEdges()...)
		monthLines = append(monthLines, grid.monthEdges()...)
		for m := b.from; m <= b.to; m++ {
			p.write(grid.monthStart(m), y+calendarHead, look.Months[int(m)%12], false, look.Ink)
		}
		for d := first; d <= last; d++ {
			n := perDay[d]
			if n == 0 {
				continue
			}
			corner := grid.at(grid.place(d))
			step := CalendarStep(n, most)
			days[step] = append(days[step], [2]float64{corner[0] + cell/2, corner[1] + cell/2})
			if cell >= 9 {
				fill := look.Ink
				if step >= 3 {
					fill = look.Paper
				}
				s := strconv.Itoa(n)
				p.write(corner[0]+(cell-look.Measure(s, look.Letters, false))/2, corner[1]+(cell-look.Letters)/2, s, false, fill)
			}
		}
		x += w + 10
	}
	p.Height = y + blockHeight(cell)
	p.Most = most
	series := []object{strokes(dayLines, look.Line, 0.5, 1), strokes(monthLines, look.Soft, 0.6, 3)}
	for k, data := range days {
		series = append(series, object{"type": "scatter", "symbol": "rect", "symbolSize": cell, "data": data, "itemStyle": object{"color": CalendarTint(&look, k), "opacity": 1}, "silent": true, "animation": false})
	}
	var err error
	p.Option, err = pointsOption(&look, p.Height, series, nil)
	return p, err
}

// CalendarSteps is how many shades a calendar has.
const CalendarSteps = 5

// CalendarRange returns the counts that shade k of a calendar stands for, when
// the busiest day has most events. An empty range has from > to.
func CalendarRange(k, most int) (from, to int) {
	if most <= CalendarSteps {
		return k + 1, k + 1
	}
	at := func(k int) int { return 1 + (most*k*k)/(CalendarSteps*CalendarSteps) }
	from = at(k)
	if k > 0 {
		from = max(from, k+1)
	}
	to = most
	if k < CalendarSteps-1 {
		to = max(at(k+1), k+2) - 1
	}
	return from, to
}

// CalendarStep returns the shade of a count.
func CalendarStep(n, most int) int {
	for k := range CalendarSteps {
		if from, to := CalendarRange(k, most); n >= from && n <= to {
			return k
		}
	}
	return CalendarSteps - 1
}

// CalendarTint is the colour of shade k.
func CalendarTint(look *Look, k int) string {
	var r, g, b int
	fmt.Sscanf(look.Hues[0], "#%02x%02x%02x", &r, &g, &b)
	share := []float64{0.18, 0.36, 0.56, 0.78, 1}[k]
	mix := func(v int) int { return int(255 - (255-float64(v))*share + 0.5) }
	return fmt.Sprintf("#%02x%02x%02x", mix(r), mix(g), mix(b))
}

// calendarBlocks joins months with events to blocks, over one empty month, and
// cuts them where they would be longer than longest.
func calendarBlocks(perMonth map[month]int, longest month) []block {
	var months []month
	for m := range perMonth {
		months = append(months, m)
	}
	slices.Sort(months)
	var out []block
	for _, m := range months {
		if n := len(out); n > 0 && m-out[n-1].to <= 2 && m-out[n-1].from < longest {
			out[n-1].to = m
			out[n-1].n += perMonth[m]
			continue
		}
		out = append(out, block{m, m, perMonth[m]})
	}
	return out
}

// longestBlock is how many months find room beside each other in the smallest cells.
func longestBlock(look *Look) month {
	const weeks = 4.6 // of a month, and what two months share
	return month(max(1, min(mostMonths, int((look.Width-weekdays)/leastCell/weeks))))
}

// fillCalendar returns the blocks to show, and the size of a day: the size with
// which blocks of most events find room, and the largest of these.
func fillCalendar(blocks []block, look *Look) (kept []block, cell float64) {
	most := 0
	for size := mostCell; size >= leastCell; size -= 0.5 {
		list := fitBlocks(blocks, size, look)
		n := 0
		for _, b := range list {
			n += b.n
		}
		if n > most {
			kept, cell, most = list, size, n
		}
	}
	return kept, cell
}

// fitBlocks returns, in order of time, those of blocks that find room with
// cells of a size, the first ones before the others.
func fitBlocks(blocks []block, cell float64, look *Look) []block {
	var kept []block
	for _, b := range blocks {
		list := append(slices.Clone(kept), b)
		slices.SortFunc(list, func(a, b block) int { return cmp.Compare(a.from, b.from) })
		if calendarHeight(list, cell, look) <= look.Height {
			kept = list
		}
	}
	return kept
}

// calendarHeight is how high the blocks are, side by side in lines; infinite if
// one is wider than a line.
func calendarHeight(blocks []block, cell float64, look *Look) float64 {
	x, y := 0.0, blockHeight(cell)
	for _, b := range blocks {
		w := weekdays + float64(weeksOf(b.from.first(), (b.to+1).first()-1))*cell
		if w > look.Width {
			return math.Inf(1)
		}
		if x > 0 && x+w > look.Width {
			x, y = 0, y+blockHeight(cell)
		}
		x += w + 10
	}
	return y
}

func blockHeight(cell float64) float64 { return 2*calendarHead + 7*cell + calendarGap }

func blockOf(list []block, d edtf.Day) int {
	return slices.IndexFunc(list, func(b block) bool { return d >= b.from.first() && d < (b.to+1).first() })
}

// weeksOf is how many weeks, which begin on Monday, some days touch.
const thursday = 3 + 7*1_000_000 // 1970-01-01, day 0, was a Thursday; the weeks keep days before it positive

func weeksOf(first, last edtf.Day) int {
	return (int(last)+thursday)/7 - (int(first)+thursday)/7 + 1
}

// weekday is 0 for Monday to 6 for Sunday.
func weekday(d edtf.Day) int { return (int(d) + thursday) % 7 }
