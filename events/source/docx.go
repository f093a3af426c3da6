package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// Bounds of a DOCX file that is read: what is beyond them unfolds to more than
// any document holds.
const (
	deepestXML  = 512
	mostEntries = 10_000
	mostRatio   = 400 // of unfolded to packed bytes, for parts over ratioFrom
	ratioFrom   = 8 << 20
)

// readDOCX reads a word processor's file. Text is made here, one paragraph a
// line; deleted text, comments, headers and footers are left out. The date of
// the file's creation is taken as that of publication when the text states
// none, with a warning.
func readDOCX(in *Input) (Document, error) {
	limit := in.limits.bytes
	data := in.Data
	type unpacked struct {
		d    Document
		core coreProperties
		part error // why the rest of the text is missing
	}
	u, err := guard(in.limits.timeout, func() (unpacked, error) {
		var u unpacked
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return u, errors.New("no DOCX file: it cannot be unpacked")
		}
		if len(archive.File) > mostEntries {
			return u, fmt.Errorf("more than %d parts: this is no document", mostEntries)
		}
		main, err := partOf(archive, "word/document.xml", limit)
		if err != nil {
			return u, err
		}
		u.d, u.part = layoutDOCX(main)
		if core, err := partOf(archive, "docProps/core.xml", 1<<20); err == nil {
			u.core = readCore(core)
		}
		return u, nil
	})
	if err != nil {
		return Document{}, err
	}
	d := u.d
	if u.part != nil {
		if len(d.Blocks) == 0 {
			return Document{}, u.part
		}
		in.Warn(0, 0, "the file is damaged and was read in part: %v", u.part)
	}
	d.Title, d.Author = firstOf(u.core.Title), firstOf(u.core.Creator)
	d.Language = languageTag(u.core.Language)
	describe(in, &d)
	// A template of a common library carries this date; it says nothing.
	const template = "2013-12-23T23:15:00Z"
	if created := strings.TrimSpace(u.core.Created); d.Published == "" && created != "" && created != template && d.setPublished(created) {
		d.PublishedBasis = "created: " + clip(created)
		in.Warn(0, 0, "the text states no date: %s, when the file was created, was taken as its publication", d.Published)
	}
	return d, nil
}

// partOf unpacks one part of an archive within a limit.
func partOf(archive *zip.Reader, name string, limit int64) ([]byte, error) {
	for _, f := range archive.File {
		if path.Clean(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")) != name {
			continue
		}
		if size := f.UncompressedSize64; size > ratioFrom && size/mostRatio > f.CompressedSize64 {
			return nil, fmt.Errorf("%s unfolds to %d times its size: this is no document", name, size/max(1, f.CompressedSize64))
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("%s cannot be unpacked: %v", name, err)
		}
		defer r.Close()
		var b bytes.Buffer
		n, err := b.ReadFrom(io.LimitReader(r, limit+1))
		switch {
		case n > limit:
			return nil, fmt.Errorf("%s is %s", name, tooLarge(limit))
		case err != nil && n == 0:
			return nil, fmt.Errorf("%s cannot be unpacked: %v", name, err)
		}
		return b.Bytes(), nil // what a damaged file still holds is read
	}
	return nil, fmt.Errorf("no DOCX file: it holds no %s", name)
}

// coreProperties are the Dublin Core elements of docProps/core.xml.
type coreProperties struct {
	Title    string `xml:"title"`
	Creator  string `xml:"creator"`
	Language string `xml:"language"`
	Created  string `xml:"created"`
}

func readCore(data []byte) coreProperties {
	var c coreProperties
	if xml.Unmarshal(data, &c) != nil {
		return coreProperties{}
	}
	return c
}

// docxLayout writes the text of a WordprocessingML part, a block a paragraph
// or table row: ISO/IEC 29500-1, chapter 17.
type docxLayout struct {
	b      []byte
	blocks []text.Block
	start  int
	style  string
	cells  int // of the row that is open, inside a table
	rows   int // depth of open rows
}

// layoutDOCX lays out word/document.xml. On damaged XML it returns what was
// read before, and the error.
func layoutDOCX(data []byte) (Document, error) {
	w := &docxLayout{}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("charset %q", clip(charset))
	}
	depth, skip, inText := 0, 0, false
	var failure error
	for {
		token, err := decoder.RawToken()
		if err != nil {
			if err != io.EOF {
				failure = errors.New("it is no sound XML")
			}
			break
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > deepestXML {
				return w.document(), fmt.Errorf("nested more than %d levels deep", deepestXML)
			}
			if skip > 0 {
				skip++
				continue
			}
			switch t.Name.Local {
			case "del", "moveFrom", "Fallback", "instrText", "delText", "sectPr":
				skip = 1
			case "p":
				if w.rows == 0 {
					w.end()
				} else {
					w.space()
				}
			case "tr":
				if w.rows == 0 {
					w.end()
				}
				w.rows++
				w.cells = 0
			case "tc":
				if w.cells++; w.cells > 1 {
					w.b = append(w.b, " | "...)
				}
			case "pStyle":
				if w.rows == 0 {
					w.style = valueOf(t)
				}
			case "t":
				inText = true
			case "tab", "br", "cr":
				if t.Name.Space == "w" || t.Name.Space == "" {
					w.space()
				}
			case "noBreakHyphen":
				w.b = append(w.b, '-')
			}
		case xml.EndElement:
			depth--
			if skip > 0 {
				skip--
				continue
			}
			switch t.Name.Local {
			case "t":
				inText = false
			case "p":
				if w.rows == 0 {
					w.end()
				}
			case "tr":
				if w.rows = max(0, w.rows-1); w.rows == 0 {
					w.end()
				}
			}
		case xml.CharData:
			if inText && skip == 0 {
				w.b = append(w.b, strings.ToValidUTF8(string(t), "\uFFFD")...)
			}
		}
	}
	return w.document(), failure
}

func valueOf(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Local == "val" {
			return strings.ToLower(a.Value)
		}
	}
	return ""
}

func (w *docxLayout) space() {
	if n := len(w.b); n > w.start && w.b[n-1] != ' ' {
		w.b = append(w.b, ' ')
	}
}

// end closes the paragraph or row that is open.
func (w *docxLayout) end() {
	s := string(w.b[w.start:])
	if a, z := trim(s, 0, len(s)); a < z {
		block := text.Block{Span: text.Span{Start: w.start + a, End: w.start + z}}
		switch {
		case w.style == "title":
			block.Role = text.Title
		case strings.HasPrefix(w.style, "heading"):
			block.Role, block.Level = text.Heading, 1
			if n := atoi(strings.TrimSpace(w.style[len("heading"):])); n >= 1 && n <= 9 {
				block.Level = n
			}
		}
		w.blocks = append(w.blocks, block)
		w.b = append(w.b, "\n\n"...)
		w.start = len(w.b)
	} else {
		w.b = w.b[:w.start]
	}
	w.style = ""
}

func (w *docxLayout) document() Document {
	w.end()
	return Document{Text: string(w.b), Blocks: w.blocks}
}
