package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// The sorts of actor.
const (
	Person       = "person"
	Organisation = "organisation"
	State        = "state"
	Force        = "force"
	Group        = "group"
)

// actorRef is a noun phrase of a sentence that can act or be harmed.
type actorRef struct {
	first, last int // words, half open
	head        int
	sort        string
	name        string
}

// appendActors finds the actors of a sentence: runs of capitalised words, forces
// and groups with their adjectives, states. They are ordered and disjoint.
func (a *sentenceAnalysis) appendActors(dst []actorRef, s string) []actorRef {
	for i := a.first; i < a.last; {
		if a.words[i].endsNames() {
			i++
			continue
		}
		r, next, ok := a.actorAt(i)
		if !ok {
			i = next
			continue
		}
		for r.first < r.last-1 && (a.words[r.first].low == "the" || a.words[r.first].low == "a" || a.words[r.first].low == "an") {
			r.first++
		}
		r.name = phraseText(s, a.words, r.first, r.last)
		dst = append(dst, r)
		i = next
	}
	return dst
}

// endsNames reports whether a word is a mark or a word of grammar, with which no
// noun phrase begins or, but for those that join names, goes on.
func (w *word) endsNames() bool {
	if w.kind == text.Punct {
		return true
	}
	switch w.tag {
	case "IN", "CC", "TO", "DT", "MD", "PRP", "RB":
		return true
	}
	return strings.HasPrefix(w.tag, "W")
}

// maxActor is how many words the name of an actor may have.
const maxActor = 9

// actorNouns are the cues of nouns that make a phrase name an actor.
const actorNouns = cueForce | cueGroup | cueOrganisation | cueTitle

// nounPhrase is a noun phrase that may name an actor, as far as it is read.
type nounPhrase struct {
	actorRef
	seen           cue // of actorNouns
	caps           int // words with a capital that are none of these
	place, demonym bool
}

// take makes word j, which has these cues, the head of the phrase and its end.
func (p *nounPhrase) take(j int, seen cue) {
	p.head, p.last = j, j+1
	p.seen |= seen
}

// actorAt reads the longest noun phrase at word i that names an actor, and
// returns the next word at which one may begin.
func (a *sentenceAnalysis) actorAt(i int) (r actorRef, next int, ok bool) {
	p := nounPhrase{actorRef: actorRef{first: i, head: -1}}
	j := i
	for j < a.last && j-i < maxActor {
		n, goesOn := a.joinsNames(&p, j)
		if goesOn && n == 0 {
			n, goesOn = 1, a.takeNoun(&p, j)
		}
		if !goesOn {
			break
		}
		j += n
	}
	if p.head < 0 && j < i+maxActor {
		return r, j + 1, false // nor does one begin within what was read in vain
	}
	if p.head >= 0 && p.sort == "" {
		p.sort = a.sortOf(&p)
	}
	if p.sort == "" {
		return r, i + 1, false
	}
	// cut lower-case modifiers that lead in: they describe and may be loaded
	for p.first < p.head && !a.capital(p.first) && !a.isDemonym(p.first) && a.words[p.first].lexeme.cues&actorNouns == 0 && !a.isCast(p.first, a.v.neutral) {
		p.first++
	}
	return p.actorRef, p.last, true
}

// joinsNames reads a word of grammar within a name, and returns how many words it
// takes, 0 where word j is none. It does not go on where the phrase ends.
func (a *sentenceAnalysis) joinsNames(p *nounPhrase, j int) (n int, goesOn bool) {
	w := &a.words[j]
	behind := p.last == j && j > p.first // what is read
	capital := j+1 < a.last && a.words[j+1].is(text.Upper)
	switch {
	case w.timed || w.told && w.lexeme.cues&actorNouns == 0 && !w.is(text.Upper):
		return 0, false
	case w.low == "'s": // Azerbaijan's Ministry of Defence goes on; Armenia's attack does not
		return 1, j > p.first && a.startsActor(j+1)
	case w.low == "&" && behind && capital:
		return 1, true // Hollis & Wade
	case w.low == "in" && behind && p.seen&cueOrganisation != 0 && j+1 < a.last && a.isPlace(j+1):
		return 1, true // the Defence Ministry in Baku: there are several
	case (w.low == "of" || w.low == "for") && j > p.first && capital && p.seen&cueOrganisation != 0:
		return 1, true
	case w.verb() && a.isCast(j, a.v.neutral) && !w.told:
		return 1, true // "armed" men
	case w.low == "of" && behind && p.seen == cueTitle:
		if last := a.holderAfter(j + 1); last > 0 { // "Secretary of Defense Mark Orlan"
			p.take(last-1, 0)
			p.caps = 2
			return last - j, true
		}
	case (w.low == "of" || w.low == "from") && behind && p.seen&(cueForce|cueGroup) != 0:
		if last := a.bodyAt(j + 1); last > 0 { // "rebels of the People's Front"
			p.last = last
			return last - j, true
		}
	}
	return 0, true
}

// takeNoun takes word j into the phrase; false where the phrase ends before it.
func (a *sentenceAnalysis) takeNoun(p *nounPhrase, j int) bool {
	w := &a.words[j]
	k := w.lexeme.cues
	switch {
	case w.endsNames():
		return false
	case w.verb() && k&actorNouns == 0 && !(w.is(text.Upper) && j > a.first):
		return false
	case k&cueGroup != 0 && j > p.first && p.last == j && a.is(j-1, cueGroup) && a.words[j-1].tag == "NNS":
		return false // "told reporters gunmen had fired"
	case k&(cueForce|cueGroup) != 0:
		p.take(j, k&(cueForce|cueGroup))
	case k&cueOrganisation != 0 && (w.is(text.Upper) || p.seen&cueOrganisation == 0 && (p.place || p.demonym || p.caps > 0 || a.words[j-boolInt(j > p.first)].low == "'s")):
		p.take(j, cueOrganisation)
	case k&cueTitle != 0:
		p.take(j, cueTitle)
	case a.isDemonym(j) && j == p.first && (a.isCast(j+1, a.v.arms) || a.isCast(j+2, a.v.arms) && strings.HasPrefix(a.tagAt(j+1), "N")):
		p.take(j, 0)
		p.sort = State // "Ruritanian cruise missiles"
		return false
	case a.isDemonym(j):
		p.demonym = true
		if w.tag == "NNS" || w.tag == "NNPS" {
			p.take(j, cueGroup)
		}
	case w.is(text.Upper) && (j > a.first || w.is(text.Caps) || w.tag == "NNP" || a.isPlace(j)) && w.kind == text.Word:
		p.caps++
		p.place = p.place || a.isPlace(j)
		p.take(j, 0)
	case w.kind == text.Number:
		return j > p.first
	default:
		return strings.HasPrefix(w.tag, "JJ") || w.noun() || w.tag == "VBN"
	}
	return true
}

// sortOf returns which sort of actor a noun phrase names, "" for none.
func (a *sentenceAnalysis) sortOf(p *nounPhrase) string {
	title := p.seen&cueTitle != 0
	switch {
	case p.seen&cueForce != 0:
		return Force
	case p.seen&cueOrganisation != 0:
		return Organisation
	case title && p.caps > 0 || p.seen == cueGroup && a.namesOne(p.actorRef):
		return Person
	case p.seen&cueGroup != 0 || title:
		return Group
	case p.place && p.last-p.first <= 2 && a.isCountry(p.head):
		return State
	case p.place && !(p.caps >= 2 && p.caps <= 3 && !a.isPlace(p.last-1) && a.speaks(p.actorRef)):
		return ""
	case p.caps == 1 && a.words[p.head].is(text.Caps):
		return Organisation
	case p.caps >= 2 && p.caps <= 4:
		return Person
	}
	return ""
}

// namesOne reports whether a noun phrase ends in the name of the one person whom
// it says what he is: "the journalist Ann Orr", and not "the soldiers of Camp Orr".
func (a *sentenceAnalysis) namesOne(r actorRef) bool {
	isName := func(i int) bool {
		return a.words[i].is(text.Upper) && a.words[i].lexeme.cues&(cueGroup|cueOrganisation|cueForce) == 0 && !a.isPlace(i) && !a.isDemonym(i)
	}
	i := r.last - 1
	for i >= r.first && isName(i) {
		i--
	}
	return r.last-1-i >= 2 && i >= r.first && a.is(i, cueGroup) && a.words[i].tag != "NNS" && a.words[i].tag != "NNPS"
}

// holderAfter returns the word after the name of the person who holds the office
// whose title goes on at word i: two capitals at least behind what the office is
// of, which are neither a place nor a body; 0 for none.
func (a *sentenceAnalysis) holderAfter(i int) int {
	caps, n := 0, i
	for ; n < a.last && n-i < maxActor; n++ {
		w := &a.words[n]
		switch {
		case w.is(text.Upper) && w.kind == text.Word && !a.inTime(n):
			caps++
			continue
		case (w.tag == "CC" || w.tag == "DT") && n+1 < a.last && a.words[n+1].is(text.Upper):
			continue
		}
		break
	}
	if caps < 3 || a.isPlace(n-1) || !a.words[n-2].is(text.Upper) || a.isPlace(n-2) || a.is(n-1, cueOrganisation|cueForce|cueTitle) || a.is(n-2, cueOrganisation|cueForce|cueTitle) {
		return 0
	}
	return n
}

// bodyAt returns the word after the name of a body that begins at word i, with
// its article: capitals that are no place; 0 for none.
func (a *sentenceAnalysis) bodyAt(i int) int {
	if a.lowAt(i) == "the" {
		i++
	}
	n := i
	for n < a.last && a.words[n].is(text.Upper) && a.words[n].kind == text.Word && !a.isPlace(n) && !a.inTime(n) {
		n++
	}
	if n == i {
		return 0
	}
	return n
}

// capital reports whether word i is written with a capital, also behind a hyphen: al-Shabaab.
func (a *sentenceAnalysis) capital(i int) bool {
	w := &a.words[i]
	return w.is(text.Upper) || strings.IndexByte(w.low, '-') > 0 && w.lexeme.raw != w.low
}

// speaks reports whether a verb of saying stands right before or behind the
// name r: a place that says something is a person named like it.
func (a *sentenceAnalysis) speaks(r actorRef) bool {
	return a.is(r.last, cueSays) && a.words[r.last].verb() || a.is(r.first-1, cueSays) && a.words[r.first-1].verb()
}

// startsActor reports whether a possessive may go on into the name of an organisation, force or title.
func (a *sentenceAnalysis) startsActor(i int) bool {
	for n := 0; i < a.last && n < 4; i, n = i+1, n+1 {
		if a.words[i].lexeme.cues&(cueForce|cueOrganisation|cueTitle) != 0 {
			return true
		}
		if !a.words[i].is(text.Upper) && !strings.HasPrefix(a.words[i].tag, "JJ") {
			return false
		}
	}
	return false
}

func (a *sentenceAnalysis) inAnyTrigger(i int) bool {
	for k := range a.triggers {
		if t := &a.triggers[k]; i >= t.first && i < t.last {
			return true
		}
	}
	return false
}

func (a *sentenceAnalysis) tagAt(i int) string {
	if !a.holds(i) {
		return ""
	}
	return a.words[i].tag
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (a *sentenceAnalysis) lowAt(i int) string {
	if i < a.first || i >= a.last {
		return ""
	}
	return a.words[i].low
}

func (a *sentenceAnalysis) actor(r actorRef) Actor {
	return Actor{Name: r.name, Sort: r.sort, Span: text.Span{Start: int(a.words[r.first].start), End: int(a.words[r.last-1].end)}}
}
