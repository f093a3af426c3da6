package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/text"
)

// Only short lines are compared with phrases: what is longer is text.
const longestPhrase = 240

// foldPhrase reduces a line to its letters in lower case, words separated by
// one space.
func foldPhrase(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		case r == '\'' || r == '’':
			b.WriteByte('\'')
		default:
			space = true
		}
	}
	return strings.Trim(b.String(), "' ")
}

// edge says where in a document a block stands.
type edge uint8

const (
	inside edge = iota // between the first and the last paragraphs of running text
	head               // before the second paragraph of running text
	tail               // after the last one
)

// Lines further from the start or the end than this are inside, however short.
const (
	headBlocks = 30
	tailBlocks = 80
)

// edges finds the head and the tail of a document: blocks[:headEnd] and
// blocks[tailStart:]. They overlap when the text is short. Known furniture is
// no running text.
func edges(s string, blocks []text.Block) (headEnd, tailStart int) {
	headEnd, tailStart = min(len(blocks), headBlocks), max(0, len(blocks)-tailBlocks)
	seen := 0
	for i := 0; i < headEnd; i++ {
		if blocks[i].Role == text.Body && isRunning(s, blocks[i]) && !opensFurniture(s, blocks[i]) {
			if seen++; seen == 2 {
				headEnd = i
			}
		}
	}
	for i := len(blocks) - 1; i >= tailStart; i-- {
		if blocks[i].Role == text.Body && isRunning(s, blocks[i]) && !opensFurniture(s, blocks[i]) {
			tailStart = i + 1
		}
	}
	return headEnd, tailStart
}

// isRunning reports whether a block is a paragraph of running text: long, and
// ended as sentences are.
func isRunning(s string, b text.Block) bool {
	const long = 100
	return b.Len() >= 3*long || b.Len() >= long && endsSentence(s[b.Start:b.End])
}

// opensFurniture reports whether a block begins as notices do that pages put
// before or after the text.
func opensFurniture(s string, b text.Block) bool {
	if b.Len() > 4*longestPhrase {
		return false
	}
	lower := strings.ToLower(s[b.Start:min(b.End, b.Start+longestPhrase)])
	for _, phrase := range furniturePhrases().begins {
		if strings.HasPrefix(lower, phrase) {
			return true
		}
	}
	return false
}

// markFurniture gives the role Furniture to the body blocks that are page
// furniture, by phrase and by shape.
func markFurniture(s string, blocks []text.Block) {
	phrases := furniturePhrases()
	headEnd, tailStart := edges(s, blocks)
	closing := false // below a heading that the tail of a page puts over other texts
	for i := range blocks {
		b := &blocks[i]
		if b.Role != text.Body {
			closing = closing && b.Role == text.Metadata
			continue
		}
		atEdge := i < headEnd || i >= tailStart
		if b.Len() <= longestPhrase && isTeaser(s[b.Start:b.End]) {
			b.Role = text.Furniture
			continue
		}
		if b.Len() > longestPhrase {
			if atEdge && opensFurniture(s, *b) {
				b.Role = text.Furniture
				continue
			}
			closing = false
			continue
		}
		const longestInside = 100 // no phrase of [anywhere] is longer
		if !atEdge && b.Len() > longestInside {
			closing = false
			continue
		}
		line := s[b.Start:b.End]
		folded := foldPhrase(line)
		switch {
		case phrases.anywhere.has(folded) && !endsSpeech(line):
			b.Role = text.Furniture
			closing = closing || i >= tailStart && phrases.closes.has(folded)
		case i >= tailStart && (phrases.closes.has(folded) || phrases.list.has(folded)):
			b.Role, closing = text.Furniture, true
		case atEdge && (phrases.edge.has(folded) || phrases.closes.has(folded) || opensFurniture(s, *b) || isMenu(line)):
			b.Role = text.Furniture
		case closing && !isRunning(s, *b):
			b.Role = text.Furniture
		default:
			closing = false
		}
	}
}

// isTeaser reports whether a line leads to another text: a label of
// furniture.txt, a mark, and a headline. A line that ends as a statement is
// text: "Read more: the plan is on display in the town hall."
func isTeaser(line string) bool {
	i := strings.IndexAny(line, ":|»>–—")
	if i <= 0 || i > 60 || !furniturePhrases().label.has(foldPhrase(line[:i])) {
		return false
	}
	_, size := utf8.DecodeRuneInString(line[i:])
	headline := strings.TrimSpace(line[i+size:])
	return foldPhrase(headline) != "" && !strings.HasSuffix(strings.TrimRight(headline, `"”»)`), ".")
}

// endsSpeech reports whether a line is a question or an exclamation: words of
// menus may then be words of a text.
func endsSpeech(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return r == '?' || r == '"' || r == '”'
}

// markLists gives the role Furniture to the blocks below headings such as
// "External links", up to the next heading of the same or a higher level.
func markLists(s string, blocks []text.Block) {
	level := 0
	for i := range blocks {
		b := &blocks[i]
		if b.Role == text.Heading && (level == 0 || b.Level <= level) {
			level = 0
			if b.Len() <= longestPhrase && furniturePhrases().list.has(foldPhrase(s[b.Start:b.End])) {
				level = b.Level
				b.Role, b.Level = text.Furniture, 0
			}
			continue
		}
		if level > 0 && b.Role != text.Metadata {
			b.Role, b.Level = text.Furniture, 0
		}
	}
}

// isMenu reports whether a short line holds words of menus, each next to the
// other or glued together ("HomeNewsPress Release").
func isMenu(line string) bool {
	if endsSentence(line) {
		return false
	}
	words, joints := menuWords(line)
	if len(words) == 0 || len(words) > 24 {
		return false
	}
	known := 0
	for _, w := range words {
		if furniturePhrases().menu.has(w) {
			known++
		}
	}
	if joints > 0 {
		return len(words) >= 3 && known*2 >= len(words) && known >= 2
	}
	return known == len(words)
}

// menuWords splits a line at everything that is no letter and where a capital
// follows a small letter; joints counts the latter.
func menuWords(line string) (words []string, joints int) {
	start, before := -1, rune(0)
	flush := func(end int) {
		if start >= 0 {
			words = append(words, strings.ToLower(line[start:end]))
			start = -1
		}
	}
	for i, r := range line {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsMark(r):
			flush(i)
		case start >= 0 && unicode.IsUpper(r) && unicode.IsLower(before):
			flush(i)
			start = i
			joints++
		case start < 0:
			start = i
		}
		before = r
	}
	flush(len(line))
	return words, joints
}
