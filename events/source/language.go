package source

import (
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"github.com/dateline-project/dateline/events/text"
)

// languageOf returns the language of a document's running text as a BCP 47
// code, "" when there is too little text to tell.
func languageOf(d *Document) string {
	const most = 4096
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
	info := whatlanggo.Detect(s)
	if !info.IsReliable() && letters < plenty {
		return ""
	}
	return info.Lang.Iso6391()
}
