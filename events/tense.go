package events

// tense returns past, present, future, perfect, pluperfect or progressive for
// the clause of t, "" when it has no finite verb.
func (a *sentenceAnalysis) tense(t trigger) string {
	c := a.clauses[t.clause]
	has, had, is, will := false, false, false, false
	for i := c.first; i < c.last; i++ {
		w := &a.words[i]
		switch {
		case w.form(formHas) || w.low == "'ve":
			has = true
		case w.form(formHad):
			had = true
		case w.form(formIs) || w.low == "'re" || w.form(formBeen) && has:
			is = true
		case w.tag == "MD" && w.form(formWill):
			will = true
		}
		switch {
		case will && w.tag == "VB":
			return "future"
		case w.tag == "VBN" && had, w.form(formBeen) && had:
			return "pluperfect"
		case w.tag == "VBN" && has && !w.form(formBeen):
			return "perfect"
		case w.tag == "VBG" && is:
			return "progressive"
		case w.tag == "VBD" && !w.form(formHad):
			return "past"
		case (w.tag == "VBZ" || w.tag == "VBP") && !w.form(formHas|formIs):
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
