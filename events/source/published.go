package source

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// setPublished takes a date that a file states as that of its publication:
// EDTF, ISO 8601 or a date in words. It returns false, and sets nothing, when
// the value is none of these.
func (d *Document) setPublished(value string) bool {
	value = strings.TrimSpace(value)
	if d.Published != "" {
		return true
	}
	date := ""
	if v, err := edtf.Parse(value); err == nil && len(value) >= 4 {
		date = v.String()
	} else if len(value) <= longestStamp {
		date = absoluteDate(value)
	}
	if date == "" {
		return false
	}
	d.Published, d.PublishedBasis = date, clip(value)
	return true
}

// absoluteDate returns the only date in a short string as EDTF, with its time
// of day if there is one, and "" when there is none or several.
func absoluteDate(s string) string {
	tokens := text.AppendTokens(nil, s)
	dates := findDates(s, tokens, false)
	if len(dates) == 0 && len(s) >= 8 { // 20201004, 20201004T1629
		compact := len(s) == 8 || s[8] == 'T'
		if compact && len(tokens) > 0 && tokens[0].End == 8 {
			y, m, d := atoi(s[:4]), atoi(s[4:6]), atoi(s[6:8])
			if y >= firstYear && y <= lastYear && isDay(y, m, d) {
				return absolute{year: y, month: m, day: d}.String()
			}
		}
	}
	if len(dates) != 1 {
		return ""
	}
	date := dates[0].String()
	if c, ok := findClock(s, tokens, dates); ok {
		date += c.String()
	}
	return date
}

// languageTag returns a BCP 47 tag in its usual form, "" for what is none.
func languageTag(s string) string {
	tag, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}
