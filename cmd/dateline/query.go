package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/export"
)

// query is what every question needs: where the graph is, and how to answer.
type query struct {
	reading
	ownKinds
	siding
	filtering
	json      bool
	relations []string
	hops      int
	days      int
	most      int
	sided     graph.SideNames
	chosen    *graph.Graph // the part of the graph that the filter wants
	kinds     []data.Kind
}

// question is a subcommand of query. Its arguments are as many as args names,
// and after them the graph.
type question struct {
	name, doc string
	args      []string
	long      string
	example   string
	flags     func(*query, *cobra.Command)
	answer    func(*query, *reply, []string) error
}

var questions = []question{
	{"events", "the events that a filter selects, and the links among them", nil,
		"Events lists the events that the options select, in order of time, and the links\namong them. With --json it prints the graph of these alone, as \"build --json\" does.",
		"dateline query events --place Ganja --since 2020-10 graph.json", (*query).filterFlags, (*query).events},
	{"neighbours", "the events that links lead to from an event", []string{"EVENT"},
		"Neighbours lists the events that links lead to: what a text states first, then\nwhat a place or an actor has in common, then what is only next in time.",
		"dateline query neighbours 'missile strike Ganja 17 October' graph.json", (*query).hopFlags, (*query).neighbours},
	{"path", "how two events are linked, as a chain of sentences", []string{"EVENT", "EVENT"},
		"Path prints the shortest chain of links between two events, a sentence each with\nits footnote. What texts state is preferred to what events have in common; what\nno text states is said to be so.",
		"dateline query path 'strike Ganja 17 October' 'ceasefire Moscow 10 October' graph.json", (*query).relationFlags, (*query).path},
	{"after", "what followed an event within some days", []string{"EVENT"},
		"After lists what began on the last day of an event or in the days after it: what a\ntext links with it first, then what has a place or an actor in common with it,\nthen what only came next.",
		"dateline query after --days 3 'ceasefire Moscow 10 October 2020' graph.json", (*query).dayFlags, (*query).after},
	{"shared", "the events that two actors or places share", []string{"NAME", "NAME"},
		"Shared lists the events in which two actors or places both stand. A name is\nwhole; * stands for any characters, case and accents do not count.",
		"dateline query shared Armenia '*Turkey*' graph.json", (*query).mostFlag, (*query).shared},
	{"first", "who reported an event first, and each value of it", []string{"EVENT"},
		"First lists the texts that tell an event in order of publication, copies under the\ntext that they copy, and for each date and figure who gave it first. First means\nfirst among the documents that were read.",
		"dateline query first 'missile strike Ganja 17 October' graph.json", nil, (*query).first},
	{"differ", "how two outlets or sides tell the same time", []string{"NAME", "NAME"},
		"Differ compares two outlets, or two sides of the table that --sides names: what\nboth tell and where they differ, and what only one of them tells. Of the latter it\nsays whether the documents hold anything of the other of those days.",
		"dateline query differ 'Rioni Wire' 'Vorotan Courier' graph.json", (*query).mostFlag, (*query).differ},
	{"copies", "which texts are copies, and what they have changed", nil,
		"Copies lists the texts that others copy, and for each copy how much it keeps, which\nwords of doubt and attribution it has lost, and which sentences it drops and adds;\nupdates of an outlet's own text; and passages lifted from another outlet.",
		"dateline query copies graph.json", (*query).mostFlag, (*query).copies},
	{"sides", "the shares of the sides, and names without a side", nil,
		"Sides prints how much of what is told comes from each side of the table that\n--sides names, whether one side tells nearly all of it, and the outlets and\nspeakers that have no side. No side is ever inferred.",
		"dateline query sides --sides sides.csv graph.json", (*query).mostFlag, (*query).sides},
}

func queryCommand(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "query",
		Short: "Ask a question of a graph: neighbours, paths, what followed, who was first",
		Long: `Query answers a question in sentences with footnotes, or with --json as data.

The last argument is a graph that "dateline build --json" wrote, or a document or
folder of which one is built first. An EVENT is its id, the beginning of it, or
words that only one event has: "missile strike Ganja 17 October". Where several
fit they are listed.`,
		Example: "  dateline build reports/ --json graph.json\n  dateline query path 'strike Ganja 17 October' 'ceasefire Moscow 10 October' graph.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			var names []string
			for _, q := range questions {
				names = append(names, q.name)
			}
			all := strings.Join(names, ", ")
			if len(args) > 0 {
				return usageError{fmt.Errorf("there is no question %s: it is one of %s", printable(args[0]), all)}
			}
			return usageError{fmt.Errorf("say what to ask: %s", all)}
		},
	}
	for i := range questions {
		cmd.AddCommand(questionCommand(s, &questions[i]))
	}
	return cmd
}

func questionCommand(s streams, q *question) *cobra.Command {
	var opt query
	cmd := &cobra.Command{
		Use:     strings.Join(append(append([]string{q.name}, q.args...), "GRAPH|PATH"), " "),
		Short:   "Print " + q.doc,
		Long:    q.long,
		Example: "  " + q.example,
		Args:    needQuestion(len(q.args), q.args),
		RunE: func(cmd *cobra.Command, args []string) error {
			return opt.ask(cmd, s, args, func(g *graph.Graph, out io.Writer) error {
				if opt.json && q.name == "events" {
					return export.JSON(out, opt.chosen)
				}
				r := newReply(g, q.name)
				if err := q.answer(&opt, r, args[:len(args)-1]); err != nil {
					return err
				}
				return r.write(out, opt.json)
			})
		},
	}
	opt.reading.flags(cmd)
	opt.ownKinds.flag(cmd)
	opt.siding.flags(cmd)
	cmd.Flags().BoolVar(&opt.json, "json", false, "print the answer as JSON")
	if q.flags != nil {
		q.flags(&opt, cmd)
	}
	return cmd
}

// needQuestion asks for that many arguments and the graph after them.
func needQuestion(n int, names []string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == n+1:
			return nil
		case len(args) <= n:
			return fmt.Errorf(`%s needed: a graph that "build --json" wrote, or a document or folder, comes last`, strings.Join(append(slices.Clone(names), "GRAPH"), ", "))
		}
		return fmt.Errorf("%d arguments, and %d are needed; put a name of several words in quotes", len(args), n+1)
	}
}

// ask reads the graph that the last argument names, and hands it to answer.
func (o *query) ask(cmd *cobra.Command, s streams, args []string, answer func(*graph.Graph, io.Writer) error) error {
	ctx := cmd.Context()
	if err := o.check(); err != nil {
		return err
	}
	if o.hops < 0 || o.days < 0 || o.most < 0 {
		return usageError{errors.New("a number must not be negative")}
	}
	if err := o.checkRelations(); err != nil {
		return err
	}
	table, err := o.siding.read()
	if err != nil {
		return err
	}
	v, err := o.load(cmd)
	if err != nil {
		return err
	}
	o.kinds = v.kinds
	bar := newProgress(s.err, o.quiet)
	defer bar.finish()
	g, t, err := loadGraph(ctx, input{paths: args[len(args)-1:], reading: o.reading, stdin: s.in, bar: bar}, &v, textFull)
	if err != nil {
		return err
	}
	if t.documents == 0 && g == nil {
		return t.err()
	}
	if o.sided, err = o.declare(ctx, g, table, o.quiet, bar); err != nil {
		return err
	}
	g, without := leaveRejected(g)
	if without != "" && !o.quiet {
		bar.println(without)
	}
	if o.chosen, err = o.choose(g); err != nil {
		return err
	}
	bar.finish()
	if err := answer(g, s.out); err != nil {
		return describeName(err)
	}
	if t.documents == 0 {
		return nil // a graph of no documents is a graph all the same
	}
	return t.err()
}

// describeName adds to an error about a name what may be meant.
func describeName(err error) error {
	var name *graph.NameError
	if !errors.As(err, &name) {
		return err
	}
	var b strings.Builder
	b.WriteString(name.Error())
	if len(name.Candidates) == 0 {
		b.WriteString("; \"dateline query events\" lists all")
	} else {
		b.WriteString("; did you mean")
	}
	for _, e := range name.Candidates {
		fmt.Fprintf(&b, "\n  %s  %s", oneLine(e.ID), eventName(e))
	}
	if more := name.Matches - len(name.Candidates); more > 0 {
		fmt.Fprintf(&b, "\n  and %d more", more)
	}
	return errors.New(b.String())
}

func (o *query) filterFlags(cmd *cobra.Command) {
	o.filtering.flags(cmd)
	cmd.Flags().IntVar(&o.most, "most", 0, "print at most so many events in words; --json has all, and 0 means all")
}

func (o *query) relationFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringArrayVar(&o.relations, "relation", nil, "links of this relation alone: causes, responds-to, violates, before, part-of, same-place, same-actor, same-document, ...; may be given several times")
	values(cmd, "relation", relations...)
}

func (o *query) hopFlags(cmd *cobra.Command) {
	o.relationFlags(cmd)
	cmd.Flags().IntVar(&o.hops, "hops", 1, "follow as many links from event to event")
	o.mostFlag(cmd)
}

func (o *query) dayFlags(cmd *cobra.Command) {
	cmd.Flags().IntVar(&o.days, "days", 7, "look at as many days")
	o.filtering.flags(cmd)
	o.mostFlag(cmd)
}

func (o *query) mostFlag(cmd *cobra.Command) {
	cmd.Flags().IntVar(&o.most, "most", 30, "print at most so many of each list in words; --json has all, and 0 means all")
}

// relations are those that a link or a step can have.
var relations = []string{"before", "after", "during", "overlaps", "meets", "starts", "finishes", "equals",
	"causes", "responds-to", "violates", "part-of", "repeats", "contradicts", "same-actor", "same-place", "reported-together", graph.SameDocument}

// checkRelations refuses what is no relation.
func (o *query) checkRelations() error {
	for _, x := range o.relations {
		if !slices.Contains(relations, x) {
			return usageError{fmt.Errorf("--relation %s: it is one of %s", printable(x), joinWords(relations))}
		}
	}
	return nil
}
