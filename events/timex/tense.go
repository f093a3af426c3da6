package timex

import (
	"github.com/dateline-project/dateline/events/text"
)

// tenseReach is how many tokens around an expression are read for its tense.
const tenseReach = 25

// intendReach is how many tokens may stand between a verb of intention and its
// infinitive: "agreed at the table to meet".
const intendReach = 5

// speechReach is how many tokens may stand between a verb of saying and the
// date that tells when it was said.
const speechReach = 4

// tense returns the direction that the clause of an expression points in: 1
// for the future, -1 for the past, 0 when nothing tells. The nearest verb form
// before it counts, else the nearest behind it, or the other way round where
// verbs stand last; a verb of saying only if there is no other.
func (f *finder) tense(e *expr) int {
	if e.v.is(slotCue) && e.v.str(slotCue) == "future" {
		return 1
	}
	v := verbs{f: f, e: e, late: f.late(e)}
	v.first, v.last = f.whole(e)
	looks := [2]func() int{v.before, v.behind}
	if f.g.lang.VerbsLast {
		looks[0], looks[1] = looks[1], looks[0]
	}
	for _, look := range looks {
		if t := look(); t != 0 {
			return t
		}
	}
	switch {
	case v.late && e.first > 1 && f.cells[e.first-1]&cellBlock == 0 && !f.sentenceEnd(e.first-2):
		return 1 // "the curfew lasts until Friday"; what opens a sentence stands before its verb
	case v.said:
		return -1
	}
	return 0
}

// whole returns the tokens of an expression, or of the range or list that it is
// part of: between "from March until June" no word tells the tense.
func (f *finder) whole(e *expr) (first, last int) {
	first, last = e.first, e.last
	if e.group == 0 {
		return first, last
	}
	for i := e.at - 1; i >= 0 && f.exprs[i].group == e.group; i-- {
		first = f.exprs[i].first
	}
	for i := e.at + 1; i < len(f.exprs) && f.exprs[i].group == e.group; i++ {
		last = f.exprs[i].last
	}
	return first, last
}

// verbs looks for the verb of an expression.
type verbs struct {
	f           *finder
	e           *expr
	first, last int  // tokens that are passed over
	late        bool // "by" or "until" stands before it
	said        bool // a verb of saying was met
}

func (v *verbs) before() int {
	f := v.f
	for i := v.first - 1; i >= 0 && i >= v.first-tenseReach && f.cells[i+1]&cellBlock == 0; i-- {
		if t := v.look(i); t != 0 {
			return t
		}
		if f.sentenceEnd(i) || f.cue(i)&cueStop != 0 {
			break
		}
	}
	return 0
}

func (v *verbs) behind() int {
	f := v.f
	for i := v.last; i < len(f.cells) && i < v.last+tenseReach && f.cells[i]&cellBlock == 0; i++ {
		if f.sentenceEnd(i) || f.cue(i)&cueStop != 0 {
			break
		}
		if t := v.look(i); t != 0 {
			return t
		}
	}
	return 0
}

// look returns what one token tells.
func (v *verbs) look(i int) int {
	f := v.f
	k := f.cue(i)
	switch {
	case v.late && i == v.first-1:
		// "until" tells nothing by itself: "was shut until Friday"
	case k&cueMoved != 0:
		if i < v.first && f.cells[v.first]&cellBlock == 0 && f.cue(v.first-1)&(cueLate|cueInfinitive) != 0 {
			return 1
		}
		return -1
	case f.future(i):
		return 1
	case k&cuePast != 0:
		// "will be held", "is expected to have ended": what stands before rules.
		for j := i - 1; j >= 0 && j >= i-3 && f.cells[j+1]&cellBlock == 0; j-- {
			if f.future(j) {
				return 1
			}
		}
		return -1
	case k&cueSpeech != 0:
		if i < v.first && i >= v.first-speechReach {
			return -1 // "announced on Friday that it will"
		}
		if i >= v.last && !f.g.lang.VerbsLast {
			return -1 // "on Friday the minister said that it will"
		}
		v.said = true
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
		for j := i - 1; j >= i-intendReach && j >= 0 && f.cells[j+1]&cellBlock == 0 && !f.sentenceEnd(j); j-- {
			if f.cue(j)&cueIntend != 0 {
				return true // "agreed with the union to meet"
			}
		}
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
	if k&^cueIntend == 0 && f.tokens[i].Kind == text.Word { // "agreed" is past by itself
		for c, endings := range f.g.endings {
			if f.endsIn(i, endings) {
				k |= c
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
