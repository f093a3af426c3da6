package source

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decoded is a file's text with what had to be guessed or replaced.
type decoded struct {
	text     string
	charset  string // its name when it was guessed, "" when it was certain
	replaced int    // bytes and characters that became U+FFFD
}

// decodeText decodes the file of in to UTF-8 and warns of what was doubtful.
func decodeText(in *Input, declared string) (string, error) {
	d, err := decode(in.Data, declared)
	if err != nil {
		return "", err
	}
	if d.charset != "" {
		in.Warn(0, 0, "the charset is not stated: read as %s; save the file as UTF-8 if letters look wrong", d.charset)
	}
	if d.replaced > 0 {
		in.Warn(0, 0, "%d bytes are no valid text and were replaced by U+FFFD; save the file as UTF-8", d.replaced)
	}
	return d.text, nil
}

// decode finds the charset: by byte order mark, by what the file is (valid
// UTF-8 is UTF-8), by what it declares, and then by its statistics. A byte
// order mark of UTF-8 stays, so that offsets are those of the file. Bytes
// that are no text are an error.
func decode(data []byte, declared string) (decoded, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe, 0, 0}):
		return convert(data, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "")
	case bytes.HasPrefix(data, []byte{0, 0, 0xfe, 0xff}):
		return convert(data, utf32.UTF32(utf32.BigEndian, utf32.UseBOM), "")
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return convert(data, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "")
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		if order, ok := utf16Order(data); ok {
			return convert(data, unicode.UTF16(order, unicode.IgnoreBOM), "UTF-16")
		}
		return decoded{}, fmt.Errorf("byte %d is NUL: this is a binary file and no text", i)
	}
	if controls(data) > len(data)/50+1 {
		return decoded{}, errors.New("control characters throughout: this is a binary file and no text")
	}
	valid, invalid := countUTF8(data)
	if invalid == 0 && !(valid == 0 && stateful(declared)) {
		return decoded{text: string(data)}, nil
	}
	if e, name := charset.Lookup(declared); e != nil && name != "utf-8" && name != "replacement" && valid <= 2*invalid {
		return convert(data, e, "")
	}
	if valid > 4*invalid || bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) || noLetters(data, invalid) {
		return decoded{text: string(spread(data)), replaced: invalid}, nil
	}
	e, name := guess(data)
	return convert(data, e, name)
}

// convert decodes data, which is in e; name is that of a guessed charset.
func convert(data []byte, e encoding.Encoding, name string) (decoded, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return decoded{}, fmt.Errorf("cannot be decoded: %w", err)
	}
	if i := bytes.IndexByte(out, 0); i >= 0 {
		return decoded{}, errors.New("NUL characters in the text: this is a binary file and no text")
	}
	return decoded{text: string(out), charset: name, replaced: bytes.Count(out, []byte("\uFFFD"))}, nil
}

// stateful reports whether a charset hides its letters in plain ASCII bytes.
func stateful(declared string) bool {
	_, name := charset.Lookup(declared)
	return name == "iso-2022-jp"
}

// countUTF8 counts the characters of more than one byte and the bytes that
// belong to no character.
func countUTF8(data []byte) (valid, invalid int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			invalid++
		} else {
			valid++
		}
		i += n
	}
	return valid, invalid
}

// spread puts one U+FFFD in place of every invalid byte, so that as many
// stand in the text as were counted.
func spread(data []byte) []byte {
	out := make([]byte, 0, len(data)+16)
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			out = append(out, "\uFFFD"...)
		} else {
			out = append(out, data[i:i+n]...)
		}
		i += n
	}
	return out
}

// noLetters reports whether the invalid bytes of a text that is ASCII else
// make no sense in a legacy charset: some of them stand for no letter and no
// common mark in windows-1252, and they are too few for statistics.
func noLetters(data []byte, invalid int) bool {
	if invalid > 32 {
		return false
	}
	for _, b := range data {
		switch {
		case b < 0x80:
		case b == 0x81, b == 0x8d, b == 0x8f, b == 0x90, b == 0x9d, b >= 0xfe, b == 0xc0, b == 0xc1:
			return true
		}
	}
	return false
}

// utf16Order tells the byte order of UTF-16 without a byte order mark: in most
// scripts' texts the spaces, digits and line ends have a zero byte.
func utf16Order(data []byte) (unicode.Endianness, bool) {
	sample := data[:min(len(data), 1<<16)&^1]
	var zero, white [2]int
	for i := 0; i+1 < len(sample); i += 2 {
		for k := range 2 {
			if sample[i+k] == 0 {
				zero[k]++
				if c := sample[i+1-k]; c == ' ' || c == '\n' {
					white[k]++
				}
			}
		}
	}
	pairs := len(sample) / 2
	switch {
	case zero[0]*50 < zero[1] && white[1]*20 > pairs:
		return unicode.LittleEndian, true
	case zero[1]*50 < zero[0] && white[0]*20 > pairs:
		return unicode.BigEndian, true
	}
	return unicode.BigEndian, false
}

// controls counts control characters that texts do not hold.
func controls(data []byte) int {
	n := 0
	for _, b := range data {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' && b != 0x1b && b != '\b' {
			n++
		}
	}
	return n
}

// guess tells a charset by its statistics, windows-1252 when they say nothing.
func guess(data []byte) (encoding.Encoding, string) {
	if best, err := chardet.NewTextDetector().DetectBest(sampleOf(data)); err == nil && best.Confidence >= 10 {
		if e, name := charset.Lookup(best.Charset); e != nil && name != "utf-8" && name != "replacement" {
			return e, name
		}
	}
	return charmap.Windows1252, "windows-1252"
}

// sampleOf returns the parts of data around its first bytes that are not
// ASCII: statistics of a long English page say nothing of the few others.
func sampleOf(data []byte) []byte {
	const most, around = 1 << 16, 64
	if len(data) <= most {
		return data
	}
	sample := make([]byte, 0, most+around)
	for i := 0; i < len(data) && len(sample) < most; i++ {
		if data[i] >= utf8.RuneSelf {
			end := min(i+around, len(data))
			sample = append(sample, data[max(0, i-around/2):end]...)
			i = end
		}
	}
	return sample
}
