package browser

import (
	"fmt"
	"testing"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/page"
)

// timeOf returns the milliseconds from an address to the last change that it
// makes on the screen: of elements, or of the size that a canvas is cleared to.
const timeOf = `(hash => { window.took = 0; let last = performance.now(); const start = last;
	const o = new MutationObserver(() => { last = performance.now(); }); o.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
	location.hash = hash;
	const f = () => { if (performance.now() - last < 500) { setTimeout(() => requestAnimationFrame(f), 20); } else { o.disconnect(); window.took = last - start + 1; } };
	requestAnimationFrame(() => setTimeout(() => { last = Math.max(last, performance.now()); f(); })); return true; })`

// timeOfFrames drags the graph in 60 steps, and keeps the time of each from the
// input to the end of the frame that answers it.
const timeOfFrames = `(() => { const host = document.querySelector('.chart.graph'), r = host.getBoundingClientRect(), list = []; window.frames95 = 0;
	const send = (type, x, y, buttons) => host.dispatchEvent(new PointerEvent(type, {clientX: r.left + x, clientY: r.top + y, buttons, pointerId: 1, bubbles: true}));
	send('pointerdown', 400, 200, 1);
	let k = 0;
	const step = () => { const t = performance.now(); send('pointermove', 400 + 8 * (k % 20), 200 + k, 1);
		requestAnimationFrame(() => setTimeout(() => { list.push(performance.now() - t); if (++k < 60) step(); else { dispatchEvent(new PointerEvent('pointerup')); list.sort((a, b) => a - b); window.frames95 = list[56]; } })); };
	step(); return true; })()`

func (x *tab) timed(hash string) float64 {
	eval[bool](x, timeOf+"("+quoteJS(hash)+")")
	x.wait("window.took")
	return eval[float64](x, "window.took")
}

// BenchmarkViews tells how long each view of a page of many events takes to be
// shown for the first time, in milliseconds.
func BenchmarkViews(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("events=%d", n), func(b *testing.B) {
			x := open(b, testgraph.Scale(n), page.Options{}, "#v=table", wide[0], wide[1])
			x.wait("document.body.dataset.ready")
			for b.Loop() {
				for name, hash := range map[string]string{"graph": "#v=graph", "graph-all": "#v=graph&steps=0", "follow": "#v=follow&days=90", "review": "#v=review", "method": "#v=method"} {
					b.ReportMetric(x.timed(hash), name+"-ms")
				}
			}
		})
	}
}

// BenchmarkGraph draws 5,000 events with 15,000 links, and drags them.
func BenchmarkGraph(b *testing.B) {
	g := testgraph.Scale(5000)
	for i := 0; len(g.Links) < 15_000; i++ {
		g.Links = append(g.Links, graph.Link{From: g.Events[i*7919%5000].ID, To: g.Events[(i*7919+1+i*31%40)%5000].ID, Relation: "same-place", Basis: graph.Near})
	}
	x := open(b, g, page.Options{}, "#v=table", wide[0], wide[1])
	x.wait("document.body.dataset.ready")
	for b.Loop() {
		b.ReportMetric(x.timed("#v=graph&steps=0&nodes=5000"), "first-ms")
		eval[bool](x, timeOfFrames)
		x.wait("window.frames95")
		b.ReportMetric(eval[float64](x, "window.frames95"), "frame95-ms")
	}
	if s := x.text(".graph .in-view"); s != "5000 events, 15000 links" {
		b.Errorf("the graph shows %q", s)
	}
}
