package timex

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/dateline-project/dateline/data"
)

// node is a pattern as a tree. Patterns are small, and macros are written out
// in full, so that a tree can be walked with no other state.
type node struct {
	kind nodeKind
	kids []*node // of a sequence or a choice; one for the others
	// of an atom:
	class classID
	slot  slot // slotNone: not kept
	glued bool // no white space before the token
}

type nodeKind uint8

const (
	atomNode   nodeKind = iota
	seqNode             // all kids in order
	choiceNode          // one of the kids
	optNode             // the kid or nothing
	manyNode            // the kid any number of times, or never
	spanNode            // the kid is an expression of its own: "< ... >"
)

// patternParser reads the notation that the head of data/lang/en.txt describes.
type patternParser struct {
	c     *compiler
	s     string
	i     int
	depth int
}

// maxDepth bounds how deep macros and parentheses may be nested, so that a
// macro that names itself is an error and not a crash.
const maxDepth = 24

func (c *compiler) parsePattern(p data.Pattern, depth int, glued bool) (*node, error) {
	pp := patternParser{c: c, s: p.Text, depth: depth}
	n, err := pp.choice(glued)
	if err == nil && pp.i < len(pp.s) {
		err = fmt.Errorf("unexpected %q", pp.s[pp.i:])
	}
	if err != nil {
		return nil, fmt.Errorf("lang/%s.txt:%d: %w", c.lang.Tag, p.Line, err)
	}
	return n, nil
}

func (p *patternParser) skip() (space bool) {
	for p.i < len(p.s) && (p.s[p.i] == ' ' || p.s[p.i] == '\t') {
		p.i++
		space = true
	}
	return space
}

// choice reads alternatives; the first atom of each is glued if glued is set.
func (p *patternParser) choice(glued bool) (*node, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, fmt.Errorf("nested too deep, or a macro that names itself")
	}
	defer func() { p.depth-- }()
	n := &node{kind: choiceNode}
	for {
		kid, err := p.sequence(glued)
		if err != nil {
			return nil, err
		}
		n.kids = append(n.kids, kid)
		if p.i == len(p.s) || p.s[p.i] != '|' {
			break
		}
		p.i++
	}
	if len(n.kids) == 1 {
		return n.kids[0], nil
	}
	return n, nil
}

func (p *patternParser) sequence(glued bool) (*node, error) {
	n := &node{kind: seqNode}
	first := true
	for {
		space := p.skip()
		if p.i == len(p.s) || strings.IndexByte("|)>", p.s[p.i]) >= 0 {
			break
		}
		g := !space
		if first {
			g = glued
		}
		kid, err := p.item(g)
		if err != nil {
			return nil, err
		}
		n.kids = append(n.kids, kid)
		first = false
	}
	if len(n.kids) == 0 {
		return nil, fmt.Errorf("an empty alternative; write ( ... )? for what may be missing")
	}
	return n, nil
}

func (p *patternParser) item(glued bool) (n *node, err error) {
	switch c := p.s[p.i]; c {
	case '(', '<':
		p.i++
		if n, err = p.choice(glued); err != nil {
			return nil, err
		}
		close := byte(')')
		if c == '<' {
			close, n = '>', &node{kind: spanNode, kids: []*node{n}}
		}
		if p.i == len(p.s) || p.s[p.i] != close {
			return nil, fmt.Errorf("%c without %c", c, close)
		}
		p.i++
	case '{':
		name, rest, ok := strings.Cut(p.s[p.i+1:], "}")
		if !ok {
			return nil, fmt.Errorf("{ without }")
		}
		p.i = len(p.s) - len(rest)
		class, as, renamed := strings.Cut(name, ":")
		if !renamed {
			as = class
		}
		n = &node{class: p.c.class("{" + class + "}"), slot: slotNames[as], glued: glued}
		if renamed && n.slot == slotNone {
			return nil, fmt.Errorf("no slot %q", as)
		}
		p.c.used["{"+class+"}"] = true
	case '@':
		start := p.i + 1
		for p.i++; p.i < len(p.s) && (p.s[p.i] == '-' || isLetter(p.s[p.i])); p.i++ {
		}
		if n, err = p.macro(p.s[start:p.i], glued); err != nil {
			return nil, err
		}
	default:
		if c == '\\' {
			p.i++
		}
		word := p.literal()
		if len(word) > 2 && isDigit(word[0]) {
			return nil, fmt.Errorf("%s: a number of more than two digits; use a class", word)
		}
		n = &node{class: p.c.class(word), glued: glued}
	}
	for p.i < len(p.s) {
		switch p.s[p.i] {
		case '?':
			n = &node{kind: optNode, kids: []*node{n}}
		case '*':
			n = &node{kind: manyNode, kids: []*node{n}}
		default:
			return n, nil
		}
		p.i++
	}
	return n, nil
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// literal reads a word, a number or one other character, as tokens are made.
func (p *patternParser) literal() string {
	_, size, kind := nextToken(p.s[p.i:])
	start := p.i
	p.i += size
	for p.i < len(p.s) && kind != 0 {
		_, n, k := nextToken(p.s[p.i:])
		if k != kind {
			break
		}
		p.i += n
	}
	return p.s[start:p.i]
}

// nextToken returns the first character of s and whether it is part of a word
// (1), of a number (2) or stands alone (0).
func nextToken(s string) (r rune, size, kind int) {
	r, size = utf8.DecodeRuneInString(s)
	switch {
	case '0' <= r && r <= '9':
		return r, size, 2
	case r < utf8.RuneSelf && isLetter(byte(r)), r >= utf8.RuneSelf && isWordRune(r):
		return r, size, 1
	}
	return r, size, 0
}

func (p *patternParser) macro(name string, glued bool) (*node, error) {
	for _, m := range p.c.lang.Macros {
		if m.Name != name {
			continue
		}
		n := &node{kind: choiceNode}
		for _, alternative := range m.Patterns {
			kid, err := p.c.parsePattern(alternative, p.depth+1, glued)
			if err != nil {
				return nil, err
			}
			n.kids = append(n.kids, kid)
		}
		return n, nil
	}
	return nil, fmt.Errorf("no macro %q", name)
}
