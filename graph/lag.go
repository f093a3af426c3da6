package graph

import (
	"strconv"
	"strings"
)

// A lag is how many days a text says that one event came after another, both
// ends included. words is how it says so, "" when it does not.
type lag struct {
	low, high int32
	words     string
}

// exact reports whether it is a number of days.
func (a lag) exact() bool { return a.words != "" && a.low == a.high }

// readLag reads the length of time at the end of s, which stands before
// "after" or "before": "two days", "a week", "the day", "hours". An article, an
// adverb or nothing stands for one; a plural without a number says too little.
func readLag(s string) lag {
	w := strings.Fields(strings.ReplaceAll(strings.ToLower(s), "-", " "))
	n, l := len(w), english()
	if n > 0 && (l.just[w[n-1]]) {
		w, n = w[:n-1], n-1
	}
	if n == 0 {
		return lag{}
	}
	single, plural := strings.CutSuffix(w[n-1], "s")
	u, ok := l.units[single]
	if !ok {
		return lag{}
	}
	count := 0
	if n > 1 {
		if c, known := l.counts[w[n-2]]; known {
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
