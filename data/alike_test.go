package data

import (
	"slices"
	"strings"
	"testing"
)

func TestTheTellingsOfKindsAreRead(t *testing.T) {
	kinds, _ := small(t)
	got, err := parseTellings("# a remark\n\nattack: protest other\nprotest < attack\n", kinds)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Alike) != 1 || !slices.Equal(got.Alike[0], []string{"attack", "protest", "other"}) {
		t.Errorf("alike: %q", got.Alike)
	}
	if len(got.Decisive) != 1 || !slices.Equal(got.Decisive[0], []string{"protest", "attack"}) {
		t.Errorf("decisive: %q", got.Decisive)
	}
	for _, c := range []struct{ line, want string }{
		{"attack: parade", `alike.txt:1: no kind "parade"`},
		{"parade: attack", `alike.txt:1: no kind "parade"`},
		{"attack:", "alike.txt:1: want kind: kinds, or kind < kind"},
		{"attack", "alike.txt:1: want kind: kinds, or kind < kind"},
	} {
		if _, err := parseTellings(c.line, kinds); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %s", c.line, err, c.want)
		}
	}
}

func TestTheProgramsOwnTellingsCanBeRead(t *testing.T) {
	if _, err := KindTellings(); err != nil {
		t.Fatal(err)
	}
	if _, err := Kinds(); err != nil {
		t.Fatal(err)
	}
}

func TestTraitsAreRead(t *testing.T) {
	kinds, err := parseKinds("raid | Raid | - | - | press | - | - | vague deed\n")
	if err != nil {
		t.Fatal(err)
	}
	if k := kinds[0]; k.Traits != Vague|Deed || !k.Traits.Has(Deed|Toll) || k.Traits.Has(Toll) {
		t.Errorf("traits are %b", k.Traits)
	}
	if _, err := parseKinds("raid | Raid | - | - | press | - | - | loud\n"); err == nil || !strings.Contains(err.Error(), `"loud" is no trait`) {
		t.Errorf("error %v", err)
	}
}

// A user who only calls a kind otherwise does not change how its reports are joined.
func TestAnotherLabelLeavesTheTraits(t *testing.T) {
	kinds, err := parseKinds("death | Death | - | - | harm | wide | town | effect toll\n")
	if err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]Traits{
		"death | Loss of life | - | - | harm":                  Effect | Toll,
		"death | Loss of life | - | - | harm | - | - | - ":     0,
		"death | Loss of life | - | - | harm | - | - | effect": Effect,
	} {
		got, _, err := Merge(kinds, &Lexicon{}, "my.txt", line)
		if err != nil {
			t.Fatal(err)
		}
		if got[0].Traits != want || got[0].Label != "Loss of life" {
			t.Errorf("%q gives %+v", line, got[0])
		}
	}
}
