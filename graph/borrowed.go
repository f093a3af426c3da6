package graph

import (
	"cmp"
	"context"
	"slices"

	"github.com/dateline-project/dateline/events/text"
)

// Borrowed is a passage of a document that stands in an earlier text of another
// outlet, which it does not copy as a whole: a paragraph lifted, a statement
// printed at length. Start and End are of the document.
type Borrowed struct {
	text.Span
	Of string    `json:"of"` // the document that has it first
	At text.Span `json:"at"` // where
}

// Passages in common are looked for by winnowing (S. Schleimer, D. S.
// Wilkerson and A. Aiken, "Winnowing: Local Algorithms for Document
// Fingerprinting", 2003): of each run of windowPrints hashes of printWords words
// the least is kept, so that a passage of printWords+windowPrints-1 words is
// always found.
const (
	printWords     = 8
	windowPrints   = 8
	borrowedWords  = 20  // a shorter passage is a phrase, a name or a title
	gapWords       = 6   // changed words within a passage
	mostBorrowed   = 100 // passages noted of one document
	printBuckets   = 32  // sorted one by one, on all cores
	chunkDocuments = 256 // read by one goroutine
	borrowedShared = 0.7 // of a passage's words, those in the runs in common
)

// fingerprint is a run of words that stands for those around it.
type fingerprint struct {
	hash uint64
	doc  int32 // by order of publication
	at   int32 // its first word
}

// A winnower reads the fingerprints of documents, one after the other.
type winnower struct {
	wordReader
	hashes []uint64
}

// winnow calls note for each fingerprint of a text of those words.
func (w *winnower) winnow(words []word, note func(hash uint64, at int32)) {
	n := len(words) - printWords + 1
	if n < windowPrints {
		return
	}
	w.hashes = w.hashes[:0]
	for i := range n {
		h := uint64(0)
		for _, x := range words[i : i+printWords] {
			h = mix(h, uint64(x))
		}
		w.hashes = append(w.hashes, h)
	}
	hashes, last := w.hashes, -1
	for i := 0; i+windowPrints <= n; i++ {
		if last < i { // the least has left the window
			last = i
			for k := i + 1; k < i+windowPrints; k++ {
				if hashes[k] <= hashes[last] {
					last = k
				}
			}
		} else if k := i + windowPrints - 1; hashes[k] <= hashes[last] {
			last = k
		} else {
			continue
		}
		note(hashes[last], int32(last))
	}
}

// shared is a fingerprint of a document that an earlier one has.
type shared struct{ doc, of, at, ofAt int32 }

// borrow fills Document.Borrowed. The cost is linear in the length of the texts
// but for sorting.
func (b *builder) borrow(ctx context.Context) error {
	docs, order := b.g.Documents, b.order
	chunks := make([][printBuckets][]fingerprint, (len(order)+chunkDocuments-1)/chunkDocuments)
	if err := parallelWith(ctx, b.opt.Workers, len(chunks), 1, func(w *winnower, c int) {
		for k := c * chunkDocuments; k < min(len(order), (c+1)*chunkDocuments); k++ {
			w.winnow(w.read(&docs[order[k]]).words, func(hash uint64, at int32) {
				in := &chunks[c][hash%printBuckets]
				*in = append(*in, fingerprint{hash, int32(k), at})
			})
		}
	}); err != nil {
		return err
	}
	found := make([][]shared, printBuckets)
	if err := parallelWith(ctx, b.opt.Workers, printBuckets, 1, func(all *[]fingerprint, k int) {
		*all = (*all)[:0]
		for c := range chunks {
			*all = append(*all, chunks[c][k]...)
			chunks[c][k] = nil
		}
		found[k] = b.sharedPrints(*all)
	}); err != nil {
		return err
	}
	all := slices.Concat(found...)
	slices.SortFunc(all, func(x, y shared) int {
		return cmp.Or(cmp.Compare(x.doc, y.doc), cmp.Compare(x.of, y.of), cmp.Compare(x.at, y.at), cmp.Compare(x.ofAt, y.ofAt))
	})
	return b.noteBorrowed(ctx, all)
}

// noteBorrowed fills Document.Borrowed from what documents share, in order.
func (b *builder) noteBorrowed(ctx context.Context, all []shared) error {
	order := b.order
	index := map[int32]int{} // of the documents that are read again
	var read []int32
	var of [][]shared // one document each
	note := func(d int32) {
		if _, ok := index[d]; !ok {
			index[d] = len(read)
			read = append(read, d)
		}
	}
	for from, to := 0, 0; from < len(all); from = to {
		for to = from; to < len(all) && all[to].doc == all[from].doc; to++ {
			note(all[to].of)
		}
		note(all[from].doc)
		of = append(of, all[from:to])
	}
	texts := make([]wordText, len(read))
	if err := parallelWith(ctx, b.opt.Workers, len(read), 16, func(r *wordReader, k int) {
		texts[k] = r.read(&b.g.Documents[order[read[k]]]).clone()
	}); err != nil {
		return err
	}
	return parallelRuns(ctx, b.opt.Workers, len(of), 1, func(k int) {
		d := of[k][0].doc
		var runs []run
		for from, to := 0, 0; from < len(of[k]); from = to {
			for to = from; to < len(of[k]) && of[k][to].of == of[k][from].of; to++ {
			}
			runs = append(runs, runsInCommon(of[k][from:to], &texts[index[d]], &texts[index[of[k][from].of]])...)
		}
		doc := &b.g.Documents[order[d]]
		for _, r := range longestRuns(runs) {
			doc.Borrowed = append(doc.Borrowed, Borrowed{Span: texts[index[d]].span(r.from, r.to), Of: b.g.Documents[order[r.of]].ID, At: texts[index[r.of]].span(r.ofFrom, r.ofTo)})
		}
	})
}

// sharedPrints pairs each fingerprint with the earliest text that has it,
// unless that is of the same family or outlet: what an outlet takes from itself
// is not borrowed.
func (b *builder) sharedPrints(all []fingerprint) []shared {
	slices.SortFunc(all, func(x, y fingerprint) int {
		return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.doc, y.doc), cmp.Compare(x.at, y.at))
	})
	var out []shared
	for from, to := 0, 0; from < len(all); from = to {
		for to = from; to < len(all) && all[to].hash == all[from].hash; to++ {
		}
		first := all[from]
		d := b.order[first.doc]
		for _, x := range all[from+1 : to] {
			if e := b.order[x.doc]; e != d && b.family[e] != b.family[d] && !sameOutlet(b.g.Documents[e].Outlet, b.g.Documents[d].Outlet) {
				out = append(out, shared{x.doc, first.doc, x.at, first.at})
			}
		}
	}
	return out
}

// run is a passage that a document has in common with another, in words.
type run struct {
	of                     int32
	from, to, ofFrom, ofTo int // half open
	same                   int // words of it that are the same
}

// runsInCommon returns the passages around the fingerprints that a document
// shares with another, in order and disjoint. Runs of equal words with few
// words between them are one passage.
func runsInCommon(prints []shared, d, of *wordText) []run {
	var out []run
	end := 0
	for _, p := range prints {
		if int(p.at) < end {
			continue
		}
		r := run{of: p.of, from: int(p.at), to: int(p.at), ofFrom: int(p.ofAt), ofTo: int(p.ofAt)}
		for r.to < len(d.words) && r.ofTo < len(of.words) && d.words[r.to] == of.words[r.ofTo] {
			r.to, r.ofTo = r.to+1, r.ofTo+1
		}
		for r.from > end && r.ofFrom > 0 && d.words[r.from-1] == of.words[r.ofFrom-1] {
			r.from, r.ofFrom = r.from-1, r.ofFrom-1
		}
		end, r.same = r.to, r.to-r.from
		if n := len(out); n > 0 && r.from-out[n-1].to <= gapWords && r.ofFrom >= out[n-1].ofTo && r.ofFrom-out[n-1].ofTo <= gapWords {
			last := &out[n-1]
			last.to, last.ofTo, last.same = r.to, r.ofTo, last.same+r.same
			continue
		}
		out = append(out, r)
	}
	return out
}

// longestRuns returns the runs that are long and alike enough, in order and
// disjoint, rather the longer ones.
func longestRuns(runs []run) []run {
	runs = slices.DeleteFunc(runs, func(r run) bool {
		return r.to-r.from < borrowedWords || float64(r.same) < borrowedShared*float64(r.to-r.from)
	})
	slices.SortStableFunc(runs, func(x, y run) int { return cmp.Compare(y.to-y.from, x.to-x.from) })
	var out []run
	for _, r := range runs[:min(len(runs), mostBorrowed)] {
		if !slices.ContainsFunc(out, func(k run) bool { return r.from < k.to && k.from < r.to }) {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(x, y run) int { return cmp.Compare(x.from, y.from) })
	return out
}

// wordText is the words of a document's headlines and running text, in order,
// and where each stands.
type wordText struct {
	words      []word
	start, end []int32
}

func (t *wordText) span(from, to int) text.Span {
	return text.Span{Start: int(t.start[from]), End: int(t.end[to-1])}
}

func (t *wordText) clone() wordText {
	return wordText{slices.Clone(t.words), slices.Clone(t.start), slices.Clone(t.end)}
}

// A wordReader reads the words of documents, one after the other.
type wordReader struct {
	tokens []text.Token
	text   wordText
}

// read returns the words of a document, which hold until the next is read.
func (r *wordReader) read(d *Document) *wordText {
	r.tokens = d.AppendTokens(r.tokens[:0])
	out := &r.text
	out.words, out.start, out.end = out.words[:0], out.start[:0], out.end[:0]
	read := inText(d.Blocks)
	for _, t := range r.tokens {
		if t.Kind != text.Punct && read(t.Start) {
			out.words = append(out.words, hashWord(lower(t.Text(d.Text))))
			out.start, out.end = append(out.start, t.Start), append(out.end, t.End)
		}
	}
	return out
}
