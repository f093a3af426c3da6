package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/render/chart"
	"github.com/dateline-project/dateline/render/export"
	"github.com/dateline-project/dateline/render/figure"
)

// topic is something that can be listed, a line of tab-separated cells each.
type topic struct {
	name  string
	doc   string
	lines func(w io.Writer, v *vocabulary) error
}

var topics = []topic{
	{"kinds", "kinds of event, with their ACLED and PLOVER classes", listKinds},
	{"phrases", "phrases that tell each kind of event", listPhrases},
	{"formats", "file formats that are read and written", listFormats},
	{"languages", "languages, and what is read in each: dates, events", listLanguages},
	{"charts", "charts of the page and of figures", listCharts},
}

func listCommand(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List what this program knows: kinds, phrases, formats, languages, charts",
		Long:    "List prints a table of what this program knows.",
		Example: "  dateline list kinds\n  dateline list formats",
		RunE: func(cmd *cobra.Command, args []string) error {
			var names []string
			for _, t := range topics {
				names = append(names, t.name)
			}
			all := strings.Join(names, ", ")
			if len(args) > 0 {
				return usageError{fmt.Errorf("cannot list %s: it is one of %s", printable(args[0]), all)}
			}
			return usageError{fmt.Errorf("say what to list: %s", all)}
		},
	}
	for _, t := range topics {
		cmd.AddCommand(listTopic(s, t))
	}
	return cmd
}

func listTopic(s streams, t topic) *cobra.Command {
	var own ownKinds
	example := false
	cmd := &cobra.Command{
		Use:     t.name,
		Short:   "List the " + t.doc,
		Example: "  dateline list " + t.name,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if example {
				_, err := io.WriteString(s.out, data.ExampleKinds)
				return err
			}
			v, err := own.load(cmd)
			if err != nil {
				return err
			}
			w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			if err := t.lines(w, &v); err != nil {
				return err
			}
			return w.Flush()
		},
	}
	if t.name == "kinds" || t.name == "phrases" {
		own.flag(cmd)
	}
	if t.name == "kinds" {
		cmd.Flags().BoolVar(&example, "example", false, "print a file for --kinds with a comment on all that it may hold")
		cmd.Example += "\n  dateline list kinds --example > my.txt\n  dateline list kinds --kinds my.txt"
	}
	return cmd
}

func listPhrases(w io.Writer, v *vocabulary) error {
	fmt.Fprintln(w, "KIND\tPHRASE")
	for _, k := range append(slices.Clip(v.kinds), data.Kind{ID: data.NoEvent}) {
		for _, p := range v.lexicon.Phrases {
			if p.Kind == k.ID {
				fmt.Fprintf(w, "%s\t%s\n", k.ID, p)
			}
		}
	}
	return nil
}

func listKinds(w io.Writer, v *vocabulary) error {
	fmt.Fprintln(w, "KIND\tLABEL\tCLASS\tACLED\tPLOVER")
	for _, k := range v.kinds {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", k.ID, k.Label, k.Class, dash(k.ACLED), dash(k.PLOVER))
	}
	return nil
}

func listFormats(w io.Writer, _ *vocabulary) error {
	fmt.Fprintln(w, "FORMAT\tUSE\tFILES\tWHAT")
	for _, f := range source.Formats {
		fmt.Fprintf(w, "%s\tread\t%s\t%s\n", f.Name, strings.Join(f.Extensions, " "), f.Doc)
	}
	fmt.Fprintln(w, "html\twritten\t-o\tone interactive page that needs no network")
	for _, f := range export.Formats {
		fmt.Fprintf(w, "%s\twritten\t--%s\t%s\n", f.Name, f.Name, f.Doc)
	}
	return nil
}

// eventLanguage is the one in which events are found; package data holds words
// of events for no other.
const eventLanguage = "en"

func listLanguages(w io.Writer, _ *vocabulary) error {
	fmt.Fprintln(w, "LANGUAGE\tNAME\tREAD")
	for _, tag := range data.Languages() {
		l, err := data.LoadLanguage(tag)
		if err != nil {
			return err
		}
		read := "dates"
		if tag == eventLanguage {
			read = "dates, events"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", tag, l.Name, read)
	}
	return nil
}

func listCharts(w io.Writer, _ *vocabulary) error {
	fmt.Fprintln(w, "CHART	IN	WHAT")
	for _, c := range chart.Charts() {
		fmt.Fprintf(w, "%s\tpage\t%s\n", c.Name, c.Doc)
	}
	for _, c := range figure.Charts {
		fmt.Fprintf(w, "%s\tfigure\t%s\n", c.Name, c.Doc)
	}
	return nil
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
