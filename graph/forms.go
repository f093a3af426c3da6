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
	// slotNames is the same share where filledOtherwise names or more of the later
	// text stand, behind the same words, where the earlier one has another name. A
	// reprint that writes towns another way keeps most of the names.
	slotNames       = 0.75
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
// and who copies a text keeps its names.
func (r *nameReader) oneForm(later, earlier *Document) bool {
	x, y := r.slots(later), r.slots(earlier)
	have, in := slotNamesOf(x), slotNamesOf(y)
	if len(have) < formFrom {
		return false
	}
	kept := float64(inCommon(have, in)) / float64(len(have))
	return kept < formNames || kept < slotNames && filledIn(x, y, have, in) >= filledOtherwise
}

// filledIn returns how many names of x stand where y has another, neither of
// them a name of both; have and in are the names of x and of y.
func filledIn(x, y []slot, have, in []uint64) int {
	filled := map[uint64]uint64{}
	for _, s := range y {
		filled[s.before] = s.name
	}
	other := map[uint64]bool{}
	for _, s := range x {
		n, ok := filled[s.before]
		_, nInX := slices.BinarySearch(have, n)
		_, sInY := slices.BinarySearch(in, s.name)
		if ok && !nInX && !sInY {
			other[s.name] = true
		}
	}
	return len(other)
}

// slotNamesOf returns the distinct names of slots, in order.
func slotNamesOf(slots []slot) []uint64 {
	out := make([]uint64, len(slots))
	for i, s := range slots {
		out[i] = s.name
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// slots returns the words of the running text of a document that have a capital
// and open no sentence, each with the last two other words before it, in order of the text.
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
		} else {
			last[0], last[1] = last[1], w
		}
		opens = false
	}
	return out
}
