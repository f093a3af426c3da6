package testgraph

import (
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
)

// Payloads are texts that run as code, load something or break a page wherever
// a writer forgets what is text. Each sets window.x or names the host x.invalid.
var Payloads = []string{
	`</script><script>window.x=1</script>`,
	`__f__(window.x=1)__f__`,
	`<img src=x onerror=window.x=1>`,
	`"><svg onload=window.x=1>`,
	`'-window.x=1-'`,
	"${window.x=1}`${window.x=1}",
	`{{window.x=1}}{{.}}`,
	`<!--<script>window.x=1</script>`,
	`]]><script>window.x=1</script>`,
	`</title></style></textarea></noscript></template><script>window.x=1</script>`,
	`<iframe srcdoc="<script>parent.x=1</script>"></iframe>`,
	`<a href="javascript:window.x=1">a</a>`,
	`javascript:window.x=1`,
	`<link rel=stylesheet href=//x.invalid/a.css><img src=//x.invalid/a.png>`,
	`<meta http-equiv=refresh content="0;url=//x.invalid/">`,
	`<base href=//x.invalid/>`,
	`<style>@import "//x.invalid/a.css"; * { display: none }</style>`,
	"\u2028window.x=1\u2029",
	"a\x00b\x1b[31m\x7f",
	"\u202eevil\u202c \u2066x",
	`{a|<b onmouseover=window.x=1>b</b>}`,
	`constructor`, `__proto__`, `toString`,
	`\u003cscript\u003ewindow.x=1\u003c/script\u003e`,
	`&lt;img src=x onerror=window.x=1&gt;`,
	"bad \xff\xfe bytes",
	"\x01", "\u200b\ufeff",
	strings.Repeat("W", 400),
}

// Hostile returns a graph with one document and one event a payload, the
// payload in every field that a document or a file name can reach.
func Hostile() *graph.Graph {
	b := newBuilder()
	for i, p := range Payloads {
		id := string(rune('a'+i/10)) + string(rune('0'+i%10)) + p
		b.document(id, p, p, "2021-05-05", "f"+id, "")
		d := &b.g.Documents[len(b.g.Documents)-1]
		d.URL, d.Author, d.PublishedBasis, d.Language, d.Path = p, p, p, p, p
		e := b.event("e"+id, p, p, p, When("2021-05-05", p), events.Happened)
		e.Actors = []events.Actor{{Name: p, Sort: p}}
		e.Figures = []graph.Figure{{Measure: p, Population: p, Low: 1}}
		b.report("e"+id, id, strings.ReplaceAll(p, "*", "")+" *"+p+"* "+p, func(r *events.Report) {
			r.Hedge = p
			r.Attribution = []events.Attribution{{Speaker: p, Cue: p}}
			r.Figures = []events.Figure{{Measure: p, Population: p, Hedge: p, Low: 1, Scope: p, AsOf: p}}
			r.When = events.When{EDTF: p, Earliest: r.When.Earliest, Latest: r.When.Latest, Basis: p}
		})
		e = &b.g.Events[len(b.g.Events)-1]
		e.Disputes = []graph.Dispute{{Attribute: p, Sort: graph.Conflict, Values: []graph.Value{{Value: p, Reports: e.Reports}}}}
		if i > 0 {
			b.g.Links = append(b.g.Links, graph.Link{From: b.g.Events[i-1].ID, To: e.ID, Relation: p, Basis: graph.Stated, Why: graph.Why{Document: id, Quote: b.g.Reports[len(b.g.Reports)-1].Quote}})
		}
	}
	return b.graph()
}
