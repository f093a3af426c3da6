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

// dateAt reads the date at token i: in figures, or with the name of its month.
func dateAt(s string, tokens []text.Token, i int, american bool) (absolute, bool) {
	if a, ok := numericAt(s, tokens, i, american); ok {
		return a, true
	}
	r := dateReader{s, tokens}
	for _, read := range []func(int) (absolute, bool){r.dayFirst, r.monthFirst, r.yearFirst} {
		if a, ok := read(i); ok && isDay(a.year, a.month, a.day) {
			a.from = i
			return a, true
		}
	}
	return absolute{}, false
}

// dateReader reads the parts of dates at tokens of s.
type dateReader struct {
	s      string
	tokens []text.Token
}

// dayFirst reads 4 October 2020, 4th of October, 2020, 4-Oct-2020.
func (r dateReader) dayFirst(i int) (absolute, bool) {
	d := r.number(i, 2, 1, 31)
	if d < 0 {
		return absolute{}, false
	}
	k := r.skip(r.ordinal(i+1), ".-/ ")
	if r.word(k, "of") || r.word(k, "de") {
		k++
	}
	m := r.month(k)
	if m == 0 {
		return absolute{}, false
	}
	if k = r.skip(k+1, ".,-/"); k < len(r.tokens) && r.tokens[k].Text(r.s) == "de" {
		k++
	}
	y := r.year(k)
	return absolute{to: k + 1, year: y, month: m, day: d}, y > 0
}

// monthFirst reads October 4, 2020.
func (r dateReader) monthFirst(i int) (absolute, bool) {
	m := r.month(i)
	if m == 0 {
		return absolute{}, false
	}
	k := r.skip(i+1, ".")
	d := r.number(k, 2, 1, 31)
	if d < 0 {
		return absolute{}, false
	}
	k = r.skip(r.ordinal(k+1), ",.")
	y := r.year(k)
	return absolute{to: k + 1, year: y, month: m, day: d}, y > 0
}

// yearFirst reads 2020 October 4.
func (r dateReader) yearFirst(i int) (absolute, bool) {
	y := r.year(i)
	if y < 0 {
		return absolute{}, false
	}
	k := r.skip(i+1, ",")
	m := r.month(k)
	if m == 0 {
		return absolute{}, false
	}
	d := r.number(k+1, 2, 1, 31)
	return absolute{to: k + 2, year: y, month: m, day: d}, d > 0
}

// month returns the month that token k names, 0 for none.
func (r dateReader) month(k int) int {
	if k >= len(r.tokens) || r.tokens[k].Kind != text.Word {
		return 0
	}
	return monthNames()[strings.ToLower(r.tokens[k].Text(r.s))]
}

// number returns the number of so many digits at most at token k, -1 if it is none from low to high.
func (r dateReader) number(k, digits, low, high int) int {
	if k >= len(r.tokens) || r.tokens[k].Kind != text.Number || r.tokens[k].End-r.tokens[k].Start > int32(digits) {
		return -1
	}
	if n := atoi(r.tokens[k].Text(r.s)); n >= low && n <= high {
		return n
	}
	return -1
}

// year returns the year of four digits at token k, -1 for none.
func (r dateReader) year(k int) int {
	if n := r.number(k, 4, firstYear, lastYear); n > 0 && r.tokens[k].End-r.tokens[k].Start == 4 {
		return n
	}
	return -1
}

// word reports whether token k is a word written so.
func (r dateReader) word(k int, w string) bool {
	return k < len(r.tokens) && r.tokens[k].Kind == text.Word && r.tokens[k].Text(r.s) == w
}

// skip returns the first token from k on that is none of the marks.
func (r dateReader) skip(k int, marks string) int {
	for k < len(r.tokens) && r.tokens[k].Kind == text.Punct && strings.Contains(marks, r.tokens[k].Text(r.s)) {
		k++
	}
	return k
}

// ordinal returns the token behind the ending of an ordinal at k: 4th.
func (r dateReader) ordinal(k int) int {
	if k < len(r.tokens) && r.tokens[k].Kind == text.Word {
		switch strings.ToLower(r.tokens[k].Text(r.s)) {
		case "st", "nd", "rd", "th":
			k++
		}
	}
	return k
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
