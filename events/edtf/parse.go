package edtf

import (
	"fmt"
	"strings"
)

// maxText bounds a value's length, and with it the cost of reading one.
const maxText = 4096

// SyntaxError tells what is wrong with a text that is no EDTF value, or that
// names a day that no calendar has.
type SyntaxError struct {
	Text   string // the whole text, as given
	Offset int    // bytes from its start to the fault
	Reason string // what was expected, or why the date is impossible
}

// Error returns the text, the place and the reason.
func (e *SyntaxError) Error() string {
	text := e.Text
	if len(text) > 60 {
		text = strings.ToValidUTF8(text[:60], "") + "..."
	}
	return fmt.Sprintf("edtf: %q: byte %d: %s", text, e.Offset, e.Reason)
}

// Parse reads a value of ISO 8601-2 level 0, 1 or 2: dates, dates with a time
// of day, seasons, intervals, sets, qualifiers and unspecified digits. A date
// that does not exist ("2021-02-29") is an error; so is an interval or a range
// whose start lies after its end. Every error is a *SyntaxError.
func Parse(s string) (Value, error) {
	p := parser{s: s}
	v := p.value()
	if p.err == nil && p.i < len(s) {
		p.fail("nothing more expected")
	}
	if p.err != nil {
		return Value{}, p.err
	}
	return v, nil
}

// Valid reports whether Parse reads s without an error.
func Valid(s string) bool {
	_, err := Parse(s)
	return err == nil
}

type parser struct {
	s   string
	i   int
	err error
}

func (p *parser) fail(reason string) {
	if p.err == nil {
		p.err = &SyntaxError{Text: p.s, Offset: p.i, Reason: reason}
	}
}

func (p *parser) peek() byte {
	if p.i < len(p.s) {
		return p.s[p.i]
	}
	return 0
}

func (p *parser) take(c byte) bool {
	if p.peek() != c || p.i >= len(p.s) {
		return false
	}
	p.i++
	return true
}

func (p *parser) takeDots() bool {
	if !strings.HasPrefix(p.s[p.i:], "..") {
		return false
	}
	p.i += 2
	return true
}

func (p *parser) value() Value {
	switch {
	case p.s == "":
		p.fail("empty")
		return Value{}
	case len(p.s) > maxText:
		p.fail("longer than any date")
		return Value{}
	case p.take('['):
		return p.set(OneOf, ']')
	case p.take('{'):
		return p.set(AllOf, '}')
	}
	from := p.end()
	if p.err != nil || p.i == len(p.s) {
		if from.end != 0 {
			p.fail("an open end needs a slash and another end")
		}
		return Value{Single, []item{{from: from}}}
	}
	if !p.take('/') {
		p.fail("expected a slash or the end")
		return Value{}
	}
	to := p.end()
	if from.end != 0 && to.end != 0 {
		p.fail("an interval needs one end that is a date")
	}
	p.checkOrder(from, to)
	return Value{Interval, []item{{from: from}, {from: to}}}
}

// end reads one side of an interval.
func (p *parser) end() date {
	switch {
	case p.takeDots():
		return date{end: '.', exp: -1}
	case p.i == len(p.s) || p.peek() == '/':
		return date{end: '/', exp: -1}
	}
	return p.date()
}

func (p *parser) set(kind Kind, close byte) Value {
	v := Value{kind: kind}
	none := date{end: '/', exp: -1}
	for p.err == nil {
		it := item{from: none, to: none}
		if p.takeDots() {
			it.dots = true
			it.to = p.date()
		} else {
			it.from = p.date()
			if p.takeDots() {
				it.dots = true
				if c := p.peek(); c != close && c != ',' {
					it.to = p.date()
					p.checkOrder(it.from, it.to)
				}
			}
		}
		v.items = append(v.items, it)
		if p.take(close) {
			break
		}
		if !p.take(',') {
			p.fail("expected a comma or the end of the set")
		}
	}
	return v
}

func (p *parser) checkOrder(from, to date) {
	if p.err != nil || from.end != 0 || to.end != 0 {
		return
	}
	a, _ := from.bounds()
	_, b := to.bounds()
	late := a == b && from.clock != "" && to.clock != "" && from.zone == to.zone && from.clock > to.clock
	if a != Open && b != Open && a > b || late {
		p.fail("the end lies before the start")
	}
}

func (p *parser) qualifier() byte {
	switch c := p.peek(); c {
	case '?', '~', '%':
		p.i++
		return c
	}
	return 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// digits reads from least to most digits, X among them when x is set.
func (p *parser) digits(least, most int, x bool) string {
	start := p.i
	for p.i-start < most && (isDigit(p.peek()) || x && p.peek() == 'X') {
		p.i++
	}
	if p.i-start < least {
		p.fail(fmt.Sprintf("expected %d digits", least))
		return ""
	}
	return p.s[start:p.i]
}

func (p *parser) date() date {
	d := date{exp: -1}
	start := p.i
	d.year.left = p.qualifier()
	if p.take('Y') {
		p.longYear(&d)
	} else {
		d.neg = p.take('-')
		d.year.digits = p.digits(4, 4, true)
		if p.take('S') {
			d.sig = p.significant(4)
		}
		d.year.right = p.qualifier()
		if d.sig == 0 {
			p.monthAndDay(&d)
		}
	}
	if p.err != nil {
		return d
	}
	if d.neg && strings.Trim(d.year.digits, "0") == "" && !d.long {
		p.i = start
		p.fail("the year before 1 is 0000, without a sign")
	}
	if !d.exists() {
		p.i = start
		p.fail("no such date")
	}
	return d
}

// longYear reads what follows Y: more than four digits, or an exponent.
func (p *parser) longYear(d *date) {
	d.long = true
	d.neg = p.take('-')
	d.year.digits = p.digits(1, 18, false)
	if p.take('E') {
		e := p.digits(1, 2, false)
		d.exp = atoi(e)
		if len(e) > 1 && e[0] == '0' || d.exp == 0 {
			p.fail("an exponent starts with 1 to 9")
		}
	} else if len(d.year.digits) < 5 {
		p.fail("Y needs a year of more than four digits, or an exponent")
	}
	if len(d.year.digits) > 0 && d.year.digits[0] == '0' {
		p.fail("a year after Y does not start with 0")
	}
	if p.take('S') {
		d.sig = p.significant(18)
	}
	d.year.right = p.qualifier()
}

func (p *parser) significant(most int) int {
	s := p.digits(1, 2, false)
	n := atoi(s)
	if n < 1 || n > most || s[0] == '0' {
		p.fail("expected a number of significant digits")
	}
	return n
}

func (p *parser) monthAndDay(d *date) {
	next := func() (q part, ok bool) {
		if p.err != nil || p.peek() != '-' {
			return part{}, false
		}
		p.i++
		q.left = p.qualifier()
		q.digits = p.digits(2, 2, true)
		q.right = p.qualifier()
		return q, p.err == nil
	}
	var ok bool
	if d.month, ok = next(); !ok {
		return
	}
	if d.season() != 0 {
		return
	}
	if d.day, ok = next(); !ok {
		return
	}
	if p.peek() == 'T' {
		p.clock(d)
	}
}

// clock reads a time of day, which needs a complete date before it.
func (p *parser) clock(d *date) {
	if strings.Contains(d.year.digits+d.month.digits+d.day.digits, "X") {
		p.fail("a time needs a complete date")
		return
	}
	start := p.i
	p.i++ // T
	h := p.digits(2, 2, false)
	p.expect(':')
	m := p.digits(2, 2, false)
	p.expect(':')
	s := p.digits(2, 2, false)
	if p.err != nil {
		return
	}
	// 24:00:00 is the end of a day, and 60 a leap second.
	if atoi(m) > 59 || atoi(s) > 60 || atoi(h) > 24 || atoi(h) == 24 && m+s != "0000" {
		p.i = start
		p.fail("no such time")
		return
	}
	d.clock = p.s[start:p.i]
	start = p.i
	switch {
	case p.take('Z'):
	case p.take('+'), p.take('-'):
		h, m = p.digits(2, 2, false), "00"
		if p.take(':') {
			m = p.digits(2, 2, false)
		}
		if p.err == nil && (atoi(h) > 14 || atoi(m) > 59) {
			p.fail("no such time zone")
		}
	}
	d.zone = p.s[start:p.i]
}

func (p *parser) expect(c byte) {
	if !p.take(c) {
		p.fail("expected " + string(c))
	}
}

// atoi reads digits that the parser has checked; it saturates far beyond any year.
func atoi(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if n > 1<<58 {
			return n
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}
