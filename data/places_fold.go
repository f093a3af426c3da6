package data

import (
	"unicode"
	"unicode/utf8"
)

// Latin letters are folded by position, so that folding needs no map and no
// decomposition tables. A "?" marks a character that foldRune spells out or
// only lowers, a blank one that separates words.
const (
	foldLatin = "aaaaaa?ceeeeiiiidnooooo ouuuuy??aaaaaa?ceeeeiiiidnooooo ouuuuy?y" +
		"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllll" +
		"lllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
		"bbbb???cc?ddd??e?ffg???ikkl??nnooo??pp?????ttttuu?vyyzz?????????" +
		"?????????????aaiioouuuuuuuuuueaaaa??ggggkkoooo??j???gg??nnaa??oo" +
		"aaaaeeeeiiiioooorrrruuuusstt??hhnd??zzaaeeooooooooyylnt???acclts" +
		"z??b??eejj?qrryy" // U+00C0..U+024F
	foldLatinMore = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
		"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
		"wwwwwwwwwwxxxxyyzzzzzzhtwyas???daaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
		"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy????yy" // U+1E00..U+1EFF
)

// FoldPlace appends to dst the form of name that the gazetteer is searched by,
// and returns it: lower case; no diacritics on Latin, Greek and Cyrillic
// letters; no apostrophes; every run of hyphens, dots, spaces and other marks
// one space; "Saint", "Sainte" and "Ste" as "st", "Mount" as "mt", "Fort" as
// "ft"; no leading "the". It allocates only when dst has to grow.
func FoldPlace(dst []byte, name string) []byte {
	base, word := len(dst), len(dst)
	for i := 0; i < len(name); {
		c := name[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
				dst = append(dst, c)
			case 'A' <= c && c <= 'Z':
				dst = append(dst, c|0x20)
			case c == '\'' || c == '`':
			default:
				dst, word = foldWordEnd(dst, base, word)
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(name[i:])
		i += n
		before := len(dst)
		dst = foldRune(dst, r)
		if len(dst) == before+1 && dst[before] == ' ' {
			dst, word = foldWordEnd(dst[:before], base, word)
		}
	}
	dst, _ = foldWordEnd(dst, base, word)
	if n := len(dst); n > base && dst[n-1] == ' ' {
		dst = dst[:n-1]
	}
	return dst
}

// foldWordEnd closes the word that began at word with a space, in its canonical form.
func foldWordEnd(dst []byte, base, word int) ([]byte, int) {
	if len(dst) == word {
		return dst, word
	}
	switch string(dst[word:]) {
	case "saint", "sainte", "ste":
		dst = append(dst[:word], "st"...)
	case "mount":
		dst = append(dst[:word], "mt"...)
	case "fort":
		dst = append(dst[:word], "ft"...)
	case "the":
		if word == base {
			return dst[:word], word
		}
	}
	dst = append(dst, ' ')
	return dst, len(dst)
}

// foldRune appends the folded form of a character that is not ASCII: nothing
// for a mark or an apostrophe, one space for a separator.
func foldRune(dst []byte, r rune) []byte {
	var c byte
	switch {
	case r >= 0xC0 && r <= 0x24F:
		c = foldLatin[r-0xC0]
	case r >= 0x1E00 && r <= 0x1EFF:
		c = foldLatinMore[r-0x1E00]
	}
	switch c {
	case '?':
	case 0:
		return foldOther(dst, r)
	default:
		return append(dst, c)
	}
	switch r {
	case 'Æ', 'æ', 'Ǣ', 'ǣ', 'Ǽ', 'ǽ':
		return append(dst, "ae"...)
	case 'Œ', 'œ':
		return append(dst, "oe"...)
	case 'Þ', 'þ':
		return append(dst, "th"...)
	case 'ß', 'ẞ':
		return append(dst, "ss"...)
	case 'Ĳ', 'ĳ':
		return append(dst, "ij"...)
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}

// foldOther folds what lies outside the Latin blocks.
func foldOther(dst []byte, r rune) []byte {
	switch {
	case r == 0x259: // schwa: Gəncə is also typed Gence
		return append(dst, 'e')
	case r == 0x2018 || r == 0x2019 || r == 0x201B || r == 0x2032 || r == 0xB4 || r >= 0x2B0 && r <= 0x2FF || r == 0x55A || r == 0xFF07:
		return dst
	case unicode.Is(unicode.Mn, r) || r == 0x640 || r == 0x200C || r == 0x200D || r == 0xAD:
		return dst
	}
	switch r {
	case 'ά', 'Ά':
		r = 'α'
	case 'έ', 'Έ':
		r = 'ε'
	case 'ή', 'Ή':
		r = 'η'
	case 'ί', 'ϊ', 'ΐ', 'Ί', 'Ϊ':
		r = 'ι'
	case 'ό', 'Ό':
		r = 'ο'
	case 'ύ', 'ϋ', 'ΰ', 'Ύ', 'Ϋ':
		r = 'υ'
	case 'ώ', 'Ώ':
		r = 'ω'
	case 'ς':
		r = 'σ'
	case 'ё', 'Ё':
		r = 'е'
	case 'أ', 'إ', 'آ', 'ٱ':
		r = 'ا'
	case 'ى', 'ی', 'ې':
		r = 'ي'
	case 'ک':
		r = 'ك'
	case 'ة', 'ہ', 'ە':
		r = 'ه'
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
		return append(dst, ' ')
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}
