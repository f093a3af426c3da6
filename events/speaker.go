package events

import (
	"cmp"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// people are the persons whom a document names in full, by the last word of
// their name and by their titles.
type people struct {
	bySurname map[string]string // the name, "" where several persons have it
	byTitle   map[string]string // likewise
}

// note keeps the name of a person under a key, "" where it is another one's too.
func note(by *map[string]string, key, name string) {
	if *by == nil {
		*by = map[string]string{}
	}
	switch have, ok := (*by)[key]; {
	case !ok:
		(*by)[key] = name
	case !samePerson(have, name):
		(*by)[key] = ""
	}
}

// samePerson reports whether two names begin and end with the same word.
func samePerson(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	return len(x) > 0 && len(y) > 0 && x[0] == y[0] && strings.EqualFold(x[len(x)-1], y[len(y)-1])
}

// full returns the name that a document first gives the person whom it here
// calls by name: "Jane Wilson" for "Mr. Wilson", "Wilson" and "Governor Jane
// Wilson"; name where it gives none, or where two persons share it.
func (p *people) full(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return name
	}
	full := p.bySurname[strings.ToLower(words[len(words)-1])]
	if full == "" || strings.HasSuffix(name, " "+full) {
		return cmp.Or(full, name)
	}
	return full
}

// given returns the words of the name of the person r without titles, and the
// last of the titles before it, "" for none.
func (a *sentenceAnalysis) given(r actorRef) (first int, title string) {
	first = r.first
	for i := r.first; i < r.last; i++ {
		if a.is(i, cueTitle) {
			first, title = i+1, a.words[i].low
		} else if a.words[i].low == "of" && r.last-i > 2 {
			first = r.last - 2 // "Secretary of Defense Mark Orlan"
		} else if i == first && !a.words[i].is(text.Upper) {
			first = i + 1
		}
	}
	return first, title
}

// meet notes the persons whom a sentence names in full, with their titles:
// "Governor Jane Wilson", "Jane Wilson, the governor".
func (d *documentAnalysis) meet(a *sentenceAnalysis) {
	for k, r := range a.actors {
		if r.sort != Person {
			continue
		}
		first, title := a.given(r)
		if r.last-first < 2 || r.last-first > 4 {
			continue
		}
		name := phraseText(d.doc.Text, a.words, first, r.last)
		surname := a.words[r.last-1].low
		note(&d.people.bySurname, surname, name)
		if name = d.people.bySurname[surname]; name == "" {
			continue
		}
		if k+1 < len(a.actors) && a.lowAt(r.last) == "," && a.actors[k+1].first <= r.last+2 && a.is(a.actors[k+1].first, cueTitle) {
			title = a.words[a.actors[k+1].first].low
		}
		if title != "" {
			note(&d.people.byTitle, title, name)
		}
	}
}

// resolveSpeakers finds whom the words mean that name a speaker: the one
// person of that surname or title, and of a pronoun, "he" the person who spoke
// or acted last, "it" the body that spoke last, "they" the people or the body.
func (d *documentAnalysis) resolveSpeakers() {
	for _, a := range d.sentenceOf {
		if a != nil {
			d.meet(a)
		}
	}
	person, group, body := "", "", ""
	for _, a := range d.sentenceOf {
		if a == nil {
			continue
		}
		if r, ok := a.opening(d.doc.Text); ok && len(a.acts) == 0 {
			switch r.sort {
			case Person:
				person = d.people.full(r.name) // "Mara Tolin visited the site. She said"
			case Group:
				group, body = r.name, ""
			}
		}
		for k := range a.acts {
			sp := &a.acts[k]
			switch p := a.v.pronoun(sp.speaker); {
			case sp.hearsay:
			case sp.sort == Person:
				sp.meant = d.people.full(sp.speaker)
				person = sp.meant
			case sp.sort == Group:
				sp.meant = a.titled(*sp, &d.people)
				group, body = sp.speaker, ""
				if a.words[sp.sourceEnd-1].tag != "NNS" {
					person = cmp.Or(sp.meant, sp.speaker) // "a spokesman said": he
				}
			case sp.sort != "":
				body, group = sp.speaker, ""
			case p == formHe:
				sp.meant = person
			case p == formIt:
				sp.meant = body
			case p == formThey:
				sp.meant = cmp.Or(group, body, person)
			case a.surname(*sp):
				if full := d.people.bySurname[strings.ToLower(sp.speaker)]; full != "" {
					sp.meant, person = full, full
				}
			}
		}
	}
}

// surname reports whether a speaker is one name and no more: "Wilson said".
func (a *sentenceAnalysis) surname(sp speech) bool {
	return sp.sourceEnd == sp.source+1 && a.words[sp.source].is(text.Upper) && a.v.pronoun(sp.speaker) == 0
}

// titled returns whom a title alone means, "" where nobody or several have it:
// "the governor said".
func (a *sentenceAnalysis) titled(sp speech, p *people) string {
	if sp.sourceEnd != sp.source+1 || !a.is(sp.source, cueTitle) || a.lowAt(sp.source-1) != "the" || a.lowAt(sp.sourceEnd) == "of" {
		return ""
	}
	return p.byTitle[a.words[sp.source].low]
}

// opening returns who the sentence begins with: an actor, or capitals before a
// verb that are not all a place, which are taken for a person.
func (a *sentenceAnalysis) opening(s string) (actorRef, bool) {
	if len(a.actors) > 0 && a.actors[0].first <= a.first+1 {
		return a.actors[0], true
	}
	i, place := a.first, true
	for i < a.last && a.words[i].tag == "NNP" && a.words[i].is(text.Upper) && !a.inTime(i) {
		place = place && a.isPlace(i)
		i++
	}
	if n := i - a.first; n < 2 || n > 4 || place || i == a.last || !a.words[i].verb() {
		return actorRef{}, false
	}
	return actorRef{first: a.first, last: i, head: i - 1, sort: Person, name: phraseText(s, a.words, a.first, i)}, true
}
