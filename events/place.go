package events

import (
	"github.com/dateline-project/dateline/events/places"
	"github.com/dateline-project/dateline/events/text"
)

// placeRef is a place of a sentence and whether it can be where something happened.
type placeRef struct {
	Place
	first, last int // words, half open
	prep        string
	extent      text.Span // of the whole phrase, type noun and all
	relation    string    // of places.Mention
	locates     bool      // not an adjective, not part of a name, not who acts
	mayMove     bool      // a country that only says who acts, unless the verb moves to it, from it or takes it
	host        bool      // a town whose police or people act: "Toledo police"
	country     bool
}

// appendPlaces takes the places of the sentence out of those of the document, and marks their words.
func (a *sentenceAnalysis) appendPlaces(dst []placeRef, ms []places.Mention) []placeRef {
	for k := range ms {
		m := &ms[k]
		first, last := a.wordsAt(m.Start, m.End)
		if first == last {
			continue
		}
		if m.Named && m.Rule == "person" {
			continue // "Fritz Henderson"
		}
		mark := wordPlace
		if m.Demonym {
			mark = wordDemonym
		} else if m.Precision == CountryPlace {
			mark |= wordCountry
		}
		if m.Vague {
			a.vague = true
			continue
		}
		for i := first; i < last; i++ {
			a.words[i].mark |= mark
			a.words[i].place = a.words[i].place || !m.Demonym
		}
		dst = append(dst, a.placeRefOf(m, first, last))
	}
	return dst
}

// placeRefOf reads how a mention, words first to last, stands in the sentence.
func (a *sentenceAnalysis) placeRefOf(m *places.Mention, first, last int) placeRef {
	p := placeRef{Place: placeOf(m), first: first, last: last, extent: m.Extent, relation: m.Relation, country: m.Precision == CountryPlace}
	p.prep = a.placePreposition(p)
	next := &a.words[min(last, a.last-1)]
	inName := last < a.last && int(next.start) >= m.Extent.End && (next.low == "time" || next.is(text.Upper) && next.kind == text.Word && next.mark == 0 && !a.inTime(last)) // Moscow time, Lindholm Committee
	people := last < a.last && !next.is(text.Upper) && next.lexeme.cues&(cueForce|cueGroup|cueTitle) != 0 && !(last+1 < a.last && a.words[last+1].noun())                    // "refugee camp"
	soil := m.Demonym && a.is(last, cueSoil) && last < a.last
	p.host = people && next.lexeme.cues&cueLocal != 0 && (p.Precision == LocalityPlace || p.Precision == DistrictPlace) && !m.Demonym
	if soil {
		p.Name = p.Names[0]
	}
	p.locates = !inName && !people && (!m.Demonym || soil) && !m.Named && !m.Qualifier && m.Relation != "dateline" && (p.prep != "with" || m.Relation == "border") &&
		(p.prep != "by" || p.Precision == PointPlace || next.noun() && last < a.last) // "made by Roche", but "by the lake", "torn by the Ruritaville massacre"
	if p.prep == "outside" && (p.country || p.Precision == RegionPlace) {
		p.locates = false // "a village outside Ruritania"
	}
	if p.locates && p.country && !soil && a.actsOrServes(p) {
		p.locates, p.mayMove = false, true
	}
	return p
}

// actsOrServes reports whether a country stands where one that acts, or is
// acted for or upon, stands, so that it is not where something happens.
func (a *sentenceAnalysis) actsOrServes(p placeRef) bool {
	switch p.prep {
	case "", "by", "to", "from", "against", "for", "towards", "with":
		return true
	case "between":
		return a.betweenParties(p.first)
	}
	return a.lowAt(p.last) == "'s" || p.prep == "of" && a.ofDoer(p.first)
}

// betweenParties reports whether the country at i is one of two that have
// something to do with each other ("talks between", "a truce signed between"),
// not of two that something lies between ("the border between").
func (a *sentenceAnalysis) betweenParties(i int) bool {
	for j := i - 1; j > a.first && j > i-8; j-- {
		if a.words[j].low == "between" {
			w := &a.words[j-1]
			return !w.noun() || w.mark != 0 || len(w.lexeme.starts) > 0
		}
	}
	return false
}

// ofDoer reports whether the country at i acts, not lies: "the attack of
// Ruritania" is by it, and so is what "the army of Ruritania", "the leaders of
// Ruritania and Genovia" and "the Minister of Education of Ruritania" do.
func (a *sentenceAnalysis) ofDoer(i int) bool {
	for j := i - 1; j > a.first && j > i-doerReach; j-- {
		w := &a.words[j]
		switch {
		case w.low == "of":
			head := &a.words[j-1]
			if a.v.violentNoun[head.low] || head.lexeme.cues&(cueTitle|cueOrganisation|cueForce|cueGroup) != 0 {
				return true
			}
			if !head.is(text.Upper) {
				return false
			}
			j-- // "of Education of"
		case w.mark == 0 && w.tag != "CC" && w.tag != "DT" && w.low != ",":
			return false
		}
	}
	return false
}

// doerReach is how many words before a country whoever acts for it may stand.
const doerReach = 8

// placeOf makes a place of the contract; one that the gazetteer lacks has its name alone.
func placeOf(m *places.Mention) Place {
	names := m.Names
	if len(names) == 0 {
		names = []string{m.Name}
	}
	return Place{Name: m.Name, Names: names, Lat: m.Lat, Lon: m.Lon, ID: m.ID, Precision: m.Precision, Span: m.Span}
}

// typeBefore returns the first word of a place's name with its type before
// it: "town of Hadrut".
func (a *sentenceAnalysis) typeBefore(p placeRef) int {
	if i := p.first - 2; !p.country && i >= a.first && a.lowAt(i+1) == "of" && a.words[i].noun() && int(a.words[i].start) >= p.extent.Start {
		return i
	}
	return p.first
}

// placePreposition returns the preposition before a place, over articles,
// adjectives and common nouns such as "the city of".
func (a *sentenceAnalysis) placePreposition(p placeRef) string {
	for i, n := a.typeBefore(p)-1, 0; i >= a.first && n < 6; i, n = i-1, n+1 {
		w := &a.words[i]
		if a.is(i, cuePlacePreposition) {
			return w.low
		}
		if w.low == "," && i > a.first && a.words[i-1].mark == 0 && (!a.words[i-1].is(text.Upper) || p.country && !a.unmarkedPlace(i-1)) {
			return "" // no list of places: "on both sides, Ruritania lost", "the chairs of the Group, Ruritania and Genovia"
		}
		if w.tag == "DT" || w.tag == "PRP$" || w.tag == "POS" || w.noun() || w.tag == "JJ" || w.tag == "JJS" || w.low == "and" || w.low == "," || a.words[i].mark != 0 || w.tag == "CC" {
			continue
		}
		return ""
	}
	return ""
}

// unmarkedPlace reports whether the name that ends at word i stands where a
// place does, though the gazetteer has none: "in Upper Example, Ruritania".
func (a *sentenceAnalysis) unmarkedPlace(i int) bool {
	for i > a.first && a.words[i].is(text.Upper) {
		i--
	}
	return a.is(i, cueSpot)
}
