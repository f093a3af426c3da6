package figure

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/internal/testgraph"
)

// TestTheEmbeddedFontHasTheScriptsItIsFor measures a word of each.
func TestTheEmbeddedFontHasTheScriptsItIsFor(t *testing.T) {
	f, err := newFonts(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"Stepanakert", "Gəncə, Şuşa, Xankəndi", "Łódź – “quoted”…", "Гянджа, Харьков, Ґ", "Ստեփանակերտ", "თბილისი", "القدس، غزة", "ירושלים", "Αθήνα"} {
		for _, bold := range []bool{false, true} {
			if w := f.width(s, 10, bold); w < 10 || w > 20*float64(len(s)) {
				t.Errorf("%s is %g points wide", s, w)
			}
		}
	}
	if m := f.lacking(); len(m) > 0 {
		t.Errorf("the font lacks %q", m)
	}
	f.width("地震", 10, false)
	if m := f.lacking(); !slices.Equal(m, []rune("地震")) {
		t.Errorf("missing are %q", m)
	}
}

// TestEveryCharacterOfTheFontIsInAPart holds the parts that an SVG carries to
// the whole font: what is measured is also shown.
func TestEveryCharacterOfTheFontIsInAPart(t *testing.T) {
	f, err := newFonts(nil)
	if err != nil {
		t.Fatal(err)
	}
	for r := rune(0x21); r < 0xffff; r++ {
		if _, ok := f.regular[0].NominalGlyph(r); !ok || ignorable(r) || r >= 0x2066 && r <= 0x206f {
			continue
		}
		has := false
		for _, p := range fontParts {
			has = has || p.has(r)
		}
		if !has && r != 0xfffd {
			t.Errorf("U+%04X is in no part", r)
		}
	}
}

func TestArabicAndHebrewInTheOrderOfTheEye(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"Ganja 7", "Ganja 7"},
		{"חיפה", "הפיח"},
		{"Haifa, חיפה!", "Haifa, הפיח!"},
		{"غزة", "\ufe93\ufeb0\ufecf"},          // teh marbuta final, zain final, ghain initial
		{"سلام", "\ufee1\ufefc\ufeb3"},         // lam and alef are one; meem stands alone after it
		{"עזה (2020) Gaza", "(2020) הזע Gaza"}, // a number in Hebrew changes places with it
	} {
		if got := visual(c.s); got != c.want {
			t.Errorf("visual(%q) = %q, want %q", c.s, got, c.want)
		}
	}
}

func TestCutAndWrap(t *testing.T) {
	f, err := newFonts(nil)
	if err != nil {
		t.Fatal(err)
	}
	const s = "Change of territorial control, Khankendi / Stepanakert"
	for _, w := range []float64{0, 5, 20, 60, 100, 1000} {
		if got := f.cut(s, 7, w, false); f.width(got, 7, false) > w || w == 1000 && got != s {
			t.Errorf("cut to %g: %q is %g wide", w, got, f.width(got, 7, false))
		}
		for _, line := range f.wrap(s, 7, w, true, 2) {
			if f.width(line, 7, true) > w {
				t.Errorf("wrapped to %g: %q is %g wide", w, line, f.width(line, 7, true))
			}
		}
	}
	if got := f.wrap(s, 7, 60, false, 3); len(got) > 3 {
		t.Errorf("%d lines: %q", len(got), got)
	}
}

// TestTextCannotBreakItsLineNorTurnWhatFollows draws labels with controls and
// with marks that make "x edirrevo LTR" of an English text.
func TestTextCannotBreakItsLineNorTurnWhatFollows(t *testing.T) {
	g := testgraph.Small()
	for i, label := range []string{"a\x00b\x1b[31m", "two\r\nlines\u2028three", "\u202eRTL override \u2066x", "\r=1"} {
		g.Events[i].Label = label
	}
	for _, c := range Charts {
		f := draw(t, g, Options{Chart: c.Name, Size: "a4", Title: "\u202etitle\x07"})
		for _, it := range f.scene.items {
			if it.text != nil && strings.ContainsAny(it.text.s, "\x00\x1b\r\n\x07\u2028\u202e\u2066") {
				t.Errorf("%s: the text %q", c.Name, it.text.s)
			}
		}
		if strings.ContainsAny(f.Title+f.Alt+f.Long, "\x00\x1b\r\x07\u2028\u202e\u2066") {
			t.Errorf("%s: the descriptions hold controls: %q", c.Name, f.Alt)
		}
	}
}

// TestPDFNamesWhatItCannotHold draws a character beyond U+FFFF, which no font
// has by itself, and one that a font is given for.
func TestPDFNamesWhatItCannotHold(t *testing.T) {
	g := testgraph.Small()
	g.Events[0].Label = "Strike \U0001F600, \U00010330"
	f := draw(t, g, Options{Size: "a4"})
	if err := f.PDF(io.Discard); err != nil {
		t.Error(err)
	}
	f.Missing = nil // as if --font named a font that has them
	for format, want := range map[string]int{"svg": 0, "png": 0, "pdf": 1} {
		if got := f.Warnings(format); len(got) != want {
			t.Errorf("%s: warnings %q, want %d", format, got, want)
		}
	}
	if w := strings.Join(f.Warnings("pdf"), ""); !strings.Contains(w, "U+1F600") || !strings.Contains(w, "U+10330") {
		t.Errorf("the warning names no character: %s", w)
	}
}
