package edtf

import (
	"math"
	"strings"
)

// Years that a Day can hold, with room to spare; bounds beyond them are clamped.
const (
	minYear = -5_800_000
	maxYear = 5_800_000
)

// The precisions that Precision returns, finest first.
const (
	ToSecond     = "second"
	ToDay        = "day"
	ToMonth      = "month"
	ToSeason     = "season"
	ToQuarter    = "quarter"
	ToHalfYear   = "half-year"
	ToYear       = "year"
	ToDecade     = "decade"
	ToCentury    = "century"
	ToMillennium = "millennium"
	ToInterval   = "interval"
	ToSet        = "set"
	ToUnknown    = "unknown"
)

// seasonMonths holds the first month and the number of months of the codes 21
// to 41 (ISO 8601-2, 4.8): seasons of no stated hemisphere are taken as those
// of the north, by whole months; winter runs into the next year.
var seasonMonths = [...]struct{ first, count int }{
	{3, 3}, {6, 3}, {9, 3}, {12, 3}, // 21 spring .. 24 winter
	{3, 3}, {6, 3}, {9, 3}, {12, 3}, // 25 .. 28, northern hemisphere
	{9, 3}, {12, 3}, {3, 3}, {6, 3}, // 29 .. 32, southern hemisphere
	{1, 3}, {4, 3}, {7, 3}, {10, 3}, // 33 .. 36 quarters
	{1, 4}, {5, 4}, {9, 4}, // 37 .. 39 quadrimesters
	{1, 6}, {7, 6}, // 40, 41 halves
}

// season returns the code 21 to 41 that stands in the place of a month, or 0.
func (d date) season() int {
	if len(d.month.digits) != 2 || strings.Contains(d.month.digits, "X") {
		return 0
	}
	if n := atoi(d.month.digits); n >= 21 && n <= 41 {
		return n
	}
	return 0
}

// matches reports whether n, padded to the pattern's length, fits its digits.
func matches(pattern string, n int) bool {
	for i := len(pattern) - 1; i >= 0; i-- {
		if c := pattern[i]; c != 'X' && int(c-'0') != n%10 {
			return false
		}
		n /= 10
	}
	return n == 0
}

// years returns the first and last year that d can mean, in order, clamped.
func (d date) years() (first, last int) {
	low := atoi(strings.ReplaceAll(d.year.digits, "X", "0"))
	high := atoi(strings.ReplaceAll(d.year.digits, "X", "9"))
	for i := 0; i < d.exp && low <= maxYear; i++ {
		low, high = low*10, high*10
	}
	if n := decimals(low); d.sig > 0 && d.sig < n {
		step := 1
		for i := d.sig; i < n; i++ {
			step *= 10
		}
		low = low / step * step
		high = low + step - 1
	}
	if d.neg {
		low, high = -high, -low
	}
	return max(minYear, min(low, maxYear)), max(minYear, min(high, maxYear))
}

func decimals(n int) int {
	count := 1
	for ; n >= 10; n /= 10 {
		count++
	}
	return count
}

func daysIn(year, month int) int {
	if month == 2 {
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 30 + (month+month/8)&1
}

// exists reports whether some day fits d.
func (d date) exists() bool {
	if d.end != 0 || d.month.digits == "" || d.season() != 0 {
		return true
	}
	first, last := d.years()
	_, ok := d.find(first, last, 1)
	return ok
}

// find returns the first fitting day from year to last in steps of one year
// upwards (step 1), or the last fitting day downwards (step -1).
func (d date) find(year, last, step int) (Day, bool) {
	abs := func(y int) int {
		if d.neg {
			return -y
		}
		return y
	}
	// Only 29 February depends on the year, and it returns after eight years at
	// most among all years; among those that fit a pattern, within all 10,000.
	for ; (last-year)*step >= 0; year += step {
		if !matches(d.year.digits, abs(year)) {
			continue
		}
		for i := 1; i <= 12; i++ {
			month := i
			if step < 0 {
				month = 13 - i
			}
			if !matches(d.month.digits, month) {
				continue
			}
			n := daysIn(year, month)
			if d.day.digits == "" {
				if step > 0 {
					return NewDay(year, month, 1), true
				}
				return NewDay(year, month, n), true
			}
			for j := 1; j <= n; j++ {
				day := j
				if step < 0 {
					day = n + 1 - j
				}
				if matches(d.day.digits, day) {
					return NewDay(year, month, day), true
				}
			}
		}
	}
	return Open, false
}

func (d date) bounds() (earliest, latest Day) {
	if d.end != 0 || !d.long && strings.Trim(d.year.digits, "X") == "" {
		return Open, Open // no year, no bound
	}
	first, last := d.years()
	if d.month.digits == "" {
		return NewDay(first, 1, 1), NewDay(last, 12, 31)
	}
	if code := d.season(); code != 0 {
		s := seasonMonths[code-21]
		year, month := last, s.first+s.count-1
		if month > 12 {
			year, month = year+1, month-12
		}
		return NewDay(first, s.first, 1), NewDay(year, month, daysIn(year, month))
	}
	earliest, _ = d.find(first, last, 1)
	latest, _ = d.find(last, first, -1)
	return earliest, latest
}

// Bounds returns the first and the last day that v can mean. A bound that is
// open, unknown or without a year is Open. Qualifiers do not widen bounds, as
// the standard gives "about" no width; times of day and zones are ignored.
// Years beyond what a Day holds (about ±5.8 million) are clamped.
func (v Value) Bounds() (earliest, latest Day) {
	switch {
	case len(v.items) == 0:
		return Open, Open
	case v.kind == Single:
		return v.items[0].from.bounds()
	case v.kind == Interval:
		earliest, _ = v.items[0].from.bounds()
		_, latest = v.items[1].from.bounds()
		return earliest, latest
	}
	earliest, latest = Day(math.MaxInt32), Day(math.MinInt32+1)
	openStart, openEnd := false, false
	for _, it := range v.items {
		a, b := it.from.bounds()
		if it.dots {
			_, b = it.to.bounds()
		}
		openStart = openStart || a == Open
		openEnd = openEnd || b == Open
		if a != Open {
			earliest = min(earliest, a)
		}
		if b != Open {
			latest = max(latest, b)
		}
	}
	if openStart {
		earliest = Open
	}
	if openEnd {
		latest = Open
	}
	return earliest, latest
}

// Precision returns the name of the unit that v is known to, one of the To
// constants. Unspecified trailing digits make a date coarser: 199X is a decade
// and 2020-09-XX a month. Intervals and sets have precisions of their own.
func (v Value) Precision() string {
	switch {
	case len(v.items) == 0:
		return ToUnknown
	case v.kind == Interval:
		return ToInterval
	case v.kind != Single:
		return ToSet
	}
	d := v.items[0].from
	x := func(p part) bool { return p.digits == "" || strings.Contains(p.digits, "X") }
	if d.year.digits == "XXXX" {
		return ToUnknown
	}
	digits := strings.TrimRight(d.year.digits, "X")
	unspecified := len(d.year.digits) - len(digits)
	if d.sig > 0 {
		unspecified = max(0, decimals(atoi(strings.ReplaceAll(d.year.digits, "X", "0")))-d.sig)
	}
	switch code := d.season(); {
	case unspecified == 1:
		return ToDecade
	case unspecified == 2:
		return ToCentury
	case unspecified >= 3 || d.exp > 0:
		return ToMillennium
	case code >= 40:
		return ToHalfYear
	case code >= 33 && code <= 36:
		return ToQuarter
	case code != 0:
		return ToSeason
	case x(d.month):
		return ToYear
	case x(d.day):
		return ToMonth
	case d.clock != "":
		return ToSecond
	}
	return ToDay
}
