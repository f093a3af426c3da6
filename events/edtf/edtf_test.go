package edtf

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseGivesBoundsAndPrecision(t *testing.T) {
	for _, c := range []struct{ text, earliest, latest, precision string }{
		{"2020-09-27", "2020-09-27", "2020-09-27", ToDay},
		{"2020-09", "2020-09-01", "2020-09-30", ToMonth},
		{"2020", "2020-01-01", "2020-12-31", ToYear},
		{"199X", "1990-01-01", "1999-12-31", ToDecade},
		{"19XX", "1900-01-01", "1999-12-31", ToCentury},
		{"1XXX", "1000-01-01", "1999-12-31", ToMillennium},
		{"XXXX-12-25", "", "", ToUnknown},
		{"2020-10-XX", "2020-10-01", "2020-10-31", ToMonth},
		{"2020-XX-31", "2020-01-31", "2020-12-31", ToYear},
		{"2021-1X-3X", "2021-10-30", "2021-12-31", ToYear},
		{"202X-02-29", "2020-02-29", "2028-02-29", ToDecade},
		{"2020-21", "2020-03-01", "2020-05-31", ToSeason},
		{"2020-24", "2020-12-01", "2021-02-28", ToSeason},
		{"2020-33", "2020-01-01", "2020-03-31", ToQuarter},
		{"2020-41", "2020-07-01", "2020-12-31", ToHalfYear},
		{"2020-10-17T12:50:00", "2020-10-17", "2020-10-17", ToSecond},
		{"2020-10-17T12:50:00+04:00", "2020-10-17", "2020-10-17", ToSecond},
		{"2020-10-17T24:00:00Z", "2020-10-17", "2020-10-17", ToSecond},
		{"0000", "0000-01-01", "0000-12-31", ToYear},
		{"-0043-03-15", "-0043-03-15", "-0043-03-15", ToDay},
		{"-001X", "-0019-01-01", "-0010-12-31", ToDecade},
		{"Y-17000", "-17000-01-01", "-17000-12-31", ToYear},
		{"Y17E3", "Y17000-01-01", "Y17000-12-31", ToMillennium},
		{"1950S2", "1900-01-01", "1999-12-31", ToCentury},
		{"2020-09-27/2020-11-10", "2020-09-27", "2020-11-10", ToInterval},
		{"../2020-11-10", "", "2020-11-10", ToInterval},
		{"2020-09-27/..", "2020-09-27", "", ToInterval},
		{"2020-09/", "2020-09-01", "", ToInterval},
		{"1984~/2004-06%", "1984-01-01", "2004-06-30", ToInterval},
		{"[1991,1993..1995]", "1991-01-01", "1995-12-31", ToSet},
		{"{1991-12..}", "1991-12-01", "", ToSet},
		{"[..1984]", "", "1984-12-31", ToSet},
		{"2004-06~-11", "2004-06-11", "2004-06-11", ToDay},
		{"?2004-06-~11", "2004-06-11", "2004-06-11", ToDay},
	} {
		v, err := Parse(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		a, b := v.Bounds()
		if v.String() != c.text || a.String() != c.earliest || b.String() != c.latest || v.Precision() != c.precision {
			t.Errorf("%s: printed %s, bounds %s %s, precision %s; want %s %s %s",
				c.text, v, a, b, v.Precision(), c.earliest, c.latest, c.precision)
		}
	}
}

func TestWhatIsNoDateIsAnError(t *testing.T) {
	for _, text := range []string{
		"", " ", "2021-02-29", "2021-02-30", "2021-13", "2021-00", "2021-01-00", "2021-04-31", "2021-02-3X", "20X1-02-29",
		"201", "20200", "Y2020", "Y02020", "2020-9-27", "2020/2019", "..", "/", "../..", "../", "2020..2021", "[", "[]", "[2020",
		"[2021..2020]", "2020-09-27T", "2020-09T12:00:00", "2020-09-27T25:00:00", "2020-09-27T12:60:00", "2020-09-27T12:00:00+15",
		"2020-21-01", "2020-42", "-0000", "2020??", "1950S0", "1950S5", "Y1E", "2020-09-27/2020-09-26", "2020-09-27T10:00:00Z/2020-09-27T09:00:00Z", strings.Repeat("[", 5000),
	} {
		if v, err := Parse(text); err == nil {
			t.Errorf("%.20q parsed as %s", text, v)
		} else if _, ok := err.(*SyntaxError); !ok {
			t.Errorf("%.20q: %T is no *SyntaxError", text, err)
		}
	}
}

// anyText draws texts that are often, not always, valid.
func anyText(t *rapid.T) string {
	q := rapid.SampledFrom([]string{"", "", "", "?", "~", "%"})
	one := func() string {
		s := q.Draw(t, "left") + rapid.SampledFrom([]string{"", "", "", "-"}).Draw(t, "sign") +
			rapid.StringMatching(`[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|Y[1-9][0-9]{4,6}|Y[1-9]E[1-9]|[1-9][0-9]{3}S[1-4]`).Draw(t, "year") + q.Draw(t, "q")
		switch rapid.IntRange(0, 3).Draw(t, "parts") {
		case 1:
			s += "-" + q.Draw(t, "ml") + rapid.StringMatching(`0[1-9]|1[0-2X]|XX|2[1-9]|3[0-9]`).Draw(t, "month") + q.Draw(t, "mr")
		case 2:
			s += "-" + rapid.StringMatching(`0[1-9]|1[0-2]|XX`).Draw(t, "month") + q.Draw(t, "mr") +
				"-" + q.Draw(t, "dl") + rapid.StringMatching(`[0-2][1-9]|3[01X]|XX`).Draw(t, "day") + q.Draw(t, "dr")
		}
		return s
	}
	switch rapid.IntRange(0, 4).Draw(t, "form") {
	case 1:
		return one() + "/" + one()
	case 2:
		return one() + "/.."
	case 3:
		return "[" + one() + "," + one() + ".." + one() + "]"
	case 4:
		return "{.." + one() + "}"
	}
	return one()
}

func TestPrintingGivesBackWhatWasParsed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { check(t.Fatalf, anyText(t)) })
}

func TestAllenRelationsAreInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, err := Parse(anyText(t))
		b, err2 := Parse(anyText(t))
		if err != nil || err2 != nil {
			return
		}
		if r, s := Allen(a, b), Allen(b, a); r.Inverse() != s {
			t.Fatalf("%s %s %s, but %s %s %s", a, r, b, b, s, a)
		}
		if c, d := Compare(a, b), Compare(b, a); c != -d || (c == 0) != (a.String() == b.String()) {
			t.Fatalf("Compare(%s, %s) = %d, the other way round %d", a, b, c, d)
		}
	})
}

func TestAllenNamesEachRelation(t *testing.T) {
	for _, c := range []struct {
		a    string
		want Relation
		b    string
	}{
		{"2020-09", Before, "2020-11"}, {"2020-11", After, "2020-09"},
		{"2020-09", Meets, "2020-10"}, {"2020-10", MetBy, "2020-09"},
		{"2020-09-01/2020-10-10", Overlaps, "2020-10"}, {"2020-10", OverlappedBy, "2020-09-01/2020-10-10"},
		{"2020-09-01", Starts, "2020-09"}, {"2020-09", StartedBy, "2020-09-01"},
		{"2020-09-02", During, "2020-09"}, {"2020-09", Contains, "2020-09-02"},
		{"2020-09-30", Finishes, "2020-09"}, {"2020-09", FinishedBy, "2020-09-30"},
		{"2020-09", Equals, "2020-09-01/2020-09-30"},
		{"2020-09/..", Unknown, "2020-10"}, {"../2020-08", Before, "2020-10"}, {"2020-09/..", After, "../2020-01"}, {"../2020-09", Meets, "2020-10/.."},
	} {
		a, _ := Parse(c.a)
		b, _ := Parse(c.b)
		if got := Allen(a, b); got != c.want {
			t.Errorf("%s is %q %s, want %q", c.a, got, c.b, c.want)
		}
	}
}

func TestDaysRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.Int32Range(-2_000_000_000, 2_000_000_000).Draw(t, "day"))
		if y, m, day := d.Date(); NewDay(y, m, day) != d {
			t.Fatalf("%d is %d-%d-%d, which is %d", d, y, m, day, NewDay(y, m, day))
		}
		text, _ := d.MarshalText()
		var back Day
		if err := back.UnmarshalText(text); err != nil || back != d {
			t.Fatalf("%d printed as %s, which reads as %d, %v", d, text, back, err)
		}
		if next := (d + 1).Weekday(); next != d.Weekday()%7+1 {
			t.Fatalf("weekday %d follows %d", next, d.Weekday())
		}
	})
}

func TestATextThatIsNoDayIsAnError(t *testing.T) {
	for _, text := range []string{"2021-02-29", "2021-13-01", "2021-1-1", "21-01-01", "2021-01-00", "2021-01-01x", "+2021-01-01", "-", "Y", "2021"} {
		var d Day
		if err := d.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q read as %s", text, d)
		}
	}
	var d Day
	if err := d.UnmarshalText(nil); err != nil || d != Open {
		t.Errorf("an empty text is the open day, not %d, %v", d, err)
	}
}

func check(fail func(string, ...any), text string) {
	v, err := Parse(text)
	if err != nil {
		return
	}
	if v.String() != text {
		fail("%q prints as %q", text, v)
	}
	if a, b := v.Bounds(); a != Open && b != Open && a > b {
		fail("%q runs from %s to %s", text, a, b)
	}
	if v.Precision() == "" {
		fail("%q has no precision", text)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2020-09-27", "2020-10-XX/..", "[1991,1993..1995]", "?2004-06-~11", "Y-17E7S3", "2020-10-17T12:50:00+04:00", "-001X-02-29"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { check(t.Fatalf, s) })
}

func BenchmarkParse(b *testing.B) {
	const s = "2020-09-27/2020-11-10"
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		if _, err := Parse(s); err != nil {
			b.Fatal(err)
		}
	}
}
