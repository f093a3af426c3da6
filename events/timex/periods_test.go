package timex

import (
	"strings"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// TestEveryPeriodIsFoundByEachOfItsNames also parses their dates, which package
// data cannot, as it imports nothing of this module.
func TestEveryPeriodIsFoundByEachOfItsNames(t *testing.T) {
	all, err := data.Periods()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		v, err := edtf.Parse(p.EDTF)
		if err != nil && p.Feast == "" {
			t.Errorf("%s: %v", p.Name, err)
			continue
		}
		for _, name := range p.Names {
			s := "It happened during the " + name + ", they say."
			found := Find(s, text.AppendTokens(nil, s), nil, Options{Published: "2022-07-01"})
			if len(found) != 1 || !strings.HasSuffix(s[found[0].Start:found[0].End], name) {
				t.Errorf("%s: found %+v", s, found)
				continue
			}
			m := found[0]
			if p.Feast != "" {
				// Which of its days is meant the rules of years tell, not this.
				d, _ := feast(p.Feast, yearOf(m.Earliest+1))
				if a, b := d.bounds(); a != m.Earliest+edtf.Day(d.slack) || b != m.Latest-edtf.Day(d.slack) {
					t.Errorf("%s: %+v, want %s to %s", s, m, a, b)
				}
				continue
			}
			if a, b := v.Bounds(); strings.HasPrefix(p.EDTF, "XXXX") {
				if m.Earliest == edtf.Open || m.Earliest.String()[4:] != p.EDTF[4:] {
					t.Errorf("%s: %+v", s, m)
				}
			} else if m.EDTF != p.EDTF || m.Earliest != a || m.Latest != b {
				t.Errorf("%s: %+v", s, m)
			}
		}
	}
}

// A small grammar of two languages with endings, to show that the format and
// the engine know nothing of English: Russian inflects, Azerbaijani adds
// suffixes behind a hyphen and has the year first.
const sketchRu = `language русский
published 2020-10-17
words month
сентябр{ь,я,ю,ем,е} = 9
октябр{ь,я,ю,ем,е} = 10
words unit
день дня дней = day
год года лет = year
words num
два две двух = 2
words year-word
год года году годом г
words deictic
вчера = -1
words weekday
пятниц{а,у,ы,е} = 5
rule full-date date
{dd} {month} {yyyy} ({year-word})?
+ Бои начались [27 сентября 2020 года]. = 2020-09-27
rule month-day date
{dd} {month}
+ Это было [27 сентября]. = 2020-09-27
- Было 27 сентябрей.
rule deictic date
{deictic}
+ Он уехал [вчера]. = 2020-10-16
rule ago date dir=-1 from=speech
{num:count} {unit} назад
+ Он уехал [два дня назад]. = 2020-10-15
+ ДВА года не назад, а [ДВА ГОДА НАЗАД]. = 2018
rule weekday date
{weekday}
+ Это было в [пятницу]. = 2020-10-16
`

const sketchAz = `language azərbaycan
published 2020-10-17
words month
sentyabr{,ın,da,dan,a} = 9
oktyabr{,ın,da,dan,a} = 10
words suffix
ci cı cu cü
words case
də da dən dan si sı
words year-word
il ilin ildə
words deictic
dünən = -1
rule full-date date
{yyyy}-{suffix} {year-word} {dd} {month}
{dd} {month} {yyyy}-{suffix} {year-word}
{dd} {month} {yyyy}
+ Döyüşlər [2020-ci ilin 27 sentyabrında] yox, [2020-ci il 27 sentyabrda] başladı. = 2020; 2020-09-27
rule year date
{yyyy}-{suffix} {year-word}
+ [1992-ci ildə] baş verdi. = 1992
rule month-day date
{month}{dash}?{case}
{dd} {month}
ayın {dd}-{case}
+ [27 sentyabrda] başladı. = 2020-09-27
rule deictic date
{deictic}
+ [Dünən] gəldi. = 2020-10-16
words dash
-
`

func TestOtherLanguagesNeedNoOtherCode(t *testing.T) {
	for tag, file := range map[string]string{"ru": sketchRu, "az": strings.Replace(sketchAz, "[2020-ci ilin 27 sentyabrında] yox", "[2020-ci ilin] sonunda yox", 1)} {
		lang, err := data.ParseLanguage(tag, file)
		if err != nil {
			t.Fatal(err)
		}
		if err := Check(lang); err != nil {
			t.Fatal(err)
		}
		for _, r := range lang.Rules {
			for _, e := range r.Examples {
				if err := example(lang, e); err != nil {
					t.Errorf("%s:%d: %v", tag, e.Line, err)
				}
			}
		}
	}
}

func TestFaultsInPatternsNameTheLine(t *testing.T) {
	for pattern, want := range map[string]string{
		"{month":      "{ without }",
		"( a":         "( without )",
		"a )":         "unexpected",
		"@NOWHERE":    "no macro",
		"{nothing}":   "no such list of words",
		"{n:nothing}": "no slot",
		"a | ":        "empty alternative",
		"@LOOP":       "nested too deep",
		"< a":         "< without >",
		"((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))": "nested too deep",
	} {
		lang, err := data.ParseLanguage("xx", "language X\nlet LOOP\na @LOOP\nrule a date\n"+pattern+"\n")
		if err != nil {
			t.Fatal(err)
		}
		if err := Check(lang); err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "lang/xx.txt:") {
			t.Errorf("%q: %v, want %q", pattern, err, want)
		}
	}
}

func yearOf(x edtf.Day) int {
	y, _, _ := x.Date()
	return y
}

func mustDay(t *testing.T, s string) edtf.Day {
	v, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	a, _ := v.Bounds()
	return a
}
