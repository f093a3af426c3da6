package source

import (
	"sort"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// addresses returns the spans of the web addresses in s: a date in an address
// is none of the text.
func addresses(s string) []text.Span {
	var spans []text.Span
	for from := 0; from < len(s); {
		i := strings.Index(s[from:], "://")
		if i < 0 {
			break
		}
		start := from + i
		for start > from && isSchemeByte(s[start-1]) {
			start--
		}
		end := from + i + 3
		for end < len(s) && !strings.ContainsRune(" \t\r\n\v\f<>\"|", rune(s[end])) && !strings.HasPrefix(s[end:], "\u00a0") {
			end++
		}
		for end > start && strings.IndexByte(".,;:!?)]}'*_", s[end-1]) >= 0 {
			end--
		}
		if scheme := strings.ToLower(s[start : from+i]); scheme == "http" || scheme == "https" || scheme == "ftp" {
			spans = append(spans, text.Span{Start: start, End: end})
		}
		from = max(end, from+i+3)
	}
	return spans
}

func isSchemeByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// mergeSpans orders spans and joins those that touch or overlap.
func mergeSpans(spans []text.Span) []text.Span {
	if len(spans) < 2 {
		return spans
	}
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	out := spans[:1]
	for _, s := range spans[1:] {
		if last := &out[len(out)-1]; s.Start <= last.End {
			last.End = max(last.End, s.End)
		} else {
			out = append(out, s)
		}
	}
	return out
}
