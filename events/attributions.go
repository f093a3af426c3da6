package events

import (
	"cmp"
	"slices"

	"github.com/dateline-project/dateline/events/source"
)

// Attributions returns every attribution of a document, of a report or not, in
// order of their content: a speaker, the word of saying, and what is said. A
// quotation that goes on after its speaker gives one for each of its parts,
// with the same cue. Speaker and Source are empty where nobody is named
// ("reportedly"), Cue where a quotation stands beside its speaker without a
// word of saying. Only English is read.
func (x *Extractor) Attributions(doc *source.Document) []Attribution {
	r := x.room()
	defer x.release(r)
	d := x.analyse(r, doc)
	var out []Attribution
	for _, a := range d.sentenceOf {
		if a == nil {
			continue
		}
		for _, sp := range a.acts {
			if x := d.link(a, sp); x.Content.Len() > 0 {
				out = append(out, x)
			}
		}
	}
	for _, q := range d.quotations {
		if s := q.speaker; s.Speaker != "" && !slices.ContainsFunc(out, func(o Attribution) bool {
			return o.CueSpan == s.CueSpan && o.Source == s.Source && o.Content.Overlaps(q.Span)
		}) {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b Attribution) int {
		return cmp.Or(a.Content.Start-b.Content.Start, b.Content.End-a.Content.End)
	})
	return out
}
