package score

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
)

// longestTrigger is how many bytes a trigger may have to count: the word that
// tells an event, not its clause.
const longestTrigger = 40

// match returns the report of each mark, nil for none.
func (c *comparison) match(want *Document, d *graph.Document) []*graph.Report {
	reports := slices.Clone(c.byDoc[d.ID])
	slices.SortStableFunc(reports, func(a, b *graph.Report) int { return cmp.Or(a.Trigger.Start-b.Trigger.Start, cmp.Compare(a.ID, b.ID)) })
	reports = slices.DeleteFunc(reports, func(r *graph.Report) bool { return r.Trigger.End-r.Trigger.Start > longestTrigger })
	taken := make([]bool, len(reports))
	matched := make([]*graph.Report, len(want.Marks))
	for pass := range 2 {
		for i := range want.Marks {
			m := &want.Marks[i]
			if matched[i] != nil || pass == 1 && m.Context == "" {
				continue
			}
			start, end, err := m.locate(d.Text)
			if err != nil {
				if pass == 0 {
					c.fault("%v", err)
				}
				continue
			}
			if pass == 1 {
				start = strings.Index(d.Text, m.Context)
				end = start + len(m.Context)
			}
			first, _ := slices.BinarySearchFunc(reports, start-longestTrigger, func(r *graph.Report, at int) int { return r.Trigger.Start - at })
			for k := first; k < len(reports) && reports[k].Trigger.Start < end; k++ {
				if !taken[k] && reports[k].Trigger.End > start {
					matched[i], taken[k] = reports[k], true
					break
				}
			}
		}
	}
	return matched
}

func (c *comparison) marks(want *Document, d *graph.Document) {
	matched := c.match(want, d)
	found := 0
	for i := range want.Marks {
		m, r := &want.Marks[i], matched[i]
		c.result.Marks++
		c.note("found", r != nil, "«"+m.Text+"» in «"+cmp.Or(m.Context, m.Text)+"»", "", "")
		c.dated(m, r)
		if r == nil {
			continue
		}
		found++
		c.fields(m, r)
		if m.Event != "" {
			c.pairs = append(c.pairs, pair{m.Event, r.Event, d.ID})
		}
	}
	if !want.Partial {
		c.of["precise"] += len(c.byDoc[d.ID])
		c.right["precise"] += found
	}
	c.mainEvent(want, matched)
}

func (c *comparison) dated(m *Mark, r *graph.Report) {
	if m.When == nil {
		return
	}
	got := ""
	if r != nil {
		got = r.When.EDTF
	}
	switch none := slices.Contains(m.When, ""); {
	case !none:
		c.note("dated", slices.Contains(m.When, got), "«"+m.Text+"»", got, m.When.String())
	case len(m.When) == 1:
		c.note("silent", got == "", "«"+m.Text+"»", got, "no date")
	}
}

// fields scores a report by itself; a reader of the date and the place sees those of its event as well.
func (c *comparison) fields(m *Mark, r *graph.Report) {
	e := c.event[r.Event]
	where := "«" + m.Text + "» as «" + r.Trigger.Text + "» in «" + r.Quote.Text + "»"
	if m.Kind != nil {
		c.note("kind", slices.Contains(m.Kind, r.Kind), where, r.Kind, m.Kind.String())
	}
	if m.Modality != nil {
		c.note("modality", slices.Contains(m.Modality, string(r.Modality)), where, string(r.Modality), m.Modality.String())
	}
	if m.When != nil {
		c.note("date", slices.Contains(m.When, r.When.EDTF) || slices.Contains(m.When, e.When.EDTF), where, r.When.EDTF+" of "+e.When.EDTF, m.When.String())
	}
	if m.Place != nil {
		c.note("place", placeFits(m.Place, r.Places) || placeFits(m.Place, e.Places), where, placeNames(r.Places)+" of "+placeNames(e.Places), m.Place.String())
	}
	if m.Speaker != nil {
		c.note("speaker", speakerFits(m.Speaker, r.Attribution), where, speakers(r.Attribution), m.Speaker.String())
	}
	if m.Cue != "" {
		c.note("cue", cueFits(m.Cue, r.Attribution), where, cues(r.Attribution), m.Cue)
	}
	c.who("actors", m.Actors, r, func(o *graph.Report) []events.Actor { return o.Actors })
	c.who("targets", m.Targets, r, func(o *graph.Report) []events.Actor { return o.Targets })
	for _, f := range m.Figures {
		c.note("figures", c.hasFigure(r, f), where, "", strings.TrimSpace(fmt.Sprintf("%s %d %s", f.Measure, f.Value, f.Scope)))
	}
}

// who scores each name of want by the actors, or the targets, of the reports that r's document gives of its event.
func (c *comparison) who(measure string, want []string, r *graph.Report, of func(*graph.Report) []events.Actor) {
	var have []events.Actor
	var names []string
	for _, o := range c.byDoc[r.Document] {
		if o.Event == r.Event {
			have = append(have, of(o)...)
		}
	}
	for _, x := range have {
		names = append(names, x.Name)
	}
	for _, w := range want {
		c.note(measure, actorFits(w, have), "«"+r.Trigger.Text+"» in «"+r.Quote.Text+"»", strings.Join(names, "; "), w)
	}
}

func (c *comparison) hasFigure(r *graph.Report, want Figure) bool {
	for _, o := range c.byDoc[r.Document] {
		if o.Event != r.Event {
			continue
		}
		for _, f := range o.Figures {
			if f.Measure == want.Measure && (f.Low == want.Value || f.High != nil && *f.High == want.Value) && (f.Scope == "total") == (want.Scope == "total") {
				return true
			}
		}
	}
	return false
}
