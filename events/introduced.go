package events

import (
	"slices"

	"github.com/dateline-project/dateline/events/text"
)

// introduction is a paragraph whose speaker the line above it names: "On 3 May
// Colonel Orr wrote:".
type introduction struct {
	text.Span // the paragraph
	speaker   Attribution
	when      When // of the saying, without a date where the line gives none
}

// introduce finds the paragraphs that a line ending with a verb of saying and a
// colon leads to. What stands in quotation marks has its speaker already.
func (d *documentAnalysis) introduce() {
	for i, a := range d.sentenceOf {
		if a == nil || a.role != text.Body || i+1 == len(d.sentences) || !d.leadsOn(i) {
			continue
		}
		next := d.sentences[i+1]
		if next.role != text.Body || next.block == a.block || opensQuotation(d.words[next.first].low) {
			continue
		}
		k := slices.IndexFunc(a.acts, func(sp speech) bool { return sp.verb >= 0 && sp.verb == a.last-2 && !sp.negated && sp.speaker != "" })
		if k < 0 {
			continue
		}
		x := d.link(a, a.acts[k])
		in := introduction{Span: d.doc.Blocks[next.block].Span, speaker: x, when: noDate()}
		in.speaker.Content = in.Span
		for _, r := range a.times {
			if r.dates() {
				in.when = fromMention(r.Mention)
				break
			}
		}
		d.introduced = append(d.introduced, in)
	}
}

// leadsOn reports whether sentence i ends its block, and with a colon.
func (d *documentAnalysis) leadsOn(i int) bool {
	s := d.sentences[i]
	return d.words[s.last-1].low == ":" && (i+1 == len(d.sentences) || d.sentences[i+1].block != s.block)
}

// introductionOf returns the introduction of the paragraph that holds byte i, nil for none.
func (d *documentAnalysis) introductionOf(i int) *introduction {
	k, _ := slices.BinarySearchFunc(d.introduced, i+1, func(in introduction, at int) int { return in.End - at })
	if k < len(d.introduced) && d.introduced[k].Start <= i {
		return &d.introduced[k]
	}
	return nil
}
