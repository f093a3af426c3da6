package figure

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// altMost is how many characters an alternative text may have.
const altMost = 150

// alt is the alternative text: what is shown, of how much, of which time.
func (d *drawing) alt(title, shown string) string {
	source := d.words.from(len(d.g.Events), d.accounts(), len(d.g.Documents))
	for _, s := range []string{title + ": " + shown + ". " + capital(source) + ".", title + ": " + shown + ".", title + "."} {
		if utf8.RuneCountInString(s) <= altMost {
			return s
		}
	}
	return string([]rune(title)[:altMost-1]) + "…"
}

// long is the long description: the figure's note, then what it is drawn from,
// one thing a line, so that nothing is known from the picture alone.
func (d *drawing) long(title, shown, note string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s. %s. %s\n", title, shown, note)
	if d.opt.Command != "" {
		fmt.Fprintf(&b, "%s\n", d.opt.Command)
	}
	b.WriteByte('\n')
	look := chart.Look{Date: d.fullDate, Words: d.words.terms}
	switch d.opt.Chart {
	case "totals":
		d.longTotals(&b, &look)
	case "network":
		d.longLinks(&b)
	}
	var own, copied [][]string
	if d.opt.Chart == "coverage" {
		own, copied = chart.Reporters(d.g)
	}
	for i := range d.g.Events {
		e := &d.g.Events[i]
		fmt.Fprintf(&b, "%s: %s (%s)\n", d.fullDate(e.When), oneLine(e.Label), d.claims(e))
		switch d.opt.Chart {
		case "disagreements":
			d.longDisputes(&b, &look, e)
		case "coverage":
			d.longOutlets(&b, d.words.ownReport, own[i])
			d.longOutlets(&b, d.words.copyOnly, copied[i])
		}
	}
	return b.String()
}

// longDisputes tells what accounts of e differ in.
func (d *drawing) longDisputes(b *strings.Builder, look *chart.Look, e *graph.Event) {
	for _, x := range e.Disputes {
		if x.Sort != graph.Conflict && x.Sort != graph.Revision {
			continue
		}
		var values []string
		for _, v := range x.Values {
			values = append(values, fmt.Sprintf("%s (%s)", oneLine(look.Value(x.Attribute, v.Value)), d.words.reports(len(v.Reports))))
		}
		fmt.Fprintf(b, "    %s, %s: %s\n", look.Attribute(x.Attribute), d.term(string(x.Sort)), strings.Join(values, " / "))
	}
}

// longOutlets tells which outlets report an event in one way.
func (d *drawing) longOutlets(b *strings.Builder, way string, outlets []string) {
	if len(outlets) == 0 {
		return
	}
	names := make([]string, len(outlets))
	for i, o := range outlets {
		names[i] = oneLine(d.term(o))
	}
	fmt.Fprintf(b, "    %s: %s\n", way, strings.Join(names, ", "))
}

// term is a word of charts and measures in the figure's language, the English
// one where that has none.
func (d *drawing) term(english string) string { return cmp.Or(d.words.terms[english], english) }

// longTotals tells every running total.
func (d *drawing) longTotals(b *strings.Builder, look *chart.Look) {
	outlet := map[string]string{}
	document := map[string]string{}
	for i := range d.g.Documents {
		outlet[d.g.Documents[i].ID] = cmp.Or(d.g.Documents[i].Outlet, d.term("outlet not stated"))
	}
	for i := range d.g.Reports {
		document[d.g.Reports[i].ID] = d.g.Reports[i].Document
	}
	names := look.SeriesNames(d.g)
	for i, s := range d.g.Series {
		fmt.Fprintf(b, "%s\n", oneLine(names[i]))
		for _, p := range s.Points {
			value := fmt.Sprint(p.Low)
			if p.High == nil {
				value = d.term("at least") + " " + value
			} else if *p.High != p.Low {
				value = fmt.Sprintf("%d–%d", p.Low, *p.High)
			}
			asOf := d.words.noDay
			if p.AsOf != "" {
				asOf = d.fullDate(events.When{EDTF: p.AsOf, Earliest: edtf.Open, Latest: edtf.Open})
			}
			fmt.Fprintf(b, "    %s: %s, %s\n", asOf, value, oneLine(outlet[document[p.Report]]))
		}
	}
	b.WriteByte('\n')
}

// longLinks tells every link with its basis.
func (d *drawing) longLinks(b *strings.Builder) {
	label := map[string]string{}
	for i := range d.g.Events {
		e := &d.g.Events[i]
		label[e.ID] = oneLine(e.Label) + ", " + d.fullDate(e.When)
	}
	for _, l := range d.g.Links {
		fmt.Fprintf(b, "%s – %s – %s (%s)\n", label[l.From], l.Relation, label[l.To], l.Basis)
	}
	b.WriteByte('\n')
}

// accounts is how many independent texts the figure rests on.
func (d *drawing) accounts() int {
	return max(len(d.g.Families), min(1, len(d.g.Documents)))
}
