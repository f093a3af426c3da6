package source

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

// matrix3 is a PDF transformation: x' = a*x + c*y + e, y' = b*x + d*y + f.
type matrix3 struct{ a, b, c, d, e, f float64 }

var identity3 = matrix3{a: 1, d: 1}

// times returns the transformation that does m first and then n.
func (m matrix3) times(n matrix3) matrix3 {
	return matrix3{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// run is text shown at one place, in units of the page.
type run struct {
	text   string
	x, y   float64 // where it begins
	end    float64 // where it ends, along the line
	height float64 // size of the letters
	gap    float64 // the distance from which words are apart
	ux, uy float64 // the direction of its line
}

// pdfPage interprets the content of a page: ISO 32000-1, chapter 9.
type pdfPage struct {
	left int64 // bytes of text that may still be read
	runs []run

	ctm, tm, tlm                 matrix3
	stack                        []matrix3
	font                         *pdfFont
	fonts                        map[string]*pdfFont
	size, leading, scale         float64
	charSpace, wordSpace, raised float64
	forms                        int
}

// read interprets a page and reports whether it was sound.
func (p *pdfPage) read(page pdf.Page) (sound bool) {
	defer func() {
		if recover() != nil {
			sound = false
		}
	}()
	if contents := page.V.Key("Contents"); contents.Kind() != pdf.Null {
		p.interpret(contents, page.Resources())
	}
	return true
}

// errFull stops the interpreter at the limit.
type errFull struct{}

func (p *pdfPage) interpret(contents, resources pdf.Value) {
	fonts, outer := p.fonts, p.stack
	p.fonts, p.stack = make(map[string]*pdfFont), nil
	defer func() { p.fonts, p.stack = fonts, outer }()
	pdf.Interpret(contents, func(stack *pdf.Stack, op string) {
		args := make([]pdf.Value, min(stack.Len(), 8))
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		for stack.Len() > 0 {
			stack.Pop()
		}
		p.operate(op, args, resources)
		if p.left <= 0 {
			panic(errFull{})
		}
	})
}

func (p *pdfPage) operate(op string, args []pdf.Value, resources pdf.Value) {
	n := func(i int) float64 {
		if i >= len(args) {
			return 0
		}
		f := args[i].Float64()
		if math.IsNaN(f) || math.Abs(f) > 1e9 {
			return 0
		}
		return f
	}
	move := func(x, y float64) {
		p.tlm = matrix3{1, 0, 0, 1, x, y}.times(p.tlm)
		p.tm = p.tlm
	}
	switch op {
	case "q":
		if len(p.stack) < 256 {
			p.stack = append(p.stack, p.ctm)
		}
	case "Q":
		if len(p.stack) > 0 {
			p.ctm = p.stack[len(p.stack)-1]
			p.stack = p.stack[:len(p.stack)-1]
		}
	case "cm":
		p.ctm = matrix3{n(0), n(1), n(2), n(3), n(4), n(5)}.times(p.ctm)
	case "BT":
		p.tm, p.tlm = identity3, identity3
	case "Tm":
		p.tlm = matrix3{n(0), n(1), n(2), n(3), n(4), n(5)}
		p.tm = p.tlm
	case "Td":
		move(n(0), n(1))
	case "TD":
		p.leading = -n(1)
		move(n(0), n(1))
	case "T*":
		move(0, -p.leading)
	case "TL":
		p.leading = n(0)
	case "Tc":
		p.charSpace = n(0)
	case "Tw":
		p.wordSpace = n(0)
	case "Tz":
		p.scale = n(0) / 100
	case "Ts":
		p.raised = n(0)
	case "Tf":
		if len(args) == 2 {
			p.size = n(1)
			p.font = p.fontOf(args[0].Name(), resources)
		}
	case "Tj":
		if len(args) == 1 {
			p.show(args[0].RawString())
		}
	case "'":
		move(0, -p.leading)
		if len(args) == 1 {
			p.show(args[0].RawString())
		}
	case "\"":
		p.wordSpace, p.charSpace = n(0), n(1)
		move(0, -p.leading)
		if len(args) == 3 {
			p.show(args[2].RawString())
		}
	case "TJ":
		if len(args) != 1 {
			return
		}
		for i := range args[0].Len() {
			if v := args[0].Index(i); v.Kind() == pdf.String {
				p.show(v.RawString())
			} else if f := v.Float64(); math.Abs(f) < 1e6 {
				p.tm = matrix3{1, 0, 0, 1, -f / 1000 * p.size * p.scale, 0}.times(p.tm)
			}
		}
	case "Do":
		if len(args) == 1 {
			p.form(resources.Key("XObject").Key(args[0].Name()), resources)
		}
	}
}

// form interprets a form, which is a page inside a page.
func (p *pdfPage) form(x, resources pdf.Value) {
	if x.Key("Subtype").Name() != "Form" || p.forms >= mostForms {
		return
	}
	p.forms++
	ctm, font, size := p.ctm, p.font, p.size
	if m := x.Key("Matrix"); m.Len() == 6 {
		p.ctm = matrix3{m.Index(0).Float64(), m.Index(1).Float64(), m.Index(2).Float64(), m.Index(3).Float64(), m.Index(4).Float64(), m.Index(5).Float64()}.times(p.ctm)
	}
	if own := x.Key("Resources"); own.Kind() == pdf.Dict {
		resources = own
	}
	p.interpret(x, resources)
	p.ctm, p.font, p.size = ctm, font, size
	p.forms--
}

// show notes the text of a string at the current place and moves on.
func (p *pdfPage) show(raw string) {
	if p.font == nil || raw == "" {
		return
	}
	s, width, glyphs, spaces := p.font.decode(raw)
	m := matrix3{1, 0, 0, 1, 0, p.raised}.times(p.tm).times(p.ctm)
	length := (width/1000*p.size + float64(glyphs)*p.charSpace + float64(spaces)*p.wordSpace) * p.scale
	p.tm = matrix3{1, 0, 0, 1, length, 0}.times(p.tm)
	ux, uy := m.a, m.b
	norm := math.Hypot(ux, uy)
	if s == "" || norm == 0 || math.IsNaN(norm) || math.IsInf(norm, 0) {
		return
	}
	ux, uy = ux/norm, uy/norm
	r := run{text: s, height: math.Abs(p.size) * math.Hypot(m.c, m.d), ux: ux, uy: uy}
	r.x = m.e*ux + m.f*uy
	r.y = m.f*ux - m.e*uy
	r.end = r.x + length*norm
	r.gap = 0.18
	if !p.font.measured {
		r.gap = 0.6
	}
	p.left -= int64(len(s))
	p.runs = append(p.runs, r)
}

// pdfFont decodes strings and measures them.
type pdfFont struct {
	encoding pdf.TextEncoding
	wide     bool // two bytes a glyph
	measured bool // widths are known
	widths   map[int]float64
	missing  float64
	text     [256]*string // of one-byte codes, decoded
}

func (p *pdfPage) fontOf(name string, resources pdf.Value) *pdfFont {
	if f, ok := p.fonts[name]; ok {
		return f
	}
	v := resources.Key("Font").Key(name)
	if v.Kind() != pdf.Dict {
		return nil
	}
	font := pdf.Font{V: v}
	f := &pdfFont{encoding: font.Encoder(), widths: make(map[int]float64), missing: 500}
	const most = 1 << 16
	if v.Key("Subtype").Name() == "Type0" {
		f.wide = true
		below := v.Key("DescendantFonts").Index(0)
		f.missing = 1000
		if dw := below.Key("DW"); dw.Kind() != pdf.Null {
			f.missing = dw.Float64()
		}
		w := below.Key("W")
		f.measured = w.Len() > 0
		for i := 0; i+1 < w.Len() && len(f.widths) < most; { // c [w1 w2 ...] or first last w
			c := int(w.Index(i).Int64())
			if list := w.Index(i + 1); list.Kind() == pdf.Array {
				for k := range min(list.Len(), most) {
					f.widths[c+k] = list.Index(k).Float64()
				}
				i += 2
			} else {
				for k := c; k <= min(int(list.Int64()), c+most) && i+2 < w.Len() && len(f.widths) < most; k++ {
					f.widths[k] = w.Index(i + 2).Float64()
				}
				i += 3
			}
		}
	} else {
		first := font.FirstChar()
		w := v.Key("Widths")
		f.measured = w.Len() > 0
		for k := range min(w.Len(), 256) {
			f.widths[first+k] = w.Index(k).Float64()
		}
		if v.Key("Subtype").Name() == "Type3" {
			f.measured = false // widths are in units of the font's own matrix
			f.widths = nil
		}
	}
	p.fonts[name] = f
	return f
}

// decode returns the text of a string, its width in thousandths of the font
// size, and the number of its glyphs and of its spaces.
func (f *pdfFont) decode(raw string) (s string, width float64, glyphs, spaces int) {
	var b strings.Builder
	add := func(code int) {
		w, ok := f.widths[code]
		if !ok {
			w = f.missing
		}
		width += w
		glyphs++
	}
	if f.wide {
		for i := 0; i+1 < len(raw); i += 2 {
			add(int(raw[i])<<8 | int(raw[i+1]))
		}
		b.WriteString(f.encoding.Decode(raw))
	} else {
		for i := 0; i < len(raw); i++ {
			c := raw[i]
			add(int(c))
			if c == ' ' {
				spaces++
			}
			if f.text[c] == nil {
				t := f.encoding.Decode(raw[i : i+1])
				f.text[c] = &t
			}
			b.WriteString(*f.text[c])
		}
	}
	s = strings.ToValidUTF8(b.String(), "\uFFFD")
	if strings.ContainsAny(s, "ﬀﬁﬂﬃﬄ\x00") {
		s = ligatures.Replace(s)
	}
	return s, width, glyphs, spaces
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "\x00", "")
