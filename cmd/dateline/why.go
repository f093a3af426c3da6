package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

func whyCommand(s streams) *cobra.Command {
	var opt query
	cmd := &cobra.Command{
		Use:   "why EVENT [EVENT] GRAPH|PATH",
		Short: "Say why reports are one event, or why two events are two",
		Long: `Why tells of one event what joined its reports, each reason with its weight, and
which other events are most like it and why they are not the same. Of two events
it tells why they are two.

Weights add up. Two reports are joined when the sum reaches what is needed and
nothing forbids it: a veto holds whatever the sum, and for all reports of two
events. Only what texts are chiefly about is one in spite of vetoes: where these
stand between few of the texts of an event, or where all tell much the same of the
same rare names; why says which. Of two events that four or more independent texts tell each, what most of
their texts agree on is weighed: a single text that a veto parts from the others
is left out. The last argument is a graph that "dateline build --json" wrote with the
documents' texts, or a document or folder. An EVENT is named as for "dateline query".`,
		Example: "  dateline why 'missile strike Ganja 17 October' graph.json\n  dateline why e77a10 e50c32 graph.json",
		Args: func(_ *cobra.Command, args []string) error {
			switch len(args) {
			case 2, 3:
				return nil
			case 0, 1:
				return needQuestion(1, []string{"EVENT"})(nil, args)
			}
			return needQuestion(2, nil)(nil, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return opt.ask(cmd, s, args, func(g *graph.Graph, out io.Writer) error {
				r := newReply(g, "why")
				if err := opt.why(cmd.Context(), r, args[:len(args)-1]); err != nil {
					return err
				}
				return r.write(out, opt.json)
			})
		},
	}
	opt.reading.flags(cmd)
	opt.ownKinds.flag(cmd)
	f := cmd.Flags()
	f.BoolVar(&opt.json, "json", false, "print the answer as JSON")
	f.IntVar(&opt.most, "near", 5, "tell of so many events that are near, at most")
	return cmd
}

// whyAnswer is the answer as data; the reasons that do not apply are left out.
type whyAnswer struct {
	Events []string        `json:"events"` // one or two ids
	Joins  []graph.Reasons `json:"joins"`
	Waived *graph.Waived   `json:"waived"` // null where no veto stands between the texts of the one event
	Apart  []graph.Apart   `json:"apart"`
}

func (o *query) why(ctx context.Context, r *reply, names []string) error {
	var found []*graph.Event
	for _, n := range names {
		e, err := r.finder.Event(n)
		if err != nil {
			return err
		}
		found = append(found, e)
	}
	x, err := graph.NewExplainer(ctx, r.g, o.kinds)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(r.g.Documents, func(d graph.Document) bool { return d.Text != "" }) {
		r.say(0, "The graph holds no texts: words and stories are weighed without them, and the sums are not those of the build.")
		r.gap()
	}
	e := found[0]
	if len(found) == 2 && found[1] != e {
		a, err := x.Apart(e.ID, found[1].ID)
		if err != nil {
			return err
		}
		r.Answer = whyAnswer{[]string{e.ID, found[1].ID}, []graph.Reasons{}, nil, []graph.Apart{a}}
		r.say(0, "%s", r.listed(e.ID))
		r.say(0, "%s", r.listed(found[1].ID))
		r.gap()
		r.apartWords(0, &a)
		return nil
	}
	joins, err := x.Joins(e.ID)
	if err != nil {
		return err
	}
	waived, err := x.Waived(e.ID)
	if err != nil {
		return err
	}
	near, err := x.Near(e.ID, o.most)
	if err != nil {
		return err
	}
	r.Answer = whyAnswer{[]string{e.ID}, joins, waived, near}
	r.say(0, "%s", r.listed(e.ID))
	if len(joins) == 0 {
		r.say(2, "One report tells it: there was nothing to join.")
	}
	for i := range joins {
		r.gap()
		r.joinWords(&joins[i])
	}
	if waived != nil {
		r.gap()
		r.waivedWords(2, waived)
	}
	if len(near) > 0 {
		r.gap()
		r.say(0, "Near it, and not the same")
	}
	for i := range near {
		r.gap()
		r.say(2, "%s", r.listed(near[i].Other))
		r.apartWords(4, &near[i])
	}
	return nil
}

// joinWords says why two sets of reports are one.
func (r *reply) joinWords(x *graph.Reasons) {
	a, b := r.finder.Report(x.A[0]), r.finder.Report(x.B[0])
	switch {
	case x.Copy:
		r.say(2, "One, since the text of one is a copy of the other's: %s and %s", r.source(a.Document), r.source(b.Document))
	case a.Document == b.Document:
		r.say(2, "One, as %s tells it in several sentences", r.source(a.Document))
	default:
		r.say(2, "One, as %s and %s tell it", r.source(a.Document), r.source(b.Document))
	}
	r.both(4, x)
	r.evidence(4, x)
	if x.Copy {
		return
	}
	if x.Sum < x.Needed && x.Veto == "" {
		r.say(4, "They are joined all the same, by what other reports of the event have in common with both.")
	}
	if x.Veto != "" {
		r.say(4, "Taken by themselves they would be two, since %s.", x.Veto)
	}
}

// waivedWords says why vetoes do not part the texts of one event.
func (r *reply) waivedWords(indent int, w *graph.Waived) {
	why := "as so few stand against the others, what these say otherwise is taken to be misread"
	if w.Because == graph.WaivedNames {
		why = "as they tell much the same of the same rare names, what some say otherwise is taken to be misread, or to be of what came of it"
	}
	r.say(indent, "One, though a veto stands between %d of the %d pairs of its texts: %s. Of those pairs the most alike, since %s:", w.Vetoed, w.Pairs, why, w.Example.Veto)
	r.both(indent+2, &w.Example)
}

// apartWords says why two events are two.
func (r *reply) apartWords(indent int, a *graph.Apart) {
	x := &a.Nearest
	switch a.Because {
	case graph.ApartVeto:
		r.say(indent, "Two, since %s: that forbids it, whatever else they have in common.", x.Veto)
	case graph.ApartWeight:
		r.say(indent, "Two, since too little speaks for one: %s of %s.", weightWords(x.Sum), weightWords(x.Needed))
	case graph.ApartGroup:
		r.say(indent, "Two, since other reports of the two exclude each other: %s.", a.Excluding.Veto)
	case graph.ApartAgreed:
		r.agreedWords(indent, a)
	case graph.ApartAverage:
		r.say(indent, "Two, since their reports are alike here and not on average: %s of the %s that are needed.", weightWords(a.Mean), weightWords(x.Needed))
	case graph.ApartRival:
		r.say(indent, "Two, since one of them lacks a day or a place and may as well be a third, which the other cannot be: %s.", r.listed(a.Rival))
	case graph.ApartDeed:
		r.say(indent, "Two, since they tell other deeds, by their kinds or by verbs of which no kind is known.")
	default:
		r.say(indent, "Two, though these two reports do not forbid it: reports are joined the strongest first, and what had been joined before ruled it out.")
	}
	r.both(indent, x)
	r.evidence(indent, x)
	if a.Because == graph.ApartGroup {
		r.say(indent, "The reports that exclude each other:")
		r.both(indent, a.Excluding)
	}
}

// agreedWords says why what most texts tell of two events keeps them two.
func (r *reply) agreedWords(indent int, a *graph.Apart) {
	x := a.Agreed
	if x.Veto != "" {
		r.say(indent, "Two, since by what most texts tell of each %s. What one text says otherwise changes nothing.", x.Veto)
	} else {
		r.say(indent, "Two, since too little of what most texts tell of each speaks for one: %s of %s.", weightWords(x.Sum), weightWords(x.Needed))
	}
	r.evidence(indent, x)
	r.say(indent, "The two texts that are most alike:")
}

// both shows what is compared: what each side tells, with its footnotes.
func (r *reply) both(indent int, x *graph.Reasons) {
	r.say(indent, "A  %s %s", r.told(x.A), r.notes(x.A))
	r.say(indent, "B  %s %s", r.told(x.B), r.notes(x.B))
}

// told sums up what some reports of one document state: kind, date, places, figures.
func (r *reply) told(reports []string) string {
	var kinds, days, places, figures []string
	for _, id := range reports {
		x := r.finder.Report(id)
		if x == nil {
			continue
		}
		kind := strings.ReplaceAll(x.Kind, "-", " ")
		if x.Modality != events.Happened {
			kind += " (" + string(x.Modality) + ")"
		}
		kinds = appendNew(kinds, kind)
		if x.When.EDTF != "" {
			days = appendNew(days, chart.DateWords(x.When))
		}
		for _, p := range x.Places {
			places = appendNew(places, inline(p.Name))
		}
		for _, f := range x.Figures {
			figures = appendNew(figures, strings.TrimSpace(f.Measure+" "+f.Population)+" "+figureWords(&f))
		}
	}
	for _, s := range []*[]string{&days, &places} {
		if *s == nil {
			*s = []string{map[bool]string{true: "no date", false: "no place"}[s == &days]}
		}
	}
	parts := []string{listWords(kinds, 4), listWords(days, 4), listWords(places, 4)}
	if figures != nil {
		parts = append(parts, listWords(figures, 4))
	}
	return r.source(r.finder.Report(reports[0]).Document) + ": " + strings.Join(parts, "; ")
}

// figureWords writes a count as its report bounds it.
func figureWords(f *events.Figure) string {
	switch {
	case f.High == nil:
		return "at least " + chart.Amount(f.Low)
	case *f.High != f.Low:
		return chart.Amount(f.Low) + " to " + chart.Amount(*f.High)
	}
	return chart.Amount(f.Low)
}

func appendNew(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}

// evidence lists the weights and their sum.
func (r *reply) evidence(indent int, x *graph.Reasons) {
	for _, e := range x.Evidence {
		r.say(indent+2, "%5s  %s", weightWords(e.Weight), e.Name)
	}
	r.say(indent+2, "%5s  in all; %s are needed", weightWords(x.Sum), strings.TrimPrefix(weightWords(x.Needed), "+"))
}

// weightWords writes a weight with its sign.
func weightWords(w float64) string { return fmt.Sprintf("%+.1f", w) }
