package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

type evalDatesOptions struct {
	datesOptions
	misses bool
}

func evalDatesCommand(s streams) *cobra.Command {
	var opt evalDatesOptions
	cmd := &cobra.Command{
		Use:   "dates GOLD.jsonl",
		Short: "Score the dates found against annotated ones",
		Long: `Dates finds the time expressions of annotated documents and scores them. GOLD
holds one document a line, as JSON:

  {"doc", "dct", "text", "timex": [{"start", "end", "type", "value"}]}

start and end are UTF-8 bytes into text, half open; type and value are TIMEX3.
The scores, in per cent, are those of TempEval-3:

  strict   F1 of expressions with the same start and end
  relaxed  F1 of expressions that overlap, one to one
  value    relaxed and the same value: the figure that systems are ranked by.
           Gold values that are empty, "null" or hold XXXX are not judged
  type     of the relaxed matches, how many have the gold type`,
		Example: `  dateline eval dates gold.jsonl
  dateline eval dates --misses gold.jsonl`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{errors.New("name one file of annotated documents")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return opt.run(cmd.Context(), s, args[0]) },
	}
	cmd.Flags().BoolVar(&opt.misses, "misses", false, "print each expression that is wrong before the scores: document, what is wrong, text, found, wanted")
	opt.flags(cmd)
	return cmd
}

// annotatedDates is one line of the gold file.
type annotatedDates struct {
	Doc   string           `json:"doc"`
	ID    string           `json:"id"`
	Text  string           `json:"text"`
	Timex []timex.Expected `json:"timex"`
}

func (opt *evalDatesOptions) run(ctx context.Context, s streams, path string) error {
	if err := opt.check(); err != nil {
		return err
	}
	gold, err := readAnnotatedDates(path)
	if err != nil {
		return err
	}
	system := map[string][]timex.Mention{}
	bar := newProgress(s.err, opt.quiet || isTerminal(s.out))
	defer bar.finish()
	in := input{paths: []string{path}, reading: opt.reading, bar: bar}
	t, err := each(ctx, in, opt.find, func(d *source.Document, f found) error {
		system[d.ID] = f.mentions
		return f.err
	})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.out)
	var score timex.Score
	for _, d := range gold {
		wrong := score.Add(d.Timex, system[d.Doc])
		for _, w := range wrong {
			if opt.misses {
				writeMiss(out, d, w)
			}
		}
	}
	fmt.Fprintln(out, score)
	if err := out.Flush(); err != nil {
		return err
	}
	return t.err()
}

func readAnnotatedDates(path string) ([]annotatedDates, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%w; name a file of JSON lines", err)
	}
	var gold []annotatedDates
	n := 0
	for line := range bytes.Lines(b) {
		n++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var d annotatedDates
		if err := json.Unmarshal(line, &d); err != nil {
			return nil, fmt.Errorf("%s:%d: %w; each line is one document with \"doc\", \"text\" and \"timex\"", printable(path), n, err)
		}
		d.Doc = cmp.Or(d.Doc, d.ID)
		for _, x := range d.Timex {
			if x.Start < 0 || x.End < x.Start || x.End > len(d.Text) {
				return nil, fmt.Errorf("%s:%d: expression %d to %d is not in the text of %d bytes", printable(path), n, x.Start, x.End, len(d.Text))
			}
		}
		gold = append(gold, d)
	}
	if len(gold) == 0 {
		return nil, fmt.Errorf("%s: no annotated document", printable(path))
	}
	return gold, nil
}

// writeMiss writes what is wrong with one expression: the document, "extra",
// "value" or "missed", its text, what was found, what was wanted.
func writeMiss(w io.Writer, d annotatedDates, x timex.Difference) {
	what, span, got, want := "value", text.Span{}, "", ""
	if x.Found != nil {
		span, got = x.Found.Span, x.Found.Value
	}
	if x.Want != nil {
		span, want = x.Want.Span, x.Want.Value
	}
	switch {
	case x.Want == nil:
		what = "extra"
	case x.Found == nil:
		what = "missed"
	}
	words := strings.Join(strings.Fields(d.Text[span.Start:span.End]), " ")
	fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", printable(d.Doc), what, printable(words), got, printable(want))
}
