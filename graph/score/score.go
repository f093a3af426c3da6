package score

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
)

// Measure is one figure of a score: of Of decisions, Right were right. Doc says what is counted.
type Measure struct {
	Name, Doc string
	Right, Of int
}

// Percent returns how many of the decisions were right, in per cent; 0 for none.
func (m Measure) Percent() float64 { return 100 * float64(m.Right) / float64(max(1, m.Of)) }

// Measures lists every measure in the order of a Result, with what it counts.
var Measures = []Measure{
	{Name: "published", Doc: "documents with the right day of publication"},
	{Name: "title", Doc: "documents with the right title"},
	{Name: "outlet", Doc: "documents with the right outlet"},
	{Name: "author", Doc: "documents with the right byline"},
	{Name: "copies", Doc: "documents rightly known as a copy or as none"},
	{Name: "found", Doc: "mentions for which there is a report"},
	{Name: "precise", Doc: "reports for which there is a mention; of documents whose events are all annotated"},
	{Name: "dated", Doc: "mentions with a date whose report states just that"},
	{Name: "silent", Doc: "mentions without a date that have no report, or one without a date"},
	{Name: "kind", Doc: "mentions found, with the kind"},
	{Name: "modality", Doc: "... with the modality"},
	{Name: "date", Doc: "... with the date, of the report or of its event"},
	{Name: "place", Doc: "... with the place, of the report or of its event"},
	{Name: "speaker", Doc: "... with the speaker"},
	{Name: "cue", Doc: "... with the word that names the speaker"},
	{Name: "actors", Doc: "doers of mentions found, among those of a report of that event and document"},
	{Name: "targets", Doc: "... those harmed or met"},
	{Name: "figures", Doc: "figures of mentions found, in a report of that event and document"},
	{Name: "joined", Doc: "pairs of mentions of one event, both found, that are one event"},
	{Name: "apart", Doc: "pairs of mentions of two events, both found, that are two"},
	{Name: "main found", Doc: "documents whose weightiest event is the one they are about"},
	{Name: "main kind", Doc: "documents whose weightiest event has the kind"},
	{Name: "main day", Doc: "... the day"},
	{Name: "main place", Doc: "... the place"},
	{Name: "main spot", Doc: "... the position of the place, to tell towns of one name apart"},
	{Name: "main killed", Doc: "... the number of killed, or none"},
	{Name: "main injured", Doc: "... the number of injured, or none"},
	{Name: "main speaker", Doc: "... in one of its reports, the speaker"},
	{Name: "calm", Doc: "documents without violence and protest of which no report tells any as having happened"},
	{Name: "quiet", Doc: "sentences that tell of none, in documents that do, of which no report tells any as having happened"},
	{Name: "traps avoided", Doc: "words that look like a report and are none, not taken for one"},
}

// Miss is one decision that was wrong. Where is the mention and its sentence.
type Miss struct {
	Measure, Document, Where, Got, Want string
}

// Result is the outcome of a comparison.
type Result struct {
	Documents, Marks, Reports, Events int
	Measures                          []Measure // those with decisions, in the order of Measures
	Misses                            []Miss    // in the order of the gold documents
	Faults                            []string  // what in the annotation fits no document
}

// Measure returns the measure of that name; it has no decisions if nothing was annotated for it.
func (r *Result) Measure(name string) Measure {
	for _, m := range r.Measures {
		if m.Name == name {
			return m
		}
	}
	return Measure{Name: name}
}

type comparison struct {
	g        *graph.Graph
	result   Result
	right    map[string]int
	of       map[string]int
	document string
	byDoc    map[string][]*graph.Report // in order of their triggers
	event    map[string]*graph.Event
	pairs    []pair
	disorder map[string]bool // kinds of political violence and of demonstrations
}

// Compare scores g, which was built from the documents of gold. Mentions and
// reports are matched one to one in order of the text: where their words
// overlap, then where a report's trigger stands in the mention's context.
func Compare(gold *Gold, g *graph.Graph) Result {
	c := &comparison{g: g, right: map[string]int{}, of: map[string]int{}, byDoc: map[string][]*graph.Report{}, event: map[string]*graph.Event{}, disorder: disorder()}
	for i := range g.Events {
		c.event[g.Events[i].ID] = &g.Events[i]
	}
	for i := range g.Reports {
		r := &g.Reports[i]
		c.byDoc[r.Document] = append(c.byDoc[r.Document], r)
	}
	documents := map[string]*graph.Document{}
	for i := range g.Documents {
		documents[g.Documents[i].ID] = &g.Documents[i]
	}
	for i := range gold.Documents {
		want := &gold.Documents[i]
		c.document = want.ID
		d := documents[want.ID]
		if d == nil {
			c.fault("no such document was read")
			continue
		}
		c.metadata(want, d)
		c.marks(want, d)
		c.traps(want, d)
		c.calm(want, d)
	}
	c.merging()
	c.result.Documents, c.result.Reports, c.result.Events = len(gold.Documents), len(g.Reports), len(g.Events)
	for _, m := range Measures {
		if m.Right, m.Of = c.right[m.Name], c.of[m.Name]; m.Of > 0 {
			c.result.Measures = append(c.result.Measures, m)
		}
	}
	return c.result
}

// note counts one decision.
func (c *comparison) note(measure string, ok bool, where, got, want string) {
	c.of[measure]++
	if ok {
		c.right[measure]++
		return
	}
	c.result.Misses = append(c.result.Misses, Miss{measure, c.document, where, got, want})
}

func (c *comparison) fault(format string, args ...any) {
	c.result.Faults = append(c.result.Faults, c.document+": "+fmt.Sprintf(format, args...))
}

func (c *comparison) metadata(want *Document, d *graph.Document) {
	if want.Published != nil {
		c.note("published", slices.Contains(want.Published, d.Published), "", d.Published, want.Published.String())
	}
	for _, f := range []struct {
		name string
		want *string
		got  string
	}{{"title", want.Title, d.Title}, {"outlet", want.Outlet, d.Outlet}, {"author", want.Author, d.Author}} {
		if f.want != nil {
			c.note(f.name, f.got == *f.want, "", f.got, *f.want)
		}
	}
	if want.CopyOf != nil {
		c.note("copies", (d.CopyOf != "") == (*want.CopyOf != ""), "", d.CopyOf, *want.CopyOf)
	}
}

func (c *comparison) traps(want *Document, d *graph.Document) {
	for _, t := range want.Traps {
		start, end, err := locate(d.Text, t.Context, t.Text)
		if err != nil {
			c.fault("trap: %v", err)
			continue
		}
		sprung := false
		for _, r := range c.byDoc[d.ID] {
			if r.Quote.End <= start || r.Quote.Start >= end {
				continue
			}
			for _, y := range t.Years {
				sprung = sprung || strings.HasPrefix(r.When.EDTF, y)
			}
			sprung = sprung || t.Sort == "none" && r.Trigger.Start < end && start < r.Trigger.End && r.Modality == events.Happened
		}
		c.note("traps avoided", !sprung, "«"+t.Text+"»", "", t.Why)
	}
}
