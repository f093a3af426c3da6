package graph

import (
	"strings"
	"testing"
)

// Notes of the police and of courts are written in one form: who and where tell
// them apart. A copy keeps the names, whatever else it changes.
func TestAFormFilledInTwiceIsNoCopy(t *testing.T) {
	trial := "The jury heard the first witnesses on Monday in the trial of Dan Orr, who is accused of shooting Ann Lee in Elgin. " +
		"The prosecutor told jurors that Orr had waited in a car for an hour before Lee came home. The defence said that the police had taken the wrong man. " +
		"Her parents, Ben and May Lee, sat in the first row and left before photographs were shown. The court goes on tomorrow."
	other := strings.NewReplacer("Dan Orr", "Lou Finch", "Orr", "Finch", "Ann Lee", "Tom Ray", "Lee", "Ray", "Elgin", "Ocala", "Ben", "Sam", "May", "Sue").Replace(trial)
	copied := strings.NewReplacer("first witnesses", "opening witnesses", "had waited", "waited", "an hour", "a long time", "left before", "went out before").Replace(trial)
	g := texts(t, "a 2020-10-05 Wire | "+trial, "b 2020-10-05 Paper | "+copied, "c 2021-02-01 Post | "+other)
	if of := g.Documents[1].CopyOf; of != "a" {
		t.Errorf("the text with other words is a copy of %q, want a", of)
	}
	if of := g.Documents[2].CopyOf; of != "" {
		t.Errorf("the text with other names is a copy of %s", of)
	}
}

// A note of the police whose form holds capitals of its own differs in the slots alone; a
// reprint that writes towns and a name in another way is a copy all the same.
func TestSlotsAndSpellings(t *testing.T) {
	note := "A Crown Court jury found Tom Hall guilty on Monday of the murder of Amy Reed in Leeds. Judge Ann Moss of the Crown Court sent him to prison for life. " +
		"Hall, of Park Street, had followed her home from the station. Detective Inspector Lee Ford of the Major Crime Unit said that the family had shown great courage."
	other := strings.NewReplacer("Tom Hall", "Sam Bell", "Hall", "Bell", "Amy Reed", "Joy Finch", "Leeds", "Norwich").Replace(note)
	wire := "Shells hit Stepanakert and Shushi on Monday, the Ministry of Defence in Yerevan said. The Red Cross in Geneva and the Human Rights Watch office in Tbilisi confirmed that a school had burnt. " +
		"Nine people were hurt, among them two teachers. A train of the Red Cross took them to Goris, where Doctor Anna Petrosyan looked after them. The Ministry spoke of forty shells."
	renamed := strings.NewReplacer("Stepanakert", "Khankendi", "Shushi", "Shusha", "Petrosyan", "Petrossian", "had burnt", "burnt down").Replace(wire)
	g := texts(t, "a 2020-10-05 Wire | "+note, "b 2020-11-05 Paper | "+other, "c 2020-10-05 News | "+wire, "d 2020-10-06 Post | "+renamed)
	for i, want := range []string{"", "", "", "c"} {
		if of := g.Documents[i].CopyOf; of != want {
			t.Errorf("%s is a copy of %q, want %q", g.Documents[i].ID, of, want)
		}
	}
}
