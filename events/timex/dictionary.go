package timex

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-project/dateline/data"
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
	values := map[valueKey]wordValue{}
	fold := foldOf(c.lang)
	add := func(form string, id classID, value wordValue) {
		lower := fold(form)
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
			value, err := parseValue(word.Value)
			if err != nil {
				return fmt.Errorf("lang/%s.txt:%d: %s: %w", c.lang.Tag, w.Line, word.Form, err)
			}
			add(word.Form, id, value)
			if '0' <= word.Form[0] && word.Form[0] <= '9' && word.Form != word.Value {
				c.g.numberValues[id] = true
			}
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
		add(name, c.classes[name], wordValue{text: name})
	}
	table := newWordTable(len(order))
	for _, lower := range order {
		f := forms[lower]
		table.put(lower, wordEntry{any: c.symbol(slices.Clone(f.any)), upper: c.symbol(append(slices.Clone(f.any), f.upper...))})
	}
	table.values, table.fold, table.dotless = values, fold, dotless(c.lang)
	c.g.words = table
	c.g.numbers = newNumberTable(c, forms2(forms, func(f *classes) []classID { return f.any }))
	if id := c.class("{business}"); known["{business}"] {
		c.g.trade = make([]bool, len(c.g.symbols))
		for i, set := range c.g.symbols {
			c.g.trade[i] = slices.Contains(set, id)
		}
	}
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

// wordValue is what a word stands for: the value of the slot of its class, and
// of further slots that it fills by itself ("fortnight" may be two weeks).
type wordValue struct {
	text string
	more []filling // their numbers are not read yet
}

// parseValue reads "value slot:value slot:value".
func parseValue(s string) (v wordValue, err error) {
	fields := strings.Fields(s)
	if len(fields) < 2 {
		return wordValue{text: s}, nil
	}
	v.text = fields[0]
	for _, f := range fields[1:] {
		name, value, _ := strings.Cut(f, ":")
		if slotNames[name] == slotNone || value == "" {
			return v, fmt.Errorf("%q is no slot:value", f)
		}
		v.more = append(v.more, filling{text: value, slot: slotNames[name]})
	}
	return v, nil
}

// dotless reports whether a language tells i without a dot from i, so that I
// is the capital of the former.
func dotless(lang *data.Language) bool {
	for _, w := range lang.Words {
		for _, word := range w.Words {
			if strings.ContainsRune(word.Form, 'ı') {
				return true
			}
		}
	}
	return false
}

// foldOf returns what gives the lower case of a word of a language.
func foldOf(lang *data.Language) func(string) string {
	if dotless(lang) {
		return func(s string) string { return strings.ToLowerSpecial(unicode.AzeriCase, s) }
	}
	return strings.ToLower
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
