package source

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// readMarkdown reads Markdown. Text is the file decoded to UTF-8, front matter
// and markup included; Blocks hold the text between the markup of blocks
// (heading marks, bullets, table pipes), Markup what stands inside them and is
// no text: targets of links, images, tags, footnote marks. Code, comments and
// link definitions are in no body block.
func readMarkdown(in *Input) (Document, error) {
	s, err := decodeText(in, "")
	if err != nil {
		return Document{}, err
	}
	d := Document{Text: s}
	from := 0
	if yaml, after, ok := frontMatter(s); ok {
		from = after
		readFrontMatter(in, &d, s[yaml.Start:yaml.End])
		if a, b := trim(s, 0, after); a < b {
			d.Blocks = append(d.Blocks, text.Block{Span: text.Span{Start: a, End: b}, Role: text.Metadata})
		}
	}
	if from == 0 && opensMatter(s) {
		in.Warn(1, 0, "the front matter has no closing \"---\" line and is read as text: add the line")
	}
	m := markdown{s: s, d: &d}
	m.layout(from)
	describe(in, &d)
	return d, nil
}

// markdown lays out the blocks of a Markdown text, one line after the other.
type markdown struct {
	s string
	d *Document

	open    bool // the last block goes on in the next line
	comment bool // inside <!-- -->
	fence   string
}

func (m *markdown) layout(from int) {
	s := m.s
	for start := from; start < len(s); {
		end, next := lineEnd(s, start)
		a, b := trim(s, start, end)
		m.line(text.Span{Start: start, End: end}, text.Span{Start: a, End: b})
		start = next
	}
	for i := range m.d.Blocks {
		if b := m.d.Blocks[i]; b.Role != text.Metadata && b.Role != text.Furniture {
			m.inline(b.Span)
		}
	}
}

// add appends a block.
func (m *markdown) add(span text.Span, role text.Role, level int, open bool) {
	a, b := trim(m.s, span.Start, span.End)
	if a < b {
		m.d.Blocks = append(m.d.Blocks, text.Block{Span: text.Span{Start: a, End: b}, Role: role, Level: level})
		m.open = open
	}
}

// line takes one line: raw with its indentation, t without white space around it.
func (m *markdown) line(raw, t text.Span) {
	s := m.s[t.Start:t.End]
	if m.fence != "" {
		if strings.HasPrefix(s, m.fence) {
			m.fence = ""
		}
		m.open = false
		return
	}
	// What a line begins with is taken off in a loop: a hostile line may hold
	// millions of comments or quotation marks.
	quoted := false
	for {
		if m.comment {
			i := strings.Index(s, "-->")
			if i < 0 {
				return
			}
			m.comment = false
			t.Start, t.End = trim(m.s, t.Start+i+3, t.End)
			raw.Start = t.Start
		} else if strings.HasPrefix(s, "<!--") {
			m.comment = true
			t.Start += len("<!--")
		} else if strings.HasPrefix(s, ">") {
			quoted = true
			t.Start, t.End = trim(m.s, t.Start+1, t.End)
			raw.Start = t.Start
		} else {
			break
		}
		s = m.s[t.Start:t.End]
	}
	if quoted && m.open && s != "" && !startsBlock(s) {
		last := &m.d.Blocks[len(m.d.Blocks)-1]
		m.d.Markup = append(m.d.Markup, text.Span{Start: last.End, End: t.Start})
		last.End = t.End
		return
	}
	switch {
	case s == "":
		m.open = false
	case strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~"):
		m.fence = s[:3]
		m.open = false
	case m.open && isUnderline(s): // a setext heading
		level := 1
		if s[0] == '-' {
			level = 2
		}
		last := &m.d.Blocks[len(m.d.Blocks)-1]
		last.Role, last.Level = text.Heading, level
		m.open = false
	case isRule(s) || isTableRule(s):
		m.open = false
	case s[0] == '#':
		m.heading(t)
	case s[0] == '|' || strings.Count(s, " | ") >= 2:
		m.row(t)
	case strings.HasPrefix(s, "[^") && strings.Contains(s, "]:"): // a footnote
		m.add(text.Span{Start: t.Start + strings.Index(s, "]:") + 2, End: t.End}, text.Metadata, 0, true)
	case isDefinition(s):
		m.open = false
	case isImage(s):
		m.add(t, text.Furniture, 0, false)
	default:
		if span, item := listItem(m.s, t); item {
			m.open = false
			if inner := m.s[span.Start:span.End]; inner != "" && inner[0] == '#' {
				m.heading(span)
			} else {
				m.add(span, text.Body, 0, true)
				m.indent(raw, t)
			}
			return
		}
		if m.open {
			m.d.Blocks[len(m.d.Blocks)-1].End = t.End
			m.open = true
			return
		}
		listed := len(m.d.Blocks) > 0 && m.d.Blocks[len(m.d.Blocks)-1].Depth > 0
		if t.Start-raw.Start >= 4 && strings.HasPrefix(m.s[raw.Start:], "    ") || strings.HasPrefix(m.s[raw.Start:], "\t") {
			m.add(t, text.Body, 0, false) // indented: code by the book, but quotes and verse in most files
		} else {
			m.add(t, text.Body, 0, true)
		}
		if listed && raw.Start < t.Start {
			m.indent(raw, t)
		}
	}
}

// indent notes how far the last block, whose line is raw and without white
// space t, is indented.
func (m *markdown) indent(raw, t text.Span) {
	const tab = 4
	if n := len(m.d.Blocks); n > 0 && m.d.Blocks[n-1].Start >= t.Start {
		before := m.s[raw.Start:t.Start]
		m.d.Blocks[n-1].Depth = 1 + len(before) + (tab-1)*strings.Count(before, "\t")
	}
}

func (m *markdown) heading(t text.Span) {
	s := m.s[t.Start:t.End]
	level := 0
	for level < len(s) && s[level] == '#' {
		level++
	}
	m.open = false
	if level > 6 || level < len(s) && !isBlank(firstRune(s[level:])) {
		m.add(t, text.Body, 0, true) // a hashtag
		return
	}
	end := t.Start + len(strings.TrimRight(s, "# \t"))
	if t.Start+level < end {
		m.add(text.Span{Start: t.Start + level, End: end}, text.Heading, level, false)
	}
	m.open = false
}

// row adds a table row as one block without the pipes around it.
func (m *markdown) row(t text.Span) {
	s := m.s
	for t.Start < t.End && (s[t.Start] == '|' || s[t.Start] == ' ') {
		t.Start++
	}
	for t.Start < t.End && (s[t.End-1] == '|' || s[t.End-1] == ' ') {
		t.End--
	}
	m.add(t, text.Body, 0, false)
	m.open = false
}

// listItem returns the span of a list item without its bullet or number.
func listItem(s string, t text.Span) (text.Span, bool) {
	line := s[t.Start:t.End]
	if len(line) >= 2 && strings.IndexByte("-*+", line[0]) >= 0 && (line[1] == ' ' || line[1] == '\t') {
		a, b := trim(s, t.Start+2, t.End)
		return text.Span{Start: a, End: b}, true
	}
	n := 0
	for n < len(line) && n < 4 && '0' <= line[n] && line[n] <= '9' {
		n++
	}
	if n > 0 && n < 4 && n+1 < len(line) && (line[n] == '.' || line[n] == ')') && line[n+1] == ' ' {
		if end := min(len(line), n+24); monthNames()[strings.ToLower(strings.TrimRight(firstWord(line[n+2:end]), ",."))] > 0 {
			return t, false // "4. Oktober 2020"
		}
		a, b := trim(s, t.Start+n+2, t.End)
		return text.Span{Start: a, End: b}, true
	}
	return t, false
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// startsBlock reports whether a line begins a block of its own.
func startsBlock(s string) bool {
	if s == "" || s[0] == '#' || s[0] == '|' || s[0] == '>' {
		return true
	}
	_, item := listItem(s, text.Span{Start: 0, End: len(s)})
	return item
}

func isUnderline(s string) bool {
	return strings.Trim(s, "=") == "" || len(s) >= 2 && strings.Trim(s, "-") == ""
}

// isRule reports whether a line is three or more of "-", "*" or "_", with blanks between them or not.
func isRule(s string) bool {
	for _, sign := range []string{"-", "*", "_"} {
		if strings.HasPrefix(s, sign) {
			return strings.Trim(s, sign+" ") == "" && strings.Count(s, sign) >= 3
		}
	}
	return false
}

func isTableRule(s string) bool {
	return strings.Contains(s, "-") && strings.Contains(s, "|") && strings.Trim(s, "|-: ") == ""
}

// isDefinition reports whether a line defines the target of a link: "[1]: https://...".
func isDefinition(s string) bool {
	if s[0] != '[' {
		return false
	}
	i := strings.Index(s, "]: ")
	return i > 0 && i < 120 && !strings.Contains(s[:i], "](")
}

// isImage reports whether a line is one image and nothing else.
func isImage(s string) bool {
	return strings.HasPrefix(s, "![") && strings.HasSuffix(s, ")") && strings.Count(s, "](") == 1 && strings.Contains(s, "](")
}
