package events

import (
	"cmp"
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
		if sp.cue >= t.first && sp.cue < t.last || !sp.holds(t.head) {
			continue
		}
		if x := d.link(a, sp); !pronoun(x.Speaker) || strings.EqualFold(x.Speaker, "we") {
			add(x) // who "it" is stays open
		}
	}
	if q, ok := d.quotationOf(int(a.words[t.head].start)); ok && q.speaker.Speaker != "" && !pronoun(q.speaker.Speaker) {
		add(q.speaker)
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
	switch {
	case sp.sort != "":
	case strings.EqualFold(sp.speaker, "we") || sp.speaker == "I":
		// the text itself speaks, or the one it quotes
		if q, ok := d.quotationOf(x.Start); ok && q.speaker.Speaker != "" {
			x.Speaker = q.speaker.Speaker
		} else if d.doc.Outlet != "" {
			x.Speaker = d.doc.Outlet
		}
	case pronoun(sp.speaker):
		x.Speaker = cmp.Or(sp.meant, sp.speaker)
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

// resolveSpeakers finds whom the pronouns mean that say something: "he" is the
// person who spoke or acted last, "it" the body that spoke last, "they" either.
func (d *documentAnalysis) resolveSpeakers() {
	person, body := "", ""
	for _, a := range d.sentenceOf {
		if a == nil {
			continue
		}
		if name := a.openingName(d.doc.Text); len(a.acts) == 0 && name != "" {
			person = name // "Mara Tolin visited the site. She said"
		}
		for k := range a.acts {
			sp := &a.acts[k]
			switch low := strings.ToLower(sp.speaker); {
			case sp.sort == Person || sp.sort == Group:
				person = sp.speaker
			case sp.sort != "":
				body = sp.speaker
			case low == "he" || low == "she" || low == "his" || low == "her":
				sp.meant = person
			case low == "it" || low == "its":
				sp.meant = body
			case pronoun(low):
				sp.meant = cmp.Or(body, person)
			}
		}
	}
}

// openingName returns the name of the person that the sentence begins with, ""
// for none: an actor, or capitals before a verb that are not all a place.
func (a *sentenceAnalysis) openingName(s string) string {
	if len(a.actors) > 0 && a.actors[0].first <= a.first+1 {
		if a.actors[0].sort == Person {
			return a.actors[0].name
		}
		return ""
	}
	i, place := a.first, true
	for i < a.last && a.words[i].tag == "NNP" && a.words[i].is(text.Upper) && !a.inTime(i) {
		place = place && a.isPlace(i)
		i++
	}
	if n := i - a.first; n < 2 || n > 4 || place || i == a.last || !a.words[i].verb() {
		return ""
	}
	return phraseText(s, a.words, a.first, i)
}

func pronoun(s string) bool {
	switch strings.ToLower(s) {
	case "he", "she", "it", "they", "we", "i", "who", "his", "her", "its", "their":
		return true
	}
	return false
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
	return strings.Join(strings.Fields(s[words[i].start:words[j-1].end]), " ")
}
