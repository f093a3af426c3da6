package main

import (
	"fmt"
	"math"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// revision is a text that changes an earlier one of its own outlet.
type revision struct {
	Document string `json:"document"`
	Revises  string `json:"revises"`
}

// borrower is a text with passages from texts of other outlets.
type borrower struct {
	Document string           `json:"document"`
	Passages []graph.Borrowed `json:"passages"`
}

// copies answers which texts are copies, what each has made of its first text,
// which change a text of their own outlet, and which take passages from others.
func (o *query) copies(r *reply, _ []string) error {
	families, revisions, borrowers := []graph.Family{}, []revision{}, []borrower{}
	copied := 0
	for _, f := range r.g.Families {
		if len(f.Documents) > 1 {
			families = append(families, f)
			copied += len(f.Documents) - 1
		}
	}
	for i := range r.g.Documents {
		d := &r.g.Documents[i]
		if d.Revises != "" {
			revisions = append(revisions, revision{d.ID, d.Revises})
		}
		if len(d.Borrowed) > 0 {
			borrowers = append(borrowers, borrower{d.ID, d.Borrowed})
		}
	}
	r.Answer = struct {
		Families  []graph.Family `json:"families"`
		Revisions []revision     `json:"revisions"`
		Borrowers []borrower     `json:"borrowers"`
	}{families, revisions, borrowers}
	r.say(0, "Of %s %d copy another; %d update a text of their own outlet; %d have passages of an earlier text of another",
		plural(len(r.g.Documents), "document"), copied, len(revisions), len(borrowers))
	for i := range families {
		if o.full(r, 2, "and", i, len(families)) {
			break
		}
		o.family(r, &families[i])
	}
	if len(revisions) > 0 {
		r.gap()
		r.say(0, "Updates of an outlet's own text: no copies, and no second accounts")
	}
	for i, x := range revisions {
		if o.full(r, 2, "and", i, len(revisions)) {
			break
		}
		r.say(2, "%s updates %s", r.published(x.Document), r.published(x.Revises))
	}
	if len(borrowers) > 0 {
		r.gap()
		r.say(0, "Passages that an earlier text of another outlet has")
	}
	for i, x := range borrowers {
		if o.full(r, 2, "and", i, len(borrowers)) {
			break
		}
		r.say(2, "%s", r.published(x.Document))
		for _, p := range x.Passages {
			r.say(4, "from %s: %s", r.published(p.Of), r.passage(x.Document, p.Span))
		}
	}
	return nil
}

// family tells of the copies of one text, what each has lost first.
func (o *query) family(r *reply, f *graph.Family) {
	r.gap()
	r.say(0, "%s, %s", r.published(f.First), plural(len(f.Documents), "text"))
	for i := range f.Copies {
		c := &f.Copies[i]
		of := ""
		if c.Of != f.First {
			of = " of " + r.published(c.Of)
		}
		r.say(2, "%s: keeps %s%s; %s of its own words are from there", r.published(c.Document), percent(c.Kept), of, percent(c.Taken))
		for _, l := range c.Lost {
			r.say(4, "lost “%s”: %s became %s", inline(l.Word), r.passage(c.Of, l.From), r.passage(c.Document, l.To))
		}
		o.sentences(r, "dropped", c.Of, c.Dropped)
		o.sentences(r, "added", c.Document, c.Added)
	}
}

func (o *query) sentences(r *reply, what, document string, spans []text.Span) {
	for i, s := range spans {
		if o.full(r, 4, what, i, len(spans)) {
			return
		}
		r.say(4, "%s: %s", what, r.passage(document, s))
	}
}

// full reports whether a list of n has as many lines as are wanted, i of them,
// and then says how many more there are.
func (o *query) full(r *reply, indent int, what string, i, n int) bool {
	if o.most == 0 || i < o.most {
		return false
	}
	r.say(indent, "%s %d more: --most chooses, --json has all", what, n-i)
	return true
}

// percent writes a share of 0 to 1.
func percent(share float64) string { return fmt.Sprintf("%d %%", int(math.Round(100*share))) }

// published names a text by who published it, and when.
func (r *reply) published(document string) string {
	s := r.source(document)
	if d := r.finder.Document(document); d != nil && d.Published != "" {
		s += " (" + chart.DateWords(events.When{EDTF: d.Published}) + ")"
	}
	return s
}

// passage returns a part of a text with its footnote, cut if it is long; only
// the footnote where the graph holds no texts.
func (r *reply) passage(document string, s text.Span) string {
	q := events.Quote{Span: s}
	if d := r.finder.Document(document); d != nil && s.Start >= 0 && s.Start <= s.End && s.End <= len(d.Text) {
		q.Text = d.Text[s.Start:s.End]
	}
	note := r.cite(document, q)
	if q.Text == "" {
		return note
	}
	return "“" + shorten(inline(q.Text), passageRunes) + "” " + note
}

// passageRunes is how much of a passage a line shows; its footnote has all of it.
const passageRunes = 120
