package timex

import (
	"strings"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// TestRussianDaysAndBounds holds what the examples of data/lang/ru.txt cannot
// say: the first and the last possible day.
func TestRussianDaysAndBounds(t *testing.T) {
	lang, err := data.LoadLanguage("ru")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, value, bounds string }{
		{"a night into a day starts the day before", "Взят в ночь на 26 февраля 1992 года.", "1992-02-26TNI", "1992-02-25/1992-02-26"},
		{"a night of a day ends the day after", "Взят ночью 26 февраля 1992 года.", "1992-02-26TNI", "1992-02-26/1992-02-27"},
		{"a decade of a century", "Построен в 60-е годы XIX века.", "186", "1860-01-01/1869-12-31"},
		{"a decade that has not begun is of the century before", "Построен в тридцатые годы.", "193", "1930-01-01/1939-12-31"},
		{"a year in words", "Это было в тысяча девятьсот сорок пятом году.", "1945", "1945-01-01/1945-12-31"},
		{"a year in words without its century", "Это было в девяносто втором году.", "1992", "1992-01-01/1992-12-31"},
		{"a war with a name", "Мост взорван в годы Великой Отечественной войны.", "", "1941-01-01/1945-12-31"},
		{"a stretch looks ahead when the clause does", "Суд продолжится через два дня.", "2020-10-19", "2020-10-19/2020-10-19"},
		{"what was said on a day was said before, whatever it tells", "В понедельник министр заявил, что дорогу откроют и суд состоится.", "2020-10-12", "2020-10-12/2020-10-12"},
		{"until, with the past before it, looks back", "Лагерь действовал до сентября.", "2020-09", "2020-09-01/2020-09-30"},
	} {
		found := Find(c.text, text.AppendTokens(nil, c.text), nil, Options{Published: "2020-10-17", Language: lang})
		if len(found) != 1 || found[0].Value != c.value || found[0].Earliest.String()+"/"+found[0].Latest.String() != c.bounds {
			t.Errorf("%s: %q: found %+v, want %s within %s", c.name, c.text, found, c.value, c.bounds)
		}
	}
}

// TestWhatIsFoundInRussianIsSound reads the examples of each language file as
// one Russian text, whatever they say.
func TestWhatIsFoundInRussianIsSound(t *testing.T) {
	lang, err := data.LoadLanguage("ru")
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range data.Languages() {
		from, err := data.LoadLanguage(tag)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, r := range from.Rules {
			for _, e := range r.Examples {
				b.WriteString(e.Text + " ")
			}
		}
		s := b.String()
		end := 0
		for _, m := range Find(s, text.AppendTokens(nil, s), nil, Options{Published: "2020-10-17", Language: lang}) {
			if m.Start < end || m.End <= m.Start || m.End > len(s) || m.Type == "" || m.Earliest > m.Latest && m.EDTF != "" {
				t.Fatalf("%s: %+v after %d", tag, m, end)
			}
			end = m.End
		}
		if end == 0 && tag == "ru" {
			t.Error("nothing found in Russian")
		}
	}
}
