package page

import (
	"regexp"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events"
)

func TestATimeOfDayIsWrittenWithoutSecondsThatAreZero(t *testing.T) {
	w := newWords()
	for date, want := range map[string]string{"": "", "2020-10-02": "2 October 2020", "2020-10-02T18:40:00": "2 October 2020, 18:40", "2020-10-02T18:40:07Z": "2 October 2020, 18:40:07 UTC"} {
		if got := w.point(date); got != want {
			t.Errorf("%q in words is %q, want %q", date, got, want)
		}
	}
}

func TestWordsAreThoseOfTheScripts(t *testing.T) {
	w := newWords()
	for want, got := range map[string]string{
		"Chronology":                           w.say("views.chronology"),
		"1 document":                           w.say("documents", 1),
		"12,345 documents":                     w.say("documents", 12345),
		"1,234,567":                            w.say("number", 1234567),
		"3 independent accounts in 1 document": w.say("front.accounts", 3, 1),
		"reported as not happened":             w.value("happened", "negated"),
		"denied":                               w.modality(events.Denied),
		"unheard":                              w.modality("unheard"),
		"4 May 2021":                           w.value("date", "2021-05-04"),
	} {
		if got != want {
			t.Errorf("says %q, want %q", got, want)
		}
	}
	defer func() {
		if e := recover(); e == nil || !strings.Contains(e.(string), `no "front.nothing"`) {
			t.Errorf("words that are not there: %v", e)
		}
	}()
	w.say("front.nothing")
}

// What a reader sees of the template comes from strings.js, so that a
// translation is one file.
func TestTheTemplateHoldsNoWords(t *testing.T) {
	b, err := assets.ReadFile("page.html")
	if err != nil {
		t.Fatal(err)
	}
	s := regexp.MustCompile(`\{\{.*?\}\}`).ReplaceAllString(string(b), "")
	for _, attribute := range regexp.MustCompile(`(?:title|aria-label|alt|placeholder)="([^"]*)"`).FindAllStringSubmatch(s, -1) {
		if strings.Trim(attribute[1], " ,") != "" {
			t.Errorf("the template says %q", attribute[1])
		}
	}
	for _, text := range regexp.MustCompile(`<[^>]*>`).Split(s, -1) {
		if regexp.MustCompile(`\p{L}`).MatchString(text) {
			t.Errorf("the template says %q", text)
		}
	}
}
