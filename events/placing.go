package events

import (
	"slices"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/edtf"
)

// goesOn reports whether clause c is joined by "and" to the one before and tells no event of its own.
func (a *sentenceAnalysis) goesOn(c int) bool {
	return a.clauses[c].link == "and" && !slices.ContainsFunc(a.triggers, func(t trigger) bool { return t.clause == c })
}

// inFront reports whether noun t stands in the phrase, up to a comma, that
// opens its clause with a preposition.
func (a *sentenceAnalysis) inFront(t trigger) bool {
	c := a.clauses[t.clause]
	return t.noun && t.last <= c.front && a.lowAt(c.front) == "," && a.words[c.first].tag == "IN"
}

// opensAsParticiple reports whether trigger t stands in the participle that opens
// the sentence for the clause behind it: "Supported by artillery fire, troops
// entered the town".
func (a *sentenceAnalysis) opensAsParticiple(t trigger) bool {
	if t.clause != 0 || len(a.clauses) < 2 || a.clauses[1].link != "" || a.clauses[0].verb != a.first || !isGrave(t.of.Class) || a.words[a.clauses[0].last].low != "," {
		return false
	}
	v, next := a.words[a.first], a.clauses[1].verb
	return (v.tag == "VBN" || v.tag == "VBG") && next >= 0 && a.words[next].tag == "VBD"
}

// placesOf returns where trigger k happened: the places of its clause, the
// nearest that follow it first; else those that open the sentence; else, for
// harm without a place of its own, where the sentence before tells of violence.
func (d *documentAnalysis) placesOf(a *sentenceAnalysis, i, k int) []Place {
	places, rule := d.placesBy(a, i, k)
	places = finest(places)
	if d.explain {
		for _, p := range places {
			d.note("places", rule, p.Span, "named as "+p.Name)
		}
	}
	return places
}

func (d *documentAnalysis) placesBy(a *sentenceAnalysis, i, k int) (out []Place, rule string) {
	t := a.triggers[k]
	if t.of.Spoken {
		return a.besideSaying(t), "beside the verb of saying"
	}
	if it := d.itBefore(a, i, t); it != nil {
		return it, "it"
	}
	if out, rule = d.inClause(a, t); len(out) > 0 {
		return out, rule
	}
	if out, rule = a.besideClause(t); len(out) > 0 {
		return out, rule
	}
	if out, rule = d.inPassing(a, t); len(out) > 0 {
		return out, rule
	}
	if out = d.placeBefore(a, i, t); len(out) > 0 {
		return out, "carried on"
	}
	class := t.of.Class
	if out = a.onlyPlaceFor(t); len(out) > 0 && (isGrave(t.of.Class) || class == "society") {
		return out, "the only place of the sentence" // people are arrested elsewhere
	}
	if p := d.onlyPlace; p.Name != "" && len(a.places) == 0 && !a.vague && (isGrave(t.of.Class) && class != "territory" || class == "justice" || class == "society") {
		return []Place{p}, "the only town the text names"
	}
	if p := d.home; p.Name != "" && t.of.Where == data.AtHome && !d.otherTime(a, When{}) && !slices.ContainsFunc(a.places, func(q placeRef) bool { return q.locates && q.ID != p.ID }) {
		return []Place{p}, "the town of a local story"
	}
	if p := d.recorded; p.Name != "" && !d.otherTime(a, d.entry.when) {
		return []Place{p}, "the place that the row gives"
	}
	return []Place{}, ""
}

// inClause returns the places of the clause of t: what was struck, what
// follows t, what stands before it, what is only named there.
func (d *documentAnalysis) inClause(a *sentenceAnalysis, t trigger) (out []Place, rule string) {
	c := a.clauses[t.clause]
	if out = a.glossedIn(d, c.first, c.last); len(out) > 0 {
		return out, "before its region in brackets"
	}
	if a.inFront(t) {
		if out = a.placesIn(t.first, c.front, t, there); len(out) > 0 {
			return out, "what opens the sentence" // "After talks in Baku, the sides met in Ganja"
		}
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
	if class := t.of.Class; isGrave(t.of.Class) || class == "society" || class == "diplomacy" || class == "politics" {
		if out = a.unlistedIn(d, t, c.first, c.last); len(out) > 0 {
			return out, "clause, no place of the gazetteer"
		}
	}
	return nil, ""
}

// inPassing returns the places that the clause of t names as those that somebody is
// of, comes from or goes to.
func (d *documentAnalysis) inPassing(a *sentenceAnalysis, t trigger) (out []Place, rule string) {
	if d.home.Name != "" && t.of.Where == data.AtHome && a.otherHost(d.home) {
		return nil, "" // "a man from elsewhere was found shot": where the story is
	}
	c := a.clauses[t.clause]
	return a.placesIn(c.first, c.last, t, aside), "clause, in passing"
}

// otherHost reports whether the only places of the sentence are towns that people
// in it are of, other than home.
func (a *sentenceAnalysis) otherHost(home Place) bool {
	other := false
	for i := range a.places {
		switch p := &a.places[i]; {
		case p.host && p.ID != home.ID:
			other = true
		case p.locates:
			return false
		}
	}
	return other
}

// besideClause returns the places of the clause after that of t, or before it,
// where these go on with it, else those that open the sentence.
func (a *sentenceAnalysis) besideClause(t trigger) (out []Place, rule string) {
	if n := t.clause + 1; n < len(a.clauses) && (a.participleClause(n) || a.opensAsParticiple(t) || a.goesOn(n) || t.noun && (a.clauses[n].link == "when" || a.toldOf(t, n))) {
		if out = a.placesIn(a.clauses[n].first, a.clauses[n].last, t, there); len(out) > 0 {
			return out, "clause after"
		}
	}
	if t.clause > 0 {
		switch a.clauses[t.clause].link {
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
	return out, "opens the sentence"
}

// toldOf reports whether clause c tells what noun t did: "a crash that killed a woman in Genovia".
func (a *sentenceAnalysis) toldOf(t trigger, c int) bool {
	first := a.clauses[c].first
	return a.clauses[c].link == "that" && (first == t.last || first == t.last+1 && a.lowAt(t.last) == "that")
}

// itBefore returns the town or district that "it" stands for as what was
// struck or taken: the last one named in the sentence before.
func (d *documentAnalysis) itBefore(a *sentenceAnalysis, i int, t trigger) []Place {
	if t.noun || a.lowAt(t.head+1) != "it" || i == 0 || d.sentences[i-1].block < a.block-1 {
		return nil
	}
	switch t.of.Class {
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
	switch t.of.Class {
	case "violence", "harm", "disaster", "territory":
	default:
		return nil
	}
	r := d.told
	located := a.vague || slices.ContainsFunc(a.places, func(p placeRef) bool { return p.locates })
	if i == d.lead && !located && d.dateline.Name != "" {
		return []Place{d.dateline}
	}
	if i-r.sentence > carriesSentences || a.block-r.block > carriesBlocks || located || d.otherTime(a, r.when) || a.tallyTotal() {
		return nil
	}
	if a.block != r.block && d.isParagraph(r.block, r.sentence) && !(t.noun && a.definite(t)) {
		return nil
	}
	return r.places
}

// isParagraph reports whether the block of sentence i has several sentences, so
// that the next one begins a new matter; in news each sentence may be a block.
func (d *documentAnalysis) isParagraph(block, i int) bool {
	n := 0
	for j := i; j >= 0 && d.sentences[j].block == block; j-- {
		n++
	}
	for j := i + 1; j < len(d.sentences) && d.sentences[j].block == block; j++ {
		n++
	}
	return n > newsParagraph
}

// newsParagraph is how many sentences a paragraph of news has at most.
const newsParagraph = 2

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
