package events

import (
	"github.com/dateline-project/dateline/events/text"
)

// maxHeadlineSource is how many words before the colon of a headline may name who speaks.
const maxHeadlineSource = 5

// headlineSpeech reads the speaker of a headline, before a colon or behind a
// colon or a dash: "Minister: tax will fall", "Rebels shelled town - ministry".
func (a *sentenceAnalysis) headlineSpeech(s string) (speech, bool) {
	if a.role != text.Title {
		return speech{}, false
	}
	for i := a.first + 1; i < a.last-1; i++ {
		colon := a.words[i].low == ":"
		if !colon && a.words[i].low != "–" && a.words[i].low != "—" && !(a.words[i].low == "-" && a.words[i].is(text.Space)) {
			continue
		}
		sp := speech{verb: -1, first: i, last: i + 1, cue: i, cueEnd: i + 1}
		switch r, ok := a.headlineSource(s, i+1, a.last); {
		case ok && i > a.first+2 && i >= a.last-6:
			sp.by(r)
			sp.last, sp.from, sp.to, sp.tail = r.last, a.first, i, true
			return sp, true
		case colon && i <= a.first+maxHeadlineSource && i+2 < a.last:
			if r, ok = a.headlineSource(s, a.first, i); ok {
				sp.by(r)
				sp.first, sp.from, sp.to = a.first, i+1, a.last
			}
			return sp, ok
		}
	}
	return speech{}, false
}

// headlineSource returns who the words i to j name, if they name nothing else
// and it is somebody who can speak.
func (a *sentenceAnalysis) headlineSource(s string, i, j int) (actorRef, bool) {
	for k := i; k < j; k++ {
		if w := &a.words[k]; w.verb() && !w.noun() && w.tag != "VBN" || w.tag == "MD" {
			return actorRef{}, false
		}
	}
	r, ok := a.nounPhrase(s, i, j)
	return r, ok && r.last == j && (r.sort != "" && r.sort != State || a.is(j-1, cueOrganisation|cueGroup|cueTitle|cueForce))
}
