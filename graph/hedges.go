package graph

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// The sorts of words that make a statement weaker than a fact.
const (
	Doubt       = "doubt"       // "reportedly", "allegedly", "may"
	Attribution = "attribution" // "according to", "said", "claimed"
	Bound       = "bound"       // "at least", "about" before a number
)

// hedgeWords finds the words that weaken what a sentence says.
type hedgeWords struct {
	sort    map[string]string    // of a single word, by its stem
	first   map[string][]wording // phrases, by their first word
	numbers map[string]bool      // as words
}

type wording struct {
	words []string
	sort  string
}

// hedge is such a word or phrase in a text.
type hedge struct {
	text.Span
	sort string
}

// newHedgeWords reads the lists of a lexicon that hold such words.
func newHedgeWords(x *data.Lexicon) *hedgeWords {
	h := &hedgeWords{sort: map[string]string{}, first: map[string][]wording{}, numbers: map[string]bool{}}
	inflected := map[string][3]string{}
	for _, v := range x.Irregular {
		inflected[v[0]] = v
	}
	for _, list := range []struct{ name, sort string }{{"speech", Attribution}, {"alleged", Attribution}, {"hedge", Doubt}} {
		for _, w := range strings.Fields(strings.Join(x.Lists[list.name], " ")) {
			h.sort[stem(w)] = list.sort
			for _, form := range inflected[w] {
				h.sort[stem(form)] = list.sort
			}
		}
	}
	for _, w := range strings.Fields(strings.Join(x.Lists["hedge-modal"], " ")) {
		h.sort[w] = Doubt
	}
	for _, line := range x.Lists["according"] {
		h.add(strings.TrimSuffix(line, "..."), Attribution)
	}
	for _, line := range x.Lists["bound"] {
		phrase, _, _ := strings.Cut(line, "=")
		h.add(phrase, Bound)
	}
	for _, line := range slices.Concat(x.Lists["quantity"], x.Lists["multiplier"]) {
		n, _, _ := strings.Cut(line, "=")
		h.numbers[strings.TrimSpace(n)] = true
	}
	return h
}

func (h *hedgeWords) add(phrase, sort string) {
	if w := strings.Fields(phrase); len(w) > 0 {
		h.first[w[0]] = append(h.first[w[0]], wording{w, sort})
	}
}

// in returns the hedges of a piece of text, in order and disjoint. A word that
// bounds a number counts only before one.
func (h *hedgeWords) in(s string, at text.Span) []hedge {
	toks := text.AppendTokens(nil, s[at.Start:at.End])
	low := make([]string, len(toks))
	for i, t := range toks {
		low[i] = lower(t.Text(s[at.Start:at.End]))
	}
	var out []hedge
	for i := 0; i < len(toks); {
		n, sort := h.at(toks, low, i)
		if n == 0 {
			i++
			continue
		}
		out = append(out, hedge{text.Span{Start: at.Start + int(toks[i].Start), End: at.Start + int(toks[i+n-1].End)}, sort})
		i += n
	}
	return out
}

// at returns the number of words of the hedge that starts at word i, 0 for none.
func (h *hedgeWords) at(toks []text.Token, low []string, i int) (n int, sort string) {
	for _, p := range h.first[low[i]] {
		if len(p.words) <= n || i+len(p.words) > len(low) {
			continue
		}
		same := true
		for k, w := range p.words {
			same = same && low[i+k] == w
		}
		if same && (p.sort != Bound || i+len(p.words) < len(low) && h.numeral(toks[i+len(p.words)], low[i+len(p.words)])) {
			n, sort = len(p.words), p.sort
		}
	}
	if s := h.sort[stem(low[i])]; n == 0 && s != "" && toks[i].Kind == text.Word && (i == 0 || !toks[i].Is(text.Upper)) {
		return 1, s
	}
	return n, sort
}

func (h *hedgeWords) numeral(t text.Token, low string) bool {
	return t.Kind == text.Number || h.numbers[low]
}
