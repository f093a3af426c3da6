package page

import "testing"

func TestATimeOfDayIsWrittenWithoutSecondsThatAreZero(t *testing.T) {
	for date, want := range map[string]string{"": "", "2020-10-02": "2 October 2020", "2020-10-02T18:40:00": "2 October 2020, 18:40", "2020-10-02T18:40:07Z": "2 October 2020, 18:40:07 UTC"} {
		if got := pointInWords(date); got != want {
			t.Errorf("%q in words is %q, want %q", date, got, want)
		}
	}
}
