package figure

import (
	"fmt"
	"io"
	"time"
	"unicode"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-text/typesetting/font"
)

// PDF writes f as one page of vectors of the figure's size. Text is text: it
// can be selected, searched and copied, and the letters it uses are embedded.
// Title, alternative text and command are in the document's properties.
//
// Arabic letters are joined and right-to-left text is put in its order for the
// eye, as the PDF library draws one character after another.
func (f *Figure) PDF(w io.Writer) error {
	z := f.zoom
	size := fpdf.SizeType{Wd: f.scene.width * z, Ht: f.scene.height * z}
	p := pdfWriter{Fpdf: fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: size}), f: f, zoom: z}
	p.SetMargins(0, 0, 0)
	p.SetAutoPageBreak(false, 0)
	// The same figure gives the same bytes on any day.
	p.SetCreationDate(time.Unix(0, 0).UTC())
	p.SetModificationDate(time.Unix(0, 0).UTC())
	p.SetCatalogSort(true)
	p.SetTitle(f.Title, true)
	p.SetSubject(f.Alt, true)
	p.SetKeywords(f.command, true)
	p.SetCreator("dateline", true)
	p.SetLang(f.lang)
	p.SetDisplayMode("fullpage", "single")
	p.AddUTF8FontFromBytes("noto", "", fontData["regular"]())
	p.AddUTF8FontFromBytes("noto", "B", fontData["semibold"]())
	for i, b := range f.fonts.extra {
		if !isTrueType(b) {
			return fmt.Errorf("font %d: PDF takes TrueType outlines only, and this font has others; write SVG or PNG, or name a .ttf file", i+1)
		}
		p.AddUTF8FontFromBytes(extraFont(i), "", b)
	}
	p.AddPage()
	p.SetLineJoinStyle("round") // a miter makes a spike where a circle closes
	for _, it := range f.scene.items {
		switch {
		case it.path != nil:
			p.path(it.path)
		case it.text != nil:
			p.text(it.text)
		}
	}
	if err := p.Error(); err != nil {
		return fmt.Errorf("PDF: %w", err)
	}
	return p.Output(w)
}

// isTrueType tells TrueType outlines from those of other sorts.
func isTrueType(b []byte) bool {
	return len(b) > 4 && (string(b[:4]) == "\x00\x01\x00\x00" || string(b[:4]) == "true")
}

func extraFont(i int) string { return fmt.Sprintf("extra%d", i) }

type pdfWriter struct {
	*fpdf.Fpdf
	f    *Figure
	zoom float64
}

func (p *pdfWriter) path(s *path) {
	z := p.zoom
	style := ""
	if s.fill != "" {
		p.SetFillColor(rgb(s.fill))
		style = "F"
	}
	if s.stroke != "" {
		p.SetDrawColor(rgb(s.stroke))
		p.SetLineWidth(s.width * z)
		var dash []float64
		for _, d := range s.dash {
			dash = append(dash, d*z)
		}
		p.SetDashPattern(dash, 0)
		style += "D"
	}
	for _, g := range s.segments {
		switch g.op {
		case 'M':
			p.MoveTo(g.x1*z, g.y1*z)
		case 'L':
			p.LineTo(g.x1*z, g.y1*z)
		case 'C':
			p.CurveBezierCubicTo(g.x1*z, g.y1*z, g.x2*z, g.y2*z, g.x3*z, g.y3*z)
		default:
			p.ClosePath()
		}
	}
	p.DrawPath(style)
}

// run is a piece of text in one font.
type run struct {
	family, s string
}

func (p *pdfWriter) text(t *text) {
	z := p.zoom
	style := ""
	faces := p.f.fonts.regular
	if t.bold {
		style, faces = "B", p.f.fonts.bold
	}
	runs := runsOf(visual(t.s), faces)
	width := 0.0
	for _, r := range runs {
		p.use(r, style, t.size*z)
		width += p.GetStringWidth(r.s)
	}
	x, y := t.x*z, t.y*z
	shift := 0.0
	switch t.anchor {
	case atMiddle:
		shift = width / 2
	case atEnd:
		shift = width
	}
	if t.turned {
		p.TransformBegin()
		p.TransformRotate(90, x, y)
	}
	x -= shift
	for _, r := range runs {
		p.use(r, style, t.size*z)
		if t.halo != "" {
			// An outline below the letters, which keeps lines away from them.
			p.SetDrawColor(rgb(t.halo))
			p.SetTextColor(rgb(t.halo))
			p.SetLineWidth(2 * z)
			p.SetDashPattern(nil, 0)
			p.SetTextRenderingMode(1)
			p.Text(x, y, r.s)
			p.SetTextRenderingMode(0)
		}
		p.SetTextColor(rgb(t.fill))
		p.Text(x, y, r.s)
		x += p.GetStringWidth(r.s)
	}
	if t.turned {
		p.TransformEnd()
	}
}

func (p *pdfWriter) use(r run, style string, size float64) {
	if r.family != "noto" {
		style = ""
	}
	p.SetFont(r.family, style, size)
}

// lastInPDF is the last character that the PDF library has a width for.
const lastInPDF = 0xffff

// runsOf cuts s where another font has the letters. What a PDF cannot hold
// becomes U+FFFD; Warnings names it.
func runsOf(s string, faces []*font.Face) []run {
	var out []run
	for _, r := range s {
		if r > lastInPDF {
			r = unicode.ReplacementChar
		}
		name := "noto"
		if _, ok := faces[0].NominalGlyph(r); !ok {
			for i, face := range faces[1:] {
				if _, ok := face.NominalGlyph(r); ok {
					name = extraFont(i)
					break
				}
			}
		}
		if n := len(out); n > 0 && out[n-1].family == name {
			out[n-1].s += string(r)
		} else {
			out = append(out, run{name, string(r)})
		}
	}
	return out
}
