package graph

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// A term is a word of a document with its share in what the document is about.
type term struct {
	word   word
	weight float32
}

const (
	signatureTerms = 64
	ownTerms       = 32
	ownShare       = 0.3      // of the squares of its own words that count in its length: in a small corpus most words are
	storyBytes     = 16 << 10 // of a document's text that tell its story
	leadSentences  = 3        // the headline and the first sentences, which tell the main happening
	leadCounts     = 3        // a word of them counts as often
	leadWords      = 4        // words that matter which a sentence needs to be one of them
	nameCounts     = 2.0      // names tell one shooting from another
	numberCounts   = 2.5      // and so do tolls and ages
	numberTells    = 1.5      // which say less of what a text is chiefly about
	timesCount     = 0.7      // how much the logarithm of how often a word is used counts, beside 1 for its use
	noteWords      = 12       // different words of a text that is no more than a note of one sentence
	fewNames       = 3        // from so many names on it can be said that two texts share none
	mostNames      = 6        // of a document that are compared
	mostRare       = 32       // documents that hold a name that is rare in a large corpus
)

// readStories fills df, the number of documents that hold each word, and the
// signature of each document, by hash: the signatureTerms weightiest of the words
// that other documents hold too, their squares adding up to 1, and the ownTerms
// weightiest of its own.
func (m *merger) readStories(ctx context.Context, docs []Document) error {
	counts := make([][]uses, len(docs))
	if err := parallelWith(ctx, m.workers, len(docs), 16, func(r *storyReader, i int) { counts[i] = r.usesOf(&docs[i]) }); err != nil {
		return err
	}
	if err := m.countDocuments(ctx, counts); err != nil {
		return err
	}
	m.rareName = min(mostRare, 2+int32(len(docs))/20)
	m.signature, m.names, m.numbers, m.tells = make([][]term, len(docs)), make([][]term, len(docs)), make([]termSet, len(docs)), make([]bool, len(docs))
	return parallelWith(ctx, m.workers, len(docs), 16, func(w *weigher, i int) {
		m.signature[i] = m.signatureOf(w, counts[i])
		m.numbers[i] = numbersOf(m.signature[i], counts[i])
		m.names[i] = m.namesOf(w, counts[i])
		m.tells[i] = len(counts[i]) > noteWords
		counts[i] = nil
	})
}

// countDocuments fills df.
func (m *merger) countDocuments(ctx context.Context, counts [][]uses) error {
	parts := make([]map[word]int32, max(1, m.workers))
	if err := parallelRuns(ctx, m.workers, len(parts), 1, func(p int) {
		df := map[word]int32{}
		for _, c := range counts[p*len(counts)/len(parts) : (p+1)*len(counts)/len(parts)] {
			for _, u := range c {
				df[u.word]++
			}
		}
		parts[p] = df
	}); err != nil {
		return err
	}
	m.df = parts[0]
	for _, df := range parts[1:] {
		for w, n := range df {
			m.df[w] += n
		}
	}
	return nil
}

// weigher is memory to weigh the words of a document in.
type weigher struct{ out, own []term }

// signatureOf weighs the words of a document: how often it uses each, how rare
// it is, and whether it is a name or a number.
func (m *merger) signatureOf(in *weigher, words []uses) []term {
	out, own := in.out[:0], in.own[:0]
	for _, u := range words {
		df := m.df[u.word]
		w := (1 + timesCount*float32(math.Log(float64(u.times>>wordSorts)))) * rarity(df)
		switch u.times & (1<<wordSorts - 1) {
		case numberWord:
			w *= numberCounts
		case nameWord:
			w *= nameCounts
		}
		if df < 2 {
			own = append(own, term{u.word, w})
		} else {
			out = append(out, term{u.word, w})
		}
	}
	in.out, in.own = out, own
	slices.SortFunc(out, byWeight)
	slices.SortFunc(own, byWeight)
	out = out[:min(len(out), signatureTerms)]
	var norm float64
	for _, t := range out {
		norm += float64(t.weight) * float64(t.weight)
	}
	own = own[:min(len(own), ownTerms)]
	for _, t := range own {
		norm += ownShare * float64(t.weight) * float64(t.weight)
	}
	out = slices.Concat(out, own)
	for k := range out {
		out[k].weight /= float32(math.Sqrt(max(norm, 1)))
	}
	slices.SortFunc(out, func(a, b term) int { return cmp.Compare(a.word, b.word) })
	return out
}

// A termSet is a set of the terms of a signature, by their place in it.
type termSet [(signatureTerms + ownTerms + 63) / 64]uint64

func (s *termSet) has(k int) bool { return s[k>>6]>>(k&63)&1 == 1 }

// numbersOf returns which terms of a document are numbers. Terms and words are
// in order of their hashes.
func numbersOf(terms []term, words []uses) (set termSet) {
	for k, t := range terms {
		for words[0].word < t.word {
			words = words[1:]
		}
		if words[0].times&(1<<wordSorts-1) == numberWord {
			set[k>>6] |= 1 << (k & 63)
		}
	}
	return set
}

// namesOf returns the names that a document tells most of, with what each
// counts: how often it is used, and how rare it is. It is nil when there are
// too few to tell by.
func (m *merger) namesOf(in *weigher, words []uses) []term {
	out := in.out[:0]
	for _, u := range words {
		if u.times&(1<<wordSorts-1) == nameWord {
			r := rarity(m.df[u.word])
			out = append(out, term{u.word, float32(u.times>>wordSorts) * r * r})
		}
	}
	in.out = out
	if len(out) < fewNames {
		return nil
	}
	slices.SortFunc(out, byWeight)
	out = slices.Clone(out[:min(len(out), mostNames)])
	slices.SortFunc(out, func(a, b term) int { return cmp.Compare(a.word, b.word) })
	return out
}

// sharedNames returns what share of the names that two documents tell most of
// they have in common, 0 to 1, not counting those in common that many documents
// hold; 0 when one of them has too few to tell.
func (m *merger) sharedNames(a, b int32) float64 {
	x, y := m.names[a], m.names[b]
	if x == nil || y == nil {
		return 0
	}
	var both, sumX, sumY float64
	for i, j := 0, 0; i < len(x) || j < len(y); {
		switch {
		case j == len(y) || i < len(x) && x[i].word < y[j].word:
			sumX += float64(x[i].weight)
			i++
		case i == len(x) || y[j].word < x[i].word:
			sumY += float64(y[j].weight)
			j++
		default:
			if m.df[x[i].word] <= m.rareName {
				both += float64(min(x[i].weight, y[j].weight))
			}
			sumX, sumY = sumX+float64(x[i].weight), sumY+float64(y[j].weight)
			i, j = i+1, j+1
		}
	}
	return both / max(min(sumX, sumY), 1e-9)
}

func byWeight(a, b term) int {
	if a.weight != b.weight {
		return cmp.Compare(b.weight, a.weight)
	}
	return cmp.Compare(a.word, b.word)
}

// story is how far two documents tell one story: the cosine of their signatures, 0 to 1.
func (m *merger) story(a, b int32) float64 { return dot(m.signature[a], m.signature[b]) }

// dot is the scalar product of two lists of terms, each by hash; 0 where they
// have no more than one term in common, which says nothing.
func dot(x, y []term) float64 {
	var sum float64
	n := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		a, b := x[i], y[j]
		if a.word == b.word {
			sum += float64(a.weight) * float64(b.weight)
			n++
		}
		i += atMost(a.word, b.word)
		j += atMost(b.word, a.word)
	}
	if n < 2 {
		return 0
	}
	return sum
}

// topTerms appends the n weightiest of some terms to dst, which is empty, the
// weightiest first.
func topTerms(dst, terms []term, n int) []term {
	for _, t := range terms {
		if len(dst) == n {
			if byWeight(dst[n-1], t) < 0 {
				continue
			}
			dst = dst[:n-1]
		}
		i := len(dst)
		for dst = append(dst, t); i > 0 && byWeight(t, dst[i-1]) < 0; i-- {
			dst[i] = dst[i-1]
		}
		dst[i] = t
	}
	return dst
}
