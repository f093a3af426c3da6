package graph

import (
	"slices"
	"strings"
	"sync"
)

// plainWords returns s in lower case with single spaces, also round it and
// before commas.
func plainWords(s string) string {
	return " " + strings.Join(strings.Fields(strings.ReplaceAll(lower(s), ",", " , ")), " ") + " "
}

// cuesByWord holds the cues by their first word, each as its words.
var cuesByWord = sync.OnceValue(func() map[string][]phrasedCue {
	out := map[string][]phrasedCue{}
	for _, c := range cues {
		w := strings.Fields(c.phrase)
		out[w[0]] = append(out[w[0]], phrasedCue{c, w})
	}
	return out
})

type phrasedCue struct {
	cue
	words []string
}

// findCue returns the longest cue that stands in s as whole words, the last of
// equals, and what stands before and after it.
func findCue(s string) (best cue, left, right string, ok bool) {
	table := cuesByWord()
	w := strings.Fields(lower(s))
	from, to := 0, 0
	for i := range w {
		for _, c := range table[w[i]] {
			if n := i + len(c.words); n <= len(w) && len(c.phrase) >= len(best.phrase) && slices.Equal(w[i:n], c.words) {
				best, from, to = c.cue, i, n
			}
		}
	}
	if best.phrase == "" {
		return best, "", "", false
	}
	return best, strings.Join(w[:from], " "), strings.Join(w[to:], " "), true
}

// dayWords are what a time of day is called: "before dawn" orders nothing.
var dayWords = wordTable("dawn noon midday midnight dusk sunrise sunset nightfall dark daybreak")

func ofDay(right string) bool {
	w, _, _ := strings.Cut(right, " ")
	return dayWords[w] || w != "" && w[0] >= '0' && w[0] <= '9' // "since 27 September"
}

// finite are the words that, behind "and", begin another statement of the same
// subject.
var finite = wordTable("was were is are has had have then will would also did said")

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
			if k < len(w) && (finite[w[k]] || strings.HasSuffix(w[k], "ed")) {
				return true
			}
		}
	}
	return false
}
