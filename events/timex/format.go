package timex

import (
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
)

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
	if d.days > 1 {
		a, b := d.bounds()
		return a.String() + "/" + b.String() // ISO 8601; TIMEX3 has no value for it
	}
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
		if s = two(d.year / 100); d.year < 0 { // the first century starts with the year 0 here
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
	y, about := yearText(d.year), ""
	if d.slack > 0 && d.tod == "" {
		about = "~"
	}
	switch d.unit {
	case day:
		s := y + "-" + two(d.month) + "-" + two(d.day) + about
		if d.days > 1 {
			_, b := d.bounds()
			end := fromDay(b)
			end.slack = d.slack
			return s + "/" + end.edtf()
		}
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
		return a.String() + about + "/" + b.String() + about
	case month:
		return y + "-" + two(d.month) + about
	case quarter:
		return y + "-" + itoa(32+d.part)
	case season:
		return y + "-" + itoa(20+d.part)
	case half:
		return y + "-" + itoa(39+d.part)
	case year:
		return y + about
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
