package chart

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
)

var months = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// seasons names the EDTF sub-year groupings 21 to 41.
var seasons = map[string]string{
	"21": "spring", "22": "summer", "23": "autumn", "24": "winter",
	"25": "northern spring", "26": "northern summer", "27": "northern autumn", "28": "northern winter",
	"29": "southern spring", "30": "southern summer", "31": "southern autumn", "32": "southern winter",
	"33": "first quarter of", "34": "second quarter of", "35": "third quarter of", "36": "fourth quarter of",
	"37": "first third of", "38": "second third of", "39": "last third of",
	"40": "first half of", "41": "second half of",
}

// DateWords returns a date in plain English, never more precise than the EDTF
// value: "4 October 2020", "a day in May 2023", "about 1993", "4–9 May 2023",
// "not before 3 May 2023". Without a value it tells the derived bounds, and
// "no date" when there are none. A value it cannot read is returned as it is.
func DateWords(w events.When) string {
	if w.EDTF == "" {
		switch {
		case w.Earliest == edtf.Open && w.Latest == edtf.Open:
			return "no date"
		case w.Latest == edtf.Open:
			return "not before " + DayWords(w.Earliest)
		case w.Earliest == edtf.Open:
			return "not after " + DayWords(w.Latest)
		case w.Earliest == w.Latest:
			return DayWords(w.Earliest) + " (derived)"
		}
		return "between " + DayWords(w.Earliest) + " and " + DayWords(w.Latest)
	}
	return edtfWords(w.EDTF)
}

// ShortDate is DateWords with the names of months cut to three letters.
func ShortDate(w events.When) string { return shortMonths.Replace(DateWords(w)) }

var shortMonths = func() *strings.Replacer {
	var pairs []string
	for _, m := range months[1:] {
		pairs = append(pairs, m, m[:3])
	}
	return strings.NewReplacer(pairs...)
}()

// DayWords returns a day as "4 October 2020" or "12 August 490 BC", and "" for
// edtf.Open.
func DayWords(d edtf.Day) string {
	if d == edtf.Open {
		return ""
	}
	y, m, day := d.Date()
	return fmt.Sprintf("%d %s %s", day, months[m], yearWords(y))
}

func yearWords(y int) string {
	if y <= 0 {
		return strconv.Itoa(1-y) + " BC"
	}
	return strconv.Itoa(y)
}

func edtfWords(s string) string {
	switch n := len(s); {
	case n > 1 && s[0] == '[' && s[n-1] == ']':
		return setWords(s[1:n-1], " or ")
	case n > 1 && s[0] == '{' && s[n-1] == '}':
		return setWords(s[1:n-1], " and ")
	}
	if from, to, ok := strings.Cut(s, "/"); ok {
		return rangeWords(from, to)
	}
	return pointWords(s)
}

// setWords reads the inside of an EDTF set; "a..b" in it is a range.
func setWords(s, last string) string {
	parts := strings.Split(s, ",")
	for i, p := range parts {
		p = strings.TrimSpace(p)
		if from, to, ok := strings.Cut(p, ".."); ok {
			parts[i] = rangeWords(from, to)
		} else {
			parts[i] = pointWords(p)
		}
	}
	if n := len(parts); n > 1 {
		return strings.Join(parts[:n-1], ", ") + last + parts[n-1]
	}
	return parts[0]
}

func rangeWords(from, to string) string {
	open := func(s string) bool { return s == "" || s == ".." }
	switch {
	case open(from) && open(to):
		return "no date"
	case open(to):
		return "not before " + pointWords(from)
	case open(from):
		return "not after " + pointWords(to)
	}
	if strings.HasSuffix(from, "~") && strings.HasSuffix(to, "~") {
		return "about " + rangeWords(strings.TrimSuffix(from, "~"), strings.TrimSuffix(to, "~"))
	}
	a, b := pointWords(from), pointWords(to)
	if a == b {
		return a
	}
	// "4 May 2023" to "9 May 2023" is "4–9 May 2023": what both share is said once.
	af, bf := strings.Fields(a), strings.Fields(b)
	if len(af) == 3 && len(bf) == 3 && af[2] == bf[2] && isNumber(af[0]) && isNumber(bf[0]) {
		if af[1] == bf[1] {
			return af[0] + "–" + b
		}
		return af[0] + " " + af[1] + " – " + b
	}
	if len(af) == 2 && len(bf) == 2 && af[1] == bf[1] && isNumber(af[1]) && !isNumber(af[0]) && af[0] != "about" && bf[0] != "about" {
		return af[0] + "–" + b
	}
	return a + " – " + b
}

// pointWords reads one EDTF date, its time and its qualifiers.
func pointWords(s string) string {
	raw := s
	approximate, uncertain := strings.ContainsAny(s, "~%"), strings.ContainsAny(s, "?%")
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("~?%", r) {
			return -1
		}
		return r
	}, s)
	date, clock, _ := strings.Cut(s, "T")
	words, ok := dateWords(date)
	if !ok {
		return raw
	}
	if clock != "" {
		words += ", " + clockWords(clock)
	}
	if approximate {
		words = "about " + words
	}
	if uncertain {
		words += " (uncertain)"
	}
	return words
}

// clockWords leaves out seconds that are 0, and sets a zone apart.
func clockWords(s string) string {
	zone := ""
	if i := strings.IndexAny(s, "Z+-"); i >= 0 {
		s, zone = s[:i], s[i:]
	}
	s = strings.TrimSuffix(s, ":00")
	if len(s) == 2 {
		s += ":00"
	}
	switch zone {
	case "":
		return s
	case "Z":
		return s + " UTC"
	}
	return s + " UTC" + zone
}

func dateWords(s string) (string, bool) {
	sign := 1
	s = strings.TrimPrefix(s, "Y")
	if strings.HasPrefix(s, "-") {
		sign, s = -1, s[1:]
	}
	parts := strings.Split(s, "-")
	year, ok := yearPartWords(parts[0], sign)
	if !ok || len(parts) > 3 {
		return "", false
	}
	if len(parts) == 1 {
		return year, true
	}
	month, ok := parts[1], true
	var name string
	switch {
	case month == "XX" && len(parts) == 3 && parts[2] != "XX" && isNumber(parts[2]):
		return "day " + strings.TrimLeft(parts[2], "0") + " of a month in " + year, true
	case month == "XX" && len(parts) == 3:
		return "a day in " + year, true
	case month == "XX":
		return "a month in " + year, true
	case seasons[month] != "":
		name = seasons[month]
	default:
		n, err := strconv.Atoi(month)
		if err != nil || n < 1 || n > 12 {
			return "", false
		}
		name = months[n]
	}
	if len(parts) == 2 {
		return name + " " + year, ok
	}
	switch day := parts[2]; {
	case day == "XX":
		return "a day in " + name + " " + year, true
	case len(day) == 2 && day[1] == 'X':
		return "a day in " + name + " " + year + " (" + day + ")", true
	default:
		n, err := strconv.Atoi(day)
		if err != nil || n < 1 || n > 31 {
			return "", false
		}
		return strconv.Itoa(n) + " " + name + " " + year, true
	}
}

// yearPartWords reads a year; 199X is "the 1990s", 19XX "the 1900s (century)".
func yearPartWords(s string, sign int) (string, bool) {
	s, _, _ = strings.Cut(s, "S") // significant digits: Y1950S2
	if n, err := strconv.Atoi(s); err == nil {
		return yearWords(sign * n), true
	}
	digits := strings.TrimRight(s, "X")
	n, err := strconv.Atoi(digits)
	if err != nil || sign < 0 || len(s) != 4 {
		return "", false
	}
	switch len(s) - len(digits) {
	case 1:
		return fmt.Sprintf("the %d0s", n), true
	case 2:
		return "the " + ordinal(n+1) + " century", true
	}
	return "", false
}

func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}
