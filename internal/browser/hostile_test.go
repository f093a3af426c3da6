package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/page"
)

// TestHostileTextDoesNothing opens every view, every event and every document
// of a graph whose every field is a payload. No payload may run, load anything
// or change the page; finish checks requests, exceptions and dialogs.
func TestHostileTextDoesNothing(t *testing.T) {
	var kinds []page.Kind
	for _, p := range testgraph.Payloads {
		kinds = append(kinds, page.Kind{ID: p, Label: p, Class: p})
	}
	x := open(t, hostileEverywhere(t), page.Options{Title: strings.Join(testgraph.Payloads, " "), Kinds: kinds}, "", wide[0], wide[1])
	x.wait("document.body.dataset.ready")
	clean := func(where string) {
		t.Helper()
		if eval[bool](x, "'x' in window") {
			t.Fatalf("%s: a payload ran", where)
		}
		if n := eval[int](x, "document.querySelectorAll('img, svg:not(.plot):not(.spot), iframe, object, embed, base, body style, body link, a[href^=\"javascript:\"]').length + Math.abs(document.querySelectorAll('script:not([type])').length - 3)"); n > 0 {
			t.Fatalf("%s: text became %d elements", where, n)
		}
	}
	clean("start")
	for _, lanes := range []string{"class", "kind", "place", "actor", "outlet", "modality"} {
		eval[bool](x, "(s => { s.value = '"+lanes+"'; s.dispatchEvent(new Event('change')); return true; })(document.getElementById('lanes'))")
		x.wait("true")
		// The notes beside the pointer hold text too.
		eval[bool](x, `(() => { const host = document.querySelector('.chart'), r = host.getBoundingClientRect();
			for (let y = 4; y < r.height; y += 9) for (let px = 4; px < r.width; px += 60) host.dispatchEvent(new PointerEvent('pointermove', {clientX: r.left + px, clientY: r.top + y, pointerId: 1}));
			return true; })()`)
		clean("lanes by " + lanes)
	}
	for _, view := range []string{"table", "graph", "disagreements", "totals", "copies", "coverage", "map", "overview", "documents"} {
		x.click("[data-view=" + view + "]")
		x.wait("!document.querySelector('.view." + view + "').hidden")
		x.settle()
		clean(view)
	}
	documents := eval[int](x, "document.querySelectorAll('.doc-list li button').length")
	if documents != len(testgraph.Payloads) {
		t.Errorf("%d documents listed, want %d", documents, len(testgraph.Payloads))
	}
	for i := range documents {
		eval[bool](x, fmt.Sprintf("document.querySelectorAll('.doc-list li button')[%d].click() || true", i))
		x.wait(fmt.Sprintf("document.querySelectorAll('.doc-list li button')[%d].className === 'chosen' && document.querySelector('button.ref')", i))
		eval[bool](x, "(document.querySelector('button.ref') || {click() {}}).click() || true")
		x.wait("!document.querySelector('.dossier').hidden") // a mark leads to an event
		clean(fmt.Sprintf("document %d", i))
	}
	// What is shown is the text itself.
	const want = `<img src=x onerror=window.x=1>`
	if !eval[bool](x, "[...document.querySelectorAll('.doc-title')].some(e => e.textContent === "+quoteJS(want)+")") {
		t.Errorf("the title %s is not shown as it is", want)
	}
	// Hostile addresses: a fragment may hold anything.
	for _, p := range testgraph.Payloads {
		eval[bool](x, "(location.hash = '#q=' + encodeURIComponent("+fmt.Sprintf("%q", strings.ToValidUTF8(p, "?"))+")) && true")
	}
	clean("addresses")
}
