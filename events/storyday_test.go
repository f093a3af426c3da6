package events

import (
	"strings"
	"testing"
)

// TestDayOfAStory tells deeds in sentences that do not give their day by
// themselves; want is the day of the deed that the words tell.
func TestDayOfAStory(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct{ name, story, deed, want string }{
		{"the call to the scene", "A man was charged after a woman was stabbed at a house in Leeds. Police were called to Mill Street at 11.40pm on Friday.", "stabbed", "2023-06-09"},
		{"the only deed that is dated", "A man was jailed for life on Friday for stabbing a boy in Croydon. He attacked the boy on 9 August 2022 after an argument.", "stabbing", "2022-08-09"},
		{"a month, and a day of it elsewhere", "A boy was arrested over a shooting in Ocala in May. Prosecutors said he shot two men on May 5.", "shooting", "2023-05-05"},
		{"what led to it", "Officers shot and killed a man who had barricaded himself in a garage in Mesa on Tuesday.", "shot and killed", "2023-06-06"},
		{"when it was done", "A girl was killed when bullets tore through her wall in Mobile on Tuesday.", "killed", "2023-06-06"},
		{"before the noun", "Deputies on Thursday arrested a man wanted in the May 2 shooting that wounded two women in Ocala.", "shooting", "2023-05-02"},
		{"whom it killed on that day", "Police are investigating a crash that killed two men in Tulsa on Tuesday.", "crash", "2023-06-06"},
		{"not the day of the verdict", "A jury on Wednesday found a man guilty of stabbing a clerk in Duluth in March 2021.", "stabbing", "2021-03"},
		{"papers of another day", "A man stabbed his aunt in Leeds on Thursday, according to court papers filed Friday.", "stabbed", "2023-06-08"},
		{"papers alone", "A man stabbed his aunt in Leeds, according to court papers filed Friday. She was found dead Thursday.", "stabbed", "2023-06-08"},
		{"a hearing", "A man accused of shooting a guard in Ocala made his first court appearance Friday. The shooting was reported Tuesday night.", "shooting", "2023-06-06"},
		{"held in a shooting", "A boy was ordered held on Friday in the shooting of a driver in Ocala. Officers responded to a call on Tuesday.", "shooting", "2023-06-06"},
		{"what somebody was doing whom they stopped", "Two men were stabbed when they stopped a man who was shouting at girls in Ocala on Tuesday.", "stabbed", "2023-06-06"},
		{"a participle behind a person", "A boy shot on Tuesday in Ocala died early Friday.", "shot", "2023-06-06"},
		{"between two towns", "The man who killed a guard in a rampage between Ocala and Mesa on Tuesday had lost his job, police said Friday.", "rampage", "2023-06-06"},
		{"a pleading", "A man pleaded guilty on Friday to murder for a shooting in Ocala on May 5.", "shooting", "2023-05-05"},
		{"a feast", "A guard was shot in Ocala on Mother's Day.", "shot", "2023-05-14"},
		{"a verb beside the one that is dated", "Residents burned tyres and threw stones at cars in Ocala on Tuesday.", "burned tyres", "2023-06-06"},
		{"a weekend is all of its days", "Ten people were shot in Chicago last weekend. Two men were attacked on Saturday.", "shot", "2023-06-03/2023-06-04"},
	} {
		got := "nothing"
		for _, r := range read(x, document(c.name, "2023-06-10", c.story)) {
			if strings.EqualFold(r.Trigger.Text, c.deed) {
				got = r.When.EDTF
				break
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q: %s", c.name, got, c.want, c.story)
		}
	}
}
