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
		dst = append(dst, a.placeRefOf(m, first, last))
	}
	return dst
}

// placeRefOf reads how a mention, words first to last, stands in the sentence.
func (a *sentenceAnalysis) placeRefOf(m *places.Mention, first, last int) placeRef {
	p := placeRef{Place: placeOf(m), first: first, last: last, extent: m.Extent, relation: m.Relation, country: m.Precision == CountryPlace}
	p.prep = a.placePreposition(a.typeBefore(p))
	next := &a.words[min(last, a.last-1)]
	inName := last < a.last && int(next.start) >= m.Extent.End && (next.low == "time" || next.is(text.Upper) && next.kind == text.Word && next.mark == 0 && !a.inTime(last)) // Moscow time, Lindholm Committee
	people := last < a.last && !next.is(text.Upper) && next.lexeme.cues&(cueForce|cueGroup|cueTitle) != 0 && !(last+1 < a.last && a.words[last+1].noun())                    // "refugee camp"
	soil := m.Demonym && a.is(last, cueSoil) && last < a.last
	p.host = people && next.lexeme.cues&cueLocal != 0 && (p.Precision == LocalityPlace || p.Precision == DistrictPlace) && !m.Demonym
	if soil {
		p.Name = p.Names[0]
	}
	p.locates = !inName && !people && (!m.Demonym || soil) && !m.Named && !m.Qualifier && m.Relation != "dateline" && (p.prep != "with" || m.Relation == "border")
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
	}
	return a.lowAt(p.last) == "'s" || p.prep == "of" && a.ofDoer(p.first)
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
func (a *sentenceAnalysis) placePreposition(first int) string {
	for i, n := first-1, 0; i >= a.first && n < 6; i, n = i-1, n+1 {
		w := &a.words[i]
		if a.is(i, cuePlacePreposition) {
			return w.low
		}
		if w.low == "," && i > a.first && a.words[i-1].mark == 0 && !a.words[i-1].is(text.Upper) {
			return "" // no list of places: "on both sides, Ruritania lost"
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
	c := a.clauses[t.clause]
	if a.v.kinds[t.kind].Spoken {
		return a.besideSaying(t), "beside the verb of saying"
	}
	if it := d.itBefore(a, i, t); it != nil {
		return it, "it"
	}
	if out = a.placesIn(c.first, c.last, t, struck); len(out) > 0 {
		return out, "struck or taken"
	}
	if out = a.placesIn(t.first, c.last, t, there); len(out) > 0 {
		return out, "clause"
	}
	if out = a.placesIn(c.first, t.first, t, there); len(out) > 0 {
		return out, "clause, before the trigger"
	}
	if a.harms(t.kind) {
		if out = a.unlistedIn(d, c.first, c.last); len(out) > 0 {
			return out, "clause, no place of the gazetteer"
		}
	}
	if out = a.placesIn(c.first, c.last, t, aside); len(out) > 0 {
		return out, "clause, in passing"
	}
	if t.clause+1 < len(a.clauses) && (a.participleClause(t.clause+1) || a.goesOn(t.clause+1) || t.noun && a.clauses[t.clause+1].link == "when") {
		next := a.clauses[t.clause+1]
		if out = a.placesIn(next.first, next.last, t, there); len(out) > 0 {
			return out, "clause after"
		}
	}
	if t.clause > 0 {
		switch c.link {
		case "", "when", "after", "as", "and", "while", "where":
			prev := a.clauses[t.clause-1]
			if out = a.placesIn(prev.first, prev.last, t, there); len(out) > 0 {
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
	class := a.v.kinds[t.kind].Class
	if out = a.onlyPlaceFor(t); len(out) > 0 && (a.harms(t.kind) || class == "society") {
		return out, "the only place of the sentence" // people are arrested elsewhere
	}
	if p := d.onlyPlace; p.Name != "" && len(a.places) == 0 && (a.harms(t.kind) && class != "territory" || class == "justice" || class == "society") {
		return []Place{p}, "the only town the text names"
	}
	return []Place{}, ""
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
// sameBreath days from w, or from publication where w is none.
func (d *documentAnalysis) otherTime(a *sentenceAnalysis, w When) bool {
	if w.EDTF == "" {
		w = d.published()
	}
	for _, r := range a.times {
		if !r.dates() || r.speech >= 0 {
			continue
		}
		if w.Latest != edtf.Open && r.Earliest != edtf.Open && r.Earliest-w.Latest > sameBreath || w.Earliest != edtf.Open && r.Latest != edtf.Open && w.Earliest-r.Latest > sameBreath {
			return true
		}
	}
	return false
}

// sameBreath is how many days what is told in one breath may lie apart.
const sameBreath = 7

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
