package graph

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
)

// matcher tells which events of one graph a filter wants.
type matcher struct {
	f              Filter
	since, until   edtf.Day
	places, actors *namePatterns
	outlets        *namePatterns
	ids            map[string]bool // nil for any
	outletsOf      map[string][]string
}

func newMatcher(g *Graph, f Filter) *matcher {
	m := &matcher{f: f, since: edtf.Open, until: edtf.Open, places: newPatterns(f.Places), actors: newPatterns(f.Actors), outlets: newPatterns(f.Outlets)}
	m.since, _ = f.Since.Bounds()
	_, m.until = f.Until.Bounds()
	if len(f.Events) > 0 {
		m.ids = make(map[string]bool, len(f.Events))
		for _, id := range f.Events {
			m.ids[id] = true
		}
	}
	if len(f.Outlets) > 0 {
		m.outletsOf = g.outletsOf()
	}
	return m
}

// outletsOf returns the outlets that report each event.
func (g *Graph) outletsOf() map[string][]string {
	of := make(map[string]string, len(g.Documents))
	for i := range g.Documents {
		of[g.Documents[i].ID] = g.Documents[i].Outlet
	}
	outlets := make(map[string][]string, len(g.Events))
	for i := range g.Reports {
		r := &g.Reports[i]
		if o := of[r.Document]; o != "" && !slices.Contains(outlets[r.Event], o) {
			outlets[r.Event] = append(outlets[r.Event], o)
		}
	}
	return outlets
}

func (m *matcher) wants(e *Event) bool {
	f := &m.f
	return m.inRange(&e.When) &&
		(len(f.Kinds) == 0 || slices.Contains(f.Kinds, e.Kind)) &&
		(len(f.Modalities) == 0 || slices.Contains(f.Modalities, e.Modality)) &&
		(!f.Disputed || e.Disputed()) &&
		(m.ids == nil || m.ids[e.ID]) &&
		(m.places.none() || slices.ContainsFunc(e.Places, m.atPlace)) &&
		(m.actors.none() || slices.ContainsFunc(e.Actors, m.isActor) || slices.ContainsFunc(e.Targets, m.isActor)) &&
		(m.outlets.none() || slices.ContainsFunc(m.outletsOf[e.ID], m.outlets.match))
}

func (m *matcher) inRange(w *events.When) bool {
	if m.since == edtf.Open && m.until == edtf.Open {
		return true
	}
	if w.Earliest == edtf.Open && w.Latest == edtf.Open {
		return false
	}
	return (m.since == edtf.Open || w.Latest == edtf.Open || w.Latest >= m.since) &&
		(m.until == edtf.Open || w.Earliest == edtf.Open || w.Earliest <= m.until)
}

func (m *matcher) atPlace(p events.Place) bool {
	return m.places.match(p.Name) || p.ID != "" && slices.Contains(m.f.Places, p.ID) || slices.ContainsFunc(p.Names, m.places.match) ||
		len(p.Names) > 1 && m.places.match(strings.Join(p.Names, " / "))
}

func (m *matcher) isActor(a events.Actor) bool { return m.actors.match(a.Name) }

// namePatterns matches names against patterns, each distinct name once.
type namePatterns struct {
	patterns [][]string // each cut at its stars, folded
	seen     map[string]bool
}

func newPatterns(names []string) *namePatterns {
	p := &namePatterns{seen: map[string]bool{}}
	for _, n := range names {
		p.patterns = append(p.patterns, strings.Split(foldName(n), "*"))
	}
	return p
}

func (p *namePatterns) none() bool { return len(p.patterns) == 0 }

func (p *namePatterns) match(name string) bool {
	ok, known := p.seen[name]
	if !known {
		folded := foldName(name)
		ok = slices.ContainsFunc(p.patterns, func(parts []string) bool { return matchParts(parts, folded) })
		p.seen[name] = ok
	}
	return ok
}

// matchParts reports whether s is the parts with anything between them.
func matchParts(parts []string, s string) bool {
	last := len(parts) - 1
	if last == 0 {
		return s == parts[0]
	}
	s, ok := strings.CutPrefix(s, parts[0])
	if !ok {
		return false
	}
	for _, part := range parts[1:last] {
		at := strings.Index(s, part)
		if at < 0 {
			return false
		}
		s = s[at+len(part):]
	}
	return strings.HasSuffix(s, parts[last])
}

// foldName returns s without case, accents and white space around it, so that
// a name typed on another keyboard is the same name.
func foldName(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	plain := true
	for i := 0; i < len(s); i++ {
		plain = plain && s[i] < 0x80
	}
	if plain {
		return strings.ToLower(s)
	}
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s))
	// "İ" gives an "i" and a dot above, and only then is it without accents.
	return strings.ToLower(s)
}
