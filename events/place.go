package events

import (
	"slices"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/places"
	"github.com/dateline-project/dateline/events/text"
)

// placeRef is a place of a sentence and whether it can be where something happened.
type placeRef struct {
	Place
	first, last int // words, half open
	prep        string
	locates     bool // not an adjective, not part of a name, not who acts
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
		mark := wordPlace
		if m.Demonym {
			mark = wordDemonym
		} else if m.Precision == CountryPlace {
			mark |= wordCountry
		}
		if m.Vague {
			continue
		}
		for i := first; i < last; i++ {
			a.words[i].mark |= mark
			a.words[i].place = a.words[i].place || !m.Demonym
		}
		p := placeRef{Place: placeOf(m), first: first, last: last, country: m.Precision == CountryPlace}
		p.prep = a.placePreposition(first)
		next := &a.words[min(last, a.last-1)]
		inName := last < a.last && (next.low == "time" || next.is(text.Upper) && next.kind == text.Word && a.words[last].mark == 0 && !a.inTime(last)) // Moscow time, Lindholm Committee
		p.locates = !inName && !m.Demonym && !m.Named && !m.Qualifier && m.Relation != "dateline" &&
			!(p.country && (p.prep == "" || p.prep == "by" || p.prep == "to" || p.prep == "from" || p.prep == "against" || p.prep == "for" || p.prep == "towards" || p.prep == "of" && a.ofDoer(first) || p.prep == "with" || a.lowAt(last) == "'s"))
		dst = append(dst, p)
	}
	return dst
}

// ofDoer reports whether the country at i acts, not lies: "the attack of
// Ruritania" is by it, and so is what "the army of Ruritania" does.
func (a *sentenceAnalysis) ofDoer(i int) bool {
	for j := i - 1; j > a.first && j > i-4; j-- {
		if a.words[j].low == "of" {
			low := a.words[j-1].low
			return a.v.violentNoun[low] || a.words[j-1].lexeme.cues&(cueTitle|cueOrganisation|cueForce) != 0
		}
	}
	return false
}

// placeOf makes a place of the contract; one that the gazetteer lacks has its name alone.
func placeOf(m *places.Mention) Place {
	names := m.Names
	if len(names) == 0 {
		names = []string{m.Name}
	}
	return Place{Name: m.Name, Names: names, Lat: m.Lat, Lon: m.Lon, ID: m.ID, Precision: m.Precision, Span: m.Span}
}

// placePreposition returns the preposition before a place, over articles,
// adjectives and common nouns such as "the city of".
func (a *sentenceAnalysis) placePreposition(first int) string {
	for i, n := first-1, 0; i >= a.first && n < 6; i, n = i-1, n+1 {
		w := &a.words[i]
		if a.is(i, cuePlacePreposition) {
			return w.low
		}
		if w.tag == "DT" || w.tag == "POS" || w.noun() || w.tag == "JJ" || w.tag == "JJS" || w.low == "and" || w.low == "," || a.words[i].mark != 0 || w.tag == "CC" {
			continue
		}
		return ""
	}
	return ""
}

// goesOn reports whether clause c is joined by "and" to the one before and tells no event of its own.
func (a *sentenceAnalysis) goesOn(c int) bool {
	return a.clauses[c].link == "and" && !slices.ContainsFunc(a.triggers, func(t trigger) bool { return t.clause == c })
}

// placesOf returns where trigger k happened: the places of its clause, the
// nearest that follow it first; else those that open the sentence; else, for
// harm without a place of its own, where the sentence before tells of violence.
func (d *documentAnalysis) placesOf(a *sentenceAnalysis, i, k int) []Place {
	places, rule := d.placesBy(a, i, k)
	places = finest(places)
	for _, p := range places {
		d.note("places", rule, p.Span, "named as "+p.Name)
	}
	return places
}

func (d *documentAnalysis) placesBy(a *sentenceAnalysis, i, k int) (out []Place, rule string) {
	t := a.triggers[k]
	out = []Place{}
	c := a.clauses[t.clause]
	if a.v.kinds[t.kind].Spoken {
		// a statement is where it is made: a place that its verb or its speaker has
		for _, p := range a.places {
			near := p.first > t.last && p.first-t.last <= 5 || p.last <= t.first && t.first-p.last <= 3 || p.first-a.first <= 1 && p.first < t.first
			if p.locates && !p.country && (p.prep == "in" || p.prep == "at") && near && p.first >= c.first && p.first < c.last {
				out = append(out, p.Place)
			}
		}
		return out, "beside the verb of saying"
	}
	if it := d.itBefore(a, i, t); it != nil {
		return it, "it"
	}
	if out = a.placesIn(t.first, c.last); len(out) > 0 {
		return out, "clause"
	}
	if out = a.placesIn(c.first, t.first); len(out) > 0 {
		return out, "clause, before the trigger"
	}
	if t.clause+1 < len(a.clauses) && (a.participleClause(t.clause+1) || a.goesOn(t.clause+1)) {
		next := a.clauses[t.clause+1]
		if out = a.placesIn(next.first, next.last); len(out) > 0 {
			return out, "clause after"
		}
	}
	if t.clause > 0 {
		switch c.link {
		case "", "when", "after", "as", "and", "while", "where":
			prev := a.clauses[t.clause-1]
			if out = a.placesIn(prev.first, prev.last); len(out) > 0 {
				return out, "clause before"
			}
		}
	}
	// "In Ruritania, prosecutors said that": what opens the sentence holds for all of it
	for _, p := range a.places {
		if p.locates && p.first-a.first <= 2 && p.prep == "in" {
			out = append(out, p.Place)
		}
	}
	if len(out) > 0 {
		return out, "opens the sentence"
	}
	if out = append(out, d.placeBefore(a, i, t)...); len(out) > 0 {
		return out, "carried on"
	}
	if p := d.onlyPlace; p.Name != "" && len(a.places) == 0 {
		switch a.v.kinds[t.kind].Class {
		case "violence", "harm", "disaster", "justice", "society":
			return append(out, p), "the only town the text names"
		}
	}
	return out, ""
}

// shortText is how many sentences a text has at most whose one town is where
// all of it happened.
const shortText = 40

// theOnlyPlace returns the town or district that a short text names as the
// only one, the zero Place if there is none or are several.
func (d *documentAnalysis) theOnlyPlace() Place {
	var only Place
	if len(d.sentences) > shortText {
		return only
	}
	for k := range d.places {
		m := &d.places[k]
		if m.Vague || m.Demonym || m.Named || m.Qualifier || m.Precision == CountryPlace || m.Precision == RegionPlace {
			continue
		}
		p := placeOf(m)
		switch {
		case only.Name == "":
			only = p
		case p.Name != only.Name && (p.ID == "" || p.ID != only.ID):
			return Place{}
		}
	}
	return only
}

// placesIn returns the places among words i to j at which something can happen.
func (a *sentenceAnalysis) placesIn(i, j int) []Place {
	out := []Place{}
	for _, p := range a.places {
		if p.first >= i && p.first < j && p.locates {
			out = append(out, p.Place)
		}
	}
	return out
}

// itBefore returns the town or district that "it" stands for as what was
// struck or taken: the last one named in the sentence before.
func (d *documentAnalysis) itBefore(a *sentenceAnalysis, i int, t trigger) []Place {
	if t.noun || a.lowAt(t.head+1) != "it" || i == 0 || d.sentences[i-1].block < a.block-1 {
		return nil
	}
	switch a.v.kinds[t.kind].Class {
	case "violence", "territory":
	default:
		return nil
	}
	prev := d.sentences[i-1]
	for k := len(d.places) - 1; k >= 0; k-- {
		m := &d.places[k]
		if m.Start < prev.Start {
			break
		}
		if m.End <= prev.End && !m.Vague && !m.Demonym && !m.Named && (m.Precision == LocalityPlace || m.Precision == DistrictPlace || m.Precision == PointPlace) {
			return []Place{placeOf(m)}
		}
	}
	return nil
}

// placeBefore returns where a happening without a place of its own took
// place, if what was told just before says so: harm or violence that goes on
// being told, or that a definite noun takes up again ("the strike"), stays
// where it was.
func (d *documentAnalysis) placeBefore(a *sentenceAnalysis, i int, t trigger) []Place {
	switch a.v.kinds[t.kind].Class {
	case "violence", "harm", "disaster", "territory":
	default:
		return nil
	}
	r := d.told
	located := slices.ContainsFunc(a.places, func(p placeRef) bool { return p.locates })
	if i == d.lead && !located && d.dateline.Name != "" {
		return []Place{d.dateline}
	}
	if i-r.sentence > carriesSentences || a.block-r.block > carriesBlocks || located || d.otherTime(a, r.when) || a.tallyTotal() {
		return nil
	}
	return r.places
}

// otherTime reports whether the sentence gives a date that is more than
// sameTime days from w, or from publication where w is none.
func (d *documentAnalysis) otherTime(a *sentenceAnalysis, w When) bool {
	if w.EDTF == "" {
		w = d.published()
	}
	for _, r := range a.times {
		if !r.dates() || r.speech >= 0 {
			continue
		}
		if w.Latest != edtf.Open && r.Earliest != edtf.Open && r.Earliest-w.Latest > sameTime || w.Earliest != edtf.Open && r.Latest != edtf.Open && w.Earliest-r.Latest > sameTime {
			return true
		}
	}
	return false
}

// sameTime is how many days what is told in one breath may lie apart.
const sameTime = 7

// finest drops a country where a place within it is named as well, and repeated places.
func finest(ps []Place) []Place {
	fine := false
	for _, p := range ps {
		fine = fine || p.Precision != CountryPlace
	}
	out := ps[:0]
	for _, p := range ps {
		if fine && p.Precision == CountryPlace {
			continue
		}
		dup := false
		for _, q := range out {
			dup = dup || q.Name == p.Name || q.ID != "" && q.ID == p.ID
		}
		if !dup {
			out = append(out, p)
		}
	}
	return out
}
