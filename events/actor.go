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
		r, next, ok := a.actorAt(i)
		if !ok {
			i = next
			continue
		}
		for r.first < r.last-1 && (a.words[r.first].low == "the" || a.words[r.first].low == "a" || a.words[r.first].low == "an") {
			r.first++
		}
		r.name = strings.Join(strings.Fields(s[a.words[r.first].start:a.words[r.last-1].end]), " ")
		dst = append(dst, r)
		i = next
	}
	return dst
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
		case a.inTime(j) || a.inAnyTrigger(j) && k&(cueForce|cueGroup|cueOrganisation|cueTitle) == 0 && !w.is(text.Upper):
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
		case w.kind == text.Punct || w.tag == "IN" || w.tag == "CC" || w.tag == "TO" || w.tag == "DT" || strings.HasPrefix(w.tag, "W") || w.tag == "MD" || w.tag == "PRP" || w.tag == "RB":
			goto done
		case w.verb() && k&(cueForce|cueGroup|cueOrganisation|cueTitle) == 0 && !(w.is(text.Upper) && j > a.first):
			goto done
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
	case title && caps > 0:
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
	for r.first < r.head && !a.words[r.first].is(text.Upper) && !a.isDemonym(r.first) && a.words[r.first].lexeme.cues&(cueForce|cueTitle|cueOrganisation|cueGroup) == 0 {
		r.first++
	}
	return r, r.last, true
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
	for _, t := range a.triggers {
		if i >= t.first && i < t.last {
			return true
		}
	}
	return false
}

// who returns who did t and who was harmed, from where they stand: before an
// active verb, after "by", with "of" or "'s" at a noun; after a verb, after
// "on" or "against" at a noun.
func (a *sentenceAnalysis) who(t trigger) (actors, targets []Actor) {
	actors, targets = []Actor{}, []Actor{}
	actor := func(r actorRef) { actors = append(actors, a.actor(r)) }
	target := func(r actorRef) { targets = append(targets, a.actor(r)) }
	for _, sp := range a.acts {
		if sp.verb >= t.first && sp.verb < t.last && sp.sort != "" {
			// who says it has been found with more care
			actor(actorRef{first: sp.source, last: sp.sourceEnd, sort: sp.sort, name: sp.speaker})
			return actors, targets
		}
	}
	passive := !t.noun && a.words[t.head].tag == "VBN" && a.passive(t.head)
	c := a.clauses[t.clause]
	subject, object := -1, -1
	for k, r := range a.actors {
		if r.last <= t.first && r.head >= c.first && (a.words[r.first-boolInt(r.first > a.first)].tag != "IN" || a.words[max(r.first-1, a.first)].low == "by") {
			subject = k
		}
		if object < 0 && r.first >= t.last && r.head < c.last {
			object = k
		}
	}
	for k, r := range a.actors {
		if r.head < c.first || r.head >= c.last && !(k == object) {
			continue
		}
		before := a.lowAt(r.first - 1)
		if before == "the" || before == "a" || before == "an" {
			before = a.lowAt(r.first - 2)
		}
		switch {
		case r.first >= t.last && before == "by":
			actor(r)
		case t.noun && r.first >= t.last && (before == "on" || before == "against" || before == "at" || before == "upon"):
			target(r)
		case t.noun && r.last < a.last && r.last <= t.first && t.first-r.last <= 3 && a.lowAt(r.last) == "'s":
			actor(r)
		case t.noun && r.last <= t.first && t.first-r.last <= 1:
			actor(r)
		case k == subject && passive:
			target(r)
		case k == subject && !t.noun:
			actor(r)
		case k == subject && t.noun && c.verb > r.head && c.verb < t.first && !a.passive(c.verb):
			actor(r) // the army launched an attack
		case k == object && !t.noun && !passive && r.first-t.last <= 4:
			target(r)
		}
	}
	return actors, targets
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
