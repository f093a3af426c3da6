package source

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// Bounds of a PDF file that is read.
const (
	mostPages = 20_000
	mostForms = 8 // forms inside forms
)

// readPDF reads the text of a PDF file. Text is made here, one paragraph a
// line: lines are joined by their places on the page, words divided at line
// ends are put together. The dates inside the file say when it was printed,
// not when it was published, and are not read. Scans hold no text.
func readPDF(in *Input) (Document, error) {
	limit := in.limits.bytes
	data := in.Data
	pages, err := guard(in.limits.timeout, func() (pdfFile, error) { return openPDF(data, limit) })
	if err != nil {
		return Document{}, err
	}
	if pages.cut {
		in.Warn(0, 0, "the text is longer than the limit of %s: the rest was left out; raise it with --max-bytes", bytesOf(limit))
	}
	if pages.failed > 0 {
		in.Warn(0, 0, "%d pages are damaged: their text is missing or incomplete", pages.failed)
	}
	d := layoutPDF(pages.pages)
	if len(d.Blocks) == 0 {
		return d, errors.New("no text: the pages hold pictures only, or fonts that cannot be read; convert the file to text (OCR)")
	}
	d.Title, d.Author = pages.title, pages.author
	describe(in, &d)
	return d, nil
}

// pdfFile is what was found in a PDF file.
type pdfFile struct {
	pages         [][]pdfLine
	title, author string
	failed        int  // pages
	cut           bool // at the limit
}

// openPDF reads every page. A damaged page costs its text and no more.
func openPDF(data []byte, limit int64) (pdfFile, error) {
	var file pdfFile
	start := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if start < 0 {
		return file, errors.New("no PDF file: it does not begin with %PDF-")
	}
	if err := checkPDF(data); err != nil {
		return file, err
	}
	r, err := pdf.NewReader(bytes.NewReader(data[start:]), int64(len(data)-start))
	if err != nil {
		if strings.Contains(err.Error(), "password") || strings.Contains(err.Error(), "encrypt") {
			return file, errors.New("the file is encrypted; save it without a password")
		}
		return file, err
	}
	left := limit
	for i := 1; i <= min(r.NumPage(), mostPages); i++ {
		page := r.Page(i)
		if page.V.IsNull() {
			break
		}
		p := &pdfPage{left: left, ctm: identity3, tm: identity3, tlm: identity3, scale: 1}
		if !p.read(page) {
			file.failed++
		}
		file.pages = append(file.pages, p.lines())
		if left = p.left; left <= 0 {
			file.cut = true
			break
		}
	}
	info := r.Trailer().Key("Info")
	file.title, file.author = infoText(info.Key("Title")), infoText(info.Key("Author"))
	return file, nil
}

// infoText returns an entry of the document information, "" for the names
// that programs give to files.
func infoText(v pdf.Value) string {
	s := strings.Join(strings.Fields(strings.ToValidUTF8(v.Text(), "")), " ")
	lower := strings.ToLower(s)
	letters := strings.IndexFunc(s, unicode.IsLetter) >= 0
	for _, sign := range []string{".doc", ".pdf", ".html", ".txt", ".tex", ".indd", "microsoft word", "untitled", "powerpoint", "://"} {
		if strings.Contains(lower, sign) {
			return ""
		}
	}
	if !letters || utf8.RuneCountInString(s) > 300 {
		return ""
	}
	return s
}
