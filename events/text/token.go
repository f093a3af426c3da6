package text

import (
	"unicode"
	"unicode/utf8"
)

// Kind is the class of a token.
type Kind uint8

const (
	// Word is a maximal run of letters and combining marks.
	Word Kind = iota
	// Number is a maximal run of decimal digits.
	Number
	// Punct is any other single character that is not white space.
	Punct
)

// Flag describes a token's shape and what stands before it.
type Flag uint8

const (
	// Space marks a token with white space, or the start of the text, before it.
	Space Flag = 1 << iota
	// Line marks a token that is the first on its line; it has Space as well.
	Line
	// Upper marks a word whose first letter is upper or title case.
	Upper
	// Caps marks a word of at least two letters, none of them lower case.
	Caps
)

// Token is a word, a number or one punctuation character. Tokens are ordered
// and do not overlap. Texts are at most 2 GiB long, so offsets are 32 bits.
type Token struct {
	Start, End int32
	Kind       Kind
	Flags      Flag
}

// Text returns the token's own text in s, the text it was made from.
func (t Token) Text(s string) string { return s[t.Start:t.End] }

// Is reports whether all of the given flags are set.
func (t Token) Is(f Flag) bool { return t.Flags&f == f }

const (
	classSpace = iota
	classLine
	classLower
	classUpper
	classDigit
	classPunct
)

// ascii classes the first 128 characters, so that plain text costs one look-up a byte.
var ascii = func() (table [utf8.RuneSelf]uint8) {
	for c := range table {
		switch {
		case c == '\n' || c == '\r' || c == '\v' || c == '\f':
			table[c] = classLine
		case c <= ' ' || c == 0x7f:
			table[c] = classSpace
		case 'a' <= c && c <= 'z':
			table[c] = classLower
		case 'A' <= c && c <= 'Z':
			table[c] = classUpper
		case '0' <= c && c <= '9':
			table[c] = classDigit
		default:
			table[c] = classPunct
		}
	}
	return table
}()

// classify returns the class of the character at s[i:] and its length in bytes.
// A byte that is no UTF-8 is punctuation of length one.
func classify(s string, i int) (class uint8, size int) {
	if c := s[i]; c < utf8.RuneSelf {
		return ascii[c], 1
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == utf8.RuneError && size == 1:
		return classPunct, 1
	case r == 0x2028 || r == 0x2029 || r == 0x85:
		return classLine, size
	case unicode.IsSpace(r) || r == 0x200b || r == 0xfeff || r == 0x2060:
		return classSpace, size
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return classUpper, size
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return classLower, size
	case unicode.IsDigit(r):
		return classDigit, size
	}
	return classPunct, size
}

// AppendTokens appends the tokens of s to dst and returns it. Soft hyphens and
// other format characters are punctuation; NUL and control bytes are white space.
func AppendTokens(dst []Token, s string) []Token {
	pending := Space | Line
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			pending |= Space
			i++
			continue
		}
		class, size := classify(s, i)
		switch class {
		case classLine:
			pending |= Space | Line
			i += size
		case classSpace:
			pending |= Space
			i += size
		case classPunct:
			dst = append(dst, Token{int32(i), int32(i + size), Punct, pending})
			pending = 0
			i += size
		case classDigit:
			start := i
			for i < len(s) {
				c, n := classify(s, i)
				if c != classDigit {
					break
				}
				i += n
			}
			dst = append(dst, Token{int32(start), int32(i), Number, pending})
			pending = 0
		default:
			start := i
			if class == classUpper {
				pending |= Upper
			}
			end, letters, lower := lettersAt(s, i)
			if i = end; !lower && letters > 1 {
				pending |= Caps
			}
			dst = append(dst, Token{int32(start), int32(i), Word, pending})
			pending = 0
		}
	}
	return dst
}

// lettersAt returns where the letters at s[i:] end, how many there are, and
// whether one of them is no capital.
func lettersAt(s string, i int) (end, letters int, lower bool) {
	for {
		start := i
		for i < len(s) && 'a' <= s[i] && s[i] <= 'z' { // as most are
			i++
		}
		letters, lower = letters+i-start, lower || i > start
		if i == len(s) {
			return i, letters, lower
		}
		class, size := classify(s, i)
		if class != classLower && class != classUpper {
			return i, letters, lower
		}
		letters, lower = letters+1, lower || class == classLower
		i += size
	}
}
