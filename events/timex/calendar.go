package timex

import (
	"strconv"
	"strings"

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

func (d date) isTime() bool { return d.tod != "" }

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
		return x, x
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

// two returns n in two digits, four in four.
func two(n int) string  { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }
func four(n int) string { return two(n/100) + two(n) }

func yearText(y int) string {
	if y < 0 {
		return "-" + four(-y)
	}
	return four(y)
}

// timex returns the TIMEX3 value.
func (d date) timex() string {
	var s string
	y := yearText(d.year)
	if d.year <= 0 {
		y = "BC" + four(1-d.year) // TIMEX2 and TIMEX3 count without a year 0
	}
	switch d.unit {
	case day:
		s = y + "-" + two(d.month) + "-" + two(d.day)
	case week:
		s = y + "-W" + two(d.week)
	case weekend:
		s = y + "-W" + two(d.week) + "-WE"
	case month:
		s = y + "-" + two(d.month)
	case quarter:
		s = y + "-Q" + itoa(d.part)
	case season:
		s = y + "-" + seasons[d.part]
	case half:
		s = y + "-H" + itoa(d.part)
	case year:
		s = y
	case decade:
		s = y[:len(y)-1]
	case century:
		if s = y[:len(y)-2]; d.year < 0 {
			s = "BC" + two(-d.year/100)
		}
	default:
		if d.tod == "" {
			return ""
		}
		s = "XXXX-XX-XX"
	}
	if d.tod != "" && (d.unit == day || d.unit == noUnit) {
		s += "T" + d.tod
		if d.sec != "" {
			s += ":" + d.sec
		}
		s += d.zone
	}
	return s
}

// edtf returns the value in ISO 8601-2; weeks are intervals, and of times only
// clock times are kept, to the second as the standard wants them.
func (d date) edtf() string {
	y := yearText(d.year)
	switch d.unit {
	case day:
		s := y + "-" + two(d.month) + "-" + two(d.day)
		if len(d.tod) == 5 {
			sec := d.sec
			if sec == "" {
				sec = "00"
			}
			s += "T" + d.tod + ":" + sec + d.zone
		}
		return s
	case week, weekend:
		a, b := d.bounds()
		return a.String() + "/" + b.String()
	case month:
		return y + "-" + two(d.month)
	case quarter:
		return y + "-" + itoa(32+d.part)
	case season:
		return y + "-" + itoa(20+d.part)
	case half:
		return y + "-" + itoa(39+d.part)
	case year:
		return y
	case decade:
		if d.year%10 != 0 { // BC: 479 to 470 are the years -478 to -469
			return yearText(d.year) + "/" + yearText(d.year+9)
		}
		return y[:len(y)-1] + "X"
	case century:
		return y[:len(y)-2] + "XX"
	}
	return ""
}

var monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December"}

// name returns the part of a year that d is, in words, without the year.
func (d date) name() string {
	switch d.unit {
	case day:
		return itoa(d.day) + " " + monthNames[d.month]
	case month:
		return monthNames[d.month]
	case season:
		return [...]string{"", "spring", "summer", "autumn", "winter"}[d.part]
	case quarter, half, week:
		return units[d.unit].name + " " + itoa(max(d.part, d.week))
	}
	return "date"
}

// precision returns what edtf.Value.Precision would say, and "week" and
// "weekend", which EDTF can only write as intervals.
func (d date) precision() string {
	switch {
	case d.unit == day && len(d.tod) == 5:
		return edtf.ToSecond
	case d.unit == half:
		return edtf.ToHalfYear
	}
	return units[d.unit].name
}

// english returns d in words, for a Basis.
func (d date) english() string {
	y := itoa(d.year)
	if d.year <= 0 {
		y = itoa(1-d.year) + " BC"
	}
	switch d.unit {
	case day:
		return itoa(d.day) + " " + monthNames[d.month] + " " + y
	case month:
		return monthNames[d.month] + " " + y
	case week:
		return "week " + itoa(d.week) + " of " + y
	case weekend:
		return "the weekend of week " + itoa(d.week) + " of " + y
	case quarter:
		return "quarter " + itoa(d.part) + " of " + y
	case half:
		return "half " + itoa(d.part) + " of " + y
	case season:
		return d.name() + " " + y
	case decade:
		return "the decade from " + y
	case century:
		return "the century from " + y
	}
	return strings.TrimSpace(y)
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
