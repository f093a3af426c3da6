package timex

import (
	"strconv"

	"github.com/dateline-project/dateline/events/edtf"
)

// date is a resolved point or stretch of the calendar. Its unit says which
// fields count: a month has year and month, and so on.
type date struct {
	unit  unit // noUnit: nothing is known
	year  int  // astronomical; for decades and centuries the first year
	month int
	day   int
	week  int    // ISO week of year, for week and weekend
	part  int    // 1 to 4: which season (spring first), quarter or half
	tod   string // MO, AF, EV, NI, DT or a clock time HH:MM
	sec   string
	zone  string // Z, +04, -05:30
	days  int    // of a feast, how many days it lasts; 0 is one
	slack int    // by how many days it may be earlier or later: of a feast, and of what is counted in whole weeks or months
}

var seasons = [...]string{"", "SP", "SU", "FA", "WI"}

func seasonNumber(s string) int {
	for i, name := range seasons {
		if name == s {
			return i
		}
	}
	return 0
}

func itoa(n int) string { return strconv.Itoa(n) }

// start returns the first day of d, Open for noUnit.
func (d date) start() edtf.Day {
	a, _ := d.bounds()
	return a
}

func fromDay(x edtf.Day) date {
	y, m, d := x.Date()
	return date{unit: day, year: y, month: m, day: d}
}

// isoWeek returns the ISO year and week of a day.
func isoWeek(x edtf.Day) (year, w int) {
	thursday := x + edtf.Day(4-x.Weekday())
	year, _, _ = thursday.Date()
	return year, int(thursday-edtf.NewDay(year, 1, 1))/7 + 1
}

// gregorian returns the Gregorian date of a day that d names in the Julian calendar.
func (d date) gregorian() date {
	y := d.year
	if d.month <= 2 {
		y--
	}
	return fromDay(d.start() + edtf.Day(floorDiv(y, 100)-floorDiv(y, 400)-2))
}

// monday returns the first day of an ISO week.
func monday(year, w int) edtf.Day {
	x := edtf.NewDay(year, 1, 4)
	return x - edtf.Day(x.Weekday()-1) + edtf.Day(7*(w-1))
}

func weekOf(x edtf.Day) date {
	y, w := isoWeek(x)
	return date{unit: week, year: y, week: w}
}

func monthDays(year, month int) int {
	return int(edtf.NewDay(year, month+1, 1) - edtf.NewDay(year, month, 1))
}

// valid reports whether the calendar has d; a year is from -9999 to 9999.
func (d date) valid() bool {
	if d.year < -9999 || d.year > 9999 {
		return false
	}
	switch d.unit {
	case day:
		return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= monthDays(d.year, d.month)
	case month:
		return d.month >= 1 && d.month <= 12
	case week, weekend:
		return d.week >= 1 && d.week <= 53
	case season, quarter:
		return d.part >= 1 && d.part <= 4
	case half:
		return d.part == 1 || d.part == 2
	}
	return true
}

// bounds returns the first and the last day of d.
func (d date) bounds() (edtf.Day, edtf.Day) {
	months := func(first, count int) (edtf.Day, edtf.Day) {
		return edtf.NewDay(d.year, first, 1), addMonths(d.year, first, count) - 1
	}
	switch d.unit {
	case day:
		x := edtf.NewDay(d.year, d.month, d.day)
		return x, x + edtf.Day(max(0, d.days-1))
	case weekend:
		x := monday(d.year, d.week)
		return x + 5, x + 6
	case week:
		x := monday(d.year, d.week)
		return x, x + 6
	case month:
		return months(d.month, 1)
	case quarter:
		return months(3*d.part-2, 3)
	case season:
		if d.part == 4 {
			// A winter is written by either of its years; both are within.
			return edtf.NewDay(d.year-1, 12, 1), addMonths(d.year, 12, 3) - 1
		}
		return months(3*d.part, 3)
	case half:
		return months(6*d.part-5, 6)
	case year:
		return months(1, 12)
	case decade:
		return months(1, 120)
	case century:
		return months(1, 1200)
	}
	return edtf.Open, edtf.Open
}

func addMonths(y, m, n int) edtf.Day {
	m += n - 1
	return edtf.NewDay(y+floorDiv(m, 12), m-12*floorDiv(m, 12)+1, 1)
}

func floorDiv(a, b int) int {
	if a < 0 {
		return (a - b + 1) / b
	}
	return a / b
}

// add returns d moved by n of unit u, and made as coarse as u: two weeks after
// a day is a week. ok is false when d is coarser than u, as the result would
// claim more than is known.
func (d date) add(n int, u unit) (date, bool) {
	if d.unit == noUnit {
		return d, false
	}
	needDay := func() (edtf.Day, bool) { return d.start(), d.unit == day }
	switch u {
	case day:
		x, ok := needDay()
		return fromDay(x + edtf.Day(n)), ok
	case week, weekend, fortnight:
		if u == fortnight {
			n *= 2
		}
		if d.unit != day && d.unit != week && d.unit != weekend {
			return d, false
		}
		w := weekOf(d.start() + edtf.Day(7*n))
		if u == weekend {
			w.unit = weekend
		}
		return w, true
	case month:
		if d.unit != day && d.unit != month && d.unit != week && d.unit != weekend {
			return d, false
		}
		y, m, _ := d.start().Date()
		m += n - 1
		return date{unit: month, year: y + floorDiv(m, 12), month: m - 12*floorDiv(m, 12) + 1}, true
	case quarter:
		if d.unit == year || d.unit >= decade || d.unit == half {
			return d, false
		}
		y, m, _ := d.start().Date()
		q := (m-1)/3 + n
		return date{unit: quarter, year: y + floorDiv(q, 4), part: q - 4*floorDiv(q, 4) + 1}, true
	case year:
		if d.unit >= decade {
			return d, false
		}
		return date{unit: year, year: d.year + n}, true
	case decade:
		if d.unit >= century {
			return d, false
		}
		return date{unit: decade, year: floorDiv(d.year, 10)*10 + 10*n}, true
	case century:
		return date{unit: century, year: floorDiv(d.year, 100)*100 + 100*n}, true
	}
	return d, false
}
