package page

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/graph"
)

// Signs of a change in a copy.
const (
	hedgeDropped   = 1 << iota // what it drops holds words by which the original hedges a report
	speakerDropped             // what it drops names who says a report of the original
)

// copies are the documents that copy another: what each keeps of it and where
// it leaves it. A change is seven numbers: the bytes of the original, those of
// the copy, how many words each has, and its signs.
func (m *model) copies() *columns {
	c := &columns{}
	reports := make([][]int, len(m.g.Documents)) // the graph's reports of each document
	for i := range m.g.Reports {
		if d, ok := m.document[m.g.Reports[i].Document]; ok {
			reports[d] = append(reports[d], i)
		}
	}
	var document, original, words, kept, credits []int
	var changes [][]int
	for i := range m.g.Documents {
		d := &m.g.Documents[i]
		from, ok := m.document[d.CopyOf]
		if !ok || from == i {
			continue
		}
		source := &m.g.Documents[from]
		keys := map[string]int32{}
		a, b := runningText(source, keys), runningText(d, keys)
		list, n := compareTexts(a, b)
		document, original, words, kept = append(document, i), append(original, from), append(words, len(b.words)), append(kept, n)
		credits = append(credits, credit(d, source))
		var flat []int
		for _, x := range list {
			o, p := a.span(x.dropped), b.span(x.added)
			flat = append(flat, o.Start, o.End, p.Start, p.End, x.dropped.len(), x.added.len(), m.signs(o, reports[from]))
		}
		changes = append(changes, flat)
	}
	c.ints("document", document)
	c.ints("original", original)
	c.ints("words", words)
	c.ints("kept", kept)
	c.ints("credit", credits)
	c.lists("changes", changes)
	return c
}

// signs tells what a stretch of an original means for its reports.
func (m *model) signs(dropped text.Span, reports []int) int {
	bits := 0
	for _, i := range reports {
		r := &m.g.Reports[i]
		for _, a := range r.Attribution {
			if a.Cue != "" && a.Len() > 0 && dropped.Overlaps(a.Span) {
				bits |= speakerDropped
			}
		}
		if at := strings.Index(r.Quote.Text, r.Hedge); r.Hedge != "" && at >= 0 {
			start := r.Quote.Start + at
			if dropped.Contains(text.Span{Start: start, End: start + len(r.Hedge)}) {
				bits |= hedgeDropped
			}
		}
	}
	return bits
}

// Whether a copy names the outlet that it copies.
const (
	creditUnknown = iota // the original's outlet is not stated
	creditGiven
	creditMissing
)

func credit(copied, original *graph.Document) int {
	name := strings.ToLower(original.Outlet)
	switch {
	case name == "" || copied.Text == "":
		return creditUnknown
	case strings.EqualFold(copied.Outlet, original.Outlet), strings.Contains(strings.ToLower(copied.Author), name), strings.Contains(strings.ToLower(copied.Text), name):
		return creditGiven
	}
	return creditMissing
}
