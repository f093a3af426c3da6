package graph

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/data"
)

// maxKinds bounds the kinds of one graph; a later kind counts as the last one.
const maxKinds = 128

// A kindSet is a set of kinds by their number.
type kindSet [maxKinds / 64]uint64

// anyKind holds every kind.
var anyKind = kindSet{math.MaxUint64, math.MaxUint64}

func (s *kindSet) add(k uint8)      { s[k>>6] |= 1 << (k & 63) }
func (s *kindSet) remove(k uint8)   { s[k>>6] &^= 1 << (k & 63) }
func (s *kindSet) has(k uint8) bool { return s[k>>6]>>(k&63)&1 == 1 }
func (s *kindSet) within(o *kindSet) bool {
	for i := range s {
		if s[i]&^o[i] != 0 {
			return false
		}
	}
	return true
}
func (s *kindSet) join(o *kindSet) {
	for i := range s {
		s[i] |= o[i]
	}
}
func (s *kindSet) cut(o *kindSet) {
	for i := range s {
		s[i] &= o[i]
	}
}

// otherKind is the kind of what fits no other.
const otherKind = "other"

// A kindTable numbers the kinds that occur and holds which are alike.
type kindTable struct {
	number    map[string]uint8
	ids       []string
	labels    map[string]string
	alike     [maxKinds]kindSet
	decisive  [][]string // as in data.Tellings
	other     uint8
	speech    kindSet // somebody says something: one event a speaker and day
	effect    kindSet // as the traits of data
	single    kindSet // data.Once
	spread    kindSet // data.Widespread
	aftermath kindSet
	vague     kindSet
	broad     kindSet
	pledge    kindSet
	grave     kindSet // what people are hurt by, with its effects
	harm      kindSet // the same with its aftermath: told on for months
}

// newKindTable returns the table of kinds. With nil kinds have the traits of the
// program's own and labels made from their ids.
func newKindTable(kinds []data.Kind) *kindTable {
	t := &kindTable{number: map[string]uint8{}, labels: map[string]string{}}
	for _, k := range kinds {
		t.labels[k.ID] = k.Label
	}
	if kinds == nil {
		kinds, _ = data.Kinds() // a program whose own kinds cannot be read has read no report either
	}
	for _, k := range kinds {
		if k.Spoken {
			t.speech.add(t.of(k.ID))
		}
	}
	t.other = t.of(otherKind) // before the other kinds, which are alike to it
	t.readTellings(kinds)
	for _, s := range []struct {
		trait data.Traits
		set   *kindSet
	}{
		{data.Effect, &t.effect}, {data.Once, &t.single}, {data.Widespread, &t.spread}, {data.Aftermath, &t.aftermath},
		{data.Broad, &t.broad}, {data.Vague, &t.vague}, {data.Pledge, &t.pledge}, {data.Effect | data.Grave, &t.grave},
	} {
		for _, k := range kinds {
			if k.Traits.Has(s.trait) {
				s.set.add(t.of(k.ID))
			}
		}
	}
	for _, k := range kinds {
		if k.Traits.Has(data.Toll) {
			t.grave.join(&t.alike[t.of(k.ID)])
		}
	}
	t.grave.remove(t.other)
	t.harm = t.grave
	t.harm.join(&t.aftermath)
	return t
}

// readTellings fills in which kinds are alike, and which decides.
func (t *kindTable) readTellings(kinds []data.Kind) {
	tellings, err := data.KindTellings()
	if err != nil {
		return // likewise
	}
	t.decisive = tellings.Decisive
	named := map[string]bool{}
	for _, line := range tellings.Alike {
		for _, id := range line {
			named[id] = true
			t.pair(t.of(line[0]), t.of(id))
		}
	}
	t.joinSubEvents(kinds, named)
}

func (t *kindTable) pair(a, b uint8) {
	t.alike[a].add(b)
	t.alike[b].add(a)
}

// overruled returns 1 if one of kinds says better than kind what a happening was
// that is told as both, else 0.
func (t *kindTable) overruled(kind string, kinds []string) int {
	for _, line := range t.decisive {
		if i := slices.Index(line, kind); i >= 0 && slices.ContainsFunc(kinds, func(k string) bool { return slices.Index(line, k) > i }) {
			return 1
		}
	}
	return 0
}

// joinSubEvents makes a kind that no telling names, as a user's own, like those
// of the same ACLED sub-event: a car driven into a crowd, "Attack", may be told
// as an attack. Sub-events that say nothing of what happened join none.
func (t *kindTable) joinSubEvents(kinds []data.Kind, named map[string]bool) {
	for _, k := range kinds {
		switch k.ACLED {
		case "", "Other", "DIPLO", "ATTRIB":
			continue
		}
		if named[k.ID] {
			continue
		}
		for _, o := range kinds {
			if o.ACLED == k.ACLED && o.Spoken == k.Spoken {
				t.pair(t.of(k.ID), t.of(o.ID))
			}
		}
	}
}

// of returns the number of a kind, giving it one when it is new. Numbers depend
// on the reports; no result depends on them.
func (t *kindTable) of(id string) uint8 {
	k, ok := t.number[id]
	if !ok {
		k = uint8(min(len(t.ids), maxKinds-1))
		if int(k) == len(t.ids) {
			t.ids = append(t.ids, id)
		}
		t.number[id] = k
		t.alike[k].add(k)
		if other, ok := t.number[otherKind]; ok && !t.speech.has(k) { // the kind that says nothing may be any
			t.pair(k, other)
		}
	}
	return k
}

// plain reports whether a kind says what happened: no speech, effect or
// aftermath of something else, and not a vague word.
func (t *kindTable) plain(k uint8) bool {
	return !t.speech.has(k) && !t.effect.has(k) && !t.aftermath.has(k) && !t.vague.has(k)
}

// label returns the name of a kind for readers; without one it is made from the id.
func (t *kindTable) label(id string) string {
	if l := t.labels[id]; l != "" {
		return l
	}
	if id == "" {
		return "Event"
	}
	s := strings.ReplaceAll(id, "-", " ")
	return strings.ToUpper(s[:1]) + s[1:]
}
