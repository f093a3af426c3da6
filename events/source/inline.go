package source

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// inline notes the markup inside a block of Markdown. Every construct is given
// up at the point where the next of its kind begins, so that the cost stays
// linear.
func (m *markdown) inline(b text.Span) {
	s := m.s[b.Start:b.End]
	mark := func(from, to int) {
		m.d.Markup = append(m.d.Markup, text.Span{Start: b.Start + from, End: b.Start + to})
	}
	commentEnd := -1 // where the next comment ends: len(s) when none does
	for i := 0; i < len(s); i++ {
		end := 0
		switch s[i] {
		case ']':
			if strings.HasPrefix(s[i:], "](") {
				end = linkEnd(s, i+2)
			}
		case '[':
			end = i + 1
			if strings.HasPrefix(s[i:], "[^") {
				if n := strings.IndexByte(s[i:min(len(s), i+40)], ']'); n > 0 {
					end = i + n + 1
				}
			}
		case '!':
			if strings.HasPrefix(s[i:], "![") {
				if n := strings.IndexAny(s[i+2:], "[]"); n >= 0 && strings.HasPrefix(s[i+2+n:], "](") {
					end = linkEnd(s, i+2+n+2)
				}
			}
		case '<':
			if strings.HasPrefix(s[i:], "<!--") {
				if commentEnd < i+4 {
					commentEnd = len(s)
					if n := strings.Index(s[i+4:], "-->"); n >= 0 {
						commentEnd = i + 4 + n
					}
				}
				if commentEnd < len(s) {
					end = commentEnd + 3
				}
			} else {
				end = tagEnd(s, i)
			}
		}
		if end > 0 {
			mark(i, end)
			i = end - 1
		}
	}
}

// linkEnd returns the index behind the bracket that closes the target of a
// link, which begins at s[i]; 0 when there is none. A target may hold pairs of
// brackets and a title, and no link.
func linkEnd(s string, i int) int {
	const most = 2000
	depth := 1
	for end := min(len(s), i+most); i < end; i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		case ']':
			if strings.HasPrefix(s[i:], "](") {
				return 0
			}
		}
	}
	return 0
}

// tagEnd returns the index behind the HTML tag or the address in brackets that
// begins at s[i], 0 when there is none.
func tagEnd(s string, i int) int {
	const most = 2000
	if i+2 >= len(s) || s[i+1] != '/' && !isSchemeByte(s[i+1]) {
		return 0
	}
	if n := strings.IndexAny(s[i+1:min(len(s), i+most)], "<>"); n > 0 && s[i+1+n] == '>' {
		return i + n + 2
	}
	return 0
}
