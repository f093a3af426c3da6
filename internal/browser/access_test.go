package browser

import (
	"context"
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/page"
)

// axe-core 4.14.1 by Deque Systems, under the Mozilla Public License 2.0; it is
// test data and no part of the program.
//
//go:embed testdata/axe.min.js
var axe string

// screens are all there is to see, by address.
var screens = []string{
	"#v=chronology", "#v=chronology&e=e-strike-arlen", "#v=chronology&e=e-strike-arlen&in=1&closed=1", "#v=chronology&axis=reported&lanes=outlet",
	"#v=table", "#v=table&q=arlen&e=e-demand", "#v=documents", "#v=documents&doc=herald-2.txt", "#v=documents&doc=ar-1.txt",
	"#v=graph&steps=0", "#v=disagreements", "#v=disagreements&dispute=revision", "#v=disagreements&dispute=scope", "#v=disagreements&dispute=silence",
	"#v=totals", "#v=totals&account=event", "#v=copies", "#v=coverage", "#v=map", "#v=map&site=Bresk", "#v=overview",
	"#v=graph&e=e-denial&path=e-truce&closed=1", "#v=follow&e=e-strike-arlen&closed=1", "#v=review", "#v=method",
}

// media sets what the reader prefers, or "print".
func media(kind string, features ...string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		p := emulation.SetEmulatedMediaParams{Media: kind}
		for _, f := range features {
			name, value, _ := strings.Cut(f, ":")
			p.Features = append(p.Features, &emulation.MediaFeature{Name: name, Value: value})
		}
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, p)
		return err
	})
}

func TestAxeFindsNoViolation(t *testing.T) {
	for _, c := range []struct {
		name   string
		width  int64
		scheme string
	}{{"wide, light", 1440, "light"}, {"wide, dark", 1440, "dark"}, {"narrow, light", 390, "light"}} {
		t.Run(c.name, func(t *testing.T) {
			x := open(t, sided(t), page.Options{Title: "Arlen"}, screens[0], c.width, 900, media("", "prefers-color-scheme:"+c.scheme))
			x.wait("document.body.dataset.ready")
			x.axe(screens)
		})
	}
}

// axe visits screens of a page and reports every violation that axe finds.
func (x *tab) axe(screens []string) {
	x.t.Helper()
	eval[bool](x, axe+"; true")
	for _, hash := range screens {
		eval[bool](x, "(location.hash = "+quoteJS(hash)+") && true")
		// What can be folded away is looked at too.
		eval[bool](x, "document.querySelectorAll('details.legend, details.dateless').forEach(d => { d.open = true; }) || true")
		x.settle()
		eval[bool](x, `(window.axeFound = null, axe.run(document, {resultTypes: ['violations']}).then(r => { window.axeFound = r.violations.map(v => v.id + ': ' + v.help + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' ; ')); }, e => { window.axeFound = ['axe failed: ' + e]; }), true)`)
		x.wait("window.axeFound")
		for _, v := range eval[[]string](x, "window.axeFound") {
			x.t.Errorf("%s: %s", hash, v)
		}
	}
}

// The page that the README's first command makes.
func TestThePageOfTheSample(t *testing.T) {
	name := filepath.Join(t.TempDir(), "sample.html")
	build := exec.Command("go", "run", "./cmd/dateline", "build", "data/sample", "--quiet", "-o", name)
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() >= 2<<20 {
		t.Errorf("the page has %d bytes", info.Size())
	}
	x := visit(t, name, "", wide[0], wide[1])
	x.wait("document.body.dataset.ready")
	// The weightiest event, by keys alone.
	x.key("2")
	x.wait("document.querySelector('.events tbody tr')")
	x.key(kb.ArrowRight + kb.Enter)
	x.wait("document.querySelector('.dossier blockquote')")
	x.key(kb.Escape)
	x.axe([]string{"#v=chronology", "#v=chronology&axis=reported&lanes=place", "#v=table", "#v=documents", "#v=graph", "#v=disagreements", "#v=totals", "#v=totals&account=event", "#v=copies", "#v=coverage", "#v=map", "#v=follow", "#v=review", "#v=method", "#v=overview"})
}

// settle waits until nothing changes any more for some frames.
func (x *tab) settle() {
	x.t.Helper()
	eval[bool](x, `(() => { window.calm = 0; const o = new MutationObserver(() => { window.calm = 0; }); o.observe(document.body, {subtree: true, childList: true, attributes: true});
		const f = () => { if (++window.calm < 12) requestAnimationFrame(f); else o.disconnect(); }; requestAnimationFrame(f); return true; })()`)
	x.wait("window.calm >= 12")
}

// What a page is zoomed to 400 % on a screen of 1280 by 1024 pixels.
func TestAZoomOf400PercentLosesNothing(t *testing.T) {
	for _, hash := range screens {
		x := open(t, sided(t), page.Options{Title: "A rather long title of a page"}, hash, 320, 256)
		x.wait("document.body.dataset.ready")
		x.settle()
		if w := eval[int](x, "document.documentElement.scrollWidth"); w > 320 {
			t.Errorf("%s is %d pixels wide", hash, w)
		}
		// What stands still may not cover most of the window; a dossier is a page of its own.
		if n := eval[int](x, "Math.max(0, ...[...document.querySelectorAll('body *')].filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position) && !e.closest('.dossier, .matrix')).map(e => e.offsetHeight))"); n > 128 {
			t.Errorf("%s: %d of 256 pixels stand still", hash, n)
		}
	}
}

func TestNothingMovesForThoseWhoWantNoMotion(t *testing.T) {
	x := open(t, testgraph.Small(), page.Options{}, "#e=e-strike-arlen", wide[0], wide[1], media("", "prefers-reduced-motion:reduce"))
	x.wait("document.querySelector('.matrix .cell')")
	eval[bool](x, "document.querySelectorAll('.matrix .cell')[3].click() || true")
	x.wait("document.activeElement.classList.contains('report')")
	if n := eval[int](x, "document.getAnimations().length"); n != 0 {
		t.Errorf("%d animations run", n)
	}
}

func TestTheColourSchemeIsTheReaders(t *testing.T) {
	ground := func(scheme string) string {
		x := open(t, testgraph.Small(), page.Options{}, "", wide[0], wide[1], media("", "prefers-color-scheme:"+scheme))
		x.wait("document.body.dataset.ready")
		first := eval[string](x, "getComputedStyle(document.documentElement).backgroundColor")
		eval[bool](x, "[...document.querySelectorAll('#tools button')].pop().click() || true")
		if second := eval[string](x, "getComputedStyle(document.documentElement).backgroundColor"); second == first {
			t.Errorf("%s: the button changes nothing", scheme)
		}
		return first
	}
	if light, dark := ground("light"), ground("dark"); light == dark {
		t.Errorf("both schemes have the ground %s", light)
	}
}

func TestAWholeTableIsPrinted(t *testing.T) {
	x := open(t, testgraph.Scale(400), page.Options{}, "#v=table", wide[0], wide[1])
	x.wait("document.querySelectorAll('.events tbody tr').length === 100")
	eval[bool](x, "dispatchEvent(new Event('beforeprint'))")
	x.do(media("print"))
	if n := eval[int](x, "document.querySelectorAll('.events tbody tr').length"); n != 400 {
		t.Errorf("%d rows are printed, want 400", n)
	}
	if n := eval[int](x, "[...document.querySelectorAll('.side, .tabs, #tools button, .pager')].filter(e => e.getClientRects().length).length"); n != 0 {
		t.Errorf("%d things are printed that only a screen has a use for", n)
	}
	eval[bool](x, "dispatchEvent(new Event('afterprint'))")
	x.wait("document.querySelectorAll('.events tbody tr').length === 100")
}

// Text from right to left keeps its direction beside text from left to right.
func TestEachTextHasItsOwnDirection(t *testing.T) {
	x := open(t, testgraph.Small(), page.Options{}, "#v=documents&doc=ar-1.txt", wide[0], wide[1])
	x.wait("document.querySelector('mark')")
	if d := eval[string](x, "getComputedStyle(document.querySelector('.text')).direction + ' ' + getComputedStyle(document.querySelector('.facts')).direction"); d != "rtl ltr" && d != "ltr ltr" {
		t.Errorf("directions %s", d)
	}
	// The sentence starts at the right end of its line.
	if !eval[bool](x, "(r => { const t = document.querySelector('.text').getBoundingClientRect(); return t.right - r.right < r.left - t.left; })([...document.querySelectorAll('mark')].pop().getClientRects()[0])") {
		t.Error("the Arabic sentence starts at the left")
	}
}

// A chart is drawn for paper into one picture that fits it, with its signs explained.
func TestTheChronologyIsPrinted(t *testing.T) {
	x := open(t, testgraph.Scale(400), page.Options{}, "", wide[0], wide[1], media("", "prefers-color-scheme:dark"))
	x.wait("document.body.dataset.ready")
	eval[bool](x, "dispatchEvent(new Event('beforeprint'))")
	x.do(media("print"))
	size := eval[[]int](x, "(c => [c.offsetWidth, c.offsetHeight, c.width])(document.querySelector('.sheet'))")
	if size[0] != 700 || size[1] < 200 || size[1] > 1000 || size[2] != 2100 {
		t.Errorf("the picture is %d by %d pixels of %d dots", size[0], size[1], size[2])
	}
	// Light ground, and marks and words on it.
	if n := eval[[]int](x, `(() => { const c = document.querySelector('.sheet'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data, s = new Set(); let dark = 0;
		for (let i = 0; i < d.length; i += 4) { s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); if (d[i + 3] > 200 && d[i] + d[i + 1] + d[i + 2] < 150) dark++; } return [s.size, Math.round(100 * dark / (d.length / 4))]; })()`); n[0] < 20 || n[1] > 30 {
		t.Errorf("the picture has %d colours and is dark for %d %%", n[0], n[1])
	}
	if eval[bool](x, "document.querySelector('.chart').offsetHeight > 0 || !document.querySelector('.legend').open") {
		t.Error("the chart of the screen is printed too, or the signs are not explained")
	}
	eval[bool](x, "dispatchEvent(new Event('afterprint'))")
	x.do(media(""))
	x.settle()
	if eval[bool](x, "document.querySelector('.sheet').offsetHeight > 0 || document.querySelector('.legend').open || document.querySelector('.chart canvas').offsetWidth < 800") {
		t.Error("the screen is not as it was")
	}
}
