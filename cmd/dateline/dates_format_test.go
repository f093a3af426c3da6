package main

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// FuzzTimeMLHoldsTheText reads back what is written: the text, and in it the
// expression, for any text and any span.
func FuzzTimeMLHoldsTheText(f *testing.F) {
	f.Add("Shelled on Thursday & \"closed\" <again>.\r\n\tOr so.", 11, 19)
	f.Add("]]> &#xA; \u2028 \x00\x0b\xff 🏔", 0, 3)
	f.Add("", 0, 0)
	f.Add("\ufffd0\ufffd", 5, 5) // a span within a rune, which no mention has
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		s = strings.ToValidUTF8(s, "\ufffd") // as a document's text is
		if start < 0 || end < start || end > len(s) || !utf8.ValidString(s[:start]) || !utf8.ValidString(s[start:end]) {
			t.Skip()
		}
		d := &source.Document{ID: s, Text: s, Published: "2020-10-17"}
		m := timex.Mention{Span: text.Span{Start: start, End: end}, Type: timex.Date, Value: "2020-10-15", Mod: "APPROX"}
		var b bytes.Buffer
		w := bufio.NewWriter(&b)
		if err := writeTimeML(w, d, []timex.Mention{m}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		var got struct {
			ID   string `xml:"DOCID"`
			Text struct {
				Inner string `xml:",innerxml"`
				Timex []struct {
					ID    string `xml:"tid,attr"`
					Value string `xml:"value,attr"`
					Mod   string `xml:"mod,attr"`
					Text  string `xml:",chardata"`
				} `xml:"TIMEX3"`
			} `xml:"TEXT"`
		}
		if err := xml.Unmarshal(b.Bytes(), &got); err != nil {
			t.Fatalf("%v\n%s", err, &b)
		}
		want := func(s string) string { // what XML can hold of s
			return strings.Map(func(r rune) rune {
				if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
					return 0xfffd
				}
				return r
			}, s)
		}
		if got.ID != want(s) || len(got.Text.Timex) != 1 {
			t.Fatalf("id %q, %d expressions", got.ID, len(got.Text.Timex))
		}
		if x := got.Text.Timex[0]; x.ID != "t1" || x.Value != "2020-10-15" || x.Mod != "APPROX" || x.Text != want(s[start:end]) {
			t.Errorf("got %+v", x)
		}
		var all strings.Builder
		dec := xml.NewDecoder(strings.NewReader(got.Text.Inner))
		for {
			tok, err := dec.Token()
			if err != nil {
				break
			}
			if c, ok := tok.(xml.CharData); ok {
				all.Write(c)
			}
		}
		if all.String() != want(s) {
			t.Errorf("the text is %q, of %q", all.String(), s)
		}
	})
}

func TestClipKeepsToTheLine(t *testing.T) {
	tests := []struct {
		s    string
		n    int
		want string
	}{
		{"one\ntwo three", -60, "two three"},
		{"one\ntwo three", -5, "...three"},
		{"two three", -9, "two three"},
		{"Gəncə", -2, "...cə"},
		{"", -5, ""},
		{"one two\nthree", 60, "one two"},
		{"one two\nthree", 3, "one..."},
		{"one", 3, "one"},
		{"tab\tand \x1b[2J", 60, "tab and  [2J"},
	}
	for _, tt := range tests {
		if got := clip(tt.s, tt.n); got != tt.want {
			t.Errorf("clip(%q, %d) = %q, want %q", tt.s, tt.n, got, tt.want)
		}
	}
}
