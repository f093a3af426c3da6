package timex

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// symbol returns the number of a set of classes, making it on first use.
func (c *compiler) symbol(classes []classID) symbolID {
	slices.Sort(classes)
	classes = slices.Compact(classes)
	key := fmt.Sprint(classes)
	if len(classes) == 0 {
		return 0
	}
	id, ok := c.symbols[key]
	if !ok {
		id = symbolID(len(c.g.symbols))
		c.symbols[key] = id
		c.g.symbols = append(c.g.symbols, classes)
	}
	return id
}

// words makes the dictionary, from the word lists and from the words that
// patterns name themselves.
func (c *compiler) words() error {
	type classes struct{ any, upper []classID }
	forms := map[string]*classes{}
	var order []string // of forms, so that symbols are numbered alike in every run
	values := map[valueKey]string{}
	add := func(form string, id classID, value string) {
		lower := strings.ToLower(form)
		f := forms[lower]
		if f == nil {
			f = &classes{}
			forms[lower] = f
			order = append(order, lower)
		}
		if startsUpper(form) {
			f.upper = append(f.upper, id)
		} else {
			f.any = append(f.any, id)
		}
		if _, ok := values[valueKey{lower, id}]; !ok {
			values[valueKey{lower, id}] = value
		}
	}
	known := map[string]bool{anyWord: true}
	for _, name := range numberClasses {
		known["{"+name+"}"] = true
	}
	for _, w := range c.lang.Words {
		known["{"+w.Name+"}"] = true
		id := c.class("{" + w.Name + "}")
		for _, word := range w.Words {
			if ending, ok := strings.CutPrefix(word.Form, "*"); ok {
				k, ok := cueNames[w.Name]
				if !ok {
					return fmt.Errorf("lang/%s.txt:%d: only words of tense may be endings: %s", c.lang.Tag, w.Line, word.Form)
				}
				c.g.endings[k] = append(c.g.endings[k], ending)
				continue
			}
			add(word.Form, id, word.Value)
		}
	}
	for name := range c.used {
		if !known[name] {
			return fmt.Errorf("lang/%s.txt: a pattern uses %s, but there is no such list of words", c.lang.Tag, name)
		}
	}
	var literals []string
	for name := range c.classes {
		if name != "" && !strings.HasPrefix(name, "{") {
			literals = append(literals, name)
		}
	}
	slices.Sort(literals)
	for _, name := range literals {
		add(name, c.classes[name], name)
	}
	table := newWordTable(len(order))
	for _, lower := range order {
		f := forms[lower]
		table.put(lower, wordEntry{any: c.symbol(slices.Clone(f.any)), upper: c.symbol(append(slices.Clone(f.any), f.upper...))})
	}
	table.values = values
	c.g.words = table
	c.g.numbers = newNumberTable(c, forms2(forms, func(f *classes) []classID { return f.any }))
	c.g.cues = make([]cue, len(c.g.symbols))
	for i, set := range c.g.symbols {
		if slices.Contains(set, c.class("{month}")) {
			continue // May is no verb
		}
		for name, k := range cueNames {
			if id, ok := c.classes["{"+name+"}"]; ok && slices.Contains(set, id) {
				c.g.cues[i] |= k
			}
		}
	}
	return nil
}

// forms2 returns the classes of the forms that are numbers, "9" of "9 / 11".
func forms2[T any](forms map[string]T, classes func(T) []classID) map[string][]classID {
	m := map[string][]classID{}
	for form, f := range forms {
		if form != "" && '0' <= form[0] && form[0] <= '9' {
			m[form] = classes(f)
		}
	}
	return m
}

func startsUpper(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r) || unicode.IsTitle(r)
	}
	return false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }
