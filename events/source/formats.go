package source

import (
	"fmt"
	"path"
	"strings"
	"time"
)

// Format describes one file format that Documents reads.
type Format struct {
	Name       string   // "html"
	Doc        string   // one line for help texts
	Extensions []string // in lower case, with the dot
	Lines      bool     // a file holds one document a line, and Read is given a line
	Rows       bool     // a file is a table, and each of its rows a document; Read reads the first
	Read       func(in *Input) (Document, error)
}

// Formats is the table of all formats, in the order in which help texts list
// them. To add a format, add a file to this package and a line here.
var Formats = []Format{
	{"text", "plain text, any charset; publication lines, bylines and page furniture are recognised", []string{".txt", ".text"}, false, false, readText},
	{"markdown", "Markdown with YAML front matter", []string{".md", ".markdown"}, false, false, readMarkdown},
	{"html", "web pages: the main text, without menus and notices", []string{".html", ".htm", ".xhtml"}, false, false, readHTML},
	{"pdf", "PDF files that hold text; scans need OCR first", []string{".pdf"}, false, false, readPDF},
	{"docx", "documents of word processors (Office Open XML)", []string{".docx"}, false, false, readDOCX},
	{"jsonl", "JSON lines, one document a line: id, text, title, published, outlet, author, url, language", []string{".jsonl", ".ndjson"}, true, false, readJSONLine},
	{"table", "tables of documents or of incidents, one a row: columns named date, text or description, place, source, title, url (comma, tab or semicolon)", []string{".csv", ".tsv"}, false, true, readTable},
}

// Input is what a format's Read is given: one file, or one line of a file of
// lines. Data is not kept and not changed.
type Input struct {
	Path string // for diagnostics
	Line int    // of the file, from 1; 0 for a whole file
	Data []byte

	limits   limits
	reported []Diagnostic
}

// limits are the bounds a reader keeps to.
type limits struct {
	bytes   int64         // of text that a packed format may unfold to
	timeout time.Duration // of a parser that cannot be interrupted
}

// Warn notes something that was left out or is doubtful. Line and column count
// from 1 in the file and are 0 when they mean nothing.
func (in *Input) Warn(line, column int, format string, args ...any) {
	if in.Line > 0 {
		line = in.Line
	}
	in.reported = append(in.reported, Diagnostic{in.Path, line, column, Warning, fmt.Sprintf(format, args...)})
}

// formatOf returns the format of a file by its name, nil when there is none.
func formatOf(name string) *Format {
	ext := strings.ToLower(path.Ext(name))
	for i := range Formats {
		for _, e := range Formats[i].Extensions {
			if e == ext {
				return &Formats[i]
			}
		}
	}
	return nil
}

// extensions lists every extension that is read, for messages.
func extensions() string {
	var all []string
	for _, f := range Formats {
		all = append(all, f.Extensions...)
	}
	return strings.Join(all, " ")
}
