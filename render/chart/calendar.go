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
	var calendars, series, texts []object
	x, y := 0.0, 0.0
	for i, b := range kept {
		first, last := b.from.first(), (b.to+1).first()-1
		weeks := weeksOf(first, last)
		w := weekdays + float64(weeks)*cell
		if x > 0 && x+w > look.Width {
			x, y = 0, y+blockHeight(cell)
		}
		name := years(first, last)
		texts = append(texts, look.words(x+weekdays, y, name, true, look.Ink))
		calendars = append(calendars, object{
			"left": x + weekdays, "top": y + 2*calendarHead, "cellSize": []float64{cell, cell}, "range": []string{isoDay(first), isoDay(last)}, "orient": "horizontal",
			"itemStyle": object{"color": look.Paper, "borderColor": look.Line, "borderWidth": 0.5},
			"splitLine": object{"lineStyle": object{"color": look.Soft, "width": 0.6}},
			"yearLabel": object{"show": false}, "monthLabel": object{"color": look.Ink, "fontSize": look.Letters, "fontFamily": look.Font, "margin": 3, "position": "start", "nameMap": look.Months},
			"dayLabel": object{"show": false},
		})
		for _, k := range []int{0, 2, 4} {
			d := look.Days[k]
			texts = append(texts, look.words(x+weekdays-9, y+2*calendarHead+(float64(k)+0.5)*cell-0.5*look.Letters, d, false, look.Soft))
		}
		var data []object
		for d := first; d <= last; d++ {
			n := perDay[d]
			if n == 0 {
				continue
			}
			o := object{"value": []any{isoDay(d), n}}
			if cell >= 9 {
				fill := look.Ink
				if CalendarStep(n, most) >= 3 {
					fill = look.Paper
				}
				o["label"] = object{"show": true, "formatter": strconv.Itoa(n), "color": fill, "fontSize": min(look.Letters, cell-3), "fontFamily": look.Font}
			}
			data = append(data, o)
		}
		series = append(series, object{"type": "heatmap", "coordinateSystem": "calendar", "calendarIndex": i, "data": data, "silent": true, "animation": false})
		x += w + 10
	}
	p.Height = y + blockHeight(cell)
	for i := range calendars {
		calendars[i]["dayLabel"] = object{"show": false, "firstDay": 1}
	}
	var pieces []object
	for k := range CalendarSteps {
		from, to := CalendarRange(k, most)
		pieces = append(pieces, object{"gte": from, "lte": to, "color": CalendarTint(&look, k)})
	}
	p.Most = most
	var err error
	p.Option, err = printOption(blank(), &look, object{
		"calendar": calendars, "series": series, "graphic": texts, "visualMap": []object{{"type": "piecewise", "show": false, "pieces": pieces}},
	})
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
func weeksOf(first, last edtf.Day) int {
	week := func(d edtf.Day) int { return (int(d) + 3 + 7*1_000_000) / 7 } // 1970-01-01 was a Thursday
	return week(last) - week(first) + 1
}

func isoDay(d edtf.Day) string {
	y, m, n := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, n)
}
