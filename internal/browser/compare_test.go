package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/page"
)

// placed returns the small graph with its places on a map, and its document
// wire-2.html as a copy that drops and adds words.
func placed() *graph.Graph {
	g := testgraph.Small()
	at := map[string][2]float64{"Arlen / Arlenne": {47.1, 8.2}, "Bresk": {46.2, 9.9}, "Caldry": {47.9, 9.0}}
	for i := range g.Events {
		for k := range g.Events[i].Places {
			p := &g.Events[i].Places[k]
			if c, ok := at[p.Name]; ok {
				p.Lat, p.Lon, p.ID = c[0], c[1], p.Name
			}
		}
	}
	return g
}

// sided returns the same with two sides declared.
func sided(t *testing.T) *graph.Graph {
	t.Helper()
	g := placed()
	table, err := graph.ReadSides(strings.NewReader("name,side\nLowland Herald,Lowland\ncity council,Lowland\nUpper Courier,Upland\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := g.DeclareSides(t.Context(), table); err != nil {
		t.Fatal(err)
	}
	return g
}

// copied returns a graph of a text and a copy of it, which lacks the speaker
// and a reservation of the original and has a sentence more.
func copied() *graph.Graph {
	g := testgraph.Small()
	var first, second *graph.Document
	for i := range g.Documents {
		switch g.Documents[i].ID {
		case "wire-1.html":
			first = &g.Documents[i]
		case "wire-2.html":
			second = &g.Documents[i]
		}
	}
	const start = "Rescue crews searched the market quarter all through the night. "
	const told = "At least 45 people were reportedly hurt, the provincial health office said, when the roof of the hall came down. "
	const end = "The road to the river stayed closed until noon on the following day."
	first.Text = start + told + end
	second.Text = start + "At least 45 people were hurt when the roof of the hall came down. " + end + " Schools open again on Monday."
	g.Reports = slices.DeleteFunc(g.Reports, func(r graph.Report) bool { return r.Document == second.ID })
	for i := range g.Reports {
		r := &g.Reports[i]
		if r.Document != first.ID {
			continue
		}
		r.Quote = events.Quote{Text: strings.TrimSpace(told)}
		r.Quote.Start, r.Quote.End = len(start), len(start)+len(r.Quote.Text)
		r.Trigger = events.Quote{Text: "hurt"}
		r.Trigger.Start = strings.Index(first.Text, "hurt")
		r.Trigger.End = r.Trigger.Start + len("hurt")
		r.Hedge = "reportedly"
		who := "the provincial health office"
		a := events.Attribution{Speaker: who, Cue: "said"}
		a.Start = strings.Index(first.Text, who)
		a.End = a.Start + len(who)
		r.Attribution = []events.Attribution{a}
	}
	return g
}

// hostileEverywhere puts the payloads where only some views look: copies,
// running totals, places on the map, sides, disputes of each sort.
func hostileEverywhere(t *testing.T) *graph.Graph {
	t.Helper()
	g := testgraph.Hostile()
	var table strings.Builder
	for i := range g.Documents {
		d := &g.Documents[i]
		if i > 0 && i%2 == 0 {
			d.CopyOf, d.Family = g.Documents[i-1].ID, g.Documents[i-1].Family
		}
		if i < 8 {
			fmt.Fprintf(&table, "outlet %d,%q\n", i, strings.ReplaceAll(testgraph.Payloads[i], `"`, "'"))
			d.Outlet = fmt.Sprintf("outlet %d", i)
		}
	}
	g.Families = nil
	for i := range g.Documents {
		d := &g.Documents[i]
		if d.CopyOf == "" {
			g.Families = append(g.Families, graph.Family{ID: d.Family, First: d.ID})
		}
		f := &g.Families[len(g.Families)-1]
		f.Documents = append(f.Documents, d.ID)
	}
	for i := range g.Events {
		p, e := testgraph.Payloads[i], &g.Events[i]
		e.Places = []events.Place{{Name: p, Names: []string{p}, ID: p, Lat: float64(i), Lon: float64(2 * i), Precision: events.LocalityPlace}}
		for _, sort := range []string{graph.Revision, graph.Scope, graph.Silence} {
			e.Disputes = append(e.Disputes, graph.Dispute{Attribute: p, Sort: sort, Values: []graph.Value{{Value: p, Reports: e.Reports}, {Value: p + p}}})
		}
		g.Series = append(g.Series, graph.Series{ID: p, Measure: p, Population: p, Place: p, Points: []graph.Point{{AsOf: p, Low: 3, Report: e.Reports[0]}, {AsOf: "2021-05-05", Low: 4, Report: e.Reports[0]}}})
	}
	sides, err := graph.ReadSides(strings.NewReader("name,side\n" + strings.ReplaceAll(table.String(), `\"`, "'")))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := g.DeclareSides(t.Context(), sides); err != nil {
		t.Fatal(err)
	}
	return g
}

func at(t *testing.T, g *graph.Graph, hash string) *tab {
	t.Helper()
	x := open(t, g, page.Options{Title: "Arlen"}, hash, wide[0], wide[1])
	x.wait("document.body.dataset.ready")
	x.settle()
	return x
}

// said waits until a report that says something has the focus.
func (x *tab) said(words string) {
	x.t.Helper()
	x.wait("document.activeElement.classList.contains('report') && document.activeElement.textContent.includes(" + quoteJS(words) + ")")
}

func TestADisputedNumberLeadsToItsQuoteInTwoKeys(t *testing.T) {
	x := at(t, testgraph.Small(), "#v=disagreements&about=count")
	for _, c := range []struct{ value, quote string }{{"12", "killing 12 people"}, {"9", "Nine people died"}} {
		eval[bool](x, "[...document.querySelectorAll('.card button.value')].find(b => b.textContent === "+quoteJS(c.value)+").focus() || true")
		x.key(kb.Enter)
		x.said(c.quote)
		// The dossier moves, what the reader looks at beside it does not.
		x.wait("(r => r.top >= 0 && r.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())")
		if n := eval[float64](x, "scrollY"); n != 0 {
			t.Errorf("the page moved by %g pixels", n)
		}
	}
	// Revised later: first and later, with the days they were published.
	x.click("[data-choice=revision]")
	x.wait("location.hash.includes('dispute=revision')")
	if s := x.text(".card .values"); !strings.Contains(s, "12 1 unique text, 5 May 2021") || !strings.Contains(s, "14 1 unique text, 20 May 2021") {
		t.Errorf("the revision says %q", s)
	}
	// What is not comparable lies open on its line, and no lowest or highest is made of it.
	x.click("[data-choice=scope]")
	x.wait("location.hash.includes('dispute=scope')")
	if n := eval[int](x, "document.querySelectorAll('.card .plot .best, .card .plot .solid').length"); n != 0 {
		t.Errorf("%d marks make one scale of what is not comparable", n)
	}
	// Silence leads to what the outlet published instead; here its text has no day.
	x.click("[data-choice=silence]")
	x.wait("location.hash.includes('dispute=silence')")
	if s := x.text(".card"); !strings.Contains(s, "Silence is no denial") || !strings.Contains(s, "4–7 May 2021") || !strings.Contains(s, "Stonebridge Notes") {
		t.Errorf("the silence says %q", s)
	}
}

func TestDatesAreVotedOn(t *testing.T) {
	x := at(t, testgraph.Small(), "#v=disagreements&about=date")
	x.wait("document.querySelectorAll('.card').length === 1")
	g := testgraph.Small()
	e := &g.Events[slices.IndexFunc(g.Events, func(e graph.Event) bool { return e.ID == "e-oneof" })]
	for i, d := range []edtf.Day{edtf.NewDay(2021, 5, 13), edtf.NewDay(2021, 5, 15)} {
		e.Disputes[0].Values[i].Value = d.String() // as graphs that are built hold them
	}
	x = at(t, g, "#v=disagreements&about=date")
	if n := eval[int](x, "document.querySelectorAll('.card .plot .spot .solid').length"); n != 2 {
		t.Errorf("%d votes, want 2", n)
	}
	if s := x.text(".card .values"); !strings.Contains(s, "13 May 2021") || !strings.Contains(s, "15 May 2021") {
		t.Errorf("days %q", s)
	}
}

func TestRunningTotalsAreNoTollOfAnEvent(t *testing.T) {
	x := at(t, testgraph.Small(), "#v=totals")
	x.wait("document.querySelector('.panel')")
	if s := x.text(".panel"); !strings.Contains(s, "Killed") || !strings.Contains(s, "10 May 2021") || !strings.Contains(s, "at least 61") || !strings.Contains(s, "2 statements") {
		t.Errorf("the series says %q", s)
	}
	if n := eval[int](x, "document.querySelectorAll('.panel .plot .pick').length"); n != 2 {
		t.Errorf("%d marks of 2 statements", n)
	}
	// One outlet says both, so that a line joins them.
	if n := eval[int](x, "document.querySelectorAll('.panel .plot .step').length"); n != 2 {
		t.Errorf("%d parts of a step", n)
	}
	eval[bool](x, "document.querySelector('.statements button.value').focus() || true")
	x.key(kb.Enter)
	x.said("killing 12 people")
	// The filter is that of all views: another outlet says no total.
	eval[bool](x, "(location.hash = '#v=totals&kind=shelling') && true")
	x.wait("document.querySelector('.view.totals .nothing')")
}

func TestTheAccountOfOneEventOverTime(t *testing.T) {
	x := at(t, testgraph.Small(), "#v=totals")
	x.wait("document.querySelector('[data-choice=event]')")
	x.click("[data-choice=event]")
	x.wait("document.querySelector('.word-lanes')")
	if s := x.text(".view.totals .told"); s != "Missile strike, Arlen" {
		t.Errorf("the best known event with figures is %q", s)
	}
	panels := eval[[]string](x, "[...document.querySelectorAll('.panel')].map(p => p.querySelector('h2').textContent + ': ' + [...p.querySelectorAll('tbody tr')].map(r => [...r.cells].map(c => c.textContent).join(' ')).join('; '))")
	want := []string{"Killed: A 5 May 2021 12 Lowland Herald; B 5 May 2021 9 Upper Courier; A 20 May 2021 14 Lowland Herald", "Injured: A 5 May 2021 at least 30 Upper Courier", "Casualties: A 5 May 2021 45 Mid Wire; B 6 May 2021 45 Coast Daily in a copy"}
	if !slices.Equal(panels, want) {
		t.Errorf("panels\n got %q\nwant %q", panels, want)
	}
	for _, w := range []string{"First reported 5 May 2021", "“struck”", "“hit”", "“reports said”"} {
		if s := x.text(".view.totals"); !strings.Contains(s, w) {
			t.Errorf("the account does not say %s", w)
		}
	}
	// It follows the selection.
	eval[bool](x, "(location.hash = '#v=totals&account=event&e=e-counter&closed=1') && true")
	x.wait("document.querySelector('.view.totals .told').textContent === 'Shelling, Bresk'")
	if s := x.text(".word-lanes"); !strings.Contains(s, "denied") || !strings.Contains(s, "alleged") || strings.Contains(s, "reported as happened") {
		t.Errorf("in what way it is told: %q", s)
	}
}

func TestACopyShowsWhatItDropped(t *testing.T) {
	x := at(t, copied(), "#v=copies")
	x.wait("document.querySelector('.family')")
	row := x.text(".family-tree tbody tr:nth-child(2)")
	for _, want := range []string{"Coast Daily", "copy of Mid Wire", "does not name Mid Wire", "reservation dropped", "attribution dropped", "7 words dropped, 6 added"} {
		if !strings.Contains(row, want) {
			t.Errorf("the copy's row lacks %q: %q", want, row)
		}
	}
	x.click(".family-tree .link[aria-expanded]")
	x.wait("document.querySelectorAll('.changes li').length === 2")
	if got := eval[[]string](x, "[...document.querySelectorAll('.changes del')].map(e => e.textContent)"); !slices.Equal(got, []string{"reportedly hurt, the provincial health office said"}) {
		t.Errorf("dropped %q", got)
	}
	if got := eval[[]string](x, "[...document.querySelectorAll('.changes ins')].map(e => e.textContent)"); !slices.Equal(got, []string{"hurt", "Schools open again on Monday"}) {
		t.Errorf("added %q", got)
	}
	// Who copies whom leads to the families.
	x.click(".pairs-table button.value")
	x.wait("document.querySelector('.view.copies .bar').textContent.includes('Coast Daily copies Mid Wire')")
	x.click(".family h2 .event")
	x.wait("(document.querySelector('.doc-text h2') || {}).textContent === 'Strikes reported in Arlen'")
}

func TestWithoutTextsACopyShowsNumbersAlone(t *testing.T) {
	x := open(t, copied(), page.Options{Text: page.NoText}, "#v=copies", wide[0], wide[1])
	x.wait("document.querySelector('.family-tree .link[aria-expanded]')")
	x.click(".family-tree .link[aria-expanded]")
	x.wait("document.querySelector('.changes .note')")
	if s := x.text(".view.copies"); strings.Contains(s, "provincial") || !strings.Contains(s, "7 words dropped") {
		t.Errorf("without texts: %q", s)
	}
}

func TestCoverageTellsCopiesFromSilenceAndFromNothing(t *testing.T) {
	x := at(t, testgraph.Small(), "#v=coverage")
	x.wait("document.querySelector('.cover-table')")
	cells := eval[map[string]string](x, `(() => {
		const names = [...document.querySelectorAll('.cover-table thead tr:last-child .outlet')].map(e => e.textContent), row = [...document.querySelectorAll('.cover-table tbody tr')].find(r => r.querySelector('.event').textContent === 'Missile strike, Arlen');
		return Object.fromEntries(names.map((n, k) => { const td = row.cells[k + 2], b = td.querySelector('button'); return [n, b ? b.getAttribute('aria-label') : td.textContent]; }));
	})()`)
	for outlet, want := range map[string]string{
		"Lowland Herald": "Lowland Herald: in a text of its own, reported as happened", "Coast Daily": "Coast Daily: only in a copy, reported as happened",
		"River Watch": "no document of those days here",
	} {
		if cells[outlet] != want {
			t.Errorf("%s: %q, want %q", outlet, cells[outlet], want)
		}
	}
	// An outlet that published in those days and does not report it leads to what it published.
	label := eval[string](x, "[...document.querySelectorAll('.cover-table tbody tr')].find(r => r.querySelector('.event').textContent === 'Shelling, Bresk').querySelector('.cell-mark.silent').parentElement.getAttribute('aria-label')")
	if label != "Mid Wire: published in those days without it: 1 document" {
		t.Errorf("silence says %q", label)
	}
	// One stop of the keyboard, then arrows.
	if n := eval[int](x, "document.querySelectorAll('.cover-table [tabindex=\"0\"]').length"); n != 1 {
		t.Errorf("%d stops in the grid", n)
	}
	eval[bool](x, "document.querySelector('.cover-table [tabindex=\"0\"]').focus() || true")
	x.key(kb.ArrowRight)
	x.wait("+document.activeElement.dataset.column > 0 && document.activeElement.dataset.row === '0'")
	x.key(kb.ArrowLeft + kb.ArrowDown)
	x.wait("document.activeElement.dataset.row === '1' && document.activeElement.dataset.column === '0'")
	// A denial alone is no report of a happening: its mark is no disc.
	if n := eval[int](x, "[...document.querySelectorAll('.cover-table tbody tr')].filter(r => r.querySelector('.sign') && r.querySelector('.cell-mark.disc')).length"); n != 0 {
		t.Errorf("%d events that are not reported as happened have a disc", n)
	}
	x.click("[data-choice=several]")
	x.wait("location.hash.includes('cover=several') && document.querySelector('.view.coverage .in-view').textContent === '5 events'")
	x.click(".cover-table .cell-mark.copied")
	x.said("45 casualties")
}

func TestTheMapIsLinkedToTheSelection(t *testing.T) {
	x := at(t, placed(), "#v=map")
	x.wait("document.querySelectorAll('.spots .site').length === 3")
	// Bresk: five as happened, two others, and one of them disputed.
	label := eval[string](x, "[...document.querySelectorAll('.spots .site')].map(b => b.getAttribute('aria-label')).find(s => s.startsWith('Bresk'))")
	if label != "Bresk: 5 reported as happened, 3 not, 1 disputed" {
		t.Errorf("Bresk is %q", label)
	}
	if s := x.text(".view.map .in-view"); s != "20 of 20 events in view, 10 without a place on the map" {
		t.Errorf("in view: %q", s)
	}
	if s := x.text(".borders"); !strings.Contains(s, "state no claim") {
		t.Errorf("borders: %q", s)
	}
	x.click(".spots .site[aria-label^=Caldry]")
	x.wait("location.hash.includes('site=Caldry') && document.querySelectorAll('.map-list .told-list li').length > 0")
	x.click(".map-list .told-list .event")
	x.wait("!document.querySelector('.dossier').hidden && document.querySelector('.spots .site.here[aria-label^=Caldry]')")
	x.key(kb.Escape)
	// Zoom by keys; the address follows.
	eval[bool](x, "document.querySelector('.world-map').focus() || true")
	x.key("+")
	x.wait("location.hash.includes('map=')")
	x.key("0")
	x.wait("!location.hash.includes('map=')")
	// A plain wheel is the page's.
	r := eval[[]float64](x, "(r => [r.left + 20, r.top + 20])(document.querySelector('.world-map').getBoundingClientRect())")
	x.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseWheel, r[0], r[1], func(p *input.DispatchMouseEventParams) { p.DeltaY, p.DeltaX = 40, 0.01 }))
	x.settle()
	if h := eval[string](x, "location.hash"); strings.Contains(h, "map=") {
		t.Errorf("a plain wheel zoomed: %s", h)
	}
	// The outline is drawn: the canvas has land, sea and borders.
	if n := eval[int](x, "(() => { const c = document.querySelector('.world-map canvas'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data, s = new Set(); for (let i = 0; i < d.length; i += 4) s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return s.size; })()"); n < 4 {
		t.Errorf("the map has %d colours", n)
	}
	x.click(".view.map .map-list .nav .link:nth-child(2)")
	x.wait("document.querySelector('.chips') && document.querySelectorAll('.spots .site').length === 1")
}

func TestSidesAreInEveryViewOnceDeclared(t *testing.T) {
	x := at(t, sided(t), "#v=disagreements&about=count")
	if s := x.text(".side-meter"); !strings.Contains(s, "Lowland") || !strings.Contains(s, "Upland") || !strings.Contains(s, "of 38") {
		t.Errorf("shares: %q", s)
	}
	// Marks of two sides have two shapes.
	if n := eval[int](x, "new Set([...document.querySelectorAll('.card .plot path.solid')].map(p => p.getAttribute('d'))).size"); n != 2 {
		t.Errorf("%d shapes of 2 sides", n)
	}
	for view, selector := range map[string]string{"table": ".events tbody .side-sign", "coverage": ".cover-table .side-group", "copies": ".family-tree .side-sign", "totals": ".statements .side-sign", "documents": ".doc-list .side-sign"} {
		x.click("[data-view=" + view + "]")
		x.wait("document.querySelector(" + quoteJS(".view."+view+" "+selector) + ")")
	}
	// Events that one side alone tells, and the note that it does.
	x.click("[data-view=coverage]")
	x.click("[data-choice='only Upland']")
	x.wait("location.hash.includes('cover=only+Upland')")
	x.click("[data-facet='side:1']")
	x.wait("document.querySelector('.chips')")
	eval[bool](x, "(location.hash = '#v=table&q=shepherds') && true")
	x.wait("document.querySelector('.side-note') && document.querySelector('.side-note').textContent === 'The only account here is of Upland.'")
}

// The word does not appear where nobody declared a side, but in the words of a source.
func TestWithoutADeclarationThereAreNoSides(t *testing.T) {
	g := placed()
	x := at(t, g, "")
	for _, hash := range screens {
		if strings.HasPrefix(hash, "#v=documents") || strings.Contains(hash, "e=") {
			continue // texts and quotes
		}
		eval[bool](x, "(location.hash = "+quoteJS(hash)+") && true")
		x.settle()
		if s := eval[string](x, "(document.body.innerText.match(/.{0,40}\\bsides?\\b.{0,40}/i) || [''])[0]"); s != "" {
			t.Errorf("%s says %q", hash, s)
		}
	}
	if n := eval[int](x, "document.querySelectorAll('.side-sign, .side-share, option[value=side]').length"); n != 0 {
		t.Errorf("%d signs of a side", n)
	}
}

func TestTheWholeOfAViewIsPrinted(t *testing.T) {
	x := at(t, testgraph.Scale(600), "#v=coverage")
	x.wait("document.querySelectorAll('.cover-table tbody tr').length === 60")
	eval[bool](x, "dispatchEvent(new Event('beforeprint'))")
	x.do(media("print"))
	if n := eval[int](x, "document.querySelectorAll('.cover-table tbody tr').length"); n != 600 {
		t.Errorf("%d rows are printed, want 600", n)
	}
	eval[bool](x, "dispatchEvent(new Event('afterprint'))")
	x.wait("document.querySelectorAll('.cover-table tbody tr').length === 60")
}
