package graph

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/dateline-project/dateline/events/text"
)

// Copy says what a document that copies another has made of it. Sentences are
// compared word by word, whatever the case and the punctuation: one whose words
// stand for the most part, in order, in a sentence of the other text is kept,
// though it may be reworded.
type Copy struct {
	Document string  `json:"document"`
	Of       string  `json:"of"`    // the text it copies, Document.CopyOf
	Kept     float64 `json:"kept"`  // share of the words of Of that it keeps, 0 to 1
	Taken    float64 `json:"taken"` // share of its own words that are those of Of, 0 to 1
	// Added are the sentences of Document that Of has not, Dropped those of Of
	// that Document has not; in order, at most mostPassages of each.
	Added   []text.Span `json:"added"`
	Dropped []text.Span `json:"dropped"`
	Lost    []LostHedge `json:"lost"` // in the order of Of, at most mostPassages
}

// LostHedge is a word that weakened a statement in the first text, and that
// the copy's wording of it has not, nor another of its sort.
type LostHedge struct {
	Word string    `json:"word"` // as written
	Sort string    `json:"sort"` // Doubt, Attribution or Bound
	From text.Span `json:"from"` // the sentence of Of
	To   text.Span `json:"to"`   // the sentence of Document
}

const (
	mostPassages  = 500 // listed of one copy, each sort
	keptShare     = 0.5 // of a sentence's words, from which it is kept
	rewordedShare = 0.4 // of the first text's sentence, from which the copy's says the same
	listedWords   = 4   // a shorter sentence, such as a byline, is not listed
	candidateMost = 3   // sentences that one sentence is compared with
)

// compareCopies fills Family.Copies. The cost is linear in the length of the
// copies: a sentence is compared with few others.
func (b *builder) compareCopies(ctx context.Context) error {
	type work struct{ document, of, family, copy int32 }
	var all []work
	for _, i := range b.order { // that of the documents of each family
		d, f := &b.g.Documents[i], &b.g.Families[b.family[i]]
		if d.CopyOf == "" {
			continue
		}
		of, _ := b.document(d.CopyOf)
		all = append(all, work{i, of, b.family[i], int32(len(f.Copies))})
		f.Copies = append(f.Copies, Copy{})
	}
	return parallelRuns(ctx, b.opt.Workers, len(all), 1, func(k int) {
		w := &all[k]
		b.g.Families[w.family].Copies[w.copy] = compareTexts(&b.g.Documents[w.document], &b.g.Documents[w.of])
	})
}

// compareTexts says what a document has made of another.
func compareTexts(d, of *Document) Copy {
	out := Copy{Document: d.ID, Of: of.ID, Added: []text.Span{}, Dropped: []text.Span{}, Lost: []LostHedge{}}
	mine, theirs := passages(d), passages(of)
	used := make([][]bool, len(theirs)) // words of the first text that the copy has
	for i := range theirs {
		used[i] = make([]bool, len(theirs[i].words))
	}
	find := newPassageIndex(theirs)
	taken, words := 0, 0
	for i := range mine {
		p := &mine[i]
		words += len(p.words)
		from, pairs := find.best(p, theirs)
		if !keeps(len(pairs), len(p.words)) {
			if len(p.words) >= listedWords && len(out.Added) < mostPassages {
				out.Added = append(out.Added, p.Span)
			}
			continue
		}
		taken += len(pairs)
		for _, w := range pairs {
			used[from][w] = true
		}
		if float64(len(pairs)) >= rewordedShare*float64(len(theirs[from].words)) { // a headline need not have what the first sentence has
			out.lose(d, of, p.Span, theirs[from].Span)
		}
	}
	out.Taken = share(taken, words)
	kept, total := 0, 0
	for i := range theirs {
		n := 0
		for _, u := range used[i] {
			if u {
				n++
			}
		}
		kept += n
		total += len(used[i])
		if !keeps(n, len(used[i])) && len(used[i]) >= listedWords && len(out.Dropped) < mostPassages {
			out.Dropped = append(out.Dropped, theirs[i].Span)
		}
	}
	out.Kept = share(kept, total)
	slices.SortStableFunc(out.Lost, func(x, y LostHedge) int { return cmp.Compare(x.From.Start, y.From.Start) })
	return out
}

// keeps reports whether n words of a sentence are so many that it is kept:
// half of them, and of a short one, where three may be so by chance, four.
func keeps(n, words int) bool {
	return float64(n) >= keptShare*float64(words) && n >= min(words, 4)
}

// share returns n/of to two decimals, 0 for nothing.
func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return math.Round(100*float64(n)/float64(of)) / 100
}

// lose notes the hedges of the sentence from of the first text that the sentence
// to of the copy has none of the sort for; of bounds of numbers, each one has
// its own.
func (c *Copy) lose(d, of *Document, to, from text.Span) {
	if d.Text[to.Start:to.End] == of.Text[from.Start:from.End] {
		return
	}
	h := english().hedges
	has, word := map[string]int{}, map[string]bool{}
	for _, x := range h.in(d.Text, to) {
		has[x.sort]++
		word[lower(d.Text[x.Start:x.End])] = true
	}
	had := h.in(of.Text, from)
	bounds := 0
	for _, x := range had {
		if x.sort == Bound {
			bounds++
		}
	}
	for _, x := range had {
		w := of.Text[x.Start:x.End]
		if x.sort == Bound && (word[lower(w)] || has[Bound] >= bounds) || x.sort != Bound && has[x.sort] > 0 {
			continue
		}
		if len(c.Lost) < mostPassages {
			c.Lost = append(c.Lost, LostHedge{Word: w, Sort: x.sort, From: from, To: to})
		}
	}
}

// passageIndex finds the sentences of a text that share pairs of words with
// another.
type passageIndex struct {
	same  map[uint64][]int32 // of all words, those not yet found
	at    map[uint64][]int32 // of pairs of words
	votes map[int32]int
	table []uint16
}

// wordsKey is the same for sentences of the same words.
func wordsKey(words []word) uint64 {
	h := mix(uint64(len(words)))
	for _, w := range words {
		h = mix(h, uint64(w))
	}
	return h
}

// pairsOf calls f for each pair of neighbouring words of a sentence, or for its
// only word.
func pairsOf(words []word, f func(uint64)) {
	if len(words) == 1 {
		f(uint64(words[0]))
	}
	for i := 1; i < len(words); i++ {
		f(uint64(words[i-1])<<32 | uint64(words[i]))
	}
}

// sharedMost is how many sentences of one text a pair of words leads to: a pair
// that stands in more of them finds nothing in particular.
const sharedMost = 8

func newPassageIndex(of []passage) *passageIndex {
	x := &passageIndex{same: map[uint64][]int32{}, at: map[uint64][]int32{}, votes: map[int32]int{}}
	for i := range of {
		k := wordsKey(of[i].words)
		x.same[k] = append(x.same[k], int32(i))
		pairsOf(of[i].words, func(k uint64) {
			if have := x.at[k]; len(have) < sharedMost && (len(have) == 0 || have[len(have)-1] != int32(i)) {
				x.at[k] = append(have, int32(i))
			}
		})
	}
	return x
}

// best returns the sentence that has most words of p in order, and which of its
// words these are; of equals the first, and of the same sentence told several
// times the first that was not found yet.
func (x *passageIndex) best(p *passage, of []passage) (from int32, pairs []int) {
	k := wordsKey(p.words)
	if same := x.same[k]; len(same) > 0 && slices.Equal(p.words, of[same[0]].words) {
		if len(same) > 1 {
			x.same[k] = same[1:]
		}
		pairs = make([]int, len(p.words))
		for i := range pairs {
			pairs[i] = i
		}
		return same[0], pairs
	}
	clear(x.votes)
	pairsOf(p.words, func(k uint64) {
		for _, i := range x.at[k] {
			x.votes[i]++
		}
	})
	found := make([]int32, 0, len(x.votes))
	for i := range x.votes {
		found = append(found, i)
	}
	slices.SortFunc(found, func(a, b int32) int { return cmp.Or(cmp.Compare(x.votes[b], x.votes[a]), cmp.Compare(a, b)) })
	from = -1
	for _, i := range found[:min(len(found), candidateMost)] {
		if w := x.inOrder(p.words, of[i].words); len(w) > len(pairs) {
			from, pairs = i, w
		}
	}
	return from, pairs
}

// inOrder returns the words of b that make the longest common subsequence of a
// and b (by dynamic programming), in order.
func (x *passageIndex) inOrder(a, b []word) []int {
	w := len(b) + 1
	if n := (len(a) + 1) * w; len(x.table) < n {
		x.table = make([]uint16, n)
	}
	t := x.table
	clear(t[len(a)*w : (len(a)+1)*w])
	for i := len(a) - 1; i >= 0; i-- {
		t[i*w+len(b)] = 0
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				t[i*w+j] = t[(i+1)*w+j+1] + 1
			} else {
				t[i*w+j] = max(t[(i+1)*w+j], t[i*w+j+1])
			}
		}
	}
	var out []int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, j)
			i, j = i+1, j+1
		case t[(i+1)*w+j] >= t[i*w+j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
