package export

import (
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/graph"
)

var documentColumns = []column{
	{"document_id", words, "id of the document"},
	{"sha256", code, "of the file, or of the line of a JSON-lines file"},
	{"path", words, "below the folder that was named"},
	{"url", words, ""},
	{"outlet", words, "who published it"},
	{"title", words, ""},
	{"author", words, ""},
	{"published", date, "when, as EDTF; empty when the document does not say"},
	{"published_basis", words, "the words it was read from"},
	{"language", words, "BCP 47"},
	{"family_id", code, "texts that are copies of each other share it"},
	{"is_copy", boolean, "another document has the text earlier"},
	{"copy_of", words, "that document"},
	{"synthetic", boolean, "the document says that it is made up"},
	{"n_reports", integer, "reports in it of the events of these tables"},
	{"citation", words, "as a note of the Chicago Manual of Style"},
}

func documentTable(x *index) table {
	t := table{name: "documents", doc: "one row a document", columns: documentColumns}
	t.rows = func(yield func([]string) bool) {
		reports := map[string]int{}
		for i := range x.g.Reports {
			reports[x.g.Reports[i].Document]++
		}
		for i := range x.g.Documents {
			d := &x.g.Documents[i]
			if !yield([]string{d.ID, d.SHA256, d.Path, d.URL, d.Outlet, d.Title, d.Author, d.Published, d.PublishedBasis, d.Language, d.Family,
				strconv.FormatBool(d.CopyOf != ""), d.CopyOf, strconv.FormatBool(d.Synthetic), strconv.Itoa(reports[d.ID]), Note(d).Plain()}) {
				return
			}
		}
	}
	return t
}

var familyColumns = []column{
	{"family_id", code, "id of the family: the documents that are copies of one text"},
	{"first_document", words, "the first of them by date of publication"},
	{"n_documents", integer, "how many they are"},
	{"outlets", words, "who published them"},
	{"documents", words, "their ids"},
}

func familyTable(x *index) table {
	t := table{name: "families", doc: "one row a text, with its copies", columns: familyColumns}
	t.rows = func(yield func([]string) bool) {
		for i := range x.g.Families {
			f := &x.g.Families[i]
			if !yield([]string{f.ID, f.First, strconv.Itoa(len(f.Documents)), strings.Join(f.Outlets, "; "), strings.Join(f.Documents, "; ")}) {
				return
			}
		}
	}
	return t
}

var edgeColumns = []column{
	{"source", code, "id of an event"},
	{"target", code, "id of another"},
	{"type", words, "how they are related: an Allen relation, causes, responds-to, violates, part-of, repeats, contradicts, same-actor, same-place"},
	{"basis", words, "stated or ordered: a source says so; derived: from dates; near: near in time and place only"},
	{"claim_id", code, "id of a report whose sentence says so; empty for derived and near"},
	{"document_id", words, "the document that says so"},
	{"quote", words, "the sentence that says so"},
	{"weight", number, "the smaller of the weights of the two events"},
}

func edgeTable(x *index) table {
	t := table{name: "edges", doc: "one row a link between two events", columns: edgeColumns}
	t.rows = func(yield func([]string) bool) {
		byPlace := x.reportsByQuote()
		cells := make([]string, len(edgeColumns))
		for i := range x.g.Links {
			l := &x.g.Links[i]
			from, to := x.events[l.From], x.events[l.To]
			if from == nil || to == nil {
				continue
			}
			claim := ""
			if l.Why.Document != "" {
				if r := byPlace[quotePlace{l.Why.Document, l.Why.Start}]; r != nil {
					claim = r.ID
				}
			}
			cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7] =
				l.From, l.To, l.Relation, l.Basis, claim, l.Why.Document, l.Why.Text, decimal(min(from.Weight, to.Weight))
			if !yield(cells) {
				return
			}
		}
	}
	return t
}

// quotePlace is where a quote begins.
type quotePlace struct {
	document string
	start    int
}

// reportsByQuote finds the first report whose quote begins at a place, if a
// link rests on a quote at all.
func (x *index) reportsByQuote() map[quotePlace]*graph.Report {
	of := map[quotePlace]*graph.Report{}
	for i := range x.g.Links {
		if l := &x.g.Links[i]; l.Why.Document != "" {
			of[quotePlace{l.Why.Document, l.Why.Start}] = nil
		}
	}
	for i := range x.g.Reports {
		r := &x.g.Reports[i]
		at := quotePlace{r.Document, r.Quote.Start}
		if known, wanted := of[at]; wanted && known == nil {
			of[at] = r
		}
	}
	return of
}
