package events

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/data"
)

// withDecisions is the English lexicon with other lines of [cast] and [deciding].
func withDecisions(t *testing.T, cast, deciding string) *data.Lexicon {
	t.Helper()
	english, err := data.LoadLexicon("en")
	if err != nil {
		t.Fatal(err)
	}
	x := *english
	x.Lists = maps.Clone(english.Lists)
	x.Lists["cast"] = strings.Split(cast, "\n")
	x.Lists["deciding"] = strings.Split(deciding, "\n")
	return &x
}

// A decision looks at who stands where, in the active and in the passive, and
// the first that holds is taken.
func TestDecisionsLookAtWhoStandsWhere(t *testing.T) {
	x, err := New(Options{Lexicon: withDecisions(t, "dog = terrier poodle\ncat = tabby", strings.Join([]string{
		"attack > accident: doer dog, target cat",
		"attack > none: under cat",
		"attack > crime: doer cat, no says dog",
		"attack > disease: counts, says dog",
	}, "\n"))})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"A terrier attacked the tabby on Monday.", "accident"},
		{"The tabby was attacked by two poodles on Monday.", "accident"},
		{"The terrier was attacked by a tabby on Monday.", "attack"},
		{"A tabby attacked the postman on Monday.", "crime"},
		{"The poodle attacked a group on Monday, killing two.", "disease"},
		{"On Monday the tabby of the attack was found.", ""},
		{"A wolf attacked the village on Monday.", "attack"},
	} {
		kind := ""
		for _, r := range read(x, document("d", "2024-05-10", c.text)) {
			if strings.HasPrefix(r.Trigger.Text, "attack") {
				kind = r.Kind
			}
		}
		if kind != c.want {
			t.Errorf("%q tells %q, want %q", c.text, kind, c.want)
		}
	}
}

func TestADecisionThatCannotBeReadIsAnError(t *testing.T) {
	for _, line := range []string{
		"attack: says dog", "attack > nothing: says dog", "assault-course > none: says dog", "attack > none: says horse",
		"attack > none: behind dog", "attack > none: no says dog", "attack > none: counts dog", "attack > none: says", "attack > none: no",
	} {
		if _, err := New(Options{Lexicon: withDecisions(t, "dog = terrier", line)}); err == nil || !strings.Contains(err.Error(), line) {
			t.Errorf("%q: error %v, want one that quotes it", line, err)
		}
	}
	if _, err := New(Options{Lexicon: withDecisions(t, "terrier poodle", "")}); err == nil {
		t.Error("a line of [cast] without a part is no error")
	}
}

// Those who did it and those harmed, with what joins them.
func TestWhoDidItAndToWhom(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct{ text, actors, targets string }{
		{"Unidentified armed men killed two traders near Kidal on Monday.", "Unidentified armed men", "traders"},
		{"Two teachers were abducted by masked gunmen on Monday.", "masked gunmen", "teachers"},
		{"A clash between the Third Brigade and the Northern Front on Monday left six dead.", "Third Brigade; Northern Front", ""},
		{"Ukrainian drones struck a depot on Monday.", "Ukrainian", ""},
		{"Missiles of the Northern Brigade struck a depot on Monday.", "Northern Brigade", ""},
		{"Dozens of farmers were attacked on Monday.", "", "farmers"},
		{"On Monday rebels of the Northern Front attacked a convoy.", "rebels of the Northern Front", ""},
		{"Soldiers retook the town from the rebels on Monday.", "Soldiers", "rebels"},
		{"A bomb exploded on Monday, killing four shoppers.", "", "shoppers"},
	} {
		names := func(list []Actor) string {
			var out []string
			for _, a := range list {
				out = append(out, a.Name)
			}
			slices.Sort(out)
			slices.Reverse(out)
			return strings.Join(out, "; ")
		}
		reports := read(x, document("d", "2024-05-10", c.text))
		if len(reports) == 0 {
			t.Errorf("%q tells nothing", c.text)
			continue
		}
		if a, b := names(reports[0].Actors), names(reports[0].Targets); a != c.actors || b != c.targets {
			t.Errorf("%q: %q to %q, want %q to %q", c.text, a, b, c.actors, c.targets)
		}
	}
}
