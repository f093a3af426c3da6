package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

type datesOptions struct {
	reading
	format    string
	published string
	language  string
	explain   bool
}

func datesCommand(s streams) *cobra.Command {
	var opt datesOptions
	cmd := &cobra.Command{
		Use:   "dates [PATH...]",
		Short: "Print the dates that documents speak of",
		Long: `Dates finds the time expressions of documents and resolves them: "last Friday"
against the day of publication, "two days later" against the text. A PATH is a
file, a folder, or "-" for standard input, which is read as plain text; without
any PATH standard input is read.

The formats are:
` + dateFormatDocs() + `
An expression that cannot be resolved has no edtf, earliest and latest: a date
is never guessed. Give --published for documents that do not say when they were
published, such as a sentence on standard input.`,
		Example: `  echo "The truce began last Friday." | dateline dates --published 2020-10-17
  dateline dates --format table reports/
  dateline dates --explain reports/briefing.txt`,
		RunE: func(cmd *cobra.Command, paths []string) error { return opt.run(cmd.Context(), s, paths) },
	}
	f := cmd.Flags()
	f.StringVar(&opt.format, "format", dateFormats[0].name, strings.Join(dateFormatNames(), ", "))
	f.StringVar(&opt.published, "published", "", "publication `DATE` (EDTF) of documents that state none")
	f.StringVar(&opt.language, "language", "", strings.Join(data.Languages(), ", ")+" (default: what each document is in)")
	f.BoolVar(&opt.explain, "explain", false, "show each expression in its line, and how it was read")
	values(cmd, "format", dateFormatNames()...)
	values(cmd, "language", data.Languages()...)
	opt.flags(cmd)
	return cmd
}

func (opt *datesOptions) run(ctx context.Context, s streams, paths []string) error {
	if err := opt.check(); err != nil {
		return err
	}
	if opt.published != "" {
		if !edtf.Valid(opt.published) {
			return usageError{fmt.Errorf("--published %s: no date of ISO 8601; write 2020-10-17 or 2020-10", printable(opt.published))}
		}
	}
	if opt.language != "" && !slices.Contains(data.Languages(), opt.language) {
		return usageError{fmt.Errorf("--language %s: it is one of %s", printable(opt.language), strings.Join(data.Languages(), ", "))}
	}
	i := slices.IndexFunc(dateFormats, func(f dateFormat) bool { return f.name == opt.format })
	if i < 0 {
		return usageError{fmt.Errorf("--format %s: it is one of %s", opt.format, strings.Join(dateFormatNames(), ", "))}
	}
	write := dateFormats[i].write
	if opt.explain {
		write = writeExplained
	}
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	bar := newProgress(s.err, opt.quiet || isTerminal(s.out))
	defer bar.finish()
	in := input{paths: paths, reading: opt.reading, stdin: s.in, bar: bar}
	out := bufio.NewWriterSize(s.out, 1<<16)
	done := 0
	t, err := each(ctx, in, opt.find, func(d *source.Document, f found) error {
		if f.err != nil {
			return f.err
		}
		done++
		bar.set("reading", done, -1)
		if err := write(out, d, f.mentions); err != nil {
			return err
		}
		if s.interactive() {
			return out.Flush()
		}
		return nil
	})
	if err := errors.Join(err, out.Flush()); err != nil {
		return err
	}
	return t.err()
}

type found struct {
	mentions []timex.Mention
	err      error // of the language data; no document is at fault
}

// find returns the expressions of one document.
func (opt *datesOptions) find(d *source.Document) (found, []source.Diagnostic) {
	if d.Published == "" {
		d.Published = opt.published
	}
	language, err := data.LoadLanguage(cmp.Or(opt.language, languageOfDates(d)))
	if err != nil {
		return found{err: err}, nil
	}
	var warnings []source.Diagnostic
	mentions := timex.Find(d.Text, d.Tokens(), d.Blocks, timex.Options{
		Published: d.Published, Language: language,
		Impossible: func(s text.Span) {
			if len(warnings) < mostWarnings {
				warnings = append(warnings, d.Impossible(s))
			}
		},
	})
	return found{mentions: mentions}, warnings
}

// languageOfDates returns the language to read the dates of a document in:
// its own if there is data for it; Russian for a text in Cyrillic letters that
// is too short to tell; else English, as names and numbers may still be dates.
func languageOfDates(d *source.Document) string {
	base, _, _ := strings.Cut(d.Language, "-")
	switch {
	case slices.Contains(data.Languages(), base):
		return base
	case d.Language == "" && mostlyCyrillic(d.Text):
		return "ru"
	}
	return "en"
}

// mostlyCyrillic reports whether more than half of the letters of a text's beginning are Cyrillic.
func mostlyCyrillic(s string) bool {
	const most = 2048
	letters, cyrillic := 0, 0
	for _, r := range s[:min(len(s), most)] {
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Cyrillic, r) {
				cyrillic++
			}
		}
	}
	return cyrillic*2 > letters
}
