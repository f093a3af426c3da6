package graph

import "testing"

func TestSpellingsOfANameAreOne(t *testing.T) {
	for _, c := range [][2]string{{"Yusuf", "Yousef"}, {"Statkevich", "Statkevitch"}, {"Muhammad", "Mohamed"}, {"Müller", "Muller"}, {"Deng's", "Deng"}, {"Mikhail", "Michail"}, {"Wagner", "Vagner"}} {
		if x, y := spelling(c[0]), spelling(c[1]); x != y {
			t.Errorf("%s and %s: %q and %q", c[0], c[1], x, y)
		}
	}
	for _, c := range [][2]string{{"Deng", "Bely"}, {"Omar", "Orr"}, {"Ross", "Lee"}} {
		if spelling(c[0]) == spelling(c[1]) {
			t.Errorf("%s and %s are both %q", c[0], c[1], spelling(c[0]))
		}
	}
}
