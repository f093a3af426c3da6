package data

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed lang/*.txt
var langFiles embed.FS

// Language holds what one file of lang/ says: the words of time and the
// patterns made of them. Package timex compiles it. The format is described at
// the head of lang/en.txt.
type Language struct {
	Tag       string // the file's name, a BCP 47 tag: "en"
	Name      string // the language's own name
	VerbsLast bool   // the verb ends its clause, so that a date's verb stands behind it
	Published string // publication date that examples without one of their own are read with, EDTF
	Words     []WordClass
	Macros    []Macro
	Rules     []Rule
}

// WordClass is a named set of words, each with a value.
type WordClass struct {
	Name  string
	Words []Word
	Line  int
}

// Word is one form and what it stands for. A form that starts with a capital
// stands only for words that do; any other form for every case.
type Word struct{ Form, Value string }

// Macro is a named pattern that other patterns use as @NAME.
type Macro struct {
	Name     string
	Patterns []Pattern // alternatives
}

// Pattern is one line of a rule or a macro, not yet compiled.
type Pattern struct {
	Text string
	Line int
}

// Rule says which runs of tokens are an expression of time, and what it means.
type Rule struct {
	Name     string
	Op       string            // what kind of expression it is; package timex knows the list
	Set      map[string]string // slots the rule fills whatever the words are
	Patterns []Pattern         // alternatives
	Guards   []Guard           // all must hold
	Examples []Example
	Line     int
}

// Guard is a condition on the token next to a match: one of Classes must (or,
// when Not is set, must not) be there.
type Guard struct {
	After, Not bool     // After: the token before the match; else the one behind it
	Glued      bool     // only when no white space stands between
	Classes    []string // "{class}", a word, or a punctuation character
	Line       int
}

// Example is a sentence that a rule must read as it says; a test walks them all.
type Example struct {
	Text      string // without the brackets
	Published string // "" for the file's
	Spans     [][2]int
	Want      []string // EDTF or TIMEX3 value of each span
	Negative  bool     // no expression at all may be found in Text
	Line      int
}

var languages = sync.OnceValues(func() (map[string]*Language, error) {
	entries, err := langFiles.ReadDir("lang")
	if err != nil {
		return nil, err
	}
	all := map[string]*Language{}
	for _, e := range entries {
		tag := strings.TrimSuffix(e.Name(), ".txt")
		text, err := langFiles.ReadFile(path.Join("lang", e.Name()))
		if err != nil {
			return nil, err
		}
		if all[tag], err = ParseLanguage(tag, string(text)); err != nil {
			return nil, err
		}
	}
	return all, nil
})

// Languages returns the tags of the languages there are, sorted.
func Languages() []string {
	all, _ := languages()
	tags := make([]string, 0, len(all))
	for tag := range all {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	return tags
}

// LoadLanguage returns a language by its tag. It is parsed on first use and
// shared: callers must not change it. An unknown tag is an error.
func LoadLanguage(tag string) (*Language, error) {
	all, err := languages()
	if err != nil {
		return nil, err
	}
	if l := all[tag]; l != nil {
		return l, nil
	}
	return nil, fmt.Errorf("no language %q; there are %s", tag, strings.Join(Languages(), ", "))
}

// langParser reads a language file line by line; at most one of class, macro
// and rule is the section that lines belong to.
type langParser struct {
	lang  *Language
	file  string
	line  int
	class *WordClass
	macro *Macro
	rule  *Rule
	seen  map[string]int // "rule x" -> line
}

// ParseLanguage reads the text of a language file. Errors begin with
// lang/TAG.txt:LINE.
func ParseLanguage(tag, text string) (*Language, error) {
	p := langParser{lang: &Language{Tag: tag}, file: "lang/" + tag + ".txt", seen: map[string]int{}}
	for line := range strings.Lines(text) {
		p.line++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := p.read(line); err != nil {
			return nil, err
		}
	}
	p.flush()
	if p.lang.Name == "" || len(p.lang.Rules) == 0 {
		return nil, p.errorf("no language line, or no rule")
	}
	return p.lang, nil
}

func (p *langParser) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", p.file, p.line, fmt.Sprintf(format, args...))
}

func (p *langParser) flush() {
	switch {
	case p.class != nil:
		p.lang.Words = append(p.lang.Words, *p.class)
	case p.macro != nil:
		p.lang.Macros = append(p.lang.Macros, *p.macro)
	case p.rule != nil:
		p.lang.Rules = append(p.lang.Rules, *p.rule)
	}
	p.class, p.macro, p.rule = nil, nil, nil
}

func (p *langParser) read(line string) error {
	keyword, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	switch keyword {
	case "language":
		p.lang.Name = rest
		return nil
	case "published":
		p.lang.Published = rest
		return nil
	case "verbs":
		if rest != "last" {
			return p.errorf("verbs may only be last")
		}
		p.lang.VerbsLast = true
		return nil
	case "words", "let", "rule":
		p.flush()
		fields := strings.Fields(rest)
		if len(fields) == 0 {
			return p.errorf("%s needs a name", keyword)
		}
		key := keyword + " " + fields[0]
		if before := p.seen[key]; before != 0 {
			return p.errorf("%s was already given in line %d", key, before)
		}
		p.seen[key] = p.line
		switch keyword {
		case "words":
			p.class = &WordClass{Name: fields[0], Line: p.line}
		case "let":
			p.macro = &Macro{Name: fields[0]}
		default:
			return p.startRule(fields)
		}
		return nil
	}
	switch {
	case p.class != nil:
		return p.readWords(line)
	case p.macro != nil:
		p.macro.Patterns = append(p.macro.Patterns, Pattern{line, p.line})
		return nil
	case p.rule != nil:
		return p.readRule(keyword, rest, line)
	}
	return p.errorf("expected language, published, verbs, words, let or rule")
}

func (p *langParser) startRule(fields []string) error {
	if len(fields) < 2 {
		return p.errorf("rule needs a name and what it is")
	}
	p.rule = &Rule{Name: fields[0], Op: fields[1], Set: map[string]string{}, Line: p.line}
	for _, f := range fields[2:] {
		slot, value, ok := strings.Cut(f, "=")
		if !ok {
			return p.errorf("expected slot=value, not %q", f)
		}
		p.rule.Set[slot] = value
	}
	return nil
}

func (p *langParser) readWords(line string) error {
	forms, value, ok := strings.Cut(line, "=")
	value = strings.TrimSpace(value)
	for _, f := range strings.Fields(forms) {
		expanded, err := expand(f)
		if err != nil {
			return p.errorf("%v", err)
		}
		for _, form := range expanded {
			v := value
			if !ok {
				v = form
			}
			p.class.Words = append(p.class.Words, Word{form, v})
		}
	}
	return nil
}

// expand writes out one pair of braces: "январ{ь,я,е}" is three forms.
func expand(form string) ([]string, error) {
	head, rest, ok := strings.Cut(form, "{")
	if !ok {
		return []string{form}, nil
	}
	endings, tail, ok := strings.Cut(rest, "}")
	if !ok || strings.ContainsAny(tail, "{}") {
		return nil, fmt.Errorf("%s: one pair of braces at most", form)
	}
	var all []string
	for e := range strings.SplitSeq(endings, ",") {
		all = append(all, head+e+tail)
	}
	return all, nil
}

func (p *langParser) readRule(keyword, rest, line string) error {
	guard := Guard{Line: p.line}
	switch strings.TrimSuffix(keyword, "-glued") {
	case "+", "-":
		e, err := p.example(rest, keyword == "-")
		p.rule.Examples = append(p.rule.Examples, e)
		return err
	case "after":
		guard.After = true
	case "before":
	case "not-after":
		guard.After, guard.Not = true, true
	case "not-before":
		guard.Not = true
	default:
		p.rule.Patterns = append(p.rule.Patterns, Pattern{line, p.line})
		return nil
	}
	guard.Glued = strings.HasSuffix(keyword, "-glued")
	guard.Classes = strings.Fields(rest)
	p.rule.Guards = append(p.rule.Guards, guard)
	return nil
}

// example reads "text with [spans] = value; value", with "(date) " before it
// for a publication date of its own and "(?) " for an unknown one.
func (p *langParser) example(s string, negative bool) (Example, error) {
	e := Example{Negative: negative, Line: p.line}
	if strings.HasPrefix(s, "(") {
		if date, rest, ok := strings.Cut(s[1:], ") "); ok {
			e.Published, s = date, rest
		}
	}
	if !negative {
		i := strings.LastIndex(s, "] ")
		i = max(i, 0)
		j := strings.LastIndex(s, " = ")
		if j < i {
			return e, p.errorf("an example ends in = and a value for each span")
		}
		for v := range strings.SplitSeq(s[j+3:], ";") {
			e.Want = append(e.Want, strings.TrimSpace(v))
		}
		s = s[:j]
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '[' && !negative:
			e.Spans = append(e.Spans, [2]int{b.Len(), -1})
		case s[i] == ']' && !negative:
			if len(e.Spans) == 0 || e.Spans[len(e.Spans)-1][1] >= 0 {
				return e, p.errorf("] without [")
			}
			e.Spans[len(e.Spans)-1][1] = b.Len()
		case strings.HasPrefix(s[i:], `\n`):
			b.WriteByte('\n')
			i++
		default:
			b.WriteByte(s[i])
		}
	}
	e.Text = b.String()
	if len(e.Spans) != len(e.Want) {
		return e, p.errorf("%d spans and %d values", len(e.Spans), len(e.Want))
	}
	return e, nil
}
