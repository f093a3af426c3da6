package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/dateline-project/dateline/events/edtf"
)

// NameError is returned for a name that does not lead to one event.
type NameError struct {
	Name       string
	Candidates []*Event // what may be meant, the most likely first; at most mostCandidates
	Matches    int      // events that the name fits; 0 when the candidates fit only part of it
}

// mostCandidates is how many events a NameError lists.
const mostCandidates = 10

// Error says what is wrong with the name, and does not list the candidates.
func (e *NameError) Error() string {
	if e.Matches > 0 {
		return fmt.Sprintf("%q fits %d events", e.Name, e.Matches)
	}
	return fmt.Sprintf("no event has the id or the words %q", e.Name)
}

// Event returns the event that a name means: one with that id, else the only
// one whose id begins with it, else the only one that all its words tell of.
// Words are those of kind, places and date ("missile strike Ganja 17 October"),
// and, if no event has all of them there, of those who did it or were harmed,
// of figures and of the triggers; case, accents and order do not count, and a
// word of four letters may be the beginning of a longer one. The error is a
// *NameError.
func (f *Finder) Event(name string) (*Event, error) {
	if i, ok := f.index[name]; ok {
		return &f.g.Events[i], nil
	}
	if found := f.prefixed(name); len(found) > 0 {
		return one(name, found)
	}
	words, known := nameWords(name), knownWords{}
	var main, all, some []*Event
	best := 1
	for i := range f.g.Events {
		e := &f.g.Events[i]
		first := known.of(e)
		n := matching(words, first)
		if n == len(words) && n > 0 {
			main = append(main, e)
			continue
		}
		if len(main) > 0 { // another name for it only counts when no event has this one
			continue
		}
		n = matching(words, append(first, f.moreWords(e, known)...))
		switch {
		case n == len(words) && n > 0:
			all = append(all, e)
		case n > best:
			best, some = n, append(some[:0], e)
		case n == best:
			some = append(some, e)
		}
	}
	switch {
	case len(main) > 0:
		return one(name, main)
	case len(all) > 0:
		return one(name, all)
	}
	err := &NameError{Name: name}
	err.Candidates = heaviest(some)
	return nil, err
}

func one(name string, found []*Event) (*Event, error) {
	if len(found) == 1 {
		return found[0], nil
	}
	return nil, &NameError{Name: name, Matches: len(found), Candidates: heaviest(found)}
}

func heaviest(found []*Event) []*Event {
	slices.SortStableFunc(found, func(a, b *Event) int { return cmp.Compare(b.Weight, a.Weight) })
	return found[:min(len(found), mostCandidates)]
}

// prefixed returns the events whose id begins with s.
func (f *Finder) prefixed(s string) []*Event {
	var out []*Event
	for i := range f.g.Events {
		if len(s) > 1 && strings.HasPrefix(f.g.Events[i].ID, s) {
			out = append(out, &f.g.Events[i])
		}
	}
	return out
}

// nameWords returns the words of a name, folded, each once; numbers without
// leading zeros.
func nameWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(foldName(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if n, err := strconv.Atoi(w); err == nil {
			w = strconv.Itoa(n)
		}
		if !english().asked[w] && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// knownWords holds the words of the names met so far: a graph has few kinds and
// places, and each of them many times.
type knownWords map[string][]string

func (k knownWords) in(name string) []string {
	w, ok := k[name]
	if !ok {
		w = nameWords(name)
		k[name] = w
	}
	return w
}

// of returns the words of an event's kind, places and date.
func (k knownWords) of(e *Event) []string {
	out := append(slices.Clone(k.in(e.Label)), k.in(e.Kind)...)
	for i := range e.Places {
		out = append(out, k.in(e.Places[i].Name)...)
		for _, n := range e.Places[i].Names {
			out = append(out, k.in(n)...)
		}
	}
	if e.When.EDTF == "" {
		return out
	}
	for _, d := range []edtf.Day{e.When.Earliest, e.When.Latest} {
		if d == edtf.Open {
			continue
		}
		year, month, day := d.Date()
		out = append(out, strconv.Itoa(year))
		if e.When.Latest-e.When.Earliest <= 31 {
			name := strings.ToLower(time.Month(month).String())
			out = append(out, name, name[:3], strconv.Itoa(month))
		}
		if e.When.Latest-e.When.Earliest <= 6 {
			out = append(out, strconv.Itoa(day))
		}
	}
	return out
}

// moreWords returns the words of who did an event and who was harmed, of its
// figures, its modality and the triggers of its reports.
func (f *Finder) moreWords(e *Event, k knownWords) []string {
	var out []string
	for _, n := range actorNames(e) {
		out = append(out, k.in(n)...)
	}
	for _, x := range e.Figures {
		out = append(append(out, k.in(x.Measure)...), k.in(x.Population)...)
		out = append(out, strconv.FormatInt(x.Low, 10))
		if x.Best != nil {
			out = append(out, strconv.FormatInt(*x.Best, 10))
		}
	}
	out = append(out, string(e.Modality))
	for _, id := range e.Reports[:min(len(e.Reports), 64)] {
		if r := f.Report(id); r != nil {
			out = append(out, k.in(r.Trigger.Text)...)
		}
	}
	return out
}

// matching returns how many words are among others or, unless they are
// numbers, begin one of them.
func matching(words, others []string) int {
	n := 0
	for _, w := range words {
		prefix := len(w) >= 4 && (w[0] < '0' || w[0] > '9')
		single := strings.TrimSuffix(w, "s")
		if slices.ContainsFunc(others, func(o string) bool {
			return o == w || prefix && (o == single || strings.HasPrefix(o, w))
		}) {
			n++
		}
	}
	return n
}
