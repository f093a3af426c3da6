package source

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/text"
)

// Bounds of what shows that readers' comments stand under a text.
const (
	minComments = 5    // with fewer a text may quote letters
	markReach   = 120  // bytes of the line that says who wrote a comment, and when
	maxComment  = 3000 // bytes from one such line to the next, at most; with twice minComments of them twice as many
)

// A comment says when it was written: "9:15 am on 3 May 2012". What a live
// report says of a speaker has the time alone.
var (
	clockTime = regexp.MustCompile(`\b\d{1,2}:\d{2}\b`)
	fullYear  = regexp.MustCompile(`\b(19|20)\d{2}\b`)
)

// commentMark is where it is said who wrote what follows, and when.
type commentMark struct {
	text.Span
	name string // letters of who wrote, in lower case
}

// markComments gives the role Furniture to what readers wrote under a text: each
// of several lines that name who wrote what follows, with day and time ("At 9:15
// am on 3 May 2012, quay9 wrote:", "quay9 • 3 May 2012 at 9:15"), with all
// up to the next of them, and the paragraph of the last. These words are not the
// outlet's, and a report made of them would be laid to it. What stands in
// quotation marks behind such a line is quoted by the text. A text that consists
// of such posts is read: running text must stand before the first one; and so are
// posts of one or two, who are quoted or report from the spot.
func markComments(in *Input, d *Document) {
	marks := commentMarks(d)
	if len(marks) < minComments || !ofMany(marks) || !opensWithText(d, marks[0].Start) {
		return
	}
	var comments []text.Span
	most := maxComment * len(marks) / minComments // the more of them, the surer
	for k, m := range marks {
		end := endOfComment(d, m)
		if k+1 < len(marks) && marks[k+1].Start-m.Start <= most {
			end = marks[k+1].Start
		}
		if n := len(comments); n > 0 && m.Start <= comments[n-1].End {
			comments[n-1].End = max(end, comments[n-1].End)
		} else {
			comments = append(comments, text.Span{Start: m.Start, End: end})
		}
	}
	leaveOut(d, comments)
	in.Warn(in.Line, 0, "%d comments of readers under the text, from byte %d on, were left out: they are not the outlet's words", len(marks), marks[0].Start)
}

// ofMany reports whether many wrote what is marked.
func ofMany(marks []commentMark) bool {
	const fewest, share = 3, 4
	names := make(map[string]struct{})
	for _, m := range marks {
		names[m.name] = struct{}{}
	}
	return len(names) >= fewest && len(names)*share >= len(marks)
}

// opensWithText reports whether running text stands before byte first.
func opensWithText(d *Document, first int) bool {
	return slices.ContainsFunc(d.Blocks, func(b text.Block) bool {
		b.End = min(b.End, first)
		b.End = b.Start + len(strings.TrimRight(d.Text[b.Start:max(b.Start, b.End)], " \t\n"))
		return b.Role == text.Body && isRunning(d.Text, b)
	})
}

// endOfComment returns where the paragraph ends that a comment stands in, or begins after.
func endOfComment(d *Document, m commentMark) int {
	i, _ := slices.BinarySearchFunc(d.Blocks, m.End, func(b text.Block, at int) int { return cmp.Compare(b.End, at) })
	if i == len(d.Blocks) {
		return len(d.Text)
	}
	if mark := strings.TrimSpace(d.Text[max(m.Start, d.Blocks[i].Start):d.Blocks[i].End]); i+1 < len(d.Blocks) && (strings.HasSuffix(mark, ":") || len(mark) <= markReach && !endsSentence(mark)) {
		i++
	}
	return d.Blocks[i].End
}

// leaveOut makes the running text and the headings in spans, which are in order
// and disjoint, furniture. A paragraph that only begins before one is divided.
func leaveOut(d *Document, spans []text.Span) {
	out := make([]text.Block, 0, len(d.Blocks)+1)
	for _, b := range d.Blocks {
		for len(spans) > 0 && spans[0].End <= b.Start {
			spans = spans[1:]
		}
		if len(spans) > 0 && spans[0].Start < b.End && (b.Role == text.Body || b.Role == text.Heading) {
			if before := strings.TrimRight(d.Text[b.Start:max(b.Start, spans[0].Start)], " \t\n"); before != "" {
				head := b
				head.End = b.Start + len(before)
				out = append(out, head)
				b.Start = spans[0].Start
			}
			b.Role, b.Level = text.Furniture, 0
		}
		out = append(out, b)
	}
	d.Blocks = out
}

// commentMarks returns where it is said who wrote the comment that follows, in order.
func commentMarks(d *Document) []commentMark {
	s := d.Text
	var marks []commentMark
	p := furniturePhrases()
	for _, verb := range p.commentEnds {
		for at := 0; ; {
			i := strings.Index(s[at:], verb)
			if i < 0 {
				break
			}
			at += i + len(verb)
			if start, ok := commentBefore(s, at-len(verb)); ok && !opensQuotation(s[at:]) {
				marks = append(marks, commentMark{text.Span{Start: start, End: start + 1}, postedBy(s[start : at-len(verb)])})
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
				marks = append(marks, commentMark{text.Span{Start: start, End: start + 1}, postedBy(line[len(begin):])})
			}
		}
	}
	marks = append(marks, stampedNames(d)...)
	slices.SortFunc(marks, func(a, b commentMark) int { return cmp.Compare(a.Start, b.Start) })
	return slices.CompactFunc(marks, func(a, b commentMark) bool { return a.Start == b.Start })
}

// longestName is how many words name who wrote a comment, with what stands beside a name there.
const longestName = 4

// stampedNames returns the lines that hold a name, a day and a time of day and
// no more ("quay9 • 3 May 2012 at 9:15"), or the day and the time alone, under
// a line that is a name ("quay9 says:").
func stampedNames(d *Document) []commentMark {
	var marks []commentMark
	for i, b := range d.Blocks {
		line := d.Text[b.Start:b.End]
		if b.Role != text.Body || b.Len() > markReach || !clockTime.MatchString(line) || !fullYear.MatchString(line) {
			continue
		}
		name, words := postedBy(line), namesIn(line)
		switch {
		case words > longestName || endsSentence(line) && !strings.HasSuffix(line, "m."):
		case words > 0:
			marks = append(marks, commentMark{b.Span, name})
		case i > 0 && d.Blocks[i-1].Role == text.Body && d.Blocks[i-1].Len() <= markReach/2:
			above := d.Text[d.Blocks[i-1].Start:d.Blocks[i-1].End]
			if n := namesIn(above); n > 0 && n <= longestName && !endsSentence(above) && !clockTime.MatchString(above) {
				marks = append(marks, commentMark{text.Span{Start: d.Blocks[i-1].Start, End: b.End}, postedBy(above)})
			}
		}
	}
	return marks
}

// namesIn counts the words of a line beside those of a date and a time of day.
func namesIn(line string) int { return len(strings.Fields(postedBy(line))) }

// postedBy returns the words of a line, in lower case, without those of dates and times.
func postedBy(line string) string {
	var b strings.Builder
	before := text.Punct
	for _, t := range text.AppendTokens(nil, line) {
		word := strings.ToLower(t.Text(line))
		number := t.Kind == text.Number && (before != text.Word || t.Is(text.Space)) // not of "quay9"
		before = t.Kind
		switch {
		case t.Kind == text.Punct, number, monthNames()[word] > 0, publicationWords().filler.has(word), furniturePhrases().says.has(word):
			continue
		case t.Is(text.Space) && b.Len() > 0:
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String()
}

// opensQuotation reports whether s begins with a quotation mark.
func opensQuotation(s string) bool {
	s = strings.TrimLeft(s[:min(len(s), markReach)], " \t\r\n>*_")
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("\"'“”„«»‘’‹", r)
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
	if words := strings.Fields(s[start+strings.LastIndexByte(s[start:end], ',')+1 : end]); len(words) > 1 && unicode.IsLower(firstRune(words[0])) {
		return 0, false // "our reporter Ann Orr wrote"
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
