package events

import (
	"strings"
	"testing"
)

// A line that ends with a verb of saying and a colon gives the paragraph below
// it its speaker, and what is told there the day of the saying as its end.
func TestTheLineAboveNamesWhoSpeaks(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct {
		blocks []string
		want   string
	}{
		{[]string{"On 3 May 2012 Colonel Nur wrote:", "Rebels captured Lyman.", "A mine killed a farmer."}, "Colonel Nur ../2012-05-03;  "},
		{[]string{"Minister Ivan Petrov said:", "Rebels captured Lyman."}, "Ivan Petrov "},
		{[]string{"The following towns were taken:", "Rebels captured Lyman."}, " "},
	} {
		var got []string
		for _, r := range read(x, table(c.blocks...)) {
			if r.Kind == "other" || r.Kind == "statement" {
				continue // the saying
			}
			who := ""
			for _, l := range r.Attribution {
				who += l.Speaker
			}
			got = append(got, who+" "+r.When.EDTF)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: %q, want %q", c.blocks, s, c.want)
		}
	}
}

func TestWhoWantsNotToBeNamedSpeaks(t *testing.T) {
	x := testExtractor(t)
	for text, want := range map[string]string{
		"Gunmen burned six houses in Jos on 9 May 2012, a neighbour who asked not to be named said.":                      "neighbour",
		"Gunmen burned six houses in Jos on 9 May 2012, a neighbour, who declined to be identified, said.":                "neighbour",
		"A bomb hit a bus in Kano on 11 May 2012, killing four people, said a trader, who asked not to be named.":         "trader",
		"A bomb hit a bus in Kano on 11 May 2012, killing four people, said a trader.":                                    "trader",
		"The mayor, citing witnesses, said the attack on the bus in Kano on 11 May 2012, which killed four, was a crime.": "mayor",
	} {
		got := "nobody"
		if all := read(x, table(text)); len(all) > 0 && len(all[0].Attribution) > 0 {
			got = all[0].Attribution[0].Speaker
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
