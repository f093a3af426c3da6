package figure

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tetratelabs/wazero"

	"github.com/dateline-project/dateline/internal/testgraph"
)

// rasteriser is compiled once for all tests.
func rasteriser(t testing.TB) *Rasteriser {
	t.Helper()
	ctx := context.Background()
	cache := wazero.NewCompilationCache()
	r, err := NewRasteriser(ctx, cache)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close(ctx); cache.Close(ctx) })
	return r
}

// TestPNGSaysHowLargeItIs decodes pictures of each size with the standard
// library and reads their resolution.
func TestPNGSaysHowLargeItIs(t *testing.T) {
	if underRace {
		t.Skip("too slow under the race detector")
	}
	r := rasteriser(t)
	for _, z := range Sizes {
		f := draw(t, testgraph.Small(), Options{Size: z.Name, Command: "dateline figure g.json"})
		var b bytes.Buffer
		if err := f.PNG(context.Background(), &b, r, 150); err != nil {
			t.Fatal(err)
		}
		raw := b.Bytes()
		img, err := png.Decode(bytes.NewReader(raw))
		if err != nil {
			t.Fatalf("%s: %v", z.Name, err)
		}
		wide := img.Bounds().Dx()
		at := bytes.Index(raw, []byte("pHYs"))
		if at < 0 || !bytes.Contains(raw, []byte("dateline figure g.json")) {
			t.Fatalf("%s: no resolution or no command", z.Name)
		}
		perMetre := float64(binary.BigEndian.Uint32(raw[at+4:]))
		switch {
		case z.Pixels > 0 && wide != z.Pixels:
			t.Errorf("%s: %d pixels wide, want %d", z.Name, wide, z.Pixels)
		case z.Pixels == 0 && (perMetre < 5895 || perMetre > 5916):
			t.Errorf("%s: %g pixels a metre, want 5906 for 150 an inch", z.Name, perMetre)
		}
		if mm := float64(wide) / perMetre * 1000; mm < z.Width-0.3 || mm > z.Width+0.3 {
			t.Errorf("%s: %g mm wide, want %g", z.Name, mm, z.Width)
		}
		if ink(img) < 0.005 {
			t.Errorf("%s: the picture is blank", z.Name)
		}
	}
}

// ink is the share of pixels that are not nearly white.
func ink(img image.Image) float64 {
	n, all := 0, 0
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y += 3 {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x += 3 {
			all++
			if r, g, b, _ := img.At(x, y).RGBA(); r+g+b < 3*0xc000 {
				n++
			}
		}
	}
	return float64(n) / float64(all)
}

// TestPopplerReadsThePDF extracts the text of a PDF and looks at its fonts.
func TestPopplerReadsThePDF(t *testing.T) {
	if underRace {
		t.Skip("too slow under the race detector")
	}
	for _, tool := range []string{"pdftotext", "pdffonts", "pdftoppm"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " of poppler is not installed")
		}
	}
	g := testgraph.Small()
	g.Events[0].Label = "Ракетный удар, Գանձակ, განჯა, Gəncə"
	name := filepath.Join(t.TempDir(), "figure.pdf")
	for _, c := range Charts {
		f := draw(t, g, Options{Chart: c.Name, Size: "a4"})
		var b bytes.Buffer
		if err := f.PDF(&b); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("pdftotext", "-layout", name, "-").Output()
		if err != nil {
			t.Fatalf("%s: pdftotext: %v", c.Name, err)
		}
		for _, it := range f.scene.items {
			if it.text != nil && !strings.ContainsFunc(it.text.s, rightToLeft) && !it.text.turned && !strings.Contains(squeeze(string(out)), squeeze(it.text.s)) {
				t.Errorf("%s: %q is not in the text of the PDF", c.Name, it.text.s)
			}
		}
		fonts, err := exec.Command("pdffonts", name).Output()
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(fonts)) {
			if strings.Contains(line, "TrueType") && strings.Count(line, "yes") < 2 {
				t.Errorf("%s: a font that is not embedded, or has no characters: %s", c.Name, line)
			}
		}
		if err := exec.Command("pdftoppm", "-r", "40", "-png", "-singlefile", name, strings.TrimSuffix(name, ".pdf")).Run(); err != nil {
			t.Fatal(err)
		}
		img := readPNG(t, strings.TrimSuffix(name, ".pdf")+".png")
		if ink(img) < 0.003 {
			t.Errorf("%s: poppler draws a blank page", c.Name)
		}
	}
}

func rightToLeft(r rune) bool { return r >= 0x590 && r < 0x700 || r >= 0xfb1d && r < 0xff00 }

// squeeze leaves white space out, which a reader of PDF guesses.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func readPNG(t *testing.T, name string) image.Image {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// TestChromiumAndResvgAgree draws one SVG with both and compares the pictures,
// blurred to blocks of 4 by 4 pixels, as the edges of letters differ.
func TestChromiumAndResvgAgree(t *testing.T) {
	if underRace {
		t.Skip("too slow under the race detector")
	}
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	if testing.Short() {
		t.Skip("not in a short run")
	}
	r := rasteriser(t)
	g := testgraph.Small()
	for i, label := range []string{"Ракетный удар, Գանձակ", "قصف صاروخي، غزة", "מתקפת טילים, חיפה", "სარაკეტო დარტყმა, Gəncə"} {
		g.Events[3*i].Label = label
	}
	for _, c := range Charts {
		dir := t.TempDir()
		f := draw(t, g, Options{Chart: c.Name, Size: "social"})
		var ours, page bytes.Buffer
		if err := f.PNG(context.Background(), &ours, r, 300); err != nil {
			t.Fatal(err)
		}
		page.WriteString(`<!DOCTYPE html><style>body{margin:0}svg{display:block;width:1200px;height:675px}</style>`)
		if err := f.SVG(&page); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "figure.html"), page.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--hide-scrollbars", "--user-data-dir="+filepath.Join(dir, "user"), "--window-size=1200,675", "--virtual-time-budget=2000", "--screenshot="+filepath.Join(dir, "chromium.png"), "file://"+filepath.Join(dir, "figure.html"))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("chromium: %v\n%s", err, out)
		}
		a, err := png.Decode(&ours)
		if err != nil {
			t.Fatal(err)
		}
		mean, far := difference(a, readPNG(t, filepath.Join(dir, "chromium.png")))
		t.Logf("%s: blocks differ by %.2f of 255 in the mean, %.2f %% of them by more than 48", c.Name, mean, 100*far)
		if mean > 2 || far > 0.01 {
			t.Errorf("%s: Chromium and resvg draw different pictures", c.Name)
		}
	}
}

// difference compares two pictures by the mean lightness of blocks.
func difference(a, b image.Image) (mean, far float64) {
	const block = 4
	light := func(img image.Image, x, y int) float64 {
		sum := 0.0
		for dy := range block {
			for dx := range block {
				r, g, b, _ := img.At(x+dx, y+dy).RGBA()
				sum += float64(r+g+b) / 3 / 257
			}
		}
		return sum / block / block
	}
	n := 0
	for y := 0; y+block <= a.Bounds().Dy(); y += block {
		for x := 0; x+block <= a.Bounds().Dx(); x += block {
			d := light(a, x, y) - light(b, x, y)
			if d < 0 {
				d = -d
			}
			mean += d
			if d > 48 {
				far++
			}
			n++
		}
	}
	return mean / float64(n), far / float64(n)
}
