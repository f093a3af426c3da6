package events

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

// Each case was once given another day or place, or none.
func TestWhenAndWhere(t *testing.T) {
	x := testExtractor(t)
	// a retrospect has many dates long before its publication
	past := "The siege began in May 1991. It was lifted in June 1991. In 1992 it began again; it ended in 1993. In May 1994 a truce held. In 1995, 1996 and 1997 there was calm. "
	for _, c := range []struct{ about, text, want string }{
		{"the subject of a passive", "The town of Kherson was shelled on Monday from the direction of Melitopol.", "shelling «shelled» 2023-05-15 @Kherson"},
		{"the object before the place of it", "Rockets hit Kharkiv on Monday.", "missile-strike «Rockets hit» 2023-05-15 @Kharkiv"},
		{"a country as the object", "Soviet troops invaded both Estonia and Latvia in 1940.", "offensive «invaded» 1940 @Estonia @Latvia"},
		{"north of a town", "Gunmen attacked a convoy in Aleppo, north of Hama, on Monday.", "attack «attacked» 2023-05-15 @Aleppo"},
		{"where it is said", "The army shelled the camp in Aleppo on Monday, the minister told reporters in Damascus.", "shelling «shelled» 2023-05-15 @Aleppo <minister"},
		{"where the speaker sits", "Officials in Damascus said on Monday that ten people had been killed in Aleppo.", "casualty-report «killed» ../2023-05-15 @Aleppo #killed=10 <Officials"},
		{"away from one country, to another", "On Monday 3,000 people were expelled from Estonia, Latvia and the coast.", "displacement «expelled» 2023-05-15 @Estonia @Latvia #displaced=3000"},
		{"into a country", "The minister arrived in Kenya on Monday.", "visit «arrived in» 2023-05-15 @Kenya"},
		{"districts in a list", "On Monday the minister visited Fuzuli and Jabrayil Districts.", "visit «visited» 2023-05-15 @Fuzuli @Jabrayil"},
		{"no place of the gazetteer", "A drone was shot down near Shorkhava on Monday.", "weapons-disrupted «drone was shot down» 2023-05-15 @Shorkhava"},
		{"a capital that acts", "Kyiv attacked the bridge on Monday.", "attack «attacked» 2023-05-15"},
		{"the place of another clause", "Three people died on Monday as tens of thousands marched through Athens.", "death «died» 2023-05-15 @Athens #killed=3"},
		{"with, of who acts", "The war ended with a ceasefire in 1994, with the Republic of Artsakh holding the hills.", "ceasefire «ceasefire» 1994"},
		{"a colon behind the dateline", "LAHORE: Gunmen killed three guards on Monday.", "casualty-report «killed» 2023-05-15 @LAHORE #killed=3"},

		{"a day of saying behind an apposition", "On Monday, the head of the district, John Doe, stated that during the war 17 civilians were killed in Aleppo.", "casualty-report «killed» ../2023-05-15 @Aleppo #killed=17 <John Doe"},
		{"what is condemned", "On Monday the envoy condemned the attacks in Aleppo.", "attack «attacks» ../2023-05-15 @Aleppo <envoy"},
		{"a report about", "On Monday the group released a report about the bombardment of Aleppo.", "shelling «bombardment» ../2023-05-15 @Aleppo"},
		{"going on when it was said", "Officials said on Monday that troops were shelling Kherson.", "shelling «shelling» 2023-05-15 @Kherson <Officials"},
		{"a yardstick", "The clashes in Aleppo on Monday were the deadliest until 2020.", "armed-clash «clashes» 2023-05-15 @Aleppo"},
		{"what happened at the yardstick", "It was the worst attack in Kabul since March, when five people were shot in Herat.", "shooting «shot» 2023-03 @Herat #casualties=5"},
		{"a date within the name of a thing", "The clashes were a grave violation of the 1994 ceasefire.", "armed-clash «clashes»"},
		{"two days, and how much later", "Troops attacked on 8 April 2023. Two weeks later, on 22 and 23 April, they attacked again.", "attack «attacked» 2023-04-22/2023-04-23"},
		{"two months", "Rebels attacked the town in late April and early May 2023.", "attack «attacked» 2023-04/2023-05"},
		{"verbs of one subject", "In June 2022 irregulars attacked, looted and burnt a village.", "destruction «looted» 2022-06"},
		{"since the end of what ended then", "Ten people have been killed by mines since the end of the war in November 2022.", "explosive «killed by mines» 2022-11/2023-05-17 #killed=10(total)"},
		{"the same night, behind a day of saying", "Gunmen killed ten people in Aleppo on Saturday, the army said on Monday. The same night two guards were killed in Hama.", "casualty-report «killed» 2023-05-13 @Hama #killed=2"},
		{"a denial without a day", "Shells hit Kherson on Saturday. Moscow denied the attack.", "denial «denied»"},
		{"days after what is told", "Fighting stopped on 10 May 2023, 44 days after gunmen attacked Kherson.", "attack «attacked» 2023-03-27 @Kherson"},
		{"a year after, to the month", "People gathered in Akron on Sunday, one year after a gunman killed seven people.", "attack «killed» 2022-05 @Akron #killed=7"},
		{"hours after", "A soldier was shot in Sevastopol on Monday, hours after gunmen attacked Kherson.", "attack «attacked» ../2023-05-15 @Kherson"},
		{"a reporter's town, where it was at sea", "Oil spreads in the Gulf of Mexico. Ann Orr works in Akron. A rig exploded on Saturday.", "explosive «exploded» 2023-05-13"},
		{"a country that was hit", "An earthquake hit Turkey on Tuesday.", "disaster «earthquake hit» 2023-05-16 @Turkey"},
		{"a past form read as a noun", "A quake struck northern Italy on Tuesday.", "disaster «quake struck» 2023-05-16 @Italy"},
		{"what a verdict is for", "John Poe was jailed on Monday for killing two women in 2019.", "casualty-report «killing» 2019 #killed=2"},
		{"behind a semicolon", "Shells hit Kherson on Saturday. Police fired tear gas at marchers in Nairobi on Tuesday; five people died.", "death «died» 2023-05-16 @Nairobi #killed=5"},
		{"put off until", "On Sunday the talks in Vienna were put off until 25 May.", "talks «talks» 2023-05-14 planned @Vienna"},
		{"a beginning opens it", "Beginning in late 2022, the army shelled Kherson.", "shelling «shelled» 2022/.. @Kherson"},
		{"who befell it", "He was tried for the February 2022 murder of a man who was stabbed in Akron.", "attack-on-civilians «stabbed» 2022-02 @Akron"},
		{"then, in the next paragraph", past + "On 6 December 1992 troops attacked Kherson.\n\nA republic was then proclaimed in Melitopol.", "formation «proclaimed» 1992-12-06/.. @Melitopol"},
		{"a when clause that lends its place", "The offensive began in April, when troops advanced into Kherson and Melitopol.", "offensive «offensive» 2023-04 @Kherson @Melitopol"},
		{"a headline and its lead", "# Troops attack Kherson\n\nTroops attacked Kherson on Saturday.", "attack «attack» 2023-05-13 @Kherson"},

		{"a month before the noun", "On Monday a jury convicted a man charged in an April 2020 shooting at a shop in Kherson.", "shooting «shooting» 2020-04 alleged @Kherson"},
		{"where somebody is from, and where it was", "A Toledo man was charged on Tuesday in a crash that killed a woman in Dayton on Friday.", "accident «crash» 2023-05-12 alleged @Dayton #killed=1"},
		{"today, of the day that the sentence states", "On 15 May the mayor, whose shop was robbed earlier today, thanked the town.", "crime «robbed» 2023-05-15"},
		{"what he said on the day on which he spoke", "Fritz Henderson, the chief of Acme, outlined a plan on 12 May. Henderson denied the report.", "denial «denied» 2023-05-12"},
		{"an example that has a day of its own", "The army destroyed ten houses over a string of attacks, including two raids this year.", "attack «raids» 2023"},
		{"what the accused is tried for", "A jury met on Monday in the trial of Dan Orr, accused of murdering Ann Lee.", "crime «murdering» alleged"},
		{"a town that is left with its dead", "A crash on Monday leaves Dayton mother of two dead.", "accident «crash» 2023-05-15 @Dayton #killed=1"},
		{"also", past + "On 4 May 1992 rebels attacked Kherson. Two bridges were also destroyed.", "destruction «destroyed» 1992-05-04 @Kherson #destroyed=2"},
		{"in response", past + "On 4 May 1992 rebels attacked Kherson. In response, the army shelled Melitopol.", "shelling «shelled» 1992-05-04/.. @Melitopol"},
		{"some sentences on, shortly after", past + "On 4 May 1992 rebels attacked Kherson. The mayor was away. Clashes broke out in Melitopol shortly after.", "armed-clash «Clashes» 1992-05-04/.. @Melitopol"},
		{"in response, two things", past + "Rebels attacked Kherson on 4 May 1992. In response, Estonia and Latvia introduced martial law and total mobilisation.", "mobilisation «mobilisation» 1992-05-04/.."},
		{"by the end of that day", "On 12 May tanks came in, and by the end of the day the army took control of Kherson.", "territorial-control «took control of» 2023-05-12 @Kherson"},
		{"two who say", "On Monday the mayor of Kherson said that the town was safe, while the Defence Ministry stated that troops were leaving.", "statement «stated» 2023-05-15"},
		{"afterwards, in one sentence", past + "Rebels took Kherson in May 1992 and burnt the port, but afterwards fought the army.", "armed-clash «fought» 1992-05/.."},
		{"after what is known", past + "On 4 May 1992 a truce was signed in Kyiv. After the truce, the mayor of Kherson visited Odesa.", "visit «visited» 1992-05-04/.. @Odesa"},
		{"during what is known", past + "Heavy shelling began in Kherson on 4 May 1992. Schools were destroyed during the shelling.", "destruction «destroyed» 1992-05-04 @Kherson"},
		{"the toll of what is known", past + "Fighting broke out in Kherson on 4 May 1992. The army said that the fighting had left 40 soldiers dead.", "armed-clash «fighting» 1992-05-04 @Kherson #killed=40 <army"},
		{"what was said when it was taken up", past + "On 4 May 1992 the Defence Ministry released a video. The Defence Ministry also stated that troops had captured Kherson.", "territorial-control «captured Kherson» ../1992-05-04 @Kherson <Defence Ministry"},
		{"the heading that names it", past + "\n\n## Treaty of Riga, 4 May 1992\n\nThe treaty was signed in Riga by three states.", "agreement «treaty» 1992-05-04 @Riga"},
		{"who visited it then", past + "A writer who visited Kherson in 1992 noted that the port was empty.", "visit «visited» 1992 @Kherson"},
		{"a date behind what opens the sentence", "Following the incident, on 4 May 2023 the assembly adopted a resolution.", "resolution «adopted a resolution» 2023-05-04"},
		{"a date that opens a clause", "The army left, and on 12 May, the defence minister, John Doe, stated that troops had captured Kherson.", "territorial-control «captured Kherson» ../2023-05-12 @Kherson <John Doe"},
		{"a participle that goes on", "The crisis began on 12 May 2023, when soldiers crossed the river, occupying Kherson.", "territorial-control «occupying Kherson» 2023-05-12 @Kherson"},
		{"what opens the sentence", "Supported by artillery fire, troops entered Kherson on Monday.", "shelling «artillery fire» 2023-05-15 @Kherson"},
		{"talks here, a signing there", "After talks in Riga, the ministers met in Kyiv on Monday.", "talks «talks» 2023-05-15 @Riga"},
		{"those between whom it is signed", "A treaty between Estonia and Latvia was signed on Monday.", "agreement «treaty» 2023-05-15"},
		{"the place of what it is about", "A protest in Damascus over the Aleppo massacre drew crowds on Monday.", "protest «protest» 2023-05-15 @Damascus"},
		{"what lies between", "Soldiers clashed on Monday on the border between Estonia and Latvia.", "armed-clash «clashed» 2023-05-15 @Estonia @Latvia"},
		{"what for", "On Monday the army mounted an offensive to capture Kherson.", "territorial-control «capture Kherson» 2023-05-15 planned @Kherson"},
		{"what had to be done", "On Monday 300 people had to flee Kherson.", "displacement «flee» 2023-05-15 @Kherson #displaced=300"},
		{"signed by parties of which one is no country", "On Monday a ceasefire was signed by Artsakh, Estonia and Latvia in Riga.", "ceasefire «ceasefire» 2023-05-15 @Riga"},
		{"leaders of countries", "The war in Kherson ended on Monday under a statement signed by the leaders of Estonia, Latvia and Kenya.", "agreement «statement signed» 2023-05-15 @Kherson"},
		{"a minister of something of a country", "On Monday the envoy met the Minister of Education of Kenya, John Doe.", "talks «met» 2023-05-15"},
		{"members of a group in apposition", "Talks were held on Monday, the chairs of the Riga Group, Estonia, Latvia and Kenya, said.", "talks «Talks» 2023-05-15 <Estonia"},
		{"what another happening took", "After the capture of Kherson, a truce was signed on Monday.", "ceasefire «truce» 2023-05-15"},
		{"what is to be taken", "The council approved plans to capture Kherson on Monday.", "resolution «approved plans» 2023-05-22 planned"},
		{"a capital that helped", "A ceasefire that Moscow helped to arrange began on Monday.", "ceasefire «ceasefire» 2023-05-15"},
		{"brackets that say where the place lies", "Gunmen clashed near Kherson (on the road between Odesa and Melitopol) on Monday.", "armed-clash «clashed» 2023-05-15 @Kherson"},
		{"an unlisted place in a country", "Rebels shot down a helicopter near Shorkhava, in Kenya, on Monday.", "missile-strike «shot down a helicopter» 2023-05-15 @Shorkhava"},
		{"an unlisted place that was taken", "Rebels were blamed for the capture of Shorkhava on Monday.", "territorial-control «capture of» 2023-05-15 @Shorkhava"},
		{"a country that has it", "Kenya has had 40 cases in the outbreak, the ministry said on Monday.", "disease «outbreak» ../2023-05-15 @Kenya <the ministry"},
		{"their own seat", "The agency holds a meeting at its Geneva headquarters on Monday.", "talks «holds a meeting» 2023-05-15 @Geneva"},
		{"where, over two clauses", "They moved to Kherson, where raids and shelling were said to have begun on Monday.", "shelling «shelling» 2023-05-15 @Kherson"},
		{"that, which makes nothing known", "Clashes broke out in Kherson on Monday. The army stated that bitter clashes took place near Shorkhava in Kherson.", "armed-clash «clashes» 2023-05-15 @Kherson <army"},
		{"outside a country", "On Monday troops seized a village outside Kenya.", "territorial-control «seized» 2023-05-15"},
		{"an arrest here for what was done there", "A man was arrested in Riga on Monday over a robbery in Paris.", "arrest «arrested» 2023-05-15 @Riga #detained=1"},
		{"a past form after a noun, before a country", "A quake hit Turkey on Monday.", "disaster «quake hit» 2023-05-15 @Turkey"},
		{"the heading of a section", past + "\n\n## 1992 clashes\n\nRebels attacked Kherson.", "attack «attacked» 1992 @Kherson"},

		{"two who answer in one sentence", past + "On 7 May 1992 the mayor stated that Kherson had been shelled; Riga issued a denial.", "denial «denial» 1992-05-07 <mayor"},
		{"said by the second of two", past + "On 7 May 1992 the army stated that rebels had fled, while the mayor stated that soldiers had attacked Kherson.", "attack «attacked» ../1992-05-07 @Kherson <mayor"},
		{"where he said it", "On Monday the mayor, at a meeting with widows, said that help had come.", "talks «meeting» 2023-05-15"},
		{"what was done when he spoke", "On Monday he addressed the nation, saying that the war was over.", "talks «addressed the nation» 2023-05-15"},
		{"said to be done already", "On 4 May 2023 the army stated it had shelled Kherson.", "shelling «shelled» ../2023-05-04 @Kherson <army"},
		{"a date of what is said", past + "The group reported that on 4 May 1992 rebels had attacked Kherson.", "attack «attacked» 1992-05-04 @Kherson <The group"},
		{"an interview", "In an interview on 4 May 2023, the mayor said that troops had attacked Kherson.", "attack «attacked» ../2023-05-04 @Kherson <mayor"},
		{"in brackets", "The country was torn by the Kherson massacre (1992).", "attack-on-civilians «massacre» 1992 @Kherson"},
		{"a definition", "The Kherson massacre, also known as the Kherson purge, was the killing of the people of the town in 1920.", "attack-on-civilians «massacre» 1920 @Kherson"},
		{"when it fell", "When the republic fell in 1939, 300 people fled to France.", "displacement «fled» 1939 #displaced=300"},
		{"and then", "The port was captured in 1994, and its people were expelled from it.", "displacement «expelled» 1994"},
		{"following what was known", "On 4 May 2023 the parliament declared a curfew following the clashes in Kherson.", "armed-clash «clashes» ../2023-05-04 @Kherson <the parliament"},
		{"already", "In May 1992, when monitors came, Kherson had already suffered heavy destruction.", "destruction «destruction» ../1992-05 @Kherson"},
		{"a clock before which", "Just before 04:00 on 10 May 2023, rebels attacked Kherson.", "attack «attacked» 2023-05-10 @Kherson"},
		{"a day that is named", past + "On 4 May 1992 the assembly met in Kyiv. It was asked to establish 23 March as a day of memory.", "formation «establish» demanded"},
		{"claimed to have done it", "On 4 May 2023, the Defence Ministry claimed to have shot down a drone near Kherson.", "weapons-disrupted «shot down a drone» ../2023-05-04 alleged @Kherson <Defence Ministry"},
		{"what something can do", "The launcher is capable of firing 40 rockets at Kherson.", "missile-strike «firing 40 rockets at» hypothetical @Kherson"},
		{"a list of years", "In 1958 and 1971 there were angry demonstrations in Riga.", "protest «demonstrations» {1958,1971} @Riga"},
		{"respectively", "Parliament adopted resolutions 5 and 6 on 3 June 2003 and 9 April 2007, respectively.", "resolution «adopted resolutions» {2003-06-03,2007-04-09}"},
		{"one of two days", "Rebels took control of Kherson on 14 or 15 October 2022.", "territorial-control «took control of» [2022-10-14,2022-10-15] @Kherson"},
		{"three days in a row", "Rebels attacked Kherson on the 1, 2, and 3 May 2023.", "attack «attacked» 2023-05-01/2023-05-03 @Kherson"},
		{"from one day to another", "Between 4 and 7 May 2023, four separate missile attacks on Kherson killed 30 people.", "missile-strike «missile attacks» 2023-05-04/2023-05-07 @Kherson #killed=30"},
		{"a year within a name", "The worst of these were the 2016 Kherson clashes.", "armed-clash «clashes» 2016 @Kherson"},
		{"a year within a name, and the day", "The 2016 Kherson clash was a skirmish that took place on 18 February 2016.", "armed-clash «clash» 2016-02-18 @Kherson"},
		{"a day, and what came of it", "A ballot was held in Kyiv on 4 May 1997 which was boycotted by unions.", "protest «boycotted» 1997-05-04 @Kyiv"},
		{"on coming back", past + "On 4 May 1992 the mayor met the poets in Riga. Returning to Kyiv the same evening, the mayor told the crowd that help had come.", "statement «told» 1992-05-04"},
		{"no longer of that day", past + "On 4 May 1992 rebels attacked Kherson. In response, the army shelled Melitopol. Soldiers were killed.", "casualty-report «killed» @Melitopol"},
		{"a letter in an aside", "The army, in a letter of 9 April 2023, denied the report.", "denial «denied» 2023-04-09"},
		{"the year in which", "He joined the army in 1936, the year in which the civil war began.", "armed-clash «war began» 1936"},
		{"hours before", "On Monday parliament rejected the budget, hours before the mayor resigned.", "resignation «resigned» 2023-05-15/.."},
		{"held since", past + "Kherson was captured in 1992 and has been occupied since.", "territorial-control «occupied» 1992/.. @Kherson"},
		{"behind a semicolon, not harm", past + "A ballot was held in Kyiv on 4 May 1997; it was boycotted by unions.", "protest «boycotted» 1997-05-04 @Kyiv"},
		{"what is ahead of the news", "The trial opened in Kyiv on 9 January 2021. The mayor will visit Odesa on 10 June.", "visit «visit» 2023-06-10 planned @Odesa"},
		{"from one month through another", "Clashes in Kherson took place from late August through early October 2022.", "armed-clash «Clashes» 2022-08/2022-10 @Kherson"},
		{"two months, first in the sentence", "Before the battle, in late June and early July 2022, the mayor of Kherson accused Riga of shelling.", "accusation «accused» 2022-06/2022-07"},
		{"while, and then", past + "While a truce was signed in Kyiv on 9 April 1992, the army subsequently attacked Kherson.", "attack «attacked» 1992-04-09/.. @Kherson"},
		{"what followed it", "The attack in Kherson was followed by a strike in Odesa on 5 May 2022.", "attack «attack» @Kherson @Odesa"},
		{"starting from", "The army shelled Kherson throughout the siege, starting from 12 March 2022.", "shelling «shelled» 2022-03-12/.. @Kherson"},
		{"at night", past + "On 4 May 1992 clashes went on. At night, the president stated that rebels had captured Kherson.", "territorial-control «captured Kherson» ../1992-05-04 @Kherson <president"},
	} {
		if got := lines(read(x, document("d", published, c.text))); !slices.Contains(got, c.want) {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.about, c.text, strings.Join(got, "\n     "), c.want)
		}
	}
}

// What goes on from a sentence stays where that was, as far as its paragraph or,
// in news, its story goes.
func TestPlacesAreCarriedWithinAStory(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct {
		about, at string
		blocks    []string // one that begins with # is a heading
	}{
		{"the same paragraph", "Kherson", []string{"It snowed in Aleppo. Rebels attacked Kherson on Monday. Three schools were destroyed."}},
		{"another paragraph of news", "Kherson", []string{"It snowed in Aleppo.", "Rebels attacked Kherson on Monday.", "Three schools were destroyed."}},
		{"behind a paragraph of several sentences", "", []string{"It snowed in Aleppo. Rebels attacked Kherson on Monday. Snow fell.", "Three schools were destroyed."}},
		{"another section", "", []string{"It snowed in Aleppo.", "Rebels attacked Kherson on Monday.", "# Losses", "Three schools were destroyed."}},
		{"a border area", "", []string{"It snowed in Aleppo. Rebels attacked Kherson on Monday. Three schools in the border area were destroyed."}},
	} {
		d := table(c.blocks...)
		d.Published = published
		for i := range d.Blocks {
			if strings.HasPrefix(c.blocks[i], "#") {
				d.Blocks[i].Role, d.Blocks[i].Level = text.Heading, 1
			}
		}
		rs := read(x, d)
		got := ""
		for _, p := range rs[len(rs)-1].Places {
			got += p.Name
		}
		if got != c.at {
			t.Errorf("%s: %q: the schools are at %q, want %q", c.about, c.blocks, got, c.at)
		}
	}
}
