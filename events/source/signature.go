package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/text"
)

// signature finds the names that end a text: a lone name, and the offices and
// organisations under it.
func (p *page) signature() {
	blocks := p.d.Blocks
	const most = 6
	seen := 0
	var names []int
	for i := len(blocks) - 1; i >= max(p.tailStart, 1) && seen < most; i-- {
		if blocks[i].Role == text.Furniture || blocks[i].Role == text.Metadata {
			continue
		}
		if blocks[i].Role != text.Body {
			break
		}
		if _, bullet := p.bullet(i); bullet || !p.isSignature(i) {
			break
		}
		seen++
		names = append(names, i)
	}
	if len(names) == 0 || len(names) == most {
		return // nothing, or a list of names that the text gives
	}
	first := names[len(names)-1]
	if !p.after(first) {
		return
	}
	for _, i := range names {
		blocks[i].Role = text.Metadata
	}
	if words := strings.Fields(p.line(first)); isPerson(words) {
		p.author(strings.Trim(strings.Join(words, " "), ",.()"))
	}
	for k := len(names) - 1; k >= 0 && p.d.Outlet == ""; k-- {
		p.d.Outlet = acronymIn(p.line(names[k]))
	}
}

// after reports whether running text stands before block i.
func (p *page) after(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if b := p.d.Blocks[k]; b.Role == text.Body {
			return endsSentence(p.s[b.Start:b.End]) || b.Len() > longestPhrase
		}
	}
	return false
}

// isSignature reports whether a line of the tail is a name, or the office of
// somebody who signs.
func (p *page) isSignature(i int) bool {
	line := p.line(i)
	words := strings.Fields(line)
	if len(line) > 160 || len(words) == 0 || len(words) > 18 {
		return false
	}
	if isPerson(words) {
		return true
	}
	office := publicationWords().offices.has(letters(words[0])) || acronymIn(line) != ""
	capitals := 0
	for _, w := range words {
		if isName(w) || particles.has(letters(w)) || letters(w) == "" {
			capitals++
		}
	}
	return office && capitals*10 >= len(words)*8
}

// isPerson reports whether words are a lone name of two to five parts.
func isPerson(words []string) bool {
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	capitals := 0
	for _, w := range words {
		bare := strings.Trim(w, ",()")
		initial := strings.HasSuffix(bare, ".") && utf8.RuneCountInString(bare) <= 3
		switch {
		case strings.ContainsAny(bare, "0123456789@/:!?\"“”") || strings.Contains(bare, ".") && !initial:
			return false
		case isName(bare):
			capitals++
		case !particles.has(bare):
			return false
		}
	}
	return capitals >= 2
}

// acronymIn returns the acronym in brackets that ends a line: "( MAPIM ).".
func acronymIn(line string) string {
	t := strings.TrimRight(line, ". ")
	open := strings.LastIndexByte(t, '(')
	if open < 0 || !strings.HasSuffix(t, ")") {
		return ""
	}
	name := strings.TrimSpace(t[open+1 : len(t)-1])
	if len(name) < 2 || len(name) > 12 {
		return ""
	}
	upper := 0
	for _, r := range name {
		switch {
		case unicode.IsUpper(r):
			upper++
		case r != '-' && !unicode.IsLower(r):
			return ""
		}
	}
	if upper*2 < len(name) {
		return ""
	}
	return name
}
