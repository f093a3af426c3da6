// Dateline turns documents into a timeline in which every event opens to the
// sentences that report it.
//
// Usage:
//
//	dateline build PATH... [-o timeline.html] [--json graph.json] [--csv events.csv]
//	dateline query QUESTION ... GRAPH|PATH
//	dateline why EVENT [EVENT] GRAPH|PATH
//	dateline export GRAPH|PATH... --format FORMAT [-o FILE]
//	dateline cite GRAPH|PATH EVENT...
//	dateline verify MANIFEST [PATH...]
//	dateline extract PATH...
//	dateline dates [PATH...]
//	dateline figure GRAPH|PATH... [-o figure.svg|png|pdf] [--chart timeline] [--size 160mm]
//	dateline eval dates|events GOLD.jsonl
//	dateline list kinds|phrases|formats|languages|charts
//	dateline version
//	dateline completion bash|zsh|fish|powershell
//
// A PATH is a file, a folder, or "-" for standard input. "dateline COMMAND
// --help" tells more of each. The blocks below that begin with "$ dateline"
// are run by a test, in testdata/manual.
//
// # Making a timeline
//
// Build reads documents, finds what they report, merges the reports of one
// happening, and writes one page that needs no network:
//
//	$ dateline build reports -o timeline.html --csv events.csv
//	2 documents, 6 reports, 3 events: timeline.html, events.csv
//
// The last line says what was made. A document that cannot be read is named on
// standard error, and the others go on:
//
//	$ dateline build reports missing.txt -o timeline.html
//	missing.txt: error: no such file or folder; check the name
//	2 documents (1 more could not be read), 6 reports, 3 events: timeline.html
//
// With "--sides sides.csv", a table of NAME,SIDE lines, the graph of --json
// tells of each event how much of it comes from which side, and notes where more
// than 80 % of the accounts are of one. No side is ever inferred.
//
// # Questions
//
// Query answers questions of a graph that "build --json" wrote, or of documents,
// in sentences with footnotes; what no text states is said to be so. An event is
// named by its id or by words that it alone has:
//
//	$ dateline query path shelling closure reports
//	efe094ad3b998  Shelling, Gori (15 October 2020), 2 accounts, disputed [1]
//	  Shelling, Gori (15 October 2020) came before Closure, Gori (between 15 October 2020 and 17 October 2020), says The Valley Courier of “shelling” and “closed”: “Bridge at Gori closed after shelling” [1].
//	e1757e815a274  Closure, Gori (between 15 October 2020 and 17 October 2020) [1]
//
//	[1] The Valley Courier, “Bridge at Gori closed after shelling”, 17 October 2020, courier.txt: “Bridge at Gori closed after shelling”
//
// Why tells what joined the reports of an event, each reason with its weight,
// and of two events why they are two:
//
//	$ dateline why shelling closure reports
//	efe094ad3b998  Shelling, Gori (15 October 2020), 2 accounts, disputed [1]
//	e1757e815a274  Closure, Gori (between 15 October 2020 and 17 October 2020) [1]
//
//	Two, since the kinds are not told of one happening: that forbids it, whatever else they have in common.
//	A  Harbour Press: shelling; 15 October 2020; Gori; killed people 3 [2][3]
//	B  The Valley Courier: closure; no date; Gori [1]
//	   +3.0  documents tell one story
//	   +2.2  same place
//	   +1.4  like words
//	   +1.2  told within three days
//	   +7.8  in all; 3.5 are needed
//
//	[1] The Valley Courier, “Bridge at Gori closed after shelling”, 17 October 2020, courier.txt: “Bridge at Gori closed after shelling”
//	[2] Harbour Press, “Night shelling of Gori”, 18 October 2020, harbour.md: “Shells fell on Gori on 15 October.”
//	[3] Harbour Press, “Night shelling of Gori”, 18 October 2020, harbour.md: “Three people were killed, a hospital official said.”
//
// Each prints JSON with --json; "dateline query --help" lists the questions.
//
// # Other programs
//
// Export writes a graph that "build --json" wrote, or documents, in formats that
// other programs read; "dateline export --help" lists them. Options such as
// --since and --place choose the events. What a format cannot hold is left out
// and counted:
//
//	$ dateline export reports --format ics --since 2020-10 -o events.ics
//	ics: 1 left out: events whose day is not known, only a week, a month, a year or some days; --spans writes them as all of these days
//	2 documents, 5 reports, 2 events: events.ics
//
// Cite prints a note for each document behind an event:
//
//	$ dateline cite reports --top 1
//	15 October 2020: Shelling, Gori [efe094ad3b998]
//	1. “Bridge at Gori closed after shelling,” The Valley Courier, October 17, 2020. “Bridge at Gori closed after shelling” “The bridge at Gori was shelled on Thursday, killing 4 people and wounding at least 10, the mayor's office said.”
//	2. “Night shelling of Gori,” Harbour Press, October 18, 2020. “Shells fell on Gori on 15 October.” “Three people were killed, a hospital official said.”
//
// A manifest records what a run was made of, and verify compares it with what is
// there now:
//
//	$ dateline build reports -o timeline.html --manifest manifest.json
//	2 documents, 6 reports, 3 events: timeline.html, manifest.json
//	$ dateline verify manifest.json
//	all the same: 2 of 2 documents and 1 of 1 output are as recorded
//
// # Dates
//
// Dates prints the time expressions of documents. Relative ones are resolved
// against the day of publication:
//
//	$ dateline dates --format table reports/courier.txt
//	courier.txt, published 2020-10-17
//	  58   17 October 2020     DATE  2020-10-17  2020-10-17  stated in the text
//	  109  Thursday            DATE  2020-10-15  2020-10-15  Thursday before or on 17 October 2020, the day of publication
//	  203  two months earlier  DATE  2020-08     2020-08     2 months before 15 October 2020, the date mentioned before
//	  226  August              DATE  2020-08     2020-08     the last August before or on 17 October 2020, the day of publication
//
// Each can say why it is what it is:
//
//	$ dateline dates --explain reports/courier.txt
//	courier.txt, published 2020-10-17
//
//	  The Valley Courier, 17 October 2020
//	                      ^^^^^^^^^^^^^^^
//	  TIMEX3   DATE 2020-10-17
//	  EDTF     2020-10-17
//	  days     2020-10-17
//	  because  stated in the text
//	  rule     full-date
//	  read as  2020-10-17
//
//	  The bridge at Gori was shelled on Thursday, killing 4 people and wounding at least 10, the mayor's off...
//	                                    ^^^^^^^^
//	  TIMEX3   DATE 2020-10-15
//	  EDTF     2020-10-15
//	  days     2020-10-15
//	  because  Thursday before or on 17 October 2020, the day of publication
//	  rule     weekday
//	  read as  XXXX-WXX-4
//	  clock    publication
//
//	  ...nding at least 10, the mayor's office said. It had reopened two months earlier, in August.
//	                                                                 ^^^^^^^^^^^^^^^^^^
//	  TIMEX3   DATE 2020-08
//	  EDTF     2020-08
//	  days     2020-08-01 to 2020-08-31
//	  because  2 months before 15 October 2020, the date mentioned before
//	  rule     earlier
//	  read as  month-2
//	  clock    narrative
//
//	  ...mayor's office said. It had reopened two months earlier, in August.
//	                                                                 ^^^^^^
//	  TIMEX3   DATE 2020-08
//	  EDTF     2020-08
//	  days     2020-08-01 to 2020-08-31
//	  because  the last August before or on 17 October 2020, the day of publication
//	  rule     month
//	  read as  XXXX-08
//	  clock    publication
//
// What cannot be known stays unknown, as when nothing says when a text was
// published:
//
//	$ dateline dates --format table undated.txt
//	undated.txt, publication date unknown
//	  16  last Friday      DATE  XXXX-WXX-5  -           counted from the publication, whose date is not known
//	  52  3 November 2020  DATE  2020-11-03  2020-11-03  stated in the text
//
// # Exit codes
//
//	0  done
//	1  done, and some documents could not be read; each is named with the reason
//	2  nothing done: bad usage, no document readable, or an output that cannot be written
//
// # The same again
//
// The same documents give the same bytes, in whatever order they are named.
// Outputs are written whole or not at all: a page of yesterday survives a run
// that fails or is killed.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// Exit codes.
const (
	exitDone       = 0
	exitIncomplete = 1 // done, and some documents could not be read
	exitNothing    = 2 // nothing done: bad usage, no document readable, an output that cannot be written
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// The first signal asks to stop; from then on a second one ends the program at once.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// streams are the standard streams of a run.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// interactive reports whether somebody may be waiting for each line.
func (s streams) interactive() bool { return isTerminal(s.out) }

// usageError is an error in the command line itself.
type usageError struct{ error }

// commands lists the subcommands in the order of the help text. Each makes a
// new command, so that runs in one process share nothing.
var commands = []func(streams) *cobra.Command{
	buildCommand,
	queryCommand,
	whyCommand,
	exportCommand,
	citeCommand,
	verifyCommand,
	extractCommand,
	datesCommand,
	evalCommand,
	figureCommand,
	listCommand,
	versionCommand,
	completionCommand,
}

// run carries out one command line, without the program's name, and returns
// the exit code. It leaves no output behind when ctx is done before the end.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s := streams{stdin, stdout, stderr}
	root := &cobra.Command{
		Use:   "dateline",
		Short: "Timelines and event graphs from documents, with the source of every event",
		Long: `Dateline reads documents, finds the dated events that they report, and links
each event to the documents and sentences that report it.`,
		Example:       "  dateline build reports/ -o timeline.html",
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usageError{errors.New("no command given")}
		},
	}
	// Cobra checks flags and arguments before it calls this.
	wellFormed := false
	root.PersistentPreRun = func(*cobra.Command, []string) { wellFormed = true }
	root.SetVersionTemplate("dateline {{.Version}}\n")
	root.CompletionOptions.DisableDefaultCmd = true // completion.go has one that knows bad usage
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.SetArgs(args)
	for _, c := range commands {
		root.AddCommand(c(s))
	}
	cmd, err := root.ExecuteContextC(ctx)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errIncomplete):
		return exitIncomplete
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "dateline: interrupted, nothing was written")
	case errors.Is(err, errNothing):
		fmt.Fprintln(stderr, "dateline:", err)
	default:
		fmt.Fprintf(stderr, "dateline: %s\n", err)
		if !wellFormed || errors.As(err, new(usageError)) {
			fmt.Fprintf(stderr, "Run \"%s --help\" for how to use it.\n", cmd.CommandPath())
		}
	}
	return exitNothing
}

// values has the shell complete the values of an option.
func values(cmd *cobra.Command, option string, values ...string) {
	err := cmd.RegisterFlagCompletionFunc(option, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return values, cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // there is no such option: the program is wrong
	}
}
