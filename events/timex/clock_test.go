package timex

import (
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

// read returns "words=EDTF" of every mention with an EDTF value, "words=value"
// of the others.
func read(s, published string) string {
	var all []string
	for _, m := range Find(s, text.AppendTokens(nil, s), nil, Options{Published: published}) {
		v := m.EDTF
		if v == "" {
			v = m.Value
		}
		all = append(all, s[m.Start:m.End]+"="+v)
	}
	return strings.Join(all, " ")
}

func TestTheClockIsReadFromTheDocument(t *testing.T) {
	for name, c := range map[string]struct{ published, text, want string }{
		"news counts from its publication": {"2020-10-17",
			"The army said on Friday that shelling had begun on Sept. 27. In August it denied it.",
			"Friday=2020-10-16 Sept. 27=2020-09-27 August=2020-08"},
		"a history goes on from date to date": {"2009-12-19",
			"In June 1914 the heir was shot. In July an ultimatum followed, and in August 1914 war began. The front froze in November. In January both sides dug in.",
			"June 1914=1914-06 July=1914-07 August 1914=1914-08 November=1914-11 January=1915-01"},
		"a background paragraph of news has a clock of its own": {"2020-10-17",
			"He spoke on Friday.\nThe treaty of May 1992 failed: in June both armies moved.\nIn September the talks ended.",
			"Friday=2020-10-16 May 1992=1992-05 June=1992-06 September=2020-09"},
		"the entry of a diary is today": {"",
			"4 May 1915\nToday the guns were near. Yesterday we buried two.\n6 May 1915\nToday it rained.",
			"4 May 1915=1915-05-04 Today=1915-05-04 Yesterday=1915-05-03 6 May 1915=1915-05-06 Today=1915-05-06"},
		"a date under the headline stands in for the publication": {"",
			"Bridge closed\nMarch 3, 2011\nThe bridge was closed yesterday and opens on Monday.",
			"March 3, 2011=2011-03-03 yesterday=2011-03-02 Monday=2011-02-28"},
		"an unknown publication leaves relative dates open": {"",
			"He came yesterday; on Friday, 3 weeks ago, and on 4 May it rained.",
			"yesterday=XXXX-XX-XX Friday=XXXX-WXX-5 3 weeks ago=XXXX-WXX 4 May=XXXX-05-04"},
		"nor does a date in the text stand in for it": {"",
			"The treaty of 4 May 2019 failed. On Friday and last month both armies moved. The next day it rained.",
			"4 May 2019=2019-05-04 Friday=XXXX-WXX-5 last month=XXXX-XX The next day=2019-05-05"},
		"a publication known to the month resolves months": {"2020-10",
			"He came yesterday and in August.", "yesterday=XXXX-XX-XX August=2020-08"},
		"a publication with a time is of that day": {"2020-10-17T12:50",
			"He came yesterday.", "yesterday=2020-10-16"},
		"a wire story counts from its date line": {"2020-10-08",
			"Village shelled\nNORTHPORT, Oct. 4 (Wire) - Two died on Friday, a clerk said on Sunday.",
			"Oct. 4=2020-10-04 Friday=2020-10-02 Sunday=2020-10-04"},
		"an old date line is none": {"2020-10-08",
			"NORTHPORT, Mar. 4 - Two died on Friday.", "Mar. 4=2020-03-04 Friday=2020-10-02"},
		"a heading gives the year": {"2015-01-01",
			"1961: The wall\nIn August the border was shut.\n1962\nIn October 1962 ships turned back. On 2 November they left.",
			"1961=1961 August=1961-08 1962=1962 October 1962=1962-10 2 November=1962-11-02"},
		"one date of another year is an aside": {"2022-01-01",
			"On 3 March 1950 they came. On 5 March 1950 they left. On 8 March 1950 it burned. It was like May 1870.\nOn 11 March they returned.",
			"3 March 1950=1950-03-03 5 March 1950=1950-03-05 8 March 1950=1950-03-08 May 1870=1870-05 11 March=1950-03-11"},
		"the next day is counted from the day before it": {"2020-10-17",
			"On 4 May 2019 they met. The next day they parted. Two weeks later they met again.",
			"4 May 2019=2019-05-04 The next day=2019-05-05 Two weeks later=2019-05-19"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := read(c.text, c.published); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestTheOrderOfDayAndMonthIsThatOfTheDocument(t *testing.T) {
	for name, c := range map[string]struct {
		published, text, want string
		ambiguous             bool
	}{
		"another date shows day first":   {"", "Sent 13/04/2020, read 03/04/2020.", "13/04/2020=2020-04-13 03/04/2020=2020-04-03", false},
		"another date shows month first": {"", "Sent 04/13/2020, read 03/04/2020.", "04/13/2020=2020-04-13 03/04/2020=2020-03-04", false},
		"the publication is near one":    {"2020-03-06", "Read 03/04/2020.", "03/04/2020=2020-03-04", true},
		"nothing tells: day first":       {"", "Read 03/04/2020.", "03/04/2020=2020-04-03", true},
	} {
		t.Run(name, func(t *testing.T) {
			if got := read(c.text, c.published); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			found := Find(c.text, text.AppendTokens(nil, c.text), nil, Options{Published: c.published})
			if last := found[len(found)-1]; last.Ambiguous != c.ambiguous {
				t.Errorf("ambiguous is %v: %s", last.Ambiguous, last.Basis)
			}
		})
	}
}

func TestMentionsSayWhatTheyAreAndWhy(t *testing.T) {
	for _, c := range []struct {
		text, words string
		check       func(Mention) bool
	}{
		{"He spoke on Saturday.", "Saturday", func(m Mention) bool {
			return m.Basis == "Saturday before or on 17 October 2020, the day of publication" && m.Clock == ClockPublication && m.Underspecified == "XXXX-WXX-6"
		}},
		{"It fell on 27 September.", "27 September", func(m Mention) bool {
			return m.Basis == "27 September of 2020, the year of publication" && m.Underspecified == "XXXX-09-27"
		}},
		{"It fell on 27 November.", "27 November", func(m Mention) bool {
			return m.Basis == "the last 27 November before or on 17 October 2020, the day of publication" && m.EDTF == "2019-11-27"
		}},
		{"PORTO, Oct. 14 (Agency) - It rained.", "Oct. 14", func(m Mention) bool {
			return m.Basis == "14 October of 2020, the year of publication" && m.EDTF == "2020-10-14"
		}},
		{"They move at night.", "night", func(m Mention) bool { return m.Basis == "a time of day, of no day in particular" }},
		{"It fell in early May 2019.", "early May 2019", func(m Mention) bool {
			return m.Mod == "START" && m.Earliest.String() == "2019-05-01" && m.Latest.String() == "2019-05-15" && m.Precision == "month"
		}},
		{"From 3 to 5 May 2019 it rained.", "5 May 2019", func(m Mention) bool { return m.Range == "2019-05-03/2019-05-05" }},
		{"The Geneva Convention of 1949 applies.", "1949", func(m Mention) bool { return m.Named }},
		{"The prices of 1949 were low.", "1949", func(m Mention) bool { return !m.Named }},
		{"Under Resolution 853 (1993) they left.", "1993", func(m Mention) bool { return m.Named }},
		{"They met two days after the ceasefire.", "two days", func(m Mention) bool {
			return m.Anchor == AnchorEvent && m.Value == "P2D" && m.EDTF == "" && m.Underspecified == "event:day+2"
		}},
		{"The next day they left.", "The next day", func(m Mention) bool { return m.Anchor == AnchorEvent && m.EDTF == "" }},
		{"It grew over the past four months.", "the past four months", func(m Mention) bool {
			return m.Type == Duration && m.Value == "P4M" && m.EDTF == "2020-06-17/2020-10-17" && m.Earliest.String() == "2020-06-17"
		}},
		{"He came during World War II.", "World War II", func(m Mention) bool { return m.EDTF == "1939/1945" && m.Rule == "period:world-war-ii" }},
		{"It happened in the night of 3 May 2019.", "the night of 3 May 2019", func(m Mention) bool {
			return m.Type == Time && m.Value == "2019-05-03TNI" && m.Latest.String() == "2019-05-04"
		}},
		{"Sales fell in fiscal 2019.", "fiscal 2019", func(m Mention) bool {
			return m.Value == "FY2019" && m.EDTF == "2019~" && m.Earliest.String() == "2018-07-01" && m.Latest.String() == "2020-06-30"
		}},
		{"It fell late on Friday or late Thursday.", "late Thursday", func(m Mention) bool { return m.Mod == "END" && m.Value == "2020-10-15" }},
		{"He left more than two years ago.", "more than two years ago", func(m Mention) bool { return m.Mod == "BEFORE" && m.Value == "2018" }},
		{"He left less than two years ago.", "less than two years ago", func(m Mention) bool { return m.Mod == "AFTER" }},
		{"He left six weeks ago.", "six weeks ago", func(m Mention) bool { // somebody who says so counts roughly
			return m.Value == "2020-W36" && m.EDTF == "2020-08-31~/2020-09-06~" && m.Earliest.String() == "2020-08-28" && m.Latest.String() == "2020-09-09"
		}},
		{"He left two months ago.", "two months ago", func(m Mention) bool { return m.EDTF == "2020-08~" && m.Earliest.String() == "2020-07-17" }},
		{"He left a week ago.", "a week ago", func(m Mention) bool { return m.EDTF == "2020-10-05/2020-10-11" }},
		{"It takes up to six months.", "up to six months", func(m Mention) bool { return m.Mod == "EQUAL_OR_LESS" && m.Value == "P6M" }},
		{"It rains every Monday.", "every Monday", func(m Mention) bool { return m.Type == Set && m.Quant == "EVERY" && m.Value == "XXXX-WXX-1" }},
		{"It rains twice a week.", "twice a week", func(m Mention) bool { return m.Type == Set && m.Freq == "2X" && m.Value == "P1W" }},
		{"In the first year of the war few came.", "the first year", func(m Mention) bool { return m.Anchor == AnchorEvent && m.Value == "P1Y" && m.Type == Duration }},
		{"On the second day of the siege it rained.", "the second day", func(m Mention) bool { return m.Anchor == AnchorEvent && m.EDTF == "" && m.Type == Date }},
		{"Under the 1949 Geneva Convention they are protected.", "1949", func(m Mention) bool { return m.Named }},
		{"In the 1949 census few were counted.", "1949", func(m Mention) bool { return !m.Named }},
		{"During Ramadan 2020 it was quiet.", "Ramadan 2020", func(m Mention) bool {
			return m.EDTF == "2020-04-24~/2020-05-23~" && m.Earliest.String() == "2020-04-23" && m.Latest.String() == "2020-05-24"
		}},
		{"It stood there from c. 1500 on.", "c. 1500", func(m Mention) bool { return m.EDTF == "1500~" && m.Mod == "APPROX" }},
		{"Nearly three decades passed.", "Nearly three decades", func(m Mention) bool { return m.Mod == "APPROX" && m.Value == "P3DE" }},
	} {
		found := Find(c.text, text.AppendTokens(nil, c.text), nil, Options{Published: "2020-10-17"})
		ok := false
		for _, m := range found {
			ok = ok || c.text[m.Start:m.End] == c.words && c.check(m)
		}
		if !ok {
			t.Errorf("%s: %q is not what it should be: %+v", c.text, c.words, found)
		}
	}
}

// TestTheBasisNeverCallsAKnownPublicationUnknown reads every kind of expression
// that counts from a day in texts whose publication is given, to the day or not.
func TestTheBasisNeverCallsAKnownPublicationUnknown(t *testing.T) {
	const s = "They move at night. It fell on Thursday, yesterday, two days ago and last week, at 5:30 am, on the 4th, on 4 October."
	told := "In 1991 it began. In March 1992 it went on. On 4 May 1992 it rained. In 1993 it ended. In 1994 all left. "
	for _, published := range []string{"2020-10-17", "2020-10", "2020"} {
		for _, s := range []string{s, told + s} {
			for _, m := range Find(s, text.AppendTokens(nil, s), nil, Options{Published: published}) {
				if strings.Contains(m.Basis, "not known") {
					t.Errorf("published %s: %q: %s", published, s[m.Start:m.End], m.Basis)
				}
			}
		}
	}
}
