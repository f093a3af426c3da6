package graph

import (
	"strings"
	"unicode"

	"github.com/dateline-project/dateline/events/edtf"
)

// eraOf returns the first and the last day of the years that a sentence names,
// always and never when it names none. A report that states no date of its own
// is of no other years than those.
func eraOf(sentence string) (first, last int32) {
	first, last = always, never
	leads := english().yearLeads
	before, led := "", false // led: a year may stand behind the word before
	for _, w := range strings.Fields(sentence) {
		bare := strings.TrimRightFunc(w, unicode.IsPunct)
		year := 0
		for i := 0; i < len(bare) && year >= 0; i++ {
			if d := int(bare[i]) - '0'; d >= 0 && d <= 9 && len(bare) == 4 {
				year = 10*year + d
			} else {
				year = -1
			}
		}
		if year >= 1000 && led {
			f, l := int32(edtf.NewDay(year, 1, 1)), int32(edtf.NewDay(year, 12, 31))
			if first == always || f < first {
				first = f
			}
			if last == never || l > last {
				last = l
			}
		}
		word := lower(bare)
		led = leads[word] || word == "of" && leads[before]
		before = word
	}
	return first, last
}
