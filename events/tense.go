package events

// tense returns past, present, future, perfect, pluperfect or progressive for
// the clause of t, "" when it has no finite verb.
func (a *sentenceAnalysis) tense(t trigger) string {
	c := a.clauses[t.clause]
	has, had, is, will := false, false, false, false
	for i := c.first; i < c.last; i++ {
		w := &a.words[i]
		f := w.lexeme.forms
		switch {
		case f&formHas != 0 || w.low == "'ve":
			has = true
		case f&formHad != 0:
			had = true
		case f&formIs != 0 || w.low == "'re" || f&formBeen != 0 && has:
			is = true
		case w.tag == "MD" && f&formWill != 0:
			will = true
		}
		switch {
		case will && w.tag == "VB":
			return "future"
		case w.tag == "VBN" && had, f&formBeen != 0 && had:
			return "pluperfect"
		case w.tag == "VBN" && has && f&formBeen == 0:
			return "perfect"
		case w.tag == "VBG" && is:
			return "progressive"
		case w.tag == "VBD" && f&formHad == 0:
			return "past"
		case (w.tag == "VBZ" || w.tag == "VBP") && f&(formHas|formIs) == 0:
			return "present"
		}
	}
	switch {
	case had:
		return "past"
	case has, is:
		return "present"
	}
	return ""
}
