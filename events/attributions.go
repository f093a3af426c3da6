package events

import (
	"cmp"
	"slices"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

// Attributions returns every attribution of a document, whether a report has it
// or not, in order of their content, and warnings of what was left out. A
// quotation that goes on after its speaker gives one for each of its parts, with
// the same cue. Speaker and Source are empty where nobody is named
// ("reportedly"); where a quotation stands beside its speaker without a word of
// saying, the cue is its opening mark. Only English is read.
func (x *Extractor) Attributions(doc *source.Document) ([]Attribution, []source.Diagnostic) {
	if other := notEnglish(doc); other != nil {
		return nil, other
	}
	r := x.room()
	defer x.release(r)
	d := x.analyse(r, doc, true)
	var out []Attribution
	type words struct{ cue, source int } // where they begin
	said := map[words][]text.Span{}
	for _, a := range d.sentenceOf {
		if a == nil {
			continue
		}
		for _, sp := range a.acts {
			if x := d.link(a, sp); x.Content.Len() > 0 {
				out = append(out, x)
				k := words{x.CueSpan.Start, x.Source.Start}
				said[k] = append(said[k], x.Content)
			}
		}
	}
	for _, q := range d.quotations {
		k := words{q.speaker.CueSpan.Start, q.speaker.Source.Start}
		if q.speaker.Speaker != "" && !slices.ContainsFunc(said[k], q.Overlaps) {
			out = append(out, q.speaker)
		}
	}
	slices.SortStableFunc(out, func(a, b Attribution) int {
		return cmp.Or(a.Content.Start-b.Content.Start, b.Content.End-a.Content.End)
	})
	return out, d.warnings
}
