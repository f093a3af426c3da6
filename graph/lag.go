package graph

import (
	"strconv"
	"strings"
	"sync"

	"github.com/dateline-project/dateline/data"
)

// A lag is how many days a text says that one event came after another, both
// ends included. words is how it says so, "" when it does not.
type lag struct {
	low, high int32
	words     string
}

// exact reports whether it is a number of days.
func (a lag) exact() bool { return a.words != "" && a.low == a.high }

// unitDays are the days of a unit, and by how many a count of it may be off:
// "three weeks after" is no promise of the day.
var unitDays = map[string]struct{ days, slack float64 }{
	"minute": {0, 1}, "hour": {1.0 / 24, 1}, "day": {1, 0}, "week": {7, 3.5}, "fortnight": {14, 4}, "month": {30.44, 15.5}, "year": {365.25, 183}, "decade": {3652.5, 1830},
}

// counts are the numbers that stand for a count of units.
var counts = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	x, err := data.LoadLexicon("en")
	if err != nil {
		return out
	}
	for _, line := range x.Lists["quantity"] {
		word, bounds, _ := strings.Cut(line, "=")
		f := strings.Fields(bounds)
		if n, err := strconv.Atoi(f[0]); err == nil && len(f) == 2 && f[0] == f[1] {
			out[strings.TrimSpace(word)] = n
		}
	}
	return out
})

// readLag reads the length of time at the end of s, which stands before
// "after" or "before": "two days", "a week", "the day", "hours". An article, an
// adverb or nothing stands for one; a plural without a number says too little.
func readLag(s string) lag {
	w := strings.Fields(strings.ReplaceAll(strings.ToLower(s), "-", " "))
	n := len(w)
	if n > 0 && (w[n-1] == "just" || w[n-1] == "immediately" || w[n-1] == "right") {
		w, n = w[:n-1], n-1
	}
	if n == 0 {
		return lag{}
	}
	single, plural := strings.CutSuffix(w[n-1], "s")
	u, ok := unitDays[single]
	if !ok {
		return lag{}
	}
	count := 0
	if n > 1 {
		if c, known := counts()[w[n-2]]; known {
			count = c
		} else if c, err := strconv.Atoi(w[n-2]); err == nil && c > 0 && c < 10_000 {
			count = c
		} else if !plural && (w[n-2] == "the" || w[n-2] == "that") {
			count = 1
		}
	}
	switch {
	case count == 0 && plural && u.days < 1:
		count = 1 // "hours after": that day or the next
	case count == 0:
		return lag{}
	}
	d := float64(count) * u.days
	a := lag{low: int32(max(0, d-u.slack)), high: int32(d + u.slack), words: strings.Join(w[max(0, n-2):], " ")}
	if u.days < 1 {
		a.low, a.high = int32(d), int32(d)+1
	}
	return a
}
