package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// filtering holds the options of every command that can leave events out.
type filtering struct {
	since, until                          string
	kinds, places, actors, outlets, modes []string
	disputed                              bool
	events                                []string
	top                                   int
}

func (o *filtering) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.since, "since", "", "events that may have happened on this day or later: an EDTF `DATE` such as 2020-10-04, 2020-10 or 2020")
	f.StringVar(&o.until, "until", "", "events that may have happened on this day or earlier; a month or year to its end")
	// A name may hold a comma, so that each takes an option of its own.
	f.StringArrayVar(&o.kinds, "kind", nil, "events of this kind or class (\"dateline list kinds\"); may be given several times, as the options below")
	f.StringArrayVar(&o.places, "place", nil, "events at the place of this `NAME`; * stands for any characters, case and accents do not count")
	f.StringArrayVar(&o.actors, "actor", nil, "events in which somebody of this `NAME` took part or was harmed")
	f.StringArrayVar(&o.outlets, "outlet", nil, "events that the outlet of this `NAME` reports, with all their reports")
	f.StringArrayVar(&o.modes, "modality", nil, "events told as happened, alleged, denied, demanded, planned, hypothetical or negated")
	f.BoolVar(&o.disputed, "disputed", false, "events of which independent accounts contradict each other")
	f.StringArrayVar(&o.events, "event", nil, "the event of this `ID`")
	f.IntVar(&o.top, "top", 0, "of these, the `N` events of the greatest weight")
	var modes []string
	for _, m := range events.Modalities {
		modes = append(modes, string(m))
	}
	values(cmd, "modality", modes...)
	// What a shell completes is looked up only when it asks.
	err := cmd.RegisterFlagCompletionFunc("kind", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return kindNames(), cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // there is no such option: the program is wrong
	}
}

// filter reads the options; an error is one of usage.
func (o *filtering) filter() (graph.Filter, error) {
	f := graph.Filter{Places: o.places, Actors: o.actors, Outlets: o.outlets, Disputed: o.disputed, Events: o.events, Top: o.top}
	var err error
	if f.Since, err = filterDate("--since", o.since); err != nil {
		return f, err
	}
	if f.Until, err = filterDate("--until", o.until); err != nil {
		return f, err
	}
	if o.top < 0 {
		return f, usageError{errors.New("--top must not be negative")}
	}
	from, _ := f.Since.Bounds()
	_, to := f.Until.Bounds()
	if from != edtf.Open && to != edtf.Open && from > to {
		return f, usageError{fmt.Errorf("--since %s is later than --until %s", o.since, o.until)}
	}
	for _, m := range o.modes {
		if !slices.Contains(events.Modalities, events.Modality(m)) {
			return f, usageError{fmt.Errorf("--modality %s: it is one of %s", printable(m), joinWords(events.Modalities))}
		}
		f.Modalities = append(f.Modalities, events.Modality(m))
	}
	for _, list := range []struct {
		option string
		values []string
	}{{"kind", o.kinds}, {"place", o.places}, {"actor", o.actors}, {"outlet", o.outlets}, {"event", o.events}} {
		if slices.ContainsFunc(list.values, func(s string) bool { return strings.TrimSpace(s) == "" }) {
			return f, usageError{fmt.Errorf("--%s needs a name", list.option)}
		}
	}
	f.Kinds, err = kindIDs(o.kinds)
	return f, err
}

// choose returns the part of g that the options want; an error names a value
// that neither an event of g nor this program knows.
func (o *filtering) choose(g *graph.Graph) (*graph.Graph, error) {
	f, err := o.filter()
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, k := range kindNames() {
		known[k] = true
	}
	for i := range g.Events {
		known[g.Events[i].Kind] = true
	}
	for _, k := range f.Kinds {
		if !known[k] {
			return nil, usageError{fmt.Errorf("--kind %s: there is no such kind or class; \"dateline list kinds\" lists them", printable(k))}
		}
	}
	if err := f.Check(g); err != nil {
		return nil, err
	}
	return g.Select(f), nil
}

func filterDate(option, s string) (edtf.Value, error) {
	if s == "" {
		return edtf.Value{}, nil
	}
	v, err := edtf.Parse(s)
	if err == nil {
		if first, last := v.Bounds(); first == edtf.Open || last == edtf.Open {
			err = errors.New("it has no first and last day")
		}
	}
	if err != nil {
		return v, usageError{fmt.Errorf("%s %s: %w; write a day, month or year such as 2020-10-04, 2020-10 or 2020", option, printable(s), err)}
	}
	return v, nil
}

// kindIDs reads ids, labels and classes of kinds, whatever their case. A class
// gives all its kinds. What none is called is taken for the id of a kind that
// only the graph knows.
func kindIDs(names []string) ([]string, error) {
	if len(names) == 0 {
		return nil, nil
	}
	kinds, err := data.Kinds()
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, name := range names {
		found := false
		for _, k := range kinds {
			if strings.EqualFold(name, k.ID) || strings.EqualFold(name, k.Label) || strings.EqualFold(name, k.Class) {
				ids, found = append(ids, k.ID), true
			}
		}
		if !found {
			ids = append(ids, name)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// kindNames lists the classes and ids of kinds, for completion.
func kindNames() []string {
	kinds, err := data.Kinds()
	if err != nil {
		return nil
	}
	var names []string
	for _, k := range kinds {
		names = append(names, k.ID, k.Class)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func joinWords[T ~string](words []T) string {
	s := make([]string, len(words))
	for i, w := range words {
		s[i] = string(w)
	}
	return strings.Join(s, ", ")
}
