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
	// plainCopy is the share of shingles from which names are not asked for.
	plainCopy = 0.9
)

// A nameReader reads the names of texts, one text after the other.
type nameReader struct {
	tokens []text.Token
}

// oneForm reports whether two texts with words in common differ in whom and what
// they name: notes of the police, results and verdicts are written in one form,
// and who copies a text keeps its names.
func (r *nameReader) oneForm(later, earlier *Document) bool {
	x := r.names(later)
	if len(x) < formFrom {
		return false
	}
	return float64(inCommon(x, r.names(earlier))) < formNames*float64(len(x))
}

// names returns the distinct words of the running text of a document that have
// a capital and open no sentence, as hashes in order.
func (r *nameReader) names(d *Document) []uint64 {
	r.tokens = text.AppendTokens(r.tokens[:0], d.Text)
	read, opens := inText(d.Blocks), true
	var out []uint64
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
		if t.Kind == text.Word && t.Is(text.Upper) && !opens {
			out = append(out, uint64(hashWord(lower(t.Text(d.Text)))))
		}
		opens = false
	}
	slices.Sort(out)
	return slices.Compact(out)
}
