package source

import (
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"github.com/dateline-project/dateline/events/text"
)

// languageOf returns the language of a document's running text as a BCP 47
// code, "" when there is too little text to tell.
func languageOf(d *Document) string {
	const most = 2048
	sample := make([]byte, 0, most)
	for _, b := range d.Blocks {
		if b.Role != text.Body && b.Role != text.Title {
			continue
		}
		s := d.Text[b.Start:b.End]
		if len(s) > most-len(sample) {
			s = s[:most-len(sample)]
		}
		sample = append(append(sample, s...), ' ')
		if len(sample) >= most {
			break
		}
	}
	return detect(string(sample))
}

// englishWords make up a quarter of the words of English texts; other languages
// have some of them, and none has that many.
var englishWords = wordSet{"the": {}, "of": {}, "and": {}, "to": {}, "that": {}, "was": {}, "were": {}, "with": {}, "from": {}, "which": {}, "have": {}, "has": {},
	"been": {}, "their": {}, "this": {}, "by": {}, "is": {}, "are": {}, "for": {}, "on": {}, "at": {}, "said": {}, "not": {}, "had": {}}

// isEnglish tells English texts by their small words. It spares most texts the
// comparison with the trigrams of 80 languages, which takes ten times as long
// as all else that is done to a text here.
func isEnglish(s string) bool {
	words, english, the := 0, 0, 0
	for _, w := range strings.FieldsFunc(s, isNoLetter) {
		words++
		if w = strings.ToLower(w); englishWords.has(w) {
			english++
			if w == "the" {
				the++
			}
		}
	}
	return words >= 8 && the > 0 && english*5 >= words
}

// detect tells the language of a text: by its script where that has one
// language of note, else by its trigrams.
func detect(s string) string {
	letters, armenian, georgian := 0, 0, 0
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Armenian, r):
			armenian++
			letters++
		case unicode.Is(unicode.Georgian, r):
			georgian++
			letters++
		default:
			letters++
		}
	}
	const enough, plenty = 40, 200
	switch {
	case letters < enough:
		return ""
	case armenian*2 > letters:
		return "hy"
	case georgian*2 > letters:
		return "ka"
	}
	if isEnglish(s) {
		return "en"
	}
	info := whatlanggo.Detect(s)
	if !info.IsReliable() && letters < plenty {
		return ""
	}
	return info.Lang.Iso6391()
}
