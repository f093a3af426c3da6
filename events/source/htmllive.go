package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/dateline-project/dateline/events/text"
)

// fewestTimes is how many times of day make a page a live report.
const fewestTimes = 3

// showTimes puts the time of day of each entry of a live report before it as a
// paragraph, and the day where it changes: the elements that hold them, which
// may say "3h ago" alone, are left out with what stands around a text.
func showTimes(root *html.Node) {
	var times []*html.Node
	var stamps []absolute
	var clocks []clock
	walkNodes(root, func(n *html.Node) bool {
		if n.DataAtom != atom.Time {
			return true
		}
		stated := attr(n, "datetime")
		tokens := text.AppendTokens(nil, stated)
		dates := findDates(stated, tokens, false)
		at, ok := findClock(stated, tokens, dates)
		if shown := textOf(n); len(dates) == 1 && ok && len(shown) <= markReach && !fullYear.MatchString(shown) && !hasMonth(shown) {
			if shownTokens := text.AppendTokens(nil, shown); clockTime.MatchString(shown) {
				if c, ok := findClock(shown, shownTokens, nil); ok {
					at = c // that of the place that the page speaks of
				}
			}
			times, stamps, clocks = append(times, n), append(stamps, dates[0]), append(clocks, at)
		}
		return false
	})
	if len(times) < fewestTimes {
		return
	}
	day := ""
	for i, n := range times {
		if s := stamps[i].String(); s != day {
			day = s
			addParagraph(n, day)
		}
		addParagraph(n, clocks[i].String()[1:len("T00:00")])
	}
}

// textOf returns the text of a node and all below it.
func textOf(n *html.Node) string {
	var b strings.Builder
	walkNodes(n, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		return true
	})
	return strings.TrimSpace(b.String())
}

// addParagraph puts a paragraph before n.
func addParagraph(n *html.Node, s string) {
	p := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
	p.AppendChild(&html.Node{Type: html.TextNode, Data: s})
	n.Parent.InsertBefore(p, n)
}

// hasMonth reports whether a line names a month.
func hasMonth(line string) bool {
	for _, t := range text.AppendTokens(nil, line) {
		if monthNames()[strings.ToLower(t.Text(line))] > 0 {
			return true
		}
	}
	return false
}
