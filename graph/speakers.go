package graph

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// speakerName returns the words that tell one speaker from another, in lower
// case and alphabetical order: "the Defence Ministry of Norway" and "Norway's
// Defence Ministry" are one. It is "" for a speaker whom the words do not
// tell from others: nobody with a capital, people of a sort ("residents of
// Bergen"), or an institution that every state has and whose owner is not
// told ("the Defence Ministry").
func speakerName(speaker string) string {
	var words []string
	capital, owner := false, false
	for i, w := range strings.Fields(speaker) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		first, _ := utf8.DecodeRuneInString(w)
		low := lower(w)
		for _, s := range []string{"'s", "’s"} {
			low = strings.TrimSuffix(low, s)
		}
		switch {
		case low == "" || linkWords[low]:
			continue
		case crowdWords[low]:
			return ""
		}
		words = append(words, low)
		upper := unicode.IsUpper(first)
		capital = capital || upper
		// The first word of a sentence has a capital whatever it is; it names
		// an owner unless it is a word of institutions.
		owner = owner || upper && !institutional(low) && !(i == 0 && pronouns[low])
	}
	if !capital || !owner {
		return ""
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// institutional reports whether a word only says what sort of institution or
// post it is.
func institutional(low string) bool {
	return institutionWords[low] || slices.ContainsFunc(institutionStems, func(s string) bool { return strings.HasPrefix(low, s) })
}

func wordTable(s string) map[string]bool {
	t := map[string]bool{}
	for _, w := range strings.Fields(s) {
		t[w] = true
	}
	return t
}

var (
	linkWords = wordTable("the a an of in at for from and its their his her our this that")
	pronouns  = wordTable("he she it they we i you who one some many several both another")
	// crowdWords are people of a sort: two texts that quote them need not quote the same.
	crowdWords = wordTable(`residents resident witnesses witness eyewitnesses locals villagers neighbours neighbors people civilians survivors relatives
		doctors doctor medics medic journalists reporters activists soldiers analysts experts observers sources source reports report media agencies outlets`)
	institutionWords = wordTable(`ministry minister ministries ministers office offices army armies police military force forces navy guard guards troops command commander staff
		official officials authority authorities government cabinet parliament assembly senate council commission committee court courts prosecutor prosecutors prosecution
		agency service services department directorate bureau administration mission delegation leadership state presidency president spokesman spokeswoman
		spokesperson spokespeople representative ombudsman ombudswoman defender union network company hospital airport embassy consulate municipality
		mayor governor district city regional local national federal central general chief deputy senior defence defense foreign interior internal external affairs
		health emergency emergencies situations security border rescue fire human rights justice education finance economy transport energy press public armed
		intelligence statement today yesterday republic side sides party parties country capital separatist rebel opposition ruling former acting new high supreme constitutional`)
	// institutionStems are the same of other languages, by how their words start.
	institutionStems = []string{"министер", "министр", "арми", "полици", "прокур", "прокуратур", "правительств", "оборон", "иностранн", "внутренн", "омбудсмен", "генеральн", "военн",
		"nazir", "prokuror", "polis", "ordu", "hökumət", "müdafiə", "xarici", "daxili", "rəsmi", "bakan", "savcı", "hükümet", "savunma", "dışişleri",
		"նախարար", "դատախազ", "ոստիկան", "բանակ", "կառավարութ", "պաշտպան"}
)
