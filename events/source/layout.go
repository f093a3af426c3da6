package source

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/text"
)

// line is one line of a text without the white space around it.
type line struct {
	text.Span
	indent int  // characters of white space before it
	gap    bool // a blank line, or the start of the text, before it
}

// splitLines returns the lines of s that are not blank, at the line ends that
// text.AppendTokens knows.
func splitLines(s string) []line {
	lines := make([]line, 0, len(s)/64+1)
	gap := true
	for start := 0; start < len(s); {
		end, next := lineEnd(s, start)
		a, b := trim(s, start, end)
		if a == b {
			gap = gap || next > end
		} else {
			lines = append(lines, line{text.Span{Start: a, End: b}, utf8.RuneCountInString(s[start:min(a, start+256)]), gap})
			gap = false
		}
		start = next
	}
	return lines
}

// lineEnd returns the end of the line that begins at start, and the start of the next.
func lineEnd(s string, start int) (end, next int) {
	for i := start; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
			return i, i + 2
		case c == '\n' || c == '\r' || c == '\v' || c == '\f':
			return i, i + 1
		case c == 0xc2 && i+1 < len(s) && s[i+1] == 0x85:
			return i, i + 2
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0xa8 || s[i+2] == 0xa9):
			return i, i + 3
		}
	}
	return len(s), len(s)
}

// trim narrows [a, b) by the white space, zero-width characters and control
// characters at its ends.
func trim(s string, a, b int) (int, int) {
	for a < b {
		r, n := utf8.DecodeRuneInString(s[a:b])
		if !isBlank(r) {
			break
		}
		a += n
	}
	for a < b {
		r, n := utf8.DecodeLastRuneInString(s[a:b])
		if !isBlank(r) {
			break
		}
		b -= n
	}
	return a, b
}

func isBlank(r rune) bool {
	return r <= ' ' || r == 0x7f || r >= 0x80 && (unicode.IsSpace(r) || r == 0x200b || r == 0x2060 || r == 0xfeff)
}

// layoutPlain lays out a plain text: each line is a block, or each paragraph
// where the text is wrapped at a fixed width. List items and table rows are
// blocks of their own; bullets stand outside them. All roles are Body.
func layoutPlain(s string) []text.Block {
	lines := splitLines(s)
	width, wrapped := wrapWidth(s, lines)
	blocks := make([]text.Block, 0, len(lines))
	for i, l := range lines {
		body, item := skipBullet(s, l.Span)
		if i > 0 && wrapped && !item && len(blocks) > 0 && continues(s, lines[i-1], l, width) {
			blocks[len(blocks)-1].End = l.End
			continue
		}
		if body.Len() > 0 {
			depth := l.indent
			if item {
				depth++
			}
			blocks = append(blocks, text.Block{Span: body, Depth: depth})
		}
	}
	return blocks
}

// skipBullet returns the span of a line without the bullet it begins with.
func skipBullet(s string, span text.Span) (text.Span, bool) {
	t := s[span.Start:span.End]
	r, n := utf8.DecodeRuneInString(t)
	switch {
	case strings.ContainsRune("•·▪■□►▶→»●○◦‣⁃∙\uFFFD", r):
	case strings.ContainsRune("-–—*+", r) && len(t) > n && isBlank(firstRune(t[n:])):
	case r == '#':
		for n < len(t) && t[n] == '#' {
			n++
		}
		if n < len(t) && !isBlank(firstRune(t[n:])) {
			return span, false // a hashtag
		}
	default:
		return span, false
	}
	a, b := trim(s, span.Start+n, span.End)
	return text.Span{Start: a, End: b}, true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// Widths at which mail, wire copy and the like are wrapped, in characters.
const (
	narrowest = 40
	widest    = 120
)

// wrapWidth tells whether the lines of s were wrapped at a fixed width, and at
// which. The sign is a line that ends within a sentence, just before the word
// that did not fit any more.
func wrapWidth(s string, lines []line) (int, bool) {
	const sample = 2000
	if len(lines) > sample {
		lines = lines[:sample]
	}
	lengths := make([]int, 0, len(lines))
	for _, l := range lines {
		if l.Len() > 4*widest {
			continue
		}
		if n := l.indent + utf8.RuneCountInString(s[l.Start:l.End]); n <= widest {
			lengths = append(lengths, n)
		}
	}
	if len(lengths) < 2 || len(lengths)*10 < len(lines)*9 {
		return 0, false // some lines are paragraphs
	}
	sort.Ints(lengths)
	width := lengths[(len(lengths)-1)*19/20]
	if width < narrowest {
		return 0, false
	}
	pairs, broken := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].gap {
			continue
		}
		pairs++
		if isFull(s, lines[i-1], lines[i], width) && !endsSentence(s[lines[i-1].Start:lines[i-1].End]) {
			broken++
		}
	}
	return width, broken > 0 && broken*10 >= pairs*4
}

// isFull reports whether the first word of next did not fit behind l any more.
// Eight characters are allowed for ragged wrapping.
func isFull(s string, l, next line, width int) bool {
	const ragged = 8
	if l.Len() > 4*widest {
		return true
	}
	n := l.indent + utf8.RuneCountInString(s[l.Start:l.End])
	word := s[next.Start:min(next.End, next.Start+4*widest)]
	if i := strings.IndexFunc(word, unicode.IsSpace); i >= 0 {
		word = word[:i]
	}
	return n+1+utf8.RuneCountInString(word) > width-ragged
}

// continues reports whether l goes on with the paragraph of the line before it
// in a text that is wrapped at width.
func continues(s string, before, l line, width int) bool {
	if l.gap || isRow(s, before) || isRow(s, l) {
		return false
	}
	if unicode.IsLower(firstRune(s[l.Start:l.End])) && !endsSentence(s[before.Start:before.End]) {
		return true
	}
	if l.indent >= before.indent+2 && endsSentence(s[before.Start:before.End]) {
		return false // the first line of a paragraph is indented
	}
	return isFull(s, before, l, width)
}

// isRow reports whether a line looks like the row of a table.
func isRow(s string, l line) bool {
	t := s[l.Start:min(l.End, l.Start+4*widest)]
	return strings.Contains(t, "\t") || strings.Count(t, "   ") >= 2 || strings.Count(t, " | ") >= 2
}

// endsSentence reports whether a line ends as sentences do.
func endsSentence(t string) bool {
	for len(t) > 0 {
		r, n := utf8.DecodeLastRuneInString(t)
		switch {
		case strings.ContainsRune(`"'”’»)]*_`+"`", r):
			t = t[:len(t)-n]
		case strings.ContainsRune(".!?…։。！？؟۔", r):
			return true
		default:
			return false
		}
	}
	return false
}
