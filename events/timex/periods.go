package timex

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/data"
)

// periods adds a rule for each named period: its names, word by word.
func (c *compiler) periods() error {
	all, err := data.Periods()
	if err != nil {
		return err
	}
	c.g.periods = all
	for i, p := range all {
		r := rule{name: "period:" + p.ID, op: opPeriod, period: i}
		yearly := false
		if p.Feast != "" {
			if _, ok := feast(p.Feast, 2021); !ok {
				return fmt.Errorf("periods: %s: no rule %q", p.ID, p.Feast)
			}
			r.op, r.period, r.holiday = opDate, -1, true
			r.set[slotFeast], r.fixed = p.Feast, []slot{slotFeast}
			yearly = true
		} else if rest, ok := strings.CutPrefix(p.EDTF, "XXXX-"); ok {
			// A day of every year is read as its month and day are.
			r.op, r.period, r.holiday = opDate, -1, true
			m, d, _ := strings.Cut(rest, "-")
			r.set[slotMonth], r.set[slotDay] = strings.TrimPrefix(m, "0"), strings.TrimPrefix(d, "0")
			r.fixed = []slot{slotMonth, slotDay}
			yearly = true
		}
		if g, ok := c.namedGuard(); ok {
			r.guards = []guard{g}
		}
		for _, name := range p.Names {
			var notation []string
			for _, w := range strings.Fields(name) {
				notation = append(notation, quote(w))
			}
			if c.hasMacro("THE") {
				notation = append([]string{"@THE?"}, notation...)
			}
			if yearly && c.hasMacro("SHIFT") {
				notation = append([]string{"@SHIFT?"}, notation...)
			}
			if yearly && c.hasMacro("OF-YEAR") {
				notation = append(notation, "@OF-YEAR?")
			}
			n, err := c.parsePattern(data.Pattern{Text: strings.Join(notation, " "), Line: p.Line}, 0, false)
			if err != nil {
				return fmt.Errorf("periods: %s: %w", p.ID, err)
			}
			r.patterns = append(r.patterns, n)
		}
		c.addRule(r)
	}
	return nil
}

// quote writes a word so that a pattern takes it as it is.
func quote(w string) string {
	var b strings.Builder
	for _, c := range w {
		if strings.ContainsRune(`|()<>{}@?*\`, c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// namedGuard returns the guard that names of periods have, if the language has
// one: a name is a time after "during" or "since", and else what a text is
// about ("Vietnam War veterans").
func (c *compiler) namedGuard() (guard, bool) {
	const class = "period-preposition"
	ok := slices.ContainsFunc(c.lang.Words, func(w data.WordClass) bool { return w.Name == class })
	return guard{after: true, classes: []classID{c.class("{" + class + "}")}}, ok
}

func (c *compiler) hasMacro(name string) bool {
	return slices.ContainsFunc(c.lang.Macros, func(m data.Macro) bool { return m.Name == name })
}
