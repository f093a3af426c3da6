package source

import (
	"bytes"
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"github.com/dateline-project/dateline/events/text"
)

// readHTML reads a web page: its main text without menus and notices, and what
// it says of itself. Text is made here, one paragraph a line, the title first.
// A page that cannot be parsed, or in which no main text is found, is read as
// all of its text.
func readHTML(in *Input) (Document, error) {
	if isOurs(in.Data) {
		return Document{}, errOurs
	}
	declared := ""
	if _, name, certain := charset.DetermineEncoding(in.Data[:min(len(in.Data), 1024)], "text/html"); certain {
		declared = name
	}
	s, err := decodeText(in, declared)
	if err != nil {
		return Document{}, err
	}
	d, err := guard(in.limits.timeout, func() (Document, error) { return pageOf(s) })
	if err != nil || len(d.Blocks) == 0 {
		flat := flatten(s)
		if len(flat.Blocks) == 0 {
			return Document{}, errNoText
		}
		if err != nil {
			in.Warn(0, 0, "the page cannot be parsed as HTML (%s): all of its text was read, menus and notices too", clip(firstLine(err.Error())))
		}
		d = flat
	}
	found, basis := d.Published, d.PublishedBasis
	if !strings.HasPrefix(basis, explicitMark) {
		d.Published, d.PublishedBasis = "", "" // lines of the text are better evidence
	} else {
		d.PublishedBasis = strings.TrimPrefix(basis, explicitMark)
	}
	describe(in, &d)
	if d.Published == "" && !datesAPart(&d, found) {
		d.Published, d.PublishedBasis = found, clip(basis)
	}
	return d, nil
}

// datesAPart reports whether a date is that of a row of a table of dates, of a
// line that heads a part of a chronicle, or opens an item of a list; where such lines leave out the year,
// no date that stands somewhere in the page is known not to be.
func datesAPart(d *Document, date string) bool {
	const fewest = 2 // lines that are days
	p := &page{d: d, s: d.Text, tailStart: len(d.Blocks)}
	days := 0
	for i, b := range d.Blocks {
		if (b.Role == text.Body || b.Role == text.Heading) && isDayLine(p.line(i)) {
			days++
		}
	}
	if days >= fewest {
		return true
	}
	p.days = p.order()
	p.chronicle = p.isChronicle(p.days)
	rows := p.datedRows()
	for i := range d.Blocks {
		item := d.Blocks[i].Depth > 0
		if !rows[i] && !p.headsEntry(i) && !item {
			continue
		}
		for _, found := range findDates(p.line(i), text.AppendTokens(nil, p.line(i)), false) {
			if found.String() == date && (!item || found.from == 0) {
				return true
			}
		}
	}
	return false
}

// isDayLine reports whether a line is nothing but a day and its month.
func isDayLine(line string) bool {
	const longest = 32 // bytes
	if len(line) > longest {
		return false
	}
	days, months, others := 0, 0, 0
	for _, t := range text.AppendTokens(nil, line) {
		word := strings.ToLower(t.Text(line))
		switch n := atoi(word); {
		case t.Kind == text.Number && n >= 1 && n <= 31:
			days++
		case monthNames()[word] > 0:
			months++
		case t.Kind != text.Punct && !publicationWords().filler.has(word):
			others++
		}
	}
	return days == 1 && months == 1 && others == 0
}

// errOurs is the fault of a page that this program wrote: what it tells is
// what other documents told.
var errOurs = errors.New("made by dateline; not a source")

// isOurs reports whether a page says within its first 4 KiB that this program
// generated it. It reads tokens only, as such pages are large.
func isOurs(data []byte) bool {
	z := html.NewTokenizer(bytes.NewReader(data[:min(len(data), 4096)]))
	for z.Next() != html.ErrorToken {
		t := z.Token()
		if t.DataAtom != atom.Meta || t.Type == html.EndTagToken {
			continue
		}
		name, content := "", ""
		for _, a := range t.Attr {
			switch a.Key {
			case "name":
				name = a.Val
			case "content":
				content = a.Val
			}
		}
		if strings.EqualFold(name, "generator") && strings.EqualFold(strings.TrimSpace(content), "dateline") {
			return true
		}
	}
	return false
}

// explicitMark begins the basis of a date that the page declares as that of
// its publication, until readHTML takes it off.
const explicitMark = "\x00"

// pageOf parses a page and lays out its main text.
func pageOf(s string) (Document, error) {
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return Document{}, err
	}
	if root == nil {
		return Document{}, errors.New("no page")
	}
	var d Document
	head := readHead(root)
	unwrap(root)
	showTimes(root)
	a, err := extractArticle(root)
	if err == nil {
		d = layoutHTML(a.content, firstOf(a.title, head.title))
	}
	if !hasWords(&d) {
		d = layoutHTML(bodyOf(root), firstOf(head.title, a.title))
	}
	d.Title = firstOf(d.Title, a.title, head.title)
	d.URL = firstOf(head.url, a.url)
	d.Outlet = firstOf(head.site, a.site)
	d.Author = firstOf(head.author, a.author)
	d.Language = languageTag(firstOf(head.language, a.lang))
	d.Synthetic = head.synthetic
	if head.published != "" && d.setPublished(head.published) {
		d.PublishedBasis = explicitMark + head.publishedBy + ": " + clip(head.published)
	} else {
		d.Published, d.PublishedBasis = dateOfPage(root, d.URL)
	}
	return d, nil
}

// unwrap puts what stands in bold, in italics or underlined in the place of the
// element that says so: the library that finds the main text would take it for
// a word of its own and drop the white space behind it.
func unwrap(root *html.Node) {
	walkNodes(root, func(n *html.Node) bool {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			switch c.DataAtom {
			case atom.B, atom.Strong, atom.I, atom.Em, atom.U:
				if c.FirstChild != nil {
					next = c.FirstChild // which may be such an element as well
				}
				for c.FirstChild != nil {
					k := c.FirstChild
					c.RemoveChild(k)
					n.InsertBefore(k, c)
				}
				n.RemoveChild(c)
			}
			c = next
		}
		return true
	})
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v = strings.Join(strings.Fields(v), " "); v != "" {
			return v
		}
	}
	return ""
}

func hasWords(d *Document) bool {
	for _, b := range d.Blocks {
		if b.Role == text.Body {
			return true
		}
	}
	return false
}

func bodyOf(root *html.Node) *html.Node {
	var body *html.Node
	walkNodes(root, func(n *html.Node) bool {
		if n.DataAtom == atom.Body && body == nil {
			body = n
		}
		return body == nil
	})
	if body == nil {
		return root
	}
	return body
}

// walkNodes calls f for a node and all below it, in document order; f returns
// false to leave out what is below. Depth is bounded by the parser.
func walkNodes(n *html.Node, f func(*html.Node) bool) {
	if !f(n) {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walkNodes(c, f)
	}
}

// htmlLayout writes the text of a page, a block for every block element.
type htmlLayout struct {
	b      strings.Builder
	blocks []text.Block
	start  int // of the block being written
	role   text.Role
	level  int
	depth  int  // in lists
	space  bool // white space is due before the next word
}

// layoutHTML lays out a tree; title becomes the first block unless the text
// begins with it.
func layoutHTML(root *html.Node, title string) Document {
	w := &htmlLayout{}
	if title != "" {
		w.role = text.Title
		w.words(title)
		w.end()
	}
	w.node(root)
	w.end()
	d := Document{Text: w.b.String(), Blocks: w.blocks, Title: title}
	if len(d.Blocks) > 1 && title != "" && d.Blocks[1].Len() < 2*longestHeadline &&
		foldPhrase(d.Text[d.Blocks[1].Start:d.Blocks[1].End]) == foldPhrase(title) {
		// The text repeats its title: the text's own line stays.
		cut := d.Blocks[1].Start
		d.Text = d.Text[cut:]
		d.Blocks = d.Blocks[1:]
		for i := range d.Blocks {
			d.Blocks[i].Start -= cut
			d.Blocks[i].End -= cut
		}
		d.Blocks[0].Role, d.Blocks[0].Level = text.Title, 0
	}
	return d
}

func (w *htmlLayout) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.words(n.Data)
		return
	case html.CommentNode, html.DoctypeNode:
		return
	case html.ElementNode:
	default:
		w.children(n)
		return
	}
	name := n.DataAtom
	if name == 0 {
		name = atom.Lookup([]byte(n.Data)) // of a node that was made, not parsed
	}
	switch name {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Math, atom.Object, atom.Select, atom.Textarea, atom.Button, atom.Head, atom.Title:
		return
	case atom.Br, atom.Hr:
		w.end()
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.end()
		w.role, w.level = text.Heading, int(n.Data[1]-'0')
		w.children(n)
		w.end()
	case atom.Ul, atom.Ol, atom.Dl, atom.Dd:
		w.end()
		w.depth++
		w.children(n)
		w.end()
		w.depth--
	case atom.Td, atom.Th:
		if w.b.Len() > w.start {
			w.words(" | ")
		}
		w.children(n)
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Menu:
		w.end()
		before := len(w.blocks)
		w.children(n)
		w.end()
		for i := before; i < len(w.blocks); i++ {
			w.blocks[i].Role, w.blocks[i].Level = text.Furniture, 0
		}
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Li, atom.Dt,
		atom.Blockquote, atom.Pre, atom.Figure, atom.Figcaption, atom.Table, atom.Tr, atom.Tbody, atom.Thead, atom.Caption, atom.Address,
		atom.Details, atom.Summary, atom.Fieldset, atom.Body, atom.Html:
		w.end()
		w.children(n)
		w.end()
	default:
		w.children(n)
	}
}

func (w *htmlLayout) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

// words writes text with white space collapsed.
func (w *htmlLayout) words(s string) {
	start := -1
	for i, r := range s {
		if isBlank(r) {
			if start >= 0 {
				w.b.WriteString(s[start:i])
				start = -1
			}
			w.space = true
			continue
		}
		if start < 0 {
			start = i
			if w.space && w.b.Len() > w.start {
				w.b.WriteByte(' ')
			}
			w.space = false
		}
	}
	if start >= 0 {
		w.b.WriteString(s[start:])
	}
}

// end closes the block that is being written.
func (w *htmlLayout) end() {
	if w.b.Len() > w.start {
		w.blocks = append(w.blocks, text.Block{Span: text.Span{Start: w.start, End: w.b.Len()}, Role: w.role, Level: w.level, Depth: w.depth})
		w.b.WriteString("\n\n")
		w.start = w.b.Len()
	}
	w.role, w.level, w.space = text.Body, 0, false
}

// flatten reads the text of a page by its tags alone, without a tree, for
// pages that are nested too deeply to be parsed or take too long.
func flatten(s string) Document {
	w := &htmlLayout{}
	z := html.NewTokenizer(strings.NewReader(s))
	skip := atom.Atom(0)
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.end()
			return Document{Text: w.b.String(), Blocks: w.blocks}
		case html.TextToken:
			if skip == 0 {
				w.words(html.UnescapeString(string(z.Raw())))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); a {
			case atom.Script, atom.Style, atom.Noscript, atom.Title, atom.Template:
				if skip == 0 {
					skip = a
				}
			case atom.P, atom.Div, atom.Li, atom.Br, atom.Tr, atom.Blockquote, atom.Section, atom.Article, atom.Table, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
				w.end()
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); a {
			case skip:
				skip = 0
			case atom.P, atom.Div, atom.Li, atom.Tr, atom.Blockquote, atom.Section, atom.Article, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
				w.end()
			}
		}
	}
}
