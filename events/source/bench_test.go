package source

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// corpusText is an article of about 4 kB with a head and a tail.
var corpusText = "Ferries stop as the lower river rises\nPublished: 3 May 2019, 11:00\nBy Nora Quist\n\n" +
	strings.Repeat(paragraph+"\n\n"+second+"\n\n", 11) + "Related Articles\nLeave a Reply\n"

func benchmarkRead(b *testing.B, name string, data []byte) {
	f := formatOf(name)
	in := Input{Path: name, Data: data, limits: limits{defaultMaxBytes, defaultTimeout}}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		one := in
		if r := read(f, &one, "id", name); r.document == nil {
			b.Fatal(r.diagnostics)
		}
	}
}

func BenchmarkText(b *testing.B)     { benchmarkRead(b, "a.txt", []byte(corpusText)) }
func BenchmarkMarkdown(b *testing.B) { benchmarkRead(b, "a.md", []byte("# "+corpusText)) }
func BenchmarkJSONLine(b *testing.B) {
	benchmarkRead(b, "a.jsonl", []byte(fmt.Sprintf(`{"id":"a","text":%q}`, corpusText)))
}
func BenchmarkHTML(b *testing.B) {
	paragraphs := "<p>" + strings.ReplaceAll(strings.TrimSpace(corpusText), "\n\n", "</p>\n<p>") + "</p>"
	benchmarkRead(b, "a.html", []byte(fmt.Sprintf(webPage, "", paragraphs)))
}
func BenchmarkPDF(b *testing.B) {
	lines := strings.ReplaceAll(corpusText, ", ", ",\n")
	benchmarkRead(b, "a.pdf", writePDF(lines))
}
func BenchmarkDOCX(b *testing.B) {
	var body strings.Builder
	for _, p := range strings.Split(corpusText, "\n") {
		fmt.Fprintf(&body, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", p)
	}
	benchmarkRead(b, "a.docx", docx(b, map[string]string{"word/document.xml": wordDocument(body.String())}))
}

// BenchmarkFolder reads a folder of a thousand articles with all workers.
func BenchmarkFolder(b *testing.B) {
	files := make(map[string]string)
	for i := range 1000 {
		files[fmt.Sprintf("%04d.txt", i)] = corpusText
	}
	dir := folder(b, files)
	b.SetBytes(int64(1000 * len(corpusText)))
	for b.Loop() {
		n := 0
		for range Documents([]string{dir}, Options{Timeout: time.Minute}, nil) {
			n++
		}
		if n != 1000 {
			b.Fatal(n)
		}
	}
}
