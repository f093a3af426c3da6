package timex

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-project/dateline/data"
)

// classID numbers what a pattern may ask of one token: that it is a word of a
// class, "{month}", or one word, "ago". Class 0 is held by no token.
type classID uint16

// symbolID numbers a set of classes. Every token has one symbol, so that the
// automaton takes one step a token.
type symbolID uint16

const (
	symbolNone symbolID = 0 // of no class
	symbolWord symbolID = 1 // a word that the language does not name: only {word}
)

// anyWord is the class of words that the language does not name.
const anyWord = "{word}"

// grammar is a language, compiled. It is not changed once made.
type grammar struct {
	lang    *data.Language
	words   wordTable
	numbers numberTable
	symbols [][]classID // classes of each symbol, sorted
	cues    []cue       // what each symbol says about tense
	trade   []bool      // which symbols are words of business; nil when the language lists none
	rules   []rule
	nfa     []state
	start   []int32 // states before the first token, sorted
	periods []data.Period
	endings map[cue][]string
	// classes in which a number stands for something else than itself
	numberValues map[classID]bool
}

// rule is a data.Rule, compiled, or a named period.
type rule struct {
	name     string
	op       op
	set      [slotTotal]string
	fixed    []slot // those of set that are set, in order
	patterns []*node
	guards   []guard
	period   int  // index into grammar.periods, -1
	holiday  bool // a named day of every year
}

type guard struct {
	after, not, glued bool
	classes           []classID
	endings           []string // or a word that the language does not name, with one of these ends
	none              bool     // nothing stands there: start or end of the block
}

// state is a state of the nondeterministic automaton: one edge that consumes a
// token, or any number that do not, or the end of a pattern of a rule.
type state struct {
	class classID
	glued bool
	next  int32   // after the token; -1 when the state has no such edge
	free  []int32 // without a token
	rule  int32   // -1, or the rule that ends here
}

type compiler struct {
	lang    *data.Language
	classes map[string]classID
	used    map[string]bool
	symbols map[string]symbolID
	g       *grammar
}

var (
	compiledMu sync.Mutex
	compiled   = map[*data.Language]func() (*grammar, error){}
)

// compile returns the grammar of a language, made on first use.
func compile(lang *data.Language) (*grammar, error) {
	compiledMu.Lock()
	once := compiled[lang]
	if once == nil {
		once = sync.OnceValues(func() (*grammar, error) { return newGrammar(lang) })
		compiled[lang] = once
	}
	compiledMu.Unlock()
	return once()
}

func newGrammar(lang *data.Language) (*grammar, error) {
	c := &compiler{
		lang: lang, classes: map[string]classID{"": 0}, used: map[string]bool{},
		symbols: map[string]symbolID{},
		g:       &grammar{lang: lang, symbols: [][]classID{nil}, endings: map[cue][]string{}, numberValues: map[classID]bool{}},
	}
	c.symbol([]classID{c.class(anyWord)}) // symbolWord
	for _, r := range lang.Rules {
		if err := c.rule(r); err != nil {
			return nil, err
		}
	}
	if err := c.periods(); err != nil {
		return nil, err
	}
	if err := c.words(); err != nil {
		return nil, err
	}
	c.g.start = c.g.closure(nil, 0)
	return c.g, nil
}

// class returns the number of a class, making it on first use. A literal that
// starts with a capital is another class than the same word without.
func (c *compiler) class(name string) classID {
	id, ok := c.classes[name]
	if !ok {
		id = classID(len(c.classes))
		c.classes[name] = id
	}
	return id
}

func (c *compiler) rule(r data.Rule) error {
	fail := func(line int, format string, args ...any) error {
		return fmt.Errorf("lang/%s.txt:%d: %s", c.lang.Tag, line, fmt.Sprintf(format, args...))
	}
	compiled := rule{name: r.Name, period: -1}
	var ok bool
	if compiled.op, ok = opNames[r.Op]; !ok {
		return fail(r.Line, "no such kind of rule: %q", r.Op)
	}
	for name, value := range r.Set {
		s := slotNames[name]
		if s == slotNone {
			return fail(r.Line, "no slot %q", name)
		}
		compiled.set[s] = value
		compiled.fixed = append(compiled.fixed, s)
	}
	slices.Sort(compiled.fixed)
	for _, dg := range r.Guards {
		g := guard{after: dg.After, not: dg.Not, glued: dg.Glued}
		for _, name := range dg.Classes {
			if name == "^" {
				g.none = true
				continue
			}
			if ending, ok := strings.CutPrefix(name, "*"); ok && ending != "" {
				g.endings = append(g.endings, ending)
				continue
			}
			if strings.HasPrefix(name, "{") {
				c.used[name] = true
			}
			g.classes = append(g.classes, c.class(name))
		}
		compiled.guards = append(compiled.guards, g)
	}
	for _, p := range r.Patterns {
		n, err := c.parsePattern(p, 0, false)
		if err != nil {
			return err
		}
		compiled.patterns = append(compiled.patterns, n)
	}
	c.addRule(compiled)
	return nil
}

func (c *compiler) addRule(r rule) {
	if len(c.g.nfa) == 0 {
		c.g.newState() // the start, which only leads on
	}
	index := int32(len(c.g.rules))
	c.g.rules = append(c.g.rules, r)
	for _, p := range r.patterns {
		end := c.g.newState()
		c.g.nfa[end].rule = index
		entry := c.g.build(p, end)
		c.g.nfa[0].free = append(c.g.nfa[0].free, entry)
	}
}

func (g *grammar) newState() int32 {
	g.nfa = append(g.nfa, state{next: -1, rule: -1})
	return int32(len(g.nfa) - 1)
}

// build adds states for n that lead on to exit, and returns the first.
func (g *grammar) build(n *node, exit int32) int32 {
	switch n.kind {
	case atomNode:
		s := g.newState()
		g.nfa[s].class, g.nfa[s].glued, g.nfa[s].next = n.class, n.glued, exit
		return s
	case seqNode:
		for _, kid := range slices.Backward(n.kids) {
			exit = g.build(kid, exit)
		}
		return exit
	case spanNode:
		return g.build(n.kids[0], exit)
	}
	s := g.newState()
	switch n.kind {
	case manyNode:
		entry := g.build(n.kids[0], s)
		g.nfa[s].free = append(g.nfa[s].free, entry, exit)
	case optNode:
		entry := g.build(n.kids[0], exit)
		g.nfa[s].free = append(g.nfa[s].free, entry, exit)
	default:
		for _, kid := range n.kids {
			entry := g.build(kid, exit)
			g.nfa[s].free = append(g.nfa[s].free, entry)
		}
	}
	return s
}

// closure adds to set the states that s leads to without a token, and sorts it.
func (g *grammar) closure(set []int32, s int32) []int32 {
	todo := []int32{s}
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if slices.Contains(set, s) {
			continue
		}
		set = append(set, s)
		todo = append(todo, g.nfa[s].free...)
	}
	slices.Sort(set)
	return set
}
