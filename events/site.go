package events

import (
	"strings"

	"github.com/dateline-project/dateline/data"
)

// standing says how a place stands to a happening, the stronger the higher.
type standing int

const (
	elsewhere standing = iota // it is not where it happened
	aside                     // where something came from or went to, or what somebody is the head of: only if nothing else is named
	there                     // it stands as a place does: in, at, near
	struck                    // it is what was struck, taken or left
)

// standingOf returns how place p, of the clause of t or of one beside it, stands to t.
func (a *sentenceAnalysis) standingOf(t trigger, p placeRef) standing {
	switch {
	case p.host:
		return aside
	case !p.locates && !p.mayMove, a.ofNext(t, p):
		return elsewhere
	case a.isStruck(t, p):
		return struck
	case a.undergoes(t, p), a.wherePlace(t, p):
		return there
	case !p.locates && !a.goesThere(t, p), a.actsItself(t, p), a.struckByOther(t, p):
		return elsewhere
	case a.ofSpeaker(t, p), a.inAside(t, p), a.ofCause(t, p):
		return aside
	}
	s := a.byMovement(t, p)
	if s == there && (strings.HasSuffix(p.relation, "-of") || a.headed(p)) {
		return aside // "al-Ram, north of Jerusalem", "the governor of Cebu", "a charity based in Basel"
	}
	return s
}

// ofNext reports whether p, behind noun t, is where another happening was that
// it stands before: "a protest over the Aleppo shelling".
func (a *sentenceAnalysis) ofNext(t trigger, p placeRef) bool {
	if !t.noun || p.first < t.last {
		return false
	}
	for _, u := range a.triggers {
		if u.first == p.last && a.words[u.first].noun() {
			return true
		}
	}
	return false
}

// byMovement reads "from" and "to": people flee from where they flee, visit
// where they go, and shells come from where nothing happened.
func (a *sentenceAnalysis) byMovement(t trigger, p placeRef) standing {
	origin := p.prep == "from" || p.relation == "from"
	goal := p.prep == "to" || p.prep == "towards" || p.prep == "toward" || p.relation == "towards"
	switch t.of.Where {
	case data.AtOrigin:
		if goal || p.prep == "for" {
			return aside
		}
		return there
	case data.AtGoal:
		if origin {
			return aside
		}
		return there
	}
	if origin || p.relation == "towards" {
		return aside
	}
	return there
}

// goesThere reports whether t is a movement to or from a country, or takes it
// as its object: "arrived in", "fled Syria", "was expelled from".
func (a *sentenceAnalysis) goesThere(t trigger, p placeRef) bool {
	if p.first < t.last || a.clauses[t.clause].last <= p.first && p.prep == "" {
		return false
	}
	switch t.of.Where {
	case data.AtOrigin:
		return p.prep == "from" || p.prep == "" && a.isObject(t, p)
	case data.AtGoal:
		return p.prep == "to" || p.prep == "" && a.isObject(t, p)
	}
	return false
}

// isStruck reports whether p is what t struck or took: the object of its verb,
// the subject of its passive, or what "of" or "on" leads to from its noun.
func (a *sentenceAnalysis) isStruck(t trigger, p placeRef) bool {
	switch t.of.Class {
	case "violence", "harm", "territory", "disaster":
	default:
		return false
	}
	if !p.locates && (t.noun || a.lowAt(p.last) == "'s") {
		return false // "the attack of Armenia", "withdrew Armenia's forces"
	}
	if p.first >= t.first && p.first < t.last {
		return true // "taken Shusha"
	}
	if p.first >= t.last {
		led := p.prep == "of" || p.prep == "on" || p.prep == "at" || p.prep == "against"
		return t.noun && led && (a.leads(t.last, p) || a.is(t.last-1, cuePlacePreposition) && a.onlyBefore(t.last, p)) || !t.noun && p.prep == "" && !a.suffers(t.head) && a.isObject(t, p)
	}
	if t.noun || p.prep != "" || !a.suffers(t.head) {
		return false
	}
	for i := p.last; i < t.head; i++ {
		if w := a.words[i]; !w.verb() && w.tag != "RB" && w.tag != "MD" && w.tag != "CC" && w.low != "," && w.mark&wordPlace == 0 && int(w.end) > p.extent.End {
			return false
		}
	}
	return true
}

// suffers reports whether the verb at i is a passive: "was shelled", not "were shelling".
func (a *sentenceAnalysis) suffers(i int) bool { return a.words[i].tag != "VBG" && a.passive(i) }

// isObject reports whether nothing but articles, adjectives and other places
// stands between the verb of t and p.
func (a *sentenceAnalysis) isObject(t trigger, p placeRef) bool {
	return p.first >= t.last && a.onlyBefore(t.last, p)
}

// leads reports whether the preposition at i governs p.
func (a *sentenceAnalysis) leads(i int, p placeRef) bool {
	return a.is(i, cuePlacePreposition) && a.onlyBefore(i+1, p)
}

func (a *sentenceAnalysis) onlyBefore(i int, p placeRef) bool {
	for ; i < p.first; i++ {
		w := a.words[i]
		switch {
		case w.tag == "DT", w.tag == "CC", w.tag == "PDT", w.low == ",", strings.HasPrefix(w.tag, "JJ"), w.mark != 0, int(w.start) >= p.extent.Start:
		default:
			return false
		}
	}
	return true
}

// headed reports whether a place only says whose somebody or a body is: "the
// governor of Cebu", "the army of Ruritania", "born in Basel".
func (a *sentenceAnalysis) headed(p placeRef) bool {
	for i := p.first - 1; i > a.first && i > p.first-5; i-- {
		if a.words[i].low == p.prep {
			w := &a.words[i-1]
			return p.prep == "of" && w.mark == 0 && w.lexeme.cues&(cueTitle|cueOrganisation|cueForce) != 0 || w.lexeme.cues&cueSeated != 0
		}
	}
	return false
}

// ofSpeaker reports whether p is where t is said, or named with who says it:
// "officials in Stepanakert said that", "told reporters in Ranchi".
func (a *sentenceAnalysis) ofSpeaker(t trigger, p placeRef) bool {
	for _, sp := range a.acts {
		if !sp.holds(t.head) || sp.verb >= t.first && sp.verb < t.last {
			continue
		}
		if p.first > sp.first && p.first < max(sp.verb, sp.last) {
			return true
		}
		if said := clauseOf(a.clauses, max(sp.verb, a.first)); sp.verb >= 0 && p.first > sp.verb && said != t.clause && clauseOf(a.clauses, p.first) == said {
			return true
		}
	}
	return false
}

// placesIn returns the places among words i to j that stand to t at least as s
// says, and those that a list adds to them: "from Armenia, Karabakh and the coast".
func (a *sentenceAnalysis) placesIn(i, j int, t trigger, s standing) []Place {
	out, last := []Place{}, -1
	for k, p := range a.places {
		listed := last >= 0 && last == k-1 && p.locates && (p.relation == "" || p.relation == a.places[last].relation) && a.onlyListed(a.places[last].last, p)
		if p.first >= i && (listed || p.first < j && a.standingOf(t, p) >= s) {
			out, last = append(out, p.Place), k
		}
	}
	return out
}

// onlyPlaceFor returns the one place of the sentence at which t can have
// happened, nil for none or several; a country beside it does not count, nor
// does what only describes somebody: "a Philadelphia judge".
func (a *sentenceAnalysis) onlyPlaceFor(t trigger) []Place {
	out := []Place{}
	for _, p := range a.places {
		if s := a.standingOf(t, p); s == struck || s == there && p.prep != "" {
			out = append(out, p.Place)
		}
	}
	if out = finest(out); len(out) != 1 {
		return nil
	}
	return out
}

// onlyListed reports whether nothing but a comma, "and" and articles stands between word i and p.
func (a *sentenceAnalysis) onlyListed(i int, p placeRef) bool {
	for ; i < p.first; i++ {
		w := a.words[i]
		typed := int(w.start) >= p.extent.Start && (w.low == "of" || !a.is(i, cuePlacePreposition))
		if w.low != "," && w.tag != "CC" && w.tag != "DT" && !typed {
			return false
		}
	}
	return true
}

// besideSaying returns the places at which a statement is made: those that its
// verb or its speaker has.
func (a *sentenceAnalysis) besideSaying(t trigger) []Place {
	c, out := a.clauses[t.clause], []Place{}
	for _, p := range a.places {
		if !p.locates || p.country || p.prep != "in" && p.prep != "at" || p.first < c.first || p.first >= c.last {
			continue
		}
		after := p.first > t.last && p.first-t.last <= 5 && !a.verbBetween(t.last, p.first)
		before := p.last <= t.first && (t.first-p.last <= 3 || p.first-a.first <= 1)
		if after || before {
			out = append(out, p.Place)
		}
	}
	return out
}

func (a *sentenceAnalysis) verbBetween(i, j int) bool {
	for ; i < j; i++ {
		if a.words[i].verb() {
			return true
		}
	}
	return false
}
