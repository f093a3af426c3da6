package graph

import "strings"

// violates is the relation of a happening to an agreement that it breaks.
const violates = "violates"

// A cue is a phrase that states how two happenings are linked: a line of the
// lexicon's [link-cue], which is looked for between two triggers of one sentence
// ("X after Y") and before the first one ("After X, Y"), or of [link-opener],
// which stands at the head of a sentence and links what it tells first with what
// the sentence before it tells.
type cue struct {
	phrase   string
	words    []string // of phrase
	relation string
	basis    string
	// back means that the link runs from the happening told second in the
	// phrase's own order: "X after Y" orders Y before X.
	back bool
}

// newCue reads what the lexicon says of a phrase: "before: ordered, back".
func newCue(phrase, s string) cue {
	relation, basis, _ := strings.Cut(s, ": ")
	basis, back := strings.CutSuffix(basis, ", back")
	return cue{phrase, strings.Fields(phrase), relation, basis, back}
}
