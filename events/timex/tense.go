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
	said, late := false, f.late(e)
	look := func(i int) (int, bool) {
		k := f.cue(i)
		switch {
		case late && i == e.first-1:
			// "until" tells nothing by itself: "was shut until Friday"
		case f.future(i):
			return 1, true
		case k&cuePast != 0:
			// "will be held", "is expected to have ended": what stands before rules.
			for j := i - 1; j >= 0 && j >= i-3 && f.cells[j+1]&cellBlock == 0; j-- {
				if f.future(j) {
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
	switch {
	case late && e.first > 1 && f.cells[e.first-1]&cellBlock == 0 && !f.sentenceEnd(e.first-2):
		return 1 // "the curfew lasts until Friday"; what opens a sentence stands before its verb
	case said:
		return -1
	}
	return 0
}

// future reports whether a token points ahead: a word that does so by itself,
// or the infinitive of "is to meet", "is due to meet", "was set to meet". A
// word of both kinds tells nothing before an infinitive without a form of "be":
// "cancelled due to snow".
func (f *finder) future(i int) bool {
	k := f.cue(i)
	joined := func(j int) cue { // of the token at j, in the block of i
		if j < 0 || j >= len(f.cells) || j < i && f.cells[j+1]&cellBlock != 0 || j > i && f.cells[j]&cellBlock != 0 {
			return 0
		}
		return f.cue(j)
	}
	if k&cueInfinitive != 0 && joined(i+1)&cuePerfect == 0 {
		before := joined(i - 1)
		if before&cueAfterBe != 0 {
			if joined(i+1)&cueBe != 0 {
				return true // "the talks due to be held"
			}
			if before = joined(i - 2); before == 0 {
				before = joined(i - 3) // "was not due to"
			}
		}
		if before&cueBe != 0 {
			return true
		}
	}
	if k&cueFuture == 0 {
		return false
	}
	return k&cueAfterBe == 0 || joined(i+1)&cueInfinitive == 0
}

// late reports whether "by" or "until" stands before an expression.
func (f *finder) late(e *expr) bool {
	return e.first > 0 && f.cells[e.first]&cellBlock == 0 && f.g.cues[f.cells[e.first-1].symbol()]&cueLate != 0
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
