package source

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// record is a document as one line of JSON. Other keys are ignored.
type record struct {
	ID        scalar `json:"id"`
	Doc       scalar `json:"doc"`
	Text      scalar `json:"text"`
	Title     scalar `json:"title"`
	Published scalar `json:"published"`
	DCT       scalar `json:"dct"`
	Outlet    scalar `json:"outlet"`
	Author    scalar `json:"author"`
	URL       scalar `json:"url"`
	Language  scalar `json:"language"`
	Synthetic scalar `json:"synthetic"`
}

// scalar takes a JSON string, number or truth value as a string, and an array
// of them joined by commas: authors are written in all of these ways.
type scalar string

func (v *scalar) UnmarshalJSON(b []byte) error {
	switch b[0] {
	case '"':
		return json.Unmarshal(b, (*string)(v))
	case '[':
		var list []scalar
		if err := json.Unmarshal(b, &list); err != nil {
			return err
		}
		parts := make([]string, 0, len(list))
		for _, s := range list {
			if s != "" {
				parts = append(parts, string(s))
			}
		}
		*v = scalar(strings.Join(parts, ", "))
	case '{', 'n':
	default:
		*v = scalar(b)
	}
	return nil
}

// readJSONLine reads one document of a file of JSON lines. "doc" is read as id
// and "dct", the document creation time, as published. Text stays as it is.
func readJSONLine(in *Input) (Document, error) {
	var r record
	if err := json.Unmarshal(in.Data, &r); err != nil {
		return Document{}, fmt.Errorf("no JSON object of a document: %s", jsonReason(err))
	}
	if !utf8.Valid(in.Data) {
		_, invalid := countUTF8(in.Data)
		in.Warn(in.Line, 0, "%d bytes are no valid UTF-8 and were replaced by U+FFFD", invalid)
	}
	d := Document{
		ID:       first(r.ID, r.Doc),
		Text:     string(r.Text),
		Title:    string(r.Title),
		Outlet:   string(r.Outlet),
		Author:   string(r.Author),
		URL:      string(r.URL),
		Language: languageTag(string(r.Language)),
	}
	d.set("synthetic", string(r.Synthetic))
	if strings.TrimSpace(d.Text) == "" {
		return d, errors.New(`no text: the value of "text" is missing or empty`)
	}
	if p := first(r.Published, r.DCT); p != "" && !d.setPublished(p) {
		in.Warn(in.Line, 0, "the publication date %q is no date that can be read: state it as YYYY-MM-DD", clip(p))
	}
	d.Blocks = layoutPlain(d.Text)
	describe(in, &d)
	return d, nil
}

func first(a, b scalar) string {
	if a != "" {
		return string(a)
	}
	return string(b)
}

// jsonReason says where a line stops being JSON.
func jsonReason(err error) string {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Sprintf("%v at byte %d of the line", err, syntax.Offset)
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}
