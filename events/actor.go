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

// actorAt reads the longest noun phrase at word i that names an actor, and
// returns the next word at which one may begin.
func (a *sentenceAnalysis) actorAt(i int) (r actorRef, next int, ok bool) {
	r = actorRef{first: i, head: -1}
	caps, title := 0, false
	var seen cue
	place, demonym := false, false
	j := i
	for ; j < a.last && j-i < maxActor; j++ {
		w := &a.words[j]
		k := w.lexeme.cues
		switch {
		case w.timed || w.told && k&(cueForce|cueGroup|cueOrganisation|cueTitle) == 0 && !w.is(text.Upper):
			goto done
		case w.low == "'s":
			// Azerbaijan's Ministry of Defence goes on; Armenia's attack does not
			if j+1 >= a.last || j == i || !a.startsActor(j+1) {
				goto done
			}
			continue
		case w.low == "&" && j > i && j+1 < a.last && r.last == j && a.words[j+1].is(text.Upper):
			continue // Hollis & Wade
		case w.low == "in" && seen&cueOrganisation != 0 && j > i && j+1 < a.last && a.isPlace(j+1) && r.last == j:
			continue // the Defence Ministry in Baku: there are several
		case (w.low == "of" || w.low == "for" || w.low == "and") && j > i && j+1 < a.last && a.words[j+1].is(text.Upper) && seen&cueOrganisation != 0 && w.low != "and":
			continue
		case w.verb() && a.isCast(j, a.v.neutral) && !w.told:
			continue // "armed" men
		case w.low == "of" && seen == cueTitle && r.last == j && a.holderAfter(j+1) > 0:
			caps, j = 2, a.holderAfter(j+1)-1
			r.head, r.last = j, j+1
			continue // "Secretary of Defense Mark Orlan"
		case (w.low == "of" || w.low == "from") && seen&(cueForce|cueGroup) != 0 && r.last == j && a.bodyAt(j+1) > 0:
			j = a.bodyAt(j+1) - 1
			r.last = j + 1
			continue // "rebels of the People's Front"
		case w.endsNames():
			goto done
		case w.verb() && k&(cueForce|cueGroup|cueOrganisation|cueTitle) == 0 && !(w.is(text.Upper) && j > a.first):
			goto done
		case k&cueGroup != 0 && j > i && r.last == j && a.is(j-1, cueGroup) && a.words[j-1].tag == "NNS":
			goto done // "told reporters gunmen had fired"
		case k&(cueForce|cueGroup) != 0:
			seen |= k & (cueForce | cueGroup)
			r.head, r.last = j, j+1
		case k&cueOrganisation != 0 && (w.is(text.Upper) || seen&cueOrganisation == 0 && (place || demonym || caps > 0 || a.words[j-boolInt(j > i)].low == "'s")):
			seen |= cueOrganisation
			r.head, r.last = j, j+1
		case k&cueTitle != 0:
			title = true
			seen |= cueTitle
			r.head, r.last = j, j+1
		case a.isDemonym(j) && j == i && (a.isCast(j+1, a.v.arms) || a.isCast(j+2, a.v.arms) && strings.HasPrefix(a.tagAt(j+1), "N")):
			return actorRef{first: j, last: j + 1, head: j, sort: State}, j + 1, true // "Ruritanian cruise missiles"
		case a.isDemonym(j):
			demonym = true
			if w.tag == "NNS" || w.tag == "NNPS" {
				seen |= cueGroup
				r.head, r.last = j, j+1
			}
		case w.is(text.Upper) && (j > a.first || w.is(text.Caps) || w.tag == "NNP" || a.isPlace(j)) && w.kind == text.Word:
			caps++
			place = place || a.isPlace(j)
			r.head, r.last = j, j+1
		case strings.HasPrefix(w.tag, "JJ") || w.noun() || w.tag == "VBN" || w.kind == text.Number:
			if j == i && w.kind == text.Number {
				goto done
			}
			continue
		default:
			goto done
		}
	}
done:
	switch {
	case r.head < 0 && j < i+maxActor:
		return r, j + 1, false // nor does one begin within what was read in vain
	case r.head < 0:
		return r, i + 1, false
	case seen&cueForce != 0:
		r.sort = Force
	case seen&cueOrganisation != 0:
		r.sort = Organisation
	case title && caps > 0 || seen == cueGroup && a.namesOne(r):
		r.sort = Person
	case seen&cueGroup != 0 || title:
		r.sort = Group
	case place && r.last-r.first <= 2 && a.isCountry(r.head):
		r.sort = State
	case place && !(caps >= 2 && caps <= 3 && !a.isPlace(r.last-1) && a.speaks(r)):
		return r, i + 1, false
	case caps == 1 && a.words[r.head].is(text.Caps):
		r.sort = Organisation
	case caps >= 2 && caps <= 4:
		r.sort = Person
	default:
		return r, i + 1, false
	}
	// cut lower-case modifiers that lead in: they describe and may be loaded
	for r.first < r.head && !a.capital(r.first) && !a.isDemonym(r.first) && a.words[r.first].lexeme.cues&(cueForce|cueTitle|cueOrganisation|cueGroup) == 0 && !a.isCast(r.first, a.v.neutral) {
		r.first++
	}
	return r, r.last, true
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

// who returns who did t and who was harmed, from where they stand: before an
// active verb, after "by", with "of" or "'s" at a noun; after a verb, after
// "on" or "against" at a noun. Those joined to one by "and" stand as it does.
func (a *sentenceAnalysis) who(t trigger) (actors, targets []Actor) {
	actors, targets = []Actor{}, []Actor{}
	for _, sp := range a.acts {
		if sp.verb >= t.first && sp.verb < t.last && sp.sort != "" {
			// who says it has been found with more care
			return append(actors, a.actor(actorRef{first: sp.source, last: sp.sourceEnd, sort: sp.sort, name: sp.speaker})), targets
		}
	}
	subject, object := a.subjectAndObject(t)
	c := a.clauses[t.clause]
	var room [16]role
	roles := append(room[:0], make([]role, len(a.actors))...)
	for k, r := range a.actors {
		if (r.head >= c.first && r.head < c.last) || k == object {
			roles[k] = a.roleOf(t, r, k == subject, k == object)
		}
	}
	for k := range a.actors {
		if o := k - 1; o >= 0 && a.joined(a.actors[o], a.actors[k]) {
			if roles[k] == noRole {
				roles[k] = roles[o]
			} else if roles[o] == noRole {
				roles[o] = roles[k]
			}
		}
	}
	for k, r := range a.actors {
		switch roles[k] {
		case doer:
			actors = append(actors, a.actor(r))
		case harmed:
			targets = append(targets, a.actor(r))
		}
	}
	return actors, targets
}

// countedActors returns those whom the tallies of a report count: "killing four traders".
func (a *sentenceAnalysis) countedActors(own []tally) []Actor {
	var out []Actor
	for _, x := range own {
		for _, r := range a.actors {
			if r.first <= x.count.noun && x.count.noun < r.last {
				out = append(out, a.actor(r))
			}
		}
	}
	return out
}

// role is how an actor stands to a happening.
type role uint8

const (
	noRole role = iota
	doer
	harmed
)

// subjectAndObject returns the indices of the actors that stand as subject
// before t and as object behind it, -1 for none.
func (a *sentenceAnalysis) subjectAndObject(t trigger) (subject, object int) {
	c := a.clauses[t.clause]
	subject, object = -1, -1
	for k, r := range a.actors {
		if before := a.beforeActor(r); r.last <= t.head && r.head >= c.first && (!a.is(before, cuePlacePreposition) && a.tagAt(before) != "IN" || a.lowAt(before) == "by") {
			subject = k
		}
		if object < 0 && r.first > t.head && r.head < c.last {
			object = k
		}
	}
	return subject, object
}

// roleOf returns how actor r of the clause of t, or its object, stands to t.
func (a *sentenceAnalysis) roleOf(t trigger, r actorRef, subject, object bool) role {
	c := a.clauses[t.clause]
	passive := !t.noun && a.words[t.head].tag == "VBN" && a.passive(t.head)
	before := a.lowAt(a.beforeActor(r))
	after := r.first > t.head
	switch {
	case after && before == "by":
		return doer
	case t.noun && before == "between":
		return doer
	case after && before == "from" && t.of.Class == "territory":
		return harmed // "retook the town from the rebels"
	case t.noun && after && (before == "on" || before == "against" || before == "at" || before == "upon"):
		return harmed
	case t.noun && r.last < a.last && r.last <= t.first && t.first-r.last <= 3 && a.lowAt(r.last) == "'s":
		return doer
	case t.noun && r.last <= t.first && t.first-r.last <= 1:
		return doer
	case !t.noun && !passive && r.first > t.first && r.last <= t.head && before == "of" && a.beforeActor(r) == t.first+1:
		return doer // "missiles of the Northern Brigade struck"
	case subject && passive:
		return harmed
	case subject && !t.noun:
		return doer
	case subject && t.noun && c.verb > r.head && c.verb < t.first && !a.passive(c.verb):
		return doer // the army launched an attack
	case object && !t.noun && !passive && r.first-t.last <= 4:
		return harmed
	}
	return noRole
}

// beforeActor returns the word before the noun phrase of an actor: over the
// articles, adjectives and numbers that lead in.
func (a *sentenceAnalysis) beforeActor(r actorRef) int {
	i, number := r.first-1, false
	for ; i >= a.first; i-- {
		w := &a.words[i]
		switch {
		case (w.tag == "CD" || w.lexeme.quantity) && r.sort != Organisation:
			number = true
			continue
		case number && len(w.lexeme.bounds) > 0, w.low == "of" && i > a.first && a.words[i-1].lexeme.quantity:
			continue // "about 300 soldiers", "dozens of people"
		}
		if w.tag != "DT" && w.tag != "PRP$" && !strings.HasPrefix(w.tag, "JJ") && w.tag != "VBN" && !(w.tag == "VBG" && i > a.first && a.words[i-1].tag == "IN") {
			break
		}
	}
	return i
}

func (a *sentenceAnalysis) tagAt(i int) string {
	if !a.holds(i) {
		return ""
	}
	return a.words[i].tag
}

// joined reports whether nothing but "and", commas, articles, adjectives and numbers stands between two actors.
func (a *sentenceAnalysis) joined(r, s actorRef) bool {
	and := false
	for i := r.last; i < s.first; i++ {
		switch w := &a.words[i]; {
		case w.low == "and" || w.low == ",":
			and = true
		case w.tag == "DT" || w.tag == "CD" || w.tag == "VBN" || strings.HasPrefix(w.tag, "JJ"):
		default:
			return false
		}
	}
	return and
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
