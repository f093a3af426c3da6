package figure

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

//go:embed fonts/*.ttf.gz fonts/*.woff2
var fontFiles embed.FS

// family is the embedded font: Noto Sans in two weights, for text in Latin,
// Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic.
const family = "Noto Sans"

// fontData returns an embedded weight, "regular" or "semibold".
var fontData = map[string]func() []byte{
	"regular":  sync.OnceValue(func() []byte { return unpacked("fonts/regular.ttf.gz") }),
	"semibold": sync.OnceValue(func() []byte { return unpacked("fonts/semibold.ttf.gz") }),
}

func unpacked(name string) []byte {
	b, err := fontFiles.ReadFile(name)
	if err == nil {
		b, err = gunzip(b)
	}
	if err != nil {
		panic(err) // a file of this package is missing from the build
	}
	return b
}

func gunzip(b []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// fonts measures text as it will be drawn. It is used by one goroutine.
type fonts struct {
	regular, bold []*font.Face // the embedded face, then those of the user
	extra         [][]byte     // the user's files
	extraNames    []string     // their families
	shaper        shaping.HarfbuzzShaper
	segmenter     shaping.Segmenter
	widths        map[measured]float64
	missing       map[rune]bool
}

type measured struct {
	s    string
	bold bool
}

// newFonts reads the embedded font and the files of others, which are used for
// characters that it lacks. An error says which file is no font.
func newFonts(extra [][]byte) (*fonts, error) {
	f := &fonts{extra: extra, widths: map[measured]float64{}, missing: map[rune]bool{}}
	for _, w := range []struct {
		name  string
		faces *[]*font.Face
	}{{"regular", &f.regular}, {"semibold", &f.bold}} {
		face, err := font.ParseTTF(bytes.NewReader(fontData[w.name]()))
		if err != nil {
			return nil, fmt.Errorf("embedded font: %w", err)
		}
		*w.faces = []*font.Face{face}
	}
	for i, b := range extra {
		face, err := font.ParseTTF(bytes.NewReader(b))
		if err != nil {
			return nil, fmt.Errorf("font %d: it is no TrueType or OpenType font: %w", i+1, err)
		}
		f.regular, f.bold = append(f.regular, face), append(f.bold, face)
		f.extraNames = append(f.extraNames, face.Describe().Family)
	}
	return f, nil
}

// ResolveFace returns the first face that has r, and notes r when none has.
func (f *fonts) resolve(faces []*font.Face, r rune) *font.Face {
	for _, face := range faces {
		if _, ok := face.NominalGlyph(r); ok {
			return face
		}
	}
	if !ignorable(r) {
		f.missing[r] = true
	}
	return faces[0]
}

// ignorable reports whether r draws nothing.
func ignorable(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

type faceOf struct {
	f     *fonts
	faces []*font.Face
}

// ResolveFace makes faceOf a shaping.Fontmap.
func (m faceOf) ResolveFace(r rune) *font.Face { return m.f.resolve(m.faces, r) }

// oneLine returns s as one line of text that reads in its own order: controls
// and line ends become spaces, and marks that turn the order of what follows
// (UAX 9, explicit formatting) are left out. A source could else show a label
// as what it does not say, or measure as what it is not.
func oneLine(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return breaksLine(r) || turnsOrder(r) }) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case turnsOrder(r):
			return -1
		case breaksLine(r):
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func breaksLine(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }

func turnsOrder(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// width returns how wide s is in points, shaped and kerned.
func (f *fonts) width(s string, size float64, bold bool) float64 {
	s = oneLine(s)
	k := measured{s, bold}
	w, ok := f.widths[k]
	if !ok {
		w = f.measure(s, bold)
		f.widths[k] = w
	}
	return w * size
}

// em is the size at which text is measured; advances scale with the size.
const em = 1000

func (f *fonts) measure(s string, bold bool) float64 {
	runes := []rune(s)
	if len(runes) == 0 {
		return 0
	}
	faces := f.regular
	if bold {
		faces = f.bold
	}
	in := shaping.Input{Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: faces[0], Size: fixed.I(em), Language: language.NewLanguage("en")}
	var sum fixed.Int26_6
	for _, run := range f.segmenter.Split(in, faceOf{f, faces}) {
		out := f.shaper.Shape(run)
		sum += out.Advance
	}
	return float64(sum) / 64 / em
}

// cut returns s, shortened with an ellipsis to the width where it is longer,
// and "" when fewer than three letters would be left.
func (f *fonts) cut(s string, size, width float64, bold bool) string {
	s = oneLine(s)
	if f.width(s, size, bold) <= width {
		return s
	}
	runes := []rune(s)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if f.width(string(runes[:mid])+"…", size, bold) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low < 3 {
		return ""
	}
	return strings.TrimRight(string(runes[:low]), " ,;:") + "…"
}

// wrap breaks s between words into lines of a width, most at most; the last is cut.
func (f *fonts) wrap(s string, size, width float64, bold bool, most int) []string {
	var lines []string
	line := ""
	words := strings.Fields(s)
	for i, w := range words {
		longer := w
		if line != "" {
			longer = line + " " + w
		}
		if line != "" && f.width(longer, size, bold) > width {
			if len(lines) == most-1 {
				return append(lines, f.cut(line+" "+strings.Join(words[i:], " "), size, width, bold))
			}
			lines, line = append(lines, f.cut(line, size, width, bold)), w
		} else {
			line = longer
		}
	}
	if line != "" {
		lines = append(lines, f.cut(line, size, width, bold))
	}
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// lacking returns the characters measured so far that no font has, in order.
func (f *fonts) lacking() []rune {
	return slices.Sorted(maps.Keys(f.missing))
}
