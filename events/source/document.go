// Package source reads files into documents: one text each, with its
// provenance and its layout. One file of this package reads one format.
package source

import "github.com/dateline-project/dateline/events/text"

// Document is one source text with its provenance. Path is slash-separated
// and relative to the file or folder that was named, never absolute.
// Published is EDTF, "" when unknown; PublishedBasis are the words it was read
// from. Text is valid UTF-8; Blocks lay it out.
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
	SHA256         string       `json:"sha256"` // of the file, or of the JSON line, in hexadecimal
	Text           string       `json:"text"`
	Synthetic      bool         `json:"synthetic"` // the file says that it was made up, for a sample or a test
	Blocks         []text.Block `json:"-"`
}

// Severity of a diagnostic.
const (
	Error   = "error"   // the document could not be read
	Warning = "warning" // it was read, and something in it was left out or doubtful
)

// Diagnostic is what went wrong with one input, and where. Line and Column
// count from 1 and are 0 when they mean nothing. Message says what to do next.
type Diagnostic struct {
	Path     string `json:"path"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
}
