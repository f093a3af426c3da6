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
