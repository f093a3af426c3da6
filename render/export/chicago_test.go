package export

import "testing"

func TestTitlesAreQuotedAsChicagoHasIt(t *testing.T) {
	for title, want := range map[string]string{
		"Toll rises in Millford":       "“Toll rises in Millford,”",
		"Toll rises in Millford.":      "“Toll rises in Millford,”",
		"Who fired?":                   "“Who fired?”",
		"Evacuate now!":                "“Evacuate now!”",
		"Nothing is left...":           "“Nothing is left...,”",
		"The ministry said “never”":    "“The ministry said ‘never,’”",
		"The ministry said \"never.\"": "“The ministry said 'never,’”",
		"“Who fired?”":                 "“‘Who fired?’”",
		"“Never” again":                "“‘Never’ again,”",
		"Talks with the U.S.":          "“Talks with the U.S.,”",
		"A letter of Acme Inc.":        "“A letter of Acme Inc.,”",
		"Shelling at 3 p.m.":           "“Shelling at 3 p.m.,”",
		"The strike of the workers’":   "“The strike of the workers’,”",
		"”":                            "“’,”",
		".":                            "“,”",
		"Обстрел города":               "“Обстрел города,”",
		"Ամբողջ քաղաքը":                "“Ամբողջ քաղաքը,”",
	} {
		if got := quotedTitle(title); got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}
