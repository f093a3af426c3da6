package events

import "testing"

// Dates told together are a set or an interval, and say which.
func TestDatesToldTogetherSayWhatTheyAre(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct{ text, edtf, precision string }{
		{"Shells hit Kherson on 3, 7 and 12 May 2023.", "{2023-05-03,2023-05-07,2023-05-12}", "set"},
		{"Shells hit Kherson on 3 and 4 May 2023.", "2023-05-03/2023-05-04", "interval"},
		{"Shells hit Kherson on 3 or 9 May 2023.", "[2023-05-03,2023-05-09]", "set"},
	} {
		reports := read(x, document("d", published, c.text))
		if len(reports) != 1 || reports[0].When.EDTF != c.edtf || reports[0].When.Precision != c.precision {
			t.Errorf("%s: %+v", c.text, reports)
		}
	}
}
