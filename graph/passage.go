package graph

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// A passage is a sentence as copies are compared: its words as hashes, in
// lower case and without punctuation, and where it stands.
type passage struct {
	text.Span
	words []word
}

// longestPassage is how many words are compared as one sentence; a longer one,
// which is a list or a table, is cut.
const longestPassage = 200

// passages returns the sentences of the headlines and the running text of a
// document. A sentence that is cut elsewhere than a reader would cut it does
// no harm, since a copy of it is cut at the same place.
func passages(d *Document) []passage {
	var out []passage
	var words []word
	from, to := -1, 0
	read, block := inText(d.Blocks), blockAt(d.Blocks)
	at := 0
	end := func() {
		if len(words) > 0 {
			out = append(out, passage{text.Span{Start: from, End: to}, words})
		}
		words, from = nil, -1
	}
	toks := d.Tokens()
	for i, t := range toks {
		if b := block(t.Start); b != at {
			end()
			at = b
		}
		if !read(t.Start) {
			continue
		}
		if len(d.Blocks) == 0 && i > 0 && strings.Contains(d.Text[toks[i-1].End:t.Start], "\n\n") {
			end()
		}
		if from < 0 && t.Kind != text.Punct {
			from = int(t.Start)
		}
		if t.Kind != text.Punct {
			words = append(words, hashWord(lower(t.Text(d.Text))))
		}
		to = int(t.End)
		if endsSentence(d.Text, toks, i) || len(words) == longestPassage {
			end()
		}
	}
	end()
	return out
}

// blockAt returns a function that tells which block a token stands in or before;
// it must be asked in order.
func blockAt(blocks []text.Block) func(start int32) int {
	b := 0
	return func(start int32) int {
		for b < len(blocks) && int(start) >= blocks[b].End {
			b++
		}
		return b
	}
}

// inText returns a function that tells whether a token is of the headlines or
// the running text, and not of the provenance or of the page around it. It must
// be asked in order.
func inText(blocks []text.Block) func(start int32) bool {
	block := blockAt(blocks)
	return func(start int32) bool {
		b := block(start)
		return b == len(blocks) || int(start) < blocks[b].Start || blocks[b].Role != text.Metadata && blocks[b].Role != text.Furniture
	}
}

// endsSentence reports whether a token is the mark that a sentence ends with:
// white space and a capital, a digit or a quotation mark come after it.
func endsSentence(s string, toks []text.Token, i int) bool {
	switch toks[i].Text(s) {
	case ".", "!", "?", "…", "。", "։":
	default:
		return false
	}
	if i > 0 && toks[i-1].Kind == text.Word {
		if w := lower(toks[i-1].Text(s)); english().abbreviations[w] || len(w) == 1 {
			return false
		}
	}
	if i+1 == len(toks) {
		return true
	}
	next := toks[i+1]
	return next.Is(text.Space) && (next.Kind != text.Word || next.Is(text.Upper))
}
