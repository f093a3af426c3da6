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

// dictionary is the words of a language as they are collected, each with the
// classes that it is of.
type dictionary struct {
	*compiler
	fold   func(string) string
	forms  map[string]*classes // by lower case
	order  []string            // of forms, so that symbols are numbered alike in every run
	values map[valueKey]wordValue
}

// classes are those of a form however it is written, and those that it has only with a capital.
type classes struct{ any, upper []classID }

// words makes the dictionary, from the word lists and from the words that
// patterns name themselves.
func (c *compiler) words() error {
	d := &dictionary{compiler: c, fold: foldOf(c.lang), forms: map[string]*classes{}, values: map[valueKey]wordValue{}}
	if err := d.addLists(); err != nil {
		return err
	}
	if err := d.checkUsed(); err != nil {
		return err
	}
	d.addLiterals()
	table := newWordTable(len(d.order))
	for _, lower := range d.order {
		f := d.forms[lower]
		table.put(lower, wordEntry{any: c.symbol(slices.Clone(f.any)), upper: c.symbol(append(slices.Clone(f.any), f.upper...))})
	}
	table.values, table.fold, table.dotless = d.values, d.fold, dotless(c.lang)
	c.g.words = table
	c.g.numbers = newNumberTable(c, d.numbers())
	c.markTrade()
	c.markCues()
	return nil
}

// add enters a form with one of its classes.
func (d *dictionary) add(form string, id classID, value wordValue) {
	lower := d.fold(form)
	f := d.forms[lower]
	if f == nil {
		f = &classes{}
		d.forms[lower] = f
		d.order = append(d.order, lower)
	}
	if startsUpper(form) {
		f.upper = append(f.upper, id)
	} else {
		f.any = append(f.any, id)
	}
	if _, ok := d.values[valueKey{lower, id}]; !ok {
		d.values[valueKey{lower, id}] = value
	}
}

// addLists enters the word lists, and the endings among them.
func (d *dictionary) addLists() error {
	for _, w := range d.lang.Words {
		id := d.class("{" + w.Name + "}")
		for _, word := range w.Words {
			if ending, ok := strings.CutPrefix(word.Form, "*"); ok {
				k, ok := cueNames[w.Name]
				if !ok {
					return fmt.Errorf("lang/%s.txt:%d: only words of tense may be endings: %s", d.lang.Tag, w.Line, word.Form)
				}
				d.g.endings[k] = append(d.g.endings[k], ending)
				continue
			}
			value, err := parseValue(word.Value)
			if err != nil {
				return fmt.Errorf("lang/%s.txt:%d: %s: %w", d.lang.Tag, w.Line, word.Form, err)
			}
			d.add(word.Form, id, value)
			if isDigit(word.Form[0]) && word.Form != word.Value {
				d.g.numberValues[id] = true
			}
		}
	}
	return nil
}

// checkUsed reports a list of words that a pattern uses and the language lacks.
func (d *dictionary) checkUsed() error {
	known := map[string]bool{anyWord: true}
	for _, name := range numberClasses {
		known["{"+name+"}"] = true
	}
	for _, w := range d.lang.Words {
		known["{"+w.Name+"}"] = true
	}
	for name := range d.used {
		if !known[name] {
			return fmt.Errorf("lang/%s.txt: a pattern uses %s, but there is no such list of words", d.lang.Tag, name)
		}
	}
	return nil
}

// addLiterals enters the words that patterns name themselves.
func (d *dictionary) addLiterals() {
	var literals []string
	for name := range d.classes {
		if name != "" && !strings.HasPrefix(name, "{") {
			literals = append(literals, name)
		}
	}
	slices.Sort(literals)
	for _, name := range literals {
		d.add(name, d.classes[name], wordValue{text: name})
	}
}

// numbers returns the classes of the forms that are numbers, "9" of "9 / 11".
func (d *dictionary) numbers() map[string][]classID {
	m := map[string][]classID{}
	for form, f := range d.forms {
		if form != "" && isDigit(form[0]) {
			m[form] = f.any
		}
	}
	return m
}

// markTrade notes which symbols are words of business, if the language lists any.
func (c *compiler) markTrade() {
	id, ok := c.classes["{business}"]
	if !ok {
		return
	}
	c.g.trade = make([]bool, len(c.g.symbols))
	for i, set := range c.g.symbols {
		c.g.trade[i] = slices.Contains(set, id)
	}
}

// markCues notes what each symbol says about tense.
func (c *compiler) markCues() {
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

func startsUpper(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r) || unicode.IsTitle(r)
	}
	return false
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }
