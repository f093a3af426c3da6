package source

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageHead is what a page declares of itself in meta elements, JSON-LD and links.
type pageHead struct {
	title, author, url, site, language string
	published, publishedBy             string // a date as written, and the name of the declaration
	synthetic                          bool
}

// publishedNames are the meta elements that state the date of publication,
// the most reliable first.
var publishedNames = []string{"article:published_time", "og:article:published_time", "datepublished", "og:published_time", "citation_publication_date", "citation_date",
	"dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "pubdate",
	"published", "publication_date", "cxenseparse:recs:publishtime", "dc.date", "date"}

// readHead reads the declarations of a page.
func readHead(root *html.Node) pageHead {
	var h pageHead
	meta := make(map[string]string)
	set := func(key, value string) {
		if _, twice := meta[key]; !twice && value != "" && len(value) <= 1000 {
			meta[key] = value
		}
	}
	var data []string
	walkNodes(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		switch n.DataAtom {
		case atom.Html:
			h.language = attr(n, "lang")
		case atom.Meta:
			content := strings.TrimSpace(attr(n, "content"))
			for _, key := range []string{"property", "name", "itemprop"} {
				if name := attr(n, key); name != "" {
					set(strings.ToLower(name), content)
				}
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				set("canonical", attr(n, "href"))
			}
		case atom.Time:
			if attr(n, "pubdate") != "" || strings.EqualFold(attr(n, "itemprop"), "datePublished") || hasAttr(n, "pubdate") {
				set("time", attr(n, "datetime"))
			}
		case atom.Title:
			if n.FirstChild != nil && n.Parent != nil && n.Parent.DataAtom == atom.Head {
				set("<title>", strings.TrimSpace(n.FirstChild.Data))
			}
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && n.FirstChild != nil && len(data) < 8 {
				data = append(data, n.FirstChild.Data)
			}
		}
		return true
	})
	h.title = firstOf(meta["og:title"], meta["<title>"])
	h.site = firstOf(meta["og:site_name"], meta["citation_journal_title"], meta["application-name"], meta["publisher"])
	h.url = firstOf(meta["canonical"], meta["og:url"])
	h.author = firstOf(meta["author"], meta["article:author"], meta["citation_author"], meta["dc.creator"])
	if hostOf(h.url) == "" {
		h.url = ""
	}
	if strings.Contains(h.author, "://") {
		h.author = ""
	}
	h.synthetic = strings.EqualFold(meta["synthetic"], "true") || strings.EqualFold(meta["synthetic"], "yes")
	for _, name := range publishedNames {
		if value := meta[name]; value != "" && isDateValue(value) {
			h.published, h.publishedBy = value, name
			break
		}
	}
	for _, s := range data {
		readLinkedData(s, &h)
	}
	if h.published == "" && isDateValue(meta["time"]) {
		h.published, h.publishedBy = meta["time"], "time"
	}
	return h
}

func isDateValue(s string) bool {
	var d Document
	return s != "" && d.setPublished(s) && len(d.Published) >= len("2020-10-04")
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// readLinkedData reads the date, author and publisher of an article in JSON-LD.
func readLinkedData(s string, h *pageHead) {
	var v any
	if len(s) > 1<<20 || json.Unmarshal([]byte(s), &v) != nil {
		return
	}
	visitObjects(v, 0, func(o map[string]any) {
		kind, _ := o["@type"].(string)
		if list, ok := o["@type"].([]any); ok && len(list) > 0 {
			kind, _ = list[0].(string)
		}
		if !strings.Contains(kind, "Article") && !strings.Contains(kind, "Posting") && !strings.Contains(kind, "Report") {
			return
		}
		if date, _ := o["datePublished"].(string); h.published == "" && isDateValue(date) {
			h.published, h.publishedBy = date, "datePublished"
		}
		if h.author == "" {
			h.author = nameOf(o["author"])
		}
		if h.site == "" {
			h.site = nameOf(o["publisher"])
		}
	})
}

// visitObjects calls f for the objects of a JSON value, arrays and graphs included.
func visitObjects(v any, depth int, f func(map[string]any)) {
	const deepest = 4
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			visitObjects(e, depth+1, f)
		}
	case map[string]any:
		f(v)
		visitObjects(v["@graph"], depth+1, f)
	}
}

// nameOf returns the name of a person or organisation in JSON-LD.
func nameOf(v any) string {
	switch v := v.(type) {
	case string:
		if strings.Contains(v, "://") {
			return ""
		}
		return firstOf(v)
	case map[string]any:
		return nameOf(v["name"])
	case []any:
		var names []string
		for _, e := range v {
			if n := nameOf(e); n != "" && len(names) < 8 {
				names = append(names, n)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}
