package export

import (
	"slices"
	"strconv"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// A chronicle tells events one after the other under headings of years, each
// with a footnote for every document that reports it.
type chronicle struct {
	x     *index
	title string
	about []string // what it holds, a paragraph each
}

// entry is one event of a chronicle.
type entry struct {
	Heading string // of a new year; "" when it is that of the entry before
	Date    string
	Title   string
	Told    bool     // it did not happen, or may not have: Title says so
	Summary string   // how many tell it, and what they count
	Differ  []string // what they differ in, a sentence each
	Quote   string   // of the first report; "" when the graph holds no text
	Notes   []footnote
}

// footnote is a document as a note, with what it says.
type footnote struct {
	Number int
	Citation
	Quotes  []string
	Speaker string // "" when the document itself says so
}

func newChronicle(g *graph.Graph, opt Options) *chronicle {
	c := &chronicle{x: newIndex(g, opt), title: oneLine(opt.title())}
	disputed, told := 0, 0
	for i := range g.Events {
		if g.Events[i].Disputed() {
			disputed++
		}
		if g.Events[i].Modality != events.Happened {
			told++
		}
	}
	c.about = []string{
		plural(len(g.Events), "event") + " from " + plural(len(g.Reports), "report") + " in " + plural(len(g.Documents), "document") +
			", " + strconv.Itoa(len(g.Families)) + " of them no copy of another. Independent accounts contradict each other in " + plural(disputed, "event") + ". What is told as alleged, denied, demanded, planned or otherwise than as something that happened (" +
			plural(told, "event") + ") says so in italics.",
		"Filter: " + oneLine(filterWords(g)) + ". Dates are as precise as the texts state them. Each entry says what the documents named in its notes report; none is a finding of fact.",
	}
	return c
}

// entries yields the entries in the order of the graph; notes are numbered
// through. It may be called several times.
func (c *chronicle) entries(yield func(*entry) bool) {
	heading, note := "", 0
	for i := range c.x.g.Events {
		e := &c.x.g.Events[i]
		n := entry{
			Date: dateWords(e), Title: title(e), Told: e.Modality != events.Happened, Summary: accounts(e), Differ: differences(e),
		}
		if f := figures(e); f != "" {
			n.Summary += "; " + f
		}
		if h := yearHeading(e); h != heading {
			heading, n.Heading = h, h
		}
		n.Notes = c.x.notes(e, note)
		note += len(n.Notes)
		if len(n.Notes) > 0 && len(n.Notes[0].Quotes) > 0 {
			// Its note need not quote it again.
			n.Quote, n.Notes[0].Quotes = n.Notes[0].Quotes[0], n.Notes[0].Quotes[1:]
		}
		if !yield(&n) {
			return
		}
	}
}

// notes returns a note for each document that reports e, in order of
// publication, numbered from the one after the number given.
func (x *index) notes(e *graph.Event, number int) []footnote {
	var notes []footnote
	at := map[string]int{} // the note of each document
	for _, r := range x.reportsOf(e) {
		d := x.documents[r.Document]
		if d == nil {
			continue
		}
		k, ok := at[d.ID]
		if !ok {
			k = len(notes)
			at[d.ID] = k
			notes = append(notes, footnote{Number: number + k + 1, Citation: x.note(d), Speaker: oneLine(speakers(r, d))})
		}
		if q := oneLine(r.Quote.Text); q != "" && !slices.Contains(notes[k].Quotes, q) {
			notes[k].Quotes = append(notes[k].Quotes, q)
		}
	}
	return notes
}

// yearHeading is the year that e is listed under: of its first day, else of
// its last.
func yearHeading(e *graph.Event) string {
	d := e.When.Earliest
	if d == edtf.Open {
		d = e.When.Latest
	}
	if d == edtf.Open {
		return "Without a date"
	}
	if y := year(d); y <= 0 {
		return strconv.Itoa(1-y) + " BC"
	}
	return strconv.Itoa(year(d))
}
