package figure

import (
	"bufio"
	"encoding/base64"
	"encoding/xml"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// fontStack is what stands in for the embedded font where a program does not
// read fonts from the file; none of it is wider.
const fontStack = `"Noto Sans","Open Sans","Segoe UI",Roboto,Arial,"Liberation Sans",sans-serif`

// SVG writes f as SVG 1.1 in millimetres. Text stays text; the parts of the
// embedded font that it needs are in the file, so that a browser shows it as
// it was measured. Title, description and the command that makes the figure
// again are in its metadata.
func (f *Figure) SVG(w io.Writer) error { return f.svg(w, true) }

// svg leaves the font out where the reader is given it in another way.
func (f *Figure) svg(w io.Writer, withFont bool) error {
	b := &svgWriter{Writer: bufio.NewWriterSize(w, 1<<16)}
	s := &f.scene
	wide, high := s.width*f.zoom/points, s.height*f.zoom/points
	b.put(`<svg xmlns="http://www.w3.org/2000/svg" width="`, num(wide), `mm" height="`, num(high), `mm" viewBox="0 0 `, num(s.width), ` `, num(s.height), `"`)
	b.put(` role="img" aria-labelledby="title desc" xml:lang="`, f.lang, `">`, "\n")
	b.put(`<title id="title">`, escape(f.Title), "</title>\n", `<desc id="desc">`, escape(f.Alt), "</desc>\n")
	b.put(`<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="">`,
		"<dc:title>", escape(f.Title), "</dc:title><dc:description>", escape(f.Long), "</dc:description><dc:language>", f.lang, "</dc:language>",
		"<dc:source>", escape(f.command), "</dc:source><dc:format>image/svg+xml</dc:format></rdf:Description></rdf:RDF></metadata>\n")
	b.put("<style>")
	if withFont {
		b.fontFaces(f)
	}
	stack := fontStack
	for _, n := range f.fonts.extraNames {
		stack = strings.Replace(stack, `"Noto Sans",`, `"Noto Sans",`+strconv.Quote(cssName(n))+`,`, 1)
	}
	b.put("text{font-family:", stack, "}.b{font-weight:600}.h{paint-order:stroke;stroke-width:2;stroke-linejoin:round}</style>\n")
	b.put(`<rect width="`, num(s.width), `" height="`, num(s.height), `" fill="#ffffff"/>`, "\n")
	for _, it := range s.items {
		switch {
		case it.group != nil:
			b.put("<g")
			if it.group.class != "" {
				b.put(` class="`, it.group.class, `"`)
			}
			b.put(">")
			if it.group.title != "" {
				b.put("<title>", escape(it.group.title), "</title>")
			}
		case it.end:
			b.put("</g>\n")
		case it.path != nil:
			b.path(it.path)
		default:
			b.text(it.text)
		}
	}
	b.put("</svg>\n")
	return b.Flush()
}

// svgWriter keeps the first error of its writer, as a bufio.Writer does.
type svgWriter struct{ *bufio.Writer }

func (b *svgWriter) put(parts ...string) {
	for _, p := range parts {
		b.WriteString(p)
	}
}

func (b *svgWriter) path(p *path) {
	b.put(`<path d="`)
	for _, s := range p.segments {
		switch s.op {
		case 'M', 'L':
			b.put(string(s.op), num(s.x1), " ", num(s.y1))
		case 'C':
			b.put("C", num(s.x1), " ", num(s.y1), " ", num(s.x2), " ", num(s.y2), " ", num(s.x3), " ", num(s.y3))
		default:
			b.put("Z")
		}
	}
	fill := p.fill
	if fill == "" {
		fill = "none"
	}
	b.put(`" fill="`, fill, `"`)
	if p.stroke != "" {
		b.put(` stroke="`, p.stroke, `" stroke-width="`, num(p.width), `"`)
		if len(p.dash) > 0 {
			var d []string
			for _, v := range p.dash {
				d = append(d, num(v))
			}
			b.put(` stroke-dasharray="`, strings.Join(d, " "), `"`)
		}
	}
	b.put("/>")
}

func (b *svgWriter) text(t *text) {
	b.put(`<text x="`, num(t.x), `" y="`, num(t.y), `" font-size="`, num(t.size), `" fill="`, t.fill, `"`)
	class := ""
	if t.bold {
		class = "b"
	}
	if t.halo != "" {
		class = strings.TrimSpace(class + " h")
		b.put(` stroke="`, t.halo, `"`)
	}
	if class != "" {
		b.put(` class="`, class, `"`)
	}
	switch t.anchor {
	case atMiddle:
		b.put(` text-anchor="middle"`)
	case atEnd:
		b.put(` text-anchor="end"`)
	}
	if t.turned {
		b.put(` transform="rotate(-90 `, num(t.x), " ", num(t.y), `)"`)
	}
	b.put(">", escape(t.s), "</text>")
}

// fontParts are the parts of the embedded font by script. A part is in the
// file when a text has a character of it.
var fontParts = []struct {
	name string
	css  string // the characters, as CSS has them
	has  func(r rune) bool
}{
	{"latin", "U+0-FF,U+2000-206F,U+20AC,U+2190-2199,U+2212,U+25A0-25FF,U+FFFD", func(r rune) bool {
		return r <= 0xff || r >= 0x2000 && r <= 0x206f || r == 0x20ac || r >= 0x2190 && r <= 0x2199 || r == 0x2212 || r >= 0x25a0 && r <= 0x25ff
	}},
	{"latin-ext", "U+100-2DD,U+300-36F,U+1E00-1EFF,U+2070-20AB,U+20AD-20BF,U+2100-2122,U+2215,U+221E,U+2248,U+2260,U+2264-2265,U+FB01-FB02", func(r rune) bool {
		return r >= 0x100 && r <= 0x2dd || r >= 0x300 && r <= 0x36f || r >= 0x1e00 && r <= 0x1eff || r >= 0x2070 && r <= 0x2122 && r != 0x20ac || r >= 0x2215 && r <= 0x2265 || r == 0xfb01 || r == 0xfb02
	}},
	{"greek", "U+370-3FF", func(r rune) bool { return r >= 0x370 && r <= 0x3ff }},
	{"cyrillic", "U+400-52F", func(r rune) bool { return r >= 0x400 && r <= 0x52f }},
	{"armenian", "U+530-58F", func(r rune) bool { return r >= 0x530 && r <= 0x58f }},
	{"georgian", "U+10A0-10FF,U+1C90-1CBF,U+2D00-2D2F", func(r rune) bool { return unicode.Is(unicode.Georgian, r) || r == 0x10fb }},
	{"hebrew", "U+590-5FF,U+FB1D-FB4F", func(r rune) bool { return unicode.Is(unicode.Hebrew, r) }},
	{"arabic", "U+600-6FF,U+750-77F,U+FB50-FDFF,U+FE70-FEFE", func(r rune) bool {
		return unicode.Is(unicode.Arabic, r) || r >= 0x600 && r <= 0x6ff || r >= 0xfb50 && r <= 0xfdff
	}},
}

// fontFaces writes the parts of the font that the texts need.
func (b *svgWriter) fontFaces(f *Figure) {
	for _, weight := range []struct {
		name, number string
		bold         bool
	}{{"regular", "400", false}, {"semibold", "600", true}} {
		needed := make([]bool, len(fontParts))
		for _, it := range f.scene.items {
			if it.text == nil || it.text.bold != weight.bold {
				continue
			}
			for _, r := range it.text.s {
				if i := slices.IndexFunc(fontParts, func(p struct {
					name string
					css  string
					has  func(r rune) bool
				}) bool {
					return p.has(r)
				}); i >= 0 {
					needed[i] = true
				}
			}
		}
		for i, p := range fontParts {
			if !needed[i] {
				continue
			}
			data, err := fontFiles.ReadFile("fonts/" + weight.name + "-" + p.name + ".woff2")
			if err != nil {
				panic(err) // a file of this package is missing from the build
			}
			b.put(`@font-face{font-family:"Noto Sans";font-weight:`, weight.number, ";src:url(data:font/woff2;base64,", base64.StdEncoding.EncodeToString(data), ") format(\"woff2\");unicode-range:", p.css, "}\n")
		}
	}
}

// cssName keeps of a font's name what is safe in a style sheet.
func cssName(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == ' ' || r == '-' {
			return r
		}
		return -1
	}, s)
}

// num writes a length to hundredths.
func num(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	return strconv.FormatFloat(round2(v), 'f', -1, 64)
}

// escape makes a text safe in XML; characters that XML does not allow become U+FFFD.
func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}
