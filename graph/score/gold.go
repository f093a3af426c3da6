// Package score compares a graph with what people have annotated: which of
// the annotated happenings were found, and which of their fields are right.
package score

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/dateline-project/dateline/events"
)

// Gold is annotated documents.
type Gold struct {
	Documents []Document
}

// Document is what a reader should find in one document. Of Published, Title,
// Outlet, Author and CopyOf only those that are annotated are scored.
type Document struct {
	ID        string
	Published oneOf   // EDTF values accepted; nil: not annotated
	Title     *string // nil: not annotated, as with the next three
	Outlet    *string
	Author    *string
	CopyOf    *string
	Partial   bool     // not all of its events are annotated, so a report beside them is no error
	Calm      bool     // it tells of no political violence and no protest, so a report of one is an error
	Quiet     []string // sentences that tell of none, each once in the document
	Marks     []Mark
	Traps     []Trap
}

// Mark is one document's word on one happening, as annotated. A field that is
// nil or "" is not annotated, and not scored. In When, Place and Speaker the
// value "" means that stating none is right too; Speaker [] is the outlet.
type Mark struct {
	Text       string // the word or words that tell it
	Start, End int    // bytes of the document's text, half open; -1: where Text stands within Context
	Context    string // words that stand once in the document and hold Text once; "" for Text itself
	Main       bool   // it tells what the document is about
	Event      string // marks of one happening share it, across documents
	Kind       oneOf
	Modality   oneOf
	When       oneOf     // EDTF
	Place      oneOf     // names
	At         []float64 // degrees north and east, near enough to tell towns of one name apart
	Speaker    oneOf     // names, or parts of them
	Cue        string
	Actors     []string // each of them did it; names, or parts of them
	Targets    []string // each of them was harmed or met by it
	Figures    []Figure
}

// Figure is an annotated number. Scope is "" or "event" for one of the
// happening itself, "part" for one within a larger figure, "total" for a running total.
type Figure struct {
	Measure string `json:"measure"`
	Value   int64  `json:"value"`
	Scope   string `json:"scope"`
}

// Trap is words that look like a report and are none: of Sort "none" no event
// may be drawn from them as having happened, of Sort "date" none of Years.
type Trap struct {
	Text, Context, Sort, Why string
	Years                    []string
}

// oneOf is a list of values accepted; in JSON one of them may stand without a list.
type oneOf []string

// UnmarshalJSON reads a string or a list of strings.
func (o *oneOf) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) == nil {
		*o = oneOf{s}
		return nil
	}
	var list []string
	if err := json.Unmarshal(b, &list); err != nil {
		return errors.New("want a string or a list of strings")
	}
	*o = append(oneOf{}, list...)
	return nil
}

// jsonMark is a mark in a file; the trigger's words stand in it or under "trigger".
type jsonMark struct {
	jsonTrigger
	Trigger  jsonTrigger `json:"trigger"`
	Doc      string      `json:"doc"`
	Context  string      `json:"context"`
	Main     bool        `json:"main"`
	Event    string      `json:"event"`
	Kind     oneOf       `json:"kind"`
	Modality oneOf       `json:"modality"`
	When     oneOf       `json:"when"`
	Place    oneOf       `json:"place"`
	At       []float64   `json:"at"`
	Speaker  oneOf       `json:"speaker"`
	Cue      string      `json:"cue"`
	Actors   []string    `json:"actors"`
	Targets  []string    `json:"targets"`
	Figures  []Figure    `json:"figures"`
}

type jsonTrigger struct {
	Text  string `json:"text"`
	Start *int   `json:"start"`
	End   *int   `json:"end"`
}

// mark returns j checked; text is that of the document, or "" if it is not known yet.
func (j *jsonMark) mark(text string) (Mark, error) {
	t := j.jsonTrigger
	if t.Text == "" {
		t = j.Trigger
	}
	m := Mark{Text: t.Text, Start: -1, End: -1, Context: j.Context, Main: j.Main, Event: j.Event, Kind: j.Kind, Modality: j.Modality,
		When: j.When, Place: j.Place, At: j.At, Speaker: j.Speaker, Cue: j.Cue,
		Actors: j.Actors, Targets: j.Targets, Figures: j.Figures}
	if m.Text == "" {
		return m, errors.New(`a mention without "text"`)
	}
	for _, v := range m.Modality {
		if events.Modality(v).Rank() == len(events.Modalities) {
			return m, fmt.Errorf("%q: modality %q is none of %v", m.Text, v, events.Modalities)
		}
	}
	if len(m.At) != 0 && len(m.At) != 2 {
		return m, fmt.Errorf("%q: \"at\" has %d numbers; want degrees north and degrees east", m.Text, len(m.At))
	}
	if t.Start != nil && t.End != nil && m.Context == "" {
		m.Start, m.End = *t.Start, *t.End
		if m.Start < 0 || m.End < m.Start || text != "" && m.End > len(text) {
			return m, fmt.Errorf("%q: bytes %d to %d are not in the text of %d bytes", m.Text, m.Start, m.End, len(text))
		}
		return m, nil
	}
	if text != "" {
		if _, _, err := m.locate(text); err != nil {
			return m, err
		}
	}
	return m, nil
}

// locate returns where the mark stands in the text of its document.
func (m *Mark) locate(text string) (start, end int, err error) {
	if m.Start >= 0 {
		if m.End > len(text) {
			return 0, 0, fmt.Errorf("%q: bytes %d to %d are not in the text of %d bytes", m.Text, m.Start, m.End, len(text))
		}
		return m.Start, m.End, nil
	}
	return locate(text, m.Context, m.Text)
}

func locate(text, context, words string) (start, end int, err error) {
	context = cmp.Or(context, words)
	i := strings.Index(text, context)
	switch {
	case i < 0:
		return 0, 0, fmt.Errorf("%q is not in the text", context)
	case strings.Contains(text[i+1:], context):
		return 0, 0, fmt.Errorf("%q stands in the text more than once; give more \"context\", or \"start\" and \"end\"", context)
	}
	j := strings.Index(context, words)
	if j < 0 {
		return 0, 0, fmt.Errorf("%q is not in its context %q", words, context)
	}
	return i + j, i + j + len(words), nil
}

// ParseLines reads documents as JSON lines, each with its text and its
// "mentions". name is for errors, which say the line.
func ParseLines(name string, b []byte) (*Gold, error) {
	g := &Gold{}
	n := 0
	for line := range bytes.Lines(b) {
		n++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var d struct {
			Doc      string     `json:"doc"`
			ID       string     `json:"id"`
			Text     string     `json:"text"`
			Partial  bool       `json:"partial"`
			Calm     bool       `json:"calm"`
			Quiet    []string   `json:"quiet"`
			Mentions []jsonMark `json:"mentions"`
		}
		if err := json.Unmarshal(line, &d); err != nil {
			return nil, fmt.Errorf("%s:%d: %w; each line is one document with \"doc\", \"text\" and \"mentions\"", name, n, err)
		}
		out := Document{ID: cmp.Or(d.Doc, d.ID), Partial: d.Partial, Calm: d.Calm, Quiet: d.Quiet}
		if out.ID == "" {
			return nil, fmt.Errorf("%s:%d: a document without \"doc\", its id", name, n)
		}
		for _, q := range d.Quiet {
			if _, _, err := locate(d.Text, "", q); err != nil {
				return nil, fmt.Errorf("%s:%d: quiet: %w", name, n, err)
			}
		}
		for _, j := range d.Mentions {
			m, err := j.mark(d.Text)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
			out.Marks = append(out.Marks, m)
		}
		g.Documents = append(g.Documents, out)
	}
	return g, g.check(name)
}

// ParseAnnotation reads one JSON object with "documents", "reports" and
// "traps" about documents that stand in files of their own. Such an annotation is partial.
func ParseAnnotation(name string, b []byte) (*Gold, error) {
	var a struct {
		Documents []struct {
			ID        string  `json:"id"`
			Published oneOf   `json:"published"`
			Title     *string `json:"title"`
			Outlet    *string `json:"outlet"`
			Author    *string `json:"author"`
			CopyOf    string  `json:"copy_of"`
		} `json:"documents"`
		Reports []jsonMark `json:"reports"`
		Traps   []struct {
			Doc     string      `json:"doc"`
			Trigger jsonTrigger `json:"trigger"`
			Context string      `json:"context"`
			Sort    string      `json:"sort"`
			Why     string      `json:"why"`
			Years   []string    `json:"years"`
		} `json:"traps"`
	}
	if err := json.Unmarshal(b, &a); err != nil {
		return nil, fmt.Errorf("%s: %w; want one object with \"documents\" and \"reports\"", name, err)
	}
	g := &Gold{}
	at := map[string]int{}
	for _, d := range a.Documents {
		at[d.ID] = len(g.Documents)
		g.Documents = append(g.Documents, Document{ID: d.ID, Published: d.Published, Title: d.Title, Outlet: d.Outlet, Author: d.Author, CopyOf: &d.CopyOf, Partial: true})
	}
	for i, j := range a.Reports {
		k, ok := at[j.Doc]
		m, err := j.mark("")
		switch {
		case !ok:
			return nil, fmt.Errorf("%s: report %d: \"documents\" has no %q", name, i+1, j.Doc)
		case err != nil:
			return nil, fmt.Errorf("%s: report %d of %s: %w", name, i+1, j.Doc, err)
		}
		g.Documents[k].Marks = append(g.Documents[k].Marks, m)
	}
	for i, t := range a.Traps {
		k, ok := at[t.Doc]
		if !ok {
			return nil, fmt.Errorf("%s: trap %d: \"documents\" has no %q", name, i+1, t.Doc)
		}
		g.Documents[k].Traps = append(g.Documents[k].Traps, Trap{t.Trigger.Text, t.Context, t.Sort, t.Why, t.Years})
	}
	return g, g.check(name)
}

func (g *Gold) check(name string) error {
	if len(g.Documents) == 0 {
		return fmt.Errorf("%s: no annotated document", name)
	}
	seen := map[string]bool{}
	for _, d := range g.Documents {
		if seen[d.ID] {
			return fmt.Errorf("%s: document %q stands twice", name, d.ID)
		}
		seen[d.ID] = true
	}
	return nil
}
