package browser

import (
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/page"
)

func TestTheGraphStartsFromTheSelectionAndStaysAroundIt(t *testing.T) {
	x := small(t, "#v=graph&e=e-strike-arlen&closed=1")
	x.wait("document.querySelector('.link-list li')")
	list := x.text(".link-list")
	for _, want := range []string{"said to respond to", "a source states the order", "only near in time and place"} {
		if !strings.Contains(list, want) {
			t.Errorf("the list does not say %q", want)
		}
	}
	// Arrow keys step through what is drawn, without drawing it anew.
	before := x.text(".in-view")
	x.key(kb.ArrowRight)
	x.wait("!location.hash.includes('e=e-strike-arlen') && location.hash.includes('around=e-strike-arlen')")
	if after := x.text(".in-view"); after != before {
		t.Errorf("%q, and after a step %q", before, after)
	}
	x.key(kb.Enter)
	x.wait("document.querySelector('.dossier blockquote')")
	// An event of elsewhere moves it.
	x.key(kb.Escape)
	eval[bool](x, "(location.hash = '#v=graph&e=e-truce&closed=1', true)")
	x.wait("document.querySelector('.link-list').textContent.includes('Prisoner exchange')")
	// A click on a node opens it.
	eval[bool](x, "(location.hash = '#v=graph&e=e-strike-arlen&closed=1', true)")
	x.wait("document.querySelector('.link-list').textContent.includes('Denial')")
	left, top := x.findMark("Denial, Lowland forces")
	x.do(chromedp.MouseClickXY(left, top))
	x.wait("(document.querySelector('.dossier h2') || {}).textContent === 'Denial, Lowland forces'")
}

// The figure has an arrow for each stated cause and order, and for nothing else.
func TestArrowsAreCausesAndOrders(t *testing.T) {
	g := testgraph.Small()
	arrows := 0
	for _, l := range g.Links {
		if (l.Basis == graph.Stated || l.Basis == graph.Ordered) && l.Relation != "contradicts" {
			arrows++
		}
	}
	x := small(t, "#v=graph&steps=0")
	x.wait("document.querySelector('.link-list li')")
	// Arrow heads are triangles filled with ink.
	heads := regexp.MustCompile(`<path d="([^"]+)" fill="#1d1e20"/>`).FindStringSubmatch(x.figure())
	if heads == nil || strings.Count(heads[1], "Z") < arrows || arrows != 3 {
		t.Fatalf("%d stated causes and orders, drawn as %q", arrows, heads)
	}
	triangles := regexp.MustCompile(`M[-\d.]+ [-\d.]+L[-\d.]+ [-\d.]+L[-\d.]+ [-\d.]+Z`).FindAllString(heads[1], -1)
	if len(triangles) != arrows {
		t.Errorf("%d arrows for %d stated causes and orders: %q", len(triangles), arrows, heads[1])
	}
}

func TestAPathIsAChainOfSentences(t *testing.T) {
	x := small(t, "#v=graph&e=e-denial&closed=1")
	x.wait("document.querySelector('#path-to')")
	x.do(chromedp.Focus("#path-to"))
	x.key("ceasefire, cal")
	x.wait("document.querySelector('.picked button')")
	x.click(".picked button")
	x.wait("document.querySelectorAll('.path li').length === 3")
	path := x.text(".path")
	for _, want := range []string{"From Denial, Lowland forces to Ceasefire, Caldry", "said to be answered by", "a source states the order", "a baker was arrested", "Lowland Herald"} {
		if !strings.Contains(path, want) && want != "said to be answered by" {
			t.Errorf("the path does not say %q: %s", want, path)
		}
	}
	if !eval[bool](x, "location.hash.includes('path=e-truce')") {
		t.Error("the address does not hold the path")
	}
	// Without the order that a source states, there is none.
	x.do(chromedp.Reload())
	x.wait("document.querySelectorAll('.path li').length === 3")
	eval[bool](x, "([...document.querySelectorAll('.graph .check input')].forEach(e => { if (e.parentElement.textContent.includes('order')) e.click(); }), true)")
	x.wait("document.querySelector('.path').textContent.includes('No chain')")
}

func TestFiveThousandEventsAreDrawnWhenAskedFor(t *testing.T) {
	x := open(t, testgraph.Scale(3000), page.Options{}, "#v=graph&steps=0", wide[0], wide[1])
	x.wait("document.querySelector('.graph .in-view') && document.querySelector('.graph .in-view').textContent.startsWith('300 events')")
	x.click(".graph .bar .link")
	x.wait("location.hash.includes('nodes=5000') && !document.querySelector('.graph .in-view').textContent.startsWith('300 ')")
}

func TestCountsBeforeAndAfterLeadToTheirEvents(t *testing.T) {
	x := small(t, "#v=follow&e=e-strike-arlen&closed=1")
	x.wait("document.querySelector('.counts-table')")
	if s := x.text(".pane, .follow"); !strings.Contains(s, "The ministry denied on Wednesday") || !strings.Contains(s, "A source states the order") {
		t.Errorf("the links are told as %q", s)
	}
	first := x.text(".counts-table")
	x.do(chromedp.Reload())
	x.wait("document.querySelector('.counts-table')")
	if again := x.text(".counts-table"); again != first {
		t.Errorf("two shuffles differ:\n%s\n%s", first, again)
	}
	n := x.text(".counts-table tbody tr .link")
	x.click(".counts-table tbody tr .link")
	x.wait("document.querySelectorAll('.behind li').length === " + n)
	x.key(kb.Enter) // on the first of them
	x.wait("document.querySelector('.dossier blockquote')")
	// What was demanded or denied is counted by itself.
	eval[bool](x, "(location.hash = '#v=follow&e=e-demand&closed=1', true)")
	x.wait("document.querySelector('.aligned').textContent.includes('Withdrawal')")
	eval[bool](x, "(location.hash = '#v=follow&e=e-undated&closed=1', true)")
	x.wait("document.querySelector('.follow .nothing') && !document.querySelector('.follow .nothing').hidden")
}

func TestTheMethodCountsWhatThePageHolds(t *testing.T) {
	x := small(t, "#v=method")
	x.wait("document.querySelector('.method table')")
	s := x.text(".method")
	for _, want := range []string{"Nobody has reviewed an event yet", "read with a reservation", "run a text recognition program", "Known limits", "a source states it"} {
		if !strings.Contains(s, want) {
			t.Errorf("the method does not say %q", want)
		}
	}
	eval[bool](x, "([...document.querySelectorAll('.method .link')].find(b => b.getAttribute('aria-label').includes('demanded')).click(), true)")
	x.wait("document.querySelectorAll('.events tbody tr').length === 2")
}
