package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/text"
)

// label says what a date in a publication line is the date of.
type label uint8

const (
	unlabelled label = iota
	published
	updated
	otherDate // of access, of an event, of a birth: never of publication
)

// stamp is a date or a time of day that a line states.
type stamp struct {
	label    label
	date     absolute
	hasDate  bool
	clock    clock
	hasClock bool
	plain    bool // nothing but the date stands in the line
}

// longestStamp is the length of a line, in bytes, that may be a publication line.
const longestStamp = 200

// readStamps reads a line that is mostly a date, a time of day, or several of
// them with labels. It returns nothing for other lines: "The battle of 8
// November 2020" is no publication line, "Baku, 8 November 2020" is one. first
// is true for the first line of a text, order is what the text shows of it.
func readStamps(line string, first bool, order dayOrder) []stamp {
	if len(line) > longestStamp {
		return nil
	}
	tokens := text.AppendTokens(make([]text.Token, 0, 32), line)
	if len(tokens) > 48 {
		return nil
	}
	dates := findDates(line, tokens, order == monthFirst)
	time, hasTime := findClock(line, tokens, dates)
	if shown, certain := lineOrder(line, tokens, time); hasTime && order != dayFirst && shown == monthFirst {
		dates = findDates(line, tokens, true)
		for i := range dates {
			dates[i].swapped = dates[i].swapped && !certain
		}
	}
	if len(dates) == 0 && !hasTime {
		return nil
	}
	w := publicationWords()

	// Walk the line: labels hold for the dates behind them, the rest is counted.
	var stamps []stamp
	var current label
	labels, capitals, smalls, numbers := 0, 0, 0, 0
	masthead := false // the line names who published
	next := 0         // index of the next date
	byline := false
	for i := 0; i < len(tokens); i++ {
		switch {
		case next < len(dates) && i == dates[next].from:
			if i > 0 && current == unlabelled && w.tied.has(strings.ToLower(tokens[i-1].Text(line))) {
				return nil
			}
			stamps = append(stamps, stamp{label: current, date: dates[next], hasDate: true})
			i = dates[next].to - 1
			next++
			continue
		case hasTime && i == time.from:
			i = time.to - 1
			continue
		}
		t := tokens[i]
		word := strings.ToLower(t.Text(line))
		switch {
		case t.Kind == text.Punct:
		case t.Kind == text.Number:
			numbers++
		case w.published.has(word):
			current = published
			labels++
		case w.date.has(word):
			if current == unlabelled {
				current = published
			}
			labels++
		case w.updated.has(word):
			current = updated
			labels++
		case w.other.has(word):
			current = otherDate
			labels++
		case monthNames()[word] > 0:
			return nil // part of a range, or a date that could not be read
		case word == "by" && i+1 < len(tokens) && tokens[i+1].Is(text.Upper):
			byline = true
		case w.filler.has(word):
		case hyphenated(line, tokens, i): // the name of an icon: "clock-outline"
		case t.Is(text.Upper) || !hasCase(word):
			capitals++
			masthead = masthead || w.mastheads.has(word)
		default:
			smalls++
		}
	}
	if numbers > 3 {
		return nil
	}
	if len(dates) == 0 {
		if capitals+smalls > 1 || labels == 0 && numbers > 1 {
			return nil
		}
		return []stamp{{label: current, clock: time, hasClock: true}}
	}
	for k := range stamps {
		d := &stamps[k]
		if hasTime && (len(dates) == 1 || nearest(dates, time) == k) {
			d.clock, d.hasClock = time, true
		}
		d.plain = labels == 0 && capitals == 0 && !hasTime
	}
	lower := strings.ToLower(line)
	sentence := endsSentence(line) && !strings.HasSuffix(lower, "m.") && !strings.HasSuffix(lower, "t.") // p.m., e.t.
	switch {
	case sentence && capitals+smalls > 0:
		return nil // "The report was published on 4 October 2020."
	case len(dates) > 1 && labels == 0:
		return nil // a range, or a list
	case labels > 0:
		if capitals > 12 || smalls > 2 {
			return nil
		}
	case smalls > 0 || capitals > 8:
		return nil
	case hasTime || byline:
	case capitals == 0:
	case capitals > 5 || first && capitals > 1 && !masthead || !setOff(line, tokens, dates[0]):
		return nil
	}
	return stamps
}

// hyphenated reports whether a word is written together with another.
func hyphenated(line string, tokens []text.Token, i int) bool {
	joined := func(a, mark, b int) bool {
		return a >= 0 && b < len(tokens) && tokens[mark].Kind == text.Punct && strings.Contains("-_", tokens[mark].Text(line)) &&
			!tokens[mark].Is(text.Space) && !tokens[mark+1].Is(text.Space) && tokens[a].Kind == text.Word && tokens[b].Kind == text.Word
	}
	return joined(i, i+1, i+2) || joined(i-2, i-1, i)
}

// hasCase reports whether a word is written in a script with capitals.
func hasCase(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r) || unicode.IsUpper(r)
}

// setOff reports whether the words of a line are set off from its date by a
// mark, as a place is: "Baku, 4 October 2020", "4 October 2020 | Baku".
func setOff(line string, tokens []text.Token, d absolute) bool {
	const marks = ",:|/•·–—-()[]"
	mark := func(i int) bool { return tokens[i].Kind == text.Punct && strings.Contains(marks, tokens[i].Text(line)) }
	w := publicationWords()
	from := d.from
	for from > 0 && tokens[from-1].Kind == text.Word && w.filler.has(strings.ToLower(tokens[from-1].Text(line))) {
		from--
	}
	if from > 0 && tokens[from-1].Kind == text.Punct && tokens[from-1].Text(line) == "," && from < d.from && from >= 2 {
		return true
	}
	return (from == 0 || mark(from-1)) && (d.to == len(tokens) || mark(d.to) || tokens[d.to].Kind == text.Number)
}

// nearest returns the index of the date that stands nearest to a time of day.
func nearest(dates []absolute, c clock) int {
	best, least := 0, 1<<30
	for i, d := range dates {
		gap := d.from - c.to
		if c.from >= d.to {
			gap = c.from - d.to
		}
		if gap < least {
			best, least = i, gap
		}
	}
	return best
}
