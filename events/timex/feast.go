package timex

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
)

// feasts are the rules that days of no fixed date go by. In data each may have
// an offset in days behind it: "easter-2" is Good Friday.
var feasts = []struct {
	name  string
	slack int // days by which what is kept may differ from what is computed
	day   func(year int) (edtf.Day, bool)
}{
	{"easter", 0, easter},
	{"orthodox-easter", 0, orthodoxEaster},
	{"nowruz", 1, nowruz},
}

// feast returns the feast that a rule names in a year: one of feasts; hijri-10-1,
// a day of the Islamic calendar; hijri-9, a month of it; or nth-11-4-4, the
// fourth Thursday of November (-1 is the last). ok is false when the year has
// none, or when there is no such rule.
func feast(rule string, year int) (d date, ok bool) {
	if year < 1583 || year > 9998 { // the Gregorian calendar, and what EDTF writes in four digits
		return d, false
	}
	if rest, is := strings.CutPrefix(rule, "hijri-"); is {
		return islamic(rest, year)
	}
	if rest, is := strings.CutPrefix(rule, "nth-"); is {
		var m, n, weekday int
		if _, err := fmt.Sscanf(rest, "%d-%d-%d", &m, &n, &weekday); err != nil || m < 1 || m > 12 || weekday < 1 || weekday > 7 {
			return d, false
		}
		d = nthWeekday(date{unit: month, year: year, month: m}, n, weekday)
		return d, d.valid()
	}
	for _, f := range feasts {
		rest, is := strings.CutPrefix(rule, f.name)
		if !is {
			continue
		}
		offset := 0
		if rest != "" {
			var err error
			if offset, err = strconv.Atoi(rest); err != nil {
				continue
			}
		}
		x, ok := f.day(year)
		d = fromDay(x + edtf.Day(offset))
		d.slack = f.slack
		return d, ok
	}
	return d, false
}

// easter returns the Sunday of Western Easter: the algorithm of Jones, as
// Meeus gives it (Astronomical Algorithms, 2nd ed., chapter 8).
func easter(year int) (edtf.Day, bool) {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := (h + l - 7*m + 90) / 25
	return edtf.NewDay(year, n, (h+l-7*m+33*n+19)%32), true
}

// orthodoxEaster returns the Sunday of Easter by the Julian calendar (Meeus,
// the same chapter), as a Gregorian date.
func orthodoxEaster(year int) (edtf.Day, bool) {
	a, b, c := year%4, year%7, year%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	return date{unit: day, year: year, month: n / 31, day: n%31 + 1}.gregorian().start(), true
}

// nowruz returns the first day of the Iranian year: the day of the March
// equinox by the time of Tehran, or the next if that falls past noon. The mean
// equinox of Meeus (chapter 27) is at most half an hour off, and countries keep
// the 20th, the 21st or several days, hence the slack.
func nowruz(year int) (edtf.Day, bool) {
	y := (float64(year) - 2000) / 1000
	jd := 2451623.80984 + y*(365242.37404+y*(0.05169-y*(0.00411+y*0.00057)))
	const tehran = 3.5 / 24
	// A Julian day starts at noon, so that its number is that of the day whose
	// noon is next but for what lies before it.
	return fromJulianDay(int(jd+tehran) + 1), true
}

func fromJulianDay(n int) edtf.Day { return edtf.NewDay(1970, 1, 1) + edtf.Day(n-2440588) }

// islamicSlack is by how many days a month that is begun when the moon is seen
// may differ from the tabular calendar.
const islamicSlack = 1

// islamic returns the first month or day of the Islamic calendar, "9" or
// "10-1", that starts in a Gregorian year, by the tabular calendar of thirty
// years with the civil epoch (Reingold and Dershowitz, Calendrical Calculations).
func islamic(s string, year int) (d date, ok bool) {
	first, second, isDay := strings.Cut(s, "-")
	m, err := strconv.Atoi(first)
	n := 1
	if isDay && err == nil {
		n, err = strconv.Atoi(second)
	}
	if err != nil || m < 1 || m > 12 || n < 1 || n > 30 {
		return d, false
	}
	for h := (year-622)*33/32 - 1; h <= (year-622)*33/32+2; h++ {
		x := islamicDay(h, m, n)
		if y, _, _ := x.Date(); y != year {
			continue
		}
		d = fromDay(x)
		d.slack = islamicSlack
		if !isDay {
			d.days = int(islamicDay(h, m+1, 1) - x)
		}
		return d, true
	}
	return d, false
}

func islamicDay(year, month, day int) edtf.Day {
	return fromJulianDay(day + (59*(month-1)+1)/2 + (year-1)*354 + (3+11*year)/30 + 1948439)
}
