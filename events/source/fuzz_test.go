package source

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// fuzz runs a reader over any bytes: it must end, and what it returns must
// keep the promises of Document.
func fuzz(f *testing.F, name string, seeds ...[]byte) {
	for _, s := range seeds {
		f.Add(s)
	}
	format := formatOf(name)
	f.Fuzz(func(t *testing.T, data []byte) {
		in := &Input{Path: name, Data: data, limits: limits{1 << 20, 5 * time.Second}}
		r := read(format, in, "id", name)
		if r.document == nil {
			if len(r.diagnostics) == 0 || r.diagnostics[len(r.diagnostics)-1].Severity != Error {
				t.Errorf("neither a document nor an error: %v", r.diagnostics)
			}
			return
		}
		checkLayout(t, *r.document)
		end := int32(0)
		for _, tok := range r.document.Tokens() {
			if tok.Start < end || tok.End <= tok.Start {
				t.Fatalf("token %v after %d", tok, end)
			}
			end = tok.End
		}
	})
}

func FuzzText(f *testing.F) {
	fuzz(f, "a.txt", []byte("A B\nPublished: 3 May 2019\nBy C D\n\nThe river rose.\nRelated Articles\n- E\n"), []byte("# 16:29\n4 October 2020\n\nText."), []byte("\xff\xfea\x00"), []byte("By A B | 03/04/2019 11:10 am EDT\r\n(Tern)"))
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, "a.md", []byte("---\ntitle: x\ndate: 2019-05-03\n---\n# A\n\n> b [c](d) <e>\n\n| f | g |\n|---|---|\n\n```\nh\n```\n[^1]: i\n1. j\n<!-- k"))
}

func FuzzHTML(f *testing.F) {
	fuzz(f, "a.html", []byte(fmt.Sprintf(webPage, "", "<p>3 May 2019")), []byte("<table><tr><td><p>a<br>b"))
}

func FuzzJSONLine(f *testing.F) {
	fuzz(f, "a.jsonl", []byte(`{"id":"a","text":"The river rose.","published":"2019-05-03","author":["b",null,{}]}`), []byte(`{"doc":1,"dct":20190503,"text":"\ud800 x"}`))
}

func FuzzPDF(f *testing.F) {
	fuzz(f, "a.pdf", writePDF("Ferries stop\n"+paragraph), writePDF(strings.Repeat("a-\nb ", 9), second))
}

func FuzzDOCX(f *testing.F) {
	// The archive is made here, as random bytes are none: the fuzzer works on its part.
	f.Add([]byte(wordDocument("<w:p><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")))
	f.Fuzz(func(t *testing.T, part []byte) {
		d, _ := layoutDOCX(part)
		checkLayout(t, d)
	})
}

func FuzzFrontMatter(f *testing.F) {
	f.Add("title: a\nauthor: [b, {name: c}]\ndate: !!str 2019-05-03\nx: &a *a\n")
	f.Fuzz(func(t *testing.T, yaml string) {
		in := &Input{Path: "a.md"}
		var d Document
		readFrontMatter(in, &d, yaml)
	})
}
