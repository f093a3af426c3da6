package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/contract"
)

// cmdExits runs the program and asks for an exit code, as "exec" only knows of
// success and failure: exits CODE ARGS... What it prints goes to out.txt and
// err.txt.
func cmdExits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits CODE ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	path := ""
	for dir := range strings.SplitSeq(ts.Getenv("PATH"), ":") {
		if p, err := exec.LookPath(dir + "/dateline"); err == nil {
			path = p
			break
		}
	}
	cmd := exec.Command(path, args[1:]...)
	cmd.Dir = ts.MkAbs(".")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	runErr := cmd.Run()
	write(ts, "out.txt", out.Bytes())
	write(ts, "err.txt", errs.Bytes())
	ts.Logf("[stdout]\n%s[stderr]\n%s", &out, &errs)
	if got := cmd.ProcessState.ExitCode(); got != want {
		ts.Fatalf("exit code %d, want %d: %v", got, want, runErr)
	}
}

// cmdSame compares two files byte by byte, without printing them: same A B
func cmdSame(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: same A B")
	}
	if same := ts.ReadFile(args[0]) == ts.ReadFile(args[1]); same == neg {
		ts.Fatalf("%s and %s: the same is %v", args[0], args[1], same)
	}
}

// cmdSchema checks a file against docs/schema.json: schema graph|date|report|reply FILE
func cmdSchema(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: schema graph|date|report|reply FILE")
	}
	b := []byte(ts.ReadFile(args[1]))
	switch args[0] {
	case "graph":
		ts.Check(contract.Validate(contract.Graph, b))
	case "reply":
		ts.Check(contract.Validate(contract.Reply, b))
	case "date":
		ts.Check(contract.ValidateLines(contract.Date, b))
	case "report":
		ts.Check(contract.ValidateLines(contract.Report, b))
	default:
		ts.Fatalf("no part %s", args[0])
	}
}

// cmdFill writes a text many times over, for inputs that are too large to stand
// in a script; escapes of Go strings are understood: fill FILE TIMES TEXT
func cmdFill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: fill FILE TIMES TEXT")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	s, err := strconv.Unquote(`"` + args[2] + `"`)
	ts.Check(err)
	write(ts, args[0], []byte(strings.Repeat(s, n)))
}

func write(ts *testscript.TestScript, name string, b []byte) {
	ts.Check(os.WriteFile(ts.MkAbs(name), b, 0o666))
}

// cmdUnpack writes the data of a page, as bytes that grep finds words in, to a
// file: unpack PAGE FILE
func cmdUnpack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unpack PAGE FILE")
	}
	var all bytes.Buffer
	for _, m := range pagePart.FindAllStringSubmatch(ts.ReadFile(args[0]), -1) {
		b, err := base64.StdEncoding.DecodeString(m[2])
		ts.Check(err)
		if m[1] == "" {
			r, err := gzip.NewReader(bytes.NewReader(b))
			ts.Check(err)
			b, err = io.ReadAll(r)
			ts.Check(err)
		}
		all.Write(b)
	}
	write(ts, args[1], all.Bytes())
}

var pagePart = regexp.MustCompile(`<script type="application/octet-stream" id="[^"]*">(:?)([^<]*)</script>`)

// cmdRejects writes corrections of a graph: that b.txt is a copy of a.txt, that
// the first event is none, and that an event that is not there is one: rejects GRAPH FILE
func cmdRejects(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: rejects GRAPH FILE")
	}
	var g graph.Graph
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &g))
	list := []graph.Correction{
		{Action: graph.MarkCopy, Document: "b.txt", After: graph.CorrectionState{CopyOf: "a.txt"}},
		{Action: graph.Reject, Event: g.Events[0].ID, Reason: "the council withdrew it", Before: graph.CorrectionState{Reports: g.Events[0].Reports}, After: graph.CorrectionState{Status: graph.Rejected}},
		{Action: graph.Accept, Event: "e000000000000", Before: graph.CorrectionState{Reports: []string{"r1"}}, After: graph.CorrectionState{Status: graph.Accepted}},
	}
	for i := range list {
		list[i].Who, list[i].When = "A. Reader", "2026-01-31T15:04:05Z"
	}
	b, err := json.Marshal(map[string]any{"version": 1, "corrections": list})
	ts.Check(err)
	write(ts, args[1], b)
}
