package graph

import (
	"slices"
	"strings"
)

// plainWords returns s in lower case with single spaces, also round it and
// before commas.
func plainWords(s string) string {
	return " " + strings.Join(strings.Fields(strings.ReplaceAll(lower(s), ",", " , ")), " ") + " "
}

// findCue returns the longest cue between happenings that stands in s as whole words, the last of
// equals, and what stands before and after it.
func findCue(s string) (best cue, left, right string, ok bool) {
	table := english().cues
	w := strings.Fields(lower(s))
	from, to := 0, 0
	for i := range w {
		for _, c := range table[w[i]] {
			if n := i + len(c.words); n <= len(w) && len(c.phrase) >= len(best.phrase) && slices.Equal(w[i:n], c.words) {
				best, from, to = c, i, n
			}
		}
	}
	if best.phrase == "" {
		return best, "", "", false
	}
	return best, strings.Join(w[:from], " "), strings.Join(w[to:], " "), true
}

// ofDay reports whether what stands behind a cue is no happening but a time:
// "before dawn", "since 27 September".
func ofDay(right string) bool {
	w, _, _ := strings.Cut(right, " ")
	return english().dayTimes[w] || w != "" && w[0] >= '0' && w[0] <= '9'
}

// otherClause reports whether between a trigger and a cue another statement
// begins, which the cue governs instead: "X and completely failed after Y".
func otherClause(left string) bool {
	if strings.ContainsAny(left, ".;:") {
		return true
	}
	w := strings.Fields(left)
	for i, x := range w {
		switch strings.TrimSuffix(x, ",") {
		case "but", "while", "whereas", "although":
			return true
		case "and":
			if i > 0 && strings.HasSuffix(w[i-1], ",") {
				return true
			}
			k := i + 1
			if k < len(w) && strings.HasSuffix(w[k], "ly") {
				k++
			}
			if k < len(w) && (english().restarts[w[k]] || strings.HasSuffix(w[k], "ed")) {
				return true
			}
		}
	}
	return false
}
