package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// attributionOf returns the speaker chain of trigger t, outermost first, as
// far as its own sentence and the quotation it stands in tell it.
func (d *documentAnalysis) attributionOf(a *sentenceAnalysis, t trigger) []Attribution {
	out := []Attribution{}
	if d.doc.Outlet != "" {
		out = append(out, Attribution{Speaker: d.doc.Outlet})
	}
	add := func(x Attribution) {
		for k, y := range out {
			if strings.EqualFold(bare(x.Speaker), bare(y.Speaker)) {
				if y.Cue != "" && x.CueSpan.Start > y.CueSpan.Start && x.Content.Start > y.Content.Start {
					out[k] = x // of two verbs of one speaker, the one that says just this
				}
				return
			}
		}
		out = append(out, x)
	}
	for _, sp := range a.acts {
		if sp.hearsay || sp.negated || sp.cue >= t.first && sp.cue < t.last || !sp.holds(t.head) {
			continue
		}
		if x := d.link(a, sp); a.v.pronoun(x.Speaker)&^formWe == 0 {
			add(x) // who "it" is stays open
		}
	}
	if q, ok := d.quotationOf(int(a.words[t.head].start)); ok && q.speaker.Speaker != "" && a.v.pronoun(q.speaker.Speaker) == 0 {
		add(q.speaker)
	}
	if in := d.introductionOf(int(a.words[t.head].start)); in != nil && a.v.pronoun(in.speaker.Speaker) == 0 {
		add(in.speaker)
	}
	return out
}

// bare returns a name without the article that opens it.
func bare(name string) string {
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		return name[4:]
	}
	return name
}

// link makes a link of a speaker chain; a pronoun becomes whom it means.
func (d *documentAnalysis) link(a *sentenceAnalysis, sp speech) Attribution {
	x := Attribution{
		Speaker: sp.speaker, Cue: joinLow(a.words, sp.cue, sp.cueEnd),
		Span: a.span(sp.first, sp.last), Source: a.span(sp.source, sp.sourceEnd), CueSpan: a.span(sp.cue, sp.cueEnd), Content: a.content(sp),
	}
	if q, ok := d.quotationOf(x.Content.End - 1); ok && q.End > x.Content.End && q.open.Start >= x.Content.Start && x.Content.Len() > 0 {
		x.Content.End = q.End // direct speech that goes on over sentences
	}
	if q, ok := d.quotationOf(x.Content.Start); ok && q.Start < a.Start && x.Content.Len() > 0 && sp.tail {
		x.Content.Start = q.open.Start // or that has gone on over sentences
	}
	switch {
	case sp.meant != "":
		x.Speaker = sp.meant
	case a.v.pronoun(sp.speaker)&(formWe|formI) != 0:
		// the text itself speaks, or the one it quotes
		if q, ok := d.quotationOf(x.Start); ok && q.speaker.Speaker != "" {
			x.Speaker = q.speaker.Speaker
		} else if d.doc.Outlet != "" {
			x.Speaker = d.doc.Outlet
		}
	}
	return x
}

// content returns the bytes of what sp says, without the punctuation at either end.
func (a *sentenceAnalysis) content(sp speech) text.Span {
	from, to := sp.from, sp.to
	outside := func(i int) bool {
		return a.words[i].kind == text.Punct && !opensQuotation(a.words[i].low) && !closes(a.words[i].low) || i >= sp.first && i < sp.last
	}
	for from < to && outside(from) {
		from++
	}
	for to > from && outside(to-1) {
		to--
	}
	return a.span(from, to)
}

func joinLow(words []word, i, j int) string {
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i {
			b.WriteByte(' ')
		}
		b.WriteString(words[k].low)
	}
	return b.String()
}

// phraseText returns the text from word i to word j with single spaces.
func phraseText(s string, words []word, i, j int) string {
	s = s[words[i].start:words[j-1].end]
	if singleSpaced(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// singleSpaced reports whether s has no white space but single blanks between
// words. It may say no of a text with characters beyond ASCII.
func singleSpaced(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' '), c < ' ', 0xc2 <= c && c <= 0xe3 && c != 0xc3:
			return false
		}
	}
	return true
}
