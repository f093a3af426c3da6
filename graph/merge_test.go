package graph

import (
	"slices"
	"strings"
	"testing"
)

func TestReportsOfOneHappeningAreOneEvent(t *testing.T) {
	for _, c := range []struct{ name, corpus string }{
		{"three strikes on one town on three days stay apart", `
			= a 2020-10-05 Daily
			= b 2020-10-12 Daily
			= c 2020-10-18 Herald
			= d 2020-10-18 Courier
			a missile-strike @ganja 2020-10-04 killed=1 | Rockets [struck] Ganja in the morning -> first
			b missile-strike @ganja 2020-10-11 killed=10 | A night [strike] levelled flats in Ganja -> second
			c missile-strike @ganja 2020-10-17 killed=13 | Missiles [hit] Ganja after midnight -> third
			d shelling @ganja 2020-10-17 killed=13 | The [shelling] of Ganja flattened houses -> third`},
		{"one strike under three kinds is one", `
			= a 2020-10-28 Daily
			= b 2020-10-29 Herald
			= c 2020-10-29 Courier
			a missile-strike @barda 2020-10-28 killed=21 | A [rocket strike] on Barda killed shoppers -> x
			b shelling @barda 2020-10-28 killed=21 | Barda's market was [shelled] -> x
			c attack-on-civilians @barda 2020-10-28 killed=21 | The [attack] on the market of Barda -> x`},
		{"two names of one place are one place", `
			= a 2020-10-03 Daily
			= b 2020-10-03 Herald
			a shelling @stepanakert 2020-10-02 | Stepanakert was [shelled] all day -> x
			b shelling @khankendi 2020-10-02 | The [shelling] of Khankendi -> x`},
		{"a demand is not what it demands", `
			= a 2020-10-12 Daily
			= b 2020-10-12 Herald
			a withdrawal @barda 2020-10-11 | Troops [withdrew] from Barda -> done
			b withdrawal @barda 2020-10-11 !demanded | The council demands that troops [withdraw] from Barda -> wanted`},
		{"the attack, told again without date or place, is the one named before", `
			= a 2020-10-12 Daily
			a missile-strike @ganja 2020-10-11 killed=9 | A missile [strike] on Ganja killed nine -> x
			a attack | The [attack] destroyed a school -> x`},
		{"another strike is another", `
			= a 2020-10-12 Daily
			a missile-strike @ganja 2020-10-11 | A missile [strike] hit Ganja at two -> x
			a missile-strike @ganja 2020-10-11 | Hours later another [strike] hit Ganja -> y`},
		{"the same told of two towns near each other, with two tolls, is two", `
			= a 2020-10-12 Daily
			a shelling @stepanakert 2020-10-11 killed=2 | Two were killed when shells [fell] on Stepanakert -> x
			a shelling @shusha 2020-10-11 killed=1 | Shells [fell] on Shusha as well and killed a woman -> y`},
		{"an undated strike joins neither of two dated ones", `
			= a 2020-10-05 Daily
			= b 2020-10-12 Herald
			= c - -
			a missile-strike @ganja 2020-10-04 | A missile [strike] hit Ganja city -> x
			b missile-strike @ganja 2020-10-11 | A missile [strike] hit Ganja city -> y
			c missile-strike @ganja | A missile [strike] hit Ganja city -> z`},
		{"a running total is no strike, and totals of two days are two", `
			= a 2020-10-05 Daily
			= b 2020-10-17 Daily
			a missile-strike @ganja 2020-10-04 killed=1 | A [strike] on Ganja killed one -> strike
			a casualty-report total:killed=23:2020-10-04 says=Prosecutor_General | So far 23 have been [killed] -> first
			b casualty-report total:killed=47:2020-10-16 says=Prosecutor_General | At least 47 were [killed] -> second`},
		{"statements of one speaker on one day about one thing are one", `
			= a 2020-10-10 Daily
			= b 2020-10-10 Herald
			a statement 2020-10-10 by=Anna_Lind says=Anna_Lind | Anna Lind [said] the bridge at Molde would reopen after repairs -> x
			b statement 2020-10-10 by=Lind says=Lind | Lind [said] repairs were done and the Molde bridge would reopen -> x
			b statement 2020-10-10 by=Jon_Berg says=Jon_Berg | Jon Berg [said] repairs of the Molde bridge cost too much -> y`},
		{"a verb of no kind is another deed than the news, unless it tells that by the same word", `
			= a 2014-03-10 Daily
			= b 2014-03-10 Herald
			a deal 2014-03-10 by=Norrsund | The ferry line Norrsund [filed] for insolvency in Turku after banks lost patience -> filing
			a other | The [filing] by the ferry line Norrsund was made in Turku -> filing
			a other 2014-03-10 | The ferry line Norrsund [thanked] its crews in Turku -> thanks
			b deal 2014-03-10 by=Norrsund | The ferry line Norrsund [filed] for insolvency in Turku after banks lost patience -> filing
			b deal | The [filing] was the largest of a ferry line -> filing
			b other 2014-03-10 | The mayor of Turku [called] Norrsund and its banks to the table -> call`},
		{"two orders that one firm wins in one month are two", `
			= a 2011-09-06 Daily
			= b 2011-09-21 Herald
			a deal 2011-09-06 by=Skov | The vehicle maker Skov has [won] a tram order from a city, its largest so far -> bergen
			b deal 2011-09-21 by=Skov | The vehicle maker Skov has [won] a tram order from a city, its largest so far -> graz`},
		{"background that two texts repeat is one event", `
			= a 2020-10-10 Daily
			= b 2019-03-01 Herald
			a ceasefire @azerbaijan 1994 | A [ceasefire] was agreed in 1994 after years of war -> x
			b ceasefire @azerbaijan 1994 | The [ceasefire] of 1994 ended years of war -> x`},
		{"what a text tells of its own days is not what it then tells of years before", `
			= a 2021-02-26 Daily
			a territorial-control @ganja | A year ago today troops [retook] the hills round Ganja -> now
			a territorial-control @ganja 1992-02-25 | In February 1992 troops [seized] the town of Ganja -> then`},
		{"a year in the sentence keeps an undated report from a day of another year", `
			= a 2020-11-16 Daily
			a territorial-control @barda 2020-11-16 | The [handover] of Barda was complete -> now
			a territorial-control @barda | Troops [took] Barda in the spring of 1993 -> then`},
		{"an undated report does not tie two wars together", `
			= a 2020-10-10 Daily
			= b 1992-10-10 Herald
			= c 2020-10-10 Courier
			a shooting @ganja 2020-10-10 | Troops [opened fire] on the road to Ganja -> now
			b shooting @ganja 1992-10-10 | Troops [opened fire] on the road to Ganja -> then
			c shooting @ganja | Troops [opened fire] on the road to Ganja in the 1990s -> now`},
		{"a date that is open at its start is not years before", `
			= a 2020-10-10 Daily
			= b 1994-05-12 Herald
			a ceasefire @barda ../2020-10-10 | Both sides agreed on a [ceasefire] at Barda -> now
			b ceasefire @barda 1994-05-12 | Both sides agreed on a [ceasefire] at Barda -> then`},
		{"what a fortnight cost is no strike within it", `
			= a 2020-10-12 Daily
			= b 2020-10-12 Herald
			a missile-strike @ganja 2020-10-11 | A missile [struck] flats in Ganja -> strike
			a destruction @ganja 2020-09-27/2020-10-11 damaged/houses=1165 | From 27 September to 11 October 1,165 houses were [damaged] in Ganja -> total
			b missile-strike @ganja 2020-10-11 | A missile [struck] flats in Ganja -> strike`},
		{"a day is not the weeks that hold it", `
			= a 2020-10-12 Daily
			= b 2020-10-12 Herald
			a shelling @ganja 2020-10-04 | Shells [fell] on Ganja -> day
			b shelling @ganja 2020-09-27/2020-10-11 | Shells [fell] on Ganja -> weeks`},
		{"without a day and a place a report joins no other text", `
			= a 2020-10-09 Daily
			= b 2020-10-10 Daily
			a election @barda 2020-10-08 | Voters in Barda [elected] a mayor -> vote
			a election | The [election] took all day -> vote
			b missile-strike @ganja 2020-10-10 | A missile [struck] flats in Ganja -> strike
			b missile-strike @ganja 2020-10-10 | The [strike] levelled a block -> strike
			a attack !denied says=the_Defence_Ministry_in_Oslo | It denied having [targeted] the church -> church
			b attack @ganja ../2020-10-10 !denied says=the_Defence_Ministry_in_Oslo | It denied having [targeted] the city of Ganja -> strike`},
		{"what a text tells had happened when it was published", `
			= a 2020-10-05 Daily
			= b 2020-10-12 Herald
			a missile-strike @ganja | Thirty homes of Ganja stand without a roof since rockets [hit] them -> before
			b missile-strike @ganja 2020-10-11 | Rockets [hit] thirty homes in Ganja on Sunday -> x`},
		{"an appeal is not the strike that it is about", `
			= a 2020-10-12 Daily
			= b 2020-10-12 Herald
			a missile-strike @ganja 2020-10-11 | A missile [strike] on flats in Ganja killed nine people -> strike
			b appeal 2020-10-12 | After the missile on flats in Ganja killed nine people the council [appealed] for help -> appeal`},
		{"places far apart never join", `
			= a 2020-10-05 Daily
			= b 2020-10-05 Herald
			a shelling @ganja 2020-10-04 killed=5 | Shells [fell] on homes and a school, killing five -> x
			b shelling @barda 2020-10-04 killed=5 | Shells [fell] on homes and a school, killing five -> y`},
	} {
		t.Run(c.name, func(t *testing.T) {
			corpus := parseCorpus(t, c.corpus)
			if got, want := corpus.clusters(corpus.build(t)), corpus.wanted(); !slices.Equal(got, want) {
				t.Errorf("events\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
			}
		})
	}
}
