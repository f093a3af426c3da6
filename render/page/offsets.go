package page

import "unicode/utf8"

// offsets turns byte offsets of one text into the UTF-16 offsets that
// JavaScript counts in. Offsets are asked for in any order; each look-up costs
// one step of stride bytes at most.
type offsets struct {
	text  string
	marks []int32 // UTF-16 offset at byte i*stride, rounded up to a character's start; nil for ASCII
}

const stride = 256

func newOffsets(s string) offsets {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	o := offsets{text: s}
	if ascii {
		return o
	}
	o.marks = make([]int32, 0, len(s)/stride+1)
	n := int32(0)
	for i, r := range s {
		for len(o.marks)*stride <= i {
			o.marks = append(o.marks, n)
		}
		n += width(r)
	}
	return o
}

// at returns the UTF-16 offset of byte b, clamped into the text. A byte inside
// a character counts as the character's start. Invalid bytes count as one each,
// as encoding/json writes one U+FFFD for each.
func (o offsets) at(b int) int {
	b = max(0, min(b, len(o.text)))
	if o.marks == nil {
		return b
	}
	k := b / stride
	if k >= len(o.marks) {
		k = len(o.marks) - 1
	}
	for k > 0 && boundary(o.text, k*stride) > b {
		k--
	}
	i, n := boundary(o.text, k*stride), int(o.marks[k])
	for i < b {
		r, size := utf8.DecodeRuneInString(o.text[i:])
		if i+size > b {
			break
		}
		i, n = i+size, n+int(width(r))
	}
	return n
}

// boundary returns the first byte at or after i where range over s would start a character.
func boundary(s string, i int) int {
	if i == 0 || i >= len(s) {
		return min(i, len(s))
	}
	// A character that holds byte i starts at most 3 bytes before it.
	for j := max(0, i-3); j < i; j++ {
		if r, size := utf8.DecodeRuneInString(s[j:]); utf8.RuneStart(s[j]) && j+size > i && (r != utf8.RuneError || size > 1) {
			return j + size
		}
	}
	return i
}

func width(r rune) int32 {
	if r >= 0x10000 {
		return 2
	}
	return 1
}
