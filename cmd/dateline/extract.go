package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/source"
)

func extractCommand(s streams) *cobra.Command {
	var opt reading
	var own ownKinds
	var explain, attributions bool
	cmd := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Print what each document reports, as JSON lines",
		Long: `Extract prints one report a line: which document says in which sentence that
what happened, when, where, by whom, to whom and with what figures. Reports are
in the order of the documents and of their text. docs/schema.json states the
fields. A PATH is a file, a folder, or "-" for standard input, which is read as
plain text.

With --attributions each line is an attribution instead, whether it is part of a
report or not: document, speaker, cue, and the byte ranges of the text that
hold source_span, cue_span and content_span, the three of PARC 3. The speaker is
"" where nobody is named ("reportedly").

With --explain each report is printed for a person to read: its sentence, and
every rule that fired, with the words that it rests on.`,
		Example: `  dateline extract reports/ > reports.jsonl
  dateline extract reports/ | jq -r '[.document, .when.edtf, .kind] | @tsv'
  dateline extract --explain report.txt
  dateline extract --attributions speech.txt`,
		Args: needPaths,
		RunE: func(cmd *cobra.Command, paths []string) error {
			v, err := own.load(cmd)
			if err != nil {
				return err
			}
			return extract(cmd.Context(), s, opt, v, paths, extracted{explain, attributions})
		},
	}
	cmd.Flags().BoolVar(&explain, "explain", false, "print for each report every rule that fired")
	cmd.Flags().BoolVar(&attributions, "attributions", false, "print who says what in place of reports")
	cmd.MarkFlagsMutuallyExclusive("explain", "attributions")
	own.flag(cmd)
	opt.flags(cmd)
	return cmd
}

// extracted says what extract prints in place of reports.
type extracted struct{ reasons, attributions bool }

// attributed is a line of extract --attributions.
type attributed struct {
	Document string `json:"document"`
	*events.Attribution
}

// collectAt is the growth of the heap, in per cent of what is in use, at which
// unused memory is collected. In use is what is looked up in, some 60 MB, and
// little else, as reports are printed at once: to collect half as often as
// usual costs no more than that, and a tenth of the time is saved.
const collectAt = 200

func extract(ctx context.Context, s streams, opt reading, v vocabulary, paths []string, what extracted) error {
	if err := opt.check(); err != nil {
		return err
	}
	x, err := v.extractor()
	if err != nil {
		return err
	}
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(collectAt))
	}
	bar := newProgress(s.err, opt.quiet || isTerminal(s.out))
	defer bar.finish()
	in := input{paths: paths, reading: opt, stdin: s.in, aside: v.path, bar: bar}
	out := bufio.NewWriterSize(s.out, 1<<16)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	done := 0
	read := func() {
		done++
		bar.set("reading", done, -1)
	}
	var t tally
	switch {
	case what.reasons:
		t, err = each(ctx, in, x.Explain, func(d *source.Document, reports []events.Explained) error {
			read()
			return writeReasons(out, d, reports)
		})
	case what.attributions:
		t, err = each(ctx, in, x.Attributions, func(d *source.Document, as []events.Attribution) error {
			read()
			for i := range as {
				if err := enc.Encode(attributed{d.ID, &as[i]}); err != nil {
					return err
				}
			}
			return nil
		})
	default:
		t, err = each(ctx, in, x.Extract, func(_ *source.Document, reports []events.Report) error {
			read()
			for i := range reports {
				if err := enc.Encode(&reports[i]); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := errors.Join(err, out.Flush()); err != nil {
		return err
	}
	return t.err()
}
