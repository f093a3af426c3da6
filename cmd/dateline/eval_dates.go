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
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/events/source"
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
	Doc   string         `json:"doc"`
	ID    string         `json:"id"`
	Text  string         `json:"text"`
	Timex []expectedDate `json:"timex"`
}

type expectedDate struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

// judged reports whether the value of an expected expression counts.
func (x expectedDate) judged() bool {
	return x.Value != "" && x.Value != "null" && !strings.Contains(x.Value, "XXXX")
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
	var miss io.Writer = io.Discard
	if opt.misses {
		miss = out
	}
	var sc dateScore
	for _, d := range gold {
		sc.add(d, system[d.Doc], miss)
	}
	fmt.Fprintln(out, sc)
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

// dateScore counts as the scorer of TempEval-3 does (UzZaman et al. 2013).
type dateScore struct {
	gold, system           int
	strict, relaxed, value int
	types                  int
	unjudgedGold, unjudged int // expected expressions without a value to judge; of the relaxed matches
}

// add scores one document. Found expressions are taken in order, each matched
// with the free expected one that it shares most bytes with.
func (sc *dateScore) add(d annotatedDates, found []timex.Mention, miss io.Writer) {
	type span struct{ start, end int }
	exact := map[span]bool{}
	for _, x := range d.Timex {
		exact[span{x.Start, x.End}] = true
		if !x.judged() {
			sc.unjudgedGold++
		}
	}
	tell := func(what, text, got, want string) {
		fmt.Fprintf(miss, "%s\t%s\t%s\t%s\t%s\n", printable(d.Doc), what, printable(strings.Join(strings.Fields(text), " ")), got, printable(want))
	}
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b timex.Mention) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	sc.gold += len(d.Timex)
	sc.system += len(found)
	used := make([]bool, len(d.Timex))
	for _, m := range found {
		if exact[span{m.Start, m.End}] {
			exact[span{m.Start, m.End}] = false
			sc.strict++
		}
		best, shared := -1, 0
		for i, x := range d.Timex {
			if n := min(x.End, m.End) - max(x.Start, m.Start); !used[i] && n > shared {
				best, shared = i, n
			}
		}
		if best < 0 {
			tell("extra", d.Text[m.Start:m.End], m.Value, "")
			continue
		}
		used[best] = true
		want := d.Timex[best]
		sc.relaxed++
		if want.Type == m.Type {
			sc.types++
		}
		switch {
		case !want.judged():
			sc.unjudged++
		case want.Value == m.Value:
			sc.value++
		default:
			tell("value", d.Text[want.Start:want.End], m.Value, want.Value)
		}
	}
	for i, x := range d.Timex {
		if !used[i] {
			tell("missed", d.Text[x.Start:x.End], "", x.Value)
		}
	}
}

// String returns the scores in one line.
func (sc dateScore) String() string {
	f1 := func(n, a, b int) float64 { return 200 * float64(n) / float64(max(1, a+b)) }
	return fmt.Sprintf("gold %d  system %d  strict %.1f  relaxed %.1f  value %.1f  type %.1f", sc.gold, sc.system,
		f1(sc.strict, sc.gold, sc.system), f1(sc.relaxed, sc.gold, sc.system),
		f1(sc.value, sc.gold-sc.unjudgedGold, sc.system-sc.unjudged), 100*float64(sc.types)/float64(max(1, sc.relaxed)))
}
