package events

import (
	"strings"
	"testing"
)

// Each case gave a report more, or told a happening that the text only names by the way.
func TestOneClaimIsOneReport(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct{ about, text, want string }{
		{"who says that it happened", "The ministry said on Monday that rockets had struck the town of Kherson.", "missile-strike «rockets had struck» ../2023-05-15 @Kherson <The ministry"},
		{"said on a day of its own", "The Defence Ministry said on Monday that rockets had struck the town of Kherson.", "statement «said» 2023-05-15; missile-strike «rockets had struck» ../2023-05-15 @Kherson <Defence Ministry"},
		{"said at a place of its own", "The Defence Ministry announced in Odesa that rockets had struck the town of Kherson.", "statement «announced» 2023-05-17 @Odesa; missile-strike «rockets had struck» @Kherson <Defence Ministry"},
		{"what is said, denied", "The Defence Ministry said on Monday that it had fired no rockets at Kherson.", "statement «said» 2023-05-15; missile-strike «fired no rockets at» ../2023-05-15 denied @Kherson <Defence Ministry"},
		{"the means of a breach", "The army violated the ceasefire with attacks on Kherson on Monday.", "attack «attacks» 2023-05-15 @Kherson"},
		{"what else the blow did", "Several people were buried under debris in Kherson after the army launched a missile attack on Monday.", "missile-strike «launched a missile» 2023-05-15 @Kherson"},
		{"said of what stands there", "Shells hit Kherson on Monday. They care nothing for the mills, schools and bridges destroyed by the enemy.", "shelling «Shells hit» 2023-05-15 @Kherson"},
		{"what resolutions say at any time", "Shells hit Kherson on Monday. The silence on the resolutions, which all call on the army to leave, is a scandal.", "shelling «Shells hit» 2023-05-15 @Kherson"},
		{"the same demand again", "The mayor of Kherson called on the army to withdraw. Shells hit a school. The mayor again called on the army to withdraw.", "appeal «called on» 2023-05-17; withdrawal «withdraw» demanded <mayor; shelling «Shells hit»; appeal «called on» 2023-05-17"},
		{"one of a sort", "Troops massacred villagers near Kherson on 4 May 2023. The massacre is one of the crimes of those years.", "attack-on-civilians «massacred» 2023-05-04 @Kherson"},
	} {
		got := strings.Join(lines(read(x, document("d", published, c.text))), "; ")
		if got != c.want {
			t.Errorf("%s: %s\n got  %s\n want %s", c.about, c.text, got, c.want)
		}
	}
}
