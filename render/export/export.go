// Package export writes a graph in the formats that other programs read. One
// file of this package is one format, and one line of Formats.
//
// Whatever the format, a date is never more precise than the texts state it,
// and what is alleged, denied, demanded or planned is told apart from what
// happened. What a format cannot hold is left out and counted.
package export

import (
	"cmp"
	"io"

	"github.com/dateline-project/dateline/graph"
)

// Kind names a kind of event for the reader.
type Kind struct {
	ID    string // as in graph.Event.Kind
	Label string // what a reader sees; "" means the id
	Class string // group of kinds; "" means other
}

// Options say how a graph is written. The zero value works.
type Options struct {
	Title string // of what is written, where the format has a place for it; "" means "Chronology"
	Kinds []Kind // nil means that kinds are shown by their ids
	// Spans writes an event of a format that holds days alone, and whose date
	// is a month, a year or a range of possible days, as all of these days,
	// with a title that says so. Without it such an event is left out.
	Spans bool
	// BOM begins tables of CSV with a byte order mark, without which some
	// spreadsheets take UTF-8 for another encoding.
	BOM bool
}

func (o *Options) title() string { return cmp.Or(o.Title, "Chronology") }

// Left counts what a format could not hold.
type Left struct {
	Count  int
	Reason string // what and why, in the plural: "events without a date"
}

// Write writes a graph. It is deterministic: the same graph and options give
// the same bytes. A graph may be broken, with ids that lead nowhere, and its
// text is hostile. It returns what was left out, and the first error of w,
// after which what w took is not to be used.
type Write func(w io.Writer, g *graph.Graph, opt Options) ([]Left, error)

// Format is one way to write a graph: as one file, or as a folder of files.
type Format struct {
	Name      string // as in the option --format
	Extension string // of its file, with the dot; "" for a folder
	Doc       string // one line for help texts
	Write     Write  // nil for a folder
	Review    bool   // it tells what reviewers decided, so that rejected events can be in it
	Files     []string
	// Folder returns what writes each of Files; they share what they need to
	// know of the graph and are called one after the other.
	Folder func(g *graph.Graph, opt Options) []func(io.Writer) error
}

// Formats lists the formats in the order of the help texts.
var Formats = []Format{
	{Name: "json", Extension: ".json", Doc: "the whole graph, as docs/schema.json states it", Write: writeJSON, Review: true},
	{Name: "csv", Doc: "a folder of seven tables: events, claims, documents, edges, families, decisions, readme", Files: csvFiles, Folder: csvFolder, Review: true},
	{Name: "xlsx", Extension: ".xlsx", Doc: "the seven tables as the sheets of a workbook", Write: XLSX, Review: true},
	{Name: "sqlite", Extension: ".db", Doc: "the seven tables as a database, with a full-text index", Write: SQLite, Review: true},
	{Name: "markdown", Extension: ".md", Doc: "a chronicle with footnotes", Write: Markdown},
	{Name: "docx", Extension: ".docx", Doc: "the chronicle with real footnotes, for a word processor", Write: DOCX},
	{Name: "timelinejs", Extension: ".json", Doc: "slides of TimelineJS 3", Write: TimelineJS},
	{Name: "ics", Extension: ".ics", Doc: "a calendar of the events whose days are known (RFC 5545)", Write: ICS},
	{Name: "geojson", Extension: ".geojson", Doc: "points on a map (RFC 7946)", Write: GeoJSON},
	{Name: "graphml", Extension: ".graphml", Doc: "the network of events, for yEd, networkx, igraph", Write: GraphML},
	{Name: "gexf", Extension: ".gexf", Doc: "the network over time, for Gephi", Write: GEXF},
	{Name: "dot", Extension: ".dot", Doc: "a drawing of the network by date, for Graphviz", Write: DOT},
	{Name: "csl-json", Extension: ".json", Doc: "the documents as citations, for Zotero, Pandoc and other citation programs", Write: CSLJSON},
	{Name: "bibtex", Extension: ".bib", Doc: "the documents as BibTeX and biblatex entries", Write: BibTeX},
	{Name: "ris", Extension: ".ris", Doc: "the documents for EndNote and other reference managers", Write: RIS},
	{Name: "ftm", Extension: ".ftm.json", Doc: "events and documents as FollowTheMoney entities, for Aleph, as JSON lines", Write: FTM},
}

func writeJSON(w io.Writer, g *graph.Graph, _ Options) ([]Left, error) { return nil, JSON(w, g) }

// tally counts what is left out, by reason.
type tally struct{ left []Left }

func (t *tally) leave(reason string) {
	for i := range t.left {
		if t.left[i].Reason == reason {
			t.left[i].Count++
			return
		}
	}
	t.left = append(t.left, Left{1, reason})
}
