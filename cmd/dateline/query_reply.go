package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// reply is the answer to a question: as lines for a reader, and as data. Its
// JSON is #/$defs/reply of docs/schema.json.
type reply struct {
	Version   int        `json:"version"`
	Question  string     `json:"question"`
	Answer    any        `json:"answer"`
	Events    []eventRef `json:"events"`    // each that the answer names, in the graph's order
	Lines     []string   `json:"lines"`     // the answer in words, without indents
	Footnotes []footnote `json:"footnotes"` // in the order of their numbers

	finder *graph.Finder
	g      *graph.Graph
	text   []string // Lines with their indents
	named  map[string]bool
	number map[string]int // of footnotes, by what they cite
}

// eventRef says which event an id means.
type eventRef struct {
	ID       string          `json:"id"`
	Label    string          `json:"label"`
	When     string          `json:"when"` // in words
	EDTF     string          `json:"edtf"`
	Modality events.Modality `json:"modality"`
	Accounts int             `json:"accounts"`
	Weight   float64         `json:"weight"`
}

// footnote is a sentence and where it stands.
type footnote struct {
	Number    int    `json:"number"`
	Document  string `json:"document"`
	Outlet    string `json:"outlet"`
	Title     string `json:"title"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Quote     string `json:"quote"`
}

func newReply(g *graph.Graph, question string) *reply {
	return &reply{Version: 1, Question: question, Events: []eventRef{}, Lines: []string{}, Footnotes: []footnote{},
		finder: graph.NewFinder(g), g: g, named: map[string]bool{}, number: map[string]int{}}
}

// say adds a line. The ids of a graph that somebody wrote by hand may hold
// anything, as names do.
func (r *reply) say(indent int, format string, args ...any) {
	line := oneLine(fmt.Sprintf(format, args...))
	r.Lines = append(r.Lines, line)
	r.text = append(r.text, strings.Repeat(" ", indent)+line)
}

// gap adds an empty line to the text.
func (r *reply) gap() { r.text = append(r.text, "") }

// event returns the event of an id, which is one of the graph.
func (r *reply) event(id string) *graph.Event {
	e, err := r.finder.Event(id)
	if err != nil {
		return &graph.Event{ID: id, Label: id}
	}
	return e
}

// name returns what an event is called: its label, its date, and in what way
// it is told unless it is told as having happened.
func (r *reply) name(id string) string {
	r.named[id] = true
	return eventName(r.event(id))
}

func eventName(e *graph.Event) string {
	s := inline(e.Label) + " (" + chart.DateWords(e.When)
	if e.Modality != events.Happened && e.Modality != "" {
		s += ", " + string(e.Modality)
	}
	return s + ")"
}

// listed returns an event as a line of a list: id, name, accounts, a footnote.
func (r *reply) listed(id string) string {
	e := r.event(id)
	s := id + "  " + r.name(id)
	if e.Accounts > 1 {
		s += fmt.Sprintf(", %d accounts", e.Accounts)
	}
	if slices.ContainsFunc(e.Disputes, func(d graph.Dispute) bool { return d.Sort == graph.Conflict }) {
		s += ", disputed"
	}
	if id := r.earliest(e); id != "" {
		s += " " + r.note(id)
	}
	return s
}

// earliest returns the report of an event that was published first, "" for none.
func (r *reply) earliest(e *graph.Event) string {
	best, day := "", ""
	for _, id := range e.Reports {
		x := r.finder.Report(id)
		if x == nil {
			continue
		}
		published := ""
		if d := r.finder.Document(x.Document); d != nil {
			published = d.Published
		}
		if best == "" || published != "" && (day == "" || published < day) {
			best, day = id, published
		}
	}
	return best
}

// note returns the number of the footnote that cites a report, in brackets.
func (r *reply) note(report string) string {
	x := r.finder.Report(report)
	if x == nil {
		return ""
	}
	return r.cite(x.Document, x.Quote)
}

// notes returns the footnotes of some reports.
func (r *reply) notes(reports []string) string {
	const most = 4
	var b strings.Builder
	for _, id := range reports[:min(len(reports), most)] {
		if n := r.note(id); !strings.Contains(b.String(), n) {
			b.WriteString(n)
		}
	}
	return b.String()
}

func (r *reply) cite(document string, q events.Quote) string {
	key := fmt.Sprintf("%s\x00%d\x00%d", document, q.Start, q.End)
	n, ok := r.number[key]
	if !ok {
		n = len(r.Footnotes) + 1
		r.number[key] = n
		f := footnote{Number: n, Document: document, Start: q.Start, End: q.End, Quote: q.Text}
		if d := r.finder.Document(document); d != nil {
			f.Outlet, f.Title, f.Published, f.URL = d.Outlet, d.Title, d.Published, d.URL
		}
		r.Footnotes = append(r.Footnotes, f)
	}
	return fmt.Sprintf("[%d]", n)
}

// source returns who tells something: the outlet, else the title, else the document.
func (r *reply) source(document string) string {
	if d := r.finder.Document(document); d != nil && d.Outlet != "" {
		return inline(d.Outlet)
	}
	return r.textName(document)
}

// textName returns what a text is called: its title, else the document.
func (r *reply) textName(document string) string {
	if d := r.finder.Document(document); d != nil && d.Title != "" {
		return "“" + shorten(inline(d.Title), titleRunes) + "”"
	}
	return inline(document)
}

// write prints the reply as text or as JSON.
func (r *reply) write(w io.Writer, asJSON bool) error {
	for i := range r.g.Events {
		if e := &r.g.Events[i]; r.named[e.ID] {
			r.Events = append(r.Events, eventRef{e.ID, e.Label, chart.DateWords(e.When), e.When.EDTF, e.Modality, e.Accounts, e.Weight})
		}
	}
	out := bufio.NewWriterSize(w, 1<<16)
	if asJSON {
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		if err := enc.Encode(r); err != nil {
			return err
		}
		return out.Flush()
	}
	for _, line := range r.text {
		fmt.Fprintln(out, line)
	}
	if len(r.Footnotes) > 0 {
		fmt.Fprintln(out)
	}
	for _, f := range r.Footnotes {
		fmt.Fprintln(out, oneLine(f.line()))
	}
	return out.Flush()
}

// line returns a footnote as a reader of a report expects it.
func (f *footnote) line() string {
	var parts []string
	if f.Outlet != "" {
		parts = append(parts, inline(f.Outlet))
	}
	if f.Title != "" {
		parts = append(parts, "“"+shorten(inline(f.Title), titleRunes)+"”")
	}
	if f.Published != "" {
		parts = append(parts, chart.DateWords(events.When{EDTF: f.Published}))
	}
	s := fmt.Sprintf("[%d] %s", f.Number, strings.Join(append(parts, inline(f.Document)), ", "))
	if f.Quote == "" {
		return fmt.Sprintf("%s, bytes %d to %d", s, f.Start, f.End)
	}
	return s + ": “" + inline(f.Quote) + "”"
}

// inline returns the words of a document as part of a line, without anything
// that could move a terminal's cursor or turn the direction of what follows.
func inline(s string) string { return strings.Join(strings.Fields(oneLine(s)), " ") }
