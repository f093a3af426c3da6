package events

import (
	"testing"
)

// TestVictimsAreAddedUp tells small stories in which no sentence states the
// number of killed or of injured; want is what their chief report counts.
func TestVictimsAreAddedUp(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct {
		name, story     string
		killed, injured int64
	}{
		{"one of them fatally", "Two men were shot outside a tavern in Moline on Thursday, one fatally, police said.", 1, 1},
		{"told one by one", "Gunfire broke out at a park in Dayton on Friday. Ann Lee, 45, was killed. Her brother was wounded.", 1, 1},
		{"the same one told again", "A 19-year-old man was shot dead in Toledo on Friday. Omar Reed, 19, died at the scene. He was killed by one bullet.", 1, 0},
		{"a family of one surname", "A gunman opened fire in a house in Dover on Friday. Ernest Cole, 46, and Tia Cole, 15, died of their wounds.", 2, 0},
		{"who did it as well", "A gunman opened fire at a shop in Mesa on Friday, killing three people and wounding two before turning the gun on himself.", 4, 2},
		{"some of those shot", "Four people were shot in an apartment in Akron on Friday, and two of them died.", 2, 2},
		{"ages are no number", "Gunfire broke out in Salem on Friday. Two girls, 15 and 16, and a woman, 50, were wounded.", 0, 3},
		{"a relative clause", "A third man, who is 19, was wounded when a gunman opened fire in Boise on Friday, killing two people.", 2, 1},
		{"nobody", "Shots were fired at a house in Tulsa on Friday. No one was hurt.", 0, 0},
		{"a flood elsewhere", "Flooding in Nepal killed 193 people on Thursday. Ann Roe was shot dead in Leeds on Friday.", 1, 0},
		{"a number of those told before", "A man was shot and killed in Dayton on Friday. His brother was wounded and a third man was shot dead.", 2, 1},
		{"no one", "A bomb exploded in Quetta on Friday but no one was killed.", 0, 0},
		{"but so many", "A mob stormed the station in Quetta on Friday. Nobody was killed, but 15 officers were hurt.", 0, 15},
		{"who shot is not shot", "A gunman shot and wounded three people in Tampa on Friday.", 0, 3},
		{"some of the wounded died", "Five people were killed and seven wounded in Tampa on Friday when a gunman opened fire. Two of the injured are children.", 5, 7},
		{"a list behind one verb", "A shell hit a house in Taiz on Friday, killing a woman and her three children.", 4, 0},
		{"sorts of people together", "Five soldiers and seven militants were killed in a firefight near Sumisip on Friday.", 12, 0},
		{"no fewer than", "Gunmen attacked Bankass on Friday, killing at least 20 villagers and two guards.", 22, 0},
		{"who follows is the subject of the next verb", "Gunmen attacked Bankass on Friday, killing two guards, and a driver fled.", 2, 0},
		{"who speaks is not of the list", "Gunmen attacked a school in Kaduna on Friday, killing a teacher and two pupils, a clerk said.", 3, 0},
		{"whom the number before the dash counts", "Three clerks - two women and a man - were killed in an attack in Athens on Friday.", 3, 0},
		{"one person and what he is", "The aide and key witness was found dead after an attack in Dover on Friday.", 1, 0},
		{"himself and others", "A bomber attacked a post in Jalalabad on Friday, killing himself and three officers.", 4, 0},
		{"a couple", "Rockets hit a house in Kharkiv on Friday, killing a couple and injuring 11 others.", 2, 11},
		{"some of those shot have died", "Two of the three people shot in Gary on Friday have died, the coroner said.", 2, 1},
		{"behind a dateline with two hyphens", "FARGO, N.D. -- Three clerks were shot on Friday at a bar in Fargo. The oldest is in critical condition.", 0, 3},
		{"what befell those before it", "Gunfire at a fair in Dover on Friday left one man dead and a fifth in surgery.", 1, 1},
		{"who a number are", "Gunfire broke out at a park in Mesa on Friday. The four, three girls and a boy, suffered wounds.", 0, 4},
		{"one among them", "Five adults, a nurse among them, were wounded when a gunman opened fire in Lima on Friday.", 0, 5},
		{"a noun of death", "Gunfire was heard in Salem on Friday. A man was charged in the shooting death of Ann Roe, 40.", 1, 0},
		{"to death", "A man stabbed his uncle to death in Leeds on Friday.", 1, 0},
		{"a wound that was fatal", "A boy shot on Friday in Tulsa succumbed to his wounds.", 1, 0},
		{"the third to die", "A third person has died of wounds from Friday's shooting in Boise. Six people were wounded.", 3, 6},
		{"the third in a week", "A nurse was shot dead in Boise on Friday, the third person killed there in a week.", 1, 0},
		{"parents of some", "A mother of three was shot dead in Flint on Friday.", 1, 0},
		{"by his own hand", "A man opened fire in a bank in Reno on Friday, killing her and a guard before he killed himself.", 3, 0},
		{"who shot him", "A gunman opened fire in Waco on Friday, killing two clerks. He was killed by officers.", 3, 0},
		{"of those told already", "Three people were shot dead in Yuma on Friday. Two of the victims were shot in the back.", 3, 0},
		{"a double homicide", "Police named the two in a double homicide in Salem. Ann Roe, 40, and Lee Dow, 31, were shot on Friday.", 2, 0},
		{"whose bodies", "A gunman opened fire in Waco on Friday. Police named the two women whose bodies were found in a barn there.", 2, 0},
		{"an age is no toll", "A gunman opened fire in Waco on Friday, killing a guard. The man killed was 23.", 1, 0},
		{"who is not listed as a person", "A landlord was shot in the thigh in Reno on Friday and is recovering.", 0, 1},
		{"hours later, somebody else", "A man was shot dead in Dayton on Friday.\n\nSix hours later, a woman was shot on Elm Street. She is in grave condition.", 1, 0},
		{"hours later, the same", "Two men were shot in Dayton on Friday. Hours later, one of the men died.", 1, 1},
		{"a separate shooting", "A man was shot dead in Dayton on Friday.\n\nIn a separate shooting, a girl was hit. She is in grave condition.", 1, 0},
		{"neither of two", "Officers shot and killed an armed man in Mesa on Friday. Neither officer was hurt.", 1, 0},
		{"kin and ages", "A shooting on Friday in Ocala wounded a mother and her 6-year-old daughter.", 0, 2},
		{"bodies that were found", "The bodies of six men were found near Chilpancingo on Friday. They had been shot in the head.", 6, 0},
		{"bodies of another sort", "Two bodies approved the merger in Tulsa on Friday after shots were fired at a third.", 0, 0},
		{"a family is not one", "A family was killed in a shooting in Elgin on Friday.", 0, 0},
		{"two who are two days apart", "A man of 42 was shot dead in Flint early on Tuesday. On Friday, another man was killed on the same street.", 1, 0},
		{"another", "Two guards were killed and another was injured when a mine went off near Sukma on Friday.", 2, 1},
		{"two of his sons", "A father and two of his sons died in a crash in Swansea on Friday.", 3, 0},
		{"rushed to hospital", "Gunmen burst into a bar in Durban on Friday and shot dead nine people. Four more patrons were rushed to hospital.", 9, 4},
		{"others were hit as well", "Four people were shot dead in Toledo on Friday. Two men were also hit, one of whom is in critical condition.", 4, 2},
		{"at a post", "A suicide bomber blew himself up at a checkpoint in Kandahar on Friday, killing two officers.", 2, 0},
		{"a crash", "Two men died and a third is fighting for his life after a car overturned near Daviot on Friday.", 2, 1},
		{"children that she had", "A mother of two died in Elgin on Friday when a car struck her.", 1, 0},
		{"what parents are of", "A crash killed a mother of three and a father of four in Elgin on Friday.", 2, 0},
		{"a noun of what they do", "A shooting in Ruston on Friday left a receptionist dead and two managers wounded.", 1, 2},
		{"a yardstick", "Shots were fired at a house in Tulsa on Friday. In March 1999, nine people were killed in the city.", 0, 0},
	} {
		var killed, injured int64
		for _, r := range read(x, document(c.name, "2023-06-10", c.story)) {
			if r.Kind == "disaster" || r.Modality != Happened || r.When.EDTF < "2023" && r.When.EDTF != "" {
				continue
			}
			for _, f := range r.Figures {
				switch {
				case f.Scope != ScopeEvent:
				case f.Measure == "killed":
					killed = max(killed, f.Low)
				case f.Measure == "injured":
					injured = max(injured, f.Low)
				}
			}
		}
		if killed != c.killed || injured != c.injured {
			t.Errorf("%s: %d killed and %d injured, want %d and %d: %s", c.name, killed, injured, c.killed, c.injured, c.story)
		}
	}
}
