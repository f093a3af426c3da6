package graph

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/data"
)

// alike lists the kinds that sources use for one and the same happening. A
// line reads: the first kind may be told as any of the others on the line, and
// the other way round. Kinds that share no line never are one event: it is a
// veto. Every kind is alike to itself.
var alike = strings.Fields(strings.ReplaceAll(`
attack: missile-strike shelling air-strike explosive suicide-bombing chemical-weapon grenade shooting attack-on-civilians offensive armed-clash mob-violence crime destruction death sexual-violence
attack-on-civilians: missile-strike shelling air-strike explosive suicide-bombing chemical-weapon grenade shooting offensive armed-clash mob-violence crime death excessive-force destruction
missile-strike: shelling air-strike explosive destruction death casualty-report ceasefire-breach
shelling: air-strike armed-clash offensive destruction death casualty-report ceasefire-breach explosive
air-strike: explosive offensive destruction death casualty-report ceasefire-breach
explosive: suicide-bombing grenade destruction death casualty-report accident disaster crime
suicide-bombing: death casualty-report destruction crime
grenade: death casualty-report crime
chemical-weapon: death casualty-report crime
shooting: missile-strike shelling armed-clash crime death casualty-report mob-violence excessive-force
armed-clash: offensive death casualty-report ceasefire-breach
offensive: death casualty-report territorial-control destruction ceasefire-breach mobilisation
ceasefire-breach: attack attack-on-civilians casualty-report
attack: casualty-report
attack-on-civilians: casualty-report
crime: death arrest abduction casualty-report disaster accident
death: disaster disease accident casualty-report excessive-force riot
casualty-report: disaster disease accident destruction displacement riot excessive-force
disaster: destruction displacement accident
accident: destruction
riot: mob-violence protest protest-intervention excessive-force
protest: protest-intervention
protest-intervention: excessive-force
mob-violence: casualty-report death destruction armed-clash
weapons-disrupted: air-strike missile-strike explosive shelling
protest-intervention: arrest
armed-clash: riot
sexual-violence: crime abduction
abduction: disappearance crime
ceasefire: agreement statement
agreement: talks deal statement resolution prisoner-exchange territory-transfer formation
talks: visit statement
deal: launch statement group-change formation
launch: statement
statement: appeal demand accusation denial claim-of-responsibility threat condemnation declaration-of-war
appeal: demand condemnation
demand: threat condemnation
accusation: condemnation denial
investigation: arrest court-ruling
arrest: court-ruling
withdrawal: territory-transfer
territorial-control: withdrawal destruction
base-established: formation
formation: group-change
appointment: election
resignation: statement
closure: deal
`, ":", " :"))

// maxKinds bounds the kinds of one graph; a later kind counts as the last one.
const maxKinds = 128

// A kindSet is a set of kinds by their number.
type kindSet [maxKinds / 64]uint64

// anyKind holds every kind.
var anyKind = kindSet{math.MaxUint64, math.MaxUint64}

func (s *kindSet) add(k uint8)      { s[k>>6] |= 1 << (k & 63) }
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

// precedence orders kinds that one happening is told as, the decisive one
// last, as ACLED does: a demonstration that was met with force, or used it, is
// known by that, and a fight by the territory that changed hands.
var precedence = []string{
	"protest", "protest-intervention", "riot", "excessive-force",
	"armed-clash", "offensive", "territorial-control", "explosive", "grenade", "suicide-bombing", "chemical-weapon",
}

// overruled returns 1 if precedence puts one of kinds before kind, else 0.
func overruled(kind string, kinds []string) int {
	if i := slices.Index(precedence, kind); i >= 0 && slices.ContainsFunc(kinds, func(k string) bool { return slices.Index(precedence, k) > i }) {
		return 1
	}
	return 0
}

// speechKinds are the kinds that happen by being said, also where data does not tell.
var speechKinds = strings.Fields("statement appeal demand accusation denial claim-of-responsibility threat condemnation")

// otherKind is the kind of what fits no other.
const otherKind = "other"

// A kindTable numbers the kinds that occur and holds which are alike.
type kindTable struct {
	number    map[string]uint8
	ids       []string
	labels    map[string]string
	alike     [maxKinds]kindSet
	other     uint8
	speech    kindSet // somebody says something: one event a speaker and day
	effect    kindSet // what a happening caused, told without naming it
	single    kindSet // of which there are not two a day
	spread    kindSet // what happens to a whole area
	aftermath kindSet // what comes of something done, and is told with it
	vague     kindSet // kinds that say little about what happened
	grave     kindSet // what people are hurt by, with its effects
	broad     kindSet // that hold many deeds, in business and politics
	harm      kindSet // the same with its aftermath: told on for months
}

func newKindTable(kinds []data.Kind) *kindTable {
	t := &kindTable{number: map[string]uint8{}, labels: map[string]string{}}
	for _, k := range kinds {
		t.labels[k.ID] = k.Label
		if k.Spoken {
			t.speech.add(t.of(k.ID))
		}
	}
	for _, n := range speechKinds {
		t.speech.add(t.of(n))
	}
	t.other = t.of(otherKind)
	var head uint8
	for i, w := range alike {
		switch {
		case w == ":":
		case i+1 < len(alike) && alike[i+1] == ":":
			head = t.of(w)
		default:
			k := t.of(w)
			t.alike[head].add(k)
			t.alike[k].add(head)
		}
	}
	t.joinSubEvents(kinds)
	for _, s := range []struct {
		set   *kindSet
		names string
	}{
		{&t.effect, "death casualty-report destruction displacement"},
		{&t.single, "ceasefire agreement declaration-of-war resolution election territory-transfer prisoner-exchange resignation appointment"},
		{&t.spread, "disaster disease displacement election"},
		{&t.aftermath, "arrest court-ruling investigation displacement aid anniversary"},
		{&t.broad, "other deal result launch closure"},
		{&t.vague, "attack attack-on-civilians ceasefire-breach crime statement other casualty-report death"},
	} {
		for _, n := range strings.Fields(s.names) {
			s.set.add(t.of(n))
		}
	}
	t.grave = t.effect
	for _, n := range strings.Fields("death casualty-report") {
		t.grave.join(&t.alike[t.of(n)])
	}
	t.grave.add(t.of("arrest"))
	t.grave[t.other>>6] &^= 1 << (t.other & 63)
	t.harm = t.grave
	t.harm.join(&t.aftermath)
	return t
}

// joinSubEvents makes a kind of which alike says nothing, as a user's own, like
// those of the same ACLED sub-event: a car driven into a crowd, "Attack", may
// be told as an attack. Sub-events that say nothing of what happened join none.
func (t *kindTable) joinSubEvents(kinds []data.Kind) {
	for _, k := range kinds {
		switch k.ACLED {
		case "", "Other", "DIPLO", "ATTRIB":
			continue
		}
		if slices.Contains(alike, k.ID) {
			continue
		}
		for _, o := range kinds {
			if o.ACLED == k.ACLED && o.Spoken == k.Spoken {
				a, b := t.of(k.ID), t.of(o.ID)
				t.alike[a].add(b)
				t.alike[b].add(a)
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
			t.alike[k].add(other)
			t.alike[other].add(k)
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
