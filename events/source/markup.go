package source

import (
	"sort"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// addresses returns the spans of the web addresses in s: a date in an address
// is none of the text.
func addresses(s string) []text.Span {
	var spans []text.Span
	for from := 0; from < len(s); {
		i := strings.Index(s[from:], "://")
		if i < 0 {
			break
		}
		start := from + i
		for start > from && isSchemeByte(s[start-1]) {
			start--
		}
		end := from + i + 3
		for end < len(s) && !strings.ContainsRune(" \t\r\n\v\f<>\"|", rune(s[end])) && !strings.HasPrefix(s[end:], "\u00a0") {
			end++
		}
		for end > start && strings.IndexByte(".,;:!?)]}'*_", s[end-1]) >= 0 {
			end--
		}
		if scheme := strings.ToLower(s[start : from+i]); scheme == "http" || scheme == "https" || scheme == "ftp" {
			spans = append(spans, text.Span{Start: start, End: end})
		}
		from = max(end, from+i+3)
	}
	return spans
}

func isSchemeByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// longestMark is the length of a mark of a reader's encyclopedia in bytes, brackets and all.
const longestMark = 32

// marks returns the spans of what stands in brackets and is no word of the
// text: footnotes glued to a word ("in May[3]", "[a]", "[note 2]"), "[edit]"
// beside a heading, "[citation needed]".
func marks(s string) []text.Span {
	var spans []text.Span
	for at := 0; at < len(s); {
		i := strings.IndexByte(s[at:], '[')
		if i < 0 {
			break
		}
		start := at + i
		at = start + 1
		n := strings.IndexByte(s[at:min(len(s), start+longestMark)], ']')
		if n < 0 {
			continue
		}
		end := at + n + 1
		glued := start > 0 && !isBlank(rune(s[start-1])) && s[start-1] != '('
		if inside := s[at : end-1]; furniturePhrases().marks.has(strings.ToLower(inside)) || glued && isFootnote(inside) {
			spans = append(spans, text.Span{Start: start, End: end})
			at = end
		}
	}
	return spans
}

// isFootnote reports whether s is what names a footnote: up to three digits, a
// letter, or a short word and a number.
func isFootnote(s string) bool {
	if word, number, ok := strings.Cut(s, " "); ok && len(word) <= len("note") && foldPhrase(word) == word {
		s = number
	}
	if len(s) == 1 && 'a' <= s[0] && s[0] <= 'z' {
		return true
	}
	return s != "" && len(s) <= 3 && strings.Trim(s, "0123456789") == ""
}

// withoutMarks returns a line without the marks at its end.
func withoutMarks(line string) string {
	if !strings.HasSuffix(line, "]") {
		return line
	}
	all := marks(line)
	for len(all) > 0 && all[len(all)-1].End == len(line) {
		line = strings.TrimRight(line[:all[len(all)-1].Start], " ")
		all = all[:len(all)-1]
	}
	return line
}

// mergeSpans orders spans and joins those that touch or overlap.
func mergeSpans(spans []text.Span) []text.Span {
	if len(spans) < 2 {
		return spans
	}
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	out := spans[:1]
	for _, s := range spans[1:] {
		if last := &out[len(out)-1]; s.Start <= last.End {
			last.End = max(last.End, s.End)
		} else {
			out = append(out, s)
		}
	}
	return out
}
