package events

import "github.com/dateline-project/dateline/events/text"

// minUnlisted is how many bytes the name of a place has at least that no gazetteer holds.
const minUnlisted = 4

// unlistedIn returns the one name in capitals, among words i to j, that only
// stands where a place does ("killed in Diallassagou", "withdrew from Diabaly",
// "the island of Yeonpyeong") and that the gazetteer lacks.
//
// It is looked for where something is done at a place, not said of one.
func (a *sentenceAnalysis) unlistedIn(d *documentAnalysis, t trigger, i, j int) []Place {
	if a.role != text.Body {
		return nil // a headline has capitals for other words
	}
	for k := max(i, a.first+1); k < j; k++ {
		switch {
		case a.is(k-1, cueSpot):
		case a.lowAt(k-1) == "of" && a.is(k-2, cueSite):
		case a.lowAt(k-1) == "from" && t.of.Class == "territory":
		case k == t.last && t.of.Class == "territory" && (a.lowAt(k-1) == "of" || !t.noun): // "the capture of Agbend", "took Agbend"
		default:
			continue
		}
		if p, ok := a.unlisted(d, k, j); ok {
			return []Place{p}
		}
	}
	return nil
}

// longestUnlisted is how many words the name of a place has at most that no gazetteer holds.
const longestUnlisted = 3

// unlisted reads the name of a place that the gazetteer lacks at word k: words
// in capitals that are no body and, with more than two, no person.
func (a *sentenceAnalysis) unlisted(d *documentAnalysis, k, j int) (p Place, ok bool) {
	n := 0
	for k+n < j && a.words[k+n].is(text.Upper) {
		w := &a.words[k+n]
		if w.is(text.Caps) || w.kind != text.Word || w.tag != "NNP" || w.mark != 0 || w.lexeme.cues != 0 || a.inTime(k+n) {
			return p, false
		}
		n++
	}
	if n == 0 || n > longestUnlisted || len(a.words[k].low) < minUnlisted && n == 1 || a.lowAt(k+n) == "'s" || a.inActor(k) {
		return p, false
	}
	span := a.span(k, k+n)
	name := d.doc.Text[span.Start:span.End]
	return Place{Name: name, Names: []string{name}, Precision: LocalityPlace, Span: span}, true
}

// glossedIn returns the name before a place in brackets, or before the larger
// place that it lies in, among words i to j: "near Toeni (Boucle du Mouhoun)" is
// Toeni, known or not, and so is "near Toeni, in Burkina Faso".
func (a *sentenceAnalysis) glossedIn(d *documentAnalysis, i, j int) []Place {
	for _, p := range a.places {
		if p.first < i || p.first >= j || p.first-2 <= a.first {
			continue
		}
		end := p.first - 1
		lies := a.lowAt(end) == "in" && (p.Precision == CountryPlace || p.Precision == RegionPlace || p.Precision == DistrictPlace)
		switch {
		case a.lowAt(end) == "(":
		case lies && a.lowAt(end-1) == ",":
			end--
		default:
			continue
		}
		k := end - 1
		for k > a.first && a.words[k-1].is(text.Upper) {
			k--
		}
		if !lies && a.is(k-1, cuePlacePreposition) || a.is(k-1, cueSpot) {
			if name, ok := a.unlisted(d, k, end); ok {
				return []Place{name}
			}
		}
	}
	return nil
}

// inActor reports whether word i is part of a person's or a body's name. Two
// capitals after a preposition of place alone are as often a place.
func (a *sentenceAnalysis) inActor(i int) bool {
	for _, r := range a.actors {
		if i >= r.first && i < r.last && r.last-r.first > 1 && !(r.sort == Person && r.first == i && (a.is(i-1, cueSpot) || a.lowAt(i-1) == "of")) {
			return true
		}
	}
	return false
}
