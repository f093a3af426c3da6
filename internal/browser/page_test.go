package browser

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/page"
)

func small(t *testing.T, hash string) *tab {
	t.Helper()
	x := open(t, testgraph.Small(), page.Options{Title: "Arlen"}, hash, wide[0], wide[1])
	x.wait("document.body.dataset.ready")
	return x
}

func TestChronologyIsDrawnFromAFile(t *testing.T) {
	x := small(t, "")
	x.wait("document.querySelector('.chart canvas')")
	if s := x.text(".in-view"); !strings.Contains(s, "of 30 events in view") {
		t.Errorf("in view: %q", s)
	}
	// The canvas is not empty: it holds more than a few colours.
	if n := eval[int](x, `(() => { const c = document.querySelector('.chart canvas'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data, s = new Set(); for (let i = 0; i < d.length; i += 4) s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return s.size; })()`); n < 20 {
		t.Errorf("the chart has %d colours", n)
	}
}

func TestClickOnAnEventLeadsToItsQuoteInItsDocument(t *testing.T) {
	x := small(t, "")
	left, top := x.findMark("Missile strike, Arlen")
	x.do(chromedp.MouseClickXY(left, top))
	x.wait("!document.querySelector('.dossier').hidden")
	if s := x.text(".dossier h2"); s != "Missile strike, Arlen" {
		t.Errorf("dossier of %q", s)
	}
	dossier := x.text(".dossier")
	for _, want := range []string{
		"5 documents · 4 unique texts · 4 independent accounts", "4 May 2021", "5 May 2021", "Tuesday before 5 May 2021, the day of publication",
		"Accounts contradict each other", "Revised later", "Not comparable", "Not reported by", "at least 30", "city council", "said to respond to",
	} {
		if want == "said to respond to" {
			want = "said to be answered by" // the denial, seen from the strike
			if !strings.Contains(dossier, want) && !strings.Contains(dossier, "said to respond to") {
				t.Errorf("the dossier does not tell the link to the denial")
			}
			continue
		}
		if !strings.Contains(dossier, want) {
			t.Errorf("the dossier does not say %q", want)
		}
	}
	if n := eval[int](x, "document.querySelectorAll('.dossier .report .trigger').length"); n != 5 {
		t.Errorf("%d reports with their trigger marked, want 5", n)
	}
	x.click(".dossier .report footer button")
	x.wait("document.querySelector('mark.here')")
	if s := eval[string](x, "[...document.querySelectorAll('mark.here')].map(m => m.textContent).join('')"); s != "Two missiles struck the market quarter of Arlen on Tuesday night, killing 12 people." {
		t.Errorf("marked: %q", s)
	}
	x.wait("(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('mark.here').getBoundingClientRect())")
	if s := x.text(".doc-text h2"); s != "Night strikes on Arlen" {
		t.Errorf("document %q", s)
	}
	// A mark leads back to its event.
	x.click("button.ref:last-of-type")
	x.wait("(document.querySelector('.dossier h2') || {}).textContent === 'Shelling, Bresk'")
}

func TestACellOfTheClaimMatrixShowsItsSentence(t *testing.T) {
	x := small(t, "#e=e-strike-arlen")
	x.wait("document.querySelector('.matrix')")
	if n := eval[int](x, "document.querySelectorAll('.matrix thead th').length"); n != 4 {
		t.Errorf("%d columns, want one for each unique text: 4", n)
	}
	if n := eval[int](x, "document.querySelectorAll('.matrix td.differs').length"); n == 0 {
		t.Error("no cell is marked as differing")
	}
	eval[bool](x, "[...document.querySelectorAll('.matrix .cell')].find(c => c.textContent.includes('14')).click() || true")
	x.wait("document.activeElement.classList.contains('report') && document.activeElement.textContent.includes('killed 14')")
}

func TestFilterIsOneForAllViews(t *testing.T) {
	x := small(t, "")
	x.click("#f-q")
	x.do(chromedp.SendKeys("#f-q", "bresk shelled"))
	x.wait("document.querySelector('.chips-row [role=status]') && document.querySelector('.chips-row [role=status]').textContent.startsWith('1 of 30')")
	x.wait("document.querySelector('.in-view').textContent.startsWith('1 event ·') || document.querySelector('.in-view').textContent.includes('of 1 ')")
	x.click("[data-view=table]")
	x.wait("document.querySelectorAll('.events tbody tr').length === 1")
	x.click(".chips-row .link")
	x.wait("document.querySelectorAll('.events tbody tr').length === 30")
	// A facet and its count agree.
	count := eval[string](x, "document.querySelector('[data-facet^=\"place:\"]').closest('label').querySelector('.count').textContent")
	x.click("[data-facet^='place:']")
	x.wait("document.querySelectorAll('.events tbody tr').length === " + count)
	x.click(".facets .facet-body > .check input")
	x.wait("[...document.querySelectorAll('.events tbody tr')].every(r => r.textContent.includes('disputed'))")
	x.key("u")
	x.wait("document.querySelectorAll('.events tbody tr').length === " + count)
}

func TestDatesOfTheFilterKeepWhatMayHaveHappenedThen(t *testing.T) {
	x := small(t, "#v=table")
	x.do(chromedp.SendKeys("#f-to", "1994-06"+kb.Tab))
	x.wait("document.querySelectorAll('.events tbody tr').length < 30")
	got := eval[string](x, "[...document.querySelectorAll('.events tbody tr')].map(r => r.querySelector('th').textContent).sort().join('; ')")
	// "Until 3 May 2021" and "before 20 May 2021" have no first day, so that they may be as old.
	want := "Aid, Bresk; Armed clash, Bresk; Base established, Dunmar; Displacement, east bank; Formation of a river commission; Transfer of territory, east bank"
	if got != want {
		t.Errorf("until 1994-06:\n got %s\nwant %s", got, want)
	}
}

func TestTableSortsAndSaysSo(t *testing.T) {
	x := small(t, "#v=table")
	sorted := func(column string) string {
		return eval[string](x, "document.querySelector('[data-sort="+column+"]').closest('th').getAttribute('aria-sort')")
	}
	if sorted("date") != "ascending" || sorted("label") != "none" {
		t.Errorf("date %s, label %s", sorted("date"), sorted("label"))
	}
	x.click("[data-sort=accounts]")
	x.wait("document.querySelector('.events tbody tr th').textContent === 'Missile strike, Arlen'")
	if sorted("accounts") != "descending" {
		t.Errorf("accounts %s", sorted("accounts"))
	}
	x.click("[data-sort=label]")
	x.wait("document.querySelector('.events tbody tr th').textContent === 'Abduction, Dunmar'")
	x.click("[data-sort=label]")
	x.wait("document.querySelector('.events tbody tr th').textContent === 'Withdrawal, Bresk heights'")
	x.click(".events tbody tr td")
	x.wait("(document.querySelector('.dossier h2') || {}).textContent === 'Withdrawal, Bresk heights'")
	if s := x.text(".dossier .sign"); s != "Demanded" {
		t.Errorf("a demand is signed %q", s)
	}
}

func TestKeysAloneSuffice(t *testing.T) {
	x := small(t, "")
	x.key(kb.ArrowRight)
	x.wait("location.hash.includes('e=')")
	first := eval[string](x, "document.querySelector('[aria-live=polite].offscreen').textContent")
	x.key(kb.ArrowRight)
	x.wait("document.querySelector('[aria-live=polite].offscreen').textContent !== " + quoteJS(first))
	x.key(kb.Enter)
	x.wait("!document.querySelector('.dossier').hidden && document.activeElement.id === 'dossier'")
	x.key(kb.Escape)
	x.wait("document.querySelector('.dossier').hidden")
	// Sent as an event of the page: the protocol would also type the character.
	eval[bool](x, "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true, cancelable: true})) || true")
	x.wait("document.activeElement.id === 'f-q'")
	x.key("talks")
	x.wait("location.hash.includes('q=talks')")
	x.key(kb.Escape)
	x.key("2")
	x.wait("!document.querySelector('.view.table').hidden && document.querySelectorAll('.events tbody tr').length > 0")
	for key, view := range map[string]string{"3": "documents", "4": "graph", "5": "disagreements", "6": "totals", "7": "copies", "8": "coverage", "9": "map", "1": "chronology"} {
		x.key(key)
		x.wait("!document.querySelector('.view." + view + "').hidden")
	}
	x.key("?")
	x.wait("document.querySelector('dialog').open")
	x.key(kb.Escape)
	x.wait("!document.querySelector('dialog').open")
	x.key("1")
	before := x.text(".in-view")
	x.key("+")
	x.wait("document.querySelector('.in-view').textContent !== " + quoteJS(before))
}

func TestAddressHoldsTheState(t *testing.T) {
	x := small(t, "#v=table&e=e-truce&sort=-accounts&place=Caldry&q=the&modality=happened")
	x.wait("(document.querySelector('.dossier h2') || {}).textContent === 'Ceasefire, Caldry'")
	const searched = "document.querySelector('.events') && !document.querySelector('.chips-row').textContent.includes('searching')"
	x.wait(searched)
	rows := eval[int](x, "document.querySelectorAll('.events tbody tr').length")
	if rows == 0 || rows >= 30 {
		t.Errorf("%d rows under the filter of the address", rows)
	}
	hash := eval[string](x, "location.hash")
	y := small(t, hash)
	y.wait("(document.querySelector('.dossier h2') || {}).textContent === 'Ceasefire, Caldry'")
	y.wait(searched)
	if n := eval[int](y, "document.querySelectorAll('.events tbody tr').length"); n != rows {
		t.Errorf("the same address gives %d rows, then %d", rows, n)
	}
	if h := eval[string](y, "location.hash"); h != hash {
		t.Errorf("address %s became %s", hash, h)
	}
	// The browser's way back goes one step back.
	y.click("[data-view=graph]")
	y.wait("!document.querySelector('.view.graph').hidden")
	eval[bool](y, "history.back() || true")
	y.wait("!document.querySelector('.view.table').hidden")
}

func TestAddressThatNamesNothingIsHarmless(t *testing.T) {
	for _, hash := range []string{"#v=__proto__&e=toString&sort=constructor&lanes=__proto__&w=NaN~1&page=-3&doc=x&r=y&kind=zz", "#%E0%A4%A", "#v=table&page=99", "#w=9~3&steps=7"} {
		x := small(t, hash)
		x.wait("[...document.querySelectorAll('.view')].some(v => !v.hidden)")
	}
}

func TestPlainWheelScrollsAndCtrlWheelZooms(t *testing.T) {
	x := small(t, "")
	r := eval[[]float64](x, "(r => [r.left + r.width / 2, r.top + 100])(document.querySelector('.chart').getBoundingClientRect())")
	before := x.text(".in-view")
	wheel := func(ctrl bool) {
		opts := []chromedp.MouseOption{func(p *input.DispatchMouseEventParams) { p.DeltaY, p.DeltaX = -240, 0.01 }}
		if ctrl {
			opts = append(opts, chromedp.ButtonModifiers(chromedp.ModifierCtrl))
		}
		x.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseWheel, r[0], r[1], opts...))
	}
	wheel(true)
	x.wait("document.querySelector('.in-view').textContent !== " + quoteJS(before))
	zoomed := x.text(".in-view")
	opts := func(p *input.DispatchMouseEventParams) { p.DeltaY, p.DeltaX = 300, 0.01 }
	x.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseWheel, r[0], r[1], opts))
	x.wait("scrollY > 0 || document.documentElement.scrollHeight <= innerHeight")
	if s := x.text(".in-view"); s != zoomed {
		t.Errorf("a plain wheel changed the window: %q to %q", zoomed, s)
	}
}

func TestLanesCanBeChosen(t *testing.T) {
	x := small(t, "")
	for _, by := range []string{"place", "actor", "outlet", "kind", "modality", "class"} {
		eval[bool](x, "(s => { s.value = '"+by+"'; s.dispatchEvent(new Event('change')); return true; })(document.getElementById('lanes'))")
		if by != "class" {
			x.wait("location.hash.includes('lanes=" + by + "')")
		}
		x.findMark("Missile strike, Arlen")
	}
}

func TestGraphDrawsArrowsOnlyWhereASourceStatesTheLink(t *testing.T) {
	x := small(t, "#v=graph&steps=0")
	x.wait("document.querySelector('.chart.graph canvas')")
	if s := x.text(".view.graph .in-view"); s != "30 events, 10 links" {
		t.Errorf("graph shows %q", s)
	}
	if n := eval[int](x, "document.querySelectorAll('.link-list li').length"); n != 10 {
		t.Errorf("the list twin holds %d links, want 10", n)
	}
	x.click(".link-list li .event")
	x.wait("!document.querySelector('.dossier').hidden")
}

func TestDisagreementsKeepTheFourSortsApart(t *testing.T) {
	x := small(t, "#v=disagreements")
	x.wait("document.querySelectorAll('.card').length === 2")
	// The widest difference comes first: two days apart rather than a third more.
	if s := x.text(".card h2"); s != "Air strike, Bresk" {
		t.Errorf("first is %q", s)
	}
	x.do(chromedp.SetValue("#rank", "accounts"))
	eval[bool](x, "document.getElementById('rank').dispatchEvent(new Event('change')) || true")
	x.wait("document.querySelector('.card h2').textContent === 'Missile strike, Arlen' && location.hash.includes('rank=accounts')")
	if s := x.text(".card"); !strings.Contains(s, "12") || !strings.Contains(s, "9") || strings.Contains(s, "14") {
		t.Errorf("the contradiction is told as %q", s)
	}
	if n := eval[int](x, "document.querySelectorAll('.card:first-child .differ:first-child .spot .solid').length"); n != 2 {
		t.Errorf("%d marks on the line of counts, want 2", n)
	}
	for i, want := range []string{"", "14", "45 killed or injured", "Stonebridge Notes"} {
		if i > 0 {
			eval[bool](x, "document.querySelectorAll('button.choice')["+string(rune('0'+i))+"].click() || true")
			x.wait("document.querySelectorAll('.card').length === 1 && document.querySelector('.card').textContent.includes(" + quoteJS(want) + ")")
		}
	}
	eval[bool](x, "document.querySelectorAll('button.choice')[0].click() || true")
	x.wait("document.querySelectorAll('.card').length === 2")
	x.click(".card .values .link")
	x.wait("document.querySelector('.dossier h2') && document.querySelector('.dossier h2').textContent === 'Missile strike, Arlen' && document.activeElement.classList.contains('report')")
}

func TestEveryViewFitsANarrowScreen(t *testing.T) {
	for _, size := range [][2]int64{{390, 844}, {320, 700}, {768, 1024}, {1024, 768}} {
		for _, view := range []string{"chronology", "table", "documents&doc=herald-2.txt", "graph&steps=0", "disagreements", "totals", "totals&account=event", "copies", "coverage", "map", "overview", "chronology&e=e-strike-arlen"} {
			x := open(t, testgraph.Small(), page.Options{Title: "A rather long title of a page about the Arlen dispute, 1992 to 2021"}, "#v="+view, size[0], size[1])
			x.wait("document.body.dataset.ready")
			if w := eval[int64](x, "document.documentElement.scrollWidth"); w > size[0] {
				t.Errorf("%s at %d pixels is %d wide", view, size[0], w)
			}
		}
	}
}

func TestWithoutScriptsThePageIsAChronicle(t *testing.T) {
	x := open(t, testgraph.Small(), page.Options{}, "", wide[0], wide[1], withoutScripts())
	text, err := chromedp.Run(x.ctx, chromedp.Text("body"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Chronicle", "Two missiles struck the market quarter", "a day in May 2021", "unique texts", "Limits"} {
		if !strings.Contains(text, want) {
			t.Errorf("without scripts the page does not say %q", want)
		}
	}
}

func TestAGraphWithoutEventsSaysSo(t *testing.T) {
	empty := &graph.Graph{}
	one := testgraph.Small()
	one.Events, one.Reports, one.Links, one.Series = nil, nil, nil, nil
	for _, g := range []*graph.Graph{empty, one} {
		x := open(t, g, page.Options{}, "", wide[0], wide[1])
		x.wait("document.body.dataset.ready")
		for _, view := range []string{"table", "documents", "graph", "disagreements", "totals", "copies", "coverage", "map", "overview", "chronology"} {
			x.click("[data-view=" + view + "]")
			x.wait("!document.querySelector('.view." + view + "').hidden")
		}
		x.key(kb.ArrowRight + kb.Enter + "+-0g")
		x.click("[data-view=overview]")
		if s := x.text("#overview"); !strings.Contains(s, "No event was found") {
			t.Errorf("overview: %.80q", s)
		}
	}
}

func TestManyEventsAreBinnedAndOpenOnZoom(t *testing.T) {
	x := open(t, testgraph.Scale(10000), page.Options{}, "", wide[0], wide[1])
	x.wait("document.body.dataset.ready")
	x.wait("(document.querySelector('.in-view') || {textContent: ''}).textContent.startsWith('10,000 events')")
	r := eval[[]float64](x, "(r => [r.left + r.width / 2, r.top + 120])(document.querySelector('.chart').getBoundingClientRect())")
	x.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, r[0], r[1]))
	x.wait("!document.querySelector('.tip').hidden && document.querySelector('.tip').textContent.includes('events,')")
	for range 12 {
		x.key("+")
	}
	x.wait("+document.querySelector('.in-view').textContent.split(' ')[0] < 400")
	x.click("[data-view=table]")
	x.wait("document.querySelectorAll('.events tbody tr').length === 100")
	x.click(".pager button:last-child")
	x.wait("document.querySelector('.pager span').textContent.startsWith('101–200')")
}

func quoteJS(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`).Replace(s) + "'"
}

// kinds of the program, with their groups.
func kinds(t *testing.T) []page.Kind {
	all, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	var list []page.Kind
	for _, k := range all {
		list = append(list, page.Kind{ID: k.ID, Label: k.Label, Class: k.Class})
	}
	return list
}

// everyKind gives the events of a graph kinds from all over the list, so that
// nearly every group is shown.
func everyKind(t *testing.T) (*graph.Graph, []page.Kind) {
	g, list := testgraph.Small(), kinds(t)
	for i := range g.Events {
		g.Events[i].Kind = list[i*len(list)/len(g.Events)].ID
	}
	return g, list
}

// look is how marks of a group of kinds are drawn.
type look struct {
	Hue    string
	Broken bool
}

func TestAGroupLooksTheSameInEveryView(t *testing.T) {
	g, list := everyKind(t)
	class, label := map[string]string{}, map[string]string{}
	for _, k := range list {
		class[k.ID] = k.Class
	}
	for i := range g.Events {
		label[g.Events[i].ID] = class[g.Events[i].Kind]
	}
	x := open(t, g, page.Options{Kinds: list}, "#v=graph&steps=0", wide[0], wide[1])
	x.wait("document.querySelector('.class-legend li')")
	legend := eval[[]struct {
		Name string
		Look look
	}](x, "[...document.querySelectorAll('.class-legend li')].map(li => { const dot = li.querySelector('.dot'); return { Name: li.textContent.toLowerCase(), Look: { Hue: dot.style.getPropertyValue('--hue'), Broken: dot.classList.contains('broken') } }; })")
	looks, names, hues := map[string]look{}, map[look]string{}, []string{}
	for _, l := range legend {
		looks[l.Name] = l.Look
		hues = append(hues, l.Look.Hue)
		if other, taken := names[l.Look]; taken {
			t.Errorf("%s looks as %s does", l.Name, other)
		}
		names[l.Look] = l.Name
	}
	if n := len(legend); n < 9 || legend[0].Name != "violence" || legend[n-1].Name != "statement" {
		t.Fatalf("groups %v", legend)
	}
	// A mark of the graph holds the hue of its group, or nearly: a thin outline is mixed with what lies beside it. The figure breaks the outline of those that share one.
	type spot struct {
		Left, Top  float64
		Hue, Label string
	}
	var at []spot
	checked := map[string]bool{}
	for n := range g.Events {
		e := &g.Events[n]
		same := slices.IndexFunc(g.Events, func(o graph.Event) bool { return o.Label == e.Label }) // of events with one label the first is found
		if e.Modality != events.Happened || same != n || checked[label[e.ID]] {
			continue
		}
		checked[label[e.ID]] = true
		want := looks[label[e.ID]]
		left, top := x.findMark(e.Label)
		at = append(at, spot{left, top, want.Hue, e.Label})
	}
	look := `(at => { const c = document.querySelector('.view.graph .chart canvas'), b = c.getBoundingClientRect(), k = c.width / b.width, d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
		const holds = s => { const r = Math.ceil(15 * k); for (let y = -r; y <= r; y++) for (let x = -r; x <= r; x++) { const i = 4 * (Math.round((s.Top - b.top) * k + y) * c.width + Math.round((s.Left - b.left) * k + x)); if ([1, 3, 5].every(n => Math.abs(parseInt(s.Hue.slice(n, n + 2), 16) - d[i + (n - 1) / 2]) < 25)) return true; } return false; };
		return at.filter(s => !holds(s)).map(s => s.Label + ' ' + s.Hue); })`
	marks, err := json.Marshal(at)
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range eval[[]string](x, look+"("+string(marks)+")") {
		t.Errorf("the mark does not have the hue of its group: %s", wrong)
	}
	if len(checked) < 6 {
		t.Errorf("marks of %d groups were looked at", len(checked))
	}
	// The bars at the left of the lanes, read from the canvas from top to bottom.
	x.click("[data-view=chronology]")
	x.wait("document.querySelector('.view.chronology .chart canvas')")
	bars := "(() => { const c = document.querySelector('.view.chronology .chart canvas'), d = c.getContext('2d').getImageData(1, 0, 1, c.height).data, list = []; " +
		"for (let i = 0; i < d.length; i += 4) list.push('#' + [...d.slice(i, i + 3)].map(v => v.toString(16).padStart(2, '0')).join('')); return list; })()"
	var seen []string
	for _, colour := range eval[[]string](x, bars) {
		if slices.Contains(hues, colour) && (len(seen) == 0 || seen[len(seen)-1] != colour) {
			seen = append(seen, colour)
		}
	}
	// A group whose events all lack a date has no lane of its own.
	rest := hues
	for _, hue := range seen {
		n := slices.Index(rest, hue)
		if n < 0 || len(seen) < len(hues)-2 {
			t.Fatalf("lanes have the hues %v, their groups %v", seen, hues)
		}
		rest = rest[n+1:]
	}
}

func TestTheNamesOfGroupsStandOnTheirRows(t *testing.T) {
	g, list := everyKind(t)
	x := open(t, g, page.Options{Kinds: list}, "#v=graph&steps=0", wide[0], wide[1])
	x.wait("document.querySelector('.class-legend li')")
	svg := x.figure()
	rows := map[string]bool{}
	for _, m := range regexp.MustCompile(`M[-\d.]+ ([-\d.]+)a`).FindAllStringSubmatch(svg, -1) {
		rows[m[1]] = true
	}
	names := regexp.MustCompile(`<text x="6" y="([-\d.]+)"[^>]* font-weight="600">([^<]+)<`).FindAllStringSubmatch(svg, -1)
	if len(names) < 5 {
		t.Fatalf("the figure names %v", names)
	}
	for _, m := range names {
		if !rows[m[1]] {
			t.Errorf("%s stands on no row", m[2])
		}
	}
}

func TestTheGraphStartsAtTheWeightiestEvent(t *testing.T) {
	g := testgraph.Small()
	linked, best := map[string]bool{}, 0
	for _, l := range g.Links {
		linked[l.From], linked[l.To] = true, true
	}
	for i := range g.Events {
		if e := &g.Events[i]; linked[e.ID] && (!linked[g.Events[best].ID] || e.Weight > g.Events[best].Weight) {
			best = i
		}
	}
	x := small(t, "#v=graph")
	x.wait("document.querySelector('.class-legend li')")
	if s := x.text(".view.graph .in-view"); !strings.HasPrefix(s, "No event is selected, so around the weightiest: "+g.Events[best].Label+" · ") {
		t.Errorf("the graph says %q, and the weightiest is %q", s, g.Events[best].Label)
	}
	if n := len(regexp.MustCompile(`M[-\d.]+ [-\d.]+a`).FindAllString(x.figure(), -1)); n < 2 {
		t.Errorf("%d events are drawn", n)
	}
}

func TestEveryTabIsOnANarrowScreen(t *testing.T) {
	x := open(t, testgraph.Small(), page.Options{}, "", 390, 844)
	x.wait("document.body.dataset.ready")
	off := "[...document.querySelectorAll('.tab')].filter(b => { const r = b.getBoundingClientRect(); return r.left < 0 || r.right > innerWidth; }).length"
	if n := eval[int](x, off); n != 0 {
		t.Errorf("%d tabs are off the screen", n)
	}
	if n := eval[int](x, "document.querySelector('.tabs').offsetHeight"); n > 45 {
		t.Errorf("the tabs are %d pixels high: more than one row", n)
	}
	// Those that find no room stand in a menu, which closes behind the one that is chosen.
	x.click(".more summary")
	if n := eval[int](x, "document.querySelectorAll('.tab[data-view]').length + 10 * "+off); n != 13 {
		t.Errorf("with the menu open, 13 views and nothing off the screen is 13, not %d", n)
	}
	x.click(".menu [data-view=overview]")
	x.wait("location.hash.includes('v=overview') && !document.querySelector('.more').open && document.querySelector('.tab-row [data-view=overview][aria-current=page]')")
	x.click(".more summary")
	x.key(kb.Escape)
	x.wait("!document.querySelector('.more').open")
	// A wide screen has room for all.
	x = small(t, "")
	if eval[bool](x, "!document.querySelector('.more').hidden || document.querySelectorAll('.tab-row .tab').length !== 13") {
		t.Error("a wide screen has a menu of views")
	}
}

func TestNothingIsShownAsAFinding(t *testing.T) {
	x := small(t, "#v=table")
	if n := eval[int](x, "[...document.querySelectorAll('.events td, .facets label')].filter(e => /^(happened|did not happen)/i.test(e.textContent)).length"); n != 0 {
		t.Errorf("%d cells say that something happened", n)
	}
	if n := eval[int](x, "[...document.querySelectorAll('.events td')].filter(e => e.textContent === 'reported as happened').length"); n == 0 {
		t.Error("no cell says what is reported as happened")
	}
}
