package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// The answers of the questions, in the order of the table.

func (o *query) events(r *reply, _ []string) error {
	g := o.chosen
	if len(g.Events) == 0 {
		r.say(0, "No event meets all conditions.")
		return nil
	}
	r.say(0, "%s", plural(len(g.Events), "event"))
	for i := range g.Events {
		if o.most > 0 && i == o.most {
			r.say(2, "and %d more: --most, --top or a filter chooses, --json has all", len(g.Events)-i)
			break
		}
		r.say(2, "%s", r.listed(g.Events[i].ID))
	}
	headed := false
	for i := range g.Links {
		l := &g.Links[i]
		if l.Basis != graph.Stated && l.Basis != graph.Ordered {
			continue
		}
		if !headed {
			r.gap()
			r.say(0, "What texts link among them")
			headed = true
		}
		r.say(2, "%s.", r.sentence(&graph.Step{From: l.From, To: l.To, Relation: l.Relation, Basis: l.Basis, Why: l.Why}))
	}
	if g.Sides != nil && g.Sides.Note != "" {
		r.gap()
		r.say(0, "%s", g.Sides.Note)
	}
	return nil
}

func (o *query) neighbours(r *reply, args []string) error {
	e, err := r.finder.Event(args[0])
	if err != nil {
		return err
	}
	found := r.finder.Around(e.ID, o.hops, o.relations...)
	r.Answer = struct {
		Event      string            `json:"event"`
		Neighbours []graph.Neighbour `json:"neighbours"`
	}{e.ID, found}
	r.say(0, "%s", r.listed(e.ID))
	if len(found) == 0 {
		r.say(2, "No link leads from it to another event.")
	}
	heading := ""
	for i, n := range found {
		h := strengths[n.Steps[0].Strength()]
		if n.Hops > 1 {
			h = fmt.Sprintf("%s, %d links away", h, n.Hops)
		}
		if h != heading {
			r.gap()
			r.say(0, "%s", h)
			heading = h
		}
		if o.most > 0 && i == o.most {
			r.say(2, "and %d more: --most and --relation choose, --json has all", len(found)-i)
			break
		}
		r.say(2, "%s", r.listed(n.Event))
		for k := range n.Steps {
			if s := &n.Steps[k]; s.Strength() == n.Steps[0].Strength() {
				r.say(4, "%s.", r.sentence(s))
			}
		}
	}
	return nil
}

func (o *query) path(r *reply, args []string) error {
	from, err := r.finder.Event(args[0])
	if err != nil {
		return err
	}
	to, err := r.finder.Event(args[1])
	if err != nil {
		return err
	}
	steps := r.finder.Chain(from.ID, to.ID, o.relations...)
	r.Answer = struct {
		From  string       `json:"from"`
		To    string       `json:"to"`
		Found bool         `json:"found"`
		Steps []graph.Step `json:"steps"`
	}{from.ID, to.ID, steps != nil, append([]graph.Step{}, steps...)}
	r.say(0, "%s", r.listed(from.ID))
	if from == to {
		r.say(2, "Both names mean this one event.")
		return nil
	}
	if steps == nil {
		r.say(2, "No chain of such links leads from it to the other.")
		if apart := r.apart(from.ID, to.ID); apart != "" {
			r.say(2, "All that is known of both is their dates: %s.", apart)
		}
	}
	at := from.ID
	for i := range steps {
		s := &steps[i]
		r.say(2, "%s.", r.sentence(s))
		if at == s.From {
			at = s.To
		} else {
			at = s.From // a link that is walked backwards
		}
		r.say(0, "%s", r.listed(at))
	}
	if steps == nil {
		r.say(0, "%s", r.listed(to.ID))
	}
	return nil
}

func (o *query) after(r *reply, args []string) error {
	e, err := r.finder.Event(args[0])
	if err != nil {
		return err
	}
	wanted := map[string]bool{}
	for i := range o.chosen.Events {
		wanted[o.chosen.Events[i].ID] = true
	}
	found := slices.DeleteFunc(r.finder.Followed(e.ID, o.days), func(w graph.Follower) bool { return !wanted[w.Event] })
	r.Answer = struct {
		Event    string           `json:"event"`
		Days     int              `json:"days"`
		Followed []graph.Follower `json:"followed"`
	}{e.ID, o.days, found}
	r.say(0, "%s", r.listed(e.ID))
	if e.When.Latest == edtf.Open && e.When.Earliest == edtf.Open {
		r.say(2, "It has no date: only what a text puts after it is known to have followed.")
	}
	if len(found) == 0 {
		r.say(2, "Nothing is told to have followed within %s.", plural(o.days, "day"))
	}
	heading := ""
	for i, w := range found {
		strength := graph.TimeAlone
		if w.Step != nil {
			strength = w.Step.Strength()
		}
		if h := strengths[strength]; h != heading {
			r.gap()
			r.say(0, "%s", h)
			heading = h
		}
		if o.most > 0 && i == o.most {
			r.say(2, "and %d more: --most, --top or a filter chooses, --json has all", len(found)-i)
			break
		}
		r.say(2, "%s: %s", r.followed(e, &w), r.listed(w.Event))
		if w.Step != nil {
			r.say(4, "%s.", r.sentence(w.Step))
		}
	}
	return nil
}

// followed says how long after an event another one began.
func (r *reply) followed(e *graph.Event, w *graph.Follower) string {
	y := r.event(w.Event)
	switch {
	case e.When.Latest == edtf.Open || y.When.EDTF == "":
		return "later"
	case w.Days == 0 && y.When.Latest > e.When.Latest:
		return "the same day or later"
	case w.Days == 0 && w.Certain:
		return "the same day, later"
	case w.Days == 0:
		return "the same day, in an order not known"
	case !w.Certain:
		return inDays(w.Days) + " later or more"
	}
	return inDays(w.Days) + " later"
}

func (o *query) shared(r *reply, args []string) error {
	found, err := r.g.Shared(args[0], args[1])
	if err != nil {
		return err
	}
	r.Answer = struct {
		A      string              `json:"a"`
		B      string              `json:"b"`
		Shared []graph.SharedEvent `json:"shared"`
	}{args[0], args[1], found}
	a, b := inline(args[0]), inline(args[1])
	if len(found) == 0 {
		r.say(0, "No event has both %s and %s.", a, b)
		return nil
	}
	r.say(0, "%s with both %s and %s", plural(len(found), "event"), a, b)
	for i, s := range found {
		if o.most > 0 && i == o.most {
			r.say(2, "and %d more: --most chooses, --json has all", len(found)-i)
			break
		}
		r.say(2, "%s", r.listed(s.Event))
		r.say(4, "%s: %s; %s: %s", a, roleWords(s.A), b, roleWords(s.B))
	}
	return nil
}

func roleWords(roles []string) string {
	words := map[string]string{graph.RoleActor: "took part", graph.RoleTarget: "was harmed", graph.RolePlace: "the place"}
	var out []string
	for _, x := range roles {
		out = append(out, words[x])
	}
	return strings.Join(out, ", ")
}

func (o *query) first(r *reply, args []string) error {
	e, err := r.finder.Event(args[0])
	if err != nil {
		return err
	}
	f := r.finder.First(e.ID)
	r.Answer = struct {
		Event string `json:"event"`
		*graph.First
	}{e.ID, f}
	r.say(0, "%s", r.listed(e.ID))
	switch {
	case f.Tied == 0:
		r.say(0, "No text that tells it has a date of publication: who was first is not known.")
	case f.Tied == 1:
		r.say(0, "First told by %s, among the documents read.", r.source(f.Tellings[0].Document))
	default:
		r.say(0, "%d texts told it on the first day; which of them was first is not known.", f.Tied)
	}
	r.gap()
	for i := range f.Tellings {
		t := &f.Tellings[i]
		when := "published on an unknown day"
		if t.Published != "" {
			when = valueWords("date", t.Published)
			if t.Days > 0 {
				when += ", " + inDays(t.Days) + " later"
			}
		}
		line := when + ": " + r.source(t.Document)
		if len(t.Speakers) > 0 {
			line += ", on the word of " + listWords(t.Speakers, 3)
		}
		if len(t.Copies) > 0 {
			line += ", copied by " + plural(len(t.Copies), "text")
		}
		r.say(2, "%s %s", line, r.notes(t.Reports[:1]))
	}
	attribute := ""
	for _, v := range f.Values {
		if v.Attribute != attribute {
			if attribute == "" {
				r.gap()
				r.say(0, "Who gave each value first")
			}
			attribute = v.Attribute
		}
		when := "on an unknown day"
		if v.Published != "" {
			when = valueWords("date", v.Published)
		}
		r.say(2, "%s %s: %s, %s %s", attribute, valueWords(attribute, v.Value), r.source(r.finder.Report(v.Reports[0]).Document), when, r.notes(v.Reports))
	}
	return nil
}

// listWords joins some names, and says how many more there are.
func listWords(names []string, most int) string {
	var out []string
	for _, n := range names[:min(len(names), most)] {
		out = append(out, inline(n))
	}
	s := strings.Join(out, ", ")
	if more := len(names) - most; more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s
}
