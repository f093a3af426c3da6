package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// speech is one act of saying in a sentence: who, with which words, and what
// part of the sentence is its content. The three parts are those of PARC 3:
// source, cue, content.
type speech struct {
	speaker           string
	sort              string // of the speaker, as in ACTOR; "" for a pronoun or a document ("the appeal")
	first, last       int    // the words of source and cue, as far as they stand together, half open
	verb              int    // the verb, -1 for "according to" and a noun
	cue, cueEnd       int    // the words of saying, half open
	source, sourceEnd int    // the speaker, words, half open
	from, to          int    // content, words, half open; the speech's own words are not part of it
	tail              bool   // it follows its content: "..., the ministry said"
	inner             bool   // it names the source of whoever speaks: "citing the police"
	hearsay           bool   // nobody says who says it: "reportedly", "is said to have"
	negated           bool   // it was not said: "did not say that"
	meant             string // whom a pronoun means, "" where that is not known
}

// cuesOfSpeech are those of the words that may be ones of saying.
const cuesOfSpeech = cueSpeech | cueSpeechThat | cueSpeechClause | cueSpeechTo | cueSpeechQuote | cueSpeechAs | cueSpeechNoun | cueAssess | cueHearsay | cueSpeechMind

// cueSays are those of the verbs that hardly mean anything but saying.
const cueSays = cueSpeech | cueSpeechClause

// by makes an actor the speaker.
func (sp *speech) by(r actorRef) {
	sp.speaker, sp.sort, sp.source, sp.sourceEnd = r.name, r.sort, r.first, r.last
}

// holds reports whether the content of sp has word i.
func (sp speech) holds(i int) bool {
	return i >= sp.from && i < sp.to && (i < sp.first || i >= sp.last) && (i < sp.source || i >= sp.sourceEnd)
}

// speeches finds the acts of saying in a sentence, outermost first.
func (a *sentenceAnalysis) speeches(s string) []speech {
	var tails, heads, inner []speech
	add := func(sp speech) {
		switch {
		case sp.inner:
			inner = append(inner, sp)
		case sp.tail:
			tails = append([]speech{sp}, tails...)
		default:
			heads = append(heads, sp)
		}
	}
	for i := a.first; i < a.last; i++ {
		w := &a.words[i]
		if !w.has(knownAccording) && !(w.has(knownCue) && w.lexeme.cues&cuesOfSpeech != 0) {
			continue
		}
		if sp, ok := a.accordingTo(s, i); ok {
			add(sp)
			continue
		}
		switch k := w.lexeme.cues; {
		case k&cueSpeechMind != 0 && a.holdsTrue(i):
			if sp, ok := a.speechOfMind(s, i); ok {
				add(sp)
			}
		case w.noun() && k&cueSpeechNoun != 0:
			if sp, ok := a.speechAtNoun(s, i, heads); ok {
				add(sp)
			}
		case w.tag == "RB" && k&cueHearsay != 0:
			add(a.hearsay(i))
		case !w.verb():
		case w.tag != "VBG" && a.passive(i):
			for _, sp := range a.passiveSpeech(s, i) {
				add(sp)
			}
		case w.tag == "VBG":
			if sp, ok := a.addingThat(s, i, append(tails, heads...)); ok {
				add(sp)
			}
		case w.tag == "VB" && !a.quoted() && !a.helpedToSay(i) || !a.saysSomething(i):
		default:
			if sp, ok := a.speechAtVerb(s, i); ok {
				inner, quotes := a.quotesAsSaying(s, sp)
				if quotes && !sp.tail {
					sp.from = inner.from
				}
				if quotes && sp.tail {
					add(inner) // add puts it behind the one who quotes
				}
				add(sp)
				if quotes && !sp.tail {
					add(inner)
				}
			}
		}
	}
	if sp, ok := a.headlineSpeech(s); ok {
		add(sp)
	}
	a.part(heads)
	return withSources(append(tails, heads...), inner)
}

// part ends what one act of saying gives where the next begins that is joined
// to it, and not part of it: "said that A and added that B", "some argue that A,
// while others say that B".
func (a *sentenceAnalysis) part(heads []speech) {
	for k := 1; k < len(heads); k++ {
		p, h := &heads[k-1], &heads[k]
		if h.cue <= p.from || h.cue >= p.to {
			continue
		}
		if p.source == h.source && p.sourceEnd == h.sourceEnd {
			p.to = h.first
			if h.source < p.to && h.first == h.source {
				p.to = h.cue
			}
		} else {
			c := a.clauses[clauseOf(a.clauses, h.cue)]
			switch {
			case h.source < c.first || a.lowAt(c.first-1) != "," && a.lowAt(c.first) != ",":
				continue
			case c.link == "while" || c.link == "but" || c.link == "and" || c.link == "although":
				p.to = c.first
			default:
				continue
			}
		}
		for p.to > p.from && (a.lowAt(p.to-1) == "and" || a.lowAt(p.to-1) == ",") {
			p.to--
		}
	}
}

// withSources appends the sources that speakers name, which tell what the
// speakers tell: "the agency reported that A, citing the police".
func withSources(acts, inner []speech) []speech {
	n := len(acts)
	if n == 0 {
		return acts // "flights were cancelled, citing high winds"
	}
	for _, sp := range inner {
		for k := range acts[:n] {
			o := &acts[k]
			if sp.first > o.from && sp.last == o.to || sp.last+1 == o.to {
				o.to = sp.first
			}
			if k == n-1 {
				sp.from, sp.to = o.from, o.to
			}
		}
		acts = append(acts, sp)
	}
	return acts
}

// accordingTo reads "according to X" at word i; X ends at a comma or a verb.
func (a *sentenceAnalysis) accordingTo(s string, i int) (speech, bool) {
	if !a.words[i].has(knownAccording) {
		return speech{}, false
	}
	for _, k := range a.words[i].lexeme.according {
		p := &a.v.according[k]
		n := len(p.words)
		if i+n >= a.last || !a.opensWith(i, p.words) {
			continue
		}
		end := i + n
		for end < a.last && end-i < 16 {
			w := &a.words[end]
			if !(w.noun() || strings.HasPrefix(w.tag, "JJ") || w.tag == "DT" || w.tag == "CD" || (w.tag == "VBN" || w.tag == "VBD" && a.tagAt(end+1) == "IN") && end > i+n && a.words[end-1].noun() || w.tag == "POS" || w.low == "'s" || w.tag == "PRP$" || w.tag == "PRP" ||
				w.tag == "IN" && w.low != "that" && w.low != "as" || a.words[end].is(text.Upper)) && !a.inTime(end) {
				break
			}
			end++
		}
		for end > i+n && (a.words[end-1].tag == "IN" || a.words[end-1].tag == "DT") {
			end--
		}
		if end == i+n {
			continue
		}
		sp := speech{first: i, last: end, verb: -1, cue: i, cueEnd: i + n, tail: i > a.first, inner: p.inner, from: a.first, to: a.last}
		switch {
		case !sp.tail:
			sp.from = end
		case a.lowAt(end) != "," || a.apposedToEnd(end+1):
			sp.to = i // "..., according to the prosecutor and the police", "according to Ann Lee, the bank's economist."
		}
		sp.speaker, sp.source, sp.sourceEnd = phraseText(s, a.words, i+n, end), i+n, end
		for _, r := range a.actors {
			if r.first >= i+n && r.first < end {
				sp.by(r)
				break
			}
		}
		return sp, true
	}
	return speech{}, false
}

// apposedToEnd reports whether nothing but a noun phrase stands from word i to the end of the sentence.
func (a *sentenceAnalysis) apposedToEnd(i int) bool {
	for ; i < a.last; i++ {
		w := &a.words[i]
		if w.finite() || w.tag == "VBG" || w.tag == "TO" || w.low == ";" || opensQuotation(w.low) {
			return false
		}
	}
	return true
}

// addingThat reads a participle of saying: one that goes on with what has been
// said before it in the sentence (", adding that"), or with what its subject
// did ("rejected the merger, saying it would"), or that opens the sentence
// ("Describing the vote as a farce, she left").
func (a *sentenceAnalysis) addingThat(s string, i int, before []speech) (speech, bool) {
	sp := speech{verb: i, first: i, last: i + 1, cue: i, cueEnd: i + 1, from: i + 1, to: a.last}
	joins := a.lowAt(i-1) == "," || a.lowAt(i-1) == "and"
	switch {
	case i == a.first && a.is(i, cueSpeech):
		end := i + 1
		for end < a.last && a.lowAt(end) != "," {
			end++
		}
		sp.to = end
		for end < a.last && a.words[end].kind == text.Punct {
			end++
		}
		r, ok := a.nounPhrase(s, end, a.last)
		if !ok || r.first > end+2 {
			return sp, false
		}
		sp.by(r)
		return sp, true
	case i > a.first && a.words[i-1].tag == "NNP" && (a.thatFollows(i) || a.clauseFollows(i)):
		r, ok := a.subjectEnding(s, i)
		if ok && a.lowAt(r.first-1) == "," {
			sp.by(r) // "..., Boeing saying that"
			return sp, true
		}
		return sp, false
	case !joins || !(a.is(i, cueSpeechTo) && a.infinitiveFollows(i)) && !a.thatFollows(i) && !a.quotes(i+1) && !a.clauseFollows(i):
		return sp, false
	case len(before) > 0 && before[len(before)-1].speaker != "":
		o := before[len(before)-1]
		sp.by(actorRef{first: o.source, last: o.sourceEnd, sort: o.sort, name: o.speaker})
		return sp, true
	case a.clauses[0].verb > a.first:
		r, ok := a.subjectOf(s, a.clauses[0].verb)
		if ok {
			sp.by(r)
		}
		return sp, ok
	}
	return sp, false
}
