package places

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// maxWords is the longest name, in words, that is sought.
const maxWords = 6

// scan finds the candidates: at every word that may begin a name the longest
// name of the gazetteer, and the nouns of vague places.
func (f *finder) scan() {
	block := 0
	for i := 0; i < len(f.tokens); {
		t := &f.tokens[i]
		if t.Kind != text.Word {
			i++
			continue
		}
		if f.opt.Blocks != nil {
			for block < len(f.opt.Blocks) && f.opt.Blocks[block].End <= int(t.Start) {
				block++
			}
			if block < len(f.opt.Blocks) && f.opt.Blocks[block].Role == text.Furniture && int(t.Start) >= f.opt.Blocks[block].Start {
				i++
				continue
			}
		}
		if t.Flags&text.Upper == 0 && !f.mayBegin(i) {
			if f.gaz.MayBeVague(f.s[t.Start:t.End]) {
				i = f.vagueAt(i)
				continue
			}
			i++
			continue
		}
		if next := f.nameAt(i); next > i {
			i = next
			continue
		}
		i = f.unlistedAt(i)
	}
}

// mayBegin reports whether a name may begin at word i, which has no capital: one
// of a script without case, or an Arabic article before a hyphen and a capital.
func (f *finder) mayBegin(i int) bool {
	t := &f.tokens[i]
	if c := f.s[t.Start]; c >= 0xd7 {
		r, _ := utf8.DecodeRuneInString(f.s[t.Start:])
		return unicode.IsLetter(r) && !unicode.IsLower(r)
	}
	if t.End-t.Start > 3 || i+2 >= len(f.tokens) || !f.is(i+1, "-") || !f.tokens[i+2].Is(text.Upper) {
		return false
	}
	switch f.s[t.Start:t.End] {
	case "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ez", "es":
		return t.Is(text.Space) && f.tokens[i+1].Flags&text.Space == 0 && f.tokens[i+2].Flags&text.Space == 0
	}
	return false
}

// nextWord returns the word that may continue a name after word j, or -1.
func (f *finder) nextWord(j int) int {
	if j+1 >= len(f.tokens) {
		return -1
	}
	t := f.tokens[j+1]
	if t.Is(text.Line) {
		return -1
	}
	if t.Kind == text.Word {
		return j + 1
	}
	if t.Kind != text.Punct || t.Is(text.Space) || j+2 >= len(f.tokens) {
		return -1
	}
	n := f.tokens[j+2]
	if n.Kind != text.Word || n.Is(text.Line) {
		return -1
	}
	switch f.s[t.Start:t.End] {
	case "-", "‐", "‑", "–", "'", "’", "ʻ", "ʼ", "‘", "`":
		if n.Is(text.Space) {
			return -1
		}
	case ".":
		if size := f.tokens[j].End - f.tokens[j].Start; size > 3 || size > 1 && !n.Is(text.Space) {
			return -1
		}
	case "&":
	default:
		return -1
	}
	return j + 2
}

// nameAt enters the longest name that begins at word i and returns the token
// after it, or i if there is none.
func (f *finder) nameAt(i int) int {
	if f.tokens[i].End-f.tokens[i].Start > 60 {
		return i
	}
	best := candidate{chosen: -1, list: -1, container: -1, owner: -1}
	if f.single(i).empty || f.elided(i) { // "The Hague" begins with its second word
		return i
	}
	for j, words := i, 1; words <= maxWords; words++ {
		if f.tokens[j].End-f.tokens[i].Start > 90 {
			break
		}
		n := f.nameOf(i, j+1)
		if n.PlaceName != nil && (i < j || !n.acronym || f.tokens[i].Is(text.Caps) || n.Roles&data.RoleAbbreviation != 0 && f.is(i+1, ".")) &&
			(f.endsName(i, j, words) || words > 1 && f.tokens[j].Is(text.Space) && len(n.Refs) > 0 && f.gaz.Curated(n.Refs[0])) { // "Lachin corridor"
			best.first, best.last, best.name = i, j+1, n
		}
		if !n.continues {
			break
		}
		next := f.nextWord(j)
		if next < 0 {
			break
		}
		j = next
	}
	if best.last == 0 {
		return i
	}
	best.refs = best.name.Refs
	if best.name.People != nil && f.demonymWins(&best) {
		best.refs, best.demonym = best.name.People, true
	}
	if !best.demonym && best.Roles&data.RoleAbbreviation != 0 {
		if best.abbreviated = f.afterComma(i); !best.abbreviated && best.last-best.first == 1 {
			return i
		}
		if best.abbreviated && f.is(best.last, ".") && !f.tokens[best.last].Is(text.Space) {
			best.last++ // "Ill."
		}
	}
	best.opens = f.opensSentence(i)
	best.headline = f.headline(i)
	if f.apostrophe(best.last) {
		best.possessive = f.tokens[best.last].Flags&text.Space == 0
	}
	if len(best.refs) == 0 {
		return i // a demonym in lower case
	}
	best.left, best.right = best.first, best.last
	f.found = append(f.found, best)
	return best.last
}

// endsName reports whether a name may end with word j: not with a lower-case
// word that stands alone, not with the "s" of a possessive nor the "d" of
// "I'd", and not within a word, as in "cicero019".
func (f *finder) endsName(i, j, words int) bool {
	t := f.tokens[j]
	if j+1 < len(f.tokens) && f.tokens[j+1].Kind == text.Number && f.tokens[j+1].Flags&text.Space == 0 {
		return false
	}
	if j == i+2 && f.contraction(j) {
		return false
	}
	if j == i {
		return true
	}
	joined := !t.Is(text.Space)
	if !t.Is(text.Upper) && !joined && f.s[t.Start] < 0xd7 {
		return false
	}
	if joined && t.End-t.Start == 1 && (f.is(j, "s") || f.is(j, "S")) && !f.is(j-1, ".") && !f.is(j-1, "-") {
		return words > 2
	}
	return true
}

// apostrophe reports whether token i is one.
func (f *finder) apostrophe(i int) bool { return f.is(i, "'") || f.is(i, "’") }

// contraction reports whether word j is what an apostrophe leaves of a verb: "I'd", "We'll".
func (f *finder) contraction(j int) bool {
	if !f.apostrophe(j - 1) {
		return false
	}
	switch t := f.tokens[j]; f.s[t.Start:t.End] {
	case "d", "ll", "m", "re", "t", "ve":
		return true
	}
	return false
}

// elided reports whether a letter and an apostrophe are joined to word i, which
// is no name without them: "D'Arco".
func (f *finder) elided(i int) bool {
	return i >= 2 && f.tokens[i].Flags&text.Space == 0 && f.apostrophe(i-1) && f.tokens[i-1].Flags&text.Space == 0 &&
		f.tokens[i-2].End-f.tokens[i-2].Start == 1 && f.tokens[i-2].Is(text.Upper)
}

// nameOf returns what tokens [i, j) may be, and remembers it.
func (f *finder) nameOf(i, j int) *name {
	if j > i+1 {
		f.key = data.FoldPlace(f.key[:0], f.s[f.tokens[i].Start:f.tokens[j-1].End])
		return f.lookup(f.key)
	}
	w := f.single(i)
	if w.name == nil {
		w.name = f.lookup(f.fold(f.tokens[i]))
	}
	return w.name
}

// lookup returns what the folded words are, and remembers it.
func (f *finder) lookup(key []byte) *name {
	n, ok := f.byKey[string(key)]
	if !ok {
		n = &name{PlaceName: f.gaz.Name(key), continues: f.gaz.MayContinue(key)}
		if w := f.gaz.Word(key); w != nil {
			n.acronym = w.Acronym
		}
		f.byKey[string(key)] = n
	}
	return n
}

// demonymWins decides for a word that is a demonym and may be a name as well:
// "Rakhine" before "State" is the state.
func (f *finder) demonymWins(c *candidate) bool {
	if !f.tokens[c.first].Is(text.Upper) {
		return false
	}
	for _, r := range c.name.Refs {
		if f.gaz.Facts(r).Class >= data.Area {
			if !f.word(c.last) || !f.adjacent(c.last-1) {
				return true
			}
			precision, _ := f.at(c.last).TypeNoun()
			return precision == ""
		}
	}
	return true
}

// afterComma reports whether a comma and a name stand before token i.
func (f *finder) afterComma(i int) bool {
	return f.is(i-1, ",") && len(f.found) > 0 && f.found[len(f.found)-1].last == i-1 && !f.found[len(f.found)-1].demonym
}

// opensSentence reports whether token i is the first word of a sentence.
func (f *finder) opensSentence(i int) bool {
	for ; i >= 0; i-- {
		if f.tokens[i].Is(text.Line) || i == 0 {
			return true
		}
		p := f.tokens[i-1]
		if p.Kind != text.Punct {
			return false
		}
		switch f.s[p.Start:p.End] {
		case "\"", "“", "”", "'", "‘", "’", "«", "»", "(", "[", "*", "#", "_", "-", "–", "—", "•":
			if f.tokens[i].Is(text.Space) && !f.sameMark(i-1) && (f.is(i-1, "-") || f.is(i-1, "–") || f.is(i-1, "—") || f.apostrophe(i-1)) && !p.Is(text.Line) {
				return false
			}
		case "!", "?", "…", ":":
			return true
		case ".":
			return i < 2 || !f.abbreviates(i-2)
		default:
			return false
		}
	}
	return true
}

// sameMark reports whether token i repeats the one before it, as in a line of dashes.
func (f *finder) sameMark(i int) bool {
	return i > 0 && f.tokens[i].Flags&text.Space == 0 && f.s[f.tokens[i].Start:f.tokens[i].End] == f.s[f.tokens[i-1].Start:f.tokens[i-1].End]
}

// abbreviates reports whether word i with a dot after it ends no sentence: an
// initial, a title, "St.".
func (f *finder) abbreviates(i int) bool {
	t := f.tokens[i]
	if t.Kind != text.Word {
		return false
	}
	if t.End-t.Start == 1 && t.Is(text.Upper) {
		return true
	}
	key := f.fold(t)
	return len(key) <= 4 && (f.wordOf(key).Roles&data.RoleTitle != 0 || string(key) == "st" || string(key) == "mt" || string(key) == "ft")
}

// lineShape remembers the line that headline looked at last.
type lineShape struct {
	from, to int
	title    bool // in title case or capitals
	capitals bool // in capitals
}

// headline reports whether the line of token i is in title case or capitals,
// so that a capital says nothing.
func (f *finder) headline(i int) bool {
	if i >= f.line.from && i < f.line.to && f.line.from >= 0 {
		return f.line.title
	}
	const reach = 40
	from, to := i, i+1
	for from > 0 && !f.tokens[from].Is(text.Line) && i-from < reach {
		from--
	}
	for to < len(f.tokens) && !f.tokens[to].Is(text.Line) && to-i < reach {
		to++
	}
	words, upper, caps := 0, 0, 0
	for _, t := range f.tokens[from:to] {
		if t.Kind == text.Word && t.End-t.Start > 3 {
			words++
			if t.Is(text.Upper) {
				upper++
			}
			if t.Is(text.Caps) {
				caps++
			}
		}
	}
	full := f.is(to-1, ".") || f.is(to-1, "!") || to-i >= reach
	f.line = lineShape{from, to, words >= 4 && upper*10 >= words*7 && !full, caps > 0 && caps == words}
	return f.line.title
}

// capitals reports whether the line of token i is in capitals.
func (f *finder) capitals(i int) bool {
	f.headline(i)
	return f.line.capitals
}
