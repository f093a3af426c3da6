package source

import (
	"regexp"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// Bounds of what shows that readers' comments stand under a text.
const (
	minComments = 3   // with fewer a text may quote letters
	markReach   = 120 // bytes of the line that says who wrote a comment, and when
)

// A comment says when it was written: "9:15 am on 3 May 2012". What a live
// report says of a speaker has the time alone.
var (
	clockTime = regexp.MustCompile(`\b\d{1,2}:\d{2}\b`)
	fullYear  = regexp.MustCompile(`\b(19|20)\d{2}\b`)
)

// markComments gives the role Furniture to what readers wrote under a text: all
// from the first of several lines on that name who wrote what follows, with day
// and time ("At 9:15 am on 3 May 2012, quay9 wrote:", "Posted by
// quay9, 3 May 2012, 9:15"). These words are not the outlet's, and a
// report made of them would be laid to it. A text that consists of such posts
// is read: running text must stand before the first one.
func markComments(in *Input, d *Document) {
	first, n := firstComment(d.Text)
	if n < minComments {
		return
	}
	running := 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		switch {
		case b.End <= first:
			if b.Role == text.Body && isRunning(d.Text, *b) {
				running++
			}
			continue
		case b.Start < first && b.Role == text.Body: // the comment goes on in a line of the text
			rest := text.Block{Span: text.Span{Start: first, End: b.End}, Role: text.Furniture}
			b.End = b.Start + len(strings.TrimRight(d.Text[b.Start:first], " \t\n"))
			if running == 0 && !isRunning(d.Text, *b) {
				b.End = rest.End
				return
			}
			running++
			d.Blocks = slices.Insert(d.Blocks, i+1, rest)
		case running == 0:
			return
		case b.Role == text.Body || b.Role == text.Heading:
			b.Role, b.Level = text.Furniture, 0
		}
	}
	in.Warn(in.Line, 0, "%d comments of readers under the text, from byte %d on, were left out: they are not the outlet's words", n, first)
}

// firstComment returns where the first line stands that says who wrote the
// comment below it, and how many of them s has.
func firstComment(s string) (first, n int) {
	first = len(s)
	note := func(at int) {
		n++
		first = min(first, at)
	}
	p := furniturePhrases()
	for _, verb := range p.commentEnds {
		for at := 0; ; {
			i := strings.Index(s[at:], verb)
			if i < 0 {
				break
			}
			at += i + len(verb)
			if start, ok := commentBefore(s, at-len(verb)); ok {
				note(start)
			}
		}
	}
	for _, begin := range p.commentBegins {
		for at := 0; ; {
			i := strings.Index(s[at:], begin)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(begin)
			if line, _, _ := strings.Cut(s[start:min(len(s), start+markReach)], "\n"); clockTime.MatchString(line) && fullYear.MatchString(line) {
				note(start)
			}
		}
	}
	return first, n
}

// commentBefore reports whether the words before byte end of s are a name and a
// time of day, as before "wrote:", and where they begin: with their line, behind
// the sentence before them, or with the "At" that leads to the time.
func commentBefore(s string, end int) (start int, ok bool) {
	start = max(0, end-markReach)
	if i := strings.LastIndexByte(s[start:end], '\n'); i >= 0 {
		start += i + 1
	}
	clock := clockTime.FindStringIndex(s[start:end])
	if clock == nil || !fullYear.MatchString(s[start:end]) {
		return 0, false
	}
	if i := strings.LastIndex(s[start:start+clock[0]], "At "); i >= 0 {
		return start + i, true
	}
	for _, mark := range []string{". ", "! ", "? "} {
		if i := strings.LastIndex(s[start:start+clock[0]], mark); i >= 0 {
			start += i + len(mark)
			clock[0] -= i + len(mark)
		}
	}
	return start, true
}
