package export

import (
	"fmt"
	"io"
	"strings"

	"github.com/dateline-project/dateline/graph"
)

// Markdown writes a chronicle: a paragraph an event under headings of years,
// with footnotes as Pandoc, GitHub and others read them.
func Markdown(w io.Writer, g *graph.Graph, opt Options) ([]Left, error) {
	c := newChronicle(g, opt)
	p := newPrinter(w)
	p.print("# ", mdText(c.title), "\n")
	for _, s := range c.about {
		p.print("\n", mdText(s), "\n")
	}
	for e := range c.entries {
		if e.Heading != "" {
			p.print("\n## ", mdText(e.Heading), "\n")
		}
		heading := mdText(e.Title)
		if e.Told {
			heading = "*" + heading + "*"
		}
		p.print("\n**", mdText(e.Date), "** — ", heading, ". ", mdText(capital(e.Summary)), ".")
		for _, s := range e.Differ {
			p.print(" ", mdText(s), ".")
		}
		if e.Quote != "" {
			p.print(" “", mdText(e.Quote), "”")
		}
		for _, n := range e.Notes {
			p.print(fmt.Sprintf("[^%d]", n.Number))
		}
		p.print("\n")
		for _, n := range e.Notes {
			p.print(fmt.Sprintf("\n[^%d]: ", n.Number), mdText(n.Before))
			if n.Outlet != "" {
				p.print("*", mdText(n.Outlet), "*")
			}
			p.print(mdText(n.After))
			if n.URL != "" {
				p.print(", <", n.URL, ">")
			}
			p.print(".", mdText(n.rest()), "\n")
		}
	}
	return nil, p.flush()
}

// rest is what a note says after its citation.
func (n *footnote) rest() string {
	s := ""
	if n.Copy != "" {
		s += " A copy of " + n.Copy + "."
	}
	if n.Speaker != "" {
		s += " Attributed to " + n.Speaker + "."
	}
	for _, q := range n.Quotes {
		s += " “" + q + "”"
	}
	return s
}

// mdText escapes what CommonMark and its common extensions give a meaning to
// within a line. It is never written at the start of a line that could make a
// list or a heading of it.
func mdText(s string) string {
	if !strings.ContainsAny(s, "\\`*_{}[]<>()#!|~^$&@:\"") {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '^', '$', '&', '{', '}', '@':
			b.WriteByte('\\')
		case '!':
			if strings.HasPrefix(s[i:], "![") {
				b.WriteByte('\\')
			}
		case ':': // an address would become a link
			if strings.HasPrefix(s[i:], "://") {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}
