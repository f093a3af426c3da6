package page

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
)

// listed is how many events the front page tells in words, and chronicled how
// many the chronicle for readers without JavaScript holds at most.
const (
	listed     = 10
	chronicled = 1000
)

// front is what the part of the page that needs no JavaScript shows.
type front struct {
	*words
	Title     string
	Synthetic int // made-up documents
	Documents int
	Texts     int // families, or documents where no families are known
	Reports   int
	Events    int
	Disputed  int
	Undated   int
	Span      string // of the dated events
	Outlets   []outletRow
	Sides     []sideRow // shares of the declared sides; nil without any
	SideNote  string    // that the events are told mainly by one side
	Strong    []entry   // most independent accounts first
	Contested []entry
	Chronicle []entry
	Left      int // events the chronicle leaves out
	Sources   []note
	Problems  []source.Diagnostic
	Generator string
	TextMode  string
	Split     bool
	Folder    string // of the parts beside the page, "" when they are in it
}

type outletRow struct {
	Name      string
	Documents int
	Copies    int
	Events    int
	Span      string // of publication
}

// entry is an event as a sentence with footnotes.
type entry struct {
	*words
	Label, Date, Basis string
	Anchor, Target     string // what the address of the event holds after its #, and the address
	Modality           string // "" when it happened
	Accounts           string // "2 independent accounts in 3 documents"
	Quote              string
	Speaker            string
	Differs            []string // what its accounts differ in
	Notes              []note   // footnotes
	Source             *note    // instead of footnotes, the document of the quote
}

// note is a document as a footnote.
type note struct {
	Number                      int
	Outlet, Title, Date, Target string
}

func (m *model) front() *front {
	g := m.g
	f := &front{
		words: m.words, Title: m.opt.Title, Documents: len(g.Documents), Texts: len(g.Families), Reports: len(g.Reports), Events: len(g.Events),
		Problems: g.Diagnostics, Generator: strings.TrimSpace(g.Generator.Name + " " + g.Generator.Version), TextMode: m.opt.Text,
		Split: m.opt.Split != nil,
	}
	if f.Split {
		f.Folder = m.opt.Folder
	}
	if f.Texts == 0 {
		f.Texts = f.Documents
	}
	for i := range g.Documents {
		if g.Documents[i].Synthetic {
			f.Synthetic++
		}
	}
	var first, last *events.When // those that begin first and end last
	order := make([]int, len(g.Events))
	for i := range g.Events {
		order[i] = i
		e := &g.Events[i]
		if disputed(e) {
			f.Disputed++
		}
		w := &e.When
		if w.Earliest == edtf.Open && w.Latest == edtf.Open {
			f.Undated++
		}
		if w.Earliest != edtf.Open && (first == nil || w.Earliest < first.Earliest) {
			first = w
		}
		if w.Latest != edtf.Open && (last == nil || w.Latest > last.Latest) {
			last = w
		}
	}
	f.Span = m.spanWords(first, last)
	m.outletRows(f)
	f.Sides, f.SideNote = m.sideRows()

	notes := &noteList{m: m, at: map[int]int{}}
	heaviest := slices.Clone(order)
	slices.SortStableFunc(heaviest, func(a, b int) int {
		x, y := &g.Events[a], &g.Events[b]
		return cmp.Or(cmp.Compare(y.Accounts, x.Accounts), cmp.Compare(y.Weight, x.Weight))
	})
	for _, i := range heaviest {
		if e := &g.Events[i]; e.Modality == events.Happened && !e.IsRejected() && e.Accounts > 1 && len(f.Strong) < listed {
			f.Strong = append(f.Strong, m.entry(i, notes))
		}
	}
	contested := slices.DeleteFunc(slices.Clone(heaviest), func(i int) bool { return !disputed(&g.Events[i]) || g.Events[i].IsRejected() })
	slices.SortStableFunc(contested, func(a, b int) int { return conflicts(&g.Events[b]) - conflicts(&g.Events[a]) })
	for _, i := range contested[:min(listed, len(contested))] {
		f.Contested = append(f.Contested, m.entry(i, notes))
	}
	kept := order
	if len(order) > chronicled {
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(g.Events[b].Weight, g.Events[a].Weight) })
		kept = order[:chronicled]
		slices.Sort(kept)
		f.Left = len(order) - chronicled
	}
	for _, i := range kept {
		f.Chronicle = append(f.Chronicle, m.entry(i, nil))
	}
	f.Sources = notes.list
	return f
}

func conflicts(e *graph.Event) int {
	n := 0
	for _, d := range e.Disputes {
		if d.Sort == graph.Conflict {
			n += len(d.Values)
		}
	}
	return n
}

// entry tells event i. Its documents become footnotes of notes; without notes
// it names the first of them.
func (m *model) entry(i int, notes *noteList) entry {
	e := &m.g.Events[i]
	anchor := url.Values{"e": {e.ID}}.Encode()
	x := entry{
		words: m.words, Label: e.Label, Anchor: anchor, Target: "#" + anchor, Date: m.words.date(e.When), Basis: e.When.Basis,
		Accounts: m.words.say("front.accounts", e.Accounts, e.Documents),
	}
	if e.Modality != events.Happened {
		x.Modality = m.words.modality(e.Modality)
	}
	if e.IsRejected() {
		x.Modality = strings.TrimPrefix(x.Modality+", "+m.words.say("review.rejected"), ", ")
	}
	for _, d := range e.Disputes {
		if d.Sort != graph.Conflict {
			continue
		}
		var values []string
		for _, v := range d.Values {
			values = append(values, m.words.value(d.Attribute, v.Value))
		}
		x.Differs = append(x.Differs, m.words.say("attribute", d.Attribute)+": "+strings.Join(values, " / "))
	}
	for k, r := range m.byEvent[i] {
		report := &m.g.Reports[r]
		if k == 0 {
			x.Quote = m.quote(report.Quote)
			if n := len(report.Attribution); n > 0 {
				x.Speaker = report.Attribution[n-1].Speaker
			}
		}
		doc, ok := m.document[report.Document]
		if !ok {
			continue
		}
		if notes == nil {
			n := m.note(doc)
			x.Source = &n
			break
		}
		if n := notes.note(doc); !slices.Contains(x.Notes, n) {
			x.Notes = append(x.Notes, n)
		}
	}
	return x
}

// noteList numbers documents from 1 in the order they are first referred to.
type noteList struct {
	m    *model
	at   map[int]int
	list []note
}

func (l *noteList) note(doc int) note {
	if n, ok := l.at[doc]; ok {
		return l.list[n-1]
	}
	n := len(l.list) + 1
	l.at[doc] = n
	x := l.m.note(doc)
	x.Number = n
	l.list = append(l.list, x)
	return x
}

func (m *model) note(doc int) note {
	d := &m.g.Documents[doc]
	return note{
		Outlet: cmp.Or(d.Outlet, m.words.say("outletNone")), Title: cmp.Or(d.Title, d.Path, d.ID),
		Date: cmp.Or(m.words.point(d.Published), m.words.say("publishedUnknown")), Target: "#" + url.Values{"v": {"documents"}, "doc": {d.ID}}.Encode(),
	}
}
