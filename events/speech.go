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
	meant             string // whom a pronoun means, "" where that is not known
}

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
		if sp, ok := a.accordingTo(s, i); ok {
			add(sp)
			continue
		}
		switch k := w.lexeme.cues; {
		case w.noun() && k&cueSpeechNoun != 0:
			if sp, ok := a.speechAtNoun(s, i); ok {
				add(sp)
			}
		case !w.verb() || k&(cueSpeech|cueSpeechThat|cueAssess) == 0:
		case a.passive(i):
			for _, sp := range a.quotedAs(s, i) {
				add(sp)
			}
		case w.tag == "VBG":
			if sp, ok := a.addingThat(i, append(tails, heads...)); ok {
				add(sp)
			}
		case w.tag == "VB" && !a.quoted() || !a.saysSomething(i):
		default:
			if sp, ok := a.speechAtVerb(s, i); ok {
				add(sp)
			}
		}
	}
	if sp, ok := a.afterColon(s); ok {
		add(sp)
	}
	for k := 1; k < len(heads); k++ {
		// two verbs of one speaker: "said that A and added that B"
		if p, h := &heads[k-1], heads[k]; p.source == h.source && p.sourceEnd == h.sourceEnd && h.cue > p.from {
			p.to = min(p.to, h.cue)
			if a.lowAt(p.to-1) == "and" {
				p.to--
			}
		}
	}
	return withSources(append(tails, heads...), inner)
}

// withSources appends the sources that speakers name, which tell what the
// speakers tell: "the agency reported that A, citing the police".
func withSources(acts, inner []speech) []speech {
	n := len(acts)
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

// saysSomething reports whether the verb at i is used as one of saying: verbs
// of a wider meaning are only with "that" or a quotation ("investigators found
// that"), and those of counting only with a number.
func (a *sentenceAnalysis) saysSomething(i int) bool {
	k := a.words[i].lexeme.cues
	if k&cueSpeech != 0 || k&cueSpeechThat != 0 && a.thatFollows(i) {
		return true
	}
	if k&cueAssess == 0 {
		return false
	}
	for j := i + 1; j < a.last && j < i+14; j++ {
		if (a.words[j].low == "at" || j == i+1) && a.countFollows(j+boolInt(j > i+1)) {
			return true
		}
	}
	return false
}

// accordingTo reads "according to X" at word i; X ends at a comma or a verb.
func (a *sentenceAnalysis) accordingTo(s string, i int) (speech, bool) {
	if !a.words[i].lexeme.opensAccording {
		return speech{}, false
	}
	for _, p := range a.v.according {
		n := len(p.words)
		if i+n >= a.last {
			continue
		}
		same := true
		for k, w := range p.words {
			same = same && a.words[i+k].low == w
		}
		if !same {
			continue
		}
		end := i + n
		for end < a.last && end-i < 16 {
			w := &a.words[end]
			if !(w.noun() || strings.HasPrefix(w.tag, "JJ") || w.tag == "DT" || w.tag == "POS" || w.low == "'s" || w.tag == "PRP$" || w.tag == "PRP" ||
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
		case a.lowAt(end) != ",":
			sp.to = i // "..., according to the prosecutor and the police"
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

// speechAtNoun reads a noun of saying with its content: "the ministry's claim
// that", "the allegation by villagers that", "repeated its claim that".
func (a *sentenceAnalysis) speechAtNoun(s string, i int) (speech, bool) {
	that := -1
	for j := i + 1; j < a.last && j <= i+7 && that < 0; j++ {
		switch w := &a.words[j]; {
		case w.low == "that":
			that = j
		case w.verb() || w.tag == "MD" || w.low == ",":
			return speech{}, false
		}
	}
	if that < 0 || that+1 >= a.last {
		return speech{}, false
	}
	sp := speech{verb: -1, first: i, last: i + 1, cue: i, cueEnd: i + 1, from: that, to: a.clauseEnd(that + 1)}
	switch r, ok := a.speakerOfNoun(s, i, that); {
	case !ok:
		return speech{}, false
	default:
		sp.by(r)
		sp.first, sp.last = min(sp.first, r.first), max(sp.last, r.last)
	}
	return sp, true
}

// speakerOfNoun finds whose the noun of saying at i is: a possessive, "by", or
// the subject of a verb that utters it.
func (a *sentenceAnalysis) speakerOfNoun(s string, i, that int) (actorRef, bool) {
	if a.lowAt(i+1) == "by" || a.lowAt(i+1) == "of" || a.lowAt(i+1) == "from" {
		return a.nounPhrase(s, i+2, that)
	}
	for j := i - 1; j >= a.first && j >= i-3; j-- {
		w := &a.words[j]
		if w.tag == "POS" || w.low == "'s" {
			first := j
			for first > a.first && (a.words[first-1].noun() || strings.HasPrefix(a.words[first-1].tag, "JJ")) && !a.inTime(first-1) {
				first--
			}
			return a.nounPhrase(s, first, j)
		}
		if w.verb() && (w.lexeme.cues&cueUtter != 0 || a.lowAt(j+1) == "its" || a.lowAt(j+1) == "their" || a.lowAt(j+1) == "his" || a.lowAt(j+1) == "her") {
			return a.subjectOf(s, j)
		}
	}
	return actorRef{}, false
}

// quotedAs reads "X was quoted (by Y) as saying" at the participle i.
func (a *sentenceAnalysis) quotedAs(s string, i int) []speech {
	saying := -1
	for j := i + 1; j+1 < a.last && j <= i+9; j++ {
		if w := &a.words[j+1]; a.words[j].low == "as" && w.tag == "VBG" && w.lexeme.cues&cueSpeech != 0 {
			saying = j + 1
			break
		}
	}
	subject, ok := a.subjectOf(s, i)
	if saying < 0 {
		return a.saidBy(s, i)
	}
	if !ok {
		return nil
	}
	sp := speech{verb: i, first: subject.first, last: saying + 1, cue: i, cueEnd: i + 1, from: saying + 1, to: a.last}
	sp.by(subject)
	if by := i + 1; a.lowAt(by) == "by" {
		if r, ok := a.nounPhrase(s, by+1, saying); ok {
			outer := sp
			outer.by(r)
			return []speech{outer, sp}
		}
	}
	return []speech{sp}
}

// saidBy reads "that it had fired was confirmed by the mission" at the
// participle i: what is said stands before it.
func (a *sentenceAnalysis) saidBy(s string, i int) []speech {
	if a.lowAt(i+1) != "by" {
		return nil
	}
	r, ok := a.nounPhrase(s, i+2, a.last)
	to := i
	for to > a.first && (a.words[to-1].lexeme.cues&cueAuxiliary != 0 || a.words[to-1].tag == "RB") {
		to--
	}
	if !ok || to == a.first || !a.passive(i) {
		return nil
	}
	sp := speech{verb: i, first: i, last: r.last, cue: i, cueEnd: i + 1, from: a.first, to: to, tail: true}
	sp.by(r)
	return []speech{sp}
}

// addingThat reads a participle that goes on with what has been said before it
// in the sentence: "..., adding that".
func (a *sentenceAnalysis) addingThat(i int, before []speech) (speech, bool) {
	if len(before) == 0 || a.lowAt(i-1) != "," && a.lowAt(i-1) != "and" || !a.thatFollows(i) && !a.quotes(i+1) {
		return speech{}, false
	}
	sp := before[len(before)-1]
	sp.verb, sp.first, sp.last, sp.cue, sp.cueEnd, sp.from, sp.to, sp.tail = i, i, i+1, i, i+1, i+1, a.last, false
	return sp, true
}

// afterColon reads the speaker of a headline: "Rebels shelled town: ministry".
func (a *sentenceAnalysis) afterColon(s string) (speech, bool) {
	if a.role != text.Title {
		return speech{}, false
	}
	for i := a.last - 2; i > a.first+2 && i >= a.last-6; i-- {
		switch w := &a.words[i]; {
		case w.low == ":" || w.low == "–" || w.low == "—":
			r, ok := a.nounPhrase(s, i+1, a.last)
			if !ok || r.sort == "" && !a.is(r.last-1, cueOrganisation|cueGroup|cueTitle|cueForce) {
				return speech{}, false
			}
			sp := speech{verb: -1, first: i, last: r.last, cue: i, cueEnd: i + 1, from: a.first, to: i, tail: true}
			sp.by(r)
			return sp, true
		case w.verb() && !w.noun():
			return speech{}, false
		}
	}
	return speech{}, false
}
