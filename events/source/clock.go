package source

import (
	"fmt"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// clock is a time of day found in a line: tokens [from, to) of it.
type clock struct {
	from, to             int
	hour, minute, second int
	zone                 string // "", "Z" or "+04:00"
	half                 bool   // written with am or pm
}

func (c clock) String() string {
	return fmt.Sprintf("T%02d:%02d:%02d%s", c.hour, c.minute, c.second, c.zone)
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
			c.half = true
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
