package figure

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// visual returns s with its characters from left to right as they are drawn,
// and Arabic letters in the forms that join. Text without letters of
// right-to-left scripts is returned as it is.
func visual(s string) string {
	rtl := false
	for _, r := range s {
		rtl = rtl || r >= 0x590 && (unicode.Is(unicode.Hebrew, r) || unicode.Is(unicode.Arabic, r))
	}
	if !rtl {
		return s
	}
	// A figure is read from left to right, whatever its first letter is.
	const mark = "\u200e"
	var p bidi.Paragraph
	if _, err := p.SetString(mark + joined(s)); err != nil {
		return s
	}
	order, err := p.Order()
	if err != nil {
		return s
	}
	// The package gives runs in the order in which they are read. Within
	// right-to-left text a number is a run of its own, from left to right, and
	// changes places with the runs beside it (rules I1 and L2 of UAX 9); what
	// ends such text without being a letter belongs to what follows (rule N2).
	out, turned, tail := "", "", ""
	flush := func() { out, turned, tail = out+turned+tail, "", "" }
	for i := range order.NumRuns() {
		r := order.Run(i)
		s := r.String()
		if r.Direction() == bidi.RightToLeft {
			core := strings.TrimRight(s, " .,;:!?…")
			turned = bidi.ReverseString(core) + bidi.ReverseString(tail) + turned
			tail = s[len(core):]
			continue
		}
		if n := numberAt(s); turned != "" && n > 0 {
			turned, tail, s = s[:n]+bidi.ReverseString(tail)+turned, "", s[n:]
		}
		// A bracket that right-to-left text opens is closed in it (rule N0).
		if rest, ok := strings.CutPrefix(s, ")"); ok && strings.Count(turned, ")") > strings.Count(turned, "(") {
			turned, s = "("+turned, rest
		}
		flush()
		out += s
	}
	flush()
	return strings.ReplaceAll(out, mark, "")
}

// numberAt is how much of the start of s is a number: up to its last digit
// before any letter.
func numberAt(s string) int {
	n := 0
	for i, r := range s {
		if unicode.IsLetter(r) {
			break
		}
		if unicode.IsDigit(r) {
			n = i + utf8.RuneLen(r)
		}
	}
	return n
}

// forms are the presentation forms of an Arabic letter: isolated, final,
// initial, medial; 0 where it has none.
type forms [4]rune

// arabicForms is made from the Unicode character database: the block of
// presentation forms B lists each letter's forms in this order, and each of
// them decomposes to its letter.
var arabicForms = sync.OnceValue(func() map[string]forms {
	m := map[string]forms{}
	n := map[string]int{}
	for r := rune(0xfe80); r <= 0xfefc; r++ {
		letter := norm.NFKC.String(string(r))
		f := m[letter]
		if n[letter] < 4 {
			f[n[letter]] = r
		}
		n[letter]++
		m[letter] = f
	}
	// Letters of Persian and Urdu stand in block A, in the same order.
	for letter, first := range map[string]rune{"پ": 0xfb56, "چ": 0xfb7a, "ژ": 0xfb8a, "ک": 0xfb8e, "گ": 0xfb92, "ی": 0xfbfc, "ٹ": 0xfb66, "ڈ": 0xfb88, "ڑ": 0xfb8c, "ھ": 0xfbaa, "ے": 0xfbae, "ہ": 0xfba6} {
		f := forms{first, first + 1, first + 2, first + 3}
		if letter == "ژ" || letter == "ڈ" || letter == "ڑ" || letter == "ے" {
			f[2], f[3] = 0, 0
		}
		m[letter] = f
	}
	return m
})

// joined replaces Arabic letters by the form that their neighbours ask for.
func joined(s string) string {
	table := arabicForms()
	runes := []rune(s)
	mark := func(r rune) bool { return unicode.Is(unicode.Mn, r) }
	// beside returns the nearest letter before or after i, marks passed over.
	beside := func(i, step int) forms {
		for i += step; i >= 0 && i < len(runes); i += step {
			if !mark(runes[i]) {
				if runes[i] == 0x640 { // a stroke that joins on both sides
					return forms{0x640, 0x640, 0x640, 0x640}
				}
				return table[string(runes[i])]
			}
		}
		return forms{}
	}
	var out []rune
	for i := 0; i < len(runes); i++ {
		f, ok := table[string(runes[i])]
		if !ok {
			out = append(out, runes[i])
			continue
		}
		before := beside(i, -1)
		joinsBefore := before[2] != 0 && f[1] != 0
		// Lam and alef are written as one.
		if i+1 < len(runes) && runes[i] == 'ل' {
			if l, ok := table[string(runes[i:i+2])]; ok {
				if joinsBefore {
					out = append(out, l[1])
				} else {
					out = append(out, l[0])
				}
				i++
				continue
			}
		}
		joinsAfter := f[2] != 0 && beside(i, 1)[1] != 0
		k := 0
		switch {
		case joinsBefore && joinsAfter && f[3] != 0:
			k = 3
		case joinsAfter:
			k = 2
		case joinsBefore:
			k = 1
		}
		out = append(out, f[k])
	}
	return string(out)
}
