package events

import (
	"fmt"
	"slices"
	"strings"
)

// form is what a word of grammar is a form of. Rules name forms, the lexicon
// says which words have them.
type form uint64

const (
	formIs  form = 1 << iota // is, are
	formWas                  // was, were
	formBeen
	formBeing
	formBe
	formGet // like "be" before a participle: got, left
	formHas // has, have
	formHad
	formWill
	formWould
	formTo
	formBetween // may stand between an auxiliary and its verb
	formNot     // after the verb
	formInverts // opens a condition without "if": had it exploded
	formUnproven
	formCalledOff
	formPutOff
	formHe // of a person
	formIt // of a body
	formThey
	formWe
	formI
	formWho
	formOne      // its subject is one: was, has
	formNone     // of those meant: none, neither
	formAll      // or none, before "but": all but two
	formDocument // says or shows something
	formFormerly // of what was before the time that is told of
	formPosted   // what is done with a document: "a statement posted on"
	formUnnamed  // who speaks wants not to be: named
	formRecorded // behind "was" tells that something happened, and not that it was said: reported
	formPlea     // what somebody pleads and asks for nothing: guilty
	formPer      // behind a sum, which is then the price of one thing of many: per, each

	pronouns = formHe | formIt | formThey | formWe | formI | formWho
)

// formNames are the names of the lexicon's section [form], in the order of the bits.
var formNames = []string{
	"is", "was", "been", "being", "be", "get", "has", "had", "will", "would", "to", "between", "not", "inverts", "unproven", "called-off", "put-off",
	"he", "it", "they", "we", "i", "who", "one", "none", "all", "document", "formerly", "posted", "unnamed", "recorded", "plea", "per",
}

// readForms reads the lines "form = words".
func (r *reader) readForms() error {
	for _, line := range r.lexicon.Lists["form"] {
		name, words, ok := pair(line)
		k := slices.Index(formNames, name)
		if !ok || k < 0 {
			return fmt.Errorf("form %q: want one of %v = words", line, formNames)
		}
		for _, w := range strings.Fields(words) {
			r.entry(w).forms |= 1 << k
		}
	}
	return nil
}

// pronoun returns which pronoun a speaker is, 0 for a name.
func (v *vocabulary) pronoun(speaker string) form {
	if strings.IndexByte(speaker, ' ') >= 0 {
		return 0
	}
	if e := v.entries[lower(speaker)]; e != nil {
		return e.forms & pronouns
	}
	return 0
}
