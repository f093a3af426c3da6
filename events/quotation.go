package events

import (
	"slices"

	"github.com/dateline-project/dateline/events/text"
)

// quotation is direct speech that may run over several sentences.
type quotation struct {
	text.Span
	speaker Attribution
}

// maxQuotation is how many bytes direct speech may run before a quotation
// mark is taken for a stray one.
const maxQuotation = 8000

// quotations finds direct speech by its marks. Straight marks open and close
// in turn; a paragraph that opens with a mark while one is open goes on with
// the same speech.
func quotations(s string, words []word) []quotation {
	var out []quotation
	open := -1
	for i, w := range words {
		switch w.low {
		case "“", "«", "„", "``":
			if open < 0 {
				open = int(w.end)
			}
		case "”", "»", "''":
			if open >= 0 {
				out = append(out, quotation{Span: text.Span{Start: open, End: int(w.start)}})
				open = -1
			}
		case "\"":
			opens := w.is(text.Space) && i+1 < len(words) && !words[i+1].is(text.Space)
			switch {
			case open < 0 && (opens || i == 0):
				open = int(w.end)
			case open >= 0 && !opens:
				out = append(out, quotation{Span: text.Span{Start: open, End: int(w.start)}})
				open = -1
			}
		}
		if open >= 0 && int(w.end)-open > maxQuotation {
			open = -1
		}
	}
	return out
}

// quotationOf returns the quotation that holds byte i.
func (d *documentAnalysis) quotationOf(i int) (quotation, bool) {
	k, _ := slices.BinarySearchFunc(d.quotations, i+1, func(q quotation, at int) int { return q.End - at })
	if k < len(d.quotations) && d.quotations[k].Start <= i {
		return d.quotations[k], true
	}
	return quotation{}, false
}

// speakerReach is how many bytes before a quotation its speaker may be named.
const speakerReach = 400

// giveSpeakers finds who speaks in each quotation: the act of saying in the
// sentence in which it ends or begins, else the last one before it.
func (d *documentAnalysis) giveSpeakers() {
	for k := range d.quotations {
		q := &d.quotations[k]
		var before, within *sentenceAnalysis
		from, _ := slices.BinarySearchFunc(d.sentences, q.Start-speakerReach, func(s sentence, at int) int { return s.End - at })
		for i := from; i < len(d.sentences) && d.sentences[i].Start <= q.End+2; i++ {
			s := d.sentences[i]
			a := d.sentenceOf[i]
			if a == nil || len(a.acts) == 0 {
				continue
			}
			if s.Span.Overlaps(text.Span{Start: q.Start - 1, End: q.End + 2}) {
				for _, sp := range a.acts {
					if start := int(a.words[sp.first].start); start < q.Start || start >= q.End {
						within = a
					}
				}
			} else if s.End <= q.Start && q.Start-s.End < speakerReach {
				before = a
			}
		}
		pick := func(a *sentenceAnalysis) {
			for _, sp := range a.acts {
				if start := int(a.words[sp.first].start); start < q.Start || start >= q.End {
					q.speaker = d.link(a, sp)
					q.speaker.Content = q.Span
					return
				}
			}
		}
		switch {
		case within != nil:
			pick(within)
		case before != nil:
			pick(before)
		}
	}
}
