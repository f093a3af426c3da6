package chart

import "github.com/dateline-project/dateline/events/edtf"

// dayGrid is a calendar of days that follow each other: a column a week, from
// Monday down to Sunday.
type dayGrid struct {
	first, last edtf.Day
	left, top   float64
	cell        float64
}

// place is the column and row of a day, which may be the one after the last.
func (g *dayGrid) place(d edtf.Day) (week, row int) {
	return weeksOf(g.first, d) - 1, weekday(d)
}

// at is the upper left corner of a place.
func (g *dayGrid) at(week, row int) [2]float64 {
	return [2]float64{g.left + float64(week)*g.cell, g.top + float64(row)*g.cell}
}

// monthStart is the left edge of the first week that begins in a month.
func (g *dayGrid) monthStart(m month) float64 {
	week, row := g.place(m.first())
	return g.at(wholeWeek(week, row), 0)[0]
}

// wholeWeek is the first week from a place on that has a Monday.
func wholeWeek(week, row int) int {
	if row > 0 {
		return week + 1
	}
	return week
}

// dayEdges are the lines between days, each from end to end.
func (g *dayGrid) dayEdges() [][][2]float64 {
	_, begin := g.place(g.first)
	end, stop := g.place(g.last + 1) // the first place that is empty
	var out [][][2]float64
	line := func(week1, row1, week2, row2 int) {
		out = append(out, [][2]float64{g.at(week1, row1), g.at(week2, row2)})
	}
	for row := 0; row <= 7; row++ {
		from, to := 0, end
		if row < begin {
			from = 1
		}
		if row <= stop && stop > 0 {
			to = end + 1
		}
		line(from, row, to, row)
	}
	for week := 0; week <= end; week++ {
		from := 0
		if week == 0 {
			from = begin
		}
		line(week, from, week, 7)
	}
	if stop > 0 {
		line(end+1, 0, end+1, stop)
	}
	return out
}

// monthEdges are the lines around months. Before the first day of a month one
// runs from the top down, to the left above that day, and on down.
func (g *dayGrid) monthEdges() [][][2]float64 {
	var out [][][2]float64
	for m := monthOf(g.first); m.first() <= g.last+1; m++ {
		edge := [][2]float64{}
		week, row := g.place(m.first())
		if row > 0 {
			edge = append(edge, g.at(week+1, 0), g.at(week+1, row))
		}
		out = append(out, append(edge, g.at(week, row), g.at(week, 7)))
	}
	_, begin := g.place(g.first)
	end, stop := g.place(g.last + 1)
	return append(out, [][2]float64{g.at(wholeWeek(0, begin), 0), g.at(wholeWeek(end, stop), 0)}, [][2]float64{g.at(0, 7), g.at(end, 7)})
}

func monthOf(d edtf.Day) month {
	y, m, _ := d.Date()
	return month(y*12 + m - 1)
}
