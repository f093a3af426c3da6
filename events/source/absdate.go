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
