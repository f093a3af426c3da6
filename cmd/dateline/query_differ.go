package main

import (
	"errors"
	"fmt"

	"github.com/dateline-project/dateline/graph"
)

func (o *query) differ(r *reply, args []string) error {
	c, err := r.finder.Compare(args[0], args[1], o.harms())
	if err != nil {
		return err
	}
	r.Answer = struct {
		A graph.Voice `json:"a"`
		B graph.Voice `json:"b"`
		*graph.Comparison
	}{c.A, c.B, c}
	a, b := inline(c.A.Name), inline(c.B.Name)
	differing := 0
	for _, e := range c.Both {
		if len(e.Differences) > 0 {
			differing++
		}
	}
	r.say(0, "%s and %s both tell %s, and differ on %d. %s alone tells %d, %s alone %d.",
		a, b, plural(len(c.Both), "event"), differing, a, len(c.OnlyA), b, len(c.OnlyB))
	for i, e := range c.Both {
		switch {
		case i == 0 && differing > 0:
			r.gap()
			r.say(0, "Both, and they differ")
		case i == differing:
			r.gap()
			r.say(0, "Both, and nothing they state differs")
		}
		if o.most > 0 && i >= differing+o.most {
			r.say(2, "and %d more", len(c.Both)-i)
			break
		}
		r.say(2, "%s", r.listed(e.Event))
		for _, d := range e.Differences {
			r.say(4, "%s: %s says %s; %s says %s", inline(d.Attribute), a, r.values(d.Attribute, d.A), b, r.values(d.Attribute, d.B))
		}
	}
	o.only(r, a, b, c.OnlyA)
	o.only(r, b, a, c.OnlyB)
	return nil
}

// only lists what one voice tells and the other does not, the weightiest first.
func (o *query) only(r *reply, teller, other string, events []graph.Untold) {
	if len(events) == 0 {
		return
	}
	r.gap()
	r.say(0, "%s alone", teller)
	about := map[string]string{
		graph.OtherPublished: other + " published in those days, and no report of it was found there",
		graph.OtherAbsent:    "nothing of " + other + " of those days is among the documents",
		graph.OtherUnknown:   "no day to look at",
	}
	for i, u := range events {
		if o.most > 0 && i == o.most {
			r.say(2, "and %d more: --most chooses, --json has all", len(events)-i)
			break
		}
		r.say(2, "%s: %s", r.listed(u.Event), about[u.Other])
		if u.Near != "" {
			r.say(4, "It may be what %s tells as %s: \"dateline why %s %s\".", other, r.listed(u.Near), u.Event, u.Near)
		}
	}
}

// harms tells the kinds of which it matters who did it.
func (o *query) harms() func(kind string) bool {
	of := map[string]bool{}
	for _, k := range o.kinds {
		of[k.ID] = k.Class == "violence" || k.Class == "harm"
	}
	return func(kind string) bool { return of[kind] }
}

func (o *query) sides(r *reply, _ []string) error {
	s := r.g.Sides
	if s == nil {
		return errors.New("no sides are declared; name a table of them with --sides FILE")
	}
	r.Answer = struct {
		*graph.GraphSides
		Outlets  []graph.NameCount `json:"undeclared_outlets"`
		Speakers []graph.NameCount `json:"undeclared_speakers"`
	}{s, append([]graph.NameCount{}, o.sided.Outlets...), append([]graph.NameCount{}, o.sided.Speakers...)}
	if s.Note != "" {
		r.say(0, "%s", s.Note)
	} else {
		r.say(0, "No side tells more than 80 %% of the %s alone.", plural(s.Accounts, "account"))
	}
	r.gap()
	for _, x := range s.Shares {
		name := inline(x.Side)
		if name == "" {
			name = "of no side"
		}
		r.say(2, "%s: %s, %s, %s (%d of them of no other side), %s", name, plural(x.Documents, "document"), families(x.Families),
			plural(x.Accounts, "account"), x.Alone, plural(x.Speakers, "speaker"))
	}
	var one []string
	for i := range r.g.Events {
		if e := &r.g.Events[i]; e.Accounts > 1 && e.Sides != nil && e.Sides.OneSided != "" {
			one = append(one, e.ID)
		}
	}
	if len(one) > 0 {
		r.gap()
		r.say(0, "Events of several accounts that nearly all are of one side")
		for i, id := range one {
			if o.most > 0 && i == o.most {
				r.say(2, "and %d more: --most chooses, \"sides\" of each event in the graph has all", len(one)-i)
				break
			}
			r.say(2, "%s: %s", r.listed(id), r.event(id).Sides.Note)
		}
	}
	undeclared(o, r, "Outlets without a side, with their documents", o.sided.Outlets)
	undeclared(o, r, "Speakers without a side, with the reports that give their word", o.sided.Speakers)
	return nil
}

func families(n int) string {
	if n == 1 {
		return "1 family of copies"
	}
	return fmt.Sprintf("%d families of copies", n)
}

func undeclared(o *query, r *reply, heading string, names []graph.NameCount) {
	if len(names) == 0 {
		return
	}
	r.gap()
	r.say(0, "%s", heading)
	for i, n := range names {
		if o.most > 0 && i == o.most {
			r.say(2, "and %d more", len(names)-i)
			break
		}
		r.say(2, "%d  %s", n.Count, inline(n.Name))
	}
}
