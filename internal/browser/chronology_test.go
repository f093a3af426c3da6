package browser

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/page"
)

// tips moves a pointer over the whole chart and returns what the notes beside
// it said, each once.
func (x *tab) tips() string {
	x.t.Helper()
	return eval[string](x, `(() => {
		const host = document.querySelector('.chart'), r = host.getBoundingClientRect(), said = new Set();
		for (let y = 4; y < r.height; y += 6) for (let px = 4; px < r.width; px += 12) {
			host.dispatchEvent(new PointerEvent('pointermove', {clientX: r.left + px, clientY: r.top + y, pointerId: 1, bubbles: true}));
			const tip = document.querySelector('.tip');
			if (tip && !tip.hidden) said.add(tip.textContent);
		}
		return [...said].join('\n');
	})()`)
}

func TestAnEventOpensInPlaceIntoItsAccounts(t *testing.T) {
	x := small(t, "")
	left, top := x.findMark("Missile strike, Arlen")
	height := eval[int](x, "document.querySelector('.chart').offsetHeight")
	// A second click opens it.
	x.do(chromedp.MouseClickXY(left, top, chromedp.ClickCount(2)))
	x.wait("location.hash.includes('in=1')")
	x.wait("document.querySelector('.chart canvas').offsetHeight > 0 && document.querySelector('[aria-pressed=true]')")
	x.settle()
	if h := eval[int](x, "document.querySelector('.chart').offsetHeight"); h <= height {
		t.Errorf("the chart was %d pixels high and is %d", height, h)
	}
	// A row for each text: who, which day, which toll, how many copies.
	tips := x.tips()
	for _, want := range []string{"Lowland Herald4 May 2021 · killed 12", "killed 14", "Upper Courier4 May 2021 · killed 9 · injured at least 30", "Mid Wire5 May 2021 · casualties 45", "1 copy"} {
		if !strings.Contains(tips, want) {
			t.Errorf("no row says %q in\n%s", want, tips)
		}
	}
	// The key closes it.
	x.key("o")
	x.wait("!location.hash.includes('in=1')")
	x.settle()
	if tips := x.tips(); strings.Contains(tips, "Click to see the sentence") {
		t.Error("the rows are still there")
	}
}

func TestAnEventAloneInViewIsOpen(t *testing.T) {
	x := small(t, "#e=e-old&closed=1&w=8085~8110") // February 1992
	x.settle()
	if tips := x.tips(); !strings.Contains(tips, "Click to see the sentence") {
		t.Errorf("the one event in view is not open: %s", tips)
	}
}

func TestTheAxisTellsWhenThingsWereReported(t *testing.T) {
	x := small(t, "")
	eval[bool](x, "(s => { s.value = 'reported'; s.dispatchEvent(new Event('change')); return true; })(document.getElementById('axis'))")
	x.wait("location.hash.includes('axis=reported')")
	x.settle()
	// All were published in May and June 2021, whenever they happened.
	if s := x.text(".in-view"); !strings.Contains(s, "2021") || strings.Contains(s, "199") {
		t.Errorf("in view: %s", s)
	}
	if s := x.text(".dateless summary"); !strings.Contains(s, "do not state when they were published") {
		t.Errorf("events without a day of publication: %q", s)
	}
	left, top := x.findMark("Missile strike, Arlen")
	x.do(chromedp.MouseClickXY(left, top))
	x.wait("(document.querySelector('.dossier .when') || {}).textContent === '4 May 2021'")
	x.key("r")
	x.wait("!location.hash.includes('axis=reported')")
}

func TestLabelsNeitherOverlapNorLeaveTheChart(t *testing.T) {
	type screen struct {
		g    *graph.Graph
		hash string
		size [2]int64
	}
	var screens []screen
	for _, size := range [][2]int64{{1440, 900}, {768, 1024}, {390, 844}} {
		for _, hash := range []string{"", "#axis=reported", "#lanes=place", "#e=e-strike-arlen&in=1&closed=1"} {
			screens = append(screens, screen{testgraph.Small(), hash, size})
		}
	}
	// Crowded lanes, and some that are counted.
	for _, n := range []int{300, 3000} {
		screens = append(screens, screen{testgraph.Scale(n), "", wide}, screen{testgraph.Scale(n), "#lanes=place", [2]int64{390, 844}})
	}
	for _, s := range screens {
		x := open(t, s.g, page.Options{}, s.hash, s.size[0], s.size[1])
		x.wait("document.body.dataset.ready")
		for _, bad := range x.badLabels() {
			t.Errorf("%d events, %d pixels, %q: %s", len(s.g.Events), s.size[0], s.hash, bad)
		}
	}
}

// badLabels tells which words of the chronology leave it or lie on others, by the boxes that they are written in.
func (x *tab) badLabels() []string {
	x.t.Helper()
	// What is written on the canvas of words from now on; a change of the theme writes all of it again.
	eval[bool](x, `(() => { const write = CanvasRenderingContext2D.prototype.fillText; CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
		if (this.canvas.className === 'words') window.written.push([text, x, y, this.measureText(text).width, this.textAlign]); return write.call(this, text, x, y); };
		const size = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width'); // setting it empties a canvas
		Object.defineProperty(HTMLCanvasElement.prototype, 'width', { get() { return size.get.call(this); }, set(v) { if (this.className === 'words') window.written = []; size.set.call(this, v); } });
		window.written = []; [...document.querySelectorAll('#tools button')].pop().click(); return true; })()`)
	x.wait("window.written.length >= 10")
	x.settle()
	return eval[[]string](x, `(() => {
		const bad = [], width = document.querySelector('.words').offsetWidth, boxes = window.written.map(([text, x, y, w, align]) => { const left = align === 'right' ? x - w : align === 'center' ? x - w / 2 : x; return [text, left, y - 8, left + w, y + 8]; });
		for (let i = 0; i < boxes.length; i++) {
			const a = boxes[i];
			if (a[1] < -1 || a[3] > width + 1) bad.push(a[0] + ' leaves the chart');
			for (let j = 0; j < i; j++) { const b = boxes[j]; if (a[1] < b[3] - 4 && b[1] < a[3] - 4 && a[2] < b[4] - 6 && b[2] < a[4] - 6 && a[0] !== '?' && b[0] !== '?') bad.push(a[0] + ' lies on ' + b[0]); }
		}
		return boxes.length < 10 ? ['only ' + boxes.length + ' words are drawn'] : bad;
	})()`)
}

func TestThePageInPartsIsOpenedWhenItIsLookedAt(t *testing.T) {
	dir := t.TempDir()
	g := testgraph.Scale(9000)
	var b bytes.Buffer
	opt := page.Options{Folder: "page.parts", Split: func(name string, content []byte) error {
		if err := os.MkdirAll(filepath.Join(dir, "page.parts"), 0o755); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, "page.parts", name), content, 0o644)
	}}
	if err := page.Write(&b, g, opt); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "page.html")
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	x := visit(t, name, "", wide[0], wide[1])
	x.parts = (&url.URL{Scheme: "file", Path: filepath.ToSlash(dir)}).String() + "/page.parts/"
	x.wait("document.body.dataset.ready")
	if n := x.loaded("reports-") + x.loaded("texts-"); n != 0 {
		t.Errorf("%d parts of reports and texts were opened before they were looked at", n)
	}
	x.key(kb.ArrowRight + kb.Enter)
	x.wait("document.querySelector('.dossier blockquote')")
	if n := x.loaded("reports-"); n != 1 {
		t.Errorf("%d parts of reports were opened for one event", n)
	}
	// A search looks through all of them.
	x.click("#f-q")
	x.do(chromedp.SendKeys("#f-q", "8123,"))
	x.wait("document.querySelector('.chips-row [role=status]') && document.querySelector('.chips-row [role=status]').textContent.startsWith('1 of 9,000')")
}

func TestAMissingPartIsTold(t *testing.T) {
	name := filepath.Join(t.TempDir(), "page.html")
	var b bytes.Buffer
	if err := page.Write(&b, testgraph.Small(), page.Options{Folder: "gone", Split: func(string, []byte) error { return nil }}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	x := visit(t, name, "", wide[0], wide[1])
	x.tolerant = true
	x.wait("document.querySelector('[role=alert]')")
	if s := x.text("[role=alert]"); !strings.Contains(s, "gone/facets.js") {
		t.Errorf("told: %s", s)
	}
	x.wait("document.querySelector('.chart canvas')") // what is there is shown
}

func TestEachTextModeShowsWhatItHolds(t *testing.T) {
	for _, c := range []struct{ mode, quote, text string }{
		{page.FullText, "Two missiles struck the market quarter", "Night strikes on Arlen\n"},
		{page.Quotes, "Two missiles struck the market quarter", "The text of this document is not in this page"},
		{page.NoText, "The sentence is not in this page", "The text of this document is not in this page"},
	} {
		x := open(t, testgraph.Small(), page.Options{Text: c.mode}, "#v=documents&doc=herald-1.txt&e=e-strike-arlen", wide[0], wide[1])
		x.wait("document.querySelector('.dossier .report') && document.querySelector('.doc-text .text')")
		if s := x.text(".dossier"); !strings.Contains(s, c.quote) {
			t.Errorf("%s: the dossier does not say %q", c.mode, c.quote)
		}
		if s := x.text(".doc-text .text"); !strings.Contains(s, c.text) {
			t.Errorf("%s: the document says %.80q", c.mode, s)
		}
	}
}

// A quote is cut out of a text by bytes, whatever its characters.
func TestQuotesAreExactInEveryScript(t *testing.T) {
	g := testgraph.Small()
	for _, r := range g.Reports {
		if r.Modality == events.Happened && r.Document == "ar-1.txt" {
			x := open(t, g, page.Options{}, "#e="+r.Event, wide[0], wide[1])
			x.wait("document.querySelector('.dossier blockquote[lang], .dossier blockquote')")
			if s := eval[string](x, "[...document.querySelectorAll('.dossier blockquote')].map(b => b.textContent).join('|')"); !strings.Contains(s, r.Quote.Text) {
				t.Errorf("%q is not among %q", r.Quote.Text, s)
			}
			if s := eval[string](x, "[...document.querySelectorAll('.dossier .trigger')].map(b => b.textContent).join('|')"); !strings.Contains(s, r.Trigger.Text) {
				t.Errorf("%q is not among %q", r.Trigger.Text, s)
			}
			return
		}
	}
	t.Fatal("the graph holds no Arabic report")
}

func TestTheDocumentsListedAreThoseOfTheEventsShown(t *testing.T) {
	x := small(t, "#v=documents")
	x.wait("document.querySelectorAll('.doc-list li').length === 9")
	x.click("#f-q")
	x.do(chromedp.SendKeys("#f-q", "baker"))
	x.wait("document.querySelectorAll('.doc-list li').length === 1")
	if s := x.text(".doc-list .note"); s != "1 of 9 documents report an event that matches the filter or hold its words" {
		t.Errorf("the list says %q", s)
	}
}

func TestSidesAreOfferedOnlyWhereTheUserDeclaredSome(t *testing.T) {
	x := small(t, "#lanes=side&side=East")
	if eval[bool](x, "!!document.querySelector('#lanes option[value=side]')") || x.text(".chips-row") != "" {
		t.Error("sides are offered, and none were declared")
	}
	g := testgraph.Small()
	g.Sides = &graph.GraphSides{Declared: []graph.DeclaredSide{{Side: "Hill", Outlets: []string{"Upper Courier"}}, {Side: "Plain", Outlets: []string{"Lowland Herald"}}}}
	for i := range g.Documents {
		g.Documents[i].Side = map[string]string{"Upper Courier": "Hill", "Lowland Herald": "Plain"}[g.Documents[i].Outlet]
	}
	for i := range g.Events {
		if g.Events[i].ID == "e-demand" {
			g.Events[i].Sides = &graph.Sides{OneSided: "Hill", Note: "Reported mainly by Hill."}
		}
	}
	x = open(t, g, page.Options{}, "#v=table&lanes=side&side=Hill&e=e-demand", wide[0], wide[1])
	x.wait("(document.querySelector('.dossier h2') || {}).textContent === 'Withdrawal, Bresk heights'")
	if s := x.text(".dossier"); !strings.Contains(s, "Reported mainly by Hill.") {
		t.Error("the dossier does not say that its event is reported by one side")
	}
	if n := eval[int](x, "document.querySelectorAll('.events tbody tr').length"); n == 0 || n == 30 {
		t.Errorf("%d events of one side", n)
	}
	x.key("1")
	x.settle()
	if eval[string](x, "document.getElementById('lanes').value") != "side" {
		t.Error("the lanes are not those of the address")
	}
}

func TestLanesTakeTheRowsTheirWindowNeeds(t *testing.T) {
	x := open(t, testgraph.Scale(400), page.Options{}, "", wide[0], wide[1])
	x.wait("document.body.dataset.ready")
	height := "document.querySelector('.chart canvas').offsetHeight"
	all := eval[int](x, height)
	// Far into the chart few events are left, and the lanes shrink when the window rests.
	for range 16 {
		x.key("+")
	}
	x.wait(fmt.Sprintf("%s < %d - 60", height, all))
	x.key("0")
	x.wait(fmt.Sprintf("Math.abs(%s - %d) < 60", height, all))
}

func TestTheFirstArrowKeyStaysInView(t *testing.T) {
	x := small(t, "")
	seen := x.text(".in-view")
	x.key(kb.ArrowRight)
	x.wait("location.hash.includes('e=')")
	x.settle()
	if now := x.text(".in-view"); now != seen {
		t.Errorf("the window was %q and is %q", seen, now)
	}
}

func TestTheSignsAreExplainedAboveTheChart(t *testing.T) {
	x := small(t, "")
	if s := x.text(".key"); !strings.Contains(s, "one account") || !strings.Contains(s, "not reported as happened") {
		t.Errorf("the key says %q", s)
	}
	x.click(".key .link")
	x.wait("document.querySelector('.legend').open && document.activeElement.closest('.legend') && document.querySelector('.legend-groups').getBoundingClientRect().top < innerHeight")
}

// The overview holds all there is, and a window drawn in it is shown below.
func TestAWindowIsDrawnInTheOverview(t *testing.T) {
	x := small(t, "")
	before := x.text(".in-view")
	r := eval[[]float64](x, "(r => [r.left, r.top, r.width])(document.querySelector('.chart').getBoundingClientRect())")
	x.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, r[0]+250, r[1]+20))
	x.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMousePressed, r[0]+250, r[1]+20, chromedp.ButtonLeft))
	for k := range 8 {
		x.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, r[0]+250+float64(k)*40, r[1]+20, chromedp.ButtonLeft))
	}
	x.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseReleased, r[0]+530, r[1]+20, chromedp.ButtonLeft))
	x.wait("document.querySelector('.in-view').textContent !== " + quoteJS(before))
	x.wait("location.hash.includes('w=')")
}

// A word outside every quote finds its document, and is marked in it.
func TestTheWholeTextOfDocumentsIsSearched(t *testing.T) {
	g := testgraph.Small()
	n := slices.IndexFunc(g.Documents, func(d graph.Document) bool { return d.ID == "herald-1.txt" })
	g.Documents[n].Text += "\nThe orchard behind the hall was not touched.\n"
	x := open(t, g, page.Options{}, "#v=documents&doc=herald-1.txt", wide[0], wide[1])
	x.wait("document.body.dataset.ready")
	x.click("#f-q")
	x.do(chromedp.SendKeys("#f-q", "orchard"))
	x.wait("document.querySelectorAll('.doc-list li').length === 1")
	if s := x.text(".chips-row [role=status]"); !strings.HasPrefix(s, "0 of 30") {
		t.Errorf("events: %s", s)
	}
	x.wait("CSS.highlights.get('search').size === 1 && [...CSS.highlights.get('search')][0].toString() === 'orchard'")
}

func TestAFootnoteIsCopied(t *testing.T) {
	x := small(t, "#e=e-strike-arlen")
	x.wait("document.querySelector('.dossier .report footer')")
	eval[bool](x, "Object.defineProperty(navigator, 'clipboard', {value: {writeText: s => { window.copied = s; return Promise.resolve(); }}}) && true")
	eval[bool](x, "[...document.querySelectorAll('.dossier .report footer button')].find(b => b.textContent === 'Copy footnote').click() || true")
	x.wait("[...document.querySelectorAll('.dossier .report footer button')].some(b => b.textContent === 'Footnote copied')")
	if s := eval[string](x, "window.copied"); !strings.Contains(s, "“Night strikes on Arlen”, Lowland Herald, ") || !strings.Contains(s, ": “Two missiles struck the market quarter") {
		t.Errorf("copied: %q", s)
	}
}

func TestTheTableIsTakenAwayAsCSV(t *testing.T) {
	x := small(t, "#v=table&q=arlen")
	x.wait("document.querySelector('.events tbody tr')")
	eval[bool](x, "URL.createObjectURL = b => { b.text().then(s => { window.saved = s; }); return 'data:,'; }; HTMLAnchorElement.prototype.click = () => {}; true")
	eval[bool](x, "[...document.querySelectorAll('.view.table .bar button')].pop().click() || true")
	x.wait("window.saved")
	lines := strings.Split(strings.TrimSpace(eval[string](x, "window.saved")), "\r\n")
	if n := eval[int](x, "document.querySelectorAll('.events tbody tr').length"); len(lines) != n+1 || !strings.HasPrefix(lines[0], "\"id\",\"date\",\"edtf\"") && !strings.HasPrefix(lines[0], "\ufeff\"id\"") {
		t.Errorf("%d rows are shown, and %d lines saved, the first of them %q", n, len(lines), lines[0])
	}
}
