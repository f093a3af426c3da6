package source

import (
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-project/dateline/events/text"
)

// describe reads what the text of d says of itself, in its first lines and its
// last, into the fields that are still empty, and gives the blocks their roles.
func describe(in *Input, d *Document) {
	s := d.Text
	readKeys(d)
	markFurniture(s, d.Blocks)
	markLists(s, d.Blocks)
	markComments(in, d)
	p := &page{in: in, d: d, s: s}
	p.headEnd, p.tailStart = edges(s, d.Blocks)
	p.date()
	p.credits()
	p.masthead()
	p.title()
	p.signature()
	p.headings()
	p.outlet()
	d.Markup = mergeSpans(slices.Concat(d.Markup, addresses(s), marks(s)))
}

// page is a document whose head and tail are known.
type page struct {
	in                 *Input
	d                  *Document
	s                  string
	headEnd, tailStart int
	days               dayOrder // of its dates in digits
	chronicle          bool     // lines that are dates head its parts
	live               bool     // lines that are times of day do
}

// line returns the text of block i without the footnote marks at its end.
func (p *page) line(i int) string {
	b := p.d.Blocks[i]
	return withoutMarks(p.s[b.Start:b.End])
}

// edge tells where block i stands; a block of a short text that is at both
// ends counts as head.
func (p *page) edge(i int) edge {
	switch {
	case i < p.headEnd:
		return head
	case i >= p.tailStart:
		return tail
	}
	return inside
}

// next returns the index of the next block at or after i that is no furniture
// and no metadata, len(Blocks) when there is none.
func (p *page) next(i int) int {
	for i < len(p.d.Blocks) && (p.d.Blocks[i].Role == text.Furniture || p.d.Blocks[i].Role == text.Metadata) {
		i++
	}
	return i
}

// title finds the headline: the first line of the text, when it is short and
// no sentence, and every line at the edges that repeats it.
func (p *page) title() {
	d := p.d
	p.topHeading()
	for i := 0; i < len(d.Blocks) && d.Title == ""; i++ { // the format said so
		if d.Blocks[i].Role == text.Title {
			d.Title = oneLine(p.line(i))
		}
	}
	if d.Title == "" {
		i := p.next(0)
		if i == len(d.Blocks) || d.Blocks[i].Role != text.Body && d.Blocks[i].Level != 1 || !isHeadline(p.line(i)) || p.next(i+1) == len(d.Blocks) || p.headsEntry(i) {
			return
		}
		d.Title = oneLine(p.line(i))
	}
	if len(d.Title) > 2*longestHeadline {
		return
	}
	known := foldPhrase(d.Title)
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Role != text.Body && b.Role != text.Heading || p.edge(i) == inside || b.Len() > 2*longestHeadline {
			continue
		}
		if foldPhrase(p.line(i)) == known {
			b.Role, b.Level = text.Title, 0
		}
	}
}

// longestHeadline is the length of a headline in bytes.
const longestHeadline = 320

// oneLine returns s with its white space collapsed.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// topHeading makes the only heading of the first level a title when it opens
// the text.
func (p *page) topHeading() {
	first := p.next(0)
	top := -1
	for i, b := range p.d.Blocks {
		if b.Role == text.Heading && b.Level == 1 {
			if top >= 0 {
				return
			}
			top = i
		}
	}
	if top < 0 || top != first {
		return
	}
	b := &p.d.Blocks[top]
	b.Role, b.Level = text.Title, 0
	if p.d.Title == "" {
		p.d.Title = oneLine(p.line(top))
	}
}

// masthead finds the name of the outlet over the headline: the first line of
// the text, a short name that holds a word such as "courier" or that signs the
// text, with a headline between it and the text.
func (p *page) masthead() {
	blocks := p.d.Blocks
	i := p.next(0)
	if i >= len(blocks) || blocks[i].Role != text.Body || blocks[i].Len() > 80 {
		return
	}
	name, _, _ := strings.Cut(p.line(i), "|")
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 5 || !allNames(words) || endsSentence(name) || strings.ContainsAny(name, ":;,\"“”0123456789") {
		return
	}
	j := p.next(i + 1)
	if j >= len(blocks) || j >= p.headEnd || blocks[j].Role != text.Body || !isHeadline(p.line(j)) || p.next(j+1) >= len(blocks) {
		return
	}
	known := p.recurs(foldPhrase(name), j+1)
	for _, w := range words {
		known = known || publicationWords().mastheads.has(letters(w))
	}
	if !known || isRunning(p.s, blocks[j]) {
		return
	}
	blocks[i].Role = text.Metadata
	if p.d.Outlet == "" {
		p.d.Outlet = strings.Join(words, " ")
	}
}

// recurs reports whether a name stands in a short line of the tail.
func (p *page) recurs(name string, from int) bool {
	for i := max(from, p.tailStart); i < len(p.d.Blocks); i++ {
		if p.d.Blocks[i].Len() <= longestPhrase && strings.Contains(foldPhrase(p.line(i)), name) {
			return true
		}
	}
	return false
}

// isHeadline reports whether a line can be a headline: some words, no full
// stop at the end, nothing that begins in the middle.
func isHeadline(line string) bool {
	if len(line) > longestHeadline {
		return false
	}
	words := len(strings.Fields(line))
	if words < 2 || words > 42 || unicode.IsLower(firstRune(line)) {
		return false
	}
	switch r := lastLetterOrMark(line); r {
	case '.', '…', ':', ';', ',', '։':
		return false
	}
	return true
}

// lastLetterOrMark returns the last character of a line that is no quotation
// mark and no bracket.
func lastLetterOrMark(line string) rune {
	last := rune(0)
	for _, r := range line[max(0, len(line)-16):] {
		if !strings.ContainsRune("\"'”’»)]*_", r) && !isBlank(r) {
			last = r
		}
	}
	return last
}

// headings gives the role Heading to short lines without an end mark that
// stand over a paragraph, and to lone dates when they order a chronicle.
func (p *page) headings() {
	blocks := p.d.Blocks
	const words, level = 14, 2
	follows := false // block i+1 is a paragraph or a heading
	for i := len(blocks) - 1; i >= 0; i-- {
		b := &blocks[i]
		if b.Role != text.Body {
			if b.Role == text.Title {
				follows = false
			}
			continue
		}
		line := ""
		if b.Len() <= 120 {
			line = p.line(i)
		}
		if line == "" || !isHeadline("The "+line) || unicode.IsLower(firstRune(line)) || len(strings.Fields(line)) > words || strings.ContainsAny(line, "\"“”?!\t|") {
			follows = b.Len() > 60 && (endsSentence(p.s[b.Start:b.End]) || b.Len() > 300)
			continue
		}
		if _, bullet := p.bullet(i); follows && !bullet && i > 0 {
			b.Role, b.Level = text.Heading, level
			continue
		}
		follows = false
	}
}

// bullet returns what stands before block i on its line, and whether it is a bullet.
func (p *page) bullet(i int) (string, bool) {
	start := p.d.Blocks[i].Start
	from := start
	for from > 0 && start-from < 16 && p.s[from-1] != '\n' && p.s[from-1] != '\r' {
		from--
	}
	mark := strings.TrimSpace(p.s[from:start])
	return mark, mark != ""
}
