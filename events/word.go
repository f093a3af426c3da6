package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// word is what triggers, figures and speakers are matched on: a token, or
// several that a reader takes as one word ("cease-fire", "U.S.", "1,165").
// A possessive and a contraction are words of their own, as in the Penn
// Treebank, so that the part-of-speech tagger sees what it was trained on.
type word struct {
	start, end int32
	low        string // lower case, straight apostrophe
	tag        string // Penn Treebank tag, "" until the sentence is tagged
	kind       text.Kind
	flags      text.Flag
	known      known // of lexeme
	lexeme     *lexeme
	mark       placeWord
	place      bool // of the name of a place; set before triggers are sought
	timed      bool // of a time expression
	told       bool // of a phrase that tells an event
}

func (w *word) set(l *lexeme)       { w.lexeme, w.low, w.known = l, l.low, l.known }
func (w *word) has(k known) bool    { return w.known&k != 0 }
func (w *word) is(f text.Flag) bool { return w.flags&f == f }
func (w *word) form(f form) bool    { return w.lexeme.forms&f != 0 }
func (w *word) verb() bool          { return strings.HasPrefix(w.tag, "VB") }
func (w *word) noun() bool          { return strings.HasPrefix(w.tag, "NN") }
func (w *word) tensed() bool        { return w.tag == "VBD" || w.tag == "VBZ" || w.tag == "VBP" }
func (w *word) finite() bool        { return w.tensed() || w.tag == "MD" } // it, or what it helps, has a subject

// appendWords appends the words made of tokens, which are those of s, with what
// is known of words met before.
func (v *vocabulary) appendWords(dst []word, met *text.Spellings[lexeme], s string, tokens []text.Token) []word {
	for i := 0; i < len(tokens); {
		t := tokens[i]
		if i+1 == len(tokens) || !tight(tokens[i+1]) { // as most are
			l := v.lexeme(met, s[t.Start:t.End])
			dst = append(dst, word{start: t.Start, end: t.End, kind: t.Kind, flags: t.Flags, lexeme: l, low: l.low, known: l.known})
			i++
			continue
		}
		n := v.join(met, s, tokens[i:])
		end := tokens[i+n-1].End
		w := word{start: t.Start, end: end, kind: t.Kind, flags: t.Flags}
		switch {
		case t.Kind == text.Number && n > 1 && !isDigits(s[t.Start:end]):
			w.kind = text.Word // 44-day, 27th
		case t.Kind == text.Punct && n > 1 && tokens[i+1].Kind != text.Punct:
			w.kind = text.Word // 's, n't
		}
		w.set(v.lexeme(met, s[w.start:w.end]))
		if n == 1 && t.Kind == text.Word && strings.HasSuffix(w.low, "n") && len(w.low) > 2 && i+2 < len(tokens) &&
			isApostrophe(s, tokens[i+1]) && tight(tokens[i+1]) && tight(tokens[i+2]) && s[tokens[i+2].Start:tokens[i+2].End] == "t" {
			// did n't: the n goes with the not
			w.end--
			w.set(v.lexeme(met, s[w.start:w.end]))
			not := word{start: t.End - 1, end: tokens[i+2].End, kind: text.Word}
			n := v.newLexeme(strings.Clone(s[not.start:not.end]), "n't")
			not.set(&n)
			dst = append(dst, w, not)
			i += 3
			continue
		}
		dst = append(dst, w)
		i += n
	}
	return dst
}

// join returns how many tokens at the head of ts make one word, at least 1.
func (v *vocabulary) join(met *text.Spellings[lexeme], s string, ts []text.Token) int {
	t := ts[0]
	at := func(i int) string {
		if i >= len(ts) || !tight(ts[i]) {
			return ""
		}
		return s[ts[i].Start:ts[i].End]
	}
	kind := func(i int) text.Kind { return ts[i].Kind }
	n := 1
	switch t.Kind {
	case text.Punct:
		if q := s[t.Start:t.End]; (q == "`" || q == "'") && at(1) == q {
			return 2 // quotation marks of plain text: ``so''
		}
		if isApostrophe(s, t) && len(ts) > 1 && tight(t) {
			switch lower(at(1)) {
			case "s", "ll", "re", "ve", "d", "m":
				return 2
			}
		}
		return 1
	case text.Number:
		for (at(n) == "," && len(at(n+1)) == 3 || at(n) == ".") && n+1 < len(ts) && kind(n+1) == text.Number && at(n+1) != "" {
			n += 2
		}
		if a := at(n); a != "" && kind(n) == text.Word && len(a) <= 2 {
			return n + 1 // 27th
		}
	case text.Word:
		if t.End-t.Start == 1 && at(1) == "." { // U.S.
			m := 2
			for m+1 < len(ts) && at(m) != "" && kind(m) == text.Word && len(at(m)) == 1 && at(m+1) == "." {
				m += 2
			}
			if m > 2 || t.Is(text.Upper) {
				return m
			}
		}
		if at(1) == "." && v.lexeme(met, s[t.Start:t.End]).abbreviation {
			return 2
		}
	}
	for (at(n) == "-" || at(n) == "‑") && at(n+1) != "" && kind(n+1) != text.Punct && (t.Kind == text.Word || kind(n+1) == text.Word) {
		n += 2
	}
	return n
}

func tight(t text.Token) bool { return !t.Is(text.Space) }

func isApostrophe(s string, t text.Token) bool {
	if t.Kind != text.Punct {
		return false
	}
	a := s[t.Start:t.End]
	return a == "'" || a == "’" || a == "ʼ"
}

func isDigits(s string) bool {
	for _, c := range s {
		if (c < '0' || c > '9') && c != ',' && c != '.' {
			return false
		}
	}
	return true
}

// lower folds case and typographic apostrophes and hyphens; text that is lower already is not copied.
func lower(s string) string {
	s = strings.ToLower(s)
	if strings.ContainsAny(s, "’‑") {
		s = strings.NewReplacer("’", "'", "‑", "-").Replace(s)
	}
	return s
}
