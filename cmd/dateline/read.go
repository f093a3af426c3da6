package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/spf13/cobra"
	"golang.org/x/sync/semaphore"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
)

// errIncomplete is returned by a command that did its work, while some
// documents could not be read; each has been named by then. It means exit code 1.
var errIncomplete = errors.New("some documents could not be read")

// errNothing is returned when no document could be read; each has been named.
var errNothing = errors.New("no document could be read")

// reading holds the options of every command that reads documents.
type reading struct {
	maxBytes int64
	workers  int
	quiet    bool
}

func (r *reading) flags(cmd *cobra.Command) {
	cmd.Flags().Int64Var(&r.maxBytes, "max-bytes", 0, "largest file that is read, in bytes (default 64 MiB)")
	cmd.Flags().IntVar(&r.workers, "workers", 0, "documents worked on at the same time; the result is the same (default: one for each processor)")
	cmd.Flags().BoolVarP(&r.quiet, "quiet", "q", false, "say only what went wrong")
}

func (r *reading) check() error {
	if r.maxBytes < 0 {
		return usageError{errors.New("--max-bytes must not be negative")}
	}
	if r.workers < 0 {
		return usageError{errors.New("--workers must not be negative")}
	}
	if r.workers == 0 {
		r.workers = runtime.GOMAXPROCS(0)
	}
	return nil
}

// tally counts what was read.
type tally struct {
	documents   int
	diagnostics []source.Diagnostic // in the order of the inputs
}

// unread returns how many inputs could not be read.
func (t *tally) unread() int {
	n := 0
	for _, d := range t.diagnostics {
		if d.Severity == source.Error {
			n++
		}
	}
	return n
}

// err returns what the command is to return when all else went well.
func (t *tally) err() error {
	switch {
	case t.documents == 0:
		return errNothing
	case t.unread() > 0:
		return errIncomplete
	}
	return nil
}

// input says which documents to read, and how.
type input struct {
	paths []string
	reading
	stdin io.Reader
	outs  []output // what is written; those among the inputs are left out
	aside string   // the file of kinds, which is left out as well; "" for none
	bar   *progress

	corrections *graph.Corrections // to apply, nil for none
}

// textAtWork is how many bytes of text are worked on at the same time: many
// documents of the usual size, and one only of the largest, as the work takes
// many times the memory of the text.
const textAtWork = 16 << 20

// each reads the documents, does the work on several at a time, and yields
// the results in the order of the documents. A document on which do panics is
// told of as an error, and the others go on. The tally is right when the
// error is nil.
func each[T any](ctx context.Context, in input, do func(*source.Document) (T, []source.Diagnostic), yield func(*source.Document, T) error) (tally, error) {
	var t tally
	tell := teller{bar: in.bar, quiet: in.quiet}
	var mu sync.Mutex // diagnostics come from the reading and from the working goroutines
	note := func(d source.Diagnostic) {
		mu.Lock()
		defer mu.Unlock()
		t.diagnostics = append(t.diagnostics, d)
		tell.say(d)
	}
	// It depends on what an earlier run left whether a page stands among the
	// documents: the warning is for the reader, and no part of the result.
	skip := notSources(in.outs, in.aside, func(d source.Diagnostic) {
		mu.Lock()
		defer mu.Unlock()
		tell.say(d)
	})
	documents := source.Documents(in.paths, source.Options{MaxBytes: in.maxBytes, Workers: in.workers, Stdin: in.stdin, Skip: skip}, note)
	type result struct {
		value    T
		warnings []source.Diagnostic
		fault    string // why there is no value
	}
	memory := semaphore.NewWeighted(textAtWork)
	guarded := func(d *source.Document) (r result) {
		size := min(int64(len(d.Text)), textAtWork)
		if err := memory.Acquire(ctx, size); err != nil {
			return r // ordered has returned that error, or is about to
		}
		defer memory.Release(size)
		defer func() {
			if p := recover(); p != nil {
				r.fault = fmt.Sprintf("a fault of dateline, please report it: %v at %s", p, culprit(debug.Stack()))
			}
		}()
		r.value, r.warnings = do(d)
		return r
	}
	err := ordered(ctx, pointers(documents), in.workers, guarded, func(d *source.Document, r result) error {
		if r.fault != "" {
			note(source.Diagnostic{Path: d.Path, Severity: source.Error, Message: r.fault})
			return nil
		}
		for _, w := range r.warnings {
			note(w)
		}
		t.documents++
		return yield(d, r.value)
	})
	mu.Lock() // after an error, the reading may still be under way
	defer mu.Unlock()
	if err == nil {
		tell.end()
	}
	return t, err
}

func pointers(seq iter.Seq[source.Document]) iter.Seq[*source.Document] {
	return func(yield func(*source.Document) bool) {
		for d := range seq {
			if !yield(&d) {
				return
			}
		}
	}
}

// culprit returns the function that panicked, out of a stack.
func culprit(stack []byte) string {
	_, after, _ := strings.Cut(string(stack), "\npanic(")
	for line := range strings.Lines(after) {
		name, _, isCall := cutLast(line, "(")
		if isCall && strings.Contains(name, "/") && !strings.HasPrefix(line, "\t") {
			return name[strings.LastIndexByte(name, '/')+1:]
		}
	}
	return "an unknown place"
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// mostWarnings is how many warnings are printed; a large corpus has thousands
// that are much alike. The graph's diagnostics hold all of them.
const mostWarnings = 20

// teller prints diagnostics: every error, and the first warnings unless quiet.
type teller struct {
	bar      *progress
	quiet    bool
	warnings int
}

// say is called from one goroutine at a time.
func (t *teller) say(d source.Diagnostic) {
	if d.Severity == source.Warning {
		t.warnings++
		if t.quiet || t.warnings > mostWarnings {
			return
		}
	}
	t.bar.println(describe(d))
}

// end says how many warnings were held back.
func (t *teller) end() {
	if n := t.warnings - mostWarnings; n > 0 && !t.quiet {
		t.bar.println(fmt.Sprintf("%s more; the diagnostics of \"dateline build --json\" hold all", plural(n, "warning")))
	}
}

// describe returns a diagnostic as one line: path:line:column: severity: message.
func describe(d source.Diagnostic) string {
	var b strings.Builder
	b.WriteString(printable(d.Path))
	if d.Line > 0 {
		fmt.Fprintf(&b, ":%d", d.Line)
		if d.Column > 0 {
			fmt.Fprintf(&b, ":%d", d.Column)
		}
	}
	fmt.Fprintf(&b, ": %s: %s", d.Severity, printable(d.Message))
	return b.String()
}

// printable returns s as it is, or quoted if it holds what could move a
// terminal's cursor or end a line: names of files come from anywhere.
func printable(s string) string {
	for _, r := range s {
		if !unicode.IsPrint(r) {
			return strconv.Quote(s)
		}
	}
	return s
}

// plural returns "1 event", "2 events".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
