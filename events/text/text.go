// Package text holds what every later stage points into: spans, the blocks a
// document is laid out in, and its tokens. It imports nothing of this module.
//
// All offsets are UTF-8 bytes into the document's text, half open. A document
// is tokenised once; dates, sentences, places and triggers read those tokens.
package text

// Span is a half-open range of bytes, Start <= End.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies inside s; a span contains itself.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Role says what a block of a document is for.
type Role uint8

const (
	// Body is running text: the only role, with Title and Heading, that reports are read from.
	Body Role = iota
	// Title is the document's own headline.
	Title
	// Heading opens a section; a date in it may date the section.
	Heading
	// Metadata carries provenance: front matter, publication lines, bylines.
	Metadata
	// Furniture is what the page put around the text: menus, "Leave a Reply".
	Furniture
)

// String returns the role's name in lower case.
func (r Role) String() string {
	return [...]string{"body", "title", "heading", "metadata", "furniture"}[r]
}

// Block is a run of text that no sentence crosses: a paragraph, a list item, a
// headline. Blocks are ordered, do not overlap, and hold no leading or trailing
// white space; text between blocks is white space or markup.
type Block struct {
	Span
	Role  Role
	Level int // depth of a Heading, 1 the highest; 0 for other roles
	Depth int // how deep a block stands in lists, or is indented, 0 for neither: a deeper one behind it is a part of it
}
