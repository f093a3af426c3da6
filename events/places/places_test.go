package places

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

func find(t testing.TB, s string) []Mention {
	t.Helper()
	g, err := data.Gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	return Find(nil, s, text.AppendTokens(nil, s), g, Options{})
}

// show writes mentions as "name=id" with what else holds: "demonym", "named",
// "of" for a qualifier, a relation after ">". Unlisted places have the id "?",
// vague ones "~".
func show(ms []Mention) string {
	var out []string
	for _, m := range ms {
		id := m.ID
		if m.Unlisted {
			id = "?"
		}
		if m.Vague {
			id = "~"
		}
		s := m.Name + "=" + id
		if m.Demonym {
			s += " demonym"
		}
		if m.Named {
			s += " named"
		}
		if m.Qualifier {
			s += " of"
		}
		if m.Relation != "" {
			s += " >" + m.Relation
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

type sentence struct{ text, want string }

func check(t *testing.T, cases []sentence) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			if got := show(find(t, c.text)); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestPlacesAreFoundUnderEveryName(t *testing.T) {
	for _, c := range []struct{ id, names string }{
		{"146970", "Khankendi|Stepanakert|Xankəndi"}, {"147105", "Shusha|Shushi|Şuşa"}, {"148105", "Hadrut"},
		{"148141", "Jabrayil|Jebrail|Cəbrayıl"}, {"586268", "Kalbajar|Karvachar|Kəlbəcər"}, {"147625", "Lachin|Laçın"},
		{"148106", "Fuzuli|Füzuli"}, {"146901", "Zangilan|Zəngilan"}, {"146969", "Khojavend|Xocavənd"},
		{"148619", "Aghdam|Agdam|Ağdam"}, {"584871", "Tartar|Tərtər"}, {"587057", "Barda|Bərdə"},
		{"585514", "Mingachevir|Mingəçevir"}, {"147774", "Khojaly|Xocalı"}, {"586523", "Ganja|Gəncə"},
		{"nagorno-karabakh", "Nagorno-Karabakh|Upper Karabakh|Karabakh"},
	} {
		for name := range strings.SplitSeq(c.names, "|") {
			for _, frame := range []string{"Shells fell in %s, Azerbaijan said.", "Azerbaijan reported that %s's outskirts were quiet.", "Clashes in Azerbaijan went on. On Monday %s was shelled."} {
				s := fmt.Sprintf(frame, name)
				found := false
				for _, m := range find(t, s) {
					found = found || m.Name == name && m.ID == c.id && !m.Named
				}
				if !found {
					t.Errorf("%s: no %s: %s", s, c.id, show(find(t, s)))
				}
			}
		}
	}
}

func TestNamesThatChangedLeadToOnePlace(t *testing.T) {
	check(t, []sentence{
		{"The train left Leningrad for Kiev.", "Leningrad=498817; Kiev=703448"},
		{"Riots broke out in Bombay and Madras.", "Bombay=1275339 >in; Madras=1264527 >in"},
		{"The fleet sailed from Constantinople to Danzig.", "Constantinople=745044 >from; Danzig=3099434 >towards"},
		{"Refugees fled Saigon.", "Saigon=1566083"},
	})
}

func TestANameThatMayBeAPersonsOrAWord(t *testing.T) {
	check(t, []sentence{
		{"The trial opened in Troy on Monday.", "Troy=5012639 >in"},
		{"The fatal Queens crash was on Monday. A car hit a man in Queens.", "Queens=5133273; Queens=5133273 >in"},
		{"The Queens shut the palace.", ""},
		{"A man believed in Bush.", ""},
		{"She lost interest in Grant.", ""},
		{"It happened in Washington County, Oregon.", "Washington County=? >in; Oregon=US.OR >in"},
		{"A clerk of Oakland County spoke.", "Oakland County=? >of"},
		{"Oakland County Clerk Dan Orr spoke.", "Oakland County=? named"},
	})
}

func TestThePlaceIsSettledByWhatIsNamedWithIt(t *testing.T) {
	check(t, []sentence{
		{"A blast hit Ganja, Azerbaijan, at night.", "Ganja=586523; Azerbaijan=AZ of"},
		{"He lives in Paris, Texas.", "Paris=4717560 >in; Texas=US.TX of"},
		{"He lives in Paris, France.", "Paris=2988507 >in; France=FR of"},
		{"A fire broke out in Springfield, Ill., on Sunday.", "Springfield=4250542 >in; Ill=US.IL of"},
		{"Two people died in Portland, Maine.", "Portland=4975802 >in; Maine=US.ME of"},
		{"Shells fell on Barda. Azerbaijan blamed Armenia.", "Barda=587057 >in; Azerbaijan=AZ named; Armenia=AM"},
		{"Rain fell in Barda in Russia.", "Barda=579132 >in; Russia=RU >in"},
		{"The governor of Georgia spoke in Atlanta after talks in Alabama and Florida.", "Georgia=US.GA >of; Atlanta=4180439 >in; Alabama=US.AL >in; Florida=US.FL >in"},
		{"Georgia and Russia agreed on a truce in Tbilisi.", "Georgia=GE named; Russia=RU named; Tbilisi=611717 >in"},
		{"Fighting spread from Tripoli to Misrata, Libyan officials said.", "Tripoli=2210247 >from; Misrata=2214846 >towards; Libyan=LY demonym"},
		{"In the north of Lebanon, gunmen attacked Tripoli.", "Lebanon=LB >north; Tripoli=266826"},
		{"The Syrian city of Hama was shelled.", "Syrian=SY demonym; Hama=170017"},
		{"Police in London, Ontario, arrested two men.", "London=6058560 >in; Ontario=CA.08 of"},
		{"A bomb exploded in Hyderabad, Pakistan.", "Hyderabad=1176734 >in; Pakistan=PK of"},
		{"A bomb exploded in Hyderabad. Indian police arrested a man.", "Hyderabad=1269843 >in; Indian=IN demonym"},
		{"An air strike hit Rafah on Monday.", "Rafah=281102"},
		{"Azerbaijan's Ganja was hit.", "Azerbaijan=AZ; Ganja=586523"},
		{"Oil leaked into the Gulf of Mexico. Boats in the Gulf lay idle.", "Gulf of Mexico=gulf-of-mexico >in; Gulf=gulf-of-mexico >in"},
		{"Boats in the Gulf lay idle, and Louisiana and Alabama sued.", "Gulf=gulf-of-mexico >in; Louisiana=US.LA; Alabama=US.AL"},
		{"Iran seized a tanker in the Gulf.", "Iran=IR; Gulf=persian-gulf >in"},
		{"A man was shot in Lebanon, Pa., on Monday. Police in Lebanon arrested two.", "Lebanon=5197517 >in; Pa=US.PA of; Lebanon=5197517 >in"},
		{"RICHMOND, Calif. — A man was shot in Richmond on Monday.", "RICHMOND=5387428 >dateline; Calif=US.CA of; Richmond=5387428 >in"},
		{"A man was shot in Springfield, Ala., on Monday.", "Springfield=? >in; Ala=US.AL of"},
		{"A Billings police officer shot a man.", "Billings=5640350"},
	})
}

func TestAWordThatIsNoPlaceIsNotOne(t *testing.T) {
	check(t, []sentence{
		{"Of these, two survived.", ""},
		{"March was cold.", ""},
		{"They met in March.", ""},
		{"Nice people live here.", ""},
		{"Reading is fun.", ""},
		{"Mobile phones rang.", ""},
		{"Victory was near.", ""},
		{"Police said nothing.", ""},
		{"Liberty is dear to all.", ""},
		{"Hope faded on Friday.", ""},
		{"Many were hurt.", ""},
		{"Of course they left. And so did we.", ""},
		{"Orange smoke rose.", ""},
		{"The Council met on Monday.", ""},
		{"I told him that God is great.", ""},
		{"Union leaders called a strike.", ""},
		{"Enterprise software sells.", ""},
		{"Both sides fired. Split opinions followed.", ""},
		{"Tell us what you think.", ""},
		{"Internet access was cut.", ""},
		{"Chase ran to the bank.", ""},
		{"Andrew Hopkins reported the damage.", ""},
		{"I'd say that we'll go, and I’ll drive.", ""},
		{"The Department of Justice sued. The Department of Energy did not.", ""},
		{"Cicero019 wrote to Ganja20.", ""},
		{"Oil prices rose under the Bush administration, and the Clinton and Carter administrations fell out.", ""},
		{"They threw stones and Molotov cocktails at banks in Egypt.", "Molotov=511196 named; Egypt=EG >in"},
		{"Egypt was angered by Bush's reluctance.", "Egypt=EG"},
		{"Alphonse D'Arco of New York and Milan went to Italy.", "New York=5128581 >of; Milan=3173435 >of; Italy=IT >towards"},
		{"Hunger grew in West and Central Africa.", "Africa=africa"},
		{"Much was stolen.\n------ Corrupt state bodies look away.", ""},
		{"Mr. Hamilton resigned.", "Hamilton=5969782 named"},
		{"Judge Anderson ruled on Tuesday.", ""},
		{"Jennifer Jackson and Peter Austin were hired.", "Jackson=4431410 named; Austin=4671654 named"},
		{"Taylor Houston won the race.", "Houston=4699066 named"},
		{"The Microsoft Windows update failed.", ""},
		{"An Apple spokesman declined to comment.", ""},
	})
}

func TestAnAmbiguousAreaIsNoContext(t *testing.T) {
	check(t, []sentence{
		{"Ministers of Armenia and of Azerbaijan will meet in Geneva after talks in Washington.", "Armenia=AM >of; Azerbaijan=AZ >of; Geneva=2660646 >in; Washington=4140963 >in"},
	})
}

func TestAPlaceWithinAnotherNameIsMarked(t *testing.T) {
	check(t, []sentence{
		{"Bank of America cut jobs.", "America=US named >of"},
		{"The New York Times wrote about it.", "New York=5128581 named"},
		{"The Washington Post reported it.", "Washington=4140963 named"},
		{"Washington said it would act.", "Washington=4140963 named"},
		{"Pressure from Downing Street grew, and the White House had other plans.", "Downing Street=downing-street named >from; White House=white-house named"},
		{"A man was held outside the White House after a meeting at the Kremlin.", "White House=white-house >near; Kremlin=kremlin >in"},
		{"Paris Hilton arrived.", "Paris=2988507 named"},
		{"Jordan Miller scored twice.", "Jordan=JO named"},
		{"The Minsk Group met.", "Minsk=625144 named"},
		{"The Geneva Convention forbids it.", "Geneva=2660646 named"},
		{"The University of Tehran closed.", "Tehran=112931 named >of"},
		{"Denzel Washington stars in it.", "Washington=4140963 named"},
		{"Moscow-backed fighters withdrew.", "Moscow=524901 named"},
		{"Baku announced a curfew.", "Baku=587084 named"},
		{"Turkey condemned the attack.", "Turkey=TR named"},
		{"American Airlines cancelled flights.", "American=US demonym named"},
	})
}

func TestWhatTheTextCallsAPlaceIsOne(t *testing.T) {
	check(t, []sentence{
		{"They entered the town of Qorvanda at dawn.", "Qorvanda=?"},
		{"Shells hit Zarvalo village in Azerbaijan.", "Zarvalo=?; Azerbaijan=AZ >in"},
		{"Clashes went on in the Lachin district of Azerbaijan.", "Lachin=AZ.28 >in; Azerbaijan=AZ"},
		{"Ganja city was hit.", "Ganja=586523"},
		{"Fighting in Kharkiv Oblast killed two.", "Kharkiv Oblast=UA.07 >in"},
		{"They met in the city of Nice.", "Nice=2990440 >in"},
		{"They met in the town of Reading.", "Reading=2639577 >in"},
		{"Trains stop in Reading, England.", "Reading=2639577 >in; England=GB.ENG of"},
		{"He flew into Kabul International Airport.", "Kabul=1138958 >site"},
	})
}

func TestRelationsAreKept(t *testing.T) {
	check(t, []sentence{
		{"Troops moved in the direction of Hadrut and Jabrayil, Azerbaijan said.", "Hadrut=148105 >towards; Jabrayil=148141 >towards; Azerbaijan=AZ named"},
		{"Troops gathered in northern Azerbaijan.", "Azerbaijan=AZ >north"},
		{"A drone fell near Baku.", "Baku=587084 >near"},
		{"Guns fired on the outskirts of Ganja.", "Ganja=586523 >outskirts"},
		{"A camp lies 20 km north of Baghdad.", "Baghdad=98182 >north-of"},
		{"Shots were heard along the border with Iran.", "Iran=IR >border"},
		{"In south-eastern Turkey, a mine went off.", "Turkey=TR >south-east"},
		{"BAKU, Azerbaijan (AP) — Shelling went on.", "BAKU=587084 >dateline; Azerbaijan=AZ of"},
	})
}

func TestListsShareTypeAndRelation(t *testing.T) {
	check(t, []sentence{
		{"Azerbaijan lost the districts of Agdam, Jabrayil and Lachin.", "Azerbaijan=AZ; Agdam=AZ.03; Jabrayil=AZ.14; Lachin=AZ.28"},
		{"People died in Ganja, Barda and Tartar. Azerbaijan mourned.", "Ganja=586523 >in; Barda=587057 >in; Tartar=584871 >in; Azerbaijan=AZ"},
		{"Trucks used the Lachin corridor. Azerbaijan closed it.", "Lachin corridor=lachin-corridor; Azerbaijan=AZ"},
		{"Planes left Heathrow airport Monday.", "Heathrow airport=heathrow"},
		{"Shells hit the Ganja city, APA reports. Azerbaijan confirmed it.", "Ganja=586523; Azerbaijan=AZ named"},
		{"Armenia and Azerbaijan accused each other.", "Armenia=AM named; Azerbaijan=AZ named"},
		{"Judges in The Hague met.", "The Hague=2747373 >in"},
	})
}

func TestPlacesWithoutNamesStayVague(t *testing.T) {
	check(t, []sentence{
		{"Missiles hit more than 10 regions of Azerbaijan.", "more than 10 regions=~; Azerbaijan=AZ"},
		{"Several cities lost power.", "Several cities=~"},
		{"Troops massed at the border.", "the border=~ >in"},
		{"Shelling of three villages went on.", "three villages=~ >of"},
	})
}

func TestDemonymsGiveTheirCountry(t *testing.T) {
	check(t, []sentence{
		{"Azerbaijani and Armenian forces clashed.", "Azerbaijani=AZ demonym; Armenian=AM demonym"},
		{"Two Azeris and a Russian were hurt.", "Azeris=AZ demonym; Russian=RU demonym"},
		{"A Russian-brokered truce failed.", "Russian=RU demonym"},
		{"South Korean troops left.", "South Korean=KR demonym"},
		{"US forces and UN troops left; they told us.", "US=US named"},
	})
}
