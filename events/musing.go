package events

import (
	"slices"

	"github.com/dateline-project/dateline/events/text"
)

// What somebody writes of himself and to the reader ("I hope you are all happy
// now", "Who pays for this?") reflects and tells little: comments, letters,
// columns. In such a passage the verbs that no phrase of the lexicon holds, and
// what is told there without a day and is nothing grave, make no reports. What a
// witness tells of violence does.

// Bounds of a passage that reflects: so many sentences on either side of one are
// looked at, and so many of them, by number and in percent, are in such a voice;
// of a whole text a smaller share is enough.
const (
	voiceReach   = 4
	leastVoiced  = 4
	voicedInCent = 45
	textInCent   = 33
)

// findMusings marks the sentences that stand in passages which reflect.
func (d *documentAnalysis) findMusings() {
	before := make([]int, len(d.sentences)+1) // in the voice, up to each
	for i := range d.sentences {
		before[i+1] = before[i]
		if d.inVoice(i) {
			before[i+1]++
		}
	}
	all := before[len(d.sentences)]
	if all < leastVoiced {
		return
	}
	whole := all >= 2*leastVoiced && all*100 >= len(d.sentences)*textInCent
	for i, a := range d.sentenceOf {
		if a == nil || a.role != text.Body {
			continue
		}
		from, to := max(0, i-voiceReach), min(len(d.sentences), i+voiceReach+1)
		voiced := before[to] - before[from]
		a.muses = whole || voiced >= leastVoiced && voiced*100 >= (to-from)*voicedInCent
	}
}

// inVoice reports whether sentence i has somebody speak of himself or to the
// reader, or asks, in nobody's quotation. One with quotation marks, or with an
// act of saying of somebody else, reports.
func (d *documentAnalysis) inVoice(i int) bool {
	s := d.sentences[i]
	if a := d.sentenceOf[i]; a != nil {
		for _, sp := range a.acts {
			if !sp.hearsay && (sp.source >= sp.sourceEnd || d.words[sp.source].lexeme.forms&formVoice == 0) {
				return false
			}
		}
	}
	if _, quoted := d.quotationOf(s.Start); quoted {
		return false
	}
	voiced := d.words[s.last-1].low == "?"
	for k := s.first; k < s.last; k++ {
		w := &d.words[k]
		if w.tag == "``" || w.tag == "''" || w.low == "\"" || w.low == "“" || w.low == "”" {
			return false
		}
		voiced = voiced || w.lexeme.forms&formVoice != 0 && !w.is(text.Caps)
	}
	return voiced
}

// onlyMused reports whether t, in a passage that reflects, is not told as news: it
// is nothing grave and nothing said, and a noun, weak, or of the writer himself.
func (a *sentenceAnalysis) onlyMused(t trigger) bool {
	if k := a.v.kinds[t.kind]; a.harms(t.kind) || k.Spoken || k.PLOVER == "COERCE" {
		return false // "I was arrested" is told
	}
	if t.noun || t.weak || !a.tells(t.head) {
		return true
	}
	c := a.clauses[t.clause]
	return slices.ContainsFunc(a.words[c.first:c.last], func(w word) bool { return w.lexeme.forms&formVoice != 0 && !w.is(text.Caps) })
}
