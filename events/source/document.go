// Package source reads files into documents: one text each, with its
// provenance and its layout. One file of this package reads one format.
package source

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/text"
)

// Document is one source text with its provenance. Path is slash-separated
// and relative to the file or folder that was named, never absolute.
// Published is EDTF, "" when unknown; PublishedBasis are the words it was read
// from. Text is valid UTF-8; Blocks lay it out. A Document is read only once
// it has been handed over.
type Document struct {
	ID             string       `json:"id"`
	Path           string       `json:"path"`
	URL            string       `json:"url"`
	Title          string       `json:"title"`
	Outlet         string       `json:"outlet"`
	Author         string       `json:"author"`
	Language       string       `json:"language"` // BCP 47, "" when unknown
	Published      string       `json:"published"`
	PublishedBasis string       `json:"published_basis"`
	SHA256         string       `json:"sha256"` // of the file, of the JSON line or of the row of a table, in hexadecimal
	Size           int64        `json:"size"`   // of what SHA256 is of, in bytes; 0 when unknown
	Text           string       `json:"text"`
	Synthetic      bool         `json:"synthetic"` // the file says that it was made up, for a sample or a test
	Blocks         []text.Block `json:"-"`

	// Markup holds the spans of Text that are notation and no words: targets
	// of links, bare addresses, tags, footnote marks. They are ordered, do not
	// overlap, and may lie inside blocks; Tokens leaves them out.
	Markup []text.Span `json:"-"`

	Record *Record `json:"-"` // of a row of a table of incidents, else nil
}

// Tokens returns the tokens of d.Text without those that lie in d.Markup, so
// that "[the truce](https://example.org/2020/10/10/)" reads as "[the truce".
// Offsets are those of d.Text. A token after markup keeps the Space and Line
// flags of what was left out before it.
func (d *Document) Tokens() []text.Token { return d.AppendTokens(nil) }

// AppendTokens appends to dst the tokens that Tokens returns.
func (d *Document) AppendTokens(dst []text.Token) []text.Token {
	n := len(dst)
	dst = text.AppendTokens(slices.Grow(dst, len(d.Text)/5), d.Text)
	if len(d.Markup) == 0 {
		return dst
	}
	tokens := dst[n:]
	kept, next := dst[:n], 0
	for _, m := range d.Markup {
		first := next
		for next < len(tokens) && int(tokens[next].End) <= m.Start {
			next++
		}
		kept = append(kept, tokens[first:next]...)
		var dropped text.Flag
		for next < len(tokens) && int(tokens[next].Start) < m.End {
			dropped |= tokens[next].Flags & (text.Space | text.Line)
			next++
		}
		if next < len(tokens) {
			tokens[next].Flags |= dropped
		}
	}
	return append(kept, tokens[next:]...)
}

// Impossible is the warning of a date in d.Text that no calendar has.
func (d *Document) Impossible(s text.Span) Diagnostic {
	line := 1 + strings.Count(d.Text[:s.Start], "\n")
	column := 1 + utf8.RuneCountInString(d.Text[strings.LastIndexByte(d.Text[:s.Start], '\n')+1:s.Start])
	return Diagnostic{Path: d.Path, Line: line, Column: column, Severity: Warning,
		Message: fmt.Sprintf("%q is no date of the calendar; it was left out", d.Text[s.Start:s.End])}
}

// Severity of a diagnostic.
const (
	Error   = "error"   // the document could not be read
	Warning = "warning" // it was read, and something in it was left out or doubtful
)

// Diagnostic is what went wrong with one input, and where. Path is that of the
// document below the base name of the folder that was named, never absolute.
// Line and Column count from 1 and are 0 when they mean nothing. Message says
// what to do next.
type Diagnostic struct {
	Path     string `json:"path"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
}
