package graph

import (
	"slices"

	"github.com/dateline-project/dateline/events/text"
)

const (
	// formNames is the share of the names of the later text that the earlier one
	// holds below which the two are one form filled in twice, and no copies.
	formNames = 0.34
	// formFrom is how many names a text needs for that to be said.
	formFrom = 4
	// filledOtherwise is how many names of the later text may stand, behind the same
	// two words, where the earlier one has another name.
	filledOtherwise = 3
	// plainCopy is the share of shingles from which names are not asked for.
	plainCopy = 0.9
)

// A nameReader reads the names of texts, one text after the other.
type nameReader struct {
	tokens []text.Token
}

// A slot is a name of a text, by hash, and what stands before it.
type slot struct{ before, name uint64 }

// oneForm reports whether two texts with words in common differ in whom and what
// they name: notes of the police, results and verdicts are written in one form,
// and who copies a text keeps its names. Rows of one table of incidents are.
func (r *nameReader) oneForm(later, earlier *Document) bool {
	if t := tableOf(later); t != 0 && t == tableOf(earlier) {
		return true
	}
	x, y := r.slots(later), r.slots(earlier)
	names := func(s []slot) []uint64 {
		var out []uint64
		for _, v := range s {
			out = append(out, v.name)
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	have, in := names(x), names(y)
	if len(have) < formFrom {
		return false
	}
	filled := map[uint64]uint64{}
	for _, s := range y {
		filled[s.before] = s.name
	}
	other := map[uint64]bool{} // names of the later text that stand where the earlier one has another, and not a name of the later
	for _, s := range x {
		if n, ok := filled[s.before]; ok && n != s.name && !slices.Contains(have, n) && !slices.Contains(in, s.name) {
			other[s.name] = true
		}
	}
	return len(other) >= filledOtherwise || float64(inCommon(have, in)) < formNames*float64(len(have))
}

// slots returns the words of the running text of a document that have a capital
// and open no sentence, each with the two words before it, in order of the text.
func (r *nameReader) slots(d *Document) []slot {
	r.tokens = text.AppendTokens(r.tokens[:0], d.Text)
	read, opens := inText(d.Blocks), true
	var out []slot
	var last [2]uint64
	for _, t := range r.tokens {
		if !read(t.Start) {
			continue
		}
		opens = opens || t.Is(text.Line)
		if t.Kind == text.Punct {
			switch d.Text[t.Start] {
			case '.', '!', '?', ':', '"', '\'':
				opens = true
			}
			continue
		}
		w := uint64(hashWord(lower(t.Text(d.Text))))
		if t.Kind == text.Word && t.Is(text.Upper) && !opens {
			out = append(out, slot{mix(last[0], last[1]), w})
		}
		last[0], last[1] = last[1], w
		opens = false
	}
	return out
}

// tableOf returns of a document that is a row of a table of incidents which table that is, 0 of another.
func tableOf(d *Document) word {
	if d.Document == nil || d.Record == nil {
		return 0
	}
	return max(1, hashWord(d.Path))
}

// tablesOf returns tableOf each document.
func tablesOf(docs []Document) []word {
	out := make([]word, len(docs))
	for i := range docs {
		out[i] = tableOf(&docs[i])
	}
	return out
}
