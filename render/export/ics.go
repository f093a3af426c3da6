package export

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// ICS writes the events as a calendar (RFC 5545). A calendar holds days: an
// event whose day is stated is an entry of that day, one that lasted from a
// stated day to another an entry of all of them. An event known to the week, month
// or year, or to a range of possible days, is left out, or with Options.Spans
// written as all of these days under a title that says so. What did not
// happen, or may not have, is tentative, and its title says how it is told.
//
// The clock plays no part: an entry is stamped with the day of the last
// document that reports it.
func ICS(w io.Writer, g *graph.Graph, opt Options) ([]Left, error) {
	x := newIndex(g, opt)
	var t tally
	p := &calendar{printer: newPrinter(w)}
	p.line("BEGIN", "VCALENDAR")
	p.line("VERSION", "2.0")
	p.line("PRODID", "-//dateline//dateline//EN")
	p.line("CALSCALE", "GREGORIAN")
	p.text("X-WR-CALNAME", opt.title())
	for i := range g.Events {
		e := &g.Events[i]
		if why := p.event(x, e, opt); why != "" {
			t.leave(why)
		}
	}
	p.line("END", "VCALENDAR")
	return t.left, p.flush()
}

// calendar writes lines of content.
type calendar struct{ *printer }

// event writes an entry, or returns why it cannot.
func (c *calendar) event(x *index, e *graph.Event, opt Options) string {
	first, last, sure := days(&e.When)
	switch {
	case sure == noDay:
		return "events without a date, or whose date is open at an end"
	case year(first) < 1 || year(last) > 9998: // an all-day entry ends on the day after
		return "events outside the years 1 to 9998, which a calendar cannot hold"
	case sure == possible && !opt.Spans:
		return "events whose day is not known, only a week, a month, a year or some days; --spans writes them as all of these days"
	}
	heading := title(e)
	switch {
	case sure == possible:
		heading = "[some time: " + dateWords(e) + "] " + heading
	case rough(&e.When):
		heading = "[" + dateWords(e) + "] " + heading
	}
	c.line("BEGIN", "VEVENT")
	c.text("UID", e.ID+"@dateline.invalid")
	c.line("DTSTAMP", x.stamp(e))
	if at, ok := start(&e.When); ok && sure == oneDay {
		c.line("DTSTART", at)
	} else {
		c.line("DTSTART;VALUE=DATE", compact(first))
		c.line("DTEND;VALUE=DATE", compact(last+1)) // exclusive
	}
	c.text("SUMMARY", heading)
	c.text("DESCRIPTION", x.description(e))
	if s := placesOf(e); s != "" {
		c.text("LOCATION", oneLine(s))
	}
	if len(e.Places) > 0 && located(&e.Places[0]) {
		c.line("GEO", decimal(e.Places[0].Lat)+";"+decimal(e.Places[0].Lon))
	}
	c.text("CATEGORIES", oneLine(x.kindLabel(e.Kind)))
	if e.Modality == events.Happened && sure != possible {
		c.line("STATUS", "CONFIRMED")
	} else {
		c.line("STATUS", "TENTATIVE")
	}
	c.line("TRANSP", "TRANSPARENT") // nobody is busy with it
	c.text("X-DATELINE-EDTF", oneLine(e.When.EDTF))
	c.text("X-DATELINE-MODALITY", oneLine(string(e.Modality)))
	for _, r := range x.reportsOf(e) {
		if d := x.documents[r.Document]; d != nil {
			if u := webAddress(d.URL); u != "" {
				c.line("URL", u)
				break
			}
		}
	}
	c.line("END", "VEVENT")
	return ""
}

// description tells an event in a few lines: its date and how it was read, how
// many say so, what they differ in, and each quote with its source.
func (x *index) description(e *graph.Event) string {
	var b strings.Builder
	b.WriteString(dateWords(e))
	if e.When.Basis != "" {
		b.WriteString(" (" + oneLine(e.When.Basis) + ")")
	}
	b.WriteString("\n" + accounts(e))
	for _, s := range differences(e) {
		b.WriteString("\n" + s)
	}
	for _, r := range x.reportsOf(e) {
		if r.Quote.Text != "" {
			b.WriteString("\n“" + oneLine(r.Quote.Text) + "”")
		}
		if d := x.documents[r.Document]; d != nil {
			b.WriteString(" — " + x.note(d).Plain())
		}
	}
	return b.String()
}

// stamp is the day of the last publication of e as DTSTAMP, which RFC 5545
// asks for; the first day of 1970 when no document states one.
func (x *index) stamp(e *graph.Event) string {
	stamp := edtf.Day(0)
	for _, id := range e.Reports {
		if r := x.reports[id]; r != nil {
			if _, d := x.published[r.Document].Bounds(); d != edtf.Open && year(d) >= 1 && year(d) <= 9999 {
				stamp = max(stamp, d)
			}
		}
	}
	return compact(stamp) + "T000000Z"
}

// start is the time of day at which e is stated to have been, as DTSTART: UTC
// where the zone is stated, else the time of the place.
func start(w *events.When) (string, bool) {
	day, _, _ := days(w)
	t, zone, ok := clock(w)
	if !ok || len(t) != 8 || t >= "24" || t[6:] >= "60" {
		return "", false
	}
	var h, m, s, zh, zm int
	if n, _ := fmt.Sscanf(t, "%d:%d:%d", &h, &m, &s); n != 3 {
		return "", false
	}
	suffix := ""
	if zone != "" {
		suffix = "Z"
	}
	if len(zone) >= 3 {
		if n, _ := fmt.Sscanf(zone[1:]+":0", "%d:%d", &zh, &zm); n != 2 {
			return "", false
		}
		minutes := zh*60 + zm
		if zone[0] == '-' {
			minutes = -minutes
		}
		at := h*60 + m - minutes
		for ; at < 0; at += 24 * 60 {
			day--
		}
		for ; at >= 24*60; at -= 24 * 60 {
			day++
		}
		h, m = at/60, at%60
	}
	if year(day) < 1 || year(day) > 9999 {
		return "", false
	}
	return fmt.Sprintf("%sT%02d%02d%02d%s", compact(day), h, m, s, suffix), true
}

func year(d edtf.Day) int {
	y, _, _ := d.Date()
	return y
}

// compact is a day of the years 1 to 9999 as YYYYMMDD.
func compact(d edtf.Day) string {
	y, m, day := d.Date()
	return fmt.Sprintf("%04d%02d%02d", y, m, day)
}

var icsText = strings.NewReplacer("\\", "\\\\", ";", "\\;", ",", "\\,", "\n", "\\n")

// text writes a property whose value is text (RFC 5545, 3.3.11). "" writes none.
func (c *calendar) text(name, value string) {
	if value == "" {
		return
	}
	value = strings.Map(func(r rune) rune {
		if r != '\n' && (r < ' ' || r == 0x7f || r == utf8.RuneError) {
			return -1
		}
		return r
	}, value)
	c.line(name, icsText.Replace(value))
}

// foldAt is the most bytes of a line, without its end (RFC 5545, 3.1).
const foldAt = 75

// line writes a line of content, folded between characters.
func (c *calendar) line(name, value string) {
	s := name + ":" + value
	for room := foldAt; len(s) > room; room = foldAt - 1 {
		cut := room
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		if cut == 0 {
			cut = room // no character is that long: these are no characters
		}
		c.print(s[:cut], "\r\n ")
		s = s[cut:]
	}
	c.print(s, "\r\n")
}
