package events

import (
	"slices"
	"testing"
)

// What only says when, by what or with what else something happened, or what
// is so, is no report of its own.
func TestWhatIsNoReportOfItsOwn(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct{ about, text, kept, folded string }{
		{"a cause behind a toll", "On Tuesday the mayor said that 16 miners had been killed and 31 injured due to the night's attacks.", "killed", "attacks"},
		{"a cause before a toll", "Some 21 were wounded, and the attacks have so far destroyed 310 houses, 8 schools and 3 mills.", "destroyed", "attacks"},
		{"what else it did", "The army fired rockets at Kherson, killing one person, injuring four people and destroying the church.", "fired rockets at", "destroying"},
		{"a frame", "During the recent military operations, rockets were fired at Kherson.", "rockets were fired", "military operations"},
		{"what somebody was doing", "Ten people were killed by mines while visiting a cemetery.", "killed by mines", "visiting"},
		{"a state", "Shells hit Kherson. The town is still occupied by the army.", "Shells hit", "occupied"},
		{"what describes a noun", "Shells hit Kherson. The refugees returned to the villages seized by the army.", "Shells hit", "seized"},
		{"two adjectives", "Kherson was shelled. The people are under an indiscriminate and targeted bombardment.", "shelled", "targeted"},
		{"an abstract object", "Shells hit Kherson. The attack targeted the territorial integrity of Ukraine.", "Shells hit", "targeted"},
	} {
		var triggers []string
		for _, r := range read(x, document("d", published, c.text)) {
			triggers = append(triggers, r.Trigger.Text)
		}
		if !slices.Contains(triggers, c.kept) || slices.Contains(triggers, c.folded) {
			t.Errorf("%s: %s\ngot %q, want %q and no %q", c.about, c.text, triggers, c.kept, c.folded)
		}
	}
}
