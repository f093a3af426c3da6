package source

import (
	"net/url"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// outlet finds who sent the text in the sentences that name their agency:
// "BAKU (Reuters) - ...", "..., APA reports.", and then in the address.
func (p *page) outlet() {
	d := p.d
	paragraphs := 0
	for i := 0; i < len(d.Blocks) && paragraphs < 3 && d.Outlet == ""; i++ {
		b := d.Blocks[i]
		if b.Role != text.Body || b.Len() < 40 {
			continue
		}
		paragraphs++
		d.Outlet = agencyAtStart(p.s[b.Start : b.Start+min(b.Len(), 120)])
		if d.Outlet == "" {
			d.Outlet = agencyAtEnd(p.s[max(b.Start, b.End-80):b.End])
		}
	}
	if d.Outlet == "" {
		d.Outlet = hostOf(d.URL)
	}
}

// agencyAtStart reads the agency of a dateline: "BAKU, Oct 4 (Reuters) - The ...".
func agencyAtStart(s string) string {
	open := strings.IndexByte(s, '(')
	if open < 2 || open > 60 {
		return ""
	}
	end := strings.IndexByte(s[open:], ')')
	if end < 0 {
		return ""
	}
	rest := strings.TrimLeft(s[open+end+1:], " \u00a0")
	if !strings.HasPrefix(rest, "-") && !strings.HasPrefix(rest, "–") && !strings.HasPrefix(rest, "—") {
		return ""
	}
	place := strings.Fields(s[:open])
	if len(place) > 10 || !isName(place[0]) {
		return ""
	}
	name := strings.Fields(s[open+1 : open+end])
	if len(name) == 0 || len(name) > 3 || !allNames(name) {
		return ""
	}
	return strings.Join(name, " ")
}

// agencyAtEnd reads the agency that a paragraph ends with: ", APA reports.",
// "– Trend informs".
func agencyAtEnd(s string) string {
	words := strings.Fields(strings.TrimRight(s, ". \u00a0"))
	n := len(words)
	if n < 3 {
		return ""
	}
	switch words[n-1] {
	case "reports", "reported", "informs", "informed", "report":
	default:
		return ""
	}
	const most = 4
	for k := n - 2; k >= 0 && k >= n-2-most; k-- {
		if w := words[k]; strings.HasSuffix(w, ",") || w == "-" || w == "–" || w == "—" {
			name := words[k+1 : n-1]
			for len(name) > 0 && !isName(name[0]) && particles.has(name[0]) {
				name = name[1:]
			}
			for len(name) > 0 && !isName(name[len(name)-1]) { // "Trend news agency"
				name = name[:len(name)-1]
			}
			if len(name) == 0 || !allNames(name) {
				return ""
			}
			return strings.Join(name, " ")
		}
		if strings.HasSuffix(words[k], ".") && k < n-2 {
			return ""
		}
	}
	return ""
}

// hostOf returns the host of an address without "www.", "" when it has none.
func hostOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// readKeys reads the metadata lines that open a text: "outlet: ...",
// "synthetic: true". The first line that is none ends them, but for blank lines.
func readKeys(d *Document) {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Role == text.Metadata && b.Len() > 0 {
			continue
		}
		key, value := keyLine(d.Text[b.Start:min(b.End, b.Start+2*longestHeadline)])
		if b.Role != text.Body || key == "" || b.Len() > 2*longestHeadline {
			return
		}
		b.Role = text.Metadata
		d.set(key, value)
	}
}

// keyLine splits a metadata line; key is "" when the line is none.
func keyLine(line string) (key, value string) {
	i := strings.IndexByte(line, ':')
	if i < 2 || i > 24 {
		return "", ""
	}
	key = strings.ToLower(strings.TrimSpace(line[:i]))
	if !publicationWords().keys.has(key) {
		return "", ""
	}
	return key, strings.Trim(strings.TrimSpace(line[i+1:]), `"`)
}

// set takes one value of a document's own metadata into the field that its key
// means, if that is still empty. Keys are those of front matter, of metadata
// lines and of JSON, in lower case without "-" and "_".
func (d *Document) set(key, value string) {
	fill := func(field *string) {
		if *field == "" {
			*field = strings.ToValidUTF8(strings.TrimSpace(value), "\uFFFD")
		}
	}
	switch key {
	case "title", "headline":
		fill(&d.Title)
	case "outlet", "source", "publisher", "site", "sitename", "website", "newspaper", "agency":
		if u := hostOf(value); u != "" {
			fill(&d.URL)
			value = u
		}
		fill(&d.Outlet)
	case "author", "authors", "byline", "by", "writer", "reporter":
		fill(&d.Author)
	case "url", "link", "canonical", "canonicalurl", "permalink":
		fill(&d.URL)
	case "language", "lang", "locale":
		if d.Language == "" {
			d.Language = languageTag(value)
		}
	case "synthetic":
		d.Synthetic = d.Synthetic || strings.EqualFold(value, "true") || strings.EqualFold(value, "yes")
	case "date", "published", "posted", "pubdate", "publisheddate", "publicationdate", "datepublished", "publishedat", "publishdate", "issued", "dct":
		if value != "" {
			d.setPublished(value)
		}
	}
}
