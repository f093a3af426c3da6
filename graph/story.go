package graph

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/dateline-project/dateline/events/text"
)

// A term is a word of a document with its share in what the document is about.
type term struct {
	word   word
	weight float32
}

const (
	signatureTerms = 64
	storyBytes     = 16 << 10 // of a document's text that tell its story
	titleCounts    = 3        // a word of the title counts as often
)

// readStories fills df, the number of documents that hold each word, and the
// signature of each document: its signatureTerms weightiest words, by hash,
// their squares adding up to 1.
func (m *merger) readStories(ctx context.Context, docs []Document) error {
	counts := make([][]term, len(docs))
	if err := m.parallel(ctx, len(docs), func(i int) {
		var scratch []text.Token
		s := docs[i].Text
		if len(s) > storyBytes {
			s = s[:storyBytes]
		}
		words := appendWords(nil, s, &scratch)
		title := appendWords(nil, docs[i].Title, &scratch)
		for range titleCounts {
			words = append(words, title...)
		}
		slices.Sort(words)
		var out []term
		for k := 0; k < len(words); {
			j := k
			for j < len(words) && words[j] == words[k] {
				j++
			}
			out = append(out, term{words[k], float32(j - k)})
			k = j
		}
		counts[i] = out
	}); err != nil {
		return err
	}
	m.df = map[word]int32{}
	for _, c := range counts {
		for _, t := range c {
			m.df[t.word]++
		}
	}
	m.signature = make([][]term, len(docs))
	return m.parallel(ctx, len(docs), func(i int) {
		c := slices.DeleteFunc(counts[i], func(t term) bool { return m.df[t.word] < 2 }) // no other document can share it
		for k := range c {
			c[k].weight = (1 + float32(math.Log(float64(c[k].weight)))) * m.rarity(c[k].word)
		}
		slices.SortFunc(c, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.word, b.word)) })
		c = slices.Clone(c[:min(len(c), signatureTerms)])
		var norm float64
		for _, t := range c {
			norm += float64(t.weight) * float64(t.weight)
		}
		for k := range c {
			c[k].weight /= float32(math.Sqrt(norm))
		}
		slices.SortFunc(c, func(a, b term) int { return cmp.Compare(a.word, b.word) })
		m.signature[i] = c
	})
}

// story is how far two documents tell one story: the cosine of their signatures, 0 to 1.
func (m *merger) story(a, b int32) float64 {
	x, y := m.signature[a], m.signature[b]
	var dot float64
	for len(x) > 0 && len(y) > 0 {
		switch {
		case x[0].word < y[0].word:
			x = x[1:]
		case x[0].word > y[0].word:
			y = y[1:]
		default:
			dot += float64(x[0].weight) * float64(y[0].weight)
			x, y = x[1:], y[1:]
		}
	}
	return dot
}

// topTerms returns the n weightiest words of a document's signature.
func (m *merger) topTerms(doc int32, n int) []word {
	s := slices.Clone(m.signature[doc])
	slices.SortFunc(s, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.word, b.word)) })
	out := make([]word, 0, n)
	for _, t := range s[:min(n, len(s))] {
		out = append(out, t.word)
	}
	return out
}
