package events

import (
	"github.com/dateline-project/dateline/events/text"
)

// sentence is a run of words within one block. first and last index the
// document's words, half open; start and end are bytes.
type sentence struct {
	first, last int
	text.Span
	block int
	role  text.Role
}

// maxSentence is how many words of one sentence are read together; a longer
// one, which is a list or a table, is cut into several.
const maxSentence = 400

// appendSentences splits the words of each block that reports are read from.
func (v *vocabulary) appendSentences(dst []sentence, s string, words []word, blocks []text.Block) []sentence {
	w := 0
	for b, block := range blocks {
		for w < len(words) && int(words[w].start) < block.Start {
			w++
		}
		first := w
		for w < len(words) && int(words[w].end) <= block.End {
			w++
		}
		if block.Role != text.Body && block.Role != text.Title && block.Role != text.Heading {
			continue
		}
		for first < w {
			last := v.sentenceEnd(s, words, first, min(w, first+maxSentence))
			dst = append(dst, sentence{first, last, text.Span{Start: int(words[first].start), End: int(words[last-1].end)}, b, block.Role})
			first = last
		}
	}
	return dst
}

// sentenceEnd returns the index after the last word of the sentence that
// begins at first; the block's words end at limit.
func (v *vocabulary) sentenceEnd(s string, words []word, first, limit int) int {
	for i := first; i < limit; i++ {
		w := &words[i]
		stop := false
		switch w.low {
		case "!", "?", "…", "。", "։":
			stop = true
		case ".":
			stop = true
			if i+1 < limit && !words[i+1].is(text.Space) && !closes(words[i+1].low) {
				stop = false // 3.5, example.org
			}
		default:
			if n := len(w.low); n > 1 && w.low[n-1] == '.' && w.kind == text.Word {
				base := w.low[:n-1]
				stop = v.final[base] || n > 3 && w.low[n-3] == '.' // U.S. ends a sentence only before an opener
				if stop && (i+1 >= limit || !words[i+1].is(text.Upper) || !v.opener[words[i+1].low]) {
					stop = false
				}
			}
		}
		if !stop {
			continue
		}
		j := i + 1
		for j < limit && (closes(words[j].low) && !words[j].is(text.Space) || words[j].low == "." || words[j].low == "!" || words[j].low == "?") {
			j++
		}
		if j >= limit {
			return limit
		}
		next := &words[j]
		if w.low == "…" || w.low == "?" || w.low == "!" || j > i+1 {
			// after a quotation or an exclamation, lower case goes on with the sentence: "Stop!" he said.
			if next.kind == text.Word && !next.is(text.Upper) || next.low == "," {
				continue
			}
		}
		if w.low == "." && next.kind == text.Word && !next.is(text.Upper) && !next.is(text.Line) {
			continue
		}
		if !next.is(text.Space) {
			continue
		}
		return j
	}
	return limit
}

// closes reports whether a punctuation mark closes a quotation or bracket.
func closes(p string) bool {
	switch p {
	case "\"", "”", "’", "'", "»", ")", "]", "''":
		return true
	}
	return false
}
