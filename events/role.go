package events

import "strings"

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
