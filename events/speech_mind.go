package events

// holdsTrue reports whether the adjective at i is what somebody is who holds something
// true or asks it: "is confident that", "were unsure whether".
func (a *sentenceAnalysis) holdsTrue(i int) bool {
	return a.hasAux(i, formIs|formWas|formBeen|formBe) && (a.lowAt(i+1) == "that" || a.asksAfter(i))
}

// speechOfMind reads the adjective of mind at i with its subject and its clause.
// ok is false where nobody is named: "It is certain that".
func (a *sentenceAnalysis) speechOfMind(s string, i int) (sp speech, ok bool) {
	r, ok := a.subjectOf(s, i)
	if !ok || a.words[r.first].form(formIt) {
		return sp, false
	}
	sp = speech{verb: i, first: i, last: i + 1, cue: i, cueEnd: i + 1, from: i + 1, to: a.quotationEnd(i)}
	sp.by(r)
	sp.first = min(r.first, i)
	return sp, true
}
