package export

import (
	"bufio"
	"io"
	"unicode/utf8"
)

// printer writes strings and keeps the first error; what follows it writes
// nothing.
type printer struct {
	w   *bufio.Writer
	err error
}

func newPrinter(w io.Writer) *printer { return &printer{w: bufio.NewWriterSize(w, 1<<16)} }

func (p *printer) print(s ...string) {
	for _, s := range s {
		if p.err == nil {
			_, p.err = p.w.WriteString(s)
		}
	}
}

// xml writes s as the content of an XML element or attribute.
func (p *printer) xml(s string) {
	if p.err == nil {
		p.err = xmlText(p.w, s)
	}
}

func (p *printer) flush() error {
	if p.err != nil {
		return p.err
	}
	return p.w.Flush()
}

// xmlText writes s as character data that may also stand in an attribute. What
// XML 1.0 cannot hold (section 2.2, Char) becomes U+FFFD, and white space in
// an attribute would be read as a space, so it is written as a reference.
func xmlText(w *bufio.Writer, s string) error {
	last := 0
	for i := 0; i < len(s); {
		var esc string
		size := 1
		switch c := s[i]; {
		case c == '&':
			esc = "&amp;"
		case c == '<':
			esc = "&lt;"
		case c == '>':
			esc = "&gt;"
		case c == '"':
			esc = "&quot;"
		case c == '\t':
			esc = "&#9;"
		case c == '\n':
			esc = "&#10;"
		case c == '\r':
			esc = "&#13;"
		case c < ' ':
			esc = "\ufffd"
		case c < utf8.RuneSelf:
			i++
			continue
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			size = n
			if !(r == utf8.RuneError && n == 1) && r != 0xfffe && r != 0xffff {
				i += n
				continue
			}
			esc = "\ufffd"
		}
		if _, err := w.WriteString(s[last:i]); err != nil {
			return err
		}
		if _, err := w.WriteString(esc); err != nil {
			return err
		}
		i += size
		last = i
	}
	_, err := w.WriteString(s[last:])
	return err
}
