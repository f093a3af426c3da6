package graph

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
)

// A condition is one of a filter as options of the command line say it.
type condition struct {
	option string // without dashes
	values []string
}

// conditions returns those that f sets, in the order of the help text.
func (f *Filter) conditions() []condition {
	date := func(v edtf.Value) []string {
		if v.IsZero() {
			return nil
		}
		return []string{v.String()}
	}
	flag := func(set bool) []string {
		if !set {
			return nil
		}
		return []string{""}
	}
	var modalities []string
	for _, m := range f.Modalities {
		modalities = append(modalities, string(m))
	}
	var top []string
	if f.Top > 0 {
		top = []string{strconv.Itoa(f.Top)}
	}
	all := []condition{
		{"since", date(f.Since)}, {"until", date(f.Until)}, {"kind", f.Kinds}, {"place", f.Places}, {"actor", f.Actors},
		{"outlet", f.Outlets}, {"modality", modalities}, {"disputed", flag(f.Disputed)}, {"event", f.Events}, {"top", top},
	}
	return slices.DeleteFunc(all, func(c condition) bool { return len(c.values) == 0 })
}

// Args returns f as arguments of the command line, which give it again:
// "--since", "2020-10", "--kind", "shelling". It is empty for the filter that
// wants all. A value is not quoted for any shell.
func (f *Filter) Args() []string {
	var args []string
	for _, c := range f.conditions() {
		for _, v := range c.values {
			args = append(args, "--"+c.option)
			if v != "" {
				args = append(args, v)
			}
		}
	}
	return args
}

// String returns f as a POSIX shell reads it, "" for the filter that wants all.
func (f *Filter) String() string {
	args := f.Args()
	for i, a := range args {
		args[i] = shellWord(a)
	}
	return strings.Join(args, " ")
}

// shellWord quotes s for a POSIX shell where it needs that.
func shellWord(s string) string {
	plain := func(r rune) bool {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("-_./:,+@%", r)
	}
	if s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !plain(r) }) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// Check returns an error for the first name or id of f that no event of g has,
// naming some that are like it: a name with a slip in it would otherwise give
// an empty result that looks like a finding. It is nil when every one is
// known, even if no event meets all conditions together, and does not look at
// kinds, of which a graph may lack any.
func (f *Filter) Check(g *Graph) error {
	m := newMatcher(g, Filter{Outlets: f.Outlets})
	for _, c := range []struct {
		what   string
		values []string
		match  func(*matcher, *Event) bool
		names  func(*Event) []string
	}{
		{"place", f.Places, func(m *matcher, e *Event) bool { return slices.ContainsFunc(e.Places, m.atPlace) }, placeNames},
		{"actor", f.Actors, func(m *matcher, e *Event) bool {
			return slices.ContainsFunc(e.Actors, m.isActor) || slices.ContainsFunc(e.Targets, m.isActor)
		}, actorNames},
		{"outlet", f.Outlets, func(m *matcher, e *Event) bool { return slices.ContainsFunc(m.outletsOf[e.ID], m.outlets.match) },
			func(e *Event) []string { return m.outletsOf[e.ID] }},
		{"id", f.Events, nil, func(e *Event) []string { return []string{e.ID} }},
	} {
		if len(c.values) == 0 {
			continue
		}
		known := map[string]bool{}
		var names []string // once each, as the events have them
		for i := range g.Events {
			for _, n := range c.names(&g.Events[i]) {
				if !known[n] {
					known[n] = true
					names = append(names, n)
				}
			}
		}
		for _, v := range c.values {
			found := known[v]
			if !found && c.match != nil {
				one := &matcher{f: Filter{Places: []string{v}}, places: newPatterns([]string{v}), actors: newPatterns([]string{v}),
					outlets: newPatterns([]string{v}), outletsOf: m.outletsOf}
				found = slices.ContainsFunc(g.Events, func(e Event) bool { return c.match(one, &e) })
			}
			if !found {
				return fmt.Errorf("no event has the %s %q%s", c.what, v, suggest(v, names))
			}
		}
	}
	return nil
}

// suggest lists a few of the names that are like v: those that hold it, or a
// word of it.
func suggest(v string, names []string) string {
	v = strings.ReplaceAll(foldName(v), "*", "")
	holds := func(part string) []string {
		var out []string
		for _, n := range names {
			if part != "" && strings.Contains(foldName(n), part) {
				out = append(out, strconv.Quote(n))
			}
		}
		return out
	}
	like := holds(v)
	for _, w := range strings.Fields(v) {
		if len(like) == 0 && len(w) > 3 {
			like = holds(w)
		}
	}
	if len(like) == 0 {
		return ""
	}
	const most = 6
	more := ""
	if len(like) > most {
		like, more = like[:most], ", ..."
	}
	return "; there is " + strings.Join(like, ", ") + more
}

func placeNames(e *Event) []string {
	var out []string
	for i := range e.Places {
		out = append(append(out, e.Places[i].Name), e.Places[i].Names...)
	}
	return out
}

func actorNames(e *Event) []string {
	var out []string
	for _, list := range [][]events.Actor{e.Actors, e.Targets} {
		for i := range list {
			out = append(out, list[i].Name)
		}
	}
	return out
}
