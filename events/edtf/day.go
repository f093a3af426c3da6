// Package edtf holds dates as ISO 8601-2 (Extended Date/Time Format) writes
// them: parsing, printing, and the first and last day a value can mean.
package edtf

import (
	"fmt"
	"math"
	"strings"
)

// Day is a day of the proleptic Gregorian calendar, counted from 1970-01-01,
// which is 0. Years are astronomical: year 0 is 1 BC. The value Open stands
// for no bound.
type Day int32

// Open is the Day of an end that is open or unknown.
const Open Day = math.MinInt32

// NewDay returns the day of a date; month is 1 to 12, day 1 to 31. Values
// beyond a month's end carry over, as in time.Date.
func NewDay(year, month, day int) Day {
	// Days from civil, H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013.
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	yoe := year - era*400
	mp := (month + 9) % 12
	doy := (153*mp+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Day(era*146097 + doe - 719468)
}

// Date returns the year, month and day of d, which must not be Open.
func (d Day) Date() (year, month, day int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = mp + 3
	if month > 12 {
		month -= 12
	}
	year = yoe + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

// Weekday returns the day of the week, 1 for Monday to 7 for Sunday, as ISO 8601.
func (d Day) Weekday() int { return (int(d)%7+7+3)%7 + 1 }

// String returns YYYY-MM-DD, with a sign and more digits for years outside
// 0 to 9999, and "" for Open.
func (d Day) String() string {
	if d == Open {
		return ""
	}
	y, m, day := d.Date()
	switch {
	case y < 0:
		return fmt.Sprintf("-%04d-%02d-%02d", -y, m, day)
	case y > 9999:
		return fmt.Sprintf("Y%d-%02d-%02d", y, m, day)
	}
	digit := func(n int) byte { return byte('0' + n%10) }
	return string([]byte{digit(y / 1000), digit(y / 100), digit(y / 10), digit(y), '-', digit(m / 10), digit(m), '-', digit(day / 10), digit(day)})
}

// MarshalText returns what String returns.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Day) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Open
		return nil
	}
	s, sign := string(b), 1
	switch s[0] {
	case '-':
		s, sign = s[1:], -1
	case 'Y':
		s = s[1:]
	}
	bad := fmt.Errorf("edtf: %q is no day of the form YYYY-MM-DD", b)
	year, rest, ok := strings.Cut(s, "-")
	if !ok || len(year) < 4 || len(year) > 7 || len(rest) != 5 || rest[2] != '-' || strings.Trim(year+rest[:2]+rest[3:], "0123456789") != "" {
		return bad
	}
	y, m, day := sign*atoi(year), atoi(rest[:2]), atoi(rest[3:])
	if m < 1 || m > 12 || day < 1 || day > daysIn(y, m) || y < minYear || y > maxYear {
		return bad
	}
	*d = NewDay(y, m, day)
	return nil
}

func floorDiv(a, b int) int {
	if a < 0 {
		return (a - b + 1) / b
	}
	return a / b
}
