package events

import (
	"strings"
	"testing"
)

// A noun that means what was just told happened then, and what "was reported on"
// a day happened on it.
func TestNounsThatTakeUpWhatIsToldBefore(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct{ text, want string }{
		{"Rebels shelled Kherson on 3 May 2023, killing 3 people and wounding 9 others in the attack.", "shelled 2023-05-03 attack 2023-05-03"},
		{"Shells hit Kherson on 2 May 2023, killing four people. The attack destroyed a school.", "Shells hit 2023-05-02 attack 2023-05-02"},
		{"A bomb went off in Jos on 5 May 2023 and the blast killed two traders.", "bomb went off 2023-05-05 blast 2023-05-05"},
		{"Shells hit Kherson on 2 May 2023 and Sumy was bombed on 3 May 2023. The attack killed four people.", "Shells hit 2023-05-02 bombed 2023-05-03 attack "},
		{"Clashes between the army and rebels were reported in Jowhar on 4-5 May 2021.", "Clashes 2021-05-04/2021-05-05"},
		{"The attack on Jowhar was reported on 5 May 2021.", "attack "},
	} {
		var got []string
		for _, r := range read(x, table(c.text)) {
			got = append(got, r.Trigger.Text, r.When.EDTF)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q, want %q", c.text, s, c.want)
		}
	}
}
