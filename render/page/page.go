// Package page writes the interactive page: one HTML file that needs no
// network and no other file. It is the only package that writes HTML.
//
// A text of a document reaches the page in two ways, both harmless: escaped by
// html/template in the part that is readable without JavaScript, and as JSON
// with <, > and & escaped in script elements that do not run. The scripts of
// the page put it on the screen as text, never as markup, and a content
// security policy allows no script but those written here, by their hashes.
package page

import (
	"bufio"
	"fmt"
	"io"

	"github.com/dateline-project/dateline/graph"
)

// How much of the documents' text a page holds; see Options.Text.
const (
	FullText = "full"   // every document in full
	Quotes   = "quotes" // the quoted sentences only
	NoText   = "none"   // no sentence of any document
)

// Kind names a kind of event for the reader.
type Kind struct {
	ID    string `json:"id"`    // as in graph.Event.Kind
	Label string `json:"label"` // what the reader sees; "" means the id
	Class string `json:"class"` // group of kinds, and the default lanes; "" means other
}

// Options say how a page is written. The zero value is a full page.
type Options struct {
	Title string // heading of the page; "" means "Chronology"
	Kinds []Kind // in the order shown; a kind of the graph that is missing here is shown by its id
	Text  string // FullText, Quotes or NoText; "" means FullText
	// Split, if it is not nil, takes the parts of the page that are not needed
	// at once, each to be written to a file of that name in the folder Folder
	// beside the page. It is called from one goroutine at a time, in order.
	Split  func(name string, content []byte) error
	Folder string // of the parts, as an address relative to the page; used with Split alone
}

// Write writes the page of g to w. The same graph and options give the same
// bytes. Errors are those of w and of opt.Split, of an unknown Options.Text, or
// of a number in g that JSON cannot hold; the page is then incomplete.
func Write(w io.Writer, g *graph.Graph, opt Options) error {
	switch opt.Text {
	case "":
		opt.Text = FullText
	case FullText, Quotes, NoText:
	default:
		return fmt.Errorf("page: text %q is none of full, quotes, none", opt.Text)
	}
	if opt.Title == "" {
		opt.Title = "Chronology"
	}
	if err := newModel(g, opt).write(w); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	return nil
}

// write writes what the first chart needs, the scripts that draw it, and then
// the rest, which the browser reads while the chart is on the screen.
func (m *model) write(w io.Writer) error {
	out := bufio.NewWriterSize(w, 64<<10)
	front := m.front()
	if err := templates.ExecuteTemplate(out, "head", front); err != nil {
		return err
	}
	inline := func(name string, packed []byte) error { return element(out, name, packed) }
	if err := writeParts([]part{{"core", m.core}}, inline); err != nil {
		return err
	}
	for _, s := range scripts {
		fmt.Fprintf(out, "<script>%s</script>\n", s())
	}
	if err := templates.ExecuteTemplate(out, "chronicle", front); err != nil {
		return err
	}
	write := inline
	if m.opt.Split != nil {
		write = func(name string, packed []byte) error {
			return m.opt.Split(name+".js", fmt.Appendf(nil, "datelinePart(%q, %q);\n", name, packed))
		}
	}
	if err := writeParts(m.later(), write); err != nil {
		return err
	}
	if err := templates.ExecuteTemplate(out, "foot", nil); err != nil {
		return err
	}
	return out.Flush()
}
