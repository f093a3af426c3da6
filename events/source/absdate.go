package source

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// Publication lines are read by a reader of their own and not by package
// timex: they come before the language is known, hold numbers alone ("22/02/2019 0"),
// and nothing in them is relative.

//go:embed months.txt
var monthsText string

var monthNames = sync.OnceValue(func() map[string]int {
	names := make(map[string]int, 400)
	for line := range strings.Lines(monthsText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for i, month := range strings.Fields(line) {
			if i == 0 {
				continue // the language
			}
			for _, name := range strings.Split(month, "/") {
				names[name] = i
			}
		}
	}
	return names
})

// absolute is a full calendar date found in a line: tokens [from, to) of it.
type absolute struct {
	from, to         int
	year, month, day int
	swapped          bool // day and month could be read the other way round
}

func (a absolute) String() string { return fmt.Sprintf("%04d-%02d-%02d", a.year, a.month, a.day) }

// clock is a time of day found in a line: tokens [from, to) of it.
type clock struct {
	from, to             int
	hour, minute, second int
	zone                 string // "", "Z" or "+04:00"
}

func (c clock) String() string {
	return fmt.Sprintf("T%02d:%02d:%02d%s", c.hour, c.minute, c.second, c.zone)
}

// Years that a publication date may have. Today is not known here.
const (
	firstYear = 1500
	lastYear  = 2100
)

// findDates returns the full dates in a line, in order. american chooses the
// reading of 04/10/2020, which else has the day first.
func findDates(s string, tokens []text.Token, american bool) []absolute {
	var found []absolute
	for i := 0; i < len(tokens); i++ {
		if a, ok := dateAt(s, tokens, i, american); ok {
			found = append(found, a)
			i = a.to - 1
		}
	}
	return found
}

func dateAt(s string, tokens []text.Token, i int, american bool) (absolute, bool) {
	if a, ok := numericAt(s, tokens, i, american); ok {
		return a, true
	}
	month := func(k int) int {
		if k >= len(tokens) || tokens[k].Kind != text.Word {
			return 0
		}
		return monthNames()[strings.ToLower(tokens[k].Text(s))]
	}
	number := func(k, digits, low, high int) int {
		if k >= len(tokens) || tokens[k].Kind != text.Number || tokens[k].End-tokens[k].Start > int32(digits) {
			return -1
		}
		n := atoi(tokens[k].Text(s))
		if n < low || n > high {
			return -1
		}
		return n
	}
	skip := func(k int, marks string) int {
		for k < len(tokens) && tokens[k].Kind == text.Punct && strings.Contains(marks, tokens[k].Text(s)) {
			k++
		}
		return k
	}
	ordinal := func(k int) int { // 4th, 4 of
		if k < len(tokens) && tokens[k].Kind == text.Word {
			switch strings.ToLower(tokens[k].Text(s)) {
			case "st", "nd", "rd", "th":
				k++
			}
		}
		return k
	}
	year := func(k int) int {
		if n := number(k, 4, firstYear, lastYear); n > 0 && tokens[k].End-tokens[k].Start == 4 {
			return n
		}
		return -1
	}
	if d := number(i, 2, 1, 31); d > 0 { // 4 October 2020, 4th of October, 2020, 4-Oct-2020
		k := skip(ordinal(i+1), ".-/ ")
		if k < len(tokens) && tokens[k].Kind == text.Word {
			switch tokens[k].Text(s) {
			case "of", "de":
				k++
			}
		}
		if m := month(k); m > 0 {
			k = skip(k+1, ".,-/")
			if k < len(tokens) && tokens[k].Text(s) == "de" {
				k++
			}
			if y := year(k); y > 0 && isDay(y, m, d) {
				return absolute{from: i, to: k + 1, year: y, month: m, day: d}, true
			}
		}
	}
	if m := month(i); m > 0 { // October 4, 2020
		k := skip(i+1, ".")
		if d := number(k, 2, 1, 31); d > 0 {
			k = skip(ordinal(k+1), ",.")
			if y := year(k); y > 0 && isDay(y, m, d) {
				return absolute{from: i, to: k + 1, year: y, month: m, day: d}, true
			}
		}
	}
	if y := year(i); y > 0 { // 2020 October 4
		if m := month(skip(i+1, ",")); m > 0 {
			k := skip(i+1, ",") + 1
			if d := number(k, 2, 1, 31); d > 0 && isDay(y, m, d) {
				return absolute{from: i, to: k + 1, year: y, month: m, day: d}, true
			}
		}
	}
	return absolute{}, false
}

// numericAt reads 2020-10-04, 2020/10/04, 04.10.2020 and 04/10/2020.
func numericAt(s string, tokens []text.Token, i int, american bool) (absolute, bool) {
	if i+4 >= len(tokens) || tokens[i].Kind != text.Number || tokens[i+2].Kind != text.Number || tokens[i+4].Kind != text.Number {
		return absolute{}, false
	}
	mark := tokens[i+1].Text(s)
	if mark != tokens[i+3].Text(s) || !strings.Contains("-/.‐‑–", mark) {
		return absolute{}, false
	}
	if i > 0 && !tokens[i].Is(text.Space) && tokens[i-1].Text(s) == mark {
		return absolute{}, false // part of a longer number
	}
	var n [3]int
	for k := range n {
		t := tokens[i+2*k]
		if t.End-t.Start > 4 {
			return absolute{}, false
		}
		n[k] = atoi(t.Text(s))
	}
	a := absolute{from: i, to: i + 5}
	switch {
	case tokens[i].End-tokens[i].Start == 4:
		a.year, a.month, a.day = n[0], n[1], n[2]
	case tokens[i+4].End-tokens[i+4].Start == 4:
		a.year, a.month, a.day = n[2], n[1], n[0]
		switch {
		case a.month > 12 && a.day <= 12:
			a.month, a.day = a.day, a.month
		case a.day <= 12 && a.month != a.day && mark == "/":
			a.swapped = true
			if american {
				a.month, a.day = a.day, a.month
			}
		}
	default:
		return absolute{}, false
	}
	return a, a.year >= firstYear && a.year <= lastYear && isDay(a.year, a.month, a.day)
}

// isDay reports whether the calendar has the date.
func isDay(year, month, day int) bool {
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return false
	}
	y, m, d := edtf.NewDay(year, month, day).Date()
	return y == year && m == month && d == day
}

// findClock returns the first time of day outside the dates: 16:29, 16.29 h,
// 4:05 pm, 8:56:10 GMT, 12:50+04:00, also with spaces inside.
func findClock(s string, tokens []text.Token, dates []absolute) (clock, bool) {
	inDate := func(i int) bool {
		for _, d := range dates {
			if d.from <= i && i < d.to {
				return true
			}
		}
		return false
	}
	short := func(i int) int {
		if i >= len(tokens) || inDate(i) || tokens[i].Kind != text.Number || tokens[i].End-tokens[i].Start > 2 {
			return -1
		}
		return atoi(tokens[i].Text(s))
	}
	word := func(i int) string {
		if i >= len(tokens) {
			return ""
		}
		return strings.ToLower(tokens[i].Text(s))
	}
	for i := range tokens {
		c := clock{from: i, hour: short(i)}
		if c.hour < 0 || c.hour > 24 {
			continue
		}
		k := i + 1
		colon := word(k) == ":" || word(k) == "։"
		switch {
		case colon, word(k) == ".", word(k) == "h":
			c.minute = short(k + 1)
			if c.minute < 0 || c.minute > 59 || tokens[k+1].End-tokens[k+1].Start != 2 {
				continue
			}
			k += 2
		}
		if colon && word(k) == ":" {
			if n := short(k + 1); n >= 0 && n < 60 {
				c.second = n
				k += 2
				if word(k) == "." && k+1 < len(tokens) && tokens[k+1].Kind == text.Number {
					k += 2 // fractions of a second
				}
			}
		}
		half := word(k)
		if (half == "a" || half == "p") && word(k+1) == "." && word(k+2) == "m" {
			half += "m"
			k += 2
			if word(k+1) == "." {
				k++
			}
		}
		switch half {
		case "am", "a", "pm", "p":
			if c.hour < 1 || c.hour > 12 {
				continue
			}
			c.hour %= 12
			if half[0] == 'p' {
				c.hour += 12
			}
			k++
		default:
			if !colon && (k == i+1 || word(k) != "h" && word(k) != "hrs" && word(k) != "uhr" && word(i+1) != "h") {
				continue // 16.29 alone may be a price
			}
		}
		if c.hour == 24 {
			continue
		}
		c.to, c.zone = k, ""
		zoneAt(s, tokens, &c)
		return c, true
	}
	return clock{}, false
}

// zoneAt reads the offset that follows a time of day. Letters other than UTC,
// GMT and Z stand for several zones, and are passed over.
func zoneAt(s string, tokens []text.Token, c *clock) {
	k := c.to
	if k >= len(tokens) {
		return
	}
	switch t := tokens[k]; strings.ToLower(t.Text(s)) {
	case "z", "utc", "gmt":
		c.zone = "Z"
		c.to++
		k++
	}
	if k+1 >= len(tokens) || tokens[k+1].Kind != text.Number || tokens[k].Is(text.Space) {
		return
	}
	sign := tokens[k].Text(s)
	if sign != "+" && sign != "-" {
		return
	}
	n := tokens[k+1].Text(s)
	hours, minutes, to := 0, 0, k+2
	switch {
	case len(n) == 4:
		hours, minutes = atoi(n[:2]), atoi(n[2:])
	case len(n) <= 2 && to+1 < len(tokens) && tokens[to].Text(s) == ":" && tokens[to+1].Kind == text.Number:
		hours, minutes = atoi(n), atoi(tokens[to+1].Text(s))
		to += 2
	case len(n) <= 2:
		hours = atoi(n)
	default:
		return
	}
	if hours <= 14 && minutes < 60 {
		c.zone, c.to = fmt.Sprintf("%s%02d:%02d", sign, hours, minutes), to
	}
}

// atoi reads a short run of decimal digits of any script.
func atoi(s string) int {
	n := 0
	for _, r := range s {
		d := digit(r)
		if d < 0 || n > 1<<20 {
			return -1
		}
		n = n*10 + d
	}
	return n
}

// digit returns the value of a decimal digit, -1 for other characters. The
// digits of a script stand in order, and blocks of ten begin with zero.
func digit(r rune) int {
	if r < 0x80 {
		if r < '0' || r > '9' {
			return -1
		}
		return int(r - '0')
	}
	if !unicode.IsDigit(r) {
		return -1
	}
	for zero := r; ; zero-- {
		if !unicode.IsDigit(zero - 1) {
			return int(r-zero) % 10
		}
	}
}
