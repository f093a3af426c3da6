package source

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/dateline-project/dateline/events/text"
)

// Front matter beyond this size, or that takes longer to parse, is not read.
const (
	longestMatter = 1 << 20
	matterTimeout = 5 * time.Second
)

// frontMatter returns the span of the YAML between "---" lines that opens a
// file, and where the text after it begins. ok is false when there is none.
func frontMatter(s string) (yaml text.Span, after int, ok bool) {
	start := 0
	if strings.HasPrefix(s, "\ufeff") {
		start = len("\ufeff")
	}
	end, next := lineEnd(s, start)
	if strings.TrimRight(s[start:end], " \t") != "---" {
		return text.Span{}, 0, false
	}
	for from := next; from < len(s); {
		end, after := lineEnd(s, from)
		if mark := strings.TrimRight(s[from:end], " \t"); mark == "---" || mark == "..." {
			return text.Span{Start: next, End: from}, after, true
		}
		if from-next > longestMatter {
			break
		}
		from = after
	}
	return text.Span{}, 0, false
}

// opensMatter reports whether a file begins like front matter: a "---" line and
// at once a key. A "---" before a text is a rule.
func opensMatter(s string) bool {
	s = strings.TrimPrefix(s, "\ufeff")
	end, next := lineEnd(s, 0)
	if strings.TrimRight(s[:end], " \t") != "---" {
		return false
	}
	end, _ = lineEnd(s, next)
	key, value, colon := strings.Cut(s[next:end], ":")
	return colon && key != "" && !strings.ContainsAny(key, " \t") && (value == "" || value[0] == ' ' || value[0] == '\t')
}

// matterKeys are the keys of front matter that are read, folded as by
// foldKey, the most telling first.
var matterKeys = []string{"published", "pubdate", "publisheddate", "publicationdate", "datepublished", "publishedat", "publishdate", "date", "issued",
	"title", "headline", "outlet", "source", "publisher", "sitename", "site", "website", "newspaper", "agency",
	"author", "authors", "byline", "url", "canonicalurl", "canonical", "link", "permalink", "language", "lang", "locale", "synthetic"}

// readFrontMatter takes the top-level values of front matter that say where a
// document is from. Only the syntax tree is built and aliases stay what they
// are, so that no input unfolds to more than it is.
func readFrontMatter(in *Input, d *Document, yaml string) {
	values, err := guard(matterTimeout, func() (map[string]string, error) { return topLevel(yaml) })
	if err != nil {
		line := 1
		in.Warn(line, 0, "the front matter is no valid YAML and was not read: %s", clip(firstLine(err.Error())))
	}
	for _, key := range matterKeys {
		value, stated := values[key]
		if !stated || value == "" {
			continue
		}
		before := d.Published
		d.set(key, value)
		if isDateKey(key) && before == "" && d.Published == "" {
			in.Warn(1, 0, "the publication date %q is no date that can be read: state it as YYYY-MM-DD", clip(value))
		}
		if isDateKey(key) && before == "" && d.Published != "" {
			d.PublishedBasis = key + ": " + clip(value)
		}
	}
}

func isDateKey(key string) bool {
	return strings.Contains(key, "pub") && key != "publisher" || key == "date" || key == "issued"
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// topLevel returns the scalar values of the top level of a YAML mapping, and
// the scalars of its lists joined by commas. Keys are folded by foldKey; what is
// nested under one that is not read is left out.
func topLevel(yaml string) (map[string]string, error) {
	yaml = withoutNested(yaml)
	if depth := yamlDepth(yaml); depth > 200 {
		return nil, fmt.Errorf("nested %d levels deep", depth)
	}
	file, err := parser.ParseBytes([]byte(yaml), 0)
	if err != nil {
		return nil, err
	}
	values := make(map[string]string)
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return values, nil
	}
	var pairs []*ast.MappingValueNode
	switch body := file.Docs[0].Body.(type) {
	case *ast.MappingNode:
		pairs = body.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{body}
	}
	for _, pair := range pairs {
		key := foldKey(scalarOf(pair.Key))
		if _, twice := values[key]; !twice {
			values[key] = scalarOf(pair.Value)
		}
	}
	return values, nil
}

// foldKey returns a key in lower case without "-", "_" and blanks.
func foldKey(key string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' {
			return -1
		}
		return r
	}, strings.ToLower(key))
}

// withoutNested returns a block mapping without the mappings and lists nested
// under keys that are not read, such as an infobox, which may be most of it.
func withoutNested(yaml string) string {
	var kept strings.Builder
	left := false
	for line := range strings.Lines(yaml) {
		if !strings.ContainsRune(" \t\r\n-#", rune(line[0])) { // these go on with the entry before
			key, value, colon := strings.Cut(line, ":")
			left = colon && strings.TrimSpace(value) == "" && !slices.Contains(matterKeys, foldKey(key)) && isPlainKey(key)
		}
		if !left {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

// isPlainKey reports whether a key needs no quotes and is no sign of YAML.
func isPlainKey(key string) bool {
	for _, c := range key {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_' && c != '-' && c != ' ' {
			return false
		}
	}
	return true
}

// yamlDepth returns an upper bound of how deeply a YAML text is nested: the
// deepest indentation in steps of one, and brackets.
func yamlDepth(yaml string) int {
	deepest, brackets := 0, 0
	for line := range strings.Lines(yaml) {
		indent := len(line) - len(strings.TrimLeft(line, " -?"))
		for _, c := range line {
			switch c {
			case '[', '{':
				brackets++
			case ']', '}':
				brackets = max(0, brackets-1)
			}
			deepest = max(deepest, brackets+indent/2)
		}
	}
	return deepest
}

// scalarOf returns a scalar as a string; "" for mappings, aliases and null.
func scalarOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value)
	case *ast.SequenceNode:
		var parts []string
		for _, v := range n.Values {
			if s := scalarOf(v); s != "" && len(parts) < 16 {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case *ast.MappingNode:
		for _, pair := range n.Values { // author: {name: ...}
			if scalarOf(pair.Key) == "name" {
				return scalarOf(pair.Value)
			}
		}
	case *ast.TagNode:
		return scalarOf(n.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value
	}
	return ""
}
