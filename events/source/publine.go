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
	words, stamps, ok := walkLine(line, tokens, dates, time, hasTime)
	if !ok || words.numbers > 3 {
		return nil
	}
	if len(dates) == 0 {
		if words.capitals+words.smalls > 1 || words.labels == 0 && words.numbers > 1 {
			return nil
		}
		return []stamp{{label: words.current, clock: time, hasClock: true}}
	}
	if !words.publish(line, tokens, dates, first, hasTime) {
		return nil
	}
	for k := range stamps {
		d := &stamps[k]
		if hasTime && (len(dates) == 1 || nearest(dates, time) == k) {
			d.clock, d.hasClock = time, true
		}
		d.plain = words.labels == 0 && words.capitals == 0 && !hasTime
	}
	return stamps
}

// lineWords counts the words of a line beside its dates and its time of day.
type lineWords struct {
	current                           label // that of the last word that is one
	labels, capitals, smalls, numbers int
	masthead                          bool // a word names who published
	byline                            bool
}

// walkLine counts the words of a line and gives each date the label before it.
// It is not ok where a date belongs to something else.
func walkLine(line string, tokens []text.Token, dates []absolute, time clock, hasTime bool) (words lineWords, stamps []stamp, ok bool) {
	w := publicationWords()
	next := 0 // index of the next date
	for i := 0; i < len(tokens); i++ {
		switch {
		case next < len(dates) && i == dates[next].from:
			if i > 0 && words.current == unlabelled && w.tied.has(strings.ToLower(tokens[i-1].Text(line))) {
				return words, nil, false
			}
			stamps = append(stamps, stamp{label: words.current, date: dates[next], hasDate: true})
			i = dates[next].to - 1
			next++
		case hasTime && i == time.from:
			i = time.to - 1
		case monthNames()[strings.ToLower(tokens[i].Text(line))] > 0:
			return words, nil, false // part of a range, or a date that could not be read
		default:
			words.count(line, tokens, i)
		}
	}
	return words, stamps, true
}

// count counts the word at a token.
func (c *lineWords) count(line string, tokens []text.Token, i int) {
	w, t := publicationWords(), tokens[i]
	word := strings.ToLower(t.Text(line))
	switch {
	case t.Kind == text.Punct:
	case t.Kind == text.Number:
		c.numbers++
	case w.published.has(word):
		c.current = published
		c.labels++
	case w.date.has(word):
		if c.current == unlabelled {
			c.current = published
		}
		c.labels++
	case w.updated.has(word):
		c.current = updated
		c.labels++
	case w.other.has(word):
		c.current = otherDate
		c.labels++
	case word == "by" && i+1 < len(tokens) && tokens[i+1].Is(text.Upper):
		c.byline = true
	case w.filler.has(word):
	case hyphenated(line, tokens, i): // the name of an icon: "clock-outline"
	case t.Is(text.Upper) || !hasCase(word):
		c.capitals++
		c.masthead = c.masthead || w.mastheads.has(word)
	default:
		c.smalls++
	}
}

// publish reports whether the words beside the dates of a line are those of a
// line that says when a text was published.
func (c *lineWords) publish(line string, tokens []text.Token, dates []absolute, first, hasTime bool) bool {
	lower := strings.ToLower(line)
	sentence := endsSentence(line) && !strings.HasSuffix(lower, "m.") && !strings.HasSuffix(lower, "t.") // p.m., e.t.
	switch {
	case sentence && c.capitals+c.smalls > 0:
		return false // "The report was published on 4 October 2020."
	case len(dates) > 1 && c.labels == 0:
		return false // a range, or a list
	case c.labels > 0:
		return c.capitals <= 12 && c.smalls <= 2
	case c.smalls > 0 || c.capitals > 8:
		return false
	case hasTime || c.byline || c.capitals == 0:
		return true
	}
	return c.capitals <= 5 && (!first || c.capitals <= 1 || c.masthead) && setOff(line, tokens, dates[0])
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
