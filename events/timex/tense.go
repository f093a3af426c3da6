package timex

import (
	"github.com/dateline-project/dateline/events/text"
)

// tenseReach is how many tokens around an expression are read for its tense.
const tenseReach = 25

// speechReach is how many tokens may stand between a verb of saying and the
// date that tells when it was said.
const speechReach = 4

// tense returns the direction that the clause of an expression points in: 1
// for the future, -1 for the past, 0 when nothing tells. The nearest verb form
// before it counts, else the nearest behind it; a verb of saying only if there
// is no other.
func (f *finder) tense(e *expr) int {
	if e.v.is(slotCue) && e.v.str(slotCue) == "future" {
		return 1
	}
	said := false
	look := func(i int) (int, bool) {
		k := f.cue(i)
		switch {
		case k&cueFuture != 0:
			return 1, true
		case k&cuePast != 0:
			// "will be held", "is expected to have ended": what stands before rules.
			for j := i - 1; j >= 0 && j >= i-3 && f.cells[j+1]&cellBlock == 0; j-- {
				if f.cue(j)&cueFuture != 0 {
					return 1, true
				}
			}
			return -1, true
		case k&cueSpeech != 0:
			if i < e.first && i >= e.first-speechReach {
				return -1, true // "announced on Friday that it will"
			}
			if i >= e.last {
				return -1, true // "on Friday the minister said that it will"
			}
			said = true
		}
		return 0, false
	}
	for i := e.first - 1; i >= 0 && i >= e.first-tenseReach && f.cells[i+1]&cellBlock == 0; i-- {
		if t, ok := look(i); ok {
			return t
		}
		if f.sentenceEnd(i) {
			break
		}
	}
	for i := e.last; i < len(f.cells) && i < e.last+tenseReach && f.cells[i]&cellBlock == 0; i++ {
		if f.sentenceEnd(i) {
			break
		}
		if t, ok := look(i); ok {
			return t
		}
	}
	if said {
		return -1
	}
	return 0
}

// pointsAhead reports whether any word of the sentence points to the future,
// whatever its verbs: "the concert of 17 May, which was scheduled".
func (f *finder) pointsAhead(e *expr) bool {
	for i := e.first - 1; i >= 0 && i >= e.first-tenseReach && f.cells[i+1]&cellBlock == 0 && !f.sentenceEnd(i); i-- {
		if f.g.cues[f.cells[i].symbol()]&cueFuture != 0 {
			return true
		}
	}
	for i := e.last; i < len(f.cells) && i < e.last+tenseReach && f.cells[i]&cellBlock == 0 && !f.sentenceEnd(i); i++ {
		if f.g.cues[f.cells[i].symbol()]&cueFuture != 0 {
			return true
		}
	}
	return false
}

// cue returns what the word at a token says about tense.
func (f *finder) cue(i int) cue {
	k := f.g.cues[f.cells[i].symbol()]
	if k == 0 && f.tokens[i].Kind == text.Word {
		word := f.word(i)
		for c, endings := range f.g.endings {
			for _, ending := range endings {
				if len(word) > len(ending)+2 && word[len(word)-len(ending):] == ending {
					k |= c
				}
			}
		}
	}
	return k
}

// sentenceEnd reports whether a token ends a sentence: a full stop before
// white space and a capital, or another mark that can only do that.
func (f *finder) sentenceEnd(i int) bool {
	t := f.tokens[i]
	if t.Kind != text.Punct {
		return false
	}
	switch f.s[t.Start] {
	case '!', '?', ';':
		return true
	case '.':
		if i+1 == len(f.tokens) {
			return true
		}
		next := f.tokens[i+1]
		return next.Is(text.Space) && (next.Kind != text.Word || next.Is(text.Upper)) && !(i > 0 && f.tokens[i-1].End-f.tokens[i-1].Start <= 1)
	}
	return false
}
