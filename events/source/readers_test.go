package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// blockTexts returns the text of the blocks of one role.
func blockTexts(d Document, role text.Role) []string {
	var all []string
	for _, b := range d.Blocks {
		if b.Role == role {
			all = append(all, d.Text[b.Start:b.End])
		}
	}
	return all
}

// checkLayout tests what every document promises of its blocks.
func checkLayout(t testing.TB, d Document) {
	t.Helper()
	if strings.ToValidUTF8(d.Text, "") != d.Text {
		t.Error("the text is no valid UTF-8")
	}
	if d.Published != "" && !edtf.Valid(d.Published) {
		t.Errorf("the publication date %q is no EDTF", d.Published)
	}
	if (d.Published == "") != (d.PublishedBasis == "") {
		t.Errorf("published %q, basis %q", d.Published, d.PublishedBasis)
	}
	end := 0
	for _, b := range d.Blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(d.Text) {
			t.Fatalf("block %v after %d in a text of %d bytes", b, end, len(d.Text))
		}
		if a, z := trim(d.Text, b.Start, b.End); a != b.Start || z != b.End {
			t.Errorf("block %q has white space at its ends", d.Text[b.Start:b.End])
		}
		if (b.Level > 0) != (b.Role == text.Heading) {
			t.Errorf("block %v: level %d", b, b.Level)
		}
		end = b.End
	}
	end = 0
	for _, s := range d.Markup {
		if s.Start < end || s.End <= s.Start || s.End > len(d.Text) {
			t.Fatalf("markup %v after %d in a text of %d bytes", s, end, len(d.Text))
		}
		end = s.End
	}
}

func TestMarkdownKeepsTheOffsetsOfTheFile(t *testing.T) {
	file := `---
title: "Ferries stop"
pubDate: 2019-05-03
outlet: Lindholm Courier
author:
  - Nora Quist
  - Per Holm
url: https://tern.example/2019/ferries
synthetic: true
---

# Ferries stop as the river rises

The **harbour office** stopped [every ferry](https://tern.example/2018/01/02/ferry_(boat) "a boat") on
Thursday.[^1] See <https://tern.example/2017/03/04/>.

![The pier in 2016](pier-2016-05-06.jpg)

<!-- written on 1 January 2015 -->

## The day before

> The water is rising,
> the office said.

1. The northern pier
2. The fish market
   and its sheds

| Pier | Damage |
|------|--------|
| North | heavy |

` + "```\n3 May 2014: code\n```" + `

Setext
------

Last words.

[^1]: Said on 2 May 2013.
[1]: https://tern.example/2012/

## See also

- The flood of 2011
`
	dir := folder(t, map[string]string{"a.md": file})
	docs, said := collect(t, Options{}, dir)
	if len(docs) != 1 || len(said) != 0 {
		t.Fatalf("%d documents, %v", len(docs), said)
	}
	d := docs[0]
	checkLayout(t, d)
	if d.Text != file {
		t.Error("the text is not that of the file")
	}
	if d.Title != "Ferries stop" || d.Published != "2019-05-03" || d.Outlet != "Lindholm Courier" || d.Author != "Nora Quist, Per Holm" || !d.Synthetic || d.URL != "https://tern.example/2019/ferries" {
		t.Errorf("%+v", d)
	}
	if d.PublishedBasis != "pubdate: 2019-05-03" {
		t.Errorf("basis %q", d.PublishedBasis)
	}
	want := `m ---
t Ferries stop as
b The **harbour office**
f The pier
h The day before
b The water is
b The northern pier
b The fish market
b Pier | Damage
b North | heavy
h Setext
b Last words.
m Said on 2
f See also
f The flood of
`
	want = strings.Replace(want, "m ---", "m --- title: \"Ferries", 1)
	want = strings.Replace(want, "f The pier", "f ![The pier in", 1)
	if got := roles(d); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	var words []string
	for _, tok := range d.Tokens() {
		for _, b := range d.Blocks {
			if b.Role == text.Body && b.Start <= int(tok.Start) && int(tok.End) <= b.End {
				words = append(words, tok.Text(d.Text))
			}
		}
	}
	body := strings.Join(words, " ")
	for _, year := range []string{"2018", "2017", "2016", "2015", "2014", "2013", "2012", "2011", "https"} {
		if strings.Contains(body, year) {
			t.Errorf("%q, which stands in markup, is among the tokens of the body: %s", year, body)
		}
	}
	if !strings.Contains(body, "stopped every ferry on Thursday . See") {
		t.Errorf("tokens of the body: %s", body)
	}
}

func TestFrontMatterThatIsNoYAMLIsAWarning(t *testing.T) {
	for name, yaml := range map[string]string{
		"unclosed quotes": "title: \"Ferries\nauthor: [",
		"aliases":         "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c",
		"deep":            "a: " + strings.Repeat("[", 100_000),
		"a list":          "- a\n- b",
		"a bad date":      "date: soon",
	} {
		t.Run(name, func(t *testing.T) {
			docs, said := collect(t, Options{}, folder(t, map[string]string{"a.md": "---\n" + yaml + "\n---\n\n" + paragraph}))
			if len(docs) != 1 {
				t.Fatalf("%d documents, %v", len(docs), said)
			}
			checkLayout(t, docs[0])
			for _, s := range said {
				if s.Severity != Warning || len(s.Message) > 300 {
					t.Errorf("%+v", s)
				}
			}
		})
	}
}

func TestBrokenLinesOfJSONAreReportedAndTheRestIsRead(t *testing.T) {
	file := "\ufeff" + `{"id":"a","text":"The river rose.","title":"Flood","published":"2019-05-03T11:00","outlet":"Tern","author":["Nora Quist","Per Holm"],"url":"https://tern.example/a","language":"en","synthetic":true,"other":{"x":1}}
{"doc":"b","dct":"3 May 2019","text":"The ferries stopped.","extra":[1,2]}

{"id":"c","text":
{"id":5,"text":"A number is an id too.","published":"someday"}
{"id":"d"}
["no","object"]
{"id":"a","text":"The same id again."}
`
	docs, said := collect(t, Options{}, folder(t, map[string]string{"feed.jsonl": file}))
	if len(docs) != 4 {
		t.Fatalf("%d documents, %v", len(docs), said)
	}
	a := docs[0]
	if a.ID != "a" || a.Title != "Flood" || a.Published != "2019-05-03T11:00:00" || a.Outlet != "Tern" ||
		a.Author != "Nora Quist, Per Holm" || a.URL != "https://tern.example/a" || a.Language != "en" || !a.Synthetic || a.Path != "feed.jsonl" {
		t.Errorf("%+v", a)
	}
	if b := docs[1]; b.ID != "b" || b.Published != "2019-05-03" || b.PublishedBasis != "3 May 2019" {
		t.Errorf("%+v", b)
	}
	if docs[2].ID != "5" || docs[2].Published != "" {
		t.Errorf("%+v", docs[2])
	}
	if docs[3].ID == "a" || !strings.Contains(docs[3].ID, "a") {
		t.Errorf("the second document of id a has the id %q", docs[3].ID)
	}
	var got []string
	for _, s := range said {
		got = append(got, fmt.Sprintf("%d %s", s.Line, s.Severity))
	}
	if want := "4 error,5 warning,6 error,7 error,8 warning"; strings.Join(got, ",") != want {
		t.Errorf("diagnostics %v, want %s", said, want)
	}
}

const webPage = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Ferries stop | Lindholm Courier</title>
<meta property="og:title" content="Ferries stop as the lower river rises">
<meta property="og:site_name" content="Lindholm Courier"><meta name="author" content="Nora Quist"><meta name="synthetic" content="true">
<link rel="canonical" href="https://courier.example/ferries">%s</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Ferries stop as the lower river rises</h1>%s
<p>` + paragraph + `</p><h2>What was damaged</h2><p>` + second + `</p>
<ul><li>The northern pier is closed until June, the office said.</li></ul>
<p>The ferries run again when the water is below four metres, and the office will say so in the morning.</p></article>
<footer><p>All rights reserved. Terms of use. Privacy policy.</p></footer></body></html>`

func TestWebPagesGiveTheirTextAndWhatTheyDeclare(t *testing.T) {
	for _, c := range []struct{ name, head, line, published, basis string }{
		{"a meta element", `<meta property="article:published_time" content="2019-05-03T11:00:00+02:00">`, "", "2019-05-03T11:00:00+02:00", "article:published_time: 2019-05-03T11:00:00+02:00"},
		{"linked data", `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2019-05-03"}]}</script>`, "", "2019-05-03", "datePublished: 2019-05-03"},
		{"a line of the page", "", `<p class="date">3 May 2019</p>`, "2019-05-03", ""},
		{"a time element", "", `<time datetime="2019-05-03" pubdate>Friday</time>`, "2019-05-03", "time: 2019-05-03"},
		{"nothing", "", "", "", ""},
		{"a relative date", "", `<p class="date">3 hours ago</p>`, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, said := collect(t, Options{}, folder(t, map[string]string{"a.html": fmt.Sprintf(webPage, c.head, c.line)}))
			if len(docs) != 1 || len(said) != 0 {
				t.Fatalf("%d documents, %v", len(docs), said)
			}
			d := docs[0]
			checkLayout(t, d)
			if d.Published != c.published || c.basis != "" && d.PublishedBasis != c.basis {
				t.Errorf("published %q by %q, want %q by %q", d.Published, d.PublishedBasis, c.published, c.basis)
			}
			if d.Title != "Ferries stop as the lower river rises" || d.Outlet != "Lindholm Courier" || d.Author != "Nora Quist" || d.Language != "en-GB" || !d.Synthetic || d.URL != "https://courier.example/ferries" {
				t.Errorf("%+v", d)
			}
			body := strings.Join(blockTexts(d, text.Body), "\n")
			if want := paragraph + "\n" + second + "\nThe northern pier is closed until June, the office said.\nThe ferries run again when the water is below four metres, and the office will say so in the morning."; body != want {
				t.Errorf("body:\n%s\nwant:\n%s", body, want)
			}
			if titles := blockTexts(d, text.Title); len(titles) != 1 {
				t.Errorf("titles %q", titles)
			}
			if headings := blockTexts(d, text.Heading); len(headings) != 1 || headings[0] != "What was damaged" {
				t.Errorf("headings %q", headings)
			}
		})
	}
}

// A day that a sentence tells of is not the day of the page.
func TestADayThatASentenceTellsOfDatesNoPage(t *testing.T) {
	for _, line := range []string{"20 May 2019: the ferry ran aground at the pier.", "The ferry ran aground on 20 May 2019."} {
		docs, _ := collect(t, Options{}, folder(t, map[string]string{"a.html": "<html><body><p>The ferry was old.</p><ul><li>" + line + "</li></ul></body></html>"}))
		if len(docs) != 1 || docs[0].Published != "" {
			t.Errorf("%s: %+v", line, docs)
		}
	}
}

// docx makes a DOCX file of parts.
func docx(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range []string{"[Content_Types].xml", "word/document.xml", "docProps/core.xml"} {
		if parts[name] == "" {
			continue
		}
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func wordDocument(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`
}

func TestWordDocumentsAreReadWithTheirProperties(t *testing.T) {
	p := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
	}
	body := p("Title", "Ferries stop") + `<w:p><w:r><w:t>The harbour</w:t></w:r><w:r><w:t xml:space="preserve"> office</w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:r><w:tab/><w:t>stopped every ferry.</w:t></w:r></w:p>` +
		p("Heading2", "Damage") + `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>North</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>heavy</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` + p("", second)
	core := `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Ferries</dc:title><dc:creator>Nora Quist</dc:creator><dcterms:created>2019-05-03T09:00:00Z</dcterms:created></cp:coreProperties>`
	dir := folder(t, map[string]string{"a.docx": string(docx(t, map[string]string{"word/document.xml": wordDocument(body), "docProps/core.xml": core}))})
	docs, said := collect(t, Options{}, dir)
	if len(docs) != 1 {
		t.Fatalf("%d documents, %v", len(docs), said)
	}
	d := docs[0]
	checkLayout(t, d)
	if d.Title != "Ferries" || d.Author != "Nora Quist" || d.Published != "2019-05-03T09:00:00Z" || d.PublishedBasis != "created: 2019-05-03T09:00:00Z" {
		t.Errorf("%+v", d)
	}
	if len(said) != 1 || said[0].Severity != Warning {
		t.Errorf("%v, want a warning about the date of creation", said)
	}
	if got, want := roles(d), "t Ferries stop\nb The harbour office\nh Damage\nb North | heavy\nb At least three\n"; got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if strings.Contains(d.Text, "never") {
		t.Error("deleted text was read")
	}
}

// writePDF makes a PDF file of one page a string, in Helvetica 12, each line
// of a page at the left margin, 14 points below the line before it.
func writePDF(pages ...string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(s string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), s)
	}
	b.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 4+2*i))
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(pages)))
	widths := strings.TrimSpace(strings.Repeat("500 ", 224))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [" + widths + "] >>")
	for i, page := range pages {
		var c strings.Builder
		c.WriteString("BT /F1 12 Tf 72 720 Td 14 TL\n")
		for _, line := range strings.Split(page, "\n") {
			words := strings.Fields(strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)").Replace(line))
			fmt.Fprintf(&c, "[(%s)] TJ T*\n", strings.Join(words, ") -300 (")) // words set apart by space alone
		}
		c.WriteString("ET")
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 5+2*i))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", c.Len(), c.String()))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

func TestLinesOfAPDFAreJoinedIntoParagraphs(t *testing.T) {
	file := writePDF(`Lindholm Courier
Ferries stop as the lower river rises

The harbour office stopped every ferry on the lower river on Thursday after the
water rose by two metres in a single night, and the mayor asked all the pas-
sengers to stay at home until the long-term gauges of the office fall. At least
three piers were damaged, and the boats at the northern pier were towed to the
1`, `Lindholm Courier
dry dock before midnight by volunteers.

The repairs will take two weeks, the office said. It wants to show the long-
term damage as well, and asks for help from all the other towns on the river.
2`, `Lindholm Courier
Published: 3 May 2019
3`)
	docs, said := collect(t, Options{}, folder(t, map[string]string{"a.pdf": string(file)}))
	if len(docs) != 1 || len(said) != 0 {
		t.Fatalf("%d documents, %v", len(docs), said)
	}
	d := docs[0]
	checkLayout(t, d)
	want := []string{
		"The harbour office stopped every ferry on the lower river on Thursday after the water rose by two metres in a single night, and the mayor asked all the passengers to stay at home until the long-term gauges of the office fall. At least three piers were damaged, and the boats at the northern pier were towed to the dry dock before midnight by volunteers.",
		"The repairs will take two weeks, the office said. It wants to show the long-term damage as well, and asks for help from all the other towns on the river.",
	}
	if got := blockTexts(d, text.Body); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if d.Title != "Ferries stop as the lower river rises" || d.Published != "2019-05-03" {
		t.Errorf("title %q, published %q\n%s", d.Title, d.Published, roles(d))
	}
}
