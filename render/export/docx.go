package export

import (
	"io"
	"strconv"
	"unicode"

	"github.com/dateline-project/dateline/graph"
)

// DOCX writes the chronicle as a document of a word processor (Office Open
// XML), with real footnotes: they stand on the page, are numbered by the word
// processor, and move with their paragraph when it is copied.
func DOCX(w io.Writer, g *graph.Graph, opt Options) ([]Left, error) {
	c := newChronicle(g, opt)
	a := newArchive(w)
	a.text("[Content_Types].xml", docxTypes)
	a.text("_rels/.rels", docxRels)
	a.part("docProps/core.xml", func(p *printer) {
		p.print(xmlHead, `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`)
		p.xml(c.title)
		p.print(`</dc:title><dc:creator>dateline</dc:creator></cp:coreProperties>`)
	})
	a.text("word/_rels/document.xml.rels", docxDocumentRels)
	a.text("word/styles.xml", docxStyles)
	a.text("word/settings.xml", docxSettings)
	a.text("word/footer1.xml", docxFooter)
	a.part("word/document.xml", c.docxBody)
	var links docxLinks
	a.part("word/footnotes.xml", func(p *printer) { c.docxNotes(p, &links) })
	a.part("word/_rels/footnotes.xml.rels", links.write)
	return nil, a.close()
}

func (c *chronicle) docxBody(p *printer) {
	p.print(xmlHead, `<w:document xmlns:w="`, wordNS, `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`)
	docxParagraph(p, "Title", func() { docxRun(p, c.title, "") })
	for _, s := range c.about {
		docxParagraph(p, "", func() { docxRun(p, s, "") })
	}
	for e := range c.entries {
		if e.Heading != "" {
			docxParagraph(p, "Heading1", func() { docxRun(p, e.Heading, "") })
		}
		docxParagraph(p, "", func() {
			docxRun(p, e.Date, "<w:b/>")
			docxRun(p, " — ", "")
			style := ""
			if e.Told {
				style = "<w:i/>"
			}
			docxRun(p, e.Title, style)
			docxRun(p, ". "+capital(e.Summary)+".", "")
			for _, s := range e.Differ {
				docxRun(p, " "+s+".", "")
			}
			if e.Quote != "" {
				docxRun(p, " “", "")
				docxRun(p, e.Quote, "")
				docxRun(p, "”", "")
			}
			for i, n := range e.Notes {
				if i > 0 {
					docxRun(p, ",", `<w:vertAlign w:val="superscript"/>`)
				}
				p.print(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="`, strconv.Itoa(n.Number), `"/></w:r>`)
			}
		})
	}
	// A4, margins of 2.5 cm.
	p.print(`<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`)
}

func (c *chronicle) docxNotes(p *printer, links *docxLinks) {
	p.print(xmlHead, `<w:footnotes xmlns:w="`, wordNS, `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
		`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	for e := range c.entries {
		for i := range e.Notes {
			n := &e.Notes[i]
			p.print(`<w:footnote w:id="`, strconv.Itoa(n.Number), `">`)
			docxParagraph(p, "FootnoteText", func() {
				p.print(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`)
				docxRun(p, " "+n.Before, "")
				docxRun(p, n.Outlet, "<w:i/>")
				docxRun(p, n.After, "")
				if n.URL != "" {
					docxRun(p, ", ", "")
					p.print(`<w:hyperlink r:id="`, links.id(n.URL), `">`)
					docxRun(p, n.URL, `<w:rStyle w:val="Hyperlink"/>`)
					p.print(`</w:hyperlink>`)
				}
				docxRun(p, "."+n.rest(), "")
			})
			p.print(`</w:footnote>`)
		}
	}
	p.print(`</w:footnotes>`)
}

// docxLinks numbers the addresses that the notes lead to, in the order they
// come.
type docxLinks struct {
	urls []string
	ids  map[string]string
}

func (l *docxLinks) id(url string) string {
	id, ok := l.ids[url]
	if !ok {
		if l.ids == nil {
			l.ids = map[string]string{}
		}
		l.urls = append(l.urls, url)
		id = "rId" + strconv.Itoa(len(l.urls))
		l.ids[url] = id
	}
	return id
}

func (l *docxLinks) write(p *printer) {
	p.print(xmlHead, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, url := range l.urls {
		p.print(`<Relationship Id="`, l.ids[url], `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" TargetMode="External" Target="`)
		p.xml(url)
		p.print(`"/>`)
	}
	p.print(`</Relationships>`)
}

func docxParagraph(p *printer, style string, runs func()) {
	p.print("<w:p>")
	if style != "" {
		p.print(`<w:pPr><w:pStyle w:val="`, style, `"/></w:pPr>`)
	}
	runs()
	p.print("</w:p>\n")
}

// docxRun writes text in one style. Text of a script that is written from
// right to left is marked as such, or a word processor puts its marks on the
// wrong side.
func docxRun(p *printer, s, style string) {
	if s == "" {
		return
	}
	if rightToLeft(s) {
		style += "<w:rtl/>"
	}
	p.print("<w:r>")
	if style != "" {
		p.print("<w:rPr>", style, "</w:rPr>")
	}
	p.print(`<w:t xml:space="preserve">`)
	p.xml(s)
	p.print("</w:t></w:r>")
}

// rightToLeft reports whether the first letter of s is of such a script.
func rightToLeft(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
		}
	}
	return false
}
