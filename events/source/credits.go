package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/text"
)

// credits finds the lines that say who wrote and who sent the text: "By NAME",
// "NAME, Staff Reporter", "Agencies and NAME", "3 min read".
func (p *page) credits() {
	w := publicationWords()
	top := p.next(0) // most likely the headline: "Reuters wins award" is no credit
	for i := range p.d.Blocks {
		b := &p.d.Blocks[i]
		if p.edge(i) == inside || b.Len() > longestStamp || b.Role != text.Body && b.Role != text.Metadata || p.headsEntry(i) {
			continue
		}
		line := p.line(i)
		words := strings.Fields(line)
		if len(words) == 0 || len(words) > 16 {
			continue
		}
		switch {
		case isByline(words):
			p.author(nameIn(words[1:]))
			b.Role = text.Metadata
		case i != top && w.trades.has(letters(words[len(words)-1])) && len(words) <= 8 && allNames(words) && len(words) >= 2:
			p.author(nameIn(words))
			b.Role = text.Metadata
		case i != top && len(words) <= 7 && isAgencyCredit(words):
			p.outletFromCredit(words)
			b.Role = text.Metadata
		case b.Role == text.Metadata:
			p.outletInStamp(line)
		case len(words) == 1 && strings.Contains(line, "://"):
			if hostOf(line) != "" && p.d.URL == "" {
				p.d.URL = line
			}
			b.Role = text.Metadata
		case p.edge(i) == tail && signOff(line) != "":
			if p.d.Outlet == "" {
				p.d.Outlet = signOff(line)
			}
			b.Role = text.Metadata
		case b.Role == text.Body && saysNothing(line) && !yearLine.MatchString(line):
			b.Role = text.Metadata
		case b.Role == text.Body && isCreditLine(line):
			b.Role = text.Metadata
		}
	}
}

func (p *page) author(name string) {
	if p.d.Author == "" {
		p.d.Author = name
	}
}

// isByline reports whether words are "By" and a name, with or without what
// follows a name in a byline.
func isByline(words []string) bool {
	if len(words) < 2 || len(words) > 14 || !strings.EqualFold(words[0], "by") && !strings.EqualFold(words[0], "by:") && !strings.EqualFold(words[0], "автор:") {
		return false
	}
	if endsSentence(words[len(words)-1]) && len(words[len(words)-1]) > 2 {
		return false
	}
	return isName(words[1]) && nameIn(words[1:]) != "" && !publicationWords().filler.has(letters(words[1]))
}

// nameIn returns the name that words begin with, up to a mark, a date or a trade.
func nameIn(words []string) string {
	var name []string
	for _, w := range words {
		bare := strings.TrimRight(w, ",;:|")
		if bare == "" || strings.ContainsAny(w, "0123456789@") || publicationWords().trades.has(letters(w)) || strings.ContainsAny(bare, "|•·–—") {
			break
		}
		if lower := strings.ToLower(bare); lower == "staff" || lower == "senior" || lower == "chief" || lower == "for" || lower == "at" || publicationWords().published.has(lower) {
			break
		}
		name = append(name, bare)
		if bare != w {
			break
		}
	}
	if len(name) == 0 || len(name) > 6 {
		return ""
	}
	return strings.Join(name, " ")
}

// isName reports whether a word is written as names are.
func isName(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "(\"'“‘"))
	return unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// particles may stand in a name in small letters.
var particles = wordSet{"al": {}, "an": {}, "and": {}, "ben": {}, "bin": {}, "da": {}, "de": {}, "del": {}, "den": {}, "der": {}, "di": {}, "dos": {}, "du": {},
	"el": {}, "for": {}, "ibn": {}, "in": {}, "la": {}, "le": {}, "of": {}, "oghlu": {}, "oglu": {}, "qizi": {}, "the": {}, "van": {}, "von": {}, "y": {}, "zu": {}, "&": {}}

// allNames reports whether every word is a name or a particle.
func allNames(words []string) bool {
	for _, w := range words {
		if !isName(w) && !particles.has(strings.Trim(w, ",.")) && !publicationWords().trades.has(letters(w)) {
			return false
		}
	}
	return true
}

// letters returns a word in lower case without marks around it.
func letters(word string) string {
	return strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }))
}

// isAgencyCredit reports whether a line credits news agencies and nothing else:
// "Agencies and Daily News", "Reuters, AP". Other names must be joined to them
// by a word or a mark.
func isAgencyCredit(words []string) bool {
	w := publicationWords()
	agency, other, joined := false, false, false
	for i, word := range words {
		joined = joined || i < len(words)-1 && strings.ContainsAny(word, ",/|&")
		switch l := letters(word); {
		case l == "and" || l == "with" || l == "via":
			joined = true
		case l == "" || l == "source" || l == "by":
		case w.agencies.has(l) && (isName(word) || i > 0):
			agency = true
		case !isName(word):
			return false
		default:
			other = true
		}
	}
	return agency && (joined || !other) && !endsSentence(words[len(words)-1])
}

// outletFromCredit takes the outlet from such a line: the name that is no
// agency, or the only agency that is named.
func (p *page) outletFromCredit(words []string) {
	if p.d.Outlet != "" {
		return
	}
	w := publicationWords()
	var name, agency []string
	for _, word := range words {
		bare := strings.Trim(word, ",;:/|()")
		switch l := letters(word); {
		case l == "agencies" || l == "agency" || l == "wires" || l == "wire" || l == "and" || l == "with" || l == "via" || l == "source" || l == "by" || l == "":
		case w.agencies.has(l):
			agency = append(agency, bare)
		default:
			name = append(name, bare)
		}
	}
	switch {
	case len(name) > 0 && len(name) <= 4:
		p.d.Outlet = strings.Join(name, " ")
	case len(name) == 0 && len(agency) == 1:
		p.d.Outlet = agency[0]
	}
}

// outletInStamp takes the outlet from a publication line that names it beside
// the date: "Daily News | 28.10.2020".
func (p *page) outletInStamp(line string) {
	if p.d.Outlet != "" {
		return
	}
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune("|•·–—,", r) }) {
		words := strings.Fields(part)
		if len(words) < 2 || len(words) > 5 || !allNames(words) || strings.ContainsAny(part, "0123456789:") {
			continue
		}
		for _, w := range words {
			if publicationWords().mastheads.has(letters(w)) {
				p.d.Outlet = strings.Join(words, " ")
				return
			}
		}
	}
}

// signOff returns the name in a line that is a name in brackets: "(Daily News)".
func signOff(line string) string {
	if !strings.HasPrefix(line, "(") || !strings.HasSuffix(line, ")") {
		return ""
	}
	words := strings.Fields(line[1 : len(line)-1])
	if len(words) == 0 || len(words) > 4 || !allNames(words) || strings.ContainsAny(line, "0123456789/:") {
		return ""
	}
	return strings.Join(words, " ")
}

// yearLine is a line that is nothing but a year, as over a part of a chronicle.
var yearLine = regexp.MustCompile(`^\W{0,4}(1[5-9]|20)\d\d[\W_]{0,4}$`)

// saysNothing reports whether a line holds but numbers and the words that
// publication lines hold besides: "1,204 views", "3 min read".
func saysNothing(line string) bool {
	w := publicationWords()
	tokens := text.AppendTokens(nil, line)
	numbers := 0
	for _, t := range tokens {
		switch word := strings.ToLower(t.Text(line)); {
		case t.Kind == text.Number:
			numbers++
		case t.Kind == text.Word && !w.filler.has(word) && !w.published.has(word) && !w.updated.has(word) && word != "k":
			return false
		}
	}
	return len(tokens) <= 10 && numbers <= 3 && len(tokens) > 0
}

// isCreditLine reports whether a line begins as credits of pictures and of
// editing do.
func isCreditLine(line string) bool {
	i := strings.IndexByte(line, ':')
	if i < 0 {
		lower := strings.ToLower(line)
		return !endsSentence(line) && (strings.HasPrefix(lower, "photo by ") || strings.HasPrefix(lower, "photo courtesy ") ||
			strings.HasPrefix(lower, "written by ") || strings.HasPrefix(lower, "reporting by ") || strings.HasPrefix(lower, "edited by "))
	}
	switch strings.ToLower(strings.TrimSpace(line[:i])) {
	case "photo", "photos", "photo credit", "image", "image credit", "credit", "credits", "picture", "file photo", "getty", "illustration", "фото", "foto",
		"written by", "edited by", "reporting by", "additional reporting by":
		return len(line) <= 160
	}
	return strings.Contains(strings.ToLower(line), "editing by") && strings.Contains(strings.ToLower(line), "reporting by")
}
