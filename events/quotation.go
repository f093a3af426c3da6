package events

import (
	"slices"
	"sort"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// quotation is direct speech that may run over several sentences.
type quotation struct {
	text.Span
	open    text.Span // the mark that opens it
	speaker Attribution
}

// maxQuotation is how many bytes direct speech may run before a quotation
// mark is taken for a stray one.
const maxQuotation = 8000

// appendQuotations finds direct speech by its marks. Straight marks open and close
// in turn; a paragraph that opens with a mark while one is open goes on with
// the same speech.
func appendQuotations(out []quotation, words []word) []quotation {
	open, mark := -1, text.Span{}
	begin := func(w *word) { open, mark = int(w.end), text.Span{Start: int(w.start), End: int(w.end)} }
	end := func(w *word) {
		out = append(out, quotation{Span: text.Span{Start: open, End: int(w.start)}, open: mark})
		open = -1
	}
	for i := range words {
		w := &words[i]
		switch {
		case w.kind != text.Punct:
		case w.low == "“" || w.low == "«" || w.low == "„" || w.low == "``":
			if open < 0 {
				begin(w)
			}
		case w.low == "”" || w.low == "»" || w.low == "''":
			if open >= 0 {
				end(w)
			}
		case w.low == "\"":
			opens := w.is(text.Space) && i+1 < len(words) && !words[i+1].is(text.Space)
			switch {
			case open < 0 && (opens || i == 0):
				begin(w)
			case open >= 0 && !opens:
				end(w)
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
	k := sort.Search(len(d.quotations), func(k int) bool { return d.quotations[k].End > i })
	if k < len(d.quotations) && d.quotations[k].Start <= i {
		return d.quotations[k], true
	}
	return quotation{}, false
}

// speakerReach is how many bytes before a quotation its speaker may be named.
const speakerReach = 400

// giveSpeakers finds who speaks in each quotation: the act of saying in the
// sentence in which it ends or begins; of one that opens a sentence, the person
// whom the sentence before it is about, else the last who has spoken before it.
func (d *documentAnalysis) giveSpeakers() {
	for k := range d.quotations {
		q := &d.quotations[k]
		var before, within *sentenceAnalysis
		first := -1 // the sentence that it opens
		from, _ := slices.BinarySearchFunc(d.sentences, q.Start-speakerReach, func(s sentence, at int) int { return s.End - at })
		for i := from; i < len(d.sentences) && d.sentences[i].Start <= q.End+2; i++ {
			s, a := d.sentences[i], d.sentenceOf[i]
			if s.Start == q.open.Start {
				first = i
			}
			switch {
			case a == nil:
			case s.Span.Overlaps(text.Span{Start: q.Start - 1, End: q.End + 2}):
				if _, ok := a.actBeside(q); ok {
					within = a
				}
			case s.End <= q.Start && q.Start-s.End < speakerReach:
				if _, ok := a.actBeside(q); ok {
					before = a
				}
			}
		}
		switch {
		case within != nil:
			d.speaks(q, within)
		case first > 0 && d.introduces(d.sentenceOf[first-1], q), d.leadsToQuote(q):
		case before != nil && (first >= 0 || d.sentenceLong(q)):
			d.speaks(q, before)
		}
	}
}

// sentenceWords is how many words a quotation within a sentence must have to be
// taken for what was said elsewhere; fewer are a name or a word held at a distance.
const sentenceWords = 5

func (d *documentAnalysis) sentenceLong(q *quotation) bool {
	return len(strings.Fields(d.doc.Text[q.Start:q.End])) >= sentenceWords
}

// actBeside returns the first act of saying of a sentence that stands outside
// q and has a speaker.
func (a *sentenceAnalysis) actBeside(q *quotation) (speech, bool) {
	for _, sp := range a.acts {
		if start := int(a.words[sp.first].start); !sp.hearsay && (start < q.Start || start >= q.End) {
			return sp, true
		}
	}
	return speech{}, false
}

// speaks makes who speaks in a sentence the speaker of q.
func (d *documentAnalysis) speaks(q *quotation, a *sentenceAnalysis) {
	if sp, ok := a.actBeside(q); ok {
		q.speaker = d.link(a, sp)
		q.speaker.Content = q.Span
	}
}

// introduces makes the person whom a sentence without a word of saying is about
// the speaker of the quotation that follows it: "Mrs Orr shrugged. “It is only
// money.”" The cue is the mark that opens it.
func (d *documentAnalysis) introduces(a *sentenceAnalysis, q *quotation) bool {
	if a == nil || q.open.Start-a.End > 4 {
		return false
	}
	return d.opensFor(a, q)
}

// leadsToQuote makes the person whom a sentence is about the speaker of the quotation that
// it goes on with behind a colon: "Mr Orr was blunt: “We lost.”"
func (d *documentAnalysis) leadsToQuote(q *quotation) bool {
	k, _ := slices.BinarySearchFunc(d.sentences, q.open.Start, func(s sentence, at int) int { return s.End - at })
	if k == len(d.sentences) || d.sentenceOf[k] == nil || !strings.HasSuffix(strings.TrimSpace(d.doc.Text[d.sentences[k].Start:max(q.open.Start, d.sentences[k].Start)]), ":") {
		return false
	}
	return d.opensFor(d.sentenceOf[k], q)
}

// opensFor makes the person who opens a sentence without a word of saying the speaker of q.
func (d *documentAnalysis) opensFor(a *sentenceAnalysis, q *quotation) bool {
	if len(a.acts) > 0 || a.role != text.Body {
		return false
	}
	r, ok := a.opening(d.doc.Text)
	if !ok || r.sort != Person {
		return false
	}
	source := a.span(r.first, r.last)
	q.speaker = Attribution{Speaker: d.people.full(r.name), Cue: d.doc.Text[q.open.Start:q.open.End], Span: source, Source: source, CueSpan: q.open, Content: q.Span}
	return true
}
