package source

import (
	"regexp"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// candidate is a publication line of a page.
type candidate struct {
	block int
	line  string
	stamp stamp
}

// date finds the date of publication in the head of the page, then in its
// tail, then in the dateline of its first paragraph. A labelled date is
// believed before one without a label, and a date of change only when there is
// no other. The lines get the role Metadata.
func (p *page) date() {
	p.days = p.order()
	order := p.days
	var dated, clocks []candidate
	p.live = p.isLive()
	first, rows := p.next(0), p.datedRows()
	for i := range p.d.Blocks {
		b := &p.d.Blocks[i]
		if b.Role != text.Body || p.edge(i) == inside || b.Len() > longestStamp || rows[i] || p.live && clockLine.MatchString(p.line(i)) {
			continue
		}
		for _, st := range readStamps(p.line(i), i == first, order) {
			c := candidate{i, p.line(i), st}
			if st.hasDate {
				dated = append(dated, c)
			} else {
				clocks = append(clocks, c)
			}
		}
	}
	if p.chronicle = p.isChronicle(order); p.chronicle {
		kept := dated[:0]
		for _, c := range dated {
			if !c.stamp.plain && (c.stamp.label != unlabelled || c.stamp.hasClock) {
				kept = append(kept, c)
			}
		}
		dated = kept
	}
	for _, c := range dated {
		p.d.Blocks[c.block].Role = text.Metadata
	}
	best := choose(dated)
	var time *candidate
	if best != nil {
		for k := range clocks {
			c := &clocks[k]
			if d := c.block - best.block; d >= -2 && d <= 2 {
				p.d.Blocks[c.block].Role = text.Metadata
				if !best.stamp.hasClock && time == nil && c.stamp.label != updated && c.stamp.label != otherDate {
					time = c
				}
			}
		}
		p.markCluster(best.block)
	}
	if p.d.Published != "" {
		return
	}
	if best != nil {
		p.publish(*best, time)
	} else {
		p.dateline(order, rows)
	}
}

// datedRows says of each block whether it is a row of a table with a column of
// dates: they date what the rows tell, and no text.
func (p *page) datedRows() []bool {
	const fewest = 3 // rows with as many cells, one below the other
	rows := make([]bool, len(p.d.Blocks))
	for i := 0; i < len(rows); {
		n := cells(p.line(i))
		j := i + 1
		for j < len(rows) && n > 1 && cells(p.line(j)) == n {
			j++
		}
		if j-i >= fewest {
			dated := 0
			for k := i; k < j && dated < 2; k++ {
				line := p.line(k)
				line = line[:min(len(line), longestStamp)]
				if len(findDates(line, text.AppendTokens(nil, line), false)) > 0 {
					dated++
				}
			}
			for k := i; k < j && dated == 2; k++ {
				rows[k] = true
			}
		}
		i = j
	}
	return rows
}

// cells returns how many cells a line has as the row of a table, 1 for a line that is none.
func cells(line string) int {
	return 1 + max(strings.Count(line, " | "), strings.Count(line, "\t"))
}

// choose returns the candidate to believe, nil when there is none.
func choose(all []candidate) *candidate {
	for _, want := range []label{published, unlabelled, updated} {
		for i := range all {
			if all[i].stamp.label == want {
				return &all[i]
			}
		}
	}
	return nil
}

// publish sets the date of publication from a line, and from the line of the
// time of day when that is another one.
func (p *page) publish(c candidate, time *candidate) {
	d := p.d
	d.Published, d.PublishedBasis = c.stamp.date.String(), clip(c.line)
	switch {
	case c.stamp.hasClock:
		d.Published += c.stamp.clock.String()
	case time != nil:
		d.Published += time.stamp.clock.String()
		if time.block < c.block {
			d.PublishedBasis = clip(time.line) + " / " + clip(c.line)
		} else {
			d.PublishedBasis = clip(c.line) + " / " + clip(time.line)
		}
	}
	p.warnSwapped(c.stamp.date, c.line)
}

func (p *page) warnSwapped(a absolute, line string) {
	if a.swapped {
		p.in.Warn(0, 0, "the publication date %q can be read in two ways: taken as %s; state it as YYYY-MM-DD to be sure", clip(line), a)
	}
}

// markCluster gives the role Metadata to the short list items around a
// publication line: section, credit, place.
func (p *page) markCluster(at int) {
	blocks := p.d.Blocks
	if _, bullet := p.bullet(at); !bullet {
		return
	}
	const words = 7
	for _, step := range []int{-1, 1} {
		for i := at + step; i >= 0 && i < len(blocks) && p.edge(i) == p.edge(at); i += step {
			_, bullet := p.bullet(i)
			if !bullet || blocks[i].Role != text.Body && blocks[i].Role != text.Metadata || blocks[i].Len() > 100 ||
				len(strings.Fields(p.line(i))) > words || endsSentence(p.line(i)) {
				break
			}
			blocks[i].Role = text.Metadata
		}
	}
}

// isChronicle reports whether lines that are nothing but dates stand
// throughout the text: they head its sections, and date none of it. In a short
// text, which is head and tail alone, more of them are needed, each with a
// sentence under it, or as many with something indented, or a time of day, under them.
func (p *page) isChronicle(order dayOrder) bool {
	const (
		others  = 2
		anyhow  = 3
		longest = 48 // bytes of such a line
	)
	var within, all, listed []string
	for i, b := range p.d.Blocks {
		if b.Role != text.Body && b.Role != text.Heading || b.Len() > longest {
			continue
		}
		if line := p.line(i); isDayLine(line) && i+1 < len(p.d.Blocks) && endsSentence(p.line(i+1)) && !slices.Contains(all, line) {
			all = append(all, line) // of a year that another line names
		}
		for _, st := range readStamps(p.line(i), false, order) {
			if !st.hasDate || !st.plain {
				continue
			}
			day := st.date.String()
			if p.edge(i) == inside && !slices.Contains(within, day) {
				within = append(within, day)
			}
			if i+1 < len(p.d.Blocks) && (p.d.Blocks[i+1].Depth > b.Depth || clockLine.MatchString(p.line(i+1))) && !slices.Contains(listed, day) {
				listed = append(listed, day)
			}
			if i+1 < len(p.d.Blocks) && endsSentence(p.line(i+1)) && !slices.Contains(all, day) {
				all = append(all, day)
			}
		}
		if len(within) >= others || len(listed) >= others || len(all) >= anyhow {
			return true
		}
	}
	return false
}

// clockLine is a line that is nothing but a time of day: "14:35", "09.20 GMT", "9am ET".
var clockLine = regexp.MustCompile(`^\W{0,8}([01]?\d|2[0-3])(([:.][0-5]\d)[\W_]{0,3}([aApP]\.?[mM])?|[\W_]?[aApP]\.?[mM])([\W_]{0,4}[A-Z]{2,5})?\W{0,8}$`)

// isLive reports whether lines that are nothing but times of day head the parts
// of the text, as in a live report: they are no time of its publication.
func (p *page) isLive() bool {
	const fewest = 3
	n := 0
	for i, b := range p.d.Blocks {
		if (b.Role == text.Body || b.Role == text.Heading) && clockLine.MatchString(p.line(i)) {
			n++
		}
	}
	return n >= fewest
}

// headsEntry reports whether block i is a line of a chronicle that is nothing
// but a date, or one of a live report that is nothing but a time.
func (p *page) headsEntry(i int) bool {
	if p.live && clockLine.MatchString(p.line(i)) {
		return true
	}
	if !p.chronicle {
		return false
	}
	stamps := readStamps(p.line(i), false, p.days)
	return len(stamps) == 1 && stamps[0].hasDate && stamps[0].plain
}

// dayOrder is how 04/10/2020 is read in a text: as 4 October unless it is monthFirst.
type dayOrder uint8

const (
	eitherOrder dayOrder = iota // nothing shows it
	dayFirst
	monthFirst
)

// order finds the order of day and month of a text. The clues, the best first:
// another date of its first or last lines that can be read in one way only; an
// American time zone in its first lines; and for one line, lineOrder.
func (p *page) order() dayOrder {
	zone := eitherOrder
	for i := range p.d.Blocks {
		if p.d.Blocks[i].Len() > longestStamp || p.edge(i) == inside {
			continue
		}
		line := p.line(i)
		tokens := text.AppendTokens(nil, line)
		for k, t := range tokens {
			if i < p.headEnd && americanZones[t.Text(line)] == sure {
				zone = monthFirst
			}
			if a, ok := numericAt(line, tokens, k, true); ok && !a.swapped && a.day > 12 && tokens[k+1].Text(line) == "/" {
				switch atoi(tokens[k].Text(line)) {
				case a.month:
					return monthFirst
				case a.day:
					return dayFirst
				}
			}
		}
	}
	return zone
}

// Whether letters are an American time zone.
const (
	withClock = 1 + iota // only behind a time of day: they stand for other things as well
	sure
)

var americanZones = map[string]int{"EDT": sure, "EST": sure, "CDT": sure, "CST": sure, "MDT": sure, "MST": sure, "PDT": sure, "PST": sure, "ET": sure, "PT": sure,
	"CT": withClock, "MT": withClock, "AKDT": sure, "AKST": sure, "HST": sure}

// lineOrder says which order of day and month the time of day in a line speaks
// for: "am" and "pm" are the American way of writing it, the more so with an
// American zone. certain is true with both, and the date is then read in one
// way. A zone of elsewhere, GMT or IST, says nothing.
func lineOrder(line string, tokens []text.Token, time clock) (order dayOrder, certain bool) {
	if !time.half || time.zone != "" {
		return eitherOrder, false
	}
	for i, t := range tokens {
		word := t.Text(line)
		switch {
		case americanZones[word] == sure, americanZones[word] == withClock && i == time.to:
			return monthFirst, true
		case foreignZones[word]:
			return eitherOrder, false
		}
	}
	return monthFirst, false
}

var foreignZones = map[string]bool{"GMT": true, "UTC": true, "BST": true, "IST": true, "CET": true, "CEST": true, "EET": true, "EEST": true, "WET": true, "MSK": true,
	"TRT": true, "AZT": true, "AMT": true, "GET": true, "PKT": true, "AEST": true, "AEDT": true, "AWST": true, "NZST": true, "NZDT": true, "SAST": true, "EAT": true, "WAT": true, "CAT": true}

// dateline reads the date that opens the first paragraph: "BAKU, Oct 4, 2020
// (Agency) - ...", "Baku. 4 October 2020. Agency."
func (p *page) dateline(order dayOrder, rows []bool) {
	const reach = 90
	for i, paragraphs := 0, 0; i < p.headEnd+1 && i < len(p.d.Blocks) && paragraphs < 2; i++ {
		b := p.d.Blocks[i]
		if b.Role != text.Body || b.Len() < 60 || rows[i] {
			continue
		}
		paragraphs++
		start := p.s[b.Start : b.Start+min(b.Len(), reach)]
		tokens := text.AppendTokens(nil, start)
		dates := findDates(start, tokens, order == monthFirst)
		if len(dates) == 0 || !opensParagraph(start, tokens, dates[0]) {
			continue
		}
		time, hasTime := findClock(start, tokens, dates)
		hasTime = hasTime && time.from <= dates[0].to+1
		end := int(tokens[dates[0].to-1].End)
		p.d.Published = dates[0].String()
		if hasTime {
			p.d.Published += time.String()
			end = max(end, int(tokens[time.to-1].End))
		}
		p.d.PublishedBasis = start[:end]
		p.warnSwapped(dates[0], start[:end])
		return
	}
}

// opensParagraph reports whether all that stands before a date is a place, and
// whether a mark of a dateline follows it.
func opensParagraph(s string, tokens []text.Token, d absolute) bool {
	words, mark := 0, false
	w := publicationWords()
	for _, t := range tokens[:d.from] {
		word := t.Text(s)
		lower := strings.ToLower(word)
		switch {
		case t.Kind == text.Number || t.Kind == text.Punct && !strings.Contains(",.|/:-–—()", word):
			return false
		case t.Kind == text.Punct:
			mark = true
		case w.tied.has(lower) || !t.Is(text.Upper) || lower == "in" || lower == "on" || lower == "at" || lower == "the":
			return false
		case w.filler.has(lower): // a day of the week
		default:
			words++
		}
	}
	if words == 0 || words > 4 || !mark {
		return false
	}
	for _, t := range tokens[d.to:min(len(tokens), d.to+10)] {
		switch word := t.Text(s); {
		case t.Kind == text.Punct && strings.Contains("(–—-./|", word):
			return true
		case t.Kind == text.Word && !t.Is(text.Upper) && word != "am" && word != "pm":
			return false
		}
	}
	return false
}
