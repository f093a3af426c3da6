package events

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// A clockHead is the time of day that an entry of a live report is headed by
// or opens with: "14:35 GMT" alone in its line, "14.35: Shells hit the market".
type clockHead struct {
	text.Span     // of the time
	block     int // that it opens
	minute    int // of the day
	own       When
	day       When // that the entry is of, without a date where nothing tells
}

const (
	fewestClocks = 3       // heads that make a live report
	dayTurn      = 3 * 60  // minutes that the clock must have gone back by, if the day has changed
	halfDay      = 12 * 60 // beyond, the clock has gone the other way, past midnight
	startOfTape  = 30      // minutes: where the first clock is lower, a recording is transcribed
)

// tapeMark is how far a recording has run, and no time of day.
var tapeMark = regexp.MustCompile(`^\W{0,3}(2[4-9]|[3-9]\d|[1-9]\d\d|\d{1,2}:\d{2}):[0-5]\d\b`)

// bareClock is a time that is known for one only where others open paragraphs as well.
var bareClock = regexp.MustCompile(`^([01]?\d|2[0-3])[:.]([0-5]\d)(?:[^\d:.]|[:.]\D|[:.]?$)`)

// readClocks finds the entries of a live report, gives each the day that the
// page, a line between them or its own head tells, and makes their heads times
// of that day. A text with fewer than fewestClocks of them has none.
func (d *documentAnalysis) readClocks() {
	heads, days := d.clockHeads()
	if len(heads) < fewestClocks || len(days) == 0 && heads[0].minute < startOfTape && !goesBack(heads) {
		return
	}
	d.dateClocks(heads, days)
	d.clocks = slices.DeleteFunc(heads, func(h clockHead) bool { return h.day.EDTF == "" })
	if len(d.clocks) < fewestClocks {
		d.clocks = nil
		return
	}
	times := make([]timex.Mention, 0, len(d.times)+len(d.clocks))
	k := 0
	for _, h := range d.clocks {
		for k < len(d.times) && d.times[k].Start < h.Start {
			times = append(times, d.times[k])
			k++
		}
		m := timex.Mention{Span: h.Span, Type: timex.Time, Rule: "clock", Underspecified: "XXXX-XX-XX"}
		if k < len(d.times) && d.times[k].Start == h.Start {
			m = d.times[k]
			k++
		}
		if h.own.EDTF == "" {
			m.EDTF = h.day.EDTF + "T" + twoDigits(h.minute/60) + ":" + twoDigits(h.minute%60) + ":00"
			m.Value, m.Clock, m.From = m.EDTF[:len(m.EDTF)-3], timex.ClockNarrative, text.Span{}
			m.Earliest, m.Latest, m.Precision, m.Basis = h.day.Earliest, h.day.Latest, "second", h.day.Basis
		}
		times = append(times, m)
	}
	d.times = append(times, d.times[k:]...)
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// clockHeads returns the paragraphs and headings that open with a time of day
// set off from what follows, and the lines that are nothing but a day, as heads
// without a time, both in order; none if the text is the transcript of a recording.
func (d *documentAnalysis) clockHeads() (heads, days []clockHead) {
	times := d.times
	for i, s := range d.sentences {
		if i > 0 && d.sentences[i-1].block == s.block || s.role == text.Title {
			continue
		}
		for len(times) > 0 && times[0].Start < d.doc.Blocks[s.block].Start {
			times = times[1:]
		}
		if b := d.doc.Blocks[s.block]; tapeMark.MatchString(d.doc.Text[b.Start:b.End]) {
			return nil, nil
		}
		if h, ok := d.clockHead(s.block, times); ok {
			heads = append(heads, h)
		} else if w, opens := d.openingDate(s, times); opens && w.Precision == "day" {
			days = append(days, clockHead{block: s.block, day: w})
		}
	}
	return heads, days
}

// clockHead returns the time that a block opens with; times are those of the
// document from there on. Times in other zones, and a day, may stand beside it.
func (d *documentAnalysis) clockHead(block int, times []timex.Mention) (h clockHead, ok bool) {
	const marks = " \t[](){}*_"
	b, s := d.doc.Blocks[block], d.doc.Text
	at := b.End - len(strings.TrimLeft(s[b.Start:b.End], marks))
	h = clockHead{Span: text.Span{Start: at, End: at}, block: block, minute: -1, own: noDate()}
	for k := 0; k < len(times) && times[k].End <= b.End && strings.Trim(s[h.End:max(h.End, times[k].Start)], marks+",/|") == ""; k++ {
		m := &times[k]
		clock, timed := minuteOf(m.Value)
		switch {
		case m.EDTF != "" && m.Underspecified != "XXXX-XX-XX" && !m.Named && daysOf(fromMention(m)) == 1:
			h.own = fromMention(m)
		case !timed || m.Rule != "clock":
			return h, false
		}
		if h.minute < 0 && timed {
			h.minute, h.Span = clock, m.Span
		} else {
			h.End = m.End
		}
	}
	if h.minute < 0 {
		found := bareClock.FindStringSubmatch(s[at:b.End])
		if found == nil {
			return h, false
		}
		hours, _ := strconv.Atoi(found[1])
		minutes, _ := strconv.Atoi(found[2])
		h.minute, h.End = hours*60+minutes, at+len(found[1])+1+len(found[2])
	}
	rest := strings.TrimLeft(d.wording(h.End, b.End), marks)
	first, _ := utf8.DecodeRuneInString(rest)
	return h, !hasWord(rest) || strings.ContainsRune(":–—-|•·", first) || unicode.IsUpper(first)
}

// minuteOf returns the minute of the day that the TIMEX3 value of a time gives.
func minuteOf(value string) (int, bool) {
	_, clock, ok := strings.Cut(value, "T")
	if !ok || len(clock) < len("00:00") || clock[2] != ':' {
		return 0, false
	}
	hours, err1 := strconv.Atoi(clock[:2])
	minutes, err2 := strconv.Atoi(clock[3:5])
	return hours*60 + minutes, err1 == nil && err2 == nil
}

// goesBack reports whether a live report has its newest entry first.
func goesBack(heads []clockHead) bool {
	back := 0
	for i := 1; i < len(heads); i++ {
		switch step := heads[i].minute - heads[i-1].minute; {
		case step > halfDay, step < 0 && step > -halfDay:
			back++
		case step != 0:
			back--
		}
	}
	return back > 0
}

// dateClocks gives each head its day: the one it states, that of the line
// above, or the page's, and the next or the one before where the clock has
// passed midnight since.
func (d *documentAnalysis) dateClocks(heads, days []clockHead) {
	back := goesBack(heads)
	day := d.dayOfPage()
	day.Basis = "the day of the live report: " + day.Basis
	stated := slices.ContainsFunc(heads, func(h clockHead) bool { return h.own.EDTF != "" })
	if back && !stated && len(days) == 0 && d.oldestIsOf(heads) {
		for range turns(heads, true) {
			day = nextDay(day, 1)
		}
	}
	for i := range heads {
		h := &heads[i]
		turned := i > 0 && turnsDay(heads[i-1].minute, h.minute, back)
		for ; len(days) > 0 && days[0].block < h.block; days = days[1:] {
			day, turned = days[0].day, false
			day.Basis = "the day above it in the live report: " + day.Basis
		}
		switch {
		case h.own.EDTF != "":
			day = h.own
		case turned && back:
			day = nextDay(day, -1)
		case turned:
			day = nextDay(day, 1)
		}
		h.day = day
	}
}

// turnsDay reports whether midnight lies between two entries, one after the
// other in the text. Entries that are out of order by a few minutes are of one day.
func turnsDay(before, after int, back bool) bool {
	if back {
		before, after = after, before
	}
	return before-after > dayTurn
}

// turns counts the midnights between the entries.
func turns(heads []clockHead, back bool) (n int) {
	for i := 1; i < len(heads); i++ {
		n += boolInt(turnsDay(heads[i-1].minute, heads[i].minute, back))
	}
	return n
}

// oldestIsOf reports whether a page that has its newest entry first is dated by
// the oldest of them, as one that is dated by when the report began.
func (d *documentAnalysis) oldestIsOf(heads []clockHead) bool {
	began, ok := minuteOf(d.doc.Published)
	return ok && heads[len(heads)-1].minute >= began
}

// dayOfPage returns the day of a document's publication, else the only one that
// its title names, else no date.
func (d *documentAnalysis) dayOfPage() When {
	if p := d.published(); p.Precision == "day" {
		p.Basis = p.EDTF + ", the day of publication"
		return p
	}
	found := noDate()
	for k := range d.times {
		m := &d.times[k]
		if d.roleAt(m.Start) != text.Title || m.Precision != "day" {
			continue
		}
		if found.EDTF != "" {
			return noDate()
		}
		found = fromMention(m)
	}
	return found
}

// roleAt returns the role of the block that holds byte i of the text.
func (d *documentAnalysis) roleAt(i int) text.Role {
	k, _ := slices.BinarySearchFunc(d.doc.Blocks, i+1, func(b text.Block, at int) int { return b.End - at })
	if k < len(d.doc.Blocks) && d.doc.Blocks[k].Start <= i {
		return d.doc.Blocks[k].Role
	}
	return text.Furniture
}

// nextDay returns the day n days behind w, which is a day; no date if w has none.
func nextDay(w When, n int) When {
	if w.EDTF == "" || w.Earliest == edtf.Open {
		return w
	}
	day := w.Earliest + edtf.Day(n)
	w.EDTF, w.Earliest, w.Latest = day.String(), day, day
	w.Basis = "past midnight, counted from " + strings.TrimPrefix(w.Basis, "past midnight, counted from ")
	return w
}
