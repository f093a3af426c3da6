package source

import (
	_ "embed"
	"strings"
	"sync"
)

// The lists of words are parsed on first use and cost nothing at the start.

//go:embed furniture.txt
var furnitureText string

//go:embed publication.txt
var publicationText string

// sections reads a list: "[name]" opens a section, "#" a comment. Each section
// holds its lines.
func sections(s string) map[string][]string {
	all := make(map[string][]string)
	name := ""
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && line[len(line)-1] == ']':
			name = line[1 : len(line)-1]
		default:
			all[name] = append(all[name], line)
		}
	}
	return all
}

type wordSet map[string]struct{}

func (w wordSet) has(s string) bool {
	_, ok := w[s]
	return ok
}

// publication holds the words of publication lines by the role they play.
type publication struct {
	published, date, updated, other, filler, tied, trades, offices, agencies, keys, mastheads wordSet
}

var publicationWords = sync.OnceValue(func() *publication {
	all := sections(publicationText)
	set := func(name string) wordSet {
		w := make(wordSet)
		for _, line := range all[name] {
			for _, word := range strings.Fields(line) {
				w[word] = struct{}{}
			}
		}
		return w
	}
	return &publication{
		published: set("published"), date: set("date"), updated: set("updated"), other: set("other"), filler: set("filler"), tied: set("tied"),
		trades: set("trades"), offices: set("offices"), agencies: set("agencies"), keys: set("keys"), mastheads: set("mastheads"),
	}
})

// furniture holds the phrases of furniture.txt, normalised by foldPhrase.
type furniture struct {
	anywhere, edge, closes, label, list, menu wordSet
	begins                                    []string
	marks                                     wordSet  // what stands in brackets and is no word of a text
	says                                      wordSet  // verbs of [comment ends]
	commentBegins, commentEnds                []string // of the line that says who wrote a comment
}

var furniturePhrases = sync.OnceValue(func() *furniture {
	all := sections(furnitureText)
	set := func(name string) wordSet {
		w := make(wordSet)
		for _, line := range all[name] {
			w[foldPhrase(line)] = struct{}{}
		}
		return w
	}
	f := &furniture{anywhere: set("anywhere"), edge: set("edge"), closes: set("closes"), label: set("label"), list: set("list"), menu: set("menu"), marks: wordSet{}, says: set("comment ends")}
	for _, line := range all["marks"] {
		f.marks[line] = struct{}{}
	}
	f.commentBegins = all["comment begins"]
	for _, verb := range all["comment ends"] {
		f.commentEnds = append(f.commentEnds, " "+verb+":")
	}
	for _, line := range all["begins"] {
		f.begins = append(f.begins, strings.ToLower(line))
	}
	return f
})
