package page

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestOffsetsAreThoseOfJavaScript(t *testing.T) {
	for _, s := range []string{
		"", "plain", strings.Repeat("plain ascii ", 100),
		"Gəncə 😀 Հայաստան", strings.Repeat("aé😀\u2028", 300), "bad \xff\xfe\xe2\x82 bytes", strings.Repeat("\xf0\x9f", 400) + "é",
		strings.Repeat("x", 255) + "é" + strings.Repeat("y", 255) + "😀" + strings.Repeat("\xff", 300),
	} {
		o := newOffsets(s)
		want := map[int]int{len(s): utf16Len(s)}
		n := 0
		for i, r := range s {
			want[i] = n
			n += len(utf16.Encode([]rune{r}))
		}
		for b, w := range want {
			if got := o.at(b); got != w {
				t.Errorf("%.20q: byte %d is at %d, want %d", s, b, got, w)
			}
		}
		if o.at(-3) != 0 || o.at(len(s)+9) != utf16Len(s) {
			t.Errorf("%.20q: offsets outside the text are not clamped", s)
		}
	}
}

// utf16Len is the length of s in JavaScript after it went through JSON.
func utf16Len(s string) int {
	b, _ := json.Marshal(s)
	var back string
	if err := json.Unmarshal(b, &back); err != nil {
		panic(err)
	}
	return len(utf16.Encode([]rune(back)))
}
