package figure

import (
	"fmt"
	"strings"
	"unicode/utf8"

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
	switch d.opt.Chart {
	case "totals":
		d.longTotals(&b)
	case "network":
		d.longLinks(&b)
	}
	for i := range d.g.Events {
		e := &d.g.Events[i]
		fmt.Fprintf(&b, "%s: %s (%s)\n", d.fullDate(e), oneLine(e.Label), d.claims(e))
		if d.opt.Chart != "disagreements" {
			continue
		}
		for _, x := range e.Disputes {
			if x.Sort != graph.Conflict && x.Sort != graph.Revision {
				continue
			}
			var values []string
			for _, v := range x.Values {
				values = append(values, fmt.Sprintf("%s (%s)", v.Value, plural(len(v.Reports), "report", "reports")))
			}
			fmt.Fprintf(&b, "    %s, %s: %s\n", x.Attribute, x.Sort, strings.Join(values, " / "))
		}
	}
	return b.String()
}

func (d *drawing) fullDate(e *graph.Event) string { return chart.DateWords(e.When) }

// longTotals tells every running total.
func (d *drawing) longTotals(b *strings.Builder) {
	outlet := map[string]string{}
	document := map[string]string{}
	for i := range d.g.Documents {
		outlet[d.g.Documents[i].ID] = d.g.Documents[i].Outlet
	}
	for i := range d.g.Reports {
		document[d.g.Reports[i].ID] = d.g.Reports[i].Document
	}
	for _, s := range d.g.Series {
		fmt.Fprintf(b, "%s: %s\n", strings.ReplaceAll(s.Measure, "-", " "), strings.Trim(strings.ReplaceAll(s.Population, "-", " ")+", "+s.Place, ", "))
		for _, p := range s.Points {
			value := fmt.Sprint(p.Low)
			if p.High == nil {
				value = "at least " + value
			} else if *p.High != p.Low {
				value = fmt.Sprintf("%d to %d", p.Low, *p.High)
			}
			asOf := p.AsOf
			if asOf == "" {
				asOf = "no day stated"
			}
			fmt.Fprintf(b, "    %s: %s, %s\n", asOf, value, outlet[document[p.Report]])
		}
	}
	b.WriteByte('\n')
}

// longLinks tells every link with its basis.
func (d *drawing) longLinks(b *strings.Builder) {
	label := map[string]string{}
	for i := range d.g.Events {
		e := &d.g.Events[i]
		label[e.ID] = oneLine(e.Label) + ", " + d.fullDate(e)
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
