package graph

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/text"
)

// A statedLink is a link that a text states, and how long its later event came
// after the earlier one, if the text says it.
type statedLink struct {
	Link
	lag lag
}

// cueReach is how many bytes may lie between a cue and a trigger it governs:
// room for a determiner and a few adjectives.
const cueReach = 48

// statedLinks finds the links that texts state, in the order of reports:
// between two happenings of one sentence told one after the other, between the
// first of a sentence and what the sentence before it tells, between a denial
// and what it denies, and between "another strike" and the one before it.
func (b *builder) statedLinks() []statedLink {
	var out []statedLink
	rs := b.g.Reports
	var before []int32 // the sentence before
	for from, to := 0, 0; from < len(rs); from = to {
		for to = from; to < len(rs) && rs[to].Document == rs[from].Document && rs[to].Quote.Start == rs[from].Quote.Start; to++ {
		}
		sentence := places(to - from)
		for k := range sentence {
			sentence[k] += int32(from)
		}
		for k := 1; k < len(sentence); k++ {
			out = b.add(out, sentence[k-1], sentence[k], b.betweenTriggers)
			out = b.add(out, sentence[k-1], sentence[k], b.denies)
		}
		for _, main := range b.mainLine(sentence) {
			n := len(out)
			if out = b.add(out, sentence[0], main, b.fronted); len(out) > n {
				break
			}
		}
		if x := b.openedOn(before, sentence); x >= 0 {
			out = b.add(out, x, sentence[0], b.opened)
		}
		before = sentence
	}
	return append(out, b.repetitions()...)
}

// add appends the link that find sees between two reports of two events, with
// the sentence of the second as its quote.
func (b *builder) add(out []statedLink, x, y int32, find func(x, y *Report) (statedLink, bool)) []statedLink {
	r, s := &b.g.Reports[x], &b.g.Reports[y]
	if r.Event == s.Event || r.Trigger.End > s.Trigger.Start {
		return out
	}
	l, ok := find(r, s)
	if !ok {
		return out
	}
	l.Why = Why{Document: s.Document, Quote: s.Quote}
	return append(out, l)
}

// told reports whether a report tells of something that took place.
func told(r *Report) bool { return r.Modality == events.Happened || r.Modality == events.Alleged }

// within returns the spans of two triggers in the sentence of both, from 0; ok
// is false where the quotes do not hold them.
func within(x, y *Report) (xs, xe, ys int, ok bool) {
	q := x.Quote
	xs, xe, ys = x.Trigger.Start-q.Start, x.Trigger.End-q.Start, y.Trigger.Start-q.Start
	return xs, xe, ys, xs >= 0 && xe <= ys && ys <= len(q.Text)
}

// betweenTriggers reads a cue that stands between two triggers: "X after Y".
func (b *builder) betweenTriggers(x, y *Report) (statedLink, bool) {
	_, xe, ys, ok := within(x, y)
	if !ok || !told(x) || !told(y) {
		return statedLink{}, false
	}
	c, left, right, ok := findCue(x.Quote.Text[xe:ys])
	if !ok || len(right) > cueReach || strings.ContainsAny(right, ".;:,") || ofDay(right) || otherClause(left) {
		return statedLink{}, false
	}
	return b.link(c, x, y, left)
}

// mainLine returns the reports behind the first comma after the first trigger
// of a sentence: in "After the strike on X and the fires in Y, talks were called
// off" what is told of last.
func (b *builder) mainLine(sentence []int32) []int32 {
	first := &b.g.Reports[sentence[0]]
	for k, i := range sentence {
		if _, xe, ys, ok := within(first, &b.g.Reports[i]); ok && k > 0 && strings.Contains(first.Quote.Text[xe:ys], ",") {
			return sentence[k:]
		}
	}
	return nil
}

// fronted reads a cue that opens a sentence: "After X, Y".
func (b *builder) fronted(x, y *Report) (statedLink, bool) {
	xs, xe, ys, ok := within(x, y)
	if !ok || !told(x) || !told(y) {
		return statedLink{}, false
	}
	head := x.Quote.Text[:xs]
	if strings.ContainsAny(head, ",.;:") {
		return statedLink{}, false
	}
	c, left, right, ok := findCue(head)
	if !ok || len(right) > cueReach || ofDay(right) {
		return statedLink{}, false
	}
	if _, _, _, another := findCue(x.Quote.Text[xe:ys]); another { // it is said between them how they are linked
		return statedLink{}, false
	}
	return b.link(c, y, x, left)
}

// openedOn returns the report of the sentence before that an opener refers to:
// the first that is told, rather one of something done than of an effect or of
// something said; -1 for none.
func (b *builder) openedOn(before, sentence []int32) int32 {
	if len(before) == 0 {
		return -1
	}
	last, next := &b.g.Reports[before[0]], &b.g.Reports[sentence[0]]
	if gap := next.Quote.Start - last.Quote.End; last.Document != next.Document || gap < 0 || gap > cueReach {
		return -1
	}
	best, least := int32(-1), 3
	for _, k := range before {
		r := &b.g.Reports[k]
		rank := 0
		switch kind := b.kinds.of(r.Kind); {
		case b.kinds.speech.has(kind):
			rank = 2
		case b.kinds.effect.has(kind):
			rank = 1
		}
		if told(r) && rank < least {
			best, least = k, rank
		}
	}
	return best
}

// opened reads an opener: "X. In response, Y".
func (b *builder) opened(x, y *Report) (statedLink, bool) {
	if !told(y) || y.Trigger.Start < y.Quote.Start || y.Trigger.Start-y.Quote.Start > len(y.Quote.Text) {
		return statedLink{}, false
	}
	head := plainWords(y.Quote.Text[:y.Trigger.Start-y.Quote.Start])
	for _, c := range english().openers {
		if strings.HasPrefix(head, " "+c.phrase+" ") {
			return b.link(c, y, x, "")
		}
	}
	return statedLink{}, false
}

// denies reads a denial of what the same sentence tells: "It denied that X".
func (b *builder) denies(x, y *Report) (statedLink, bool) {
	if x.Kind != "denial" || !told(x) || y.Modality != events.Denied && y.Modality != events.Negated {
		return statedLink{}, false
	}
	return statedLink{Link: Link{From: x.Event, To: y.Event, Relation: "contradicts", Basis: Stated}}, true
}

// repeatReach is how many reports back a text may have told what it then tells
// another of.
const repeatReach = 24

// repeated reports whether one of the two words before a trigger says so.
func repeated(r *Report) bool {
	at := r.Trigger.Start - r.Quote.Start
	if at < 0 || at > len(r.Quote.Text) {
		return false
	}
	w := strings.Fields(lower(r.Quote.Text[:at]))
	w = w[max(0, len(w)-2):]
	if len(w) == 2 && w[1][0] >= '0' && w[1][0] <= '9' {
		return false // "another 50"
	}
	return slices.ContainsFunc(w, func(x string) bool { return english().repeated[x] })
}

// repetitions links each "second strike" with what its text told before it of
// that kind, at a place in common if it names one.
func (b *builder) repetitions() []statedLink {
	var out []statedLink
	event := indexOf(b.g.Events, func(e *Event) string { return e.ID })
	for i := range b.g.Reports {
		y := &b.g.Reports[i]
		if b.kinds.speech.has(b.kinds.of(y.Kind)) || !told(y) || !repeated(y) {
			continue
		}
		for k := i - 1; k >= max(0, i-repeatReach) && b.g.Reports[k].Document == y.Document; k-- {
			x := &b.g.Reports[k]
			if x.Kind != y.Kind || !told(x) || !b.mayRepeat(int32(i), int32(k)) {
				continue
			}
			if x.Event != y.Event && b.g.Events[event[x.Event]].Kind == b.g.Events[event[y.Event]].Kind {
				out = append(out, statedLink{Link: Link{From: y.Event, To: x.Event, Relation: "repeats", Basis: Stated, Why: Why{Document: y.Document, Quote: y.Quote}}})
			}
			break
		}
	}
	return out
}

// mayRepeat reports whether places and dates allow that one report tells of a
// repetition of what another tells.
func (b *builder) mayRepeat(later, earlier int32) bool {
	d, c := &b.merger.claims[later], &b.merger.claims[earlier]
	return (len(d.local) == 0 || len(c.local) == 0 || meet(c.local, d.local)) && !(d.stated && c.stated && c.first > d.last)
}

// link applies a cue to the happening before it and the one after it; left is
// what stands before the cue, where it may say how long one came after the other.
func (b *builder) link(c cue, x, y *Report, left string) (statedLink, bool) {
	spoken := b.kinds.speech.has(b.kinds.of(x.Kind))
	if c.relation == violates && (spoken || !b.kinds.pledge.has(b.kinds.of(y.Kind))) {
		return statedLink{}, false
	}
	if spoken && c.relation == "during" {
		return statedLink{}, false // "said that it was hit during the battle" was not said in the battle
	}
	if c.back {
		x, y = y, x
	}
	l := statedLink{Link: Link{From: x.Event, To: y.Event, Relation: c.relation, Basis: c.basis}}
	if c.relation == "before" {
		l.lag = readLag(left)
	}
	return l, true
}

// quoteSpan returns the span of a report's sentence.
func (b *builder) quoteSpan(report int32) text.Span { return b.g.Reports[report].Quote.Span }

// linksOf returns the links without what only deriving dates needs.
func linksOf(stated []statedLink) []Link {
	out := make([]Link, 0, len(stated))
	for i := range stated {
		if stated[i].From != stated[i].To {
			out = append(out, stated[i].Link)
		}
	}
	return slices.Clip(out)
}
